//! Folders that nothing can be written into: what is in them is used as it stands, and that is said once.

use std::fs;
use std::time::{Duration, Instant};

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::{Run, Verbatim};
use crate::mounts;

const BEES: &[u8] = b"Ada: Who keeps bees?\n\nBo: My aunt keeps bees behind the old mill.\n";
const WASPS: &[u8] = b"Ada: Who keeps wasps?\n\nBo: My uncle keeps wasps in the new tower.\n";
/// How long a commit of another process may take to be seen.
const PATIENCE: Duration = Duration::from_secs(20);
const STANDS: &str = "the index is used as it is";

fn with_bees() -> Verbatim {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    verbatim.run(&["index"]).ends_with_code(0);
    verbatim
}

#[test]
fn an_index_that_cannot_be_written_answers_and_says_so_once() {
    let verbatim = with_bees();
    for (command, answer) in [
        ("ask 'Who keeps bees?'", "behind the old mill"),
        ("show bees", "behind the old mill"),
        ("index", "interviews: 1,"),
    ] {
        let script = format!("ro \"$INDEX\"\n\"$@\" {command}");
        let Some(run) = mounts::run(&verbatim, &script) else {
            return;
        };
        let run = run.ends_with_code(0).says(answer);
        assert_eq!(run.err.matches(STANDS).count(), 1, "{command}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{command}: {}", run.err);
    }
    let script = "ro \"$INDEX\"\nprintf 'bees?\\nWho keeps bees?\\n' | \"$@\" chat";
    let run = mounts::run(&verbatim, script).unwrap().ends_with_code(0);
    assert_eq!(run.text().matches("behind the old mill").count(), 2);
    assert_eq!(run.err.matches(STANDS).count(), 1, "{}", run.err);
}

#[test]
fn without_an_index_a_folder_that_cannot_be_written_is_answered_from_memory() {
    const KEPT: &str = "the index is kept in memory";
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    fs::create_dir(verbatim.index()).unwrap();
    for script in [
        "ro \"$INDEX\"\n\"$@\" ask 'Who keeps bees?'",
        "ro \"$INDEX\"\nprintf 'bees?\\nWho keeps bees?\\n' | \"$@\" chat",
    ] {
        let Some(run) = mounts::run(&verbatim, script) else {
            return;
        };
        let run = run.ends_with_code(0).says("behind the old mill");
        assert_eq!(run.err.matches(KEPT).count(), 1, "{}", run.err);
    }
    mounts::run(&verbatim, "ro \"$INDEX\"\n\"$@\" index")
        .unwrap()
        .ends_with_code(3)
        .complains("cannot write the index in")
        .complains("hint: ");
    assert_eq!(fs::read_dir(verbatim.index()).unwrap().count(), 0);
}

#[test]
fn what_is_new_is_not_taken_up_into_an_index_that_cannot_be_written() {
    let verbatim = with_bees();
    verbatim.write("wasps.txt", WASPS);
    let script = "ro \"$INDEX\"\n\"$@\" ask 'Who keeps bees?'";
    let Some(run) = mounts::run(&verbatim, script) else {
        return;
    };
    let run = run.ends_with_code(0).says("behind the old mill");
    let run = run.complains("cannot be written").complains(STANDS);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    mounts::run(&verbatim, "ro \"$INDEX\"\n\"$@\" index")
        .unwrap()
        .ends_with_code(3)
        .complains("cannot be written")
        .complains("hint: give the user that runs verbatim permission to write to the folder");
    // A damaged one cannot be built anew there: what asks is answered from memory.
    fs::write(verbatim.index().join("passages/meta.json"), b"{").unwrap();
    for (arguments, code) in [("ask 'Who keeps wasps?'", 0), ("index", 3)] {
        let run = mounts::run(&verbatim, &format!("ro \"$INDEX\"\n\"$@\" {arguments}"));
        let run = run
            .unwrap()
            .ends_with_code(code)
            .complains("it is damaged; and its folder cannot be written")
            .complains("hint: ");
        assert_eq!(run.text().contains("new tower"), code == 0, "{run:?}");
    }
}

