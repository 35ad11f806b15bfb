//! Structure inference: from blocks to speakers, turns and exchanges. Every hypothesis is weighed, and the best one is
//! taken.
//!
//! No line says by itself who speaks, so a document is read in every way that it may have been meant
//! (labels, labels and unlabelled questions, questions by their look, a dash a turn, question marks, a
//! monologue, nobody known), each reading is weighed by what it makes of the whole document, and the
//! best is kept with how sure it is. Where none is good, nobody is named and no role is given.

mod block_features;
mod conversation_cue_phrases;
mod dash_turns;
pub(super) mod declared_speakers;
pub(super) mod diarization_labels;
mod explicit_structure;
mod explicit_structure_confidence;
mod full_names_in_text;
mod hypothesis;
mod hypothesis_confidence;
mod inferred_structure;
pub(super) mod label_candidates;
mod label_confirmation;
mod label_patterns;
mod labelled_hypotheses;
mod lead_paragraph_names;
mod low_confidence_reasons;
mod mid_paragraph_labels;
mod name_forms;
pub(super) mod name_keys;
mod partly_labelled_hypotheses;
pub(super) mod person_name_detection;
pub(super) mod role_and_question_cues;
mod role_inference;
mod role_words;
mod speaker_and_role_basis;
mod speaker_resolution;
pub(super) mod title_page;
mod turns_and_exchanges;
mod unlabelled_hypotheses;

use super::Origin;
use super::document::Document;
use super::facts::Facts;
use super::participants::Participant;
use crate::interview::{Role, Span};
use block_features::DocumentBlocks;
use hypothesis::HypothesisKind;
pub(super) use inferred_structure::Structure;
pub(super) use name_forms::is_form_of;
pub(super) use name_keys::key;
pub(super) use person_name_detection::is_name;

pub(super) fn infer(document: &Document, facts: &Facts) -> Structure {
    if !document.said.is_empty() {
        return explicit_structure::explicit_structure(document, facts);
    }
    let blocks = mid_paragraph_labels::split_at_labels(
        document,
        block_features::with_questions_apart(document),
    );
    let page = DocumentBlocks::new(document, &blocks);
    let introduced = with_guests(facts, &page);
    let mut readings = labelled_hypotheses::readings(&page, &introduced);
    let thin = readings
        .first()
        .is_some_and(|reading| low_confidence_reasons::is_thin(&page, reading));
    if readings.is_empty() || thin {
        readings.extend(unlabelled_hypotheses::readings(&page, facts, &introduced));
        readings.extend(labelled_hypotheses::opened(&page, &introduced));
    }
    let structures = readings.into_iter().map(|reading| {
        let mut structure = turns_and_exchanges::build(&page, &reading, &introduced);
        structure.confidence = hypothesis_confidence::confidence(&page, reading.manner, &structure);
        let labelled = matches!(
            reading.manner,
            HypothesisKind::Labels | HypothesisKind::LabelsAndQuestions
        );
        if structure.is_settled() && !thin {
            structure.confidence = 1.0;
        } else if thin && labelled {
            structure.confidence = structure.confidence.min(low_confidence_reasons::THIN);
        }
        (reading.manner, structure)
    });
    let best = structures.max_by(|(_, a), (_, b)| a.confidence.total_cmp(&b.confidence));
    let Some((manner, mut structure)) = best else {
        return Structure::default();
    };
    structure.title = title(&page, &structure);
    structure
        .warnings
        .extend(doubt(manner, structure.confidence));
    if !matches!(manner, HypothesisKind::Unknown | HypothesisKind::Nothing) {
        low_confidence_reasons::doubt(document, facts, &mut structure);
    }
    structure
}

/// What is known of the people, completed with the guests that a title or the lead introduces.
fn with_guests(facts: &Facts, page: &DocumentBlocks) -> Facts {
    let mut facts = facts.clone();
    if facts
        .people
        .iter()
        .any(|person| person.role == Some(Role::Guest) && !person.name.is_empty())
    {
        return facts;
    }
    let lead = unlabelled_hypotheses::lead(page);
    let title = facts.title.clone().unwrap_or_default();
    let interviewers = facts
        .people
        .iter()
        .filter(|person| person.role == Some(Role::Interviewer) && !person.name.is_empty());
    let mut asking: Vec<String> = interviewers.map(|person| person.name.clone()).collect();
    asking.extend(lead_paragraph_names::interviewers(&title));
    asking.extend(lead_paragraph_names::interviewers(&lead));
    let mut guests = lead_paragraph_names::guests(&title, &asking);
    if guests.is_empty() {
        guests.extend(lead_paragraph_names::headlined(&title, page));
    }
    if guests.is_empty() {
        guests = lead_paragraph_names::guests(&lead, &asking);
    }
    if guests.is_empty() {
        guests.extend(lead_paragraph_names::portrayed(&title, page));
    }
    if guests.is_empty() {
        guests.extend(lead_paragraph_names::told_of(&title, &lead, page));
    }
    let guests = guests
        .iter()
        .map(|name| (lead_paragraph_names::without_trade(name, page), Role::Guest));
    let asking = asking.into_iter().map(|name| (name, Role::Interviewer));
    let known: Vec<(String, Role)> = guests.chain(asking).collect();
    for (name, role) in known {
        if !facts.people.iter().any(|person| person.name == name) {
            facts.people.push(Participant {
                name,
                role: Some(role),
                origin: Some(Origin::Text),
                ..Participant::default()
            });
        }
    }
    facts
}

/// A short line without a full stop before everything that is said.
fn title(page: &DocumentBlocks, structure: &Structure) -> Option<Span> {
    let first = page.spoken().next()?;
    let span = page.block(first).span;
    let spoken = structure.turns.first()?.span.start;
    (page.subtitle[first] && span.end <= spoken && page.words(first).contains(' ')).then_some(span)
}

/// What an owner is told of a reading that is not sure.
fn doubt(manner: HypothesisKind, confidence: f32) -> Option<String> {
    let name = "name the speakers in the text (`Name: …`)";
    match manner {
        HypothesisKind::Unknown => Some(format!(
            "nothing says who is speaking: the words are quoted without a name; {name}"
        )),
        HypothesisKind::Nothing => {
            Some("no speech was found: the text contains only headings and lists".to_owned())
        }
        HypothesisKind::QuestionMarks => Some(format!(
            "nothing marks who speaks: paragraphs that end with a question mark are taken for the interviewer's; {name}"
        )),
        HypothesisKind::Labels
        | HypothesisKind::LabelsAndQuestions
        | HypothesisKind::Looks
        | HypothesisKind::Dashes
            if confidence < hypothesis_confidence::DOUBTFUL =>
        {
            Some(format!(
                "it is not certain who asks and who answers; check it, and {name}"
            ))
        }
        _ => None,
    }
}
