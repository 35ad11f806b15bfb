//! Format detection by content, else by extension.

use std::path::Path;

use super::archival_transcripts::{Markup, chat_talkbank, textgrid};
use super::captions::sbv;
use super::lightweight_markup::{asciidoc_header, org_mode};
use super::tables::delimited;
use super::web_archives::{apple_web_archive, warc};
use super::{Format, mail, xml_events};

/// How many bytes are looked at to know a format by.
const SNIFFED: usize = 4_096;

/// Extensions under which servers give pages.
const PAGES: [&str; 6] = ["php", "asp", "aspx", "jsp", "cgi", "shtml"];
/// Extensions of Word before 2007, under which other programs save RTF, web pages and today's Word documents too.
const OLD_WORD: [&str; 2] = ["doc", "dot"];

/// Whether a line is a JSON object and nothing else.
fn is_object(line: &str) -> bool {
    line.starts_with('{') && serde_json::from_str::<serde_json::Map<_, _>>(line).is_ok()
}

/// Whether the start of a document is a page's.
fn is_html(head: &str) -> bool {
    let head = head.to_ascii_lowercase();
    head.contains("<html") || head.contains("<!doctype html")
}

impl Format {
    /// The format of a file, where it is one that is read.
    pub(in crate::reading) fn detect(path: &Path, bytes: &[u8]) -> Option<Self> {
        let said = Self::of(path);
        let found = Self::of_content(bytes);
        match said {
            Some(said) => Some(found.unwrap_or(said)),
            None if may_be_any(path) => found,
            None => None,
        }
    }

