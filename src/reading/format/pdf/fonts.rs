//! The fonts of a PDF: what their codes stand for, how wide they are, and whether they are bold or italic.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Name};
use unicode_normalization::UnicodeNormalization;

use super::cjk_codes::{CodedLetters, HALF};

/// What letters look like beside their size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// The number of a font without a name, from 1: what it looks like can only be told from how much is set in it.
    pub(super) nameless: usize,
}

/// Widths of fonts are in thousandths of their size.
const UNITS: f64 = 1000.0;
/// Parts of the names of bold fonts: those of TeX abbreviate.
const BOLD: [&str; 9] = [
    "bold", "black", "heavy", "demi", "cmbx", "cmssbx", "sfbx", "ecbx", "-bd",
];
const ITALIC: [&str; 7] = [
    "italic", "oblique", "kursiv", "cmti", "cmsl", "sfti", "ecti",
];
/// The weight from which a font is bold, as CSS and PDF count (ISO 32000-1, table 122).
const BOLD_WEIGHT: f32 = 600.0;
/// The bits of a descriptor's flags (ISO 32000-1, table 123).
const ITALIC_FLAG: u32 = 1 << 6;
const FORCE_BOLD_FLAG: u32 = 1 << 18;

/// A font, and what is known of the codes that have been met.
pub(super) struct Face<'a> {
    font: Font<'a>,
    pub(super) style: Style,
    /// Where its codes are those of a character set.
    coded: Option<CodedLetters>,
    codes: RefCell<HashMap<u32, Rc<Sign>>>,
}

/// What a code stands for.
#[derive(Debug)]
pub(super) struct Sign {
    pub(super) letters: String,
    /// How far the next one stands from it, in font sizes.
    pub(super) advance: f64,
}

/// The fonts of a file, each loaded once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    /// By where their dictionaries stand in the file.
    faces: HashMap<*const u8, Option<Rc<Face<'a>>>>,
    standard: FontResolverFn,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            faces: HashMap::new(),
            standard: Arc::new(|query| {
                let font = match query {
                    FontQuery::Standard(font) => *font,
                    FontQuery::Fallback(wanted) => wanted.pick_standard_font(),
                };
                Some(font.get_font_data())
            }),
        }
    }

    /// The font of a dictionary, where it can be read.
    pub(super) fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        let key = dict.data().as_ptr();
        if let Some(face) = self.faces.get(&key) {
            return face.clone();
        }
        let encoding = dict.get::<Name<'_>>("Encoding");
        let coded = encoding
            .filter(|_| !dict.contains_key("ToUnicode"))
            .and_then(|name| CodedLetters::of(name.as_str()));
        let cmaps: CMapResolverFn = Arc::new(move |_| coded.map(CodedLetters::cmap));
        let font = self.cache.font(dict, &self.standard, &cmaps);
        let number = self.faces.len() + 1;
        let face = font.map(|font| {
            Rc::new(Face {
                font,
                style: style(dict, number),
                coded,
                codes: RefCell::default(),
            })
        });
        self.faces.insert(key, face.clone());
        face
    }
}

impl Face<'_> {
    /// The code of some bytes from a place on, and how many bytes it has.
    pub(super) fn code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    /// What a code stands for.
    pub(super) fn sign(&self, code: u32) -> Rc<Sign> {
        let mut codes = self.codes.borrow_mut();
        let sign = codes.entry(code).or_insert_with(|| {
            if let Some(coded) = self.coded {
                return Rc::new(self.coded_sign(coded, code));
            }
            let glyph = self.font.glyph(self.font.map_code(code), code);
            let letters = match glyph {
                FontGlyph::Outline(glyph) => letters(glyph.as_unicode()),
                FontGlyph::Type3(glyph) => glyph
                    .as_unicode()
                    .map_or_else(|| of_tex(code), |meant| letters(Some(meant))),
            };
            Rc::new(Sign {
                letters,
                advance: self.font.code_advance(code).x / UNITS,
            })
        });
        Rc::clone(sign)
    }

    /// What a code of a character set stands for. The widths of the font are those of Adobe's numbers, which are not known.
    fn coded_sign(&self, coded: CodedLetters, code: u32) -> Sign {
        let letters = coded.letters(code);
        let advance = match letters.is_ascii() {
            true => HALF,
            false => self.font.code_advance(code).x / UNITS,
        };
        Sign { letters, advance }
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }
}

