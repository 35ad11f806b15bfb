//! AsciiDoc (`.adoc`, `.asciidoc`): headings, paragraphs, lists of questions and answers, tables, bold and italic words and
//! links as they are shown, and its header as front matter. Comments, listings, sidebars, admonitions, pictures, titles of
//! blocks and notes are left out.
//!
//! <https://docs.asciidoctor.org/asciidoc/latest/>

use super::super::document_builder::DocumentBuilder;
use super::super::{Document, inline_timestamps, turn_headings};
use super::asciidoc_header::{Header, attribute};
use super::asciidoc_lines::{columns, is_block_macro, term};
use super::inline_marks::{InlineMarks, Look};
use super::{Paragraph, asciidoc_inline, numbered};
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::facts::Facts;
use crate::reading::{ReadError, character_encoding, front_matter, metadata};

const MARKS: InlineMarks = InlineMarks {
    looks: &[
        ('*', Look::Bold),
        ('_', Look::Italic),
        ('`', Look::Plain),
        ('#', Look::Plain),
    ],
    before: |char| !char.is_alphanumeric() && !matches!(char, '_' | ';' | '}'),
    after: |char| !char.is_alphanumeric() && char != '_',
    doubled: true,
};
/// Delimiters of blocks whose words are no part of the text: listings, literals, what is passed through, comments, sidebars.
const SILENT: [char; 5] = ['-', '.', '+', '/', '*'];
const ADMONITIONS: [&str; 5] = ["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "];

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let source = character_encoding::decode(bytes, warnings)?;
    let (facts, body) = front_matter::split(&source, warnings);
    let source = source.get(body..).unwrap_or_default();
    let header = Header::of(source);
    let own = metadata::from_table(&header.facts, MetadataAuthor::FrontMatter);
    let mut reader = Reader::new(&header);
    for line in source.get(header.length..).unwrap_or_default().lines() {
        reader.take(line);
    }
    Ok(reader.document(facts.or(own)))
}

struct Reader<'a> {
    writer: DocumentBuilder,
    paragraph: Paragraph,
    attributes: &'a [(String, String)],
    /// What ends the silent block being read.
    until: Option<String>,
    /// How many columns the open table has, and the cells so far.
    table: Option<(usize, usize)>,
    /// How many columns the next table is said to have.
    columns: Option<usize>,
    item: bool,
    /// Inside a paragraph that is an admonition.
    aside: bool,
}

impl<'a> Reader<'a> {
    fn new(header: &'a Header) -> Self {
        let mut writer = DocumentBuilder::default();
        if let Some(title) = &header.title {
            writer.heading(1);
            MARKS.write(
                &asciidoc_inline::shown(title, &header.attributes),
                &mut writer,
            );
            writer.close();
        }
        Self {
            writer,
            paragraph: Paragraph::new(MARKS),
            attributes: &header.attributes,
            until: None,
            table: None,
            columns: None,
            item: false,
            aside: false,
        }
    }

    fn document(mut self, facts: Facts) -> Document {
        self.end_paragraph();
        if self.table.is_some() {
            self.writer.table(false);
        }
        let document = turn_headings::taken_up(self.writer.finish());
        Document {
            facts,
            ..inline_timestamps::taken_up(document)
        }
    }

    fn take(&mut self, source: &str) {
        let line = source.trim();
        if let Some(end) = &self.until {
            if line == end {
                self.until = None;
            }
            return;
        }
        if matches!(line, "|===" | ",===" | ":===" | "!===") {
            return self.table();
        }
        if self.table.is_some() {
            return self.cells(line);
        }
        if line.is_empty() {
            self.end_paragraph();
        } else if !self.is_about(source, line) {
            self.words(source, line);
        }
    }

    /// Whether a line is about the text and no words of it: delimiters, attributes, comments, block macros and titles.
    fn is_about(&mut self, source: &str, line: &str) -> bool {
        let first = line.chars().next().unwrap_or_default();
        let row = line.chars().all(|char| char == first);
        if row && line.len() >= 4 && self.underlines(first, line) {
            return true;
        }
        let silent = row && line.len() >= 4 && SILENT.contains(&first);
        if silent || line == "```" {
            self.end_paragraph();
            self.until = Some(line.to_owned());
            return true;
        }
        let delimits = (row && line.len() >= 4 && matches!(first, '=' | '_'))
            || matches!(line, "--" | "'''" | "---" | "<<<" | "+" | "***");
        let styles = line.starts_with('[') && line.ends_with(']') && !line.contains("] ");
        if styles && source.starts_with('[') {
            self.columns = columns(line);
        }
        let title = source.starts_with('.')
            && source[1..].starts_with(|char: char| char.is_alphanumeric() || char == '*')
            && numbered(&source[1..]).is_none();
        let about = delimits
            || (styles && source.starts_with('['))
            || title
            || line.starts_with("//")
            || is_block_macro(line)
            || (self.paragraph.is_empty() && attribute(line).is_some());
        if about {
            self.end_paragraph();
        }
        about
    }

