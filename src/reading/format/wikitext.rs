//! Wikitext, the source of a page of MediaWiki: headings, bold and italic words, lists and links as they are shown.
//! Templates, files, categories, comments, references and tables of values are left out, but for templates of quotes,
//! whose words are shown.

use std::borrow::Cow;

use super::document_builder::DocumentBuilder;
use super::{Document, inline_timestamps, markup_inserts, turn_headings};

/// Names of templates that show a quote, in wikis of several languages, without a number or a colour at their end.
const QUOTES: [&str; 16] = [
    "quote",
    "quotation",
    "blockquote",
    "bquote",
    "cquote",
    "qi",
    "q",
    "citation bloc",
    "citation",
    "cita",
    "citazione",
    "zitat",
    "zitatblock",
    "citat",
    "citação",
    "quote block",
];
/// Names of their parameters that hold the words.
const QUOTED: [&str; 8] = [
    "1", "text", "quote", "texte", "texto", "testo", "cita", "zitat",
];

/// How far the end of a reference, a comment or a tag is looked for, in bytes.
const LONGEST: usize = 20_000;
/// How deep templates and links may stand in each other.
const DEEPEST: usize = 40;

/// Whether a text is wikitext: it has words between rows of apostrophes, and headings, templates or links of a wiki.
pub(super) fn is_wikitext(text: &str) -> bool {
    let bold = text.matches("'''").count() >= 2;
    let heading = |line: &str| line.starts_with("==") && line.trim_end().ends_with("==");
    let marked = text.lines().any(heading)
        || ["{{", "[[Category:", "[[File:", "<ref"]
            .iter()
            .any(|mark| text.contains(mark));
    let header =
        text.trim_start().starts_with("{{") && text.contains("}}") && text.contains("\n==");
    (bold && marked) || header
}

pub(super) fn read(text: &str) -> Document {
    let mut writer = DocumentBuilder::default();
    for line in without_inserts(&with_quotes(text)).lines() {
        write_line(line.trim(), &mut writer);
    }
    inline_timestamps::taken_up(turn_headings::taken_up(writer.finish()))
}

