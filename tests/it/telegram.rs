//! The bot in Telegram: short dialogues between users and the real process.

use proptest::prelude::*;
use serde_json::{Value, json};
use verbatim::answer::Place;
use verbatim::interview::{InterviewKey, Span};
use verbatim::telegram::ButtonPayload;

use crate::fake_telegram::{Bot, FakeTelegram, Fault, TOKEN};
use crate::harness::Verbatim;

const ADA: i64 = 7;
const BEN: i64 = 8;
const GROUP: i64 = -100;

fn started() -> (Verbatim, FakeTelegram, Bot) {
    let verbatim = Verbatim::with_the_seeds();
    let telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    (verbatim, telegram, bot)
}

fn text(call: &Value) -> &str {
    call["text"].as_str().unwrap()
}

fn buttons(call: &Value) -> Vec<(String, String)> {
    let rows = call["reply_markup"]["inline_keyboard"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let cell = |cell: &Value| {
        let data = cell["callback_data"].as_str()?;
        Some((cell["text"].as_str().unwrap().to_owned(), data.to_owned()))
    };
    rows.iter()
        .flat_map(|row| row.as_array().unwrap())
        .filter_map(cell)
        .collect()
}

#[test]
fn a_question_is_answered_with_a_quote_that_replies_to_it() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    let asked = telegram.says(ADA, "Le Covid est-il un crash-test ?");
    let reply = telegram.waits_for(&mut seen, "sendMessage");
    assert_eq!(reply["chat_id"], ADA);
    assert_eq!(reply["reply_parameters"]["message_id"], asked);
    assert_eq!(reply["parse_mode"], "HTML");
    assert_eq!(reply["link_preview_options"]["is_disabled"], true);
    let html = text(&reply);
    assert!(
        html.contains(
            "<blockquote><b>Je n’irai pas jusqu’à la notion de crash-test.</b> Néanmoins"
        ),
        "{html}"
    );
    assert!(
        html.contains("<i>Question\u{a0}: Est-ce que cette crise Covid-19"),
        "{html}"
    );
    assert!(
        html.contains("<b>Michel Paulin</b>") && html.contains("avril 2020"),
        "{html}"
    );
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn the_bot_is_seen_typing_where_the_answer_takes_a_while_and_only_there() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    telegram.says(BEN, "Le Covid est-il un crash-test ?");
    telegram.waits_for(&mut seen, "sendMessage");
    telegram.waits_until_confirmed();
    telegram.fails_once(Fault {
        method: "sendMessage",
        chat: Some(ADA),
        status: 429,
        body: json!({ "ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": { "retry_after": 1 } }),
    });
    telegram.says(ADA, "Le Covid est-il un crash-test ?");
    assert_eq!(
        telegram.waits_for(&mut seen, "sendChatAction")["chat_id"],
        ADA
    );
    telegram.waits_for(&mut seen, "sendMessage");
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn start_says_what_it_holds_and_offers_three_questions_that_are_answered() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    telegram.says(ADA, "/start");
    let start = telegram.waits_for(&mut seen, "sendMessage");
    assert!(
        text(&start).contains("Un entretien, 3 réponses, avec Michel Paulin"),
        "{}",
        text(&start)
    );
    let offered = buttons(&start);
    assert_eq!(offered.len(), 3, "{offered:?}");
    for (label, data) in offered {
        assert!((1..=64).contains(&data.len()), "{label}");
        telegram.presses(ADA, 1001, &data);
        assert!(
            text(&telegram.waits_for(&mut seen, "sendMessage")).contains("<blockquote>"),
            "{label}"
        );
        telegram.waits_for(&mut seen, "answerCallbackQuery");
    }
    telegram.says(ADA, "/help");
    assert!(text(&telegram.waits_for(&mut seen, "sendMessage")).contains("/ask"));
    bot.stops_on("INT").ends_with_code(0);
}

