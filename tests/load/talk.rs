//! A conversation with the bot as in a private chat, without Telegram.

use std::io::{BufRead, stdin};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

use crate::process::{Start, build};
use crate::scenarios::Setting;
use crate::server::{Call, Server};

/// Who talks to the bot: its owner, so that everything can be tried.
const USER: i64 = 7;

/// For how long the bot may be silent after the last line before it counts as done.
const QUIET: Duration = Duration::from_secs(3);

/// The last message that the bot sent, and the question that it replies to.
#[derive(Default)]
struct Shown {
    question: (i64, String),
    text: String,
    buttons: Vec<Value>,
}

/// Sends what is typed, a message a line, and shows what comes back. A number presses a button of the last message.
pub(crate) async fn talk(setting: &Setting) -> anyhow::Result<()> {
    build()?;
    let server = Server::start().await?;
    let mut calls = server.listen();
    let mut start = Start::verbatim(&setting.corpus, &setting.home)?.with_its_limits();
    let owner = USER.to_string();
    start.environment.push(("VERBATIM_TELEGRAM__OWNERS", owner));
    let _bot = start.run(&server)?;
    println!(
        "Write as in a private chat; a number presses a button of the last message; Ctrl-D leaves."
    );
    let mut shown = Shown::default();
    let mut typed = lines();
    loop {
        tokio::select! {
            line = typed.recv() => match line {
                Some(line) => say(&server, &mut shown, line.trim()),
                None => break,
            },
            Some(call) = calls.recv() => show(&mut shown, &call),
        }
    }
    while let Ok(Some(call)) = timeout(QUIET, calls.recv()).await {
        show(&mut shown, &call);
    }
    Ok(())
}

fn lines() -> UnboundedReceiver<String> {
    let (sender, lines) = unbounded_channel();
    std::thread::spawn(move || {
        for line in stdin().lock().lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    lines
}

fn say(server: &Server, shown: &mut Shown, line: &str) {
    let number = line.parse::<usize>().ok();
    match number.and_then(|number| shown.buttons.get(number.checked_sub(1)?)) {
        Some(button) => press(server, shown, button),
        None if line.is_empty() => {}
        None => {
            let id = server.ask(USER, line);
            shown.question = (id, line.to_owned());
        }
    }
}

/// Presses a button; one that does not call the bot is only shown.
fn press(server: &Server, shown: &Shown, button: &Value) {
    let Some(data) = button["callback_data"].as_str() else {
        println!("{button}");
        return;
    };
    let user = json!({ "id": USER, "is_bot": false, "first_name": "N", "language_code": "fr" });
    let bot = json!({ "id": 999, "is_bot": true, "first_name": "V" });
    let chat = json!({ "id": USER, "type": "private", "first_name": "N" });
    let (id, question) = &shown.question;
    let asked = json!({ "message_id": id, "date": 1_700_000_000, "text": question, "from": user, "chat": chat });
    let message = json!({
        "message_id": 1_000_000 + id, "date": 1_700_000_000, "text": shown.text, "from": bot, "chat": chat,
        "reply_to_message": asked,
    });
    let query =
        json!({ "id": "1", "from": user, "chat_instance": "1", "data": data, "message": message });
    server.deliver("callback_query", &query);
}

fn show(shown: &mut Shown, (method, body): &Call) {
    let text = body["text"].as_str().or(body["caption"].as_str());
    match (method.as_str(), text) {
        ("sendmessage" | "editmessagetext", Some(text)) => {
            println!("\n{text}");
            text.clone_into(&mut shown.text);
            shown.buttons = buttons(body);
            for (at, button) in shown.buttons.iter().enumerate() {
                println!(
                    "  [{}] {}",
                    at + 1,
                    button["text"].as_str().unwrap_or_default()
                );
            }
        }
        ("answercallbackquery", Some(text)) => println!("\n({text})"),
        ("sendphoto" | "senddocument", _) => println!("\n(a file)"),
        _ => {}
    }
}

fn buttons(body: &Value) -> Vec<Value> {
    let rows = body["reply_markup"]["inline_keyboard"].as_array();
    let rows = rows.into_iter().flatten().filter_map(Value::as_array);
    rows.flatten().cloned().collect()
}
