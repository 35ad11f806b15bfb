//! Sharing a quote: its permalink, the button for another chat, the text to copy.

use teloxide::types::{
    CopyTextButton, InlineKeyboardButton, InlineKeyboardButtonKind, SwitchInlineQueryChosenChat,
};

use super::bot::Bot;
use crate::answer::{Permalink, Quote};
use crate::messages::Messages;
use crate::telegram::rendering::{CUT, field, short_line, units};

/// What an inline query begins with that asks for the passage at an address.
pub(super) const PASSAGE: &str = "q:";

/// UTF-16 units of a text to copy (<https://core.telegram.org/bots/api#copytextbutton>), and of the
/// attribution in it.
const LONGEST: usize = 256;
const CREDIT: usize = 110;

/// What can be done with a quote: offer it in another chat, copy it, copy its link.
pub(super) fn buttons(bot: &Bot, quote: &Quote, messages: &Messages) -> Vec<InlineKeyboardButton> {
    let payload = payload(bot, quote);
    let share = payload.as_deref().filter(|_| bot.inline).map(|payload| {
        let query = SwitchInlineQueryChosenChat {
            query: Some(format!("{PASSAGE}{payload}")),
            allow_user_chats: true,
            allow_bot_chats: true,
            allow_group_chats: true,
            allow_channel_chats: true,
        };
        let kind = InlineKeyboardButtonKind::SwitchInlineQueryChosenChat(query);
        InlineKeyboardButton::new(messages.text("button-share"), kind)
    });
    let copies = |key: &str, text: String| {
        InlineKeyboardButton::copy_text_button(messages.text(key), CopyTextButton { text })
    };
    let copy = copied(quote, messages).map(|text| copies("button-copy", text));
    let link = payload.map(|payload| copies("button-link", link(bot, &payload)));
    [share, copy, link].into_iter().flatten().collect()
}

/// The payload of a quote's link.
pub(super) fn payload(bot: &Bot, quote: &Quote) -> Option<String> {
    Permalink::of(quote).encode(bot.id)
}

/// Opens the passage in a private chat with the bot, wherever it is pressed.
pub(super) fn link(bot: &Bot, payload: &str) -> String {
    format!("https://t.me/{}?start={payload}", bot.username)
}

/// As much of a quote as fits into 256 UTF-16 units, cut at sentences around what answers, and who said it;
/// `None` where not even that fits.
#[must_use]
pub fn copied(quote: &Quote, messages: &Messages) -> Option<String> {
    let credit = credit(quote, messages);
    let framed = |words: &str| {
        let values = [("words", words.into()), ("credit", credit.as_str().into())];
        messages.with("copied", &values)
    };
    let mut room = LONGEST.checked_sub(units(&framed("")))?;
    loop {
        let text = framed(&excerpt(quote, room));
        let over = units(&text).saturating_sub(LONGEST);
        if over == 0 {
            return Some(text);
        }
        // An excerpt is measured in characters, of which some take two units: so it may take several turns.
        room = room.checked_sub(over).filter(|room| *room > 0)?;
    }
}

/// The words, whole or in part, with the marks of cuts.
fn excerpt(quote: &Quote, most: usize) -> String {
    let excerpt = quote.excerpt(most);
    let words = &quote.text()[excerpt.span.start..excerpt.span.end];
    let (before, after) = excerpt.cuts;
    let mark = |is_cut: bool| Some(CUT).filter(|_| is_cut);
    let parts = [mark(before), Some(words), mark(after)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Who said it and where, on one line; without description and title where there is no room for them.
fn credit(quote: &Quote, messages: &Messages) -> String {
    let credit = messages.credit(quote.attribution());
    let title = credit.title.map(|title| {
        let title = field(&title);
        messages.with("title", &[("title", title.as_str().into())])
    });
    let line = |more: [Option<&str>; 2]| {
        let more = more.into_iter().flatten();
        let parts = std::iter::once(credit.speaker.as_str()).chain(more);
        let parts = parts.chain(credit.source.iter().map(String::as_str));
        parts.map(field).collect::<Vec<_>>().join(", ")
    };
    let whole = line([credit.description.as_deref(), title.as_deref()]);
    if units(&whole) <= CREDIT {
        return whole;
    }
    short_line(&line([None, None]), CREDIT)
}
