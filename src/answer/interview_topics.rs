//! Topics of interviews: their characteristic words, shown where a question has no answer.

use super::question::{AnalysedText, is_of_subject};
use super::{IndexError, Library, RankedCandidate};
use crate::index::{CatalogueEntry, FrequentWord};
use crate::interview::InterviewKey;
use crate::language::{Language, Term};

/// Of how many interviews.
const INTERVIEWS: usize = 3;
/// How many topics of one interview there are at most, and of all.
const MOST: usize = 6;
const IN_ALL: usize = 12;

/// The words that tell most of the interviews nearest to a question, or where none is near of the newest: those that
/// their guests say often and others seldom; as they are said most. Of the interviews that are asked.
pub(super) fn topics_near(
    library: &Library,
    ranked: &[RankedCandidate],
    is_asked: impl Fn(&CatalogueEntry) -> bool,
) -> Result<Vec<String>, IndexError> {
    let mut near: Vec<InterviewKey> = Vec::new();
    let mut take = |key| {
        if near.len() < INTERVIEWS && !near.contains(&key) {
            near.push(key);
        }
    };
    for hit in ranked {
        take(hit.candidate.interview);
    }
    let catalogue = library.catalogue();
    if ranked.is_empty() {
        catalogue
            .newest()
            .filter(|entry| is_asked(entry))
            .take(INTERVIEWS)
            .for_each(|entry| take(entry.key()));
    }
    let mut weighed: Vec<(f32, String)> = Vec::new();
    for key in near {
        let Some(entry) = catalogue.entry(key) else {
            continue;
        };
        for (weight, word) in characteristic_words(library, entry)? {
            if !weighed.iter().any(|(_, known)| *known == word) {
                weighed.push((weight, word));
            }
        }
    }
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    weighed.truncate(IN_ALL);
    Ok(weighed.into_iter().map(|(_, word)| word).collect())
}

/// The words of an interview's answers with the highest product of frequency and rarity.
pub(super) fn characteristic_words(
    library: &Library,
    entry: &CatalogueEntry,
) -> Result<Vec<(f32, String)>, IndexError> {
    let language = entry.language;
    let said = library.frequent(entry.key())?;
    let weigh =
        |(word, rarity): &(FrequentWord, f32)| (word.times as f32 * rarity, word.form.clone());
    let mut weighed: Vec<(f32, String)> = said.iter().map(weigh).collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    // "Comment" is no topic, though no stop word; nor is "côté".
    let telling = weighed.into_iter().filter(|(_, word)| {
        let word = AnalysedText::of(word, language);
        word.has_content() && !is_vague(word.terms(), language)
    });
    Ok(telling.take(MOST).collect())
}

/// Words that are said of anything, and numbers.
fn is_vague(terms: &[Term], language: Language) -> bool {
    let vague = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
        Language::Spanish => SPANISH,
        Language::German => GERMAN,
        Language::Italian => ITALIAN,
        _ => return false,
    };
    let vague = vague.split(' ');
    terms.iter().any(|term| {
        let is_vague = vague.clone().any(|vague| *term.word == *vague);
        term.counts || is_vague || !is_of_subject(&term.word, language)
    })
}

const FRENCH: &str = "cote cotes chose choses gens fois facon facons maniere moment moments exemple exemples niveau \
                      point points part partie parties cas sorte sortes nombre temps jour jours annee annees \
                      autre autres";
const ENGLISH: &str = "thing things people way ways time times lot lots kind part parts point side case cases stuff \
                       bit day days year years something everything anything";
const SPANISH: &str = "cosa cosas gente vez veces forma manera momento ejemplo nivel punto parte lado caso tiempo dia \
                       dias ano anos";
const GERMAN: &str = "sache sachen dinge leute mal art weise moment beispiel punkt teil seite fall zeit tag tage jahr \
                      jahre";
const ITALIAN: &str = "cosa cose gente volta volte modo maniera momento esempio livello punto parte lato caso tempo \
                       giorno giorni anno anni";
