//! What is kept, for how long, and what happens where it cannot be.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;

use super::{BEN, CY, Chat, GROUP, NOTHING, OWNER, QUESTION, database, holds, labels, text};
use crate::harness::Verbatim;

#[test]
fn nobody_is_kept_by_number_and_forget_deletes_ones_own_votes_alone() {
    const NUMBER: i64 = 81_294_467_013;
    let mut chat = Chat::starts();
    let quote = chat.says(NUMBER, QUESTION);
    chat.presses(NUMBER, &quote, "👍");
    chat.presses(CY, &quote, "👍");
    chat.says(NUMBER, NOTHING);
    holds(
        text(&chat.says(BEN, "/forget")),
        &["I had no votes from you"],
    );
    let users: Vec<Vec<u8>> = chat.rows("SELECT user FROM vote");
    assert!(users.len() == 2 && users.iter().all(|user| user.len() == 32));
    holds(
        text(&chat.says_in(GROUP, NUMBER, "/forget")),
        &["I deleted your vote."],
    );
    assert_eq!(chat.votes(), (1, 0));
    let folder = database(&chat.verbatim).parent().unwrap().to_owned();
    let Chat {
        verbatim: _kept,
        bot,
        ..
    } = chat;
    bot.stops_on("TERM").ends_with_code(0);
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let ours = |file: &PathBuf| file.to_str().unwrap().contains("feedback.sqlite");
    for file in files.filter(ours) {
        let bytes = fs::read(&file).unwrap();
        let has = |number: &[u8]| bytes.windows(number.len()).any(|part| part == number);
        assert!(!has(NUMBER.to_string().as_bytes()));
        assert!(!has(&NUMBER.to_be_bytes()[2..]) && !has(&NUMBER.to_le_bytes()[..6]));
    }
}

#[test]
fn privacy_says_what_is_kept_and_for_how_long_in_private_and_in_groups() {
    let mut chat = Chat::starts();
    for place in [BEN, GROUP] {
        let said = chat.says_in(place, BEN, "/privacy");
        holds(
            text(&said),
            &["after 90 days", "/forget", "questions that found no answer"],
        );
        assert!(said["reply_parameters"]["message_id"].is_number());
    }
    chat.ends();
}

#[test]
fn what_is_older_than_allowed_is_deleted_at_the_start() {
    let mut chat = Chat::starts();
    let quote = chat.says(BEN, QUESTION);
    chat.presses(BEN, &quote, "👎");
    chat.says(BEN, NOTHING);
    let path = database(&chat.verbatim);
    let Chat { verbatim, bot, .. } = chat;
    bot.stops_on("TERM").ends_with_code(0);
    Connection::open(&path)
        .unwrap()
        .execute_batch(
            "INSERT INTO unanswered (text, language, day) VALUES ('long ago', 'en', '2020-01-01');
             INSERT INTO usage (day, unanswered) VALUES ('2020-01-01', 1);
             UPDATE vote SET day = '2020-01-01';",
        )
        .unwrap();
    let mut chat = Chat::with(verbatim.set("VERBATIM_FEEDBACK__RETENTION_DAYS", "30"));
    holds(text(&chat.says(BEN, "/privacy")), &["after 30 days"]);
    chat.bot.logs("expired feedback was deleted");
    assert_eq!(chat.votes(), (0, 0));
    assert_eq!(
        chat.rows::<String>("SELECT text FROM unanswered"),
        [NOTHING]
    );
    assert_eq!(chat.rows::<i64>("SELECT count(*) FROM usage"), [1]);
    chat.ends();
}

#[test]
fn where_it_is_turned_off_nothing_is_written_and_nobody_is_asked_to_vote() {
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_FEEDBACK__ENABLED", "false");
    let mut chat = Chat::with(verbatim);
    let quote = chat.says(BEN, QUESTION);
    assert!(labels(&quote).iter().flatten().all(|label| label != "👍"));
    chat.says(BEN, NOTHING);
    holds(text(&chat.says(BEN, "/privacy")), &["I store nothing"]);
    holds(text(&chat.says(BEN, "/forget")), &["no votes from you"]);
    holds(text(&chat.says(OWNER, "/report")), &["nothing to report"]);
    assert!(!database(&chat.verbatim).exists());
    chat.ends();
}

