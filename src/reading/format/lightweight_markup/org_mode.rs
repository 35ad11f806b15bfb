//! Org mode of Emacs (`.org`): headings, paragraphs, lists, tables, bold and italic words and links as they are shown, and
//! its keywords (`#+TITLE:`) as front matter. Drawers, comments, source blocks, notes and parts that are not exported are
//! left out.
//!
//! <https://orgmode.org/worg/org-syntax.html>

use serde_json::{Map, Value};

use super::super::document_builder::DocumentBuilder;
use super::super::{Document, inline_timestamps, turn_headings};
use super::inline_marks::{InlineMarks, Look};
use super::org_headings::{level, tags, without_state};
use super::org_inline::shown;
use super::{Paragraph, numbered};
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::{ReadError, character_encoding, metadata};

const MARKS: InlineMarks = InlineMarks {
    looks: &[
        ('*', Look::Bold),
        ('/', Look::Italic),
        ('_', Look::Plain),
        ('=', Look::Literal),
        ('~', Look::Literal),
        ('+', Look::Struck),
    ],
    before: |char| char.is_whitespace() || matches!(char, '-' | '(' | '{' | '\'' | '"' | '«' | '“'),
    after: |char| {
        char.is_whitespace()
            || matches!(char, '-' | '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '"')
            || matches!(
                char,
                ')' | '}' | '[' | '\\' | '»' | '”' | '…' | '？' | '。' | '؟'
            )
    },
    doubled: false,
};
/// Blocks whose words are no part of the text.
const SILENT: [&str; 4] = ["src", "example", "export", "comment"];
/// Whether a text begins as Org files do: with a keyword or a drawer of properties.
pub(in crate::reading::format) fn is_org(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next().is_some_and(|first| {
        let drawer = first.eq_ignore_ascii_case(":PROPERTIES:");
        drawer || keyword(first).is_some_and(|(key, _)| key.len() > 2)
    })
}

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let source = character_encoding::decode(bytes, warnings)?;
    let mut reader = Reader::default();
    for line in source.lines() {
        reader.take(line);
    }
    reader.end_table();
    reader.end_paragraph();
    let facts = metadata::from_table(&reader.keywords, MetadataAuthor::FrontMatter);
    let document = turn_headings::taken_up(reader.writer.finish());
    Ok(Document {
        facts,
        ..inline_timestamps::taken_up(document)
    })
}

/// The key, in lower case, and the value of `#+KEY: value`.
fn keyword(line: &str) -> Option<(String, &str)> {
    let (key, value) = line.strip_prefix("#+")?.split_once(':')?;
    let named = key
        .chars()
        .all(|char| char.is_alphanumeric() || matches!(char, '_' | '-'));
    (!key.is_empty() && named).then(|| (key.to_lowercase(), value.trim()))
}

struct Reader {
    writer: DocumentBuilder,
    paragraph: Paragraph,
    keywords: Map<String, Value>,
    /// What ends the silent block being read.
    until: Option<String>,
    /// The level of the heading whose part is not exported.
    hidden: Option<usize>,
    item: bool,
    table: bool,
    note: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            writer: DocumentBuilder::default(),
            paragraph: Paragraph::new(MARKS),
            keywords: Map::new(),
            until: None,
            hidden: None,
            item: false,
            table: false,
            note: false,
        }
    }
}

impl Reader {
    fn take(&mut self, source: &str) {
        let line = source.trim();
        if let Some(end) = &self.until {
            if line.eq_ignore_ascii_case(end) {
                self.until = None;
            }
            return;
        }
        if let Some(level) = level(source) {
            return self.heading(level, source[level..].trim());
        }
        if self.hidden.is_some() {
            return;
        }
        if !line.starts_with('|') {
            self.end_table();
        }
        if line.is_empty() {
            self.end_paragraph();
            self.note = false;
        } else if !self.is_about(line) {
            self.words(source, line);
        }
    }

