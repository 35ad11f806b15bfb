//! Forms of German words.

use super::{EVERY, SHORT, VOWELS, WordForm, without};
use crate::language::stop_words::has_accent;

const LOWER: u8 = 1;
const UMLAUT: u8 = 2;
const NOUN: u8 = 4;

/// The form of a German word: as it is written, and folded.
pub(super) fn german(raw: &str, folded: &str) -> WordForm {
    let root = without(folded, &["ern", "em", "en", "er", "es", "e", "n", "s"], 3);
    // Haus has an s of its own.
    let root = root.filter(|root| !root.ends_with(VOWELS) || !folded.ends_with('s'));
    let root = root.unwrap_or(folded);
    let root = without(root, &["est", "st", "er", "en"], 4).unwrap_or(root);
    let is_short = root.chars().count() <= SHORT;
    let marks = match raw.starts_with(char::is_uppercase) {
        true if is_short => NOUN,
        true => EVERY,
        false if has_accent(raw) => UMLAUT,
        false => LOWER,
    };
    WordForm::new(root, marks)
}