#[test]
fn buttons_turn_the_pages_in_place_after_a_restart_too() {
    let (verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    telegram.says(ADA, "souveraineté numérique des entreprises");
    let first = telegram.waits_for(&mut seen, "sendMessage");
    let mut turning = buttons(&first).into_iter();
    let (_, next) = turning.find(|(label, _)| label == "›").unwrap();
    bot.stops_on("TERM").ends_with_code(0);
    let bot = telegram.bot(&verbatim, TOKEN);
    telegram.presses(ADA, 1234, &next);
    let second = telegram.waits_for(&mut seen, "editMessageText");
    assert_eq!(second["message_id"], 1234);
    assert_ne!(text(&second), text(&first));
    assert!(
        buttons(&second)
            .iter()
            .any(|(label, _)| label.starts_with("2/"))
    );
    telegram.waits_for(&mut seen, "answerCallbackQuery");
    let (label, before) = buttons(&second).remove(0);
    assert_eq!(label, "‹");
    telegram.presses(ADA, 1234, &before);
    assert_eq!(
        text(&telegram.waits_for(&mut seen, "editMessageText")),
        text(&first)
    );
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_forged_button_and_one_of_a_withdrawn_passage_get_an_answer_and_nothing_else() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    let place = Place {
        interview: InterviewKey::from_bytes([1; 5]),
        span: Span::new(3, 9),
        highlight: None,
    };
    let gone = ButtonPayload::Page {
        index: 0,
        places: vec![place],
    }
    .encode()
    .unwrap();
    for (data, said) in [
        ("%%%", "ne fonctionne plus"),
        (gone.as_str(), "n’est plus là"),
    ] {
        telegram.presses(ADA, 1001, data);
        let answer = telegram.waits_for(&mut seen, "answerCallbackQuery");
        assert!(text(&answer).contains(said), "{answer}");
    }
    assert!(
        telegram.calls("editMessageText").is_empty() && telegram.calls("sendMessage").is_empty()
    );
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn in_a_group_the_bot_speaks_only_when_it_is_spoken_to() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    let to = |from: Value, words: &str| json!({ "reply_to_message": { "message_id": 3, "date": 1, "chat": { "id": GROUP, "type": "supergroup" }, "from": from, "text": words } });
    telegram.says(GROUP, "combien de datacentres");
    telegram.says(GROUP, "/ask@other_bot combien de datacentres");
    telegram.waits_until_confirmed();
    assert!(telegram.calls("sendMessage").is_empty());
    let ben = json!({ "id": BEN, "is_bot": false, "first_name": "Ben" });
    let itself = json!({ "id": 999, "is_bot": true, "first_name": "V" });
    // A group each: the same question twice in one is answered once.
    for (group, words, more) in [
        (GROUP, "/ask@verbatim_bot combien de datacentres", json!({})),
        (
            GROUP - 1,
            "@Verbatim_Bot, combien de datacentres ?",
            json!({}),
        ),
        (
            GROUP - 2,
            "combien de datacentres",
            to(itself, "une réponse"),
        ),
        (GROUP - 3, "/ask", to(ben, "combien de datacentres ?")),
    ] {
        telegram.says_with(group, words, more);
        let reply = telegram.waits_for(&mut seen, "sendMessage");
        assert!(
            text(&reply).contains("30 datacentres"),
            "`{words}`: {}",
            text(&reply)
        );
    }
    telegram.says_with(
        GROUP,
        "/ask combien de datacentres",
        json!({ "message_thread_id": 44, "is_topic_message": true }),
    );
    assert_eq!(
        telegram.waits_for(&mut seen, "sendMessage")["message_thread_id"],
        44
    );
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn where_nothing_answers_a_group_is_told_in_one_line_and_a_private_chat_what_there_is() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    telegram.says(ADA, "recette de la tarte aux pommes");
    let private = telegram.waits_for(&mut seen, "sendMessage");
    assert_eq!(text(&private).lines().count(), 2, "{}", text(&private));
    assert!(!buttons(&private).is_empty());
    for command in ["/ask", "/card"] {
        telegram.says(GROUP, &format!("{command} recette de la tarte aux pommes"));
        let group = telegram.waits_for(&mut seen, "sendMessage");
        assert_eq!(group["chat_id"], GROUP);
        assert_eq!(text(&group).lines().count(), 1, "{}", text(&group));
        assert!(
            text(&group).contains("Personne ne répond"),
            "{}",
            text(&group)
        );
        assert!(buttons(&group).is_empty());
    }
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn buttons_of_a_message_that_telegram_shows_no_more_of_work_all_the_same() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    telegram.says(ADA, "souveraineté numérique des entreprises");
    let first = telegram.waits_for(&mut seen, "sendMessage");
    // Of an old message there is its number only (InaccessibleMessage: its date is 0).
    let old = json!({ "message_id": 1234, "date": 0, "chat": { "id": ADA, "type": "private", "first_name": "Ada" } });
    let user = json!({ "id": ADA, "is_bot": false, "first_name": "Ada", "language_code": "fr" });
    for wanted in ["›", "Contexte"] {
        let (_, data) = buttons(&first)
            .into_iter()
            .find(|(label, _)| label == wanted)
            .unwrap();
        let press = json!({ "id": "old", "from": user, "message": old, "chat_instance": "1", "data": data });
        telegram.update("callback_query", press);
        let edited = telegram.waits_for(&mut seen, "editMessageText");
        assert_eq!(edited["message_id"], 1234);
        assert!(
            text(&edited).contains("<blockquote"),
            "{wanted}: {}",
            text(&edited)
        );
        telegram.waits_for(&mut seen, "answerCallbackQuery");
    }
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn an_edited_question_is_answered_again_in_the_same_message() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    let asked = telegram.says(ADA, "recette de la tarte aux pommes");
    assert!(text(&telegram.waits_for(&mut seen, "sendMessage")).contains("Personne ne répond"));
    telegram.edits(ADA, asked, "combien de datacentres");
    assert!(text(&telegram.waits_for(&mut seen, "editMessageText")).contains("30 datacentres"));
    assert_eq!(telegram.calls("sendMessage").len(), 1);
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_wrong_token_is_said_plainly() {
    let verbatim = Verbatim::with_the_seeds();
    let telegram = FakeTelegram::start();
    let run = telegram
        .bot(&verbatim, "123456:another")
        .ends()
        .ends_with_code(2);
    run.complains("Telegram refused the token")
        .complains("@BotFather");
}

#[test]
fn the_token_and_the_questions_are_in_no_log() {
    let (_verbatim, mut telegram, bot) = started();
    telegram.fails_once(Fault {
        method: "sendMessage",
        chat: None,
        status: 502,
        body: json!("<html>Bad Gateway</html>"),
    });
    let mut seen = 0;
    telegram.says(ADA, "combien de datacentres secrets");
    telegram.waits_for(&mut seen, "sendMessage");
    let run = bot.stops_on("TERM").ends_with_code(0);
    assert!(run.err.contains("answering in Telegram"), "{}", run.err);
    assert!(!run.err.contains("fake-token") && !run.text().contains("fake-token"));
    let loud = run.err.lines().filter(|line| {
        [" INFO ", " WARN ", "ERROR "]
            .iter()
            .any(|level| line.contains(level))
    });
    assert!(loud.clone().count() > 0 && loud.into_iter().all(|line| !line.contains("secrets")));
}

#[test]
fn an_answer_that_telegram_did_not_take_is_sent_again_and_only_once() {
    let (_verbatim, mut telegram, bot) = started();
    for status in [502, 500] {
        telegram.fails_once(Fault {
            method: "sendMessage",
            chat: None,
            status,
            body: json!("<html>no JSON</html>"),
        });
    }
    let mut seen = 0;
    telegram.says(ADA, "combien de datacentres");
    telegram.waits_for(&mut seen, "sendMessage");
    telegram.waits_until_confirmed();
    let run = bot.stops_on("TERM").ends_with_code(0);
    assert_eq!(
        telegram
            .calls("sendMessage")
            .iter()
            .filter(|call| call.accepted)
            .count(),
        1,
        "{}",
        run.err
    );
}

#[test]
fn a_chat_that_must_wait_holds_no_other() {
    let (_verbatim, mut telegram, bot) = started();
    let slow = json!({ "ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": { "retry_after": 2 } });
    telegram.fails_once(Fault {
        method: "sendMessage",
        chat: Some(ADA),
        status: 429,
        body: slow,
    });
    let mut seen = 0;
    telegram.says(ADA, "combien de datacentres");
    telegram.says(BEN, "combien de datacentres");
    assert_eq!(telegram.waits_for(&mut seen, "sendMessage")["chat_id"], BEN);
    assert_eq!(telegram.waits_for(&mut seen, "sendMessage")["chat_id"], ADA);
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn killed_the_bot_answers_what_it_had_not_and_nothing_twice() {
    let (verbatim, mut telegram, bot) = started();
    let forever = json!({ "ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": { "retry_after": 600 } });
    telegram.fails_once(Fault {
        method: "sendMessage",
        chat: Some(ADA),
        status: 429,
        body: forever,
    });
    let mut seen = 0;
    telegram.says(ADA, "combien de datacentres");
    telegram.waits_until_refused("sendMessage");
    let done = telegram.says(BEN, "combien de datacentres");
    assert_eq!(telegram.waits_for(&mut seen, "sendMessage")["chat_id"], BEN);
    // One user's questions are answered in order: with this answer the one before is done for good.
    telegram.says(BEN, "Le Covid est-il un crash-test ?");
    assert_eq!(telegram.waits_for(&mut seen, "sendMessage")["chat_id"], BEN);
    bot.stops_on("KILL");
    let bot = telegram.bot(&verbatim, TOKEN);
    while telegram.waits_for(&mut seen, "sendMessage")["chat_id"] != ADA {}
    telegram.waits_until_confirmed();
    let accepted = telegram.calls("sendMessage").into_iter();
    let accepted = accepted.filter(|call| call.accepted);
    let again = accepted.filter(|call| call.body["reply_parameters"]["message_id"] == done);
    assert_eq!(again.count(), 1, "what was done is not answered again");
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn updates_that_nobody_knows_yet_do_not_stop_the_bot() {
    let (_verbatim, mut telegram, bot) = started();
    let mut seen = 0;
    telegram.update("holographic_message", json!({ "depth": 3 }));
    telegram.update("message", json!("not an object"));
    let strange = json!({ "entities": [{ "type": "hologram", "offset": 0, "length": 3 }] });
    telegram.says_with(ADA, "combien de datacentres", strange);
    assert!(text(&telegram.waits_for(&mut seen, "sendMessage")).contains("30 datacentres"));
    telegram.waits_until_confirmed();
    bot.stops_on("TERM").ends_with_code(0);
}

fn any_place() -> impl Strategy<Value = Place> {
    (
        any::<[u8; 5]>(),
        any::<u32>(),
        1..=u16::MAX,
        any::<u16>(),
        any::<u16>(),
    )
        .prop_map(|(key, start, length, from, to)| {
            let start = usize::try_from(start).unwrap();
            let (length, from, to) = (
                usize::from(length),
                usize::from(from.min(to)),
                usize::from(from.max(to)),
            );
            let highlight =
                (from < to && to <= length).then(|| Span::new(start + from, start + to));
            Place {
                interview: InterviewKey::from_bytes(key),
                span: Span::new(start, start + length),
                highlight,
            }
        })
}

proptest! {
    #[test]
    fn every_button_comes_back_as_it_was_and_fits(places in prop::collection::vec(any_place(), 1..=3), index in 0u8..3) {
        let index = index.min(u8::try_from(places.len() - 1).unwrap());
        for press in [ButtonPayload::Ask(places[0]), ButtonPayload::Card(places[0]), ButtonPayload::Page { index, places }] {
            let data = press.encode().unwrap();
            prop_assert!((1..=64).contains(&data.len()));
            prop_assert_eq!(ButtonPayload::decode(&data).unwrap(), press);
        }
    }

    #[test]
    fn no_text_makes_a_button_panic(data in any::<String>(), base in "[A-Za-z0-9_-]{0,64}") {
        let _ = ButtonPayload::decode(&data);
        if let Ok(press) = ButtonPayload::decode(&base) {
            prop_assert!(press.encode().is_some());
        }
    }
}
