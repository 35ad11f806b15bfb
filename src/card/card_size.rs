//! The sizes of a card, square or portrait, and its margins.

/// How large a card is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CardSize {
    /// 1200 × 675, as wide as a link's preview.
    #[default]
    Landscape,
    /// 1080 × 1350, for feeds on a phone.
    Portrait,
}

impl CardSize {
    /// Width and height in pixels.
    #[must_use]
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Self::Landscape => (1_200, 675),
            Self::Portrait => (1_080, 1_350),
        }
    }

    pub(super) fn frame(self) -> CardFrame {
        match self {
            Self::Landscape => CardFrame {
                left: 120.0,
                right: 1_120.0,
                top: 56.0,
                bottom: 623.0,
                largest: 60,
                smallest: 26,
                name: 29.0,
                small: 23.0,
                title_lines: 1,
                qr: (108.0, 136.0),
                logo: (180.0, 56.0),
            },
            Self::Portrait => CardFrame {
                left: 136.0,
                right: 984.0,
                top: 104.0,
                bottom: 1_254.0,
                largest: 76,
                smallest: 33,
                name: 37.0,
                small: 29.0,
                title_lines: 2,
                qr: (150.0, 180.0),
                logo: (170.0, 64.0),
            },
        }
    }
}

/// Where things stand on a card. Pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct CardFrame {
    /// The edges of the column of text; the opening mark hangs to its left.
    pub(super) left: f32,
    pub(super) right: f32,
    /// The top of the quote's box, and the foot of everything.
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// The type of the quote. The smallest, on a phone's whole screen of 390 points, is 8.5 points high in
    /// landscape and 12 in portrait: what newspapers set their text in.
    pub(super) largest: u16,
    pub(super) smallest: u16,
    /// The type of the name and of the lines under it.
    pub(super) name: f32,
    pub(super) small: f32,
    pub(super) title_lines: usize,
    /// The side of the QR code: what it should not exceed where it can, and what it must not.
    pub(super) qr: (f32, f32),
    /// The box of the logo.
    pub(super) logo: (f32, f32),
}

impl CardFrame {
    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }
}
