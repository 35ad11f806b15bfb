//! The documents of an interview in the index: one for each passage and answer, and one for the whole.

use std::collections::BTreeSet;

use tantivy::TantivyDocument;

use super::pretokenized_text::PretokenizedText;
use super::schema::{DocumentKind, SchemaFields, kind_value};
use crate::index::IndexError;
use crate::index::catalogue::{CatalogueEntry, SourceFile};
use crate::index::frequent_words::WordCounter;
use crate::index::term_vector::TermVector;
use crate::interview::{Interview, Passage};
use crate::language::{Language, Term, grams, normalized_name, terms};

/// What is gathered over an interview's exchanges.
struct InterviewText {
    whole: PretokenizedText,
    frequent: WordCounter,
}

impl InterviewText {
    fn of(language: Language) -> Self {
        Self {
            whole: PretokenizedText::new(language),
            frequent: WordCounter::default(),
        }
    }
}

/// The documents of an interview, that of the whole interview last.
///
/// # Errors
///
/// Where the interview cannot be stored.
pub(super) fn interview_documents(
    fields: SchemaFields,
    interview: &Interview,
    passages: &[Passage],
    source: SourceFile<'_>,
) -> Result<Vec<TantivyDocument>, IndexError> {
    let language = interview.metadata.language;
    let title = terms(
        interview.metadata.title.as_deref().unwrap_or_default(),
        language,
    );
    let mut said = InterviewText::of(language);
    said.whole.extend(stems(&title));
    let mut documents = Vec::with_capacity(passages.len() + interview.exchanges.len() + 1);
    let mut rest = passages;
    for exchange in 0..interview.exchanges.len() {
        let own = rest.partition_point(|passage| passage.exchange <= exchange);
        let (own, others) = rest.split_at(own);
        rest = others;
        let exchange = (exchange, own, title.as_slice());
        fields.add_exchange(interview, exchange, &mut said, &mut documents);
    }
    let mut document = fields.document(interview, DocumentKind::Interview);
    said.whole.add_to(&mut document, fields.whole);
    let frequent = json(&said.frequent.most())?;
    document.add_bytes(fields.frequent, frequent.as_bytes());
    fields.add_speakers(&mut document, interview, interview.quotable());
    document.add_u64(fields.parts, documents.len() as u64);
    document.add_bytes(
        fields.entry,
        json(&CatalogueEntry::of(interview, source, passages.len()))?.as_bytes(),
    );
    document.add_text(fields.record, json(interview)?);
    documents.push(document);
    Ok(documents)
}

impl SchemaFields {
    /// Adds the passages of an exchange and the answer; `said` takes their stems and the question's.
    fn add_exchange(
        &self,
        interview: &Interview,
        (exchange, passages, title): (usize, &[Passage], &[Term]),
        said: &mut InterviewText,
        documents: &mut Vec<TantivyDocument>,
    ) {
        let language = interview.metadata.language;
        let question = interview
            .question_span(&interview.exchanges[exchange])
            .and_then(|span| interview.slice(span));
        let asked = terms(question.unwrap_or_default(), language);
        let mut answer = PretokenizedText::new(language);
        let mut exact = PretokenizedText::new(language);
        let mut parts = PretokenizedText::new(language);
        for passage in passages {
            let text = interview.slice(passage.span).unwrap_or_default();
            let body = terms(text, language);
            said.frequent.add(text, &body);
            answer.extend(stems(&body));
            exact.extend(body.iter().map(|term| &*term.word));
            for term in body.iter().filter(|term| !term.stop) {
                parts.extend(grams(&term.word).iter().map(String::as_str));
            }
            documents.push(self.passage(interview, passage, &body, &asked, title));
        }
        let mut question = PretokenizedText::new(language);
        question.extend(stems(&asked));
        said.whole.append(&answer);
        said.whole.append(&question);
        let mut document = self.document(interview, DocumentKind::Answer);
        document.add_u64(self.exchange, exchange as u64);
        let turns = interview.exchanges[exchange].answer.iter().copied();
        self.add_speakers(&mut document, interview, turns);
        answer.add_to(&mut document, self.answer);
        exact.add_to(&mut document, self.exact);
        parts.add_to(&mut document, self.grams);
        question.add_to(&mut document, self.asked);
        documents.push(document);
    }

    fn passage(
        &self,
        interview: &Interview,
        passage: &Passage,
        body: &[Term],
        asked: &[Term],
        title: &[Term],
    ) -> TantivyDocument {
        let language = interview.metadata.language;
        let mut document = self.document(interview, DocumentKind::Passage);
        document.add_u64(self.exchange, passage.exchange as u64);
        document.add_u64(self.turn, passage.turn as u64);
        self.add_speakers(&mut document, interview, [passage.turn]);
        document.add_u64(self.start, passage.span.start as u64);
        document.add_u64(self.end, passage.span.end as u64);
        let mut signature = TermVector::of(body, asked, language);
        // Yes or no answers where an answer begins; later it goes on with what was said.
        let turn = interview.turns.get(passage.turn);
        signature.affirms &= turn.is_some_and(|turn| turn.span.start == passage.span.start);
        for value in signature.to_column() {
            document.add_u64(self.signature, value);
        }
        for (field, terms) in [(self.body, body), (self.title, title)] {
            let mut words = PretokenizedText::new(language);
            words.extend(stems(terms));
            words.add_to(&mut document, field);
        }
        document
    }

    /// Adds the names of those who speak in some turns, each once.
    fn add_speakers(
        &self,
        document: &mut TantivyDocument,
        interview: &Interview,
        turns: impl IntoIterator<Item = usize>,
    ) {
        let names: BTreeSet<String> = turns
            .into_iter()
            .filter_map(|turn| interview.name_in(turn))
            .map(normalized_name)
            .collect();
        for name in names {
            document.add_text(self.speaker, name);
        }
    }

    fn document(&self, interview: &Interview, kind: DocumentKind) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.kind, kind_value(kind, interview.metadata.language));
        document.add_text(self.interview, interview.id.as_str());
        if let Some(collection) = interview.id.collection() {
            document.add_text(self.collection, collection);
        }
        if let Some(outlet) = &interview.metadata.outlet {
            document.add_text(self.outlet, normalized_name(outlet));
        }
        if let Some(date) = interview.metadata.date {
            document.add_text(self.date, date.to_string());
        }
        document.add_u64(self.parent, interview.key().value());
        document
    }
}

fn stems(terms: &[Term]) -> impl Iterator<Item = &str> {
    let content = terms.iter().filter(|term| !term.stop);
    content.map(|term| &*term.stem)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, IndexError> {
    serde_json::to_string(value).map_err(|error| IndexError::Record(error.to_string()))
}
