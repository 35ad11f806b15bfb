//! The catalogue: what the index holds, interview by interview.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::example_questions::questions;
use super::name_spellings::NameSpelling;
use crate::interview::{Interview, InterviewId, InterviewKey, PartialDate, Revision, Span};
use crate::language::Language;

/// What an index holds, interview by interview, by id.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Every interview, in the order of their ids.
    pub entries: Vec<CatalogueEntry>,
    /// The folder that they were read from, as its canonical path; `None` where nobody wrote it down.
    pub corpus: Option<String>,
    /// The languages of the passages, the one with most passages first.
    pub languages: Vec<Language>,
    /// How many passages.
    pub passages: u64,
    /// The collections with the number of their interviews, by name.
    pub collections: Vec<(String, usize)>,
    /// Everybody whose words may be quoted.
    pub speakers: Vec<NameSpelling>,
    /// Everybody who asks in an interview.
    pub interviewers: Vec<NameSpelling>,
    /// Everybody who published an interview.
    pub outlets: Vec<NameSpelling>,
    /// The titles of the interviews.
    pub titles: Vec<NameSpelling>,
    /// The ids of those without a title, which are called so.
    pub untitled: Vec<NameSpelling>,
    /// Everybody who answers, with the number of their interviews: those with most of them first.
    pub guests: Vec<(String, usize)>,
    /// The first and the last year of the dated interviews.
    pub years: Option<(i16, i16)>,
    /// How many questions with an answer.
    pub exchanges: usize,
    /// The entries, the newest first.
    pub(crate) newest: Vec<usize>,
    /// The entries by their keys.
    pub(crate) by_key: HashMap<u64, usize>,
}

/// What lists and counts need of one interview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CatalogueEntry {
    /// Its id.
    pub id: InterviewId,
    /// The revision of its transcript: what is left of its name when its file is renamed.
    pub revision: Revision,
    /// Its key, as a number.
    pub key: u64,
    /// The id of the file that it stands in: its own, where the file holds no other.
    pub file: InterviewId,
    /// The SHA-256 of that file and its sidecar, hexadecimal.
    pub source: String,
    /// The language that it is held in.
    pub language: Language,
    /// Its title, where known.
    pub title: Option<String>,
    /// Its date, where known.
    pub date: Option<PartialDate>,
    /// Who published it, where known.
    pub outlet: Option<String>,
    /// The names of those who answer.
    pub guests: Vec<String>,
    /// The names of those whose words may be quoted: guests, and those whose role is not known.
    pub speakers: Vec<String>,
    /// The names of those who ask.
    pub interviewers: Vec<String>,
    /// How many questions with an answer.
    pub exchanges: usize,
    /// How many passages.
    pub passages: usize,
    /// How many words its guests say.
    pub words: usize,
    /// Some of its interviewer's questions: bytes into the transcript, and the words.
    pub questions: Vec<(Span, String)>,
    /// What was not right when it was read.
    pub warnings: Vec<String>,
}

/// The file that an interview was read from.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// Its id.
    pub file: &'a InterviewId,
    /// The SHA-256 of the file and its sidecar, hexadecimal.
    pub hash: &'a str,
}

impl CatalogueEntry {
    /// What it is called: its title, or else its id.
    #[must_use]
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(self.id.as_str())
    }

    /// What the catalogue keeps of an interview.
    #[must_use]
    pub fn of(interview: &Interview, source: SourceFile<'_>, passages: usize) -> Self {
        let said = |turns: &[usize]| {
            let words = turns
                .iter()
                .filter_map(|turn| interview.slice(interview.turns.get(*turn)?.span));
            words
                .map(|words| words.split_whitespace().count())
                .sum::<usize>()
        };
        Self {
            id: interview.id.clone(),
            revision: interview.revision.clone(),
            key: interview.key().value(),
            file: source.file.clone(),
            source: source.hash.to_owned(),
            language: interview.metadata.language,
            title: interview.metadata.title.clone(),
            date: interview.metadata.date,
            outlet: interview.metadata.outlet.clone(),
            speakers: speakers(interview),
            interviewers: interview.interviewers().map(str::to_owned).collect(),
            guests: interview.guests().map(str::to_owned).collect(),
            exchanges: if passages == 0 {
                0
            } else {
                interview.answered()
            },
            passages,
            words: interview
                .exchanges
                .iter()
                .map(|exchange| said(&exchange.answer))
                .sum(),
            questions: questions(interview),
            warnings: interview.warnings.clone(),
        }
    }

    /// The interview's key.
    #[must_use]
    pub fn key(&self) -> InterviewKey {
        let [_, _, _, bytes @ ..] = self.key.to_be_bytes();
        InterviewKey::from_bytes(bytes)
    }
}

