//! Word forms: which words of one stem are inflections of each other.
//!
//! A stemmer joins strangers: mer and mère, environnement and environ, Seite and seit, imports and important. What is left
//! of a word when its endings of number, gender, person and tense are off tells them apart; an accent, a capital or a last
//! vowel tells more.

mod english;
mod french;
mod german;
mod italian;
mod spanish;

use super::Language;
use english::english;
use french::{ACCENTED, french};
use german::german;
use italian::italian;
use spanish::spanish;

/// What tells a word from others with the same stem, in 18 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordForm {
    /// The hash of what is left without its inflection; 0 where that says nothing.
    rest: u16,
    /// Marks of which two forms of one word share one.
    marks: u8,
}

/// How many bits the hash has, and how many there are of marks.
const REST: u32 = 14;
const MARKS: u32 = 4;
/// What has no marks shares one with everything.
const EVERY: u8 = (1 << MARKS) - 1;

impl WordForm {
    /// A form of whatever has the stem.
    pub const ANY: Self = Self {
        rest: 0,
        marks: EVERY,
    };

    /// Whether two words of one stem are inflections of each other.
    #[must_use]
    pub fn is_form_of(self, other: Self) -> bool {
        self.rest == 0
            || other.rest == 0
            || (self.rest == other.rest && self.marks & other.marks != 0)
    }

    /// As a number below 2^18.
    #[must_use]
    pub fn to_bits(self) -> u64 {
        u64::from(self.rest) << MARKS | u64::from(self.marks)
    }

    /// What [`Self::to_bits`] gave.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        Self {
            rest: (bits >> MARKS & ((1 << REST) - 1)) as u16,
            marks: (bits & u64::from(EVERY)) as u8,
        }
    }

    fn new(rest: &str, marks: u8) -> Self {
        let hash = rest.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        // Folded to its bits; 0 says nothing.
        let folded = (hash >> REST ^ hash) & ((1 << REST) - 1);
        Self {
            rest: u16::try_from(folded.max(1)).unwrap_or(1),
            marks,
        }
    }

    /// The same of a French text that has no accents.
    pub(super) fn without_accents(self) -> Self {
        Self {
            marks: self.marks | ACCENTED,
            ..self
        }
    }

    /// The same, whatever its marks.
    pub(super) fn unmarked(self) -> Self {
        Self {
            marks: EVERY,
            ..self
        }
    }
}

/// The form of a word: as it is written, and folded.
pub(super) fn form(raw: &str, folded: &str, language: Language) -> WordForm {
    if folded.starts_with(char::is_numeric) {
        return WordForm::ANY;
    }
    match language {
        Language::French => french(raw, folded),
        Language::English => english(folded),
        Language::German => german(raw, folded),
        Language::Spanish => spanish(folded),
        Language::Italian => italian(folded),
        _ => WordForm::ANY,
    }
}

/// The form of a name: names are not inflected but for a plural.
pub(super) fn name_form(form: WordForm, folded: &str, language: Language) -> WordForm {
    match language {
        Language::French | Language::English | Language::Spanish | Language::Italian => {
            let singular = folded.strip_suffix('s').filter(|it| it.len() > 2);
            // Its own hash: the name is not what is left of another word.
            WordForm::new(&format!("={}", singular.unwrap_or(folded)), EVERY)
        }
        _ => form,
    }
}

/// The longest of some endings off a word, where enough of it is left.
fn without<'w>(word: &'w str, endings: &[&str], least: usize) -> Option<&'w str> {
    let roots = endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    let roots = roots.filter(|root| root.chars().count() >= least);
    roots.min_by_key(|root| root.len())
}

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// Of words that are longer than so many letters without their inflection, nouns and verbs are of one family.
const SHORT: usize = 4;

/// Without the last vowel, which tells short words apart: casa and caso, porto and porta.
fn by_last_vowel(word: &str, mark: impl Fn(char) -> u8) -> WordForm {
    let last = word.chars().next_back();
    let vowel = last.filter(|c| matches!(c, 'a' | 'e' | 'i' | 'o'));
    let Some(vowel) = vowel.filter(|_| word.len() > 2) else {
        return WordForm::new(word, EVERY);
    };
    let root = &word[..word.len() - 1];
    let is_short = root.chars().count() <= SHORT;
    WordForm::new(root, if is_short { mark(vowel) } else { EVERY })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::case_and_accent_folding::fold;

    fn is_form(a: &str, b: &str, language: Language) -> bool {
        let of = |word: &str| form(word, &fold(word), language);
        of(a).is_form_of(of(b))
    }

    #[test]
    fn inflections_are_told_from_strangers_with_the_same_stem() {
        for (language, word, other, same) in [
            (Language::French, "mer", "mère", false),
            (Language::French, "mers", "mer", true),
            (Language::French, "mères", "mère", true),
            (Language::French, "environnement", "environ", false),
            (Language::French, "environnements", "environnement", true),
            (Language::French, "parlement", "parler", false),
            (Language::French, "parlez", "parlaient", true),
            (Language::French, "armée", "arme", false),
            (Language::French, "armée", "armés", true),
            (Language::French, "adoptée", "adopter", true),
            (Language::French, "jeûne", "jeune", false),
            (Language::French, "france", "franc", false),
            (Language::French, "français", "franc", false),
            (Language::French, "francs", "franc", true),
            (Language::French, "mars", "mari", false),
            (Language::French, "avance", "avancer", true),
            (Language::French, "mange", "mangeait", true),
            (Language::French, "nationale", "nationaux", true),
            (Language::French, "dernière", "dernier", true),
            (Language::French, "grandes", "grand", true),
            (Language::French, "port", "porte", false),
            (Language::French, "porte", "porter", true),
            (Language::French, "vent", "vente", false),
            (Language::French, "anglaise", "anglais", true),
            (Language::French, "maisons", "maison", true),
            (Language::French, "vertes", "vert", true),
            (Language::French, "lois", "loi", true),
            (Language::French, "finissait", "finir", true),
            (Language::French, "achète", "acheter", true),
            (Language::English, "imports", "important", false),
            (Language::English, "imports", "importing", true),
            (Language::English, "general", "generally", false),
            (Language::English, "paste", "past", false),
            (Language::English, "hoped", "hope", true),
            (Language::English, "stopping", "stop", true),
            (Language::English, "universe", "university", false),
            (Language::English, "cities", "city", true),
            (Language::German, "Seite", "seit", false),
            (Language::German, "Seiten", "Seite", true),
            (Language::German, "Wege", "wegen", false),
            (Language::German, "fuhren", "führen", false),
            (Language::German, "Häuser", "Haus", true),
            (Language::German, "Arbeit", "arbeiten", true),
            (Language::Spanish, "casa", "caso", false),
            (Language::Spanish, "casas", "casa", true),
            (Language::Spanish, "cansados", "cansadas", true),
            (Language::Italian, "porto", "porta", false),
            (Language::Italian, "porto", "porti", true),
            (Language::Italian, "porta", "porte", true),
            (Language::Greek, "a", "b", true),
        ] {
            assert_eq!(is_form(word, other, language), same, "{word} {other}");
        }
    }

    #[test]
    fn a_form_is_kept_in_its_bits() {
        for word in ["mère", "environnement", "France"] {
            let form = form(word, &fold(word), Language::French);
            assert_eq!(WordForm::from_bits(form.to_bits()), form);
            assert!(form.to_bits() < 1 << (REST + MARKS));
        }
        assert_eq!(WordForm::from_bits(WordForm::ANY.to_bits()), WordForm::ANY);
    }
}
