//! Evidence that the best passage answers the question: which words it holds, how rare they are, how close they stand.

use std::collections::BTreeMap;

use super::rerank::{RankedCandidate, WordMatch};
use crate::answer::question::analysis::QuestionAnalysis;
use crate::answer::question::{LEADS_UP, QueryWord};
use crate::answer::{IndexError, Library};
use crate::index::rarity;
use crate::interview::InterviewKey;
use crate::language::ExactWords;

/// What speaks for the best passage and against it. Rarities are measured by the highest that there can be: that
/// compares across corpora.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// The best passage's score.
    pub strength: f32,
    /// The share of the question that its answer holds, by the square of the rarity: whether the rarest words are there.
    pub found: f32,
    /// The same of what the question names before it asks ("Elections: who may vote?"); 1 where it names nothing so.
    pub topic: f32,
    /// How many of the names that the question gives its answer holds.
    pub names: f32,
    /// How many it does not.
    pub other_names: f32,
    /// Whether the names are all that its answer holds of a question that asks for more.
    pub only_names: bool,
    /// How many words the question is about.
    pub words: f32,
    /// How many of the question's words no interview holds, less as surely as they were read as others.
    pub unknown: f32,
    /// The sum of the rarities of all words as they were typed that its answer does not hold. Stop words count too: a
    /// question in a tone that the interviews never take is not about them.
    pub strange: f32,
    /// The share of the question's neighbouring words that are neighbours in the passage, in the question that it answers or
    /// in the title.
    pub phrasing: f32,
}

/// All of a sum of shares, but for rounding.
const ALL: f32 = 0.99;
/// What a word counts of which the answer only holds a relative.
const RELATIVE: f32 = 0.5;
/// What a word counts of which it only holds another with its stem, which is no inflection of it. Alone it never answers.
const STRANGER: f32 = 0.3;
/// What is thought of the phrasing of a question that is one word.
const NO_NEIGHBOURS: f32 = 0.2;
/// Of so many documents half is believed of what is learned by comparing them.
const FEW: f32 = 20.0;
/// So many passages without a word of the question are thought around those of the corpus. With few passages a word that
/// most of them hold says nothing by its rarity there, and yet it is what the question is about.
const BACKGROUND: f32 = 500.0;

impl Evidence {
    /// Whether the answer holds every word that the question is about, as the question has it or nearly so.
    pub(in crate::answer) fn is_whole(&self) -> bool {
        self.found >= ALL && self.other_names == 0.0 && self.topic >= ALL && self.unknown < 0.5
    }

    /// Whether of a name and another word only the name is in its answer.
    pub(super) fn is_name_without_word(&self) -> bool {
        self.words == 2.0 && self.only_names
    }

    pub(super) fn of(
        library: &Library,
        meaning: &QuestionAnalysis,
        ranked: &[RankedCandidate],
        best: &RankedCandidate,
    ) -> Result<Self, IndexError> {
        let language = meaning.query.language;
        let typed: Vec<&str> = meaning.typed.iter().map(String::as_str).collect();
        let held = library.held(language, &typed, place(best))?;
        let missing = held.iter().filter(|(_, held)| !held);
        // An empty sum would be minus zero.
        let missing = missing.fold(0.0, |sum: f32, (rarity, _)| sum + rarity);
        let answers = library.counts(language).answers;
        let groups = groups(meaning);
        let found = found(library, meaning, ranked, best);
        let wording = wording(library, best)?;
        let named = named(meaning, &found, &wording);
        let apart = apart(&groups);
        let names = apart.iter().filter(|at| meaning.words[**at].name);
        let (held, other): (Vec<usize>, Vec<usize>) = names.partition(|at| named[**at].1 > 0.0);
        // An empty sum would be minus zero.
        let unknown = apart.iter().map(|at| 1.0 - meaning.words[*at].meant);
        let unknown = unknown.fold(0.0, |sum, unknown| sum + unknown);
        Ok(Self {
            strength: strength(library, meaning, best),
            found: share(&groups, &found, |_| true).unwrap_or_default(),
            topic: share(&groups, &named, |at| meaning.words[at].of_topic).unwrap_or(1.0),
            names: held.len() as f32,
            words: groups.len() as f32,
            only_names: !held.is_empty() && only_names(meaning, &apart, &found),
            other_names: other.len() as f32,
            unknown,
            strange: missing / rarity(1, answers).max(f32::EPSILON),
            phrasing: phrasing(&wording, &meaning.neighbours),
        })
    }
}

/// Whether a question asks for more than names, and nothing of that is found.
fn only_names(meaning: &QuestionAnalysis, apart: &[usize], found: &[WordWeight]) -> bool {
    let mut others = apart
        .iter()
        .filter(|at| !meaning.words[**at].name)
        .peekable();
    others.peek().is_some() && others.all(|at| found[*at].1 <= 0.0)
}

/// What the interviewer's question counts for certainty, as a share of what it does for the order: the decision was fitted
/// with that.
const ASKED: f32 = 0.66;

/// A hit's score, each part measured by the highest rarity among the documents that it comes from.
fn strength(library: &Library, meaning: &QuestionAnalysis, hit: &RankedCandidate) -> f32 {
    let parts = hit.candidate.parts;
    let counts = library.counts(meaning.query.language);
    let by = |part: f32, documents: u64| part / rarity(1, documents).max(f32::EPSILON);
    let measured = by(
        parts.body + parts.title + ASKED * parts.asked,
        counts.passages,
    ) + by(parts.answer + parts.exact + parts.grams, counts.answers)
        + by(parts.interview, counts.interviews) * known(counts.interviews);
    measured * hit.score / parts.sum().max(f32::EPSILON) / taken_for_order(meaning)
}

