//! The analysis of a question: the query for the index, with what is known of each word.

use std::collections::{BTreeMap, HashMap};

use super::answer_form::AnswerForm;
use super::asking_sentences::asking_sentences;
use super::content_words::{AnalysedText, rarest, readable, typed};
use super::phrase_match::{self, QuotedPhrase, StemPhrase};
use super::query_expansion::{self, Expansion};
use super::query_word::{QueryWord, emphasis, neighbours};
use super::synonyms::Synonyms;
use super::words_by_stem_hash::WordsByStemHash;
use super::{answer_type, capitalized_names, related_stems, spelling_correction, topic_prefix};
use crate::answer::{IndexError, Library, SpellingCorrection};
use crate::index::{Filters, Query, QueryTerm, TermVector, Weights, rarity};
use crate::interview::Span;
use crate::language::{ExactWords, Language, Term, grams, terms};

/// What each field counts. Each weight is from `verbatim eval` on French, English, Spanish and German sets, one changed
/// at a time around these, all sets with the same: the middle of where the mean MRR@10 is flat. Against leaving it out,
/// the title gains 0.004 on interviews and FAQ questions; the whole answer 0.01 (1 → 1.7) on short questions; its words
/// as they are written 0.003 to 0.015 (at the passage instead, nothing); parts of words 0.003 on French and 0.012 on
/// German and long questions; the whole interview 0.01 (1 → 2.5) on interviews, and
/// to 2.8 with the title at 2.3 and `b` at 0.77 another 0.005 to 0.015 there and 0.001 on FAQ questions. The interviewer's question at 2 gained
/// 0.29 on questions that users put to a FAQ when the other weights were half as high. Since numbers carry their subject
/// under one term: the answer 1.7 → 2, the interview 2.8 → 3.1 and the written words 1 → 1.1 gain 0.003 on interviews and
/// 0.001 on encyclopaedic questions. The
/// interviewer's question 3.3 → 5: where it alone holds the words, what is said elsewhere must not come before (+0.01 to
/// +0.03 on headings of interviews asked as questions, +0.05 on a FAQ asked in other words).
const WEIGHTS: Weights = Weights {
    body: 1.0,
    title: 2.3,
    asked: 5.0,
    answer: 2.0,
    exact: 1.1,
    grams: 0.25,
    interview: 3.1,
};

/// What a word of the question before counts in one that follows it, and how many of them, the rarest: enough to choose
/// between answers that hold the new words alike, never enough to outweigh those.
const CARRIED: f32 = 0.3;
const CARRIED_WORDS: usize = 8;

/// What a unit of time counts where a duration is asked for: +0.001 to +0.003 on FAQ questions, nothing elsewhere.
const LIKELY: f32 = 0.4;

/// A question as the index sees it, with what is known about its words.
#[derive(Debug)]
pub(in crate::answer) struct QuestionAnalysis {
    pub(in crate::answer) query: Query,
    /// Its words in the order of the question.
    pub(in crate::answer) words: Vec<QueryWord>,
    /// All its words as they were typed, or as they were surely meant; folded, each once: those of its frame and stop words
    /// too.
    pub(in crate::answer) typed: Vec<String>,
    /// Words that stand next to each other, two by two, at least one of which is among `words`.
    pub(in crate::answer) neighbours: Vec<ExactWords>,
    /// How much it asks for a number: 1, half where it asks for a time, which a number seldom misses; else 0.
    pub(in crate::answer) number: f32,
    /// Whether it only names a subject and asks nothing of it.
    pub(in crate::answer) is_topic: bool,
    /// What an answer to it looks like.
    pub(in crate::answer) form: AnswerForm,
    /// How many words it has, by the white space between them.
    length: usize,
    /// The rarity of a word that a single passage holds.
    pub(super) highest: f32,
    /// What it puts between quotation marks.
    pub(in crate::answer) exact: Vec<QuotedPhrase>,
    /// Whether it only says within what the question before is asked again.
    pub(in crate::answer) narrows: bool,
    /// Words that were read as others.
    pub(in crate::answer) corrections: Vec<SpellingCorrection>,
}

/// How the words of a question are taken.
#[derive(Debug, Clone, Copy)]
pub(in crate::answer) struct AnalysisOptions<'a> {
    /// What other words mean the same.
    pub(in crate::answer) synonyms: &'a Synonyms,
    /// Whether a word that no interview holds is read as the nearest that one does.
    pub(in crate::answer) corrects: bool,
}

