//! When to say nothing: whether the best passage answers, or only shares words with the question.
//!
//! A score says nothing by itself: scores of two questions, or of two corpora, do not compare. What does compare
//! is how much of the question was found, by rarity, how close together, and whether one answer stands out.

use std::collections::BTreeMap;

use super::query::Meaning;
use super::rank::{Held, Ranked};
use super::{IndexError, Library};
use crate::index::rarity;
use crate::interview::InterviewKey;
use crate::language::Language;

/// The one dial, from strict to generous.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// How sure an answer must be, in thousandths of its certainty.
    threshold: u16,
}

/// The certainty asked for in the middle of the dial. There 93 % of the answerable questions of a French set are
/// answered and 83 % of the foreign ones are not, 98 % and 99 % of an English one: `verbatim eval --unanswerable`.
const MIDDLE: f32 = 0.25;
/// How far the dial reaches to each side, in log-odds.
const REACH: f32 = 2.0;

impl Default for Silence {
    fn default() -> Self {
        Self::of_generosity(0.5)
    }
}

impl Silence {
    /// From 0, where only what is sure is said, to 1, where nearly everything is.
    #[must_use]
    pub fn of_generosity(generosity: f32) -> Self {
        let middle = (MIDDLE / (1.0 - MIDDLE)).ln();
        let threshold = logistic(middle + (1.0 - 2.0 * generosity.clamp(0.0, 1.0)) * REACH);
        Self {
            threshold: (threshold * 1_000.0).round() as u16,
        }
    }

    /// For a question whose subject was answered before and that only says where to look further: "and in 2021?" is
    /// not asked of what the interviews say nothing of.
    pub(super) fn relaxed(self) -> Self {
        let threshold = self.threshold / 2;
        Self { threshold }
    }

    /// Whether what was found is sure enough to be shown.
    pub(super) fn permits(self, certainty: Certainty) -> bool {
        certainty.value * 1_000.0 >= f32::from(self.threshold)
    }

    /// The certainty that is asked for, from 0 to 1.
    #[must_use]
    pub fn needed(self) -> f32 {
        f32::from(self.threshold) / 1_000.0
    }
}

/// How sure it is that the best passage answers.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Certainty {
    /// From 0 to 1: a logistic regression over 2,793 answerable and unanswerable questions in French and English.
    pub value: f32,
    /// What it is judged by; `None` where no passage holds any word of the question, or none its exact words.
    pub evidence: Option<Evidence>,
}

/// How sure it is that the best passage answers.
pub(super) fn certainty(
    library: &Library,
    meaning: &Meaning,
    ranked: &[Ranked],
) -> Result<Certainty, IndexError> {
    let best = ranked.first();
    let Some(best) = best.filter(|best| best.exact && best.share > 0.0) else {
        return Ok(Certainty::default());
    };
    let evidence = Evidence::of(library, meaning, ranked, best)?;
    let Evidence {
        strength,
        found,
        strange,
        closeness,
    } = evidence;
    let among_many = logistic(
        -6.27 + 2.8 * (0.1 + strength).ln() + 1.52 * found - 0.65 * strange + 0.78 * closeness,
    );
    // Among few answers scores say little; whether the question's words are there, and a number where one is asked for,
    // say nearly all. Set by hand: the sets have many.
    let among_few = logistic(-3.7 + 6.0 * found + best.number);
    let known = known(library.counts(meaning.query.language).answers);
    Ok(Certainty {
        value: known * among_many + (1.0 - known) * among_few,
        evidence: Some(evidence),
    })
}

/// What speaks for the best passage and against it. Rarities are measured by the highest that there can be: that
/// compares across corpora.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// The best passage's score.
    pub strength: f32,
    /// The share of the question that its answer holds, by the square of the rarity: whether the rarest words are there.
    pub found: f32,
    /// The sum of the rarities of all words as they were typed that its answer does not hold. Stop words count too: a
    /// question in a tone that the interviews never take is not about them.
    pub strange: f32,
    /// How close the question's words stand in the passage.
    pub closeness: f32,
}

