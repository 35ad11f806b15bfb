//! Where nothing answers, or nothing can be quoted: a few words, what there is not, and offers that are answered.

use std::net::TcpListener;

use serde_json::Value;

use super::{BEN, CY, Chat, GROUP, NOTHING, data, holds, labels, text};
use crate::fake_telegram::fetch;
use crate::harness::Verbatim;

const BEES: &str = "---\ntitle: The bees\ndate: 2020-05-04\noutlet: The Gazette\n---\n\n\
    Ann Lee: How did the bees come through the winter?\n\n\
    Jane Miller: The bees came through the winter with strong colonies, and the acacia honey is better than ever.\n";
const ROLES: &str = "[[speaker]]\nname = \"Ann Lee\"\nrole = \"interviewer\"\n";

fn with_bees() -> Verbatim {
    Verbatim::with_files([
        ("farm/bees.md", BEES.as_bytes()),
        ("farm/bees.toml", ROLES.as_bytes()),
    ])
}

/// The lines of a reply, with those of its buttons.
fn lines(reply: &Value) -> usize {
    assert!(!text(reply).contains("\n\n"), "{reply}");
    text(reply).lines().count() + labels(reply).len()
}

#[test]
fn nothing_found_takes_three_lines_and_all_that_they_offer_is_answered() {
    let mut chat = Chat::starts();
    for code in ["en", "fr", "de", "es", "it"] {
        chat.language = code;
        let reply = chat.says(BEN, NOTHING);
        assert!(lines(&reply) <= 3, "{reply}");
        let offered = labels(&reply).concat();
        let [question] = offered.as_slice() else {
            panic!("{code}: {offered:?}");
        };
        let press = data(&reply, question);
        chat.telegram.presses(BEN, 1001, &press);
        let answer = chat.telegram.waits_for(&mut chat.seen, "sendMessage");
        holds(text(&answer), &["<blockquote>"]);
    }
    chat.language = "en";
    let reply = chat.says(BEN, NOTHING);
    let offers = text(&reply).lines().nth(1).unwrap();
    let (topics, people) = offers.split_once(" Speakers: ").unwrap();
    let topics = topics.strip_prefix("The interviews talk about: ").unwrap();
    for offered in topics.split(", ").chain(people.split(", ")) {
        let answer = chat.says(BEN, offered.trim_end_matches('.'));
        holds(text(&answer), &["<blockquote>"]);
    }
    let limited = chat.says(BEN, &format!("{NOTHING} speaker:\"Michel Paulin\""));
    let chips = labels(&limited)
        .iter()
        .filter(|row| row[0].starts_with('✕'))
        .count();
    holds(text(&limited), &["Limited to: Michel Paulin."]);
    assert!(lines(&limited) - chips <= 3, "{limited}");
    chat.ends();
}

#[test]
fn what_there_is_not_is_named_with_the_nearest_in_a_chat_and_in_a_group_and_offers_no_more() {
    let mut chat = Chat::with(with_bees());
    for (question, said) in [
        (
            "#fram bees",
            "There is no collection called “fram”. Did you mean: farm?",
        ),
        (
            "bees in:Gazete",
            "There is no collection, outlet or interview called “Gazete”. Did you mean: The Gazette?",
        ),
        (
            "bees speaker:Jaen",
            "Nobody here is called “Jaen”. Did you mean: Jane Miller?",
        ),
        (
            "bees date:soon",
            "“soon” is not a date. Write 2020, 2020-04 or 2019..2021.",
        ),
        (
            "bees date:1999 speaker:Miller",
            "No interview matches all of this: Jane Miller; 1999.",
        ),
    ] {
        let told = chat.says(BEN, question);
        assert_eq!(text(&told).lines().next(), Some(said), "{told}");
        let in_group = chat.says_in(GROUP, BEN, &format!("/ask {question}"));
        assert_eq!(text(&in_group).lines().next(), Some(said), "{in_group}");
        assert!(labels(&in_group).is_empty(), "{in_group}");
    }
    chat.ends();
}

#[test]
fn whoever_asks_in_interviews_is_told_of_in_telegram_and_counts_as_no_question() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let verbatim = with_bees().set("VERBATIM_MONITOR__LISTEN", &address.to_string());
    let mut chat = Chat::with(verbatim);
    for words in ["Ann Lee", "Who is Ann Lee?", "speaker:\"Ann Lee\""] {
        let told = chat.says(BEN, words);
        holds(
            text(&told),
            &[
                "<b>Ann Lee</b>: interviewer, one interview, 2020\n• “The bees”, The Gazette, 4 May 2020",
                "Only answers are quoted, not what interviewers say.",
            ],
        );
        assert!(!text(&told).contains("<blockquote>"), "{told}");
        assert!(labels(&told).is_empty(), "{told}");
    }
    // Typed after the bot's name, neither a greeting nor an interviewer finds or counts.
    for words in ["bonjour", "Ann Lee"] {
        chat.telegram.types(CY, words, "");
        let results = chat.telegram.waits_for(&mut chat.seen, "answerInlineQuery");
        assert_eq!(results["results"].as_array().map(Vec::len), Some(0));
    }
    assert!(
        chat.rows::<String>("SELECT text FROM unanswered")
            .is_empty()
    );
    let (_, metrics) = fetch(&format!("http://{address}/metrics"));
    assert!(!metrics.contains("verbatim_questions_total{"), "{metrics}");
    chat.ends();
}

#[test]
fn an_interview_without_answers_is_listed_and_has_no_button_that_would_find_nothing() {
    let verbatim = with_bees();
    let asked = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>How many hives are there?\n";
    verbatim.write("farm/asked.vtt", asked.as_bytes());
    let sidecar = format!("title = \"Only questions\"\ndate = 2022\n\n{ROLES}");
    verbatim.write("farm/asked.toml", sidecar.as_bytes());
    let mut chat = Chat::with(verbatim);
    let list = chat.says(BEN, "/interviews");
    holds(text(&list), &["Only questions, 2022: no answers"]);
    assert_eq!(labels(&list), [["The bees"]]);
    chat.ends();
}

#[test]
fn a_command_that_there_is_not_is_said_in_a_chat_and_a_group_hears_nothing() {
    let mut chat = Chat::starts();
    let told = chat.says(BEN, "/xyz");
    assert_eq!(
        text(&told),
        "There is no command /xyz. /help lists all commands."
    );
    let long = chat.says(BEN, &format!("/<b>{}", "z".repeat(3_000)));
    holds(text(&long), &["There is no command /&lt;b&gt;zzz", "z…"]);
    assert!(text(&long).len() < 200, "{long}");
    for (typed, words) in [
        ("/ speakers", "Speakers"),
        ("/SPEAKERS", "Speakers"),
        ("/aide", "Send me a question in your own words"),
        ("/hilfe", "Send me a question in your own words"),
    ] {
        holds(text(&chat.says(BEN, typed)), &[words]);
    }
    // The next thing that the group hears is the answer to what is a command.
    let english = chat.user(BEN);
    let more = serde_json::json!({ "from": english });
    chat.telegram.says_with(GROUP, "/speeker", more);
    holds(
        text(&chat.says_in(GROUP, BEN, "/speakers")),
        &["<b>Speakers"],
    );
    chat.ends();
}
