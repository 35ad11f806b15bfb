//! ELAN (`.eaf`): a tier for each speaker, annotations between time slots.
//!
//! The participant of a tier is who speaks; tiers without one are notes where others have one. Of several tiers of a
//! participant one holds the words: translations, glosses and gestures depend on it or are called so.
//! <https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf>

use std::collections::HashMap;

use super::super::Document;
use super::super::size_limits::Limits;
use super::super::speech_segments::{Segment, in_order_of_time};
use super::super::xml_tree::Element;
use super::{document, tier_label};
use crate::reading::facts::Facts;
use crate::reading::metadata;

pub(in crate::reading::format) fn read(
    root: &Element,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Document {
    let slots = slots(root);
    let spans = spans(root, &slots);
    let tiers: Vec<&Element> = root
        .elements()
        .filter(|element| element.name == "TIER")
        .collect();
    let named = |tier: &&&Element| {
        tier.attribute("PARTICIPANT")
            .is_some_and(|name| !name.trim().is_empty())
    };
    let told = tiers.iter().any(|tier| named(&tier));
    let mut voices: Vec<(&str, &Element)> = Vec::new();
    let spoken = || tiers.iter().filter(|tier| !told || named(tier));
    let (count, most) = (spoken().count(), limits.tiers);
    if count > most {
        warnings.push(format!("only the first {most} of {count} tiers are read"));
    }
    for tier in spoken().take(most) {
        let id = tier.attribute("TIER_ID").unwrap_or_default();
        let speaker = tier
            .attribute("PARTICIPANT")
            .filter(|_| told)
            .unwrap_or(id)
            .trim();
        if super::is_note(id)
            || tier
                .attribute("LINGUISTIC_TYPE_REF")
                .is_some_and(super::is_note)
        {
            continue;
        }
        match voices.iter_mut().find(|(known, _)| *known == speaker) {
            Some((_, kept)) if is_better(tier, kept) => *kept = tier,
            Some(_) => {}
            None if told || tier.attribute("PARENT_REF").is_none() => voices.push((speaker, tier)),
            None => {}
        }
    }
    let mut segments: Vec<Segment> = voices
        .iter()
        .enumerate()
        .flat_map(|(number, (speaker, tier))| {
            let label = if told {
                (*speaker).to_owned()
            } else {
                tier_label(speaker, number)
            };
            annotations(tier, &label, &spans)
        })
        .collect();
    in_order_of_time(&mut segments);
    let language = tiers
        .iter()
        .find_map(|tier| metadata::language(tier.attribute("LANG_REF")?));
    document(
        segments,
        Facts {
            language,
            ..Facts::default()
        },
    )
}

/// Whether a tier rather holds the words than another of the same speaker: whole utterances, not dependent.
fn is_better(tier: &Element, kept: &Element) -> bool {
    let words = |tier: &Element| {
        let values = tier.all("ANNOTATION_VALUE");
        let words: usize = values
            .iter()
            .map(|value| value.text().split_whitespace().count())
            .sum();
        (words, tier.attribute("PARENT_REF").is_none())
    };
    let (new, old) = (words(tier), words(kept));
    // A tier of ids or single letters has hardly any words.
    if new.0 > old.0 * 2 {
        true
    } else {
        new.0 * 2 > old.0 && new.1 && !old.1
    }
}

/// The times of the slots, in milliseconds; a slot without one has that of the slot before it.
fn slots(root: &Element) -> HashMap<&str, u64> {
    let mut last = 0;
    let mut slots = HashMap::new();
    for slot in root.all("TIME_SLOT") {
        let time = slot.attribute("TIME_VALUE");
        last = time.and_then(|time| time.parse().ok()).unwrap_or(last);
        slots.extend(slot.attribute("TIME_SLOT_ID").map(|id| (id, last)));
    }
    slots
}

/// When each annotation begins and ends; one that refers to another has its times.
fn spans<'a>(root: &'a Element, slots: &HashMap<&str, u64>) -> HashMap<&'a str, (u64, u64)> {
    let mut spans = HashMap::new();
    for annotation in root.all("ALIGNABLE_ANNOTATION") {
        let slot = |name: &str| slots.get(annotation.attribute(name)?).copied();
        if let (Some(id), Some(start), Some(end)) = (
            annotation.attribute("ANNOTATION_ID"),
            slot("TIME_SLOT_REF1"),
            slot("TIME_SLOT_REF2"),
        ) {
            spans.insert(id, (start, end));
        }
    }
    let references = root.all("REF_ANNOTATION");
    // Annotations refer to annotations that refer to others, a few levels at the most.
    for _ in 0..4 {
        for annotation in &references {
            let to = annotation
                .attribute("ANNOTATION_REF")
                .and_then(|to| spans.get(to).copied());
            if let (Some(id), Some(span)) = (annotation.attribute("ANNOTATION_ID"), to) {
                spans.insert(id, span);
            }
        }
    }
    spans
}

fn annotations(tier: &Element, speaker: &str, spans: &HashMap<&str, (u64, u64)>) -> Vec<Segment> {
    let annotation = |element: &Element| {
        let id = element.attribute("ANNOTATION_ID")?;
        let span = spans.get(id);
        Some(Segment {
            start: span.map(|(start, _)| *start),
            end: span.map(|(_, end)| *end),
            speaker: Some(speaker.to_owned()),
            text: element.child("ANNOTATION_VALUE")?.text(),
            ..Segment::default()
        })
    };
    let all = tier
        .elements()
        .filter(|element| element.name == "ANNOTATION");
    all.flat_map(Element::elements)
        .filter_map(annotation)
        .collect()
}
