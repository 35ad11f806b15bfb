//! Character n-grams of words, which inflected, compound and misspelled forms share.

/// How many characters a part has. Against parts of four and three characters, five gained most on French and
/// German questions and give the fewest terms.
const LENGTH: usize = 5;
/// Shorter words are nothing but themselves, in characters.
const SHORTEST: usize = 3;

/// The overlapping parts of five characters of a folded word, its beginning marked with `^` and its end with `$`:
/// `^caba`, `caban`, `abane`, `bane$`. None for numbers, for words shorter than three characters and in scripts
/// without spaces, whose words are pairs of characters already.
#[must_use]
pub fn grams(word: &str) -> Vec<String> {
    let letters = word.chars().count();
    if letters < SHORTEST || word.chars().any(char::is_numeric) {
        return Vec::new();
    }
    let marked: Vec<char> = std::iter::once('^')
        .chain(word.chars())
        .chain(std::iter::once('$'))
        .collect();
    let parts = marked.windows(LENGTH.min(marked.len()));
    parts.map(|part| part.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_parts_of_five_characters_with_its_ends_marked() {
        for (word, parts) in [
            ("cabane", &["^caba", "caban", "abane", "bane$"][..]),
            ("loi", &["^loi$"]),
            ("étés", &["^étés", "étés$"]),
            ("de", &[]),
            ("2020", &[]),
            ("20eme", &[]),
        ] {
            assert_eq!(grams(word), parts, "{word}");
        }
    }
}
