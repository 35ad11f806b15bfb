//! The fonts: Libertinus Serif, which the program carries (Latin, Greek, Cyrillic, Hebrew), and for every
//! other script those of a configured folder, then the system's.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use cosmic_text::fontdb::{Database, Source};
use cosmic_text::{FontSystem, SwashCache};

use super::CardError;
use super::font_fallback::Faces;
use super::font_style::FontStyle;
use super::shared_fonts::{FontSession, FontStore};
use super::text_layout::{StyledText, TextBlock};

/// Every font, loaded once and shared. Cards are drawn one after another.
pub struct Fonts(Mutex<FontStore>);

/// A face of Libertinus Serif, which `build.rs` has written.
macro_rules! own_face {
    ($name:literal) => {
        include_bytes!(concat!(
            env!("OUT_DIR"),
            "/libertinus-serif-",
            $name,
            ".otf"
        ))
    };
}

/// The faces of the font that the program carries.
const OWN_FACES: [&[u8]; 3] = [
    own_face!("regular"),
    own_face!("italic"),
    own_face!("semibold"),
];

impl Fonts {
    /// The program's own fonts, those in `folder`, and the system's, which are looked for when a text first
    /// needs one.
    ///
    /// # Errors
    ///
    /// Where `folder` holds no font.
    pub fn load(folder: Option<&Path>) -> Result<Self, CardError> {
        Self::with(folder, true)
    }

    /// The same without the system's: what is drawn depends on the program and `folder` alone.
    ///
    /// # Errors
    ///
    /// Where `folder` holds no font.
    pub fn without_the_systems(folder: Option<&Path>) -> Result<Self, CardError> {
        Self::with(folder, false)
    }

    fn with(folder: Option<&Path>, systems: bool) -> Result<Self, CardError> {
        let own = own();
        let faces = Faces::new(&own, folder, systems)?;
        // The locale would choose between fall-back fonts. `Faces` does that, alike everywhere.
        let system = FontSystem::new_with_locale_and_db("en".to_owned(), own);
        Ok(Self(Mutex::new(FontStore { system, faces })))
    }

    /// Looks for the system's fonts and sets a line in each of the program's own, so that the first card takes
    /// no longer than any other. Blocking: some milliseconds, tens of them where hundreds of fonts are
    /// installed.
    pub fn warm_up(&self) {
        let mut press = self.press();
        press.store.faces.find_systems();
        for style in FontStyle::ALL {
            for text in ["Ab, « ï »", "مرحبا", "😀"] {
                // Where there is no font for it, there is none to warm up.
                let _ = TextBlock::set(&mut press, &[StyledText::plain(text, style)]);
            }
        }
    }

    /// What one card is set and drawn with.
    pub(super) fn press(&self) -> FontSession<'_> {
        FontSession {
            store: self.0.lock().unwrap_or_else(PoisonError::into_inner),
            images: SwashCache::new(),
        }
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fonts")
    }
}

fn own() -> Database {
    let mut fonts = Database::new();
    for face in OWN_FACES {
        fonts.load_font_source(Source::Binary(Arc::new(face)));
    }
    fonts
}
