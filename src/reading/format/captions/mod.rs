//! Captions: lines that are shown for a few seconds, in the formats of players, broadcasters and video sites.
//!
//! A line is a segment. Lines that roll, shown again while the next one comes in, are taken once, at the time at
//! which they are shown first.

pub(super) mod ass;
pub(super) mod sbv;
pub(super) mod subrip_webvtt;
pub(super) mod ttml;

use super::Document;
use super::caption_speaker_labels;
use super::speech_segments::{self, Segment};

/// A gap between two captions that still roll on, in milliseconds.
const ROLLING: u64 = 500;
/// Sounds that automatic captions write into speech.
const SOUNDS: [&str; 14] = [
    "music",
    "applause",
    "laughter",
    "laughs",
    "musique",
    "applaudissements",
    "rires",
    "musik",
    "applaus",
    "gelächter",
    "música",
    "aplausos",
    "musica",
    "applausi",
];

/// What is shown between two times.
#[derive(Debug, Clone, Default)]
struct Cue {
    /// Milliseconds from the start of the recording.
    start: u64,
    /// Milliseconds from the start of the recording.
    end: u64,
    /// What each line says, and who says it where its format says that.
    lines: Vec<(Option<String>, String)>,
}

/// The document that captions make.
fn document(mut cues: Vec<Cue>) -> Document {
    for (_, words) in cues.iter_mut().flat_map(|cue| &mut cue.lines) {
        *words = without_sounds(words);
    }
    cues.iter_mut()
        .for_each(|cue| cue.lines.retain(|(_, words)| !words.trim().is_empty()));
    if rolls(&cues) {
        unroll(&mut cues);
    }
    let segments = cues.into_iter().flat_map(|cue| {
        let lines = cue.lines.into_iter().enumerate();
        lines.map(move |(line, (speaker, text))| Segment {
            start: Some(cue.start),
            end: Some(cue.end),
            speaker,
            continues: line > 0,
            text,
            ..Segment::default()
        })
    });
    caption_speaker_labels::document(segments.collect())
}

/// How many words at the start of a caption repeat the end of the one before it: whole lines, or a line that grows.
fn repeated(before: &Cue, cue: &Cue) -> usize {
    if cue.start > before.end + ROLLING {
        return 0;
    }
    let shown: Vec<&str> = before
        .lines
        .iter()
        .flat_map(|(_, line)| line.split_whitespace())
        .collect();
    let now: Vec<&str> = cue
        .lines
        .iter()
        .flat_map(|(_, line)| line.split_whitespace())
        .collect();
    // The lines of a caption end at these words.
    let mut ends = before.lines.iter().scan(0, |words, (_, line)| {
        let start = *words;
        *words += line.split_whitespace().count();
        Some(start)
    });
    ends.find(|&start| now.len() >= shown.len() - start && now.starts_with(&shown[start..]))
        .map_or(0, |start| shown.len() - start)
}

/// Whether many captions begin with what the one before them showed.
fn rolls(cues: &[Cue]) -> bool {
    let filled: Vec<&Cue> = cues.iter().filter(|cue| !cue.lines.is_empty()).collect();
    let pairs = filled.windows(2);
    let repeats = pairs.filter(|pair| repeated(pair[0], pair[1]) > 0).count();
    repeats > 1 && repeats * 3 >= filled.len() - 1
}

/// Takes what was shown before out of every caption.
fn unroll(cues: &mut [Cue]) {
    let mut before = Cue::default();
    for cue in cues.iter_mut() {
        if cue.lines.is_empty() {
            continue;
        }
        let shown = cue.clone();
        let mut known = repeated(&before, cue);
        for (_, line) in &mut cue.lines {
            let count = line.split_whitespace().count();
            if known == 0 {
                break;
            }
            let kept: Vec<&str> = line.split_whitespace().skip(known).collect();
            *line = kept.join(" ");
            known = known.saturating_sub(count);
        }
        cue.lines.retain(|(_, words)| !words.is_empty());
        before = shown;
    }
}

/// A line without the sounds that stand in brackets among its words.
fn without_sounds(line: &str) -> String {
    if speech_segments::is_bracketed(line) || !line.contains('[') {
        return line.to_owned();
    }
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((inside, next)) = after.split_once(']') else {
            break;
        };
        kept.push_str(before);
        if !SOUNDS.contains(&inside.trim().to_lowercase().as_str()) {
            kept.push('[');
            kept.push_str(inside);
            kept.push(']');
        }
        rest = next;
    }
    kept + rest
}

/// The characters that captions escape.
fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", "\u{a0}"),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (entity, char)| {
        text.replace(entity, char)
    })
}