    /// Whether a line is about the text and no words of it: keywords, drawers, comments, planning.
    fn is_about(&mut self, line: &str) -> bool {
        let lower = line.to_ascii_lowercase();
        if let Some(name) = lower.strip_prefix("#+begin_") {
            self.end_paragraph();
            let name = name.split_whitespace().next().unwrap_or_default();
            self.until = SILENT.contains(&name).then(|| format!("#+end_{name}"));
            return true;
        }
        if let Some((key, value)) = keyword(line) {
            self.end_paragraph();
            self.keep(&key, value);
            return true;
        }
        let drawer = lower.len() > 2
            && lower.starts_with(':')
            && lower.ends_with(':')
            && !lower[1..lower.len() - 1].contains([':', ' ']);
        if drawer {
            self.end_paragraph();
            self.until = (lower != ":end:").then(|| ":end:".to_owned());
            return true;
        }
        let planning = ["scheduled:", "deadline:", "closed:", "clock:"];
        let timed = planning.iter().any(|key| lower.starts_with(key)) && lower.contains(['<', '[']);
        let rule = line.len() >= 5 && line.bytes().all(|byte| byte == b'-');
        let about =
            line == "#" || line.starts_with("# ") || line.starts_with("#+") || timed || rule;
        if about {
            self.end_paragraph();
        }
        about
    }

    /// Keeps the first value of a keyword; of a date without the marks of its calendar.
    fn keep(&mut self, key: &str, value: &str) {
        let day = value.trim_matches(['<', '>', '[', ']']);
        let value = match key {
            "date" => day
                .split_whitespace()
                .next()
                .filter(|day| day.starts_with(|c: char| c.is_ascii_digit()) && day.contains('-'))
                .unwrap_or(day),
            _ => value,
        };
        let known = self.keywords.contains_key(key);
        if !value.is_empty() && !known {
            let value = shown(value);
            self.keywords.insert(key.to_owned(), Value::String(value));
        }
    }

    fn heading(&mut self, level: usize, words: &str) {
        self.end_table();
        self.end_paragraph();
        if self.hidden.is_some_and(|hidden| level > hidden) {
            return;
        }
        let (words, tags) = tags(words);
        let comment = words.split_whitespace().next() == Some("COMMENT");
        self.hidden = (comment || tags.contains(":noexport:")).then_some(level);
        if self.hidden.is_some() {
            return;
        }
        let words = without_state(words);
        // The title of the file stands above its headings.
        let titled = usize::from(self.keywords.contains_key("title"));
        self.writer
            .heading(u8::try_from(level + titled).unwrap_or(6));
        MARKS.write(&shown(words), &mut self.writer);
        self.writer.close();
    }

    fn words(&mut self, source: &str, line: &str) {
        if line.starts_with("[fn:") && source.starts_with('[') {
            self.end_paragraph();
            self.note = true;
        }
        if self.note {
            return;
        }
        if line.starts_with('|') {
            self.end_paragraph();
            return self.row(line);
        }
        let indented = source.starts_with([' ', '\t']);
        let bullet = line
            .strip_prefix("- ")
            .or_else(|| line.strip_prefix("+ "))
            .or_else(|| line.strip_prefix("* ").filter(|_| indented));
        let numbered = numbered(line);
        if bullet.is_none() && numbered.is_none() {
            if self.item && !indented && self.paragraph.is_empty() {
                self.writer.end_item();
                self.item = false;
            }
            let line = line.strip_suffix("\\\\").unwrap_or(line);
            let line = line.strip_prefix(": ").unwrap_or(line);
            return self.paragraph.push(line.trim_end());
        }
        self.end_paragraph();
        self.item = true;
        if let Some((term, words)) = bullet.and_then(|item| item.split_once(" :: ")) {
            self.writer.end_item();
            self.writer.strong(true);
            MARKS.write(&shown(term.trim()), &mut self.writer);
            self.writer.strong(false);
            self.writer.close();
            return self.paragraph.push(words.trim());
        }
        match (bullet, numbered) {
            (_, Some((number, words))) => {
                self.writer.item(format!("{number}. "));
                self.paragraph.push(words);
            }
            (words, None) => {
                self.writer.item("– ".to_owned());
                self.paragraph.push(words.unwrap_or_default());
            }
        }
    }

    fn row(&mut self, line: &str) {
        if !self.table {
            self.writer.table(true);
            self.table = true;
        }
        if line.starts_with("|-") {
            return;
        }
        self.writer.row();
        for cell in line.trim_matches('|').split('|') {
            self.writer.cell();
            MARKS.write(&shown(cell.trim()), &mut self.writer);
            self.writer.close();
        }
    }

    fn end_table(&mut self) {
        if std::mem::take(&mut self.table) {
            self.writer.table(false);
        }
    }

    fn end_paragraph(&mut self) {
        self.paragraph.write(shown, &mut self.writer);
        self.writer.close();
    }
}
