//! Highlighter strokes behind the words that answer.

use cosmic_text::LayoutRun;

use super::text_layout::TextTone;

/// One stroke, in pixels from the paragraph's corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct HighlightStroke {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// The strokes on a line: one around each run of marked words, white space at its ends left out. Words of
/// two directions may make several.
pub(super) fn strokes(run: &LayoutRun<'_>, baseline: f32, size: f32) -> Vec<HighlightStroke> {
    let mut found: Vec<(f32, f32)> = Vec::new();
    let mut open = false;
    for glyph in run.glyphs {
        let is_marked = TextTone::of(glyph) == TextTone::Marked;
        let is_space = run.text[glyph.start..glyph.end].trim().is_empty();
        match found.last_mut() {
            _ if !is_marked => open = false,
            _ if is_space => {}
            // Words that are read from right to left come the rightmost first.
            Some((left, right)) if open => {
                *left = left.min(glyph.x);
                *right = right.max(glyph.x + glyph.w);
            }
            _ => {
                found.push((glyph.x, glyph.x + glyph.w));
                open = true;
            }
        }
    }
    let (over, under, aside) = (size * 0.80, size * 0.27, size * 0.12);
    let stroke = |(left, right): (f32, f32)| HighlightStroke {
        left: left - aside,
        top: baseline - over,
        width: right - left + 2.0 * aside,
        height: over + under,
    };
    found.into_iter().map(stroke).collect()
}
