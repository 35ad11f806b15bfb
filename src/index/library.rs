//! The open index: what it holds, and how it is read.

use std::sync::{Arc, Mutex, PoisonError};

use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::catalogue::{Catalogue, Entry};
use super::schema::{Fields, Kind, in_language, kind_value};
use super::search::Columns;
use super::{IndexError, Query, search};
use crate::interview::{Interview, InterviewKey};
use crate::language::Language;

/// An open index, cheap to clone, shared by every thread. Each call sees one commit whole.
#[derive(Clone)]
pub struct Library {
    shared: Arc<Shared>,
}

struct Shared {
    index: Index,
    reader: IndexReader,
    fields: Fields,
    catalogue: Mutex<Option<(u64, Arc<Catalogue>)>>,
    columns: Mutex<Option<(u64, Arc<Columns>)>>,
    interviews: Mutex<Vec<Arc<Interview>>>,
}

/// How many interviews are kept unpacked between questions, and how many bytes of transcript they may
/// have together; the last one is kept whatever its size.
const KEPT: usize = 16;
const KEPT_BYTES: usize = 8 << 20;

impl Library {
    pub(super) fn new(index: Index, fields: Fields) -> Result<Self, IndexError> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let shared = Shared {
            index,
            reader,
            fields,
            catalogue: Mutex::default(),
            columns: Mutex::default(),
            interviews: Mutex::default(),
        };
        Ok(Self {
            shared: Arc::new(shared),
        })
    }

    pub(super) fn index(&self) -> &Index {
        &self.shared.index
    }

    pub(super) fn fields(&self) -> Fields {
        self.shared.fields
    }

    /// Sees what was committed since.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn reload(&self) -> Result<(), IndexError> {
        Ok(self.shared.reader.reload()?)
    }

    /// The passages that share words with a query, best first by the engine's score, at most `limit`.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn candidates(
        &self,
        query: &Query,
        limit: usize,
    ) -> Result<Vec<search::Candidate>, IndexError> {
        let searcher = self.searcher();
        let catalogue = self.catalogue()?;
        let columns = self.columns(&searcher)?;
        Ok(search::candidates(
            &searcher,
            &self.shared.fields,
            query,
            (&catalogue.languages, &columns),
            limit,
        )?)
    }

    fn columns(&self, searcher: &Searcher) -> Result<Arc<Columns>, IndexError> {
        let generation = searcher.generation().generation_id();
        let mut known = self
            .shared
            .columns
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some((at, columns)) = &*known
            && *at == generation
        {
            return Ok(Arc::clone(columns));
        }
        let columns = Arc::new(Columns::open(searcher)?);
        *known = Some((generation, Arc::clone(&columns)));
        Ok(columns)
    }

    /// In how many passages of a language each stem is, and how many passages the language has.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn frequencies(
        &self,
        language: Language,
        stems: &[&str],
    ) -> Result<(Vec<u64>, u64), IndexError> {
        let searcher = self.searcher();
        let fields = &self.shared.fields;
        let count = |field, text: &str| searcher.doc_freq(&Term::from_field_text(field, text));
        let found = stems
            .iter()
            .map(|stem| {
                let term = in_language(language, stem);
                Ok(count(fields.body, &term)?.max(count(fields.asked, &term)?))
            })
            .collect::<tantivy::Result<Vec<u64>>>()?;
        Ok((
            found,
            count(fields.kind, &kind_value(Kind::Passage, language))?,
        ))
    }

    /// The interview with a key, or `None` where there is none.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn interview(&self, key: InterviewKey) -> Result<Option<Arc<Interview>>, IndexError> {
        let kept = self
            .kept()
            .iter()
            .find(|interview| interview.key() == key)
            .cloned();
        let searcher = self.searcher();
        let Some(address) = self.find_document(
            &searcher,
            Term::from_field_u64(self.shared.fields.key, key.value()),
        )?
        else {
            return Ok(None);
        };
        if kept.is_some() {
            return Ok(kept);
        }
        let document: TantivyDocument = searcher.doc(address)?;
        let record = document
            .get_first(self.shared.fields.record)
            .and_then(|value| value.as_bytes());
        let interview = serde_json::from_slice(record.unwrap_or_default())
            .map_err(|error| IndexError::Record(error.to_string()))?;
        let interview = Arc::new(interview);
        self.keep(&interview);
        Ok(Some(interview))
    }

    /// The interview with an id, or `None` where there is none.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn find(&self, id: &str) -> Result<Option<Arc<Interview>>, IndexError> {
        let catalogue = self.catalogue()?;
        let entry = catalogue
            .entries
            .iter()
            .find(|entry| entry.id.as_str() == id);
        entry.map_or(Ok(None), |entry| self.interview(entry.key()))
    }

    /// What the index holds; worked out once a commit.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn catalogue(&self) -> Result<Arc<Catalogue>, IndexError> {
        let searcher = self.searcher();
        let generation = searcher.generation().generation_id();
        let mut known = self
            .shared
            .catalogue
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        match &*known {
            Some((at, catalogue)) if *at == generation => Ok(Arc::clone(catalogue)),
            _ => {
                let catalogue = Arc::new(self.read_catalogue(&searcher)?);
                *known = Some((generation, Arc::clone(&catalogue)));
                Ok(catalogue)
            }
        }
    }

    fn read_catalogue(&self, searcher: &Searcher) -> Result<Catalogue, IndexError> {
        let fields = &self.shared.fields;
        let mut catalogue = Catalogue::default();
        let mut counts = Vec::new();
        for (language, _) in Language::ALL {
            let documents = |kind| Term::from_field_text(fields.kind, &kind_value(kind, language));
            let passages = searcher.doc_freq(&documents(Kind::Passage))?;
            if passages > 0 {
                counts.push((passages, language));
                catalogue.passages += passages;
            }
            let query = TermQuery::new(documents(Kind::Interview), IndexRecordOption::Basic);
            for address in searcher.search(&query, &DocSetCollector)? {
                catalogue.entries.push(read_entry(searcher, address)?);
            }
        }
        counts.sort_by_key(|(passages, _)| std::cmp::Reverse(*passages));
        catalogue.languages = counts.into_iter().map(|(_, language)| language).collect();
        catalogue.entries.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(catalogue)
    }

    fn find_document(
        &self,
        searcher: &Searcher,
        key: Term,
    ) -> Result<Option<DocAddress>, IndexError> {
        let query = TermQuery::new(key, IndexRecordOption::Basic);
        Ok(searcher
            .search(&query, &DocSetCollector)?
            .into_iter()
            .next())
    }

    fn searcher(&self) -> Searcher {
        self.shared.reader.searcher()
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Interview>>> {
        self.shared
            .interviews
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, interview: &Arc<Interview>) {
        let mut kept = self.kept();
        kept.push(Arc::clone(interview));
        while kept.len() > 1
            && (kept.len() > KEPT
                || kept
                    .iter()
                    .map(|interview| interview.transcript.len())
                    .sum::<usize>()
                    > KEPT_BYTES)
        {
            kept.remove(0);
        }
    }
}

fn read_entry(searcher: &Searcher, address: DocAddress) -> Result<Entry, IndexError> {
    let damaged = || IndexError::Record("an interview without an entry".to_owned());
    let column = searcher
        .segment_reader(address.segment_ord)
        .fast_fields()
        .bytes("entry")?
        .ok_or_else(damaged)?;
    let mut bytes = Vec::new();
    let ord = column.ords().first(address.doc_id).ok_or_else(damaged)?;
    column
        .ord_to_bytes(ord, &mut bytes)
        .map_err(|error| IndexError::Engine(error.to_string()))?;
    serde_json::from_slice(&bytes).map_err(|error| IndexError::Record(error.to_string()))
}
