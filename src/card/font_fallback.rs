//! Font fallback: which font face draws a character.
//!
//! The choice depends on the letter, the letter before it and the fonts that there are, on nothing else: the
//! same text looks the same whatever was drawn before.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use cosmic_text::FontSystem;
use cosmic_text::fontdb::{self, Database, FaceInfo, ID};
use cosmic_text::skrifa::raw::TableProvider;
use cosmic_text::skrifa::{FontRef, MetadataProvider, Tag};

use super::CardError;
use super::character_classes::{has_shape, wants_colour};
use super::font_style::{FontStyle, OWN};

/// One face of a family.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Face {
    pub(super) family: Arc<str>,
    pub(super) weight: fontdb::Weight,
    pub(super) style: fontdb::Style,
    pub(super) stretch: fontdb::Stretch,
    origin: FontOrigin,
    colour: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum FontOrigin {
    Own(ID),
    Other(ID),
}

/// The faces that there are, and what was found out about them.
pub(super) struct Faces {
    own: Database,
    others: Database,
    /// The others, in the order in which they are asked, and those of them that have colours once a text
    /// needed one.
    order: Vec<ID>,
    coloured: Option<Vec<ID>>,
    folder: HashSet<ID>,
    /// Whether the system's fonts are still to be looked for.
    systems: bool,
    found: HashMap<(String, bool), Option<ID>>,
    known: HashSet<ID>,
}

impl Faces {
    pub(super) fn new(
        own: &Database,
        folder: Option<&Path>,
        systems: bool,
    ) -> Result<Self, CardError> {
        let mut others = Database::new();
        if let Some(folder) = folder {
            others.load_fonts_dir(folder);
            if others.is_empty() {
                return Err(CardError::NoFonts(folder.to_owned()));
            }
        }
        let mut faces = Self {
            own: own.clone(),
            folder: others.faces().map(|face| face.id).collect(),
            others,
            order: Vec::new(),
            coloured: None,
            systems,
            found: HashMap::new(),
            known: HashSet::new(),
        };
        faces.sort();
        Ok(faces)
    }

    /// Takes up the system's fonts, once.
    pub(super) fn find_systems(&mut self) {
        if std::mem::take(&mut self.systems) {
            self.others.load_system_fonts();
            self.found.clear();
            self.sort();
        }
    }

    fn sort(&mut self) {
        let mut faces: Vec<&FaceInfo> = self
            .others
            .faces()
            .filter(|face| !family(face).is_empty() && !NO_LETTERS.contains(&family(face)))
            .collect();
        faces.sort_by_cached_key(|face| {
            (
                !self.folder.contains(&face.id),
                rank(face),
                family(face).to_owned(),
                face.weight.0.abs_diff(400),
                face.post_script_name.clone(),
            )
        });
        self.order = faces.into_iter().map(|face| face.id).collect();
        self.coloured = None;
    }

    /// The face for a letter with its accents, `before` being the face of the one before it; the character
    /// that no font has where there is none.
    pub(super) fn choose(
        &mut self,
        system: &mut FontSystem,
        letter: &str,
        style: FontStyle,
        before: Option<&Face>,
    ) -> Result<Face, char> {
        let own = self.own_face(style);
        let colour = wants_colour(letter);
        // A mark between words is set as they are, so that a text's dots and quotation marks match.
        let is_mark = !letter.chars().any(char::is_alphanumeric);
        let is_other = |face: &Face| matches!(face.origin, FontOrigin::Other(_));
        let stays = before.filter(|face| is_other(face) && !face.colour && !colour);
        if let Some(face) = stays.filter(|face| is_mark && self.has(face, letter)) {
            return Ok(face.clone());
        }
        if !colour && self.has(&own, letter) {
            return Ok(own);
        }
        if let Some(face) = stays.filter(|face| self.has(face, letter)) {
            return Ok(face.clone());
        }
        match self.find(letter, colour) {
            Some(id) => Ok(self.take(system, id)),
            None if self.has(&own, letter) => Ok(own),
            None => Err(letter.chars().find(|c| has_shape(*c)).unwrap_or(' ')),
        }
    }

    /// Whether a letter can be set with a face, or with the own family in its place.
    pub(super) fn helps(&self, face: &Face, letter: &str, style: FontStyle) -> bool {
        self.has(face, letter) || self.has(&self.own_face(style), letter)
    }

    fn own_face(&self, style: FontStyle) -> Face {
        let (weight, slant) = (style.weight(), style.slant());
        let mut faces = self.own.faces();
        let is_it = |face: &&FaceInfo| face.weight == weight && face.style == slant;
        // The crate that carries them has all three: the first stands in where it would not.
        let face = faces.find(is_it).or_else(|| self.own.faces().next());
        Face {
            family: OWN.into(),
            weight,
            style: slant,
            stretch: fontdb::Stretch::Normal,
            origin: FontOrigin::Own(face.map_or_else(ID::dummy, |face| face.id)),
            colour: false,
        }
    }

