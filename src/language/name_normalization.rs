//! Normalisation of names: words without punctuation, case and accents, not stemmed.

use super::case_and_accent_folding::fold;
use super::word_boundaries::{is_apostrophe, is_hyphen, words};
use crate::interview::Span;

/// The words of a text, folded, taken apart at hyphens and apostrophes, letters and digits alone; each with the
/// bytes of the text that it came from.
#[must_use]
pub fn normalized_words(text: &str) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    for word in words(text) {
        let mut start = word.start;
        let raw = &text[word.start..word.end];
        let bounds = raw
            .char_indices()
            .filter(|(_, c)| is_hyphen(*c) || is_apostrophe(*c));
        for (at, c) in bounds.chain([(raw.len(), ' ')]) {
            let span = Span::new(start, word.start + at);
            let bare: String = fold(&text[span.start..span.end])
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            if !bare.is_empty() {
                found.push((bare, span));
            }
            start = word.start + at + c.len_utf8();
        }
    }
    found
}

/// A name as it is compared with others: its bare words with spaces between them.
#[must_use]
pub fn normalized_name(name: &str) -> String {
    let words = normalized_words(name).into_iter().map(|(word, _)| word);
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_compared_without_case_accents_hyphens_and_dots() {
        for (name, bare) in [
            ("Michel PAULIN", "michel paulin"),
            ("Jean‑Noël de l’Œuvre", "jean noel de l oeuvre"),
            ("R.G.P.D. d'É.", "rgpd d e"),
            ("  «\u{a0}—  ", ""),
        ] {
            assert_eq!(normalized_name(name), bare);
        }
    }

    #[test]
    fn each_word_says_where_it_stands() {
        let text = "Qu’en dit Jean-Noël ?";
        let slices: Vec<&str> = normalized_words(text)
            .iter()
            .map(|(_, span)| &text[span.start..span.end])
            .collect();
        assert_eq!(slices, ["Qu", "en", "dit", "Jean", "Noël"]);
    }
}
