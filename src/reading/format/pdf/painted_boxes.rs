//! Operators that fill and frame paths (ISO 32000-1, 8.5): the boxes that are seen around texts.

use hayro_font::kurbo::{Point, Rect};
use hayro_syntax::content::ops::TypedInstruction as Operator;
use hayro_syntax::object::Number;

use super::content_stream::Walker;

impl Walker<'_, '_> {
    /// Carries out what is about colours and paths.
    pub(super) fn take_of_shapes(&mut self, operator: Operator<'_, '_>) {
        let is_white = |parts: &[Number]| {
            matches!(parts.len(), 1 | 3) && parts.iter().all(|part| part.as_f64() >= 1.0)
        };
        match operator {
            Operator::NonStrokeColorDeviceGray(grey) => self.state.white = is_white(&[grey.0]),
            Operator::NonStrokeColorDeviceRgb(colour) => {
                self.state.white = is_white(&[colour.0, colour.1, colour.2]);
            }
            Operator::NonStrokeColor(colour) => self.state.white = is_white(&colour.0),
            Operator::NonStrokeColorNamed(colour) => self.state.white = is_white(&colour.0),
            Operator::NonStrokeColorCmyk(ink) => {
                let inks = [ink.0, ink.1, ink.2, ink.3];
                self.state.white = inks.iter().all(|ink| ink.as_f64() <= 0.0);
            }
            Operator::RectPath(rect) => {
                self.reach(rect.0.as_f64(), rect.1.as_f64());
                let (width, height) = (rect.2.as_f64(), rect.3.as_f64());
                self.reach(rect.0.as_f64() + width, rect.1.as_f64() + height);
            }
            Operator::MoveTo(to) => self.reach(to.0.as_f64(), to.1.as_f64()),
            Operator::LineTo(to) => self.reach(to.0.as_f64(), to.1.as_f64()),
            Operator::CubicTo(to) => self.reach(to.4.as_f64(), to.5.as_f64()),
            Operator::CubicStartTo(to) => self.reach(to.2.as_f64(), to.3.as_f64()),
            Operator::CubicEndTo(to) => self.reach(to.2.as_f64(), to.3.as_f64()),
            Operator::FillPathNonZero(_)
            | Operator::FillPathNonZeroCompatibility(_)
            | Operator::FillPathEvenOdd(_) => self.shape(!self.state.white),
            Operator::StrokePath(_)
            | Operator::CloseAndStrokePath(_)
            | Operator::FillAndStrokeNonZero(_)
            | Operator::FillAndStrokeEvenOdd(_)
            | Operator::CloseFillAndStrokeNonZero(_)
            | Operator::CloseFillAndStrokeEvenOdd(_) => self.shape(true),
            Operator::EndPath(_) => self.shape(false),
            _ => {}
        }
    }

    /// The path goes to a point.
    fn reach(&mut self, x: f64, y: f64) {
        let point = self.state.place * Point::new(x, y);
        let path = self.path.get_or_insert(Rect::from_points(point, point));
        *path = path.union_pt(point);
    }

    /// The path ends, and becomes something that is seen.
    fn shape(&mut self, seen: bool) {
        let path = self.path.take().filter(|_| seen);
        self.drawn.boxes.extend(path);
    }
}
