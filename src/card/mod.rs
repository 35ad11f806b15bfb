//! A quote as a picture: plain data in, PNG bytes out.
//!
//! The same card, theme, size and fonts give the same bytes. What cannot be shown whole is cut at sentences,
//! with `[…]`; what no font can show is an error, and whoever asked shows text instead. Drawing takes
//! milliseconds of work: never on an async worker.

mod canvas;
mod card_content;
mod card_size;
mod character_classes;
mod error;
mod font_fallback;
mod font_size_fitting;
mod font_style;
mod fonts;
mod footer;
mod glyph_rasterizer;
mod highlight_strokes;
mod logo;
mod paragraph_splitting;
mod png_encoding;
mod qr_code;
mod shared_fonts;
mod text_layout;
mod theme;

pub use card_content::Card;
pub use card_size::CardSize;
pub use error::CardError;
pub use fonts::Fonts;
pub use theme::{Shade, Theme};

use canvas::Canvas;
use font_size_fitting::FittedQuote;
use footer::Footer;

/// Draws a card as a PNG, 8 bits a channel, without transparency. Blocking.
///
/// # Errors
///
/// Where no font has a glyph that the card needs.
pub fn draw(
    fonts: &Fonts,
    card: &Card,
    theme: &Theme,
    size: CardSize,
) -> Result<Vec<u8>, CardError> {
    let mut press = fonts.press();
    let frame = size.frame();
    let footer = Footer::set(&mut press, card, theme, &frame)?;
    let quote = FittedQuote::set(&mut press, card, &frame, footer.top)?;
    let mut canvas = Canvas::new(size, theme.colours().paper)?;
    quote.paint(&mut canvas, &mut press, theme)?;
    footer.paint(&mut canvas, &mut press, theme)?;
    png_encoding::encode(&canvas)
}
