//! A question taken apart: what it is confined to (speakers, dates, places, its scope), and what is left to look for.
//!
//! That is the same in every language that it is asked in.

use std::collections::HashSet;

use super::question::filters::{self, FilterOptions};
use super::question::question_language::{foreign_language, is_left_as_frame, sentence_language};
use super::question::{AnalysedText, FilteredQuestion, follow, readable};
use super::{IndexError, Library, Question, Scope, displayed_corrections};
use crate::index::{Catalogue, Filters, InterviewName};
use crate::language::Language;

/// A question without what it is confined to, which is the same in every language.
pub(super) struct ConfinedQuestion {
    pub(super) understood: FilteredQuestion,
    pub(super) filters: Filters,
    /// What was asked before it, where it follows an answer.
    pub(super) before: Option<String>,
    /// The language that it is in, where no interview is.
    pub(super) foreign: Option<Language>,
    /// The language that it is surely in.
    pub(super) sentence: Option<Language>,
    /// Whether nothing is left of it but the frame of a question, in whatever language.
    pub(super) is_frame: bool,
}

impl ConfinedQuestion {
    pub(super) fn of(
        library: &Library,
        question: &Question,
        catalogue: &Catalogue,
    ) -> Result<Self, IndexError> {
        let text = readable(&question.text);
        let manner = question.options;
        let reading = FilterOptions {
            follows: matches!(manner.scope, Some(Scope::After(_))),
            corrects: !manner.as_typed,
        };
        let mut understood = understand(library, (text, question), catalogue, reading)?;
        let collections = &mut understood.filters.collections;
        collections.extend(question.collection.clone());
        let before = apply_scope(library, manner.scope, &mut understood)?;
        let filters = understood.filters.clone().without(manner.lifted);
        let foreign = foreign_language(text, &catalogue.languages);
        // In one language it changes nothing, and takes as long as five analyses.
        let is_mixed = catalogue.languages.len() > 1;
        let sentence = is_mixed.then(|| sentence_language(text)).flatten();
        let is_frame = !filters.is_empty() && is_left_as_frame(text, &understood.text);
        Ok(Self {
            understood,
            filters,
            before,
            foreign,
            sentence,
            is_frame,
        })
    }

    /// The languages of the interviews that are asked, those with most passages first; of all where none is asked.
    pub(super) fn languages(&self, catalogue: &Catalogue) -> Vec<Language> {
        let all = &catalogue.languages;
        if self.filters.is_empty() || all.len() < 2 {
            return all.clone();
        }
        let entries = catalogue.entries.iter();
        let asked = entries.filter(|entry| self.filters.admits(entry));
        let asked: HashSet<Language> = asked.map(|entry| entry.language).collect();
        let held = all.iter().filter(|language| asked.contains(language));
        let held: Vec<Language> = held.copied().collect();
        if held.is_empty() { all.clone() } else { held }
    }

    /// The words of a text in a language, where they carry the question.
    pub(super) fn analysed(&self, text: &str, language: Language) -> AnalysedText {
        let mut analysed = AnalysedText::of(text, language);
        if let Some(written) = self
            .foreign
            .or(self.sentence)
            .filter(|own| *own != language)
        {
            analysed.frame_as(text, written);
        }
        analysed
    }
}

/// What a question is confined to; a word that the interviews say is no misspelt name.
fn understand(
    library: &Library,
    (text, question): (&str, &Question),
    catalogue: &Catalogue,
    reading: FilterOptions,
) -> Result<filters::FilteredQuestion, IndexError> {
    let understood = filters::take_filters(text, catalogue, question.today, reading);
    for read in &understood.read {
        if displayed_corrections::is_said(library, &read.from, catalogue)? {
            let reading = FilterOptions {
                corrects: false,
                ..reading
            };
            return Ok(filters::take_filters(
                text,
                catalogue,
                question.today,
                reading,
            ));
        }
    }
    Ok(understood)
}

/// Confines a question to its scope. What was asked before it, where it follows an answer.
fn apply_scope(
    library: &Library,
    scope: Option<Scope>,
    understood: &mut FilteredQuestion,
) -> Result<Option<String>, IndexError> {
    let catalogue = library.catalogue();
    let filters = &mut understood.filters;
    match scope {
        None => {}
        Some(Scope::Speaker(key)) => {
            let name = key.name(&catalogue).map(str::to_owned);
            filters.speakers.extend(name);
        }
        Some(Scope::Interview(key)) => {
            let entry = catalogue.entry(key);
            filters.interviews.extend(entry.map(InterviewName::of));
        }
        Some(Scope::After(place)) => {
            if let Some(quote) = crate::answer::quote_at(library, &place)? {
                follow(&catalogue, (&quote, place.interview), understood);
                return Ok(quote.asked().map(str::to_owned));
            }
        }
    }
    Ok(None)
}
