//! Word forms: which words of one stem are inflections of each other.
//!
//! A stemmer joins strangers: mer and mère, environnement and environ, Seite and seit, imports and important. What is left
//! of a word when its endings of number, gender, person and tense are off tells them apart; an accent, a capital or a last
//! vowel tells more.

use super::Language;
use super::stop_words::has_accent;

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

/// Without an e at its end, with an accent, with an e: what tells port from porte and jeune from jeûne.
const PLAIN: u8 = 1;
const ACCENTED: u8 = 2;
const FEMININE: u8 = 4;

fn french(raw: &str, folded: &str) -> WordForm {
    let lower = raw.to_lowercase();
    let word = match (folded.strip_suffix("aux"), folded.strip_suffix('s')) {
        _ if folded.ends_with("eaux") => folded[..folded.len() - 1].to_owned(),
        (Some(root), _) if root.len() > 1 => format!("{root}al"),
        (_, Some(root)) if root.len() > 2 && !root.ends_with('s') => root.to_owned(),
        _ => folded.to_owned(),
    };
    if let Some(verb) = french_verb(&lower, &word) {
        return verb;
    }
    // Only verbs change an è: achète, acheter.
    let is_accented = has_accent(&lower.replace(['è', 'È'], "e"));
    let either = if is_accented {
        ACCENTED
    } else {
        PLAIN | FEMININE
    };
    for (feminine, masculine) in FRENCH_FEMININE {
        if let Some(root) = word.strip_suffix(feminine).filter(|root| root.len() > 1) {
            return WordForm::new(&format!("{root}{masculine}"), either);
        }
    }
    let root = word.strip_suffix('e');
    let root = root.filter(|root| root.len() > 2 && !root.ends_with(['c', 'g']));
    let rest = root.unwrap_or(&word);
    let is_noun =
        rest.chars().count() <= SHORT && !FRENCH_ADJECTIVES.split(' ').any(|it| it == rest);
    let marks = match root {
        _ if is_accented || !is_noun => either,
        Some(_) => FEMININE,
        None => PLAIN,
    };
    WordForm::new(rest, marks)
}

/// The form of a verb that its ending tells.
fn french_verb(lower: &str, word: &str) -> Option<WordForm> {
    let mut participles = ["é", "ée", "és", "ées"].iter();
    if participles.any(|it| lower.ends_with(it))
        && let Some(root) = without(word, &["ee", "e"], 2)
    {
        return Some(WordForm::new(&softened(root), ACCENTED));
    }
    if let Some(root) = without(word, &FRENCH_IR, 2) {
        return Some(WordForm::new(&format!("{root}i"), EVERY));
    }
    let root = without(word, &FRENCH_ER, 2).filter(|_| !word.ends_with("ment"));
    root.map(|root| WordForm::new(&softened(root), EVERY))
}

/// A verb's root, with the e that its c or g has in other forms.
fn softened(root: &str) -> String {
    let soft = root.ends_with(['c', 'g']);
    format!("{root}{}", if soft { "e" } else { "" })
}

const FRENCH_IR: [&str; 8] = [
    "ir", "issaient", "issant", "issait", "issent", "issez", "irait", "iront",
];
const FRENCH_ER: [&str; 15] = [
    "eraient", "erait", "eront", "erent", "erez", "era", "erai", "aient", "iez", "ait", "ente",
    "ent", "ez", "er", "eriez",
];
const FRENCH_FEMININE: [(&str, &str); 9] = [
    ("aise", "ai"),
    ("oise", "oi"),
    ("euse", "eux"),
    ("trice", "teur"),
    ("ere", ""),
    ("ive", "if"),
    ("elle", "el"),
    ("enne", "en"),
    ("onne", "on"),
];
/// Short ones whose e is that of the feminine.
const FRENCH_ADJECTIVES: &str = "fort vert seul haut lent rond gris noir bleu joli vrai sain plat dur mur pur sur cher amer laid \
    nul brun rude cru";

const BARE: u8 = 1;
const SILENT_E: u8 = 2;

fn english(folded: &str) -> WordForm {
    let word = match folded.strip_suffix('s') {
        _ if folded.ends_with("ies") && folded.len() > 4 => {
            format!("{}y", &folded[..folded.len() - 3])
        }
        Some(root)
            if ["che", "she", "xe", "zze", "sse"]
                .iter()
                .any(|it| root.ends_with(it)) =>
        {
            root[..root.len() - 1].to_owned()
        }
        Some(root) if root.len() > 2 && !root.ends_with(['s', 'u', 'i']) => root.to_owned(),
        _ => folded.to_owned(),
    };
    if let Some(root) = word.strip_suffix("ied").filter(|root| root.len() > 1) {
        return WordForm::new(&format!("{root}y"), EVERY);
    }
    let verb = without(&word, &["ing", "ed"], 2).filter(|root| root.contains(VOWELS));
    if let Some(root) = verb {
        let mut letters = root.chars().rev();
        let doubled = letters.next() == letters.next() && !root.ends_with(['l', 's', 'z']);
        let end = root.len() - usize::from(doubled && root.is_ascii());
        return WordForm::new(&root[..end], EVERY);
    }
    match word.strip_suffix('e') {
        Some(root) if root.len() > 1 => WordForm::new(root, SILENT_E),
        _ => WordForm::new(&word, BARE),
    }
}

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

const LOWER: u8 = 1;
const UMLAUT: u8 = 2;
const NOUN: u8 = 4;
/// Of words that are longer than so many letters without their inflection, nouns and verbs are of one family.
const SHORT: usize = 4;

fn german(raw: &str, folded: &str) -> WordForm {
    let root = without(folded, &["ern", "em", "en", "er", "es", "e", "n", "s"], 3);
    // Haus has an s of its own.
    let root = root.filter(|root| !root.ends_with(VOWELS) || !folded.ends_with('s'));
    let root = root.unwrap_or(folded);
    let root = without(root, &["est", "st", "er", "en"], 4).unwrap_or(root);
    let is_short = root.chars().count() <= SHORT;
    let marks = match raw.starts_with(char::is_uppercase) {
        true if is_short => NOUN,
        true => EVERY,
        false if has_accent(raw) => UMLAUT,
        false => LOWER,
    };
    WordForm::new(root, marks)
}

fn spanish(folded: &str) -> WordForm {
    let word = match (folded.strip_suffix("ces"), folded.strip_suffix('s')) {
        (Some(root), _) => format!("{root}z"),
        (_, Some(root)) if root.len() > 2 => root.to_owned(),
        _ => folded.to_owned(),
    };
    const VERBS: [&str; 14] = [
        "aron", "ieron", "ando", "iendo", "aban", "aba", "amo", "emo", "imo", "ara", "era", "ar",
        "er", "ir",
    ];
    if let Some(root) = without(&word, &VERBS, 3) {
        return WordForm::new(root, EVERY);
    }
    by_last_vowel(&word, |vowel| match vowel {
        'o' => 1,
        'a' => 2,
        _ => 4,
    })
}

fn italian(folded: &str) -> WordForm {
    const VERBS: [&str; 11] = [
        "avano", "evano", "iamo", "ando", "endo", "ava", "eva", "are", "ere", "ire", "ano",
    ];
    if let Some(root) = without(folded, &VERBS, 3) {
        return WordForm::new(root, EVERY);
    }
    // A plural in -i is of -o or -e, one in -e of -a.
    by_last_vowel(folded, |vowel| match vowel {
        'o' => 1,
        'a' => 2,
        'e' => 2 | 4,
        _ => 1 | 4,
    })
}

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
