//! The payload of the vote buttons.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::feedback::{Vote, VoteReason};
use crate::interview::{InterviewKey, Span};

/// A pressed button of the row of votes. Its data begins with `v:`, which no other button's does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VoteButtonPayload {
    pub(crate) says: VoteAction,
    pub(crate) of: VotableQuote,
}

/// The quote that a vote is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VotableQuote {
    /// The interview and its revision.
    pub(crate) interview: InterviewKey,
    /// The words.
    pub(crate) span: Span,
}

/// What a button of the row of votes says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VoteAction {
    /// For the quote, or against it.
    Vote(Vote),
    /// Why against it.
    Because(VoteReason),
    /// Shows the votes again instead of the reasons.
    Back,
}

const PREFIX: &str = "v:";

/// What it says (1), key (5), start (4), length (2), big-endian: with the prefix 18 characters.
const BYTES: usize = 12;

impl VoteButtonPayload {
    /// At most 64 characters, or `None` where the quote does not fit: it begins beyond 4 GiB or is longer than 64 KiB.
    pub(crate) fn encode(&self) -> Option<String> {
        let mut bytes = [0; BYTES];
        bytes[0] = self.says.code();
        bytes[1..6].copy_from_slice(&self.of.interview.to_bytes());
        bytes[6..10].copy_from_slice(&u32::try_from(self.of.span.start).ok()?.to_be_bytes());
        bytes[10..].copy_from_slice(&u16::try_from(self.of.span.len()).ok()?.to_be_bytes());
        Some(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// What [`Self::encode`] wrote; `None` for every other text.
    pub(crate) fn decode(data: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(data.strip_prefix(PREFIX)?).ok()?;
        let [says, k0, k1, k2, k3, k4, s0, s1, s2, s3, l0, l1] = *bytes.as_array::<BYTES>()?;
        let start = usize::try_from(u32::from_be_bytes([s0, s1, s2, s3])).ok()?;
        let length = usize::from(u16::from_be_bytes([l0, l1]));
        (length > 0).then_some(())?;
        Some(Self {
            says: VoteAction::of_code(says)?,
            of: VotableQuote {
                interview: InterviewKey::from_bytes([k0, k1, k2, k3, k4]),
                span: Span::new(start, start + length),
            },
        })
    }
}

impl VoteAction {
    const ALL: [Self; 6] = [
        Self::Vote(Vote::Up),
        Self::Vote(Vote::Down),
        Self::Because(VoteReason::Beside),
        Self::Because(VoteReason::Wrong),
        Self::Because(VoteReason::Other),
        Self::Back,
    ];

    fn code(self) -> u8 {
        match self {
            Self::Vote(Vote::Up) => 0,
            Self::Vote(Vote::Down) => 1,
            Self::Because(VoteReason::Beside) => 2,
            Self::Because(VoteReason::Wrong) => 3,
            Self::Because(VoteReason::Other) => 4,
            Self::Back => 5,
        }
    }

    fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|says| says.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ballot() -> impl Strategy<Value = VoteButtonPayload> {
        (
            prop::sample::select(&VoteAction::ALL[..]),
            any::<[u8; 5]>(),
            any::<u32>(),
            1..=u16::MAX,
        )
            .prop_map(|(says, key, start, length)| {
                let start = start as usize;
                VoteButtonPayload {
                    says,
                    of: VotableQuote {
                        interview: InterviewKey::from_bytes(key),
                        span: Span::new(start, start + usize::from(length)),
                    },
                }
            })
    }

    proptest! {
        #[test]
        fn every_ballot_comes_back_as_it_was_and_fits(ballot in ballot()) {
            let data = ballot.encode();
            prop_assert!(data.as_ref().is_some_and(|data| data.len() <= 64));
            prop_assert_eq!(data.and_then(|data| VoteButtonPayload::decode(&data)), Some(ballot));
        }

        #[test]
        fn no_text_makes_a_ballot_panic(text in any::<String>(), tail in "[A-Za-z0-9_-]{0,62}") {
            let _ = VoteButtonPayload::decode(&text);
            if let Some(ballot) = VoteButtonPayload::decode(&format!("v:{tail}")) {
                prop_assert!(ballot.encode().is_some());
            }
        }
    }
}
