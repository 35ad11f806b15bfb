//! The reading order of a PDF page: lines and columns.
//!
//! A page has columns where many pieces begin at the same place to the right of a strip that nearly nothing
//! crosses. What crosses it, a title over two columns, divides the page into bands, each read column by column.

use super::line_pieces::{Piece, Run, WIDE};

/// The pieces of one line, from left to right.
pub(super) type Row = Vec<Piece>;

/// What is read after each other.
#[derive(Debug)]
pub(super) enum Line {
    Words(Words),
    /// White space that ends a paragraph.
    Gap,
    /// The next column begins.
    Column,
}

/// The words of a line.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) runs: Vec<Run>,
    pub(super) size: f64,
    /// Whether nearly all of it leads elsewhere.
    pub(super) linked: bool,
    /// Whether it stands in a box.
    pub(super) boxed: bool,
    /// Whether it ends long before the lines around it do.
    pub(super) short: bool,
}

/// How far apart baselines of one line may be, in letter sizes.
const SAME_LINE: f64 = 0.4;
/// The share of a line's letters that lead elsewhere from which it does as a whole.
const LINKED: f64 = 0.8;
/// From which share of the width of its column on a line is full.
const FULL: f64 = 0.85;
/// Up to which share of it a line that ends a sentence is the last of its paragraph.
const LAST: f64 = 0.6;

/// A column has at least this many lines.
const LEAST_LINES: usize = 3;
/// And its lines are usually at least this long, in letter sizes: what is shorter are names beside a text.
const LEAST_WIDTH: f64 = 8.0;
/// The largest share of a page's lines that may cross the strip between two columns.
const CROSSING: f64 = 0.3;
/// From how many times the usual distance of two lines there is a gap.
const GAP: f64 = 1.3;
/// An indent that begins a paragraph, in letter sizes.
const INDENT: std::ops::Range<f64> = 0.8..4.0;

/// The lines of a page, from top to bottom.
pub(super) fn rows(mut pieces: Vec<Piece>) -> Vec<Row> {
    pieces.retain(|piece| !piece.words().trim().is_empty());
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Row> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if piece.y - row[0].y <= SAME_LINE * piece.size.max(row[0].size) => {
                row.push(piece);
            }
            _ => rows.push(vec![piece]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// The words of a line, whatever they look like.
pub(super) fn words(row: &[Piece]) -> String {
    let words: Vec<String> = row
        .iter()
        .map(|piece| piece.words().trim().to_owned())
        .collect();
    words.join(" ")
}

/// The lines of a page in reading order.
pub(super) fn read(rows: Vec<Row>) -> Vec<Line> {
    let leading = leading(&rows);
    let mut lines = Vec::new();
    read_part(rows, leading, &mut lines);
    lines
}

fn read_part(rows: Vec<Row>, leading: f64, lines: &mut Vec<Line>) {
    let Some(edge) = edge(&rows) else {
        return read_lines(&rows, leading, lines);
    };
    let (mut left, mut right, mut band) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        if row.iter().any(|piece| edge.is_crossed_by(piece)) {
            read_columns([&mut left, &mut right], leading, lines);
            band.push(row);
            continue;
        }
        read_band(&mut band, leading, lines);
        let (own, other): (Row, Row) = row.into_iter().partition(|piece| piece.left < edge.left);
        left.extend(Some(own).filter(|row| !row.is_empty()));
        right.extend(Some(other).filter(|row| !row.is_empty()));
    }
    read_columns([&mut left, &mut right], leading, lines);
    read_band(&mut band, leading, lines);
}

/// Lines that stand over, between or under columns.
fn read_band(band: &mut Vec<Row>, leading: f64, lines: &mut Vec<Line>) {
    if !band.is_empty() {
        read_lines(&std::mem::take(band), leading, lines);
        lines.push(Line::Gap);
    }
}

fn read_columns(columns: [&mut Vec<Row>; 2], leading: f64, lines: &mut Vec<Line>) {
    for column in columns.into_iter().filter(|column| !column.is_empty()) {
        read_part(std::mem::take(column), leading, lines);
        lines.push(Line::Column);
    }
}

/// The left edge of a column that stands beside another.
struct Edge {
    left: f64,
    /// The width of the strip before it that is free.
    strip: f64,
}

impl Edge {
    fn is_crossed_by(&self, piece: &Piece) -> bool {
        piece.left < self.left - 1.0 && piece.right > self.left - self.strip
    }
}

/// The edge of the second column from the left, where there are columns.
fn edge(rows: &[Row]) -> Option<Edge> {
    let pieces = || rows.iter().flatten();
    let mut lefts: Vec<&Piece> = pieces().collect();
    lefts.sort_by(|a, b| a.left.total_cmp(&b.left));
    let edges = lefts
        .chunk_by(|a, b| b.left - a.left < 1.0)
        .filter(|pieces| pieces.len() >= LEAST_LINES)
        .map(|pieces| Edge {
            left: pieces[0].left,
            strip: WIDE * pieces[0].size,
        });
    edges.into_iter().find(|edge| {
        let is_left = |piece: &&Piece| piece.right <= edge.left - edge.strip;
        let left: Vec<&Piece> = pieces().filter(is_left).collect();
        let right: Vec<&Piece> = pieces()
            .filter(|piece| piece.left >= edge.left - 1.0)
            .collect();
        let crossing = rows
            .iter()
            .filter(|row| row.iter().any(|piece| edge.is_crossed_by(piece)));
        #[allow(clippy::cast_precision_loss, reason = "lines of a page")]
        let share = crossing.count() as f64 / rows.len() as f64;
        share <= CROSSING
            && is_column(&left)
            && is_column(&right)
            && stand_side_by_side(&left, &right)
    })
}

fn is_column(pieces: &[&Piece]) -> bool {
    let mut widths: Vec<f64> = pieces
        .iter()
        .map(|piece| (piece.right - piece.left) / piece.size.max(1.0))
        .collect();
    widths.sort_by(f64::total_cmp);
    widths.len() >= LEAST_LINES && widths[widths.len() / 2] >= LEAST_WIDTH
}

/// Whether some lines of one stand at the height of the other.
fn stand_side_by_side(left: &[&Piece], right: &[&Piece]) -> bool {
    let reach = |pieces: &[&Piece]| {
        let heights = pieces.iter().map(|piece| piece.y);
        heights.fold((f64::MAX, f64::MIN), |(top, bottom), y| {
            (top.min(y), bottom.max(y))
        })
    };
    let ((top, bottom), (other_top, other_bottom)) = (reach(left), reach(right));
    top.max(other_top) < bottom.min(other_bottom)
}

/// The usual distance of two lines of a paragraph: the lower quartile of those between one letter and three, as texts
/// of short paragraphs have as many gaps between these.
fn leading(rows: &[Row]) -> f64 {
    let mut pieces: Vec<&Piece> = rows.iter().flatten().collect();
    pieces.sort_by(|a, b| a.left.total_cmp(&b.left).then(a.y.total_cmp(&b.y)));
    let near = pieces.chunk_by(|a, b| b.left - a.left < 1.0);
    let steps = near.flat_map(|column| column.windows(2));
    let mut steps: Vec<f64> = steps
        .map(|pair| ((pair[1].y - pair[0].y).abs(), pair[0].size))
        .filter(|(step, size)| (0.9 * size..3.0 * size).contains(step))
        .map(|(step, _)| step)
        .collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 4).copied().unwrap_or(f64::MAX)
}

