//! One interview as a file of every format.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[path = "service_json.rs"]
mod service_json;

/// Turns: whether it is a question, and its words.
type Turns<'a> = &'a [(bool, String)];

const ASKS: &str = "Ada Martin";
const ANSWERS: &str = "Jean Dupont";

/// The file of this name.
pub(crate) fn file(name: &str, turns: Turns<'_>) -> Vec<u8> {
    if let Some(json) = service_json::file(name, turns) {
        return json.into_bytes();
    }
    let text = match name {
        "talk.txt" => each(turns, |_, asks, words| {
            format!("{}: {words}\n\n", who(asks))
        }),
        "wiki.txt" => {
            each(turns, |_, asks, words| {
                format!("'''{}:''' {words}\n\n", who(asks))
            }) + "== End ==\n"
        }
        "otter.txt" => each(turns, |at, asks, words| {
            format!("{}  {}\n{words}\n\n", who(asks), clock(at, ""))
        }),
        "talk.md" => each(turns, |_, asks, words| {
            format!("**{}:** {words}\n\n", who(asks))
        }),
        "talk.org" => "#+TITLE: Talk\n\n".to_owned() + &looks(turns, "*", "*\n\n", "", "\n\n"),
        "talk.adoc" => "= Talk\n:toc:\n\n".to_owned() + &looks(turns, "*", "*\n\n", "", "\n\n"),
        "talk.html" => page(turns),
        "talk.rtf" => format!(
            "{{\\rtf1\\ansi {}}}",
            looks(turns, "{\\b ", "}\\par\n", "", "\\par\n")
        ),
        "talk.eml" => mail(
            "text/plain",
            &looks(turns, "> ", "\r\n\r\n", "", "\r\n\r\n"),
        ),
        "talk.mhtml" => mhtml(turns),
        "talk.warc" => return warc(turns),
        "talk.warc.gz" => return gzip(&warc(turns)),
        "talk.webarchive" => web_archive(turns),
        "talk.pdf" => return pdf(turns),
        "talk.docx" | "talk.odt" | "talk.epub" | "talk.xlsx" | "talk.ods" => {
            return office(name, turns);
        }
        "ohms.xml" | "akoma.xml" | "theyworkforyou.xml" | "talk.flk" => record(name, turns),
        name if name.contains(".xml") || name.contains(".eaf") || name.contains(".exb") => {
            xml(name, turns)
        }
        "talk.trs" | "talk.cha" | "talk.TextGrid" => annotated(name, turns),
        name if name.contains("json") => json_file(name, turns),
        name => captions_or_table(name, turns),
    };
    text.into_bytes()
}

fn who(asks: bool) -> &'static str {
    if asks { ASKS } else { ANSWERS }
}

fn each(turns: Turns<'_>, write: impl Fn(usize, bool, &str) -> String) -> String {
    let turns = turns.iter().enumerate();
    turns
        .map(|(at, (asks, words))| write(at, *asks, words))
        .collect()
}

/// Questions and answers between marks.
fn looks(turns: Turns<'_>, open: &str, close: &str, begin: &str, end: &str) -> String {
    each(turns, |_, asks, words| match asks {
        true => format!("{open}{words}{close}"),
        false => format!("{begin}{words}{end}"),
    })
}

/// The time of a turn, ten seconds each, and what stands behind it.
fn clock(at: usize, behind: &str) -> String {
    let seconds = at * 10;
    format!(
        "{:02}:{:02}:{:02}{behind}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

fn paragraphs(turns: Turns<'_>) -> String {
    looks(turns, "<p><strong>", "</strong></p>\n", "<p>", "</p>\n")
}

fn page(turns: Turns<'_>) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Talk</title></head><body><nav>Home</nav><article><h1>Talk</h1>{}</article></body></html>",
        paragraphs(turns)
    )
}

fn mail(kind: &str, body: &str) -> String {
    format!(
        "From: {ANSWERS} <a@example.org>\r\nTo: {ASKS} <b@example.org>\r\nSubject: Talk\r\nMIME-Version: 1.0\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{body}"
    )
}

fn mhtml(turns: Turns<'_>) -> String {
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}\r\n--b--\r\n",
        page(turns)
    )
}

