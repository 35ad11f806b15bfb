//! What stands at the edges of pages and is no part of the text: running heads and feet, page numbers, the lines that
//! browsers print around a page, and the numbers of lines.

use std::collections::HashMap;

use super::reading_order::{self, Row};

/// How many lines at the top and the bottom of a page may be a running head or foot.
const EDGE: usize = 2;
/// How much further from the text than its lines from each other a head or foot stands.
const APART: f64 = 1.5;
/// From which gap on words stand at both margins of a page, in letter sizes.
const MARGINS: f64 = 5.0;
/// How long a foot that holds the number of its page is at most, in bytes.
const LONGEST_FOOT: usize = 80;
/// How many numbers that grow evenly are the numbers of lines.
const LEAST_NUMBERS: usize = 3;
/// Words before the number of a page, and between it and their count.
const PAGE: [&str; 9] = [
    "page", "seite", "página", "pagina", "pág", "pag", "p", "s", "side",
];
const OF: [&str; 7] = ["of", "sur", "von", "de", "di", "van", "av"];

/// Takes the edges off the pages.
pub(super) fn remove(pages: &mut [Vec<Row>]) {
    for rows in pages.iter_mut() {
        remove_line_numbers(rows);
    }
    let running = running(pages);
    for (at, rows) in pages.iter_mut().enumerate() {
        let number = at + 1;
        let mut dropped = vec![false; rows.len()];
        // A head is dropped from the edge inwards: what stands within the text is text.
        let (top, bottom) = (
            0..EDGE.min(rows.len()),
            rows.len().saturating_sub(EDGE)..rows.len(),
        );
        for at in top.chain(bottom) {
            dropped[at] = is_edge(rows, at, number, &running);
        }
        let mut dropped = dropped.into_iter();
        rows.retain(|_| !dropped.next().unwrap_or_default());
    }
}

/// Whether a line of a page is a head or a foot.
fn is_edge(rows: &[Row], at: usize, number: usize, running: &[String]) -> bool {
    let words = reading_order::words(&rows[at]);
    if running.contains(&shape(&words)) || is_page_number(&words) || is_browser_line(&rows[at]) {
        return true;
    }
    let outermost = at == 0 || at + 1 == rows.len();
    // A title may end with the number of the first page.
    let is_foot =
        words.len() <= LONGEST_FOOT && has_number_at_end(&words, number) && (at > 0 || number > 1);
    outermost && is_apart(rows, at) && (is_foot || is_at_both_margins(rows, at))
}

/// Whether a line stands apart from the text.
fn is_apart(rows: &[Row], at: usize) -> bool {
    let distance = |a: usize, b: usize| Some(rows.get(b)?.first()?.y - rows.get(a)?.first()?.y);
    let own = if at == 0 {
        distance(0, 1)
    } else {
        distance(at - 1, at)
    };
    own.is_none_or(|own| own > APART * 1.2 * reading_order::size(&rows[at]))
}

/// Whether a line has words at the left margin and words at the right, and hardly any between.
fn is_at_both_margins(rows: &[Row], at: usize) -> bool {
    let others = || rows.iter().enumerate().filter(|(other, _)| *other != at);
    let pieces = || others().flat_map(|(_, row)| row);
    let left = pieces().map(|piece| piece.left).fold(f64::MAX, f64::min);
    let right = pieces().map(|piece| piece.right).fold(f64::MIN, f64::max);
    let [first, .., last] = rows[at].as_slice() else {
        return false;
    };
    let far = rows[at]
        .windows(2)
        .all(|pair| pair[1].left - pair[0].right > MARGINS * pair[0].size);
    far && first.left < left + 2.0 * first.size && last.right > right - 2.0 * last.size
}

/// Whether a line begins or ends with the number of its page: `October 2022 | 12`.
fn has_number_at_end(words: &str, number: usize) -> bool {
    let number = number.to_string();
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let is_number = |token: Option<&&str>| token.is_some_and(|token| *token == number);
    is_number(tokens.first()) || is_number(tokens.last())
}

/// What browsers print: the day and the title above, the address and the page below.
fn is_browser_line(row: &Row) -> bool {
    let pieces: Vec<String> = row
        .iter()
        .map(|piece| piece.words().trim().to_owned())
        .collect();
    let first = pieces.first().map(String::as_str).unwrap_or_default();
    let last = pieces.last().map(String::as_str).unwrap_or_default();
    let is_address = |words: &str| {
        ["http://", "https://", "file://", "about:", "data:"]
            .iter()
            .any(|start| words.starts_with(start))
            && !words.trim().contains(' ')
    };
    let is_count = |words: &str| {
        words.split_once('/').is_some_and(|(page, pages)| {
            [page, pages]
                .iter()
                .all(|part| part.trim().parse::<u32>().is_ok())
        }) || is_page_number(words)
    };
    let addressed = is_address(first) || is_address(last);
    let counted = is_count(first) || is_count(last);
    (addressed && (pieces.len() == 1 || counted)) || is_moment(first) || is_moment(last)
}

