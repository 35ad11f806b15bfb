//! A disk without room, of every size from too small to just enough: it is said plainly, and what was there before can
//! still be used.
//!
//! `VERBATIM_REPEATS=100` tries more sizes.

#![allow(clippy::print_stdout, reason = "which sizes were too small")]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::{Run, Verbatim, apiary, repeats};
use crate::mounts;

const QUESTION: &str = "miel du rucher numéro 7";
/// How many answers each interview has.
const ANSWERS: usize = 30;
const ANSWER: &str = "Le rucher numéro 7 a donné";

/// What is said of a full disk: the folder, the size, what to do; nothing about threads or deleting.
#[track_caller]
fn is_said_plainly(run: &Run, folder: &Path) {
    let said = format!("no space left in `{}", folder.display());
    assert!(run.err.contains(&said), "{run:?}");
    assert!(run.err.contains(" needs about "), "{run:?}");
    for word in [
        "panic",
        "thread",
        "delete",
        "worker",
        "RUST_BACKTRACE",
        "Merge",
    ] {
        assert!(!run.err.contains(word), "`{word}`: {run:?}");
    }
}

#[test]
fn files_that_may_not_grow_leave_what_was_committed() {
    let verbatim = Verbatim::with_apiaries(8, ANSWERS);
    verbatim.run(&["index"]).ends_with_code(0);
    for number in 8..40 {
        verbatim.write(&format!("{number}.txt"), apiary(number, ANSWERS).as_bytes());
    }
    let mut blocks = 1;
    let mut refused = 0;
    loop {
        let run = mounts::run_limited(&verbatim, &["index"], blocks);
        if run.code == Some(0) {
            break;
        }
        refused += 1;
        is_said_plainly(&run.ends_with_code(3), &verbatim.index());
        // Who only asks is answered from what was committed, and told so.
        let asked = mounts::run_limited(&verbatim, &["ask", QUESTION], blocks);
        is_said_plainly(&asked, &verbatim.index());
        asked
            .ends_with_code(0)
            .complains("the index is used as it is")
            .says(ANSWER);
        blocks *= if repeats(1) > 1 { 2 } else { 6 };
    }
    assert!(refused > 1, "the limit was never reached");
    println!("{refused} limits were too small, {blocks} blocks are enough");
    verbatim.run(&["index"]).says("interviews: 40,");
}

#[test]
fn a_new_index_where_there_is_no_room_is_refused_and_built_once_there_is() {
    let verbatim = Verbatim::with_apiaries(20, ANSWERS);
    for blocks in [1, 8, 64] {
        let run = mounts::run_limited(&verbatim, &["index"], blocks);
        is_said_plainly(&run.ends_with_code(3), &verbatim.index());
    }
    verbatim
        .run(&["ask", QUESTION])
        .ends_with_code(0)
        .says(ANSWER);
}

#[test]
fn a_disk_without_room_is_told_in_the_language_of_the_terminal() {
    let verbatim = Verbatim::with_apiaries(8, ANSWERS).set("LANG", "fr_FR.UTF-8");
    let index = verbatim.index();
    let run = mounts::run_limited(&verbatim, &["ask", QUESTION], 1).ends_with_code(0);
    let run = run.says(ANSWER);
    let line = format!(
        "attention\u{a0}: il n’y a plus d’espace dans `{}`\u{a0}: l’index a besoin d’environ ",
        index.display()
    );
    run.complains(&line)
        .complains("l’index reste en mémoire")
        .complains("conseil\u{a0}: libérez de l’espace");
}

