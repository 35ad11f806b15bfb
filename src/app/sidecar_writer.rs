//! `verbatim check --write-sidecar`: a sidecar beside each file that has none, with what was read of it.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use super::Failure;
use super::output_file::OutputFile;
use crate::reading::{CheckedFile, sidecar_as_read};
use crate::terminal::one_line;

/// Writes the sidecars; says in a line each what was written, and what was left as it is.
pub(super) fn write(checked: &[CheckedFile]) -> Result<Vec<String>, Failure> {
    let mut interviews: HashMap<PathBuf, usize> = HashMap::new();
    for (path, _) in checked {
        *interviews.entry(path.with_extension("toml")).or_default() += 1;
    }
    let mut told = Vec::new();
    for (path, read) in checked {
        let Ok(examined) = read else { continue };
        let sidecar = path.with_extension("toml");
        let shown = one_line(&sidecar);
        if interviews.get(&sidecar).is_some_and(|count| *count > 1) || sidecar == *path {
            told.push(format!(
                "`{shown}` is not written: it would be the sidecar of several interviews; give each a file with a name of \
                 its own"
            ));
            continue;
        }
        if fs::symlink_metadata(&sidecar).is_ok() {
            told.push(format!(
                "`{shown}` exists and was not changed; `verbatim check` shows what could be written in it"
            ));
            continue;
        }
        let text = sidecar_as_read(path, examined);
        let file = OutputFile::new(&sidecar, false);
        let written = file.and_then(|file| file.write(|out| Ok(out.write_all(text.as_bytes())?)));
        written.map_err(|failure| {
            failure.hinting(
                "make the folder of interviews writable, or put the lines that `verbatim check` shows there yourself",
            )
        })?;
        told.push(format!("wrote `{shown}`; correct what is wrong in it"));
    }
    told.dedup();
    Ok(told)
}
