//! What stands beside a text: notes and their marks, pull quotes, captions, boxes, links to other texts, comments.
//!
//! It is known by what it looks like beside the text: smaller, larger, boxed, leading elsewhere. What holds a large part of
//! the letters is the text, whatever it looks like.

use super::line_pieces::Run;
use super::paragraphs::Paragraph;
use crate::reading::noise_lines::{self, NoiseKind};
use crate::reading::structure::label_candidates;

/// Up to how many times the size of the text notes and captions are, and from how many on titles and pull quotes.
const SMALL: f64 = 0.93;
const LARGE: f64 = 1.15;
/// The largest shares of the letters that small type and boxes have where they are asides.
const SMALL_SHARE: f64 = 0.25;
const BOX_SHARE: f64 = 0.3;
/// How many words a sentence has at least that is recognised where it is repeated.
const REPEATED: usize = 4;
/// How long a title of another text is at most, in bytes.
const LONGEST_TITLE: usize = 160;
/// From how many bytes on a paragraph is one of the text, and no line above it.
const TEXT: usize = 80;
/// What the numbers of pictures follow.
const CAPTIONS: [&str; 16] = [
    "figure",
    "fig",
    "abbildung",
    "abb",
    "bild",
    "figura",
    "tableau",
    "table",
    "tabelle",
    "tabla",
    "tabella",
    "photo",
    "foto",
    "image",
    "illustration",
    "graphique",
];
/// Headings of what follows a text and is none.
const ENDINGS: [&str; 24] = [
    "commentaires",
    "comments",
    "kommentare",
    "comentarios",
    "commenti",
    "commentaire",
    "comment",
    "notes",
    "note",
    "anmerkungen",
    "fußnoten",
    "notas",
    "footnotes",
    "endnotes",
    "références",
    "references",
    "einzelnachweise",
    "referencias",
    "riferimenti",
    "réactions",
    "leave a comment",
    "laisser un commentaire",
    "notes de bas de page",
    "leserkommentare",
];

/// The size of the text: the one that most letters have.
pub(super) fn body_size(sizes: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut counts: Vec<(f64, usize)> = Vec::new();
    for (size, letters) in sizes {
        match counts.iter_mut().find(|(of, _)| (of - size).abs() < 0.25) {
            Some((_, count)) => *count += letters,
            None => counts.push((size, letters)),
        }
    }
    counts
        .iter()
        .max_by_key(|(_, count)| *count)
        .map_or(0.0, |(size, _)| *size)
}

/// The title: the first of the largest paragraphs of the first page, where they are larger than the text.
pub(super) fn title(paragraphs: &[Paragraph], body: f64) -> Option<usize> {
    let first = paragraphs.first()?.page;
    let on_first = paragraphs.iter().enumerate().filter(|(_, paragraph)| {
        paragraph.page == first && paragraph.size >= LARGE * body && paragraph.words().len() < 300
    });
    let largest = on_first.rev().max_by(|a, b| a.1.size.total_cmp(&b.1.size));
    largest.map(|(at, _)| at)
}

/// Whether a paragraph is set as a heading.
pub(super) fn is_heading(paragraph: &Paragraph, body: f64) -> bool {
    paragraph.size >= LARGE * body && paragraph.words().len() < 200
}

/// Which paragraphs stand beside the text.
pub(super) fn found(paragraphs: &[Paragraph], title: Option<usize>, body: f64) -> Vec<bool> {
    let text = Text::of(paragraphs, body);
    let mut aside = vec![false; paragraphs.len()];
    let (mut noted, mut listed, mut ended) = (None, false, false);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let words = paragraph.words();
        let small = paragraph.size <= SMALL * body;
        if Some(at) == title {
            continue;
        }
        ended |= at > text.start && is_ending(paragraph, &words, body);
        if small && begins_with_mark(paragraph, &words) {
            noted = Some(paragraph.page);
        }
        noted = noted.filter(|page| small && *page == paragraph.page);
        listed &=
            !words.ends_with(['.', '?', '!', '…', '»', '”', ':']) && words.len() < LONGEST_TITLE;
        aside[at] = ended
            || noted.is_some()
            || listed
            || paragraph.linked
            || text.is_beside(at, paragraph, &words)
            || is_caption(&words)
            || text.is_pull_quote(at, paragraph, &words);
        listed |= noise_lines::reason(&words) == Some(NoiseKind::ReadMore);
    }
    aside
}

/// What is known of all paragraphs.
struct Text {
    body: f64,
    /// The first paragraph of the text.
    start: usize,
    /// Whether small type and boxes are asides, and not the text.
    small: bool,
    boxes: bool,
    /// The words of what is no larger than the text, by where it stands.
    texts: Vec<(usize, String)>,
}

