//! `/speakers` and `/interviews`: lists with pages, newest first.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::bot::Bot;
use super::reply::{deliver, edit_message};
use crate::answer::{ListEntry, ListKind, listed};
use crate::messages::Messages;
use crate::telegram::rendering::{ButtonPayload, Reply, escape, field, short_line};
use crate::telegram::transport::Message;

/// How many stand on a page, and how many UTF-16 units of a name or title a button shows.
const ON_A_PAGE: usize = 8;
const SHOWN: usize = 50;

/// Answers /speakers and /interviews.
pub(super) async fn answer(bot: &Bot, message: &Message, list: ListKind) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let reply = page(bot, (list, 0), messages).await?;
    deliver(bot, message, &reply).await
}

/// Shows another page in the place of the one before.
pub(super) async fn show_page(
    bot: &Bot,
    message: &Message,
    view: (ListKind, u16),
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let reply = page(bot, view, messages).await?;
    edit_message(bot, message.chat.id, message.id, &reply).await?;
    Ok(())
}

async fn page(
    bot: &Bot,
    (list, page): (ListKind, u16),
    messages: &'static Messages,
) -> anyhow::Result<Reply> {
    let items = bot.read(move |library| Ok(listed(&library.catalogue(), list)));
    let items = items.await?;
    if items.is_empty() {
        return Ok(Reply::text(&messages.list_empty(list)));
    }
    let pages = items.len().div_ceil(ON_A_PAGE);
    let at = usize::from(page).min(pages - 1);
    let shown = items.chunks(ON_A_PAGE).nth(at).unwrap_or_default();
    let title = messages.list_title(list, items.len());
    let line = |item: &ListEntry| format!("• {}", escape(&messages.listed(item, field)));
    let lines = shown.iter().map(line).collect::<Vec<_>>().join("\n");
    Ok(Reply {
        html: format!(
            "<b>{}</b>\n\n{lines}\n\n{}",
            escape(&title),
            escape(&messages.text("list-ask"))
        ),
        keyboard: keyboard(list, shown, (at, pages)),
    })
}

/// A button for each item that can be asked alone, and ‹ 2/3 ›.
fn keyboard(
    list: ListKind,
    items: &[ListEntry],
    (at, pages): (usize, usize),
) -> Option<InlineKeyboardMarkup> {
    let button = |text: String, press: ButtonPayload| {
        let data = press.encode()?;
        Some(InlineKeyboardButton::callback(text, data))
    };
    let ask = |item: &ListEntry| {
        let name = short_line(&item.name, SHOWN);
        Some(vec![button(name, ButtonPayload::Within(item.scope))?])
    };
    let mut rows: Vec<Vec<InlineKeyboardButton>> = items
        .iter()
        .filter(|item| item.is_answered())
        .filter_map(ask)
        .collect();
    let to = |page: usize| Some(ButtonPayload::List(list, u16::try_from(page).ok()?));
    let leaf =
        |text: String, page: Option<usize>| button(text, to(page.filter(|page| *page < pages)?)?);
    if pages > 1 {
        let before = leaf("‹".to_owned(), at.checked_sub(1));
        let here = leaf(format!("{}/{pages}", at + 1), Some(at));
        let after = leaf("›".to_owned(), Some(at + 1));
        rows.push([before, here, after].into_iter().flatten().collect());
    }
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}
