//! Forms of Spanish words.

use super::{EVERY, WordForm, by_last_vowel, without};

/// The form of a Spanish word, folded.
pub(super) fn spanish(folded: &str) -> WordForm {
    let word = match (folded.strip_suffix("ces"), folded.strip_suffix('s')) {
        (Some(root), _) => format!("{root}z"),
        (_, Some(root)) if root.len() > 2 => root.to_owned(),
        _ => folded.to_owned(),
    };
    const VERBS: [&str; 14] = [
        "aron", "ieron", "ando", "iendo", "aban", "aba", "amo", "emo", "imo", "ara", "era", "ar",
        "er", "ir",
    ];
    if let Some(root) = without(&word, &VERBS, 3) {
        return WordForm::new(root, EVERY);
    }
    by_last_vowel(&word, |vowel| match vowel {
        'o' => 1,
        'a' => 2,
        _ => 4,
    })
}
