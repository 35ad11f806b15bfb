//! The sidecar: what an owner says about a file, in a TOML file of the same name.

use super::malformed::{self, Place};
use super::metadata::Facts;
use super::values::Author;

/// What a sidecar says. A sidecar is written for Verbatim, so a key that it does not know is a mistake and is said;
/// where a line is malformed, the rest is read. `place` is the sidecar in words.
pub(super) fn read(text: &str, place: &str, warnings: &mut Vec<String>) -> Facts {
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\u{fffd}') {
        warnings.push(format!(
            "parts of {place} are not UTF-8 and were replaced by `\u{fffd}`; save it as UTF-8"
        ));
    }
    let place = Place {
        name: place,
        author: Author::Sidecar,
        lines_before: 0,
    };
    malformed::toml(text, place, warnings)
}
