//! CHAT (`.cha`), the format of TalkBank and CHILDES: `*PAR:` and what is said, dependent tiers with `%`, headers
//! with `@`, times in milliseconds between two control characters.
//!
//! Codes are left out as the manual explains them, and what was said again (`[/]`, `[//]`).
//! <https://talkbank.org/0info/manuals/CHAT.html>

use std::collections::HashMap;

use super::super::Document;
use super::super::speech_segments::Segment;
use super::{document, person, role};
use crate::interview::Role;
use crate::reading::facts::Facts;
use crate::reading::participants::Participant;
use crate::reading::structure::diarization_labels;
use crate::reading::{ReadError, character_encoding, metadata, metadata_values};

/// What stands before and after the times of an utterance.
const BULLET: char = '\u{15}';

/// Whether a text begins as a file of this format does.
pub(in crate::reading::format) fn is_chat(head: &str) -> bool {
    let head = head.trim_start_matches('\u{feff}');
    let mut lines = head.lines().map(str::trim).take(12);
    head.starts_with('@')
        && lines.any(|line| line == "@Begin" || line.starts_with("@Participants:"))
}

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    // The control characters around the times are no sign of a binary file.
    let bytes: Vec<u8> = bytes
        .iter()
        .map(|&byte| if byte == 0x15 { 0x0b } else { byte })
        .collect();
    let text = character_encoding::decode(&bytes, warnings)?;
    let lines = unwrapped(&text);
    let speakers = participants(&lines);
    let said = lines
        .iter()
        .filter_map(|line| utterance(line, &speakers))
        .collect();
    Ok(document(said, facts(&lines, speakers)))
}

/// The lines, those that go on with a tab joined to the one before.
fn unwrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match lines.last_mut() {
            Some(last) if line.starts_with('\t') => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => lines.push(line.trim_end().replace('\u{b}', &BULLET.to_string())),
        }
    }
    for line in &mut lines {
        *line = line.replace('\u{b}', &BULLET.to_string());
    }
    lines
}

fn header<'a>(lines: &'a [String], name: &str) -> Option<&'a str> {
    lines.iter().find_map(|line| {
        let value = line
            .strip_prefix('@')?
            .strip_prefix(name)?
            .strip_prefix(':')?;
        Some(value.trim()).filter(|value| !value.is_empty())
    })
}

/// The people by their codes: `PAR Hedda_Lomm Participant`, `MOT Mother`.
fn participants(lines: &[String]) -> HashMap<String, Participant> {
    let declared = header(lines, "Participants").unwrap_or_default();
    let one = |(number, entry): (usize, &str)| {
        let parts: Vec<&str> = entry.split_whitespace().collect();
        let (code, told) = parts.split_first()?;
        let (last, names) = told.split_last()?;
        let role = role(last).filter(|_| *last != "Participant");
        let name = names.join(" ").replace('_', " ");
        // A code without a name is one voice among several.
        let numbered = || format!("Speaker {}", number + 1);
        let name = Some(name)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(numbered);
        Some(((*code).to_owned(), person(&name, role)))
    };
    declared.split(',').enumerate().filter_map(one).collect()
}

fn utterance(line: &str, speakers: &HashMap<String, Participant>) -> Option<Segment> {
    let (code, words) = line.strip_prefix('*')?.split_once(':')?;
    let known = speakers.get(code);
    let unnamed = known.filter(|person| diarization_labels::is_mere_label(&person.name));
    let (words, start, end) = timed(words);
    Some(Segment {
        start,
        end,
        speaker: known.map(|person| person.name.clone()),
        role: unnamed.and_then(|person| person.role),
        text: spoken(&words),
        ..Segment::default()
    })
}

/// An utterance without its times, and these.
fn timed(words: &str) -> (String, Option<u64>, Option<u64>) {
    let mut kept = String::with_capacity(words.len());
    let (mut start, mut end) = (None, None);
    for (at, part) in words.split([BULLET, '\u{2022}']).enumerate() {
        let times = part.split_once('_').filter(|_| at % 2 == 1);
        let times =
            times.and_then(|(from, to)| Some((from.trim().parse().ok()?, to.trim().parse().ok()?)));
        match times {
            Some((from, to)) => {
                start = start.or(Some(from));
                end = Some(to);
            }
            None => kept.push_str(part),
        }
    }
    (kept, start, end)
}

