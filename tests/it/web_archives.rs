//! Pages as browsers and crawlers keep them.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::harness::Verbatim;
use crate::news_articles::read_all;
use crate::transcript::{read, script, try_examine};

/// A page with an interview of more than a few words.
fn page(guest: &str, charset: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"es\"><head>{charset}<title>Entrevista con {guest}</title>\
         <meta property=\"article:published_time\" content=\"2022-10-03\"></head><body><nav>Inicio Noticias</nav><article>\
         <h1>Entrevista con {guest}</h1><p><strong>¿Quién rema de noche en este puerto?</strong></p>\
         <p>Remo yo, casi siempre solo, con dos faroles y un perro que se llama Ñandú, porque el agua está quieta.</p>\
         <p><strong>¿Y por qué de noche?</strong></p><p>Los peces duermen y la corriente es más lenta que por la mañana.</p>\
         </article></body></html>"
    )
}

fn said(guest: &str) -> [String; 4] {
    [
        "I -: ¿Quién rema de noche en este puerto?".to_owned(),
        format!(
            "G {guest}: Remo yo, casi siempre solo, con dos faroles y un perro que se llama Ñandú, porque el agua está quieta."
        ),
        "I -: ¿Y por qué de noche?".to_owned(),
        format!("G {guest}: Los peces duermen y la corriente es más lenta que por la mañana."),
    ]
}

