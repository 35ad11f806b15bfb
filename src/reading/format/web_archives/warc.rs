//! WARC (`.warc`, `.warc.gz`), as crawlers keep websites: an interview for each page. Requests, pictures, redirections,
//! errors and pages of a few words are left out; the day of the crawl is no date of an interview.
//!
//! Read record by record, so that of a large archive only its pages are held.
//!
//! <https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/>

use std::collections::HashSet;
use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use super::super::size_limits::Limits;
use super::super::{Document, blog_posts};
use super::http_response::{self, BodyFault, GZIP, HttpResponse};
use super::warc_record::{Head, LeftOut, is_html};
use super::{at_address, page};
use crate::files;
use crate::reading::ReadError;

/// A page of fewer words is a menu, a notice or an advertisement.
const SHORTEST: usize = 40;
/// The longest line of a record's head, and the most lines, so that a file that is none costs nothing.
const LONGEST_LINE: u64 = 64 << 10;
const MOST_LINES: usize = 200;

/// Whether a file begins as an archive does, packed or not.
pub(in crate::reading::format) fn is_warc(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"WARC/") {
        return true;
    }
    let mut start = [0; 5];
    bytes.starts_with(&GZIP)
        && MultiGzDecoder::new(bytes).read_exact(&mut start).is_ok()
        && &start == b"WARC/"
}

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    let reader: Box<dyn BufRead + '_> = if bytes.starts_with(&GZIP) {
        Box::new(BufReader::new(MultiGzDecoder::new(bytes)))
    } else {
        Box::new(bytes)
    };
    let mut archive = Archive {
        reader: reader.take(limits.unpacked),
        limits: *limits,
        pages: Pages::default(),
    };
    let end = archive.read_records();
    warnings.extend(archive.told(&end));
    let Pages {
        mut documents,
        told,
        left_out,
        ..
    } = archive.pages;
    warnings.extend(told);
    warnings.extend(left_out.told());
    if documents.is_empty() {
        return Err(ReadError::Malformed(match end {
            End::Damaged => "it is no WARC archive, or damaged at its start; copy it again, or save the pages as .html".to_owned(),
            _ => "it is a WARC archive, but it holds no web page with a text; save the pages of the interviews as .html".to_owned(),
        }));
    }
    blog_posts::apart(&mut documents);
    if let [only] = documents.as_mut_slice() {
        only.name = None;
    }
    Ok(documents)
}

/// Why no further record is read.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// There is none.
    Whole,
    /// The file ends within a record.
    CutOff,
    /// What follows is no record.
    Damaged,
    /// As many records or bytes were read as may be.
    Limit(String),
}

struct Archive<'a> {
    reader: io::Take<Box<dyn BufRead + 'a>>,
    limits: Limits,
    pages: Pages,
}

/// What was found.
#[derive(Default)]
struct Pages {
    documents: Vec<Document>,
    /// The addresses of the pages.
    seen: HashSet<String>,
    told: Vec<String>,
    left_out: LeftOut,
    /// The bytes of the pages.
    size: usize,
}

