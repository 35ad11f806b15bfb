//! A Bot API server on loopback that the real bot talks to: it hands out updates until an offset confirms
//! them, keeps a poll open, records every call, and can be told to fail.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use axum::http::StatusCode;
use axum::routing::any;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::sync::Notify;

use crate::harness::{Run, Verbatim};
use crate::mounts;

pub(crate) const TOKEN: &str = "123456:fake-token_of-the-tests";
const BOT: i64 = 999;

/// How many servers there were: no two hand out updates with the same numbers.
static SERVERS: AtomicI64 = AtomicI64::new(0);

/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

/// A chat with the bot, seen from the users' side.
pub(crate) struct FakeTelegram {
    runtime: Runtime,
    state: Arc<Server>,
    address: String,
    next_update: i64,
    next_message: i64,
}

#[derive(Default)]
struct Server {
    pending: Mutex<VecDeque<Value>>,
    calls: Mutex<Vec<Call>>,
    faults: Mutex<Vec<Fault>>,
    files: Mutex<HashMap<String, Vec<u8>>>,
    /// Whether the bot's inline mode is switched off.
    not_inline: AtomicBool,
    /// Who administers groups.
    admins: Mutex<Vec<i64>>,
    changed: Notify,
}

/// What the bot called, with the body that it sent.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) body: Value,
    /// The file that came with it.
    pub(crate) file: Option<Vec<u8>>,
    /// Whether it was answered with success.
    pub(crate) accepted: bool,
}

/// What the server does instead of answering, once.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) method: &'static str,
    /// Only for this chat, where given.
    pub(crate) chat: Option<i64>,
    pub(crate) status: u16,
    pub(crate) body: Value,
}

/// The running bot.
pub(crate) struct Bot {
    child: Child,
    /// A file takes what it logs: a pipe would fill up and hold it.
    log: tempfile::NamedTempFile,
}

