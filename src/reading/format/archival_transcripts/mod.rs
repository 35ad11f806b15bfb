//! Transcripts from archives, linguists and parliaments: TEI, ELAN, CHAT, Praat, Akoma Ntoso. A file a format.

pub(super) mod akoma_ntoso;
pub(super) mod chat_talkbank;
pub(super) mod elan;
pub(super) mod exmaralda;
pub(super) mod folker;
pub(super) mod ohms;
pub(super) mod tei;
mod tei_header;
pub(super) mod textgrid;
pub(super) mod theyworkforyou;
pub(super) mod transcriber;
mod xml_format_detection;

pub(in crate::reading) use xml_format_detection::Markup;

use super::captions::ttml;
use super::size_limits::Limits;
use super::speech_segments::{self, Segment};
use super::xml_tree::Element;
use super::{Document, xml_events};
use crate::interview::Role;
use crate::reading::ReadError;
use crate::reading::facts::Facts;
use crate::reading::participants::Participant;
use crate::reading::structure::person_name_detection;
use crate::reading::structure::role_and_question_cues::role_word;

/// Reads XML of any of the formats.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let text = xml_events::decode(bytes, warnings)?;
    let markup = Markup::of(&text).unwrap_or(Markup::Other);
    if matches!(markup, Markup::Other | Markup::Feed) {
        return Err(unknown(&text));
    }
    let what = format!("the {} file", markup.name());
    let known = warnings.len();
    let root = Element::root(&text, &what, limits, warnings)?;
    let is_whole = warnings.len() == known;
    let document = match markup {
        Markup::Tei => tei::read(&root),
        Markup::Ohms => ohms::read(&root, warnings),
        Markup::Elan => elan::read(&root, limits, warnings),
        Markup::Exmaralda => exmaralda::read(&root),
        Markup::Transcriber => transcriber::read(&root),
        Markup::Folker => folker::read(&root),
        Markup::AkomaNtoso => akoma_ntoso::read(&root),
        Markup::TheyWorkForYou => theyworkforyou::read(&root),
        Markup::Ttml => ttml::read(&root),
        Markup::NewsMl | Markup::Nitf | Markup::Jats | Markup::Feed | Markup::Other => {
            Document::default()
        }
    };
    if document.text.trim().is_empty() && !is_whole {
        return Err(xml_events::without_words(&what));
    }
    if document.text.trim().is_empty() {
        return Err(ReadError::Malformed(format!(
            "its format is {}, but it contains no words of a speaker; export the transcript as text \
             (.txt) with `Name: …` before what each says",
            markup.name()
        )));
    }
    Ok(document)
}

fn unknown(text: &str) -> ReadError {
    let name = xml_format_detection::root(text.trim_start())
        .and_then(|root| {
            root.split(|char: char| char.is_whitespace() || matches!(char, '>' | '/'))
                .next()
        })
        .filter(|name| !name.is_empty() && name.len() <= 40);
    let root = name.map_or(String::new(), |name| format!(" (its root is `<{name}>`)"));
    ReadError::Malformed(format!(
        "it is XML{root} of a kind that is not recognised; what is read: TEI, ParlaMint, OHMS, ELAN, EXMARaLDA, \
         Transcriber, FOLKER, Akoma Ntoso, TheyWorkForYou, TTML, NewsML-G2, NITF, JATS, RSS, Atom and WordPress exports\n\
         export it as one of these, as WebVTT (.vtt) or SubRip (.srt), or as text with `Name: …` before what each says"
    ))
}

/// The document of segments, with what is known beside them.
fn document(segments: Vec<Segment>, facts: Facts) -> Document {
    Document {
        facts,
        ..speech_segments::transcript(&segments)
    }
}

/// Somebody with a role.
fn person(name: &str, role: Option<Role>) -> Participant {
    Participant {
        name: name.to_owned(),
        role,
        ..Participant::default()
    }
}

