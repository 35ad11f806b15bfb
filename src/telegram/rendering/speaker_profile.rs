//! A speaker's profile as Telegram HTML.

use super::escaping::{escape, short_line};
use crate::answer::SpeakerProfile;
use crate::messages::Messages;

/// How many namesakes and how many interviews of one person are named, and how much of what an owner wrote of them, in
/// UTF-16 units: a quote stands below.
const PEOPLE: usize = 4;
const APPEARANCES: usize = 3;
const SHOWN: usize = 60;

/// Who they are: a line each, and where one was asked for the interviews.
pub(super) fn people_html(people: &[SpeakerProfile], messages: &Messages) -> String {
    let field = |text: &str| short_line(text, SHOWN);
    let line = |one: &SpeakerProfile| {
        let name = escape(&field(&one.name));
        let line = escape(&messages.named(&field(&one.name), &messages.profile(one, field)));
        let facts = line.strip_prefix(&name).unwrap_or_default();
        format!("<b>{name}</b>{facts}")
    };
    let mut lines: Vec<String> = people.iter().take(PEOPLE).map(line).collect();
    if let [one] = people {
        let shown = one.interviews.iter().take(APPEARANCES);
        let shown = shown.map(|one| format!("• {}", escape(&messages.appearance(one, field))));
        lines.extend(shown);
        let more = one.interviews.len().saturating_sub(APPEARANCES);
        let more = (more > 0).then(|| messages.with("and-more", &[("count", more.into())]));
        lines.extend(more.map(|more| escape(&more)));
    }
    if lines.is_empty() {
        return String::new();
    }
    lines.join("\n") + "\n\n"
}
