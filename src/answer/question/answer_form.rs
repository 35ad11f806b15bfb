//! The form of answer that a question asks for: a definition, yes or no.

use super::asking_sentences::asking_sentences;
use crate::language::{Language, normalized_name};

/// What an answer to a question looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::answer) struct AnswerForm {
    /// It says what something is.
    pub(in crate::answer) definition: bool,
    /// It says yes or no.
    pub(in crate::answer) yes_or_no: bool,
}

/// A subject of so many words is asked for by what it is; so is what stands behind "what is".
const FEW: usize = 2;
const WHAT_IS: usize = 3;

impl AnswerForm {
    /// Of a question with so many words that carry it.
    pub(super) fn of(question: &str, language: Language, (words, is_topic): (usize, bool)) -> Self {
        let sentences = asking_sentences(question).into_iter();
        let asked = sentences.map(|span| &question[span.start..span.end]);
        let asked: Vec<&str> = asked.collect();
        Self {
            definition: is_topic && words <= FEW
                || asked.iter().any(|text| defines(text, language, words)),
            yes_or_no: asked.iter().any(|text| is_yes_or_no(text, language)),
        }
    }
}

/// Whether a sentence asks what something is.
fn defines(text: &str, language: Language, words: usize) -> bool {
    let (always, short): (&[&str], &[&str]) = match language {
        Language::French => (
            &[
                "qu est ce qu",
                "c est quoi",
                "definition",
                "a quoi sert",
                "a quoi ca sert",
                "que signifie",
                "que veut dire",
            ],
            &[],
        ),
        Language::English => (
            &["definition of", "the meaning of"],
            &["what is", "what are", "what s", "what does"],
        ),
        Language::German => (
            &["definition", "was bedeutet", "was versteht man"],
            &["was ist", "was sind"],
        ),
        Language::Spanish => (
            &["definicion", "que significa", "que quiere decir"],
            &["que es", "que son"],
        ),
        Language::Italian => (
            &["definizione", "cosa significa", "che significa"],
            &["cosa e", "cos e", "cosa sono"],
        ),
        _ => return false,
    };
    let plain = format!(" {} ", normalized_name(text));
    let has = |phrases: &[&str]| {
        phrases
            .iter()
            .any(|phrase| plain.contains(&format!(" {phrase}")))
    };
    has(always) || words <= WHAT_IS && has(short)
}

/// Whether a sentence is answered by yes or no: it asks, with no word that asks for more.
fn is_yes_or_no(text: &str, language: Language) -> bool {
    let plain = normalized_name(text.rsplit(": ").next().unwrap_or(text));
    if REQUESTS.iter().any(|request| plain.contains(request)) {
        return false;
    }
    let words: Vec<&str> = plain.split(' ').collect();
    let opens = |list: &[&str]| words.first().is_some_and(|first| list.contains(first));
    match language {
        Language::French => {
            let inverted = |word: &str| {
                INVERTED
                    .iter()
                    .any(|pronoun| word.to_lowercase().ends_with(pronoun))
            };
            let asks = plain.contains("est ce qu") || text.split_whitespace().any(inverted);
            // Of « qu'est-ce que » the first word is left.
            let rest = plain.replace("est ce que", " ").replace("est ce qu ", " ");
            let mut rest = rest.split(' ');
            asks && !rest.any(|word| FRENCH_INTERROGATIVES.contains(&word)) && !text.contains("où")
        }
        Language::English => opens(&ENGLISH_AUXILIARIES),
        Language::German => opens(&GERMAN_VERBS),
        Language::Spanish => text.contains('¿') && opens(&SPANISH_VERBS),
        _ => false,
    }
}

/// What asks for more than yes: "can you tell us".
const REQUESTS: [&str; 14] = [
    "peux tu",
    "tu peux",
    "pouvez vous",
    "vous pouvez",
    "pourrais tu",
    "tu pourrais",
    "pourriez vous",
    "vous pourriez",
    "can you",
    "could you",
    "would you",
    "kannst du",
    "konnen sie",
    "konnten sie",
];

/// Pronouns behind their verb.
const INVERTED: [&str; 10] = [
    "-je", "-tu", "-il", "-elle", "-on", "-nous", "-vous", "-ils", "-elles", "est-ce",
];
const FRENCH_INTERROGATIVES: [&str; 16] = [
    "qu",
    "qui",
    "que",
    "quoi",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "comment",
    "combien",
    "pourquoi",
    "quand",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
];
const ENGLISH_AUXILIARIES: [&str; 20] = [
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "should", "will", "would",
    "has", "have", "had", "may", "must", "am", "isn", "don",
];
const GERMAN_VERBS: [&str; 22] = [
    "ist", "sind", "war", "waren", "hat", "haben", "hatte", "kann", "konnen", "darf", "durfen",
    "muss", "mussen", "soll", "sollen", "sollte", "wird", "werden", "gibt", "gab", "wurde",
    "wurden",
];
const SPANISH_VERBS: [&str; 16] = [
    "es", "son", "esta", "estan", "puede", "pueden", "puedo", "debe", "deben", "debo", "hay",
    "tiene", "tienen", "ha", "han", "fue",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn form(question: &str, language: Language) -> (bool, bool) {
        let form = AnswerForm::of(question, language, (3, false));
        (form.definition, form.yes_or_no)
    }

    #[test]
    fn a_question_asks_for_a_definition_for_yes_or_no_or_for_neither() {
        for (question, language, expected) in [
            (
                "Un cookie : qu’est-ce que c’est ?",
                Language::French,
                (true, false),
            ),
            ("C'est quoi, le TAJ ?", Language::French, (true, false)),
            (
                "La mairie peut-elle filmer la rue ?",
                Language::French,
                (false, true),
            ),
            (
                "Caméras : est-ce que la mairie filme ?",
                Language::French,
                (false, true),
            ),
            (
                "Combien de caméras la mairie a-t-elle ?",
                Language::French,
                (false, false),
            ),
            ("What is a lighthouse?", Language::English, (true, false)),
            (
                "Can the town film the street?",
                Language::English,
                (false, true),
            ),
            (
                "Peux-tu nous parler des caméras ?",
                Language::French,
                (false, false),
            ),
            (
                "Where can the town film?",
                Language::English,
                (false, false),
            ),
            ("Was ist ein Leuchtturm?", Language::German, (true, false)),
            ("Darf die Stadt filmen?", Language::German, (false, true)),
            ("¿Puede filmar la ciudad?", Language::Spanish, (false, true)),
        ] {
            assert_eq!(form(question, language), expected, "{question}");
        }
    }

    #[test]
    fn a_short_subject_is_asked_for_by_what_it_is() {
        let of = |words| AnswerForm::of("cookie", Language::French, (words, true)).definition;
        assert!(of(1) && of(2) && !of(3));
    }
}