fn warc(turns: Turns<'_>) -> Vec<u8> {
    let response = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}",
        page(turns)
    );
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/talk\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{response}\r\n\r\n",
        response.len()
    )
    .into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn web_archive(turns: Turns<'_>) -> String {
    format!(
        "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>{}</data></dict></dict></plist>",
        STANDARD.encode(page(turns))
    )
}

/// Pages of lines in Helvetica.
fn pdf(turns: Turns<'_>) -> Vec<u8> {
    let mut lines: Vec<String> = Vec::new();
    for (asks, words) in turns {
        lines.extend(
            textwrap::wrap(&format!("{}: {words}", who(*asks)), 90)
                .iter()
                .map(ToString::to_string),
        );
        lines.push(String::new());
    }
    let pages: Vec<&[String]> = lines.chunks(45).collect();
    let mut out = String::from(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n",
    );
    let mut kids = String::new();
    for (at, page) in pages.iter().enumerate() {
        let (number, content) = (4 + at * 2, 5 + at * 2);
        let mut stream = String::from("BT /F 10 Tf 14 TL 60 760 Td ");
        for line in *page {
            let line = line.replace('\\', "").replace(['(', ')'], "");
            let _ = write!(stream, "({line}) Tj T* ");
        }
        stream.push_str("ET");
        let _ = write!(kids, "{number} 0 R ");
        let _ = write!(
            out,
            "{number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R/Resources<</Font<</F 3 0 R>>>>>> endobj\n\
             {content} 0 obj <</Length {}>> stream\n{stream}\nendstream endobj\n",
            stream.len()
        );
    }
    let _ = write!(
        out,
        "2 0 obj <</Type/Pages/Kids[{kids}]/Count {}>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n",
        pages.len()
    );
    out.into_bytes()
}

