//! Why an answer is what it is, in plain words.

use std::fmt::Write;

use crate::answer::{Answer, Explanation};

/// Each part of each quote's score, a line for each; nothing where there are no quotes.
#[must_use]
pub fn explain(answer: &Answer) -> String {
    let Answer::Found(found) = answer else {
        return String::new();
    };
    let mut text = format!("\ncertainty {:.2}\n", found.certainty);
    for (number, explanation) in (1..).zip(&found.explanations) {
        let Explanation {
            found,
            missing,
            share,
            parts,
            coverage,
            closeness,
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
             {:>7.2}  the question that it answers\n\
             {:>7.2}  the whole answer: its words in any form\n\
             {:>7.2}  its words as they are written\n\
             {:>7.2}  parts of its words\n\
             {:>7.2}  the whole interview\n\
             {coverage:>7.2}  how much of the question they are\n\
             {closeness:>7.2}  how close the words stand\n\
             {digits:>7.2}  a number, where one was asked for\n\
             found: {} ({:.0} % of the question by rarity); not found: {}\n",
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
