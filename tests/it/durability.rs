//! An index whose writer is killed, whose files are damaged, whose disk is full.
//!
//! `VERBATIM_REPEATS=100` makes the random ones as long as they are meant to be; a few times is what every run does.

#![allow(
    clippy::print_stdout,
    reason = "the seed of what failed, and how often what happened"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::{Run, Verbatim, repeats};
use crate::mounts;

/// By chance, from a number that is printed where a test fails.
fn chance() -> StdRng {
    let seed = rand::random();
    println!("the seed is {seed}");
    StdRng::seed_from_u64(seed)
}

/// Interviews enough that taking them up takes a while.
fn interview(number: usize, version: usize) -> String {
    let answers = (0..30).map(|answer| {
        format!(
            "Journaliste : Que dites-vous du sujet {answer} ?\n\nAda Miel : Le rucher numéro {number} a donné {} kilos de miel \
             en version {version}, et les abeilles de la colline {answer} se portent bien malgré le gel.\n\n",
            number * answer
        )
    });
    answers.collect()
}

fn with_many_interviews() -> Verbatim {
    let verbatim = Verbatim::with_files([]);
    for number in 0..60 {
        let name = format!("ruchers/{number:03}.txt");
        verbatim.write(&name, interview(number, 0).as_bytes());
    }
    verbatim
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries
        .flat_map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() {
                all_files(&path)
            } else {
                vec![path]
            }
        })
        .collect();
    files.sort();
    files
}

fn left_over(verbatim: &Verbatim) -> usize {
    let files = all_files(&verbatim.index());
    let names = files.iter().map(|file| file.file_name().unwrap());
    names
        .filter(|name| name.to_string_lossy().starts_with(".verbatim-passages-"))
        .count()
}

/// The quote that answers a question best: its words and where they stand.
fn answer(verbatim: &Verbatim, question: &str) -> (Value, Run) {
    let run = verbatim.run(&["ask", "--json", question]);
    assert!(matches!(run.code, Some(0 | 1)), "{run:?}");
    assert!(!run.err.contains("panic"), "{run:?}");
    let answer: Value = serde_json::from_slice(&run.out).unwrap();
    let quote = &answer["quotes"][0];
    assert!(quote["text"].is_string(), "{run:?}");
    let quote = ["interview", "revision", "start", "end", "text"].map(|part| quote[part].clone());
    (Value::from(quote.to_vec()), run)
}