/// What a word counts that was read as another, and one of which the answer only holds a relative.
const CORRECTED: f32 = 0.9;
const RELATIVE: f32 = 0.5;
/// Of so many documents half is believed of what is learned by comparing them.
const FEW: f32 = 20.0;
/// So many passages without a word of the question are thought around those of the corpus. With few passages a word that
/// most of them hold says nothing by its rarity there, and yet it is what the question is about.
const BACKGROUND: f32 = 500.0;

impl Evidence {
    fn of(
        library: &Library,
        meaning: &Meaning,
        ranked: &[Ranked],
        best: &Ranked,
    ) -> Result<Self, IndexError> {
        let language = meaning.query.language;
        let typed: Vec<&str> = meaning.typed.iter().map(String::as_str).collect();
        let held = library.held(language, &typed, place(best))?;
        let missing = held.iter().filter(|(_, held)| !held);
        // An empty sum would be minus zero.
        let missing = missing.fold(0.0, |sum: f32, (rarity, _)| sum + rarity);
        let answers = library.counts(language).answers;
        Ok(Self {
            strength: strength(library, language, best),
            found: found(library, meaning, ranked, best),
            strange: missing / rarity(1, answers).max(f32::EPSILON),
            closeness: best.closeness,
        })
    }
}

/// A hit's score, each part measured by the highest rarity among the documents that it comes from.
fn strength(library: &Library, language: Language, hit: &Ranked) -> f32 {
    let parts = hit.candidate.parts;
    let counts = library.counts(language);
    let by = |part: f32, documents: u64| part / rarity(1, documents).max(f32::EPSILON);
    let measured = by(parts.body + parts.title + parts.asked, counts.passages)
        + by(parts.answer + parts.exact + parts.grams, counts.answers)
        + by(parts.interview, counts.interviews) * known(counts.interviews);
    measured * hit.score / parts.sum().max(f32::EPSILON)
}

/// The share of the question that the best answer holds, by the square of the rarity.
fn found(library: &Library, meaning: &Meaning, ranked: &[Ranked], best: &Ranked) -> f32 {
    let passages = library.counts(meaning.query.language).passages as f32;
    let background = ((passages + BACKGROUND + 1.0) / (passages + 1.0)).ln();
    let worth = |at: usize| {
        let same = ranked.iter().filter(|hit| place(hit) == place(best));
        let held = same.map(|hit| match hit.held[at] {
            Held::Itself if meaning.words[at].corrected => CORRECTED,
            Held::Itself => 1.0,
            Held::Relative => RELATIVE,
            Held::Not => 0.0,
        });
        held.fold(0.0, f32::max)
    };
    // A compound and its parts are one: held where either is.
    let mut groups: BTreeMap<usize, Vec<(f32, f32)>> = BTreeMap::new();
    let only_joins = meaning.words.iter().all(|word| !word.of_subject);
    for (at, word) in meaning.words.iter().enumerate() {
        if !word.of_subject && !only_joins {
            continue;
        }
        let weight = (word.rarity + background).powi(2);
        groups
            .entry(word.group)
            .or_default()
            .push((weight, worth(at)));
    }
    let (mut sum, mut all) = (0.0, f32::EPSILON);
    for words in groups.values() {
        let heaviest = words.iter().map(|(weight, _)| *weight).fold(0.0, f32::max);
        let parts = words.get(1..).unwrap_or_default();
        let of_parts: f32 = parts.iter().map(|(weight, worth)| weight * worth).sum();
        let whole = parts.iter().map(|(weight, _)| *weight).sum::<f32>();
        all += heaviest;
        sum += heaviest * words[0].1.max(of_parts / whole.max(f32::EPSILON));
    }
    sum / all
}

/// How much a comparison of so many documents says, 0 to 1.
fn known(documents: u64) -> f32 {
    documents as f32 / (documents as f32 + FEW)
}

fn place(hit: &Ranked) -> (InterviewKey, usize) {
    (hit.candidate.interview, hit.candidate.passage.exchange)
}

fn logistic(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}
