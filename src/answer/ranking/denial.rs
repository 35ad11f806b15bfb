//! Denial: passages that deny what a question denies ("Who does not use a Mac?") come before those that say it.
//!
//! Only where a word of denial stands near a word of the question in one sentence does a passage deny: what a sentence
//! means is not known.

use super::rerank::{self, RankedCandidate};
use crate::answer::question::analysis::QuestionAnalysis;
use crate::answer::{IndexError, Library};
use crate::interview::Span;
use crate::language::{Language, Term, terms};

/// How much a passage's score grows that denies half of the question or more, as a share of it: enough to go before all that
/// hold the same words.
const DENIES: f32 = 2.0;
/// Of a question, what share a passage holds at least of what the best does.
const LEAST: f32 = 0.5;
/// How far a word of denial stands before what it denies, and behind it, in words.
const BEFORE: u32 = 6;
const BEHIND: u32 = 3;
/// How many passages are read.
const READ: usize = 30;

/// Whether a question asks who or which does not, or why: "qui n'a pas de …". "N'est-ce pas", "isn't it" and "why not" only ask, and
/// what to do where something is not so is answered by what is done: −0.001 on English
/// and German questions.
pub(in crate::answer) fn denies(question: &[Term], language: Language) -> bool {
    let words: Vec<&str> = question.iter().map(|term| &*term.word).collect();
    let only_asks = ONLY_ASK.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|window| *window == *phrase)
    });
    let asks_who = words.iter().take(FIRST).any(|word| WHO.contains(word));
    asks_who && !only_asks && words.iter().any(|word| is_denial(word, language))
}

/// Puts those of the candidates first that deny words of the question.
pub(in crate::answer) fn deniers_first(
    library: &Library,
    ranked: &mut [RankedCandidate],
    meaning: &QuestionAnalysis,
) -> Result<(), IndexError> {
    let all = meaning.weight(|_| true).max(f32::EPSILON);
    let best = ranked.first().map_or(0.0, |best| best.share);
    // What holds little of the question answers it no more for denying that.
    let holds = |hit: &&mut RankedCandidate| hit.share >= best * LEAST;
    for hit in ranked.iter_mut().take(READ).filter(holds) {
        let Some(interview) = library.interview(hit.candidate.interview)? else {
            continue;
        };
        let text = interview
            .slice(hit.candidate.passage.span)
            .unwrap_or_default();
        let denied = denied(text, meaning);
        let share = meaning.weight(|at| denied[at]) / all;
        hit.score *= 1.0 + DENIES * (2.0 * share).min(1.0);
    }
    rerank::sort(ranked);
    Ok(())
}

/// Which of the question's words a text denies.
fn denied(text: &str, meaning: &QuestionAnalysis) -> Vec<bool> {
    let language = meaning.query.language;
    let said = terms(text, language);
    let denials: Vec<&Term> = said
        .iter()
        .filter(|term| is_denial(&term.word, language))
        .collect();
    let stems: Vec<Vec<String>> = meaning
        .words
        .iter()
        .map(|word| {
            terms(&word.text, language)
                .iter()
                .map(|term| term.stem.to_string())
                .collect()
        })
        .collect();
    let is_denied = |stems: &Vec<String>| {
        let mut own = said
            .iter()
            .filter(|term| stems.iter().any(|stem| **stem == *term.stem));
        own.any(|own| denials.iter().any(|denial| is_near(text, denial, own)))
    };
    stems.iter().map(is_denied).collect()
}

/// Whether a word of denial stands near another in its sentence.
fn is_near(text: &str, denial: &Term, other: &Term) -> bool {
    let near = match other.position.checked_sub(denial.position) {
        Some(behind) => behind <= BEFORE,
        None => denial.position - other.position <= BEHIND,
    };
    let between = Span::new(
        denial.span.end.min(other.span.end),
        denial.span.start.max(other.span.start),
    );
    let between = text.get(between.start..between.end).unwrap_or_default();
    near && !between.contains(['.', '!', '?', ';'])
}

/// What asks who, which or why, among so many of the first words of a question, folded.
const FIRST: usize = 3;
const WHO: [&str; 29] = [
    "who",
    "which",
    "qui",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
    "wer",
    "welche",
    "welcher",
    "welches",
    "welchen",
    "quien",
    "quienes",
    "cual",
    "cuales",
    "chi",
    "quale",
    "quali",
    "why",
    "pourquoi",
    "warum",
    "perche",
    "anyone",
    "anybody",
];

/// Phrases that have a word of denial and deny nothing, folded.
const ONLY_ASK: [&str; 7] = [
    "est ce pas",
    "isnt it",
    "arent they",
    "why not",
    "pourquoi pas",
    "warum nicht",
    "por que no",
];

fn is_denial(word: &str, language: Language) -> bool {
    let list = match language {
        Language::French => "pas jamais aucun aucune sans ni nul nulle ne",
        Language::English => {
            "not no never without nobody none neither nor cannot dont doesnt didnt cant wont isnt arent wasnt werent havent \
             hasnt hadnt shouldnt couldnt wouldnt aint"
        }
        Language::Spanish => "no nunca jamas sin ningun ninguna ninguno ni nadie tampoco",
        Language::German => {
            "nicht nie niemals niemand kein keine keinen keinem keiner keines ohne weder"
        }
        Language::Italian => "non mai senza nessun nessuna nessuno ne neanche",
        _ => return false,
    };
    list.split_whitespace().any(|denial| denial == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_denies_in_five_languages() {
        for (question, language, wanted) in [
            ("Qui n’a pas de téléphone ?", Language::French, true),
            ("Qui vit sans voiture ?", Language::French, true),
            ("C’est beau, n’est-ce pas ?", Language::French, false),
            ("Which guests don't use a Mac?", Language::English, true),
            ("Who has never used Windows?", Language::English, true),
            ("Isn't it late?", Language::English, false),
            ("What if the post does not come?", Language::English, false),
            (
                "Que faire si la poste ne vient pas ?",
                Language::French,
                false,
            ),
            ("Who uses a Mac?", Language::English, false),
            ("¿Quién no tiene coche?", Language::Spanish, true),
            ("Wer hat kein Auto?", Language::German, true),
            ("Chi non ha la macchina?", Language::Italian, true),
        ] {
            assert_eq!(
                denies(&terms(question, language), language),
                wanted,
                "{question}"
            );
        }
    }
}
