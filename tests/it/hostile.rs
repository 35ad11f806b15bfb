//! Files, questions and updates that were made to do harm: they get an answer or a refusal, and nothing else happens.

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::{Run, Verbatim};
use crate::transcript::archive;

const ADA: i64 = 7;
const MALLORY: i64 = 666;
const BEES: &str = "Ada Lin: Who keeps the bees?\n\nBo Roy: My aunt keeps forty hives of bees near the old quarry, and she sells honey.\n";

/// The file that is as it should be is read whatever stands beside it.
#[track_caller]
fn still_answers(verbatim: &Verbatim) {
    verbatim
        .run(&["ask", "Who keeps the bees?"])
        .ends_with_code(0)
        .says("forty hives");
}

#[test]
fn documents_that_are_not_what_they_say_are_refused_by_name_and_the_others_are_read() {
    let document = |xml: &str| archive(&[("word/document.xml", xml)]);
    let verbatim = Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        (
            "open.docx",
            document("<w:document><w:body><w:p ").as_slice(),
        ),
        ("wordless.docx", &document("<w:document/>")),
        (
            "other.odt",
            &archive(&[("notes.txt", "nothing that is read")]),
        ),
        ("short.pdf", b"%PDF-1.4\nnot more of it"),
        ("tagless.html", b"<html></html>"),
    ]);
    let run = verbatim.run(&["index"]).ends_with_code(0);
    let run = run
        .says("files: 1 read, 0 unchanged, 0 removed, 5 unreadable")
        .says("open.docx: the Word document is not valid XML")
        .says("wordless.docx: the file contains no words")
        .says("other.odt: ")
        .says("short.pdf: ")
        .says("tagless.html: ");
    assert!(!run.err.contains("panic"), "{run:?}");
    still_answers(&verbatim);
}

#[test]
fn a_process_that_reads_a_document_gets_no_more_memory_than_it_is_given() {
    let words = "Who keeps the bees? ".repeat(20_000);
    let xml = format!("<w:document><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:document>");
    let document = archive(&[("word/document.xml", &xml)]);
    let verbatim = Verbatim::with_files([]);
    let read = |memory: &str| {
        let mut command = verbatim.bare(&["read-document", "docx", memory]);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // A process that has ended already takes nothing.
        let _ = child.stdin.take().unwrap().write_all(&document);
        Run::of(child.wait_with_output().unwrap())
    };
    read("4294967296").ends_with_code(0).says("keeps the bees");
    let starved = read("1048576");
    let said = starved.text();
    assert!(
        said.is_empty() || said.contains("reading.memory_mib"),
        "{said}"
    );
}

#[test]
fn a_link_out_of_the_folder_is_not_followed_and_said_to_be_one() {
    let elsewhere = tempfile::tempdir().unwrap();
    let secret = elsewhere.path().join("secret.txt");
    fs::write(&secret, "Bo Roy: The vault opens with the word hyacinth.").unwrap();
    let verbatim = Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("wasps.txt", BEES.as_bytes()),
    ]);
    symlink(&secret, verbatim.corpus().join("link.txt")).unwrap();
    symlink(elsewhere.path(), verbatim.corpus().join("folder")).unwrap();
    symlink(&secret, verbatim.corpus().join("wasps.toml")).unwrap();
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 1 read")
        .says("wasps.txt: its sidecar file `wasps.toml` is a symbolic link")
        .says("link.txt: it is a symbolic link, and links are not followed")
        .says("folder: it is a symbolic link, and links are not followed");
    verbatim.run(&["ask", "hyacinth vault"]).ends_with_code(1);
}

#[test]
fn a_name_with_line_breaks_or_dots_forges_no_line_and_leads_nowhere() {
    let verbatim = Verbatim::with_files([
        ("bees\nerror: all is lost\u{1b}[31m.txt", BEES.as_bytes()),
        ("..dots..txt", BEES.as_bytes()),
        ("dots..txt", BEES.as_bytes()),
    ]);
    for arguments in [&["index"][..], &["ask", "Who keeps the bees?"], &["check"]] {
        let run = if arguments == ["check"] {
            let corpus = verbatim.corpus().to_str().unwrap();
            verbatim
                .bare(&["check", corpus])
                .output()
                .map(crate::harness::Run::of)
                .unwrap()
        } else {
            verbatim.run(arguments)
        };
        for text in [run.text(), &run.err] {
            assert!(
                !text
                    .lines()
                    .any(|line| line.starts_with("error: all is lost")),
                "{run:?}"
            );
            assert!(!text.contains('\u{1b}'), "{run:?}");
        }
    }
    verbatim
        .run(&["show", "../../etc/passwd"])
        .ends_with_code(2)
        .complains("there is no interview");
}

#[test]
fn a_file_that_grows_while_it_is_read_is_taken_as_it_stands_in_the_end() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let path = verbatim.corpus().join("bees.txt");
    let writing = std::thread::spawn(move || {
        let mut file = fs::OpenOptions::new().append(true).open(path).unwrap();
        for number in 0..400 {
            writeln!(file, "\nAda Lin: And number {number}?\n\nBo Roy: The hive number {number} stands in the meadow.").unwrap();
        }
    });
    for _ in 0..3 {
        let run = verbatim.run(&["index"]).ends_with_code(0);
        assert!(!run.err.contains("panic"), "{run:?}");
    }
    writing.join().unwrap();
    let answer = verbatim.ask("hive number 399 in the meadow");
    let text = answer["quotes"][0]["text"].as_str().unwrap();
    assert!(text.contains("399"), "{answer}");
}

