//! A word of a query: the stem that finds it, and its weight.

use super::content_words::is_of_subject;
use super::phrase_match::StemPhrase;
use crate::index::StemOccurrence;
use crate::interview::Span;
use crate::language::{
    ExactWords, Language, Term, WordForm, normalized_name, normalized_words, terms,
};

/// The power of its rarity by which a word counts more than BM25 has it, where 1 would be rarity squared: in a question
/// of many words the common ones outweigh the rare one that it is about. 0 → 0.25: +0.001 to +0.003 MRR on
/// encyclopaedic and FAQ questions, +0.008 on short questions of interviewers, −0.007 on long ones.
const EMPHASIS: f32 = 0.25;
/// In a question of more words than this, stop words too, that is less: what is rare in it is often beside the point. +0.003
/// on an interviewer's long questions.
const MANY: usize = 10;
/// What a word counts that stands in a sentence of a question which asks nothing, where others do: +0.007 on an
/// interviewer's long questions, nothing elsewhere; 0.3 loses what 0.5 gains.
pub(in crate::answer) const LEADS_UP: f32 = 0.5;
/// What a number in digits counts, a word 1: +0.001 on encyclopaedic questions.
const NUMBER: f32 = 1.3;

/// What is known of one word of a question.
#[derive(Debug, Clone)]
pub(in crate::answer) struct QueryWord {
    /// As the question has it, or as it was read; folded.
    pub(in crate::answer) text: String,

    /// What its own stem stands for: any of these forms; everything where there is none.
    pub(in crate::answer) forms: Vec<WordForm>,
    /// The hashes of the stems that it is found by, as in a passage's signature: its own first.
    pub(in crate::answer) hashes: Vec<u32>,
    /// Its rarity: BM25's inverse document frequency among the passages of its language.
    pub(in crate::answer) rarity: f32,
    /// Other ways to say it: it is found where a passage holds one of them.
    pub(in crate::answer) also: Vec<StemPhrase>,
    /// Where it stands in the question.
    pub(in crate::answer) span: Span,
    /// Words of one number are one word in other spellings: a compound and its parts.
    pub(in crate::answer) group: usize,
    /// How surely it is what was meant: 1 where an interview holds it or an alternative of it as it was typed, 0 where none
    /// holds anything like it.
    pub(in crate::answer) meant: f32,
    /// Whether it is typed as names are.
    pub(in crate::answer) name: bool,
    /// Whether it is named before the question is asked.
    pub(in crate::answer) of_topic: bool,
    /// Whether it stands in a sentence that asks, and not in what leads up to it.
    pub(in crate::answer) asks: bool,
    /// Whether it is of a subject: what only joins others helps to choose, and that it is found says nothing.
    pub(in crate::answer) of_subject: bool,
}

impl QueryWord {
    /// A word as it is typed, before it is known how the index has it.
    pub(super) fn typed(
        question: &str,
        (term, rarity): (&Term, f32),
        language: Language,
        all: &[Term],
    ) -> Self {
        let typed = &question[term.span.start..term.span.end];
        // The digits of a number in words are not what was typed.
        let is_spelled = term.is_number() && !typed.starts_with(char::is_numeric);
        Self {
            text: if is_spelled {
                normalized_name(typed)
            } else {
                term.word.to_string()
            },
            forms: term.forms(question, language),
            hashes: Vec::new(),
            rarity,
            also: Vec::new(),
            span: term.span,
            group: group(term, all),
            meant: 1.0,
            name: false,
            of_topic: false,
            asks: true,
            of_subject: is_of_subject(&term.word, language),
        }
    }
}

impl QueryWord {
    /// Whether an occurrence of its own stem is the word or an inflection of it.
    pub(in crate::answer) fn is_form(&self, occurrence: &StemOccurrence) -> bool {
        let mut forms = self.forms.iter();
        self.forms.is_empty() || forms.any(|form| form.is_form_of(occurrence.form))
    }

    /// Reads it as another word.
    pub(super) fn read_as(&mut self, word: &str, language: Language) {
        word.clone_into(&mut self.text);
        let read = terms(word, language).into_iter().next();
        self.forms = read
            .map(|term| term.forms(word, language))
            .unwrap_or_default();
    }
}

/// How much a word counts beyond its rarity: see [`EMPHASIS`] and [`NUMBER`].
pub(super) fn emphasis(question: &str, word: &QueryWord, (highest, words): (f32, usize)) -> f32 {
    let rare = (word.rarity / highest.max(f32::EPSILON)).clamp(0.05, 1.0);
    let number = question[word.span.start..].starts_with(char::is_numeric);
    let power = EMPHASIS * (MANY as f32 / words.max(1) as f32).min(1.0);
    rare.powf(power) * if number { NUMBER } else { 1.0 } * if word.asks { 1.0 } else { LEADS_UP }
}

/// The first term that a term is part of: its own number, or its compound's.
fn group(term: &Term, all: &[Term]) -> usize {
    all.iter()
        .position(|other| other.span.contains(term.span))
        .unwrap_or_default()
}

/// The words of a question that stand next to each other, two by two, as they are read: where at least one of the two
/// is among `words`.
pub(super) fn neighbours(question: &str, words: &[QueryWord]) -> Vec<ExactWords> {
    let bare = normalized_words(question);
    let read = |(typed, span): &(String, Span)| {
        let word = words.iter().find(|word| word.span.contains(*span));
        let own = word.filter(|word| word.span == *span);
        let text = own.map_or_else(|| typed.clone(), |word| word.text.clone());
        (text, word.is_some())
    };
    let read: Vec<(String, bool)> = bare.iter().map(read).collect();
    let pairs = read.windows(2);
    let pairs = pairs.filter(|pair| pair.iter().any(|(_, carries)| *carries));
    pairs
        .map(|pair| ExactWords::of_bare(&[&pair[0].0, &pair[1].0]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::terms;

    fn words(question: &str, read: &[(usize, &str)]) -> Vec<QueryWord> {
        let all = terms(question, Language::French);
        let word = |(at, text): &(usize, &str)| QueryWord {
            text: (*text).to_owned(),
            ..QueryWord::typed(question, (&all[*at], 1.0), Language::French, &all)
        };
        read.iter().map(word).collect()
    }

    #[test]
    fn words_next_to_one_that_carries_the_question_are_its_neighbours_as_they_are_read() {
        let question = "Qui veille sur l'Eau du barrrage le soir ?";
        let words_read = words(question, &[(3, "eau"), (5, "barrage")]);
        let expected = ["l'eau", "Eau du", "du barrage", "barrage le"].map(ExactWords::of);
        assert_eq!(neighbours(question, &words_read), expected);
        let alone = words("barrage", &[(0, "barrage")]);
        assert_eq!(neighbours("barrage", &alone), []);
    }
}
