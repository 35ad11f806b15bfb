//! The footer of a card: attribution, logo and QR code.

use unicode_segmentation::UnicodeSegmentation;

use super::canvas::Canvas;
use super::card_size::CardFrame;
use super::character_classes::{is_read_leftwards, is_set};
use super::font_style::FontStyle;
use super::qr_code::Code;
use super::shared_fonts::FontSession;
use super::text_layout::{StyledText, TextBlock, TextTone};
use super::theme::Theme;
use super::{Card, CardError};
use crate::answer::Credit;

/// The lines of the attribution, set, with what stands beside them.
pub(super) struct Footer {
    lines: Vec<TextBlock>,
    code: Option<Code>,
    /// Where the quote's box ends.
    pub(super) top: f32,
    rule: f32,
    frame: CardFrame,
    /// Whether it is set from the right, as the quote is.
    leftwards: bool,
    logo: Option<(f32, f32)>,
}

/// Between the quote and the rule, the rule and what is under it, and things side by side: shares of the name's
/// size.
const ABOVE: f32 = 0.75;
const BELOW: f32 = 0.75;
const ASIDE: f32 = 1.2;

impl Footer {
    pub(super) fn set(
        press: &mut FontSession<'_>,
        card: &Card,
        theme: &Theme,
        frame: &CardFrame,
    ) -> Result<Self, CardError> {
        let code = Code::of(card.quote.attribution(), frame.qr, &theme.colours());
        let logo = theme.logo().map(|logo| logo.size(frame.logo));
        let aside = ASIDE * frame.name;
        let beside = code.as_ref().map_or(0.0, |code| code.side() + aside)
            + logo.map_or(0.0, |(width, _)| width + aside);
        let leftwards = is_read_leftwards(card.quote.text());
        let column = Column {
            width: frame.width() - beside,
            direction: if leftwards { '\u{200f}' } else { '\u{200e}' },
        };
        let lines = lines(press, card, frame, column)?;
        let tall = code.as_ref().map_or(0.0, Code::side);
        let tall = tall.max(logo.map_or(0.0, |(_, height)| height));
        let height = tall.max(lines.iter().map(TextBlock::height).sum());
        let rule = frame.bottom - height - BELOW * frame.name;
        Ok(Self {
            lines,
            code,
            top: rule - ABOVE * frame.name,
            rule,
            frame: *frame,
            leftwards,
            logo,
        })
    }

    pub(super) fn paint(
        &self,
        canvas: &mut Canvas,
        press: &mut FontSession<'_>,
        theme: &Theme,
    ) -> Result<(), CardError> {
        let (frame, colours) = (&self.frame, theme.colours());
        canvas.rule(frame.left, self.rule, frame.width(), colours.rule);
        let top = self.rule + BELOW * frame.name;
        let tall: f32 = self.lines.iter().map(TextBlock::height).sum();
        let mut y = top + ((frame.bottom - top - tall) / 2.0).max(0.0);
        for line in &self.lines {
            canvas.text(
                press,
                line,
                (self.place(frame.left, line.measure()), y),
                theme,
            )?;
            y += line.height();
        }
        let mut right = frame.right;
        if let Some(code) = &self.code {
            right -= code.side();
            let y = top + (frame.bottom - top - code.side()) / 2.0;
            code.paint(canvas, (self.place(right, code.side()), y), &colours);
            right -= ASIDE * frame.name;
        }
        if let (Some(logo), Some((width, height))) = (theme.logo(), self.logo) {
            let y = top + (frame.bottom - top - height) / 2.0;
            canvas.logo(logo, (self.place(right - width, width), y), (width, height));
        }
        Ok(())
    }

    /// The left edge of something whose left edge it is where one reads from the left: mirrored where one
    /// reads from the right.
    fn place(&self, left: f32, width: f32) -> f32 {
        if self.leftwards {
            self.frame.left + self.frame.right - left - width
        } else {
            left
        }
    }
}

/// What the lines are set in.
#[derive(Clone, Copy)]
struct Column {
    width: f32,
    /// The mark that makes a line begin where the quote's do, whatever its own letters are.
    direction: char,
}

