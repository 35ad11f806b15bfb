//! Hypotheses for a document in which only some turns have labels. What a label says of one question or answer is true
//! of the others.

use super::block_features::DocumentBlocks;
use super::hypothesis::{BlockSpeaker, Hypothesis, HypothesisKind, SpokenPart};
use super::label_patterns::{LabelCandidate, LabelMark};
use super::speaker_resolution::{LabelOwner, SpeakerDirectory};
use super::unlabelled_hypotheses::{by_look, by_question_marks, question_look};
use crate::interview::{Role, Span};

/// The reading, and whether the labels are too few for a reading by labels alone; none where questions have no look of
/// their own, or the labels say it all.
pub(super) fn reading(
    page: &DocumentBlocks,
    candidates: &[Option<LabelCandidate>],
    labelled: &[Option<&LabelCandidate>],
    people: &SpeakerDirectory,
) -> Option<(Hypothesis, bool)> {
    let mut parts = by_look(page, question_look(page)?);
    let mut people = people.clone();
    let asked: Vec<usize> = (0..parts.len())
        .filter(|&at| parts[at].voice == BlockSpeaker::Asker)
        .filter(|&at| at == 0 || parts[at - 1].voice != BlockSpeaker::Asker)
        .collect();
    let answer =
        |at: usize| (at..parts.len()).find(|&at| parts[at].voice == BlockSpeaker::Answerer);
    let answers: Vec<usize> = asked.iter().filter_map(|&at| answer(at)).collect();
    let count = |places: &[usize]| places.iter().filter(|&&at| labelled[at].is_some()).count();
    let (questions, replies) = (count(&asked), count(&answers));
    let few = replies * 2 <= answers.len();
    // Labels that mostly stand elsewhere, on lines of their own for instance, say who speaks by themselves.
    let all = labelled.iter().flatten().count();
    let elsewhere = all - questions - replies > questions + replies;
    if answers.len() < 2 || replies == answers.len() || (questions == 0 && !few) || elsewhere {
        return None;
    }
    // Label of a question at the very start, which need not come again.
    let opening = asked.first().copied().filter(|&at| {
        let labelled_answer = answer(at).is_some_and(|at| labelled[at].is_some());
        labelled_answer
            && candidates[at]
                .as_ref()
                .is_some_and(|label| label.mark == LabelMark::Colon)
    });
    let label = |at: usize| {
        labelled[at].or_else(|| candidates[at].as_ref().filter(|_| opening == Some(at)))
    };
    if !tell(page, &mut parts, label, &mut people) {
        return None;
    }
    let reading = Hypothesis {
        manner: HypothesisKind::Looks,
        parts,
        people,
    };
    Some((reading, few))
}

/// The reading of a document whose first question and answer alone have labels, and whose other questions are told by
/// their marks.
pub(super) fn opened(
    page: &DocumentBlocks,
    labelled: &[Option<&LabelCandidate>],
    people: &SpeakerDirectory,
) -> Option<Hypothesis> {
    let mut parts = by_question_marks(page)?;
    let mut people = people.clone();
    let is_labelled = |voice: BlockSpeaker| {
        let first = parts.iter().position(|part| part.voice == voice);
        first.is_some_and(|at| labelled[at].is_some())
    };
    if !is_labelled(BlockSpeaker::Asker) || !is_labelled(BlockSpeaker::Answerer) {
        return None;
    }
    if !tell(page, &mut parts, |at| labelled[at], &mut people) {
        return None;
    }
    // What a label says of one question or answer is true of the others.
    for role in [Role::Interviewer, Role::Guest] {
        people.sole(role)?;
    }
    Some(Hypothesis {
        manner: HypothesisKind::QuestionMarks,
        parts,
        people,
    })
}

/// Gives the labels their roles and takes them out of the words; says whether they agree with who asks and answers.
fn tell<'a>(
    page: &DocumentBlocks,
    parts: &mut [SpokenPart],
    label: impl Fn(usize) -> Option<&'a LabelCandidate>,
    people: &mut SpeakerDirectory,
) -> bool {
    for (at, part) in parts.iter_mut().enumerate() {
        let role = match part.voice {
            BlockSpeaker::Asker => Role::Interviewer,
            BlockSpeaker::Answerer => Role::Guest,
            _ => continue,
        };
        let Some(label) = label(at) else { continue };
        if let Some(LabelOwner::One(member)) = people.find(&label.name) {
            match people.members[member].role {
                Some(known) if known != role => return false,
                _ => people.members[member].role = Some(role),
            }
            part.voice = BlockSpeaker::Member(LabelOwner::One(member));
        }
        let span = part.span;
        part.span = Span::new(span.start + label.words, span.end).trimmed(&page.document.text);
    }
    true
}
