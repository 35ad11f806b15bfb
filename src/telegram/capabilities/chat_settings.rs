//! `/settings`: the language and the number of quotes of a chat.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::bot::Bot;
use super::group_administrators::may_change;
use super::message_parsing::SHOWN;
use super::reply::{deliver, edit_message};
use crate::feedback::{ChatPreference, MOST_QUOTES, PreferenceChange};
use crate::messages::{CODES, Messages, typed_settings};
use crate::telegram::rendering::{Reply, escape, short_line};
use crate::telegram::transport::{ButtonPress, Message, UpdateKind};

/// What a button of the settings changes. Its data is this, a colon and the value; no value is as Telegram says or as
/// the bot's settings say.
const LANGUAGE: &str = "s:l:";
const QUOTES: &str = "s:q:";

/// The change of a button; `None` for every other button.
pub(super) fn change_of(data: &str) -> Option<PreferenceChange> {
    if let Some(code) = data.strip_prefix(LANGUAGE) {
        let known = CODES.into_iter().find(|known| *known == code);
        return (code.is_empty() || known.is_some()).then_some(PreferenceChange::Language(known));
    }
    let quotes = data.strip_prefix(QUOTES)?;
    let number = quotes
        .parse()
        .ok()
        .filter(|number| (1..=MOST_QUOTES).contains(number));
    (quotes.is_empty() || number.is_some()).then_some(PreferenceChange::Quotes(number))
}

fn data_of(change: PreferenceChange) -> String {
    match change {
        PreferenceChange::Language(code) => format!("{LANGUAGE}{}", code.unwrap_or_default()),
        PreferenceChange::Quotes(None) => QUOTES.to_owned(),
        PreferenceChange::Quotes(Some(number)) => format!("{QUOTES}{number}"),
    }
}

/// Has an update answered as its chat wants it.
pub(in crate::telegram) async fn apply(bot: &Bot, kind: &mut UpdateKind) {
    match kind {
        UpdateKind::Message(message) | UpdateKind::Edited(message) => {
            let wanted = bot.feedback.preference(message.chat.id).await;
            message.prefer(wanted.language.as_deref(), wanted.quotes.map(usize::from));
        }
        UpdateKind::Pressed(pressed) => {
            if let Some(message) = &mut pressed.message {
                let wanted = bot.feedback.preference(message.chat.id).await;
                message.prefer(wanted.language.as_deref(), wanted.quotes.map(usize::from));
                if wanted.language.is_some() {
                    pressed.from.language_code.clone_from(&wanted.language);
                }
            }
        }
        UpdateKind::Inline(_) | UpdateKind::Reacted(_) | UpdateKind::Other(_) => {}
    }
}

/// Answers /settings: shows what is set, or changes it as it is typed.
pub(super) async fn answer(bot: &Bot, message: &Message, typed: &str) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    if !bot.feedback.is_enabled() {
        let off = Reply::text(&messages.text("settings-off"));
        return deliver(bot, message, &off).await;
    }
    let reply = if typed.is_empty() {
        match bot.feedback.kept_preference(message.chat.id).await {
            Some(wanted) => page(bot, &wanted, messages),
            None => Reply::text(&messages.text("settings-unusable")),
        }
    } else {
        changed(bot, message, typed, messages).await
    };
    deliver(bot, message, &reply).await
}

/// Changes what is typed; what is set then, or why nothing is.
async fn changed(bot: &Bot, message: &Message, typed: &str, messages: &'static Messages) -> Reply {
    let changes = match typed_settings(typed) {
        Ok(changes) => changes,
        Err(mut unknown) => {
            unknown.typed = short_line(&unknown.typed, SHOWN);
            return Reply::text(&messages.unknown_setting(&unknown).join("\n"));
        }
    };
    let user = message.from.as_ref().map(|from| from.id);
    if !may_change(bot, message, user.unwrap_or_default()).await {
        return Reply::text(&messages.text("settings-admins-only"));
    }
    match keep(bot, message.chat.id, &changes, messages).await {
        Some((wanted, messages)) => page(bot, &wanted, messages),
        None => Reply::text(&messages.text("settings-failed")),
    }
}

/// Changes what a chat wants; that, in the language that it is spoken to from now on. `None` where it cannot be kept.
async fn keep(
    bot: &Bot,
    chat: i64,
    changes: &[PreferenceChange],
    messages: &'static Messages,
) -> Option<(ChatPreference, &'static Messages)> {
    let wanted = bot.feedback.change_preference(chat, changes).await?;
    let language = wanted.language.as_deref();
    let messages = language.map_or(messages, Messages::of);
    Some((wanted, messages))
}

/// Changes what a chat wants; what to tell whoever may not.
pub(super) async fn pressed(
    bot: &Bot,
    pressed: &ButtonPress,
    change: PreferenceChange,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    let Some(message) = &pressed.message else {
        return Ok(Some(messages.text("stale")));
    };
    if !may_change(bot, message, pressed.from.id).await {
        return Ok(Some(messages.text("settings-admins-only")));
    }
    let chat = message.chat.id;
    let Some((wanted, messages)) = keep(bot, chat, &[change], messages).await else {
        return Ok(Some(messages.text("settings-failed")));
    };
    edit_message(bot, chat, message.id, &page(bot, &wanted, messages)).await?;
    Ok(None)
}

fn page(bot: &Bot, wanted: &ChatPreference, messages: &Messages) -> Reply {
    let button = |label: String, change: PreferenceChange, chosen: bool| {
        let label = if chosen {
            format!("✓ {label}")
        } else {
            label
        };
        InlineKeyboardButton::callback(label, data_of(change))
    };
    let language = |code: Option<&'static str>| {
        let label = code.map_or_else(
            || messages.text("settings-telegram"),
            |code| Messages::of(code).text("settings-own-name"),
        );
        let chosen = wanted.language.as_deref() == code;
        button(label, PreferenceChange::Language(code), chosen)
    };
    let quotes = |number: u8| {
        let now = wanted.quotes.map_or(bot.quotes, usize::from);
        button(
            number.to_string(),
            PreferenceChange::Quotes(Some(number)),
            now == usize::from(number),
        )
    };
    let [english, french, german, spanish, italian] = CODES.map(|code| language(Some(code)));
    let rows = [
        vec![language(None)],
        vec![english, french, german],
        vec![spanish, italian],
        (1..=MOST_QUOTES).map(quotes).collect(),
    ];
    Reply {
        html: escape(&messages.text("settings")),
        keyboard: Some(InlineKeyboardMarkup::new(rows)),
    }
}
