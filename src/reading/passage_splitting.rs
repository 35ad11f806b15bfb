//! Splitting of answers into passages of whole sentences. Whole sentences, a few at a time, that follow paragraphs
//! where they can.

use crate::interview::{Interview, Passage, Span};
use crate::language::sentences;

/// Where a passage is long enough to end at a paragraph.
const ENOUGH: usize = 25;
/// Where a passage is full.
const FULL: usize = 60;
/// No piece of a sentence is longer, in words.
const LONGEST: usize = 120;
/// Fewer words than this go to a neighbour.
const LEFTOVER: usize = 12;
/// No word is taken to be longer, in bytes: what is, is cut.
const LONGEST_WORD: usize = 1_000;

/// The passages of every answer, in reading order. Each sits inside one turn; together they hold every
/// word of the answers but what was withdrawn, and what shared a passage with it. Linear in the length of the transcript.
#[must_use]
pub fn passages(interview: &Interview) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (exchange, of) in interview.exchanges.iter().enumerate() {
        for &turn in &of.answer {
            let Some(span) = interview.turns.get(turn).map(|turn| turn.span) else {
                continue;
            };
            let cut = cut(interview.slice(span).unwrap_or_default());
            let pieces = cut.into_iter().map(|piece| piece.shifted(span.start));
            let shown = pieces.filter(|piece| !interview.is_withdrawn(*piece));
            passages.extend(shown.map(|span| Passage {
                exchange,
                turn,
                span,
            }));
        }
    }
    passages
}

/// A piece of a turn and how many words it holds.
#[derive(Debug, Clone, Copy)]
struct TurnPiece {
    span: Span,
    words: usize,
    /// Whether a paragraph or list item begins with it.
    opens: bool,
}

fn cut(text: &str) -> Vec<Span> {
    let mut groups: Vec<TurnPiece> = Vec::new();
    for piece in pieces(text) {
        match groups.last_mut() {
            Some(group) if joins(group, &piece) => extend(group, &piece),
            _ => groups.push(piece),
        }
    }
    without_leftovers(groups)
        .into_iter()
        .map(|group| group.span)
        .collect()
}

fn joins(group: &TurnPiece, next: &TurnPiece) -> bool {
    let both = group.words + next.words;
    if group.words >= ENOUGH && next.opens {
        return false;
    }
    both <= FULL || (group.words < LEFTOVER && both <= FULL + ENOUGH)
}

fn extend(group: &mut TurnPiece, next: &TurnPiece) {
    group.span.end = next.span.end;
    group.words += next.words;
}

/// Joins what is too short to stand alone to the group before it, or to the one after the first.
fn without_leftovers(groups: Vec<TurnPiece>) -> Vec<TurnPiece> {
    let mut kept: Vec<TurnPiece> = Vec::with_capacity(groups.len());
    for group in groups {
        match kept.last_mut() {
            Some(last)
                if (group.words < LEFTOVER || last.words < LEFTOVER)
                    && last.words + group.words <= LONGEST + LEFTOVER =>
            {
                extend(last, &group);
            }
            Some(last)
                if (group.words < ENOUGH || last.words < ENOUGH)
                    && last.words + group.words <= FULL + LEFTOVER =>
            {
                extend(last, &group);
            }
            _ => kept.push(group),
        }
    }
    kept
}

/// The sentences of a turn, the longest cut at words. Between them there is only white space.
fn pieces(text: &str) -> Vec<TurnPiece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut bounds: Vec<usize> = sentences(text).iter().map(|span| span.end).collect();
    bounds.push(text.len());
    for end in bounds {
        let span = Span::new(start, end.max(start)).trimmed(text);
        if span.is_empty() {
            continue;
        }
        let opens = text[start..span.start].contains('\n');
        start = span.end;
        cut_at_words(text, span, opens, &mut pieces);
    }
    pieces
}

fn cut_at_words(text: &str, sentence: Span, opens: bool, pieces: &mut Vec<TurnPiece>) {
    let mut piece = TurnPiece {
        span: Span::new(sentence.start, sentence.start),
        words: 0,
        opens,
    };
    for word in words(text, sentence) {
        if piece.words == LONGEST {
            pieces.push(piece);
            piece = TurnPiece {
                span: word,
                words: 0,
                opens: false,
            };
        }
        piece.span.end = word.end;
        let counts = text[word.start..word.end]
            .chars()
            .any(char::is_alphanumeric);
        piece.words += usize::from(counts);
    }
    pieces.push(piece);
}

/// What stands between white space, cut where it is longer than a word can be.
fn words(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let slice = &text[span.start..span.end];
    slice.split_whitespace().flat_map(move |word| {
        let base = word.as_ptr() as usize - text.as_ptr() as usize;
        let mut at = 0;
        std::iter::from_fn(move || {
            let rest = word.get(at..).filter(|rest| !rest.is_empty())?;
            let mut length = rest.len().min(LONGEST_WORD);
            while !rest.is_char_boundary(length) {
                length -= 1;
            }
            let piece = Span::new(base + at, base + at + length);
            at += length;
            Some(piece)
        })
    })
}
