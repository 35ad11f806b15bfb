//! The outlet filter in plain words: "in Le Monde".

use super::cue_phrases::{ARTICLES, IN};
use super::{FilteredQuestion, WordSpan, cover};
use crate::index::{Catalogue, NameSpelling};

/// The longest name, in words.
const NAME: usize = 6;

/// Takes out the outlets that stand behind an "in", written with the capitals that the corpus writes them with.
pub(super) fn take_outlets(
    understood: &mut FilteredQuestion,
    words: &[WordSpan],
    catalogue: &Catalogue,
) {
    let shouts = !understood.text.chars().any(char::is_lowercase);
    if shouts || catalogue.outlets.is_empty() {
        return;
    }
    for at in 1..words.len() {
        if !IN.contains(&words[at - 1].0.as_str()) {
            continue;
        }
        let most = NAME.min(words.len() - at);
        let found = (1..=most).rev().find_map(|length| {
            let span = cover(words, at..at + length);
            let typed = &understood.text[span.start..span.end];
            let outlet = named(typed, catalogue)?;
            is_written_alike(typed, &outlet.written).then_some((outlet, at + length))
        });
        if let Some((outlet, end)) = found {
            understood.filters.outlets.push(outlet.written.clone());
            understood.cut(cover(words, at - 1..end));
        }
    }
}

/// The outlet of a name, with or without its article.
pub(super) fn named<'a>(typed: &str, catalogue: &'a Catalogue) -> Option<&'a NameSpelling> {
    let wanted = crate::language::normalized_name(typed);
    let wanted = without_article(&wanted);
    let mut outlets = catalogue.outlets.iter();
    outlets.find(|outlet| !wanted.is_empty() && without_article(&outlet.bare) == wanted)
}

fn without_article(bare: &str) -> &str {
    match bare.split_once(' ') {
        Some((first, rest)) if ARTICLES.contains(&first) => rest,
        _ => bare,
    }
}

/// Whether each word but an article begins with a capital where the outlet's does.
fn is_written_alike(typed: &str, outlet: &str) -> bool {
    let capitals = |text: &str| -> Vec<bool> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words
            .filter(|word| !word.is_empty() && !ARTICLES.contains(&word.to_lowercase().as_str()));
        words
            .map(|word| word.starts_with(char::is_uppercase))
            .collect()
    };
    let pairs = || capitals(typed).into_iter().zip(capitals(outlet));
    pairs().all(|(typed, outlet)| typed || !outlet)
}
