//! The Telegram bot.
//!
//! Updates are polled and confirmed by our own loop: teloxide's confirms them before they are handled, and
//! its client neither retries nor keeps one slow chat from the others. An update is confirmed once its
//! answer was accepted or refused for good. No conversation is kept: buttons carry what they need.

mod capabilities;
mod command_menu;
mod rendering;
mod transport;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::watch;

pub use capabilities::{CardShape, DrawCard, copied};
pub use rendering::{ButtonPayload, ButtonPayloadError, quote_html, shorten};
pub use transport::TelegramError;

use crate::answer::AnsweringOptions;
use crate::config::Telegram;
use crate::corpus::CorpusEditor;
use crate::feedback::Feedback;
use crate::index::Library;
use crate::monitor::Monitor;
use capabilities::{
    AccessControl, AnsweredMessages, Bot, CardCache, RecentGroupQuestions, SearchWorkerPool,
    UpdateRouter, bot_description,
};
use transport::{
    ApiClient, Dispatcher, FINISH, InlineQueryQueue, PendingUpdates, SendQueue, UpdateJournal,
    polling, stop_on_signals, webhook,
};

/// Answers in Telegram until the process is told to stop (SIGINT, SIGTERM); then finishes what is in hand
/// within ten seconds.
///
/// # Errors
///
/// Where Telegram does not know the token, at the start or later.
pub async fn run(
    library: Library,
    settings: Telegram,
    (quotes, setting): (usize, AnsweringOptions),
    desk: CorpusEditor,
    draw: DrawCard,
    (feedback, monitor): (Feedback, Monitor),
) -> Result<(), TelegramError> {
    let (stop, stopping) = watch::channel(false);
    stop_on_signals(stop)?;
    let api = ApiClient::new(&settings, monitor.clone())?;
    let Some(me) = polling::introduce(&api, stopping.clone()).await? else {
        return Ok(());
    };
    tracing::info!(bot = me.username, "answering in Telegram");
    if !me.supports_inline_queries {
        tracing::info!("inline mode is off: @BotFather switches it on with /setinline");
    }
    let paced = (api.clone(), settings.per_second);
    let sender = SendQueue::new(paced, monitor.clone(), stopping.clone());
    introduce_itself(&api, &sender, settings.owners.clone());
    let bot = Arc::new(Bot {
        library,
        readers: SearchWorkerPool::default(),
        sender,
        id: me.id,
        username: me.username,
        inline: me.supports_inline_queries,
        quotes,
        setting,
        recent: Arc::default(),
        owners: settings.owners,
        contact: settings.contact,
        access: AccessControl::new(settings.access),
        desk,
        answered: AnsweredMessages::default(),
        bursts: RecentGroupQuestions::default(),
        typing: InlineQueryQueue::default(),
        gallery: CardCache::new(draw),
        feedback: feedback.clone(),
        monitor: monitor.clone(),
        shown: capabilities::QuoteByMessage::default(),
    });
    let hands = PendingUpdates::new(
        UpdateJournal::open(&folder_of(&settings.updates, me.id)),
        monitor,
    );
    let dispatch = Dispatcher::new(Arc::new(UpdateRouter(bot)), hands);
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
fn introduce_itself(api: &ApiClient, sender: &SendQueue, owners: Vec<i64>) {
    let (api, sender) = (api.clone(), sender.clone());
    tokio::spawn(async move {
        command_menu::register(&sender, &owners).await;
        bot_description::set_bot_description(&api).await;
    });
}