impl<'a> AnalysisOptions<'a> {
    /// As questions are taken that nothing is said about.
    pub(in crate::answer) fn plain(synonyms: &'a Synonyms) -> Self {
        Self {
            synonyms,
            corrects: true,
        }
    }
}

impl QuestionAnalysis {
    pub(in crate::answer) fn of(
        library: &Library,
        question: &str,
        language: Language,
        way: AnalysisOptions<'_>,
    ) -> Result<Self, IndexError> {
        let question = readable(question);
        Self::of_analysed(
            library,
            question,
            &AnalysedText::of(question, language),
            way,
        )
    }

    /// The same of a question whose words are known.
    pub(in crate::answer) fn of_analysed(
        library: &Library,
        question: &str,
        analysed: &AnalysedText,
        way: AnalysisOptions<'_>,
    ) -> Result<Self, IndexError> {
        let (language, all) = (analysed.language, &analysed.terms);
        let mut known = rarest(library, language, analysed.content())?;
        let alternatives = query_expansion::of(library, all, language, way.synonyms)?;
        let corrects = way.corrects && analysed.has_content();
        let words = known.iter().map(|(term, _)| *term);
        let mut read = if corrects {
            spelling_correction::read(library, (question, language), words, &alternatives)?
        } else {
            HashMap::new()
        };
        spelling_correction::drop_framed(&mut known, all, &read, language);
        let mut meaning = Self::without_words(library, question, all, language);
        meaning.is_topic = !analysed.asks(question);
        let names = capitalized_names::capitalized_names(question, all, language);
        let topic = topic_prefix::topic_end(question, all, analysed.framed());
        let asking = asking_sentences(question);
        let leads_up = |at: Span| !asking.iter().any(|sentence| sentence.overlaps(at));
        for (term, rarity) in known {
            let nearest = read.remove(&term.span);
            let read = nearest.iter().flatten().next();
            let read = read.and_then(|way| way.word.as_deref());
            let words = std::iter::once(&*term.word).chain(read);
            meaning.add_grams(words);
            let word = QueryWord {
                name: names.contains(&term.span),
                of_topic: topic.is_some_and(|end| term.span.end <= end),
                asks: !leads_up(term.span),
                ..QueryWord::typed(question, (term, rarity), language, all)
            };
            meaning.take(library, question, (term, word), (nearest, &alternatives))?;
        }
        for alternative in &alternatives {
            meaning.expand(alternative);
        }
        meaning.add_likely(answer_type::duration_units(all, language));
        meaning.neighbours = neighbours(question, &meaning.words);
        let asked = (meaning.words.len(), meaning.is_topic);
        meaning.form = AnswerForm::of(question, language, asked);
        Ok(meaning)
    }

    /// What a question means before its words are taken up.
    fn without_words(library: &Library, question: &str, all: &[Term], language: Language) -> Self {
        let query = Query {
            language,
            terms: Vec::new(),
            grams: Vec::new(),
            weights: WEIGHTS,
            filters: Filters::default(),
        };
        Self {
            query,
            words: Vec::new(),
            typed: typed(question, all),
            neighbours: Vec::new(),
            number: answer_type::asks_for_number(all, language),
            is_topic: false,
            form: AnswerForm::default(),
            length: question.split_whitespace().count(),
            highest: rarity(1, library.counts(language).passages),
            exact: phrase_match::of(question, language),
            narrows: false,
            corrections: Vec::new(),
        }
    }

