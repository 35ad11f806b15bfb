//! Sub-folders are collections: counted, shown, and asked alone.

use std::path::Path;

use verbatim::interview::InterviewId;
use verbatim::reading::{FileToRead, ReadInterview, examine_all, examine_each, has_many};

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::Verbatim;
use crate::living::{BEES, TRAINS};
use crate::transcript::try_examine;

fn archive() -> Verbatim {
    let wild = BEES.replace("acacia honey", "honey of wild thyme");
    Verbatim::with_files([
        ("Nature sauvage/bees.txt", wild.as_bytes()),
        ("farm/bees.txt", BEES.as_bytes()),
        ("farm/old/trains.txt", TRAINS.as_bytes()),
        ("loose.txt", TRAINS.as_bytes()),
        ("loose.toml", b"title = \"Loose\""),
        ("photo.jpg", b"\xff\xd8"),
        (".notes.txt", BEES.as_bytes()),
        (".git/HEAD", b"x"),
    ])
}

#[test]
fn the_summary_counts_collections_and_what_is_not_read() {
    let run = archive().run(&["index"]).ends_with_code(0);
    run.says("files: 4 read")
        .says("skipped: 1 of a type that is not read, 2 hidden")
        .says("collections: Nature sauvage (1), farm (2)");
}

#[test]
fn a_collection_is_asked_alone_by_its_name_in_the_question_or_by_a_flag() {
    let verbatim = archive();
    let asked = |question: &str| {
        let answer = verbatim.ask(question);
        let quotes = answer["quotes"].as_array().unwrap().clone();
        quotes
            .iter()
            .map(|quote| quote["interview"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(asked("Is the honey better than ever?").len(), 2);
    assert_eq!(asked("#farm Is the honey better than ever?"), ["farm/bees"]);
    assert_eq!(
        asked("Is the honey better than ever? in:nature-sauvage"),
        ["Nature sauvage/bees"]
    );
    assert_eq!(
        asked("When do the night trains come back? #farm"),
        ["farm/old/trains"]
    );
    assert_eq!(asked("night trains #nature-sauvage"), [""; 0]);
    let flag = [
        "ask",
        "--collection",
        "FARM",
        "Is the honey better than ever?",
    ];
    let run = verbatim.run(&flag).ends_with_code(0);
    assert!(
        run.text().contains("acacia") && !run.text().contains("thyme"),
        "{run:?}"
    );
    let piped = verbatim.run_with_input(
        &["chat", "--collection", "farm"],
        b"Is the honey better than ever?\n",
    );
    assert!(
        piped.text().contains("acacia") && !piped.text().contains("thyme"),
        "{piped:?}"
    );
    verbatim
        .run(&["ask", "night trains #nature-sauvage"])
        .ends_with_code(1)
        .says("Limited to: Nature sauvage.");
    let wrong = verbatim
        .run(&["ask", "--collection", "fram", "honey"])
        .ends_with_code(2);
    wrong
        .complains("there is no collection `fram`")
        .complains("did you mean `farm`?");
}

#[test]
fn the_bot_names_its_collections_and_answers_from_the_one_that_is_named() {
    let verbatim = archive();
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    telegram.says(7, "/start");
    let start = telegram.waits_for(&mut seen, "sendMessage");
    assert!(
        start["text"]
            .as_str()
            .unwrap()
            .contains("Collections\u{a0}: farm, Nature sauvage."),
        "{start}"
    );
    telegram.says(7, "#naturesauvage Is the honey better than ever?");
    let answer = telegram.waits_for(&mut seen, "sendMessage");
    let text = answer["text"].as_str().unwrap();
    assert!(text.contains("thyme") && !text.contains("acacia"), "{text}");
    bot.stops_on("TERM").ends_with_code(0);
}

/// Lines of two interviews in turn.
fn lines() -> String {
    let line = |id: usize, interview: &str, words: &str| {
        format!(
            "{{\"id\":\"{id}\",\"interview_id\":\"{interview}\",\"title\":\"Of {interview}\",\"question\":\"Why {id}?\",\"text\":\"{words}\",\"speaker\":\"Bo Roy\"}}\n"
        )
    };
    [
        line(1, "bees", "The bees fly low when it is warm."),
        line(2, "trains", "The trains come back in spring."),
        "not a line\n".to_owned(),
        line(3, "bees", "The honey is dark this year."),
        line(4, "trains", "The night is for sleeping."),
    ]
    .concat()
}

fn feed() -> String {
    let post = |title: &str, words: &str| {
        format!(
            "<item><title>{title}</title><link>https://a.example/talk</link><content:encoded><![CDATA[<p><b>Who rows?</b></p><p>{words}</p>]]></content:encoded></item>"
        )
    };
    format!(
        "<rss version=\"2.0\"><channel><title>Site</title>{}{}{}</channel></rss>",
        post("One", "The first one rows."),
        "<item><title>Short</title><description>Only a summary.</description></item>",
        post("Two", "The second one rows.")
    )
}

/// The ids, transcripts and turns of interviews, in order of their ids.
fn told(read: &[ReadInterview]) -> Vec<(String, String, usize)> {
    let mut told: Vec<_> = read
        .iter()
        .map(|one| &one.interview)
        .map(|one| {
            (
                one.id.as_str().to_owned(),
                one.transcript.clone(),
                one.turns.len(),
            )
        })
        .collect();
    told.sort();
    told
}

#[test]
fn a_file_of_many_interviews_is_read_one_by_one_as_it_is_read_whole() {
    for (name, file, warning) in [
        (
            "all.jsonl",
            lines(),
            "lines without an `id` and a text are left out: 1, the first in line 3",
        ),
        (
            "site.xml",
            feed(),
            "entries with only a summary are left out: 1; save their pages as .html",
        ),
    ] {
        let source = FileToRead {
            id: InterviewId::new("all"),
            path: Path::new(name),
            bytes: file.as_bytes(),
            sidecar: None,
        };
        assert!(has_many(source.path, source.bytes));
        let mut each = Vec::new();
        examine_each(&source, &mut |read| each.push(read)).unwrap();
        let whole = examine_all(&source).unwrap();
        assert_eq!(told(&each), told(&whole), "{name}");
        assert_eq!(each.len(), 2, "{name}");
        // What is said of the file stands with its first interview, which comes last.
        assert_eq!(
            each[1].interview.warnings.first().map(String::as_str),
            Some(warning)
        );
        assert_eq!(each[1].interview.id, whole[0].interview.id);
    }
}

#[test]
fn a_file_of_many_interviews_is_taken_up_and_what_it_loses_goes() {
    let verbatim = Verbatim::with_files([("all.jsonl", lines().as_bytes())]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("interviews: 2,");
    assert_eq!(
        verbatim.ask("Is the honey dark?")["quotes"][0]["interview"],
        "all#bees"
    );
    let fewer: String = lines()
        .lines()
        .filter(|line| !line.contains("trains"))
        .map(|line| format!("{line}\n"))
        .collect();
    verbatim.write("all.jsonl", fewer.as_bytes());
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("interviews: 1,")
        .says("1 removed");
}

#[test]
fn a_feed_that_is_damaged_is_read_up_to_there_and_that_is_said() {
    let file = feed().replace("<item><title>Two", "<item><!-- never closed <title>Two");
    let read = try_examine("site.xml", file.as_bytes()).unwrap().interview;
    assert!(read.transcript.contains("The first one rows."));
    let said = |warning: &String| {
        warning.contains("the feed is cut off or damaged")
            && warning.contains("what could be read of it was read")
    };
    assert!(read.warnings.iter().any(said), "{:?}", read.warnings);
}
