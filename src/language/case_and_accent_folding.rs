//! Folding of case, accents and compatibility forms.
//!
//! Folding comes before stop words and stems, so that a question typed without accents finds exactly
//! what a careful one does.

use unicode_normalization::UnicodeNormalization;

/// The folded form of a word: NFKC, lower case, without accents, ligatures spelled out, invisible
/// characters left out.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    // Й is a letter of its own, which the Russian stems need: it is composed again after the accents.
    for c in word.nfkc().flat_map(char::to_lowercase) {
        match c {
            'й' | 'ў' => folded.push(c),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'þ' => folded.push_str("th"),
            c if is_invisible(c) => {}
            c => folded.extend(std::iter::once(c).nfd().filter(|c| !is_accent(*c))),
        }
    }
    // Decomposing took Hangul syllables apart: put together what is not an accent.
    if folded.is_ascii() {
        folded
    } else {
        folded.nfc().collect()
    }
}

/// Combining marks that a hurried writer leaves out: Latin, Greek and Cyrillic accents, Hebrew points,
/// Arabic vowel signs. The vowel signs of Indic scripts are letters and stay.
pub(super) fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}')
}

/// Characters without a shape that may stand inside a word: soft hyphen, zero-width space and joiners,
/// directional marks, byte-order mark.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{180e}' | '\u{fe0e}' | '\u{fe0f}')
}
