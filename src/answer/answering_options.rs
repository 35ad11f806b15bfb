//! The owner's options for answering: the synonyms and the no-answer threshold.

use std::sync::Arc;

use super::{NoAnswerThreshold, Synonyms};

/// How questions are answered, as the owner set it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnsweringOptions {
    /// When nothing is said.
    pub silence: NoAnswerThreshold,
    /// What means the same.
    pub synonyms: Arc<Synonyms>,
}

impl AnsweringOptions {
    /// As the dial is set, in hundredths: 0 strict, 100 generous.
    #[must_use]
    pub fn of_generosity(hundredths: u8) -> Self {
        Self {
            silence: NoAnswerThreshold::of_generosity(f32::from(hundredths) / 100.0),
            synonyms: Arc::default(),
        }
    }
}