fn office(name: &str, turns: Turns<'_>) -> Vec<u8> {
    let parts: Vec<(&str, String)> = match name {
        "talk.docx" => {
            let paragraphs = each(turns, |_, asks, words| {
                let bold = if asks { "<w:b/>" } else { "" };
                format!("<w:p><w:r><w:rPr>{bold}</w:rPr><w:t>{words}</w:t></w:r></w:p>")
            });
            vec![("word/document.xml", format!("<w:document><w:body>{paragraphs}</w:body></w:document>"))]
        }
        "talk.odt" => {
            let paragraphs = each(turns, |_, asks, words| {
                let style = if asks { "B" } else { "N" };
                format!("<text:p text:style-name=\"{style}\">{words}</text:p>")
            });
            let style = "<style:style style:name=\"B\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>";
            vec![
                ("mimetype", "application/vnd.oasis.opendocument.text".to_owned()),
                (
                    "content.xml",
                    format!("<office:document-content><office:automatic-styles>{style}</office:automatic-styles><office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>"),
                ),
            ]
        }
        "talk.xlsx" => sheet(turns),
        "talk.ods" => {
            let cell = |words: &str| format!("<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>");
            let row = |first: &str, second: &str| format!("<table:table-row>{}{}</table:table-row>", cell(first), cell(second));
            let rows = row("Speaker", "Text") + &each(turns, |_, asks, words| row(who(asks), words));
            let of = "urn:oasis:names:tc:opendocument:xmlns";
            vec![
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
                (
                    "content.xml",
                    format!("<office:document-content xmlns:office=\"{of}:office:1.0\" xmlns:table=\"{of}:table:1.0\" xmlns:text=\"{of}:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"),
                ),
                ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>".to_owned()),
            ]
        }
        _ => vec![
            ("mimetype", "application/epub+zip".to_owned()),
            ("META-INF/container.xml", "<container><rootfile full-path=\"b.opf\"/></container>".to_owned()),
            ("b.opf", "<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>".to_owned()),
            ("a.xhtml", page(turns)),
        ],
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a workbook with one sheet.
fn sheet(turns: Turns<'_>) -> Vec<(&'static str, String)> {
    let cell = |words: &str| format!("<c t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let row = |first: &str, second: &str| format!("<row>{}{}</row>", cell(first), cell(second));
    let rows = row("Speaker", "Text") + &each(turns, |_, asks, words| row(who(asks), words));
    let of = "http://schemas.openxmlformats.org";
    vec![
        (
            "[Content_Types].xml",
            format!("<Types xmlns=\"{of}/package/2006/content-types\"/>"),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{of}/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{of}/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{of}/spreadsheetml/2006/main\" xmlns:r=\"{of}/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "<worksheet xmlns=\"{of}/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
            ),
        ),
    ]
}

fn xml(name: &str, turns: Turns<'_>) -> String {
    let body = paragraphs(turns);
    match name {
        "tei.xml" => format!(
            "<TEI><teiHeader><profileDesc><particDesc><listPerson><person xml:id=\"A\"><persName>{ASKS}</persName></person><person xml:id=\"B\"><persName>{ANSWERS}</persName></person>\
             </listPerson></particDesc></profileDesc></teiHeader><text><body>{}</body></text></TEI>",
            each(turns, |_, asks, words| format!(
                "<u who=\"#{}\">{words}</u>\n",
                if asks { 'A' } else { 'B' }
            ))
        ),
        "nitf.xml" => format!("<nitf><body><body.content>{body}</body.content></body></nitf>"),
        "newsml.xml" => format!(
            "<newsItem><contentSet><inlineXML><html><body>{body}</body></html></inlineXML></contentSet></newsItem>"
        ),
        "jats.xml" => format!(
            "<article article-type=\"interview\"><front/><body>{}</body></article>",
            looks(turns, "<p><bold>", "</bold></p>\n", "<p>", "</p>\n")
        ),
        "wordpress.xml" => {
            let post = |at: usize, turns: Turns<'_>| {
                format!(
                    "<item><title>Talk {at}</title><link>https://example.org/{at}</link><content:encoded><![CDATA[{}]]></content:encoded></item>\n",
                    paragraphs(turns)
                )
            };
            let posts: String = turns
                .chunks(20)
                .enumerate()
                .map(|(at, turns)| post(at, turns))
                .collect();
            format!("<rss version=\"2.0\"><channel><title>Site</title>{posts}</channel></rss>")
        }
        "elan.eaf" => {
            let slots = each(turns, |at, _, _| {
                format!(
                    "<TIME_SLOT TIME_SLOT_ID=\"t{at}\" TIME_VALUE=\"{}\"/>",
                    at * 10_000
                )
            });
            let tier = |of: bool| {
                let annotations = each(turns, |at, asks, words| match asks == of {
                    true => format!(
                        "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a{at}\" TIME_SLOT_REF1=\"t{at}\" TIME_SLOT_REF2=\"t{}\"><ANNOTATION_VALUE>{words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>\n",
                        at + 1
                    ),
                    false => String::new(),
                });
                format!(
                    "<TIER TIER_ID=\"{0}\" PARTICIPANT=\"{0}\">{annotations}</TIER>",
                    who(of)
                )
            };
            format!(
                "<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{}{}</ANNOTATION_DOCUMENT>",
                tier(true),
                tier(false)
            )
        }
        _ => {
            let line = each(turns, |at, _, _| {
                format!("<tli id=\"T{at}\" time=\"{}\"/>", at * 10)
            });
            let tier = |of: bool| {
                let events = each(turns, |at, asks, words| match asks == of {
                    true => format!(
                        "<event start=\"T{at}\" end=\"T{}\">{words}</event>\n",
                        at + 1
                    ),
                    false => String::new(),
                });
                format!(
                    "<tier id=\"{0}\" speaker=\"{0}\" category=\"v\" type=\"t\">{events}</tier>",
                    if of { 'A' } else { 'B' }
                )
            };
            format!(
                "<basic-transcription><head><speakertable><speaker id=\"A\"><abbreviation>{ASKS}</abbreviation></speaker><speaker id=\"B\"><abbreviation>{ANSWERS}</abbreviation></speaker></speakertable></head>\
                 <basic-body><common-timeline>{line}</common-timeline>{}{}</basic-body></basic-transcription>",
                tier(true),
                tier(false)
            )
        }
    }
}

/// Records of archives and parliaments.
fn record(name: &str, turns: Turns<'_>) -> String {
    match name {
        "ohms.xml" => format!(
            "<ROOT><record id=\"1\"><title>Talk</title><interviewer>{ASKS}</interviewer><interviewee>{ANSWERS}</interviewee><transcript>{}</transcript></record></ROOT>",
            each(turns, |_, asks, words| format!(
                "{}: {words}\n\n",
                who(asks).to_uppercase()
            ))
        ),
        "akoma.xml" => format!(
            "<akomaNtoso><debate><meta><references><TLCPerson eId=\"a\" showAs=\"{ASKS}\"/><TLCPerson eId=\"b\" showAs=\"{ANSWERS}\"/></references></meta><debateBody><debateSection>{}</debateSection></debateBody></debate></akomaNtoso>",
            each(turns, |_, asks, words| match asks {
                true =>
                    format!("<question by=\"#a\"><from>{ASKS}</from><p>{words}</p></question>\n"),
                false =>
                    format!("<answer by=\"#b\"><from>{ANSWERS}</from><p>{words}</p></answer>\n"),
            })
        ),
        "theyworkforyou.xml" => format!(
            "<publicwhip>{}</publicwhip>",
            each(turns, |at, asks, words| format!(
                "<speech id=\"uk.org.publicwhip/debate/2021-03-04a.1.{at}\" speakername=\"{}\"><p>{words}</p></speech>\n",
                who(asks)
            ))
        ),
        _ => {
            let points = each(turns, |at, _, _| {
                format!(
                    "<timepoint timepoint-id=\"T{at}\" absolute-time=\"{}\"/>",
                    at * 10
                )
            });
            let said = each(turns, |at, asks, words| {
                format!(
                    "<contribution speaker-reference=\"{}\" start-reference=\"T{at}\" end-reference=\"T{}\"><segment start-reference=\"T{at}\" end-reference=\"T{}\">{words}</segment></contribution>\n",
                    if asks { 'A' } else { 'B' },
                    at + 1,
                    at + 1
                )
            });
            format!(
                "<folker-transcription><speakers><speaker speaker-id=\"A\"><name>{ASKS}</name></speaker><speaker speaker-id=\"B\"><name>{ANSWERS}</name></speaker></speakers><timeline>{points}</timeline>{said}</folker-transcription>"
            )
        }
    }
}

fn annotated(name: &str, turns: Turns<'_>) -> String {
    match name {
        "talk.trs" => format!(
            "<Trans><Speakers><Speaker id=\"a\" name=\"{ASKS}\"/><Speaker id=\"b\" name=\"{ANSWERS}\"/></Speakers><Episode><Section>{}</Section></Episode></Trans>",
            each(turns, |at, asks, words| format!(
                "<Turn speaker=\"{}\" startTime=\"{}\" endTime=\"{}\"><Sync time=\"{}\"/>{words}</Turn>\n",
                if asks { 'a' } else { 'b' },
                at * 10,
                at * 10 + 9,
                at * 10
            ))
        ),
        "talk.cha" => format!(
            "@UTF8\n@Begin\n@Participants:\tINV Ada Investigator, JEA Jean Participant\n{}@End\n",
            each(turns, |_, asks, words| format!(
                "*{}:\t{words}\n",
                if asks { "INV" } else { "JEA" }
            ))
        ),
        _ => {
            let tier = |of: bool| {
                let intervals = each(turns, |at, asks, words| {
                    let text = if asks == of { words } else { "" };
                    format!(
                        "        intervals [{}]:\n            xmin = {}\n            xmax = {}\n            text = \"{text}\"\n",
                        at + 1,
                        at * 10,
                        at * 10 + 10
                    )
                });
                format!(
                    "    item [1]:\n        class = \"IntervalTier\"\n        name = \"{}\"\n        xmin = 0\n        xmax = {}\n        intervals: size = {}\n{intervals}",
                    who(of),
                    turns.len() * 10,
                    turns.len()
                )
            };
            format!(
                "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = {}\ntiers? <exists>\nsize = 2\nitem []:\n{}{}",
                turns.len() * 10,
                tier(true),
                tier(false)
            )
        }
    }
}

fn json_file(name: &str, turns: Turns<'_>) -> String {
    let all = |make: &dyn Fn(usize, bool, &str) -> Value| -> Vec<Value> {
        let turns = turns.iter().enumerate();
        turns
            .map(|(at, (asks, words))| make(at, *asks, words))
            .collect()
    };
    match name {
        "whisper.json" => json!({"segments": all(&|at, asks, words| json!({"start": at * 10, "end": at * 10 + 9, "text": words, "speaker": who(asks)}))}).to_string(),
        "assemblyai.json" => json!({"id": "x", "status": "completed", "utterances": all(&|at, asks, words| json!({"start": at * 10_000, "end": at * 10_000 + 9_000, "text": words, "speaker": if asks { "A" } else { "B" }, "words": []}))}).to_string(),
        "ninjs.json" => json!({"uri": "urn:x", "headline": "Talk", "body_xhtml": paragraphs(turns)}).to_string(),
        "ghost.json" => json!({"posts": [{"title": "Talk", "slug": "talk", "status": "published", "html": paragraphs(turns)}]}).to_string(),
        _ => {
            let pairs = turns.chunks(2).enumerate();
            pairs
                .map(|(at, pair)| {
                    let line = json!({"id": at.to_string(), "interview_id": (at / 10).to_string(), "question": pair[0].1, "text": pair[1].1, "speaker": ANSWERS});
                    format!("{line}\n")
                })
                .collect()
        }
    }
}

fn captions_or_table(name: &str, turns: Turns<'_>) -> String {
    match name {
        "talk.vtt" => "WEBVTT\n\n".to_owned() + &each(turns, |at, asks, words| format!("{} --> {}\n<v {}>{words}\n\n", clock(at, ".000"), clock(at, ".900"), who(asks))),
        "talk.srt" => each(turns, |at, asks, words| format!("{}\n{} --> {}\n{}: {words}\n\n", at + 1, clock(at, ",000"), clock(at, ",900"), who(asks).to_uppercase())),
        "talk.sbv" => each(turns, |at, asks, words| format!("{},{}\n{}: {words}\n\n", clock(at, ".000"), clock(at, ".900"), who(asks))),
        "talk.ass" => "[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n".to_owned() + &each(turns, |at, asks, words| format!("Dialogue: 0,{},{},Default,{},0,0,0,,{words}\n", clock(at, ".00"), clock(at, ".90"), who(asks))),
        "talk.ttml" => format!(
            "<tt xmlns:ttm=\"m\"><head><metadata><ttm:agent xml:id=\"a\"><ttm:name>{ASKS}</ttm:name></ttm:agent><ttm:agent xml:id=\"b\"><ttm:name>{ANSWERS}</ttm:name></ttm:agent></metadata></head><body><div>{}</div></body></tt>",
            each(turns, |at, asks, words| format!("<p begin=\"{}\" end=\"{}\" ttm:agent=\"{}\">{words}</p>\n", clock(at, ".000"), clock(at, ".900"), if asks { 'a' } else { 'b' }))
        ),
        "talk.tsv" => "speaker\tstart\ttext\n".to_owned() + &each(turns, |at, asks, words| format!("{}\t{}\t{words}\n", who(asks), at * 10)),
        _ => "speaker,start,text\n".to_owned() + &each(turns, |at, asks, words| format!("{},{},\"{words}\"\n", who(asks), at * 10)),
    }
}