#[test]
fn killed_at_any_moment_of_indexing_the_index_answers_as_if_nothing_had_been() {
    // No rucher gives so many kilos: where one did, its words answered nearly as well, and which of the two came first
    // was for the counts to say, in which a replaced revision stays until its segment is merged.
    const FIRST: usize = 10_000;
    let mut chance = chance();
    let verbatim = with_many_interviews();
    let undisturbed = with_many_interviews();
    for version in FIRST..FIRST + repeats(6) {
        for number in [version % 60, (version * 7) % 60, (version * 11) % 60] {
            let name = format!("ruchers/{number:03}.txt");
            for corpus in [&verbatim, &undisturbed] {
                corpus.write(&name, interview(number, version).as_bytes());
            }
        }
        let mut writing = verbatim
            .command(&["index"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_millis(chance.random_range(0..400)));
        writing.kill().unwrap();
        writing.wait().unwrap();
        let question = format!(
            "miel du rucher numéro {} en version {version}",
            version % 60
        );
        let (after, _) = answer(&verbatim, &question);
        let (expected, _) = answer(&undisturbed, &question);
        assert_eq!(after, expected, "{question}");
        assert_eq!(left_over(&verbatim), 0);
    }
}

#[test]
fn a_bot_that_is_killed_while_it_takes_up_changes_answers_before_and_after() {
    // No version is the number of a rucher.
    const FIRST: usize = 1_000;
    let mut chance = chance();
    let verbatim = with_many_interviews();
    let mut telegram = FakeTelegram::start();
    let mut seen = 0;
    verbatim.run(&["index"]).ends_with_code(0);
    for version in FIRST..FIRST + repeats(3) {
        let bot = telegram.bot(&verbatim, TOKEN);
        telegram.says(7, "miel du rucher numéro 42");
        let before = telegram.waits_for(&mut seen, "sendMessage");
        assert!(before["text"].as_str().unwrap().contains("<blockquote>"));
        for number in 0..60 {
            let name = format!("ruchers/{number:03}.txt");
            verbatim.write(&name, interview(number, version).as_bytes());
        }
        telegram.says(7, "miel du rucher numéro 42");
        let meanwhile = telegram.waits_for(&mut seen, "sendMessage");
        assert!(meanwhile["text"].as_str().unwrap().contains("<blockquote>"));
        telegram.waits_until_confirmed();
        sleep(Duration::from_millis(chance.random_range(0..1_500)));
        let run = bot.stops_on("KILL");
        assert!(!run.err.contains("panic"), "{}", run.err);
    }
    let (after, _) = answer(&verbatim, "miel du rucher numéro 42");
    let whole = Verbatim::with_files([]);
    for number in 0..60 {
        let name = format!("ruchers/{number:03}.txt");
        whole.write(&name, interview(number, FIRST + repeats(3) - 1).as_bytes());
    }
    assert_eq!(after, answer(&whole, "miel du rucher numéro 42").0);
    assert_eq!(left_over(&verbatim), 0);
}

#[test]
fn no_flipped_byte_and_no_cut_file_makes_a_wrong_quote_or_a_panic() {
    const QUESTION: &str = "Le Covid est-il un crash-test ?";
    let mut chance = chance();
    let verbatim = Verbatim::with_the_seeds();
    let (good, _) = answer(&verbatim, QUESTION);
    let (mut rebuilt, mut harmless) = (0, 0);
    for _ in 0..repeats(25) {
        let files = all_files(&verbatim.index());
        let sized: Vec<&PathBuf> = files
            .iter()
            .filter(|file| fs::metadata(file).unwrap().len() > 0)
            .collect();
        let file = sized[chance.random_range(0..sized.len())];
        let mut bytes = fs::read(file).unwrap();
        let at = chance.random_range(0..bytes.len());
        if chance.random_ratio(1, 4) {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 1 << chance.random_range(0..8);
        }
        fs::write(file, bytes).unwrap();
        let (after, run) = answer(&verbatim, QUESTION);
        assert_eq!(after, good, "byte {at} of {}", file.display());
        if run.err.contains("rebuilt from the corpus") {
            rebuilt += 1;
        } else {
            // Locks, lists of files to delete, times of files: what no answer is made of.
            assert!(
                ![".store", ".term", ".idx", ".pos", ".fast", ".fieldnorm"]
                    .iter()
                    .any(|kind| file.to_string_lossy().ends_with(kind)),
                "byte {at} of {} went unnoticed",
                file.display()
            );
            harmless += 1;
        }
    }
    println!("{rebuilt} times built anew, {harmless} times harmless");
}

#[test]
fn a_flipped_byte_is_noticed_in_a_file_that_the_damaged_list_of_files_has_lost() {
    const QUESTION: &str = "Le Covid est-il un crash-test ?";
    let verbatim = Verbatim::with_the_seeds();
    let (good, _) = answer(&verbatim, QUESTION);
    let files = all_files(&verbatim.index());
    let named = |end: &str| {
        let mut files = files.iter();
        files
            .find(|file| file.to_string_lossy().ends_with(end))
            .unwrap()
    };
    let terms = named(".term");
    let name = terms.file_name().unwrap().to_str().unwrap();
    let list = fs::read_to_string(named(".managed.json")).unwrap();
    assert!(list.contains(name), "{list}");
    let other = name.replace(".term", ".tern");
    fs::write(named(".managed.json"), list.replace(name, &other)).unwrap();
    let mut bytes = fs::read(terms).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(terms, bytes).unwrap();
    let (after, run) = answer(&verbatim, QUESTION);
    assert_eq!(after, good);
    assert!(run.err.contains("rebuilt from the corpus"), "{run:?}");
}

#[test]
fn a_full_disk_is_said_plainly_and_once_there_is_room_the_index_answers() {
    let verbatim = with_many_interviews();
    let run = mounts::run_limited(&verbatim, &["index"], 8);
    assert!(!run.err.contains("panic"), "{run:?}");
    let run = run.ends_with_code(3).complains("index").complains("hint: ");
    assert!(
        run.err.contains("space") || run.err.contains("large"),
        "{}",
        run.err
    );
    let (after, _) = answer(&verbatim, "miel du rucher numéro 42");
    let (expected, _) = answer(&with_many_interviews(), "miel du rucher numéro 42");
    assert_eq!(after, expected);
    assert_eq!(left_over(&verbatim), 0);
}

#[test]
fn an_index_folder_that_cannot_be_written_is_named_with_what_to_do() {
    let verbatim = Verbatim::with_the_seeds();
    // A file stands where the folder should be: true for every user, the superuser too.
    fs::write(verbatim.index(), b"").unwrap();
    verbatim
        .run(&["ask", "combien de datacentres"])
        .ends_with_code(2)
        .complains("cannot be the index folder: it is a file")
        .complains("--index DIR");
}

#[test]
fn two_programs_on_one_index_both_answer() {
    let verbatim = with_many_interviews();
    verbatim.run(&["index"]).ends_with_code(0);
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    telegram.says(7, "miel du rucher numéro 42");
    telegram.waits_for(&mut 0, "sendMessage");
    for number in 0..60 {
        let name = format!("ruchers/{number:03}.txt");
        verbatim.write(&name, interview(number, 9).as_bytes());
    }
    let runs: Vec<_> = (0..3)
        .map(|_| {
            let mut command = verbatim.command(&["ask", "miel du rucher numéro 42"]);
            command.stdin(Stdio::null()).stdout(Stdio::piped());
            command.stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for run in runs {
        let run = Run::of(run.wait_with_output().unwrap());
        assert!(!run.err.contains("panic"), "{run:?}");
        run.ends_with_code(0).says("kilos de miel");
    }
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_backup_of_a_running_bot_restores_its_interviews_and_what_users_left_behind() {
    let verbatim = Verbatim::with_files([
        ("ruchers/001.txt", interview(1, 1).as_bytes()),
        ("ruchers/001.toml", b"title = \"Le rucher\"\n"),
    ]);
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    telegram.says(7, "une question sans reponse zzz");
    telegram.waits_for(&mut seen, "sendMessage");
    telegram.waits_until_confirmed();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy");
    verbatim
        .run(&["backup", copy.to_str().unwrap()])
        .ends_with_code(0)
        .says("files copied to");
    verbatim
        .run(&["backup", copy.to_str().unwrap()])
        .ends_with_code(2)
        .complains("it is not empty");
    let inside = verbatim.corpus().join("backup");
    verbatim
        .run(&["backup", inside.to_str().unwrap()])
        .ends_with_code(2)
        .complains("inside the folder of interviews");
    // The interviews come back while the bot runs.
    verbatim.delete("ruchers/001.txt");
    verbatim.write("autre.txt", interview(2, 2).as_bytes());
    fs::copy(
        copy.join("corpus/ruchers/001.txt"),
        verbatim.corpus().join("ruchers/001.txt"),
    )
    .unwrap();
    let (found, _) = answer(&verbatim, "miel du rucher numéro 1 en version 1");
    assert_eq!(found[0], "ruchers/001");
    bot.stops_on("TERM").ends_with_code(0);
    // Elsewhere everything does.
    let elsewhere = Verbatim::with_files([]);
    let database = elsewhere.corpus().join("../feedback.sqlite");
    fs::copy(copy.join("feedback.sqlite"), &database).unwrap();
    let elsewhere = elsewhere.set("VERBATIM_FEEDBACK__DATABASE", database.to_str().unwrap());
    elsewhere.write(
        "001.txt",
        &fs::read(copy.join("corpus/ruchers/001.txt")).unwrap(),
    );
    elsewhere
        .run(&["report"])
        .ends_with_code(0)
        .says("une question sans reponse zzz");
    let settings = fs::read_to_string(copy.join("verbatim.toml")).unwrap();
    assert!(!settings.contains("fake-token"), "{settings}");
}

#[test]
fn what_users_left_behind_is_copied_back_while_the_bot_runs() {
    let verbatim = Verbatim::with_files([("001.txt", interview(1, 1).as_bytes())]);
    let database = verbatim.corpus().join("../feedback.sqlite");
    let verbatim = verbatim.set("VERBATIM_FEEDBACK__DATABASE", database.to_str().unwrap());
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    let mut asks = |telegram: &mut FakeTelegram, question: &str| {
        telegram.says(7, question);
        telegram.waits_for(&mut seen, "sendMessage");
        telegram.waits_until_confirmed();
    };
    asks(&mut telegram, "premier zzz");
    let copy = verbatim.corpus().join("../copy");
    verbatim
        .run(&["backup", copy.to_str().unwrap()])
        .ends_with_code(0);
    asks(&mut telegram, "second yyy");
    // The log of changes is gone once the file is not used any more.
    let log = database.with_file_name("feedback.sqlite-wal");
    for _ in 0..600 {
        if !log.exists() {
            break;
        }
        sleep(Duration::from_millis(50));
    }
    assert!(!log.exists(), "the file stays open");
    fs::copy(copy.join("feedback.sqlite"), &database).unwrap();
    asks(&mut telegram, "dernier xxx");
    let run = bot.stops_on("TERM").ends_with_code(0);
    assert!(!run.err.contains("kept under another name"), "{}", run.err);
    let report = verbatim.run(&["report"]).ends_with_code(0);
    let report = report.says("premier zzz").says("dernier xxx");
    assert!(!report.text().contains("second yyy"), "{report:?}");
}
