//! Clause boundaries: where a long sentence, or speech without any full stop, may be broken.

use crate::interview::Span;

/// A clause has so many words at least, and at most: by then it is cut between any two words.
const LEAST: usize = 8;
const MOST: usize = 30;
/// From so many words on, a word that joins clauses opens the next.
const JOINED: usize = 12;

/// The clauses of a text, without the white space between them: bytes, in order, apart. They end at a comma, a semicolon, a
/// colon or a dash, before a word that joins clauses, and at the breaks: places in the text where the speaker may
/// have paused.
#[must_use]
pub fn clauses(text: &str, breaks: &[usize]) -> Vec<Span> {
    let words: Vec<Span> = spaced_words(text).collect();
    let mut clauses: Vec<Span> = Vec::new();
    let mut first = 0;
    for at in 1..=words.len() {
        let count = at - first;
        let ends = match words.get(at) {
            None => true,
            Some(next) => {
                let enough = count >= LEAST && words.len() - at >= LEAST;
                let pauses = breaks.contains(&next.start);
                enough && (pauses || is_bound(text, words[at - 1], *next, count)) || count >= MOST
            }
        };
        if ends {
            clauses.push(words[first].union(words[at - 1]));
            first = at;
        }
    }
    clauses
}

/// Whether a clause of so many words ends between two words.
fn is_bound(text: &str, last: Span, next: Span, count: usize) -> bool {
    let joins = || JOINS.contains(&text[next.start..next.end].to_lowercase().as_str());
    text[last.start..last.end].ends_with(MARKS) || (count >= JOINED && joins())
}

fn spaced_words(text: &str) -> impl Iterator<Item = Span> {
    text.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + word.len())
    })
}

/// What ends a clause.
const MARKS: [char; 9] = [',', ';', ':', '—', '–', ')', '،', '，', '；'];

/// Words that join clauses, in English, French, German, Spanish and Italian.
const JOINS: [&str; 24] = [
    "and", "but", "so", "because", "et", "mais", "donc", "parce", "puis", "car", "und", "aber",
    "sondern", "weil", "denn", "y", "pero", "porque", "sino", "ma", "perché", "poi", "then",
    "which",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'t>(text: &'t str, breaks: &[usize]) -> Vec<&'t str> {
        let clauses = clauses(text, breaks).into_iter();
        clauses
            .map(|clause| &text[clause.start..clause.end])
            .collect()
    }

    #[test]
    fn a_long_sentence_ends_its_clauses_at_its_marks_and_before_what_joins() {
        let text = "Quand nous sommes arrivés au village il pleuvait, les gens du moulin nous attendaient depuis deux \
                    jours sous le porche et personne ne savait encore que le barrage allait être fermé";
        let expected = [
            "Quand nous sommes arrivés au village il pleuvait,",
            "les gens du moulin nous attendaient depuis deux jours sous le porche",
            "et personne ne savait encore que le barrage allait être fermé",
        ];
        assert_eq!(texts(text, &[]), expected);
    }

    #[test]
    fn words_without_a_mark_are_broken_where_the_speaker_paused() {
        let text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen";
        let pause = text.find("nine").unwrap_or_default();
        assert_eq!(texts(text, &[pause]), [&text[..pause - 1], &text[pause..]]);
        assert_eq!(texts(text, &[]), [text]);
    }

    #[test]
    fn a_clause_never_has_more_words_than_a_reader_holds() {
        let text = "mot ".repeat(95);
        let lengths = texts(&text, &[])
            .into_iter()
            .map(|text| text.split(' ').count());
        assert_eq!(lengths.collect::<Vec<_>>(), [30, 30, 30, 5]);
        assert!(clauses("", &[]).is_empty());
    }
}
