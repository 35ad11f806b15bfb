//! Exact matching of words, apart from case, accents and punctuation.

use super::case_and_accent_folding::fold;
use super::word_boundaries::is_unspaced;

/// The words of a text in their order, whole and unstemmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactWords(String);

impl ExactWords {
    /// The words of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Folded, with a space before, between and after them. Most words fold without a look at Unicode's tables.
        let mut spaced = String::with_capacity(text.len() + 2);
        spaced.push(' ');
        for word in text.split_whitespace() {
            if word.is_ascii() {
                push_words(&mut spaced, word.chars().map(|c| c.to_ascii_lowercase()));
            } else {
                push_words(&mut spaced, fold(word).chars());
            }
        }
        Self(spaced)
    }

    /// Bare words, one after another.
    #[must_use]
    pub fn of_bare(words: &[&str]) -> Self {
        Self(format!(" {} ", words.join(" ")))
    }

    /// Whether it holds other words one after another. Scripts without spaces are compared letter by letter. No words are
    /// held by every text.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        if other.0.contains(is_unspaced) {
            self.0.contains(other.0.trim())
        } else {
            self.0.contains(&other.0)
        }
    }
}

/// Adds the words of folded characters, each with a space after it.
fn push_words(spaced: &mut String, folded: impl Iterator<Item = char>) {
    for c in folded.chain([' ']) {
        if c.is_alphanumeric() {
            spaced.push(c);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds_words(text: &str, words: &str) -> bool {
        ExactWords::of(text).holds(&ExactWords::of(words))
    }

    #[test]
    fn words_are_held_whole_in_order_and_unstemmed() {
        let text =
            "« Aujourd’hui, l’œuvre — dit-il — coûte 30 % de plus : MESURES de prévention. »";
        for held in [
            "l'oeuvre dit il",
            "mesures de prevention",
            "30 de",
            "aujourd'hui",
            "  ",
            "Coute",
        ] {
            assert!(holds_words(text, held), "{held}");
        }
        for other in [
            "mesure de prévention",
            "prévention mesures",
            "oeuvres",
            "œuvr",
            "mesures prévention",
            "3",
        ] {
            assert!(!holds_words(text, other), "{other}");
        }
        assert!(holds_words("我今天去海边走走", "去海边"));
        assert!(!holds_words("我今天去海边走走", "海边去"));
    }
}
