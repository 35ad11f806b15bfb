//! Related stems: words of one family that the stemmer keeps apart, such as chimie and chimique.
//!
//! A word is also looked for by the stems that begin like it and are nearly as long. Against not doing so: +0.008
//! MRR on questions that users put to a FAQ, +0.003 on French encyclopaedic questions, +0.008 on German ones, +0.01
//! on interviews; less weight gained less, more distant relatives lost on interviews. Four of them for a word gained
//! nothing over two, and take as long as the words themselves.

use crate::index::{IndexError, Library, QueryTerm};
use crate::language::Language;

/// What a relative counts at most, where the word itself counts 1.
const WEIGHT: f32 = 0.5;
/// How long the shared beginning is at least, in characters, and as a share of the word.
const LEAST: usize = 4;
const SHARE: f32 = 0.75;
/// How alike two stems are at least: twice the shared beginning over both lengths.
const ALIKE: f32 = 0.75;
/// How many relatives a word has at most.
const MOST: usize = 2;

/// The relatives of a stem, none rarer in effect than the word itself.
pub(super) fn related_stems(
    library: &Library,
    language: Language,
    stem: &str,
    rarity: f32,
) -> Result<Vec<QueryTerm>, IndexError> {
    let length = stem.chars().count();
    if length < LEAST || stem.chars().any(char::is_numeric) {
        return Ok(Vec::new());
    }
    let kept = ((length as f32 * SHARE).ceil() as usize).max(LEAST);
    let prefix: String = stem.chars().take(kept).collect();
    let related = library.stems(language, &prefix, |other| {
        other != stem && (alikeness(stem, other) >= ALIKE || is_derived(stem, other, language))
    })?;
    let mut related: Vec<(f32, u64, String)> = related
        .into_iter()
        .map(|(other, frequency)| (alikeness(stem, &other), frequency, other))
        .collect();
    related.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
    related.truncate(MOST);
    let stems: Vec<&str> = related.iter().map(|(_, _, stem)| stem.as_str()).collect();
    let rarities = library.rarities(language, &stems)?;
    let terms = related
        .iter()
        .zip(rarities)
        .map(|((alike, _, stem), own)| QueryTerm {
            word: None,
            stem: stem.clone(),
            weight: WEIGHT * alike * (rarity / own.max(f32::EPSILON)).min(1.0),
        });
    Ok(terms.collect())
}

/// Endings, stemmed, by which English makes longer words of a word than it is itself: trustworthy is of trust.
const ENGLISH: [&str; 8] = [
    "worthi", "ful", "less", "ship", "hood", "abl", "like", "proof",
];

/// Whether the other stem is the stem with such an ending.
fn is_derived(stem: &str, other: &str, language: Language) -> bool {
    let ending = other
        .strip_prefix(stem)
        .filter(|_| language == Language::English);
    ending.is_some_and(|ending| ENGLISH.contains(&ending))
}

fn alikeness(a: &str, b: &str) -> f32 {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let both = a.chars().count() + b.chars().count();
    2.0 * shared as f32 / both.max(1) as f32
}