#[test]
fn a_disk_of_every_size_answers_from_what_was_committed() {
    let verbatim = Verbatim::with_apiaries(4, ANSWERS);
    let more = verbatim.corpus().with_file_name("more");
    fs::create_dir(&more).unwrap();
    for number in 4..40 {
        fs::write(more.join(format!("{number}.txt")), apiary(number, ANSWERS)).unwrap();
    }
    let script = |size: usize| {
        format!(
            "small \"$INDEX\" {size}\n\
             \"$@\" index >/dev/null || exit 98\n\
             cp ../more/* \"$CORPUS\" || exit 98\n\
             \"$@\" index; code=$?\n\
             \"$@\" ask '{QUESTION}'; asked=$?\n\
             exit $((10 * code + asked))"
        )
        .replace("../more", more.to_str().unwrap())
    };
    let clear = || {
        for number in 4..40 {
            let _ = fs::remove_file(verbatim.corpus().join(format!("{number}.txt")));
        }
    };
    let (mut small, mut enough) = (0, 0);
    // From what four interviews need to what forty do.
    let (most, steps) = (800, repeats(8));
    for size in (1..=steps).map(|at| at * most / steps) {
        clear();
        let Some(run) = mounts::run(&verbatim, &script(size)) else {
            return;
        };
        match run.code {
            Some(0) => enough += 1,
            // No room for the first four.
            Some(98) => is_said_plainly(&run, &verbatim.index()),
            Some(30) => {
                small += 1;
                is_said_plainly(&run, &verbatim.index());
                assert!(
                    run.text().contains(ANSWER) || run.text().contains("kilos de"),
                    "{run:?}"
                );
            }
            _ => panic!("{size} KiB: {run:?}"),
        }
    }
    println!("{small} sizes were too small for all, {enough} were enough");
    assert!(
        small > 0 && enough > 0,
        "{small} too small, {enough} enough"
    );
}

#[test]
fn whoever_asks_is_answered_on_a_disk_of_every_size_that_is_too_small_for_a_first_index() {
    let verbatim = Verbatim::with_apiaries(8, ANSWERS);
    let mut small = 0;
    let steps = repeats(14);
    for size in (1..=steps).map(|at| 16 + at * 480 / steps) {
        let script = format!("small \"$INDEX\" {size}\n\"$@\" ask '{QUESTION}'");
        let Some(run) = mounts::run(&verbatim, &script) else {
            return;
        };
        let run = run.ends_with_code(0);
        assert!(run.text().contains(ANSWER), "{size} KiB: {run:?}");
        if run.err.contains("no space left") {
            small += 1;
            is_said_plainly(&run, &verbatim.index());
            assert!(!run.err.contains("other interviews"), "{size} KiB: {run:?}");
            assert!(!run.err.contains("storage space"), "{size} KiB: {run:?}");
        }
    }
    assert!(small > 2, "{small} sizes were too small");
}

#[test]
fn interviews_that_were_changed_are_answered_where_the_index_cannot_grow() {
    let verbatim = Verbatim::with_apiaries(6, ANSWERS);
    let mut small = 0;
    let steps = repeats(8);
    for size in (1..=steps).map(|at| 400 + at * 400 / steps) {
        for number in 0..6 {
            let text = apiary(number, ANSWERS);
            verbatim.write(&format!("{number}.txt"), text.as_bytes());
        }
        let script = format!(
            "small \"$INDEX\" {size}\n\"$@\" index >/dev/null 2>&1 || exit 98\n\
             for file in \"$CORPUS\"/[0-4].txt; do printf '\\nMerci.\\n' >>\"$file\"; done\n\
             \"$@\" index >/dev/null; code=$?\n\
             \"$@\" ask '{QUESTION}' || exit 97\nexit $code"
        );
        let Some(run) = mounts::run(&verbatim, &script) else {
            return;
        };
        match run.code {
            Some(0 | 98) => {}
            Some(3) => {
                small += 1;
                is_said_plainly(&run, &verbatim.index());
                assert!(!run.err.contains("other interviews"), "{size} KiB: {run:?}");
                assert!(!run.err.contains("still answers"), "{size} KiB: {run:?}");
            }
            _ => panic!("{size} KiB: {run:?}"),
        }
    }
    println!("{small} sizes were too small for the change");
}

#[test]
fn a_card_an_export_a_report_and_a_backup_say_what_they_need() {
    let verbatim = Verbatim::with_apiaries(8, ANSWERS);
    verbatim.run(&["index"]).ends_with_code(0);
    let folder = verbatim.corpus().with_file_name("small");
    fs::create_dir(&folder).unwrap();
    let script = format!(
        "small {0} 4\n\
         \"$@\" card '{QUESTION}' -o {0}/card.png; echo $?\n\
         \"$@\" export -o {0}/all.csv; echo $?\n\
         \"$@\" backup {0}/backup; echo $?\n\
         ls -A {0}",
        folder.display()
    );
    let Some(run) = mounts::run(&verbatim, &script) else {
        return;
    };
    is_said_plainly(&run, &folder);
    assert_eq!(run.text(), "3\n3\n3\n", "{run:?}");
    assert_eq!(run.err.matches("no space left in `").count(), 3, "{run:?}");
}

