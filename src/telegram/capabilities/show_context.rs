//! Shows the context of a quote, page by page.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::bot::Bot;
use super::reply::{edit_message, send};
use super::{refine_question, vote};
use crate::answer::{Place, Quote, QuoteContext, context};
use crate::messages::Messages;
use crate::telegram::rendering::{ButtonPayload, Reply, escape, field, html, units};
use crate::telegram::transport::Message;

/// UTF-16 units of a page's answer, and characters of a part of it: with the question, the attribution and the names a
/// page stays below Telegram's 4,096.
const PAGE: usize = 2_600;
const PART: usize = 1_200;

/// Which page of the context of which quote, of those of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContextPage {
    pub(super) page: u8,
    pub(super) index: u8,
    pub(super) places: Vec<Place>,
}

/// Opens the context of a quote.
pub(super) fn button(
    (index, places): (usize, &[Place]),
    messages: &Messages,
) -> Option<InlineKeyboardButton> {
    let press = ButtonPayload::Context {
        page: 0,
        index: u8::try_from(index).ok()?,
        places: places.to_vec(),
    };
    let text = messages.text("button-context");
    Some(InlineKeyboardButton::callback(text, press.encode()?))
}

/// Shows a page of the context in the place of the quote; below it where that is a picture.
pub(super) async fn pressed(
    bot: &Bot,
    message: &Message,
    view: ContextPage,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    let Some(place) = view.places.get(usize::from(view.index)).copied() else {
        return Ok(Some(messages.text("stale")));
    };
    let found = bot
        .read(move |library| context(library, &place, PART))
        .await?;
    let Some(found) = found else {
        return Ok(Some(messages.text("gone")));
    };
    let pages = pages(&found, messages);
    let at = usize::from(view.page).min(pages.len().saturating_sub(1));
    let Some(words) = pages.get(at) else {
        return Ok(Some(messages.text("gone")));
    };
    let reply = Reply {
        html: html::context_html(&found.quote, words, messages),
        keyboard: keyboard(&view, (at, pages.len()), messages),
    };
    let reply = vote::with_vote_buttons(
        bot,
        refine_question::keep_refine_buttons(reply, &message.reply_markup),
        &place,
    );
    if message.is_picture() {
        send(bot, message, &reply).await?;
    } else {
        edit_message(bot, message.chat.id, message.id, &reply).await?;
    }
    Ok(None)
}

/// The answer as HTML, page by page; whoever speaks is named where somebody else did before.
fn pages(context: &QuoteContext, messages: &Messages) -> Vec<String> {
    let mut pages: Vec<(usize, String)> = Vec::new();
    let speaker = |part: &Quote| part.attribution().speaker.clone();
    let mut last = context.parts.first().and_then(speaker);
    for part in &context.parts {
        let whose = speaker(part);
        let mut html = String::new();
        if whose != last {
            html = format!("<b>{}</b>: ", escape(&name(part, messages)));
        }
        last = whose;
        html.push_str(&html::part_html(part));
        let length = units(part.text());
        match pages.last_mut() {
            Some((so_far, page)) if *so_far + length <= PAGE => {
                *so_far += length;
                page.push_str("\n\n");
                page.push_str(&html);
            }
            _ => pages.push((length, html)),
        }
    }
    pages.into_iter().map(|(_, page)| page).collect()
}

/// Who says a part.
fn name(part: &Quote, messages: &Messages) -> String {
    let whose = part.attribution();
    let named = whose.speaker.as_deref().map(field);
    named.unwrap_or_else(|| messages.unnamed(whose.role))
}

/// ‹ 2/3 › where there are several pages, and back to the quote.
fn keyboard(
    view: &ContextPage,
    (at, count): (usize, usize),
    messages: &Messages,
) -> Option<InlineKeyboardMarkup> {
    let to = |page: usize| ButtonPayload::Context {
        page: u8::try_from(page).unwrap_or(u8::MAX),
        index: view.index,
        places: view.places.clone(),
    };
    let button = |text: String, press: ButtonPayload| {
        let data = press.encode()?;
        Some(InlineKeyboardButton::callback(text, data))
    };
    let before = at
        .checked_sub(1)
        .and_then(|page| button("‹".to_owned(), to(page)));
    let here = (count > 1).then(|| button(format!("{}/{count}", at + 1), to(at)));
    let after = Some(at + 1).filter(|page| *page < count);
    let after = after.and_then(|page| button("›".to_owned(), to(page)));
    let back = ButtonPayload::Page {
        index: view.index,
        places: view.places.clone(),
    };
    let back = button(messages.text("button-quote"), back);
    let leaf: Vec<_> = [before, here.flatten(), after]
        .into_iter()
        .flatten()
        .collect();
    let rows = [leaf, back.into_iter().collect()];
    let rows: Vec<Vec<_>> = rows
        .into_iter()
        .filter(|row: &Vec<_>| !row.is_empty())
        .collect();
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}
