//! Character encodings: from bytes to text.
//!
//! UTF-8 is believed as long as it mostly holds, because one bad byte makes a detector read a whole
//! UTF-8 file as Windows-1252. Control characters tell a binary file before anything is guessed.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;
use crate::language::{Language, detect};

/// The text of a file, without its byte order mark.
pub(super) fn decode(bytes: &[u8], warnings: &mut Vec<String>) -> Result<String, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if damaged {
            warnings.push(replaced(encoding.name()));
        }
        return text_or_binary(text.into_owned());
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        warnings.push(guessed(encoding));
        return text_or_binary(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text_or_binary(text.to_owned());
    }
    if is_binary(bytes.iter().map(|&byte| char::from(byte)), bytes.len()) {
        return Err(ReadError::Binary);
    }
    if mostly_utf8(bytes) {
        warnings.push(replaced("UTF-8"));
        return Ok(String::from_utf8_lossy(bytes).into_owned());
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let (western, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    let domain = domain_of(detect(&western)).filter(|_| is_mostly_ascii(bytes, MOST_SIGNS));
    let encoding = detector.guess(domain, chardetng::Utf8Detection::Deny);
    // One £ or « says nothing of an encoding: the language around it does.
    let western = domain.is_some_and(|domain| !OTHER_FAMILIES.contains(&domain));
    let encoding = if encoding == UTF_8 || (western && is_mostly_ascii(bytes, FEW_SIGNS)) {
        encoding_rs::WINDOWS_1252
    } else {
        encoding
    };
    warnings.push(guessed(encoding));
    Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// The share of bytes beyond ASCII up to which the language can be told without knowing them, and up to which they say
/// nothing themselves: one in so many.
const MOST_SIGNS: usize = 5;
const FEW_SIGNS: usize = 50;

fn is_mostly_ascii(bytes: &[u8], one_in: usize) -> bool {
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    beyond * one_in <= bytes.len()
}

/// The domain of a country where a language is written, which the detector takes as a hint.
fn domain_of(language: Language) -> Option<&'static [u8]> {
    Some(match language {
        Language::English => b"uk",
        Language::French => b"fr",
        Language::German => b"de",
        Language::Spanish => b"es",
        Language::Italian => b"it",
        Language::Portuguese => b"pt",
        Language::Dutch => b"nl",
        Language::Danish => b"dk",
        Language::Norwegian => b"no",
        Language::Swedish => b"se",
        Language::Finnish => b"fi",
        Language::Hungarian => b"hu",
        Language::Romanian => b"ro",
        Language::Turkish => b"tr",
        _ => return None,
    })
}

/// Those whose languages are written in other encodings than Windows-1252.
const OTHER_FAMILIES: [&[u8]; 3] = [b"hu", b"ro", b"tr"];

fn guessed(encoding: &'static Encoding) -> String {
    let name = encoding.name();
    format!("the encoding was guessed: {name}; save the file as UTF-8 to be sure")
}

/// UTF-16 without a byte order mark, known by the zeros beside ASCII characters: half of the bytes of one parity
/// and next to none of the other.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4_096) & !1];
    let zeros = |parity: usize| {
        head.iter()
            .skip(parity)
            .step_by(2)
            .filter(|&&byte| byte == 0)
    };
    let (even, odd) = (zeros(0).count(), zeros(1).count());
    let units = head.len() / 2;
    match () {
        () if odd * 2 > units && even * 20 < units => Some(UTF_16LE),
        () if even * 2 > units && odd * 20 < units => Some(UTF_16BE),
        () => None,
    }
}

fn replaced(encoding: &str) -> String {
    format!("some bytes are not {encoding} and were replaced by `\u{fffd}`; save the file as UTF-8")
}

fn text_or_binary(text: String) -> Result<String, ReadError> {
    if text.trim().is_empty() {
        Err(ReadError::Empty)
    } else if is_binary(text.chars(), text.len()) {
        Err(ReadError::Binary)
    } else {
        Ok(text)
    }
}

/// A NUL, or more than one control character in a hundred.
fn is_binary(chars: impl Iterator<Item = char>, length: usize) -> bool {
    let mut controls = 0;
    for char in chars {
        match char {
            '\0' => return true,
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => {}
            '\u{1}'..='\u{1f}' | '\u{7f}' => controls += 1,
            _ => {}
        }
    }
    controls * 100 > length.max(400)
}

/// Whether multi-byte sequences that hold outnumber the broken ones ten to one.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk
            .valid()
            .chars()
            .filter(|char| !char.is_ascii())
            .count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad * 10
}
