//! A question set on disk: `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::EvalError;
use crate::files::{self, Mistake};

/// A question of a set.
#[derive(Debug, Clone, Deserialize)]
pub struct SetQuestion {
    /// Its name in the set.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Of what kind it is, where the set says so: why nothing answers it.
    #[serde(default)]
    pub kind: Option<String>,
}

/// Questions, and the documents that answer them.
#[derive(Debug, Default)]
pub struct QuestionSet {
    /// The file with the documents.
    pub corpus: PathBuf,
    /// The documents in the order of the file: interview, id and text of each.
    pub documents: Vec<SetDocument>,
    /// Questions that the documents answer.
    pub queries: Vec<SetQuestion>,
    /// By question, the documents that answer it.
    pub relevant: HashMap<String, HashSet<String>>,
    /// By question, the words that are the answer, in any of these spellings.
    pub answers: HashMap<String, Vec<String>>,
}

/// A document: what one line of a corpus holds.
#[derive(Debug)]
pub struct SetDocument {
    /// Its name in the set.
    pub id: String,
    /// The interview that it is part of: its own name where it is none's.
    pub interview: String,
    /// Its words.
    pub text: String,
}

#[derive(Deserialize)]
struct DocumentLine {
    id: Value,
    text: String,
    interview_id: Option<Value>,
}

#[derive(Deserialize)]
struct AnswersLine {
    id: String,
    answers: Vec<String>,
}

impl QuestionSet {
    /// Reads a set's folder; `answers.jsonl` is read where it is there.
    ///
    /// # Errors
    ///
    /// Where a file is missing or a line of it is malformed.
    pub fn load(folder: &Path) -> Result<Self, EvalError> {
        let corpus = folder.join("corpus.jsonl");
        let documents = lines::<DocumentLine>(&corpus, DOCUMENT)?;
        let documents = documents.into_iter().map(|line| {
            let id = text(&line.id);
            SetDocument {
                interview: line.interview_id.as_ref().map_or_else(|| id.clone(), text),
                id,
                text: line.text,
            }
        });
        let answers = folder.join("answers.jsonl");
        let answers = if answers.is_file() {
            lines::<AnswersLine>(&answers, ANSWERS)?
        } else {
            Vec::new()
        };
        let queries = folder.join("queries.jsonl");
        Ok(Self {
            documents: documents.collect(),
            corpus,
            queries: questions(&queries)?,
            relevant: judgements(&folder.join("qrels.tsv"))?,
            answers: answers
                .into_iter()
                .map(|line| (line.id, line.answers))
                .collect(),
        })
    }
}

/// The questions of a file, a JSON object a line with `id` and `text`.
///
/// # Errors
///
/// Where it cannot be read, is malformed or holds none.
pub(super) fn questions(path: &Path) -> Result<Vec<SetQuestion>, EvalError> {
    let queries: Vec<SetQuestion> = lines(path, QUESTION)?;
    if queries.is_empty() {
        return Err(EvalError::NoQuestions(path.to_owned()));
    }
    Ok(queries)
}

/// Question, document and relevance a line, with tabs or spaces between; the fourth column of a TREC file's
/// second is passed over, and so is what has no relevance.
pub(super) fn judgements(path: &Path) -> Result<HashMap<String, HashSet<String>>, EvalError> {
    let mut relevant: HashMap<String, HashSet<String>> = HashMap::new();
    for (number, line) in read(path)?.lines().enumerate() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let (query, document, relevance) = match columns.as_slice() {
            [] => continue,
            [query, document, relevance] | [query, _, document, relevance] => {
                (query, document, relevance)
            }
            _ => {
                return Err(malformed(
                    path,
                    number,
                    "three columns are expected",
                    JUDGEMENT,
                ));
            }
        };
        let Ok(relevance) = relevance.parse::<i64>() else {
            return Err(malformed(
                path,
                number,
                "the relevance is not a number",
                JUDGEMENT,
            ));
        };
        if relevance > 0 {
            let documents = relevant.entry((*query).to_owned()).or_default();
            documents.insert((*document).to_owned());
        }
    }
    Ok(relevant)
}

pub(super) fn read(path: &Path) -> Result<String, EvalError> {
    files::read_text(path, u64::MAX).map_err(|cause| EvalError::Unreadable {
        path: path.to_owned(),
        cause,
    })
}

/// What a line of each file is.
const DOCUMENT: &str = r#"write `{"id": "d1", "text": "…"}` on each line"#;
const QUESTION: &str = r#"write `{"id": "q1", "text": "…"}` on each line"#;
const ANSWERS: &str = r#"write `{"id": "q1", "answers": ["…"]}` on each line"#;
const JUDGEMENT: &str = "write a question, a document and a number on each line: `q1 d1 1`";

pub(super) fn malformed(path: &Path, number: usize, reason: &str, format: &str) -> EvalError {
    EvalError::Malformed {
        path: path.to_owned(),
        line: number + 1,
        reason: reason.to_owned(),
        hint: format.to_owned(),
    }
}

/// A mistake in a file; `format` is what to do where nothing better is known.
pub(super) fn mistaken(path: &Path, mistake: Mistake, format: &str) -> EvalError {
    let hint = mistake.hint.unwrap_or(format);
    malformed(path, mistake.line - 1, &mistake.reason, hint)
}

/// A value a line, in JSON; `format` is how one is written.
pub(super) fn lines<T: DeserializeOwned>(path: &Path, format: &str) -> Result<Vec<T>, EvalError> {
    let text = read(path)?;
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|error| {
                let Mistake { reason, hint, .. } = Mistake::in_json(number + 1, &error);
                let hint = hint.map(|hint| format!("{hint}; {format}"));
                malformed(path, number, &reason, hint.as_deref().unwrap_or(format))
            })
        })
        .collect()
}

/// An id as text: numbers are ids too.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}
