//! Features of each block (noise, question, short line), before speakers are told apart.

use std::collections::HashMap;

use super::label_patterns::LabelMark;
use super::{label_candidates, name_keys, role_and_question_cues, title_page};
use crate::interview::Span;
use crate::reading::document::{Block, BlockStyle, Document};
use crate::reading::noise_lines::{self, NoiseKind};

/// The longest question, in bytes: a longer paragraph that ends with a question mark is an answer's.
const LONGEST_QUESTION: usize = 700;
/// The most words of a title between turns.
const LONGEST_SUBTITLE: usize = 12;

/// A document and what is known of each of its blocks.
pub(super) struct DocumentBlocks<'a> {
    pub(super) document: &'a Document,
    blocks: &'a [Block],
    /// Why a block is nobody's speech, where it is noise.
    pub(super) noise: Vec<Option<NoiseKind>>,
    /// Whether a block ends with a question mark and is no longer than questions are.
    pub(super) asks: Vec<bool>,
    /// Whether a block looks like a title between turns: short, not a sentence, in a text of sentences.
    pub(super) subtitle: Vec<bool>,
}

impl<'a> DocumentBlocks<'a> {
    pub(super) fn new(document: &'a Document, blocks: &'a [Block]) -> Self {
        let words = |block: &Block| document.words(block);
        let page = title_page::of_blocks(blocks.iter().map(words));
        let noise: Vec<Option<NoiseKind>> = blocks
            .iter()
            .enumerate()
            .map(|(at, block)| {
                let listed = page.contains(&at).then_some(NoiseKind::Byline);
                listed.or_else(|| noise_lines::reason(words(block)))
            })
            .collect();
        let asks = blocks
            .iter()
            .map(|block| {
                block.span.len() <= LONGEST_QUESTION
                    && role_and_question_cues::ends_asking(words(block))
            })
            .collect();
        let prose: Vec<bool> = blocks
            .iter()
            .zip(&noise)
            .filter(|(block, noise)| block.look == BlockStyle::Plain && noise.is_none())
            .map(|(block, _)| is_sentence(words(block)))
            .collect();
        let sentences = prose.iter().filter(|is| **is).count();
        let punctuated = sentences * 10 >= prose.len() * 6;
        let subtitle = blocks
            .iter()
            .map(|block| {
                let title = matches!(block.look, BlockStyle::Heading(_));
                title
                    || (punctuated
                        && block.look != BlockStyle::Item
                        && is_short_title(words(block)))
            })
            .collect();
        Self {
            document,
            blocks,
            noise,
            asks,
            subtitle,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    pub(super) fn block(&self, at: usize) -> &Block {
        &self.blocks[at]
    }

    pub(super) fn words(&self, at: usize) -> &'a str {
        self.document.words(&self.blocks[at])
    }

    pub(super) fn is_noise(&self, at: usize) -> bool {
        self.noise[at].is_some()
    }

    /// Blocks that somebody may have said or written, in order.
    pub(super) fn spoken(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.len()).filter(|&at| !self.is_noise(at))
    }

    /// Whether a block is a short line that ends without a stop.
    pub(super) fn is_short_line(&self, at: usize) -> bool {
        is_short_title(self.words(at))
    }

    /// Whether a block asks: by its question mark, or as a prompt does.
    pub(super) fn asks_or_prompts(&self, at: usize) -> bool {
        self.asks[at]
            || (self.block(at).span.len() <= LONGEST_QUESTION
                && role_and_question_cues::prompts(self.words(at)))
    }
}

/// The blocks of a document, a question in bold that begins a paragraph apart from the answer that follows
/// it in the same paragraph, and a turn that begins with a label on a line within a paragraph apart from the one before.
pub(super) fn with_questions_apart(document: &Document) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(document.blocks.len());
    for block in turns_apart(document) {
        let Some((question, answer)) = question_and_answer(document, &block) else {
            blocks.push(block);
            continue;
        };
        blocks.extend([question, answer]);
    }
    blocks
}

/// The blocks cut at the lines that begin with a label, where it begins two lines of the document or more.
fn turns_apart(document: &Document) -> Vec<Block> {
    let mut times: HashMap<String, usize> = HashMap::new();
    let words = |block: &Block| document.words(block);
    for line in document
        .blocks
        .iter()
        .flat_map(|block| words(block).lines())
    {
        if let Some(label) = label_of(line) {
            *times.entry(label).or_default() += 1;
        }
    }
    let begins = |line: &str| {
        label_of(line).is_some_and(|label| times.get(&label).is_some_and(|times| *times > 1))
    };
    let mut blocks = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        let mut start = block.span.start;
        let mut at = start;
        for line in words(block).split_inclusive('\n') {
            if at > block.span.start && begins(line) {
                blocks.extend(part(document, block, start, at));
                start = at;
            }
            at += line.len();
        }
        blocks.extend(part(document, block, start, block.span.end));
    }
    blocks
}

/// The label with a colon that a line begins with, as names are compared.
fn label_of(line: &str) -> Option<String> {
    let label = label_candidates::candidate(line, None)?;
    let set_apart = label.mark == LabelMark::Colon && label.is_name;
    set_apart.then(|| name_keys::key(&label.name))
}

/// A part of a block, the whole as it is.
fn part(document: &Document, block: &Block, start: usize, end: usize) -> Option<Block> {
    if (start, end) == (block.span.start, block.span.end) {
        return Some(*block);
    }
    let span = Span::new(start, end).trimmed(&document.text);
    let bold_until = block
        .bold_until
        .filter(|until| (span.start..span.end).contains(until));
    (!span.is_empty()).then_some(Block {
        span,
        look: block.look,
        bold_until: bold_until.filter(|_| start == block.span.start),
    })
}

fn question_and_answer(document: &Document, block: &Block) -> Option<(Block, Block)> {
    let until = block
        .bold_until
        .filter(|_| block.look == BlockStyle::Plain)?;
    let part = |start, end, look| Block {
        span: Span::new(start, end).trimmed(&document.text),
        look,
        bold_until: None,
    };
    let question = part(block.span.start, until, BlockStyle::Bold);
    let answer = part(until, block.span.end, BlockStyle::Plain);
    let asks = role_and_question_cues::ends_asking(document.words(&question));
    (asks && !answer.span.is_empty()).then_some((question, answer))
}

fn is_sentence(words: &str) -> bool {
    let closing = |char: char| {
        char.is_whitespace()
            || matches!(char, '»' | '"' | '”' | '’' | ')' | ']' | '*' | '」' | '』')
    };
    let words = words.trim_end_matches(closing);
    words.ends_with(['.', '!', '…', ':', ';', ',', '。', '！', '：', '۔'])
        || role_and_question_cues::ends_asking(words)
}

fn is_short_title(words: &str) -> bool {
    !is_sentence(words)
        && !words.contains('\n')
        && words.split_whitespace().count() <= LONGEST_SUBTITLE
        && words
            .trim_start_matches(|char: char| !char.is_alphanumeric())
            .starts_with(|char: char| char.is_uppercase() || char.is_numeric())
}