#[test]
fn votes_from_before_it_was_turned_off_can_still_be_deleted_but_not_added_to() {
    let mut chat = Chat::starts();
    let quote = chat.says(BEN, QUESTION);
    chat.presses(BEN, &quote, "👍");
    let Chat { verbatim, bot, .. } = chat;
    bot.stops_on("TERM").ends_with_code(0);
    let mut chat = Chat::with(verbatim.set("VERBATIM_FEEDBACK__ENABLED", "false"));
    holds(
        &chat.presses(CY, &quote, "👍"),
        &["Votes are no longer stored here"],
    );
    assert_eq!(chat.votes(), (1, 0));
    holds(text(&chat.says(BEN, "/forget")), &["I deleted your vote."]);
    assert_eq!(chat.votes(), (0, 0));
    chat.ends();
}

#[test]
fn a_damaged_database_is_set_aside_and_a_new_one_begun() {
    let mut chat = Chat::starts();
    chat.says(BEN, NOTHING);
    let path = database(&chat.verbatim);
    let Chat { verbatim, bot, .. } = chat;
    bot.stops_on("TERM").ends_with_code(0);
    // The header stays, and says whose it is; nothing behind it can be read.
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..].fill(b'x');
    fs::write(&path, bytes).unwrap();
    verbatim
        .run(&["report"])
        .ends_with_code(3)
        .complains("is damaged")
        .complains("hint: start the bot");
    let mut chat = Chat::with(verbatim);
    let quote = chat.says(BEN, QUESTION);
    assert_eq!(chat.presses(BEN, &quote, "👍"), "Thank you, noted.");
    assert_eq!(chat.votes(), (1, 0));
    chat.bot
        .logs("it was kept under another name and a new one created");
    let folder = fs::read_dir(path.parent().unwrap()).unwrap();
    let mut names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(names.any(|name| name.starts_with("feedback.sqlite.damaged-")));
    chat.ends();
}

#[test]
fn a_database_that_fails_costs_a_vote_and_no_answer_and_one_line_of_the_log() {
    let verbatim = Verbatim::with_the_seeds();
    fs::create_dir(database(&verbatim)).unwrap();
    let mut chat = Chat::with(verbatim);
    let quote = chat.says(BEN, QUESTION);
    holds(text(&quote), &["<blockquote>"]);
    holds(
        &chat.presses(BEN, &quote, "👍"),
        &["could not save your vote"],
    );
    holds(text(&chat.says(BEN, NOTHING)), &["No one answers that"]);
    holds(text(&chat.says(BEN, "/forget")), &["could not delete"]);
    holds(text(&chat.says(OWNER, "/report")), &["cannot be read"]);
    fs::remove_dir(database(&chat.verbatim)).unwrap();
    assert_eq!(chat.presses(BEN, &quote, "👍"), "Thank you, noted.");
    assert_eq!(chat.votes(), (1, 0));
    let log = chat.ends();
    assert_eq!(log.matches("feedback cannot be stored").count(), 1, "{log}");
    assert_eq!(log.matches("feedback is stored again").count(), 1, "{log}");
}

#[test]
fn another_programs_database_is_left_as_it_is() {
    let verbatim = Verbatim::with_the_seeds();
    let path = database(&verbatim);
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("CREATE TABLE bees (name TEXT)")
        .unwrap();
    let before = fs::read(&path).unwrap();
    let mut chat = Chat::with(verbatim);
    let quote = chat.says(BEN, QUESTION);
    holds(
        &chat.presses(BEN, &quote, "👍"),
        &["could not save your vote"],
    );
    chat.bot.logs("by another program");
    chat.verbatim
        .run(&["report"])
        .ends_with_code(2)
        .complains("hint: name another file: `feedback.database`");
    drop(other);
    assert_eq!(
        chat.rows::<String>("SELECT name FROM sqlite_schema"),
        ["bees"]
    );
    assert!(!before.is_empty());
    chat.ends();
}

#[test]
fn a_file_that_is_no_database_is_neither_changed_nor_moved() {
    for thesis in ["a thesis", &"a thesis, in many words ".repeat(900)] {
        let verbatim = Verbatim::with_the_seeds();
        let path = database(&verbatim);
        fs::write(&path, thesis).unwrap();
        let mut chat = Chat::with(verbatim);
        let quote = chat.says(BEN, QUESTION);
        holds(
            &chat.presses(BEN, &quote, "👍"),
            &["could not save your vote just now"],
        );
        chat.bot.logs("by another program");
        chat.verbatim
            .run(&["report"])
            .ends_with_code(2)
            .complains("hint: name another file: `feedback.database`");
        assert_eq!(fs::read_to_string(&path).unwrap(), thesis);
        let folder = fs::read_dir(path.parent().unwrap()).unwrap();
        let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let like_it = names.filter(|name| name.starts_with("feedback.sqlite"));
        assert_eq!(like_it.collect::<Vec<_>>(), ["feedback.sqlite"]);
        chat.ends();
    }
}

