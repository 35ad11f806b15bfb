//! The interpreter of RTF: goes once through groups, control words and characters, and builds the document.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::document_builder::DocumentBuilder;
use super::{Document, rtf_code_pages};
use crate::reading::ReadError;

/// The deepest nesting of groups that is read.
const DEEPEST: usize = 1_000;
/// Groups that hold no words of the text.
const LEFT_OUT: [&str; 26] = [
    "colortbl",
    "stylesheet",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "annotation",
    "atnid",
    "atnauthor",
    "atndate",
    "shp",
    "shptxt",
    "do",
    "fldinst",
    "listtable",
    "listoverridetable",
    "revtbl",
    "xe",
    "tc",
];

/// What a group says of its words.
#[derive(Debug, Clone, Copy)]
struct State {
    place: Place,
    bold: bool,
    italic: bool,
    /// Deleted, struck or hidden.
    silent: [bool; 3],
    font: i32,
    /// How many characters stand for another program after each `\u`.
    instead: usize,
}

/// What the words of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Fonts,
    Info,
    Title,
    Nothing,
}

/// What was read so far, and the state of the group that is read.
pub(super) struct RtfInterpreter<'a> {
    bytes: &'a [u8],
    at: usize,
    state: State,
    groups: Vec<State>,
    /// Whether the group may be left out by who does not know it.
    optional: bool,
    /// Words not written yet: bytes of the code page, and UTF-16.
    encoded: Vec<u8>,
    units: Vec<u16>,
    /// How many characters are left out after a `\u`.
    skipped: usize,
    page: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    /// The title of the document's properties.
    pub(super) title: String,
    writer: DocumentBuilder,
    /// The level of the heading that the paragraph is.
    heading: Option<u8>,
    in_table: bool,
    table: bool,
    row_ended: bool,
}