#[test]
fn the_bot_answers_while_nothing_of_what_users_leave_behind_can_be_kept() {
    let verbatim = Verbatim::with_the_seeds();
    verbatim.run(&["index"]).ends_with_code(0);
    let mut telegram = FakeTelegram::start();
    let script = "small \"$DATA\" 8\nexec \"$@\" bot";
    let Some(bot) = telegram.bot_inside(&verbatim, script) else {
        return;
    };
    telegram.says(7, "combien de datacentres");
    let answer = telegram.waits_for(&mut 0, "sendMessage");
    assert!(answer["text"].as_str().unwrap().contains("<blockquote>"));
    bot.logs("feedback cannot be stored");
    let run = bot.stops_on("TERM");
    is_said_plainly(&run, &verbatim.data());
}

#[test]
fn updates_are_answered_while_their_folder_is_full_and_saved_again_once_there_is_room() {
    let verbatim = Verbatim::with_the_seeds();
    let mut telegram = FakeTelegram::start();
    let mut seen = 0;
    let mut asks = |telegram: &mut FakeTelegram| {
        telegram.says(7, "combien de datacentres");
        let answer = telegram.waits_for(&mut seen, "sendMessage");
        assert!(answer["text"].as_str().unwrap().contains("<blockquote>"));
        telegram.waits_until_confirmed();
    };
    // The first one makes the folder, whose name says whose updates are in it.
    let bot = telegram.bot(&verbatim, TOKEN);
    asks(&mut telegram);
    bot.stops_on("TERM").ends_with_code(0);
    let gate = verbatim.folder().join("gate");
    let made = Command::new("mkfifo").arg(&gate).status().unwrap();
    assert!(made.success());
    let script = format!(
        "updates=$(echo \"$DATA\"/telegram/*.updates-999)\nsmall \"$updates\" 4\n\
         head -c 4096 /dev/zero >\"$updates/full\"\n\
         (cat {0} >/dev/null; rm \"$updates/full\"; echo >{0}) >/dev/null 2>&1 &\nexec \"$@\" bot",
        gate.display()
    );
    let Some(bot) = telegram.bot_inside(&verbatim, &script) else {
        return;
    };
    for _ in 0..2 {
        asks(&mut telegram);
    }
    bot.logs("updates cannot be saved");
    fs::write(&gate, "make room\n").unwrap();
    fs::read(&gate).unwrap();
    asks(&mut telegram);
    bot.logs("updates are saved again");
    let run = bot.stops_on("TERM").ends_with_code(0);
    is_said_plainly(&run, &verbatim.data());
    let said = run.err.matches("updates cannot be saved").count();
    assert_eq!(said, 1, "{}", run.err);
}

#[test]
fn an_index_in_memory_needs_no_room_for_temporary_files() {
    let verbatim = Verbatim::with_apiaries(8, ANSWERS);
    let script = format!(
        "ro \"$INDEX\"\nsmall \"$DATA\" 4\nhead -c 4096 /dev/zero >\"$DATA/full\"\nexport TMPDIR=\"$DATA\"\n\
         \"$@\" ask '{QUESTION}' || exit\necho '{QUESTION}' | \"$@\" chat"
    );
    let Some(run) = mounts::run(&verbatim, &script) else {
        return;
    };
    let run = run.ends_with_code(0);
    assert_eq!(run.text().matches(ANSWER).count(), 2, "{run:?}");
    let said = run.err.matches("the index is kept in memory").count();
    assert_eq!(said, 2, "{run:?}");
}

#[test]
fn the_interview_that_comes_with_it_says_where_there_is_no_room_for_it() {
    let verbatim = Verbatim::with_files([]);
    let program = verbatim.bare(&["ask", "combien de datacentres"]);
    let script = "ro \"$DATA\"\nsmall \"$INDEX\" 4\nhead -c 4096 /dev/zero >\"$INDEX/full\"\n\
        export TMPDIR=\"$INDEX\"\nexec \"$@\"";
    let Some(mut command) = mounts::command(&verbatim, &program, script) else {
        return;
    };
    let run = Run::of(command.output().unwrap()).ends_with_code(3);
    is_said_plainly(&run, &verbatim.index());
    run.complains("hint: ");
}
