//! SubViewer as YouTube writes it (`.sbv`): `0:00:00.480,0:00:02.840` and the lines up to the next blank one.

use super::super::{Document, time_codes};
use super::{Cue, document};
use crate::reading::{ReadError, character_encoding};

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let text = character_encoding::decode(bytes, warnings)?;
    let mut cues: Vec<Cue> = Vec::new();
    for line in text.lines().map(str::trim) {
        match timing(line) {
            Some((start, end)) => cues.push(Cue {
                start,
                end,
                lines: Vec::new(),
            }),
            None => {
                if let Some(cue) = cues.last_mut() {
                    let lines = line.split("[br]").filter(|line| !line.is_empty());
                    cue.lines.extend(lines.map(|line| (None, line.to_owned())));
                }
            }
        }
    }
    Ok(document(cues))
}

/// The times of a caption, in milliseconds, where a line holds them and nothing else.
pub(in crate::reading::format) fn timing(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once(',')?;
    let whole = |text: &str| {
        time_codes::time(text)
            .filter(|(_, rest)| rest.is_empty())
            .map(|(time, _)| time)
    };
    Some((whole(start)?, whole(end)?))
}
