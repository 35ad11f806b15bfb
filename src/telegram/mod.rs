//! The answer in a Telegram chat.
//!
//! Updates are polled and confirmed by our own loop: teloxide's confirms them before they are handled, and
//! its client neither retries nor keeps one slow chat from the others. An update is confirmed once its
//! answer was accepted or refused for good. No conversation is kept: buttons carry what they need.

mod about;
mod access;
mod again;
mod api;
mod ask;
mod bucket;
mod burst;
mod button;
mod card;
mod commands;
mod context;
mod dispatch;
mod error;
mod faults;
mod follow_up;
mod form;
mod hands;
mod incoming;
mod inline;
mod kept;
mod keyboard;
mod lanes;
mod ledger;
mod list;
mod menu;
mod open;
mod owner;
mod pace;
mod page;
mod people;
mod photo;
mod polling;
mod profile;
mod raw;
mod readers;
mod render;
mod response;
mod scope;
mod sending;
mod settings;
mod share;
mod start;
mod typing;
mod vote;
mod webhook;
mod within;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

pub use button::{Press, PressError};
pub use card::{Draw, Shape};
pub use error::TelegramError;
pub use render::{quote_html, shorten};
pub use share::copied;

use crate::answer::{Answer, Manner, Question, Recent, Setting};
use crate::config::Telegram;
use crate::corpus::Desk;
use crate::feedback::Feedback;
use crate::index::{IndexError, Library};
use crate::interview::PartialDate;
use crate::monitor::{FrontEnd, Monitor, Outcome};
use access::Access;
use api::Api;
use ask::Answered;
use burst::Bursts;
use card::Gallery;
use dispatch::Dispatch;
use hands::Hands;
use ledger::Ledger;
use readers::Readers;
use sending::Sender;
use typing::Typing;

/// The kinds of updates that the bot asks for.
const ALLOWED: [&str; 5] = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "message_reaction",
];

/// How long what is in hand may take when the process is told to stop.
const FINISH: Duration = Duration::from_secs(10);

/// What every handler needs; cheap to share.
struct Bot {
    library: Library,
    readers: Readers,
    sender: Sender,
    /// The bot's own user id and name, without the @.
    id: i64,
    username: String,
    /// Whether inline mode is switched on.
    inline: bool,
    quotes: usize,
    setting: Setting,
    recent: Arc<Recent>,
    owners: Vec<i64>,
    /// Whom to write to about the corpus; empty where nobody is named.
    contact: String,
    access: Access,
    desk: Desk,
    answered: Answered,
    bursts: Bursts,
    typing: Typing,
    gallery: Gallery,
    feedback: Feedback,
    monitor: Monitor,
    /// Which quote stands in which message.
    shown: vote::Shown,
}

/// Answers in Telegram until the process is told to stop (SIGINT, SIGTERM); then finishes what is in hand
/// within ten seconds.
///
/// # Errors
///
/// Where Telegram does not know the token, at the start or later.
pub async fn run(
    library: Library,
    settings: Telegram,
    (quotes, setting): (usize, Setting),
    desk: Desk,
    draw: Draw,
    (feedback, monitor): (Feedback, Monitor),
) -> Result<(), TelegramError> {
    let (stop, stopping) = watch::channel(false);
    stop_on_signals(stop)?;
    let api = Api::new(&settings, monitor.clone())?;
    let Some(me) = polling::introduce(&api, stopping.clone()).await? else {
        return Ok(());
    };
    tracing::info!(bot = me.username, "answering in Telegram");
    if !me.supports_inline_queries {
        tracing::info!("inline mode is off: @BotFather switches it on with /setinline");
    }
    let paced = (api.clone(), settings.per_second);
    let sender = Sender::new(paced, monitor.clone(), stopping.clone());
    introduce_itself(&api, &sender, settings.owners.clone());
    let bot = Arc::new(Bot {
        library,
        readers: Readers::default(),
        sender,
        id: me.id,
        username: me.username,
        inline: me.supports_inline_queries,
        quotes,
        setting,
        recent: Arc::default(),
        owners: settings.owners,
        contact: settings.contact,
        access: Access::new(settings.access),
        desk,
        answered: Answered::default(),
        bursts: Bursts::default(),
        typing: Typing::default(),
        gallery: Gallery::new(draw),
        feedback: feedback.clone(),
        monitor: monitor.clone(),
        shown: vote::Shown::default(),
    });
    let hands = Hands::new(Ledger::open(&folder_of(&settings.updates, me.id)), monitor);
    let dispatch = Dispatch::new(bot, hands);
    let done = match &settings.webhook {
        Some(webhook) => webhook::listen(&api, &dispatch, webhook, stopping).await,
        None => polling::poll(&api, &dispatch, stopping).await,
    };
    if done.is_ok() {
        dispatch.hands.until_empty(FINISH).await;
        if settings.webhook.is_none() {
            polling::confirm(&api, &dispatch).await;
        }
    }
    feedback.settled().await;
    done
}

