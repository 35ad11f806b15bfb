//! The fonts that all cards share, locked while one card is drawn.

use std::sync::MutexGuard;

use cosmic_text::{FontSystem, SwashCache};

use super::font_fallback::Faces;

/// What outlives a card.
pub(super) struct FontStore {
    pub(super) system: FontSystem,
    pub(super) faces: Faces,
}

/// The fonts, held while one card is drawn, and the images of that card's glyphs.
pub(super) struct FontSession<'a> {
    pub(super) store: MutexGuard<'a, FontStore>,
    pub(super) images: SwashCache,
}

impl FontSession<'_> {
    pub(super) fn system(&mut self) -> &mut FontSystem {
        &mut self.store.system
    }

    pub(super) fn faces(&mut self) -> (&mut FontSystem, &mut Faces) {
        let store = &mut *self.store;
        (&mut store.system, &mut store.faces)
    }

    pub(super) fn images(&mut self) -> (&mut FontSystem, &mut SwashCache) {
        (&mut self.store.system, &mut self.images)
    }
}
