//! Reranks the engine's candidates by coverage, word proximity and the interviewer's question.

use crate::answer::question::QueryWord;
use crate::answer::question::analysis::QuestionAnalysis;
use crate::answer::question::words_by_stem_hash::WordsByStemHash;
use crate::answer::{IndexError, Library};
use crate::index::{Candidate, TermVector};

/// How many of the engine's candidates are looked at closely: 100 gained nothing over 50.
pub(in crate::answer) const CANDIDATES: usize = 50;

/// A candidate with what was found out about it.
#[derive(Debug)]
pub(in crate::answer) struct RankedCandidate {
    pub(in crate::answer) candidate: Candidate,
    pub(in crate::answer) score: f32,
    /// Whether the passage, or the question it answers, holds what the question puts between quotation marks.
    pub(in crate::answer) exact: bool,
    /// The share of the question's information, by rarity, that the passage and its question hold: 0 to 1.
    pub(in crate::answer) share: f32,
    /// Which of the question's words they hold.
    pub(in crate::answer) held: Vec<WordMatch>,
    /// How close they stand in the passage, 0 to 1.
    pub(super) closeness: f32,
    /// How nearly the interviewer's question holds the whole question, 0 to 1.
    pub(super) asked_alike: f32,
    /// What it adds that it has the form of answer that is asked for, as a share of the score.
    pub(super) form: f32,
    /// Where a number is asked for: 1 where one stands near one of the words, half where elsewhere; half of that where
    /// a time is asked for; else 0.
    pub(super) number: f32,
}

/// How much the share of the question that is held, closeness of its words and a number where one is asked for add,
/// as a share of the score. Coverage: +0.001 on interviews. Closeness of all pairs gained 0.002 to 0.003 MRR on
/// English, Spanish and FAQ questions over that of neighbouring pairs; more of it than this loses on interviews (0.2: 0.005 on short
/// questions), less on encyclopaedic ones. A
/// number: +0.005 on FAQ questions ("how long are … kept?"), nothing elsewhere.
pub(super) const COVERAGE: f32 = 0.1;
pub(super) const CLOSENESS: f32 = 0.16;
pub(super) const NUMBER: f32 = 0.4;

/// How much it adds, as a share of the score, that the interviewer asked nearly the same: by its fourth power, so that a
/// word or two in common add nothing. Where only the interviewer says the words, the answer beneath says others, and
/// passages that say those words elsewhere must not come before it. Headings of interviews asked as questions gain 0.02 to
/// 0.05 by it, a FAQ asked in other words 0.02; twice as much would gain 0.01 more, and a single word would then lead
/// to what was asked before what was said.
pub(super) const ASKED_ALIKE: f32 = 0.5;

/// How much it adds, as a share of the score and as far as the passage covers the question, that it has the form that is asked
/// for: it says of a word of the question what that is, where the question asks so or is a word or two; its answer opens with
/// yes or no, where that answers. A definition: +0.01 on FAQ questions, +0.001 on short ones of interviewers; more of it loses
/// on their long ones. Yes or no: +0.005 on FAQ questions, nothing elsewhere.
pub(super) const DEFINITION: f32 = 0.3;
pub(super) const YES_OR_NO: f32 = 0.3;
/// So many words before its verb at most stands what is defined.
const DEFINED: u16 = 6;

/// What is left of a passage's score where it holds nothing of the question but strangers with the stems of its words. Beside
/// another word of the question a stranger is mostly of its family (conservation, conserver): to take 0.2 of its score away
/// lost 0.004 on FAQ questions and 0.002 on interviews.
const ONLY_STRANGERS: f32 = 0.25;

/// How far two words stand apart, in words beyond neighbours, where their closeness counts half. 10 and 12 lose up to 0.01 on
/// interviews, 7 loses 0.005 on FAQ questions.
const HALF: f32 = 9.0;

