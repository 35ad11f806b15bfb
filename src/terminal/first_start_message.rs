//! The message at the first start.

use std::path::Path;

use super::one_line;
use crate::messages::Messages;

/// Where things are.
#[derive(Debug, Clone, Copy)]
pub struct StartupPaths<'a> {
    /// The folder of interviews.
    pub corpus: &'a Path,
    /// Whether it holds the interview that comes with the program.
    pub is_example: bool,
    /// The folder of the index.
    pub index: &'a Path,
    /// The file of settings that was read.
    pub settings: Option<&'a Path>,
    /// Where one would be looked for.
    pub settings_to_be: Option<&'a Path>,
}

/// A line for the interviews, one for the index, one for the settings; and how to go on from the example.
#[must_use]
pub fn first_start(places: &StartupPaths<'_>, messages: &Messages) -> String {
    let with =
        |key: &str, path: &Path| messages.with(key, &[("path", one_line(path).as_str().into())]);
    let corpus = if places.is_example {
        "first-start-example"
    } else {
        "first-start-interviews"
    };
    let settings = match (places.settings, places.settings_to_be) {
        (Some(file), _) => Some(with("first-start-settings", file)),
        (None, Some(file)) => Some(with("first-start-no-settings", file)),
        (None, None) => None,
    };
    let own = places
        .is_example
        .then(|| messages.text("first-start-own-interviews"));
    let lines = [
        Some(with(corpus, places.corpus)),
        Some(with("first-start-index", places.index)),
        settings,
        own,
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
