//! The handle of the open index: cheap to clone, shared by all threads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tantivy::{Index, IndexReader, ReloadPolicy, TantivyError};

use super::commit_snapshot::{CommitSnapshot, TopicWords};
use super::fuzzy_terms::FuzzyPrefix;
use super::index_location::IndexLocation;
use super::postings::FieldPostings;
use super::schema::{DocumentKind, SchemaFields, corpus_of};
use super::write_lock::WriteLock;
use super::{candidate_search, first_passages, phrase_occurrence, term_dictionary};
use crate::index::catalogue::{Catalogue, CatalogueEntry};
use crate::index::{CachedInterview, Candidate, Filters, IndexError, Query};
use crate::interview::{InterviewKey, Passage};
use crate::language::Language;

/// How much an index holds in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexCounts {
    /// Passages.
    pub passages: u64,
    /// Answers.
    pub answers: u64,
    /// Interviews.
    pub interviews: u64,
}

/// An open index, cheap to clone, shared by every thread. Each call sees one commit whole.
#[derive(Clone)]
pub struct Library {
    shared: Arc<Shared>,
}

struct Shared {
    engine: Mutex<OpenEngine>,
    fields: SchemaFields,
    snapshot: Mutex<Arc<CommitSnapshot>>,
    writing: Mutex<()>,
    /// How often another index took the place of one whose folder was deleted.
    replacements: AtomicUsize,
}

/// The engine's index, open.
#[derive(Clone)]
struct OpenEngine {
    index: Index,
    reader: IndexReader,
    /// `None` where it is in memory.
    location: Option<Arc<IndexLocation>>,
}

impl Library {
    pub(super) fn new(
        index: Index,
        fields: SchemaFields,
        location: Option<IndexLocation>,
    ) -> Result<Self, IndexError> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let corpus = corpus_of(index.load_metas()?.payload.as_deref());
        let snapshot = Arc::new(CommitSnapshot::read(reader.searcher(), fields, corpus)?);
        let engine = OpenEngine {
            index,
            reader,
            location: location.map(Arc::new),
        };
        let shared = Shared {
            engine: Mutex::new(engine),
            fields,
            snapshot: Mutex::new(snapshot),
            writing: Mutex::default(),
            replacements: AtomicUsize::new(0),
        };
        Ok(Self {
            shared: Arc::new(shared),
        })
    }

    fn engine(&self) -> MutexGuard<'_, OpenEngine> {
        let engine = self.shared.engine.lock();
        engine.unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn index(&self) -> Index {
        self.engine().index.clone()
    }

    /// Where it is on disk; `None` where it is in memory.
    pub(super) fn location(&self) -> Option<Arc<IndexLocation>> {
        self.engine().location.clone()
    }

    pub(super) fn fields(&self) -> SchemaFields {
        self.shared.fields
    }

    /// Waits until nobody else in this process writes the index; held while one does.
    pub fn turn_to_write(&self) -> MutexGuard<'_, ()> {
        self.shared
            .writing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn reader(&self) -> IndexReader {
        self.engine().reader.clone()
    }

    /// Answers from a commit from now on.
    pub(super) fn set_snapshot(&self, snapshot: Arc<CommitSnapshot>) {
        let current = self.shared.snapshot.lock();
        *current.unwrap_or_else(PoisonError::into_inner) = snapshot;
    }

    pub(super) fn snapshot(&self) -> Arc<CommitSnapshot> {
        let snapshot = self.shared.snapshot.lock();
        Arc::clone(&snapshot.unwrap_or_else(PoisonError::into_inner))
    }

    /// The passages that share words with a query, or whose question or whole answer does, best first by
    /// the engine's score, at most `limit`.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn candidates(&self, query: &Query, limit: usize) -> Result<Vec<Candidate>, IndexError> {
        Ok(candidate_search::candidates(
            &self.snapshot(),
            query,
            limit,
        )?)
    }

    /// The passages that answers begin with, the newest interviews first and of different interviews where
    /// there are, at most `limit`; each with a score of 1.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn openings(&self, filters: &Filters, limit: usize) -> Result<Vec<Candidate>, IndexError> {
        Ok(first_passages::openings(&self.snapshot(), filters, limit)?)
    }

    /// How rare each stem is in the passages of a language and the questions to them: BM25's inverse
    /// document frequency.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn rarities(&self, language: Language, stems: &[&str]) -> Result<Vec<f32>, IndexError> {
        let snapshot = self.snapshot();
        let rarity = |stem: &&str| Ok(snapshot.rarity(language, stem)?);
        stems.iter().map(rarity).collect()
    }

    /// Stems of a language's passages that begin with `prefix` and are wanted, with the number of passages that
    /// hold each.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn stems(
        &self,
        language: Language,
        prefix: &str,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Vec<(String, u64)>, IndexError> {
        let lists = &self.snapshot().lists.body;
        Ok(term_dictionary::beginning_with(
            lists, language, prefix, wanted,
        )?)
    }

    /// Words of a language's answers, folded, that are at most so many edits away from a word (one or two; two letters
    /// exchanged are one edit), with the number of answers that hold each; only those with its first letter where that
    /// is asked. Of a word with more than 63 characters there are none.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn words_near(
        &self,
        language: Language,
        word: &str,
        (edits, begins): (u8, FuzzyPrefix),
    ) -> Result<Vec<(String, u64)>, IndexError> {
        let lists = &self.snapshot().lists.exact;
        Ok(term_dictionary::near(
            lists,
            language,
            word,
            (edits, begins),
        )?)
    }

    /// Whether any interview of a language holds a stem, said by a guest, asked, or in a title.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn holds(&self, language: Language, stem: &str) -> Result<bool, IndexError> {
        let snapshot = self.snapshot();
        let holds = |lists: &FieldPostings| lists.frequency(language, stem).map(|count| count > 0);
        Ok(holds(&snapshot.lists.whole)? || holds(&snapshot.lists.asked)?)
    }

    /// How rare each word is among the answers in a language, as it is written (folded), by BM25's inverse document
    /// frequency, and whether the answer to an interview's exchange holds it.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn held(
        &self,
        language: Language,
        words: &[&str],
        (interview, exchange): (InterviewKey, usize),
    ) -> Result<Vec<(f32, bool)>, IndexError> {
        let place = (interview.value(), exchange as u64);
        Ok(candidate_search::held(
            &self.snapshot(),
            (language, words),
            place,
        )?)
    }

    /// How many answers in a language hold each word, as it is written (folded).
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn answers_with(&self, language: Language, words: &[&str]) -> Result<Vec<u64>, IndexError> {
        let snapshot = self.snapshot();
        let exact = &snapshot.lists.exact;
        let count = |word: &&str| Ok(exact.frequency(language, word)?);
        words.iter().map(count).collect()
    }

    /// How much there is in a language.
    #[must_use]
    pub fn counts(&self, language: Language) -> IndexCounts {
        let snapshot = self.snapshot();
        let count = |kind| snapshot.statistics.documents(kind, language);
        IndexCounts {
            passages: count(DocumentKind::Passage),
            answers: count(DocumentKind::Answer),
            interviews: count(DocumentKind::Interview),
        }
    }

    /// Whether any passage of a language holds stems as far apart as their positions say.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn holds_together(
        &self,
        language: Language,
        stems: &[(&str, u32)],
    ) -> Result<bool, IndexError> {
        Ok(phrase_occurrence::phrase_occurs(
            &self.snapshot(),
            language,
            stems,
        )?)
    }

    /// The interview with a key, or `None` where there is none.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn interview(&self, key: InterviewKey) -> Result<Option<Arc<CachedInterview>>, IndexError> {
        self.snapshot().interview(key)
    }

    /// The words that an interview's guests say most, the first first, with the rarity of each as [`Self::rarities`] has
    /// it; none where there is no such interview.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn frequent(&self, key: InterviewKey) -> Result<TopicWords, IndexError> {
        self.snapshot().frequent(key)
    }

    /// What was noted of the newest commit: see [`Self::note`].
    #[must_use]
    pub fn noted(&self, key: u64) -> Option<bool> {
        self.snapshot().noted(key)
    }

    /// Notes whether something is so of what the newest commit holds, for whoever wants to know it again before the
    /// next one. `key` stands for what that is.
    pub fn note(&self, key: u64, is_so: bool) {
        self.snapshot().note(key, is_so);
    }

    /// The interview with an id, or `None` where there is none.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn find(&self, id: &str) -> Result<Option<Arc<CachedInterview>>, IndexError> {
        let snapshot = self.snapshot();
        let entries = &snapshot.catalogue.entries;
        let entry = entries.iter().find(|entry| entry.id.as_str() == id);
        entry.map_or(Ok(None), |entry| snapshot.interview(entry.key()))
    }

    /// Every passage of an interview, in reading order; none where there is no such interview.
    #[must_use]
    pub fn passages(&self, interview: &CatalogueEntry) -> Vec<Passage> {
        candidate_search::passages(&self.snapshot(), interview)
    }

    /// What the index holds.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&self.snapshot().catalogue)
    }
}

