//! Which room may know which.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// The room of a file and the lines of it that are no comment.
fn rooms() -> Vec<(String, String, Vec<String>)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files
        .map(|path| {
            let name = path
                .strip_prefix(&src)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            let room = name.split(['/', '.']).next().unwrap().to_owned();
            let lines = fs::read_to_string(&path)
                .unwrap()
                .lines()
                .map(str::trim)
                .filter(|line| !line.starts_with("//"))
                .map(str::to_owned)
                .collect();
            (room, name, lines)
        })
        .collect()
}

#[test]
fn only_telegram_knows_teloxide_and_every_other_library_its_one_room() {
    for (library, rooms_of_it) in [
        ("teloxide::", &["telegram", "app"][..]),
        ("tantivy::", &["index"][..]),
        ("cosmic_text::", &["card"][..]),
        ("tiny_skia::", &["card"][..]),
        ("rusqlite::", &["feedback"][..]),
        ("prometheus_client::", &["monitor"][..]),
        ("opentelemetry", &["app"][..]),
    ] {
        let mut known = false;
        for (room, name, lines) in rooms() {
            let knows = lines.iter().any(|line| line.contains(library));
            known |= knows;
            assert!(
                !knows || rooms_of_it.contains(&room.as_str()),
                "`{name}` knows {library}"
            );
        }
        assert!(
            known,
            "nobody knows {library}: the test looks for the wrong name"
        );
    }
}

#[test]
fn dependencies_point_inward() {
    // Each room with the rooms that it may use.
    let allowed: &[(&str, &[&str])] = &[
        ("files", &[]),
        ("language", &["interview"]),
        ("interview", &["language"]),
        ("reading", &["files", "interview", "language"]),
        ("index", &["files", "interview", "language"]),
        (
            "corpus",
            &["files", "interview", "language", "reading", "index"],
        ),
        ("answer", &["files", "interview", "language", "index"]),
        ("eval", &["files", "interview", "index", "corpus", "answer"]),
        (
            "feedback",
            &[
                "files",
                "interview",
                "language",
                "index",
                "answer",
                "config",
            ],
        ),
        ("messages", &["interview", "language", "answer", "feedback"]),
        ("card", &["files", "interview", "answer"]),
        ("monitor", &[]),
        ("config", &["files", "interview"]),
        ("cli", &["config", "reading"]),
        (
            "terminal",
            &[
                "files",
                "interview",
                "language",
                "reading",
                "index",
                "answer",
                "feedback",
                "messages",
            ],
        ),
        (
            "telegram",
            &[
                "interview",
                "language",
                "index",
                "corpus",
                "answer",
                "feedback",
                "messages",
                "monitor",
                "config",
                "files",
            ],
        ),
        (
            "app",
            &[
                "answer",
                "card",
                "cli",
                "config",
                "corpus",
                "eval",
                "feedback",
                "files",
                "index",
                "interview",
                "monitor",
                "reading",
                "telegram",
                "terminal",
            ],
        ),
        ("lib", &[]),
        ("main", &[]),
    ];
    for (room, name, lines) in rooms() {
        let (_, may_use) = allowed
            .iter()
            .find(|(known, _)| *known == room)
            .unwrap_or_else(|| panic!("`{room}` is a new room"));
        for line in lines {
            for used in line.split("crate::").skip(1).map(|rest| {
                rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
                    .unwrap()
            }) {
                assert!(
                    used.is_empty() || used == room || may_use.contains(&used),
                    "`{name}` uses `{used}`: {line}"
                );
            }
        }
    }
}
