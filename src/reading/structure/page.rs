//! A document as structure is read from it: what each block is by itself, before anybody is told apart.

use super::wording;
use crate::interview::Span;
use crate::reading::format::{Block, Document, Look};
use crate::reading::noise::{self, Reason};

/// The longest question, in bytes: a longer paragraph that ends with a question mark is an answer's.
const LONGEST_QUESTION: usize = 700;
/// The most words of a title between turns.
const LONGEST_SUBTITLE: usize = 12;

/// A document and what is known of each of its blocks.
pub(super) struct Page<'a> {
    pub(super) document: &'a Document,
    blocks: &'a [Block],
    /// Why a block is nobody's speech, where it is noise.
    pub(super) noise: Vec<Option<Reason>>,
    /// Whether a block ends with a question mark and is no longer than questions are.
    pub(super) asks: Vec<bool>,
    /// Whether a block looks like a title between turns: short, not a sentence, in a text of sentences.
    pub(super) subtitle: Vec<bool>,
}

impl<'a> Page<'a> {
    pub(super) fn new(document: &'a Document, blocks: &'a [Block]) -> Self {
        let words = |block: &Block| document.words(block);
        let noise: Vec<Option<Reason>> = blocks
            .iter()
            .map(|block| noise::reason(words(block)))
            .collect();
        let asks = blocks
            .iter()
            .map(|block| block.span.len() <= LONGEST_QUESTION && wording::ends_asking(words(block)))
            .collect();
        let prose: Vec<bool> = blocks
            .iter()
            .zip(&noise)
            .filter(|(block, noise)| block.look == Look::Plain && noise.is_none())
            .map(|(block, _)| is_sentence(words(block)))
            .collect();
        let sentences = prose.iter().filter(|is| **is).count();
        let punctuated = sentences * 10 >= prose.len() * 6;
        let subtitle = blocks
            .iter()
            .map(|block| {
                let title = matches!(block.look, Look::Heading(_));
                title || (punctuated && block.look != Look::Item && is_short_title(words(block)))
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
            || (self.block(at).span.len() <= LONGEST_QUESTION && wording::prompts(self.words(at)))
    }
}

/// The blocks of a document, a question in bold that begins a paragraph apart from the answer that follows
/// it in the same paragraph.
pub(super) fn with_questions_apart(document: &Document) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        let Some((question, answer)) = question_and_answer(document, block) else {
            blocks.push(*block);
            continue;
        };
        blocks.extend([question, answer]);
    }
    blocks
}

fn question_and_answer(document: &Document, block: &Block) -> Option<(Block, Block)> {
    let until = block.bold_until.filter(|_| block.look == Look::Plain)?;
    let part = |start, end, look| Block {
        span: Span::new(start, end).trimmed(&document.text),
        look,
        bold_until: None,
    };
    let question = part(block.span.start, until, Look::Bold);
    let answer = part(until, block.span.end, Look::Plain);
    let asks = wording::ends_asking(document.words(&question));
    (asks && !answer.span.is_empty()).then_some((question, answer))
}

fn is_sentence(words: &str) -> bool {
    let closing = |char: char| {
        char.is_whitespace() || matches!(char, '»' | '"' | '”' | '’' | ')' | ']' | '*')
    };
    words
        .trim_end_matches(closing)
        .ends_with(['.', '?', '!', '…', ':', ';', ',', '。'])
}

fn is_short_title(words: &str) -> bool {
    !is_sentence(words)
        && !words.contains('\n')
        && words.split_whitespace().count() <= LONGEST_SUBTITLE
        && words
            .trim_start_matches(|char: char| !char.is_alphanumeric())
            .starts_with(|char: char| char.is_uppercase() || char.is_numeric())
}
