//! Quoting: from a ranked passage to a quote with its highlights, context and attribution.

mod attribution;
mod excerpt;
mod quote;
mod quote_context;
pub(super) mod quote_growth;
mod quote_lookup;
pub(super) mod quote_selection;

pub use attribution::{Attribution, Credit};
pub use excerpt::Excerpt;
pub use quote::Quote;
pub use quote_context::{QuoteContext, context};
pub use quote_lookup::{find_quoted, quote_at, words_at};
