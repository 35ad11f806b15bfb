//! The least that a bot on this library can do, to compare with: it sends back what it is sent.
//!
//! `TELOXIDE_TOKEN` and `VERBATIM_TELEGRAM__API_URL` as for Verbatim. It runs on two threads, as the library's examples
//! do on two cores; on one, as Verbatim does, where `ECHO_ON_ONE_THREAD` is set.

use teloxide::prelude::*;
use tokio::runtime::Builder;

fn main() -> anyhow::Result<()> {
    let mut runtime = match std::env::var_os("ECHO_ON_ONE_THREAD") {
        Some(_) => Builder::new_current_thread(),
        None => Builder::new_multi_thread(),
    };
    let runtime = runtime.worker_threads(2).enable_all().build()?;
    runtime.block_on(echo())
}

async fn echo() -> anyhow::Result<()> {
    let url = std::env::var("VERBATIM_TELEGRAM__API_URL")?;
    let bot = Bot::from_env().set_api_url(url.parse()?);
    let echo = |bot: Bot, message: Message| async move {
        if let Some(text) = message.text() {
            let reply = teloxide::types::ReplyParameters::new(message.id);
            bot.send_message(message.chat.id, text)
                .reply_parameters(reply)
                .await?;
        }
        Ok::<(), teloxide::RequestError>(())
    };
    let handler = Update::filter_message().endpoint(echo);
    Dispatcher::builder(bot, handler).build().dispatch().await;
    Ok(())
}
