//! Sub-folders are collections: counted, shown, and asked alone.

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::Verbatim;
use crate::living::{BEES, TRAINS};

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
