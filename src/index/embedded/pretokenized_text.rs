//! Pretokenised text of a field: analysed terms as tantivy takes them.

use tantivy::TantivyDocument;
use tantivy::schema::Field;

use super::schema::in_language;
use crate::language::Language;

/// Terms of a language as one text with spaces between them: tantivy carries tokens from thread to thread as
/// JSON, which took half of the time, and a list of them takes several times the memory.
pub(super) struct PretokenizedText {
    language: Language,
    text: String,
}

impl PretokenizedText {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            text: String::new(),
        }
    }

    pub(super) fn extend<'a>(&mut self, terms: impl IntoIterator<Item = &'a str>) {
        for term in terms {
            self.text.push_str(&in_language(self.language, term));
            self.text.push(' ');
        }
    }

    pub(super) fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    pub(super) fn add_to(self, document: &mut TantivyDocument, field: Field) {
        if !self.text.is_empty() {
            document.add_text(field, self.text);
        }
    }
}
