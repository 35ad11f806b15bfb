//! The owner's logo on a card, in several sizes.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use png::Decoder;
use tiny_skia::{Pixmap, PremultipliedColorU8};

use super::CardError;
use super::error::LARGEST;
use crate::files;

/// How much of a file is read, in bytes: one that is larger is cut off, and no picture.
const LARGEST_FILE: u64 = 64 << 20;

/// A picture, and smaller ones of half the side each, for drawing it small without loss.
#[derive(Debug, Clone)]
pub(super) struct Logo(Arc<Vec<Pixmap>>);

impl Logo {
    pub(super) fn read(path: &Path) -> Result<Self, CardError> {
        let refused = |reason: String| CardError::Logo {
            path: path.to_owned(),
            reason,
        };
        let bytes = files::read(path, LARGEST_FILE).map_err(|error| refused(error.to_string()))?;
        let (width, height) = size(&bytes).map_err(&refused)?;
        if width > LARGEST || height > LARGEST {
            return Err(refused(format!("it has {width} × {height} pixels")));
        }
        let whole = Pixmap::decode_png(&bytes).map_err(|error| refused(error.to_string()))?;
        let mut pictures = vec![whole];
        while let Some(half) = pictures.last().and_then(halved) {
            pictures.push(half);
        }
        Ok(Self(Arc::new(pictures)))
    }

    /// Its size in a box, in pixels, never larger than it is.
    #[allow(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    pub(super) fn size(&self, (width, height): (f32, f32)) -> (f32, f32) {
        let Some(whole) = self.0.first() else {
            return (0.0, 0.0);
        };
        let own = (whole.width() as f32, whole.height() as f32);
        let scale = (width / own.0).min(height / own.1).min(1.0);
        (
            (own.0 * scale).round().max(1.0),
            (own.1 * scale).round().max(1.0),
        )
    }

    /// The smallest of the pictures that is at least `size` large.
    #[allow(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    pub(super) fn scaled_near(&self, size: (f32, f32)) -> &Pixmap {
        let is_enough = |picture: &&Pixmap| {
            picture.width() as f32 >= size.0 && picture.height() as f32 >= size.1
        };
        self.0.iter().rev().find(is_enough).unwrap_or(&self.0[0])
    }
}

/// A picture of half the side, each pixel the mean of four; `None` where it would be nothing.
fn halved(picture: &Pixmap) -> Option<Pixmap> {
    let (width, height) = (picture.width() / 2, picture.height() / 2);
    let mut half = Pixmap::new(width, height)?;
    for (at, pixel) in (0..).zip(half.pixels_mut()) {
        let (x, y) = (at % width * 2, at / width * 2);
        let four =
            [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)].map(|(x, y)| picture.pixel(x, y));
        *pixel = mean(four.into_iter().flatten())?;
    }
    Some(half)
}

fn mean(pixels: impl Iterator<Item = PremultipliedColorU8>) -> Option<PremultipliedColorU8> {
    let (mut sum, mut count) = ([0_u16; 4], 0_u16);
    for pixel in pixels {
        let parts = [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()];
        for (sum, part) in sum.iter_mut().zip(parts) {
            *sum += u16::from(part);
        }
        count += 1;
    }
    let [red, green, blue, alpha] =
        sum.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX));
    PremultipliedColorU8::from_rgba(red, green, blue, alpha)
}

/// Width and height that a PNG says it has.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), String> {
    let reader = Decoder::new(Cursor::new(bytes)).read_info();
    let reader = reader.map_err(|error| error.to_string())?;
    Ok((reader.info().width, reader.info().height))
}
