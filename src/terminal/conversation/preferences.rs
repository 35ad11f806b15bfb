//! What is wanted of conversations in the terminal: language and number of quotes, kept in a file between them.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::feedback::{Change, MOST_QUOTES, Preference};
use crate::language::bare_words;
use crate::messages::CODES;

/// The file, as it is written.
#[derive(Default, Serialize, Deserialize)]
struct Written {
    language: Option<String>,
    quotes: Option<u8>,
}

/// What is kept; nothing in particular where there is no file, or none that can be read.
pub(super) fn load(path: &Path) -> Preference {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let written: Written = toml::from_str(&text).unwrap_or_default();
    Preference {
        language: written
            .language
            .filter(|code| CODES.contains(&code.as_str())),
        quotes: written
            .quotes
            .filter(|quotes| (1..=MOST_QUOTES).contains(quotes)),
    }
}

/// Keeps it, whole or not at all.
pub(super) fn save(path: &Path, wanted: &Preference) -> io::Result<()> {
    let written = Written {
        language: wanted.language.clone(),
        quotes: wanted.quotes,
    };
    let text = toml::to_string(&written).map_err(io::Error::other)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    io::Write::write_all(&mut file, text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// What the words behind `/settings` change; `None` where one of them is not understood.
pub(super) fn changes(typed: &str) -> Option<Vec<Change>> {
    let words = bare_words(typed);
    let words = words.iter().map(|(word, _)| word.as_str());
    let words: Vec<&str> = words.filter(|word| !LABELS.contains(word)).collect();
    if words.is_empty() || typed.contains(['-', '+']) {
        return None;
    }
    let changes: Option<Vec<Vec<Change>>> = words.into_iter().map(change).collect();
    Some(changes?.concat())
}

/// "/settings language fr" says no more than "/settings fr".
const LABELS: [&str; 14] = [
    "language",
    "langue",
    "sprache",
    "idioma",
    "lingua",
    "quotes",
    "citations",
    "zitate",
    "citas",
    "citazioni",
    "and",
    "et",
    "und",
    "y",
];

/// The languages in the five languages, folded, in the order of [`CODES`].
const LANGUAGES: [&[&str]; 5] = [
    &["english", "anglais", "englisch", "ingles", "inglese"],
    &["french", "francais", "franzosisch", "frances", "francese"],
    &["german", "allemand", "deutsch", "aleman", "tedesco"],
    &["spanish", "espagnol", "spanisch", "espanol", "spagnolo"],
    &["italian", "italien", "italienisch", "italiano"],
];

fn change(word: &str) -> Option<Vec<Change>> {
    if word == "default" {
        return Some(vec![Change::Language(None), Change::Quotes(None)]);
    }
    let languages = CODES.into_iter().zip(LANGUAGES);
    let mut meant = languages.filter(|(code, names)| *code == word || names.contains(&word));
    if let Some((code, _)) = meant.next() {
        return Some(vec![Change::Language(Some(code))]);
    }
    let quotes = word.parse().ok();
    let quotes = quotes.filter(|number| (1..=MOST_QUOTES).contains(number))?;
    Some(vec![Change::Quotes(Some(quotes))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_or_a_number_is_a_change_and_nothing_else_is() {
        for (typed, change) in [
            ("fr", Change::Language(Some("fr"))),
            ("language DE", Change::Language(Some("de"))),
            ("Français", Change::Language(Some("fr"))),
            ("quotes 2", Change::Quotes(Some(2))),
        ] {
            assert_eq!(changes(typed), Some(vec![change]), "{typed}");
        }
        let both = vec![Change::Quotes(Some(2)), Change::Language(Some("de"))];
        assert_eq!(changes("2 de"), Some(both));
        for (typed, code) in [("french", "fr"), ("allemand", "de"), ("Español", "es")] {
            assert_eq!(
                changes(typed),
                Some(vec![Change::Language(Some(code))]),
                "{typed}"
            );
        }
        assert_eq!(changes("fr 9"), None);
        assert_eq!(changes("default").map(|all| all.len()), Some(2));
        for typed in ["", "klingon", "9", "0", "-1"] {
            assert_eq!(changes(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_was_wanted_is_wanted_again_and_a_damaged_file_wants_nothing() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("new/conversation.toml");
        let wanted = Preference {
            language: Some("fr".to_owned()),
            quotes: Some(2),
        };
        save(&path, &wanted).expect("it can be written");
        assert_eq!(load(&path), wanted);
        std::fs::write(&path, "quotes = 99\nlanguage = \"klingon\"").expect("it can be written");
        assert_eq!(load(&path), Preference::default());
        std::fs::write(&path, "\u{0}").expect("it can be written");
        assert_eq!(load(&path), Preference::default());
    }
}