/// The share of the words' rarity by which they count for the order: what leads up to a question counts less there, and as
/// much for whether it is answered.
fn taken_for_order(meaning: &QuestionAnalysis) -> f32 {
    let (mut counted, mut all) = (0.0, 0.0);
    for word in &meaning.words {
        counted += word.rarity * if word.asks { 1.0 } else { LEADS_UP };
        all += word.rarity;
    }
    if all > 0.0 { counted / all } else { 1.0 }
}

/// What a word weighs, and how much of it is found, 0 to 1.
type WordWeight = (f32, f32);

/// What each word weighs, the square of its rarity, and how much of it the best answer holds.
fn found(
    library: &Library,
    meaning: &QuestionAnalysis,
    ranked: &[RankedCandidate],
    best: &RankedCandidate,
) -> Vec<WordWeight> {
    let passages = library.counts(meaning.query.language).passages as f32;
    let background = ((passages + BACKGROUND + 1.0) / (passages + 1.0)).ln();
    let worth = |(at, word): (usize, &QueryWord)| {
        let same = ranked.iter().filter(|hit| place(hit) == place(best));
        let held = same.map(|hit| match hit.held[at] {
            WordMatch::Itself => word.meant,
            WordMatch::Relative => RELATIVE,
            WordMatch::Stranger => STRANGER,
            WordMatch::Not => 0.0,
        });
        ((word.rarity + background).powi(2), held.fold(0.0, f32::max))
    };
    meaning.words.iter().enumerate().map(worth).collect()
}

/// The same of what is named, which no relative stands for, a title does: a candidate is not a candidature.
fn named(
    meaning: &QuestionAnalysis,
    found: &[WordWeight],
    wording: &ExactWords,
) -> Vec<WordWeight> {
    let words = meaning.words.iter().zip(found);
    let named = words.map(|(word, (weight, worth))| {
        let itself = *worth > RELATIVE
            || (word.of_topic || word.name) && wording.holds(&ExactWords::of_bare(&[&word.text]));
        (*weight, if itself { 1.0 } else { 0.0 })
    });
    named.collect()
}

/// The share of those words that count which is found; `None` where none counts.
fn share(
    groups: &CompoundGroups,
    worths: &[WordWeight],
    counts: impl Fn(usize) -> bool,
) -> Option<f32> {
    let (mut sum, mut all) = (0.0, 0.0);
    for words in groups.values() {
        let words: Vec<WordWeight> = words
            .iter()
            .filter(|at| counts(**at))
            .map(|at| worths[*at])
            .collect();
        let Some(((_, own), parts)) = words.split_first() else {
            continue;
        };
        // A compound and its parts are one: held where either is.
        let heaviest = words.iter().map(|(weight, _)| *weight).fold(0.0, f32::max);
        let of_parts: f32 = parts.iter().map(|(weight, worth)| weight * worth).sum();
        let whole = parts.iter().map(|(weight, _)| *weight).sum::<f32>();
        all += heaviest;
        sum += heaviest * own.max(of_parts / whole.max(f32::EPSILON));
    }
    (all > 0.0).then(|| sum / all)
}

/// Words that are one: compounds with their parts, whole first.
type CompoundGroups = BTreeMap<usize, Vec<usize>>;

/// The words that are of a subject, or all where none is.
fn groups(meaning: &QuestionAnalysis) -> CompoundGroups {
    let only_joins = meaning.words.iter().all(|word| !word.of_subject);
    let mut groups = CompoundGroups::new();
    for (at, word) in meaning.words.iter().enumerate() {
        if word.of_subject || only_joins {
            groups.entry(word.group).or_default().push(at);
        }
    }
    groups
}

/// The same, each for itself: of a compound its parts.
fn apart(groups: &CompoundGroups) -> Vec<usize> {
    let mut apart = Vec::new();
    for words in groups.values() {
        match &words[..] {
            [_, parts @ ..] if !parts.is_empty() => apart.extend(parts),
            words => apart.extend(words),
        }
    }
    apart
}

/// The words of a passage, of the question that it answers and of its interview's title.
fn wording(library: &Library, hit: &RankedCandidate) -> Result<ExactWords, IndexError> {
    let Some(interview) = library.interview(hit.candidate.interview)? else {
        return Ok(ExactWords::of(""));
    };
    let passage = hit.candidate.passage;
    let own = interview.slice(passage.span).into_iter();
    let texts = own.chain(interview.asked(passage));
    let texts: Vec<&str> = texts.chain(interview.metadata.title.as_deref()).collect();
    Ok(ExactWords::of(&texts.join("\n")))
}

/// The share of the question's neighbouring words that are neighbours in a wording.
fn phrasing(wording: &ExactWords, neighbours: &[ExactWords]) -> f32 {
    if neighbours.is_empty() {
        return NO_NEIGHBOURS;
    }
    let held = neighbours.iter().filter(|pair| wording.holds(pair)).count();
    held as f32 / neighbours.len() as f32
}

/// How much a comparison of so many documents says, 0 to 1.
pub(super) fn known(documents: u64) -> f32 {
    documents as f32 / (documents as f32 + FEW)
}

fn place(hit: &RankedCandidate) -> (InterviewKey, usize) {
    (hit.candidate.interview, hit.candidate.passage.exchange)
}
