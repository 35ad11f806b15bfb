//! An index folder that holds the interviews of another folder: nothing is answered from it, whoever asks and whether
//! or not it can be written.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use verbatim::corpus::{Progress, WhenBusy, resync, sync};

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::{Run, Verbatim};
use crate::mounts;

const BEES: &[u8] = b"Ada Lin: Who keeps bees?\n\nBo Roy: My aunt keeps bees behind the old mill.\n\nAda Lin: Since when?\n\nBo Roy: She began with the bees when she was a child.\n";
const WASPS: &[u8] = b"Ada Lin: Who keeps wasps?\n\nBo Roy: My cousin keeps wasps in the new tower.\n\nAda Lin: Since when?\n\nBo Roy: She began with the wasps when she was a child.\n";
const ANTS: &[u8] = b"Ada Lin: Who keeps ants?\n\nBo Roy: My sister keeps ants under the white bridge.\n\nAda Lin: Since when?\n\nBo Roy: She began with the ants when she was a child.\n";
const OTHER: &str = "was built from other interviews (`";
const MEMORY: &str = "the index is kept in memory";
const OWN: &str = "hint: give each folder of interviews an index folder of its own: `--index DIR`";

/// With bees in the index, and a folder beside with other interviews.
fn with_both() -> (Verbatim, PathBuf) {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    verbatim.run(&["index"]).ends_with_code(0);
    let other = folder_of(&verbatim, "other", &[("wasps.txt", WASPS)]);
    (verbatim, other)
}

fn folder_of(verbatim: &Verbatim, name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = verbatim.folder().join(name);
    fs::create_dir(&folder).unwrap();
    for (name, content) in files {
        fs::write(folder.join(name), content).unwrap();
    }
    folder
}

/// A command of a folder, with the index that the first one has.
fn of(verbatim: &Verbatim, corpus: &Path, arguments: &[&str]) -> std::process::Command {
    let mut command = verbatim.bare(arguments);
    command.arg("--corpus").arg(corpus);
    command.arg("--index").arg(verbatim.index());
    command
}

/// Runs it where the index cannot be written; `None` where the system lets nobody do that.
fn read_only(verbatim: &Verbatim, corpus: &Path, arguments: &[&str]) -> Option<Run> {
    let program = of(verbatim, corpus, arguments);
    let script = "ro \"$INDEX\"\nexec \"$@\"";
    let mut command = mounts::command(verbatim, &program, script)?;
    Some(Run::of(command.output().unwrap()))
}

#[track_caller]
fn is_from_memory(run: Run, why: &str) -> Run {
    let run = run.complains(why).complains(MEMORY).complains("hint: ");
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    let said = format!("{}{}", run.text(), run.err);
    assert!(!said.contains("old mill"), "{said}");
    run
}

#[test]
fn an_index_of_other_interviews_that_cannot_be_written_answers_nothing() {
    let (verbatim, other) = with_both();
    for (arguments, code) in [
        (&["ask", "Who keeps wasps?"][..], 0),
        (&["ask", "Who keeps bees behind the old mill?"], 1),
        (&["show", "wasps"], 0),
        (&["export"], 0),
        (&["report"], 0),
    ] {
        let Some(run) = read_only(&verbatim, &other, arguments) else {
            return;
        };
        let run = is_from_memory(run.ends_with_code(code), OTHER).complains(OWN);
        if matches!(
            arguments,
            ["ask", "Who keeps wasps?"] | ["show" | "export", ..]
        ) {
            run.says("new tower");
        }
    }
    let run = read_only(&verbatim, &other, &["index"]).unwrap();
    let run = run.ends_with_code(3).complains(OTHER).complains(OWN);
    assert_eq!(run.text(), "");
    // The interviews that it was built from are answered from it.
    let run = read_only(&verbatim, verbatim.corpus(), &["ask", "Who keeps bees?"]).unwrap();
    let run = run.ends_with_code(0).says("old mill");
    assert!(!run.err.contains(MEMORY), "{}", run.err);
}

#[test]
fn while_another_process_writes_an_index_of_other_interviews_the_right_ones_answer() {
    let (verbatim, other) = with_both();
    let marker = fs::File::open(verbatim.index().join("verbatim-index")).unwrap();
    marker.lock().unwrap();
    for (question, code) in [
        ("Who keeps wasps?", 0),
        ("Who keeps bees behind the mill?", 1),
    ] {
        let run = Run::of(of(&verbatim, &other, &["ask", question]).output().unwrap());
        is_from_memory(run.ends_with_code(code), OTHER)
            .complains("another verbatim is writing the index")
            .complains(OWN);
    }
    // Nobody's work is undone.
    drop(marker);
    let run = verbatim.run(&["ask", "Who keeps bees?"]).ends_with_code(0);
    assert_eq!(run.err, "");
}

#[test]
fn an_index_that_is_built_anew_for_other_interviews_is_said_with_what_to_do() {
    let (verbatim, other) = with_both();
    let run = Run::of(
        of(&verbatim, &other, &["ask", "Who keeps wasps?"])
            .output()
            .unwrap(),
    );
    let run = run.ends_with_code(0).says("new tower");
    let run = run.complains("held other interviews (`").complains(OWN);
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    let again = Run::of(
        of(&verbatim, &other, &["ask", "Who keeps wasps?"])
            .output()
            .unwrap(),
    );
    assert_eq!(again.err, "");
}