#[test]
fn another_programs_database_with_a_version_like_ours_is_left_as_it_is() {
    let verbatim = Verbatim::with_the_seeds();
    let path = database(&verbatim);
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("CREATE TABLE bees (name TEXT); PRAGMA user_version = 1")
        .unwrap();
    drop(other);
    let before = fs::read(&path).unwrap();
    let verbatim = verbatim.set("VERBATIM_FEEDBACK__DATABASE", path.to_str().unwrap());
    verbatim
        .run(&["report"])
        .ends_with_code(2)
        .complains("by another program");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_this_program_did_not_make_is_named_and_left_whatever_it_looks_like() {
    let healthy = |path: &std::path::Path, sql: &str| {
        let other = Connection::open(path).unwrap();
        other.execute_batch(sql).unwrap();
        other
    };
    let write = |path: &std::path::Path, bytes: &[u8]| fs::write(path, bytes).unwrap();
    for kind in 0..6 {
        let verbatim = Verbatim::with_the_seeds();
        let path = database(&verbatim);
        let mut other = None;
        match kind {
            0 => write(&path, b""),
            1 => write(&path, &[0; 8_192]),
            2 => write(&path, &b"SQLite format 3\0 and then my thesis. ".repeat(90)),
            3 => {
                drop(healthy(&path, "CREATE TABLE bees (name TEXT)"));
                let mut bytes = fs::read(&path).unwrap();
                bytes[4_096..].fill(b'x');
                write(&path, &bytes);
            }
            4 => {
                other = Some(healthy(
                    &path,
                    "PRAGMA journal_mode = WAL; CREATE TABLE bees (name TEXT)",
                ));
            }
            _ => drop(healthy(
                &path,
                "CREATE TABLE vote (x); CREATE TABLE secret (x); CREATE TABLE usage (x);
                 CREATE TABLE unanswered (x); CREATE TABLE thesis (x)",
            )),
        }
        let files = || {
            let beside = |end: &str| {
                let mut name = path.clone().into_os_string();
                name.push(end);
                fs::read(name).ok()
            };
            ["", "-wal", "-shm"].map(beside)
        };
        let before = files();
        let copy = path.with_file_name("copy");
        let verbatim = verbatim.set("VERBATIM_FEEDBACK__DATABASE", path.to_str().unwrap());
        for arguments in [&["report"][..], &["backup", copy.to_str().unwrap()]] {
            verbatim
                .run(arguments)
                .complains("feedback.sqlite")
                .complains("by another program");
            assert_eq!(files(), before, "{kind}");
        }
        let mut chat = Chat::with(verbatim);
        let quote = chat.says(BEN, QUESTION);
        holds(
            &chat.presses(BEN, &quote, "👍"),
            &["could not save your vote"],
        );
        let Chat {
            verbatim: _kept,
            bot,
            ..
        } = chat;
        bot.stops_on("TERM").ends_with_code(0);
        assert_eq!(files(), before, "{kind}");
        let folder = fs::read_dir(path.parent().unwrap()).unwrap();
        let mut names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert!(!names.any(|name| name.contains("damaged")), "{kind}");
        drop(other);
    }
}

#[test]
fn a_database_of_an_earlier_version_is_taken_over() {
    let mut chat = Chat::starts();
    let quote = chat.says(BEN, QUESTION);
    chat.presses(BEN, &quote, "👍");
    chat.settles();
    let path = database(&chat.verbatim);
    let Chat { verbatim, bot, .. } = chat;
    bot.stops_on("TERM").ends_with_code(0);
    Connection::open(&path)
        .unwrap()
        .execute_batch(
            "PRAGMA application_id = 0; DROP TABLE preference; PRAGMA user_version = 1;
             PRAGMA wal_checkpoint(TRUNCATE)",
        )
        .unwrap();
    let mut chat = Chat::with(verbatim);
    assert_eq!(chat.votes(), (1, 0));
    chat.ends();
}

#[test]
fn who_asks_without_end_fills_no_disk_and_is_counted_all_the_same() {
    let mut chat = Chat::starts();
    chat.says(BEN, NOTHING);
    chat.settles();
    Connection::open(database(&chat.verbatim))
        .unwrap()
        .execute_batch("UPDATE usage SET unanswered = 2000")
        .unwrap();
    chat.says(BEN, NOTHING);
    holds(
        &chat.report(&[]),
        &["1 × recette", "0 answered, 2001 without"],
    );
    chat.ends();
}
