//! Answer cues: what tells that a passage defines something ("a cookie is a file"), or opens with yes or no.

use super::{Language, Term};

/// What the words of a passage tell of the questions that it answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerCues {
    /// The positions of the verbs that define what stands before them.
    pub defines: Vec<u32>,
    /// Whether it opens with yes or no.
    pub affirms: bool,
}

impl AnswerCues {
    /// What the terms of a passage tell, its stop words among them.
    #[must_use]
    pub fn of(terms: &[Term], language: Language) -> Self {
        let Some(words) = CUE_WORDS.iter().find(|words| words.language == language) else {
            return Self::default();
        };
        let is = |term: &Term, list: &[&str]| list.contains(&&*term.word);
        let pairs = terms.windows(2);
        let defines = pairs.filter(|pair| {
            is(&pair[0], words.means) || is(&pair[0], words.is) && is(&pair[1], words.articles)
        });
        Self {
            defines: defines.map(|pair| pair[0].position).collect(),
            affirms: terms.first().is_some_and(|term| is(term, words.yes_or_no)),
        }
    }
}

/// The words of a language, folded.
struct CueWords {
    language: Language,
    /// Verbs that define with an article after them, and those that do by themselves.
    is: &'static [&'static str],
    means: &'static [&'static str],
    articles: &'static [&'static str],
    yes_or_no: &'static [&'static str],
}

/// Italian "è" is folded to "e", which joins: it is left out.
const CUE_WORDS: [CueWords; 5] = [
    CueWords {
        language: Language::French,
        is: &["est", "sont", "etait", "etaient"],
        means: &["designe", "designent", "signifie"],
        articles: &["un", "une", "le", "la", "les", "des"],
        yes_or_no: &["oui", "non", "exactement", "absolument", "evidemment"],
    },
    CueWords {
        language: Language::English,
        is: &["is", "are", "was", "were"],
        means: &["means", "denotes"],
        articles: &["a", "an", "the"],
        yes_or_no: &["yes", "no", "yeah", "yep", "nope", "absolutely", "exactly"],
    },
    CueWords {
        language: Language::German,
        is: &["ist", "sind", "war", "waren"],
        means: &["bedeutet", "bezeichnet"],
        articles: &["ein", "eine", "der", "die", "das"],
        yes_or_no: &["ja", "nein", "doch", "genau", "naturlich"],
    },
    CueWords {
        language: Language::Spanish,
        is: &["es", "son", "era", "eran"],
        means: &["significa", "designa"],
        articles: &["un", "una", "el", "la", "los", "las"],
        yes_or_no: &["si", "no", "claro", "exactamente"],
    },
    CueWords {
        language: Language::Italian,
        is: &["sono", "era", "erano"],
        means: &["significa", "indica"],
        articles: &["un", "uno", "una", "il", "lo", "la", "i", "gli", "le"],
        yes_or_no: &["si", "no", "certo", "esatto", "assolutamente"],
    },
];

#[cfg(test)]
mod tests {
    use super::super::terms;
    use super::*;

    #[test]
    fn a_passage_that_says_what_something_is_defines_it() {
        for (text, language, defines) in [
            ("Un cookie est un petit fichier.", Language::French, vec![2]),
            ("Le mot désigne ce fichier.", Language::French, vec![2]),
            ("Le cookie est lu par un site.", Language::French, vec![]),
            ("A lighthouse is a tower.", Language::English, vec![2]),
            ("Ein Leuchtturm ist ein Turm.", Language::German, vec![2]),
            ("Ein Leuchtturm ist ein Turm.", Language::Finnish, vec![]),
        ] {
            let cues = AnswerCues::of(&terms(text, language), language);
            assert_eq!(cues.defines, defines, "{text}");
        }
    }

    #[test]
    fn an_answer_opens_with_yes_or_no_at_its_first_word_only() {
        let affirms =
            |text| AnswerCues::of(&terms(text, Language::French), Language::French).affirms;
        assert!(affirms("Oui, mais rarement."));
        assert!(!affirms("Je dis oui."));
    }
}