#[test]
fn a_folder_that_was_moved_with_its_index_is_answered_from_it() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES), ("wasps.txt", WASPS)]);
    verbatim.run(&["index"]).ends_with_code(0);
    let moved = verbatim.folder().join("moved");
    fs::rename(verbatim.corpus(), &moved).unwrap();
    let ask = ["ask", "Who keeps bees?"];
    let Some(run) = read_only(&verbatim, &moved, &ask) else {
        return;
    };
    let run = run.ends_with_code(0).says("old mill");
    assert!(
        !run.err.contains(MEMORY) && !run.err.contains(OTHER),
        "{}",
        run.err
    );
    // What came since is missing, and that is said.
    fs::write(moved.join("ants.txt"), ANTS).unwrap();
    let run = read_only(&verbatim, &moved, &ask).unwrap();
    let run = run.says("old mill").complains("the index is used as it is");
    assert!(!run.err.contains(OTHER), "{}", run.err);
    // What it would quote has to stand there.
    fs::write(moved.join("bees.txt"), ANTS).unwrap();
    let run = read_only(
        &verbatim,
        &moved,
        &["ask", "Who keeps bees behind the mill?"],
    );
    is_from_memory(run.unwrap().ends_with_code(1), OTHER);
}

#[test]
fn other_interviews_in_the_same_place_are_not_answered_from_the_earlier_ones() {
    let (verbatim, _) = with_both();
    fs::remove_file(verbatim.corpus().join("bees.txt")).unwrap();
    verbatim.write("wasps.txt", WASPS);
    let ask = ["ask", "Who keeps wasps?"];
    let Some(run) = read_only(&verbatim, verbatim.corpus(), &ask) else {
        return;
    };
    is_from_memory(
        run.ends_with_code(0),
        "holds other interviews than the folder",
    )
    .says("new tower");
}

#[test]
fn a_part_of_the_interviews_is_not_answered_from_all_of_them() {
    let verbatim =
        Verbatim::with_files([("bees.txt", BEES), ("wasps.txt", WASPS), ("ants.txt", ANTS)]);
    verbatim.run(&["index"]).ends_with_code(0);
    let part = folder_of(
        &verbatim,
        "part",
        &[("wasps.txt", WASPS), ("ants.txt", ANTS)],
    );
    let ask = ["ask", "Who keeps bees behind the mill?"];
    if let Some(run) = read_only(&verbatim, &part, &ask) {
        is_from_memory(run.ends_with_code(1), OTHER);
    }
}

#[test]
fn a_bot_that_cannot_write_its_index_does_not_follow_it_to_other_interviews() {
    let (verbatim, other) = with_both();
    let mut telegram = FakeTelegram::start();
    let Some(bot) = telegram.bot_inside(&verbatim, "ro \"$INDEX\"\nexec \"$@\" bot") else {
        return;
    };
    let mut seen = 0;
    telegram.says(7, "Who keeps bees?");
    telegram.waits_for(&mut seen, "sendMessage");
    let index = Run::of(of(&verbatim, &other, &["index"]).output().unwrap());
    index.ends_with_code(0);
    bot.logs("another verbatim builds the index from other interviews");
    for (question, is_known) in [
        ("Who keeps bees at home?", true),
        ("Who keeps wasps in the new tower?", false),
    ] {
        telegram.says(7, question);
        let text = telegram.waits_for(&mut seen, "sendMessage");
        let text = text["text"].as_str().unwrap();
        assert!(!is_known || text.contains("the old mill"), "{text}");
        assert!(!text.contains("cousin"), "{text}");
    }
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn two_bots_with_one_index_folder_answer_each_from_their_own_interviews() {
    let (verbatim, other) = with_both();
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    telegram.says(7, "Who keeps bees?");
    telegram.waits_for(&mut seen, "sendMessage");
    let index = Run::of(of(&verbatim, &other, &["index"]).output().unwrap());
    index.ends_with_code(0);
    // A change makes the bot look at the index, which is another one by now.
    verbatim.write("ants.txt", ANTS);
    bot.logs("held other interviews");
    for (question, answer) in [
        ("Who keeps ants?", "the white bridge"),
        ("Who keeps bees at home?", "the old mill"),
    ] {
        telegram.says(7, question);
        let text = telegram.waits_for(&mut seen, "sendMessage");
        let text = text["text"].as_str().unwrap();
        assert!(text.contains(answer), "{text}");
    }
    bot.stops_on("TERM").ends_with_code(0);
}

/// Lets another folder's interviews into the index between the look at it and the right to write it.
struct Overtakes<'a> {
    other: &'a Path,
    index: &'a Path,
    is_done: Cell<bool>,
}

impl Progress for Overtakes<'_> {
    fn started(&self, _: usize) {
        if !self.is_done.replace(true) {
            sync(self.other, self.index, self, WhenBusy::Wait).unwrap();
        }
    }

    fn file_done(&self) {}

    fn finished(&self) {}
}

#[test]
fn what_another_process_commits_just_before_is_not_mixed_with_what_is_written() {
    let (verbatim, other) = with_both();
    let index = verbatim.index();
    let overtakes = |is_done| Overtakes {
        other: &other,
        index: &index,
        is_done: Cell::new(is_done),
    };
    let opened = sync(verbatim.corpus(), &index, &overtakes(true), WhenBusy::Wait);
    let (library, _) = opened.unwrap();
    verbatim.write("ants.txt", ANTS);
    resync(&library, verbatim.corpus(), &index, &overtakes(false)).unwrap();
    let held: Vec<String> = library
        .catalogue()
        .entries
        .iter()
        .map(|entry| entry.id.to_string())
        .collect();
    assert_eq!(held, ["ants", "bees"]);
}
