//! Property lists of Apple, binary or XML, as far as a page in one needs: dictionaries, data and strings by their keys.
//!
//! Nothing is followed but the keys that are asked for, so that lists that refer to themselves cost nothing.
//!
//! <https://opensource.apple.com/source/CF/CF-1153.18/CFBinaryPList.c>,
//! <https://www.apple.com/DTDs/PropertyList-1.0.dtd>

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::xml_tree::Element;

/// The first bytes of a binary list.
pub(super) const BINARY: &[u8] = b"bplist00";
/// How many bytes the end of a binary list takes.
const TRAILER: usize = 32;

/// A binary list: objects by their numbers.
#[derive(Debug)]
pub(super) struct BinaryList<'a> {
    bytes: &'a [u8],
    /// Where the table of the places of the objects begins, how many objects there are, and in how many bytes a place and
    /// a number are written.
    table: usize,
    count: usize,
    place_size: usize,
    number_size: usize,
    top: usize,
}

/// An object: its kind, how many things it holds, and its bytes from there on.
struct Object<'a> {
    kind: u8,
    count: usize,
    content: &'a [u8],
}

impl<'a> BinaryList<'a> {
    /// The list, where its end says where its objects are.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let end = bytes.len().checked_sub(TRAILER)?;
        let trailer = bytes.get(end..).filter(|_| bytes.starts_with(BINARY))?;
        let size = |at: usize| trailer.get(at).map(|&size| usize::from(size));
        let list = Self {
            bytes,
            place_size: size(6)?,
            number_size: size(7)?,
            count: number(trailer.get(8..16)?)?,
            top: number(trailer.get(16..24)?)?,
            table: number(trailer.get(24..32)?)?,
        };
        let sizes = [list.place_size, list.number_size];
        (sizes.iter().all(|size| (1..=8).contains(size)) && list.top < list.count).then_some(list)
    }

    /// The value of a key of the dictionary on top.
    pub(super) fn entry(&self, key: &str) -> Option<usize> {
        self.entry_of(self.top, key)
    }

    /// The value of a key of a dictionary, by its number.
    pub(super) fn entry_of(&self, dictionary: usize, key: &str) -> Option<usize> {
        let object = self
            .object(dictionary)
            .filter(|object| object.kind == 0xd)?;
        let size = self.number_size;
        let values = object.count.checked_mul(size)?;
        let (keys, values) = object
            .content
            .get(..values.checked_mul(2)?)?
            .split_at(values);
        let mut pairs = keys.chunks_exact(size).zip(values.chunks_exact(size));
        let (_, value) = pairs.find(|(name, _)| {
            number(name).and_then(|name| self.text(name)).as_deref() == Some(key)
        })?;
        number(value)
    }

    pub(super) fn data(&self, object: usize) -> Option<&'a [u8]> {
        let object = self.object(object).filter(|object| object.kind == 0x4)?;
        object.content.get(..object.count)
    }

    pub(super) fn text(&self, object: usize) -> Option<String> {
        let object = self.object(object)?;
        match object.kind {
            0x5 => {
                let ascii = object.content.get(..object.count)?;
                Some(ascii.iter().map(|&byte| char::from(byte)).collect())
            }
            0x6 => {
                let units = object.content.get(..object.count.checked_mul(2)?)?;
                let pairs = units.chunks_exact(2);
                let units: Vec<u16> = pairs
                    .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                    .collect();
                Some(String::from_utf16_lossy(&units))
            }
            _ => None,
        }
    }

    fn object(&self, at: usize) -> Option<Object<'a>> {
        let entry = self
            .table
            .checked_add(at.checked_mul(self.place_size)?)
            .filter(|_| at < self.count)?;
        let place = number(self.bytes.get(entry..entry.checked_add(self.place_size)?)?)?;
        let (&marker, rest) = self.bytes.get(place..)?.split_first()?;
        let (kind, low) = (marker >> 4, marker & 0xf);
        if low != 0xf {
            return Some(Object {
                kind,
                count: usize::from(low),
                content: rest,
            });
        }
        // The count is a whole number of its own: its size is a power of two.
        let (&size, rest) = rest.split_first().filter(|(size, _)| *size >> 4 == 0x1)?;
        let size = 1_usize
            .checked_shl(u32::from(size & 0xf))
            .filter(|size| *size <= 8)?;
        Some(Object {
            kind,
            count: number(rest.get(..size)?)?,
            content: rest.get(size..)?,
        })
    }
}

/// A number in big-endian bytes.
fn number(bytes: &[u8]) -> Option<usize> {
    bytes.iter().try_fold(0_usize, |number, &byte| {
        Some(number.checked_mul(256)? | usize::from(byte))
    })
}

/// The value of a key in a dictionary of an XML list.
pub(super) fn xml_entry<'a>(dictionary: &'a Element, key: &str) -> Option<&'a Element> {
    let mut elements = dictionary.elements();
    elements.find(|element| element.name == "key" && element.text() == key)?;
    elements.next()
}

/// The bytes of `<data>`.
pub(super) fn xml_data(element: &Element) -> Option<Vec<u8>> {
    let written: String = element.words().split_whitespace().collect();
    STANDARD.decode(written).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_whose_numbers_lead_nowhere_gives_nothing() {
        let mut bytes = BINARY.to_vec();
        // A dictionary with itself as key and value, and a place beyond the end.
        bytes.extend_from_slice(&[0xd1, 0, 0, 8, 200]);
        let mut trailer = [0; TRAILER];
        (trailer[6], trailer[7], trailer[15], trailer[31]) = (1, 1, 2, 11);
        bytes.extend_from_slice(&trailer);
        let list = BinaryList::of(&bytes);
        assert!(list.as_ref().is_some_and(|list| list.entry("a").is_none()));
        assert!(list.is_some_and(|list| list.object(1).is_none() && list.object(2).is_none()));
        assert!(BinaryList::of(&bytes[..bytes.len() - 1]).is_none());
        assert!(BinaryList::of(b"bplist00").is_none());
    }
}
