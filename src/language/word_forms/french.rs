//! Forms of French words.

use super::{EVERY, SHORT, WordForm, without};
use crate::language::stop_words::has_accent;

/// Without an e at its end, with an accent, with an e: what tells port from porte and jeune from jeûne.
const PLAIN: u8 = 1;
pub(super) const ACCENTED: u8 = 2;
const FEMININE: u8 = 4;

/// The form of a French word: as it is written, and folded.
pub(super) fn french(raw: &str, folded: &str) -> WordForm {
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
