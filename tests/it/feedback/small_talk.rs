//! Small talk, names and unknown names in a private chat; what is no question is counted nowhere.

use std::net::TcpListener;

use super::{BEN, Chat, GROUP, holds, labels, text};
use crate::fake_telegram::fetch;
use crate::harness::Verbatim;

#[test]
fn small_talk_is_answered_with_a_word_and_counted_nowhere() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_MONITOR__LISTEN", &address.to_string());
    let mut chat = Chat::with(verbatim);
    for (said, word) in [
        ("bonjour", "Hello!"),
        ("Thank you so much!", "You’re welcome"),
        ("tschüss", "Goodbye"),
        ("quit", "Goodbye"),
        ("🎉", "Ask me a question"),
        ("…", "Ask a question in your own words"),
        ("help", "Send me a question in your own words"),
        ("?", "Send me a question in your own words"),
        ("/card merci", "You’re welcome"),
    ] {
        holds(text(&chat.says(BEN, said)), &[word]);
    }
    let greeted = chat.says(BEN, "Hello!");
    let offered = labels(&greeted).concat();
    assert!(offered.iter().any(|label| label.contains('?')), "{greeted}");
    let in_group = chat.says_in(GROUP, BEN, "/ask merci");
    holds(text(&in_group), &["You’re welcome"]);
    assert!(labels(&in_group).is_empty(), "{in_group}");
    assert!(
        chat.rows::<String>("SELECT text FROM unanswered")
            .is_empty()
    );
    assert!(chat.rows::<i64>("SELECT unanswered FROM usage").is_empty());
    let (_, metrics) = fetch(&format!("http://{address}/metrics"));
    assert!(!metrics.contains("verbatim_questions_total{"), "{metrics}");
    chat.ends();
}

#[test]
fn a_name_alone_says_who_that_is_in_telegram_too() {
    let mut chat = Chat::starts();
    for question in ["Paulin", "Who is Michel Paulin?"] {
        let reply = chat.says(BEN, question);
        holds(
            text(&reply),
            &[
                "<b>Michel Paulin</b>: dirigeant d’OVHcloud, guest, one interview, 2020\n• ",
                "<blockquote>",
            ],
        );
        assert!(!text(&reply).contains("Limited to"), "{reply}");
    }
    chat.ends();
}

#[test]
fn what_there_is_not_is_said_in_telegram_with_the_nearest() {
    let mut chat = Chat::starts();
    let reply = chat.says(BEN, "souveraineté speaker:pualin");
    holds(
        text(&reply),
        &["Nobody here is called “pualin”. Did you mean: Michel Paulin?"],
    );
    assert!(labels(&reply).is_empty(), "{reply}");
    let command = chat.says(BEN, "/speeker");
    holds(
        text(&command),
        &["There is no command /speeker. Closest: /speakers."],
    );
    chat.ends();
}
