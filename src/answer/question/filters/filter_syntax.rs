//! The filter syntax: `speaker:"Michel Paulin"`, `date:2019..2021`, `in:NAME`, `#collection`.
//!
//! What names nothing that the corpus holds is said to be unknown, whatever the interviews speak of.

use super::name_resolution::{with_name, with_name_among};
use super::{FilteredQuestion, UnknownFilterKind, UnknownFilterValue, outlet_filter};
use crate::index::{Catalogue, Filters, NameSpelling};
use crate::interview::{DateRange, Span};
use crate::language::normalized_name;

/// What a value is of.
#[derive(Debug, Clone, Copy)]
enum FilterKey {
    Speaker,
    Date,
    In,
    Collection,
}

const KEYS: [(&str, FilterKey); 4] = [
    ("speaker:", FilterKey::Speaker),
    ("date:", FilterKey::Date),
    ("in:", FilterKey::In),
    ("#", FilterKey::Collection),
];

/// Opening marks with those that close them.
const MARKS: [(char, char); 3] = [('"', '"'), ('“', '”'), ('«', '»')];

/// What may stand behind a value without being part of it.
const CLOSING: &[char] = &[',', ';', '?', '!', ')', '.', ':', '…'];

/// Takes the filters out that are written out.
pub(super) fn take_written_filters(understood: &mut FilteredQuestion, catalogue: &Catalogue) {
    let mut at = 0;
    while let Some(start) = word_from(&understood.text, at) {
        let rest = &understood.text[start..];
        let Some((key, kind)) = KEYS.iter().find(|(key, _)| begins_with(rest, key)) else {
            at = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
            continue;
        };
        let value = value_at(
            &understood.text,
            from(&understood.text, start + key.len(), *kind),
        );
        at = value.end;
        let taken = match kind {
            FilterKey::Speaker => speaker(understood, value.inside, catalogue),
            FilterKey::Date => date(understood, value.inside),
            FilterKey::In => place(understood, value.inside, catalogue),
            FilterKey::Collection => collection(understood, value.inside, catalogue),
        };
        let unknown = !taken && note_unknown(understood, (key, *kind), value.inside, catalogue);
        if taken || unknown {
            understood.cut(Span::new(start, value.end));
        }
    }
}

/// Where the value of a key begins: behind blanks, where a word follows. A `#` stands right before its name.
fn from(text: &str, at: usize, key: FilterKey) -> usize {
    let blanks = text[at..].find(|c: char| !c.is_whitespace());
    blanks.map_or(at, |blanks| match key {
        FilterKey::Collection => at,
        FilterKey::Speaker | FilterKey::Date | FilterKey::In => at + blanks,
    })
}

/// Notes that nothing is called so, or that nothing is named; whether that is so: `#1` is a number.
fn note_unknown(
    understood: &mut FilteredQuestion,
    (written, key): (&str, FilterKey),
    value: Span,
    catalogue: &Catalogue,
) -> bool {
    let typed = understood.text[value.start..value.end].trim_end_matches(CLOSING);
    let kind = match key {
        FilterKey::Speaker => UnknownFilterKind::Speaker,
        FilterKey::Date => UnknownFilterKind::Date,
        FilterKey::In => UnknownFilterKind::Place,
        FilterKey::Collection => UnknownFilterKind::Collection,
    };
    let names = match key {
        FilterKey::Date => !typed.is_empty(),
        _ => typed.contains(char::is_alphabetic),
    };
    if typed.is_empty() && !matches!(key, FilterKey::Collection) {
        understood
            .unknown
            .push(UnknownFilterValue::nothing_behind(written));
        return true;
    }
    if names {
        let unknown = UnknownFilterValue::of(kind, typed, catalogue);
        understood.unknown.push(unknown);
    }
    names
}

/// Where the next word begins at or after a byte.
fn word_from(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let inside = at > 0 && !text[..at].ends_with(char::is_whitespace);
    let skipped = if inside {
        rest.find(char::is_whitespace)?
    } else {
        0
    };
    let rest = &rest[skipped..];
    Some(at + skipped + rest.find(|c: char| !c.is_whitespace())?)
}

fn begins_with(text: &str, key: &str) -> bool {
    let head = text.get(..key.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(key))
}

/// A value: the bytes inside its quotation marks, and where it ends with them.
struct FilterValue {
    inside: Span,
    end: usize,
}

