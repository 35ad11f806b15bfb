//! The confidence in an explicit structure, and what an owner is told about it.

use super::declared_speakers::DeclaredSpeakers;
use super::hypothesis_confidence::TurnCounts;
use super::inferred_structure::Structure;
use super::role_and_question_cues;
use crate::language::sentences;
use crate::reading::document::{AttributedSpeech, Document};

/// How sure it is of who asks where the file says all of it, and of who speaks where it says nothing.
const SAID: f32 = 1.0;
const NOBODY_KNOWN: f32 = 0.3;
/// How sure it is of words whose speakers are known, and their roles are not.
const NO_ROLES: f32 = 0.5;
/// How sure it is at most where words before a colon were taken for a speaker.
const PHRASES: f32 = 0.8;
/// The share of the words, in percent, above which one voice is likely several that were not told apart.
const ALONE: usize = 90;
/// How many questions to somebody one person may ask in a monologue, for every hundred sentences.
const RHETORICAL: usize = 4;

/// From 0, nothing known, to 1, sure.
pub(super) fn confidence(document: &Document, structure: &Structure) -> f32 {
    let turns = &structure.turns;
    if turns
        .iter()
        .all(|turn| turn.speaker.is_none() && turn.role.is_none())
    {
        return NOBODY_KNOWN;
    }
    if document.said.iter().all(|said| said.role.is_some()) {
        return SAID;
    }
    if turns.iter().all(|turn| turn.role.is_none()) {
        return NO_ROLES;
    }
    TurnCounts::of(&document.text, turns).labelled()
}

/// What an owner is told of words whose speakers are not sure.
pub(super) fn doubt(
    document: &Document,
    structure: &mut Structure,
    people: &DeclaredSpeakers,
) -> Vec<String> {
    let count = |said: &AttributedSpeech| document.speech(said).split_whitespace().count();
    let mut of = vec![0; people.speakers.len() + 1];
    for (said, speaker) in document.said.iter().zip(&people.of_said) {
        of[speaker.unwrap_or(people.speakers.len())] += count(said);
    }
    let all: usize = of.iter().sum::<usize>().max(1);
    let nameless = of.pop().unwrap_or_default();
    if of.is_empty() && structure.turns.iter().all(|turn| turn.role.is_none()) {
        return vec![
            "nothing says who is speaking: the words are quoted without a name; transcribe it with speakers, or \
             name them in the text (`Name: …`)"
                .to_owned(),
        ];
    }
    let mut warnings = Vec::new();
    if nameless * 3 > all && document.said.iter().any(|said| said.role.is_none()) {
        warnings.push(format!(
            "{} % of the words have no speaker: they are quoted without a name",
            nameless * 100 / all
        ));
    }
    if !people.no_names.is_empty() {
        structure.confidence = structure.confidence.min(PHRASES);
        warnings.extend(people.no_names.iter().map(|label| {
            format!(
                "`{label}` seems to be no name: what is said under it is quoted without one; if it is, write it into a \
                 sidecar file, with who speaks"
            )
        }));
    }
    let inferred = document.said.iter().any(|said| said.role.is_none());
    let most = of.iter().copied().max().unwrap_or_default();
    let alone = of.iter().position(|words| words * 100 > all * ALONE);
    if alone.is_some() && inferred && asks_somebody(document, people, alone) {
        structure.confidence = structure.confidence.min(NO_ROLES);
        warnings.push(format!(
            "one speaker has {} % of the words, questions among them: these may be several people; check who \
             speaks",
            most * 100 / all
        ));
    }
    warnings
}

/// Whether a voice asks more than one who speaks alone does.
fn asks_somebody(document: &Document, people: &DeclaredSpeakers, voice: Option<usize>) -> bool {
    let (mut all, mut asked) = (0, 0);
    let speaks = |(_, speaker): &(&AttributedSpeech, &Option<usize>)| **speaker == voice;
    for (said, _) in document.said.iter().zip(&people.of_said).filter(speaks) {
        let text = document.speech(said);
        for sentence in sentences(text) {
            let words = text.get(sentence.start..sentence.end).unwrap_or_default();
            all += 1;
            asked += usize::from(role_and_question_cues::ends_asking(words));
        }
    }
    asked > 1 && asked * 100 > all * RHETORICAL
}
