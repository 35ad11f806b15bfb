//! Which room may know which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::harness::files_below;

/// The room of a file and the lines of it that are no comment.
fn rooms() -> Vec<(String, String, Vec<String>)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = files_below(&src)
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
        ("tantivy::", &["index/embedded/"]),
        ("cosmic_text::", &["card"][..]),
        ("tiny_skia::", &["card"][..]),
        ("rusqlite::", &["feedback"][..]),
        ("prometheus_client::", &["monitor"][..]),
        ("opentelemetry", &["app"][..]),
    ] {
        let mut known = false;
        for (_, name, lines) in rooms() {
            let knows = lines.iter().any(|line| line.contains(library));
            known |= knows;
            assert!(
                !knows || rooms_of_it.iter().any(|room| name.starts_with(room)),
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

#[test]
fn the_transport_of_telegram_knows_nothing_of_answers() {
    let mut files = 0;
    for (_, name, lines) in rooms() {
        if !name.starts_with("telegram/transport/") {
            continue;
        }
        files += 1;
        for line in &lines {
            for room in [
                "answer",
                "index",
                "messages",
                "telegram::capabilities",
                "telegram::rendering",
            ] {
                assert!(
                    !line.contains(&format!("crate::{room}")),
                    "`{name}` knows `{room}`: {line}"
                );
            }
            assert!(
                !line.contains("super::capabilities") && !line.contains("super::rendering"),
                "`{name}` knows what the bot can do: {line}"
            );
        }
    }
    assert!(files > 0, "the transport stands somewhere else");
}

#[test]
fn the_plain_data_of_the_index_knows_nothing_of_the_engine_behind_it() {
    let mut files = 0;
    for (_, name, lines) in rooms() {
        let is_plain = name.starts_with("index/") && !name.starts_with("index/embedded/");
        if !is_plain || name == "index/mod.rs" {
            continue;
        }
        files += 1;
        let knows = |line: &&String| line.contains("embedded");
        assert_eq!(lines.iter().find(knows), None, "`{name}`");
    }
    assert!(files > 0, "the plain data stands somewhere else");
}

#[test]
fn the_program_and_its_commands_begin_with_functions_that_read_as_contents() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for name in ["main.rs", "app/mod.rs", "app/commands/mod.rs"] {
        let mut began = None;
        for (number, line) in fs::read_to_string(src.join(name))
            .unwrap()
            .lines()
            .enumerate()
        {
            if line.starts_with(|c: char| c.is_alphabetic()) && line.contains("fn ") {
                began = Some((number, line.to_owned()));
            } else if line == "}"
                && let Some((first, function)) = began.take()
            {
                let length = number - first + 1;
                assert!(length <= 40, "`{name}`: {length} lines in `{function}`");
            }
        }
    }
}

/// A module of the crate: its path from the root.
type Module = Vec<String>;

/// The modules with the code of their files, without tests.
fn modules() -> BTreeMap<Module, (String, String)> {
    let modules = rooms().into_iter().filter(|(_, name, _)| name != "main.rs");
    modules
        .map(|(_, name, lines)| {
            let path = name.trim_end_matches(".rs").split('/').map(str::to_owned);
            let mut module: Module = path.collect();
            if module
                .last()
                .is_some_and(|last| last == "mod" || last == "lib")
            {
                module.pop();
            }
            let code = lines.join("\n");
            let code = code.split("#[cfg(test)]").next().unwrap().to_owned();
            (module, (name, code))
        })
        .collect()
}

/// The paths that a tree of `use` names, with what they are called in the file.
fn leaves(tree: &str, before: &str, found: &mut Vec<(String, String)>) {
    let tree = tree.trim();
    if let Some((head, rest)) = tree.split_once('{') {
        let inner = rest.trim_end().trim_end_matches('}');
        let mut depth = 0;
        let mut start = 0;
        for (at, c) in inner.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    leaves(&inner[start..at], &format!("{before}{head}"), found);
                    start = at + 1;
                }
                _ => {}
            }
        }
        leaves(&inner[start..], &format!("{before}{head}"), found);
    } else if !tree.is_empty() {
        let (path, alias) = tree.split_once(" as ").unwrap_or((tree, ""));
        let path = format!("{before}{path}");
        let path = path.trim_end_matches("::self").to_owned();
        let name = path.rsplit("::").next().unwrap_or_default().to_owned();
        let name = if alias.is_empty() {
            name
        } else {
            alias.to_owned()
        };
        found.push((path, name));
    }
}

