//! Many interviews in one file, one answer or one part of an answer a line.
//!
//! Each line is an object with `id` and `text`, and where they are known `title`, `question`, `speaker`, `date`,
//! `interview_id` and `answer_id`: lines with the same `interview_id` are one interview, those of them with the
//! same `answer_id` one answer. A line without them stands for itself. Research corpora and the exports of
//! question-and-answer systems have this shape.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{AttributedSpeech, Block, BlockStyle, Document};
use crate::interview::{Role, Span};
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::metadata;

/// Whether a line has the shape: a named text without a time.
pub(super) fn is_line(table: &Map<String, Value>) -> bool {
    let timed = ["start", "startTime", "start_time", "begin"];
    id(table, "id").is_some()
        && table.get("text").is_some_and(Value::is_string)
        && !timed.iter().any(|key| table.contains_key(*key))
}

/// Hands over the interviews, each as soon as its last line is read; lines of another shape are counted in a warning.
pub(super) fn read_each(text: &str, warnings: &mut Vec<String>, take: &mut dyn FnMut(Document)) {
    let mut left = lines_of_each(text);
    let mut open: HashMap<String, PartialInterview> = HashMap::new();
    let mut bad = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let table: Option<Map<String, Value>> = serde_json::from_str(line).ok();
        let Some(table) = table.filter(is_line) else {
            bad.push(number + 1);
            continue;
        };
        let own = id(&table, "id").unwrap_or_default();
        let name = id(&table, "interview_id").unwrap_or_else(|| own.clone());
        let interview = open
            .entry(name.clone())
            .or_insert_with(|| PartialInterview::new(&name, &table));
        interview.take(&table, own);
        let left = left.entry(name.clone()).or_insert(1);
        *left = left.saturating_sub(1);
        if *left == 0
            && let Some(interview) = open.remove(&name)
            && !interview.document.said.is_empty()
        {
            take(interview.document);
        }
    }
    warnings.extend(left_out(&bad, "lines without an `id` and a text"));
}

/// How many lines each interview has.
fn lines_of_each(text: &str) -> HashMap<String, usize> {
    let mut lines = HashMap::new();
    for line in text.lines() {
        let table: Option<Map<String, Value>> = serde_json::from_str(line).ok();
        if let Some(table) = table.filter(is_line)
            && let Some(name) = id(&table, "interview_id").or_else(|| id(&table, "id"))
        {
            *lines.entry(name).or_default() += 1;
        }
    }
    lines
}

/// An id as text: numbers are ids too.
fn id(table: &Map<String, Value>, key: &str) -> Option<String> {
    match table.get(key)? {
        Value::String(id) if !id.trim().is_empty() => Some(id.trim().to_owned()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// An interview and the answer that its last line was part of.
struct PartialInterview {
    document: Document,
    answer: Option<String>,
}

impl PartialInterview {
    fn new(name: &str, table: &Map<String, Value>) -> Self {
        let mut facts = metadata::from_table(table, MetadataAuthor::Program);
        // Who speaks is said line by line.
        facts.people.clear();
        let document = Document {
            name: Some(name.to_owned()),
            facts,
            ..Document::default()
        };
        Self {
            document,
            answer: None,
        }
    }

    fn take(&mut self, table: &Map<String, Value>, own: String) {
        let text = |key: &str| table.get(key).and_then(Value::as_str).unwrap_or_default();
        let answer = id(table, "answer_id").unwrap_or(own);
        let speaker = Some(text("speaker").trim()).filter(|name| !name.is_empty());
        if self.answer.as_ref() != Some(&answer) {
            self.say(text("question"), None, Role::Interviewer);
        }
        let goes_on = self.answer.replace(answer.clone()) == Some(answer);
        let before = self.document.said.len();
        self.say(text("text"), speaker, Role::Guest);
        if !goes_on || self.document.said.len() == before {
            return;
        }
        // One answer of one person is one turn, however many lines it has.
        let said = &mut self.document.said;
        if let [.., first, second] = said.as_mut_slice()
            && (first.role, &first.speaker) == (second.role, &second.speaker)
        {
            first.span.end = second.span.end;
            said.pop();
        }
    }

    fn say(&mut self, words: &str, speaker: Option<&str>, role: Role) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let Document {
            text, blocks, said, ..
        } = &mut self.document;
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(words);
        let span = Span::new(start, text.len());
        let asked = said
            .last()
            .is_some_and(|last| last.role == Some(Role::Interviewer));
        let apart = role == Role::Guest && !asked;
        blocks.push(Block {
            span,
            look: BlockStyle::Plain,
            bold_until: None,
        });
        said.push(AttributedSpeech {
            span,
            speaker: speaker.map(str::to_owned),
            role: Some(role),
            apart,
        });
    }
}

/// What is said of lines that could not be used, by their numbers.
pub(super) fn left_out(lines: &[usize], what: &str) -> Option<String> {
    let first = lines.first()?;
    let count = lines.len();
    Some(format!(
        "{what} are left out: {count}, the first in line {first}"
    ))
}
