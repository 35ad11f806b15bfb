//! The glyph rasteriser: glyphs as pixels.

use cosmic_text::{LayoutGlyph, SwashContent, SwashImage};
use tiny_skia::{Pixmap, PremultipliedColorU8};

use super::CardError;
use super::character_classes::has_shape;
use super::shared_fonts::FontSession;
use super::text_layout::{TextBlock, TextTone};
use super::theme::Rgb;

/// A glyph's pixels and the place of their top left corner.
pub(super) struct GlyphImage {
    left: i32,
    top: i32,
    image: SwashImage,
    pub(super) ink: GlyphColour,
}

/// Where a glyph's colour comes from.
pub(super) enum GlyphColour {
    /// The image says how much ink there is, the tone which.
    Mask(TextTone),
    /// The image has colours of its own.
    Colour,
}

/// The glyphs of a paragraph whose top left corner is at a point.
///
/// An error where a letter left no ink: a font may know a character and have no drawing of it.
pub(super) fn images(
    press: &mut FontSession<'_>,
    block: &TextBlock,
    at: (f32, f32),
) -> Result<Vec<GlyphImage>, CardError> {
    if let Some(c) = block.missing() {
        return Err(CardError::MissingGlyph(c));
    }
    let mut drawn = Vec::new();
    for run in block.runs() {
        // A letter may take several glyphs, some of them empty.
        let mut blank: Option<(usize, char)> = None;
        for glyph in run.glyphs {
            if blank.is_some_and(|(start, _)| start != glyph.start) {
                break;
            }
            match image(press, glyph, (at.0, at.1 + run.line_top + block.baseline())) {
                Some(image) => {
                    drawn.push(image);
                    blank = None;
                }
                None => blank = blank.or_else(|| shape(run.text, glyph)),
            }
        }
        if let Some((_, c)) = blank {
            return Err(CardError::MissingGlyph(c));
        }
    }
    Ok(drawn)
}

/// The first character of a glyph's letter that should leave ink, with the letter's place.
fn shape(text: &str, glyph: &LayoutGlyph) -> Option<(usize, char)> {
    let mut letters = text[glyph.start..glyph.end].chars();
    letters.find(|c| has_shape(*c)).map(|c| (glyph.start, c))
}

fn image(press: &mut FontSession<'_>, glyph: &LayoutGlyph, at: (f32, f32)) -> Option<GlyphImage> {
    let placed = glyph.physical(at, 1.0);
    let (system, images) = press.images();
    let image = images.get_image(system, placed.cache_key).as_ref()?;
    let place = image.placement;
    (place.width > 0 && place.height > 0).then(|| GlyphImage {
        left: placed.x + place.left,
        top: placed.y - place.top,
        ink: match image.content {
            SwashContent::Mask | SwashContent::SubpixelMask => {
                GlyphColour::Mask(TextTone::of(glyph))
            }
            SwashContent::Color => GlyphColour::Colour,
        },
        image: image.clone(),
    })
}

/// Puts one colour where the image says.
pub(super) fn tint(pixmap: &mut Pixmap, glyph: &GlyphImage, rgb: Rgb) {
    each(pixmap, glyph, 1, |under, pixel| over(under, rgb, pixel[0]));
}

/// Puts the image's own colours.
pub(super) fn blend(pixmap: &mut Pixmap, glyph: &GlyphImage) {
    each(pixmap, glyph, 4, |under, pixel| {
        over(under, [pixel[0], pixel[1], pixel[2]], pixel[3])
    });
}

/// Gives every pixel of the paper under a glyph, with the `bytes` of the image's pixel over it, a new colour.
fn each(
    pixmap: &mut Pixmap,
    glyph: &GlyphImage,
    bytes: usize,
    mix: impl Fn(PremultipliedColorU8, &[u8]) -> Option<PremultipliedColorU8>,
) {
    let size = |side: u32| usize::try_from(side).unwrap_or(usize::MAX);
    let (width, height) = (size(pixmap.width()), size(pixmap.height()));
    let pixels = pixmap.pixels_mut();
    let rows = glyph
        .image
        .data
        .chunks_exact(size(glyph.image.placement.width) * bytes);
    for (y, row) in (glyph.top..).zip(rows) {
        for (x, pixel) in (glyph.left..).zip(row.chunks_exact(bytes)) {
            let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
                continue;
            };
            if x < width
                && y < height
                && let Some(mixed) = mix(pixels[y * width + x], pixel)
            {
                pixels[y * width + x] = mixed;
            }
        }
    }
}

/// A colour laid over opaque paper; `None` where nothing changes.
fn over(under: PremultipliedColorU8, rgb: Rgb, cover: u8) -> Option<PremultipliedColorU8> {
    if cover == 0 {
        return None;
    }
    let mix = |over: u8, under: u8| {
        let cover = u32::from(cover);
        let sum = u32::from(over) * cover + u32::from(under) * (255 - cover);
        u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
    };
    PremultipliedColorU8::from_rgba(
        mix(rgb[0], under.red()),
        mix(rgb[1], under.green()),
        mix(rgb[2], under.blue()),
        255,
    )
}
