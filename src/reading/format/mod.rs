//! Formats: each turns a file's text into a transcript and its blocks.

mod archival_transcripts;
mod blog_posts;
mod book_chapters;
mod caption_speaker_labels;
mod captions;
mod document_builder;
mod docx;
mod docx_styles;
mod epub;
mod format_detection;
mod html;
mod html_blocks;
mod html_boilerplate;
mod html_elements;
mod html_metadata;
mod inline_timestamps;
mod interview_tables;
mod json_transcripts;
mod jsonl_collection;
mod lightweight_markup;
mod mail;
mod markdown;
mod markup_inserts;
mod news_articles;
mod odt;
mod odt_styles;
mod office_documents;
mod pdf;
mod plain_text;
mod rtf;
mod rtf_code_pages;
mod rtf_interpreter;
mod size_limits;
mod speech_segments;
mod tables;
mod time_codes;
mod timed_words;
mod turn_headings;
mod web_archives;
mod wikitext;
mod xml_events;
mod xml_formats;
mod xml_tree;
mod zip_archive;

use serde_json::{Map, Value};

use super::document::{AttributedSpeech, Block, BlockStyle, Document};
use super::{Origin, ReadError};
use archival_transcripts::{Markup, chat_talkbank, textgrid};
use blog_posts::feed;
use captions::{ass, sbv, subrip_webvtt};
use lightweight_markup::{asciidoc, org_mode};
use mail::{email_message, mhtml};
use size_limits::Limits;
use tables::{delimited, spreadsheet};
use web_archives::{apple_web_archive, warc};

pub(super) use format_detection::may_be_any;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    Org,
    AsciiDoc,
    /// SubRip or WebVTT.
    Subtitles,
    /// SubViewer.
    Sbv,
    /// Advanced SubStation Alpha.
    Ass,
    Json,
    JsonLines,
    /// Comma-separated values and their like.
    Table,
    Spreadsheet,
    /// XML of any kind.
    Xml(Markup),
    Chat,
    TextGrid,
    Docx,
    Odt,
    Rtf,
    Epub,
    Html,
    /// A letter.
    Mail,
    /// A page that was saved as a mail.
    Mhtml,
    /// A crawl, as crawlers keep it.
    Warc,
    /// A page that Safari saved.
    WebArchive,
    Pdf,
}

