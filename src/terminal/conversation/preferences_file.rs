//! The preferences file of the terminal: language and number of quotes.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::feedback::{ChatPreference, MOST_QUOTES};
use crate::messages::CODES;

/// The file, as it is written.
#[derive(Default, Serialize, Deserialize)]
struct PreferencesFile {
    language: Option<String>,
    quotes: Option<u8>,
}

/// What is kept; nothing in particular where there is no file, or none that can be read.
pub(super) fn load(path: &Path) -> ChatPreference {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let written: PreferencesFile = toml::from_str(&text).unwrap_or_default();
    ChatPreference {
        language: written
            .language
            .filter(|code| CODES.contains(&code.as_str())),
        quotes: written
            .quotes
            .filter(|quotes| (1..=MOST_QUOTES).contains(quotes)),
    }
}

/// Keeps it, whole or not at all.
pub(super) fn save(path: &Path, wanted: &ChatPreference) -> io::Result<()> {
    let written = PreferencesFile {
        language: wanted.language.clone(),
        quotes: wanted.quotes,
    };
    let text = toml::to_string(&written).map_err(io::Error::other)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    match std::fs::symlink_metadata(path) {
        // A link, or whatever else stands there, is not replaced.
        Ok(found) if !found.is_file() => return Err(io::ErrorKind::AlreadyExists.into()),
        _ => {}
    }
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    io::Write::write_all(&mut file, text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_wanted_is_wanted_again_and_a_damaged_file_wants_nothing() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("new/conversation.toml");
        let wanted = ChatPreference {
            language: Some("fr".to_owned()),
            quotes: Some(2),
        };
        save(&path, &wanted).expect("it can be written");
        assert_eq!(load(&path), wanted);
        std::fs::write(&path, "quotes = 99\nlanguage = \"klingon\"").expect("it can be written");
        assert_eq!(load(&path), ChatPreference::default());
        std::fs::write(&path, "\u{0}").expect("it can be written");
        assert_eq!(load(&path), ChatPreference::default());
    }
}