impl Column {
    fn set(
        self,
        press: &mut FontSession<'_>,
        pieces: &[StyledText],
        size: f32,
    ) -> Result<TextBlock, CardError> {
        let direction = StyledText::plain(&self.direction.to_string(), FontStyle::Regular);
        let mut block = TextBlock::set(press, &[&[direction], pieces].concat())?;
        block.lay(press, self.width, size, (size * 1.3).round());
        Ok(block)
    }

    /// As much of a text as fits in `most` lines, `…` at its end where that is not all.
    fn fit(
        self,
        press: &mut FontSession<'_>,
        piece: StyledText,
        size: f32,
        most: usize,
    ) -> Result<TextBlock, CardError> {
        let whole = self.set(press, std::slice::from_ref(&piece), size)?;
        if whole.lines() <= most {
            return Ok(whole);
        }
        let letters: Vec<&str> = piece.text.graphemes(true).collect();
        let mut cut = |count: usize| {
            let text = letters[..count].concat();
            let text = format!("{}…", text.trim_end());
            self.set(
                press,
                &[StyledText::new(&text, piece.style, piece.tone)],
                size,
            )
        };
        let (mut fits, mut over) = (0, letters.len());
        while over - fits > 1 {
            let middle = fits.midpoint(over);
            if cut(middle)?.lines() <= most {
                fits = middle;
            } else {
                over = middle;
            }
        }
        cut(fits)
    }
}

/// The name and what they are; the title; outlet, date, place and the site's name.
fn lines(
    press: &mut FontSession<'_>,
    card: &Card,
    frame: &CardFrame,
    column: Column,
) -> Result<Vec<TextBlock>, CardError> {
    let credit = &card.credit;
    let mut lines = name(press, credit, frame, column)?;
    if let Some(title) = &credit.title {
        let title = StyledText::plain(&one_line(title), FontStyle::Italic);
        lines.push(column.fit(press, title, frame.small, frame.title_lines)?);
    }
    let source = source(card);
    if !source.is_empty() {
        lines.push(column.fit(press, muted(&source), frame.small, 2)?);
    }
    Ok(lines)
}

fn muted(text: &str) -> StyledText {
    StyledText::new(text, FontStyle::Regular, TextTone::Muted)
}

/// The name, and what they are beside it or, where there is no room, under it.
fn name(
    press: &mut FontSession<'_>,
    credit: &Credit,
    frame: &CardFrame,
    column: Column,
) -> Result<Vec<TextBlock>, CardError> {
    let name = StyledText::plain(&one_line(&credit.speaker), FontStyle::Semibold);
    let Some(description) = credit.description.as_deref().map(one_line) else {
        return Ok(vec![column.fit(press, name, frame.name, 2)?]);
    };
    let beside = [name.clone(), muted(&format!(", {description}"))];
    let both = column.set(press, &beside, frame.name)?;
    if both.lines() == 1 {
        return Ok(vec![both]);
    }
    Ok(vec![
        column.fit(press, name, frame.name, 2)?,
        column.fit(press, muted(&description), frame.small, 1)?,
    ])
}

fn source(card: &Card) -> String {
    let mut parts: Vec<String> = card
        .credit
        .source
        .iter()
        .map(|part| one_line(part))
        .collect();
    let host = card.quote.attribution().url.as_deref().and_then(host);
    let named = |host: &&str| !parts.iter().any(|part| part.eq_ignore_ascii_case(host));
    parts.extend(host.filter(named).map(str::to_owned));
    // Each part keeps its own direction of reading.
    let isolated = parts.iter().map(|part| format!("\u{2068}{part}\u{2069}"));
    isolated.collect::<Vec<_>>().join(" · ")
}

/// The site's name without what says nothing.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty() && !host.contains('@')).then_some(host)
}

fn one_line(text: &str) -> String {
    let set = text.chars().filter(|c| c.is_whitespace() || is_set(*c));
    let set: String = set.collect();
    set.split_whitespace().collect::<Vec<_>>().join(" ")
}
