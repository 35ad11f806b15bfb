//! The files that the engine makes, recognised by name. Of these, only those are removed that the engine lists or that
//! end as its files do: anybody may give a file such a name.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// The name of the marker.
pub(super) const MARKER: &str = "verbatim-index";

/// The folder of the engine's files within an index's folder.
pub(super) const PASSAGES: &str = "passages";

/// The engine's file that names the others.
pub(super) const META: &str = "meta.json";

/// The engine's list of its files.
const MANAGED: &str = ".managed.json";

/// The files that the engine locks.
const LOCKS: [&str; 2] = [".tantivy-writer.lock", ".tantivy-meta.lock"];

/// How large a list of files may be that is read, in bytes.
const MOST: u64 = 64 << 20;

/// In how many bytes at a file's end its version is looked for.
const END: u64 = 256;

/// What follows a segment's id in the name of its files.
const SEGMENT: [&str; 7] = [
    ".idx",
    ".pos",
    ".term",
    ".store",
    ".store.temp",
    ".fast",
    ".fieldnorm",
];

/// Whether the engine gives its files such a name.
pub(super) fn is_engine_file(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name == META
        || name == MANAGED
        || is_lock(&name)
        || is_temporary(&name, TEMPORARY)
        || is_temporary(&name, EARLIER)
        || is_segment(&name)
}

fn is_lock(name: &str) -> bool {
    LOCKS.contains(&name)
}

/// What the name of a file begins with that is not under its own name yet; six letters or digits follow.
pub(super) const TEMPORARY: &str = ".verbatim-passages-";

/// What the engine itself began such names with: anybody may have made one, so it is known and never removed.
const EARLIER: &str = ".tmp";

fn is_temporary(name: &str, begins: &str) -> bool {
    name.strip_prefix(begins)
        .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A segment's id, 32 hexadecimal digits, and what kind of file it is; files of withdrawn documents carry a number.
fn is_segment(name: &str) -> bool {
    let Some((id, kind)) = name.split_at_checked(32) else {
        return false;
    };
    let withdrawn = || {
        let number = kind.strip_prefix('.')?.strip_suffix(".del")?;
        (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(())
    };
    id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        && (SEGMENT.contains(&kind) || withdrawn().is_some())
}

/// The files of a folder that the engine made, locks aside.
pub(super) fn made(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let made = files.filter(|file| {
        let name = file.file_name();
        is_engine_file(&name)
            && !is_lock(&name.to_string_lossy())
            && !is_temporary(&name.to_string_lossy(), EARLIER)
            && file.file_type().is_ok_and(|kind| kind.is_file())
    });
    made.map(|file| file.path()).collect()
}

/// Removes the files of a folder that the engine made. The one that names the others goes first: what is left after
/// an interruption is not taken for an index.
pub(super) fn remove_made(folder: &Path) -> io::Result<()> {
    let listed = listed(folder);
    let mut files = made(folder);
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        !is_segment(&name) || listed.contains(&*name) || ends_as_engine_file(file)
    });
    files.sort_by_key(|file| !file.ends_with(META));
    files
        .iter()
        .try_for_each(|file| gone(fs::remove_file(file)))
}

/// The names in the engine's list of its files; none where it is damaged.
fn listed(folder: &Path) -> HashSet<String> {
    let list = crate::files::read(&folder.join(MANAGED), MOST).unwrap_or_default();
    serde_json::from_slice(&list).unwrap_or_default()
}

/// Whether a file ends with what the engine writes at the end of each: which version made it.
fn ends_as_engine_file(file: &Path) -> bool {
    let end = last_bytes(file).unwrap_or_default();
    String::from_utf8_lossy(&end).contains("\"index_format_version\"")
}

/// The last bytes of a file, in which the engine says its version: what it writes there is half as long.
pub(super) fn last_bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(file)?;
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(END)))?;
    let mut end = Vec::new();
    file.read_to_end(&mut end)?;
    Ok(end)
}

/// Whether an interrupted writer left something behind.
pub(super) fn has_left_overs(folder: &Path) -> bool {
    left_overs(folder).next().is_some()
}

/// Removes what an interrupted writer left behind; only for who may write the index.
pub(super) fn remove_left_overs(folder: &Path) {
    for file in left_overs(folder) {
        if let Err(error) = gone(fs::remove_file(&file)) {
            tracing::debug!(file = %file.display(), %error, "left in place");
        }
    }
}

fn left_overs(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let is_left = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default();
        is_temporary(&name.to_string_lossy(), TEMPORARY)
    };
    made(folder).into_iter().filter(is_left)
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Opens a marker for whoever may write.
pub(super) fn open(marker: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open(marker)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_engines_files_are_known_by_their_whole_names() {
        let id = "0123456789abcdef0123456789abcdef";
        for end in SEGMENT.iter().copied().chain([".12.del"]) {
            assert!(is_engine_file(OsStr::new(&format!("{id}{end}"))), "{end}");
        }
        for name in [
            META,
            MANAGED,
            LOCKS[0],
            LOCKS[1],
            ".tmpAb1Cd2",
            ".verbatim-passages-Ab1Cd2",
        ] {
            assert!(is_engine_file(OsStr::new(name)), "{name}");
        }
        for name in [
            "thesis.txt",
            "meta.json.bak",
            ".tmp",
            ".tmpfile.txt",
            "0123456789abcdef.store",
            "0123456789ABCDEF0123456789ABCDEF.store",
            "0123456789abcdef0123456789abcdef.txt",
            "0123456789abcdef0123456789abcdef..del",
            "é123456789abcdef0123456789abcdef.pos",
        ] {
            assert!(!is_engine_file(OsStr::new(name)), "{name}");
        }
    }
}