impl Library {
    /// The index for a writer: on disk it is opened anew, since another process may have written other files.
    pub(super) fn for_writing(&self) -> Result<Index, IndexError> {
        match self.location() {
            None => Ok(self.index()),
            Some(location) => {
                Index::open(location.files.clone()).map_err(|error| location.failure(error))
            }
        }
    }

    /// The right to write; `None` for an index in memory.
    pub(super) fn write_lock(&self) -> Result<Option<WriteLock>, IndexError> {
        let location = self.location();
        location.map(|location| location.write_lock()).transpose()
    }

    /// What an error of the engine's means here.
    pub(super) fn failure(&self, error: TantivyError) -> IndexError {
        match self.location() {
            None => error.into(),
            Some(location) => location.failure(error),
        }
    }

    /// Whether nothing can be written into its folder.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.location()
            .is_some_and(|location| location.read_only.is_some())
    }

    /// Whether it is nowhere on disk.
    #[must_use]
    pub fn is_in_memory(&self) -> bool {
        self.location().is_none()
    }

    /// Waits until no other process writes the index.
    ///
    /// # Errors
    ///
    /// Where that cannot be told.
    pub fn wait_until_free(&self) -> Result<(), IndexError> {
        self.location()
            .map_or(Ok(()), |location| location.wait_until_free())
    }

    /// Whether its folder was deleted: what is open of it still answers, and nothing can be added to it.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.location()
            .is_some_and(|location| location.is_deleted())
    }

    /// Answers from another index from now on, in the place of one whose folder was deleted.
    pub fn replace_by(&self, other: &Self) {
        let engine = other.engine().clone();
        *self.engine() = engine;
        self.set_snapshot(other.snapshot());
        self.shared.replacements.fetch_add(1, Ordering::Relaxed);
    }

    /// How often [`Self::replace_by`] was called.
    #[must_use]
    pub fn replacements(&self) -> usize {
        self.shared.replacements.load(Ordering::Relaxed)
    }
}
