//! Paragraphs out of lines: where one ends, and how a word that the end of a line cuts was written.

use super::super::speech_segments;
use super::line_pieces::Run;
use super::reading_order::{self, Line, Words};
use super::vocabulary::Vocabulary;
use crate::reading::structure::label_candidates;

/// Lines that are read as one.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) runs: Vec<Run>,
    pub(super) size: f64,
    /// The page on which it begins, from 1.
    pub(super) page: u32,
    pub(super) linked: bool,
    pub(super) boxed: bool,
    /// Whether a column, or something that is no text, ends before it, so that a sentence may go on in it.
    pub(super) after_break: bool,
    /// What its last line looks like: bold as a whole, italic as a whole, short.
    last: [bool; 3],
}

/// How much sizes within one paragraph may differ.
const SAME_SIZE: f64 = 0.08;

/// The paragraphs so far.
pub(super) struct Builder<'v> {
    vocabulary: &'v Vocabulary,
    done: Vec<Paragraph>,
    open: Option<Paragraph>,
    page: u32,
    after_break: bool,
}

impl<'v> Builder<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            done: Vec::new(),
            open: None,
            page: 0,
            after_break: false,
        }
    }

    /// Takes the lines of a page.
    pub(super) fn page(&mut self, page: u32, lines: Vec<Line>) {
        self.page = page;
        for line in lines {
            self.take(line);
        }
        self.take(Line::Column);
    }

    fn take(&mut self, line: Line) {
        match line {
            Line::Words(words) => self.words(&words),
            Line::Gap => self.end(),
            // A paragraph goes on in the next column, unless it has come to an end.
            Line::Column => {
                self.after_break = true;
                if self.open.as_ref().is_some_and(Paragraph::ends) {
                    self.end();
                }
            }
        }
    }

    fn words(&mut self, words: &Words) {
        let text = words.words();
        let begins = self
            .open
            .as_ref()
            .is_some_and(|open| open.is_left_by(words));
        if begins || label_candidates::names_before_colon(text.trim()) {
            self.end();
        }
        let after_break = std::mem::take(&mut self.after_break);
        match &mut self.open {
            Some(open) => open.append(&words.runs, self.vocabulary),
            None => {
                self.open = Some(Paragraph {
                    runs: words.runs.clone(),
                    size: words.size,
                    page: self.page,
                    linked: words.linked,
                    boxed: words.boxed,
                    after_break,
                    last: [false; 3],
                });
            }
        }
        if let Some(open) = &mut self.open {
            open.last = looks(words);
        }
    }

    fn end(&mut self) {
        self.done.extend(self.open.take());
    }

    pub(super) fn finish(mut self) -> Vec<Paragraph> {
        self.end();
        self.done
    }
}

/// Whether a line is bold, italic and short.
fn looks(words: &Words) -> [bool; 3] {
    let all = |is: fn(&Run) -> bool| {
        let mut runs = words.runs.iter().filter(|run| run.has_letters());
        words.runs.iter().any(Run::has_letters) && runs.all(is)
    };
    [
        all(|run| run.style.bold),
        all(|run| run.style.italic),
        words.short,
    ]
}

impl Run {
    pub(super) fn has_letters(&self) -> bool {
        self.words.chars().any(char::is_alphanumeric)
    }
}

impl Paragraph {
    pub(super) fn words(&self) -> String {
        let words: String = self.runs.iter().map(|run| run.words.as_str()).collect();
        words.trim().to_owned()
    }

    pub(super) fn is_bold(&self) -> bool {
        let mut runs = self.runs.iter().filter(|run| run.has_letters());
        runs.all(|run| run.style.bold)
    }

    fn ends(&self) -> bool {
        reading_order::ends(&self.words())
    }

    fn is_of_size(&self, size: f64) -> bool {
        (self.size - size).abs() <= SAME_SIZE * self.size.max(size)
    }

    /// Whether a line is not part of it: it is larger or smaller, leads elsewhere, or is bold or italic where the last
    /// one was not, after the end of a sentence or of a short line.
    fn is_left_by(&self, line: &Words) -> bool {
        let [bold, italic, _] = looks(line);
        let changes = (bold, italic) != (self.last[0], self.last[1]);
        !self.is_of_size(line.size)
            || self.linked != line.linked
            || self.boxed != line.boxed
            || (changes && (self.last[2] || self.ends()))
    }

    /// More words; a word that a hyphen cuts at the end of the line before is joined.
    fn append(&mut self, runs: &[Run], vocabulary: &Vocabulary) {
        let next: String = runs.iter().map(|run| run.words.as_str()).collect();
        if let Some(last) = self.runs.last_mut() {
            let text = last.words.trim_end();
            let cut = text.strip_suffix(['-', '\u{ad}', '‐', '\u{2}']);
            let cut = cut.filter(|before| {
                before.ends_with(char::is_alphabetic) && next.starts_with(char::is_lowercase)
            });
            let kept = cut.is_some_and(|before| keeps_hyphen(before, &next, vocabulary));
            let length = if kept {
                text.len()
            } else {
                cut.unwrap_or(text).len()
            };
            let space = cut.is_none() && !speech_segments::is_joined(text, &next);
            last.words.truncate(length);
            if space {
                last.words.push(' ');
            }
        }
        for run in runs {
            match self.runs.last_mut() {
                Some(last) if last.style == run.style && last.raised == run.raised => {
                    last.words.push_str(&run.words);
                }
                _ => self.runs.push(run.clone()),
            }
        }
    }
}

/// Whether the parts of a word are written with a hyphen elsewhere in the text.
fn keeps_hyphen(before: &str, next: &str, vocabulary: &Vocabulary) -> bool {
    let inner = |char: char| !char.is_alphabetic() && char != '-';
    let before = before.rsplit(inner).next().unwrap_or_default();
    let after = next.split(inner).next().unwrap_or_default();
    vocabulary.has_hyphen(before, after)
}

/// Joins the parts of paragraphs between which a column ended or something was taken out.
pub(super) fn rejoined(paragraphs: Vec<Paragraph>, vocabulary: &Vocabulary) -> Vec<Paragraph> {
    let mut joined: Vec<Paragraph> = Vec::new();
    for paragraph in paragraphs {
        let goes_on = paragraph.after_break && paragraph.words().starts_with(char::is_lowercase);
        match joined.last_mut() {
            Some(last) if goes_on && !last.ends() && last.is_of_size(paragraph.size) => {
                last.append(&paragraph.runs, vocabulary);
            }
            _ => joined.push(paragraph),
        }
    }
    joined
}
