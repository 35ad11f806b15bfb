//! The content of a card: the quote and its attribution.

use crate::answer::{Credit, Quote};

/// What a card says: the words, and whose they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The words, what answers among them, and the link.
    pub quote: Quote,
    /// Who said it, when and where, in the reader's language.
    pub credit: Credit,
}
