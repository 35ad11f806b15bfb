//! The report for owners: unanswered questions, quotes with votes, counts by day.

use std::collections::HashMap;

use super::{DailyUsage, FeedbackRecords, QuoteVotes, UnansweredQuestion};
use crate::answer::{AnsweringOptions, Question, QuestionOptions, Quote, search, subject};
use crate::index::{IndexError, Library};
use crate::interview::{InterviewId, PartialDate};
use crate::language::Language;

/// What was left behind, put together for a reader.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnerReport {
    /// The questions without an answer, those asked most often first.
    pub questions: Vec<QuestionGroup>,
    /// How many of them there are in all.
    pub questions_in_all: usize,
    /// The quotes with votes against them, those with the most first.
    pub passages: Vec<VotedQuote>,
    /// The days with questions, the newest first.
    pub usage: Vec<DailyUsage>,
}

/// Questions that say the same: in one language, with the same stems.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionGroup {
    /// The one that was asked last.
    pub text: String,
    /// The code of its language.
    pub language: String,
    /// How often it was asked.
    pub count: usize,
    /// The day on which it was asked last.
    pub last: PartialDate,
    /// The passage that came nearest to answering it, where any came near.
    pub nearest: Option<NearestPassage>,
}

/// A passage that is not sure enough to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct NearestPassage {
    /// Its interview.
    pub interview: InterviewId,
    /// Who says it, where that is known.
    pub speaker: Option<String>,
    /// How it begins.
    pub words: String,
    /// How well it answers; comparable within one question only.
    pub score: f32,
    /// How sure it is that it answers, from 0 to 1.
    pub certainty: f32,
}

/// A quote with its votes.
#[derive(Debug, Clone, PartialEq)]
pub struct VotedQuote {
    /// Its interview, its revision and its range, and the votes.
    pub votes: QuoteVotes,
    /// Who says it, where that is known.
    pub speaker: Option<String>,
    /// How it begins; `None` where the interview was changed since, or the words withdrawn.
    pub words: Option<String>,
}

/// How much of a passage is shown, in words.
const SHOWN: usize = 14;

/// Puts a report together, with at most so many questions and quotes. Blocking: a search for each question.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn report(
    library: &Library,
    kept: FeedbackRecords,
    setting: &AnsweringOptions,
    most: usize,
) -> Result<OwnerReport, IndexError> {
    let mut questions = alike(&kept.unanswered);
    let questions_in_all = questions.len();
    questions.truncate(most);
    for group in &mut questions {
        group.nearest = nearest(library, &group.text, setting)?;
    }
    let passages = kept.judged.into_iter().take(most);
    let passages = passages.map(|votes| voted(library, votes));
    Ok(OwnerReport {
        questions,
        questions_in_all,
        passages: passages.collect::<Result<_, _>>()?,
        usage: kept.usage,
    })
}

/// Groups of questions with the same stems, the largest first and of equal ones the latest.
fn alike(questions: &[UnansweredQuestion]) -> Vec<QuestionGroup> {
    let mut groups: Vec<QuestionGroup> = Vec::new();
    let mut known: HashMap<(&str, Vec<String>), usize> = HashMap::new();
    for question in questions {
        let key = (question.language.as_str(), stems(question));
        let at = *known.entry(key).or_insert(groups.len());
        if at == groups.len() {
            groups.push(QuestionGroup {
                text: String::new(),
                language: question.language.clone(),
                count: 0,
                last: question.day,
                nearest: None,
            });
        }
        let group = &mut groups[at];
        group.text.clone_from(&question.text);
        group.count += 1;
        group.last = question.day;
    }
    groups.sort_by(|a, b| b.count.cmp(&a.count).then(b.last.cmp(&a.last)));
    groups
}

/// The stems of what a question is about; the question itself where it has no words.
fn stems(question: &UnansweredQuestion) -> Vec<String> {
    let stems = subject(&question.text, Language::from_tag(&question.language));
    if stems.is_empty() {
        return vec![question.text.trim().to_owned()];
    }
    stems
}

fn nearest(
    library: &Library,
    text: &str,
    setting: &AnsweringOptions,
) -> Result<Option<NearestPassage>, IndexError> {
    let question = Question {
        language: None,
        text: text.to_owned(),
        quotes: 1,
        collection: None,
        today: None,
        answering: setting.clone(),
        options: QuestionOptions::default(),
    };
    let ranking = search(library, &question)?;
    let Some(best) = ranking.hits.first() else {
        return Ok(None);
    };
    let interview = library.interview(best.interview)?;
    let quote = interview
        .and_then(|interview| Quote::cut(&interview, best.passage.span, Vec::new(), best.score));
    Ok(quote.map(|quote| NearestPassage {
        interview: quote.interview().clone(),
        speaker: quote.attribution().speaker.clone(),
        words: beginning(quote.text()),
        score: best.score,
        certainty: ranking.certainty,
    }))
}

fn voted(library: &Library, votes: QuoteVotes) -> Result<VotedQuote, IndexError> {
    let interview = library.find(&votes.interview)?;
    let interview = interview.filter(|interview| interview.revision.as_str() == votes.revision);
    let quote = interview.and_then(|interview| Quote::cut(&interview, votes.span, Vec::new(), 0.0));
    Ok(VotedQuote {
        speaker: quote
            .as_ref()
            .and_then(|quote| quote.attribution().speaker.clone()),
        words: quote.map(|quote| beginning(quote.text())),
        votes,
    })
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(SHOWN + 1).collect();
    let shown = words[..words.len().min(SHOWN)].join(" ");
    if words.len() > SHOWN {
        shown + " …"
    } else {
        shown
    }
}
