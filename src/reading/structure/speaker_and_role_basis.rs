//! What the speakers and roles of a reading rest on: its labels, the look of its questions, facts, or how people talk.

use super::page::Page;
use super::people::People;
use super::{Manner, Reading, Voice};
use crate::interview::Speaker;
use crate::reading::attribution_basis::{RoleBasis, RoleSign, SpeakerBasis};
use crate::reading::format::Look;
use crate::reading::metadata::Facts;

/// What says whose the words of block `at` are; `None` where they go on with those before.
pub(super) fn of_speaker(page: &Page, reading: &Reading, at: usize) -> Option<SpeakerBasis> {
    Some(match (reading.parts[at].voice, reading.manner) {
        (Voice::Same | Voice::Nobody(_), _) => return None,
        (Voice::Member(_), _) => SpeakerBasis::Label,
        (Voice::Someone, _) => SpeakerBasis::Nothing,
        (_, Manner::Dashes) => SpeakerBasis::Alternation,
        (_, Manner::Monologue) => SpeakerBasis::OnlySpeaker,
        (Voice::Answerer, _) => SpeakerBasis::AfterQuestion,
        (Voice::Asker, _) => match page.block(at).look {
            Look::Heading(_) => SpeakerBasis::Heading,
            Look::Bold => SpeakerBasis::Bold,
            Look::Italic => SpeakerBasis::Italic,
            Look::Plain | Look::Item => SpeakerBasis::QuestionMark,
        },
    })
}

/// What the role of each member rests on, when all of them are settled.
pub(super) fn roles(
    people: &People,
    reading: &Reading,
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
            Some(_) if said && reading.manner == Manner::Looks => RoleSign::Questions,
            Some(_) if said => RoleSign::Label,
            Some(_) => RoleSign::Behaviour,
        };
        RoleBasis::Sign(sign)
    };
    people.members.iter().enumerate().map(by).collect()
}