impl FakeTelegram {
    pub(crate) fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let state = Arc::new(Server::default());
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = router(&state);
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self {
            runtime,
            state,
            address,
            next_update: 1_000_000 * SERVERS.fetch_add(1, Ordering::Relaxed) + 500,
            next_message: 10,
        }
    }

    /// Listens at another address too.
    pub(crate) fn listens_at(&self, address: SocketAddr) {
        let listener = tokio::net::TcpListener::bind(address);
        let listener = self.runtime.block_on(listener).unwrap();
        let router = router(&self.state);
        self.runtime
            .spawn(async move { axum::serve(listener, router).await });
    }

    /// The program as a bot that talks to this server.
    pub(crate) fn bot(&self, verbatim: &Verbatim, token: &str) -> Bot {
        self.bot_at(verbatim, token, &self.address)
    }

    /// The program as a bot that talks to this server, started by a script of [`mounts`]; `None` where the system
    /// allows no such thing.
    pub(crate) fn bot_inside(&self, verbatim: &Verbatim, script: &str) -> Option<Bot> {
        let program = self.program(verbatim, &[], TOKEN, &self.address);
        Some(Bot::of(mounts::command(verbatim, &program, script)?))
    }

    /// The program as a bot that talks to a server at some address.
    pub(crate) fn bot_at(&self, verbatim: &Verbatim, token: &str, address: &str) -> Bot {
        Bot::of(self.program(verbatim, &["bot"], token, address))
    }

    fn program(
        &self,
        verbatim: &Verbatim,
        arguments: &[&str],
        token: &str,
        address: &str,
    ) -> Command {
        let mut command = verbatim.command(arguments);
        command
            .env("TELOXIDE_TOKEN", token)
            .env("VERBATIM_TELEGRAM__API_URL", address)
            .env("RUST_LOG", "trace");
        if !verbatim.is_set("VERBATIM_CONFIG") {
            // Tests ask until something has come about, faster than anybody types.
            command.env("VERBATIM_ACCESS__PER_MINUTE", "0");
            command.env("VERBATIM_TELEGRAM__PER_SECOND", "0");
        }
        command
    }

    pub(crate) fn fails_once(&self, fault: Fault) {
        self.state.faults.lock().unwrap().push(fault);
    }

    /// Hands out an update; its number.
    pub(crate) fn update(&mut self, kind: &str, content: Value) -> i64 {
        let update = self.numbered(kind, content);
        self.state.pending.lock().unwrap().push_back(update);
        self.state.changed.notify_waiters();
        self.next_update
    }

    fn numbered(&mut self, kind: &str, content: Value) -> Value {
        self.next_update += 1;
        json!({ "update_id": self.next_update, kind: content })
    }

    /// The last update, not handed out any more, but to be delivered.
    pub(crate) fn take_back(&self) -> Value {
        self.state.pending.lock().unwrap().pop_back().unwrap()
    }

    /// Waits until a method was called, with whatever success.
    #[track_caller]
    pub(crate) fn waits_until_called(&self, method: &str) {
        let until = Instant::now() + PATIENCE;
        while self.calls(method).is_empty() {
            assert!(Instant::now() < until, "no `{method}` came");
            let changed = self.state.changed.notified();
            let _ = self.runtime.block_on(async {
                tokio::time::timeout(Duration::from_millis(100), changed).await
            });
        }
    }

    /// A question in a chat that is not handed out, but to be delivered.
    pub(crate) fn question(&mut self, chat: i64, text: &str) -> Value {
        self.next_message += 1;
        let message = message(self.next_message, chat, text, json!({}));
        self.numbered("message", message)
    }

    /// A press that is not handed out, but to be delivered.
    pub(crate) fn press(&mut self, chat: i64, under: i64, data: &str) -> Value {
        let press = press(chat, under, data);
        self.numbered("callback_query", press)
    }

    /// A message in a chat; its id.
    pub(crate) fn says(&mut self, chat: i64, text: &str) -> i64 {
        self.says_with(chat, text, json!({}))
    }

    /// A message with further fields; its id. Chats below zero are groups.
    pub(crate) fn says_with(&mut self, chat: i64, text: &str, more: Value) -> i64 {
        self.next_message += 1;
        let message = message(self.next_message, chat, text, more);
        self.update("message", message);
        self.next_message
    }

    /// A file sent in a chat; the message's id.
    pub(crate) fn sends(&mut self, chat: i64, name: &str, content: &[u8]) -> i64 {
        let id = format!("file-{}", self.next_message);
        let mut files = self.state.files.lock().unwrap();
        files.insert(id.clone(), content.to_owned());
        drop(files);
        let document = json!({ "file_id": id, "file_unique_id": id, "file_name": name, "file_size": content.len() });
        self.says_with(chat, "", json!({ "text": null, "document": document }))
    }

    /// A reply to one of the bot's messages, as it was sent.
    pub(crate) fn replies(&mut self, chat: i64, to: &Value, text: &str) -> i64 {
        let (shown, entities) = shown(to["text"].as_str().unwrap());
        let bot = json!({ "id": BOT, "is_bot": true, "first_name": "V" });
        let original = message(
            4242,
            chat,
            &shown,
            json!({ "from": bot, "entities": entities, "reply_markup": to["reply_markup"] }),
        );
        self.says_with(chat, text, json!({ "reply_to_message": original }))
    }

    pub(crate) fn edits(&mut self, chat: i64, id: i64, text: &str) {
        let message = message(id, chat, text, json!({ "edit_date": 1_700_000_100 }));
        self.update("edited_message", message);
    }

    /// What somebody typed after the bot's name in some chat; the query's id.
    pub(crate) fn types(&mut self, user_id: i64, query: &str, offset: &str) -> String {
        let id = format!("query-{}", self.next_update + 1);
        let query = json!({ "id": id, "from": user(user_id), "query": query, "offset": offset, "chat_type": "supergroup" });
        self.update("inline_query", query);
        id
    }

    /// Makes a user an administrator of every group.
    pub(crate) fn is_admin(&self, user: i64) {
        self.state.admins.lock().unwrap().push(user);
    }

    /// Switches the bot's inline mode off, as it is for a new bot.
    pub(crate) fn is_not_inline(&self) {
        self.state.not_inline.store(true, Ordering::Relaxed);
    }

    /// Presses a button of a picture of the bot's.
    pub(crate) fn presses_under_picture(&mut self, chat: i64, under: i64, data: &str) {
        let mut press = press(chat, under, data);
        let message = press["message"].as_object_mut().unwrap();
        message.remove("text");
        message.insert("photo".to_owned(), json!([{ "file_id": "photo" }]));
        self.update("callback_query", press);
    }

    pub(crate) fn presses(&mut self, chat: i64, under: i64, data: &str) {
        self.update("callback_query", press(chat, under, data));
    }

    /// Presses a button of a message of the bot's, which answers a question.
    pub(crate) fn presses_under(
        &mut self,
        chat: i64,
        (id, sent): (i64, &Value),
        question: &str,
        data: &str,
    ) {
        let from =
            json!({ "id": chat, "is_bot": false, "first_name": "Ada", "language_code": "en" });
        let asked = message(id - 1, chat, question, json!({ "from": from }));
        let bot = json!({ "id": BOT, "is_bot": true, "first_name": "V" });
        let shown = message(
            id,
            chat,
            "…",
            json!({ "from": bot, "reply_to_message": asked, "reply_markup": sent["reply_markup"] }),
        );
        let press = json!({ "id": format!("press-{id}"), "from": from, "message": shown, "chat_instance": "1", "data": data });
        self.update("callback_query", press);
    }

    /// Waits for the next accepted call of a method that no earlier wait has seen.
    #[track_caller]
    pub(crate) fn waits_for(&self, seen: &mut usize, method: &str) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let changed = self.state.changed.notified();
            let found = {
                let calls = self.state.calls.lock().unwrap();
                let found = calls
                    .iter()
                    .enumerate()
                    .skip(*seen)
                    .find(|(_, call)| call.method == method && call.accepted);
                found.map(|(at, call)| (at, call.body.clone()))
            };
            if let Some((at, body)) = found {
                *seen = at + 1;
                return body;
            }
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero(),
                "no `{method}` came; there were {:?}",
                self.methods()
            );
            let _ = self.runtime.block_on(async {
                tokio::time::timeout(left.min(Duration::from_millis(200)), changed).await
            });
        }
    }

    /// Waits until a call of a method was refused.
    #[track_caller]
    pub(crate) fn waits_until_refused(&self, method: &str) {
        let until = Instant::now() + PATIENCE;
        while !self.calls(method).iter().any(|call| !call.accepted) {
            assert!(Instant::now() < until, "no `{method}` was refused");
            let changed = self.state.changed.notified();
            let _ = self.runtime.block_on(async {
                tokio::time::timeout(Duration::from_millis(100), changed).await
            });
        }
    }

    /// Waits until every update was confirmed.
    #[track_caller]
    pub(crate) fn waits_until_confirmed(&self) {
        let until = Instant::now() + PATIENCE;
        while !self.state.pending.lock().unwrap().is_empty() {
            assert!(Instant::now() < until, "updates stay unconfirmed");
            let changed = self.state.changed.notified();
            let _ = self.runtime.block_on(async {
                tokio::time::timeout(Duration::from_millis(100), changed).await
            });
        }
    }

    pub(crate) fn calls(&self, method: &str) -> Vec<Call> {
        self.state
            .calls
            .lock()
            .unwrap()
            .iter()
            .filter(|call| call.method == method)
            .cloned()
            .collect()
    }

    fn methods(&self) -> Vec<String> {
        self.state
            .calls
            .lock()
            .unwrap()
            .iter()
            .map(|call| call.method.clone())
            .collect()
    }
}

