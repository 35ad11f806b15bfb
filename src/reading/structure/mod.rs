//! Structure: from blocks to speakers, turns and exchanges.
//!
//! No line says by itself who speaks, so a document is read in every way that it may have been meant
//! (labels, labels and unlabelled questions, questions by their look, a dash a turn, question marks, a
//! monologue, nobody known), each reading is weighed by what it makes of the whole document, and the
//! best is kept with how sure it is. Where none is good, nobody is named and no role is given.

mod conversation;
mod dashes;
mod inner_labels;
pub(super) mod label;
mod label_shapes;
mod labelled;
mod labels;
mod labels_and_looks;
mod lead;
pub(super) mod names;
mod page;
mod people;
mod role_words;
mod roles;
mod speaker_and_role_basis;
mod told;
mod told_certainty;
mod turns;
mod unlabelled;
mod unsure;
pub(super) mod voices;
mod weigh;
pub(super) mod wording;

use super::Origin;
use super::attribution_basis::{Basis, RoleBasis, SpeakerBasis};
use super::format::Document;
use super::metadata::{Facts, Person};
use super::noise::Reason;
use crate::interview::{Exchange, Role, Span, Speaker, Turn};
use page::Page;
use people::{People, Whose};

/// Who says what in a document.
#[derive(Debug, Default)]
pub(super) struct Structure {
    pub(super) speakers: Vec<Speaker>,
    pub(super) turns: Vec<Turn>,
    pub(super) exchanges: Vec<Exchange>,
    /// What the speaker and the role of each turn rest on.
    pub(super) bases: Vec<Basis>,
    /// The labels of each speaker, as the file has them.
    pub(super) labels: Vec<Vec<String>>,
    /// What is nobody's speech, and why, in order.
    pub(super) dropped: Vec<(Span, Reason)>,
    /// How sure it is of who speaks, from 0 to 1: see [`weigh`].
    pub(super) confidence: f32,
    pub(super) warnings: Vec<String>,
    /// The title that the text itself begins with.
    pub(super) title: Option<Span>,
}

impl Structure {
    /// Whether labels or data say who speaks everywhere, and an owner says of everybody whether they ask or answer.
    fn is_settled(&self) -> bool {
        let by_owner = |basis: &Basis| {
            matches!(basis.speaker, SpeakerBasis::Label | SpeakerBasis::Data)
                && basis.role == RoleBasis::Facts(Origin::Sidecar)
        };
        // Where one person holds everything, others may not have been told apart.
        self.speakers.len() > 1 && self.bases.iter().all(by_owner)
    }
}

/// How a document may have been meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Labels say who speaks.
    Labels,
    /// Labels say who answers; the questions between them have none.
    LabelsAndQuestions,
    /// Questions look different: bold, italic, headings.
    Looks,
    /// Each turn begins with a dash, questions and answers in alternation.
    Dashes,
    /// Paragraphs that end with a question mark are the interviewer's.
    QuestionMarks,
    /// One person speaks or writes.
    Monologue,
    /// Nothing says who speaks.
    Unknown,
    /// Nobody speaks: headings and lists.
    Nothing,
}

/// Whose voice a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    /// Whom the label says.
    Member(Whose),
    /// The interviewer, without a label.
    Asker,
    /// The guest, without a label.
    Answerer,
    /// Somebody, and nothing says who.
    Someone,
    /// Whoever spoke before.
    Same,
    Nobody(Reason),
}

/// The words of a block and whose they are.
#[derive(Debug, Clone, Copy)]
struct Part {
    span: Span,
    voice: Voice,
}

/// One way to read a document.
#[derive(Debug)]
struct Reading {
    manner: Manner,
    /// A part for each block.
    parts: Vec<Part>,
    people: People,
}

