//! An HTTP response as a crawler kept it: its head, and its body unchunked and unpacked.
//!
//! <https://www.rfc-editor.org/rfc/rfc9110>, <https://www.rfc-editor.org/rfc/rfc9112>

use std::io::Read;

use flate2::read::{DeflateDecoder, GzDecoder, ZlibDecoder};

/// The first bytes of what gzip packs.
pub(super) const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A response, its body as it was sent.
#[derive(Debug)]
pub(super) struct HttpResponse<'a> {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    body: &'a [u8],
}

/// Why a body cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BodyFault {
    /// It unpacks to more than may be.
    TooLarge,
    /// It is packed in a way that is not unpacked here, or damaged.
    Packed,
}

impl<'a> HttpResponse<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let ends = ["\r\n\r\n", "\n\n"];
        let (end, blank) = ends
            .iter()
            .filter_map(|blank| Some((find(bytes, blank.as_bytes())?, blank.len())))
            .min()?;
        let head = String::from_utf8_lossy(bytes.get(..end)?);
        let mut lines = head.lines();
        let first = lines.next()?;
        let status = first
            .starts_with("HTTP/")
            .then(|| first.split_whitespace().nth(1)?.parse().ok())
            .flatten()?;
        Some(Self {
            status,
            headers: headers(lines),
            body: &bytes[end + blank..],
        })
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        value(&self.headers, name)
    }

    /// The body as the page was, `most` bytes at most.
    pub(super) fn body(&self, most: usize) -> Result<Vec<u8>, BodyFault> {
        let says = |name: &str, word: &str| {
            let value = self.header(name).unwrap_or_default();
            value.to_ascii_lowercase().contains(word)
        };
        let body = if says("transfer-encoding", "chunked") {
            // Some crawlers join the chunks and keep the header.
            joined(self.body).unwrap_or_else(|| self.body.to_vec())
        } else {
            self.body.to_vec()
        };
        let packed = |word: &str| says("content-encoding", word);
        let unpacked = if packed("gzip") && body.starts_with(&GZIP) {
            unpacked(GzDecoder::new(body.as_slice()), most)?
        } else if packed("deflate") {
            unpacked(ZlibDecoder::new(body.as_slice()), most)
                .or_else(|_| unpacked(DeflateDecoder::new(body.as_slice()), most))?
        } else if packed("br") || packed("zstd") {
            return Err(BodyFault::Packed);
        } else {
            body
        };
        if unpacked.len() > most {
            return Err(BodyFault::TooLarge);
        }
        Ok(unpacked)
    }
}

/// What a packed body unpacks to; of one that is cut off, what is there.
fn unpacked(reader: impl Read, most: usize) -> Result<Vec<u8>, BodyFault> {
    let mut bytes = Vec::new();
    let read = reader.take(most as u64 + 1).read_to_end(&mut bytes);
    match read {
        Err(_) if bytes.is_empty() => Err(BodyFault::Packed),
        _ if bytes.len() > most => Err(BodyFault::TooLarge),
        _ => Ok(bytes),
    }
}

/// The chunks of a body in one piece; `None` where it is not made of chunks.
fn joined(body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let end = find(rest, b"\n")?;
        let line = std::str::from_utf8(&rest[..end]).ok()?.trim();
        let size = line.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(whole);
        }
        let Some(chunk) = rest.get(..size) else {
            // Cut off: what is there counts.
            whole.extend_from_slice(rest);
            return Some(whole);
        };
        whole.extend_from_slice(chunk);
        let after = &rest[size..];
        rest = after
            .strip_prefix(b"\r\n")
            .or(after.strip_prefix(b"\n"))
            .unwrap_or(after);
        if rest.is_empty() {
            return Some(whole);
        }
    }
}

/// Header lines as names in lower case and values.
pub(super) fn headers<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let pair = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
    };
    lines.filter_map(pair).collect()
}

/// The value of a header by its name in lower case.
pub(super) fn value<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = headers.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

/// What a media type says of its encoding: `text/html; charset=utf-8`.
pub(super) fn charset(kind: &str) -> Option<&str> {
    let mut parameters = kind.split(';').skip(1).map(str::trim);
    let charset = parameters.find(|parameter| {
        parameter
            .get(..8)
            .is_some_and(|name| name.eq_ignore_ascii_case("charset="))
    })?;
    Some(charset[8..].trim_matches('"'))
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "what is written here is well formed")]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    #[test]
    fn chunks_are_joined_and_what_is_packed_is_unpacked() {
        let mut packer = GzEncoder::new(Vec::new(), Compression::default());
        packer.write_all(b"<p>By boat.</p>").unwrap();
        let packed = packer.finish().unwrap();
        let (first, second) = packed.split_at(7);
        let mut bytes =
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                .to_vec();
        for chunk in [first, second] {
            bytes.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
            bytes.extend_from_slice(chunk);
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(b"0\r\n\r\n");
        let response = HttpResponse::of(&bytes).unwrap();
        assert_eq!(response.status, 200);
        assert_eq!(response.body(15), Ok(b"<p>By boat.</p>".to_vec()));
        assert_eq!(response.body(14), Err(BodyFault::TooLarge));
    }

    #[test]
    fn a_body_that_only_says_that_it_is_chunked_or_packed_is_taken_as_it_is() {
        let bytes = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n<p>By boat.</p>";
        let response = HttpResponse::of(bytes).unwrap();
        assert_eq!(response.body(99), Ok(b"<p>By boat.</p>".to_vec()));
        let bytes = b"HTTP/1.1 200 OK\ncontent-encoding: br\n\n\x0b\x01";
        let response = HttpResponse::of(bytes).unwrap();
        assert_eq!(response.body(99), Err(BodyFault::Packed));
        assert_eq!(charset("text/html; Charset=\"utf-8\""), Some("utf-8"));
    }
}
