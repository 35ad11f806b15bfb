//! Updates that Telegram delivers instead of being asked for them.

use std::fs;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::fake_telegram::{Bot, Delivery, FakeTelegram, Fault, TOKEN};
use crate::harness::Verbatim;

const ADA: i64 = 7;
const BEN: i64 = 8;

/// A free address of this machine.
fn address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

fn with_a_webhook(address: &str) -> Verbatim {
    Verbatim::with_the_seeds()
        .set("VERBATIM_WEBHOOK__URL", "https://example.org/telegram")
        .set("VERBATIM_WEBHOOK__LISTEN", address)
}

/// A bot behind a webhook, and how it is delivered to.
fn started() -> (Verbatim, FakeTelegram, Bot, Delivery) {
    let address = address();
    let verbatim = with_a_webhook(&address);
    let telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let set = telegram.waits_for(&mut 0, "setWebhook");
    let delivery = Delivery::to(
        &format!("http://{address}/telegram"),
        set["secret_token"].as_str().unwrap(),
    );
    (verbatim, telegram, bot, delivery)
}

fn must_wait(chat: i64) -> Fault {
    Fault {
        method: "sendMessage",
        chat: Some(chat),
        status: 429,
        body: json!({ "ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": { "retry_after": 600 } }),
    }
}