    /// The parts of words as they were typed and as they were read.
    fn add_grams<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        for gram in words.flat_map(grams) {
            if !self.query.grams.contains(&gram) {
                self.query.grams.push(gram);
            }
        }
    }

    /// Takes a word up, in the ways that the index may hold it.
    fn take(
        &mut self,
        library: &Library,
        question: &str,
        (term, mut word): (&Term, QueryWord),
        (nearest, alternatives): (Option<Vec<QueryTerm>>, &[Expansion]),
    ) -> Result<(), IndexError> {
        let language = self.query.language;
        let mut ways = vec![QueryTerm {
            word: Some(term.word.to_string()),
            stem: term.stem.to_string(),
            weight: 1.0,
        }];
        if library.holds(language, &term.stem)? {
            ways.extend(related_stems::related_stems(
                library,
                language,
                &term.stem,
                word.rarity,
            )?);
        } else if let Some(other) = query_expansion::rarity(alternatives, term) {
            // What is said in another way only is as rare as that is.
            word.rarity = word.rarity.min(other);
        } else if let Some(nearest) = nearest {
            let best = &nearest[0];
            let read = best.word.clone().unwrap_or_default();
            word.rarity = library.rarities(language, &[&best.stem])?[0];
            word.read_as(&read, language);
            word.meant = spelling_correction::likelihood(&term.word, &read);
            spelling_correction::correct_word(&mut self.typed, &term.word, &word);
            self.corrections.push(SpellingCorrection {
                from: question[term.span.start..term.span.end].to_owned(),
                to: read,
            });
            ways = nearest;
        } else {
            word.meant = 0.0;
        }
        let emphasis = emphasis(question, &word, (self.highest, self.length));
        for way in &mut ways {
            way.weight *= emphasis;
        }
        word.hashes = ways.iter().map(|way| TermVector::hash(&way.stem)).collect();
        self.query.terms.extend(ways);
        self.words.push(word);
        Ok(())
    }

    /// Adds an alternative to the words that it stands for.
    fn expand(&mut self, alternative: &Expansion) {
        let stands_for = |at: usize| alternative.of.contains(self.words[at].span);
        let words: Vec<usize> = (0..self.words.len()).filter(|at| stands_for(*at)).collect();
        let Some(first) = words.first() else {
            return;
        };
        // Found whole, it gives what the words that it stands for give, times its weight.
        let worth = self.weight(|at| words.contains(&at));
        let whole: f32 = alternative.rarities.iter().sum();
        let weight = alternative.weight * (worth / whole.max(f32::EPSILON)).min(1.0);
        for term in &alternative.words {
            let known = self
                .query
                .terms
                .iter()
                .any(|other| *other.stem == *term.stem);
            if !known {
                self.query.terms.push(QueryTerm {
                    word: Some(term.word.to_string()),
                    stem: term.stem.to_string(),
                    weight,
                });
            }
        }
        if let [word] = alternative.words.as_slice() {
            self.words[*first].hashes.push(TermVector::hash(&word.stem));
        }
        for at in words {
            self.words[at]
                .also
                .push(StemPhrase::of_terms(&alternative.words));
        }
    }

    /// Takes up words that an answer is likely to say: they help to choose, and whether they are found says nothing.
    fn add_likely(&mut self, words: &[&str]) {
        let language = self.query.language;
        let terms = words.iter().flat_map(|word| terms(word, language));
        self.query.terms.extend(terms.map(|term| QueryTerm {
            word: Some(term.word.to_string()),
            stem: term.stem.to_string(),
            weight: LIKELY,
        }));
    }

    /// Takes up words of what was asked before: they help to choose, and whether they are found says nothing.
    pub(in crate::answer) fn carry_over(
        &mut self,
        library: &Library,
        before: &str,
    ) -> Result<(), IndexError> {
        let language = self.query.language;
        let before = AnalysedText::of(readable(before), language);
        let mut content = before.content();
        content.retain(|term| !self.query.terms.iter().any(|own| *own.stem == *term.stem));
        let stems: Vec<&str> = content.iter().map(|term| &*term.stem).collect();
        let rarities = library.rarities(language, &stems)?;
        let mut carried: Vec<(&Term, f32)> = content.into_iter().zip(rarities).collect();
        carried.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.stem.cmp(&b.0.stem)));
        let carried = carried.into_iter().take(CARRIED_WORDS);
        self.query.terms.extend(carried.map(|(term, _)| QueryTerm {
            word: Some(term.word.to_string()),
            stem: term.stem.to_string(),
            weight: CARRIED,
        }));
        Ok(())
    }

    /// The question's words by the hashes of their stems.
    pub(in crate::answer) fn by_hash(&self) -> WordsByStemHash {
        WordsByStemHash::of(&self.words)
    }

    /// The sum of the rarities, words of one group once.
    pub(in crate::answer) fn weight(&self, counts: impl Fn(usize) -> bool) -> f32 {
        // In one order always: the sum of the same rarities differs from order to order in its last digits.
        let mut groups: BTreeMap<usize, f32> = BTreeMap::new();
        for (_, word) in self.words.iter().enumerate().filter(|(at, _)| counts(*at)) {
            let heaviest = groups.entry(word.group).or_default();
            *heaviest = heaviest.max(word.rarity);
        }
        // An empty sum would be minus zero.
        groups.values().fold(0.0, |sum, rarity| sum + rarity)
    }
}
