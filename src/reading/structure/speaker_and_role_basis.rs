//! What the speakers and roles of a reading rest on: its labels, the look of its questions, facts, or how people talk.

use super::block_features::DocumentBlocks;
use super::hypothesis::{BlockSpeaker, Hypothesis, HypothesisKind};
use super::speaker_resolution::SpeakerDirectory;
use crate::interview::Speaker;
use crate::reading::attribution_basis::{RoleBasis, RoleSign, SpeakerBasis};
use crate::reading::document::BlockStyle;
use crate::reading::facts::Facts;

/// What says whose the words of block `at` are; `None` where they go on with those before.
pub(super) fn of_speaker(
    page: &DocumentBlocks,
    reading: &Hypothesis,
    at: usize,
) -> Option<SpeakerBasis> {
    Some(match (reading.parts[at].voice, reading.manner) {
        (BlockSpeaker::Same | BlockSpeaker::Nobody(_), _) => return None,
        (BlockSpeaker::Member(_), _) => SpeakerBasis::Label,
        (BlockSpeaker::Someone, _) => SpeakerBasis::Nothing,
        (_, HypothesisKind::Dashes) => SpeakerBasis::Alternation,
        (_, HypothesisKind::Monologue) => SpeakerBasis::OnlySpeaker,
        (BlockSpeaker::Answerer, _) => SpeakerBasis::AfterQuestion,
        (BlockSpeaker::Asker, _) => match page.block(at).look {
            BlockStyle::Heading(_) => SpeakerBasis::Heading,
            BlockStyle::Bold => SpeakerBasis::Bold,
            BlockStyle::Italic => SpeakerBasis::Italic,
            BlockStyle::Plain | BlockStyle::Item => SpeakerBasis::QuestionMark,
        },
    })
}

/// What the role of each member rests on, when all of them are settled.
pub(super) fn roles(
    people: &SpeakerDirectory,
    reading: &Hypothesis,
    facts: &Facts,
    (asker, answerer): (Option<usize>, Option<usize>),
) -> Vec<RoleBasis> {
    let given = &reading.people.members;
    let by = |(at, speaker): (usize, &Speaker)| {
        // The people of the facts are the first members.
        let person = facts.people.get(at).filter(|person| person.role.is_some());
        if let Some(person) = person.filter(|person| person.role == speaker.role)
            && let Some(origin) = person.origin
        {
            return RoleBasis::Facts(origin);
        }
        let said = given.get(at).is_some_and(|given| given.role.is_some());
        let sign = match speaker.role {
            None => RoleSign::Nothing,
            Some(_) if asker == Some(at) || answerer == Some(at) => RoleSign::Questions,
            Some(_) if said && reading.manner == HypothesisKind::Looks => RoleSign::Questions,
            Some(_) if said => RoleSign::Label,
            Some(_) => RoleSign::Behaviour,
        };
        RoleBasis::Sign(sign)
    };
    people.members.iter().enumerate().map(by).collect()
}
