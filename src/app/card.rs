use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::output_file::OutputFile;
use super::{Config, Failure, answer_to, failure};
use crate::answer::{Answer, Question};
use crate::card::{self, Card, CardError, Fonts, Shade, Size, Theme};
use crate::config;
use crate::telegram::{Draw, Shape};
use crate::terminal::{self, Style, print};

/// What is to be drawn, and where to.
pub(super) struct Order {
    pub(super) output: PathBuf,
    /// Whether a file there is overwritten.
    pub(super) force: bool,
    pub(super) portrait: bool,
    pub(super) dark: bool,
}

/// Draws the first quote that answers; prints what else there is to say.
pub(super) fn card(
    config: &Config,
    question: Question,
    order: &Order,
) -> Result<ExitCode, Failure> {
    let file = OutputFile::new(&order.output, order.force)?;
    let mut theme = theme(&config.card)?;
    if order.dark {
        theme = theme.shaded(Shade::Dark);
    }
    let fonts = Fonts::load(config.card.fonts.as_deref())?;
    let answer = answer_to(config, question)?;
    let as_text = || {
        print(&terminal::render(
            &answer,
            terminal::messages(),
            &Style::of_output(),
        ))
    };
    let quote = match &answer {
        Answer::Found(found) => found.quotes.first(),
        Answer::Nothing(_) | Answer::Talk(_) | Answer::Interviewers(_) => None,
    };
    let Some(quote) = quote else {
        as_text()?;
        return Ok(ExitCode::from(1));
    };
    let card = Card {
        quote: quote.clone(),
        credit: terminal::messages().credit(quote.attribution()),
    };
    let size = if order.portrait {
        Size::Portrait
    } else {
        Size::Landscape
    };
    let png = match card::draw(&fonts, &card, &theme, size) {
        Err(error @ CardError::MissingGlyph(_)) => {
            as_text()?;
            return Err(error.into());
        }
        drawn => drawn?,
    };
    file.write(|out| Ok(out.write_all(&png)?))?;
    failure::say(&format!("card written to `{file}`"));
    Ok(ExitCode::SUCCESS)
}

/// Draws for the bot: the fonts are loaded once, and warm before the first card, on a thread of their own.
pub(super) fn artist(settings: &config::Card) -> Result<Draw, Failure> {
    let theme = theme(settings)?;
    let fonts = Arc::new(Fonts::load(settings.fonts.as_deref())?);
    let cold = Arc::clone(&fonts);
    std::thread::spawn(move || cold.warm_up());
    Ok(Arc::new(move |quote, credit, shape| {
        let size = match shape {
            Shape::Landscape => Size::Landscape,
            Shape::Portrait => Size::Portrait,
        };
        let card = Card {
            quote: quote.clone(),
            credit,
        };
        match card::draw(&fonts, &card, &theme, size) {
            Err(CardError::MissingGlyph(_)) => Ok(None),
            drawn => Ok(Some(drawn?)),
        }
    }))
}

/// How the settings want cards to look.
pub(super) fn theme(settings: &config::Card) -> Result<Theme, Failure> {
    let shade = match settings.theme {
        config::Shade::Light => Shade::Light,
        config::Shade::Dark => Shade::Dark,
    };
    Ok(Theme::new(
        shade,
        settings.accent,
        settings.logo.as_deref(),
    )?)
}
