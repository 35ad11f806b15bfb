//! Pieces of lines: letters that stand beside each other, put together to words.
//!
//! Files draw letters and seldom spaces. A gap is a space where it is wider than the usual gap of its piece, so that
//! letters that are kerned or spaced out stay words. Accents drawn over a letter become one letter with it.

use hayro_font::kurbo::{Point, Rect};
use unicode_normalization::char::compose;

use super::content_stream::{Drawn, Glyph};
use super::fonts::Style;

/// Words that look the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) style: Style,
    /// Smaller, and above the line: the mark of a note, a power, an ending.
    pub(super) raised: bool,
    pub(super) words: String,
}

/// Words on one baseline without a wide gap. Lengths are in points, `y` is counted downwards.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    /// The size of its letters.
    pub(super) size: f64,
    pub(super) runs: Vec<Run>,
    /// Whether it leads elsewhere.
    pub(super) linked: bool,
    /// Whether it stands in a box.
    pub(super) boxed: bool,
    /// Whether its first letter is as high as several lines.
    pub(super) initial: bool,
}

/// How much wider than the usual gap of its piece a gap is, in letter sizes, from which it is a space.
const SPACE: f64 = 0.13;
/// And from which what follows is another piece: a wide space of a justified line, or the next column.
pub(super) const WIDE: f64 = 0.7;
/// How far a letter may stand before the end of the last: kerning, and accents.
const BACK: f64 = 0.75;
/// How far apart the baselines of one piece may be, in letter sizes.
const LEVEL: f64 = 0.1;
/// How large raised letters are beside those of the line, and how far above it they stand. Smaller ones follow an initial.
const SMALLER: std::ops::Range<f64> = 0.5..0.88;
const RAISED: std::ops::Range<f64> = 0.12..0.75;
/// The part of a page from which and up to which a box is an aside.
const BOX_PARTS: std::ops::Range<f64> = 0.003..0.45;
/// How high a box is at least, in points.
const BOX_HEIGHT: f64 = 20.0;
/// How many boxes of a page are looked at: nobody draws more around texts.
const MOST_AREAS: usize = 1_000;

/// The pieces of a page, in the order in which they are drawn.
pub(super) fn of_page(drawn: &Drawn) -> Vec<Piece> {
    let glyphs = if drawn.glyphs.is_empty() {
        &drawn.artifacts
    } else {
        &drawn.glyphs
    };
    let boxes: Vec<Rect> = drawn
        .boxes
        .iter()
        .filter(|area| is_box(area, drawn))
        .take(MOST_AREAS)
        .copied()
        .collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = glyphs.as_slice();
    while let Some(first) = rest.first() {
        let (these, others) = rest.split_at(length(rest));
        rest = others;
        let mut piece = put_together(first, these, &drawn.links);
        if piece.runs.is_empty() {
            continue;
        }
        let middle = Point::new((piece.left + piece.right) / 2.0, piece.y - piece.size * 0.3);
        piece.linked = drawn.links.iter().any(|area| area.contains(middle));
        piece.boxed = boxes.iter().any(|area| area.contains(middle));
        match pieces
            .iter_mut()
            .rev()
            .take(3)
            .find(|other| is_copy(other, &piece))
        {
            Some(other) => other.runs.iter_mut().for_each(|run| run.style.bold = true),
            None => pieces.push(piece),
        }
    }
    pieces
}

/// Whether an area is neither a line nor the ground of the page.
fn is_box(area: &Rect, drawn: &Drawn) -> bool {
    let part = area.area() / (drawn.width * drawn.height).max(1.0);
    BOX_PARTS.contains(&part) && area.height() >= BOX_HEIGHT
}

/// Whether a piece is drawn twice, a little beside itself, to look bold.
fn is_copy(one: &Piece, other: &Piece) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 0.15 * one.size;
    near(one.left, other.left) && near(one.y, other.y) && one.words() == other.words()
}

/// How many of the glyphs, from the first, are one piece.
fn length(glyphs: &[Glyph]) -> usize {
    let mut level = (glyphs[0].y, glyphs[0].size);
    let mut right = glyphs[0].right;
    for (at, pair) in glyphs.windows(2).enumerate() {
        let next = &pair[1];
        let (y, size) = level;
        let gap = next.left - right;
        if !(-BACK * size..WIDE * size.max(next.size)).contains(&gap) {
            return at + 1;
        }
        let same = (next.y - y).abs() <= LEVEL * size && (next.size - size).abs() <= 0.02 * size;
        let over = accent(&next.sign.letters).is_some() && (next.y - y).abs() < RAISED.end * size;
        if !same && !over && !is_raised((next.y, next.size), level) {
            // A mark before what it marks: the mark of a note at its start, an accent over a capital.
            let marks = (at < 4 && is_raised(level, (next.y, next.size)))
                || (at == 0 && accent(&glyphs[0].sign.letters).is_some());
            if !marks {
                return at + 1;
            }
            level = (next.y, next.size);
        }
        right = right.max(next.right);
    }
    glyphs.len()
}

