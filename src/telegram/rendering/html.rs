//! Answers and quotes as Telegram HTML: cut to length in UTF-16 units before they are marked up. Pure: text in, text
//! out.
//!
//! What is shown is cut before it is marked up, so that no tag and no character is ever cut, and lengths
//! are counted as Telegram does: in UTF-16 code units of the text without its tags.

use super::escaping::{CUT, escape, field, one_line, plain, shorten, units};
use super::speaker_profile::people_html;
use crate::answer::{Answer, Attribution, NoAnswer, Quote};
use crate::interview::Span;
use crate::messages::Messages;

/// UTF-16 units of a message's parts; together below Telegram's 4,096.
const QUOTE: usize = 2_200;
const ASKED: usize = 400;
const NOTE: usize = 240;

/// One quote: the interviewer's question, the words with what answers in bold, who said them.
#[must_use]
pub fn quote_html(quote: &Quote, messages: &Messages) -> String {
    let mut html = asked_html(quote, messages);
    html.push_str(&format!("<blockquote>{}</blockquote>\n", words(quote)));
    html.push_str(&credit_html(quote.attribution(), messages));
    html
}

/// A page of the answer around a quote: the question, the words, who said them.
pub(in crate::telegram) fn context_html(quote: &Quote, words: &str, messages: &Messages) -> String {
    format!(
        "{}<blockquote expandable>{words}</blockquote>\n{}",
        asked_html(quote, messages),
        credit_html(quote.attribution(), messages)
    )
}

/// A part of an answer, what is highlighted in bold.
pub(in crate::telegram) fn part_html(part: &Quote) -> String {
    words(part)
}

fn asked_html(quote: &Quote, messages: &Messages) -> String {
    let mut html = String::new();
    if let Some(asked) = quote
        .asked()
        .map(one_line)
        .filter(|asked| !asked.is_empty())
    {
        let (span, (_, after)) = shorten(&asked, None, ASKED);
        let cut = if after {
            format!(" {CUT}")
        } else {
            String::new()
        };
        let label = escape(&messages.text("asked"));
        html.push_str(&format!(
            "<i>{label} {}{cut}</i>\n\n",
            escape(&asked[span.start..span.end])
        ));
    }
    html
}

/// The line under a quote: who said it.
pub(in crate::telegram) fn credit_html(whose: &Attribution, messages: &Messages) -> String {
    format!("— {}", attribution(whose, messages))
}

/// The quoted words, cut to what a message holds, the highlights in bold.
fn words(quote: &Quote) -> String {
    let text = quote.text();
    let start = quote.span().start;
    let marks: Vec<Span> = quote
        .highlights()
        .iter()
        .map(|mark| Span::new(mark.start - start, mark.end - start))
        .collect();
    let best = quote.best_highlight();
    let best = best.map(|mark| Span::new(mark.start - start, mark.end - start));
    let (shown, (cut_before, cut_after)) = shorten(text, best, QUOTE);
    let (mid_before, mid_after) = quote.cuts();
    let mut html = String::new();
    if cut_before || mid_before {
        html.push_str(&format!("{CUT} "));
    }
    let mut at = shown.start;
    for mark in &marks {
        let (from, to) = (mark.start.max(at), mark.end.min(shown.end));
        if from >= to {
            continue;
        }
        html.push_str(&escape(&text[at..from]));
        html.push_str(&format!("<b>{}</b>", escape(&text[from..to])));
        at = to;
    }
    html.push_str(&escape(&text[at..shown.end]));
    if cut_after || mid_after {
        html.push_str(&format!(" {CUT}"));
    }
    html
}

/// Who said it, what they are, where and when, with the link.
fn attribution(attribution: &Attribution, messages: &Messages) -> String {
    let speaker = attribution
        .speaker
        .as_deref()
        .map_or_else(|| messages.unnamed(attribution.role), field);
    let mut parts = vec![format!("<b>{}</b>", escape(&speaker))];
    parts.extend(
        attribution
            .description
            .as_deref()
            .map(|what| escape(&field(what))),
    );
    let title = messages.interview(attribution, field);
    parts.extend(title.as_deref().map(escape));
    parts.extend(
        attribution
            .outlet
            .as_deref()
            .map(|outlet| escape(&field(outlet))),
    );
    parts.extend(attribution.date.map(|date| escape(&messages.date(date))));
    parts.extend(attribution.page.map(|page| escape(&messages.page(page))));
    parts.extend(attribution.time_ms.map(|time| escape(&messages.time(time))));
    let mut html = parts.join(", ");
    if let Some(link) = &attribution.link {
        html.push_str(&format!(
            "\n<a href=\"{}\">{}</a>",
            escape(link),
            escape(&messages.text("read"))
        ));
    }
    html
}

/// How the question was read, where that was not as it stands: a line for each, or nothing.
fn notes_html(answer: &Answer, messages: &Messages) -> String {
    let notes = messages.notes(answer);
    let lines: Vec<String> = notes.iter().map(|note| note_line(note)).collect();
    if lines.is_empty() {
        return String::new();
    }
    lines.join("\n") + "\n\n"
}

/// A note as one line that fits under a quote, whatever names are in it.
fn note_line(note: &str) -> String {
    let note = one_line(&plain(note));
    let (span, (_, after)) = shorten(&note, None, NOTE);
    let shown = escape(&note[span.start..span.end]);
    if after { shown + "…" } else { shown }
}

/// That nothing answers, and what there is instead: two lines at most, for a question to try stands under them.
fn nothing_html(answer: &Answer, nothing: &NoAnswer, messages: &Messages) -> String {
    let mut lines = refused(answer, nothing, messages);
    if lines.len() == 1 && nothing.unknown.is_empty() {
        let instead = messages.instead(nothing, |line| units(line) <= NOTE);
        lines.push(note_line(&instead));
    }
    lines.join("\n")
}

/// That nothing answers, and how the question was read: a line each. Of what there is not, that and nothing else.
fn refused(answer: &Answer, nothing: &NoAnswer, messages: &Messages) -> Vec<String> {
    if let Some(unknown) = messages.unknown(&nothing.unknown) {
        return vec![note_line(&unknown)];
    }
    let notes = messages.notes(answer).join(" ");
    let mut lines = vec![messages.nothing(nothing)];
    lines.extend(Some(notes).filter(|notes| !notes.is_empty()));
    lines.iter().map(|line| note_line(line)).collect()
}

/// What is said where an answer has no quote, and no more than that: nothing that could be asked instead.
pub(in crate::telegram) fn refusal_html(answer: &Answer, messages: &Messages) -> Option<String> {
    match answer {
        Answer::Found(_) | Answer::Interviewers(_) => None,
        Answer::Nothing(nothing) => Some(refused(answer, nothing, messages).join("\n")),
        Answer::Talk(talk) => Some(escape(&messages.talk(talk.kind))),
    }
}

/// The first page of an answer.
pub(in crate::telegram) fn answer_html(answer: &Answer, messages: &Messages) -> String {
    let rest = match answer {
        Answer::Nothing(nothing) => return nothing_html(answer, nothing, messages),
        Answer::Found(found) => {
            let first = found.quotes.first();
            let first = first.map(|quote| quote_html(quote, messages));
            people_html(&found.people, messages) + &first.unwrap_or_default()
        }
        Answer::Talk(talk) => escape(&messages.talk(talk.kind)),
        Answer::Interviewers(people) => {
            people_html(people, messages) + &escape(&messages.text("interviewers-unquoted"))
        }
    };
    notes_html(answer, messages) + &rest
}
