//! Front matter: what a file says about itself before its text, in YAML (`---`) or TOML (`+++`).

use serde_json::Value;

use super::metadata::{self, Facts};
use super::values::Author;

/// Reads the front matter of `text`: what it says, and how many bytes it takes. A block that cannot be
/// read is said and left out of the text all the same.
pub(super) fn split(text: &str, warnings: &mut Vec<String>) -> (Facts, usize) {
    let Some((fence, start)) = opening(text) else {
        return (Facts::default(), 0);
    };
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_end() == fence {
            return read(fence, &text[start..at], end, warnings);
        }
        at = end;
        if at - start > 64 * 1024 {
            break;
        }
    }
    (Facts::default(), 0)
}

fn opening(text: &str) -> Option<(&'static str, usize)> {
    let first = text.split_inclusive('\n').next()?;
    let fence = ["---", "+++"]
        .into_iter()
        .find(|fence| first.trim_end() == *fence)?;
    Some((fence, first.len()))
}

fn read(fence: &str, block: &str, end: usize, warnings: &mut Vec<String>) -> (Facts, usize) {
    let parsed = if fence == "+++" {
        metadata::parse_toml(block)
    } else {
        serde_saphyr::from_str::<Value>(block).map_err(|error| first_line(&error.to_string()))
    };
    match parsed {
        Ok(Value::Object(table)) => (metadata::from_table(&table, Author::FrontMatter), end),
        // Two rules with prose between them are not front matter.
        Ok(_) => (Facts::default(), 0),
        Err(_) if !looks_like_keys(block) => (Facts::default(), 0),
        Err(error) => {
            warnings.push(format!("the front matter cannot be read: {error}"));
            (Facts::default(), end)
        }
    }
}

fn looks_like_keys(block: &str) -> bool {
    let keys = |line: &str| {
        line.split([':', '='])
            .next()
            .is_some_and(|key| key.len() < line.len() && !key.trim().contains(' '))
    };
    block
        .lines()
        .find(|line| !line.trim().is_empty())
        .is_some_and(keys)
}

pub(super) fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}
