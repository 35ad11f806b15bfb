//! Golden questions: an owner's own questions with the words that should be quoted.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{EvalError, question_set};
use crate::answer::{Answer, AnsweringOptions, Question, QuestionOptions, answer};
use crate::corpus::Progress;
use crate::files::Mistake;
use crate::index::Library;

/// A question and the words that should answer it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldenQuestion {
    /// The question.
    pub question: String,
    /// Words of the passage that answers, as the transcript has them; `"nothing"` where nothing does.
    pub expect: String,
}

/// What became of a question.
#[derive(Debug, Clone, Serialize)]
pub struct GoldenVerdict {
    /// The question.
    pub question: String,
    /// What was expected.
    pub expect: String,
    /// Which quote holds it, from 1; `None` where none does. For `"nothing"` always `None`.
    pub rank: Option<usize>,
    /// Whether the first quote is the expected one, or nothing is said where nothing is expected.
    pub right: bool,
    /// What the first quote says instead, where it is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
}

/// How the questions were answered.
#[derive(Debug, Clone, Serialize)]
pub struct GoldenReport {
    /// How many questions.
    pub questions: usize,
    /// How many were answered rightly by the first quote, or rightly not at all.
    pub right: usize,
    /// Each of them.
    pub verdicts: Vec<GoldenVerdict>,
}

/// How a file of questions is written.
const FORMAT: &str = "write `[[question]]`, and below it `question = \"…\"` and `expect = \"…\"`";

/// How a question is written in JSON.
const LINE: &str = r#"write `{"question": "…", "expect": "…"}` on each line"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GoldenTable {
    #[serde(default)]
    question: Vec<GoldenQuestion>,
}

impl GoldenQuestion {
    /// Reads questions: TOML with a `[[question]]` table for each, or JSON with an object a line.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, is malformed or holds none.
    pub fn load(path: &Path) -> Result<Vec<Self>, EvalError> {
        let toml = path
            .extension()
            .is_some_and(|extension| extension == "toml");
        let questions = if toml {
            let text = question_set::read(path)?;
            let table: GoldenTable = toml::from_str(&text).map_err(|error| {
                question_set::mistaken(path, Mistake::in_toml(&text, &error), FORMAT)
            })?;
            table.question
        } else {
            question_set::lines(path, LINE)?
        };
        if questions.is_empty() {
            return Err(EvalError::NoQuestions(path.to_owned()));
        }
        let blank = |golden: &&Self| golden.expect.trim().is_empty();
        match questions.iter().find(blank) {
            Some(golden) => Err(EvalError::NothingExpected(golden.question.clone())),
            None => Ok(questions),
        }
    }

    /// Asks every question as users ask it.
    ///
    /// # Errors
    ///
    /// Where the index cannot be asked.
    pub fn ask_all(
        questions: &[Self],
        library: &Library,
        setting: AnsweringOptions,
        progress: &dyn Progress,
    ) -> Result<GoldenReport, EvalError> {
        progress.started(questions.len());
        let mut verdicts = Vec::new();
        for golden in questions {
            verdicts.push(golden.ask(library, setting.clone())?);
            progress.file_done();
        }
        progress.finished();
        Ok(GoldenReport {
            questions: verdicts.len(),
            right: verdicts.iter().filter(|verdict| verdict.right).count(),
            verdicts,
        })
    }

    fn ask(
        &self,
        library: &Library,
        setting: AnsweringOptions,
    ) -> Result<GoldenVerdict, EvalError> {
        let question = Question {
            text: self.question.clone(),
            quotes: 3,
            collection: None,
            today: None,
            language: None,
            answering: setting,
            options: QuestionOptions::default(),
        };
        let texts: Vec<String> = match answer(library, &question)? {
            Answer::Found(found) => found
                .quotes
                .into_iter()
                .map(|quote| quote.text().to_owned())
                .collect(),
            Answer::Nothing(_) | Answer::Talk(_) | Answer::Interviewers(_) => Vec::new(),
        };
        let silent = self.expect.trim().eq_ignore_ascii_case("nothing");
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = plain(&self.expect);
        let rank = texts
            .iter()
            .position(|text| !silent && plain(text).contains(&wanted));
        let right = if silent {
            texts.is_empty()
        } else {
            rank == Some(0)
        };
        Ok(GoldenVerdict {
            question: self.question.clone(),
            expect: self.expect.clone(),
            rank: rank.map(|rank| rank + 1),
            right,
            said: texts.into_iter().next().filter(|_| !right),
        })
    }
}
