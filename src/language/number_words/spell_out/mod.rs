//! Whole numbers as they are spelled out, up to 999,999.

mod english;
mod french;
mod german;
mod italian;
mod spanish;

use crate::language::Language;

/// A number in words, in French, English, Spanish, German or Italian; `None` in another language, for 0, and
/// from a million on.
#[must_use]
pub(super) fn spell(number: u32, language: Language) -> Option<String> {
    let spell: fn(u32) -> String = match language {
        Language::French => french::french,
        Language::English => english::english,
        Language::Spanish => spanish::spanish,
        Language::German => german::german,
        Language::Italian => italian::italian,
        _ => return None,
    };
    (1..1_000_000).contains(&number).then(|| spell(number))
}

/// Words with spaces between those that are there.
fn joined(words: &[&str]) -> String {
    let words = words.iter().filter(|word| !word.is_empty());
    words.copied().collect::<Vec<_>>().join(" ")
}

/// What stands for `number` in a list that begins with 0, which stands for nothing.
fn of(list: &'static [&'static str], number: u32) -> &'static str {
    let at = usize::try_from(number).unwrap_or_default();
    list.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spelled_as_they_are_written() {
        for (language, number, words) in [
            (Language::French, 17, "dix-sept"),
            (Language::French, 71, "soixante et onze"),
            (Language::French, 80, "quatre-vingts"),
            (Language::French, 97, "quatre-vingt-dix-sept"),
            (Language::French, 3_200, "trois mille deux cents"),
            (Language::French, 80_000, "quatre-vingt mille"),
            (
                Language::French,
                203_081,
                "deux cent trois mille quatre-vingt-un",
            ),
            (
                Language::English,
                999_999,
                "nine hundred ninety-nine thousand nine hundred ninety-nine",
            ),
            (Language::Spanish, 100, "cien"),
            (
                Language::Spanish,
                21_131,
                "veintiún mil ciento treinta y uno",
            ),
            (Language::German, 101, "einhunderteins"),
            (
                Language::German,
                1_997,
                "eintausendneunhundertsiebenundneunzig",
            ),
            (Language::Italian, 28, "ventotto"),
            (Language::Italian, 2_033, "duemilatrentatré"),
        ] {
            assert_eq!(spell(number, language).as_deref(), Some(words));
        }
        assert_eq!(spell(0, Language::French), None);
        assert_eq!(spell(1_000_000, Language::French), None);
        assert_eq!(spell(7, Language::Greek), None);
    }
}