fn speakers(interview: &Interview) -> Vec<String> {
    let mut speakers: Vec<String> = Vec::new();
    for name in interview
        .quotable()
        .filter_map(|turn| interview.name_in(turn))
    {
        if !speakers.iter().any(|known| known == name) {
            speakers.push(name.to_owned());
        }
    }
    speakers
}

impl Catalogue {
    /// Counts the interviews of each collection.
    pub(super) fn count_collections(&mut self) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for collection in self
            .entries
            .iter()
            .filter_map(|entry| entry.id.collection())
        {
            *counts.entry(collection).or_default() += 1;
        }
        let counts = counts
            .into_iter()
            .map(|(name, count)| (name.to_owned(), count));
        self.collections = counts.collect();
    }

    /// Gathers the names that questions are understood by.
    pub(super) fn gather_names(&mut self) {
        let entries = || self.entries.iter();

        let speakers = NameSpelling::all(
            entries().flat_map(|entry| entry.speakers.iter().map(String::as_str)),
        );
        let outlets = NameSpelling::all(entries().filter_map(|entry| entry.outlet.as_deref()));
        let titles = NameSpelling::all(entries().filter_map(|entry| entry.title.as_deref()));
        let untitled = entries().filter(|entry| entry.title.is_none());
        self.untitled = NameSpelling::all(untitled.map(CatalogueEntry::name));
        let interviewers = NameSpelling::all(
            entries().flat_map(|entry| entry.interviewers.iter().map(String::as_str)),
        );
        (self.speakers, self.interviewers) = (speakers, interviewers);
        (self.outlets, self.titles) = (outlets, titles);
    }

    /// Works out what is said of the whole: at a commit, and not at each question.
    pub(super) fn sum_up(&mut self) {
        let entries = &self.entries;
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for guest in entries.iter().flat_map(|entry| &entry.guests) {
            *counts.entry(guest).or_default() += 1;
        }
        let mut guests: Vec<(&str, usize)> = counts.into_iter().collect();
        guests.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let guests = guests.into_iter();
        self.guests = guests
            .map(|(name, count)| (name.to_owned(), count))
            .collect();
        let years = || entries.iter().filter_map(|entry| Some(entry.date?.year()));
        self.years = years().min().zip(years().max());
        self.exchanges = entries.iter().map(|entry| entry.exchanges).sum();
        let keys = entries.iter().map(|entry| entry.key);
        self.by_key = keys.zip(0..).collect();
        self.newest = (0..entries.len()).collect();
        // The entries are in the order of their ids, and the sort keeps it within a date.
        self.newest
            .sort_by_key(|at| std::cmp::Reverse(entries[*at].date));
    }

    /// Every interview, the newest first.
    pub fn newest(&self) -> impl Iterator<Item = &CatalogueEntry> {
        self.newest.iter().filter_map(|at| self.entries.get(*at))
    }

    /// The interview with a key.
    #[must_use]
    pub fn entry(&self, key: InterviewKey) -> Option<&CatalogueEntry> {
        self.entries.get(*self.by_key.get(&key.value())?)
    }

    /// The files' hashes, by the files' ids.
    #[must_use]
    pub fn sources(&self) -> HashMap<&str, &str> {
        self.entries
            .iter()
            .map(|entry| (entry.file.as_str(), entry.source.as_str()))
            .collect()
    }
}
