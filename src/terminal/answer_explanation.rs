//! The explanation of an answer in plain words (`--explain`).

use std::fmt::Write;

use crate::answer::{Answer, Certainty, Evidence, NoAnswerThreshold, ScoreExplanation};

/// How sure it is, why, and each part of each quote's score, a line for each. `silence` is what the answer was judged
/// by.
#[must_use]
pub fn explain(answer: &Answer, silence: NoAnswerThreshold) -> String {
    let (certainty, explanations) = match answer {
        Answer::Found(found) => (found.certainty, found.explanations.as_slice()),
        Answer::Nothing(nothing) => (nothing.certainty, [].as_slice()),
        Answer::Talk(_) | Answer::Interviewers(_) => return String::new(),
    };
    let mut text = judged(certainty, silence);
    for (number, explanation) in (1..).zip(explanations) {
        let ScoreExplanation {
            found,
            missing,
            share,
            parts,
            coverage,
            closeness,
            asked_alike,
            form,
            number: digits,
            score,
        } = explanation;
        let list = |words: &[String]| match words {
            [] => "none".to_owned(),
            words => words.join(", "),
        };
        let _ = write!(
            text,
            "\n[{number}] score {score:.2}\n\
             {:>7.2}  the words of the passage\n\
             {:>7.2}  the title\n\
             {:>7.2}  the question it answers\n\
             {:>7.2}  the whole answer: its words in any form\n\
             {:>7.2}  its words as they are written\n\
             {:>7.2}  parts of its words\n\
             {:>7.2}  the whole interview\n\
             {coverage:>7.2}  how much of the question these words cover\n\
             {closeness:>7.2}  how close together the words are\n\
             {asked_alike:>7.2}  how nearly the interviewer asked the same
             {form:>7.2}  a definition, or yes or no, if the question asks for one
             {digits:>7.2}  a number or a date, if the question asks for one\n\
             found: {} ({:.0} % of the question, weighted by rarity); not found: {}\n",
            parts.body,
            parts.title,
            parts.asked,
            parts.answer,
            parts.exact,
            parts.grams,
            parts.interview,
            list(found),
            share * 100.0,
            list(missing),
        );
    }
    text
}

/// Why something is said or nothing is.
fn judged(certainty: Certainty, silence: NoAnswerThreshold) -> String {
    let (value, needed) = (certainty.value, silence.needed());
    let mut text = format!("\ncertainty {value:.2}; {needed:.2} is required\n");
    match certainty.evidence {
        None => text.push_str("no passage contains a word of the question, or its exact phrase\n"),
        Some(evidence) => text.push_str(&weighed(evidence)),
    }
    text
}

/// Evidence, a line for each part.
fn weighed(evidence: Evidence) -> String {
    let Evidence {
        strength,
        found,
        topic,
        names,
        other_names,
        only_names,
        words: _,
        unknown,
        strange,
        phrasing,
    } = evidence;
    let only_names = u8::from(only_names);
    format!(
        "{strength:>7.2}  score of the best passage, relative to the weight of a very rare word\n\
         {found:>7.2}  share of the question found in the answer, weighted by rarity\n\
         {topic:>7.2}  the same for the topic before a colon or dash\n\
         {names:>7.0}  names in the question that the answer contains\n\
         {other_names:>7.0}  names in the question that the answer lacks\n\
         {only_names:>7}  1 if the answer contains nothing else of the question but names\n\
         {unknown:>7.1}  words that no interview contains, except those replaced by a similar word\n\
         {strange:>7.2}  words of the question that the answer lacks, including common ones, weighted by rarity\n\
         {phrasing:>7.2}  share of the adjacent words in the question that are adjacent in the passage too\n"
    )
}
