//! The sentences of a question that ask: what stands before them leads up to it.

use crate::interview::Span;
use crate::language::sentences;

/// The sentences with a question mark, or the last where none has one. Bytes.
pub(super) fn asking_sentences(question: &str) -> Vec<Span> {
    let all = sentences(question);
    let asks = |span: &Span| question[span.start..span.end].contains(['?', '？', '؟']);
    let asking: Vec<Span> = all.iter().copied().filter(asks).collect();
    if asking.is_empty() {
        all.last().copied().into_iter().collect()
    } else {
        asking
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(question: &str) -> Vec<&str> {
        let spans = asking_sentences(question).into_iter();
        spans.map(|span| &question[span.start..span.end]).collect()
    }

    #[test]
    fn the_sentences_with_a_question_mark_ask_else_the_last() {
        let long = "Tu as vécu au Danemark. Qu’y as-tu appris ? Raconte. Et ensuite ?";
        assert_eq!(asking(long), ["Qu’y as-tu appris ?", "Et ensuite ?"]);
        assert_eq!(
            asking("Tu parlais d’outils. Parle-nous du prix."),
            ["Parle-nous du prix."]
        );
        assert!(asking("").is_empty());
    }
}
