//! What an owner who has gone away relies on: faults pass, and how the bot does can be asked.

use std::net::TcpListener;

use serde_json::{Value, json};

use crate::fake_telegram::{Delivery, FakeTelegram, Fault, TOKEN, fetch};
use crate::harness::Verbatim;

const ADA: i64 = 7;
const GROUP: i64 = -100;

fn fault(method: &'static str, status: u16, body: Value) -> Fault {
    Fault {
        method,
        chat: None,
        status,
        body,
    }
}

#[test]
fn whatever_stands_in_the_place_of_telegram_it_is_said_once_and_passes() {
    let verbatim = Verbatim::with_the_seeds();
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    telegram.says(ADA, "combien de datacentres");
    telegram.waits_for(&mut seen, "sendMessage");
    for (status, body) in [
        (
            200,
            json!("<html><title>Log in to this network</title></html>"),
        ),
        (200, json!("{\"ok\":true,\"result\":[{\"upd")),
        (
            409,
            json!({ "ok": false, "error_code": 409, "description": "Conflict: terminated by other getUpdates request" }),
        ),
    ] {
        telegram.fails_once(fault("getUpdates", status, body));
    }
    telegram.says(ADA, "combien de datacentres");
    telegram.waits_for(&mut seen, "sendMessage");
    bot.logs("Telegram answers again");
    for (status, body) in [
        (
            200,
            json!("<html><title>Log in to this network</title></html>"),
        ),
        (
            409,
            json!({ "ok": false, "error_code": 409, "description": "Conflict: terminated by other getUpdates request" }),
        ),
        (500, json!("")),
    ] {
        telegram.fails_once(fault("sendMessage", status, body));
    }
    telegram.says(ADA, "combien de datacentres");
    telegram.waits_for(&mut seen, "sendMessage");
    let run = bot.stops_on("TERM").ends_with_code(0);
    for line in ["does not answer correctly", "Telegram answers again"] {
        assert_eq!(run.err.matches(line).count(), 1, "{}", run.err);
    }
}

