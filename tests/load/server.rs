//! A Bot API server that keeps up with a fast bot, asks it questions, and measures the answers.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What goes wrong with every call while it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    None,
    BadGateway,
    Html,
    Truncated,
    Conflict,
    /// No answer for a while, and then none that helps.
    Hang,
    /// Some chats must wait.
    TooMany,
}

/// A question that was asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) chat: i64,
    pub(crate) at: Instant,
    /// When it was first handed out.
    pub(crate) handed_out: Option<Instant>,
    pub(crate) answered: Option<Instant>,
    pub(crate) answers: u32,
}

#[derive(Clone)]
pub(crate) struct Server {
    shared: Arc<Shared>,
    pub(crate) address: String,
}

struct Shared {
    state: Mutex<Inner>,
    changed: Notify,
}

/// A method that the bot called, in lower case, and what it was called with.
pub(crate) type Call = (String, Value);

struct Inner {
    pending: VecDeque<(i64, Value)>,
    asked: HashMap<i64, Asked>,
    next: i64,
    trouble: Trouble,
    /// The chats that must wait, and until when.
    waiting: HashMap<i64, Instant>,
    slowed: u64,
    /// Who is told what the bot calls.
    listener: Option<UnboundedSender<Call>>,
}

impl Server {
    pub(crate) async fn start() -> anyhow::Result<Self> {
        let state = Inner {
            pending: VecDeque::new(),
            asked: HashMap::new(),
            next: 1,
            trouble: Trouble::None,
            waiting: HashMap::new(),
            slowed: 0,
            listener: None,
        };
        let shared = Arc::new(Shared {
            state: Mutex::new(state),
            changed: Notify::new(),
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        let router = Router::new()
            .route("/{bot}/{method}", any(answer))
            .with_state(Arc::clone(&shared));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { shared, address })
    }

    fn state(&self) -> MutexGuard<'_, Inner> {
        self.shared.state()
    }

    /// Everything but questions for updates that the bot calls from now on.
    pub(crate) fn listen(&self) -> UnboundedReceiver<Call> {
        let (listener, calls) = unbounded_channel();
        self.state().listener = Some(listener);
        calls
    }

    /// Hands out an update of a kind that is no question.
    pub(crate) fn deliver(&self, kind: &str, content: &Value) {
        let mut state = self.state();
        let id = state.next;
        state.next += 1;
        let update = json!({ "update_id": id, kind: content });
        state.pending.push_back((id, update));
        drop(state);
        self.shared.changed.notify_waiters();
    }

    /// Somebody asks in a private chat; the message's id.
    pub(crate) fn ask(&self, chat: i64, text: &str) -> i64 {
        let mut state = self.state();
        let id = state.next;
        state.next += 1;
        let user = json!({ "id": chat, "is_bot": false, "first_name": "N", "language_code": "fr" });
        let message = json!({
            "message_id": id, "date": 1_700_000_000, "text": text, "from": user,
            "chat": { "id": chat, "type": "private", "first_name": "N" },
        });
        let update = json!({ "update_id": id, "message": message });
        state.pending.push_back((id, update));
        state.note(id, chat);
        drop(state);
        self.shared.changed.notify_waiters();
        id
    }

    /// Somebody types after the bot's name.
    pub(crate) fn types(&self, user: i64, query: &str) {
        let mut state = self.state();
        let id = state.next;
        state.next += 1;
        let from = json!({ "id": user, "is_bot": false, "first_name": "N", "language_code": "fr" });
        let query = json!({ "id": id.to_string(), "from": from, "query": query, "offset": "", "chat_type": "private" });
        let update = json!({ "update_id": id, "inline_query": query });
        state.pending.push_back((id, update));
        state.note(id, user);
        drop(state);
        self.shared.changed.notify_waiters();
    }

    pub(crate) fn is_in(&self, trouble: Trouble) {
        self.state().trouble = trouble;
    }

    /// A chat must wait for so long, if the bot sends to it.
    pub(crate) fn holds_up(&self, chat: i64, wait: Duration) {
        self.state().waiting.insert(chat, Instant::now() + wait);
    }

    /// Everything that was asked since this was last called.
    pub(crate) fn take_asked(&self) -> Vec<Asked> {
        self.state().asked.drain().map(|(_, asked)| asked).collect()
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.state().asked.values().copied().collect()
    }

    /// How many were not answered so far.
    pub(crate) fn open(&self) -> usize {
        let state = self.state();
        let asked = state.asked.values();
        asked.filter(|asked| asked.answers == 0).count()
    }

    /// How many are handed out and not confirmed.
    pub(crate) fn in_flight(&self) -> usize {
        let state = self.state();
        let ids = state.pending.iter().map(|(id, _)| id);
        ids.filter(|id| {
            state
                .asked
                .get(id)
                .is_some_and(|asked| asked.handed_out.is_some())
        })
        .count()
    }

