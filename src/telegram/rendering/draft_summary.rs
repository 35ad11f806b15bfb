//! The summary of a draft as a message, with its buttons. Pure.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::escaping::{CUT, escape, plain, shorten};
use super::owner_button_payload::{DraftField, OwnerButtonPayload};
use super::reply::Reply;
use crate::corpus::{Draft, DraftKey};
use crate::interview::{Role, Speaker};
use crate::messages::Messages;

/// UTF-16 units of a sample, a warning and a field; how many of each are shown. Together below Telegram's 4,096.
const SAMPLE: usize = 300;
const WARNING: usize = 200;
const FIELD: usize = 120;
const SAMPLES: usize = 3;
const WARNINGS: usize = 4;
const SPEAKERS: usize = 8;

/// What was read, and what can be done with it.
pub(in crate::telegram) fn summary(draft: &Draft, messages: &Messages) -> Reply {
    let button = |key: &str, deed: OwnerButtonPayload| {
        InlineKeyboardButton::callback(messages.text(key), deed.encode())
    };
    let key = &draft.key;
    let keyboard = InlineKeyboardMarkup::new([
        vec![button("button-add", OwnerButtonPayload::Add(key.clone()))],
        vec![
            button("button-change", OwnerButtonPayload::Change(key.clone())),
            button("button-cancel", OwnerButtonPayload::Cancel(key.clone())),
        ],
    ]);
    Reply {
        html: html(draft, messages),
        keyboard: Some(keyboard),
    }
}

/// What was read, and what of it can be changed.
pub(in crate::telegram) fn choices(draft: &Draft, messages: &Messages) -> Reply {
    Reply {
        html: html(draft, messages),
        keyboard: Some(fields(draft, &draft.key, messages)),
    }
}

fn fields(draft: &Draft, key: &DraftKey, messages: &Messages) -> InlineKeyboardMarkup {
    let field = |field: DraftField| {
        let deed = OwnerButtonPayload::Prompt(field, key.clone());
        InlineKeyboardButton::callback(messages.text(field.message()), deed.encode())
    };
    let mut rows = vec![
        vec![field(DraftField::Title), field(DraftField::Date)],
        vec![field(DraftField::Outlet), field(DraftField::Url)],
    ];
    for (at, speaker) in draft.interview.speakers.iter().take(SPEAKERS).enumerate() {
        let name = name(speaker, messages);
        let rename = messages.with("button-name", &[("name", name.as_str().into())]);
        let rename = OwnerButtonPayload::Prompt(DraftField::Name(at), key.clone()).button(rename);
        let mut row = vec![rename];
        if speaker.name.is_some() {
            let turn = match speaker.role {
                Some(Role::Guest) => "button-asks",
                Some(Role::Interviewer) | None => "button-answers",
            };
            row.push(OwnerButtonPayload::Role(at, key.clone()).button(messages.text(turn)));
        }
        rows.push(row);
    }
    rows.push(vec![
        OwnerButtonPayload::Show(key.clone()).button(messages.text("button-back")),
    ]);
    InlineKeyboardMarkup::new(rows)
}

impl OwnerButtonPayload {
    fn button(&self, label: String) -> InlineKeyboardButton {
        InlineKeyboardButton::callback(label, self.encode())
    }
}

fn html(draft: &Draft, messages: &Messages) -> String {
    let interview = &draft.interview;
    let metadata = &interview.metadata;
    let unknown = || messages.text("unknown");
    let title = metadata.title.clone().unwrap_or_else(unknown);
    let date = metadata
        .date
        .map_or_else(unknown, |date| messages.date(date));
    let mut lines = vec![
        format!("<b>{}</b>", escape(&one_line(&draft.name, FIELD))),
        line("field-title", &title, messages),
        line("field-date", &date, messages),
    ];
    let more = [
        ("field-outlet", &metadata.outlet),
        ("field-url", &metadata.url),
    ];
    for (key, value) in more {
        lines.extend(value.as_deref().map(|value| line(key, value, messages)));
    }
    let speakers = interview.speakers.iter().take(SPEAKERS);
    lines.extend(speakers.map(|speaker| line(role(speaker), &name(speaker, messages), messages)));
    let counts = [
        ("exchanges", interview.answered().into()),
        ("passages", draft.passages.len().into()),
    ];
    lines.push(escape(&messages.with("draft-counts", &counts)));
    let warnings = interview.warnings.iter().take(WARNINGS);
    lines.extend(warnings.map(|warning| format!("⚠️ {}", escape(&one_line(warning, WARNING)))));
    let hidden = interview.warnings.len().saturating_sub(WARNINGS);
    if hidden > 0 {
        lines.push(escape(
            &messages.with("draft-warnings", &[("count", hidden.into())]),
        ));
    }
    for sample in samples(draft) {
        lines.push(format!(
            "<blockquote>{}</blockquote>",
            escape(&one_line(sample, SAMPLE))
        ));
    }
    lines.join("\n")
}

fn line(key: &str, value: &str, messages: &Messages) -> String {
    let (name, value) = (messages.text(key), one_line(value, FIELD));
    let values = [
        ("name", name.as_str().into()),
        ("value", value.as_str().into()),
    ];
    escape(&messages.with("field", &values))
}

/// A text without line breaks, cut where it is too long.
pub(in crate::telegram) fn one_line(text: &str, most: usize) -> String {
    let text = plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let (span, (_, cut)) = shorten(&text, None, most);
    format!(
        "{}{}",
        &text[span.start..span.end],
        if cut {
            format!(" {CUT}")
        } else {
            String::new()
        }
    )
}

/// The first, the middle and the last passage.
fn samples(draft: &Draft) -> Vec<&str> {
    let last = draft.passages.len().saturating_sub(1);
    let mut places = vec![0, last / 2, last];
    places.dedup();
    places.truncate(SAMPLES);
    let passages = places.into_iter().filter_map(|at| draft.passages.get(at));
    passages
        .filter_map(|passage| draft.interview.slice(passage.span))
        .collect()
}

fn name(speaker: &Speaker, messages: &Messages) -> String {
    let name = speaker.name.clone();
    one_line(&name.unwrap_or_else(|| messages.text("unnamed")), 40)
}

fn role(speaker: &Speaker) -> &'static str {
    match speaker.role {
        Some(Role::Guest) => "role-answers",
        Some(Role::Interviewer) => "role-asks",
        None => "role-unknown",
    }
}