#[test]
fn a_bot_that_starts_before_the_network_waits_for_it() {
    let verbatim = Verbatim::with_the_seeds();
    // Nothing listens there yet.
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let telegram = FakeTelegram::start();
    let mut telegram_later = telegram;
    let bot = telegram_later.bot_at(&verbatim, TOKEN, &format!("http://{address}"));
    bot.logs("does not answer correctly");
    telegram_later.listens_at(address);
    telegram_later.says(ADA, "combien de datacentres");
    telegram_later.waits_for(&mut 0, "sendMessage");
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_token_that_is_revoked_half_way_ends_the_bot_with_a_reason() {
    let verbatim = Verbatim::with_the_seeds();
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    telegram.says(ADA, "combien de datacentres");
    telegram.waits_for(&mut 0, "sendMessage");
    let body = json!({ "ok": false, "error_code": 401, "description": "Unauthorized" });
    telegram.fails_once(fault("getUpdates", 401, body));
    telegram.says(ADA, "combien de datacentres");
    bot.ends()
        .ends_with_code(2)
        .complains("it is mistyped or was revoked");
}

#[test]
fn a_group_gets_twenty_messages_a_minute_and_the_others_none_fewer() {
    let verbatim = Verbatim::with_the_seeds();
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    for number in 0..25 {
        let question = format!("/ask combien de datacentres {number}");
        let from = json!({ "from": { "id": 1000 + number, "is_bot": false, "first_name": "N" } });
        telegram.says_with(GROUP, &question, from);
    }
    for _ in 0..20 {
        assert_eq!(
            telegram.waits_for(&mut seen, "sendMessage")["chat_id"],
            GROUP
        );
    }
    telegram.says(ADA, "combien de datacentres");
    assert_eq!(telegram.waits_for(&mut seen, "sendMessage")["chat_id"], ADA);
    // Three seconds later the next one may go.
    assert_eq!(
        telegram.waits_for(&mut seen, "sendMessage")["chat_id"],
        GROUP
    );
    bot.stops_on("KILL");
}

#[test]
fn health_and_metrics_say_how_the_bot_does_and_nothing_of_who_asked_what() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_MONITOR__LISTEN", &address.to_string());
    let mut telegram = FakeTelegram::start();
    telegram.fails_once(fault("getMe", 502, json!("<html>Bad Gateway</html>")));
    let bot = telegram.bot(&verbatim, TOKEN);
    bot.logs("does not answer correctly");
    let ask = |path: &str| fetch(&format!("http://{address}{path}"));
    assert_eq!(ask("/healthz").0, 200);
    assert_eq!(
        ask("/readyz"),
        (503, "Telegram cannot be reached\n".to_owned())
    );
    let mut seen = 0;
    telegram.says(4_242_424, "combien de datacentres");
    telegram.waits_for(&mut seen, "sendMessage");
    telegram.says(4_242_424, "recette tartiflette savoyarde");
    telegram.waits_for(&mut seen, "sendMessage");
    telegram.waits_until_confirmed();
    assert_eq!(ask("/readyz").0, 200);
    let (status, text) = ask("/metrics");
    assert_eq!(status, 200);
    for line in [
        "verbatim_questions_total{front_end=\"private\",outcome=\"quoted\"} 1\n",
        "verbatim_questions_total{front_end=\"private\",outcome=\"nothing\"} 1\n",
        "verbatim_search_seconds_count 2\n",
        "verbatim_sending_seconds_bucket{le=\"0.0005\"} ",
        "verbatim_updates_in_hand 0\n",
        "verbatim_sends_waiting 0\n",
        "verbatim_interviews 1\n",
        "verbatim_panics_total 0\n",
        "verbatim_slowed_total 0\n",
        "verbatim_retries_total 0\n",
        "verbatim_index_age_seconds ",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    for private in ["4242424", "tartiflette", "datacentres"] {
        assert!(!text.contains(private), "{text}");
    }
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn the_token_and_the_secret_are_in_nothing_that_is_printed() {
    const SECRET: &str = "a-secret_between-two";
    let free = || {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().to_string()
    };
    let (hook, monitor) = (free(), free());
    let verbatim = Verbatim::with_files([(
        "bees.txt",
        b"Ada: Who?\n\nBo: My aunt keeps bees.\n".as_slice(),
    )])
    .set("VERBATIM_WEBHOOK__URL", "https://example.org/telegram")
    .set("VERBATIM_WEBHOOK__LISTEN", &hook)
    .set("VERBATIM_WEBHOOK__SECRET", SECRET)
    .set("VERBATIM_MONITOR__LISTEN", &monitor)
    .set("VERBATIM_TELEGRAM__OWNERS", "7")
    .set("TELOXIDE_TOKEN", TOKEN);
    let mut telegram = FakeTelegram::start();
    for method in ["getMe", "setWebhook", "getFile", "sendMessage"] {
        telegram.fails_once(fault(method, 502, json!("<html>Bad Gateway</html>")));
    }
    let bot = telegram.bot(&verbatim, TOKEN);
    bot.logs("Telegram delivers updates to the webhook");
    let delivery = Delivery::to(&format!("http://{hook}/"), SECRET);
    let question = telegram.question(ADA, "Who keeps bees?");
    assert_eq!(
        delivery
            .with_secret(Some("a-secret_between-too"))
            .of(&question),
        403
    );
    assert_eq!(delivery.of(&question), 200);
    telegram.sends(ADA, "wasps.txt", b"Ada: Who?\n\nBo: Nobody keeps wasps.\n");
    let file = telegram.take_back();
    assert_eq!(delivery.of(&file), 200);
    telegram.waits_until_called("getFile");
    let (_, metrics) = fetch(&format!("http://{monitor}/metrics"));
    let mut printed = vec![metrics];
    let run = bot.stops_on("TERM").ends_with_code(0);
    printed.extend([run.err.clone(), run.text().to_owned()]);
    let backup = verbatim.corpus().join("../backup");
    for arguments in [
        &["--help"][..],
        &["bot", "--help"],
        &["config"],
        &["backup", backup.to_str().unwrap()],
        &["ask", "bees"],
        &["report"],
    ] {
        let run = verbatim.run(arguments);
        printed.extend([run.text().to_owned(), run.err.clone()]);
    }
    printed.push(std::fs::read_to_string(backup.join("verbatim.toml")).unwrap());
    // A token that is none, and a server that is none.
    let run = telegram.bot(&verbatim, &format!("{TOKEN}!")).ends();
    printed.extend([run.err.clone(), run.text().to_owned()]);
    let nowhere = telegram.bot_at(&verbatim, TOKEN, "http://127.0.0.1:9");
    nowhere.logs("does not answer correctly");
    printed.push(nowhere.stops_on("TERM").err);
    assert!(
        printed.iter().any(|text| text.contains("TRACE")),
        "it was logged in full"
    );
    let (_, private) = TOKEN.split_once(':').unwrap();
    for text in &printed {
        for secret in [private, SECRET] {
            let at = text.find(secret);
            assert!(
                at.is_none(),
                "…{}…",
                &text[at.unwrap().saturating_sub(200)..][..300]
            );
        }
    }
}

#[test]
fn who_asks_on_while_their_chat_must_wait_is_told_so_once() {
    let verbatim = Verbatim::with_the_seeds();
    let mut telegram = FakeTelegram::start();
    let too_many = json!({ "ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": { "retry_after": 2 } });
    telegram.fails_once(fault("sendMessage", 429, too_many));
    let bot = telegram.bot(&verbatim, TOKEN);
    telegram.says(ADA, "combien de datacentres");
    telegram.waits_until_refused("sendMessage");
    for _ in 0..40 {
        telegram.says(ADA, "combien de datacentres");
    }
    // The first, the eight that wait, and one word to the others.
    let mut seen = 0;
    let said: Vec<Value> = (0..1 + 8 + 1)
        .map(|_| telegram.waits_for(&mut seen, "sendMessage"))
        .collect();
    bot.stops_on("TERM").ends_with_code(0);
    let told = said
        .iter()
        .filter(|said| !said["text"].as_str().unwrap().contains("datacentres"));
    assert_eq!(told.count(), 1, "{said:?}");
    let all = telegram.calls("sendMessage").into_iter();
    assert_eq!(all.filter(|call| call.accepted).count(), said.len());
}
