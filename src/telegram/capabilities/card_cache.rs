//! A cache of drawn cards, and the function that draws them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex as Lock, PoisonError};

use tokio::sync::Mutex;

use crate::answer::{Attribution, Credit, Place, Quote};

/// Who draws, and what Telegram has already.
pub(in crate::telegram) struct CardCache {
    draw: DrawCard,
    /// One card at a time: others wait here and not on the threads that answers are searched on.
    turn: Mutex<()>,
    sent: Lock<VecDeque<(CardKey, String)>>,
}

impl CardCache {
    pub(in crate::telegram) fn new(draw: DrawCard) -> Self {
        Self {
            draw,
            turn: Mutex::default(),
            sent: Lock::default(),
        }
    }

    pub(super) fn name(&self, picture: &CardKey) -> Option<String> {
        let sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        let known = sent.iter().find(|(other, _)| other == picture);
        known.map(|(_, name)| name.clone())
    }

    /// Keeps a picture's name, `None` where Telegram does not know it any more.
    pub(super) fn keep(&self, picture: CardKey, name: Option<String>) {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        sent.retain(|(other, _)| *other != picture);
        sent.extend(name.map(|name| (picture, name)));
        if sent.len() > KEPT {
            sent.pop_front();
        }
    }

    pub(super) async fn draw(
        &self,
        quote: Quote,
        credit: Credit,
        shape: CardShape,
    ) -> anyhow::Result<Option<Vec<u8>>> {
        let _turn = self.turn.lock().await;
        let draw = Arc::clone(&self.draw);
        tokio::task::spawn_blocking(move || draw(&quote, credit, shape)).await?
    }
}

/// Draws a quote as a PNG; `None` where no font has a character of it. Blocking.
pub type DrawCard =
    Arc<dyn Fn(&Quote, Credit, CardShape) -> anyhow::Result<Option<Vec<u8>>> + Send + Sync>;

/// The form of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CardShape {
    /// Wider than high.
    #[default]
    Landscape,
    /// Higher than wide.
    Portrait,
}

/// All that a picture shows: a corrected title makes it another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CardKey {
    pub(super) place: Place,
    pub(super) attribution: Attribution,
    pub(super) language: &'static str,
    pub(super) shape: CardShape,
}

/// How many pictures' names are kept: half a megabyte. What is forgotten is drawn again.
const KEPT: usize = 1_000;