/// "Lomm, Hedda" as "Hedda Lomm"; what has no single comma stays.
fn in_order(name: &str) -> String {
    let parts: Vec<&str> = name
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    match parts.as_slice() {
        [last, first] => format!("{first} {last}"),
        _ => name.trim().to_owned(),
    }
}

/// What a role of a person in research data means: who conducts, who is asked.
fn role(name: &str) -> Option<Role> {
    let name = name.trim().to_lowercase();
    let conducts = [
        "interviewer",
        "investigator",
        "moderator",
        "host",
        "presenter",
        "researcher",
        "interviewerin",
        "enquêteur",
        "enquêtrice",
        "enqueteur",
        "enqueteuse",
        "entrevistador",
        "entrevistadora",
        "intervistatore",
        "fieldworker",
        "chair",
        "examiner",
    ];
    let answers = [
        "interviewee",
        "informant",
        "respondent",
        "narrator",
        "consultant",
        "guest",
        "subject",
        "participant",
        "target_adult",
        "befragter",
        "befragte",
        "enquêté",
        "enquêtée",
        "entrevistado",
        "entrevistada",
        "témoin",
        "informateur",
        "informatrice",
        "witness",
    ];
    if conducts.contains(&name.as_str()) {
        Some(Role::Interviewer)
    } else if answers.contains(&name.as_str()) {
        Some(Role::Guest)
    } else {
        None
    }
}

/// Whether a tier is called after something else than what is said.
fn is_note(name: &str) -> bool {
    const NOTES: [&str; 30] = [
        "note",
        "notes",
        "comment",
        "comments",
        "kommentar",
        "commentaire",
        "comentario",
        "translation",
        "traduction",
        "übersetzung",
        "ubersetzung",
        "traducción",
        "gloss",
        "glosse",
        "gesture",
        "gestures",
        "geste",
        "gaze",
        "pos",
        "phone",
        "phones",
        "phonemes",
        "ipa",
        "syllable",
        "syllables",
        "topic",
        "topics",
        "background",
        "noise",
        "ft",
    ];
    let lower = name.trim().to_lowercase();
    let mut parts = lower.split(|char: char| !char.is_alphabetic());
    parts.any(|part| NOTES.contains(&part))
}

/// Words without what transcribers write of breath, pauses and sounds: `((lacht))`, `(0.5)`, `(.)`, `°h`, `•`.
fn without_descriptions(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let (before, inside) = rest.split_at(open);
        kept.push_str(before);
        let double = inside.starts_with("((");
        let close = if double {
            inside.find("))").map(|at| at + 2)
        } else {
            inside.find(')').map(|at| at + 1)
        };
        let Some(close) = close else {
            kept.push_str(inside);
            rest = "";
            break;
        };
        let content = inside[..close].trim_matches(['(', ')']);
        let pause = content
            .chars()
            .all(|char| char.is_ascii_digit() || matches!(char, '.' | ',' | '-' | ' ' | 's'));
        if !double && !pause {
            kept.push_str(content);
        }
        rest = &inside[close..];
    }
    kept.push_str(rest);
    let breath = |word: &&str| {
        let bare = word.trim_matches(['°', '•', '˙', 'h', '.', ',']);
        !(bare.is_empty() && word.contains(['°', '•', '˙']))
    };
    kept.split_whitespace()
        .filter(breath)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the tier of a speaker is called where it may be a name, else one voice among several.
fn tier_label(name: &str, number: usize) -> String {
    const WORDS: [&str; 9] = [
        "spch", "speech", "text", "utter", "tier", "trans", "default", "main", "orth",
    ];
    let lower = name.to_lowercase();
    let called = WORDS.iter().any(|word| lower.contains(word));
    let digits = name.contains(|char: char| char.is_ascii_digit());
    let named = person_name_detection::bare(name).is_some() && !digits && !called;
    if named || role_word(name).is_some() {
        name.to_owned()
    } else {
        format!("Speaker {}", number + 1)
    }
}