fn value_at(text: &str, start: usize) -> FilterValue {
    let rest = &text[start..];
    let marks = MARKS.iter().find(|(open, _)| rest.starts_with(*open));
    if let Some((open, close)) = marks {
        let from = start + open.len_utf8();
        if let Some(length) = text[from..].find(*close) {
            return FilterValue {
                inside: Span::new(from, from + length).trimmed(text),
                end: from + length + close.len_utf8(),
            };
        }
    }
    let end = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
    let inside = Span::new(start, end);
    FilterValue { inside, end }
}

fn speaker(understood: &mut FilteredQuestion, value: Span, catalogue: &Catalogue) -> bool {
    let typed = understood.text[value.start..value.end]
        .trim_end_matches(CLOSING)
        .to_owned();
    let bare = normalized_name(&typed);
    let Some(person) = with_name(&bare, catalogue) else {
        let interviewer = with_name_among(&bare, &catalogue.interviewers);
        let is_known = interviewer.is_some();
        understood.interviewers.extend(interviewer);
        return is_known;
    };
    understood.take_person(person, &typed);
    true
}

fn date(understood: &mut FilteredQuestion, value: Span) -> bool {
    let typed = understood.text[value.start..value.end].trim_end_matches([',', ';', '?', '!', ')']);
    let parse = |typed: &str| {
        typed
            .parse::<DateRange>()
            .or_else(|_| hyphenated(typed).parse())
    };
    // "2021.." is open, "2021." ends a sentence.
    let period = parse(typed).or_else(|_| parse(typed.trim_end_matches(CLOSING)));
    understood.filters.dates.extend(period.as_ref().ok());
    period.is_ok()
}

/// A date or two as ISO 8601 writes them: `2020/4/7` and `2020.04.07` with hyphens and two digits, `7.4.2020` turned around.
fn hyphenated(typed: &str) -> String {
    let date = |date: &str| {
        let mut parts: Vec<&str> = date.split(['/', '-', '.']).collect();
        if parts.len() == 3 && parts[2].len() == 4 {
            parts.reverse();
        }
        let two = |part: &&str| format!("{part:0>2}");
        parts.iter().map(two).collect::<Vec<_>>().join("-")
    };
    let ends: Vec<String> = typed
        .split("..")
        .map(|end| {
            if end.is_empty() {
                String::new()
            } else {
                date(end)
            }
        })
        .collect();
    ends.join("..")
}

fn collection(understood: &mut FilteredQuestion, value: Span, catalogue: &Catalogue) -> bool {
    let name = find_collection(&understood.text[value.start..value.end], catalogue);
    understood
        .filters
        .collections
        .extend(name.map(str::to_owned));
    name.is_some()
}

/// A collection, else an outlet, else an interview by its title, its id where it has none, or by how it alone begins.
fn place(understood: &mut FilteredQuestion, value: Span, catalogue: &Catalogue) -> bool {
    if collection(understood, value, catalogue) {
        return true;
    }
    let typed = &understood.text[value.start..value.end];
    let filters: &mut Filters = &mut understood.filters;
    if let Some(outlet) = outlet_filter::named(typed, catalogue) {
        filters.outlets.push(outlet.written.clone());
        return true;
    }
    let title = title(&normalized_name(typed), catalogue);
    filters
        .titles
        .extend(title.map(|title| title.written.clone()));
    title.is_some()
}

fn title<'a>(bare: &str, catalogue: &'a Catalogue) -> Option<&'a NameSpelling> {
    let titles = || catalogue.titles.iter().chain(&catalogue.untitled);
    let mut begun = titles().filter(|title| !bare.is_empty() && title.bare.starts_with(bare));
    let exact = titles().find(|title| title.bare == bare);
    exact.or_else(|| begun.next().filter(|_| begun.next().is_none()))
}

/// The collection with a name, however it is written: without case, accents, spaces and hyphens.
#[must_use]
pub fn find_collection<'a>(name: &str, catalogue: &'a Catalogue) -> Option<&'a str> {
    let letters = |name: &str| normalized_name(name).replace(' ', "");
    let wanted = letters(name);
    let mut names = catalogue.collections.iter().map(|(name, _)| name.as_str());
    names.find(|name| !wanted.is_empty() && letters(name) == wanted)
}
