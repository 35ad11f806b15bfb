//! Parsing of updates from raw JSON, field by field.
//!
//! Read from the raw JSON, field by field: an entity or a message kind newer than the library knows must
//! not lose a question.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use serde_json::value::RawValue;

use super::raw_update::RawUpdate;

/// What an update may hold, as Telegram wrote it.
#[derive(Deserialize)]
struct RawFields<'a> {
    update_id: i64,
    #[serde(borrow)]
    message: Option<&'a RawValue>,
    #[serde(borrow)]
    edited_message: Option<&'a RawValue>,
    #[serde(borrow)]
    callback_query: Option<&'a RawValue>,
    #[serde(borrow)]
    inline_query: Option<&'a RawValue>,
    #[serde(borrow)]
    message_reaction: Option<&'a RawValue>,
}

/// An update with its number.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Update {
    pub(in crate::telegram) id: i64,
    pub(in crate::telegram) kind: UpdateKind,
}

#[derive(Debug, Clone)]
pub(in crate::telegram) enum UpdateKind {
    Message(Message),
    Edited(Message),
    Pressed(ButtonPress),
    Inline(InlineQuery),
    Reacted(EmojiReaction),
    /// Nothing that the bot answers; its kind's name.
    Other(String),
}

/// A message from somebody.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::telegram) struct Message {
    #[serde(rename = "message_id")]
    pub(in crate::telegram) id: i32,
    pub(in crate::telegram) chat: Chat,
    pub(in crate::telegram) from: Option<User>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    caption: Option<String>,
    #[serde(default)]
    pub(in crate::telegram) reply_to_message: Option<Box<Message>>,
    #[serde(default)]
    message_thread_id: Option<i32>,
    #[serde(default)]
    is_topic_message: bool,
    #[serde(default)]
    pub(in crate::telegram) via_bot: Option<User>,
    #[serde(default)]
    pub(in crate::telegram) document: Option<MessageDocument>,
    #[serde(default)]
    entities: Value,
    /// The number that its group has from now on, where it became a supergroup.
    #[serde(default)]
    pub(in crate::telegram) migrate_to_chat_id: Option<i64>,
    /// How many quotes its chat wants; Telegram does not say that.
    #[serde(skip)]
    pub(in crate::telegram) quotes: Option<usize>,
    /// What is to be said over the answer to it; Telegram does not say that either.
    #[serde(skip)]
    pub(in crate::telegram) note: Option<String>,
    /// Its picture, where it is one.
    #[serde(default)]
    photo: Value,
    /// The buttons under it, as Telegram wrote them.
    #[serde(default)]
    pub(in crate::telegram) reply_markup: Value,
}

/// A file in a message.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::telegram) struct MessageDocument {
    pub(in crate::telegram) file_id: String,
    #[serde(default)]
    pub(in crate::telegram) file_name: String,
    /// In bytes, where Telegram says it.
    #[serde(default)]
    pub(in crate::telegram) file_size: u64,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::telegram) struct Chat {
    pub(in crate::telegram) id: i64,
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::telegram) struct User {
    pub(in crate::telegram) id: i64,
    #[serde(default)]
    pub(in crate::telegram) is_bot: bool,
    #[serde(default)]
    pub(in crate::telegram) language_code: Option<String>,
}

/// A pressed button.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::telegram) struct ButtonPress {
    pub(in crate::telegram) id: String,
    pub(in crate::telegram) from: User,
    #[serde(default)]
    pub(in crate::telegram) message: Option<Box<Message>>,
    #[serde(default)]
    pub(in crate::telegram) data: String,
}

/// What somebody typed after the bot's name, in any chat.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::telegram) struct InlineQuery {
    pub(in crate::telegram) id: String,
    pub(in crate::telegram) from: User,
    #[serde(default)]
    pub(in crate::telegram) query: String,
    /// What the answer before said to ask next with; empty at first.
    #[serde(default)]
    pub(in crate::telegram) offset: String,
}

impl UpdateKind {
    /// What Telegram calls it.
    pub(in crate::telegram) fn name(&self) -> &str {
        match self {
            Self::Message(_) => "message",
            Self::Edited(_) => "edited_message",
            Self::Pressed(_) => "callback_query",
            Self::Inline(_) => "inline_query",
            Self::Reacted(_) => "message_reaction",
            Self::Other(kind) => kind,
        }
    }
}

impl Update {
    /// Reads an update; `None` where not even its number can be read.
    pub(super) fn read(raw: &RawUpdate) -> Option<Self> {
        fn read<T: DeserializeOwned>(raw: Option<&RawValue>) -> Option<T> {
            serde_json::from_str(raw?.get()).ok()
        }
        let fields: RawFields<'_> = serde_json::from_str(raw.json()).ok()?;
        let kind = read(fields.message)
            .map(UpdateKind::Message)
            .or_else(|| read(fields.edited_message).map(UpdateKind::Edited))
            .or_else(|| read(fields.callback_query).map(UpdateKind::Pressed))
            .or_else(|| read(fields.inline_query).map(UpdateKind::Inline))
            .or_else(|| read(fields.message_reaction).map(UpdateKind::Reacted))
            .unwrap_or_else(|| UpdateKind::Other(name(raw)));
        Some(Self {
            id: fields.update_id,
            kind,
        })
    }