impl Format {
    /// The extension under which a child process reads it, where its reader may take the process down.
    pub(super) fn is_dangerous(self) -> Option<&'static str> {
        match self {
            Self::Docx => Some("docx"),
            Self::Odt => Some("odt"),
            Self::Rtf => Some("rtf"),
            Self::Epub => Some("epub"),
            Self::Html => Some("html"),
            Self::Mail => Some("eml"),
            Self::Mhtml => Some("mhtml"),
            Self::Warc => Some("warc"),
            Self::WebArchive => Some("webarchive"),
            Self::Pdf => Some("pdf"),
            Self::Spreadsheet => Some("xlsx"),
            Self::Text
            | Self::Markdown
            | Self::Org
            | Self::AsciiDoc
            | Self::Subtitles
            | Self::Sbv
            | Self::Ass
            | Self::Json
            | Self::JsonLines
            | Self::Table
            | Self::Xml(_)
            | Self::Chat
            | Self::TextGrid => None,
        }
    }

    /// Whether its files are texts, and no archives.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::Docx)
    }

    /// What people call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
            Self::Org => "Org",
            Self::AsciiDoc => "AsciiDoc",
            Self::Docx => "Word",
            Self::Odt => "OpenDocument",
            Self::Rtf => "RTF",
            Self::Epub => "EPUB",
            Self::Html => "HTML",
            Self::Mail => "mail",
            Self::Mhtml => "MHTML",
            Self::Warc => "WARC",
            Self::WebArchive => "web archive",
            Self::Pdf => "PDF",
            Self::Subtitles | Self::Sbv | Self::Ass => "subtitles",
            Self::Table => "table",
            Self::Spreadsheet => "spreadsheet",
            Self::Xml(markup) => markup.name(),
            Self::Chat => "CHAT",
            Self::TextGrid => "TextGrid",
            Self::Json => "JSON",
            Self::JsonLines => "JSON lines",
        }
    }

    /// Where a file of this format says what it says about itself.
    pub(super) fn origin(self) -> Origin {
        match self {
            Self::Text | Self::Markdown | Self::Org | Self::AsciiDoc => Origin::FrontMatter,
            Self::Html | Self::Mhtml | Self::Warc | Self::WebArchive => Origin::PageMetadata,
            _ => Origin::DocumentProperties,
        }
    }

    /// Reads a file's content: one document, or the several that it holds.
    pub(super) fn read(
        self,
        bytes: &[u8],
        warnings: &mut Vec<String>,
    ) -> Result<Vec<Document>, ReadError> {
        self.read_within(&Limits::default(), bytes, warnings)
    }

    /// Whether its files hold many interviews, which are read one by one.
    pub(super) fn has_many(self) -> bool {
        matches!(self, Self::Xml(Markup::Feed) | Self::JsonLines)
    }

    /// Hands over the documents of a file's content one by one, where its format has many: a file of many interviews
    /// is not held a second time. `None` where it has to be read as a whole.
    pub(super) fn read_each(
        self,
        bytes: &[u8],
        warnings: &mut Vec<String>,
        take: &mut dyn FnMut(Document),
    ) -> Option<Result<(), ReadError>> {
        let limits = &Limits::default();
        match self {
            Self::Xml(Markup::Feed) => Some(feed::read_each(bytes, limits, warnings, take)),
            Self::JsonLines => Some(json_transcripts::read_lines_each(
                bytes, limits, warnings, take,
            )),
            _ => None,
        }
    }

    fn read_within(
        self,
        limits: &Limits,
        bytes: &[u8],
        warnings: &mut Vec<String>,
    ) -> Result<Vec<Document>, ReadError> {
        let document = match self {
            Self::Text => plain_text::read(bytes, warnings),
            Self::Markdown => markdown::read(bytes, limits, warnings),
            Self::Org => org_mode::read(bytes, warnings),
            Self::AsciiDoc => asciidoc::read(bytes, warnings),
            Self::Docx => docx::read(bytes, limits, warnings),
            Self::Odt => odt::read(bytes, limits, warnings),
            Self::Mail => email_message::read(bytes, limits, warnings),
            Self::Mhtml => mhtml::read(bytes, limits, warnings),
            Self::Rtf => rtf::read(bytes, warnings),
            Self::Html => html::read(bytes, limits, warnings),
            Self::WebArchive => apple_web_archive::read(bytes, limits, warnings),
            Self::Warc => return warc::read(bytes, limits, warnings),
            Self::Pdf => pdf::read(bytes, limits, warnings),
            Self::Subtitles => subrip_webvtt::read(bytes, warnings),
            Self::Sbv => sbv::read(bytes, warnings),
            Self::Ass => ass::read(bytes, warnings),
            Self::Table => delimited::read(bytes, warnings),
            Self::Spreadsheet => spreadsheet::read(bytes, limits, warnings),
            Self::Epub => return epub::read(bytes, limits, warnings),
            Self::Xml(markup) => return xml_formats::read(markup, bytes, limits, warnings),
            Self::Chat => chat_talkbank::read(bytes, warnings),
            Self::TextGrid => textgrid::read(bytes, warnings),
            Self::Json => return json_transcripts::read(bytes, limits, warnings),
            Self::JsonLines => return json_transcripts::read_lines(bytes, limits, warnings),
        };
        Ok(vec![document?])
    }
}

/// All the documents that a reader hands over one by one.
fn all_of(
    read_each: impl FnOnce(&mut dyn FnMut(Document)) -> Result<(), ReadError>,
) -> Result<Vec<Document>, ReadError> {
    let mut documents = Vec::new();
    read_each(&mut |document| documents.push(document))?;
    Ok(documents)
}

/// A table as front matter would have it, of the keys whose value is known.
fn table<'a>(facts: impl Iterator<Item = (&'a str, Option<String>)>) -> Map<String, Value> {
    facts
        .filter_map(|(key, value)| Some((key.to_owned(), Value::String(value?))))
        .collect()
}