/// So many words further apart count two words that stand in the other order than in the question: between passages
/// alike in all else the one that says it as it was asked. It moves no figure of the sets; 4 and more lose 0.001 to
/// 0.005 on interviews, where questions and answers turn phrases around.
const REVERSED: u16 = 2;

/// How near a number stands to the words that it counts, in words.
const NEAR: u16 = 3;

/// Whether a passage, or the question that it answers, holds a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::answer) enum WordMatch {
    Itself,
    /// A word of its family only.
    Relative,
    /// A word with its stem only, which is no inflection of it.
    Stranger,
    Not,
}

impl WordMatch {
    /// Whether the word, or one of its family, is there.
    pub(in crate::answer) fn is_held(self) -> bool {
        matches!(self, Self::Itself | Self::Relative)
    }
}

impl RankedCandidate {
    /// Its score but for what it owes to the interviewer, who asked the same: others say no less for that.
    pub(in crate::answer) fn said(&self) -> f32 {
        self.score / (1.0 + ASKED_ALIKE * self.asked_alike)
    }
}

/// The candidates, best first; before all others those that hold what the question puts between quotation marks.
pub(in crate::answer) fn rerank(
    candidates: Vec<Candidate>,
    meaning: &QuestionAnalysis,
) -> Vec<RankedCandidate> {
    let (by_hash, all) = (
        meaning.by_hash(),
        meaning.weight(|_| true).max(f32::EPSILON),
    );
    let mut ranked: Vec<RankedCandidate> = candidates
        .into_iter()
        .map(|candidate| score(candidate, meaning, (&by_hash, all)))
        .collect();
    sort(&mut ranked);
    ranked
}

pub(super) fn sort(ranked: &mut [RankedCandidate]) {
    ranked.sort_by(|a, b| (b.exact.cmp(&a.exact)).then(b.score.total_cmp(&a.score)));
}

/// Looks up which of them hold, letter for letter, what the question puts between quotation marks: in their own words,
/// or in the question that they answer.
pub(in crate::answer) fn match_quoted_phrases(
    library: &Library,
    ranked: &mut [RankedCandidate],
    meaning: &QuestionAnalysis,
) -> Result<(), IndexError> {
    for hit in ranked.iter_mut().filter(|hit| hit.exact) {
        let Some(interview) = library.interview(hit.candidate.interview)? else {
            continue;
        };
        let passage = hit.candidate.passage;
        let own = interview.slice(passage.span).into_iter();
        let texts: Vec<&str> = own.chain(interview.asked(passage)).collect();
        let mut exact = meaning.exact.iter();
        hit.exact = exact.all(|exact| texts.iter().any(|text| exact.is_in(text)));
    }
    sort(ranked);
    Ok(())
}

/// `by_hash` and the weight of all words are the question's.
fn score(
    candidate: Candidate,
    meaning: &QuestionAnalysis,
    (by_hash, all): (&WordsByStemHash, f32),
) -> RankedCandidate {
    let mut places: Vec<Vec<u16>> = vec![Vec::new(); meaning.words.len()];
    for own in &candidate.signature.stems {
        if let Some((at, _)) = by_hash.get(own.stem) {
            places[at].push(own.position);
        }
    }
    let occurrences = || (candidate.signature.stems.iter()).chain(&candidate.signature.asked);
    let holds = |hash: &u32| occurrences().any(|own| own.stem == *hash);
    let holds_form = |word: &QueryWord, hash: &u32| {
        occurrences().any(|own| own.stem == *hash && word.is_form(own))
    };
    let said = |word: &QueryWord| {
        word.also
            .iter()
            .any(|phrase| phrase.is_in(&candidate.signature))
    };
    let held = meaning.words.iter().map(|word| match &word.hashes[..] {
        [own, ..] if holds_form(word, own) => WordMatch::Itself,
        _ if said(word) => WordMatch::Itself,
        [_, relatives @ ..] if relatives.iter().any(holds) => WordMatch::Relative,
        [own, ..] if holds(own) => WordMatch::Stranger,
        _ => WordMatch::Not,
    });
    let held: Vec<WordMatch> = held.collect();
    let share = meaning.weight(|at| held[at].is_held()) / all;
    let covered = meaning.weight(|at| held[at] != WordMatch::Not) / all;
    let asked_alike = (asked(&candidate.signature, meaning, by_hash) / all).powi(4);
    let form = covered * form(&places, meaning, &candidate.signature);
    let closeness = closeness(&places, meaning);
    let number = meaning.number * number(&places, &candidate.signature);
    let engine = candidate.parts.sum();
    let score = engine
        * (1.0
            + COVERAGE * covered
            + CLOSENESS * closeness
            + NUMBER * number
            + ASKED_ALIKE * asked_alike
            + form)
        * if share > 0.0 { 1.0 } else { ONLY_STRANGERS };
    let mut exact = meaning.exact.iter();
    let exact = exact.all(|exact| exact.may_be_in(&candidate.signature));
    RankedCandidate {
        candidate,
        score,
        exact,
        share,
        held,
        closeness,
        asked_alike,
        form,
        number,
    }
}

