//! The QR code of a link.

use qrcodegen::{QrCode, QrCodeEcc};

use super::canvas::Canvas;
use super::theme::Colours;
use crate::answer::Attribution;

/// A link's code, in squares of whole pixels.
pub(super) struct Code {
    code: QrCode,
    square: f32,
    /// The clear space around it that it takes with it, in pixels: none on light paper, which is clear.
    quiet: f32,
}

/// Squares smaller than this, in pixels, do not survive a messenger's compression.
const SMALLEST: f32 = 3.0;

/// The clear space around a code, in squares (ISO/IEC 18004).
const QUIET: f32 = 4.0;

impl Code {
    /// The code of the link to the very words, or of the interview's address where that is too long; `None`
    /// where both are. `side` is what a side should not exceed where it can, and what it must not.
    pub(super) fn of(
        attribution: &Attribution,
        side: (f32, f32),
        colours: &Colours,
    ) -> Option<Self> {
        let link = attribution.link.as_deref()?;
        let links = [Some(link), attribution.url.as_deref()];
        let (code, square) = links
            .into_iter()
            .flatten()
            .find_map(|link| within(link, side))?;
        let is_clear = colours.plate == colours.paper;
        Some(Self {
            code,
            square,
            quiet: if is_clear { 0.0 } else { QUIET * square },
        })
    }

    /// Its side in pixels, with the clear space that it takes with it.
    pub(super) fn side(&self) -> f32 {
        squares(&self.code) * self.square + 2.0 * self.quiet
    }

    pub(super) fn paint(&self, canvas: &mut Canvas, at: (f32, f32), colours: &Colours) {
        if self.quiet > 0.0 {
            let whole = (self.side(), self.side());
            canvas.rounded(at, whole, self.square, colours.plate);
        }
        let dark = |x: i32, y: i32| self.code.get_module(x, y);
        let place = |origin: f32, count: i32| {
            #[allow(clippy::cast_precision_loss, reason = "below 200")]
            let count = count as f32;
            origin + self.quiet + count * self.square
        };
        for y in 0..self.code.size() {
            for x in (0..self.code.size()).filter(|x| dark(*x, y)) {
                canvas.square((place(at.0, x), place(at.1, y)), self.square, colours.code);
            }
        }
    }
}

/// A link's code and the side of its squares, `None` where they would be too small.
fn within(link: &str, (should, must): (f32, f32)) -> Option<(QrCode, f32)> {
    // What compression takes is won back by larger squares more than by redundancy, of which as much is
    // added as costs no square.
    let code = QrCode::encode_text(link, QrCodeEcc::Low).ok()?;
    let square = (should / squares(&code)).floor().max(SMALLEST);
    (square * squares(&code) <= must).then_some((code, square))
}

fn squares(code: &QrCode) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "below 200")]
    let squares = code.size() as f32;
    squares
}
