//! Tables that hold an interview: questions and answers in columns or rows. Each cell is a block of its own; questions
//! get the look of one.
//!
//! A row of any other table is one block, so that its cells are not read as paragraphs.

use std::ops::Range;

use super::{Block, BlockStyle};
use crate::interview::Span;
use crate::reading::structure::role_and_question_cues;

/// The most words of a cell at the head of a column, or of who speaks.
const LONGEST_NAME: usize = 5;

/// Where the cells of the rows of a table begin, as places in the list of blocks.
#[derive(Debug, Default)]
pub(super) struct InterviewTable {
    pub(super) rows: Vec<Vec<usize>>,
}

/// The blocks of a cell.
type Cell = Range<usize>;

impl InterviewTable {
    /// Gives the blocks of a table, which ends the list, the looks that its columns say.
    pub(super) fn settle(&self, text: &str, blocks: &mut Vec<Block>) {
        let start = self
            .rows
            .iter()
            .flatten()
            .next()
            .copied()
            .unwrap_or_default();
        let rows = speaking(self.cells(blocks.len()), text, blocks);
        if rows.len() < 2 {
            return;
        }
        if rows.iter().all(|row| row.len() == 1) {
            row_by_row(&rows, text, blocks);
        } else if is_of_questions(&rows, text, blocks) {
            side_by_side(&rows, start, text, blocks);
        } else if !names_speakers(&rows, text, blocks) {
            joined(&rows, blocks);
        }
    }

    fn cells(&self, end: usize) -> Vec<Vec<Cell>> {
        let starts: Vec<usize> = self.rows.iter().flatten().copied().collect();
        let mut ends = starts.iter().skip(1).copied().chain([end]);
        let mut cell = |start: &usize| *start..ends.next().unwrap_or(end);
        self.rows
            .iter()
            .map(|row| row.iter().map(&mut cell).collect())
            .collect()
    }
}

fn words<'a>(cell: &Cell, text: &'a str, blocks: &[Block]) -> &'a str {
    match (blocks.get(cell.start), blocks.get(cell.end.wrapping_sub(1))) {
        (Some(first), Some(last)) if !cell.is_empty() => text
            .get(first.span.start..last.span.end)
            .unwrap_or_default(),
        _ => "",
    }
}

/// The rows without the cells that hold no words, and without the columns of numbers.
fn speaking(rows: Vec<Vec<Cell>>, text: &str, blocks: &[Block]) -> Vec<Vec<Cell>> {
    let holds = |cell: &Cell| words(cell, text, blocks).chars().any(char::is_alphabetic);
    rows.into_iter()
        .map(|row| row.into_iter().filter(holds).collect::<Vec<Cell>>())
        .filter(|row| !row.is_empty())
        .collect()
}

fn asks(cell: &Cell, text: &str, blocks: &[Block]) -> bool {
    role_and_question_cues::asks(words(cell, text, blocks))
}

fn is_short(cell: &Cell, text: &str, blocks: &[Block]) -> bool {
    let words = words(cell, text, blocks);
    words.split_whitespace().count() <= LONGEST_NAME && !role_and_question_cues::asks(words)
}

/// The rows of two cells under the row that names the columns.
fn pairs<'a>(rows: &'a [Vec<Cell>], text: &str, blocks: &[Block]) -> Vec<&'a [Cell]> {
    let head = |row: &[Cell]| row.iter().all(|cell| is_short(cell, text, blocks));
    let under = usize::from(head(&rows[0]));
    rows[under..]
        .iter()
        .map(Vec::as_slice)
        .filter(|row| row.len() == 2)
        .collect()
}

/// Whether most left cells ask and few right ones do, or the head of the left column says that it asks.
fn is_of_questions(rows: &[Vec<Cell>], text: &str, blocks: &[Block]) -> bool {
    let pairs = pairs(rows, text, blocks);
    let count = |side: usize| {
        let asking = pairs.iter().filter(|row| asks(&row[side], text, blocks));
        asking.count()
    };
    let (left, right) = (count(0), count(1));
    let headed = rows[0].len() > 1 && pairs.len() < rows.len() && {
        let head = words(&rows[0][rows[0].len() - 2], text, blocks).to_lowercase();
        ["question", "frage", "pregunta", "domand"]
            .iter()
            .any(|word| head.starts_with(word))
    };
    !pairs.is_empty()
        && pairs.len() * 2 >= rows.len()
        && right * 2 <= pairs.len()
        && (headed || left * 2 > pairs.len())
}

/// Left cells ask, right cells answer; the head of the columns and their numbers are nobody's.
fn side_by_side(rows: &[Vec<Cell>], start: usize, text: &str, blocks: &mut Vec<Block>) {
    let head = rows[0].iter().all(|cell| is_short(cell, text, blocks));
    for row in rows {
        if let [question, answer] = row.as_slice() {
            look(&mut blocks[question.clone()], BlockStyle::Bold);
            look(&mut blocks[answer.clone()], BlockStyle::Plain);
        }
    }
    let said: Vec<Block> = rows[usize::from(head)..]
        .iter()
        .flatten()
        .flat_map(|cell| blocks[cell.clone()].to_vec())
        .collect();
    blocks.truncate(start);
    blocks.extend(said);
}

fn look(blocks: &mut [Block], look: BlockStyle) {
    for block in blocks {
        block.look = look;
        block.bold_until = None;
    }
}

/// Where every other row asks, the rows between answer.
fn row_by_row(rows: &[Vec<Cell>], text: &str, blocks: &mut [Block]) {
    let asking: Vec<bool> = rows
        .iter()
        .map(|row| role_and_question_cues::ends_asking(words(&row[0], text, blocks)))
        .collect();
    let count = asking.iter().filter(|asks| **asks).count();
    let alternate = asking.windows(2).all(|pair| pair[0] != pair[1]);
    if count > 0 && alternate {
        for (row, asks) in rows.iter().zip(asking) {
            look(
                &mut blocks[row[0].clone()],
                if asks {
                    BlockStyle::Bold
                } else {
                    BlockStyle::Plain
                },
            );
        }
    }
}

/// Whether the left column says who speaks: short cells that come again.
fn names_speakers(rows: &[Vec<Cell>], text: &str, blocks: &[Block]) -> bool {
    let pairs = pairs(rows, text, blocks);
    let names: Vec<&str> = pairs
        .iter()
        .filter(|row| is_short(&row[0], text, blocks))
        .map(|row| words(&row[0], text, blocks))
        .collect();
    let different: std::collections::HashSet<&str> = names.iter().copied().collect();
    names.len() > 1
        && names.len() == pairs.len()
        && pairs.len() * 2 >= rows.len()
        && different.len() * 3 <= names.len() * 2
}

/// Each row a block.
fn joined(rows: &[Vec<Cell>], blocks: &mut Vec<Block>) {
    for row in rows.iter().rev() {
        let (Some(first), Some(last)) = (row.first(), row.last()) else {
            continue;
        };
        let short = row.len() > 1 && row.iter().all(|cell| cell.len() == 1);
        if short && blocks[first.start].look != BlockStyle::Item {
            let span = Span::new(blocks[first.start].span.start, blocks[last.start].span.end);
            blocks[first.start] = Block {
                span,
                look: BlockStyle::Plain,
                bold_until: None,
            };
            blocks.drain(first.start + 1..last.end);
        }
    }
}
