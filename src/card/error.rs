//! Errors of drawing a card.

use std::path::PathBuf;

/// The longest side, in pixels: larger pictures are no logos, and take memory.
pub(super) const LARGEST: u32 = 4_096;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// A character that would be a box or nothing at all. Show the quote as text instead.
    #[error(
        "no font has a glyph for `{0}` (U+{code:04X})\nput a font that has one into a folder, and name that folder under `card.fonts`",
        code = u32::from(*.0)
    )]
    MissingGlyph(char),
    /// The folder of fonts that the settings name.
    #[error(
        "there are no fonts in `{}`\nname a folder with .ttf, .otf or .ttc files under `card.fonts`, or leave it empty",
        .0.display()
    )]
    NoFonts(PathBuf),
    /// The logo that the settings name.
    #[error(
        "the logo `{}` cannot be used: {reason}\nname a PNG file of at most {most} pixels per side under `card.logo`, or leave it empty",
        path.display(),
        most = LARGEST
    )]
    Logo {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A fault of the drawing itself.
    #[error("the card could not be drawn: {0}")]
    Drawing(String),
}
