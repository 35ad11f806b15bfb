//! The canvas: draws rectangles, glyphs and pictures in pixels.

use tiny_skia::{
    Color, FillRule, FilterQuality, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Rect, Transform,
};

use super::glyph_rasterizer::{self, GlyphColour};
use super::logo::Logo;
use super::shared_fonts::FontSession;
use super::text_layout::{TextBlock, TextTone};
use super::theme::{Colours, Rgb, Theme};
use super::{CardError, CardSize, highlight_strokes};

/// A card that is being drawn.
pub(super) struct Canvas(Pixmap);

impl Canvas {
    pub(super) fn new(size: CardSize, paper: Rgb) -> Result<Self, CardError> {
        let (width, height) = size.pixels();
        let pixmap = Pixmap::new(width, height);
        let mut pixmap =
            pixmap.ok_or_else(|| CardError::Drawing("not enough memory".to_owned()))?;
        pixmap.fill(colour(paper));
        Ok(Self(pixmap))
    }

    pub(super) fn pixmap(&self) -> &Pixmap {
        &self.0
    }

    /// A paragraph with its top left corner at a point, the marker's strokes under it.
    pub(super) fn text(
        &mut self,
        press: &mut FontSession<'_>,
        block: &TextBlock,
        at: (f32, f32),
        theme: &Theme,
    ) -> Result<(), CardError> {
        let colours = theme.colours();
        let strokes = block.runs().flat_map(|run| {
            highlight_strokes::strokes(&run, run.line_top + block.baseline(), block.size())
        });
        for stroke in strokes {
            let corner = (at.0 + stroke.left, at.1 + stroke.top);
            self.rounded(
                corner,
                (stroke.width, stroke.height),
                block.size() * 0.1,
                colours.marker,
            );
        }
        for glyph in glyph_rasterizer::images(press, block, at)? {
            match &glyph.ink {
                GlyphColour::Mask(tone) => {
                    glyph_rasterizer::tint(&mut self.0, &glyph, inked(*tone, &colours))
                }
                GlyphColour::Colour => glyph_rasterizer::blend(&mut self.0, &glyph),
            }
        }
        Ok(())
    }

    /// A thin line.
    pub(super) fn rule(&mut self, left: f32, top: f32, width: f32, rgb: Rgb) {
        const THICK: f32 = 2.0;
        if let Some(rect) = Rect::from_xywh(left, top.round(), width, THICK) {
            self.0
                .fill_rect(rect, &paint(rgb, false), Transform::identity(), None);
        }
    }

    /// A square on whole pixels.
    pub(super) fn square(&mut self, at: (f32, f32), side: f32, rgb: Rgb) {
        if let Some(rect) = Rect::from_xywh(at.0.round(), at.1.round(), side, side) {
            self.0
                .fill_rect(rect, &paint(rgb, false), Transform::identity(), None);
        }
    }

    /// A rectangle with rounded corners.
    pub(super) fn rounded(&mut self, at: (f32, f32), size: (f32, f32), radius: f32, rgb: Rgb) {
        if let Some(path) = rounded(at, size, radius) {
            let paint = paint(rgb, true);
            self.0.fill_path(
                &path,
                &paint,
                FillRule::Winding,
                Transform::identity(),
                None,
            );
        }
    }

    /// A logo, scaled to a size.
    pub(super) fn logo(&mut self, logo: &Logo, at: (f32, f32), size: (f32, f32)) {
        let picture = logo.scaled_near(size);
        #[allow(clippy::cast_precision_loss, reason = "a few thousand pixels")]
        let scale = (
            size.0 / picture.width() as f32,
            size.1 / picture.height() as f32,
        );
        let paint = PixmapPaint {
            quality: FilterQuality::Bilinear,
            ..PixmapPaint::default()
        };
        let transform = Transform::from_row(scale.0, 0.0, 0.0, scale.1, at.0.round(), at.1.round());
        self.0
            .draw_pixmap(0, 0, picture.as_ref(), &paint, transform, None);
    }
}

fn inked(tone: TextTone, colours: &Colours) -> Rgb {
    match tone {
        TextTone::Ink | TextTone::Marked => colours.ink,
        TextTone::Muted => colours.muted,
        TextTone::Accent => colours.accent,
    }
}

fn colour([red, green, blue]: Rgb) -> Color {
    Color::from_rgba8(red, green, blue, 255)
}

fn paint(rgb: Rgb, smooth: bool) -> Paint<'static> {
    let mut paint = Paint {
        anti_alias: smooth,
        ..Paint::default()
    };
    paint.set_color(colour(rgb));
    paint
}

fn rounded((left, top): (f32, f32), (width, height): (f32, f32), radius: f32) -> Option<Path> {
    let (right, bottom) = (left + width, top + height);
    let radius = radius.min(width / 2.0).min(height / 2.0);
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.quad_to(right, top, right, top + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.quad_to(left, bottom, left, bottom - radius);
    path.line_to(left, top + radius);
    path.quad_to(left, top, left + radius, top);
    path.close();
    path.finish()
}
