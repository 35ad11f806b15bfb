//! Resolves a permalink: the quote that stands there now, or what became of it.

use std::cmp::Reverse;

use super::{Permalink, digest, spaced};
use crate::answer::quoting::quote_growth;
use crate::answer::{IndexError, Library, Quote};
use crate::index::{CachedInterview, Catalogue, CatalogueEntry};
use crate::interview::{Interview, Passage, Span};

/// What an address leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum ResolvedPermalink {
    /// The words that it was made for, in the transcript that they were cut from.
    Same(Quote),
    /// The same words: the transcript around them changed since.
    Moved(Quote),
    /// The transcript changed and does not hold the words any more: what stands nearest to their place, if
    /// anything may be quoted.
    Changed(Option<Quote>),
    /// The words were withdrawn.
    Withdrawn,
    /// The interview is held no more.
    Removed,
    /// Nothing that was ever quoted: somebody made the address up.
    Nowhere,
}

/// Looks up what an address leads to. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn resolve_permalink(
    library: &Library,
    address: &Permalink,
) -> Result<ResolvedPermalink, IndexError> {
    let catalogue = library.catalogue();
    let Some(entry) = address.entry(&catalogue) else {
        return Ok(ResolvedPermalink::Removed);
    };
    let Some(interview) = library.interview(entry.key())? else {
        return Ok(ResolvedPermalink::Removed);
    };
    if digest(interview.revision.as_str()) == address.revision {
        return Ok(address.unchanged(&interview));
    }
    if let Some(followed) = address.moved(&interview) {
        return Ok(followed);
    }
    let passage = address.nearest(library, entry, &interview);
    Ok(ResolvedPermalink::Changed(passage))
}

impl Permalink {
    /// The interview of that name, or the same transcript under another one: its file was renamed.
    fn entry<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a CatalogueEntry> {
        let entries = &catalogue.entries;
        let named = |entry: &&CatalogueEntry| digest(entry.id.as_str()) == self.interview;
        let same = |entry: &&CatalogueEntry| digest(entry.revision.as_str()) == self.revision;
        let named = entries.iter().find(named);
        named.or_else(|| entries.iter().find(same))
    }

    /// In the transcript that it was made for.
    fn unchanged(&self, interview: &Interview) -> ResolvedPermalink {
        if !self.is_at(interview, self.span) {
            return ResolvedPermalink::Nowhere;
        }
        if interview.is_withdrawn(self.span) {
            return ResolvedPermalink::Withdrawn;
        }
        let quote = cut(interview, self.span, self.highlight);
        quote.map_or(ResolvedPermalink::Nowhere, ResolvedPermalink::Same)
    }

    /// The same words in another transcript.
    fn moved(&self, interview: &Interview) -> Option<ResolvedPermalink> {
        let places = self.ends.places(&interview.transcript, self.span.start);
        let mut places = places
            .into_iter()
            .filter(|place| self.is_at(interview, *place));
        let mut withdrawn = None;
        places
            .find_map(|place| {
                if interview.is_withdrawn(place) {
                    withdrawn = Some(ResolvedPermalink::Withdrawn);
                }
                let highlight = self.highlight_at(interview, place);
                cut(interview, place, highlight).map(ResolvedPermalink::Moved)
            })
            .or(withdrawn)
    }

    /// Whether these words stand there, whatever white space is between them.
    fn is_at(&self, interview: &Interview, span: Span) -> bool {
        let words = interview.slice(span);
        words.is_some_and(|words| digest(&spaced(words)) == self.words)
    }

    /// The highlight in the same words at another place, where they are the same to the byte.
    fn highlight_at(&self, interview: &Interview, place: Span) -> Option<Span> {
        let highlight = self.highlight.filter(|_| place.len() == self.span.len())?;
        let offset = highlight.start.checked_sub(self.span.start)?;
        let start = place.start + offset;
        let moved = Span::new(start, start + highlight.len());
        interview.slice(moved).map(|_| moved)
    }

    /// The passage nearest to where the words stood, with what a reader needs around it.
    fn nearest(
        &self,
        library: &Library,
        entry: &CatalogueEntry,
        interview: &CachedInterview,
    ) -> Option<Quote> {
        let at = self.ends.nearest(&interview.transcript, self.span.start);
        let mut passages = library.passages(entry);
        passages.sort_by_key(|passage| distance(passage.span, at));
        let mut quotes = passages
            .iter()
            .filter_map(|passage| around(interview, passage));
        quotes.next()
    }
}

/// How far a byte is from a range; inside it, the range that begins last comes first.
fn distance(span: Span, at: usize) -> (usize, Reverse<usize>) {
    let before = span.start.saturating_sub(at);
    let after = (at + 1).saturating_sub(span.end);
    (before + after, Reverse(span.start))
}

/// The quote that a passage grows to; `None` where it was withdrawn or nobody answers in it.
pub(in crate::answer) fn around(interview: &CachedInterview, passage: &Passage) -> Option<Quote> {
    if interview.turns.get(passage.turn).is_none() || interview.is_withdrawn(passage.span) {
        return None;
    }
    let span = quote_growth::grow(interview, passage.turn, passage.span);
    cut(interview, span, None)
}

/// The quote, where it is of a turn that may be quoted: an address that somebody made up may name any range.
fn cut(interview: &Interview, span: Span, highlight: Option<Span>) -> Option<Quote> {
    let mut quotable = interview.quotable();
    let is_answer = quotable.any(|turn| {
        let turn = interview.turns.get(turn);
        turn.is_some_and(|turn| turn.span.contains(span))
    });
    if !is_answer {
        return None;
    }
    Quote::cut(interview, span, highlight.into_iter().collect(), 0.0)
}
