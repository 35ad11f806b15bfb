//! Labels that an owner gives in a sidecar: each is somebody's alone, and some turn has it.

use serde_json::Value;

use super::ReadInterview;
use super::metadata::Participant;
use super::metadata_faults::{MetadataFault, shown};
use super::structure::{is_form_of, key};

/// How many labels of the file are named.
const NAMED: usize = 4;

/// Leaves each label with the first person who has it, and says of every other one that it is not used.
pub(super) fn keep_first_owner(people: &mut Vec<Participant>) -> Vec<MetadataFault> {
    let mut taken: Vec<(String, String)> = Vec::new();
    let mut faults = Vec::new();
    for person in &mut *people {
        let name = person.name.clone();
        let mut own: Vec<String> = Vec::new();
        person.labels.retain(|label| {
            let folded = key(label);
            if own.contains(&folded) {
                return false;
            }
            if let Some((_, owner)) = taken.iter().find(|(known, _)| *known == folded) {
                faults.push(shared(label, owner));
                return false;
            }
            own.push(folded);
            true
        });
        let called = if name.is_empty() {
            person.labels.first().cloned().unwrap_or_default()
        } else {
            name
        };
        taken.extend(own.into_iter().map(|label| (label, called.clone())));
    }
    people.retain(|person| !person.name.is_empty() || !person.labels.is_empty());
    faults
}

fn shared(label: &str, owner: &str) -> MetadataFault {
    let owner = shown(&Value::String(owner.to_owned()));
    MetadataFault::of_value(
        "label",
        &Value::String(label.to_owned()),
        &format!("it is the label of `{owner}` already; give each label to one person"),
        "it is used for the first",
    )
}

/// What is said of each label of a sidecar that no turn of any interview of a file has. A shorter form of the person's
/// name costs nothing. `place`: the sidecar in words.
pub(super) fn unused(people: &[Participant], read: &[ReadInterview], place: &str) -> Vec<String> {
    let labels = read.iter().flat_map(|one| one.labels.iter().flatten());
    let written: Vec<&String> = labels.collect();
    let told: Vec<&String> = read
        .iter()
        .flat_map(|one| &one.interview.warnings)
        .collect();
    let is_there = |label: &str| written.iter().any(|known| key(known) == key(label));
    let mut unused = Vec::new();
    for person in people {
        let labels = person.labels.iter();
        for label in labels.filter(|label| !is_there(label) && !is_form_of(label, &person.name)) {
            let label = shown(&Value::String(label.clone()));
            // It may be said already that it is no text.
            let known = format!("`label` cannot be `{label}`");
            if !told.iter().any(|told| told.contains(&known)) {
                let hint = hint(&written);
                unused.push(format!(
                    "in {place}, no turn has the `label` `{label}`; {hint}: it is not used"
                ));
            }
        }
    }
    unused
}

fn hint(written: &[&String]) -> String {
    let mut labels: Vec<String> = Vec::new();
    for label in written {
        let label = format!("`{}`", shown(&Value::String((*label).clone())));
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    let more = if labels.len() > NAMED { ", …" } else { "" };
    labels.truncate(NAMED);
    if labels.is_empty() {
        "the file marks no turns with labels".to_owned()
    } else {
        format!("write it as the file has it ({}{more})", labels.join(", "))
    }
}
