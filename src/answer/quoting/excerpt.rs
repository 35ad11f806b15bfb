//! An excerpt of a quote: as many whole sentences as there is room for.

use super::quote::Quote;
use crate::interview::Span;
use crate::language::sentences;

/// A part of a quote: whole sentences around what answers, as far as there is room for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excerpt {
    /// Bytes into the quote's text.
    pub span: Span,
    /// Whether words are left out before and after it: there, whoever shows it sets `[…]`.
    pub cuts: (bool, bool),
}

impl Excerpt {
    /// The whole quote, where it has at most `most` characters; else the sentences that answer with those around
    /// them that fit; inside a sentence, cut between words, where it alone is too long.
    pub(super) fn of(quote: &Quote, most: usize) -> Self {
        let text = quote.text();
        let span = if length(text) <= most {
            Span::new(0, text.len())
        } else {
            let start = quote.span().start;
            let mark = quote.best_highlight();
            let mark = mark.map(|mark| Span::new(mark.start - start, mark.end - start));
            cut(text, mark.unwrap_or_default(), most)
        };
        let (before, after) = quote.cuts();
        Self {
            span,
            cuts: (before || span.start > 0, after || span.end < text.len()),
        }
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn cut(text: &str, mark: Span, most: usize) -> Span {
    let sentences = sentences(text);
    let fits = |span: Span| length(&text[span.start..span.end]) <= most;
    let answering = sentences
        .iter()
        .position(|sentence| sentence.end > mark.start);
    let Some(mut first) = answering else {
        return Span::new(0, text.len());
    };
    if !fits(sentences[first]) {
        return words(text, sentences[first], mark, most);
    }
    let mut last = first;
    let whole = |first: usize, last: usize| sentences[first].union(sentences[last]);
    while sentences
        .get(last + 1)
        .is_some_and(|next| next.start < mark.end)
        && fits(whole(first, last + 1))
    {
        last += 1;
    }
    loop {
        let (was_first, was_last) = (first, last);
        if last + 1 < sentences.len() && fits(whole(first, last + 1)) {
            last += 1;
        }
        if first > 0 && fits(whole(first - 1, last)) {
            first -= 1;
        }
        if (first, last) == (was_first, was_last) {
            return whole(first, last);
        }
    }
}

/// As many words of a sentence as fit, from what answers in it on where its start is too far away.
fn words(text: &str, sentence: Span, mark: Span, most: usize) -> Span {
    let answers = mark.start.max(sentence.start);
    let end = mark.end.min(sentence.end).max(answers);
    let start = if length(&text[sentence.start..end]) <= most {
        sentence.start
    } else {
        answers
    };
    let rest = &text[start..sentence.end];
    let reach = rest
        .char_indices()
        .nth(most)
        .map_or(rest.len(), |(at, _)| at);
    let whole = rest[reach..].starts_with(char::is_whitespace) || reach == rest.len();
    let between = rest[..reach]
        .rfind(char::is_whitespace)
        .filter(|at| !whole && *at > 0);
    Span::new(start, start + between.unwrap_or(reach)).trimmed(text)
}

impl Quote {
    /// As much of it as `most` characters allow, around what answers.
    #[must_use]
    pub fn excerpt(&self, most: usize) -> Excerpt {
        Excerpt::of(self, most)
    }
}