#[test]
fn the_bot_says_where_to_deliver_and_answers_what_is_delivered() {
    let (_verbatim, mut telegram, bot, delivery) = started();
    let set = telegram.waits_for(&mut 0, "setWebhook");
    assert_eq!(set["url"], "https://example.org/telegram");
    assert_eq!(set["max_connections"], 40);
    assert_eq!(set["drop_pending_updates"], false);
    let kinds = set["allowed_updates"].as_array().unwrap();
    assert!(kinds.contains(&json!("inline_query")) && kinds.contains(&json!("message")));
    assert!(telegram.calls("getUpdates").is_empty());
    let update = telegram.question(ADA, "combien de datacentres");
    assert_eq!(delivery.of(&update), 200);
    let answer = telegram.waits_for(&mut 0, "sendMessage");
    assert!(answer["text"].as_str().unwrap().contains("<blockquote>"));
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn what_comes_without_the_secret_is_refused_and_answered_by_nothing() {
    let (_verbatim, mut telegram, bot, delivery) = started();
    let update = telegram.question(ADA, "combien de datacentres");
    assert_eq!(delivery.with_secret(None).of(&update), 403);
    assert_eq!(delivery.with_secret(Some("")).of(&update), 403);
    assert_eq!(delivery.with_secret(Some("guessed")).of(&update), 403);
    assert!(telegram.calls("sendMessage").is_empty());
    assert_eq!(delivery.of_bytes(b"{"), 400);
    assert_eq!(delivery.of_bytes(b"{}"), 400);
    assert_eq!(delivery.of_bytes(&vec![b' '; (1 << 20) + 1]), 413);
    assert_eq!(delivery.of(&update), 200);
    assert_eq!(telegram.calls("sendMessage").len(), 1);
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn what_is_delivered_again_is_answered_once_after_a_restart_too() {
    let (verbatim, mut telegram, bot, delivery) = started();
    let update = telegram.question(ADA, "combien de datacentres");
    assert_eq!(delivery.of(&update), 200);
    assert_eq!(delivery.of(&update), 200);
    bot.stops_on("KILL");
    let bot = telegram.bot(&verbatim, TOKEN);
    bot.logs("waiting for updates");
    assert_eq!(delivery.of(&update), 200);
    let other = telegram.question(BEN, "combien de datacentres");
    assert_eq!(delivery.of(&other), 200);
    let chats: Vec<Value> = telegram
        .calls("sendMessage")
        .iter()
        .map(|call| call.body["chat_id"].clone())
        .collect();
    assert_eq!(chats, [json!(ADA), json!(BEN)]);
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn more_than_the_queue_holds_is_to_be_delivered_later_and_what_waits_outlives_a_kill() {
    let address = address();
    let verbatim = with_a_webhook(&address).set("VERBATIM_WEBHOOK__QUEUE", "1");
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    let set = telegram.waits_for(&mut seen, "setWebhook");
    let secret = set["secret_token"].as_str().unwrap();
    let delivery = Delivery::to(&format!("http://{address}/"), secret);
    telegram.fails_once(must_wait(ADA));
    let (first, second) = (
        telegram.question(ADA, "combien de datacentres"),
        telegram.question(BEN, "combien de datacentres"),
    );
    let waiting = {
        let (delivery, first) = (delivery.clone(), first.clone());
        thread::spawn(move || delivery.of(&first))
    };
    telegram.waits_until_refused("sendMessage");
    assert_eq!(delivery.of(&second), 503);
    assert_eq!(waiting.join().unwrap(), 200, "it is written down");
    bot.stops_on("KILL");
    let bot = telegram.bot(&verbatim, TOKEN);
    assert_eq!(
        telegram.waits_for(&mut seen, "sendMessage")["chat_id"],
        ADA,
        "nobody delivered it again"
    );
    bot.logs("waiting for updates");
    while delivery.of(&second) != 200 {
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(telegram.waits_for(&mut seen, "sendMessage")["chat_id"], BEN);
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn two_replicas_share_nothing_and_answer_the_same_buttons_alike() {
    let (_one, mut telegram, bot, delivery) = started();
    let elsewhere = address();
    let other = with_a_webhook(&elsewhere);
    let twin = telegram.bot(&other, TOKEN);
    twin.logs("waiting for updates");
    let to_twin = delivery.at(&format!("http://{elsewhere}/telegram"));
    let mut seen = 0;
    let update = telegram.question(ADA, "souveraineté numérique des entreprises");
    assert_eq!(delivery.of(&update), 200);
    let answer = telegram.waits_for(&mut seen, "sendMessage");
    let keyboard = answer["reply_markup"]["inline_keyboard"]
        .as_array()
        .unwrap();
    let buttons = keyboard.iter().flat_map(|row| row.as_array().unwrap());
    let next = buttons
        .filter(|button| button["text"] == "›")
        .map(|button| button["callback_data"].as_str().unwrap().to_owned())
        .next()
        .unwrap();
    let mut pages = Vec::new();
    for replica in [&delivery, &to_twin] {
        let press = telegram.press(ADA, 1234, &next);
        assert_eq!(replica.of(&press), 200);
        pages.push(telegram.waits_for(&mut seen, "editMessageText")["text"].clone());
    }
    assert_eq!(pages[0], pages[1]);
    bot.stops_on("TERM").ends_with_code(0);
    twin.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_bot_with_a_certificate_of_its_own_speaks_tls_and_gives_it_to_telegram() {
    let address = address();
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = (folder.path().join("c.pem"), folder.path().join("k.pem"));
    fs::write(&certificate, made.cert.pem()).unwrap();
    fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let verbatim = with_a_webhook(&address)
        .set(
            "VERBATIM_WEBHOOK__CERTIFICATE",
            certificate.to_str().unwrap(),
        )
        .set("VERBATIM_WEBHOOK__KEY", key.to_str().unwrap())
        .set("VERBATIM_WEBHOOK__SELF_SIGNED", "true")
        .set("VERBATIM_WEBHOOK__SECRET", "a-secret_of-its-own");
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let set = telegram.waits_for(&mut 0, "setWebhook");
    assert_eq!(set["secret_token"], "a-secret_of-its-own");
    let given = telegram.calls("setWebhook").remove(0).file.unwrap();
    assert_eq!(given, made.cert.pem().into_bytes());
    let port = address.rsplit(':').next().unwrap();
    let delivery = Delivery::to(&format!("https://localhost:{port}/"), "a-secret_of-its-own")
        .trusting(made.cert.pem().as_bytes());
    let update = telegram.question(ADA, "combien de datacentres");
    assert_eq!(delivery.of(&update), 200);
    telegram.waits_for(&mut 0, "sendMessage");
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_bot_that_asks_again_takes_the_webhook_of_before_back() {
    let verbatim = Verbatim::with_the_seeds();
    let mut telegram = FakeTelegram::start();
    telegram.fails_once(Fault {
        method: "getUpdates",
        chat: None,
        status: 409,
        body: json!({ "ok": false, "error_code": 409, "description": "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first" }),
    });
    let bot = telegram.bot(&verbatim, TOKEN);
    let taken_back = telegram.waits_for(&mut 0, "deleteWebhook");
    assert_eq!(taken_back["drop_pending_updates"], false);
    telegram.says(ADA, "combien de datacentres");
    telegram.waits_for(&mut 0, "sendMessage");
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_webhook_that_cannot_be_is_said_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let telegram = FakeTelegram::start();
    let run = telegram.bot(&with_a_webhook(&address), TOKEN).ends();
    run.ends_with_code(2)
        .complains("cannot listen on `127.0.0.1:")
        .complains("webhook.listen");
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_WEBHOOK__URL", "http://example.org");
    let run = telegram.bot(&verbatim, TOKEN).ends();
    run.ends_with_code(2)
        .complains("`webhook.url` cannot be `http://example.org`");
    telegram.fails_once(Fault {
        method: "setWebhook",
        chat: None,
        status: 400,
        body: json!({ "ok": false, "error_code": 400, "description": "Bad Request: bad webhook: getaddrinfo failed" }),
    });
    let run = telegram
        .bot(&with_a_webhook(&self::address()), TOKEN)
        .ends();
    run.ends_with_code(2)
        .complains("Telegram refused the webhook")
        .complains("webhook.url");
}

#[test]
fn a_certificate_that_is_a_named_pipe_is_refused_and_not_waited_for() {
    let telegram = FakeTelegram::start();
    for name in ["VERBATIM_WEBHOOK__CERTIFICATE", "VERBATIM_WEBHOOK__KEY"] {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (certificate, key) = (folder.path().join("c.pem"), folder.path().join("k.pem"));
        fs::write(&certificate, made.cert.pem()).unwrap();
        fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let pipe = folder.path().join("pipe");
        let piped = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(piped.unwrap().success());
        let verbatim = with_a_webhook(&address())
            .set(
                "VERBATIM_WEBHOOK__CERTIFICATE",
                certificate.to_str().unwrap(),
            )
            .set("VERBATIM_WEBHOOK__KEY", key.to_str().unwrap())
            .set(name, pipe.to_str().unwrap());
        let run = telegram.bot(&verbatim, TOKEN).ends();
        run.ends_with_code(2)
            .complains("named pipe")
            .complains("hint: set `webhook.certificate` and `webhook.key`");
    }
}
