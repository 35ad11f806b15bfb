//! Labels in every paragraph, with the time at its end or under a heading of its own.

use std::collections::HashMap;

use super::super::speech_segments::Segment;
use super::super::time_codes;
use super::heading_patterns::{LEAST, LONGEST, aside, name};
use crate::reading::structure::{diarization_labels, key};

/// How the line begins with which a program ends a transcript.
const ENDINGS: [&str; 5] = [
    "transcription ended",
    "la transcription a pris fin",
    "transkription wurde beendet",
    "la transcripción finalizó",
    "trascrizione terminata",
];

/// What the line says that a meeting program writes when somebody begins or ends a transcript, behind a name.
const NOTICES: [&str; 8] = [
    "started transcription",
    "stopped transcription",
    "a démarré la transcription",
    "a arrêté la transcription",
    "hat die transkription gestartet",
    "hat die transkription beendet",
    "inició la transcripción",
    "detuvo la transcripción",
];

/// How many lines a text has at least in which labels in every line are those of pieces of turns.
const FEWEST_CUES: usize = 8;

/// Whether a line says that somebody began or ended the transcript.
pub(super) fn is_notice(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    lower.split_whitespace().count() <= 8 && NOTICES.iter().any(|notice| lower.ends_with(notice))
}

/// Lines that all begin with a label, many with that of the line before: pieces of turns, as recognition writes them.
pub(super) fn cued(lines: &[&str]) -> Option<Vec<Segment>> {
    let labelled = |line: &'_ str| -> Option<(String, String)> {
        let bracketed = line.strip_prefix('[').and_then(|line| line.split_once(']'));
        let (label, words) = match bracketed {
            Some((label, words)) => (label, words.trim_start_matches(':')),
            None => line.split_once(':')?,
        };
        let named = diarization_labels::is_mere_label(label) || name(label).is_some();
        let apart = words.starts_with(char::is_whitespace);
        (named && apart).then(|| (label.trim().to_owned(), words.trim().to_owned()))
    };
    let pieces: Vec<(String, String)> = lines
        .iter()
        .map(|line| labelled(line))
        .collect::<Option<_>>()?;
    let repeats = pieces
        .windows(2)
        .filter(|pair| pair[0].0 == pair[1].0)
        .count();
    if pieces.len() < FEWEST_CUES || repeats * 3 < pieces.len() {
        return None;
    }
    let mut last = None;
    let segments = pieces.into_iter().map(|(label, words)| {
        let turns = last.as_ref() != Some(&label);
        last = Some(label.clone());
        Segment {
            speaker: Some(label),
            turns,
            opens: turns,
            text: words,
            ..Segment::default()
        }
    });
    Some(segments.collect())
}

/// Paragraphs that begin with a label and end with their time, `#00:00:18-0#`: each begins where the one before ended.
pub(super) fn ended(lines: &[&str]) -> Option<Vec<Segment>> {
    let stamp = |line: &str| {
        let (words, time) = line.strip_suffix('#')?.rsplit_once('#')?;
        let (time, _) = time_codes::time(&time.replace('-', "."))?;
        Some((words.trim_end().to_owned(), time))
    };
    let stamped = lines.iter().filter(|line| stamp(line).is_some()).count();
    if stamped < LEAST || stamped * 2 < lines.len() {
        return None;
    }
    let mut segments = Vec::new();
    let (mut time, mut speaker) = (0, None);
    for line in lines {
        let (words, end) = match stamp(line) {
            Some((words, end)) => (words, Some(end)),
            None => ((*line).to_owned(), None),
        };
        let labelled = words.split_once(':').filter(|(label, _)| {
            label.len() <= LONGEST
                && (diarization_labels::is_mere_label(label) || name(label).is_some())
        });
        let (turns, said) = match labelled {
            Some((label, said)) => {
                speaker = Some(label.trim().to_owned());
                (true, said.trim().to_owned())
            }
            None => (false, words),
        };
        segments.push(Segment {
            start: Some(time),
            end,
            speaker: speaker.clone(),
            turns,
            opens: true,
            text: said,
            ..Segment::default()
        });
        time = end.unwrap_or(time);
    }
    Some(segments)
}

/// Labels in every paragraph below times that stand alone, as Google Meet writes them; what follows the last of them
/// under a heading of its own is the program's.
pub(super) fn under_times(lines: &[&str]) -> Option<Vec<Segment>> {
    let alone = |line: &str| {
        time_codes::time(line)
            .filter(|(_, rest)| rest.is_empty())
            .map(|(time, _)| time)
    };
    let labelled = |line: &'_ str| {
        let (label, words) = line.split_once(':')?;
        let named = name(label).is_some() && words.starts_with(char::is_whitespace);
        named.then(|| (label.trim().to_owned(), words.trim().to_owned()))
    };
    let first = lines.iter().position(|line| alone(line).is_some())?;
    let times = lines.iter().filter(|line| alone(line).is_some()).count();
    let mut labels: HashMap<String, usize> = HashMap::new();
    for (label, _) in lines[first..].iter().filter_map(|line| labelled(line)) {
        *labels.entry(key(&label)).or_default() += 1;
    }
    let known = |label: &str| labels.get(&key(label)).is_some_and(|times| *times > 1);
    let below = lines.len() - first - times;
    let recurring: usize = labels.values().filter(|times| **times > 1).sum();
    if times < 2 || recurring < LEAST || recurring * 2 < below {
        return None;
    }
    let mut segments: Vec<Segment> = lines[..first].iter().map(|line| aside(line)).collect();
    let (mut time, mut speaker, mut ended) = (None, None, false);
    for line in &lines[first..] {
        if let Some(at) = alone(line) {
            time = Some(at);
            continue;
        }
        ended |= ENDINGS
            .iter()
            .any(|ending| line.to_lowercase().starts_with(ending));
        if ended {
            segments.push(aside(line));
            continue;
        }
        let (turns, words) = match labelled(line) {
            Some((label, words)) if known(&label) => {
                speaker = Some(label);
                (true, words)
            }
            _ => (false, (*line).to_owned()),
        };
        segments.push(Segment {
            start: time.take(),
            speaker: speaker.clone(),
            turns,
            opens: true,
            text: words,
            ..Segment::default()
        });
    }
    Some(segments)
}
