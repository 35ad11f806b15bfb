//! The structure of a document: who says what, and what that rests on.

use crate::interview::{Exchange, Span, Speaker, Turn};
use crate::reading::Origin;
use crate::reading::attribution_basis::{Basis, RoleBasis, SpeakerBasis};
use crate::reading::noise_lines::NoiseKind;

/// Who says what in a document.
#[derive(Debug, Default)]
pub(in crate::reading) struct Structure {
    pub(in crate::reading) speakers: Vec<Speaker>,
    pub(in crate::reading) turns: Vec<Turn>,
    pub(in crate::reading) exchanges: Vec<Exchange>,
    /// What the speaker and the role of each turn rest on.
    pub(in crate::reading) bases: Vec<Basis>,
    /// The labels of each speaker, as the file has them.
    pub(in crate::reading) labels: Vec<Vec<String>>,
    /// What is nobody's speech, and why, in order.
    pub(in crate::reading) dropped: Vec<(Span, NoiseKind)>,
    /// How sure it is of who speaks, from 0 to 1: see [`super::hypothesis_confidence`].
    pub(in crate::reading) confidence: f32,
    pub(in crate::reading) warnings: Vec<String>,
    /// The title that the text itself begins with.
    pub(in crate::reading) title: Option<Span>,
}

impl Structure {
    /// Whether labels or data say who speaks everywhere, and an owner says of everybody whether they ask or answer.
    pub(super) fn is_settled(&self) -> bool {
        let by_owner = |basis: &Basis| {
            matches!(basis.speaker, SpeakerBasis::Label | SpeakerBasis::Data)
                && basis.role == RoleBasis::Facts(Origin::Sidecar)
        };
        // Where one person holds everything, others may not have been told apart.
        self.speakers.len() > 1 && self.bases.iter().all(by_owner)
    }
}
