//! A random quote.

use super::permalink::around;
use super::{IndexError, Library, Quote};

/// How often another passage is drawn where one cannot be quoted.
const TRIES: usize = 20;

/// Fewer characters than this are seldom worth reading by themselves.
const SHORT: usize = 120;

/// A quote that `draw` draws, each passage as likely as any other: `draw(n)` is a number below `n`. `None` where there
/// is nothing to quote. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn random(
    library: &Library,
    mut draw: impl FnMut(usize) -> usize,
) -> Result<Option<Quote>, IndexError> {
    let mut short = None;
    for _ in 0..TRIES {
        let Some(quote) = drawn(library, &mut draw)? else {
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
    draw: &mut impl FnMut(usize) -> usize,
) -> Result<Option<Quote>, IndexError> {
    let catalogue = library.catalogue();
    let all: usize = catalogue.entries.iter().map(|entry| entry.passages).sum();
    if all == 0 {
        return Ok(None);
    }
    let mut at = draw(all);
    for entry in &catalogue.entries {
        if at >= entry.passages {
            at -= entry.passages;
            continue;
        }
        let passages = library.passages(entry);
        let interview = library.interview(entry.key())?;
        let passage = passages.get(at).zip(interview);
        return Ok(passage.and_then(|(passage, interview)| around(&interview, passage)));
    }
    Ok(None)
}