/// A record of a crawl.
fn record(kind: &str, address: &str, content_type: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n\
         WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: {address}\r\nContent-Type: {content_type}\r\n\
         Content-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

/// The response with which a server gives a page.
fn response(address: &str, status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: text/html\r\n{headers}\r\n");
    let block = [head.as_bytes(), body].concat();
    record(
        "response",
        address,
        "application/http; msgtype=response",
        &block,
    )
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A crawl of two pages with interviews, the second packed, in Latin-1 and without a word of its encoding.
fn crawl() -> Vec<Vec<u8>> {
    let second = page("Ana Peña", "");
    let latin: Vec<u8> = second
        .chars()
        .map(|char| u8::try_from(char).unwrap())
        .collect();
    vec![
        record("warcinfo", "", "application/warc-fields", b"software: crawler\r\n"),
        record("request", "https://faro.example/bruno", "application/http; msgtype=request", b"GET /bruno HTTP/1.1\r\n\r\n"),
        response("https://faro.example/bruno", "200 OK", "", page("Bruno Rey", "").as_bytes()),
        response("https://faro.example/vieja", "301 Moved", "", page("Otra Persona", "").as_bytes()),
        response("https://faro.example/menu", "200 OK", "", b"<p>Inicio</p>"),
        record("response", "https://faro.example/ana/", "application/http;msgtype=response", &[
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\nContent-Encoding: gzip\r\n\r\n".as_slice(),
            &gzip(&latin),
        ].concat()),
        record("resource", "https://faro.example/a.png", "image/png", b"\x89PNG"),
    ]
}

#[test]
fn a_crawl_gives_an_interview_for_each_of_its_pages_packed_or_not() {
    let whole = crawl().concat();
    let packed: Vec<u8> = crawl().iter().flat_map(|record| gzip(record)).collect();
    for (name, bytes) in [
        ("faro.warc", &whole),
        ("faro.warc.gz", &packed),
        ("faro.warc", &packed),
        ("faro.warc.gz", &gzip(&whole)),
    ] {
        let all = read_all(name, bytes);
        assert_eq!(all.len(), 2, "{name}");
        assert_eq!(all[0].format, "WARC");
        for (one, (guest, id, url)) in all.iter().zip([
            ("Bruno Rey", "it#bruno", "https://faro.example/bruno"),
            ("Ana Peña", "it#ana", "https://faro.example/ana/"),
        ]) {
            let read = &one.interview;
            assert_eq!(script(read), said(guest));
            assert_eq!(read.id.as_str(), id);
            assert_eq!(read.metadata.url.as_deref(), Some(url));
            assert_eq!(
                read.metadata.date.map(|date| date.to_string()).as_deref(),
                Some("2022-10-03")
            );
        }
        assert_eq!(
            all[0].interview.warnings.first().map(String::as_str),
            Some("pages of a few words are left out: 1")
        );
    }
}

#[test]
fn a_crawl_that_is_cut_off_or_damaged_is_read_up_to_there_and_that_is_said() {
    let records = crawl();
    let whole = records.concat();
    let first = records[..3].concat().len();
    let cut = &whole[..first + 150];
    let damaged = [&whole[..first], b"no record\r\n\r\n".as_slice()].concat();
    let packed: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    for (bytes, told) in [
        (
            cut,
            "the archive ends within a record: it is cut off; copy it again",
        ),
        (
            damaged.as_slice(),
            "the archive is damaged: what follows the last page that is read is not read; copy it again",
        ),
        (
            &packed[..packed.len() - 60],
            "the archive ends within a record: it is cut off; copy it again",
        ),
    ] {
        let all = read_all("faro.warc", bytes);
        assert_eq!(script(&all[0].interview), said("Bruno Rey"));
        let warnings = &all[0].interview.warnings;
        assert!(
            warnings.iter().any(|warning| warning == told),
            "{warnings:?}"
        );
    }
}

#[test]
fn a_crawl_without_a_page_is_refused_with_what_to_do() {
    let none = [crawl()[0].clone(), crawl()[4].clone()].concat();
    for (bytes, told) in [
        (
            none.as_slice(),
            "it is a WARC archive, but it holds no web page with a text; save the pages of the interviews as .html",
        ),
        (
            b"something else\n".as_slice(),
            "it is no WARC archive, or damaged at its start; copy it again",
        ),
    ] {
        let error = try_examine("faro.warc", bytes)
            .map(|read| read.interview.transcript)
            .unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
    }
    let verbatim = Verbatim::with_files([("faro.warc.gz", gzip(&none).as_slice())]);
    verbatim
        .run(&["index"])
        .complains("faro.warc.gz")
        .complains("no web page");
}

/// A binary property list of dictionaries, data and strings.
fn binary(address: &str, kind: &str, encoding: &str, data: &[u8]) -> Vec<u8> {
    let counted = |kind: u8, count: usize, content: &[u8]| {
        let count = u32::try_from(count).unwrap().to_be_bytes();
        [&[kind << 4 | 0xf, 0x12], count.as_slice(), content].concat()
    };
    let text = |words: &str| counted(5, words.len(), words.as_bytes());
    let wide = |words: &str| {
        let units: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        counted(6, units.len() / 2, &units)
    };
    // The top dictionary holds one key, the page four.
    let objects = [
        vec![0xd1, 1, 2],
        text("WebMainResource"),
        vec![0xd4, 3, 4, 5, 6, 7, 8, 9, 10],
        text("WebResourceData"),
        text("WebResourceMIMEType"),
        text("WebResourceTextEncodingName"),
        text("WebResourceURL"),
        counted(4, data.len(), data),
        text(kind),
        text(encoding),
        wide(address),
    ];
    let mut bytes = b"bplist00".to_vec();
    let mut places = Vec::new();
    for object in &objects {
        places.push(u32::try_from(bytes.len()).unwrap());
        bytes.extend_from_slice(object);
    }
    let table = bytes.len() as u64;
    bytes.extend(places.iter().flat_map(|place| place.to_be_bytes()));
    bytes.extend_from_slice(&[0, 0, 0, 0, 0, 0, 4, 1]);
    for number in [objects.len() as u64, 0, table] {
        bytes.extend_from_slice(&number.to_be_bytes());
    }
    bytes
}

fn xml(address: &str, data: &[u8]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
         \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\"><dict><key>WebMainResource</key><dict>\
         <key>WebResourceData</key><data>\n\t{}\n</data><key>WebResourceMIMEType</key><string>text/html</string>\
         <key>WebResourceTextEncodingName</key><string>UTF-8</string><key>WebResourceURL</key><string>{address}</string>\
         </dict></dict></plist>",
        STANDARD.encode(data)
    )
}

const ADDRESS: &str = "https://faro.example/año";

#[test]
fn a_page_that_safari_saved_is_read_with_its_address() {
    let utf8 = page("Bruno Rey", "");
    let latin: Vec<u8> = utf8
        .chars()
        .map(|char| u8::try_from(char).unwrap())
        .collect();
    for bytes in [
        binary(ADDRESS, "text/html", "UTF-8", utf8.as_bytes()),
        binary(ADDRESS, "text/html", "windows-1252", &latin),
        xml(ADDRESS, utf8.as_bytes()).into_bytes(),
    ] {
        for name in ["entrevista.webarchive", "entrevista"] {
            let examined = try_examine(name, &bytes).expect("readable");
            assert_eq!(examined.format, "web archive");
            assert_eq!(script(&examined.interview), said("Bruno Rey"));
            assert_eq!(examined.interview.metadata.url.as_deref(), Some(ADDRESS));
        }
    }
}

#[test]
fn a_web_archive_that_is_damaged_or_holds_no_page_is_refused_with_what_to_do() {
    let whole = binary(
        ADDRESS,
        "text/html",
        "UTF-8",
        page("Bruno Rey", "").as_bytes(),
    );
    let pdf = binary(ADDRESS, "application/pdf", "", b"%PDF-1.4");
    for (bytes, told) in [
        (
            &whole[..whole.len() - 20],
            "the web archive is damaged or cut off: its page is missing; save the page again",
        ),
        (
            pdf.as_slice(),
            "the web archive holds `application/pdf` and no page; save that itself as a file",
        ),
        (b"bplist00WebMainResource".as_slice(), "damaged or cut off"),
    ] {
        let error = try_examine("a.webarchive", bytes)
            .map(|read| read.interview.transcript)
            .unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
    }
}

#[test]
fn a_word_document_a_page_or_rtf_that_is_called_doc_is_read_and_an_old_document_is_named() {
    let paragraph = |bold: &str, words: &str| {
        format!("<w:p><w:r><w:rPr>{bold}</w:rPr><w:t>{words}</w:t></w:r></w:p>")
    };
    let body = [
        paragraph("<w:b/>", "Who rows at night?"),
        paragraph("", "I do, mostly alone."),
        paragraph("<w:b/>", "Why at night?"),
        paragraph("", "The fish sleep."),
    ];
    // What stands before its text is large, and cannot be packed.
    let noise: String = (0..40_000_u32)
        .map(|number| {
            char::from(b'a' + u8::try_from(number.wrapping_mul(2_654_435_761) >> 28).unwrap())
        })
        .collect();
    let docx = crate::transcript::archive(&[
        ("docProps/thumbnail.txt", noise.as_str()),
        (
            "word/document.xml",
            &format!(
                "<w:document><w:body>{}</w:body></w:document>",
                body.concat()
            ),
        ),
    ]);
    let rtf = br"{\rtf1\ansi {\b Who rows at night?}\par I do, mostly alone.\par {\b Why at night?}\par The fish sleep.\par}";
    let html = b"<html><body><p><b>Who rows at night?</b></p><p>I do, mostly alone.</p><p><b>Why at night?</b></p><p>The fish sleep.</p></body></html>";
    let verbatim = Verbatim::with_files([
        ("one.doc", docx.as_slice()),
        ("two.doc", rtf.as_slice()),
        ("three.doc", html.as_slice()),
        (
            "old.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on".as_slice(),
        ),
    ]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("old.doc")
        .says("save it as a Word document (.docx)");
    for (name, bytes, format) in [
        ("one.doc", docx.as_slice(), "Word"),
        ("two.doc", rtf, "RTF"),
        ("three.doc", html, "HTML"),
    ] {
        assert_eq!(try_examine(name, bytes).expect("readable").format, format);
        verbatim
            .run(&["show", &name[..name.len() - 4], "--structure"])
            .ends_with_code(0)
            .says("I do, mostly alone.");
        let lines = script(&read(name, bytes));
        assert_eq!(lines[1], "G -: I do, mostly alone.", "{name}");
    }
}
