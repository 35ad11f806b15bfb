//! The context of a quote: the whole answer around it.

use super::quote::Quote;
use crate::answer::{IndexError, Library, Place};
use crate::interview::{Interview, Span};
use crate::language::sentences;

/// What was said around a quote, up to the questions before and after it.
#[derive(Debug, Clone, PartialEq)]
pub struct QuoteContext {
    /// The quote itself.
    pub quote: Quote,
    /// The answer that it stands in, in reading order: each part inside one turn, nothing in it that was withdrawn. The
    /// quote's words are highlighted where they stand in it.
    pub parts: Vec<Quote>,
}

/// The answer around a place, in parts of at most so many characters; `None` where its interview was changed or
/// withdrawn. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn context(
    library: &Library,
    place: &Place,
    most: usize,
) -> Result<Option<QuoteContext>, IndexError> {
    let interview = library.interview(place.interview)?;
    Ok(interview.and_then(|interview| around(&interview, place, most)))
}

fn around(interview: &Interview, place: &Place, most: usize) -> Option<QuoteContext> {
    let highlights = place.highlight.into_iter().collect();
    let quote = Quote::cut(interview, place.span, highlights, 0.0)?;
    let mut turns = interview.turns.iter().enumerate();
    let (own, _) = turns.find(|(_, turn)| turn.span.contains(place.span))?;
    let mut exchanges = interview.exchanges.iter();
    let exchange = exchanges.find(|exchange| exchange.answer.contains(&own));
    let turns = exchange.map_or(std::slice::from_ref(&own), |it| it.answer.as_slice());
    let spans = turns.iter().map(|turn| interview.turns[*turn].span);
    let spans = spans.flat_map(|turn| shown(interview, turn));
    let spans = spans.flat_map(|span| pieces(&interview.transcript, span, most));
    let part = |span: Span| {
        let start = place.span.start.max(span.start);
        let end = place.span.end.min(span.end);
        let marks = (start < end).then(|| Span::new(start, end));
        Quote::cut(interview, span, marks.into_iter().collect(), 0.0)
    };
    let parts = spans.filter_map(part).collect();
    Some(QuoteContext { quote, parts })
}

/// What of a turn was not withdrawn.
fn shown(interview: &Interview, turn: Span) -> Vec<Span> {
    let mut shown = Vec::new();
    let mut from = turn.start;
    let withdrawn = interview.withdrawn.iter();
    for gone in withdrawn.filter(|gone| gone.overlaps(turn)) {
        if gone.start > from {
            shown.push(Span::new(from, gone.start));
        }
        from = from.max(gone.end);
    }
    if from < turn.end {
        shown.push(Span::new(from, turn.end));
    }
    let transcript = &interview.transcript;
    let trimmed = shown.into_iter().map(|span| span.trimmed(transcript));
    trimmed.filter(|span| !span.is_empty()).collect()
}

/// A range in pieces of at most so many characters, cut between sentences where there are any.
fn pieces(transcript: &str, span: Span, most: usize) -> Vec<Span> {
    let text = &transcript[span.start..span.end];
    let mut pieces: Vec<Span> = Vec::new();
    for sentence in sentences(text) {
        for part in short(text, sentence, most) {
            match pieces.last_mut() {
                Some(last) if text[last.start..part.end].chars().count() <= most => {
                    *last = last.union(part);
                }
                _ => pieces.push(part),
            }
        }
    }
    let in_transcript = pieces.into_iter().map(|piece| piece.shifted(span.start));
    in_transcript.collect()
}

/// A sentence that is longer than that, in parts.
fn short(text: &str, sentence: Span, most: usize) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = sentence.start;
    let mut count = 0;
    for (at, _) in text[sentence.start..sentence.end].char_indices() {
        if count == most {
            parts.push(Span::new(start, sentence.start + at));
            start = sentence.start + at;
            count = 0;
        }
        count += 1;
    }
    parts.push(Span::new(start, sentence.end));
    parts
}
