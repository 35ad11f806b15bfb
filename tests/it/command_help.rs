//! What the command line says of itself: help, examples, completions, the manual.

use std::fs;

use clap::{Command, CommandFactory, ValueEnum};
use clap_complete::Shell;
use verbatim::cli::{Cli, completions, manual};

use crate::harness::{Run, Verbatim};

const SEED: &[u8] = include_bytes!("../../seeds/000_aa28f9ade1a9daab.txt");
const SIDECAR: &[u8] = include_bytes!("../../seeds/000_aa28f9ade1a9daab.toml");

/// The program itself and the commands that are shown.
fn commands() -> Vec<Command> {
    let program = Cli::command();
    let shown = program
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    [program.clone()]
        .into_iter()
        .chain(shown.cloned())
        .collect()
}

/// The examples that the help of a command shows.
fn examples(command: &Command) -> Vec<String> {
    let help = command
        .get_after_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let examples = help
        .split_once("Examples:\n")
        .map_or("", |(_, examples)| examples);
    let lines = examples.lines().take_while(|line| line.starts_with("  "));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn the_help_of_every_command_ends_with_two_or_three_examples() {
    for command in commands() {
        let (name, examples) = (command.get_name(), examples(&command));
        let most = if name == "verbatim" { 4 } else { 3 };
        assert!(
            (2..=most).contains(&examples.len()),
            "`{name}`: {examples:?}"
        );
        let own = format!("verbatim {name}");
        let is_own = |line: &String| name == "verbatim" || line.contains(&own);
        assert!(examples.iter().all(is_own), "`{name}`: {examples:?}");
        let help = command.clone().render_long_help().to_string();
        assert!(help.contains(&examples[0]), "{help}");
    }
}

/// A folder with everything that the examples name.
fn workplace() -> Verbatim {
    let verbatim = Verbatim::with_files([]);
    let questions =
        "[[question]]\nquestion = \"combien de datacentres\"\nexpect = \"nos 30 datacentres\"\n";
    let passage = r#"{"id": "d1", "title": "Bees", "text": "The acacia honey was sold in May."}"#;
    let query = r#"{"id": "q1", "text": "When was the acacia honey sold?"}"#;
    let home = verbatim.folder().join("home");
    for (name, content) in [
        ("interviews/2020-04-paulin.txt", SEED),
        ("interviews/2020-04-paulin.toml", SIDECAR),
        ("interviews/podcast/first.txt", SEED),
        ("questions.toml", questions.as_bytes()),
        ("set/corpus.jsonl", passage.as_bytes()),
        ("set/queries.jsonl", query.as_bytes()),
        ("set/qrels.tsv", b"q1\td1\t1\n"),
        ("before.trec", b"q1 Q0 d1 1 2.0 other\n"),
    ] {
        let path = verbatim.folder().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    for folder in [
        ".local/share/bash-completion/completions",
        ".config/fish/completions",
        ".zfunc",
    ] {
        fs::create_dir_all(home.join(folder)).unwrap();
    }
    verbatim
}

#[test]
fn every_example_works_as_it_stands() {
    let verbatim = workplace();
    let mut tried = 0;
    for command in commands() {
        // Needs Telegram.
        if command.get_name() == "bot" {
            continue;
        }
        for example in examples(&command) {
            let run = verbatim.shell(&example);
            assert_eq!(run.code, Some(0), "{example}: {run:?}");
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn completions_know_every_command_and_flag_and_no_hidden_one() {
    for shell in Shell::value_variants() {
        let script = completions(*shell);
        for command in commands() {
            assert!(script.contains(command.get_name()), "{shell}: {script}");
        }
        assert!(script.contains("portrait"), "{shell}");
        assert!(!script.contains("read-document"), "{shell}");
    }
}

#[test]
fn completions_and_manual_need_no_settings() {
    let verbatim = Verbatim::with_files([]).set("VERBATIM_CORPSU", "x");
    verbatim.run(&["index"]).ends_with_code(2);
    let run = |arguments: &[&str]| Run::of(verbatim.bare(arguments).output().unwrap());
    run(&["completions", "bash"])
        .ends_with_code(0)
        .says("complete -F");
    run(&["man", "pages"])
        .ends_with_code(0)
        .says("man pages written to");
    let defaults = run(&["config", "--defaults"]).ends_with_code(0).out;
    assert_eq!(defaults, include_bytes!("../../config/verbatim.toml"));
    run(&["completions", "cmd"])
        .ends_with_code(2)
        .complains("bash");
}

#[test]
fn the_manual_has_a_page_for_each_command_with_its_flags_and_examples() {
    let pages = manual();
    assert_eq!(pages.len(), commands().len());
    for command in commands() {
        let name = command.get_name();
        let file = match name {
            "verbatim" => "verbatim.1".to_owned(),
            name => format!("verbatim-{name}.1"),
        };
        let page = pages.iter().find(|page| page.file == file);
        let text = &page.unwrap_or_else(|| panic!("no {file}")).text;
        for section in [
            ".SH NAME",
            ".SH SYNOPSIS",
            ".SH DESCRIPTION",
            ".SH OPTIONS",
            ".SH EXAMPLES",
        ] {
            assert!(text.contains(section), "{file}: {text}");
        }
        assert!(text.contains("corpus"), "{file}: {text}");
        assert!(!text.contains("read\\-document"), "{file}: {text}");
    }
}

#[test]
fn the_manual_replaces_its_own_pages_and_no_other_file() {
    let verbatim = Verbatim::with_files([]);
    let run = || Run::of(verbatim.bare(&["man", "pages"]).output().unwrap());
    run().ends_with_code(0);
    run().ends_with_code(0);
    let folder = verbatim.folder().join("pages");
    fs::remove_file(folder.join("verbatim.1")).unwrap();
    fs::write(folder.join("verbatim-ask.1"), "a page of somebody else's").unwrap();
    run()
        .ends_with_code(2)
        .complains("verbatim-ask.1` was not written by `verbatim man`")
        .complains("hint: ");
    let other = fs::read_to_string(folder.join("verbatim-ask.1")).unwrap();
    assert_eq!(other, "a page of somebody else's");
    assert!(
        !folder.join("verbatim.1").exists(),
        "nothing is written then"
    );
}

#[test]
fn wrong_arguments_are_refused_with_what_to_do() {
    let verbatim = Verbatim::with_files([("a.txt", SEED)]);
    for (arguments, said) in [
        (
            &["ask", "What", "changed"][..],
            "put the whole question in quotes: `verbatim ask",
        ),
        (&["ask", "-n", "abc", "x"], "it is not a whole number"),
        (&["aks", "x"], "did you mean `ask`?"),
        (&["chekc", "x"], "a similar subcommand exists: 'check'"),
        (
            &["card", "x", "-o", "x.JPG"],
            "the picture is a PNG file, not JPG",
        ),
    ] {
        let run = Run::of(verbatim.bare(arguments).output().unwrap());
        run.ends_with_code(2).complains(said);
    }
    let run = Run::of(verbatim.bare(&["xylophone"]).output().unwrap()).ends_with_code(2);
    assert!(!run.err.contains("did you mean"), "{}", run.err);
}

#[test]
fn help_that_cannot_be_written_is_an_error() {
    let run = Verbatim::with_files([]).shell("verbatim --help >/dev/full || exit 9");
    run.ends_with_code(9)
        .complains("cannot write to standard output");
}
