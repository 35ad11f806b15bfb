//! The topic before a question: "Housing – what will change?".

use crate::language::Term;

/// Where the topic ends that a question names before it asks, in bytes; `None` where it names none. What is before the
/// colon is no topic where it belongs to the question's frame, as in « une question : … », or is a sentence.
pub(super) fn topic_end(question: &str, terms: &[Term], framed: &[bool]) -> Option<usize> {
    let end = mark(question)?;
    let mut before = terms.iter().zip(framed);
    let asks = before.any(|(term, framed)| term.span.end <= end && *framed);
    let goes_on = terms.iter().any(|term| term.span.start > end);
    (!asks && goes_on).then_some(end)
}

/// Where the first mark stands that sets off what is named, within the first sentence.
fn mark(question: &str) -> Option<usize> {
    let mut before = ' ';
    let mut chars = question.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, after)| *after);
        match c {
            ':' if after.is_whitespace() => return Some(at),
            '：' => return Some(at),
            '–' | '—' | '-' if before.is_whitespace() && after.is_whitespace() => {
                return Some(at);
            }
            '.' | '?' | '!' | '…' if after.is_whitespace() => return None,
            '？' | '！' | '。' => return None,
            _ => before = c,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::content_words::AnalysedText;
    use super::*;
    use crate::language::Language;

    #[test]
    fn what_stands_before_a_colon_or_a_dash_is_what_the_question_is_about() {
        for (question, language, topic) in [
            (
                "Élections : qui peut voter ?",
                Language::French,
                Some("Élections "),
            ),
            (
                "Réseaux sociaux: que faire ?",
                Language::French,
                Some("Réseaux sociaux"),
            ),
            (
                "Housing – what will change?",
                Language::English,
                Some("Housing "),
            ),
            (
                "Housing - what will change?",
                Language::English,
                Some("Housing "),
            ),
            ("住房：会有什么变化", Language::Other, Some("住房")),
            ("Qui peut voter ?", Language::French, None),
            ("Qui vote à 10:30 et pourquoi ?", Language::French, None),
            ("Élections :", Language::French, None),
            (": qui peut voter ?", Language::French, Some("")),
            (
                "C'est une loi. Alors : qui peut voter ?",
                Language::French,
                None,
            ),
            ("Dites-moi : qui peut voter ?", Language::French, None),
            ("Une question : qui peut voter ?", Language::French, None),
            (
                "Un vote e-mail : pour qui ?",
                Language::French,
                Some("Un vote e-mail "),
            ),
        ] {
            let analysed = AnalysedText::of(question, language);
            let end = topic_end(question, analysed.terms(), analysed.framed());
            assert_eq!(end.map(|end| &question[..end]), topic, "{question}");
        }
    }
}
