//! Facts about the whole corpus for `/about`: interviews, speakers, years, outlets.

use super::{CorpusCoverage, IndexError, Library, coverage};
use crate::interview::PartialDate;

/// How many outlets are named.
const OUTLETS: usize = 12;

/// The corpus, in a few facts.
#[derive(Debug, Clone, PartialEq)]
pub struct CorpusFacts {
    /// What it holds.
    pub coverage: CorpusCoverage,
    /// The date of the newest interview, where known.
    pub newest: Option<PartialDate>,
    /// Who published them, by name, at most twelve.
    pub outlets: Vec<String>,
    /// Whether there are more.
    pub more_outlets: bool,
}

/// What there is to say of the corpus. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn about(library: &Library) -> Result<CorpusFacts, IndexError> {
    let catalogue = library.catalogue();
    let names = catalogue.outlets.iter().take(OUTLETS);
    Ok(CorpusFacts {
        coverage: coverage(library)?,
        newest: catalogue.newest().next().and_then(|entry| entry.date),
        outlets: names.map(|name| name.written.clone()).collect(),
        more_outlets: catalogue.outlets.len() > OUTLETS,
    })
}
