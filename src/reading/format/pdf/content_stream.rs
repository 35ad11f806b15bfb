//! The content streams of a PDF: what its pages draw, letters with their places and looks, and the boxes around them.
//!
//! Only what a text needs is carried out of a content stream (ISO 32000-1, chapters 8 and 9). Lengths are in points and
//! `y` is counted downwards.

use std::rc::Rc;

use hayro_font::kurbo::{Affine, Rect};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Operator;
use hayro_syntax::object::{Array, Dict, Name, Number};
use hayro_syntax::page::{Page, Resources};

use super::fonts::{Face, Fonts, Sign, Style};

/// A letter, or several drawn as one.
pub(super) struct Glyph {
    pub(super) sign: Rc<Sign>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) style: Style,
}

/// What a page shows.
#[derive(Default)]
pub(super) struct Drawn {
    /// In the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// What the file marks as no part of the text: running heads and page numbers.
    pub(super) artifacts: Vec<Glyph>,
    /// What is filled with a colour or framed.
    pub(super) boxes: Vec<Rect>,
    /// What leads elsewhere: to other pages of the web, or of the file.
    pub(super) links: Vec<Rect>,
    pub(super) height: f64,
    pub(super) width: f64,
}

/// How deep drawings may be within drawings, and states be saved.
const DEEPEST: usize = 12;
const MOST_STATES: usize = 512;
/// How many links of a page are looked at.
const MOST_LINKS: usize = 2_000;

#[derive(Clone)]
pub(super) struct State<'a> {
    pub(super) place: Affine,
    pub(super) face: Option<Rc<Face<'a>>>,
    pub(super) size: f64,
    pub(super) letter_space: f64,
    pub(super) word_space: f64,
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// Whether letters are filled and drawn around, which makes them bold.
    pub(super) outlined: bool,
    /// Whether what is filled becomes white.
    pub(super) white: bool,
}

/// Carries out content streams.
pub(super) struct Walker<'a, 'f> {
    pub(super) fonts: &'f mut Fonts<'a>,
    /// How many operators may still be carried out.
    pub(super) budget: &'f mut usize,
    pub(super) state: State<'a>,
    pub(super) saved: Vec<State<'a>>,
    /// Where the next letter and the line begin.
    pub(super) text: Affine,
    pub(super) line: Affine,
    pub(super) path: Option<Rect>,
    /// Whether each of the open marks says that what it holds is no part of the text.
    pub(super) marks: Vec<bool>,
    pub(super) depth: usize,
    pub(super) drawn: Drawn,
}

/// What a page draws; nothing where the budget of operators is used up.
pub(super) fn of_page<'a>(
    page: &Page<'a>,
    fonts: &mut Fonts<'a>,
    budget: &mut usize,
) -> Option<Drawn> {
    let place = Affine::new(page.initial_transform(true).as_coeffs());
    let (width, height) = page.render_dimensions();
    let mut walker = Walker {
        fonts,
        budget,
        state: State::new(place),
        saved: Vec::new(),
        text: Affine::IDENTITY,
        line: Affine::IDENTITY,
        path: None,
        marks: Vec::new(),
        depth: 0,
        drawn: Drawn {
            links: links(page, place),
            width: width.into(),
            height: height.into(),
            ..Drawn::default()
        },
    };
    walker.walk(page.typed_operations(), page.resources())?;
    Some(walker.drawn)
}

/// The places of a page that lead elsewhere.
fn links(page: &Page<'_>, place: Affine) -> Vec<Rect> {
    let Some(notes) = page.raw().get::<Array<'_>>("Annots") else {
        return Vec::new();
    };
    let is_link = |note: &Dict<'_>| {
        let kind = note.get::<Name<'_>>("Subtype");
        kind.is_some_and(|kind| kind.as_str() == "Link")
    };
    let links = notes.iter::<Dict<'_>>().filter(is_link).take(MOST_LINKS);
    links
        .filter_map(|link| link.get::<hayro_syntax::object::Rect>("Rect"))
        .map(|rect| place.transform_rect_bbox(Rect::new(rect.x0, rect.y0, rect.x1, rect.y1)))
        .collect()
}

impl State<'_> {
    fn new(place: Affine) -> Self {
        Self {
            place,
            face: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            outlined: false,
            white: false,
        }
    }
}

impl<'a> Walker<'a, '_> {
    fn walk(&mut self, mut operators: TypedIter<'_>, resources: &Resources<'a>) -> Option<()> {
        let saved = self.saved.len();
        let marks = self.marks.len();
        while let Some(operator) = operators.next() {
            *self.budget = self.budget.checked_sub(1)?;
            if let Operator::XObject(name) = operator {
                self.drawing(name.0, resources)?;
            } else {
                self.take(operator, resources);
            }
        }
        self.marks.truncate(marks);
        if let Some(state) = self.saved.drain(saved.min(self.saved.len())..).next() {
            self.state = state;
        }
        Some(())
    }

    fn take(&mut self, operator: Operator<'_, '_>, resources: &Resources<'a>) {
        match operator {
            Operator::SaveState(_) if self.saved.len() < MOST_STATES => {
                self.saved.push(self.state.clone());
            }
            Operator::RestoreState(_) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            Operator::Transform(to) => {
                self.state.place *= affine([to.0, to.1, to.2, to.3, to.4, to.5]);
            }
            Operator::BeginMarkedContent(mark) => self.mark(mark.0),
            Operator::BeginMarkedContentWithProperties(mark) => self.mark(mark.0),
            Operator::EndMarkedContent(_) => {
                self.marks.pop();
            }
            operator => {
                if let Some(operator) = self.take_of_text(operator, resources) {
                    self.take_of_shapes(operator);
                }
            }
        }
    }

    /// A drawing of its own (a form) within the page.
    fn drawing(&mut self, name: &Name<'_>, resources: &Resources<'a>) -> Option<()> {
        let Some(stream) = resources
            .get_x_object(name)
            .filter(|_| self.depth < DEEPEST)
        else {
            return Some(());
        };
        let dict = stream.dict();
        let kind = dict.get::<Name<'_>>("Subtype");
        let data = stream.decoded_data();
        let (true, Ok(data)) = (kind.is_some_and(|kind| kind.as_str() == "Form"), data) else {
            return Some(());
        };
        let state = self.state.clone();
        let (text, line) = (self.text, self.line);
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        if let Some(place) = dict.get::<[f64; 6]>("Matrix") {
            self.state.place *= Affine::new(place);
        }
        self.depth += 1;
        let walked = self.walk(TypedIter::new(&data), own.as_ref().unwrap_or(resources));
        self.depth -= 1;
        (self.state, self.text, self.line) = (state, text, line);
        walked
    }

    fn mark(&mut self, name: &Name<'_>) {
        self.marks.push(name.as_str() == "Artifact");
    }
}

pub(super) fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}
