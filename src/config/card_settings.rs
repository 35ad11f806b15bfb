//! The `[card]` settings: theme, logo, fonts.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{ConfigError, one_of, path_settings};

/// How quotes look as pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Light or dark.
    pub theme: Shade,
    /// The accent's red, green and blue.
    pub accent: [u8; 3],
    /// The logo, a PNG file.
    pub logo: Option<PathBuf>,
    /// The folder of fonts for what the program's own does not have.
    pub fonts: Option<PathBuf>,
}

/// Dark words on light paper, or light on dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// Dark words on light paper.
    Light,
    /// Light words on dark paper.
    Dark,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenCard {
    theme: String,
    accent: String,
    #[serde(serialize_with = "path_settings::shown")]
    pub(super) logo: PathBuf,
    #[serde(serialize_with = "path_settings::shown")]
    pub(super) fonts: PathBuf,
}

impl WrittenCard {
    pub(super) fn check(self) -> Result<Card, ConfigError> {
        let shades = [("light", Shade::Light), ("dark", Shade::Dark)];
        let theme = one_of("card.theme", &self.theme, &shades)?;
        let accent = colour(&self.accent).ok_or_else(|| {
            ConfigError::invalid("card.accent", &self.accent, &meant(&self.accent))
        })?;
        let named = |path: PathBuf| (!path.as_os_str().is_empty()).then_some(path);
        Ok(Card {
            theme,
            accent,
            logo: named(self.logo),
            fonts: named(self.fonts),
        })
    }
}

/// What may be meant by what is no colour.
fn meant(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_hexdigit).collect();
    let digits = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits,
    };
    let format = "`#` and two hexadecimal digits each for red, green and blue";
    match colour(&format!("#{digits}")) {
        Some(_) => format!("use {format}; did you mean `#{digits}`?"),
        None => format!("use a colour such as `#B21E2E`: {format}"),
    }
}

/// Red, green and blue of `#RRGGBB`.
fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#')?;
    let is_colour = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_colour)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}
