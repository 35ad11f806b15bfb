//! Fits the quote in its box: the largest font size, or a cut at a sentence.

use super::canvas::Canvas;
use super::card_size::CardFrame;
use super::font_style::FontStyle;
use super::paragraph_splitting::paragraphs;
use super::shared_fonts::FontSession;
use super::text_layout::{StyledText, TextBlock, TextTone};
use super::theme::Theme;
use super::{Card, CardError};
use crate::answer::Quote;
use crate::interview::Span;

/// The quote, set.
pub(super) struct FittedQuote {
    paragraphs: Vec<TextBlock>,
    mark: TextBlock,
    size: f32,
    left: f32,
    right: f32,
    top: f32,
}

/// The box that the quote must not leave.
#[derive(Clone, Copy)]
struct TextBox {
    width: f32,
    height: f32,
}

impl FittedQuote {
    /// Fits a card's quote between the top of the frame and `foot`.
    pub(super) fn set(
        press: &mut FontSession<'_>,
        card: &Card,
        frame: &CardFrame,
        foot: f32,
    ) -> Result<Self, CardError> {
        let room = TextBox {
            width: frame.width(),
            height: foot - frame.top,
        };
        let mut paragraphs = excerpt(press, card, frame, room)?;
        let size = largest(press, &mut paragraphs, frame, room);
        lay(press, &mut paragraphs, room.width, size);
        balance(press, &mut paragraphs, room.width, size);
        let free = room.height - height(&paragraphs, size);
        let mut mark = TextBlock::set(press, &[opening(&paragraphs)])?;
        mark.lay(press, frame.left, MARK * frame.left, MARK * frame.left);
        Ok(Self {
            paragraphs,
            mark,
            size,
            left: frame.left,
            right: frame.right,
            // A little above the middle, where the eye takes the middle to be.
            top: frame.top + (free * 0.44).max(0.0),
        })
    }

    pub(super) fn paint(
        &self,
        canvas: &mut Canvas,
        press: &mut FontSession<'_>,
        theme: &Theme,
    ) -> Result<(), CardError> {
        let mut y = self.top;
        for paragraph in &self.paragraphs {
            let left = if paragraph.is_rtl() {
                self.right - paragraph.measure()
            } else {
                self.left
            };
            canvas.text(press, paragraph, (left, y), theme)?;
            y += paragraph.height() + gap(self.size);
        }
        self.paint_mark(canvas, press, theme)
    }

    /// The opening mark hangs outside of the column, its top on a line with the tops of the first capitals.
    fn paint_mark(
        &self,
        canvas: &mut Canvas,
        press: &mut FontSession<'_>,
        theme: &Theme,
    ) -> Result<(), CardError> {
        let first = self.paragraphs.first();
        let baseline = first.map_or(0.0, TextBlock::baseline);
        let capitals = self.top + baseline - CAPITALS * self.size;
        let top = capitals + MARK_TOP * self.mark.size() - self.mark.baseline();
        let apart = self.mark.size() * 0.1;
        let left = if first.is_some_and(TextBlock::is_rtl) {
            self.right + apart
        } else {
            self.left - apart - self.mark.width()
        };
        canvas.text(press, &self.mark, (left, top), theme)
    }
}

/// The size of the opening mark as a share of the margin that it hangs in.
const MARK: f32 = 1.25;
/// How high capitals and the mark's top stand above the line in Libertinus Serif, as a share of the size.
const CAPITALS: f32 = 0.645;
const MARK_TOP: f32 = 0.70;

fn opening(paragraphs: &[TextBlock]) -> StyledText {
    let is_rtl = paragraphs.first().is_some_and(TextBlock::is_rtl);
    let mark = if is_rtl { "”" } else { "“" };
    StyledText::new(mark, FontStyle::Regular, TextTone::Accent)
}

/// The whole quote where it fits in the smallest type, else ever less of it until it does.
fn excerpt(
    press: &mut FontSession<'_>,
    card: &Card,
    frame: &CardFrame,
    room: TextBox,
) -> Result<Vec<TextBlock>, CardError> {
    let (quote, smallest) = (&card.quote, f32::from(frame.smallest));
    let marks = marks(quote);
    let mut most = quote.text().chars().count();
    loop {
        let excerpt = quote.excerpt(most);
        let pieces = paragraphs(quote.text(), &excerpt, &marks);
        let set = pieces.iter().map(|pieces| TextBlock::set(press, pieces));
        let mut set = set.collect::<Result<Vec<_>, _>>()?;
        lay(press, &mut set, room.width, smallest);
        let height = height(&set, smallest);
        if height <= room.height || most <= 1 {
            return Ok(set);
        }
        let shown = &quote.text()[excerpt.span.start..excerpt.span.end];
        most = less(shown.chars().count(), room.height / height);
    }
}

/// What answers: bytes into the quote's text.
fn marks(quote: &Quote) -> Vec<Span> {
    let start = quote.span().start;
    let marks = quote.highlights().iter();
    let marks = marks.map(|mark| Span::new(mark.start - start, mark.end - start));
    marks.collect()
}

/// A number of characters that may fit where `shown` of them took more than there is: `share` of them at most,
/// and a twentieth less at least.
fn less(shown: usize, share: f32) -> usize {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of some thousand characters"
    )]
    let fitting = (shown as f32 * share) as usize;
    let fewer = shown.saturating_sub((shown / 20).max(1));
    fitting.min(fewer).max(1)
}

/// The largest size of type, in whole pixels, in which the paragraphs fit.
fn largest(
    press: &mut FontSession<'_>,
    paragraphs: &mut [TextBlock],
    frame: &CardFrame,
    room: TextBox,
) -> f32 {
    let (mut fits, mut over) = (frame.smallest, frame.largest + 1);
    while over - fits > 1 {
        let size = fits.midpoint(over);
        lay(press, paragraphs, room.width, f32::from(size));
        if height(paragraphs, f32::from(size)) <= room.height {
            fits = size;
        } else {
            over = size;
        }
    }
    f32::from(fits)
}

fn lay(press: &mut FontSession<'_>, paragraphs: &mut [TextBlock], width: f32, size: f32) {
    for paragraph in paragraphs {
        paragraph.lay(press, width, size, leading(size));
    }
}

/// Narrows the few lines of a short quote as far as they stay as many: no word is left alone on the last.
fn balance(press: &mut FontSession<'_>, paragraphs: &mut [TextBlock], width: f32, size: f32) {
    const FEW: usize = 7;
    let [paragraph] = paragraphs else {
        return;
    };
    let lines = paragraph.lines();
    if !(2..=FEW).contains(&lines) {
        return;
    }
    let (mut narrow, mut wide) = (width / 2.0, width);
    while wide - narrow > 4.0 {
        let middle = narrow.midpoint(wide);
        paragraph.lay(press, middle, size, leading(size));
        if paragraph.lines() <= lines {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    paragraph.lay(press, wide, size, leading(size));
}

fn height(paragraphs: &[TextBlock], size: f32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "a handful of paragraphs")]
    let gaps = paragraphs.len().saturating_sub(1) as f32 * gap(size);
    paragraphs.iter().map(TextBlock::height).sum::<f32>() + gaps
}

/// From line to line: long lines of small type need more than short ones of large type.
fn leading(size: f32) -> f32 {
    (size * if size < 40.0 { 1.31 } else { 1.26 }).round()
}

fn gap(size: f32) -> f32 {
    (size * 0.3).round()
}
