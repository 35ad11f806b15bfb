//! Character classes for typesetting: invisible, emoji, right-to-left.

/// Whether a character leaves ink, or changes the ink of others: all but white space and what steers text.
pub(super) fn has_shape(c: char) -> bool {
    let steers = matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}');
    !c.is_whitespace() && !c.is_control() && !steers
}

/// Pictographs, and what a selector asks to be shown as one: `Emoji_Presentation` of Unicode Technical
/// Standard 51, taken generously.
pub(super) fn wants_colour(letter: &str) -> bool {
    letter.chars().any(|c| {
        matches!(c, '\u{fe0f}' | '\u{1f000}'..='\u{1faff}' | '⌚' | '⌛' | '⏩'..='⏬' | '⏰' | '⏳' | '◽' | '◾'
            | '☔' | '☕' | '♈'..='♓' | '♿' | '⚓' | '⚡' | '⚪' | '⚫' | '⚽' | '⚾' | '⛄' | '⛅' | '⛎' | '⛔' | '⛪'
            | '⛲' | '⛳' | '⛵' | '⛺' | '⛽' | '✅' | '✊' | '✋' | '✨' | '❌' | '❎' | '❓'..='❕' | '❗' | '➕'..='➗'
            | '➰' | '➿' | '⬛' | '⬜' | '⭐' | '⭕')
    })
}

/// Whether a character is set: it leaves ink, or makes one picture of several.
pub(super) fn is_set(c: char) -> bool {
    let joins = matches!(
        c,
        '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}'
    );
    has_shape(c) || joins
}

/// Whether a text is read from right to left: as its first letter is (Unicode Annex 9, rules P2 and P3).
pub(super) fn is_read_leftwards(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_rtl)
}

/// Letters of scripts that are written from right to left.
pub(super) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && c.is_alphabetic()
}