/// A bot's own folder: two bots never share what they know of updates.
fn folder_of(updates: &Path, bot: i64) -> PathBuf {
    let mut name = OsString::from(updates);
    name.push(format!("-{bot}"));
    name.into()
}

/// Tells Telegram the commands and what the bot is for; no question waits for that.
fn introduce_itself(api: &Api, sender: &Sender, owners: Vec<i64>) {
    let (api, sender) = (api.clone(), sender.clone());
    tokio::spawn(async move {
        menu::register(&sender, &owners).await;
        profile::describe(&api).await;
    });
}

/// Turns the first SIGINT or SIGTERM into the word to stop.
fn stop_on_signals(stop: watch::Sender<bool>) -> Result<(), TelegramError> {
    let mut interrupt = signal(SignalKind::interrupt()).map_err(TelegramError::Signals)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(TelegramError::Signals)?;
    tokio::spawn(async move {
        tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
        tracing::info!("stopping: finishing the updates in progress");
        stop.send_replace(true);
    });
    Ok(())
}

impl Bot {
    /// Something that reads the index.
    async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Library) -> Result<T, IndexError> + Send + 'static,
    ) -> anyhow::Result<T> {
        self.readers.read(&self.library, work).await
    }

    /// An answer with so many quotes at most, or as many as the settings say.
    async fn answer(
        &self,
        text: String,
        manner: Manner,
        quotes: Option<usize>,
    ) -> anyhow::Result<Arc<Answer>> {
        let question = Question {
            manner,
            ..self.question(text, quotes.unwrap_or(self.quotes))
        };
        if let Some(answer) = self.recent.to(&self.library, &question) {
            return Ok(answer);
        }
        let (recent, monitor) = (Arc::clone(&self.recent), self.monitor.clone());
        let is_long = question.text.len() > readers::LONG;
        let work = move |library: &Library| {
            let began = Instant::now();
            let answered = recent.answer(library, question);
            monitor.searched(began.elapsed());
            answered
        };
        if is_long {
            self.readers.read_beside(&self.library, work).await
        } else {
            self.read(work).await
        }
    }

    /// Counts what became of a question.
    fn count(&self, front_end: FrontEnd, answer: Option<&Answer>) {
        let outcome = match answer {
            Some(Answer::Found(_)) => Outcome::Quoted,
            Some(Answer::Nothing(_)) => Outcome::Nothing,
            // No question was asked.
            Some(Answer::Talk(_) | Answer::Interviewers(_)) => return,
            None => Outcome::Failed,
        };
        self.monitor.question(front_end, outcome);
    }

    /// What somebody typed, to be answered with so many quotes at most.
    fn question(&self, text: String, quotes: usize) -> Question {
        Question {
            text,
            quotes,
            collection: None,
            today: PartialDate::of_time(SystemTime::now()),
            setting: self.setting.clone(),
            manner: Manner::default(),
        }
    }
}
