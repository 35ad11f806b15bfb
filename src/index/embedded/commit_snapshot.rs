//! A snapshot of one commit: the open searcher and what is computed once for all questions.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::de::DeserializeOwned;
use tantivy::collector::DocSetCollector;
use tantivy::columnar::BytesColumn;
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, DocId, Searcher, TantivyDocument, Term};

use super::bm25_statistics::{Bm25Statistics, rarity};
use super::document_id_map::DocumentIdMap;
use super::passage_columns::PassageColumns;
use super::postings::Postings;
use super::schema::{DocumentKind, SchemaFields, kind_value};
use crate::index::catalogue::{Catalogue, CatalogueEntry};
use crate::index::frequent_words::FrequentWord;
use crate::index::{CachedInterview, Candidate, IndexError};
use crate::interview::InterviewKey;
use crate::language::Language;

/// One commit.
pub(super) struct CommitSnapshot {
    pub(super) searcher: Searcher,
    pub(super) fields: SchemaFields,
    pub(super) columns: PassageColumns,
    pub(super) layout: DocumentIdMap,
    pub(super) statistics: Bm25Statistics,
    pub(super) lists: Postings,
    pub(super) catalogue: Arc<Catalogue>,
    /// Where the answers of the newest interviews begin, once somebody wanted to know.
    pub(super) openings: OnceLock<Vec<Candidate>>,
    interviews: Mutex<Vec<(InterviewKey, Arc<CachedInterview>)>>,
    frequent: Mutex<HashMap<InterviewKey, TopicWords>>,
    notes: Mutex<HashMap<u64, bool>>,
}

/// Words that are said often in an interview, with the rarity of each.
pub type TopicWords = Arc<[(FrequentWord, f32)]>;

/// Of how many interviews these are kept between questions: a few kB each.
const KEPT_FREQUENT: usize = 256;

/// How many notes are kept: 16 bytes each.
const KEPT_NOTES: usize = 8_192;

/// How many interviews are kept unpacked between questions, and how many bytes of transcript they may
/// have together; the last one is kept whatever its size.
const KEPT: usize = 16;
const KEPT_BYTES: usize = 8 << 20;

impl CommitSnapshot {
    /// `corpus`: the folder that the commit says it was built from.
    pub(super) fn read(
        searcher: Searcher,
        fields: SchemaFields,
        corpus: Option<String>,
    ) -> Result<Self, IndexError> {
        let statistics = Bm25Statistics::read(&searcher, &fields)?;
        let lists = Postings::open(&searcher, &fields, &statistics)?;
        let columns = PassageColumns::open(&searcher)?;
        let (mut catalogue, layout) = catalogue(&searcher, &fields, &statistics, &columns)?;
        catalogue.corpus = corpus;
        Ok(Self {
            columns,
            layout,
            catalogue: Arc::new(catalogue),
            statistics,
            lists,
            searcher,
            fields,
            openings: OnceLock::new(),
            interviews: Mutex::default(),
            frequent: Mutex::default(),
            notes: Mutex::default(),
        })
    }

    /// How rare a stem is in the passages of a language and the questions to them.
    pub(super) fn rarity(&self, language: Language, stem: &str) -> tantivy::Result<f32> {
        let said = self.lists.body.frequency(language, stem)?;
        let asked = self.lists.asked.frequency(language, stem)?;
        let passages = self.statistics.documents(DocumentKind::Passage, language);
        Ok(rarity(said.max(asked), passages))
    }

    /// What was noted under a key.
    pub(super) fn noted(&self, key: u64) -> Option<bool> {
        let notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        notes.get(&key).copied()
    }

    /// Notes something; where there are too many notes, all earlier ones go.
    pub(super) fn note(&self, key: u64, is_so: bool) {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        if notes.len() >= KEPT_NOTES {
            notes.clear();
        }
        notes.insert(key, is_so);
    }

