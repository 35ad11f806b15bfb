//! The theme of a card: colours, logo, dark or light.

use std::path::Path;

use super::CardError;
use super::logo::Logo;

/// Dark words on light paper, or light on dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shade {
    /// Dark words on light paper.
    #[default]
    Light,
    /// Light words on dark paper.
    Dark,
}

/// How cards look. Made once.
#[derive(Debug, Clone)]
pub struct Theme {
    shade: Shade,
    accent: Rgb,
    logo: Option<Logo>,
}

const PAPER: Rgb = [251, 249, 244];
const INK: Rgb = [27, 26, 23];

/// Red, green and blue, 0 to 255 each, sRGB.
pub(super) type Rgb = [u8; 3];

impl Theme {
    /// A theme with the accent's red, green and blue, and a PNG file as a logo.
    ///
    /// # Errors
    ///
    /// Where the logo cannot be read or is no PNG.
    pub fn new(shade: Shade, accent: [u8; 3], logo: Option<&Path>) -> Result<Self, CardError> {
        Ok(Self {
            shade,
            accent,
            logo: logo.map(Logo::read).transpose()?,
        })
    }

    /// The same theme in another shade.
    #[must_use]
    pub fn shaded(mut self, shade: Shade) -> Self {
        self.shade = shade;
        self
    }

    pub(super) fn logo(&self) -> Option<&Logo> {
        self.logo.as_ref()
    }

    pub(super) fn colours(&self) -> Colours {
        let (paper, ink, muted, marker, accent) = match self.shade {
            Shade::Light => (PAPER, INK, [106, 102, 94], 0.16, 1.0),
            Shade::Dark => ([20, 22, 26], [238, 234, 225], [160, 157, 149], 0.36, 0.72),
        };
        Colours {
            paper,
            ink,
            muted,
            // What is dark enough for light paper would be lost on dark.
            accent: mixed(self.accent, ink, accent),
            marker: mixed(self.accent, paper, marker),
            rule: mixed(ink, paper, 0.18),
            plate: PAPER,
            code: INK,
        }
    }
}

/// The colours of a card.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colours {
    pub(super) paper: Rgb,
    pub(super) ink: Rgb,
    pub(super) muted: Rgb,
    pub(super) accent: Rgb,
    /// Behind the words that answer.
    pub(super) marker: Rgb,
    pub(super) rule: Rgb,
    /// Under a QR code and in it: always dark on light, for readers that know no other.
    pub(super) plate: Rgb,
    pub(super) code: Rgb,
}

/// `share` of one colour, the rest of another.
fn mixed(one: Rgb, other: Rgb, share: f32) -> Rgb {
    let mix = |one: u8, other: u8| {
        let mixed = f32::from(one) * share + f32::from(other) * (1.0 - share);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between two bytes"
        )]
        let mixed = mixed.round() as u8;
        mixed
    };
    [
        mix(one[0], other[0]),
        mix(one[1], other[1]),
        mix(one[2], other[2]),
    ]
}
