//! Inline mode: `@bot question` in any chat offers quotes to send.

use std::sync::Arc;
use std::time::Instant;

use teloxide::payloads::{AnswerInlineQuery, AnswerInlineQuerySetters};
use teloxide::types::{
    InlineQueryId, InlineQueryResult, InlineQueryResultArticle, InlineQueryResultsButton,
    InlineQueryResultsButtonKind, InputMessageContent, InputMessageContentText, ParseMode,
};

use super::access_control::is_welcome;
use super::bot::Bot;
use super::reply::no_preview;
use super::share_quote;
use crate::answer::{
    Answer, Permalink, Question, Quote, ResolvedPermalink, answer, newest, resolve_permalink,
};
use crate::index::{IndexError, Library};
use crate::messages::Messages;
use crate::monitor::{FrontEnd, QuestionOutcome};
use crate::telegram::rendering::{escape, field, html, short_line};
use crate::telegram::transport::{CallError, InlineQuery, SearchPermit, UpdateGuard};

/// How many results a page has, and all pages together (<https://core.telegram.org/bots/api#answerinlinequery>).
const PAGE: usize = 10;
const MOST: usize = 50;

/// Seconds that Telegram keeps an answer: only as long as somebody goes back and forth in what they type, so
/// that a changed corpus shows.
const CACHED: u32 = 10;

/// UTF-16 units of the words under a result's title.
const DESCRIPTION: usize = 200;

/// The payload with which the button over no results opens the bot.
pub(super) const TO_THE_BOT: &str = "ask";

/// Answers a query unless its sender types on; `in_hand` is dropped, and the query confirmed, either way.
pub(in crate::telegram) fn answer_inline_query(
    bot: &Arc<Bot>,
    query: InlineQuery,
    in_hand: UpdateGuard,
) {
    let worker = Arc::clone(bot);
    bot.typing.supersede(query.from.id, |turn| {
        let task = tokio::spawn(async move {
            let _in_hand = in_hand;
            if let Err(error) = respond(&worker, &query, turn).await {
                tracing::warn!(
                    error = format!("{error:#}"),
                    "an inline query could not be answered"
                );
            }
        });
        task.abort_handle()
    });
}

/// What a query asks for.
enum InlineRequest {
    /// Nothing was typed yet: so many of the newest.
    Newest(usize),
    /// The passage of a share button, with the payload of its link.
    Passage(Permalink, String),
    Answers(Question),
    /// Whoever asks is not answered.
    Nothing,
}

impl InlineRequest {
    /// At most `limit` quotes.
    fn of((query, language): (&str, &str), bot: &Bot, limit: usize) -> Self {
        let query = query.trim();
        let address = query
            .strip_prefix(share_quote::PASSAGE)
            .and_then(|payload| {
                let address = Permalink::decode(payload, bot.id).ok()?;
                Some((address, payload.to_owned()))
            });
        match address {
            Some((address, payload)) => Self::Passage(address, payload),
            None if query.is_empty() => Self::Newest(limit),
            None => Self::Answers(bot.question(query.to_owned(), (limit, language))),
        }
    }

    /// With which payload the button over no results opens the bot.
    fn to_the_bot(&self) -> String {
        match self {
            // The bot says what became of the passage.
            Self::Passage(_, payload) => payload.clone(),
            Self::Newest(_) | Self::Answers(_) | Self::Nothing => TO_THE_BOT.to_owned(),
        }
    }

    /// The quotes, and what became of the question where one was asked: a greeting is none, nor is the name of
    /// somebody who is never quoted.
    fn search(
        self,
        library: &Library,
    ) -> Result<(Vec<Quote>, Option<QuestionOutcome>), IndexError> {
        Ok(match self {
            Self::Newest(limit) => (newest(library, limit)?, None),
            Self::Nothing => (Vec::new(), None),
            Self::Passage(address, _) => match resolve_permalink(library, &address)? {
                ResolvedPermalink::Same(quote) | ResolvedPermalink::Moved(quote) => {
                    (vec![quote], None)
                }
                _ => (Vec::new(), None),
            },
            Self::Answers(question) => match answer(library, &question)? {
                Answer::Found(found) => (found.quotes, Some(QuestionOutcome::Quoted)),
                Answer::Nothing(_) => (Vec::new(), Some(QuestionOutcome::Nothing)),
                Answer::Talk(_) | Answer::Interviewers(_) => (Vec::new(), None),
            },
        })
    }
}

