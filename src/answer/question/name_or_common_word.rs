//! Decides whether a name in a question is a common word too: "rose", "will", "Bäcker".

use super::filters::{NameResolution, WhoIsQuestion};
use crate::answer::{IndexError, Library};
use crate::index::{Catalogue, Filters, Query, QueryTerm, Weights};
use crate::language::{Language, normalized_name, normalized_words, terms};

/// How many passages are read to see whether a name is a word too.
const READ: usize = 20;

/// Whether a name of one word is a word too that the interviews say ("rose", "will"): then it is asked for like any
/// other.
pub(in crate::answer) fn is_common_word(
    library: &Library,
    asked: &WhoIsQuestion,
    catalogue: &Catalogue,
) -> Result<bool, IndexError> {
    if asked.bare.contains(' ') {
        return Ok(false);
    }
    let parts: Vec<String> = match &asked.person {
        NameResolution::One(names) | NameResolution::Several(names) => {
            names.iter().map(|name| normalized_name(name)).collect()
        }
    };
    let parts: Vec<&str> = parts.iter().flat_map(|name| name.split(' ')).collect();
    for language in &catalogue.languages {
        let Some(term) = terms(&asked.bare, *language)
            .into_iter()
            .find(|term| !term.stop)
        else {
            continue;
        };
        let query = Query {
            language: *language,
            terms: vec![QueryTerm {
                word: None,
                stem: term.stem.to_string(),
                weight: 1.0,
            }],
            grams: Vec::new(),
            weights: Weights {
                body: 1.0,
                title: 0.0,
                asked: 0.0,
                answer: 0.0,
                exact: 0.0,
                grams: 0.0,
                interview: 0.0,
            },
            filters: Filters::default(),
        };
        for candidate in library.candidates(&query, READ)? {
            let interview = library.interview(candidate.interview)?;
            let said = interview
                .as_ref()
                .and_then(|interview| interview.slice(candidate.passage.span));
            if said.is_some_and(|said| says_as_word(said, (&asked.bare, &parts), *language)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether a text has a name as a word: with a small letter, or in German, where every noun has a capital, apart from
/// the other parts of the name.
fn says_as_word(text: &str, (bare, parts): (&str, &[&str]), language: Language) -> bool {
    let words = normalized_words(text);
    let small = |at: usize| text[words[at].1.start..].starts_with(char::is_lowercase);
    let part = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .is_some_and(|(word, _)| word != bare && parts.contains(&word.as_str()))
    };
    let mut found = (0..words.len()).filter(|at| words[*at].0 == bare);
    found.any(|at| {
        let named = part(at.checked_sub(1)) || part(at.checked_add(1));
        small(at) || (language == Language::German && !named)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_word_too_where_it_is_written_like_one() {
        for (text, name, language, word) in [
            (
                "Une rose est une rose.",
                ("rose", &["rose", "martin"]),
                Language::French,
                true,
            ),
            (
                "Rose Martin l’a dit, et Rose le sait.",
                ("rose", &["rose", "martin"]),
                Language::French,
                false,
            ),
            (
                "Der Bäcker kommt um vier.",
                ("backer", &["hans", "backer"]),
                Language::German,
                true,
            ),
            (
                "Hans Bäcker kommt um vier.",
                ("backer", &["hans", "backer"]),
                Language::German,
                false,
            ),
        ] {
            let (bare, parts) = name;
            assert_eq!(says_as_word(text, (bare, parts), language), word, "{text}");
        }
    }
}
