//! A text on one line.

/// The text with a space in the place of every line break, tab and other control character, and of every row of spaces.
/// No-break spaces stay: French puts them before some marks.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    let breaks = |c: char| {
        c.is_control() || (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'))
    };
    let words = text.split(breaks).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_breaks_a_line_becomes_a_space() {
        for (text, line) in [
            ("The\nbees", "The bees"),
            (
                "\tThe \r\n bees\u{b}\u{85}of\u{2028}May\u{0}\n",
                "The bees of May",
            ),
            ("Qui\u{202f}? Lui\u{a0}: moi", "Qui\u{202f}? Lui\u{a0}: moi"),
            ("\n", ""),
        ] {
            assert_eq!(on_one_line(text), line, "{text:?}");
        }
    }
}
