//! `verbatim card`: draws the best quote for a question as a picture file.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::{answer_to, asked};
use crate::answer::Answer;
use crate::app::output_file::OutputFile;
use crate::app::{Config, Failure, failure};
use crate::card::{self, Card, CardError, CardSize, Fonts, Shade, Theme};
use crate::cli::CardArguments;
use crate::config;
use crate::telegram::{CardShape, DrawCard};
use crate::terminal::{self, OutputStyle, print};

/// Draws the first quote that answers; prints what else there is to say.
pub(super) fn card(config: &Config, order: &CardArguments) -> Result<ExitCode, Failure> {
    let question = asked(config, order.question.clone(), 1, order.collection.clone())?;
    if let Some(other) = other_format(&order.output) {
        return Err(Failure::usage(
            format!(
                "cannot write `{}`: the picture is a PNG file, not {other}",
                order.output.display()
            ),
            "name a file that ends in `.png`",
        ));
    }
    let file = destination(order)?;
    let mut theme = theme(&config.card)?;
    if order.dark {
        theme = theme.shaded(Shade::Dark);
    }
    let fonts = Fonts::load(config.card.fonts.as_deref())?;
    let answer = answer_to(config, question)?;
    let as_text = || {
        let text = terminal::render(&answer, terminal::messages(), &OutputStyle::of_output());
        match file {
            Some(_) => print(&text),
            // What reads the picture gets nothing else.
            None => {
                text.lines().for_each(failure::say);
                Ok(())
            }
        }
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
        CardSize::Portrait
    } else {
        CardSize::Landscape
    };
    let png = match card::draw(&fonts, &card, &theme, size) {
        Err(error @ CardError::MissingGlyph(_)) => {
            as_text()?;
            return Err(error.into());
        }
        drawn => drawn?,
    };
    match &file {
        Some(file) => {
            file.write(|out| Ok(out.write_all(&png)?))?;
            failure::say(&format!("card written to `{file}`"));
        }
        None => {
            let mut out = terminal::StandardOutput::lock();
            out.write_all(&png)?;
            out.flush()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The file that is written; `None` for the standard output, unless that is a terminal.
fn destination(order: &CardArguments) -> Result<Option<OutputFile>, Failure> {
    if order.output != Path::new("-") {
        return OutputFile::new(&order.output, order.force).map(Some);
    }
    if io::stdout().is_terminal() {
        return Err(Failure::usage(
            "cannot write the picture to the terminal: it is a PNG file",
            "name a file (`--output card.png`), or redirect the output (`--output - > card.png`)",
        ));
    }
    Ok(None)
}

/// Draws for the bot: the fonts are loaded once, and warm before the first card, on a thread of their own.
pub(super) fn bot_card_drawer(settings: &config::Card) -> Result<DrawCard, Failure> {
    let theme = theme(settings)?;
    let fonts = Arc::new(Fonts::load(settings.fonts.as_deref())?);
    let cold = Arc::clone(&fonts);
    std::thread::spawn(move || cold.warm_up());
    Ok(Arc::new(move |quote, credit, shape| {
        let size = match shape {
            CardShape::Landscape => CardSize::Landscape,
            CardShape::Portrait => CardSize::Portrait,
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

/// Makes sure that the files that the settings name for cards can be used.
pub(super) fn check(settings: &config::Card) -> Result<(), Failure> {
    theme(settings)?;
    Fonts::load(settings.fonts.as_deref())?;
    Ok(())
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

/// The format that a file's name promises, where that is another one than is written.
fn other_format(path: &Path) -> Option<String> {
    const OTHERS: [&str; 8] = ["jpg", "jpeg", "gif", "webp", "svg", "pdf", "bmp", "tiff"];
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    OTHERS
        .contains(&extension.as_str())
        .then(|| extension.to_uppercase())
}
