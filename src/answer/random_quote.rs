//! A random quote.

use super::permalink::around;
use super::{IndexError, Library, Quote, Scope, SpeakerKey};
use crate::index::CatalogueEntry;
use crate::interview::{Interview, Passage};

/// How often another passage is drawn where one cannot be quoted.
const TRIES: usize = 20;

/// Fewer characters than this are seldom worth reading by themselves.
const SHORT: usize = 120;

/// What a quote is drawn from; everything where nothing is said.
#[derive(Debug, Clone, Copy, Default)]
pub struct DrawnFrom<'a> {
    /// One interview, or one person's words.
    pub scope: Option<Scope>,
    /// A collection.
    pub collection: Option<&'a str>,
}

impl DrawnFrom<'_> {
    fn admits(&self, entry: &CatalogueEntry) -> bool {
        let is_in = |collection| entry.id.collection() == Some(collection);
        self.collection.is_none_or(is_in)
            && match self.scope {
                None => true,
                Some(Scope::Interview(key)) => entry.key() == key,
                Some(Scope::After(place)) => entry.key() == place.interview,
                Some(Scope::Speaker(key)) => {
                    let mut names = entry.speakers.iter();
                    names.any(|name| SpeakerKey::of(name) == key)
                }
            }
    }

    /// Whether a passage is said by whoever is asked for.
    fn admits_speaker(&self, interview: &Interview, passage: &Passage) -> bool {
        let Some(Scope::Speaker(key)) = self.scope else {
            return true;
        };
        let name = interview.name_in(passage.turn);
        name.is_some_and(|name| SpeakerKey::of(name) == key)
    }
}

/// A quote that `draw` draws from there, each passage as likely as any other: `draw(n)` is a number below `n`. `None`
/// where there is nothing to quote. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn random(
    library: &Library,
    from: DrawnFrom<'_>,
    mut draw: impl FnMut(usize) -> usize,
) -> Result<Option<Quote>, IndexError> {
    let mut short = None;
    for _ in 0..TRIES {
        let Some(quote) = drawn(library, from, &mut draw)? else {
            continue;
        };
        if quote.text().chars().count() >= SHORT {
            return Ok(Some(quote));
        }
        short = Some(quote);
    }
    Ok(short)
}

fn drawn(
    library: &Library,
    from: DrawnFrom<'_>,
    draw: &mut impl FnMut(usize) -> usize,
) -> Result<Option<Quote>, IndexError> {
    let catalogue = library.catalogue();
    let entries = || catalogue.entries.iter().filter(|entry| from.admits(entry));
    let all: usize = entries().map(|entry| entry.passages).sum();
    if all == 0 {
        return Ok(None);
    }
    let mut at = draw(all);
    for entry in entries() {
        if at >= entry.passages {
            at -= entry.passages;
            continue;
        }
        let Some(interview) = library.interview(entry.key())? else {
            return Ok(None);
        };
        let mut passages = library.passages(entry);
        passages.retain(|passage| from.admits_speaker(&interview, passage));
        // Of an interview with several voices fewer may be left.
        let passage = passages.get(at % passages.len().max(1));
        return Ok(passage.and_then(|passage| around(&interview, passage)));
    }
    Ok(None)
}
