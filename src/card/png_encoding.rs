//! PNG encoding, and reading a PNG's size.

use png::{BitDepth, ColorType, Compression, Encoder};

use super::CardError;
use super::canvas::Canvas;

/// The picture without its transparency, of which it has none: a quarter less to compress.
pub(super) fn encode(canvas: &Canvas) -> Result<Vec<u8>, CardError> {
    let pixmap = canvas.pixmap();
    let pixels = pixmap.pixels().iter();
    let rgb: Vec<u8> = pixels
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let failed = |error: png::EncodingError| CardError::Drawing(error.to_string());
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&rgb).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}
