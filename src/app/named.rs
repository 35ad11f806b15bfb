//! Interviews and collections by the names that somebody typed.

use super::Failure;
use crate::answer::find_collection;
use crate::index::Library;

pub(super) fn unknown_interview(library: &Library, id: &str) -> Result<Failure, Failure> {
    let catalogue = library.catalogue();
    let ids = catalogue.entries.iter().map(|entry| entry.id.as_str());
    Ok(Failure::usage(
        format!("there is no interview `{id}`"),
        nearest(id, ids),
    ))
}

/// The name of a collection as its folder has it.
pub(super) fn known_collection(library: &Library, name: &str) -> Result<String, Failure> {
    let catalogue = library.catalogue();
    let names = || catalogue.collections.iter().map(|(name, _)| name.as_str());
    match find_collection(name, &catalogue) {
        Some(found) => Ok(found.to_owned()),
        None => Err(Failure::usage(
            format!("there is no collection `{name}`"),
            nearest(name, names()),
        )),
    }
}

fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> String {
    let likeness = |other: &str| strsim::jaro_winkler(other, name);
    let nearest = names.max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    nearest.map_or_else(
        || "there are none".to_owned(),
        |nearest| format!("did you mean `{nearest}`?"),
    )
}