    /// The words that an interview's guests say most; none where there is no such interview.
    pub(super) fn frequent(&self, key: InterviewKey) -> Result<TopicWords, IndexError> {
        let mut kept = self.frequent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.get(&key) {
            return Ok(Arc::clone(known));
        }
        let known = self.layout.interview(key.value());
        let Some((address, entry)) = known.zip(self.catalogue.entry(key)) else {
            return Ok(Arc::default());
        };
        let column = &self.columns.0[address.segment_ord as usize].frequent;
        let words = column.as_ref().map(|column| json(column, address.doc_id));
        let words: Vec<FrequentWord> = words.transpose()?.flatten().unwrap_or_default();
        let rare = |word: FrequentWord| {
            let rarity = self.rarity(entry.language, &word.stem)?;
            Ok((word, rarity))
        };
        let words: TopicWords = words
            .into_iter()
            .map(rare)
            .collect::<tantivy::Result<_>>()?;
        if kept.len() >= KEPT_FREQUENT {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&words));
        Ok(words)
    }

    pub(super) fn interview(
        &self,
        key: InterviewKey,
    ) -> Result<Option<Arc<CachedInterview>>, IndexError> {
        let kept = self
            .kept()
            .iter()
            .find(|(other, _)| *other == key)
            .map(|(_, interview)| Arc::clone(interview));
        if kept.is_some() {
            return Ok(kept);
        }
        let Some(address) = self.layout.interview(key.value()) else {
            return Ok(None);
        };
        let document: TantivyDocument = self.searcher.doc(address)?;
        let record = document
            .get_first(self.fields.record)
            .and_then(|value| value.as_str());
        let interview = serde_json::from_str(record.unwrap_or_default())
            .map_err(|error| IndexError::Record(error.to_string()))?;
        let interview = Arc::new(CachedInterview::new(interview));
        self.keep(key, &interview);
        Ok(Some(interview))
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<(InterviewKey, Arc<CachedInterview>)>> {
        self.interviews
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, key: InterviewKey, interview: &Arc<CachedInterview>) {
        let mut kept = self.kept();
        kept.push((key, Arc::clone(interview)));
        let bytes = |kept: &[(InterviewKey, Arc<CachedInterview>)]| -> usize {
            let transcripts = kept.iter().map(|(_, interview)| &interview.transcript);
            transcripts.map(String::len).sum()
        };
        while kept.len() > 1 && (kept.len() > KEPT || bytes(&kept) > KEPT_BYTES) {
            kept.remove(0);
        }
    }
}

/// Every interview's entry, the languages of the passages, and where each interview stands.
fn catalogue(
    searcher: &Searcher,
    fields: &SchemaFields,
    statistics: &Bm25Statistics,
    columns: &PassageColumns,
) -> Result<(Catalogue, DocumentIdMap), IndexError> {
    let (mut catalogue, mut layout) = (Catalogue::default(), DocumentIdMap::default());
    let mut counts = Vec::new();
    for (language, _) in Language::ALL {
        let passages = statistics.documents(DocumentKind::Passage, language);
        if passages > 0 {
            counts.push((passages, language));
            catalogue.passages += passages;
        }
        if statistics.documents(DocumentKind::Interview, language) == 0 {
            continue;
        }
        let interviews =
            Term::from_field_text(fields.kind, &kind_value(DocumentKind::Interview, language));
        let query = TermQuery::new(interviews, IndexRecordOption::Basic);
        for address in searcher.search(&query, &DocSetCollector)? {
            catalogue.entries.push(entry(searcher, address)?);
            layout.add(columns, address);
        }
    }
    counts.sort_by_key(|(passages, _)| std::cmp::Reverse(*passages));
    catalogue.languages = counts.into_iter().map(|(_, language)| language).collect();
    catalogue.entries.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue.count_collections();
    catalogue.gather_names();
    catalogue.sum_up();
    Ok((catalogue, layout))
}

fn entry(searcher: &Searcher, address: DocAddress) -> Result<CatalogueEntry, IndexError> {
    let damaged = || IndexError::Record("an interview without an entry".to_owned());
    let column = searcher
        .segment_reader(address.segment_ord)
        .fast_fields()
        .bytes("entry")?
        .ok_or_else(damaged)?;
    json(&column, address.doc_id)?.ok_or_else(damaged)
}

/// What a column holds for a document, as JSON.
fn json<T: DeserializeOwned>(
    column: &BytesColumn,
    document: DocId,
) -> Result<Option<T>, IndexError> {
    let Some(ord) = column.ords().first(document) else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    column
        .ord_to_bytes(ord, &mut bytes)
        .map_err(|error| IndexError::Engine(error.to_string()))?;
    serde_json::from_slice(&bytes).map_err(|error| IndexError::Record(error.to_string()))
}