/// The lines of one column, with gaps where the distance, an initial, or an indent or a short line after the end of a
/// sentence, begins a paragraph.
fn read_lines(rows: &[Row], leading: f64, lines: &mut Vec<Line>) {
    let mut lefts: Vec<f64> = rows.iter().map(|row| row[0].left).collect();
    lefts.sort_by(f64::total_cmp);
    let usual = lefts.get(lefts.len() / 2).copied().unwrap_or_default();
    let first = lefts.first().copied().unwrap_or_default();
    let last = rows.iter().map(|row| right(row)).fold(first, f64::max);
    let full = first + FULL * (last - first);
    for (at, row) in rows.iter().enumerate() {
        let size = size(row);
        if let Some(before) = at.checked_sub(1).and_then(|at| rows.get(at)) {
            let indent = (row[0].left - usual) / size.max(1.0);
            let ended = ends(&words(before));
            // Lines of large letters stand further apart than those of the text.
            let usual = leading.max(1.2 * size.min(self::size(before)));
            let apart = row[0].y - before[0].y > GAP * usual;
            let last_line = right(before) < first + LAST * (last - first);
            if apart || row[0].initial || (ended && (last_line || INDENT.contains(&indent))) {
                lines.push(Line::Gap);
            }
        }
        lines.push(Line::Words(Words {
            short: right(row) < full,
            ..Words::of(row, size)
        }));
    }
}

/// Whether words end a sentence.
pub(super) fn ends(words: &str) -> bool {
    let words =
        words.trim_end_matches(['»', '"', '”', '“', '’', ')', ']', ' ', '\u{a0}', '\u{202f}']);
    words.ends_with(['.', '?', '!', '…', ':', '؟', '？', '。', '！', '：'])
}

fn right(row: &[Piece]) -> f64 {
    row.iter().map(|piece| piece.right).fold(f64::MIN, f64::max)
}

/// The size of most of a line's letters.
pub(super) fn size(row: &[Piece]) -> f64 {
    let longest = row.iter().max_by_key(|piece| piece.words().len());
    longest.map_or(0.0, |piece| piece.size)
}

impl Words {
    fn of(row: &[Piece], size: f64) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        let (mut linked, mut letters) = (0, 0);
        for piece in row {
            let count = piece
                .words()
                .chars()
                .filter(|char| char.is_alphanumeric())
                .count();
            letters += count;
            linked += if piece.linked { count } else { 0 };
            if let Some(run) = runs.last_mut().filter(|run| !run.words.ends_with(' ')) {
                run.words.push(' ');
            }
            for run in &piece.runs {
                match runs
                    .last_mut()
                    .filter(|last| last.style == run.style && last.raised == run.raised)
                {
                    Some(last) => last.words.push_str(&run.words),
                    None => runs.push(run.clone()),
                }
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "letters of a line")]
        let linked = linked as f64 >= LINKED * letters as f64;
        Self {
            runs,
            size,
            linked: linked && letters > 0,
            boxed: row.iter().all(|piece| piece.boxed),
            short: false,
        }
    }

    pub(super) fn words(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }
}
