//! What is wanted of conversations in the terminal: language and number of quotes, kept in a file between them.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::feedback::{Change, MOST_QUOTES, Preference};
use crate::messages::{CODES, Messages};

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

/// What a word behind `/settings` changes; both where everything is to be as it is by itself.
pub(super) fn changes(typed: &str) -> Option<Vec<Change>> {
    // "/settings language fr" says no more than "/settings fr".
    let word = typed.split_whitespace().next_back()?.to_lowercase();
    if word == "default" {
        return Some(vec![Change::Language(None), Change::Quotes(None)]);
    }
    let own_name = |code: &str| Messages::of(code).text("settings-own-name").to_lowercase();
    let language = CODES
        .into_iter()
        .find(|code| *code == word || own_name(code) == word);
    if language.is_some() {
        return Some(vec![Change::Language(language)]);
    }
    let quotes = word
        .parse()
        .ok()
        .filter(|number| (1..=MOST_QUOTES).contains(number))?;
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
