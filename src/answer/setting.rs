use std::sync::Arc;

use super::{Silence, Synonyms};

/// How questions are answered, as the owner set it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    /// When nothing is said.
    pub silence: Silence,
    /// What means the same.
    pub synonyms: Arc<Synonyms>,
}

impl Setting {
    /// As the dial is set, in hundredths: 0 strict, 100 generous.
    #[must_use]
    pub fn of_generosity(hundredths: u8) -> Self {
        Self {
            silence: Silence::of_generosity(f32::from(hundredths) / 100.0),
            synonyms: Arc::default(),
        }
    }
}
