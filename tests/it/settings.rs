//! What a chat wants: its language, how many quotes; and what is peculiar to groups.

use serde_json::{Value, json};

use crate::fake_telegram::{Bot, FakeTelegram, Fault, TOKEN};
use crate::harness::Verbatim;

const ADA: i64 = 7;
const BEN: i64 = 8;
const GROUP: i64 = -100;
const SUPERGROUP: i64 = -100_200;
const QUESTION: &str = "souveraineté numérique des entreprises";

struct Chat {
    verbatim: Verbatim,
    telegram: FakeTelegram,
    bot: Bot,
    seen: usize,
}

impl Chat {
    fn starts() -> Self {
        started(Verbatim::with_the_seeds())
    }

    fn says(&mut self, chat: i64, user: i64, text: &str) -> Value {
        self.telegram
            .says_with(chat, text, json!({ "from": english(user) }));
        self.telegram.waits_for(&mut self.seen, "sendMessage")
    }

    /// Presses a button of the settings; what is told in a box, empty for nothing.
    fn presses(&mut self, chat: i64, user: i64, data: &str) -> String {
        let shown = json!({ "message_id": 50, "date": 1, "chat": { "id": chat, "type": kind(chat) }, "text": "…" });
        let press = json!({ "id": "press", "from": english(user), "message": shown, "data": data });
        self.telegram.update("callback_query", press);
        let told = self
            .telegram
            .waits_for(&mut self.seen, "answerCallbackQuery");
        told["text"].as_str().unwrap_or_default().to_owned()
    }

    fn ends(self) {
        self.bot.stops_on("TERM").ends_with_code(0);
    }
}

fn started(verbatim: Verbatim) -> Chat {
    let telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    Chat {
        verbatim,
        telegram,
        bot,
        seen: 0,
    }
}

fn kind(chat: i64) -> &'static str {
    if chat < 0 { "supergroup" } else { "private" }
}

fn english(id: i64) -> Value {
    json!({ "id": id, "is_bot": false, "first_name": "Ada", "language_code": "en" })
}

fn labels(call: &Value) -> Vec<&str> {
    let rows = call["reply_markup"]["inline_keyboard"].as_array().unwrap();
    let cells = rows.iter().flat_map(|row| row.as_array().unwrap());
    cells.map(|cell| cell["text"].as_str().unwrap()).collect()
}

#[test]
fn a_chat_chooses_its_language_and_how_many_quotes_and_keeps_them_after_a_restart() {
    let mut chat = Chat::starts();
    let settings = chat.says(ADA, ADA, "/settings");
    assert!(labels(&settings).contains(&"✓ Same as Telegram"));
    assert!(labels(&settings).contains(&"✓ 3"));
    assert_eq!(chat.presses(ADA, ADA, "s:l:de"), "");
    assert_eq!(chat.presses(ADA, ADA, "s:q:1"), "");
    let edited = chat.telegram.calls("editMessageText");
    let settings = &edited.last().unwrap().body;
    assert!(labels(settings).contains(&"✓ Deutsch"));
    assert!(labels(settings).contains(&"✓ 1"));
    let fresh = chat.telegram.bot(&chat.verbatim, TOKEN);
    std::mem::replace(&mut chat.bot, fresh).stops_on("KILL");
    let answer = chat.says(ADA, ADA, QUESTION);
    assert!(labels(&answer).contains(&"Teilen"), "{:?}", labels(&answer));
    assert!(!labels(&answer).contains(&"›"), "one quote has no next one");
    // Nobody else is spoken to otherwise.
    assert!(labels(&chat.says(BEN, BEN, QUESTION)).contains(&"Share"));
    chat.says(ADA, ADA, "/forget");
    assert!(labels(&chat.says(ADA, ADA, QUESTION)).contains(&"Share"));
    chat.ends();
}

