//! The disk-full error: how it is recognised and how it is said.

use std::fmt::Display;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Whether something was not written because there is no room: the disk is full, a quota is used up, or a limit on
/// the size of files is reached.
#[must_use]
pub fn is_full(error: &io::Error) -> bool {
    is_full_kind(error.kind())
}

pub(crate) fn is_full_kind(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge
    )
}

/// Whether something was not written because it may not be.
pub(crate) fn is_read_only_kind(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied
    )
}

/// What systems and SQLite say of a disk without room: the line says that already.
const SAID: [&str; 3] = [
    "no storage space",
    "no space left on device",
    "disk is full",
];

/// One line that says that a folder has no room, and how many bytes something needs there. `cause`: what the system says;
/// it is said too where it is more than that, such as a quota or a limit on the size of files.
#[must_use]
pub fn no_space(folder: &Path, what: &str, needed: u64, cause: &dyn Display) -> String {
    format!(
        "no space left in `{}`: {what} needs about {}",
        folder.display(),
        room(needed, cause)
    )
}

/// How much room is needed, and what the system says where that is more than that there is none.
#[must_use]
pub fn room(needed: u64, cause: &dyn Display) -> String {
    let cause = cause.to_string();
    let lower = cause.to_lowercase();
    if SAID.iter().any(|said| lower.contains(said)) {
        size(needed)
    } else {
        format!("{} ({cause})", size(needed))
    }
}

/// A size in the unit that people count it in, rounded up: `1 KiB`, `12 MiB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_048_576 => format!("{} KiB", bytes.div_ceil(1 << 10).max(1)),
        1_048_576..10_737_418_240 => format!("{} MiB", bytes.div_ceil(1 << 20)),
        _ => format!("{} GiB", bytes.div_ceil(1 << 30)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_said_only_where_it_is_more_than_that_there_is_no_room() {
        let said = |cause: &dyn Display| no_space(Path::new("a"), "it", 1, cause);
        let plain = "no space left in `a`: it needs about 1 KiB";
        assert_eq!(said(&ErrorKind::StorageFull), plain);
        assert_eq!(said(&"No space left on device (os error 28)"), plain);
        assert_eq!(said(&"database or disk is full"), plain);
        assert_eq!(said(&"quota exceeded"), format!("{plain} (quota exceeded)"));
    }

    #[test]
    fn sizes_are_rounded_up_to_a_unit_that_people_use() {
        for (bytes, expected) in [
            (0, "1 KiB"),
            (1_025, "2 KiB"),
            (1 << 20, "1 MiB"),
            ((1 << 20) + 1, "2 MiB"),
            (11 << 30, "11 GiB"),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}
