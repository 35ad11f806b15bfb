//! The languages of the interface.

use serde_json::json;

use super::{BEN, Chat, OWNER, QUESTION, holds, text};
use crate::fake_telegram::{FakeTelegram, Fault, TOKEN};
use crate::harness::Verbatim;

#[test]
fn every_language_has_its_commands_and_what_the_bot_is_for() {
    let mut chat = Chat::starts();
    chat.telegram
        .waits_for(&mut chat.seen, "setMyShortDescription");
    let mut seen = 0;
    for code in [None, Some("fr"), Some("de"), Some("es"), Some("it")] {
        for (kind, scope) in [
            (None, None),
            (Some("all_group_chats"), None),
            (Some("chat"), Some(OWNER)),
        ] {
            let call = chat.telegram.waits_for(&mut seen, "setMyCommands");
            assert_eq!(call["language_code"].as_str(), code);
            assert_eq!(call["scope"]["type"].as_str(), kind);
            assert_eq!(call["scope"]["chat_id"].as_i64(), scope);
            let commands = call["commands"].as_array().unwrap();
            let names: Vec<&str> = commands
                .iter()
                .map(|command| command["command"].as_str().unwrap())
                .collect();
            let all = [
                "ask",
                "card",
                "speakers",
                "interviews",
                "random",
                "start",
                "help",
                "about",
                "settings",
                "privacy",
                "forget",
                "report",
            ];
            if kind == Some("all_group_chats") {
                assert!(names.contains(&"ask") && !names.contains(&"start"));
                continue;
            }
            assert_eq!(names, all[..11 + usize::from(scope.is_some())]);
        }
    }
    for (method, field) in [
        ("setMyDescription", "description"),
        ("setMyShortDescription", "short_description"),
    ] {
        let mut texts = Vec::new();
        for code in [None, Some("fr"), Some("de"), Some("es"), Some("it")] {
            let call = chat.telegram.waits_for(&mut seen, method);
            assert_eq!(call["language_code"].as_str(), code);
            texts.push(call[field].as_str().unwrap().to_owned());
        }
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), 5, "each language has its own words");
    }
    chat.ends();
}

#[test]
fn the_bot_speaks_the_users_language_and_quotes_stay_in_theirs() {
    let mut chat = Chat::starts();
    for (language, words, thanks) in [
        (
            "de",
            ["Frage:", "April 2020", "Interview lesen"],
            "Danke, das ist notiert.",
        ),
        (
            "es",
            ["Pregunta:", "abril de 2020", "leer la entrevista"],
            "Gracias, anotado.",
        ),
        (
            "it",
            ["Domanda:", "aprile 2020", "leggi l’intervista"],
            "Grazie, annotato.",
        ),
    ] {
        chat.language = language;
        let quote = chat.says(BEN, QUESTION);
        holds(text(&quote), &words[..2]);
        holds(
            text(&quote),
            &["Je n’irai pas jusqu’à la notion de crash-test."],
        );
        assert_eq!(chat.presses(BEN, &quote, "👍"), thanks);
        assert_ne!(chat.presses(BEN, &quote, "👍"), thanks);
    }
    chat.ends();
}

#[test]
fn a_description_that_an_owner_wrote_is_left_as_it_is() {
    let verbatim = Verbatim::with_the_seeds();
    let telegram = FakeTelegram::start();
    telegram.fails_once(Fault {
        method: "getMyDescription",
        chat: None,
        status: 200,
        body: json!({ "ok": true, "result": { "description": "My own words" } }),
    });
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    telegram.waits_for(&mut seen, "setMyShortDescription");
    let told = telegram.calls("setMyDescription");
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(
        told.iter()
            .all(|call| call.body["language_code"].is_string())
    );
    bot.stops_on("TERM").ends_with_code(0);
}