#[test]
fn a_bot_answers_from_an_index_that_cannot_be_written_and_sees_what_another_commits() {
    let verbatim = with_bees();
    let mut telegram = FakeTelegram::start();
    let script = "ro \"$INDEX\"\nexec \"$@\" bot";
    let Some(bot) = telegram.bot_inside(&verbatim, script) else {
        return;
    };
    let mut seen = 0;
    telegram.says(7, "Who keeps bees?");
    let answer = telegram.waits_for(&mut seen, "sendMessage");
    assert!(answer["text"].as_str().unwrap().contains("the old mill"));
    // Elsewhere the same folder can be written.
    verbatim.write("wasps.txt", WASPS);
    verbatim.run(&["index"]).ends_with_code(0);
    let until = Instant::now() + PATIENCE;
    loop {
        telegram.says(7, "Who keeps wasps?");
        let answer = telegram.waits_for(&mut seen, "sendMessage");
        if answer["text"].as_str().unwrap().contains("the new tower") {
            break;
        }
        assert!(Instant::now() < until, "the commit is still not seen");
    }
    let run = bot.stops_on("TERM").ends_with_code(0);
    assert_eq!(run.err.matches("note: the index in `").count(), 1);
}

#[test]
fn what_a_running_bot_has_noted_is_read_where_nothing_can_be_written() {
    let verbatim = with_bees();
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    telegram.says(7, "recette de la tarte aux pommes");
    telegram.waits_for(&mut 0, "sendMessage");
    let until = Instant::now() + PATIENCE;
    while !verbatim
        .run(&["report"])
        .text()
        .contains("tarte aux pommes")
    {
        assert!(Instant::now() < until, "the question is still not noted");
    }
    if let Some(run) = mounts::run(&verbatim, "ro \"$DATA\"\n\"$@\" report") {
        run.ends_with_code(0).says("tarte aux pommes");
    }
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn where_nothing_can_be_written_the_interview_that_comes_with_it_answers() {
    let verbatim = Verbatim::with_files([]);
    let program = verbatim.bare(&["ask", "combien de datacentres"]);
    let script = "ro \"$DATA\"\nexec \"$@\"";
    let Some(mut command) = mounts::command(&verbatim, &program, script) else {
        return;
    };
    let run = Run::of(command.output().unwrap())
        .ends_with_code(0)
        .says("30 datacentres");
    let copies = run.err.matches("a temporary copy is used").count();
    assert_eq!(copies, 1, "{}", run.err);
}

#[test]
fn a_data_folder_that_cannot_be_written_costs_votes_and_no_answer() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let mut telegram = FakeTelegram::start();
    let mut seen = 0;
    let bot = telegram.bot(&verbatim, TOKEN);
    telegram.says(7, "recette de la tarte aux pommes");
    telegram.waits_for(&mut seen, "sendMessage");
    telegram.waits_until_confirmed();
    bot.stops_on("TERM").ends_with_code(0);
    let Some(bot) = telegram.bot_inside(&verbatim, "ro \"$DATA\"\nexec \"$@\" bot") else {
        return;
    };
    for question in ["Who keeps bees?", "recette de la tarte aux poires"] {
        telegram.says(7, question);
        telegram.waits_for(&mut seen, "sendMessage");
    }
    telegram.says(7, "/settings fr");
    let told = telegram.waits_for(&mut seen, "sendMessage");
    let text = told["text"].as_str().unwrap();
    assert!(text.contains("enregistrer ce réglage"), "{text}");
    bot.logs("the list of answered updates cannot be saved");
    bot.logs("feedback cannot be stored");
    let run = bot.stops_on("TERM").ends_with_code(0);
    assert_eq!(run.err.matches("feedback cannot be stored").count(), 1);
    // What was kept before can be read, and copied.
    let copy = verbatim.corpus().with_file_name("copy");
    let script = format!(
        "ro \"$DATA\"\n\"$@\" report\n\"$@\" backup {}",
        copy.display()
    );
    mounts::run(&verbatim, &script)
        .unwrap()
        .ends_with_code(0)
        .says("tarte aux pommes")
        .says("3 files copied to");
    assert!(copy.join("feedback.sqlite").exists());
}
