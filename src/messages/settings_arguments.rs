//! The arguments of `/settings`: a language by its code or name, a number of quotes, or `default` for both. They are the
//! same in a terminal and in a chat.

use super::CODES;
use crate::answer::closest_name;
use crate::feedback::{MOST_QUOTES, PreferenceChange};
use crate::interview::Span;
use crate::language::normalized_words;

/// A word that is neither a language nor a number of quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSetting {
    /// As it was typed.
    pub typed: String,
    /// The valid one that comes nearest; `None` where none is near.
    pub nearest: Option<String>,
}

/// What the words change, in their order.
///
/// # Errors
///
/// The first word that is not understood; nothing is to be changed then.
pub fn typed_settings(typed: &str) -> Result<Vec<PreferenceChange>, UnknownSetting> {
    // A sign belongs to its number, and no number of quotes has one.
    let mut words = typed.split_whitespace();
    if let Some(signed) = words.find(|word| word.contains(['-', '+'])) {
        return Err(UnknownSetting::of(signed));
    }
    let words = normalized_words(typed).into_iter();
    let words: Vec<_> = words
        .filter(|(word, _)| !LABELS.contains(&word.as_str()))
        .collect();
    if words.is_empty() {
        return Err(UnknownSetting::of(typed.trim()));
    }
    let change = |(word, span): &(String, Span)| {
        change(word).ok_or_else(|| UnknownSetting::of(&typed[span.start..span.end]))
    };
    let changes: Result<Vec<Vec<PreferenceChange>>, UnknownSetting> =
        words.iter().map(change).collect();
    Ok(changes?.concat())
}

impl UnknownSetting {
    fn of(typed: &str) -> Self {
        let number = typed.parse::<i64>().ok();
        let number = number.map(|number| number.clamp(1, MOST_QUOTES.into()).to_string());
        Self {
            typed: typed.to_owned(),
            nearest: number.or_else(|| nearest_word(typed)),
        }
    }
}

/// The code of the language that was surely meant, or [`DEFAULT`].
fn nearest_word(typed: &str) -> Option<String> {
    let names = LANGUAGES.iter().copied().flatten().copied();
    let near = closest_name(typed, names.chain([DEFAULT]))?;
    let mut languages = CODES.into_iter().zip(LANGUAGES);
    let language = languages.find(|(_, names)| names.contains(&near.as_str()));
    let code = language.map(|(code, _)| code.to_owned());
    Some(code.unwrap_or(near))
}

/// Makes everything as it is by itself.
const DEFAULT: &str = "default";

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

fn change(word: &str) -> Option<Vec<PreferenceChange>> {
    if word == DEFAULT {
        return Some(vec![
            PreferenceChange::Language(None),
            PreferenceChange::Quotes(None),
        ]);
    }
    let languages = CODES.into_iter().zip(LANGUAGES);
    let mut meant = languages.filter(|(code, names)| *code == word || names.contains(&word));
    if let Some((code, _)) = meant.next() {
        return Some(vec![PreferenceChange::Language(Some(code))]);
    }
    let quotes = word.parse().ok();
    let quotes = quotes.filter(|number| (1..=MOST_QUOTES).contains(number))?;
    Some(vec![PreferenceChange::Quotes(Some(quotes))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_or_a_number_is_a_change_and_nothing_else_is() {
        for (typed, change) in [
            ("fr", PreferenceChange::Language(Some("fr"))),
            ("language DE", PreferenceChange::Language(Some("de"))),
            ("Français", PreferenceChange::Language(Some("fr"))),
            ("quotes 2", PreferenceChange::Quotes(Some(2))),
        ] {
            assert_eq!(typed_settings(typed), Ok(vec![change]), "{typed}");
        }
        let both = vec![
            PreferenceChange::Quotes(Some(2)),
            PreferenceChange::Language(Some("de")),
        ];
        assert_eq!(typed_settings("2 de"), Ok(both));
        for (typed, code) in [("french", "fr"), ("allemand", "de"), ("Español", "es")] {
            assert_eq!(
                typed_settings(typed),
                Ok(vec![PreferenceChange::Language(Some(code))]),
                "{typed}"
            );
        }
        assert_eq!(typed_settings("default").map(|all| all.len()), Ok(2));
    }

    #[test]
    fn what_is_no_setting_is_named_with_the_nearest_that_is() {
        for (typed, named, nearest) in [
            ("", "", None),
            ("klingon", "klingon", None),
            ("fr 9", "9", Some("3")),
            ("0", "0", Some("1")),
            ("quotes -1", "-1", Some("1")),
            ("Frensh", "Frensh", Some("fr")),
            ("alemnad", "alemnad", Some("de")),
            ("defualt", "defualt", Some("default")),
        ] {
            let unknown = UnknownSetting {
                typed: named.to_owned(),
                nearest: nearest.map(str::to_owned),
            };
            assert_eq!(typed_settings(typed), Err(unknown), "{typed}");
        }
    }
}
