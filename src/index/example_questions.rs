//! The interviewer's questions that can be offered to whoever does not know what to ask.

use crate::interview::{Interview, Span};
use crate::language::{normalized_words, sentences, terms};

/// How many of an interview's questions are kept, how long one may be, in characters, and how many different words it
/// needs that carry a subject: "And then?" asks nothing by itself.
pub const MOST_QUESTIONS: usize = 3;
const LENGTH: std::ops::RangeInclusive<usize> = 12..=200;
const CONTENT_WORDS: usize = 3;

/// The sentences with a question mark that are short enough to be shown on a button and say what they are about: bytes
/// into the transcript, without a number in front, and the words.
pub(super) fn questions(interview: &Interview) -> Vec<(Span, String)> {
    let names = names(interview);
    let asked = interview
        .exchanges
        .iter()
        .filter_map(|exchange| interview.question_span(exchange));
    let asked = asked.filter(|question| !interview.is_withdrawn(*question));
    let chosen = asked.filter_map(|question| {
        let text = interview.slice(question)?;
        let unnumbered = |span: Span| {
            let sentence = &text[span.start..span.end];
            Span::new(span.start + numbering(sentence), span.end)
        };
        let fits = |span: &Span| {
            let sentence = &text[span.start..span.end];
            sentence.ends_with('?')
                && LENGTH.contains(&sentence.chars().count())
                && !sentence.contains('\n')
                && has_subject(sentence, interview, &names)
        };
        let mut sentences = sentences(text).into_iter().map(unnumbered);
        let sentence = sentences.find(fits)?;
        Some((
            sentence.shifted(question.start),
            text[sentence.start..sentence.end].to_owned(),
        ))
    });
    chosen.take(MOST_QUESTIONS).collect()
}

/// The words of the names of those who speak: who is addressed is not what is asked about.
fn names(interview: &Interview) -> Vec<String> {
    let names = interview
        .speakers
        .iter()
        .filter_map(|speaker| speaker.name.as_deref());
    let words = names.flat_map(normalized_words);
    words.map(|(word, _)| word).collect()
}

fn has_subject(sentence: &str, interview: &Interview, names: &[String]) -> bool {
    let mut stems: Vec<String> = Vec::new();
    for term in terms(sentence, interview.metadata.language) {
        let is_name = names.iter().any(|name| *name == *term.word);
        if !term.stop && !is_name && !stems.iter().any(|stem| *stem == *term.stem) {
            stems.push(term.stem.to_string());
        }
    }
    stems.len() >= CONTENT_WORDS
}

/// What a question may be called before its number, folded.
const CALLED: [&str; 6] = ["q", "question", "frage", "pregunta", "domanda", "n°"];

/// How many bytes of numbering a question begins with: "1 - ", "2. ", "(3) ", "Q4: ", "Question 5 : ".
fn numbering(sentence: &str) -> usize {
    let trimmed = sentence.trim_start_matches(|c: char| c == '(' || c.is_whitespace());
    let lower = trimmed.to_lowercase();
    let called = CALLED.iter().filter(|called| {
        let rest = lower.strip_prefix(**called);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    });
    let called = called.map(|called| called.len()).max().unwrap_or(0);
    let rest = trimmed.get(called..).unwrap_or_default().trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    // More digits are a year or an amount.
    if digits > 3 || (digits == 0 && called == 0) {
        return 0;
    }
    let rest = &rest[digits..];
    let mark = |c: char| matches!(c, '.' | ')' | ':' | '-' | '–' | '—' | '/' | '°' | 'º');
    let text = rest.trim_start_matches(|c: char| mark(c) || c.is_whitespace());
    let between = &rest[..rest.len() - text.len()];
    let is_set_off = between.contains(mark) && between.ends_with(char::is_whitespace);
    let asks = text.starts_with(|c: char| c.is_alphabetic() || "¿«“\"'‘".contains(c));
    if is_set_off && asks {
        sentence.len() - text.len()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_front_of_a_question_is_no_part_of_it() {
        for (sentence, question) in [
            ("1 - Que faites-vous ?", "Que faites-vous ?"),
            ("1. What do you do?", "What do you do?"),
            ("Q3: What do you do?", "What do you do?"),
            ("Q: What do you do?", "What do you do?"),
            ("3) What do you do?", "What do you do?"),
            ("(12) ¿Qué haces?", "¿Qué haces?"),
            ("Question 4 : que faites-vous ?", "que faites-vous ?"),
            ("Frage 2 – Was tun Sie?", "Was tun Sie?"),
            ("10 - 12 ans, est-ce jeune ?", "10 - 12 ans, est-ce jeune ?"),
            ("2020: what happened?", "2020: what happened?"),
            ("3.5 millions, why so many?", "3.5 millions, why so many?"),
            ("12 people came: why?", "12 people came: why?"),
            (
                "Question of trust: is it enough?",
                "Question of trust: is it enough?",
            ),
            ("Quoi : rien ?", "Quoi : rien ?"),
            ("E-mail or letters?", "E-mail or letters?"),
        ] {
            assert_eq!(&sentence[numbering(sentence)..], question, "{sentence}");
        }
    }
}
