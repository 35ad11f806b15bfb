//! `verbatim bot`: the Telegram bot with everything that runs beside it.

use std::net::SocketAddr;
use std::panic;
use std::process::ExitCode;

use super::{card, setting};
use crate::app::Failure;
use crate::app::synced_index::{open, opened, sync_any, watch};
use crate::config::Config;
use crate::corpus::{CorpusEditor, WhenBusy};
use crate::feedback::Feedback;
use crate::index::{self, Library};
use crate::monitor::{self, CorpusSize, Monitor};
use crate::telegram;

pub(in crate::app) fn bot(config: &Config) -> Result<ExitCode, Failure> {
    if config.telegram.token.is_none() {
        return Err(Failure::usage(
            "the bot needs a Telegram token",
            "ask @BotFather for one and set TELOXIDE_TOKEN",
        ));
    }
    let setting = setting(config)?;
    // What cannot be drawn with is said now, not to the first who wants a card.
    let draw = card::bot_card_drawer(&config.card)?;
    let library = if config.telegram.owners.is_empty() {
        open(config)?
    } else {
        // Its owners may send the first interview in a chat.
        opened(config, sync_any(config, WhenBusy::UseLastCommit)?)
    };
    let _watching = watch(config, &library)?;
    // One thread sends and receives: Telegram takes thirty messages a second of a bot, and every update that another
    // thread takes over costs a change of threads. Searches of large corpora and pictures have threads of their own.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let monitor = Monitor::default();
    count_panics(&monitor);
    let done = runtime.block_on(async {
        if let Some(address) = config.monitor.listen {
            show(address, config, &library, monitor.clone()).await?;
        }
        let done = telegram::run(
            library,
            config.telegram.clone(),
            (config.answer.quotes, setting),
            CorpusEditor::new(&config.corpus, &config.index),
            draw,
            (Feedback::start(&config.feedback), monitor),
        );
        Ok(done.await?)
    });
    runtime.shutdown_background();
    done.map(|()| ExitCode::SUCCESS)
}

/// Shows health and metrics at an address.
async fn show(
    address: SocketAddr,
    config: &Config,
    library: &Library,
    monitor: Monitor,
) -> Result<(), Failure> {
    let (library, folder) = (library.clone(), config.index.clone());
    let look = move || {
        let catalogue = library.catalogue();
        CorpusSize {
            interviews: catalogue.entries.len(),
            passages: catalogue.entries.iter().map(|entry| entry.passages).sum(),
            written: index::written(&folder).filter(|_| !library.is_in_memory()),
        }
    };
    monitor::serve(address, monitor, look)
        .await
        .map_err(|error| {
            Failure::usage(
                format!("cannot listen on `{address}` for health and metrics: {error}"),
                "set `monitor.listen` to a free address of this machine, or leave it empty",
            )
        })
}

/// Counts every panic, and says where it was. Its message may hold what somebody wrote: that is logged at `debug` only.
fn count_panics(monitor: &Monitor) {
    let monitor = monitor.clone();
    panic::set_hook(Box::new(move |info| {
        monitor.panicked();
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
        tracing::debug!(message = info.payload_as_str(), "the panic's message");
    }));
}