    pub(crate) fn slowed(&self) -> u64 {
        self.state().slowed
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, Inner> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn note(&mut self, id: i64, chat: i64) {
        let asked = Asked {
            chat,
            at: Instant::now(),
            handed_out: None,
            answered: None,
            answers: 0,
        };
        self.asked.insert(id, asked);
    }

    fn answered(&mut self, id: i64) {
        if let Some(asked) = self.asked.get_mut(&id) {
            asked.answers += 1;
            asked.answered.get_or_insert_with(Instant::now);
        }
    }
}

async fn answer(
    State(shared): State<Arc<Shared>>,
    Path((_, method)): Path<(String, String)>,
    body: Bytes,
) -> Response {
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let method = method.to_ascii_lowercase();
    let trouble = shared.state().trouble;
    if method != "getupdates"
        && let Some(listener) = &shared.state().listener
    {
        // Whoever listened may have left.
        let _ = listener.send((method.clone(), body.clone()));
    }
    if let Some(refusal) = troubled(trouble).await {
        return refusal;
    }
    match method.as_str() {
        "getme" => done(&json!({
            "id": 999, "is_bot": true, "first_name": "V", "username": "verbatim_bot",
            "supports_inline_queries": true, "can_join_groups": true, "can_read_all_group_messages": false,
            "can_connect_to_business": false, "has_main_web_app": false,
        })),
        "getupdates" => done(&updates(&shared, &body).await),
        "sendmessage" => send(&shared, &body, trouble),
        "answerinlinequery" => {
            let id = body["inline_query_id"]
                .as_str()
                .and_then(|id| id.parse().ok());
            if let Some(id) = id {
                shared.state().answered(id);
            }
            done(&json!(true))
        }
        "getmydescription" | "getmyshortdescription" => done(&json!({})),
        _ => done(&json!(true)),
    }
}

fn done(result: &Value) -> Response {
    let head = [("content-type", "application/json")];
    (head, json!({ "ok": true, "result": result }).to_string()).into_response()
}

fn refused(code: u16, body: impl Into<Body>) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_GATEWAY);
    (status, body.into()).into_response()
}

async fn troubled(trouble: Trouble) -> Option<Response> {
    Some(match trouble {
        Trouble::None | Trouble::TooMany => return None,
        Trouble::BadGateway => refused(502, "<html>Bad Gateway</html>"),
        Trouble::Html => refused(200, "<html>Log in to this network</html>"),
        Trouble::Truncated => refused(200, "{\"ok\":true,\"resu"),
        Trouble::Conflict => {
            let body = json!({ "ok": false, "error_code": 409, "description": "Conflict: terminated by other getUpdates request" });
            refused(409, body.to_string())
        }
        Trouble::Hang => {
            tokio::time::sleep(Duration::from_secs(8)).await;
            refused(504, "")
        }
    })
}

fn send(shared: &Shared, body: &Value, trouble: Trouble) -> Response {
    let mut state = shared.state();
    let chat = body["chat_id"].as_i64().unwrap_or_default();
    let id = body["reply_parameters"]["message_id"].as_i64();
    let mut left = state.waiting.get(&chat).map_or(Duration::ZERO, |until| {
        until.saturating_duration_since(Instant::now())
    });
    // Every seventh chat, by its number, has to wait now and then.
    if trouble == Trouble::TooMany && chat % 7 == 0 && id.is_some_and(|id| id % 3 == 0) {
        left = Duration::from_secs(1);
        state.trouble = Trouble::None;
    }
    if !left.is_zero() {
        state.slowed += 1;
        let seconds = left.as_secs() + 1;
        let body = json!({ "ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": { "retry_after": seconds } });
        return refused(429, body.to_string());
    }
    if let Some(id) = id {
        state.answered(id);
    }
    drop(state);
    let user = json!({ "id": 999, "is_bot": true, "first_name": "V" });
    done(&json!({
        "message_id": 1_000_000 + id.unwrap_or_default() % 1_000_000, "date": 1_700_000_000, "text": "x", "from": user,
        "chat": { "id": chat, "type": "private", "first_name": "N" },
    }))
}

/// Confirms what is below the offset, then waits for updates as long as was asked.
async fn updates(shared: &Shared, body: &Value) -> Value {
    let offset = body["offset"].as_i64().unwrap_or_default();
    let patience = Duration::from_secs(body["timeout"].as_u64().unwrap_or_default());
    let until = tokio::time::Instant::now() + patience;
    {
        let mut state = shared.state();
        while state.pending.front().is_some_and(|(id, _)| *id < offset) {
            state.pending.pop_front();
        }
    }
    loop {
        let changed = shared.changed.notified();
        let found = hand_out(shared);
        if !found.is_empty() || tokio::time::timeout_at(until, changed).await.is_err() {
            return Value::Array(found);
        }
    }
}

fn hand_out(shared: &Shared) -> Vec<Value> {
    let mut state = shared.state();
    let now = Instant::now();
    let Inner { pending, asked, .. } = &mut *state;
    let found = pending.iter().take(100).map(|(id, update)| {
        if let Some(asked) = asked.get_mut(id) {
            asked.handed_out.get_or_insert(now);
        }
        update.clone()
    });
    found.collect()
}