/// Whether letters stand smaller and above a line.
fn is_raised((y, size): (f64, f64), (line, of): (f64, f64)) -> bool {
    SMALLER.contains(&(size / of)) && RAISED.contains(&((line - y) / of))
}

/// A piece of these glyphs.
fn put_together(first: &Glyph, glyphs: &[Glyph], links: &[Rect]) -> Piece {
    let base = glyphs.iter().max_by(|a, b| a.size.total_cmp(&b.size));
    let base = base.unwrap_or(first);
    let usual = usual_gap(glyphs);
    let mut piece = Piece {
        left: first.left,
        right: first.left,
        y: base.y,
        size: base.size,
        runs: Vec::new(),
        linked: false,
        boxed: false,
        initial: false,
    };
    let mut last: Option<&Glyph> = None;
    for glyph in glyphs {
        let letters = glyph.sign.letters.as_str();
        if letters.is_empty() || last.is_some_and(|last| is_same(last, glyph)) {
            piece.right = piece.right.max(glyph.right);
            continue;
        }
        let raised = is_raised((glyph.y, glyph.size), (base.y, base.size))
            || (letters.chars().all(char::is_numeric) && is_link_of_its_own(glyph, links));
        let gap = (glyph.left - piece.right) / base.size.max(1.0);
        if last.is_some() && gap > usual + SPACE && !raised && !piece.ends_with_space() {
            piece.push(" ", piece.last_style(), false);
        }
        let over = last.filter(|last| last.right - glyph.left > 0.3 * (glyph.right - glyph.left));
        if over.is_none() || !piece.put_accent(letters) {
            piece.push(letters, glyph.style, raised);
        }
        piece.right = piece.right.max(glyph.right);
        last = Some(glyph);
    }
    piece
}

/// Whether a link holds a glyph and hardly more: a mark that fonts draw raised themselves.
fn is_link_of_its_own(glyph: &Glyph, links: &[Rect]) -> bool {
    let middle = Point::new((glyph.left + glyph.right) / 2.0, glyph.y - glyph.size * 0.3);
    links
        .iter()
        .any(|link| link.width() < 1.3 * glyph.size && link.contains(middle))
}

fn is_same(last: &Glyph, next: &Glyph) -> bool {
    (next.left - last.left).abs() < 0.1 * next.size && last.sign.letters == next.sign.letters
}

/// The gap between two letters that is usual, in their size: none, unless they are spaced out.
fn usual_gap(glyphs: &[Glyph]) -> f64 {
    let is_letter = |glyph: &Glyph| !glyph.sign.letters.trim().is_empty();
    let mut gaps: Vec<f64> = glyphs
        .windows(2)
        .filter(|pair| is_letter(&pair[0]) && is_letter(&pair[1]))
        .map(|pair| (pair[1].left - pair[0].right) / pair[1].size.max(1.0))
        .collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2)
        .copied()
        .unwrap_or_default()
        .max(0.0)
}

/// The mark that a spacing accent stands for, to be combined with a letter.
fn accent(letters: &str) -> Option<char> {
    let mut chars = letters.chars();
    let accent = match chars.next()? {
        '`' => '\u{300}',
        '´' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' | '~' => '\u{303}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        other => Some(other).filter(|char| ('\u{300}'..='\u{36f}').contains(char))?,
    };
    chars.next().is_none().then_some(accent)
}

impl Piece {
    pub(super) fn words(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }

    fn ends_with_space(&self) -> bool {
        self.runs.last().is_none_or(|run| run.words.ends_with(' '))
    }

    fn last_style(&self) -> Style {
        self.runs.last().map(|run| run.style).unwrap_or_default()
    }

    fn push(&mut self, words: &str, style: Style, raised: bool) {
        let space = words.trim().is_empty();
        if space && self.ends_with_space() {
            return;
        }
        match self.runs.last_mut() {
            Some(run) if run.raised == raised && (run.style == style || space) => {
                run.words.push_str(words);
            }
            _ => self.runs.push(Run {
                style,
                raised,
                words: words.to_owned(),
            }),
        }
    }

    /// Combines an accent with the letter beside it, where one of the two is an accent and they make a letter.
    fn put_accent(&mut self, letters: &str) -> bool {
        let Some(run) = self.runs.last_mut() else {
            return false;
        };
        let Some(before) = run.words.chars().next_back() else {
            return false;
        };
        let mut chars = letters.chars();
        let (Some(letter), None) = (chars.next(), chars.next()) else {
            return false;
        };
        let bare = |letter| match letter {
            'ı' => 'i',
            'ȷ' => 'j',
            other => other,
        };
        let made = accent(letters)
            .and_then(|accent| compose(bare(before), accent))
            .or_else(|| {
                accent(&before.to_string()).and_then(|accent| compose(bare(letter), accent))
            });
        if let Some(made) = made {
            run.words.pop();
            run.words.push(made);
        }
        made.is_some()
    }
}
