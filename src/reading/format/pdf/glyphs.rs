//! What stands on the pages of a PDF, and where: pieces of lines with their boxes.

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform};

/// Words on one baseline without a wide gap. Lengths are in points, `y` is counted downwards.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    /// The size of its letters.
    pub(super) size: f64,
    pub(super) words: String,
}

/// Pieces page by page, in the order in which they are drawn.
pub(super) fn pages(bytes: &[u8]) -> Result<Vec<Vec<Piece>>, OutputError> {
    let mut document = Document::load_mem(bytes)?;
    if document.is_encrypted() {
        document.decrypt("")?;
    }
    let mut pages = Pages::default();
    pdf_extract::output_doc(&document, &mut pages)?;
    Ok(pages.pages)
}

/// A gap between two letters, in their size, from which it is a space.
const SPACE: f64 = 0.1;
/// And from which what follows is another piece: a wide space of a justified line, or the next column.
pub(super) const WIDE: f64 = 0.7;
/// How far apart baselines of one line may be, in letter sizes.
pub(super) const SAME_LINE: f64 = 0.4;

#[derive(Default)]
struct Pages {
    pages: Vec<Vec<Piece>>,
    height: f64,
    /// Whether the next letter is the first of what is drawn in one go.
    first: bool,
}

impl OutputDev for Pages {
    fn begin_page(
        &mut self,
        _: u32,
        media_box: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.height = media_box.ury;
        self.pages.push(Vec::new());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        letters: &str,
    ) -> Result<(), OutputError> {
        // What is written upwards or downwards stands beside the text.
        if place.m12.abs() > place.m11.abs() {
            return Ok(());
        }
        let size = (font_size * place.m11).abs();
        let (left, y) = (place.m31, self.height - place.m32);
        let first = std::mem::take(&mut self.first);
        let Some(page) = self.pages.last_mut() else {
            return Ok(());
        };
        let right = left + width * size;
        match page.last_mut() {
            Some(last) if last.takes(left, y, first) => {
                if first && left - last.right > SPACE * last.size && !last.words.ends_with(' ') {
                    last.words.push(' ');
                }
                last.words.push_str(letters);
                last.right = last.right.max(right);
            }
            _ => page.push(Piece {
                left,
                right,
                y,
                size,
                words: letters.to_owned(),
            }),
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.first = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

impl Piece {
    /// Whether a letter at this place goes on with it.
    fn takes(&self, left: f64, y: f64, first: bool) -> bool {
        let gap = left - self.right;
        let line = (y - self.y).abs() <= SAME_LINE * self.size;
        line && (!first || (-SAME_LINE * self.size..WIDE * self.size).contains(&gap))
    }
}