/// A day in digits and a time: `11/27/26, 2:01 AM`, `27.11.2026, 14:01`.
fn is_moment(words: &str) -> bool {
    let Some((day, time)) = words.split_once(|char: char| char == ',' || char.is_whitespace())
    else {
        return false;
    };
    let day = day.trim_matches(|char: char| !char.is_alphanumeric());
    let parts: Vec<&str> = day.split(['/', '.', '-']).collect();
    let is_number =
        |part: &&str| !part.is_empty() && part.len() <= 4 && part.parse::<u32>().is_ok();
    let time = time.trim();
    let clock = time
        .split(|char: char| char.is_alphabetic() || char.is_whitespace())
        .next();
    let clock: Vec<&str> = clock.unwrap_or_default().split(':').collect();
    parts.len() == 3
        && parts.iter().all(&is_number)
        && matches!(clock.len(), 2 | 3)
        && clock.iter().all(is_number)
        && time.len() <= 12
}

/// Lines that stand at the edge of several pages, numbers in them apart.
fn running(pages: &[Vec<Row>]) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for rows in pages {
        let edges = (0..rows.len()).filter(|at| *at < EDGE || at + EDGE >= rows.len());
        let mut seen: Vec<String> = edges
            .map(|at| shape(&reading_order::words(&rows[at])))
            .collect();
        seen.sort();
        seen.dedup();
        for line in seen {
            *counts.entry(line).or_default() += 1;
        }
    }
    // Chapters have heads of their own.
    let many = (pages.len() / 2).clamp(2, 3);
    let repeated = counts.into_iter().filter(|(_, count)| *count >= many);
    repeated.map(|(line, _)| line).collect()
}

/// A line without its numbers.
fn shape(line: &str) -> String {
    let words: String = line
        .chars()
        .map(|char| if char.is_ascii_digit() { '0' } else { char })
        .collect();
    words.replace("00", "0").replace("00", "0")
}

/// `12`, `– 12 –`, `12/40`, `Page 12`, `Seite 3 von 7`.
fn is_page_number(line: &str) -> bool {
    let lower = line.to_lowercase();
    let mut words = lower
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    words.next_if(|word| PAGE.contains(word));
    let is_number = |word: &str| word.parse::<u32>().is_ok() && word.len() <= 4;
    let mut counted = words.next().is_some_and(is_number);
    if words.peek().is_some() {
        words.next_if(|word| OF.contains(word));
        counted &= words.next().is_some_and(is_number);
    }
    counted && words.next().is_none() && line.len() <= 24
}

/// Takes out the numbers of lines: numbers at one margin that grow evenly down the page.
fn remove_line_numbers(rows: &mut Vec<Row>) {
    for at_left in [true, false] {
        let found = line_numbers(rows, at_left);
        if found.len() < LEAST_NUMBERS {
            continue;
        }
        for at in found {
            if at_left {
                rows[at].remove(0);
            } else {
                rows[at].pop();
            }
        }
    }
    rows.retain(|row| !row.is_empty());
}

/// The rows that begin, or end, with the number of a line.
fn line_numbers(rows: &[Row], at_left: bool) -> Vec<usize> {
    let outer = |row: &Row| if at_left { row.first() } else { row.last() }.cloned();
    let numbers: Vec<(usize, u32, f64)> = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| {
            let piece = outer(row)?;
            let number = piece.words().trim().parse::<u32>().ok()?;
            // Numbers of one column are aligned to the right, or to the left.
            Some((at, number, if at_left { piece.right } else { piece.left }))
        })
        .collect();
    let numbers = largest_column(&numbers);
    let steps: Vec<u32> = numbers
        .windows(2)
        .map(|pair| pair[1].1.wrapping_sub(pair[0].1))
        .collect();
    let step = steps.first().copied().unwrap_or_default();
    let even = (1..=10).contains(&step) && steps.iter().all(|other| *other == step);
    if even {
        numbers.into_iter().map(|(at, ..)| at).collect()
    } else {
        Vec::new()
    }
}

/// The numbers that stand exactly below each other, where most do.
fn largest_column(numbers: &[(usize, u32, f64)]) -> Vec<(usize, u32, f64)> {
    let below = |edge: f64| {
        let near = numbers
            .iter()
            .filter(move |number| (number.2 - edge).abs() < 3.0);
        near.copied().collect::<Vec<_>>()
    };
    let columns = numbers.iter().map(|number| below(number.2));
    columns.max_by_key(Vec::len).unwrap_or_default()
}
