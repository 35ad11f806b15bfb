//! The payload of an owner's buttons and prompts.

use crate::corpus::{DraftChange, DraftKey};
use crate::interview::{InterviewKey, Span};

/// What pressing an owner's button does. Its data begins with `o:`, which no other button's does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OwnerButtonPayload {
    /// Puts a draft into the corpus.
    Add(DraftKey),
    /// Throws a draft away.
    Cancel(DraftKey),
    /// Shows a draft as it would be read.
    Show(DraftKey),
    /// Shows what can be changed about a draft.
    Change(DraftKey),
    /// Asks for a field of a draft.
    Prompt(DraftField, DraftKey),
    /// Gives a speaker of a draft the other role.
    Role(usize, DraftKey),
    /// Removes an interview.
    Remove(InterviewKey),
    /// Withdraws words of an interview.
    Withdraw(InterviewKey, Span),
    /// Does not do what was asked for.
    Keep,
}

/// What can be written about a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DraftField {
    Title,
    Date,
    Outlet,
    Url,
    /// The name of a speaker.
    Name(usize),
}

const PREFIX: &str = "o:";

impl OwnerButtonPayload {
    /// At most 64 characters.
    pub(crate) fn encode(&self) -> String {
        let rest = match self {
            Self::Add(key) => format!("add:{}", key.as_str()),
            Self::Cancel(key) => format!("no:{}", key.as_str()),
            Self::Show(key) => format!("show:{}", key.as_str()),
            Self::Change(key) => format!("change:{}", key.as_str()),
            Self::Prompt(field, key) => format!("ask:{}:{}", field.code(), key.as_str()),
            Self::Role(at, key) => format!("role:{at}:{}", key.as_str()),
            Self::Remove(key) => format!("remove:{:x}", key.value()),
            Self::Withdraw(key, span) => {
                format!("withdraw:{:x}:{}:{}", key.value(), span.start, span.end)
            }
            Self::Keep => "keep".to_owned(),
        };
        format!("{PREFIX}{rest}")
    }

    /// What [`Self::encode`] wrote; `None` for every other text.
    pub(crate) fn decode(data: &str) -> Option<Self> {
        let parts: Vec<&str> = data.strip_prefix(PREFIX)?.split(':').collect();
        Some(match parts.as_slice() {
            ["add", key] => Self::Add(DraftKey::parse(key)?),
            ["no", key] => Self::Cancel(DraftKey::parse(key)?),
            ["show", key] => Self::Show(DraftKey::parse(key)?),
            ["change", key] => Self::Change(DraftKey::parse(key)?),
            ["ask", field, key] => Self::Prompt(DraftField::parse(field)?, DraftKey::parse(key)?),
            ["role", at, key] => Self::Role(at.parse().ok()?, DraftKey::parse(key)?),
            ["remove", key] => Self::Remove(interview(key)?),
            ["withdraw", key, start, end] => {
                let (start, end) = (start.parse().ok()?, end.parse().ok()?);
                (start < end).then_some(())?;
                Self::Withdraw(interview(key)?, Span::new(start, end))
            }
            ["keep"] => Self::Keep,
            _ => return None,
        })
    }
}

fn interview(key: &str) -> Option<InterviewKey> {
    let value = u64::from_str_radix(key, 16)
        .ok()
        .filter(|value| value >> 40 == 0)?;
    let [_, _, _, bytes @ ..] = value.to_be_bytes();
    Some(InterviewKey::from_bytes(bytes))
}

impl DraftField {
    fn code(self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Date => "date".to_owned(),
            Self::Outlet => "outlet".to_owned(),
            Self::Url => "url".to_owned(),
            Self::Name(at) => format!("name{at}"),
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Some(match code {
            "title" => Self::Title,
            "date" => Self::Date,
            "outlet" => Self::Outlet,
            "url" => Self::Url,
            code => Self::Name(code.strip_prefix("name")?.parse().ok()?),
        })
    }

    /// The key of its name in the messages.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::Title => "field-title",
            Self::Date => "field-date",
            Self::Outlet => "field-outlet",
            Self::Url => "field-url",
            Self::Name(_) => "field-name",
        }
    }

    /// The change that gives the field this value.
    pub(crate) fn to(self, value: String) -> DraftChange {
        match self {
            Self::Title => DraftChange::Title(value),
            Self::Date => DraftChange::Date(value),
            Self::Outlet => DraftChange::Outlet(value),
            Self::Url => DraftChange::Url(value),
            Self::Name(at) => DraftChange::Name(at, value),
        }
    }

    /// The last line of a prompt: what a reply to it is about.
    pub(crate) fn prompt_line(self, key: &DraftKey) -> String {
        format!("✎ {} {}", self.code(), key.as_str())
    }

    /// What the prompt with this text asks for.
    pub(crate) fn of_prompt(text: &str) -> Option<(Self, DraftKey)> {
        let line = text.trim_end().lines().last()?.strip_prefix("✎ ")?;
        let (field, key) = line.split_once(' ')?;
        Some((Self::parse(field)?, DraftKey::parse(key)?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn deed() -> impl Strategy<Value = OwnerButtonPayload> {
        let key = "[0-9a-f]{24}".prop_filter_map("a key", |text| DraftKey::parse(&text));
        let interview = any::<[u8; 5]>().prop_map(InterviewKey::from_bytes);
        let field = (0..5usize, 0..1000usize).prop_map(|(kind, at)| {
            [
                DraftField::Title,
                DraftField::Date,
                DraftField::Outlet,
                DraftField::Url,
                DraftField::Name(at),
            ][kind]
        });
        (
            key,
            interview,
            field,
            0..8usize,
            0..300_000_000usize,
            1..100_000usize,
        )
            .prop_map(|(key, interview, field, kind, start, length)| match kind {
                0 => OwnerButtonPayload::Add(key),
                1 => OwnerButtonPayload::Cancel(key),
                2 => OwnerButtonPayload::Show(key),
                3 => OwnerButtonPayload::Change(key),
                4 => OwnerButtonPayload::Prompt(field, key),
                5 => OwnerButtonPayload::Role(length, key),
                6 => OwnerButtonPayload::Remove(interview),
                _ => OwnerButtonPayload::Withdraw(interview, Span::new(start, start + length)),
            })
    }

    proptest! {
        #[test]
        fn every_deed_comes_back_as_it_was_and_fits(deed in deed()) {
            let data = deed.encode();
            prop_assert!(data.len() <= 64);
            prop_assert_eq!(OwnerButtonPayload::decode(&data), Some(deed));
        }

        #[test]
        fn no_text_makes_a_deed_panic(text in any::<String>(), tail in "[a-z0-9:]{0,60}") {
            let _ = (OwnerButtonPayload::decode(&text), OwnerButtonPayload::decode(&format!("o:{tail}")), DraftField::of_prompt(&text));
        }
    }
}