impl Archive<'_> {
    fn read_records(&mut self) -> End {
        for _ in 0..self.limits.records {
            let head = match self.head() {
                Ok(head) => head,
                Err(end) => return end,
            };
            let end = if head.may_be_page() {
                self.page(&head)
            } else {
                self.skip(head.length)
            };
            if let Some(end) = end {
                return end;
            }
            if self.pages.size > self.limits.book {
                let most = files::size(self.limits.book as u64);
                return End::Limit(format!("the first {most} of its pages"));
            }
        }
        match self.head() {
            Err(End::Whole) => End::Whole,
            _ => End::Limit(format!("the first {} records", self.limits.records)),
        }
    }

    /// What is said of an archive that was not read to its end.
    fn told(&self, end: &End) -> Option<String> {
        match end {
            End::Whole => None,
            End::Limit(what) => Some(format!("only {what} are read; split the archive")),
            _ if self.reader.limit() == 0 => Some(format!(
                "only the first {} that it unpacks to are read; split the archive",
                files::size(self.limits.unpacked)
            )),
            End::CutOff => {
                Some("the archive ends within a record: it is cut off; copy it again".to_owned())
            }
            End::Damaged => Some(
                "the archive is damaged: what follows the last page that is read is not read; copy it again"
                    .to_owned(),
            ),
        }
    }

    /// A line without its end; `None` at the end of the file.
    fn line(&mut self) -> Result<Option<String>, End> {
        let mut line = Vec::new();
        let read = (&mut self.reader)
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
            .map_err(|_| End::CutOff)?;
        let whole = line.ends_with(b"\n");
        let text = String::from_utf8_lossy(&line).trim_end().to_owned();
        match (read, whole) {
            (0, _) => Ok(None),
            (_, false) if read as u64 == LONGEST_LINE => Err(End::Damaged),
            _ => Ok(Some(text)),
        }
    }

    /// The head of the next record, past the blank lines that end the one before.
    fn head(&mut self) -> Result<Head, End> {
        let mut first = String::new();
        while first.is_empty() {
            first = self.line()?.ok_or(End::Whole)?;
        }
        if !first.starts_with("WARC/") {
            return Err(End::Damaged);
        }
        let mut lines = Vec::new();
        loop {
            let line = self.line()?.ok_or(End::CutOff)?;
            if line.is_empty() {
                break;
            }
            if lines.len() == MOST_LINES {
                return Err(End::Damaged);
            }
            lines.push(line);
        }
        let headers = http_response::headers(lines.iter().map(String::as_str));
        let length = http_response::value(&headers, "content-length");
        let length = length.and_then(|length| length.parse().ok());
        Ok(Head {
            headers,
            length: length.ok_or(End::Damaged)?,
        })
    }

    fn skip(&mut self, length: u64) -> Option<End> {
        let skipped = io::copy(&mut (&mut self.reader).take(length), &mut io::sink());
        (skipped.ok() != Some(length)).then_some(End::CutOff)
    }

    /// Reads the page that a record may hold.
    fn page(&mut self, head: &Head) -> Option<End> {
        // The head of a response stands before its page.
        let most = self.limits.page as u64 + LONGEST_LINE;
        let mut block = Vec::new();
        let read = (&mut self.reader)
            .take(head.length.min(most))
            .read_to_end(&mut block);
        let cut_off = read.is_err() || (block.len() as u64) < head.length.min(most);
        if cut_off && block.is_empty() {
            return Some(End::CutOff);
        }
        self.pages.size += block.len();
        self.pages.take(head, &block, &self.limits);
        if cut_off {
            return Some(End::CutOff);
        }
        self.skip(head.length - block.len() as u64)
    }
}

impl Pages {
    fn take(&mut self, head: &Head, block: &[u8], limits: &Limits) {
        let address = head.address();
        if head.get("warc-type").eq_ignore_ascii_case("resource") {
            let charset = http_response::charset(head.get("content-type"));
            return self.read(&address, block, charset, limits);
        }
        let Some(response) = HttpResponse::of(block) else {
            return;
        };
        let kind = response.header("content-type").unwrap_or_default();
        if response.status != 200 || !is_html(kind) {
            return;
        }
        match response.body(limits.page) {
            Ok(body) => self.read(&address, &body, http_response::charset(kind), limits),
            Err(BodyFault::TooLarge) => self.left_out.large += 1,
            Err(BodyFault::Packed) => self.left_out.packed += 1,
        }
    }

    fn read(&mut self, address: &str, body: &[u8], charset: Option<&str>, limits: &Limits) {
        if self.documents.len() == limits.parts || !self.seen.insert(address.to_owned()) {
            return;
        }
        let mut told = Vec::new();
        match page(body, charset, limits, &mut told) {
            Ok(document) if document.text.split_whitespace().nth(SHORTEST - 1).is_some() => {
                let number = (self.documents.len() + 1).to_string();
                self.documents.push(Document {
                    name: Some(blog_posts::name(Some(address), &number)),
                    ..at_address(document, address)
                });
            }
            Ok(_) | Err(ReadError::Empty | ReadError::NoWords) => self.left_out.short += 1,
            Err(error) => {
                let address: String = address.chars().take(200).collect();
                self.told
                    .push(format!("the page `{address}` is left out: {error}"));
            }
        }
    }
}