impl Bot {
    fn of(mut command: Command) -> Self {
        let log = tempfile::NamedTempFile::new().unwrap();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log.reopen().unwrap())
            .spawn()
            .unwrap();
        Self { child, log }
    }

    /// Tells it to stop with a signal, and waits for it.
    pub(crate) fn stops_on(self, signal: &str) -> Run {
        let id = self.child.id().to_string();
        assert!(
            std::process::Command::new("kill")
                .args(["-s", signal, &id])
                .status()
                .unwrap()
                .success()
        );
        self.ends()
    }

    /// Waits until it logged these words.
    #[track_caller]
    pub(crate) fn logs(&self, words: &str) {
        let until = Instant::now() + PATIENCE;
        loop {
            let log = std::fs::read_to_string(self.log.path()).unwrap();
            if log.contains(words) {
                return;
            }
            assert!(Instant::now() < until, "`{words}` is not logged: {log}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub(crate) fn ends(self) -> Run {
        let output = self.child.wait_with_output().unwrap();
        let err = std::fs::read_to_string(self.log.path()).unwrap();
        Run {
            out: output.stdout,
            err,
            code: output.status.code(),
        }
    }
}

fn user(id: i64) -> Value {
    json!({ "id": id.abs(), "is_bot": false, "first_name": "Ada", "language_code": "fr" })
}

fn message(id: i64, chat: i64, text: &str, more: Value) -> Value {
    let kind = if chat < 0 { "supergroup" } else { "private" };
    let mut message = json!({
        "message_id": id,
        "date": 1_700_000_000,
        "chat": { "id": chat, "type": kind, "title": "Chat", "first_name": "Ada" },
        "from": user(chat),
        "text": text,
    });
    message
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    message
}

fn press(chat: i64, under: i64, data: &str) -> Value {
    let bot = json!({ "id": BOT, "is_bot": true, "first_name": "V" });
    let shown = message(under, chat, "…", json!({ "from": bot }));
    json!({ "id": format!("press-{under}"), "from": user(chat), "message": shown, "chat_instance": "1", "data": data })
}

fn router(state: &Arc<Server>) -> Router {
    Router::new()
        .route("/{bot}/{method}", any(answer))
        .route("/file/{bot}/{*path}", any(download))
        .with_state(Arc::clone(state))
}

/// Telegram's side of a webhook.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    url: String,
    secret: Option<String>,
    certificate: Option<Vec<u8>>,
}

