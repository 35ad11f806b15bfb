//! Labels in the middle of a paragraph, where a transcript lost its line breaks.

use std::collections::HashMap;

use super::label_candidates;
use super::label_patterns::LabelCandidate;
use super::name_keys::key;
use crate::interview::Span;
use crate::reading::document::{Block, BlockStyle, Document};

/// The shortest paragraph that is looked through, in bytes.
const SHORTEST: usize = 24;

/// The blocks of a document, those that hold the labels of several speakers cut before each label.
pub(super) fn split_at_labels(document: &Document, blocks: Vec<Block>) -> Vec<Block> {
    let places: Vec<Vec<(usize, String)>> = blocks
        .iter()
        .map(|block| places(document.words(block), block))
        .collect();
    if places.iter().all(|places| places.len() < 2) {
        return blocks;
    }
    let mut times: HashMap<String, usize> = HashMap::new();
    for (_, name) in places.iter().flatten() {
        *times.entry(name.clone()).or_default() += 1;
    }
    let mut cut = Vec::with_capacity(blocks.len());
    for (block, places) in blocks.iter().zip(places) {
        let known = |name: &str| times.get(name).is_some_and(|times| *times >= 2) || is_role(name);
        let places: Vec<&(usize, String)> = places.iter().filter(|(_, name)| known(name)).collect();
        let different = places.windows(2).any(|pair| pair[0].1 != pair[1].1);
        if different {
            cut.extend(pieces(document, block, &places));
        } else {
            cut.push(*block);
        }
    }
    cut
}

fn is_role(name: &str) -> bool {
    name.chars().count() > 1 && super::role_and_question_cues::role_word(name).is_some()
}

/// Where labels stand in a paragraph, at its start and after its sentences, and whose they are.
fn places(words: &str, block: &Block) -> Vec<(usize, String)> {
    if words.len() < SHORTEST
        || block.look == BlockStyle::Item
        || matches!(block.look, BlockStyle::Heading(_))
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut ended = Some('\n');
    // A label's own words hold no other: "S. M. : …".
    let mut after = 0;
    for (at, char) in words.char_indices() {
        if let Some(end) = ended
            && !char.is_whitespace()
            && at >= after
        {
            let spaced = at == 0 || words[..at].ends_with(char::is_whitespace);
            let wide = matches!(end, '。' | '？' | '！' | '」');
            if (spaced || wide)
                && let Some(candidate) = named(&words[at..])
            {
                after = at + candidate.words;
                found.push((at, key(&candidate.name)));
            }
        }
        ended = match char {
            '.' | '?' | '!' | '…' | '\n' | '。' | '？' | '！' | '؟' | '」' | '—' => {
                Some(char)
            }
            ')' | ']' | '"' | '”' | '»' | '’' => ended,
            char if char.is_whitespace() => ended,
            _ => None,
        };
    }
    found
}

fn named(words: &str) -> Option<LabelCandidate> {
    label_candidates::with_colon(words)
        .filter(|candidate| candidate.is_name && candidate.words < words.len())
}

/// The pieces of a block, from each place to the next.
fn pieces(document: &Document, block: &Block, places: &[&(usize, String)]) -> Vec<Block> {
    let start = block.span.start;
    let mut cuts: Vec<usize> = places.iter().map(|(at, _)| start + at).collect();
    if cuts.first() != Some(&start) {
        cuts.insert(0, start);
    }
    let ends = cuts.iter().skip(1).copied().chain([block.span.end]);
    cuts.iter()
        .zip(ends)
        .map(|(&from, to)| Block {
            span: Span::new(from, to).trimmed(&document.text),
            look: block.look,
            bold_until: block.bold_until.filter(|until| (from..to).contains(until)),
        })
        .collect()
}
