//! The no-answer threshold: whether the best passage answers, or nothing is shown.
//!
//! A score says nothing by itself: scores of two questions, or of two corpora, do not compare. What does compare is how
//! much of the question was found, by rarity, whether what it names is among it, and whether it is said as it was asked.

use super::evidence::{Evidence, known};
use super::rerank::RankedCandidate;
use crate::answer::question::analysis::QuestionAnalysis;
use crate::answer::{IndexError, Library};

/// The one dial, from strict to generous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NoAnswerThreshold {
    /// How sure an answer must be, in thousandths of its certainty.
    threshold: u16,
}

/// The certainty asked for in the middle of the dial. There 92 % of the answerable questions of a French set are
/// answered and 90 % of the foreign ones are not, 98 % and 99 % of an English one: `verbatim eval --unanswerable`.
const MIDDLE: f32 = 0.44;
/// How far the dial reaches to each side, in log-odds.
const REACH: f32 = 2.0;

impl Default for NoAnswerThreshold {
    fn default() -> Self {
        Self::of_generosity(0.5)
    }
}

impl NoAnswerThreshold {
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
    pub(in crate::answer) fn relaxed(self) -> Self {
        let threshold = self.threshold / 2;
        Self { threshold }
    }

    /// For a question that names whom or when it asks of: among the few passages that are left the best says it less well
    /// than the best of all, and is what is asked for.
    pub(in crate::answer) fn eased(self) -> Self {
        let threshold = self.threshold / 4 * 3;
        Self { threshold }
    }

    /// Whether what was found is sure enough to be shown.
    pub(in crate::answer) fn permits(self, certainty: Certainty) -> bool {
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
    /// From 0 to 1: a logistic regression over 3,754 answerable and unanswerable questions in French and English.
    pub value: f32,
    /// What it is judged by; `None` where no passage holds any word of the question, or none its exact words.
    pub evidence: Option<Evidence>,
}

impl Certainty {
    /// Where what is asked for is not a matter of words.
    pub(in crate::answer) fn sure() -> Self {
        Self {
            value: 1.0,
            evidence: None,
        }
    }
}

/// What it says against an answer that nothing of the topic is held, or each name that is not. Of questions that name
/// their topic before they ask, 9 of 100 answerable ones and 76 of 100 foreign ones have it missing: an answerable set
/// of such questions (a FAQ) loses 1.5 % of its answers by it, and a foreign one 6 %.
const NO_TOPIC: f32 = 2.5;
const OTHER_NAME: f32 = 0.7;
/// The same that of a name and another word the name is all that is held: "capital of Australia" is not asked of a library
/// there. Of longer questions it refuses as many answers as near misses: 3 % of an English set's, of three words.
const ONE_NAME: f32 = 1.2;
/// What the same says among few answers, however long a question is.
const ONLY_NAMES: f32 = 1.2;

/// How sure an answer is at least that holds the whole question. A common word is no less an answer than a rare one, and must
/// not become less of one because the corpus grows: 674 of 3,000 interviews hold `Python`. Of foreign questions and of near
/// misses it answers none more in French and English.
const WHOLE: f32 = 0.5;

/// How sure it is that the best passage answers. The weights are of a regression over encyclopaedic and FAQ questions
/// against foreign ones; near misses, of which hardly anything tells an answer, count a tenth. Left out, the area under
/// the curve of foreign French questions falls from 0.971 by 0.008 (topic), 0.004 (names) or 0.002 (phrasing), that of
/// foreign questions to interviews from 0.872 by 0.010 (unknown words) or 0.008 (phrasing). Closeness adds nothing to
/// phrasing, nor does the gap to the next hit.
pub(in crate::answer) fn certainty(
    library: &Library,
    meaning: &QuestionAnalysis,
    ranked: &[RankedCandidate],
) -> Result<Certainty, IndexError> {
    let best = ranked.first();
    let Some(best) = best.filter(|best| best.exact && best.share > 0.0) else {
        return Ok(Certainty::default());
    };
    let evidence = Evidence::of(library, meaning, ranked, best)?;
    let misses = NO_TOPIC * (1.0 - evidence.topic) + OTHER_NAME * evidence.other_names;
    let one_name = if evidence.is_name_without_word() {
        ONE_NAME
    } else {
        0.0
    };
    let among_many = logistic(
        -6.2 + 2.9 * (0.1 + evidence.strength).ln() + 1.4 * evidence.found
            - 0.6 * evidence.strange
            - 0.4 * evidence.unknown
            + 3.7 * evidence.phrasing
            + 0.7 * evidence.names
            - misses
            - one_name,
    );
    // Among few answers scores say little, and most words are unknown; whether the question's words are there, and a
    // number where one is asked for, say nearly all. Set by hand: the sets have many.
    let only_names = if evidence.only_names { ONLY_NAMES } else { 0.0 };
    let among_few = logistic(-2.8 + 6.0 * evidence.found + best.number - misses - only_names);
    let known = known(library.counts(meaning.query.language).answers);
    let value = known * among_many + (1.0 - known) * among_few;
    let least = if evidence.is_whole() { WHOLE } else { 0.0 };
    Ok(Certainty {
        value: value.max(least),
        evidence: Some(evidence),
    })
}

fn logistic(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}