/// The text with what templates of quotes show in their place.
fn with_quotes(text: &str) -> Cow<'_, str> {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        let (before, template) = rest.split_at(at);
        shown.push_str(before);
        let end = closed(template, "{{", "}}").unwrap_or("{{".len());
        let inner = template.get("{{".len()..end.saturating_sub("}}".len()));
        shown.push_str(inner.and_then(quoted).unwrap_or(&template[..end]));
        rest = &template[end..];
    }
    if shown.is_empty() {
        return Cow::Borrowed(text);
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// The words of a quote, of what stands between the braces of its template.
fn quoted(template: &str) -> Option<&str> {
    let mut parts = parts(template);
    let name = parts.next()?.trim().to_lowercase();
    if !QUOTES.contains(&name.as_str()) {
        return None;
    }
    let words = parts.find_map(|part| match part.split_once('=') {
        Some((key, words))
            if !key.contains(char::is_whitespace) || QUOTED.contains(&key.trim()) =>
        {
            QUOTED.contains(&key.trim()).then_some(words)
        }
        _ => Some(part),
    });
    words.map(str::trim).filter(|words| !words.is_empty())
}

/// The parts of a template between its bars; a bar within a link or another template parts nothing.
fn parts(template: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0usize;
    template.split(move |char| {
        match char {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        char == '|' && depth == 0
    })
}

/// The text without comments, references, templates, files and categories; links by what they show.
fn without_inserts(text: &str) -> String {
    markup_inserts::shown(text, &['<', '{', '['], insert)
}

/// What an insert at the start of a text shows, and how many bytes it takes.
fn insert(text: &str) -> (&str, usize) {
    if text.starts_with("<!--") {
        return ("", near(text, "-->").map_or(4, |end| end + 3));
    }
    for (opens, closes) in [
        ("<ref", "</ref>"),
        ("<s>", "</s>"),
        ("<del", "</del>"),
        ("<gallery", "</gallery>"),
    ] {
        if text.starts_with(opens) {
            let tag = near(text, ">").unwrap_or(opens.len() - 1);
            if text[..tag].ends_with('/') {
                return ("", tag + 1);
            }
            let end = near(text, closes).map_or(tag + 1, |end| end + closes.len());
            return ("", end);
        }
    }
    for (opens, closes) in [("{{", "}}"), ("{|", "|}"), ("[[", "]]")] {
        if text.starts_with(opens) {
            let Some(end) = closed(text, opens, closes) else {
                return (opens, opens.len());
            };
            return (
                if opens == "[[" {
                    linked(&text[2..end - 2])
                } else {
                    ""
                },
                end,
            );
        }
    }
    if let Some(inner) = text.strip_prefix('<') {
        let tag = near(text, ">").filter(|end| !text[..*end].contains('\n'));
        let named = inner.starts_with(|char: char| char.is_ascii_alphabetic() || char == '/');
        return match tag.filter(|_| named) {
            Some(end) if text.starts_with("<br") => ("\n", end + 1),
            Some(end) => ("", end + 1),
            None => ("<", 1),
        };
    }
    (&text[..1], 1)
}

/// Where the first `mark` is, not far from the start.
fn near(text: &str, mark: &str) -> Option<usize> {
    markup_inserts::near(text, mark, LONGEST)
}

/// Where what opens at the start of a text is closed, past what opens within it.
fn closed(text: &str, opens: &str, closes: &str) -> Option<usize> {
    let (mut depth, mut at) = (0, 0);
    while let Some(found) =
        text[at..].find([opens.as_bytes()[0] as char, closes.as_bytes()[0] as char])
    {
        at += found;
        if text[at..].starts_with(opens) {
            depth += 1;
            at += opens.len();
        } else if text[at..].starts_with(closes) {
            depth -= 1;
            at += closes.len();
        } else {
            at += 1;
        }
        if depth == 0 {
            return Some(at);
        }
        if depth > DEEPEST {
            return None;
        }
    }
    None
}

/// The words that a link shows; files and categories show none.
fn linked(link: &str) -> &str {
    let target = link.split('|').next().unwrap_or_default();
    let space = target
        .split(':')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    let pictures = [
        "file", "image", "fichier", "datei", "archivo", "immagine", "media",
    ];
    let categories = [
        "category",
        "catégorie",
        "kategorie",
        "categoría",
        "categoria",
    ];
    let unseen = target.contains(':')
        && (pictures.contains(&space.as_str()) || categories.contains(&space.as_str()));
    if unseen {
        return "";
    }
    link.rsplit('|').next().unwrap_or(link)
}

fn write_line(line: &str, writer: &mut DocumentBuilder) {
    let level = line.chars().take_while(|char| *char == '=').count();
    if (1..=6).contains(&level) && line.len() > 2 * level && line.ends_with(&"=".repeat(level)) {
        writer.heading(u8::try_from(level).unwrap_or(6));
        styled(line[level..line.len() - level].trim(), writer);
        writer.close();
        return;
    }
    let words = line.trim_start_matches(['*', '#', ':', ';']);
    if words.len() < line.len() && line.starts_with(['*', '#']) {
        writer.item("– ".to_owned());
        styled(words.trim(), writer);
        writer.end_item();
        return;
    }
    writer.close();
    // A term, which is shown bold.
    let is_term = line.starts_with(';') && !words.contains("'''");
    if is_term {
        writer.strong(true);
    }
    styled(words.trim(), writer);
    if is_term {
        writer.strong(false);
    }
    writer.close();
}

/// Words between rows of two, three or five apostrophes, italic, bold or both.
fn styled(line: &str, writer: &mut DocumentBuilder) {
    let (mut bold, mut italic) = (false, false);
    let mut rest = line;
    while let Some(at) = rest.find("''") {
        writer.write(&rest[..at]);
        let row = rest[at..].bytes().take_while(|byte| *byte == b'\'').count();
        if matches!(row, 3 | 5..) {
            bold = !bold;
            writer.strong(bold);
        }
        if matches!(row, 2 | 5..) {
            italic = !italic;
            writer.emphasis(italic);
        }
        rest = &rest[at + row..];
    }
    writer.write(rest);
    if bold {
        writer.strong(false);
    }
    if italic {
        writer.emphasis(false);
    }
}
