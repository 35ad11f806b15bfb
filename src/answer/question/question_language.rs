//! The languages that a question is asked in: one where that is certain, else every one that holds its words.
//!
//! Function words tell the language of a sentence; a name or a bare word has none, and a word of another language may stand
//! in a question. What the interviews of each language hold tells then.

use super::content_words::AnalysedText;
use crate::index::{IndexError, Library};
use crate::language::{Language, function_words};

/// What a word that the interviews of a language hold counts, where a function word of it counts 1.
const HELD: usize = 2;
/// In how many languages a question is asked at most, and how near to the best the others must come.
const MOST: usize = 3;
const NEAR: usize = 1;
/// So many function words more than of another language make a sentence.
const CERTAIN: usize = 2;
/// Of so many words the languages are told.
const WORDS: usize = 12;

/// The languages in which a question is asked, the likeliest first. `languages` are those of the corpus, those with most
/// passages first, which win a tie.
pub(in crate::answer) fn languages_of(
    library: &Library,
    text: &str,
    languages: &[Language],
) -> Result<Vec<Language>, IndexError> {
    let [_, _, ..] = languages else {
        return Ok(languages.first().copied().into_iter().collect());
    };
    let mut likely = Vec::with_capacity(languages.len());
    for (language, functions) in languages.iter().zip(function_words(text, languages)) {
        likely.push((*language, held(library, text, *language)?, functions));
    }
    keep_certain(&mut likely);
    for (_, held, points) in &mut likely {
        *points += HELD * *held;
    }
    likely.sort_by_key(|(.., points)| std::cmp::Reverse(*points));
    let best = likely.first().map_or(0, |(.., points)| *points);
    let holds = likely.iter().any(|(_, held, _)| *held > 0);
    // Where a word is missing in the first, another may have it.
    likely.retain(|(_, held, points)| *points + NEAR >= best && (*held > 0 || !holds));
    let most = if holds { MOST } else { 1 };
    let likely = likely.into_iter().take(most);
    Ok(likely.map(|(language, ..)| language).collect())
}

/// A language, how many words of the question its interviews hold, and how many are function words of it.
type LikelyLanguage = (Language, usize, usize);

/// The language of a sentence is certain, where its interviews hold anything of it.
fn keep_certain(likely: &mut Vec<LikelyLanguage>) {
    let functions = likely.iter().map(|(.., functions)| *functions);
    let most = functions.max().unwrap_or_default();
    let is_sentence =
        |(_, held, functions): &LikelyLanguage| *held > 0 && functions + CERTAIN > most;
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

/// How many of a question's content words the interviews of a language hold.
fn held(library: &Library, text: &str, language: Language) -> Result<usize, IndexError> {
    let analysed = AnalysedText::of(text, language);
    let mut held = 0;
    for term in analysed.content().into_iter().take(WORDS) {
        held += usize::from(library.holds(language, &term.stem)?);
    }
    Ok(held)
}
