//! Structure that the file itself has: who says what is data, and nothing is left to infer.

use super::Structure;
use crate::interview::{Exchange, Role, Speaker, Turn};
use crate::reading::format::Said;
use crate::reading::metadata::Facts;

/// Turns as they are told, an exchange for each question and the answers up to the next. An answer without a
/// question is one of its own.
pub(super) fn build(told: &[Said], facts: &Facts) -> Structure {
    let mut structure = Structure {
        confidence: 1.0,
        ..Structure::default()
    };
    for said in told {
        let speaker = said
            .speaker
            .as_ref()
            .map(|name| speaker(&mut structure.speakers, name, said.role, facts));
        let index = structure.turns.len();
        let follows_question = index
            .checked_sub(1)
            .and_then(|before| structure.turns.get(before))
            .is_some_and(|turn| turn.role == Some(Role::Interviewer));
        structure.turns.push(Turn {
            speaker,
            role: Some(said.role),
            span: said.span,
        });
        match (said.role, structure.exchanges.last_mut()) {
            (Role::Interviewer, _) => structure.exchanges.push(Exchange {
                question: vec![index],
                answer: Vec::new(),
            }),
            (Role::Guest, Some(exchange)) if follows_question => exchange.answer.push(index),
            (Role::Guest, _) => structure.exchanges.push(Exchange {
                question: Vec::new(),
                answer: vec![index],
            }),
        }
    }
    structure
        .exchanges
        .retain(|exchange| !exchange.answer.is_empty());
    structure
}

fn speaker(speakers: &mut Vec<Speaker>, name: &str, role: Role, facts: &Facts) -> usize {
    let known = speakers
        .iter()
        .position(|speaker| speaker.name.as_deref() == Some(name) && speaker.role == Some(role));
    known.unwrap_or_else(|| {
        let described = facts.people.iter().find(|person| person.name == name);
        speakers.push(Speaker {
            name: Some(name.to_owned()),
            role: Some(role),
            description: described.and_then(|person| person.description.clone()),
        });
        speakers.len() - 1
    })
}
