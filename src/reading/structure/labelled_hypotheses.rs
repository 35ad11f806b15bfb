//! Hypotheses for a document whose labels say who speaks.

use super::block_features::DocumentBlocks;
use super::full_names_in_text::full_names;
use super::hypothesis::{BlockSpeaker, Hypothesis, HypothesisKind, SpokenPart};
use super::label_patterns::{self, LabelCandidate, LabelMark};
use super::role_and_question_cues::{self, role_word};
use super::speaker_resolution::{LabelOwner, SpeakerDirectory};
use super::unlabelled_hypotheses::{lead, question_look};
use super::{label_confirmation, partly_labelled_hypotheses};
use crate::interview::{Role, Span};
use crate::reading::document::BlockStyle;
use crate::reading::facts::Facts;
use crate::reading::noise_lines::NoiseKind;

/// The longest unlabelled question that is not put as one, in bytes.
const LONGEST_PROMPT: usize = 400;

/// The readings by labels, none where there are no labels.
pub(super) fn readings(page: &DocumentBlocks, facts: &Facts) -> Vec<Hypothesis> {
    with_labels(page, facts, |labelled, candidates| {
        labelled.readings(candidates)
    })
    .unwrap_or_default()
}

/// The reading of a document of which only the first question and answer have labels.
pub(super) fn opened(page: &DocumentBlocks, facts: &Facts) -> Option<Hypothesis> {
    with_labels(page, facts, |labelled, _| {
        partly_labelled_hypotheses::opened(page, &labelled.labelled, labelled.people)
    })
    .flatten()
}

/// What `take` makes of the labels of a document; `None` where there are none.
fn with_labels<T>(
    page: &DocumentBlocks,
    facts: &Facts,
    take: impl FnOnce(&Labelled<'_>, &[Option<LabelCandidate>]) -> T,
) -> Option<T> {
    let candidates = label_confirmation::candidates(page);
    let confirmed = label_confirmation::confirmed(page, &candidates, facts);
    let title = facts.title.clone().unwrap_or_default();
    let mut mentioned = full_names(&lead(page));
    for name in full_names(&title) {
        if !mentioned.contains(&name) {
            mentioned.push(name);
        }
    }
    let people = SpeakerDirectory::new(&confirmed, facts, &mentioned);
    let labelled: Vec<Option<&LabelCandidate>> = candidates
        .iter()
        .map(|candidate| {
            candidate
                .as_ref()
                .filter(|candidate| people.find(&candidate.name).is_some())
        })
        .collect();
    if labelled.iter().all(Option::is_none) {
        return None;
    }
    let labelled = Labelled {
        page,
        labelled,
        people: &people,
    };
    Some(take(&labelled, &candidates))
}

struct Labelled<'a> {
    page: &'a DocumentBlocks<'a>,
    /// The label of each block.
    labelled: Vec<Option<&'a LabelCandidate>>,
    people: &'a SpeakerDirectory,
}

