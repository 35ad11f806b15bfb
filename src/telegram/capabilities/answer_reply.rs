//! The reply with an answer: its quote, and the buttons for what can be done with it.

use teloxide::types::InlineKeyboardButton;

use super::bot::Bot;
use super::{refine_question, share_quote, show_context};
use crate::answer::{Answer, Place, QuestionOptions, Quote};
use crate::messages::Messages;
use crate::telegram::rendering::{Reply, html, keyboard};
use crate::telegram::transport::Message;

impl Reply {
    /// One quote of those at these places.
    pub(super) fn quoting(
        bot: &Bot,
        quote: &Quote,
        pages: (usize, &[Place]),
        messages: &Messages,
    ) -> Self {
        let actions = actions(bot, quote, pages, messages);
        Self {
            html: html::quote_html(quote, messages),
            keyboard: keyboard::under_quote(pages, actions),
        }
    }

    /// An answer, with the other manners in which its question can be asked.
    pub(super) fn to(
        bot: &Bot,
        answer: &Answer,
        manner: QuestionOptions,
        messages: &Messages,
    ) -> Self {
        refine_question::with_refine_buttons(
            Self::of(bot, answer, messages),
            manner,
            answer,
            messages,
        )
    }

    /// That nothing answers, and no more than that, where it is asked in a group: nobody else there wants to know what
    /// could be asked instead.
    pub(super) fn refusal(message: &Message, answer: &Answer, messages: &Messages) -> Option<Self> {
        let html = html::refusal_html(answer, messages)?;
        (!message.chat.is_private()).then_some(Self {
            html,
            keyboard: None,
        })
    }

    pub(super) fn of(bot: &Bot, answer: &Answer, messages: &Messages) -> Self {
        let keyboard = match answer {
            Answer::Found(found) => {
                let places: Vec<Place> = found.quotes.iter().map(Quote::place).collect();
                let first = found.quotes.first();
                let actions = first.map(|quote| actions(bot, quote, (0, &places), messages));
                keyboard::under_quote((0, &places), actions.unwrap_or_default())
            }
            Answer::Nothing(nothing) if !nothing.unknown.is_empty() => None,
            Answer::Interviewers(_) => None,
            // One: what is said over it takes two lines.
            Answer::Nothing(nothing) => {
                keyboard::questions(nothing.nearest.get(..1).unwrap_or(&[]))
            }
            Answer::Talk(talk) => keyboard::questions(&talk.examples),
        };
        Self {
            html: html::answer_html(answer, messages),
            keyboard,
        }
    }
}

/// What can be done with a quote.
fn actions(
    bot: &Bot,
    quote: &Quote,
    pages: (usize, &[Place]),
    messages: &Messages,
) -> Vec<Vec<InlineKeyboardButton>> {
    let context = show_context::button(pages, messages);
    let card = keyboard::card(quote.place(), messages);
    let looks = [context, card].into_iter().flatten().collect();
    vec![share_quote::buttons(bot, quote, messages), looks]
}
