//! The languages that a question is asked in: one where that is certain, else every one that holds its words.
//!
//! Function words tell the language of a sentence; a name or a bare word has none, and a word of another language may stand
//! in a question. What the interviews of each language hold tells then: whether they have a word, whether it is written with
//! their letters (pièces is not English), and how often they say it.

use super::content_words::AnalysedText;
use crate::index::{IndexError, Library};
use crate::language::{Language, function_words, is_written_with};

/// What a word that the interviews of a language hold counts, where a function word of it counts 1.
const HELD: usize = 2;
/// What it counts that a user's program is set to a language, or that the answer before was in it.
const HINTED: usize = 1;
/// In how many languages a question is asked at most, and how near to the best the others must come.
const MOST: usize = 3;
const NEAR: usize = 1;
/// So many function words more than of another language make a sentence.
const CERTAIN: usize = 2;
/// Of so many words the languages are told.
const WORDS: usize = 12;
/// What is thought of a word that no answer of a language holds: that of so many parts of an answer one does.
const UNSEEN: f32 = 0.1;

/// A language, and what speaks for it.
#[derive(Debug, Clone, Copy)]
struct LikelyLanguage {
    language: Language,
    /// How many words of the question its interviews hold.
    held: usize,
    /// How many of them are function words of it.
    functions: usize,
    points: usize,
    /// How often its interviews say the words as they are typed, in the logarithm.
    habit: f32,
}

/// The languages in which a question is asked, the likeliest first. `languages` are those of the interviews that are asked,
/// those with most passages first; `hints` those that its user is likely to write.
pub(in crate::answer) fn languages_of(
    library: &Library,
    text: &str,
    languages: &[Language],
    hints: &[Language],
) -> Result<Vec<Language>, IndexError> {
    let [_, _, ..] = languages else {
        return Ok(languages.first().copied().into_iter().collect());
    };
    let mut likely = likely_languages(library, text, languages, IsWritten::AsTheyWrite)?;
    if likely.iter().all(|one| one.held == 0) {
        likely = likely_languages(library, text, languages, IsWritten::Anyhow)?;
    }
    keep_certain(&mut likely);
    for one in &mut likely {
        let hinted = hints.iter().filter(|hint| **hint == one.language).count();
        one.points = one.functions + HELD * one.held + HINTED * hinted;
    }
    likely.sort_by(|a, b| (b.points.cmp(&a.points)).then(b.habit.total_cmp(&a.habit)));
    let best = likely.first().map_or(0, |one| one.points);
    let holds = likely.iter().any(|one| one.held > 0);
    // Where a word is missing in the first, another may have it.
    likely.retain(|one| one.points + NEAR >= best && (one.held > 0 || !holds));
    let most = if holds { MOST } else { 1 };
    let likely = likely.into_iter().take(most);
    Ok(likely.map(|one| one.language).collect())
}

/// The likeliest language of a text among those of the corpus.
///
/// # Errors
///
/// Where the index cannot be read.
pub(in crate::answer) fn likeliest_language(
    library: &Library,
    text: &str,
) -> Result<Language, IndexError> {
    let languages = languages_of(library, text, &library.catalogue().languages, &[])?;
    Ok(languages.first().copied().unwrap_or_default())
}

/// Whether a word counts for a language that is not written with its letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IsWritten {
    AsTheyWrite,
    Anyhow,
}

fn likely_languages(
    library: &Library,
    text: &str,
    languages: &[Language],
    written: IsWritten,
) -> Result<Vec<LikelyLanguage>, IndexError> {
    let mut likely = Vec::with_capacity(languages.len());
    let sentence = sentence_language(text);
    for (language, functions) in languages.iter().zip(function_words(text, languages)) {
        likely.push(LikelyLanguage {
            language: *language,
            held: held(library, text, (*language, sentence), written)?,
            functions,
            points: 0,
            habit: habit(library, text, *language)?,
        });
    }
    Ok(likely)
}

