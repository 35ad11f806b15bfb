//! Updates in, each confirmed only when it was handled.
//!
//! Telegram hands an update out until a later offset confirms it. The offset asked for is the oldest
//! update that is still in hand: killed at any moment, the bot gets again what it had not answered.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep, timeout};

use super::api::{Api, CallError, Me};
use super::incoming::{Kind, Update};
use super::lanes::{Entered, Lanes};
use super::sending::jitter;
use super::{Bot, TelegramError, commands, inline, page, settings, vote};

/// How long Telegram may keep a poll open, and how long we wait for it.
const POLL: Duration = Duration::from_secs(30);
const POLL_PATIENCE: Duration = Duration::from_secs(45);

/// How often new updates are asked for while others are in hand.
const BUSY: Duration = Duration::from_millis(50);

/// How long is waited after a fault.
const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(60);

/// How long what is in hand may take when the process is told to stop.
const FINISH: Duration = Duration::from_secs(10);

/// Who the bot is; waits for Telegram as long as it takes. `None` where it is told to stop before.
pub(super) async fn introduce(
    api: &Api,
    mut stopping: watch::Receiver<bool>,
) -> Result<Option<Me>, TelegramError> {
    let mut faults = Faults::default();
    loop {
        let answer = tokio::select! {
            answer = api.me() => answer,
            _ = stopping.wait_for(|stop| *stop) => return Ok(None),
        };
        match answer {
            Ok(me) => return Ok(Some(me)),
            Err(CallError::Unauthorized) => return Err(TelegramError::WrongToken),
            Err(error) => faults.wait(&error, &mut stopping).await,
        }
        if *stopping.borrow() {
            return Ok(None);
        }
    }
}

/// Polls and hands out until told to stop.
pub(super) async fn poll(
    api: &Api,
    bot: &Arc<Bot>,
    mut stopping: watch::Receiver<bool>,
) -> Result<(), TelegramError> {
    let hands = Arc::new(Hands::default());
    let lanes = Arc::new(Lanes::default());
    let mut faults = Faults::default();
    while !*stopping.borrow() {
        let idle = hands.is_empty();
        if !idle {
            let _ = timeout(BUSY, hands.finished.notified()).await;
        }
        let wait = if hands.is_empty() {
            POLL
        } else {
            Duration::ZERO
        };
        let answer = tokio::select! {
            answer = get_updates(api, hands.offset(), wait) => answer,
            _ = stopping.wait_for(|stop| *stop) => break,
        };
        match answer {
            Ok(updates) => {
                faults.over();
                for raw in &updates {
                    take(bot, &hands, &lanes, raw);
                }
            }
            Err(CallError::Unauthorized) => return Err(TelegramError::WrongToken),
            Err(error) => faults.wait(&error, &mut stopping).await,
        }
    }
    finish(api, &hands).await;
    Ok(())
}

async fn get_updates(api: &Api, offset: i64, wait: Duration) -> Result<Vec<Value>, CallError> {
    let body = json!({
        "offset": offset,
        "limit": 100,
        "timeout": wait.as_secs(),
        "allowed_updates": ["message", "edited_message", "callback_query", "inline_query", "message_reaction"],
    });
    match api.call("getUpdates", &body, POLL_PATIENCE).await? {
        Value::Array(updates) => Ok(updates),
        _ => Err(CallError::Unreached("updates that are no list".to_owned())),
    }
}

/// Takes an update in hand, unless it is already.
fn take(bot: &Arc<Bot>, hands: &Arc<Hands>, lanes: &Arc<Lanes>, raw: &Value) {
    let Some(update) = Update::read(raw) else {
        tracing::warn!("an update without a number was passed over");
        return;
    };
    if !hands.take(update.id) {
        return;
    }
    if let Kind::Other(kind) = &update.kind {
        tracing::debug!(kind, "an update of this kind is not answered");
        return hands.done(update.id);
    }
    // Beside the lanes: typing never waits for a message, nor a message for typing.
    if let Kind::Inline(query) = update.kind {
        let in_hand = InHand {
            hands: Arc::clone(hands),
            id: update.id,
        };
        return inline::take(bot, query, in_hand);
    }
    let (bot, hands, lanes) = (Arc::clone(bot), Arc::clone(hands), Arc::clone(lanes));
    match lanes.enter(update) {
        Entered::Waits => {}
        Entered::Full(update) => {
            tokio::spawn(async move {
                refuse(&bot, &update).await;
                hands.done(update.id);
            });
        }
        Entered::Free(first) => {
            tokio::spawn(async move {
                let user = first.sender();
                let mut next = Some(first);
                while let Some(update) = next {
                    let id = update.id;
                    handle(&bot, update).await;
                    hands.done(id);
                    next = lanes.next(user);
                }
            });
        }
    }
}

