//! Where sentences end. A newline always ends one.

use unicode_segmentation::UnicodeSegmentation;

use crate::interview::Span;

/// The sentences of `text`, in order, as byte ranges without the white space around them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        for (offset, sentence) in line.split_sentence_bound_indices() {
            let from = start + offset;
            let span = Span::new(from, from + sentence.len()).trimmed(text);
            if !span.is_empty() {
                spans.push(span);
            }
        }
        start += line.len();
    }
    spans
}
