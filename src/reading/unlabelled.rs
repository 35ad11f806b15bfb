//! Blocks without labels: questions are known by their look, else by their question marks; where there
//! are none, one person speaks.

use std::collections::HashMap;

use super::format::{Block, Document, Look};
use super::structure::{Part, Voice};

/// The look that questions have in this document, where it is not that of everything else.
pub(super) fn question_look(document: &Document, noise: &[bool]) -> Option<Look> {
    let mut looks: HashMap<Look, (usize, usize)> = HashMap::new();
    for (block, noise) in document.blocks.iter().zip(noise) {
        if !noise && !matches!(block.look, Look::Plain | Look::Item) {
            let (asks, all) = looks.entry(block.look).or_default();
            *asks += usize::from(is_question(document, block));
            *all += 1;
        }
    }
    looks
        .into_iter()
        .filter(|(_, (asks, all))| *asks >= 1 && asks * 2 >= *all)
        .max_by_key(|(_, (asks, all))| (*asks, *all))
        .map(|(look, _)| look)
}

pub(super) fn is_question(document: &Document, block: &Block) -> bool {
    let words = document
        .words(block)
        .trim_end_matches(['»', '"', '”', ' ', '\u{a0}', '*', ')']);
    words.ends_with('?')
}

/// Where nothing is labelled: questions by their look, else by their question marks, else a monologue.
pub(super) fn without_labels(
    document: &Document,
    noise: &[bool],
    warnings: &mut Vec<String>,
) -> Vec<Part> {
    let blocks = &document.blocks;
    if let Some(look) = question_look(document, noise) {
        return by_look(document, noise, look);
    }
    let asks: Vec<bool> = blocks
        .iter()
        .zip(noise)
        .map(|(block, noise)| {
            !noise
                && block.look == Look::Plain
                && block.span.len() < 500
                && is_question(document, block)
        })
        .collect();
    let timed = |block: &&Block| super::label::after_time(document.words(block)) > 0;
    if blocks.iter().filter(timed).count() * 2 > blocks.len() {
        warnings.push(
            "the text is timed but names nobody: all of it is read as one speaker's".to_owned(),
        );
    }
    let questions = asks.iter().filter(|asks| **asks).count();
    let early = asks.first() == Some(&true);
    let spoken = noise.iter().filter(|noise| !**noise).count();
    if (questions >= 2 || early) && questions >= 1 && questions * 10 >= spoken && questions < spoken
    {
        warnings.push("nothing marks who speaks: paragraphs that end with a question mark are taken as the interviewer's".to_owned());
        return in_order(blocks, noise, |at| {
            if asks[at] {
                Voice::Asker
            } else {
                Voice::Answerer
            }
        });
    }
    let prose = blocks
        .iter()
        .filter(|block| block.look == Look::Plain)
        .map(|block| block.span.len())
        .sum::<usize>();
    let all = blocks.iter().map(|block| block.span.len()).sum::<usize>();
    if prose * 3 < all {
        warnings.push("no speech was found: the text is headings and lists".to_owned());
        return in_order(blocks, noise, |_| Voice::Nobody);
    }
    let heading = |at: usize| matches!(blocks[at].look, Look::Heading(_));
    let mut parts = in_order(blocks, noise, |at| {
        if heading(at) {
            Voice::Nobody
        } else {
            Voice::Answerer
        }
    });
    if parts.iter().all(|part| part.voice == Voice::Nobody) {
        parts = in_order(blocks, &vec![false; blocks.len()], |_| Voice::Answerer);
    }
    parts
}

/// Questions are the blocks of one look; before the first there is an introduction, and a heading above
/// them after the last ends the conversation.
fn by_look(document: &Document, noise: &[bool], look: Look) -> Vec<Part> {
    let blocks = &document.blocks;
    let sentence = |at: usize| {
        let words = document.words(&blocks[at]);
        words.ends_with(['?', '.', '!', '…', ':'])
            || is_question(document, &blocks[at])
            || words.split_whitespace().count() >= 8
    };
    let question = |at: usize| !noise[at] && blocks[at].look == look && sentence(at);
    let first = (0..blocks.len()).find(|&at| question(at) && is_question(document, &blocks[at]));
    let last = (0..blocks.len()).rev().find(|&at| question(at));
    let above = |at: usize| match (blocks[at].look, look) {
        (Look::Heading(level), Look::Heading(of)) => level < of,
        (Look::Heading(_), _) => true,
        _ => false,
    };
    let ended = last.and_then(|last| (last..blocks.len()).find(|&at| above(at)));
    in_order(blocks, noise, |at| {
        if first.is_none_or(|first| at < first) || ended.is_some_and(|ended| at >= ended) {
            Voice::Nobody
        } else if question(at) {
            Voice::Asker
        } else if matches!(blocks[at].look, Look::Heading(_)) {
            Voice::Nobody
        } else {
            Voice::Answerer
        }
    })
}

fn in_order(blocks: &[Block], noise: &[bool], voice: impl Fn(usize) -> Voice) -> Vec<Part> {
    blocks
        .iter()
        .enumerate()
        .map(|(at, block)| Part {
            span: block.span,
            voice: if noise[at] { Voice::Nobody } else { voice(at) },
        })
        .collect()
}