/// Handles one update in a task of its own: a panic in it costs that update and nothing else.
async fn handle(bot: &Arc<Bot>, update: Update) {
    let worker = Arc::clone(bot);
    let kind = update.kind.clone();
    let handled = tokio::spawn(async move {
        match &settings::applied(&worker, kind).await {
            Kind::Message(message) | Kind::Edited(message) => {
                commands::message(&worker, message).await
            }
            Kind::Pressed(pressed) => page::pressed(&worker, pressed).await,
            Kind::Reacted(reaction) => vote::reacted(&worker, reaction).await,
            Kind::Inline(_) | Kind::Other(_) => Ok(()),
        }
    });
    let failed = match handled.await {
        Ok(Ok(())) => return,
        Ok(Err(error)) => {
            tracing::error!(
                error = format!("{error:#}"),
                "an update could not be answered"
            );
            // What Telegram refused for good is not said again in other words.
            error.downcast_ref::<CallError>().is_none()
        }
        Err(error) => {
            tracing::error!(
                panicked = error.is_panic(),
                "an update could not be answered"
            );
            true
        }
    };
    if let (true, Kind::Message(message)) = (failed, &update.kind) {
        tell(bot, message, "failed").await;
    }
}

async fn refuse(bot: &Bot, update: &Update) {
    if let Kind::Message(message) = &update.kind {
        tell(bot, message, "wait").await;
    }
}

async fn tell(bot: &Bot, message: &super::incoming::Message, key: &str) {
    if let Err(error) = commands::say(bot, message, key).await {
        tracing::debug!(%error, "not told");
    }
}

/// Waits for what is in hand, then confirms all of it.
async fn finish(api: &Api, hands: &Hands) {
    let until = Instant::now() + FINISH;
    while !hands.is_empty() && Instant::now() < until {
        let _ = timeout(BUSY, hands.finished.notified()).await;
    }
    if hands.offset() > 0 {
        let body = json!({ "offset": hands.offset(), "limit": 1, "timeout": 0 });
        let confirmed = timeout(
            Duration::from_secs(2),
            api.call("getUpdates", &body, POLL_PATIENCE),
        )
        .await;
        tracing::debug!(confirmed = matches!(confirmed, Ok(Ok(_))), "stopped");
    }
}

/// An update that is done when this is dropped, however its task ends.
pub(super) struct InHand {
    hands: Arc<Hands>,
    id: i64,
}

impl Drop for InHand {
    fn drop(&mut self) {
        self.hands.done(self.id);
    }
}

/// The updates in hand, and the highest that ever was.
#[derive(Default)]
struct Hands {
    state: Mutex<HandsState>,
    finished: Notify,
}

#[derive(Default)]
struct HandsState {
    highest: i64,
    /// `true` for those that are done while an older one is not.
    open: BTreeMap<i64, bool>,
}

impl Hands {
    /// `false` where the update is in hand or done.
    fn take(&self, id: i64) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.open.contains_key(&id) || (id <= state.highest && state.highest - id < WINDOW) {
            return false;
        }
        state.highest = state.highest.max(id);
        state.open.insert(id, false);
        true
    }

    fn done(&self, id: i64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.open.insert(id, true);
        while state.open.first_key_value().is_some_and(|(_, done)| *done) {
            state.open.pop_first();
        }
        drop(state);
        self.finished.notify_one();
    }

    fn is_empty(&self) -> bool {
        self.state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .open
            .is_empty()
    }

    /// The oldest update in hand, or the one after the last.
    fn offset(&self) -> i64 {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.open.first_key_value().map_or(
            if state.highest == 0 {
                0
            } else {
                state.highest + 1
            },
            |(id, _)| *id,
        )
    }
}

/// Telegram numbers updates anew, at random, after a week without any: a number far below the highest is
/// a new one.
const WINDOW: i64 = 100_000;

/// Faults in a row: one line when they begin, one when they are over.
#[derive(Default)]
struct Faults {
    wait: Duration,
}

impl Faults {
    async fn wait(&mut self, error: &CallError, stopping: &mut watch::Receiver<bool>) {
        if self.wait.is_zero() {
            tracing::warn!(%error, "Telegram does not answer as it should; trying again");
            self.wait = FIRST;
        } else {
            self.wait = (self.wait * 2).min(LONGEST);
        }
        let wait = match error {
            CallError::TooMany(pause) => *pause,
            _ => self.wait,
        };
        tokio::select! {
            () = sleep(wait + jitter(wait)) => {}
            _ = stopping.wait_for(|stop| *stop) => {}
        }
    }

    fn over(&mut self) {
        if !self.wait.is_zero() {
            tracing::info!("Telegram answers again");
            self.wait = Duration::ZERO;
        }
    }
}
