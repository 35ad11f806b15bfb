//! Splits a quote into paragraphs and normalises its white space.
//!
//! No word is changed, and none is left out but what cannot be seen: marks that steer a screen.

use super::character_classes::is_set;
use super::font_style::FontStyle;
use super::text_layout::{StyledText, TextTone};
use crate::answer::Excerpt;
use crate::interview::Span;

/// Stands for words that are not shown.
const CUT: &str = "[…]";

/// The paragraphs of an excerpt of `text`, what answers marked. `marks` are bytes into `text`.
pub(super) fn paragraphs(text: &str, excerpt: &Excerpt, marks: &[Span]) -> Vec<Vec<StyledText>> {
    let shown = excerpt.span;
    // Where all of it answers, a marker would set nothing apart.
    let marks = if marks.iter().any(|mark| mark.contains(shown)) {
        &[]
    } else {
        marks
    };
    let mut paragraphs: Vec<Vec<StyledText>> = split(text, shown)
        .into_iter()
        .map(|span| set(text, span, marks))
        .filter(|pieces| !pieces.is_empty())
        .collect();
    let cut = |text: &str| StyledText::new(text, FontStyle::Regular, TextTone::Muted);
    if let Some(first) = paragraphs.first_mut().filter(|_| excerpt.cuts.0) {
        first.insert(0, cut(&format!("{CUT}\u{a0}")));
    }
    if let Some(last) = paragraphs.last_mut().filter(|_| excerpt.cuts.1) {
        last.push(cut(&format!("\u{a0}{CUT}")));
    }
    paragraphs
}

/// The paragraphs of a part of a text: apart by a blank line, by the start of a list item, or by the end of a
/// line that was not wrapped.
fn split(text: &str, shown: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut at = shown.start;
    let mut ended = true;
    for line in text[shown.start..shown.end].split_inclusive('\n') {
        let span = Span::new(at, at + line.len());
        at = span.end;
        let words = line.trim();
        match found.last_mut().filter(|_| !ended && !starts_item(words)) {
            Some(paragraph) if !words.is_empty() => paragraph.end = span.end,
            _ if !words.is_empty() => found.push(span),
            _ => {}
        }
        ended = words.is_empty() || !is_wrapped(words);
    }
    found
}

/// Whether a line looks like one that only ran into the margin: its end ends nothing, or it is about as long
/// as lines are that a program wrapped.
fn is_wrapped(line: &str) -> bool {
    let length = line.chars().count();
    !line.ends_with(['.', '!', '?', '…', ':', '»', '”']) || (60..=100).contains(&length)
}

fn starts_item(line: &str) -> bool {
    line.starts_with(['–', '—', '•', '·', '▪', '-', '*', '‣', '◦'])
}

/// One paragraph in pieces of one tone.
fn set(text: &str, span: Span, marks: &[Span]) -> Vec<StyledText> {
    let mut pieces: Vec<StyledText> = Vec::new();
    let mut last = None;
    for (at, c) in text[span.start..span.end].char_indices() {
        let at = span.start + at;
        let Some(c) = seen(c, last, &text[at..span.end]) else {
            continue;
        };
        last = Some(c);
        let is_marked = marks
            .iter()
            .any(|mark| (mark.start..mark.end).contains(&at));
        let tone = if is_marked {
            TextTone::Marked
        } else {
            TextTone::Ink
        };
        match pieces.last_mut() {
            Some(piece) if piece.tone == tone => piece.text.push(c),
            _ => pieces.push(StyledText::new(&c.to_string(), FontStyle::Regular, tone)),
        }
    }
    pieces
}

/// What is set for a character, `None` for nothing. `rest` begins with it, `last` is what was set before it.
fn seen(c: char, last: Option<char>, rest: &str) -> Option<char> {
    if !c.is_whitespace() {
        return is_set(c).then_some(c);
    }
    let next = rest.trim_start().chars().next()?;
    match last {
        None => None,
        Some(last) if last.is_whitespace() => None,
        _ if matches!(c, '\u{a0}' | '\u{202f}') => Some(c),
        // A space of the same width that no line ends at: French marks keep to their words.
        Some('«' | '‹') => Some('\u{a0}'),
        _ if matches!(next, '»' | '›' | '!' | '?' | ':' | ';' | '%') => Some('\u{a0}'),
        _ => Some(' '),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::card::character_classes::has_shape;

    fn set_text(text: &str, cuts: (bool, bool)) -> Vec<String> {
        let excerpt = Excerpt {
            span: Span::new(0, text.len()),
            cuts,
        };
        let paragraphs = paragraphs(text, &excerpt, &[]);
        let joined =
            |pieces: &Vec<StyledText>| pieces.iter().map(|piece| piece.text.as_str()).collect();
        paragraphs.iter().map(joined).collect()
    }

    #[test]
    fn french_marks_keep_to_their_words_and_cuts_to_theirs() {
        let set = set_text("« Non » : pourquoi ?", (true, true));
        assert_eq!(
            set,
            ["[…]\u{a0}«\u{a0}Non\u{a0}»\u{a0}: pourquoi\u{a0}?\u{a0}[…]"]
        );
    }

    #[test]
    fn lines_that_were_only_wrapped_are_joined() {
        let text = "Deux questions :\n\n– la première\net sa suite ;\n– la seconde.\nFin.";
        let expected = [
            "Deux questions\u{a0}:",
            "– la première et sa suite\u{a0};",
            "– la seconde.",
            "Fin.",
        ];
        assert_eq!(set_text(text, (false, false)), expected);
    }

    proptest! {
        #[test]
        fn no_letter_is_changed_added_or_left_out(text in prop_oneof![any::<String>(), "[a-zé «»!?\n\t\u{a0}\u{202e}–.]{0,80}"]) {
            let shaped = |text: &str| text.chars().filter(|c| has_shape(*c)).collect::<String>();
            prop_assert_eq!(shaped(&set_text(&text, (false, false)).concat()), shaped(&text));
        }
    }
}
