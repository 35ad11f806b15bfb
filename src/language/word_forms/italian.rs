//! Forms of Italian words.

use super::{EVERY, WordForm, by_last_vowel, without};

/// The form of an Italian word, folded.
pub(super) fn italian(folded: &str) -> WordForm {
    const VERBS: [&str; 11] = [
        "avano", "evano", "iamo", "ando", "endo", "ava", "eva", "are", "ere", "ire", "ano",
    ];
    if let Some(root) = without(folded, &VERBS, 3) {
        return WordForm::new(root, EVERY);
    }
    // A plural in -i is of -o or -e, one in -e of -a.
    by_last_vowel(folded, |vowel| match vowel {
        'o' => 1,
        'a' => 2,
        'e' => 2 | 4,
        _ => 1 | 4,
    })
}
