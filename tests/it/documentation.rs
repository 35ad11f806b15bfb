//! The documentation: its links lead somewhere, its commands are valid, and every command is in it.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, Parser};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser as Markdown, Tag, TagEnd};
use verbatim::cli::Cli;

use crate::harness::files_below;

/// A page, as far as it is checked.
#[derive(Default)]
struct Page {
    /// The anchors of its headings.
    anchors: HashSet<String>,
    /// Where its links and pictures lead.
    links: Vec<String>,
    /// The lines of its shell examples.
    commands: Vec<String>,
}

/// Every page that users and contributors read, by its path.
fn pages() -> HashMap<PathBuf, Page> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_dir(root.join("docs")).unwrap();
    let docs = docs.map(|entry| entry.unwrap().path());
    let pages = docs.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];
    let pages = pages.chain(top.map(|name| root.join(name)));
    pages
        .map(|path| {
            let page = read(&fs::read_to_string(&path).unwrap());
            (path.canonicalize().unwrap(), page)
        })
        .collect()
}

fn read(text: &str) -> Page {
    let mut page = Page::default();
    let mut heading: Option<String> = None;
    let mut shell = false;
    for event in Markdown::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                page.anchors
                    .extend(heading.take().map(|text| anchor(&text)));
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                page.links.push(dest_url.to_string());
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let sources = html.split("src=\"").skip(1);
                let sources = sources.filter_map(|rest| rest.split('"').next());
                page.links.extend(sources.map(str::to_owned));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                shell = matches!(&*language, "sh" | "console");
            }
            Event::End(TagEnd::CodeBlock) => shell = false,
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                } else if shell {
                    page.commands.extend(text.lines().map(str::to_owned));
                }
            }
            _ => {}
        }
    }
    page
}

/// The anchor of a heading, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase().replace(
        |c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')),
        "",
    );
    kept.replace(' ', "-")
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_exist() {
    let pages = pages();
    for (path, page) in &pages {
        let from = path.display();
        let outside = |link: &&String| link.starts_with("https://") || link.starts_with("http://");
        for link in page.links.iter().filter(|link| !outside(link)) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let to = match file {
                "" => path.clone(),
                file => {
                    let to = path.with_file_name("").join(file).canonicalize();
                    to.unwrap_or_else(|_| panic!("{from}: `{link}` leads to no file"))
                }
            };
            if !heading.is_empty() {
                let page = pages.get(&to);
                let found = page.is_some_and(|page| page.anchors.contains(heading));
                assert!(found, "{from}: `{link}` leads to no heading");
            }
        }
    }
}

/// The arguments of this program in a line of a shell, `None` where another program is called.
fn arguments(line: &str) -> Option<Vec<String>> {
    let line = line.trim_start_matches("$ ");
    let line = line.rsplit_once(" | ").map_or(line, |(_, last)| last);
    let words = words(line);
    let mut words = words
        .into_iter()
        .skip_while(|word| word.contains('=') && word.starts_with(char::is_uppercase));
    match words.next()?.as_str() {
        "verbatim" => Some(words.collect()),
        "cargo" if words.next()? == "run" => {
            let words: Vec<String> = words.collect();
            let end = words.iter().position(|word| word == "--");
            let (of_cargo, ours) = words.split_at(end.unwrap_or(words.len()));
            let other = |word: &String| matches!(word.as_str(), "--example" | "--bin");
            let ours = ours.iter().skip(1).cloned().collect();
            (!of_cargo.iter().any(other)).then_some(ours)
        }
        _ => None,
    }
}

/// The words of a line up to a comment or a redirection; double quotes hold words together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            '#' | '>' if !quoted && words.last().is_some_and(String::is_empty) => break,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn every_file_that_the_guide_for_contributors_names_exists_with_what_it_names_in_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources: Vec<PathBuf> = ["src", "tests/it"]
        .iter()
        .flat_map(|folder| files_below(&root.join(folder)))
        .chain([root.join("build.rs")])
        .collect();
    let guide = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let mut named = 0;
    for event in Markdown::new_ext(&guide, Options::ENABLE_TABLES) {
        let Event::Code(code) = event else { continue };
        let (path, item) = code.split_once(": ").unwrap_or((&code, ""));
        let path = path.trim_start_matches("../");
        // `NAME.rs` stands for a file of the reader's.
        if path.contains("NAME") || path.contains(['*', ' ']) {
            continue;
        }
        if path.ends_with('/') {
            named += 1;
            let places = [root.join(path), root.join("src").join(path)];
            let nested = sources
                .iter()
                .any(|file| file.parent().unwrap().ends_with(path));
            assert!(
                nested || places.iter().any(|place| place.is_dir()),
                "`{path}`"
            );
        } else if path.ends_with(".rs") {
            named += 1;
            let mut found = sources
                .iter()
                .filter(|file| file.ends_with(path))
                .peekable();
            assert!(found.peek().is_some(), "`{path}`");
            let item = item.rsplit("::").next().unwrap();
            let defined = ["fn", "struct", "enum"].map(|kind| format!("{kind} {item}"));
            let defines = |file: &PathBuf| {
                let text = fs::read_to_string(file).unwrap();
                defined.iter().any(|defined| text.contains(defined))
            };
            assert!(item.is_empty() || found.any(defines), "`{code}`");
        }
    }
    assert!(named > 50, "the guide names files in another way");
}

#[test]
fn every_command_in_an_example_is_valid() {
    let mut checked = 0;
    for (path, page) in pages() {
        for line in &page.commands {
            let Some(arguments) = arguments(line) else {
                continue;
            };
            let parsed =
                Cli::try_parse_from(std::iter::once("verbatim".to_owned()).chain(arguments));
            let error = parsed.err().map(|error| error.to_string());
            assert_eq!(error, None, "{}: {line}", path.display());
            checked += 1;
        }
    }
    assert!(checked > 20, "only {checked} commands were found");
}

#[test]
fn every_command_and_every_flag_is_documented() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = |name: &str| fs::read_to_string(root.join("docs").join(name)).unwrap();
    let commands = page("operations.md");
    let all = ["operations.md", "questions.md", "benchmarks.md"]
        .map(page)
        .concat();
    for command in Cli::command().get_subcommands() {
        if command.is_hide_set() {
            continue;
        }
        let name = command.get_name();
        assert!(
            commands.contains(&format!("| `verbatim {name}")),
            "`verbatim {name}` is not in the list of commands"
        );
        for flag in command.get_arguments().filter_map(clap::Arg::get_long) {
            assert!(all.contains(&format!("--{flag}")), "--{flag} of `{name}`");
        }
    }
}

#[test]
fn the_readme_names_the_two_commands_to_try_it() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let page = read(&readme.unwrap());
    for command in ["cargo run --release", "cargo test"] {
        let found = page.commands.iter().any(|line| line.starts_with(command));
        assert!(found, "`{command}`");
    }
}
