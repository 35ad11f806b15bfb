//! The styles of the fonts on a card, and the family that the program brings.

use cosmic_text::fontdb;

/// Which of the own family's faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FontStyle {
    Regular,
    Semibold,
    Italic,
}

impl FontStyle {
    pub(super) const ALL: [Self; 3] = [Self::Regular, Self::Semibold, Self::Italic];

    pub(super) fn weight(self) -> fontdb::Weight {
        match self {
            Self::Semibold => fontdb::Weight::SEMIBOLD,
            Self::Regular | Self::Italic => fontdb::Weight::NORMAL,
        }
    }

    pub(super) fn slant(self) -> fontdb::Style {
        match self {
            Self::Italic => fontdb::Style::Italic,
            Self::Regular | Self::Semibold => fontdb::Style::Normal,
        }
    }
}

/// The family that the program carries.
pub(super) const OWN: &str = "Libertinus Serif";