impl<'a> RtfInterpreter<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            state: State {
                place: Place::Text,
                bold: false,
                italic: false,
                silent: [false; 3],
                font: -1,
                instead: 1,
            },
            groups: Vec::new(),
            optional: false,
            encoded: Vec::new(),
            units: Vec::new(),
            skipped: 0,
            page: WINDOWS_1252,
            fonts: HashMap::new(),
            title: String::new(),
            writer: DocumentBuilder::default(),
            heading: None,
            in_table: false,
            table: false,
            row_ended: false,
        }
    }

    pub(super) fn run(&mut self) -> Result<(), ReadError> {
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'{' => {
                    self.flush();
                    if self.groups.len() >= DEEPEST {
                        return Err(ReadError::Malformed(format!(
                            "the RTF file is nested deeper than {DEEPEST} levels; save it again as .docx or .odt"
                        )));
                    }
                    self.groups.push(self.state);
                    self.skipped = 0;
                }
                b'}' => {
                    self.flush();
                    self.state = self.groups.pop().unwrap_or(self.state);
                    self.optional = false;
                    self.skipped = 0;
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(byte),
            }
        }
        self.flush();
        Ok(())
    }

    /// Whether the file ends within a group.
    pub(super) fn is_cut_off(&self) -> bool {
        !self.groups.is_empty()
    }

    /// The document that was read.
    pub(super) fn finish(mut self) -> Document {
        if self.table {
            self.writer.table(false);
        }
        self.writer.finish()
    }

    /// A character of the code page.
    fn byte(&mut self, byte: u8) {
        if self.skipped > 0 {
            self.skipped -= 1;
        } else {
            if !self.units.is_empty() {
                self.flush();
            }
            self.encoded.push(byte);
        }
    }

    fn control(&mut self) {
        let Some(&first) = self.bytes.get(self.at) else {
            return;
        };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return self.symbol(first);
        }
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|byte| !byte.is_ascii_alphabetic());
        let (name, rest) = rest.split_at(end.unwrap_or(rest.len()));
        let signed = usize::from(rest.first() == Some(&b'-'));
        let digits = rest[signed..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        let length = digits.count();
        let number = (length > 0).then(|| &rest[..signed + length]);
        let number =
            number.and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<i32>().ok());
        self.at += name.len() + if length > 0 { signed + length } else { 0 };
        self.at += usize::from(self.bytes.get(self.at) == Some(&b' '));
        let name = std::str::from_utf8(name).unwrap_or_default();
        self.word(name, number);
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2);
                let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
                if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    self.at += 2;
                    self.byte(byte);
                }
            }
            b'*' => self.optional = true,
            b'~' => self.unit(0xa0),
            b'_' => self.unit(0x2011),
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'\r' | b'\n' => self.word("par", None),
            _ => {}
        }
    }

    /// A UTF-16 unit.
    fn unit(&mut self, unit: u16) {
        if !self.encoded.is_empty() {
            self.flush();
        }
        self.units.push(unit);
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        let on = number != Some(0);
        if std::mem::take(&mut self.optional) && !matches!(name, "shppict" | "ud" | "upr") {
            self.place(Place::Nothing);
            return;
        }
        match name {
            "u" => {
                let unit = number.unwrap_or_default();
                #[allow(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a UTF-16 unit, signed or not"
                )]
                self.unit(unit as u16);
                self.skipped = self.state.instead;
                return;
            }
            "bin" => {
                let length = usize::try_from(number.unwrap_or_default()).unwrap_or_default();
                self.at = self.at.saturating_add(length).min(self.bytes.len());
                return;
            }
            "emdash" => return self.unit(0x2014),
            "endash" => return self.unit(0x2013),
            "lquote" => return self.unit(0x2018),
            "rquote" => return self.unit(0x2019),
            "ldblquote" => return self.unit(0x201c),
            "rdblquote" => return self.unit(0x201d),
            "bullet" => return self.unit(0x2022),
            "tab" | "emspace" | "enspace" | "qmspace" => return self.unit(0x20),
            _ => {}
        }
        self.flush();
        match name {
            "ansicpg" => {
                self.page = rtf_code_pages::of_page(number.unwrap_or_default()).unwrap_or(self.page)
            }
            "mac" => self.page = encoding_rs::MACINTOSH,
            "uc" => self.state.instead = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            "f" => self.state.font = number.unwrap_or_default(),
            "fcharset" if self.state.place == Place::Fonts => {
                let encoding = rtf_code_pages::of_charset(number.unwrap_or_default());
                self.fonts
                    .extend(encoding.map(|encoding| (self.state.font, encoding)));
            }
            "b" => self.state.bold = on,
            "i" => self.state.italic = on,
            "deleted" => self.state.silent[0] = on,
            "strike" | "striked" => self.state.silent[1] = on,
            "v" => self.state.silent[2] = on,
            "plain" => {
                (self.state.bold, self.state.italic, self.state.silent) =
                    (false, false, [false; 3]);
            }
            "fonttbl" => self.place(Place::Fonts),
            "info" => self.place(Place::Info),
            "title" if self.state.place == Place::Info => self.state.place = Place::Title,
            name if self.state.place == Place::Info || LEFT_OUT.contains(&name) => {
                self.place(Place::Nothing);
            }
            _ if self.state.place == Place::Text => self.layout(name, number),
            _ => {}
        }
    }

    fn place(&mut self, place: Place) {
        if self.state.place != Place::Nothing {
            self.state.place = place;
        }
    }

    /// Paragraphs, lines and cells.
    fn layout(&mut self, name: &str, number: Option<i32>) {
        match name {
            "par" | "sect" | "page" => self.writer.close(),
            "line" => self.writer.line_break(),
            "pard" => (self.in_table, self.heading) = (false, None),
            "outlinelevel" => {
                self.heading = number
                    .and_then(|level| u8::try_from(level + 1).ok())
                    .filter(|level| *level <= 6);
            }
            "intbl" => self.in_table = true,
            "cell" | "nestcell" => {
                self.seat();
                self.writer.cell();
            }
            "row" | "nestrow" => {
                self.writer.close();
                self.row_ended = true;
            }
            _ => {}
        }
    }

    /// Begins or ends the table, as the paragraph being written is in one or not.
    fn seat(&mut self) {
        if !self.in_table {
            if std::mem::take(&mut self.table) {
                self.writer.table(false);
            }
            return;
        }
        let begins = !std::mem::replace(&mut self.table, true);
        if begins {
            self.writer.table(true);
        }
        if begins || self.row_ended {
            self.row_ended = false;
            self.writer.row();
            self.writer.cell();
        }
    }

    /// Writes the words read so far.
    fn flush(&mut self) {
        let units = std::mem::take(&mut self.units);
        let encoded = std::mem::take(&mut self.encoded);
        if units.is_empty() && encoded.is_empty() {
            return;
        }
        let encoding = self
            .fonts
            .get(&self.state.font)
            .copied()
            .unwrap_or(self.page);
        let mut words = String::from_utf16_lossy(&units);
        words.push_str(&encoding.decode_without_bom_handling(&encoded).0);
        match self.state.place {
            Place::Title => self.title.push_str(&words),
            Place::Text if self.state.silent == [false; 3] => self.write(&words),
            _ => {}
        }
    }

    fn write(&mut self, words: &str) {
        self.seat();
        if let Some(level) = self.heading.take() {
            self.writer.heading(level);
        }
        if self.state.bold {
            self.writer.strong(true);
        }
        if self.state.italic {
            self.writer.emphasis(true);
        }
        self.writer.write(words);
        if self.state.bold {
            self.writer.strong(false);
        }
        if self.state.italic {
            self.writer.emphasis(false);
        }
    }
}
