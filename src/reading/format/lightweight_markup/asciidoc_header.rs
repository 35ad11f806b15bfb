//! The header of an AsciiDoc file: its title, who signs it, its revision, and the attributes that it sets.

use serde_json::{Map, Value};

use crate::reading::structure::is_name;

/// What the header says, as front matter would have it, and how many bytes it takes.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) facts: Map<String, Value>,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) title: Option<String>,
    pub(super) length: usize,
}

impl Header {
    /// Reads the header at the start of a text: up to the first blank line behind the title.
    pub(super) fn of(text: &str) -> Self {
        let mut header = Self::default();
        let mut below = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim_end();
            let is_comment = words.starts_with("//") && !words.starts_with("////");
            if let Some((name, value)) = attribute(words) {
                header.attributes.push((name, value));
            } else if let (None, Some(title)) = (&header.title, title(words)) {
                header.title = Some(title.to_owned());
            } else if header.title.is_some() && !words.is_empty() && !is_comment && below < 2 {
                below += 1;
                if !header.sign(words, below) {
                    break;
                }
            } else if header.title.is_some() && words.is_empty() {
                header.length += line.len();
                break;
            } else if !words.is_empty() && !is_comment {
                break;
            }
            header.length += line.len();
        }
        header.settle();
        header
    }

    /// Takes a line below the title: who signs, then the revision; says whether it is one.
    fn sign(&mut self, line: &str, number: usize) -> bool {
        let signed = line.split(';').map(|name| {
            let name = name.split('<').next().unwrap_or_default().trim();
            name.replace('_', " ")
        });
        let names: Vec<String> = signed.collect();
        if number == 1 && names.iter().all(|name| is_name(name)) {
            self.set("author", &names.join(", "));
            return true;
        }
        match revised(line) {
            Some(date) => self.set("date", date),
            None => return false,
        }
        true
    }

    fn set(&mut self, key: &str, value: &str) {
        if !value.is_empty() && !self.facts.contains_key(key) {
            self.facts
                .insert(key.to_owned(), Value::String(value.to_owned()));
        }
    }

    /// Attributes that are facts under another name.
    fn settle(&mut self) {
        for (name, value) in std::mem::take(&mut self.attributes) {
            let key = match name.as_str() {
                "revdate" | "docdate" => "date",
                "lang" => "language",
                name => name,
            };
            self.set(key, &value);
            self.attributes.push((name, value));
        }
        if let Some(title) = self.title.clone() {
            self.set("title", &title);
        }
    }
}

/// Whether a text begins as AsciiDoc does: a title, and under it an attribute, a section or a list of questions.
pub(in crate::reading::format) fn is_asciidoc(head: &str) -> bool {
    let mut lines = head.lines().skip_while(|line| {
        line.trim().is_empty() || line.starts_with("//") || attribute(line).is_some()
    });
    let titled = lines.next().is_some_and(|first| {
        first.starts_with("= ") && !first.trim_end().ends_with('=') && first.trim().len() > 2
    });
    titled
        && head.lines().any(|line| {
            let section = line.starts_with("== ") && !line.trim_end().ends_with("==");
            section
                || attribute(line).is_some()
                || matches!(line.trim(), "[qanda]" | "[horizontal]")
        })
}

/// The title of a document: `= Title`, or `# Title`.
fn title(line: &str) -> Option<&str> {
    let title = line
        .strip_prefix("= ")
        .or_else(|| line.strip_prefix("# "))?;
    Some(title.trim()).filter(|title| !title.is_empty())
}

/// The date of a revision: `v1.0, 2024-10-03: first`, `2024-10-03`.
fn revised(line: &str) -> Option<&str> {
    let rest = match line.split_once(',') {
        Some((version, rest)) if version.starts_with('v') => rest,
        _ => line,
    };
    let date = rest.split(": ").next().unwrap_or_default().trim();
    let begins = date.starts_with(|char: char| char.is_ascii_digit());
    let dated = date.contains(|char: char| char.is_ascii_digit()) && date.len() <= 30;
    let version = line.starts_with('v') && line.len() > 1;
    ((begins || version) && dated).then_some(date)
}

/// The name and the value of `:name: value`.
pub(super) fn attribute(line: &str) -> Option<(String, String)> {
    let (name, value) = line.strip_prefix(':')?.split_once(':')?;
    let named = name
        .chars()
        .all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | '!'));
    let spaced = value.is_empty() || value.starts_with(' ');
    (!name.is_empty() && named && spaced).then(|| (name.to_lowercase(), value.trim().to_owned()))
}
