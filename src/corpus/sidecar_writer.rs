//! Writes an owner's changes into a sidecar file.

use std::path::Path;

use toml::{Table, Value};

use super::interview_draft::{DraftChange, EditError};
use crate::interview::{Interview, PartialDate, Role, Speaker};

/// The text of a sidecar. What is not UTF-8 is malformed: written again, it would be another.
pub(super) fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String, EditError> {
    String::from_utf8(bytes).map_err(|_| EditError::Malformed(path.to_owned()))
}

/// A sidecar with a change in it; `interview` is what was read with the sidecar as it was. One that is malformed is not
/// changed: its lines would be lost.
pub(super) fn changed(
    (path, earlier): (&Path, &str),
    change: DraftChange,
    interview: &Interview,
) -> Result<String, EditError> {
    let mut table: Table = earlier
        .parse()
        .map_err(|_| EditError::Malformed(path.to_owned()))?;
    let mut set = |key: &str, value: String| {
        table.insert(key.to_owned(), Value::String(value));
    };
    match change {
        DraftChange::Title(title) => set("title", title),
        DraftChange::Outlet(outlet) => set("outlet", outlet),
        DraftChange::Date(date) => match date.parse::<PartialDate>() {
            Ok(date) => set("date", date.to_string()),
            Err(_) => return Err(EditError::NotADate(date)),
        },
        DraftChange::Url(url) if is_address(&url) => set("url", url),
        DraftChange::Url(url) => return Err(EditError::NotAnAddress(url)),
        DraftChange::Name(at, name) => {
            let mut speakers = interview.speakers.clone();
            if let Some(speaker) = speakers.get_mut(at) {
                speaker.name = Some(name);
            }
            write_speakers(&mut table, &speakers, interview);
        }
        DraftChange::Role(at) => {
            let mut speakers = interview.speakers.clone();
            if let Some(speaker) = speakers.get_mut(at) {
                speaker.role = Some(match speaker.role {
                    Some(Role::Guest) => Role::Interviewer,
                    Some(Role::Interviewer) | None => Role::Guest,
                });
            }
            write_speakers(&mut table, &speakers, interview);
        }
    }
    Ok(table.to_string())
}

fn is_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

/// One table a speaker that has a name, with the names that the text gives them.
fn write_speakers(table: &mut Table, speakers: &[Speaker], interview: &Interview) {
    let earlier = table.get("speaker").and_then(Value::as_array).cloned();
    let earlier = earlier.unwrap_or_default();
    let mut written = Vec::new();
    for (speaker, read) in speakers.iter().zip(&interview.speakers) {
        let Some(name) = &speaker.name else {
            continue;
        };
        let mut one = Table::new();
        one.insert("name".to_owned(), name.as_str().into());
        let role = match speaker.role {
            Some(Role::Guest) => Some("guest"),
            Some(Role::Interviewer) => Some("interviewer"),
            None => None,
        };
        if let Some(role) = role {
            one.insert("role".to_owned(), role.into());
        }
        if let Some(description) = &speaker.description {
            one.insert("description".to_owned(), description.as_str().into());
        }
        let labels = labels(read.name.as_deref(), name, &earlier);
        if !labels.is_empty() {
            one.insert("label".to_owned(), Value::Array(labels));
        }
        written.push(Value::Table(one));
    }
    table.insert("speaker".to_owned(), Value::Array(written));
}

/// The labels that a speaker had, and the name that was read where it is another now.
fn labels(read: Option<&str>, name: &str, earlier: &[Value]) -> Vec<Value> {
    let named = |table: &&Value| table.get("name").and_then(Value::as_str) == read;
    let before = read.and_then(|_| earlier.iter().find(named));
    let labels = before.and_then(|table| table.get("label")?.as_array());
    let mut labels = labels.cloned().unwrap_or_default();
    if let Some(read) = read.filter(|read| *read != name) {
        let read = Value::from(read);
        if !labels.contains(&read) {
            labels.push(read);
        }
    }
    labels
}

/// A sidecar that withdraws `words` too; what stands in it stays as it is written, comments and all. `None`
/// where it is malformed.
pub(super) fn with_withdrawn(earlier: &str, words: &str) -> Option<String> {
    let table: Table = earlier.parse().ok()?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut withdrawn = match table.get("withdrawn") {
        None => Vec::new(),
        Some(Value::Array(texts)) => texts.clone(),
        Some(_) => return None,
    };
    if withdrawn.iter().any(|text| text.as_str() == Some(&words)) {
        return Some(earlier.to_owned());
    }
    withdrawn.push(Value::String(words));
    let line = format!("withdrawn = {}\n", Value::Array(withdrawn));
    if !table.contains_key("withdrawn") {
        // In front: what stands behind a `[[speaker]]` would be the speaker's.
        return Some(line + earlier);
    }
    let rest: Vec<&str> = earlier.lines().filter(|line| !begins(line)).collect();
    let kept = format!("{line}{}\n", rest.join("\n"));
    let mut expected = table;
    expected.remove("withdrawn");
    let got = kept.parse::<Table>().ok().map(|mut got| {
        got.remove("withdrawn");
        got
    });
    if got.as_ref() == Some(&expected) {
        return Some(kept);
    }
    // Written over several lines by hand: the values stay, their layout does not.
    let got: Table = line.parse().ok()?;
    expected.extend(got);
    Some(expected.to_string())
}

fn begins(line: &str) -> bool {
    let rest = line.trim_start().strip_prefix("withdrawn");
    rest.is_some_and(|rest| rest.trim_start().starts_with('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn withdrawing_keeps_what_stands_in_a_sidecar() -> Result<(), toml::de::Error> {
        let first = with_withdrawn(
            "# ours\ntitle = \"T\"\n\n[[speaker]]\nname = \"A\"\n",
            "One \"word\"\n more.",
        );
        let first = first.unwrap_or_default();
        assert!(first.contains("# ours\ntitle"), "{first}");
        let second = with_withdrawn(&first, "Two.").unwrap_or_default();
        assert!(second.contains("# ours\ntitle"), "{second}");
        let table: Table = second.parse()?;
        let withdrawn: Vec<_> = table["withdrawn"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(withdrawn, ["One \"word\" more.", "Two."]);
        assert_eq!(table["speaker"][0]["name"].as_str(), Some("A"));
        assert_eq!(with_withdrawn(&second, "Two."), Some(second));
        assert_eq!(with_withdrawn("title = ", "x"), None);
        for rest in ["title = \"T\"\n", ""] {
            let by_hand = format!("withdrawn = [\n  \"One.\",\n]\n{rest}");
            let table: Table = with_withdrawn(&by_hand, "Two.")
                .unwrap_or_default()
                .parse()?;
            assert_eq!(table["withdrawn"].as_array().map(Vec::len), Some(2));
            let title = table.get("title").and_then(Value::as_str);
            assert_eq!(title, (!rest.is_empty()).then_some("T"));
        }
        Ok(())
    }
}
