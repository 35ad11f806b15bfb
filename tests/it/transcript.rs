//! Reading a file without the program, and writing down what was read.

use std::path::Path;

use verbatim::interview::{Interview, InterviewId, Role, Turn};
use verbatim::reading::{Examined, ReadError, Source, examine};

pub(crate) fn try_examine(name: &str, bytes: &[u8]) -> Result<Examined, ReadError> {
    examine(&Source {
        id: InterviewId::new("it"),
        path: Path::new(name),
        bytes,
        sidecar: None,
    })
}

/// Every turn as `G Name: its words`, `I -: …`, `? -: …`, with `/` for line breaks.
pub(crate) fn script(interview: &Interview) -> Vec<String> {
    let line = |turn: &Turn| {
        let role = match turn.role {
            Some(Role::Guest) => "G",
            Some(Role::Interviewer) => "I",
            None => "?",
        };
        let name = interview
            .speaker_of(turn)
            .and_then(|speaker| speaker.name.as_deref())
            .unwrap_or("-");
        let words = interview.slice(turn.span).unwrap_or_default();
        format!("{role} {name}: {}", words.replace('\n', "/"))
    };
    interview.turns.iter().map(line).collect()
}
