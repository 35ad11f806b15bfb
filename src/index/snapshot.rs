//! One commit of the index, whole: what every question asks, and what is worked out once for all of them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::de::DeserializeOwned;
use tantivy::collector::DocSetCollector;
use tantivy::columnar::{BytesColumn, Column};
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, DocId, Searcher, SegmentReader, TantivyDocument, Term};

use super::catalogue::{Catalogue, Entry};
use super::frequent::Frequent;
use super::layout::Layout;
use super::lists::Lists;
use super::schema::{Fields, Kind, kind_value};
use super::statistics::Statistics;
use super::{Candidate, IndexError, Signature, Unpacked, rarity};
use crate::interview::{InterviewKey, Passage, Span};
use crate::language::Language;

/// One commit.
pub(super) struct Snapshot {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    pub(super) columns: Columns,
    pub(super) layout: Layout,
    pub(super) statistics: Statistics,
    pub(super) lists: Lists,
    pub(super) catalogue: Arc<Catalogue>,
    /// Where the answers of the newest interviews begin, once somebody wanted to know.
    pub(super) openings: OnceLock<Vec<Candidate>>,
    interviews: Mutex<Vec<(InterviewKey, Arc<Unpacked>)>>,
    frequent: Mutex<HashMap<InterviewKey, Telling>>,
    notes: Mutex<HashMap<u64, bool>>,
}

/// Words that are said often in an interview, with the rarity of each.
pub type Telling = Arc<[(Frequent, f32)]>;

/// Of how many interviews these are kept between questions: a few kB each.
const KEPT_FREQUENT: usize = 256;

/// How many notes are kept: 16 bytes each.
const KEPT_NOTES: usize = 8_192;

/// How many interviews are kept unpacked between questions, and how many bytes of transcript they may
/// have together; the last one is kept whatever its size.
const KEPT: usize = 16;
const KEPT_BYTES: usize = 8 << 20;

impl Snapshot {
    pub(super) fn read(searcher: Searcher, fields: Fields) -> Result<Self, IndexError> {
        let statistics = Statistics::read(&searcher, &fields)?;
        let lists = Lists::open(&searcher, &fields, &statistics)?;
        let columns = Columns::open(&searcher)?;
        let (catalogue, layout) = catalogue(&searcher, &fields, &statistics, &columns)?;
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
        let passages = self.statistics.documents(Kind::Passage, language);
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
    pub(super) fn frequent(&self, key: InterviewKey) -> Result<Telling, IndexError> {
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
        let words: Vec<Frequent> = words.transpose()?.flatten().unwrap_or_default();
        let rare = |word: Frequent| {
            let rarity = self.rarity(entry.language, &word.stem)?;
            Ok((word, rarity))
        };
        let words: Telling = words
            .into_iter()
            .map(rare)
            .collect::<tantivy::Result<_>>()?;
        if kept.len() >= KEPT_FREQUENT {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&words));
        Ok(words)
    }

    pub(super) fn interview(&self, key: InterviewKey) -> Result<Option<Arc<Unpacked>>, IndexError> {
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
        let interview = Arc::new(Unpacked::new(interview));
        self.keep(key, &interview);
        Ok(Some(interview))
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<(InterviewKey, Arc<Unpacked>)>> {
        self.interviews
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, key: InterviewKey, interview: &Arc<Unpacked>) {
        let mut kept = self.kept();
        kept.push((key, Arc::clone(interview)));
        let bytes = |kept: &[(InterviewKey, Arc<Unpacked>)]| -> usize {
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
    fields: &Fields,
    statistics: &Statistics,
    columns: &Columns,
) -> Result<(Catalogue, Layout), IndexError> {
    let (mut catalogue, mut layout) = (Catalogue::default(), Layout::default());
    let mut counts = Vec::new();
    for (language, _) in Language::ALL {
        let passages = statistics.documents(Kind::Passage, language);
        if passages > 0 {
            counts.push((passages, language));
            catalogue.passages += passages;
        }
        if statistics.documents(Kind::Interview, language) == 0 {
            continue;
        }
        let interviews = Term::from_field_text(fields.kind, &kind_value(Kind::Interview, language));
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

fn entry(searcher: &Searcher, address: DocAddress) -> Result<Entry, IndexError> {
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

/// The columns that say where a passage stands, segment by segment. Opening them takes longer than a
/// search: they are opened once a commit.
pub(super) struct Columns(Vec<SegmentColumns>);

struct SegmentColumns {
    /// Interview, exchange, turn, start, end, signature, parts.
    numbers: [Column<u64>; 7],
    frequent: Option<BytesColumn>,
}

impl Columns {
    fn open(searcher: &Searcher) -> tantivy::Result<Self> {
        let open = |segment: &SegmentReader| {
            let column = |name| segment.fast_fields().u64(name);
            Ok(SegmentColumns {
                numbers: [
                    column("parent")?,
                    column("exchange")?,
                    column("turn")?,
                    column("start")?,
                    column("end")?,
                    column("signature")?,
                    column("parts")?,
                ],
                frequent: segment.fast_fields().bytes("frequent")?,
            })
        };
        let segments = searcher.segment_readers().iter().map(open);
        segments.collect::<tantivy::Result<_>>().map(Self)
    }

    fn value(&self, address: DocAddress, column: usize) -> u64 {
        let columns = self.0.get(address.segment_ord as usize);
        columns
            .and_then(|columns| columns.numbers[column].first(address.doc_id))
            .unwrap_or_default()
    }

    /// Interview and exchange; of an interview's own document the exchange is 0.
    pub(super) fn answer(&self, address: DocAddress) -> (u64, u64) {
        (self.value(address, 0), self.value(address, 1))
    }

    /// How many documents stand before an interview's own that belong to it.
    pub(super) fn parts(&self, interview: DocAddress) -> u64 {
        self.value(interview, 6)
    }

    /// The passage's terms.
    pub(super) fn signature(&self, address: DocAddress) -> Signature {
        let columns = self.0.get(address.segment_ord as usize);
        let values = columns.map(|columns| columns.numbers[5].values_for_doc(address.doc_id));
        Signature::from_column(values.into_iter().flatten())
    }

    /// The interview and the place in it.
    pub(super) fn passage(&self, address: DocAddress) -> (InterviewKey, Passage) {
        let value = |column| usize::try_from(self.value(address, column)).unwrap_or(usize::MAX);
        let [_, _, _, key @ ..] = self.value(address, 0).to_be_bytes();
        (
            InterviewKey::from_bytes(key),
            Passage {
                exchange: value(1),
                turn: value(2),
                span: Span::new(value(3), value(4)),
            },
        )
    }
}
