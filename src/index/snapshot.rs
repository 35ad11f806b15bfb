//! One commit of the index, whole: what every question asks, and what is worked out once for all of them.

use std::sync::{Arc, Mutex, PoisonError};

use tantivy::collector::DocSetCollector;
use tantivy::columnar::Column;
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, Searcher, SegmentReader, TantivyDocument, Term};

use super::catalogue::{Catalogue, Entry};
use super::schema::{Fields, Kind, kind_value};
use super::statistics::Statistics;
use super::{IndexError, Signature};
use crate::interview::{Interview, InterviewKey, Passage, Span};
use crate::language::Language;

/// One commit.
pub(super) struct Snapshot {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    pub(super) columns: Columns,
    pub(super) statistics: Statistics,
    pub(super) catalogue: Arc<Catalogue>,
    interviews: Mutex<Vec<(InterviewKey, Arc<Interview>)>>,
}

/// How many interviews are kept unpacked between questions, and how many bytes of transcript they may
/// have together; the last one is kept whatever its size.
const KEPT: usize = 16;
const KEPT_BYTES: usize = 8 << 20;

impl Snapshot {
    pub(super) fn read(searcher: Searcher, fields: Fields) -> Result<Self, IndexError> {
        let statistics = Statistics::read(&searcher, &fields)?;
        Ok(Self {
            columns: Columns::open(&searcher)?,
            catalogue: Arc::new(catalogue(&searcher, &fields, &statistics)?),
            statistics,
            searcher,
            fields,
            interviews: Mutex::default(),
        })
    }

    pub(super) fn interview(
        &self,
        key: InterviewKey,
    ) -> Result<Option<Arc<Interview>>, IndexError> {
        let kept = self
            .kept()
            .iter()
            .find(|(other, _)| *other == key)
            .map(|(_, interview)| Arc::clone(interview));
        if kept.is_some() {
            return Ok(kept);
        }
        let query = TermQuery::new(
            Term::from_field_u64(self.fields.key, key.value()),
            IndexRecordOption::Basic,
        );
        let found = self.searcher.search(&query, &DocSetCollector)?;
        let Some(address) = found.into_iter().next() else {
            return Ok(None);
        };
        let document: TantivyDocument = self.searcher.doc(address)?;
        let record = document
            .get_first(self.fields.record)
            .and_then(|value| value.as_str());
        let interview: Interview = serde_json::from_str(record.unwrap_or_default())
            .map_err(|error| IndexError::Record(error.to_string()))?;
        let interview = Arc::new(interview);
        self.keep(key, &interview);
        Ok(Some(interview))
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<(InterviewKey, Arc<Interview>)>> {
        self.interviews
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, key: InterviewKey, interview: &Arc<Interview>) {
        let mut kept = self.kept();
        kept.push((key, Arc::clone(interview)));
        let bytes = |kept: &[(InterviewKey, Arc<Interview>)]| -> usize {
            let transcripts = kept.iter().map(|(_, interview)| &interview.transcript);
            transcripts.map(String::len).sum()
        };
        while kept.len() > 1 && (kept.len() > KEPT || bytes(&kept) > KEPT_BYTES) {
            kept.remove(0);
        }
    }
}

/// Every interview's entry, and the languages of the passages.
fn catalogue(
    searcher: &Searcher,
    fields: &Fields,
    statistics: &Statistics,
) -> Result<Catalogue, IndexError> {
    let mut catalogue = Catalogue::default();
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
        }
    }
    counts.sort_by_key(|(passages, _)| std::cmp::Reverse(*passages));
    catalogue.languages = counts.into_iter().map(|(_, language)| language).collect();
    catalogue.entries.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue.count_collections();
    catalogue.gather_names();
    Ok(catalogue)
}

fn entry(searcher: &Searcher, address: DocAddress) -> Result<Entry, IndexError> {
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

/// The columns that say where a passage stands, segment by segment. Opening them takes longer than a
/// search: they are opened once a commit.
pub(super) struct Columns(Vec<[Column<u64>; 6]>);

impl Columns {
    fn open(searcher: &Searcher) -> tantivy::Result<Self> {
        let open = |segment: &SegmentReader| {
            let column = |name| segment.fast_fields().u64(name);
            Ok([
                column("parent")?,
                column("exchange")?,
                column("turn")?,
                column("start")?,
                column("end")?,
                column("signature")?,
            ])
        };
        searcher
            .segment_readers()
            .iter()
            .map(open)
            .collect::<tantivy::Result<_>>()
            .map(Self)
    }

    fn value(&self, address: DocAddress, column: usize) -> u64 {
        let columns = self.0.get(address.segment_ord as usize);
        columns
            .and_then(|columns| columns[column].first(address.doc_id))
            .unwrap_or_default()
    }

    /// Interview and exchange; of an interview's own document the exchange is 0.
    pub(super) fn answer(&self, address: DocAddress) -> (u64, u64) {
        (self.value(address, 0), self.value(address, 1))
    }

    /// The passage's terms.
    pub(super) fn signature(&self, address: DocAddress) -> Signature {
        let columns = self.0.get(address.segment_ord as usize);
        let values = columns.map(|columns| columns[5].values_for_doc(address.doc_id));
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
