//! What is shown where nothing was asked yet.

use super::query::{Meaning, Way};
use super::{IndexError, Library, Quote, Synonyms, quoting, rank};
use crate::index::Filters;
use crate::language::Language;

/// What answers begin with, the newest interviews first and of different interviews where there are, at most
/// `limit`. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn newest(library: &Library, limit: usize) -> Result<Vec<Quote>, IndexError> {
    let none = Synonyms::default();
    let nothing = Meaning::of(library, "", Language::Other, Way::plain(&none))?;
    let openings = library.openings(&Filters::default(), limit)?;
    let ranked = rank::rank(openings, &nothing);
    let quotes = quoting::quotes(library, &nothing, &ranked, limit)?;
    Ok(quotes.into_iter().map(|(quote, _)| quote).collect())
}