pub(super) fn infer(document: &Document, facts: &Facts) -> Structure {
    if !document.said.is_empty() {
        return told::build(document, facts);
    }
    let blocks = inner_labels::apart(document, page::with_questions_apart(document));
    let page = Page::new(document, &blocks);
    let introduced = with_guests(facts, &page);
    let mut readings = labelled::readings(&page, &introduced);
    let thin = readings
        .first()
        .is_some_and(|reading| unsure::is_thin(&page, reading));
    if readings.is_empty() || thin {
        readings.extend(unlabelled::readings(&page, facts, &introduced));
    }
    let structures = readings.into_iter().map(|reading| {
        let mut structure = turns::build(&page, &reading, &introduced);
        structure.confidence = weigh::confidence(&page, reading.manner, &structure);
        let labelled = matches!(reading.manner, Manner::Labels | Manner::LabelsAndQuestions);
        if structure.is_settled() && !thin {
            structure.confidence = 1.0;
        } else if thin && labelled {
            structure.confidence = structure.confidence.min(unsure::THIN);
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
    if !matches!(manner, Manner::Unknown | Manner::Nothing) {
        unsure::doubt(document, facts, &mut structure);
    }
    structure
}

/// What is known of the people, completed with the guests that a title or the lead introduces.
fn with_guests(facts: &Facts, page: &Page) -> Facts {
    let mut facts = facts.clone();
    if facts
        .people
        .iter()
        .any(|person| person.role == Some(Role::Guest) && !person.name.is_empty())
    {
        return facts;
    }
    let lead = unlabelled::lead(page);
    let title = facts.title.clone().unwrap_or_default();
    let interviewers = facts
        .people
        .iter()
        .filter(|person| person.role == Some(Role::Interviewer) && !person.name.is_empty());
    let mut asking: Vec<String> = interviewers.map(|person| person.name.clone()).collect();
    asking.extend(lead::interviewers(&title));
    asking.extend(lead::interviewers(&lead));
    let mut guests = lead::guests(&title, &asking);
    if guests.is_empty() {
        guests.extend(lead::headlined(&title, page));
    }
    if guests.is_empty() {
        guests = lead::guests(&lead, &asking);
    }
    if guests.is_empty() {
        guests.extend(lead::portrayed(&title, page));
    }
    let guests = guests
        .iter()
        .map(|name| (lead::without_trade(name, page), Role::Guest));
    let asking = asking.into_iter().map(|name| (name, Role::Interviewer));
    let known: Vec<(String, Role)> = guests.chain(asking).collect();
    for (name, role) in known {
        if !facts.people.iter().any(|person| person.name == name) {
            facts.people.push(Person {
                name,
                role: Some(role),
                origin: Some(Origin::Text),
                ..Person::default()
            });
        }
    }
    facts
}

/// A short line without a full stop before everything that is said.
fn title(page: &Page, structure: &Structure) -> Option<Span> {
    let first = page.spoken().next()?;
    let span = page.block(first).span;
    let spoken = structure.turns.first()?.span.start;
    (page.subtitle[first] && span.end <= spoken && page.words(first).contains(' ')).then_some(span)
}

/// What an owner is told of a reading that is not sure.
fn doubt(manner: Manner, confidence: f32) -> Option<String> {
    let name = "name the speakers in the text (`Name: …`)";
    match manner {
        Manner::Unknown => Some(format!(
            "nothing says who is speaking: the words are quoted without a name; {name}"
        )),
        Manner::Nothing => {
            Some("no speech was found: the text contains only headings and lists".to_owned())
        }
        Manner::QuestionMarks => Some(format!(
            "nothing marks who speaks: paragraphs that end with a question mark are taken for the interviewer's; {name}"
        )),
        Manner::Labels | Manner::LabelsAndQuestions | Manner::Looks | Manner::Dashes
            if confidence < weigh::DOUBTFUL =>
        {
            Some(format!(
                "it is not certain who asks and who answers; check it, and {name}"
            ))
        }
        _ => None,
    }
}
