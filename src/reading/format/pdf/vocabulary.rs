//! The words of a document, which say how a word that its lines cut was written.

use std::collections::HashMap;

use super::line_pieces::Piece;

/// French words that follow a verb after a hyphen.
const PRONOUNS: [&str; 12] = [
    "vous", "nous", "ils", "elle", "elles", "il", "moi", "toi", "lui", "leur", "même", "mêmes",
];

/// How often each word occurs, in lower case, with its hyphens.
#[derive(Default)]
pub(super) struct Vocabulary(HashMap<String, usize>);

impl Vocabulary {
    /// The words of these pieces.
    pub(super) fn of<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Self {
        let mut words = HashMap::new();
        for piece in pieces {
            let line = piece.words().to_lowercase();
            let inner = |char: char| !char.is_alphabetic() && char != '-';
            // The last word of a line may be cut.
            for word in line.split(inner).filter(|word| !word.ends_with('-')) {
                match words.get_mut(word) {
                    Some(count) => *count += 1,
                    None if word.is_empty() => {}
                    None => {
                        words.insert(word.to_owned(), 1);
                    }
                }
            }
        }
        Self(words)
    }

    fn count(&self, word: &str) -> usize {
        self.0
            .get(&word.to_lowercase())
            .copied()
            .unwrap_or_default()
    }

    /// Whether an initial is a word of its own before a word, and not its first letter: `I` before `would`.
    pub(super) fn parts(&self, initial: &str, rest: &str) -> bool {
        let letter = initial.trim_start_matches(|char: char| !char.is_alphabetic());
        let alone = ["A", "I", "À", "O", "Y", "E", "Ô"].contains(&letter);
        let capitals = rest.chars().count() > 1 && rest.chars().all(char::is_uppercase);
        // What stands after the initial counts once itself.
        alone && !capitals && self.count(rest) > 1 && self.count(&format!("{letter}{rest}")) == 0
    }

    /// Whether a word that is cut at its hyphen has one: `peut-` before `être`, `arrière-` before `grand-père`, and
    /// `dites-` before `vous` where that is a word of the text.
    pub(super) fn has_hyphen(&self, before: &str, after: &str) -> bool {
        let compound = before.contains('-') || after.contains('-');
        let pronoun = PRONOUNS.contains(&after) && self.count(after) > 0;
        if compound || (pronoun && self.count(&format!("{before}{after}")) == 0) {
            return true;
        }
        self.count(&format!("{before}-{after}")) > self.count(&format!("{before}{after}"))
    }
}