    /// Whether a row of signs stands under a line of its length, which is a title then, as in older files.
    fn underlines(&mut self, sign: char, line: &str) -> bool {
        let level = match sign {
            '=' => 1,
            '-' => 2,
            '~' => 3,
            '^' => 4,
            _ => return false,
        };
        let [title] = self.paragraph.lines.as_slice() else {
            return false;
        };
        if title.chars().count().abs_diff(line.len()) > 1 {
            return false;
        }
        let title = title.clone();
        self.paragraph.lines.clear();
        self.heading(level, &title);
        true
    }

    fn heading(&mut self, level: u8, words: &str) {
        self.end_paragraph();
        self.end_item();
        self.writer.heading(level);
        self.styled(words);
        self.writer.close();
    }

    fn words(&mut self, source: &str, line: &str) {
        if self.aside {
            return;
        }
        let sign = if line.starts_with('=') { '=' } else { '#' };
        let level = line.chars().take_while(|char| *char == sign).count();
        if (1..=6).contains(&level) && line[level..].starts_with(' ') && self.paragraph.is_empty() {
            return self.heading(u8::try_from(level).unwrap_or(6), line[level..].trim());
        }
        if self.paragraph.is_empty() && ADMONITIONS.iter().any(|word| line.starts_with(word)) {
            self.aside = true;
            return;
        }
        if let Some((term, words)) = term(line) {
            return self.term(term, words);
        }
        let depth = |sign: char| line.chars().take_while(|char| *char == sign).count();
        let stars = depth('*').max(depth('-').min(1)).max(depth('.'));
        let listed = (1..=5).contains(&stars) && line[stars..].starts_with(' ');
        match (listed, numbered(line)) {
            (true, _) => self.listed("– ".to_owned(), &line[stars + 1..]),
            (_, Some((number, words))) if self.paragraph.is_empty() => {
                self.listed(format!("{number}. "), words);
            }
            _ => {
                if self.item && self.paragraph.is_empty() && !source.starts_with(' ') {
                    self.end_item();
                }
                let line = line.strip_suffix(" +").unwrap_or(line);
                self.paragraph.push(line);
            }
        }
    }

    /// A list item begins.
    fn listed(&mut self, mark: String, words: &str) {
        self.end_paragraph();
        self.writer.item(mark);
        self.item = true;
        self.paragraph.push(words.trim());
    }

    /// A term or a question begins, and what is said of it.
    fn term(&mut self, term: &str, words: &str) {
        self.end_paragraph();
        self.end_item();
        self.writer.strong(true);
        self.styled(term);
        self.writer.strong(false);
        self.writer.close();
        if !words.is_empty() {
            self.paragraph.push(words);
        }
    }

    /// A table begins or ends.
    fn table(&mut self) {
        self.end_paragraph();
        let begins = self.table.is_none();
        self.table = begins.then(|| (self.columns.take().unwrap_or(0), 0));
        self.writer.table(begins);
    }

    /// The cells of a line in a table: `|one |other`; without a bar it goes on in the last cell.
    fn cells(&mut self, line: &str) {
        let Some((columns, mut seen)) = self.table else {
            return;
        };
        if !line.starts_with('|') {
            if !line.is_empty() && seen > 0 {
                self.writer.write(" ");
                self.styled(line);
            }
            return;
        }
        let cells: Vec<&str> = line.split('|').skip(1).collect();
        let columns = if columns == 0 { cells.len() } else { columns };
        for cell in cells {
            if seen % columns == 0 {
                self.writer.row();
            }
            self.writer.cell();
            self.styled(cell.trim());
            seen += 1;
        }
        self.table = Some((columns, seen));
    }

    fn styled(&mut self, words: &str) {
        let shown = asciidoc_inline::shown(words, self.attributes);
        MARKS.write(&shown, &mut self.writer);
    }

    fn end_item(&mut self) {
        if std::mem::take(&mut self.item) {
            self.writer.end_item();
        }
    }

    fn end_paragraph(&mut self) {
        let attributes = self.attributes;
        self.paragraph.write(
            |text| asciidoc_inline::shown(text, attributes),
            &mut self.writer,
        );
        self.writer.close();
        self.aside = false;
    }
}
