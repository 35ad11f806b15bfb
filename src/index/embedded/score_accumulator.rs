//! The score accumulator: adds up the scores of one segment's documents, term at a time.
//!
//! Clauses are taken one at a time, those worth most first, and add up in one slot a document. Once the
//! remaining ones together could not lift a new document to the sums already reached, they only complete
//! the documents that still can (term-at-a-time max score: Turtle and Flood 1995).

use std::sync::{Mutex, PoisonError};

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::{DocId, Score, SegmentReader};

use super::scoring_clause::ScoringClause;

/// How many documents are looked at for what the best have reached: fewer tell less, more take longer than they save.
const LOOKED_AT: usize = 4_096;

/// So many times the number of the best are few: completing them takes less than leaving some out.
const FEW: usize = 4;

/// What sums are worked out in, kept from question to question: fresh memory of this size takes as long as the sums.
#[derive(Default)]
pub(super) struct AccumulatorBuffers {
    /// A slot a document of the segment.
    sums: Vec<Score>,
    documents: Vec<DocId>,
    picked: Vec<Score>,
}

/// Those that no question uses just now.
static SCRATCHES: Mutex<Vec<AccumulatorBuffers>> = Mutex::new(Vec::new());

/// So many are kept: as many questions as are answered at a time.
const KEPT: usize = 4;

impl AccumulatorBuffers {
    pub(super) fn take() -> Self {
        let mut kept = SCRATCHES.lock().unwrap_or_else(PoisonError::into_inner);
        kept.pop().unwrap_or_default()
    }

    pub(super) fn give_back(self) {
        let mut kept = SCRATCHES.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT {
            kept.push(self);
        }
    }
}

/// What the documents of one segment have been given so far.
pub(super) struct ScoreAccumulator<'s> {
    segment: &'s SegmentReader,
    within: Option<&'s [bool]>,
    depth: usize,
    /// What the documents of other segments have reached already.
    floor: Score,
    /// Among them the documents with a sum, while new ones are taken up; then those that can still be among the best.
    scratch: &'s mut AccumulatorBuffers,
}

impl<'s> ScoreAccumulator<'s> {
    /// `floor`: what the best have reached in other segments.
    pub(super) fn new(
        segment: &'s SegmentReader,
        within: Option<&'s [bool]>,
        (depth, floor): (usize, Score),
        scratch: &'s mut AccumulatorBuffers,
    ) -> Self {
        scratch.documents.clear();
        scratch.sums.clear();
        scratch.sums.resize(segment.max_doc() as usize, 0.0);
        Self {
            segment,
            within,
            depth,
            floor,
            scratch,
        }
    }

    /// The segment's best documents; `clauses` with those worth most first.
    pub(super) fn run(
        mut self,
        clauses: &[&ScoringClause<'_>],
        ordinal: usize,
    ) -> tantivy::Result<Vec<(Score, DocId)>> {
        let all: Score = clauses.iter().map(|clause| clause.worth).sum();
        let mut rest = all;
        let (mut taking, mut narrowed) = (true, false);
        for clause in clauses {
            if let Some(info) = &clause.postings[ordinal] {
                // No document has more than the clauses before this one give.
                let may_end = rest <= self.floor.max(all - rest);
                if taking
                    && may_end
                    && (rest < self.floor
                        || self.scratch.documents.len() < info.doc_freq as usize * 2)
                {
                    taking = rest >= self.reached();
                }
                let Some((postings, norms)) = clause.open(ordinal)? else {
                    continue;
                };
                if taking {
                    self.take_up(clause, postings, norms);
                } else {
                    if !narrowed || self.scratch.documents.len() > self.depth * FEW {
                        self.narrow(rest);
                        narrowed = true;
                    }
                    self.complete(clause, postings, norms);
                }
            }
            rest -= clause.worth;
        }
        Ok(self.best())
    }

    /// What the last of the best has at least: of the first documents, which those worth most have brought.
    fn reached(&mut self) -> Score {
        let AccumulatorBuffers {
            sums,
            documents,
            picked,
        } = &mut *self.scratch;
        let first = &documents[..documents.len().min(LOOKED_AT)];
        if first.len() < self.depth {
            return self.floor;
        }
        picked.clear();
        picked.extend(first.iter().map(|document| sums[*document as usize]));
        let (_, last, _) = picked.select_nth_unstable_by(self.depth - 1, |a, b| b.total_cmp(a));
        last.max(self.floor)
    }

    /// Adds a clause to every document that holds its term.
    fn take_up(
        &mut self,
        clause: &ScoringClause<'_>,
        mut postings: BlockSegmentPostings,
        norms: &FieldNormReader,
    ) {
        let alive = self.segment.alive_bitset();
        while !postings.docs().is_empty() {
            for (document, frequency) in postings.docs().iter().zip(postings.freqs()) {
                let sum = &mut self.scratch.sums[*document as usize];
                if *sum == 0.0 {
                    let outside = |within: &[bool]| !within[*document as usize];
                    if alive.is_some_and(|alive| !alive.is_alive(*document))
                        || self.within.is_some_and(outside)
                    {
                        continue;
                    }
                    self.scratch.documents.push(*document);
                }
                *sum += clause.score(*frequency, norms.fieldnorm_id(*document));
            }
            postings.advance();
        }
    }

    /// Leaves out what cannot be among the best any more; what is left is in the order of the segment.
    fn narrow(&mut self, rest: Score) {
        let reached = self.reached();
        let AccumulatorBuffers {
            sums, documents, ..
        } = &mut *self.scratch;
        documents.retain(|document| sums[*document as usize] + rest >= reached);
        documents.sort_unstable();
    }

    /// Adds a clause to the documents that have a sum.
    fn complete(
        &mut self,
        clause: &ScoringClause<'_>,
        mut postings: BlockSegmentPostings,
        norms: &FieldNormReader,
    ) {
        for document in &self.scratch.documents {
            let at = postings.seek(*document);
            if postings.doc(at) == *document {
                let score = clause.score(postings.freq(at), norms.fieldnorm_id(*document));
                self.scratch.sums[*document as usize] += score;
            }
        }
    }

    fn best(mut self) -> Vec<(Score, DocId)> {
        let reached = self.reached();
        self.scratch
            .documents
            .iter()
            .map(|document| (self.scratch.sums[*document as usize], *document))
            .filter(|(sum, _)| *sum >= reached)
            .collect()
    }
}