    /// Whether a face has every character of a letter.
    fn has(&self, face: &Face, letter: &str) -> bool {
        match face.origin {
            FontOrigin::Own(id) => covers(&self.own, id, letter),
            FontOrigin::Other(id) => covers(&self.others, id, letter),
        }
    }

    /// The first of the other faces that has a letter; in colour, where it should be and can.
    fn find(&mut self, letter: &str, colour: bool) -> Option<ID> {
        let key = (letter.to_owned(), colour);
        if let Some(found) = self.found.get(&key) {
            return *found;
        }
        let mut found = self.search(letter, colour);
        if found.is_none() && self.systems {
            self.find_systems();
            found = self.search(letter, colour);
        }
        if self.found.len() > REMEMBERED {
            self.found.clear();
        }
        self.found.insert(key, found);
        found
    }

    fn search(&mut self, letter: &str, colour: bool) -> Option<ID> {
        if colour {
            let others = &self.others;
            let coloured = self.coloured.get_or_insert_with(|| {
                let ids = self.order.iter().copied();
                ids.filter(|id| is_colour(others, *id)).collect()
            });
            let mut ids = coloured.iter().copied();
            if let Some(id) = ids.find(|id| covers(others, *id, letter)) {
                return Some(id);
            }
        }
        let mut ids = self.order.iter().copied();
        ids.find(|id| covers(&self.others, *id, letter))
    }

    /// Hands a face to the typesetter, which knows only those that a text needed.
    fn take(&mut self, system: &mut FontSystem, id: ID) -> Face {
        let info = self.others.face(id);
        if let Some(info) = info.filter(|_| self.known.insert(id)) {
            system.db_mut().push_face_info(info.clone());
        }
        Face {
            family: info.map_or_else(|| OWN.into(), |info| family(info).into()),
            weight: info.map_or(fontdb::Weight::NORMAL, |info| info.weight),
            style: info.map_or(fontdb::Style::Normal, |info| info.style),
            stretch: info.map_or(fontdb::Stretch::Normal, |info| info.stretch),
            origin: FontOrigin::Other(id),
            colour: is_colour(&self.others, id),
        }
    }
}

/// How many letters' faces are remembered.
const REMEMBERED: usize = 10_000;

/// Fonts whose glyphs are boxes, or nothing.
const NO_LETTERS: [&str; 6] = [
    OWN,
    "Last Resort",
    "LastResort",
    "Adobe Blank",
    "Adobe NotDef",
    "Unicode BMP Fallback SIL",
];

fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name.as_str())
}

/// What matches Libertinus best comes first: upright serifs in the style of books, then sans, then the rest.
fn rank(face: &FaceInfo) -> u8 {
    let name = family(face);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let odd = has(&[
        "Mono",
        "Unifont",
        "Display",
        "Nastaliq",
        "Kufi",
        "Rashi",
        "Math",
        "Condensed",
        "Black",
    ]);
    if face.monospaced
        || odd
        || face.style != fontdb::Style::Normal
        || face.stretch != fontdb::Stretch::Normal
    {
        3
    } else if has(&["Serif", "Naskh", "Amiri", "Mincho", "Myungjo", "Song"]) {
        0
    } else if has(&["Noto Sans"]) {
        1
    } else {
        2
    }
}

fn covers(fonts: &Database, id: ID, letter: &str) -> bool {
    let covers = fonts.with_face_data(id, |data, index| {
        let font = FontRef::from_index(data, index).ok()?;
        let letters = font.charmap();
        let mut shaped = letter.chars().filter(|c| has_shape(*c));
        Some(shaped.all(|c| letters.map(c).is_some_and(|glyph| glyph.to_u32() != 0)))
    });
    covers.flatten().unwrap_or(false)
}

/// Whether a face has coloured glyphs in a form that is drawn here: bitmaps or flat layers.
fn is_colour(fonts: &Database, id: ID) -> bool {
    let colour = fonts.with_face_data(id, |data, index| {
        let font = FontRef::from_index(data, index).ok()?;
        let bitmaps = [b"CBDT", b"sbix"]
            .iter()
            .any(|tag| font.table_data(Tag::new(tag)).is_some());
        let layers = font
            .colr()
            .is_ok_and(|layers| layers.num_base_glyph_records() > 0);
        Some(bitmaps || layers)
    });
    colour.flatten().unwrap_or(false)
}