    /// The format that the content's first bytes say, where they do.
    fn of_content(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::of_archive(bytes);
        }
        if bytes.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        if bytes.starts_with(b"{\\rtf") {
            return Some(Self::Rtf);
        }
        if warc::is_warc(bytes) {
            return Some(Self::Warc);
        }
        let head = xml_events::head(&bytes[..bytes.len().min(SNIFFED)]);
        if apple_web_archive::is_web_archive(bytes, &head) {
            return Some(Self::WebArchive);
        }
        Self::of_data(&head, bytes).or_else(|| Self::of_text(&head, bytes))
    }

    /// The format of a text whose first words only one format has.
    fn of_text(head: &str, bytes: &[u8]) -> Option<Self> {
        let markup = Markup::of(head);
        if let Some(known) = markup.filter(|markup| *markup != Markup::Other) {
            return Some(Self::Xml(known));
        }
        let opening = head.trim_start().to_ascii_lowercase();
        let html = ["<!doctype html", "<html", "<?xml"];
        if html.iter().any(|html| opening.starts_with(html)) && is_html(head) {
            return Some(Self::Html);
        }
        if mail::is_mail(head) {
            return Some(if mail::is_page(head) {
                Self::Mhtml
            } else {
                Self::Mail
            });
        }
        if let Some(markup) = markup {
            return Some(Self::Xml(markup));
        }
        if org_mode::is_org(head) {
            return Some(Self::Org);
        }
        if asciidoc_header::is_asciidoc(head) {
            return Some(Self::AsciiDoc);
        }
        let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
        let first = lines.next()?;
        let second = lines.next().unwrap_or_default();
        let number = first.bytes().all(|byte| byte.is_ascii_digit());
        if first.starts_with("WEBVTT") || (number && second.contains("-->")) {
            return Some(Self::Subtitles);
        }
        if sbv::timing(first).is_some() {
            return Some(Self::Sbv);
        }
        if first.eq_ignore_ascii_case("[Script Info]") {
            return Some(Self::Ass);
        }
        if chat_talkbank::is_chat(head) {
            return Some(Self::Chat);
        }
        if textgrid::is_textgrid(head) {
            return Some(Self::TextGrid);
        }
        if delimited::are_labels(first, second) {
            return Some(Self::Table);
        }
        let whole = bytes.len() <= SNIFFED || head.contains('\n');
        (whole && delimited::is_table(first)).then_some(Self::Table)
    }

    /// JSON, one value or one a line.
    fn of_data(head: &str, bytes: &[u8]) -> Option<Self> {
        let start = head.trim_start();
        if !start.starts_with(['{', '[']) || start.starts_with("{{") {
            return None;
        }
        if !start.contains('\n') {
            return Self::of_long_line(start, bytes);
        }
        let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
        let first = lines.next()?;
        let second = lines.next().unwrap_or_default();
        // Whatever follows a whole object is another line; it may be longer than what is looked at, or damaged.
        if is_object(first) && first.len() > 2 {
            return Some(if second.is_empty() {
                Self::Json
            } else {
                Self::JsonLines
            });
        }
        let opens = first.starts_with(['{', '[']) && first.len() < SNIFFED;
        let keyed = first.starts_with("{\"") || second.starts_with(['"', '{']) || first == "[{";
        (opens && keyed).then_some(Self::Json)
    }

    /// JSON whose first line is longer than what is looked at.
    fn of_long_line(start: &str, bytes: &[u8]) -> Option<Self> {
        let keyed =
            start.starts_with("{\"") || start.starts_with("[{") || start.starts_with("{ \"");
        let mut lines = bytes.splitn(2, |&byte| byte == b'\n');
        let first = lines.next().unwrap_or_default().trim_ascii();
        let next = lines.next().unwrap_or_default().trim_ascii_start();
        let format = if first.ends_with(b"}") && next.starts_with(b"{") {
            Self::JsonLines
        } else {
            Self::Json
        };
        keyed.then_some(format)
    }

    /// The format of a zip archive: by a part that only one has.
    fn of_archive(bytes: &[u8]) -> Option<Self> {
        let holds = |name: &str| {
            let name = name.as_bytes();
            bytes.windows(name.len()).any(|part| part == name)
        };
        if holds("word/document.xml") {
            Some(Self::Docx)
        } else if holds("xl/workbook.xml")
            || holds("application/vnd.oasis.opendocument.spreadsheet")
        {
            Some(Self::Spreadsheet)
        } else if holds("application/vnd.oasis.opendocument.text") {
            Some(Self::Odt)
        } else if holds("application/epub+zip") {
            Some(Self::Epub)
        } else {
            None
        }
    }

    /// The format that an extension stands for.
    pub(in crate::reading) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        // Services add the version of a format: `json-v2`.
        match extension.split('-').next().unwrap_or_default() {
            "txt" | "text" | "wiki" | "mediawiki" | "wikitext" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "org" => Some(Self::Org),
            "adoc" | "asciidoc" => Some(Self::AsciiDoc),
            "docx" | "docm" | "dotx" => Some(Self::Docx),
            "odt" => Some(Self::Odt),
            "rtf" => Some(Self::Rtf),
            "epub" => Some(Self::Epub),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "eml" => Some(Self::Mail),
            "mhtml" | "mht" => Some(Self::Mhtml),
            "warc" => Some(Self::Warc),
            "gz" if of_packed_archive(path) => Some(Self::Warc),
            "webarchive" => Some(Self::WebArchive),
            "rss" | "atom" => Some(Self::Xml(Markup::Feed)),
            "pdf" => Some(Self::Pdf),
            "srt" | "vtt" => Some(Self::Subtitles),
            "sbv" => Some(Self::Sbv),
            "ass" | "ssa" => Some(Self::Ass),
            "json" | "json3" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "csv" | "tsv" | "tab" => Some(Self::Table),
            "xlsx" | "xlsm" | "xls" | "ods" => Some(Self::Spreadsheet),
            "xml" | "nitf" | "newsml" | "nxml" | "tei" | "ttml" | "dfxp" | "itt" | "eaf"
            | "exb" | "trs" | "flk" | "fln" | "akn" => Some(Self::Xml(Markup::Other)),
            "cha" => Some(Self::Chat),
            "textgrid" => Some(Self::TextGrid),
            _ => None,
        }
    }
}

/// Whether a file's name is that of a packed web archive: `crawl.warc.gz`.
fn of_packed_archive(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| {
        stem.to_ascii_lowercase()
            .as_encoded_bytes()
            .ends_with(b".warc")
    })
}

/// Whether a file's name says nothing of its format, so that the content decides.
pub(in crate::reading) fn may_be_any(path: &Path) -> bool {
    path.extension().is_none_or(|extension| {
        let extension = extension.to_string_lossy().to_ascii_lowercase();
        PAGES.contains(&extension.as_str()) || OLD_WORD.contains(&extension.as_str())
    })
}
