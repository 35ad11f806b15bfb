//! Interview assembly: from a document and what is known beside it to an interview.

use super::attribution_basis::RoleBasis;
use super::document::Document;
use super::facts::Facts;
use super::format::Format;
use super::metadata_faults::MetadataFault;
use super::structure::{self, Structure};
use super::{Fact, FileToRead, Origin, ReadInterview, metadata, participants, sidecar_of};
use crate::interview::{Interview, Metadata, Revision, Role, Span, Turn};
use crate::language::{Language, on_one_line};

/// From a document and what is known beside it to an interview.
pub(super) fn assemble(
    source: &FileToRead<'_>,
    format: Format,
    mut document: Document,
    (sidecar, stated): (&Facts, Facts),
    mut warnings: Vec<String>,
) -> ReadInterview {
    let mut layers = [
        (Origin::Sidecar, sidecar.clone()),
        (format.origin(), std::mem::take(&mut document.facts)),
        (Origin::Text, stated),
        (Origin::FileName, metadata::from_name(source.path)),
    ];
    for (origin, facts) in &mut layers {
        for person in &mut facts.people {
            person.origin = Some(*origin);
        }
    }
    let mut origins = metadata::origins(&layers);
    let faults: Vec<(Origin, MetadataFault)> = layers
        .iter()
        .flat_map(|(origin, facts)| facts.faults.iter().map(|fault| (*origin, fault.clone())))
        .collect();
    let facts = layers
        .into_iter()
        .map(|(_, facts)| facts)
        .reduce(Facts::or)
        .unwrap_or_default();
    let structure = structure::infer(&document, &facts);
    warnings.extend(nobody_answers(&structure));
    warnings.extend(structure.warnings);
    let spoken = structure
        .turns
        .iter()
        .filter_map(|turn| document.text.get(turn.span.start..turn.span.end));
    let titled = facts.title.is_none() && structure.title.is_some();
    origins.extend(titled.then_some((Fact::Title, Origin::Text)));
    let language = facts.language.unwrap_or_else(|| detect(spoken));
    let metadata = Metadata {
        title: facts
            .title
            .or_else(|| title(&document, structure.title))
            .as_deref()
            .map(on_one_line),
        outlet: facts.outlet.as_deref().map(on_one_line),
        date: facts.date,
        url: facts.url,
        language,
    };
    warnings.extend(faults.iter().map(|(origin, fault)| {
        let place = match origin {
            Origin::Sidecar => sidecar_of(source.path),
            other => other.noun().to_owned(),
        };
        fault.told(&place, &metadata, &origins)
    }));
    let interview = Interview {
        id: match &document.name {
            Some(name) => source.id.part(name),
            None => source.id.clone(),
        },
        revision: Revision::of(&document.text),
        metadata,
        transcript: document.text,
        speakers: structure
            .speakers
            .iter()
            .map(participants::on_one_line)
            .collect(),
        turns: structure.turns,
        exchanges: structure.exchanges,
        marks: document.marks,
        confidence: structure.confidence,
        warnings,
        withdrawn: Vec::new(),
    };
    ReadInterview {
        interview,
        format: format.name(),
        origins,
        dropped: structure.dropped,
        bases: structure.bases,
        labels: structure.labels,
    }
}

/// What is said where everybody who speaks asks: nothing of it can be quoted.
fn nobody_answers(structure: &Structure) -> Option<String> {
    let is_asked = |turn: &Turn| turn.role == Some(Role::Interviewer);
    let by_owner = structure
        .bases
        .iter()
        .any(|basis| basis.role == RoleBasis::Facts(Origin::Sidecar));
    let all_ask = !structure.turns.is_empty() && structure.turns.iter().all(is_asked);
    (all_ask && by_owner).then(|| {
        "the sidecar makes an interviewer of everybody who speaks, so nothing can be quoted; give whoever answers the role \
         `guest`"
            .to_owned()
    })
}

fn title(document: &Document, span: Option<Span>) -> Option<String> {
    let span = span?;
    document.text.get(span.start..span.end).map(str::to_owned)
}

/// The language of what is said, from its first few thousand characters: more changes nothing.
fn detect<'a>(spoken: impl Iterator<Item = &'a str>) -> Language {
    let sample: String = spoken
        .flat_map(|turn| turn.chars().chain(['\n']))
        .take(8_000)
        .collect();
    crate::language::detect(&sample)
}
