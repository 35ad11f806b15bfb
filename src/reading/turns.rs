//! Turns: the parts of a document that one voice says in a row, their roles, and the exchanges that
//! they make.

use std::collections::HashMap;

use super::format::Document;
use super::people::People;
use super::roles::{self, Habits};
use super::structure::{Part, Structure, Voice};
use crate::interview::{Exchange, Role, Speaker, Turn};

/// Turns out of parts, roles out of turns, exchanges out of roles.
pub(super) fn build(
    document: &Document,
    parts: &[Part],
    people: People,
    warnings: &mut Vec<String>,
) -> Structure {
    let mut cast = people;
    let answers = parts.iter().any(|part| part.voice == Voice::Answerer);
    let asked = parts.iter().any(|part| part.voice == Voice::Asker);
    let answerer = answers.then(|| unnamed(&mut cast, Role::Guest, !asked));
    let asker = asked.then(|| unnamed(&mut cast, Role::Interviewer, false));
    let mut turns: Vec<Turn> = Vec::new();
    let mut speaking: Option<Option<usize>> = None;
    let mut joined = false;
    for part in parts {
        let speaker = match part.voice {
            Voice::Member(member) => Some(member),
            Voice::Asker => Some(asker),
            Voice::Answerer => Some(answerer),
            Voice::Same => speaking,
            Voice::Nobody => {
                joined = false;
                continue;
            }
        };
        let Some(speaker) = speaker else { continue };
        let again = joined && speaking == Some(speaker) && !matches!(part.voice, Voice::Member(_));
        speaking = Some(speaker);
        let span = part.span.trimmed(&document.text);
        match turns.last_mut() {
            Some(last) if again => last.span.end = span.end.max(last.span.end),
            _ if !span.is_empty() => turns.push(Turn {
                speaker,
                role: None,
                span,
            }),
            _ => {
                joined = false;
                continue;
            }
        }
        joined = true;
    }
    if turns.iter().any(|turn| turn.speaker.is_none()) {
        warnings.push(
            "some turns carry a name that several speakers share: they are left without one"
                .to_owned(),
        );
    }
    settle_roles(document, &mut cast.members, &turns, asked, warnings);
    finish(cast.members, turns)
}

/// The speaker of unlabelled words: the only one known to have the role, else somebody without a name.
fn unnamed(people: &mut People, role: Role, alone: bool) -> usize {
    let sole = people.sole(role).or_else(|| {
        // The author of a monologue is the one who speaks.
        let author = alone.then(|| people.sole(Role::Interviewer)).flatten()?;
        people.members[author].role = Some(Role::Guest);
        Some(author)
    });
    sole.unwrap_or_else(|| {
        people.members.push(Speaker {
            name: None,
            role: Some(role),
            description: None,
        });
        people.members.len() - 1
    })
}

fn settle_roles(
    document: &Document,
    speakers: &mut [Speaker],
    turns: &[Turn],
    asked: bool,
    warnings: &mut Vec<String>,
) {
    let mut habits = vec![Habits::default(); speakers.len()];
    for (at, turn) in turns.iter().enumerate() {
        let Some(speaker) = turn.speaker else {
            continue;
        };
        let words = &document.text[turn.span.start..turn.span.end];
        let habit = &mut habits[speaker];
        if habit.turns == 0 {
            habit.first = at;
        }
        habit.turns += 1;
        habit.asks += usize::from(
            words
                .trim_end_matches(['»', '"', '”', ' ', '\u{a0}', ')'])
                .ends_with('?'),
        );
        habit.words += words.split_whitespace().count();
    }
    if asked {
        for (speaker, habit) in speakers.iter_mut().zip(&habits) {
            if habit.turns > 0 && speaker.role.is_none() {
                speaker.role = Some(Role::Guest);
            }
        }
    }
    roles::settle(speakers, &habits, warnings);
}

/// Keeps those who speak, in the order of their first turn, and pairs questions with answers.
fn finish(members: Vec<Speaker>, mut turns: Vec<Turn>) -> Structure {
    let mut place: HashMap<usize, usize> = HashMap::new();
    let mut speakers = Vec::new();
    for turn in &mut turns {
        if let Some(member) = turn.speaker {
            turn.role = members[member].role;
            turn.speaker = Some(*place.entry(member).or_insert_with(|| {
                speakers.push(members[member].clone());
                speakers.len() - 1
            }));
        }
    }
    let exchanges = exchanges(&turns);
    Structure {
        speakers,
        turns,
        exchanges,
    }
}

fn exchanges(turns: &[Turn]) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    for (at, turn) in turns.iter().enumerate() {
        match turn.role {
            Some(Role::Interviewer) => match exchanges.last_mut() {
                Some(last) if last.answer.is_empty() => last.question.push(at),
                _ => exchanges.push(Exchange {
                    question: vec![at],
                    answer: Vec::new(),
                }),
            },
            Some(Role::Guest) => match exchanges.last_mut() {
                Some(last) => last.answer.push(at),
                None => exchanges.push(Exchange {
                    question: Vec::new(),
                    answer: vec![at],
                }),
            },
            None => {}
        }
    }
    exchanges
}
