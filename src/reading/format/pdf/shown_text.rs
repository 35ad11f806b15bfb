//! Operators that show text (ISO 32000-1, 9.3 and 9.4): where each letter stands.

use std::rc::Rc;

use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::ops::TypedInstruction as Operator;
use hayro_syntax::object::{Array, Object};
use hayro_syntax::page::Resources;

use super::content_stream::{Glyph, Walker, affine};
use super::fonts::{Sign, Style};

/// How far a line may rise or fall: pages are scanned a little askew, and stamps are drawn across them.
const SLANT: f64 = 0.3;

impl<'a> Walker<'a, '_> {
    /// Carries out what is about text; hands back what is not.
    pub(super) fn take_of_text<'b, 'c>(
        &mut self,
        operator: Operator<'b, 'c>,
        resources: &Resources<'a>,
    ) -> Option<Operator<'b, 'c>> {
        match operator {
            Operator::BeginText(_) => self.begin_line(Affine::IDENTITY),
            Operator::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            Operator::NextLineAndSetLeading(by) => {
                self.state.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Operator::SetTextMatrix(to) => {
                self.begin_line(affine([to.0, to.1, to.2, to.3, to.4, to.5]));
            }
            Operator::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Operator::ShowText(text) => self.show(text.0.as_bytes()),
            Operator::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.leading);
                self.show(text.0.as_bytes());
            }
            Operator::ShowTextWithParameters(text) => {
                self.state.word_space = text.0.as_f64();
                self.state.letter_space = text.1.as_f64();
                self.next_line(0.0, -self.state.leading);
                self.show(text.2.as_bytes());
            }
            Operator::ShowTexts(texts) => self.show_apart(texts.0),
            other => return self.take_parameter(other, resources),
        }
        None
    }

    /// Carries out what changes how text is shown; hands back what does not.
    fn take_parameter<'b, 'c>(
        &mut self,
        operator: Operator<'b, 'c>,
        resources: &Resources<'a>,
    ) -> Option<Operator<'b, 'c>> {
        match operator {
            Operator::TextFont(font) => {
                let dict = resources.get_font(font.0);
                self.state.face = dict.and_then(|dict| self.fonts.face(&dict));
                self.state.size = font.1.as_f64();
            }
            Operator::CharacterSpacing(space) => self.state.letter_space = space.0.as_f64(),
            Operator::WordSpacing(space) => self.state.word_space = space.0.as_f64(),
            Operator::HorizontalScaling(scale) => self.state.stretch = scale.0.as_f64() / 100.0,
            Operator::TextLeading(leading) => self.state.leading = leading.0.as_f64(),
            Operator::TextRise(rise) => self.state.rise = rise.0.as_f64(),
            Operator::TextRenderingMode(mode) => self.state.outlined = mode.0.as_i64() == 2,
            other => return Some(other),
        }
        None
    }

    fn begin_line(&mut self, at: Affine) {
        (self.text, self.line) = (at, at);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.begin_line(self.line * Affine::translate((x, y)));
    }

    /// Texts with distances between them.
    fn show_apart(&mut self, texts: &Array<'_>) {
        for part in texts.iter::<Object<'_>>() {
            match part {
                Object::String(text) => self.show(text.as_bytes()),
                Object::Number(back) => {
                    let by = -back.as_f64() / 1000.0 * self.state.size * self.state.stretch;
                    self.text *= Affine::translate((by, 0.0));
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(face) = self.state.face.clone().filter(|face| face.is_horizontal()) else {
            return;
        };
        let apart = self.marks.contains(&true);
        let style = Style {
            bold: face.style.bold || self.state.outlined,
            ..face.style
        };
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = face.code(bytes, at);
            at += length;
            let sign = face.sign(code);
            let word_space = if code == 32 && length == 1 {
                self.state.word_space
            } else {
                0.0
            };
            let width = sign.advance * self.state.size * self.state.stretch;
            let glyph = self.glyph(sign, width, style);
            let drawn = if apart {
                &mut self.drawn.artifacts
            } else {
                &mut self.drawn.glyphs
            };
            drawn.extend(glyph);
            let space = (self.state.letter_space + word_space) * self.state.stretch;
            self.text *= Affine::translate((width + space, 0.0));
        }
    }

    /// A glyph where the next letter stands, unless it is written upwards or beside the page.
    fn glyph(&self, sign: Rc<Sign>, width: f64, style: Style) -> Option<Glyph> {
        let place = self.state.place * self.text;
        let [across, turned, _, up, ..] = place.as_coeffs();
        let start = place * Point::new(0.0, self.state.rise);
        let end = place * Point::new(width, self.state.rise);
        let inside = (-1.0..=self.drawn.width + 1.0).contains(&start.x)
            && (-1.0..=self.drawn.height + 1.0).contains(&start.y);
        (turned.abs() <= SLANT * across.abs() && inside).then(|| Glyph {
            sign,
            left: start.x.min(end.x),
            right: start.x.max(end.x),
            y: start.y,
            size: (self.state.size * up).abs(),
            style,
        })
    }
}
