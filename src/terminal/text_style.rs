//! The style of text in a terminal: bold, dim, wrapped to its width.

use std::path::Path;

use textwrap::core::Word;
use textwrap::{Options, WordSeparator};

use crate::language::on_one_line;

/// How the output looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutputStyle {
    /// Columns.
    pub width: usize,
    /// Whether bold and dim may be used.
    pub marks: bool,
    /// Whether what is offered has a number that can be typed.
    pub choices: bool,
}

impl OutputStyle {
    /// Text that stands out, where marks may be used.
    pub(super) fn strong(&self, text: &str) -> String {
        marked(text, BOLD, self)
    }
}

pub(super) const BOLD: &str = "\u{1b}[1m";

pub(super) const DIM: &str = "\u{1b}[2m";

pub(super) const PLAIN: &str = "\u{1b}[0m";

/// Stand for the highlight's bounds while lines are wrapped; they never occur in visible text.
pub(super) const OPEN: char = '\u{2}';

pub(super) const CLOSE: char = '\u{3}';

pub(super) fn marked(text: &str, mark: &str, style: &OutputStyle) -> String {
    if style.marks {
        format!("{mark}{text}{PLAIN}")
    } else {
        text.to_owned()
    }
}

pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(10)).word_separator(WordSeparator::Custom(words_to_wrap));
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// The words of a line. French sets its marks apart with spaces: no line begins with `?` or `»`, and none ends with `«`
/// or with a count ("3 interviews").
fn words_to_wrap(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let bare = |word: &str| word.replace([OPEN, CLOSE], "");
    let closes = |word: &str| {
        matches!(
            &*bare(word),
            "?" | "!" | ";" | ":" | "»" | "?!" | "»." | "»,"
        )
    };
    let (mut words, mut start, mut end, mut before) = (Vec::new(), 0, 0, "");
    for word in WordSeparator::AsciiSpace.find_words(line) {
        let counts = |word: &str| word.len() <= 3 && word.parse::<u16>().is_ok();
        if end > start && !closes(word.word) && bare(before) != "«" && !counts(&bare(before)) {
            words.push(Word::from(&line[start..end]));
            start = end;
        }
        end += word.word.len() + word.whitespace.len();
        before = word.word;
    }
    words.push(Word::from(&line[start..end]));
    Box::new(words.into_iter())
}

/// A path on one line, whatever its name holds.
#[must_use]
pub fn one_line(path: &Path) -> String {
    let shown = path.display().to_string();
    let shown = shown.replace(char::is_control, "\u{fffd}");
    visible(&shown)
}

/// The text without what could steer a terminal: control characters but line breaks and tabs, and marks
/// that turn the direction of reading.
#[must_use]
pub fn visible(text: &str) -> String {
    let steers = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    text.chars()
        .filter(|c| (!c.is_control() || matches!(c, '\n' | '\t')) && !steers(*c))
        .collect()
}

/// A text on one line, without what could steer a terminal.
#[must_use]
pub fn visible_line(text: &str) -> String {
    visible(&on_one_line(text))
}