async fn respond(bot: &Bot, query: &InlineQuery, turn: SearchPermit) -> anyhow::Result<()> {
    let messages = Messages::of(query.from.language_code.as_deref().unwrap_or_default());
    let offset = query.offset.parse::<usize>().unwrap_or_default().min(MOST);
    // One more than is shown tells whether there is another page.
    let wanted = if is_welcome(bot, query.from.id, None).await {
        {
            let language = query.from.language_code.as_deref().unwrap_or_default();
            InlineRequest::of((&query.query, language), bot, (offset + PAGE + 1).min(MOST))
        }
    } else {
        InlineRequest::Nothing
    };
    let to_the_bot = wanted.to_the_bot();
    let turn = turn.lock_owned().await;
    let asks = matches!(wanted, InlineRequest::Answers(_));
    let monitor = bot.monitor.clone();
    let search = move |library: &Library| {
        let _turn = turn;
        let began = Instant::now();
        let found = wanted.search(library);
        monitor.searched(began.elapsed());
        found
    };
    let searched = bot.read(search).await;
    let outcome = match &searched {
        Ok((_, outcome)) => *outcome,
        Err(_) => asks.then_some(QuestionOutcome::Failed),
    };
    if let Some(outcome) = outcome {
        bot.monitor.question(FrontEnd::Inline, outcome);
    }
    let (quotes, _) = searched?;
    let page = quotes.iter().skip(offset).take(PAGE);
    let results = page.filter_map(|quote| article(bot, quote, messages));
    // Personal: titles and messages are in the user's language, which the query does not say.
    let mut payload = AnswerInlineQuery::new(InlineQueryId(query.id.clone()), results)
        .cache_time(CACHED)
        .is_personal(true);
    if quotes.len() > offset + PAGE {
        payload = payload.next_offset((offset + PAGE).to_string());
    }
    if quotes.is_empty() {
        payload = payload.button(InlineQueryResultsButton {
            text: messages.text("inline-nothing"),
            kind: InlineQueryResultsButtonKind::StartParameter(to_the_bot),
        });
    }
    match bot.sender.send_beside(&payload).await {
        // It waited while the bot was off: whoever typed it sees no results any more.
        Err(CallError::Refused(reason)) if reason.contains("query is too old") => Ok(()),
        sent => Ok(sent.map(drop)?),
    }
}

/// A result: who and when, what answers, and the message that it sends.
fn article(bot: &Bot, quote: &Quote, messages: &Messages) -> Option<InlineQueryResult> {
    let payload = share_quote::payload(bot, quote)?;
    let attribution = quote.attribution();
    let speaker = messages.credit(attribution).speaker;
    let date = attribution.date.map(|date| messages.date(date));
    let title: Vec<String> = [Some(field(&speaker)), date]
        .into_iter()
        .flatten()
        .collect();
    let html = format!(
        "{}\n<a href=\"{}\">{}</a>",
        html::quote_html(quote, messages),
        escape(&share_quote::link(bot, &payload)),
        escape(&messages.text("inline-open")),
    );
    let content = InputMessageContentText::new(html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview());
    // The payload is the passage's own name, at most 64 bytes.
    let article = InlineQueryResultArticle::new(
        payload,
        title.join(", "),
        InputMessageContent::Text(content),
    );
    Some(InlineQueryResult::Article(
        article.description(description(quote)),
    ))
}

/// The sentence that answers, on one line.
fn description(quote: &Quote) -> String {
    let start = quote.span().start;
    let highlight = quote.best_highlight();
    let answers = highlight.and_then(|mark| quote.text().get(mark.start - start..mark.end - start));
    short_line(answers.unwrap_or(quote.text()), DESCRIPTION)
}
