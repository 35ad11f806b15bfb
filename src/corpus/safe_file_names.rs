//! Safe file names, made from names that anybody may have chosen.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

/// The longest name, in bytes, without its extension: with a sidecar's and a number it stays far below the
/// 255 bytes that file systems take.
const LONGEST: usize = 120;

/// A safe stem from any text: its last path part, composed (NFC), without control characters, characters that
/// some file system refuses and those that steer the direction of reading; no dot or hyphen in front, no dot
/// or space at the end, at most 120 bytes. `interview` where nothing is left.
pub(super) fn safe_stem(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .nfc()
        .map(|c| if is_allowed(c) { c } else { ' ' })
        .collect();
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = words.trim_start_matches(['.', '-', '~', ' ']);
    let mut end = bare.len().min(LONGEST);
    while !bare.is_char_boundary(end) {
        end -= 1;
    }
    let stem = bare[..end].trim_end_matches(['.', ' ']);
    if stem.is_empty() || is_device(stem) {
        return "interview".to_owned();
    }
    stem.to_owned()
}

fn is_allowed(c: char) -> bool {
    let refused = matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '/' | '\\');
    let invisible = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !c.is_control() && !refused && !invisible
}

/// Names that Windows keeps for its devices, with any extension.
fn is_device(stem: &str) -> bool {
    let name = stem
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|device| {
        name.strip_prefix(device)
            .is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit()))
    });
    numbered || matches!(name.as_str(), "CON" | "PRN" | "AUX" | "NUL")
}

/// A file's name taken apart at its last dot: stem and extension, the extension in lower case and only where
/// it is letters and digits.
pub(super) fn split(name: &str) -> (&str, String) {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    match last.rsplit_once('.') {
        Some((stem, extension))
            if !stem.is_empty()
                && !extension.is_empty()
                && extension.len() <= 10
                && extension.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            (stem, extension.to_ascii_lowercase())
        }
        _ => (last, String::new()),
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// [`split`] of the last part of a path.
pub(super) fn split_name(path: &Path) -> (String, String) {
    let name = file_name(path);
    let (stem, extension) = split(&name);
    (stem.to_owned(), extension)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_part_of_a_path_and_nothing_hidden_is_left_in_a_name() {
        for (name, expected) in [
            ("2020-04 Paulin", "2020-04 Paulin"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ada\\bees", "bees"),
            (".hidden", "hidden"),
            ("-rf", "rf"),
            ("a\u{0}b\nc", "a b c"),
            ("l’été : entretien ?", "l’été entretien"),
            ("evil\u{202e}txt.exe", "evil txt.exe"),
            ("...", "interview"),
            ("con", "interview"),
            ("", "interview"),
        ] {
            assert_eq!(safe_stem(name), expected, "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn every_name_becomes_one_that_stays_in_its_folder(name in any::<String>()) {
            let stem = safe_stem(&name);
            prop_assert!(!stem.is_empty() && stem.len() <= LONGEST);
            prop_assert!(!stem.starts_with('.') && !stem.contains(['/', '\\', '\0', '\n']));
            prop_assert_eq!(safe_stem(&stem), stem);
        }
    }
}