/// Letters as they are written in texts: no ligatures, no signs that only one font knows.
fn letters(meant: Option<BfString>) -> String {
    let meant = match meant {
        Some(BfString::Char(letter)) => letter.to_string(),
        Some(BfString::String(letters)) => letters,
        None => return String::new(),
    };
    let mut letters = String::new();
    for letter in meant.chars() {
        match letter {
            '\u{fb00}' => letters.push_str("ff"),
            '\u{fb01}' => letters.push_str("fi"),
            '\u{fb02}' => letters.push_str("fl"),
            '\u{fb03}' => letters.push_str("ffi"),
            '\u{fb04}' => letters.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => letters.push_str("st"),
            '\t' | '\n' | '\r' => letters.push(' '),
            '\u{e000}'..='\u{f8ff}' => letters.push('•'),
            // The shapes of Arabic and Hebrew letters within words; radicals of Chinese, which Chromium takes for letters.
            '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{2e80}'..='\u{2fdf}' => {
                letters.extend(std::iter::once(letter).nfkc());
            }
            letter if letter.is_control() => {}
            letter => letters.push(letter),
        }
    }
    letters
}

/// What a code of a drawn font without names stands for: such fonts are made by TeX, whose codes are those of ASCII, with
/// ligatures below them (the encodings OT1 and T1).
fn of_tex(code: u32) -> String {
    let letters = match code {
        11 | 27 => "ff",
        12 | 28 => "fi",
        13 | 29 => "fl",
        14 | 30 => "ffi",
        15 | 31 => "ffl",
        16 => "“",
        17 => "”",
        21 | 123 => "–",
        39 => "’",
        32..=126 => return char::from_u32(code).map(String::from).unwrap_or_default(),
        _ => "",
    };
    letters.to_owned()
}

/// Whether a font is bold or italic, as its name and its descriptor say.
fn style(dict: &Dict<'_>, number: usize) -> Style {
    let descendants = dict.get::<Array<'_>>("DescendantFonts");
    let descendant = descendants.and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let own = descendant.as_ref().unwrap_or(dict);
    let descriptor = own.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let names = [
        dict.get::<Name<'_>>("BaseFont"),
        descriptor.get::<Name<'_>>("FontName"),
    ];
    let names: Vec<String> = names
        .iter()
        .flatten()
        .map(|name| name.as_str().to_lowercase())
        .collect();
    let named = |parts: &[&str]| {
        let has = |name: &String| parts.iter().any(|part| name.contains(part));
        names.iter().any(has)
    };
    let flags = descriptor.get::<u32>("Flags").unwrap_or_default();
    let weight = descriptor.get::<f32>("FontWeight").unwrap_or_default();
    let slant = descriptor.get::<f32>("ItalicAngle").unwrap_or_default();
    Style {
        bold: named(&BOLD) || weight >= BOLD_WEIGHT || flags & FORCE_BOLD_FLAG != 0,
        italic: named(&ITALIC) || flags & ITALIC_FLAG != 0 || slant != 0.0,
        nameless: if names.is_empty() { number } else { 0 },
    }
}

#[cfg(test)]
mod tests {
    use super::{BfString, letters};

    #[test]
    fn shapes_and_radicals_become_the_letters_that_they_are() {
        let meant = |letter: char| letters(Some(BfString::Char(letter)));
        assert_eq!(meant('\u{fb01}'), "fi");
        assert_eq!(meant('\u{2f00}'), "一");
        assert_eq!(meant('\u{fedf}'), "ل");
        assert_eq!(meant('\u{fefb}'), "لا");
        assert_eq!(meant('\u{fb2a}'), "ש\u{5c1}");
    }
}