#[test]
fn in_a_group_only_its_administrators_change_its_settings() {
    let mut chat = Chat::starts();
    let told = chat.presses(GROUP, ADA, "s:l:it");
    assert_eq!(told, "Only administrators of this group can change this.");
    chat.telegram.is_admin(BEN);
    assert_eq!(chat.presses(GROUP, BEN, "s:l:it"), "");
    let answer = chat.says(GROUP, ADA, &format!("/ask {QUESTION}"));
    assert!(labels(&answer).contains(&"Condividi"));
    chat.ends();
}

#[test]
fn where_nothing_is_kept_the_settings_say_so() {
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_FEEDBACK__ENABLED", "false");
    let mut chat = started(verbatim);
    let told = chat.says(ADA, ADA, "/settings");
    let text = told["text"].as_str().unwrap();
    assert!(text.contains("cannot keep settings"), "{text}");
    chat.ends();
}

#[test]
fn settings_that_cannot_be_kept_are_not_said_to_be() {
    let verbatim = Verbatim::with_the_seeds();
    // A folder stands in the place of the database: true for every user, the superuser too.
    let database = verbatim.folder().join("feedback.sqlite");
    std::fs::create_dir(&database).unwrap();
    let verbatim = verbatim.set("VERBATIM_FEEDBACK__DATABASE", database.to_str().unwrap());
    let mut chat = started(verbatim);
    for (typed, words) in [
        ("/settings", "I cannot read or save settings just now"),
        ("/settings fr", "I could not save this setting just now."),
    ] {
        let told = chat.says(ADA, ADA, typed);
        let text = told["text"].as_str().unwrap();
        assert!(text.contains(words), "{text}");
        assert_eq!(told["reply_markup"], Value::Null, "nothing can be pressed");
    }
    let told = chat.presses(ADA, ADA, "s:l:fr");
    assert!(told.contains("could not save"), "{told}");
    assert!(labels(&chat.says(ADA, ADA, QUESTION)).contains(&"Share"));
    chat.ends();
}

#[test]
fn settings_are_kept_in_the_database_that_stands_there_now() {
    let verbatim = Verbatim::with_the_seeds();
    let database = verbatim.folder().join("feedback.sqlite");
    let mut chat = started(verbatim.set("VERBATIM_FEEDBACK__DATABASE", database.to_str().unwrap()));
    chat.says(ADA, ADA, "/settings 2");
    for beside in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{beside}", database.display()));
    }
    // What is written into a file that was removed is lost.
    chat.says(ADA, ADA, "/settings fr");
    chat.telegram.waits_until_confirmed();
    let fresh = chat.telegram.bot(&chat.verbatim, TOKEN);
    std::mem::replace(&mut chat.bot, fresh).stops_on("KILL");
    let answer = chat.says(ADA, ADA, QUESTION);
    assert!(
        labels(&answer).contains(&"Partager"),
        "{:?}",
        labels(&answer)
    );
    chat.ends();
}

#[test]
fn administrators_delete_the_settings_of_their_group_and_nobody_else_does() {
    let mut chat = Chat::starts();
    let text = |told: &Value| told["text"].as_str().unwrap().to_owned();
    let said = text(&chat.says(GROUP, ADA, "/forget"));
    assert!(!said.contains("group"), "it has none: {said}");
    chat.telegram.is_admin(BEN);
    assert_eq!(chat.presses(GROUP, BEN, "s:l:it"), "");
    let said = text(&chat.says(GROUP, ADA, "/forget"));
    assert!(said.contains("solo i suoi amministratori"), "{said}");
    let said = text(&chat.says(GROUP, BEN, "/forget"));
    assert!(
        said.contains("Ho cancellato le impostazioni di questo gruppo."),
        "{said}"
    );
    let answer = chat.says(GROUP, ADA, &format!("/ask {QUESTION}"));
    assert!(labels(&answer).contains(&"Share"));
    chat.ends();
}

#[test]
fn a_group_that_asks_the_same_at_once_gets_one_answer() {
    let mut chat = Chat::starts();
    chat.says(GROUP, ADA, &format!("/ask {QUESTION}"));
    let again = "/ask Souveraineté numérique, des entreprises ?";
    chat.telegram
        .says_with(GROUP, again, json!({ "from": english(BEN) }));
    chat.telegram.waits_until_confirmed();
    let other = chat.says(GROUP, ADA, "/ask Le Covid est-il un crash-test ?");
    assert!(other["text"].as_str().unwrap().contains("crash-test"));
    assert_eq!(chat.telegram.calls("sendMessage").len(), 2);
    chat.ends();
}

