//! Detects network file systems, which do not report changes made by other machines.

use std::path::{Path, PathBuf};

/// The file systems that are shared with other machines or served by a program: the kernel hears only of
/// what this machine changes in them.
const SHARED: [&str; 15] = [
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "drvfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
];

/// Whether a folder lies on a file system whose changes the kernel does not always hear of.
pub(super) fn is_shared(folder: &Path) -> bool {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    kind(&mounts, &whole).is_some_and(|kind| SHARED.contains(&kind) || kind.starts_with("fuse"))
}

/// The kind of the file system that a path lies on, by the lines of `mountinfo` (proc(5)): the fifth word is
/// where it is mounted, the first after ` - ` its kind.
fn kind<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let mount = |line: &'a str| {
        let (place, kind) = line.split_once(" - ")?;
        let place = PathBuf::from(unescaped(place.split(' ').nth(4)?));
        let kind = kind.split(' ').next()?;
        path.starts_with(&place)
            .then(|| (place.components().count(), kind))
    };
    // Of two at one place, the later one hides the earlier.
    let mounts = mounts.lines().filter_map(mount);
    mounts.max_by_key(|(depth, _)| *depth).map(|(_, kind)| kind)
}

/// `\040` and its like: white space and backslashes in octal.
fn unescaped(place: &str) -> String {
    [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .iter()
    .fold(place.to_owned(), |place, (code, c)| place.replace(code, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_system_of_a_folder_is_that_of_the_innermost_mount() {
        let mounts = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /srv/the\\040archive rw - nfs4 server:/archive rw
41 40 0:36 / /srv/the\\040archive/local rw,relatime - tmpfs tmpfs rw
42 22 0:37 / /mnt/phone rw - fuse.sshfs phone: rw";
        for (path, expected) in [
            ("/home/ada", "ext4"),
            ("/srv/the archive", "nfs4"),
            ("/srv/the archive/2020", "nfs4"),
            ("/srv/the archives", "ext4"),
            ("/srv/the archive/local/x", "tmpfs"),
            ("/mnt/phone/x", "fuse.sshfs"),
        ] {
            assert_eq!(kind(mounts, Path::new(path)), Some(expected), "{path}");
        }
        assert_eq!(kind("", Path::new("/")), None);
    }
}
