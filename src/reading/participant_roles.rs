//! Participant roles: what the `role` of a person in metadata says, misspelt or in another language.

use serde_json::Value;

use super::fact_kinds::MetadataAuthor;
use super::metadata_faults::MetadataFault;
use crate::interview::Role;

/// What a person's `role` says: the role, or else what the person is.
pub(super) fn role(
    (text, value): (&str, &Value),
    side: Option<Role>,
    (author, is_described): (MetadataAuthor, bool),
    faults: &mut Vec<MetadataFault>,
) -> (Option<Role>, Option<String>) {
    match text.to_lowercase().as_str() {
        "guest" => return (Some(Role::Guest), None),
        "interviewer" | "host" => return (Some(Role::Interviewer), None),
        _ => {}
    }
    let what = Some(text.to_owned());
    if author == MetadataAuthor::Program {
        return (None, what);
    }
    let abroad = || foreign_role(text).filter(|_| side.is_none());
    if let Some(meant) = meant_role(text).or_else(abroad) {
        let hint = format!("did you mean `{meant}`?");
        let done = "the role is taken from the text";
        faults.push(MetadataFault::of_value("role", value, &hint, done));
        return (None, None);
    }
    if author == MetadataAuthor::Sidecar && side.is_none() {
        let done = if is_described {
            "it is not used"
        } else {
            "it is shown as the description"
        };
        let hint = "use `guest` or `interviewer`, and `description` for the rest";
        faults.push(MetadataFault::of_value("role", value, hint, done));
    }
    (None, what)
}

/// The role that a word is that is misspelt.
pub(super) fn meant_role(text: &str) -> Option<&'static str> {
    let lower = text.trim().to_lowercase();
    // Several of them are meant to be what one is.
    let lower = lower.strip_suffix('s').unwrap_or(&lower).to_owned();
    if lower == "guest" && text.trim().len() > 5 {
        return Some("guest");
    }
    let near = |(word, most): (&'static str, usize)| {
        let away = strsim::damerau_levenshtein(word, &lower);
        (away > 0 && away <= most).then_some((away, word))
    };
    // Words that are one letter away and mean something else.
    if ["guess", "chest", "ghost", "post", "most"].contains(&lower.as_str()) {
        return None;
    }
    let words = [("guest", 1), ("interviewer", 3)];
    let nearest = words.into_iter().filter_map(near).min();
    // Who is interviewed is a guest.
    let nearest = nearest.filter(|_| !lower.starts_with("interviewe") || lower.ends_with('r'));
    nearest.map(|(_, word)| word)
}

/// The role that a word is in another language, or another word for it.
pub(super) fn foreign_role(text: &str) -> Option<&'static str> {
    let lower = text.trim().to_lowercase();
    let guests = [
        "invité",
        "invitée",
        "invite",
        "invité·e",
        "interviewé",
        "interviewée",
        "interviewee",
        "gast",
        "invitado",
        "invitada",
        "entrevistado",
        "entrevistada",
        "ospite",
        "intervistato",
        "intervistata",
    ];
    let interviewers = [
        "intervieweur",
        "intervieweuse",
        "interviewerin",
        "interviewers",
        "journaliste",
        "journalist",
        "entrevistador",
        "entrevistadora",
        "intervistatore",
        "intervistatrice",
        "moderator",
        "presenter",
    ];
    match () {
        () if guests.contains(&lower.as_str()) => Some("guest"),
        () if interviewers.contains(&lower.as_str()) => Some("interviewer"),
        () => None,
    }
}