/// Questions that were made to do harm.
fn questions() -> Vec<String> {
    let repeated = [
        "(",
        ")",
        "\"",
        "«",
        "[",
        "{",
        "a",
        "\u{301}",
        "\u{200d}",
        "AND ",
        "OR NOT ",
        "+",
        "-",
        "*",
        "~",
        "^9",
        "text:",
        "\\",
        "/",
        "ß",
        "İ",
        "ﷺ",
        "中",
        "👨‍👩‍👧",
        "\u{202e}",
        "<b>",
        "&amp;",
        "%s",
        "\u{0}",
    ];
    let mut questions: Vec<String> = repeated
        .iter()
        .map(|part| part.chars().cycle().take(4_096).collect())
        .collect();
    let words: Vec<String> = (0..10_000).map(|word| format!("mot{word}")).collect();
    questions.push(words.join(" "));
    questions.push("speaker:\"".repeat(400));
    questions.push("date:9999999999999..-1 in:".repeat(100));
    questions.push(".*[a-z]+$ [[:alpha:]] {1,9}".to_owned());
    questions
}

#[test]
fn no_question_is_more_than_a_question() {
    let verbatim = Verbatim::with_the_seeds();
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    for question in questions() {
        telegram.says(ADA, &question);
        let said = telegram.waits_for(&mut seen, "sendMessage");
        let text = said["text"].as_str().unwrap();
        assert!(text.encode_utf16().count() <= 4_096, "{text}");
        telegram.types(ADA, &question, "");
        telegram.waits_for(&mut 0, "answerInlineQuery");
    }
    telegram.says(ADA, "combien de datacentres");
    let said = telegram.waits_for(&mut seen, "sendMessage");
    assert!(said["text"].as_str().unwrap().contains("30 datacentres"));
    let run = bot.stops_on("TERM").ends_with_code(0);
    assert!(!run.err.contains("panic"), "{}", run.err);
}

#[test]
fn markup_in_names_and_transcripts_is_shown_and_never_obeyed() {
    let evil = "Title: <script>alert(1)</script> & <b>\nDate: 2021-02-03\n\nAda <a href=\"tg://user?id=1\">Lin</a>: Who keeps the <i>bees</i>?\n\n\
                Bo <b>Roy</b>: My aunt keeps forty hives of bees </blockquote><a href=\"https://evil.example\">here</a> near the quarry &lt;b&gt;, and she sells honey.\n";
    let verbatim = Verbatim::with_files([("evil <b>.txt", evil.as_bytes())]);
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    telegram.says(ADA, "Who keeps the bees?");
    let said = telegram.waits_for(&mut 0, "sendMessage");
    let text = said["text"].as_str().unwrap();
    assert!(
        !text.contains("<script") && !text.contains("https://evil.example\""),
        "{text}"
    );
    assert_eq!(text.matches("</blockquote>").count(), 1, "{text}");
    assert!(text.contains("&lt;/blockquote&gt;"), "{text}");
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn strangers_get_an_answer_or_a_refusal_and_nothing_else_happens() {
    let verbatim =
        Verbatim::with_files([("bees.txt", BEES.as_bytes())]).set("VERBATIM_TELEGRAM__OWNERS", "7");
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    for forged in [
        "",
        "n0",
        "🦀",
        "../../etc/passwd",
        "\u{0}\u{0}",
        &"A".repeat(64),
        "q:1:2:3",
        "delete:bees",
    ] {
        telegram.presses(MALLORY, 1234, forged);
        telegram.waits_for(&mut seen, "answerCallbackQuery");
    }
    assert!(telegram.calls("editMessageText").is_empty());
    for order in [
        "/delete bees",
        "/withdraw bees",
        "/report",
        "/rename bees wasps",
        "/reindex",
    ] {
        telegram.says(MALLORY, order);
    }
    for link in [
        "/start AAAA",
        "/start q_999_1",
        "/start ../../x",
        &format!("/start {}", "B".repeat(64)),
    ] {
        telegram.says(MALLORY, link);
        telegram.waits_for(&mut seen, "sendMessage");
    }
    telegram.sends(MALLORY, "virus.txt", b"not an interview");
    telegram.says(MALLORY, "Who keeps the bees?");
    let answered = |call: &Value| call["text"].as_str().unwrap().contains("forty hives");
    while !answered(&telegram.waits_for(&mut seen, "sendMessage")) {}
    assert!(
        telegram.calls("getFile").is_empty(),
        "a stranger's file is not even fetched"
    );
    assert_eq!(fs::read_dir(verbatim.corpus()).unwrap().count(), 1);
    assert!(Path::new(&verbatim.corpus().join("bees.txt")).exists());
    bot.stops_on("TERM").ends_with_code(0);
}
