//! Pages that are read from right to left, as Arabic and Hebrew are: turned about, so that what is read first stands at
//! the left, as everywhere else.
//!
//! Files draw letters where they are seen. Numbers and words in Latin letters stand from left to right within such lines
//! and keep their order (<https://www.unicode.org/reports/tr9/>).

use std::rc::Rc;

use hayro_font::kurbo::Rect;

use super::content_stream::{Drawn, Glyph};
use super::fonts::Sign;

/// How far apart the baselines of one line may be, in letter sizes.
const SAME_LINE: f64 = 0.4;
/// How far two numbers may stand from each other and be one, in letter sizes.
const ONE_NUMBER: f64 = 0.2;
/// How far behind the letter that it belongs to a mark is put, in points.
const BEHIND: f64 = 0.01;

/// How a glyph runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Right,
    Left,
    Number,
    /// A point or a vowel over or under a letter.
    Mark,
    Neutral,
}

/// Turns a page about where most of its letters are written from right to left and stand as they are seen.
pub(super) fn turn(drawn: &mut Drawn) {
    let count = |wanted: Direction| {
        let glyphs = drawn.glyphs.iter().chain(&drawn.artifacts);
        glyphs.filter(|glyph| direction(glyph) == wanted).count()
    };
    if count(Direction::Left) <= count(Direction::Right) {
        return;
    }
    let width = drawn.width;
    for glyphs in [&mut drawn.glyphs, &mut drawn.artifacts] {
        let mut lines = lines(std::mem::take(glyphs));
        if !are_as_read(&lines) {
            lines.iter_mut().for_each(|line| turn_line(line, width));
        }
        *glyphs = lines.into_iter().flatten().collect();
    }
    let about = |area: &Rect| Rect::new(width - area.x1, area.y0, width - area.x0, area.y1);
    drawn.boxes = drawn.boxes.iter().map(about).collect();
    drawn.links = drawn.links.iter().map(about).collect();
}

fn direction(glyph: &Glyph) -> Direction {
    let letters = || glyph.sign.letters.chars();
    let is_mark = |char: char| matches!(char, '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}');
    let is_left = |char: char| matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}');
    match () {
        () if letters().any(is_mark) && letters().all(is_mark) => Direction::Mark,
        () if letters().any(char::is_numeric) => Direction::Number,
        () if letters().any(|char| char.is_alphabetic() && is_left(char)) => Direction::Left,
        () if letters().any(char::is_alphabetic) => Direction::Right,
        () => Direction::Neutral,
    }
}

/// The glyphs line by line, from left to right.
fn lines(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if glyph.y - line[0].y <= SAME_LINE * glyph.size.max(line[0].size) => {
                line.push(glyph);
            }
            _ => lines.push(vec![glyph]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    lines
}

/// Whether lines end at their right, as those of programs do that know nothing of these scripts.
fn are_as_read(lines: &[Vec<Glyph>]) -> bool {
    let ends = |glyph: Option<&Glyph>| {
        glyph.is_some_and(|glyph| {
            let letters = glyph.sign.letters.as_str();
            matches!(letters, "." | "?" | "؟" | "!" | "," | "،" | ":" | "؛")
        })
    };
    let shown = |line: &[Glyph]| -> (bool, bool) {
        let mut seen = line
            .iter()
            .filter(|glyph| !glyph.sign.letters.trim().is_empty());
        (ends(seen.next()), ends(seen.next_back()))
    };
    let sides: Vec<(bool, bool)> = lines.iter().map(|line| shown(line)).collect();
    let left = sides.iter().filter(|(left, _)| *left).count();
    let right = sides.iter().filter(|(_, right)| *right).count();
    right > left
}

/// Turns a line about; runs of words and numbers that are read from left to right keep their order.
fn turn_line(line: &mut [Glyph], width: f64) {
    let kinds: Vec<Direction> = line.iter().map(direction).collect();
    let mut at = 0;
    while at < line.len() {
        let end = match kinds[at] {
            Direction::Right | Direction::Number => end_of_run(line, &kinds, at),
            _ => at + 1,
        };
        let first = line[at].left;
        let last = line[at..end]
            .iter()
            .map(|glyph| glyph.right)
            .fold(first, f64::max);
        for glyph in &mut line[at..end] {
            let (left, right) = (glyph.left, glyph.right);
            (glyph.left, glyph.right) = match end - at {
                1 => (width - right, width - left),
                _ => (width - last + left - first, width - last + right - first),
            };
        }
        at = end;
    }
    put_marks_behind(line, &kinds);
    line.sort_by(|a, b| a.left.total_cmp(&b.left));
    turn_brackets(line);
}

/// Where a run of words or of one number ends that begins at `from`.
fn end_of_run(line: &[Glyph], kinds: &[Direction], from: usize) -> usize {
    let mut end = from + 1;
    loop {
        let next = (end..line.len()).find(|&at| kinds[at] != Direction::Neutral);
        let Some(next) =
            next.filter(|&next| matches!(kinds[next], Direction::Right | Direction::Number))
        else {
            return end;
        };
        let numbers = kinds[next] == Direction::Number && kinds[end - 1] == Direction::Number;
        let gap = line[next].left - line[next - 1].right;
        let spaced = gap > ONE_NUMBER * line[next].size
            || line[end..next]
                .iter()
                .any(|glyph| glyph.sign.letters.trim().is_empty());
        // Two numbers beside each other are read from right to left, their digits from left to right.
        if numbers && (spaced || next - end > 1) {
            return end;
        }
        end = next + 1;
    }
}

/// Puts each mark behind the letter that it stands over or under.
fn put_marks_behind(line: &mut [Glyph], kinds: &[Direction]) {
    let letters: Vec<(f64, f64)> = line
        .iter()
        .zip(kinds)
        .filter(|(_, kind)| **kind == Direction::Left)
        .map(|(glyph, _)| (glyph.left, glyph.right))
        .collect();
    for (glyph, _) in line
        .iter_mut()
        .zip(kinds)
        .filter(|(_, kind)| **kind == Direction::Mark)
    {
        let middle = (glyph.left + glyph.right) / 2.0;
        let away = |(left, right): &(f64, f64)| (f64::midpoint(*left, *right) - middle).abs();
        let nearest = letters.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        if let Some((left, right)) = nearest {
            (glyph.left, glyph.right) = (left + BEHIND, *right);
        }
    }
}

/// Brackets are drawn as they are seen: where the first of a line closes and another opens, they are each other's.
fn turn_brackets(line: &mut [Glyph]) {
    const PAIRS: [(&str, &str); 4] = [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»")];
    for (open, close) in PAIRS {
        let is = |glyph: &Glyph, mark: &str| glyph.sign.letters == mark;
        let first = line
            .iter()
            .position(|glyph| is(glyph, open) || is(glyph, close));
        let turned = first.is_some_and(|first| {
            is(&line[first], close) && line[first..].iter().any(|glyph| is(glyph, open))
        });
        for glyph in line.iter_mut().filter(|_| turned) {
            let meant = match glyph.sign.letters.as_str() {
                letters if letters == open => close,
                letters if letters == close => open,
                _ => continue,
            };
            glyph.sign = Rc::new(Sign {
                letters: meant.to_owned(),
                advance: glyph.sign.advance,
            });
        }
    }
}