/// What the form of a passage adds, where the question asks for one.
fn form(places: &[Vec<u16>], meaning: &QuestionAnalysis, signature: &TermVector) -> f32 {
    let before = |verb: &u16| {
        let mut own = places.iter().flatten();
        own.any(|at| at < verb && verb - at <= DEFINED)
    };
    let defines = meaning.form.definition && signature.defines.iter().any(before);
    let affirms = meaning.form.yes_or_no && signature.affirms;
    (if defines { DEFINITION } else { 0.0 }) + if affirms { YES_OR_NO } else { 0.0 }
}

/// How much of the question the interviewer's question holds.
fn asked(signature: &TermVector, meaning: &QuestionAnalysis, by_hash: &WordsByStemHash) -> f32 {
    let asked = signature.asked.iter();
    let held = asked.filter_map(|own| {
        let (at, is_own) = by_hash.get(own.stem)?;
        (!is_own || meaning.words[at].is_form(own)).then_some(at)
    });
    let held: Vec<usize> = held.collect();
    meaning.weight(|at| held.contains(&at))
}

/// How close the question's words stand in the passage, 0 to 1: every pair by the rarity of the commoner word, the
/// more the nearer the two stand in the question.
fn closeness(places: &[Vec<u16>], meaning: &QuestionAnalysis) -> f32 {
    let (mut sum, mut all) = (0.0, 0.0);
    let words = meaning.words.iter().zip(places).enumerate();
    for (at, (word, here)) in words.clone() {
        for (other_at, (other, there)) in words.clone().skip(at + 1) {
            if word.group == other.group {
                continue;
            }
            let weight = word.rarity.min(other.rarity) / (other_at - at) as f32;
            all += weight;
            if let Some(distance) = distance(here, there) {
                sum += weight / (1.0 + f32::from(distance.saturating_sub(1)) / HALF);
            }
        }
    }
    if all > 0.0 { sum / all } else { 0.0 }
}

/// The least distance of two words, in words, and more where they stand in the other order than in the question;
/// `None` where one is not there.
fn distance(a: &[u16], b: &[u16]) -> Option<u16> {
    let apart = |a: u16, b: u16| match b.checked_sub(a) {
        Some(after) => after,
        None => a - b + REVERSED,
    };
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| apart(*a, *b)));
    pairs.min()
}

/// Whether a number stands near one of the question's words: 1; half where it stands elsewhere in the passage.
fn number(places: &[Vec<u16>], signature: &TermVector) -> f32 {
    if places.iter().any(|places| near(places, &signature.numbers)) {
        1.0
    } else if signature.numbers.is_empty() {
        0.0
    } else {
        0.5
    }
}

fn near(a: &[u16], b: &[u16]) -> bool {
    a.iter().any(|a| b.iter().any(|b| a.abs_diff(*b) <= NEAR))
}