/// The words of an utterance as they were meant, without codes.
fn spoken(coded: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    // Where each group in angle brackets begins.
    let mut groups: Vec<usize> = Vec::new();
    let mut last_group: Option<usize> = None;
    for token in tokens(coded) {
        if token.starts_with('[') {
            let again = ["[/]", "[//]", "[///]", "[/-]", "[/?]"].contains(&token.as_str());
            if again {
                words.truncate(last_group.unwrap_or(words.len().saturating_sub(1)));
            }
            last_group = None;
            continue;
        }
        if token == "<" {
            groups.push(words.len());
        } else if token == ">" {
            last_group = groups.pop();
        } else {
            last_group = None;
            words.extend(word(&token));
        }
    }
    punctuated(&words)
}

/// Words, angle brackets, and codes in square brackets.
fn tokens(coded: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut token = String::new();
    let mut code = false;
    for char in coded.chars() {
        let splits = !code && (char.is_whitespace() || matches!(char, '<' | '>' | '['));
        if splits && !token.is_empty() {
            tokens.push(std::mem::take(&mut token));
        }
        match char {
            '[' => code = true,
            '<' | '>' if !code => {
                tokens.push(char.to_string());
                continue;
            }
            char if !code && char.is_whitespace() => continue,
            _ => {}
        }
        token.push(char);
        if char == ']' {
            code = false;
            tokens.push(std::mem::take(&mut token));
        }
    }
    if !token.is_empty() {
        tokens.push(token);
    }
    tokens
}

/// A word without its marks; `None` for what is no word.
fn word(token: &str) -> Option<String> {
    match token {
        "xxx" | "yyy" | "www" | "„" | "‡" => return None,
        "+..." | "+/." | "+//." | "+..?" | "+!?" | "+." => return Some("…".to_owned()),
        "+/?" | "+//?" => return Some("?".to_owned()),
        "." | "?" | "!" | "," | ";" | ":" => return Some(token.to_owned()),
        _ => {}
    }
    let pause = token.starts_with('(') && !token.chars().any(char::is_alphabetic);
    if pause
        || token.starts_with(['&', '+', '0', '%'])
            && !token.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let bare = token.split('@').next().unwrap_or_default();
    let marks = |char: &char| {
        !matches!(
            char,
            '(' | ')' | '^' | '↑' | '↓' | '→' | '≠' | 'ˈ' | 'ˌ' | '“' | '”'
        )
    };
    let bare: String = bare.chars().filter(marks).collect();
    Some(bare.replace(['_', '+'], " ")).filter(|word| !word.trim().is_empty())
}

/// Words with the marks of punctuation joined to them.
fn punctuated(words: &[String]) -> String {
    let mut text = String::new();
    for word in words {
        let mark = word
            .chars()
            .all(|char| matches!(char, '.' | ',' | '?' | '!' | ';' | ':' | '…'));
        if !mark && !text.is_empty() {
            text.push(' ');
        }
        if !mark || text.chars().next_back().is_some_and(char::is_alphanumeric) {
            text.push_str(word);
        }
    }
    text
}

fn facts(lines: &[String], speakers: HashMap<String, Participant>) -> Facts {
    let mut people: Vec<Participant> = speakers
        .into_values()
        .filter(|person| person.role.is_some() && !diarization_labels::is_mere_label(&person.name))
        .collect();
    people.sort_by(|a, b| a.name.cmp(&b.name));
    let asks = people
        .iter()
        .any(|person| person.role == Some(Role::Interviewer));
    if !asks {
        // Who takes part is no guest where nobody conducts.
        people.clear();
    }
    let date = header(lines, "Date").map(|date| date.replace('-', " "));
    let languages = header(lines, "Languages").unwrap_or_default();
    Facts {
        title: header(lines, "Title").map(str::to_owned),
        date: date.and_then(|date| metadata_values::date(&date)),
        language: languages
            .split([',', ' '])
            .next()
            .and_then(metadata::language),
        people,
        ..Facts::default()
    }
}
