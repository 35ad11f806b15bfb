//! Readings of a document whose labels say who speaks.

use super::label::{Candidate, Mark};
use super::label_shapes;
use super::page::Page;
use super::people::{People, Whose};
use super::unlabelled::{lead, question_look};
use super::wording::{self, role_word};
use super::{Manner, Part, Reading, Voice};
use super::{labels, labels_and_looks, lead as names};
use crate::interview::{Role, Span};
use crate::reading::format::Look;
use crate::reading::metadata::Facts;
use crate::reading::noise::Reason;

/// The longest unlabelled question that is not put as one, in bytes.
const LONGEST_PROMPT: usize = 400;

/// The readings by labels, none where there are no labels.
pub(super) fn readings(page: &Page, facts: &Facts) -> Vec<Reading> {
    let candidates = labels::candidates(page);
    let confirmed = labels::confirmed(page, &candidates, facts);
    let title = facts.title.clone().unwrap_or_default();
    let mut mentioned = names::names(&lead(page));
    for name in names::names(&title) {
        if !mentioned.contains(&name) {
            mentioned.push(name);
        }
    }
    let people = People::new(&confirmed, facts, &mentioned);
    let labelled: Vec<Option<&Candidate>> = candidates
        .iter()
        .map(|candidate| {
            candidate
                .as_ref()
                .filter(|candidate| people.find(&candidate.name).is_some())
        })
        .collect();
    if labelled.iter().all(Option::is_none) {
        return Vec::new();
    }
    let looks = labels_and_looks::reading(page, &candidates, &labelled, &people);
    let labelled = Labelled {
        page,
        labelled,
        people: &people,
    };
    let mut readings = match looks {
        Some((reading, true)) => return vec![reading],
        Some((reading, false)) => vec![reading, labelled.reading(Manner::Labels)],
        None => vec![labelled.reading(Manner::Labels)],
    };
    if labelled.questions_stand_between() {
        readings.push(labelled.reading(Manner::LabelsAndQuestions));
    }
    readings
}

struct Labelled<'a> {
    page: &'a Page<'a>,
    /// The label of each block.
    labelled: Vec<Option<&'a Candidate>>,
    people: &'a People,
}

impl Labelled<'_> {
    fn whose(&self, at: usize) -> Option<Whose> {
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
                    && page.block(at).look != Look::Item
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

    fn reading(&self, manner: Manner) -> Reading {
        let questions = manner == Manner::LabelsAndQuestions;
        let emphasis = questions.then(|| question_look(self.page)).flatten();
        let mut speaking: Option<Whose> = None;
        let mut parts = Vec::with_capacity(self.page.len());
        for at in 0..self.page.len() {
            let voice = self.voice(at, questions, emphasis, speaking);
            let mut span = self.page.block(at).span;
            if let (Voice::Member(whose), Some(label)) = (voice, self.labelled[at]) {
                speaking = Some(whose);
                span =
                    Span::new(span.start + label.words, span.end).trimmed(&self.page.document.text);
            }
            parts.push(Part { span, voice });
        }
        Reading {
            manner,
            parts,
            people: self.people.clone(),
        }
    }

    /// Whether the labels are those of a record, in which heckles stand between turns.
    fn is_record(&self) -> bool {
        let labels = self.labelled.iter().flatten();
        labels.filter(|label| label.mark == Mark::Record).count() >= 2
    }

    fn voice(
        &self,
        at: usize,
        questions: bool,
        emphasis: Option<Look>,
        speaking: Option<Whose>,
    ) -> Voice {
        let page = self.page;
        if let Some(reason) = page.noise[at] {
            return Voice::Nobody(reason);
        }
        if let Some(whose) = self.whose(at) {
            return Voice::Member(whose);
        }
        if self.is_record() && label_shapes::is_heckle(page.words(at)) {
            return Voice::Nobody(Reason::Note);
        }
        let look = page.block(at).look;
        if questions && (self.asks_before_a_label(at, speaking) || emphasised(page, at, emphasis)) {
            return Voice::Asker;
        }
        if page.subtitle[at] && !self.is_opened(at) || matches!(look, Look::Heading(_)) {
            Voice::Nobody(Reason::Heading)
        } else if speaking.is_none() {
            Voice::Nobody(Reason::Introduction)
        } else {
            Voice::Same
        }
    }

    /// Whether a block is the unlabelled question before an answer's label.
    fn asks_before_a_label(&self, at: usize, speaking: Option<Whose>) -> bool {
        let page = self.page;
        let next = (at + 1..page.len())
            .find(|&at| !page.is_noise(at) && (!page.subtitle[at] || page.asks[at]));
        let Some(leads) = next.and_then(|next| self.whose(next)) else {
            return next.is_some_and(|next| self.opens_a_question(at, next, speaking));
        };
        let plain = page.block(at).look != Look::Item && !self.is_opened(at);
        let returns = speaking == Some(leads)
            && !page.subtitle[at]
            && page.block(at).span.len() < LONGEST_PROMPT;
        plain && (page.asks_or_prompts(at) || returns)
    }
}

impl Labelled<'_> {
    /// Whether a paragraph is the first of a question whose second stands before a label: it speaks to
    /// somebody and not of oneself.
    fn opens_a_question(&self, at: usize, next: usize, speaking: Option<Whose>) -> bool {
        let page = self.page;
        let (to_somebody, of_oneself) = wording::persons(page.words(at));
        let remark = page.block(at).look == Look::Plain
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
fn emphasised(page: &Page, at: usize, emphasis: Option<Look>) -> bool {
    emphasis == Some(page.block(at).look) && page.asks_or_prompts(at)
}
