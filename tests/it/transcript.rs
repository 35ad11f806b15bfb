//! Making a file of parts, reading a file without the program, and writing down what was read.

use std::io::{Cursor, Write};
use std::path::Path;

use verbatim::interview::{Interview, InterviewId, Role, Turn};
use verbatim::reading::{FileToRead, ReadError, ReadInterview, examine};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip archive of these files, as office programs and books have it.
pub(crate) fn archive(parts: &[(&str, impl AsRef<str>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_ref().as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn try_examine(name: &str, bytes: &[u8]) -> Result<ReadInterview, ReadError> {
    examine(&FileToRead {
        id: InterviewId::new("it"),
        path: Path::new(name),
        bytes,
        sidecar: None,
    })
}

/// The interview of a file that can be read.
#[track_caller]
pub(crate) fn read(name: &str, content: &(impl AsRef<[u8]> + ?Sized)) -> Interview {
    try_examine(name, content.as_ref())
        .unwrap_or_else(|error| panic!("{error}"))
        .interview
}

/// When the words begin, in milliseconds.
#[track_caller]
pub(crate) fn time_of(interview: &Interview, words: &str) -> Option<u64> {
    let at = interview.transcript.find(words).expect("in the transcript");
    interview.time_at(at)
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
