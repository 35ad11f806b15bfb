//! A quote as a picture: plain data in, PNG bytes out.
//!
//! The same card, theme, size and fonts give the same bytes. What cannot be shown whole is cut at sentences,
//! with `[…]`; what no font can show is an error, and whoever asked shows text instead. Drawing takes
//! milliseconds of work: never on an async worker.

mod canvas;
mod content;
mod error;
mod faces;
mod fit;
mod fonts;
mod footer;
mod glyphs;
mod letters;
mod logo;
mod marker;
mod paragraphs;
mod png;
mod qr;
mod size;
mod text;
mod theme;

pub use content::Card;
pub use error::CardError;
pub use fonts::Fonts;
pub use size::Size;
pub use theme::{Shade, Theme};

use canvas::Canvas;
use fit::Fitted;
use footer::Footer;

/// Draws a card as a PNG, 8 bits a channel, without transparency. Blocking.
///
/// # Errors
///
/// Where no font has a glyph that the card needs.
pub fn draw(fonts: &Fonts, card: &Card, theme: &Theme, size: Size) -> Result<Vec<u8>, CardError> {
    let mut press = fonts.press();
    let frame = size.frame();
    let footer = Footer::set(&mut press, card, theme, &frame)?;
    let quote = Fitted::set(&mut press, card, &frame, footer.top)?;
    let mut canvas = Canvas::new(size, theme.colours().paper)?;
    quote.paint(&mut canvas, &mut press, theme)?;
    footer.paint(&mut canvas, &mut press, theme)?;
    png::encode(&canvas)
}
