//! Text layout: shaping and line breaking.

use cosmic_text::{Attrs, Buffer, CacheKeyFlags, Family, LayoutRun, Metrics, Shaping, Wrap};
use unicode_segmentation::UnicodeSegmentation;

use super::CardError;
use super::character_classes::{has_shape, is_rtl};
use super::font_fallback::Face;
use super::font_style::{FontStyle, OWN};
use super::shared_fonts::FontSession;

/// How a piece of text is inked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum TextTone {
    Ink = 0,
    /// Ink, on a marker's stroke.
    Marked = 1,
    Muted = 2,
    Accent = 3,
}

impl TextTone {
    /// The tone that a glyph was given.
    pub(super) fn of(glyph: &cosmic_text::LayoutGlyph) -> Self {
        match glyph.metadata {
            1 => Self::Marked,
            2 => Self::Muted,
            3 => Self::Accent,
            _ => Self::Ink,
        }
    }
}

/// Text in one style and tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StyledText {
    pub(super) text: String,
    pub(super) style: FontStyle,
    pub(super) tone: TextTone,
}

impl StyledText {
    pub(super) fn plain(text: &str, style: FontStyle) -> Self {
        Self::new(text, style, TextTone::Ink)
    }

    pub(super) fn new(text: &str, style: FontStyle, tone: TextTone) -> Self {
        Self {
            text: text.to_owned(),
            style,
            tone,
        }
    }
}

/// One paragraph.
pub(super) struct TextBlock {
    buffer: Buffer,
    size: f32,
    leading: f32,
    measure: f32,
}

/// How far the line that letters stand on is below the middle of a line in Libertinus Serif: half of its ascender
/// (0.894) less its descender (0.246), as a share of the size.
const MIDDLE: f32 = 0.324;

impl TextBlock {
    /// Shapes pieces into one paragraph, not broken into lines yet.
    pub(super) fn set(
        press: &mut FontSession<'_>,
        pieces: &[StyledText],
    ) -> Result<Self, CardError> {
        let runs = faced(press, pieces)?;
        let spans = runs
            .iter()
            .map(|(text, face, tone)| (text.as_str(), attributes(face, *tone)));
        let mut buffer = Buffer::new_empty(Metrics::new(1.0, 1.0));
        buffer.set_wrap(Wrap::WordOrGlyph);
        buffer.set_rich_text(
            spans,
            &Attrs::new().family(Family::Name(OWN)),
            Shaping::Advanced,
            None,
        );
        Ok(Self {
            buffer,
            size: 1.0,
            leading: 1.0,
            measure: 0.0,
        })
    }

    /// Breaks it into lines of `width`; type and leading in pixels.
    pub(super) fn lay(&mut self, press: &mut FontSession<'_>, width: f32, size: f32, leading: f32) {
        (self.size, self.leading, self.measure) = (size, leading, width);
        self.buffer.set_metrics(Metrics::new(size, leading));
        self.buffer.set_size(Some(width), None);
        self.buffer.shape_until_scroll(press.system(), false);
    }

    pub(super) fn runs(&self) -> impl Iterator<Item = LayoutRun<'_>> {
        self.buffer.layout_runs()
    }

    pub(super) fn lines(&self) -> usize {
        self.runs().count()
    }

    pub(super) fn height(&self) -> f32 {
        self.runs().map(|run| run.line_height).sum()
    }

    pub(super) fn size(&self) -> f32 {
        self.size
    }

    /// The width that it was broken into lines for.
    pub(super) fn measure(&self) -> f32 {
        self.measure
    }

    /// From the top of a line to the line that its letters stand on: the same in every line, whatever other
    /// fonts are in it.
    pub(super) fn baseline(&self) -> f32 {
        self.leading / 2.0 + MIDDLE * self.size
    }

    /// The widest line.
    pub(super) fn width(&self) -> f32 {
        self.runs().map(|run| run.line_w).fold(0.0, f32::max)
    }

    /// Whether it is read from right to left.
    pub(super) fn is_rtl(&self) -> bool {
        self.runs().next().is_some_and(|run| run.rtl)
    }

    /// The first character that was left without a glyph.
    pub(super) fn missing(&self) -> Option<char> {
        self.runs().find_map(|run| {
            let clusters = run.glyphs.iter().filter(|glyph| glyph.glyph_id == 0);
            let mut letters = clusters.flat_map(|glyph| run.text[glyph.start..glyph.end].chars());
            letters.find(|c| has_shape(*c))
        })
    }
}

/// A letter with its accents, and how it is set.
struct ShapedLetter<'a> {
    text: &'a str,
    style: FontStyle,
    tone: TextTone,
}

/// The pieces cut where the face changes.
fn faced(
    press: &mut FontSession<'_>,
    pieces: &[StyledText],
) -> Result<Vec<(String, Face, TextTone)>, CardError> {
    let letters: Vec<ShapedLetter<'_>> = pieces
        .iter()
        .flat_map(|piece| {
            piece.text.graphemes(true).map(|text| ShapedLetter {
                text,
                style: piece.style,
                tone: piece.tone,
            })
        })
        .collect();
    let mut runs: Vec<(String, Face, TextTone)> = Vec::new();
    for word in letters.split_inclusive(|letter| letter.text == " ") {
        face_word(press, word, &mut runs)?;
    }
    Ok(runs)
}

/// Adds a word's letters to the runs.
///
/// The typesetter puts the parts of a word that is read from right to left in the wrong order where they
/// have different faces (cosmic-text 0.19, `ShapeWord::build`). So the marks in such a word, brackets and dots,
/// get the letters' face; one that it has no glyph for is found in the own family by the typesetter itself.
fn face_word(
    press: &mut FontSession<'_>,
    word: &[ShapedLetter<'_>],
    runs: &mut Vec<(String, Face, TextTone)>,
) -> Result<(), CardError> {
    let (system, faces) = press.faces();
    let turns = word.iter().find(|letter| letter.text.starts_with(is_rtl));
    let turned = turns
        .map(|letter| faces.choose(system, letter.text, letter.style, None))
        .transpose()
        .map_err(CardError::MissingGlyph)?;
    for letter in word {
        let is_mark = !letter.text.chars().any(char::is_alphabetic);
        let before = turned.as_ref().or(runs.last().map(|(_, face, _)| face));
        let face = match turned.as_ref().filter(|_| is_mark) {
            Some(face) if faces.helps(face, letter.text, letter.style) => face.clone(),
            _ => faces
                .choose(system, letter.text, letter.style, before)
                .map_err(CardError::MissingGlyph)?,
        };
        match runs.last_mut() {
            Some((text, last, tone)) if *last == face && *tone == letter.tone => {
                text.push_str(letter.text);
            }
            _ => runs.push((letter.text.to_owned(), face, letter.tone)),
        }
    }
    Ok(())
}

fn attributes(face: &Face, tone: TextTone) -> Attrs<'_> {
    Attrs::new()
        .family(Family::Name(&face.family))
        .weight(face.weight)
        .style(face.style)
        .stretch(face.stretch)
        .metadata(tone as usize)
        // The picture is looked at in other sizes than its own: shapes matter more than the pixel grid.
        .cache_key_flags(CacheKeyFlags::DISABLE_HINTING)
}