/// The `use` declarations of a file: their paths and names.
fn imports(code: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let before = code[..at].rsplit('\n').next().unwrap();
        if !before.is_empty()
            && !before.trim_end().ends_with("pub")
            && !before.trim_end().ends_with(')')
        {
            continue;
        }
        if let Some((tree, _)) = code[at + 4..].split_once(';') {
            leaves(&tree.replace('\n', " "), "", &mut found);
        }
    }
    found
}

/// The file in which something is defined that a module names, re-exports followed.
fn defined_in(
    modules: &BTreeMap<Module, (String, String)>,
    from: &Module,
    path: &str,
    depth: usize,
) -> Option<Module> {
    let mut parts = path.split("::").peekable();
    let mut at = match *parts.peek()? {
        "crate" => {
            parts.next();
            Vec::new()
        }
        "self" => {
            parts.next();
            from.clone()
        }
        "super" => from.clone(),
        first => {
            let mut child = from.clone();
            child.push(first.to_owned());
            if !modules.contains_key(&child) {
                return None;
            }
            from.clone()
        }
    };
    while let Some(part) = parts.next() {
        if part == "super" {
            at.pop();
            continue;
        }
        let mut child = at.clone();
        child.push(part.to_owned());
        let is_last = parts.peek().is_none();
        let exported = imports(&modules.get(&at)?.1)
            .into_iter()
            .find(|(path, name)| name == part && path.rsplit("::").next() != Some("*"));
        match exported {
            Some((path, _)) if depth < 8 && (is_last || !modules.contains_key(&child)) => {
                return defined_in(modules, &at, &path, depth + 1).or(Some(at));
            }
            _ if modules.contains_key(&child) => at = child,
            _ => return Some(at),
        }
    }
    Some(at)
}

/// The paths in a file's code that begin at the crate, at its parent or with an import.
fn inline_paths(code: &str) -> Vec<String> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c: char| !is_path(c));
    words
        .filter(|word| word.starts_with("crate::") || word.starts_with("super::"))
        .map(|word| word.trim_end_matches(':').to_owned())
        .collect()
}

#[test]
fn no_files_import_each_other() {
    let modules = modules();
    let mut uses: BTreeMap<&Module, BTreeSet<&Module>> = BTreeMap::new();
    for (module, (_, code)) in &modules {
        let paths = imports(code).into_iter().map(|(path, _)| path);
        for path in paths.chain(inline_paths(code)) {
            let Some(used) = defined_in(&modules, module, &path, 0) else {
                continue;
            };
            // The file of a folder is its contents page: it names what is in it, and holds the types of all.
            if used == *module || used.starts_with(module) {
                continue;
            }
            let (used, _) = modules.get_key_value(&used).unwrap();
            uses.entry(module).or_default().insert(used);
        }
    }
    let reached = |from: &Module| {
        let mut reached: BTreeSet<&Module> = BTreeSet::new();
        let mut next: Vec<&Module> = uses.get(from).into_iter().flatten().copied().collect();
        while let Some(module) = next.pop() {
            if reached.insert(module) {
                next.extend(uses.get(module).into_iter().flatten());
            }
        }
        reached
    };
    let all: BTreeMap<&Module, BTreeSet<&Module>> = modules
        .keys()
        .map(|module| (module, reached(module)))
        .collect();
    let mut circles = BTreeSet::new();
    for (module, reached) in &all {
        if reached.contains(module) {
            let circle = reached.iter().filter(|other| all[*other].contains(module));
            circles.insert(
                circle
                    .map(|other| modules[*other].0.as_str())
                    .collect::<Vec<_>>(),
            );
        }
    }
    assert!(
        circles.is_empty(),
        "these files import each other: {circles:#?}"
    );
}
