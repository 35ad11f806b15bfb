//! Plain text: the transcript is the text itself, byte for byte, but where times cut it into pieces.
//!
//! Blank lines separate paragraphs. A line break within one separates blocks too, unless the document is
//! wrapped at a column, where a line break says nothing.

use super::{Block, BlockStyle, Document, inline_timestamps, time_codes, turn_headings, wikitext};
use crate::interview::Span;
use crate::reading::structure::label_candidates;
use crate::reading::{ReadError, character_encoding, front_matter};

/// How many lines a list of short lines may have: more that go on in the middle of sentences are cut speech.
const LONGEST_LIST: usize = 8;

pub(super) fn read(bytes: &[u8], warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let text = character_encoding::decode(bytes, warnings)?;
    let (facts, body) = front_matter::split(&text, warnings);
    if let Some(source) = text.get(body..).filter(|text| wikitext::is_wikitext(text)) {
        return Ok(Document {
            facts,
            ..wikitext::read(source)
        });
    }
    let blocks = blocks(&text, body);
    let document = turn_headings::taken_up(Document {
        text,
        blocks,
        facts,
        ..Document::default()
    });
    Ok(inline_timestamps::taken_up(document))
}

/// The blocks after the front matter, which takes `body` bytes.
fn blocks(text: &str, body: usize) -> Vec<Block> {
    let lines = lines(text, body);
    let wrapped = is_wrapped(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in lines {
        let words = &text[line.start..line.end];
        if words.is_empty() {
            open = false;
            continue;
        }
        let item = is_item(words);
        match blocks.last_mut() {
            Some(last)
                if open
                    && wrapped
                    && !item
                    && time_codes::stamped(words).is_none()
                    && !label_candidates::names_before_colon(words) =>
            {
                last.span.end = line.end;
            }
            _ => blocks.push(Block {
                span: line,
                look: if item {
                    BlockStyle::Item
                } else {
                    BlockStyle::Plain
                },
                bold_until: None,
            }),
        }
        open = true;
    }
    blocks
}

/// Every line, trimmed, empty ones included.
fn lines(text: &str, body: usize) -> Vec<Span> {
    let mut start = body;
    text.get(body..)
        .unwrap_or_default()
        .split_inclusive('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len()).trimmed(text);
            start += line.len();
            span
        })
        .collect()
}

/// Whether most lines that another follows are long and stop in the middle of a sentence.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let followed = lines
        .windows(2)
        .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty());
    let (mut inner, mut cut, mut goes_on) = (0, 0, 0);
    for pair in followed {
        inner += 1;
        let line = &text[pair[0].start..pair[0].end];
        let stops = line.ends_with(['.', '?', '!', '…', ':', '»', '"', '”', ')']);
        cut += usize::from(!stops && (30..=160).contains(&line.len()));
        let next = &text[pair[1].start..pair[1].end];
        goes_on += usize::from(!stops && next.starts_with(char::is_lowercase));
    }
    // Speech recognition writes a segment a line, and no blank line at all.
    let unbroken =
        inner >= LONGEST_LIST && inner + 1 >= lines.iter().filter(|line| !line.is_empty()).count();
    cut * 2 > inner || (unbroken && goes_on * 4 > inner)
}

fn is_item(words: &str) -> bool {
    ["– ", "- ", "— ", "• ", "* ", "· ", "–\u{a0}", "•\u{a0}"]
        .iter()
        .any(|mark| words.starts_with(mark))
}
