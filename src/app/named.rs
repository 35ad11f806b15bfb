//! Interviews and collections by the names that somebody typed.

use super::Failure;
use crate::answer::{find_collection, nearest};
use crate::index::Library;

pub(super) fn unknown_interview(library: &Library, id: &str) -> Result<Failure, Failure> {
    let catalogue = library.catalogue();
    let ids = catalogue.entries.iter().map(|entry| entry.id.as_str());
    Ok(Failure::usage(
        format!("there is no interview `{id}`"),
        hint(id, ids),
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
            hint(name, names()),
        )),
    }
}

/// What to do instead: the name that was surely meant, or those that come nearest.
fn hint<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> String {
    match nearest(name, names).as_slice() {
        [] => "there are none".to_owned(),
        [one] => format!("did you mean `{one}`?"),
        several => format!("the nearest are `{}`", several.join("`, `")),
    }
}
