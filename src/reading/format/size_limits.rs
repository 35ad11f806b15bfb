//! Size limits of documents: how much is read before one is refused.

/// Limits of documents that unpack or nest. What they cost beyond that is limited by the process that reads them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// The largest part of an archive, unpacked, in bytes: one that says it is larger, or is, is a bomb.
    pub(super) part: u64,
    /// The most parts that an archive may have.
    pub(super) parts: usize,
    /// The deepest nesting of elements: deeper ones take parsers minutes, or all of their stack.
    pub(super) depth: usize,
    /// The largest web page, in bytes.
    pub(super) page: usize,
    /// How much text is read of a book, or of the pages of a web archive, in bytes.
    pub(super) book: usize,
    /// The most bytes that a packed web archive unpacks to.
    pub(super) unpacked: u64,
    /// The most records of a web archive.
    pub(super) records: usize,
    /// The largest file of data that is held whole beside what it says, in bytes.
    pub(super) tree: usize,
    /// The most elements and texts of an XML file that is held whole.
    pub(super) nodes: usize,
    /// The most cells of a spreadsheet: one that says it has more is damaged, or no transcript.
    pub(super) cells: usize,
    /// The most tiers of an annotated recording: more than any conversation has.
    pub(super) tiers: usize,
    /// How many pages are read of a PDF.
    pub(super) pages: usize,
    /// The most operators that the pages of a PDF carry out: drawings within drawings multiply.
    pub(super) drawings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            part: 64 << 20,
            parts: 20_000,
            depth: 500,
            page: 16 << 20,
            book: 64 << 20,
            unpacked: 1 << 30,
            records: 500_000,
            tree: 64 << 20,
            nodes: 5_000_000,
            cells: 2_000_000,
            tiers: 1_000,
            pages: 5_000,
            drawings: 30_000_000,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "what is written here is well formed")]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::archival_transcripts::Markup;
    use super::super::{Document, Format};
    use super::*;

    const LOW: Limits = Limits {
        part: 200,
        parts: 4,
        depth: 5,
        page: 150,
        book: 180,
        unpacked: 2_000,
        records: 4,
        tree: 3_000,
        nodes: 24,
        cells: 4,
        tiers: 1,
        pages: 2,
        drawings: 40,
    };

    fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn read(format: Format, bytes: &[u8]) -> Result<Document, String> {
        let mut documents = format
            .read_within(&LOW, bytes, &mut Vec::new())
            .map_err(|error| error.to_string())?;
        Ok(documents.remove(0))
    }

    #[track_caller]
    fn refused(format: Format, bytes: &[u8], why: &str) {
        let error = read(format, bytes)
            .map(|document| document.text)
            .unwrap_err();
        assert!(error.contains(why), "{error}");
    }

    /// A Word document of `length` bytes, unpacked.
    fn word(length: usize) -> Vec<u8> {
        let around = "<w:document><w:p><w:t></w:t></w:p></w:document>";
        let words = "a".repeat(length - around.len());
        let text = around.replace("><w:t></", &format!("><w:t>{words}</"));
        archive(&[("word/document.xml", &text)])
    }

    #[test]
    fn a_part_that_unpacks_to_more_than_the_limit_is_refused_by_name() {
        assert!(read(Format::Docx, &word(200)).is_ok());
        let why = "`word/document.xml` of the Word file unpacks to more than 200 bytes";
        refused(Format::Docx, &word(201), why);
        let content = "<text><p>a</p></text>".replace('a', &"a".repeat(200));
        let odt = archive(&[("content.xml", &content)]);
        let why = "`content.xml` of the OpenDocument file unpacks to more than 200 bytes";
        refused(Format::Odt, &odt, why);
        let package = format!("<package>{}</package>", " ".repeat(200));
        let container = "<container><rootfile full-path=\"content.opf\"/></container>";
        let epub = archive(&[
            ("META-INF/container.xml", container),
            ("content.opf", &package),
        ]);
        let why = "`content.opf` of the EPUB file unpacks to more than 200 bytes";
        refused(Format::Epub, &epub, why);
    }

    #[test]
    fn an_archive_of_more_parts_than_the_limit_is_refused() {
        let document = ("word/document.xml", "<document><p><t>a</t></p></document>");
        let parts = [document, ("a", ""), ("b", ""), ("c", ""), ("d", "")];
        assert!(read(Format::Docx, &archive(&parts[..4])).is_ok());
        refused(
            Format::Docx,
            &archive(&parts),
            "has 5 parts, more than the 4",
        );
    }

    #[test]
    fn what_is_nested_one_level_deeper_than_the_limit_is_refused() {
        let page = |levels: usize| {
            format!(
                "<b>{}a{}</b>",
                "<i>".repeat(levels - 1),
                "</i>".repeat(levels - 1)
            )
        };
        assert!(read(Format::Html, page(5).as_bytes()).is_ok());
        let why = "the page is nested deeper than 5 levels";
        refused(Format::Html, page(6).as_bytes(), why);
        let xml = |levels: usize| archive(&[("word/document.xml", &page(levels))]);
        assert!(read(Format::Docx, &xml(5)).is_ok());
        let why = "the Word document is nested deeper than 5 levels";
        refused(Format::Docx, &xml(6), why);
    }

    #[test]
    fn a_page_that_is_larger_than_the_limit_is_refused_and_a_book_is_read_up_to_its_limit() {
        let page = |length: usize| "a".repeat(length);
        assert!(read(Format::Html, page(150).as_bytes()).is_ok());
        let why = "the page has 151 bytes, more than the 150 bytes that are read";
        refused(Format::Html, page(151).as_bytes(), why);
        let chapter = |word: &str| format!("<p>{}</p>", word.repeat(20));
        let container = "<container><rootfile full-path=\"b\"/></container>";
        let package = "<p><item id=\"a\" href=\"a\"/><item id=\"c\" href=\"c\"/><itemref idref=\"a\"/><itemref idref=\"c\"/></p>";
        let epub = archive(&[
            ("META-INF/container.xml", container),
            ("b", package),
            ("a", &chapter("first ")),
            ("c", &chapter("second ")),
        ]);
        let mut warnings = Vec::new();
        let read = Format::Epub
            .read_within(&LOW, &epub, &mut warnings)
            .unwrap();
        assert!(read[0].text.contains("first") && !read[0].text.contains("second"));
        assert_eq!(warnings, ["only the first 180 bytes are read"]);
    }

    #[test]
    fn an_entity_that_a_document_defines_is_never_put_in_its_place() {
        let text = "<!DOCTYPE d [<!ENTITY a \"sea\">]><d><p><t>By the &a;&amp; far.</t></p></d>";
        let document = archive(&[("word/document.xml", text)]);
        let document = read(Format::Docx, &document).unwrap();
        assert_eq!(document.text.trim(), "By the &a;& far.");
    }

    /// An annotated recording of so many speakers, a tier each.
    fn annotated(speakers: usize) -> String {
        let tier = |at: usize| {
            format!(
                "<TIER TIER_ID=\"{at}\" PARTICIPANT=\"P{at}\"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a{at}\">\
                 <ANNOTATION_VALUE>Words of {at}.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>"
            )
        };
        let tiers: String = (0..speakers).map(tier).collect();
        format!("<ANNOTATION_DOCUMENT>{tiers}</ANNOTATION_DOCUMENT>")
    }

    #[test]
    fn an_xml_file_of_more_elements_than_the_limit_is_refused_and_of_tiers_the_first_are_read() {
        let elan = Format::Xml(Markup::Elan);
        let mut warnings = Vec::new();
        let two = annotated(2);
        let read = elan
            .read_within(&LOW, two.as_bytes(), &mut warnings)
            .unwrap();
        assert!(read[0].text.contains("Words of 0.") && !read[0].text.contains("Words of 1."));
        assert_eq!(warnings, ["only the first 1 of 2 tiers are read"]);
        let why = "the ELAN file has more than 24 elements";
        refused(elan, annotated(3).as_bytes(), why);
        let deep = two.replace("Words", "<i>Words</i>");
        let why = "the ELAN file is nested deeper than 5 levels";
        refused(elan, deep.as_bytes(), why);
    }

    /// A crawl of so many pages of fifty words each, with these words in the head of each.
    fn crawl(pages: usize, padding: usize) -> Vec<u8> {
        let page = |at: usize| {
            let words = format!("w{at} ").repeat(50);
            let body = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{words}");
            format!(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{at}\r\nX: {}\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
                "x".repeat(padding),
                body.len()
            )
        };
        (0..pages).map(page).collect::<String>().into_bytes()
    }

    #[test]
    fn a_web_archive_is_read_up_to_its_limits_of_records_pages_and_bytes_and_that_is_said() {
        let limits = Limits {
            page: 1_000,
            book: 500,
            parts: 20,
            ..LOW
        };
        let read = |limits: &Limits, bytes: &[u8]| {
            let mut warnings = Vec::new();
            let read = Format::Warc.read_within(limits, bytes, &mut warnings);
            (read.map_or(0, |documents| documents.len()), warnings)
        };
        let wide = Limits {
            book: 10_000,
            ..limits
        };
        assert_eq!(read(&wide, &crawl(4, 0)), (4, Vec::new()));
        let told = "only the first 4 records are read; split the archive".to_owned();
        assert_eq!(read(&wide, &crawl(5, 0)), (4, vec![told]));
        let told = "only the first 500 bytes of its pages are read; split the archive".to_owned();
        assert_eq!(read(&limits, &crawl(4, 0)), (3, vec![told]));
        let told =
            "only the first 2000 bytes that it unpacks to are read; split the archive".to_owned();
        assert_eq!(read(&wide, &crawl(4, 800)).1, [told]);
        let low = Limits { page: 150, ..wide };
        let told = "pages that are too large are left out: 1".to_owned();
        assert_eq!(read(&low, &crawl(1, 0)), (0, vec![told]));
        let few = Limits { parts: 2, ..wide };
        assert_eq!(read(&few, &crawl(4, 0)).0, 2);
    }

    #[test]
    fn articles_are_refused_above_the_limits_of_nesting_and_elements_and_items_read_up_to_theirs() {
        let nested = |levels: usize| {
            format!(
                "<nitf><body><body.content>{}a{}</body.content></body></nitf>",
                "<p>".repeat(levels - 3),
                "</p>".repeat(levels - 3)
            )
        };
        let nitf = Format::Xml(Markup::Nitf);
        assert!(read(nitf, nested(5).as_bytes()).is_ok());
        let why = "the NITF file is nested deeper than 5 levels";
        refused(nitf, nested(6).as_bytes(), why);
        let paragraphs = |count: usize| {
            format!(
                "<article><front/><body>{}</body></article>",
                "<p>a</p>".repeat(count)
            )
        };
        let jats = Format::Xml(Markup::Jats);
        assert!(read(jats, paragraphs(6).as_bytes()).is_ok());
        let why = "the JATS file has more than 24 elements";
        refused(jats, paragraphs(7).as_bytes(), why);
        let items = |count: usize| {
            let item = "<newsItem><contentSet><inlineData>a b</inlineData></contentSet></newsItem>";
            format!("<newsMessage>{}</newsMessage>", item.repeat(count))
        };
        let limits = Limits {
            parts: 2,
            nodes: 1_000,
            ..LOW
        };
        let mut warnings = Vec::new();
        let read =
            Format::Xml(Markup::NewsMl).read_within(&limits, items(3).as_bytes(), &mut warnings);
        assert_eq!(read.map_or(0, |documents| documents.len()), 2);
        assert_eq!(warnings, ["only the first 2 of 3 items are read"]);
        let entity = "<!DOCTYPE nitf [<!ENTITY a \"sea\">]><nitf><body><body.content><p>By the &a;.</p></body.content></body></nitf>";
        let document = super::super::news_articles::read(
            Markup::Nitf,
            entity.as_bytes(),
            &LOW,
            &mut Vec::new(),
        );
        assert_eq!(document.unwrap()[0].text, "By the &a;.");
    }

    #[test]
    fn lines_of_one_recording_are_refused_above_the_limit_and_those_of_many_interviews_are_not() {
        let line = |before: &str, length: usize| {
            let line = format!("{{{before},\"text\":\"\"}}");
            line.replace(
                "\"\"}",
                &format!("\"{}\"}}", "a".repeat(length - line.len())),
            )
        };
        let recording = |length| line("\"start\":1,\"end\":2", length);
        assert!(read(Format::JsonLines, recording(3_000).as_bytes()).is_ok());
        let why = "more than the 3000 bytes that are read of one recording; split it";
        refused(Format::JsonLines, recording(3_001).as_bytes(), why);
        let collection = line("\"id\":\"1\"", 3_001);
        assert!(read(Format::JsonLines, collection.as_bytes()).is_ok());
    }

    #[test]
    fn a_saved_page_in_an_archive_has_the_limits_of_a_page() {
        let archive = |page: &str| {
            use base64::Engine;
            let data = base64::engine::general_purpose::STANDARD.encode(page);
            format!(
                "<plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>{data}</data></dict></dict></plist>"
            )
        };
        let of = Format::WebArchive;
        assert!(read(of, archive(&"a".repeat(150)).as_bytes()).is_ok());
        let why = "the page has 151 bytes, more than the 150 bytes that are read";
        refused(of, archive(&"a".repeat(151)).as_bytes(), why);
        let deep = "<i>".repeat(6) + "a";
        refused(of, archive(&deep).as_bytes(), "nested deeper than 5 levels");
    }

    /// A PDF whose pages are drawn by these streams.
    fn pdf(pages: &[&str]) -> Vec<u8> {
        let numbers = (4..).step_by(2).take(pages.len());
        let kids: String = numbers
            .clone()
            .map(|number| format!("{number} 0 R "))
            .collect();
        let pages = numbers.zip(pages).map(|(number, stream)| {
            format!(
                "{number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents {content} 0 R\
                 /Resources<</Font<</F 3 0 R>>>>>> endobj\n\
                 {content} 0 obj <</Length {length}>> stream\n{stream}\nendstream endobj\n",
                content = number + 1,
                length = stream.len(),
            )
        });
        let pages: String = pages.collect();
        format!(
            "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
             2 0 obj <</Type/Pages/Kids[{kids}]/Count {count}>> endobj\n\
             3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n{pages}trailer <</Root 1 0 R>>\n%%EOF\n",
            count = kids.matches('R').count(),
        )
        .into_bytes()
    }

    #[test]
    fn a_pdf_is_read_up_to_its_last_page_and_refused_where_it_draws_more_than_the_limit() {
        let page = "BT /F 12 Tf 50 300 Td (Words of the first page) Tj ET";
        let second = "BT /F 12 Tf 50 300 Td (Words of another page) Tj ET";
        let mut warnings = Vec::new();
        let pages = Format::Pdf
            .read_within(&LOW, &pdf(&[page, second, second]), &mut warnings)
            .unwrap();
        assert_eq!(pages[0].text.matches("Words").count(), 2);
        assert_eq!(warnings, ["only the first 2 of 3 pages are read"]);
        let drawing = |operators: usize| {
            let rest = "q ".repeat(operators - 5);
            pdf(&[&format!("{page} {rest}")])
        };
        assert!(read(Format::Pdf, &drawing(40)).is_ok());
        refused(
            Format::Pdf,
            &drawing(41),
            "the PDF draws more than 40 things",
        );
    }
}
