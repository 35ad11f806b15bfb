//! The canonical path of a file that may not exist yet.

use std::path::PathBuf;

/// The path without links as far as it exists, and the rest of it as it is: the same before and after it is made.
pub(super) fn real_path(path: PathBuf) -> PathBuf {
    let real = path.ancestors().find_map(|part| {
        let real = part.canonicalize().ok()?;
        let rest = path.strip_prefix(part).ok()?;
        // Joining nothing would add a slash.
        let is_whole = rest.as_os_str().is_empty();
        Some(if is_whole { real } else { real.join(rest) })
    });
    real.unwrap_or(path)
}
