//! The keys of sidecars and front matter, with their aliases.

use serde_json::{Map, Value};

use super::fact_kinds::MetadataAuthor;
use super::metadata_faults::MetadataFault;
use super::toml_tables::objects;
use super::withdrawn_passages;

const KEYS: [&str; 15] = [
    "title",
    "outlet",
    "date",
    "url",
    "language",
    "guest",
    "guests",
    "interviewer",
    "interviewers",
    "description",
    "role",
    "speaker",
    "withdrawn",
    "cut_before",
    "cut_after",
];
const SPEAKER_KEYS: [&str; 4] = ["name", "role", "description", "label"];

/// Keys of other programs that are one letter away from one of ours.
const OTHERS: [&str; 7] = [
    "data",
    "rate",
    "uri",
    "urls",
    "type",
    "site_title",
    "subtitle",
];

/// Other names of a key, as front matter has them.
pub(super) fn aliases(key: &str) -> &'static [&'static str] {
    match key {
        "outlet" => &["publication", "source", "publisher", "site", "media"],
        "date" => &["published", "pubdate", "publish_date"],
        "url" => &[
            "link",
            "permalink",
            "canonical",
            "canonical_url",
            "source_url",
        ],
        "language" => &["lang", "locale"],
        "guest" => &[
            "guests",
            "interviewee",
            "interviewees",
            "invité",
            "invitée",
            "invités",
            "people",
        ],
        "interviewer" => &[
            "interviewers",
            "author",
            "authors",
            "host",
            "hosts",
            "byline",
        ],
        _ => &[],
    }
}

/// Whether a key, or another name of one, says something of an interview and is nobody who speaks.
pub(super) fn is_fact(key: &str) -> bool {
    const FACTS: [&str; 7] = [
        "title",
        "outlet",
        "date",
        "url",
        "language",
        "cut_before",
        "cut_after",
    ];
    let mut known = FACTS.iter();
    known.any(|known| *known == key || aliases(known).contains(&key))
}

/// The keys that mean nothing: every one of a sidecar, which is written for Verbatim; in front matter, which other
/// programs read too, those that look misspelt.
pub(super) fn unknown(table: &Map<String, Value>, author: MetadataAuthor) -> Vec<MetadataFault> {
    if author == MetadataAuthor::Program {
        return Vec::new();
    }
    let own = table.iter().filter_map(|one| fault(one, &KEYS, author));
    let speakers = objects(table.get("speaker")).flatten();
    let theirs = speakers.filter_map(|one| fault(one, &SPEAKER_KEYS, author));
    own.chain(theirs).collect()
}

fn fault(
    (key, value): (&String, &Value),
    known: &[&str],
    author: MetadataAuthor,
) -> Option<MetadataFault> {
    if known.contains(&key.as_str())
        || withdrawn_passages::is_key(key)
        || known
            .iter()
            .any(|known| aliases(known).contains(&key.as_str()))
    {
        return None;
    }
    let lower = key.to_lowercase();
    let nearest = known
        .iter()
        .map(|known| (strsim::damerau_levenshtein(&lower, known), *known))
        .min()
        .filter(|(away, known)| *away <= most_away(&lower, known, author));
    let hint = match nearest {
        Some((_, known)) => format!("did you mean `{known}`?"),
        None if author == MetadataAuthor::FrontMatter => return None,
        None => format!("known keys are {}", known.join(", ")),
    };
    Some(MetadataFault::of_key(key, value, hint, "it is not used"))
}

/// By how many letters a key may differ from the one that is meant.
fn most_away(key: &str, known: &str, author: MetadataAuthor) -> usize {
    match author {
        MetadataAuthor::FrontMatter if OTHERS.contains(&key) => 0,
        MetadataAuthor::FrontMatter if known.len() <= 5 => 1,
        MetadataAuthor::FrontMatter => 2,
        // A short word is near to everything.
        MetadataAuthor::Sidecar | MetadataAuthor::Program => {
            3.min(key.chars().count().min(known.len()) / 3)
        }
    }
}