impl Text {
    fn of(paragraphs: &[Paragraph], body: f64) -> Self {
        let count = |is: &dyn Fn(&Paragraph) -> bool| {
            let those = paragraphs.iter().filter(|paragraph| is(paragraph));
            #[allow(clippy::cast_precision_loss, reason = "letters of a document")]
            let letters = those
                .map(|paragraph| paragraph.words().len())
                .sum::<usize>() as f64;
            letters
        };
        let all = count(&|_| true);
        let start = paragraphs
            .iter()
            .position(|paragraph| paragraph.size > SMALL * body && paragraph.words().len() >= TEXT);
        let texts = paragraphs.iter().enumerate();
        let texts = texts.filter(|(_, text)| text.size <= LARGE * body);
        Self {
            texts: texts.map(|(at, text)| (at, bare(&text.words()))).collect(),
            body,
            start: start.unwrap_or_default(),
            small: count(&|paragraph| paragraph.size <= SMALL * body) < SMALL_SHARE * all,
            boxes: count(&|paragraph| paragraph.boxed) < BOX_SHARE * all,
        }
    }

    /// Whether a paragraph is small print or stands in a box. What says when and by whom a text was written stays, and
    /// so does what asks.
    fn is_beside(&self, at: usize, paragraph: &Paragraph, words: &str) -> bool {
        let small = self.small && at > self.start && paragraph.size <= SMALL * self.body;
        let boxed = self.boxes && paragraph.boxed;
        (small || boxed)
            && !words.ends_with('?')
            && !label_candidates::names_before_colon(words)
            && noise_lines::reason(words).is_none()
    }

    /// Whether a paragraph repeats a sentence of the text, or quotes one, in another type.
    fn is_pull_quote(&self, at: usize, paragraph: &Paragraph, words: &str) -> bool {
        let large = paragraph.size >= LARGE * self.body;
        let mut runs = paragraph.runs.iter();
        let styled = large || paragraph.boxed || runs.all(|run| run.style.bold || run.style.italic);
        if !styled || words.ends_with('?') {
            return false;
        }
        let quoted =
            words.starts_with(['“', '«', '„', '"', '”']) && words.ends_with(['”', '»', '“', '"']);
        let own = bare(words);
        let mut texts = self.texts.iter();
        (large && quoted)
            || (own.split(' ').count() >= REPEATED
                && texts.any(|(other, text)| *other != at && text.contains(&own)))
    }
}

/// Whether a paragraph is the heading of what follows a text: `Comments (3)`.
fn is_ending(paragraph: &Paragraph, words: &str, body: f64) -> bool {
    let lower = words.to_lowercase();
    let bare = lower.trim_matches(|char: char| !char.is_alphabetic());
    (paragraph.is_bold() || paragraph.size >= LARGE * body) && ENDINGS.contains(&bare)
}

/// Whether a paragraph begins as a note does: `1`, `[2]`, `3.`, `*`.
fn begins_with_mark(paragraph: &Paragraph, words: &str) -> bool {
    let raised = paragraph
        .runs
        .first()
        .is_some_and(|run| run.raised && is_sign(&run.words));
    let first = words.split_whitespace().next().unwrap_or_default();
    raised || (is_sign(first) && words.len() > first.len())
}

/// Whether words are the sign of a note.
fn is_sign(words: &str) -> bool {
    let sign = words.trim().trim_matches(['[', ']', '(', ')', '.', ',']);
    let signs = |char: char| char.is_ascii_digit() || matches!(char, '*' | '†' | '‡' | '§' | ',');
    !sign.is_empty() && sign.len() <= 6 && sign.chars().count() <= 3 && sign.chars().all(signs)
}

/// Takes the marks of notes out of a paragraph: raised numbers and signs after a word. After a unit or a number they are
/// powers.
pub(super) fn remove_marks(paragraph: &mut Paragraph) {
    let mut kept: Vec<Run> = Vec::new();
    for run in std::mem::take(&mut paragraph.runs) {
        let before: String = kept.iter().map(|run| run.words.as_str()).collect();
        let last = before.rsplit(|char: char| !char.is_alphanumeric()).next();
        let last = last.unwrap_or_default();
        let power = !last.is_empty()
            && (last.chars().count() <= 2 || last.chars().all(|char| char.is_ascii_digit()));
        if run.raised && is_sign(&run.words) && !power && !before.is_empty() {
            if let Some(kept) = kept.last_mut().filter(|_| run.words.ends_with(' ')) {
                kept.words.push(' ');
            }
            continue;
        }
        kept.push(run);
    }
    paragraph.runs = kept;
}

/// `Figure 1: …`, `Abb. 2 – …`.
fn is_caption(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let name = parts
        .next()
        .unwrap_or_default()
        .trim_end_matches('.')
        .to_lowercase();
    let number = parts.next().unwrap_or_default();
    let bare = number.trim_end_matches([':', '.', '–', '-']);
    let ends = number.len() > bare.len()
        || parts
            .next()
            .is_some_and(|part| ["–", "-", ":", "—"].contains(&part));
    CAPTIONS.contains(&name.as_str()) && bare.parse::<u32>().is_ok() && ends
}

/// Words without what stands between them.
fn bare(words: &str) -> String {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}