    /// Whose update it is: one user's are handled one after another.
    pub(super) fn sender(&self) -> i64 {
        match &self.kind {
            UpdateKind::Message(message) | UpdateKind::Edited(message) => message.sender(),
            UpdateKind::Pressed(pressed) => pressed.from.id,
            UpdateKind::Inline(query) => query.from.id,
            UpdateKind::Reacted(reaction) => reaction.sender(),
            UpdateKind::Other(_) => 0,
        }
    }
}

fn name(raw: &RawUpdate) -> String {
    let fields: BTreeMap<String, IgnoredAny> = serde_json::from_str(raw.json()).unwrap_or_default();
    let keys = fields.into_keys().filter(|key| *key != "update_id");
    keys.collect::<Vec<_>>().join(",")
}

impl Message {
    /// What it says: its text, or the caption of its picture.
    pub(in crate::telegram) fn words(&self) -> &str {
        self.text
            .as_deref()
            .or(self.caption.as_deref())
            .unwrap_or_default()
    }

    /// Whether it is a picture: its words cannot be put in the place of others.
    pub(in crate::telegram) fn is_picture(&self) -> bool {
        !self.photo.is_null()
    }

    /// The words in its quotation, without the marks of cuts.
    pub(in crate::telegram) fn quoted(&self, cut: &str) -> Option<String> {
        let entities = self.entities.as_array()?;
        let is_quotation = |entity: &&Value| {
            let kind = entity.get("type").and_then(Value::as_str);
            matches!(kind, Some("blockquote" | "expandable_blockquote"))
        };
        let entity = entities.iter().find(is_quotation)?;
        let number = |key: &str| entity.get(key).and_then(Value::as_u64);
        let units: Vec<u16> = self.words().encode_utf16().collect();
        let start = usize::try_from(number("offset")?).ok()?;
        let end = start.checked_add(usize::try_from(number("length")?).ok()?)?;
        let text = String::from_utf16(units.get(start..end)?).ok()?;
        let text = text.trim();
        let text = text.strip_prefix(cut).unwrap_or(text);
        let text = text.strip_suffix(cut).unwrap_or(text);
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The addresses that its words lead to.
    pub(in crate::telegram) fn links(&self) -> impl Iterator<Item = &str> {
        let entities = self.entities.as_array().into_iter().flatten();
        entities.filter_map(|entity| entity.get("url")?.as_str())
    }

    /// What the buttons under it carry.
    pub(in crate::telegram) fn button_data(&self) -> impl Iterator<Item = &str> {
        let rows = self.reply_markup.get("inline_keyboard");
        let rows = rows.and_then(Value::as_array).into_iter().flatten();
        let buttons = rows.filter_map(Value::as_array).flatten();
        buttons.filter_map(|button| button.get("callback_data")?.as_str())
    }

    /// The topic that it stands in, in a forum.
    pub(in crate::telegram) fn topic(&self) -> Option<i32> {
        self.message_thread_id.filter(|_| self.is_topic_message)
    }

    /// The language that its sender's Telegram is set to.
    pub(in crate::telegram) fn language(&self) -> &str {
        self.from
            .as_ref()
            .and_then(|from| from.language_code.as_deref())
            .unwrap_or_default()
    }

    /// Takes over what its chat wants.
    pub(in crate::telegram) fn prefer(&mut self, language: Option<&str>, quotes: Option<usize>) {
        self.quotes = quotes;
        if let (Some(from), Some(language)) = (&mut self.from, language) {
            from.language_code = Some(language.to_owned());
        }
    }

    /// Whose it is: its sender, or where it has none its chat.
    pub(in crate::telegram) fn sender(&self) -> i64 {
        self.from.as_ref().map_or(self.chat.id, |from| from.id)
    }

    /// Whether a person wrote it, and not a bot, a channel or the service.
    pub(in crate::telegram) fn is_from_a_person(&self) -> bool {
        self.from.as_ref().is_some_and(|from| !from.is_bot)
    }
}

impl Chat {
    pub(in crate::telegram) fn is_private(&self) -> bool {
        self.kind == "private"
    }
}

/// A changed reaction to a message.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::telegram) struct EmojiReaction {
    pub(in crate::telegram) chat: Chat,
    #[serde(rename = "message_id")]
    pub(in crate::telegram) message: i32,
    /// Nobody where it was given in a chat's name.
    #[serde(default)]
    pub(in crate::telegram) user: Option<User>,
    #[serde(default)]
    pub(in crate::telegram) old_reaction: Vec<Value>,
    #[serde(default)]
    pub(in crate::telegram) new_reaction: Vec<Value>,
}

impl EmojiReaction {
    /// Whose it is.
    fn sender(&self) -> i64 {
        self.user.as_ref().map_or(self.chat.id, |user| user.id)
    }
}