/// The language of a sentence is certain, where its interviews hold anything of it.
fn keep_certain(likely: &mut Vec<LikelyLanguage>) {
    let most = likely.iter().map(|one| one.functions).max();
    let most = most.unwrap_or_default();
    let is_sentence = |one: &LikelyLanguage| one.held > 0 && one.functions + CERTAIN > most;
    if most >= CERTAIN && likely.iter().any(is_sentence) {
        likely.retain(is_sentence);
    }
}

/// The languages that are told from each other in questions.
const KNOWN: [Language; 5] = [
    Language::English,
    Language::French,
    Language::German,
    Language::Spanish,
    Language::Italian,
];
/// So many words of its frame show that a question is in a language.
const FRAME: usize = 2;

/// The language that a text is in where its function words and the frame of a question tell it: those of no other are as
/// many.
pub(in crate::answer) fn sentence_language(text: &str) -> Option<Language> {
    let mut frames =
        KNOWN.map(|language| (AnalysedText::of(text, language).empty_words(), language));
    frames.sort_by_key(|(empty, _)| std::cmp::Reverse(*empty));
    let [(most, language), (next, _), ..] = frames;
    (most >= FRAME && most > next).then_some(language)
}

/// The language that a question is in where no interview is in it: one of those that are known by their function words and
/// the frames of their questions.
pub(in crate::answer) fn foreign_language(text: &str, languages: &[Language]) -> Option<Language> {
    let most = |languages: &[Language]| function_words(text, languages).into_iter().max();
    let others = KNOWN.iter().filter(|known| !languages.contains(known));
    let others: Vec<Language> = others.copied().collect();
    // Most questions have more function words of the corpus's language than of any other.
    let foreign = most(&others);
    if foreign == Some(0) || most(languages) > foreign {
        return None;
    }
    let frame = |language: Language| AnalysedText::of(text, language).empty_words();
    let own = languages.iter().map(|language| frame(*language)).max();
    let own = own.unwrap_or_default();
    let likely = others
        .into_iter()
        .map(|language| (frame(language), language));
    let (found, language) = likely.max_by_key(|(found, _)| *found)?;
    (found >= FRAME && found > own).then_some(language)
}

/// Whether what is left of a question says nothing of a subject in the language that the whole is surely in: "que dit" is a
/// frame, whatever the interviews are in.
pub(in crate::answer) fn is_left_as_frame(whole: &str, left: &str) -> bool {
    let frame = |language: &Language| AnalysedText::of(whole, *language).empty_words();
    let written = KNOWN.iter().max_by_key(|language| frame(language));
    written.is_some_and(|language| {
        frame(language) >= FRAME && !AnalysedText::of(left, *language).has_content()
    })
}

/// How many of a question's content words the interviews of a language hold.
fn held(
    library: &Library,
    text: &str,
    (language, sentence): (Language, Option<Language>),
    written: IsWritten,
) -> Result<usize, IndexError> {
    let mut analysed = AnalysedText::of(text, language);
    // What says nothing in the language of the sentence is no word of another.
    if let Some(sentence) = sentence.filter(|sentence| *sentence != language) {
        analysed.frame_as(text, sentence);
    }
    let mut held = 0;
    for term in analysed.content().into_iter().take(WORDS) {
        let raw = &text[term.span.start..term.span.end];
        let counts = written == IsWritten::Anyhow || is_written_with(raw, language);
        held += usize::from(counts && library.holds(language, &term.stem)?);
    }
    Ok(held)
}

/// The logarithm of how many of a language's answers hold the words as they are typed.
fn habit(library: &Library, text: &str, language: Language) -> Result<f32, IndexError> {
    let analysed = AnalysedText::of(text, language);
    let words = analysed.terms().iter().take(WORDS);
    let words: Vec<&str> = words.map(|term| &*term.word).collect();
    let answers = library.counts(language).answers as f32;
    let counts = library.answers_with(language, &words)?.into_iter();
    Ok(counts.fold(0.0, |sum, count| {
        sum + ((count as f32 + UNSEEN) / (answers + 1.0)).ln()
    }))
}
