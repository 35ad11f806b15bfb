//! Looks up an interview or a collection by the name that a user typed, and suggests the nearest names.

use super::Failure;
use crate::answer::{find_collection, similar_names};
use crate::index::Library;

pub(super) fn unknown_interview_failure(library: &Library, id: &str) -> Result<Failure, Failure> {
    let catalogue = library.catalogue();
    let ids = catalogue.entries.iter().map(|entry| entry.id.as_str());
    Ok(Failure::usage(
        format!("there is no interview `{id}`"),
        hint(id, ids).unwrap_or_else(|| "put interviews into the corpus folder first".to_owned()),
    ))
}

/// The name of a collection as its folder has it.
pub(super) fn resolve_collection(library: &Library, name: &str) -> Result<String, Failure> {
    let catalogue = library.catalogue();
    let names = || catalogue.collections.iter().map(|(name, _)| name.as_str());
    match find_collection(name, &catalogue) {
        Some(found) => Ok(found.to_owned()),
        None => Err(Failure::usage(
            format!("there is no collection `{name}`"),
            hint(name, names()).unwrap_or_else(|| {
                "leave out `--collection`: the corpus folder has no sub-folders".to_owned()
            }),
        )),
    }
}

/// What to do instead: the name that was surely meant, or those that come near, or some that there are; `None` where
/// there are none at all.
fn hint<'a>(name: &str, names: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    match similar_names(name, names.clone()).as_slice() {
        [] => some(names),
        [one] => Some(format!("did you mean `{one}`?")),
        several => Some(format!("the nearest are `{}`", several.join("`, `"))),
    }
}

/// How many names are given where none is near.
const SOME: usize = 3;

fn some<'a>(mut names: impl Iterator<Item = &'a str>) -> Option<String> {
    let first: Vec<&str> = names.by_ref().take(SOME).collect();
    let more = if names.next().is_some() { ", …" } else { "" };
    (!first.is_empty()).then(|| format!("there are `{}`{more}", first.join("`, `")))
}