#[test]
fn a_group_that_becomes_a_supergroup_keeps_its_settings_and_gets_its_answer() {
    let mut chat = Chat::starts();
    chat.telegram.is_admin(BEN);
    assert_eq!(chat.presses(GROUP, BEN, "s:l:es"), "");
    let moved = json!({
        "ok": false,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": { "migrate_to_chat_id": SUPERGROUP },
    });
    chat.telegram.fails_once(Fault {
        method: "sendMessage",
        chat: Some(GROUP),
        status: 400,
        body: moved,
    });
    let answer = chat.says(GROUP, ADA, &format!("/ask {QUESTION}"));
    assert_eq!(answer["chat_id"], SUPERGROUP);
    chat.telegram.says_with(
        GROUP,
        "",
        json!({ "text": null, "migrate_to_chat_id": SUPERGROUP }),
    );
    chat.telegram.waits_until_confirmed();
    let answer = chat.says(SUPERGROUP, ADA, "/ask Le Covid est-il un crash-test ?");
    assert!(labels(&answer).contains(&"Compartir"));
    chat.ends();
}

fn with_access(access: &str) -> Chat {
    let verbatim = Verbatim::with_the_seeds();
    let settings = verbatim.settings(access);
    started(verbatim.set("VERBATIM_CONFIG", &settings))
}

#[test]
fn whoever_asks_too_fast_is_told_once_and_nobody_else_is_held_up() {
    let mut chat = with_access("[access]\nburst = 2\nper_minute = 1\n");
    for _ in 0..2 {
        assert!(labels(&chat.says(ADA, ADA, QUESTION)).contains(&"Share"));
    }
    let told = chat.says(ADA, ADA, QUESTION);
    assert!(
        told["text"]
            .as_str()
            .unwrap()
            .starts_with("Too many questions in a short time")
    );
    chat.telegram.says(ADA, QUESTION);
    chat.telegram.waits_until_confirmed();
    assert!(labels(&chat.says(BEN, BEN, QUESTION)).contains(&"Share"));
    assert_eq!(chat.telegram.calls("sendMessage").len(), 4);
    chat.ends();
}

#[test]
fn where_only_some_are_answered_everybody_else_is_told_so_once() {
    let mut chat = with_access("[access]\nusers = [7]\ngroups = [-100]\nbanned = [66]\n");
    assert!(labels(&chat.says(ADA, ADA, QUESTION)).contains(&"Share"));
    let told = chat.says(BEN, BEN, QUESTION);
    let text = told["text"].as_str().unwrap();
    assert!(text.starts_with("I answer only in chats"), "{text}");
    chat.telegram.says(BEN, QUESTION);
    chat.telegram.says_with(
        GROUP,
        &format!("/ask {QUESTION}"),
        json!({ "from": english(66) }),
    );
    chat.telegram.waits_until_confirmed();
    let answer = chat.says(GROUP, BEN, &format!("/ask {QUESTION}"));
    assert_eq!(answer["chat_id"], GROUP);
    assert_eq!(chat.telegram.calls("sendMessage").len(), 3);
    chat.telegram.types(BEN, "souveraineté", "");
    let inline = chat.telegram.waits_for(&mut chat.seen, "answerInlineQuery");
    assert_eq!(inline["results"], json!([]));
    chat.ends();
}

#[test]
fn the_members_of_a_group_are_answered_everywhere_and_it_is_asked_once_who_is_one() {
    let mut chat = with_access("[access]\nmembers_of = [-100]\n");
    for _ in 0..2 {
        assert!(labels(&chat.says(ADA, ADA, QUESTION)).contains(&"Share"));
    }
    assert_eq!(chat.telegram.calls("getChatMember").len(), 1);
    chat.ends();
}
