//! Front matter: what a file says about itself before its text, in YAML (`---`) or TOML (`+++`).

use serde_json::Value;

use super::fact_kinds::MetadataAuthor;
use super::facts::Facts;
use super::malformed_metadata::{self, Place};
use super::{metadata, metadata_keys, toml_tables, withdrawn_passages, yaml_values};

/// Where it stands: behind the line that opens it.
const PLACE: Place<'_> = Place {
    name: "the front matter",
    author: MetadataAuthor::FrontMatter,
    lines_before: 1,
};

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
    unclosed(fence, (text, start), warnings)
}

/// What front matter says whose last line is missing, up to the first blank line, and how many bytes it takes. Where no
/// key says that it is front matter, a rule stands before a text. What it would withdraw is not quoted, wherever it ends.
fn unclosed(
    fence: &str,
    (text, start): (&str, usize),
    warnings: &mut Vec<String>,
) -> (Facts, usize) {
    let lines = text[start..].split_inclusive('\n');
    let length: usize = lines
        .take_while(|line| !line.trim().is_empty())
        .map(str::len)
        .sum();
    let end = start + length;
    let block = &text[start..end];
    let keys = block.lines().filter_map(|line| {
        let key = line.split([':', '=']).next().unwrap_or_default();
        (key.len() < line.len()).then_some(key.trim_end())
    });
    let keys: Vec<&str> = keys.collect();
    let is_list = keys.iter().any(|key| withdrawn_passages::is_key(key));
    // `host: …` may be somebody who speaks.
    if !looks_like_keys(block) || !(is_list || keys.iter().any(|key| metadata_keys::is_fact(key))) {
        return (Facts::default(), 0);
    }
    warnings.push(format!(
        "the front matter has no end: its lines up to the first blank one are read as front matter; add a line `{fence}` \
         after them"
    ));
    let (mut facts, taken) = read(fence, block, end, warnings);
    if is_list {
        facts.withdrawn.is_uncertain = true;
        warnings.push(malformed_metadata::uncertain(PLACE.name));
    }
    (facts, taken)
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
        toml_tables::parse_toml(block).ok()
    } else {
        yaml_values::parse_yaml(block).ok()
    };
    match parsed {
        Some(Value::Object(table)) => (
            metadata::from_table(&table, MetadataAuthor::FrontMatter),
            end,
        ),
        // Two rules with prose between them are not front matter.
        Some(_) => (Facts::default(), 0),
        None if !looks_like_keys(block) => (Facts::default(), 0),
        None if fence == "+++" => (malformed_metadata::toml(block, PLACE, warnings), end),
        None => (malformed_metadata::yaml(block, PLACE, warnings), end),
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