impl Delivery {
    pub(crate) fn to(url: &str, secret: &str) -> Self {
        Self {
            url: url.to_owned(),
            secret: Some(secret.to_owned()),
            certificate: None,
        }
    }

    pub(crate) fn at(&self, url: &str) -> Self {
        let url = url.to_owned();
        Self {
            url,
            ..self.clone()
        }
    }

    pub(crate) fn with_secret(&self, secret: Option<&str>) -> Self {
        let secret = secret.map(str::to_owned);
        Self {
            secret,
            ..self.clone()
        }
    }

    pub(crate) fn trusting(self, certificate: &[u8]) -> Self {
        let certificate = Some(certificate.to_owned());
        Self {
            certificate,
            ..self
        }
    }

    /// Delivers an update; the status that it is answered with.
    pub(crate) fn of(&self, update: &Value) -> u16 {
        self.of_bytes(update.to_string().as_bytes())
    }

    pub(crate) fn of_bytes(&self, body: &[u8]) -> u16 {
        let mut client = reqwest::Client::builder();
        if let Some(pem) = &self.certificate {
            client = client.add_root_certificate(reqwest::Certificate::from_pem(pem).unwrap());
        }
        let mut request = client
            .build()
            .unwrap()
            .post(&self.url)
            .body(body.to_owned());
        if let Some(secret) = &self.secret {
            request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        let sent = async { request.send().await.unwrap().status().as_u16() };
        waiting_for(sent)
    }
}

/// What stands at an address, and its status.
pub(crate) fn fetch(url: &str) -> (u16, String) {
    waiting_for(async {
        let answer = reqwest::get(url).await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    })
}

fn waiting_for<T>(future: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_all().build().unwrap().block_on(future)
}

async fn answer(
    State(state): State<Arc<Server>>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> (StatusCode, String) {
    let (body, file) = read(request).await;
    if bot != format!("bot{TOKEN}") {
        return refusal(
            401,
            json!({ "ok": false, "error_code": 401, "description": "Unauthorized" }),
        );
    }
    let fault = {
        let mut faults = state.faults.lock().unwrap();
        let at = faults.iter().position(|fault| {
            fault.method == method && fault.chat.is_none_or(|chat| body["chat_id"] == chat)
        });
        at.map(|at| faults.remove(at))
    };
    if method == "getUpdates" {
        return match fault {
            Some(fault) => refusal(fault.status, fault.body),
            None => (StatusCode::OK, updates(&state, &body).await),
        };
    }
    write_down(&method, &body);
    let mut calls = state.calls.lock().unwrap();
    calls.push(Call {
        method: method.clone(),
        body: body.clone(),
        file,
        accepted: fault.is_none(),
    });
    let number = calls.len() + 1000;
    drop(calls);
    state.changed.notify_waiters();
    if let Some(fault) = fault {
        return refusal(fault.status, fault.body);
    }
    let result = match method.as_str() {
        "getMe" => {
            let inline = !state.not_inline.load(Ordering::Relaxed);
            json!({ "id": BOT, "is_bot": true, "first_name": "Verbatim", "username": "verbatim_bot", "supports_inline_queries": inline })
        }
        "getChatMember" => {
            let admins = state.admins.lock().unwrap();
            let id = body["user_id"].as_i64().unwrap();
            let status = ["member", "administrator"][usize::from(admins.contains(&id))];
            json!({ "status": status, "user": user(id) })
        }
        "getFile" => {
            let id = body["file_id"].as_str().unwrap();
            json!({ "file_id": id, "file_unique_id": id, "file_path": format!("documents/{id}") })
        }
        "sendMessage" => {
            json!({ "message_id": number, "date": 1, "chat": { "id": body["chat_id"], "type": "private" }, "text": "x" })
        }
        "sendPhoto" => {
            let name = body["photo"].as_str().unwrap();
            let name = name
                .strip_prefix("attach://")
                .map_or(name.to_owned(), |_| format!("photo-{number}"));
            let sizes =
                json!([{ "file_id": "small", "width": 90 }, { "file_id": name, "width": 1200 }]);
            json!({ "message_id": number, "date": 1, "chat": { "id": body["chat_id"], "type": "private" }, "photo": sizes })
        }
        _ => json!(true),
    };
    (
        StatusCode::OK,
        json!({ "ok": true, "result": result }).to_string(),
    )
}

/// Adds a call to the folder in `VERBATIM_PAYLOADS`, where it is set: `tests/payloads/check.py` reads it.
fn write_down(method: &str, body: &Value) {
    let Some(folder) = std::env::var_os("VERBATIM_PAYLOADS") else {
        return;
    };
    let file = std::path::Path::new(&folder).join(format!("{}.jsonl", std::process::id()));
    let line = json!({ "method": method, "body": body }).to_string() + "\n";
    let mut file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)
        .unwrap();
    std::io::Write::write_all(&mut file, line.as_bytes()).unwrap();
}

/// The fields of a request, as JSON or as a form, and the file in it.
async fn read(request: Request) -> (Value, Option<Vec<u8>>) {
    let kind = request.headers()["content-type"].to_str().unwrap();
    if !kind.starts_with("multipart/form-data") {
        let body = axum::body::to_bytes(request.into_body(), 64 << 20)
            .await
            .unwrap();
        return (serde_json::from_slice(&body).unwrap_or(Value::Null), None);
    }
    let mut form = Multipart::from_request(request, &()).await.unwrap();
    let (mut fields, mut file) = (json!({}), None);
    while let Some(field) = form.next_field().await.unwrap() {
        let name = field.name().unwrap().to_owned();
        if field.file_name().is_some() {
            file = Some(field.bytes().await.unwrap().to_vec());
        } else {
            let text = field.text().await.unwrap();
            fields[name] = serde_json::from_str(&text).unwrap_or(Value::String(text));
        }
    }
    (fields, file)
}

/// A message's text without its tags and entities, and its quotations and links as Telegram marks them.
fn shown(html: &str) -> (String, Value) {
    let mut text = String::new();
    let mut entities = Vec::new();
    let mut from = 0;
    for part in html.split_inclusive('>') {
        let (words, tag) = part.split_once('<').unwrap_or((part, ""));
        let plain = words.replace("&lt;", "<").replace("&gt;", ">");
        text.push_str(&plain.replace("&quot;", "\"").replace("&amp;", "&"));
        let units = text.encode_utf16().count();
        match tag {
            "blockquote>" | "blockquote expandable>" => from = units,
            "/blockquote>" => {
                entities
                    .push(json!({ "type": "blockquote", "offset": from, "length": units - from }));
            }
            _ => {}
        }
        if let Some(link) = tag.strip_prefix("a href=\"") {
            let url = link.trim_end_matches("\">").replace("&amp;", "&");
            entities.push(json!({ "type": "text_link", "offset": units, "length": 1, "url": url }));
        }
    }
    (text, Value::Array(entities))
}

/// The content of a file under the path that `getFile` gave.
async fn download(
    State(state): State<Arc<Server>>,
    Path((bot, path)): Path<(String, String)>,
) -> (StatusCode, Vec<u8>) {
    let files = state.files.lock().unwrap();
    let content = path.strip_prefix("documents/").and_then(|id| files.get(id));
    match content {
        Some(content) if bot == format!("bot{TOKEN}") => (StatusCode::OK, content.clone()),
        _ => (StatusCode::NOT_FOUND, Vec::new()),
    }
}

fn refusal(status: u16, body: Value) -> (StatusCode, String) {
    let text = body
        .as_str()
        .map_or_else(|| body.to_string(), str::to_owned);
    (StatusCode::from_u16(status).unwrap(), text)
}

/// Confirms what is below the offset, then waits for updates as long as was asked.
async fn updates(state: &Server, body: &Value) -> String {
    let offset = body["offset"].as_i64().unwrap_or_default();
    let until = tokio::time::Instant::now()
        + Duration::from_secs(body["timeout"].as_u64().unwrap_or_default());
    state
        .pending
        .lock()
        .unwrap()
        .retain(|update| update["update_id"].as_i64().unwrap() >= offset);
    state.changed.notify_waiters();
    loop {
        let changed = state.changed.notified();
        let found: Vec<Value> = state
            .pending
            .lock()
            .unwrap()
            .iter()
            .take(100)
            .cloned()
            .collect();
        if !found.is_empty() || tokio::time::timeout_at(until, changed).await.is_err() {
            return json!({ "ok": true, "result": found }).to_string();
        }
    }
}
