//! Files, questions and updates that were made to do harm: they get an answer or a refusal, and nothing else happens.

use std::fs;
use std::io::{Cursor, Write};
use std::os::unix::fs::symlink;
use std::path::Path;

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::documents::{archive, pdf_file};
use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::Verbatim;

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

/// An archive of one part that says little and unpacks to so many mebibytes.
fn bomb(part: &str, mebibytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for other in [
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"content.opf\"/></rootfiles></container>",
        ),
        ("[Content_Types].xml", "<Types/>"),
    ] {
        zip.start_file(other.0, options).unwrap();
        zip.write_all(other.1.as_bytes()).unwrap();
    }
    zip.start_file(part, options).unwrap();
    let mebibyte = vec![b'<'; 1 << 20];
    for _ in 0..mebibytes {
        zip.write_all(&mebibyte).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(xml: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", xml),
    ])
}

/// Entities that each hold the one before ten times, and one that is held very often.
fn laughing() -> String {
    let mut xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"ha\">".to_owned();
    for level in 1..12 {
        let before = format!("&a{};", level - 1).repeat(10);
        xml.push_str(&format!("<!ENTITY a{level} \"{before}\">"));
    }
    let many = "&a11;".repeat(50_000);
    xml + "]><w:document><w:body><w:p><w:r><w:t>"
        + &many
        + "</w:t></w:r></w:p></w:body></w:document>"
}

/// A PDF whose tree of pages holds itself.
fn cyclic() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>",
        "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 3 0 R >>",
    ];
    pdf_file(&objects.map(str::to_owned))
}

/// A PDF of very many pages.
fn long(pages: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 3)).collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {pages} >>"),
    ];
    for _ in 0..pages {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 {} 0 R >> >> >>",
            pages + 3,
            pages + 4
        ));
    }
    let words = "BT /F1 12 Tf 72 760 Td (Bo Roy: The fish are slow at night in the harbour.) Tj ET";
    objects.push(format!(
        "<< /Length {} >>\nstream\n{words}\nendstream",
        words.len()
    ));
    objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned());
    pdf_file(&objects)
}

#[test]
fn files_that_were_made_to_do_harm_are_refused_by_name_and_the_others_are_read() {
    let nested = format!("<html><body>{}", "<b><i>".repeat(100_000));
    let tags = format!("<w:document><w:body>{}", "<w:p ".repeat(300_000));
    let verbatim = Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("bomb.docx", &bomb("word/document.xml", 400)),
        ("bomb.odt", &bomb("content.xml", 400)),
        ("bomb.epub", &bomb("content.opf", 400)),
        ("laughing.docx", &document(&laughing())),
        ("open.docx", &document(&tags)),
        ("cyclic.pdf", &cyclic()),
        ("nested.html", nested.as_bytes()),
    ]);
    let run = verbatim.run(&["index"]).ends_with_code(0);
    let run = run
        .says("bomb.docx: `word/document.xml` of the Word file unpacks to more than 64 MiB")
        .says("bomb.odt: `content.xml` of the OpenDocument file unpacks to more than 64 MiB")
        .says("bomb.epub: `content.opf` of the EPUB file unpacks to more than 64 MiB")
        .says("laughing.docx: ")
        .says("open.docx: ")
        .says("cyclic.pdf: ")
        .says("nested.html: the page is nested deeper than 500 levels");
    assert!(!run.err.contains("panic"), "{run:?}");
    still_answers(&verbatim);
}

#[test]
fn a_pdf_of_ten_thousand_pages_is_read_or_refused_and_costs_nobody_else() {
    let verbatim =
        Verbatim::with_files([("bees.txt", BEES.as_bytes()), ("long.pdf", &long(10_000))]);
    let run = verbatim.run(&["index"]).ends_with_code(0);
    assert!(!run.err.contains("panic"), "{run:?}");
    still_answers(&verbatim);
}

#[test]
fn a_link_out_of_the_folder_is_not_followed_and_said_to_be_one() {
    let elsewhere = tempfile::tempdir().unwrap();
    let secret = elsewhere.path().join("secret.txt");
    fs::write(&secret, "Bo Roy: The vault opens with the word hyacinth.").unwrap();
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    symlink(&secret, verbatim.corpus().join("link.txt")).unwrap();
    symlink(elsewhere.path(), verbatim.corpus().join("folder")).unwrap();
    symlink(&secret, verbatim.corpus().join("bees.toml")).unwrap();
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 1 read")
        .says("link.txt: it is a link, and links are not followed")
        .says("folder: it is a link, and links are not followed");
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
    questions.push(".*(a+)+$ [[[:alpha:]] {1,99999}".to_owned());
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
    telegram.sends(MALLORY, "virus.txt", &vec![b'x'; 20 << 20]);
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
