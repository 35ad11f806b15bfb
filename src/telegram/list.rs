//! /speakers and /interviews: what there is, the newest first, page by page, each with a way to ask only it.

use std::collections::HashMap;

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::Bot;
use super::ask::{Reply, deliver};
use super::button::Press;
use super::incoming::Message;
use super::page::edit;
use super::render::{escape, field, short_line};
use crate::answer::{Scope, SpeakerKey};
use crate::index::{Catalogue, Entry};
use crate::messages::Messages;

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Everybody who answers.
    Speakers,
    /// Every interview.
    Interviews,
}

/// How many stand on a page, and how many UTF-16 units of a name or title a button shows.
const ON_A_PAGE: usize = 8;
const SHOWN: usize = 50;

/// A line of a list.
struct Item {
    name: String,
    line: String,
    scope: Scope,
}

/// Answers /speakers and /interviews.
pub(super) async fn answer(bot: &Bot, message: &Message, list: List) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let reply = page(bot, (list, 0), messages).await?;
    deliver(bot, message, &reply).await
}

/// Shows another page in the place of the one before.
pub(super) async fn turn(
    bot: &Bot,
    message: &Message,
    view: (List, u16),
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let reply = page(bot, view, messages).await?;
    edit(bot, message.chat.id, message.id, &reply).await?;
    Ok(())
}

async fn page(
    bot: &Bot,
    (list, page): (List, u16),
    messages: &'static Messages,
) -> anyhow::Result<Reply> {
    let items = bot
        .read(move |library| {
            let catalogue = library.catalogue();
            Ok(match list {
                List::Speakers => speakers(&catalogue, messages),
                List::Interviews => interviews(&catalogue, messages),
            })
        })
        .await?;
    if items.is_empty() {
        return Ok(Reply::text(&messages.text("list-empty")));
    }
    let pages = items.len().div_ceil(ON_A_PAGE);
    let at = usize::from(page).min(pages - 1);
    let shown = items.chunks(ON_A_PAGE).nth(at).unwrap_or_default();
    let title = match list {
        List::Speakers => "speakers-title",
        List::Interviews => "interviews-title",
    };
    let title = messages.with(title, &[("count", items.len().into())]);
    let lines = shown.iter().map(|item| format!("• {}", escape(&item.line)));
    let lines = lines.collect::<Vec<_>>().join("\n");
    Ok(Reply {
        html: format!(
            "<b>{}</b>\n\n{lines}\n\n{}",
            escape(&title),
            escape(&messages.text("list-ask"))
        ),
        keyboard: keyboard(list, shown, (at, pages)),
    })
}

/// A button for each item, and ‹ 2/3 ›.
fn keyboard(
    list: List,
    items: &[Item],
    (at, pages): (usize, usize),
) -> Option<InlineKeyboardMarkup> {
    let button = |text: String, press: Press| {
        let data = press.encode()?;
        Some(InlineKeyboardButton::callback(text, data))
    };
    let ask = |item: &Item| {
        let name = short_line(&item.name, SHOWN);
        Some(vec![button(name, Press::Within(item.scope))?])
    };
    let mut rows: Vec<Vec<InlineKeyboardButton>> = items.iter().filter_map(ask).collect();
    let to = |page: usize| Some(Press::List(list, u16::try_from(page).ok()?));
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

/// Everybody who answers, in the order of the newest interview of each.
fn speakers(catalogue: &Catalogue, messages: &Messages) -> Vec<Item> {
    let mut order: Vec<&str> = Vec::new();
    let mut theirs: HashMap<&str, Vec<&Entry>> = HashMap::new();
    for entry in catalogue.newest() {
        for guest in &entry.guests {
            let of = theirs.entry(guest).or_default();
            if of.is_empty() {
                order.push(guest);
            }
            of.push(entry);
        }
    }
    let item = |name: &str| {
        let entries = theirs.get(name).map_or(&[][..], Vec::as_slice);
        Item {
            name: name.to_owned(),
            line: speaker_line(name, entries, messages),
            scope: Scope::Speaker(SpeakerKey::of(name)),
        }
    };
    order.into_iter().map(item).collect()
}

/// "Ada Lovelace: 2 interviews, from 1840 to 1852".
fn speaker_line(name: &str, entries: &[&Entry], messages: &Messages) -> String {
    let count = entries.len().into();
    let counts = messages.with("list-interviews", &[("interviews", count)]);
    let years = || entries.iter().filter_map(|entry| Some(entry.date?.year()));
    let years = years().min().zip(years().max());
    let years = years.map(|(from, to)| messages.years(from, to));
    let parts: Vec<String> = [Some(counts), years].into_iter().flatten().collect();
    line(&field(name), &parts.join(", "), messages)
}

fn interviews(catalogue: &Catalogue, messages: &Messages) -> Vec<Item> {
    let item = |entry: &Entry| {
        let name = entry.title.clone();
        Item {
            name: name.unwrap_or_else(|| entry.id.to_string()),
            line: interview_line(entry, messages),
            scope: Scope::Interview(entry.key()),
        }
    };
    catalogue.newest().map(item).collect()
}

/// "The engine, Ada Lovelace, The Journal, 1840: 12 answers".
fn interview_line(entry: &Entry, messages: &Messages) -> String {
    let title = entry.title.clone().unwrap_or_else(|| entry.id.to_string());
    let guests = (!entry.guests.is_empty()).then(|| entry.guests.join(", "));
    let date = entry.date.map(|date| messages.date(date));
    let parts = [Some(title), guests, entry.outlet.clone(), date];
    let parts = parts.into_iter().flatten().map(|part| field(&part));
    let exchanges = entry.exchanges.into();
    let answers = messages.with("list-answers", &[("exchanges", exchanges)]);
    line(&parts.collect::<Vec<_>>().join(", "), &answers, messages)
}

fn line(name: &str, value: &str, messages: &Messages) -> String {
    messages.with("field", &[("name", name.into()), ("value", value.into())])
}
