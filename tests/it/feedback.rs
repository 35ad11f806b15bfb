//! What users leave behind: votes, questions that found nothing, and what owners learn from them.

mod arguments;
mod keeping;
mod languages;
mod nothing;
mod reports;
mod small_talk;
mod votes;

use std::path::PathBuf;

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::fake_telegram::{Bot, FakeTelegram, TOKEN};
use crate::harness::Verbatim;

const OWNER: i64 = 7;
const BEN: i64 = 8;
const CY: i64 = 9;
const SOMEBODY: i64 = 10;
const GROUP: i64 = -100;

const QUESTION: &str = "Le Covid est-il un crash-test ?";
const NOTHING: &str = "recette de la tarte aux pommes";

struct Chat {
    verbatim: Verbatim,
    telegram: FakeTelegram,
    bot: Bot,
    seen: usize,
    language: &'static str,
}

impl Chat {
    fn starts() -> Self {
        Self::with(Verbatim::with_the_seeds())
    }

    fn with(verbatim: Verbatim) -> Self {
        let verbatim = verbatim.set("VERBATIM_TELEGRAM__OWNERS", "7");
        let database = database(&verbatim);
        let verbatim = verbatim.set("VERBATIM_FEEDBACK__DATABASE", database.to_str().unwrap());
        let telegram = FakeTelegram::start();
        let bot = telegram.bot(&verbatim, TOKEN);
        Self {
            verbatim,
            telegram,
            bot,
            seen: 0,
            language: "en",
        }
    }

    fn user(&self, id: i64) -> Value {
        json!({ "id": id, "is_bot": false, "first_name": "U", "language_code": self.language })
    }

    /// Somebody writes in a chat; the bot's reply, with its number as `message_id` and its chat.
    fn says_in(&mut self, chat: i64, user: i64, words: &str) -> Value {
        let from = self.user(user);
        self.telegram
            .says_with(chat, words, json!({ "from": from }));
        let mut reply = self.telegram.waits_for(&mut self.seen, "sendMessage");
        // The server numbers its messages by its calls.
        reply["message_id"] = json!(self.seen + 1000);
        reply
    }

    fn says(&mut self, user: i64, words: &str) -> Value {
        self.says_in(user, user, words)
    }

    /// Presses the button with this label under a message; what the answer to the press says.
    #[track_caller]
    fn presses(&mut self, user: i64, under: &Value, label: &str) -> String {
        let data = data(under, label);
        let chat = under["chat_id"].as_i64().unwrap();
        let kind = if chat < 0 { "supergroup" } else { "private" };
        let message = json!({
            "message_id": under["message_id"], "date": 1, "chat": { "id": chat, "type": kind },
            "from": { "id": 999, "is_bot": true, "first_name": "V" }, "text": "…", "reply_markup": under["reply_markup"],
        });
        let press = json!({ "id": "press", "from": self.user(user), "message": message, "chat_instance": "1", "data": data });
        self.telegram.update("callback_query", press);
        let answer = self
            .telegram
            .waits_for(&mut self.seen, "answerCallbackQuery");
        assert_eq!(answer.get("show_alert"), None, "a vote needs no window");
        answer["text"].as_str().unwrap_or_default().to_owned()
    }

    /// The same message with the buttons that the bot gave it.
    fn turned(&mut self, message: &Value) -> Value {
        let edit = self
            .telegram
            .waits_for(&mut self.seen, "editMessageReplyMarkup");
        assert_eq!(edit["message_id"], message["message_id"]);
        assert_eq!(edit["chat_id"], message["chat_id"]);
        let mut message = message.clone();
        message["reply_markup"] = edit["reply_markup"].clone();
        message
    }

    fn reacts(&mut self, user: i64, to: &Value, old: &[&str], new: &[&str]) {
        let emoji = |list: &[&str]| -> Vec<Value> {
            list.iter()
                .map(|emoji| json!({ "type": "emoji", "emoji": emoji }))
                .collect()
        };
        let reaction = json!({
            "chat": { "id": to["chat_id"], "type": "supergroup" }, "message_id": to["message_id"], "date": 1,
            "user": self.user(user), "old_reaction": emoji(old), "new_reaction": emoji(new),
        });
        self.telegram.update("message_reaction", reaction);
        self.telegram.waits_until_confirmed();
    }

    /// Waits until what was asked before is written: the bot writes in order, and answers this when it has.
    fn settles(&mut self) {
        self.says(SOMEBODY, "/forget");
    }

    fn restarts(&mut self) {
        let fresh = self.telegram.bot(&self.verbatim, TOKEN);
        std::mem::replace(&mut self.bot, fresh).stops_on("KILL");
    }

    fn report(&mut self, more: &[&str]) -> String {
        self.settles();
        let run = self.verbatim.run(&[&["report"], more].concat());
        run.ends_with_code(0).text().to_owned()
    }

    /// The votes for and against, whoever cast them.
    fn votes(&mut self) -> (usize, usize) {
        let votes: Vec<bool> = self.rows("SELECT up FROM vote");
        let ups = votes.iter().filter(|up| **up).count();
        (ups, votes.len() - ups)
    }

    fn rows<T: rusqlite::types::FromSql>(&mut self, sql: &str) -> Vec<T> {
        self.settles();
        let database = Connection::open(database(&self.verbatim)).unwrap();
        let mut select = database.prepare(sql).unwrap();
        let rows = select.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    fn ends(self) -> String {
        self.bot.stops_on("TERM").ends_with_code(0).err
    }
}

/// Beside the index, which is in the test's own folder.
fn database(verbatim: &Verbatim) -> PathBuf {
    verbatim.index().with_file_name("feedback.sqlite")
}

fn labels(message: &Value) -> Vec<Vec<String>> {
    let rows = message["reply_markup"]["inline_keyboard"].as_array();
    let row = |row: &Value| {
        let cells = row.as_array().unwrap().iter();
        cells
            .map(|cell| cell["text"].as_str().unwrap().to_owned())
            .collect()
    };
    rows.into_iter().flatten().map(row).collect()
}

fn text(message: &Value) -> &str {
    message["text"].as_str().unwrap()
}

#[track_caller]
fn holds(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "`{words}` is not in: {text}");
    }
}

/// What the button with this label under a message carries.
#[track_caller]
fn data(under: &Value, label: &str) -> String {
    let rows = under["reply_markup"]["inline_keyboard"].as_array().unwrap();
    let mut buttons = rows.iter().flat_map(|row| row.as_array().unwrap());
    let button = buttons.find(|button| button["text"] == label);
    let button = button.unwrap_or_else(|| panic!("no button `{label}`: {under}"));
    let data = button["callback_data"].as_str().unwrap();
    assert!((1..=64).contains(&data.len()), "{data}");
    data.to_owned()
}