impl Labelled<'_> {
    fn readings(&self, candidates: &[Option<LabelCandidate>]) -> Vec<Hypothesis> {
        if let Some(reading) = self.questions_alone() {
            return vec![reading];
        }
        let page = self.page;
        let looks =
            partly_labelled_hypotheses::reading(page, candidates, &self.labelled, self.people);
        let mut readings = match looks {
            Some((reading, true)) => return vec![reading],
            Some((reading, false)) => vec![reading, self.reading(HypothesisKind::Labels)],
            None => vec![self.reading(HypothesisKind::Labels)],
        };
        if self.questions_stand_between() {
            readings.push(self.reading(HypothesisKind::LabelsAndQuestions));
        }
        readings
    }

    /// The reading of a document in which one label stands, before every question, and the answers have none.
    fn questions_alone(&self) -> Option<Hypothesis> {
        let page = self.page;
        let starts: Vec<usize> = (0..page.len())
            .filter(|&at| self.labelled[at].is_some())
            .collect();
        let owner = self.whose(*starts.first()?)?;
        let LabelOwner::One(member) = owner else {
            return None;
        };
        let only = starts.iter().all(|&at| self.whose(at) == Some(owner));
        let asked = starts.iter().filter(|&&at| page.asks_or_prompts(at));
        let answered = starts.iter().filter(|&&at| {
            let next = (at + 1..page.len()).find(|&at| !page.is_noise(at) && !page.subtitle[at]);
            next.is_some_and(|next| self.labelled[next].is_none() && !page.asks[next])
        });
        let most = |count: usize| count * 4 >= starts.len() * 3;
        let known = &self.people.members[member];
        let named = known.name.is_some() || known.role == Some(Role::Interviewer);
        if starts.len() < 2 || !only || !most(asked.count()) || !most(answered.count()) {
            return None;
        }
        let mut reading = self.reading(HypothesisKind::LabelsAndQuestions);
        if !named || known.role == Some(Role::Guest) {
            return None;
        }
        reading.people.members[member].role = Some(Role::Interviewer);
        let mut answers = false;
        for (at, part) in reading.parts.iter_mut().enumerate() {
            match part.voice {
                BlockSpeaker::Member(_) => answers = false,
                BlockSpeaker::Same | BlockSpeaker::Asker if answers || !page.asks[at] => {
                    answers = true;
                    part.voice = BlockSpeaker::Answerer;
                }
                _ => {}
            }
        }
        Some(reading)
    }

    fn whose(&self, at: usize) -> Option<LabelOwner> {
        self.labelled[at].and_then(|label| self.people.find(&label.name))
    }

    /// Whether the block before is a label and nothing else, so that this one is its speaker's.
    fn is_opened(&self, at: usize) -> bool {
        at > 0
            && self.labelled[at - 1]
                .is_some_and(|label| label.words >= self.page.block(at - 1).span.len())
    }

    /// The unlabelled paragraph before a label, past noise and titles.
    fn before(&self, at: usize) -> Option<usize> {
        let page = self.page;
        (0..at)
            .rev()
            .find(|&at| !page.is_noise(at) && (!page.subtitle[at] || page.asks[at]))
            .filter(|&at| {
                self.labelled[at].is_none()
                    && page.block(at).look != BlockStyle::Item
                    && !self.is_opened(at)
            })
    }

    /// Whether the questions are unlabelled: half the labels or more follow one, and nobody is labelled as
    /// the one who asks.
    fn questions_stand_between(&self) -> bool {
        let starts = (0..self.page.len()).filter(|&at| self.labelled[at].is_some());
        let (mut all, mut led, mut previous) = (0, 0, None);
        for at in starts {
            // A speaker who goes on under the same label after an advert was not asked again.
            let again = previous.is_some() && self.before(at).is_none();
            all += usize::from(!again);
            led += usize::from(
                self.before(at)
                    .is_some_and(|at| self.page.asks_or_prompts(at)),
            );
            previous = Some(at);
        }
        let asker = self.labelled.iter().flatten().any(|label| {
            role_word(&label.name) == Some(Role::Interviewer) && label.name.chars().count() > 0
        });
        led > 0 && led * 2 >= all && !asker
    }

    fn reading(&self, manner: HypothesisKind) -> Hypothesis {
        let questions = manner == HypothesisKind::LabelsAndQuestions;
        let emphasis = questions.then(|| question_look(self.page)).flatten();
        let mut speaking: Option<LabelOwner> = None;
        let mut parts = Vec::with_capacity(self.page.len());
        for at in 0..self.page.len() {
            let voice = self.voice(at, questions, emphasis, speaking);
            let mut span = self.page.block(at).span;
            if let (BlockSpeaker::Member(whose), Some(label)) = (voice, self.labelled[at]) {
                speaking = Some(whose);
                span =
                    Span::new(span.start + label.words, span.end).trimmed(&self.page.document.text);
            }
            parts.push(SpokenPart { span, voice });
        }
        Hypothesis {
            manner,
            parts,
            people: self.people.clone(),
        }
    }

    /// Whether the labels are those of a record, in which heckles stand between turns.
    fn is_record(&self) -> bool {
        let labels = self.labelled.iter().flatten();
        labels
            .filter(|label| label.mark == LabelMark::Record)
            .count()
            >= 2
    }

    fn voice(
        &self,
        at: usize,
        questions: bool,
        emphasis: Option<BlockStyle>,
        speaking: Option<LabelOwner>,
    ) -> BlockSpeaker {
        let page = self.page;
        if let Some(reason) = page.noise[at] {
            return BlockSpeaker::Nobody(reason);
        }
        if let Some(whose) = self.whose(at) {
            return BlockSpeaker::Member(whose);
        }
        if self.is_record() && label_patterns::is_heckle(page.words(at)) {
            return BlockSpeaker::Nobody(NoiseKind::Note);
        }
        let look = page.block(at).look;
        if questions && (self.asks_before_a_label(at, speaking) || emphasised(page, at, emphasis)) {
            return BlockSpeaker::Asker;
        }
        if page.subtitle[at] && !self.is_opened(at) || matches!(look, BlockStyle::Heading(_)) {
            BlockSpeaker::Nobody(NoiseKind::Heading)
        } else if speaking.is_none() {
            BlockSpeaker::Nobody(NoiseKind::Introduction)
        } else {
            BlockSpeaker::Same
        }
    }

    /// Whether a block is the unlabelled question before an answer's label.
    fn asks_before_a_label(&self, at: usize, speaking: Option<LabelOwner>) -> bool {
        let page = self.page;
        let next = (at + 1..page.len())
            .find(|&at| !page.is_noise(at) && (!page.subtitle[at] || page.asks[at]));
        let Some(leads) = next.and_then(|next| self.whose(next)) else {
            return next.is_some_and(|next| self.opens_a_question(at, next, speaking));
        };
        let plain = page.block(at).look != BlockStyle::Item && !self.is_opened(at);
        let returns = speaking == Some(leads)
            && !page.subtitle[at]
            && page.block(at).span.len() < LONGEST_PROMPT;
        plain && (page.asks_or_prompts(at) || returns)
    }
}

impl Labelled<'_> {
    /// Whether a paragraph is the first of a question whose second stands before a label: it speaks to
    /// somebody and not of oneself.
    fn opens_a_question(&self, at: usize, next: usize, speaking: Option<LabelOwner>) -> bool {
        let page = self.page;
        let (to_somebody, of_oneself) = role_and_question_cues::persons(page.words(at));
        let remark = page.block(at).look == BlockStyle::Plain
            && page.block(at).span.len() < LONGEST_PROMPT
            && !self.is_opened(at);
        remark
            && to_somebody
            && !of_oneself
            && self.whose(next).is_none()
            && page.asks[next]
            && self.asks_before_a_label(next, speaking)
    }
}

/// Whether a block asks in the look that questions have here.
fn emphasised(page: &DocumentBlocks, at: usize, emphasis: Option<BlockStyle>) -> bool {
    emphasis == Some(page.block(at).look) && page.asks_or_prompts(at)
}
