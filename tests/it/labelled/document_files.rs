//! Office documents, books and mail.

use crate::transcript::archive;

use super::dialogues::{BEES, Dialogue, FERRY, LIGHTS, MILL, ORGAN, SALT, Voice};
use super::{LabelledFile, Names, each, file};

pub(super) fn all() -> Vec<LabelledFile> {
    let mut files = word();
    files.extend(others());
    files
}

fn docx(styles: &str, body: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "word/document.xml",
            format!("<w:document><w:body>{body}</w:body></w:document>"),
        ),
        ("word/styles.xml", format!("<w:styles>{styles}</w:styles>")),
    ])
}

fn paragraph(properties: &str, run: &str, words: &str) -> String {
    format!(
        "<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>"
    )
}

fn word() -> Vec<LabelledFile> {
    let head = |d: &Dialogue| {
        paragraph("<w:pStyle w:val=\"Title\"/>", "", d.title) + &paragraph("", "", d.lead)
    };
    let styled = |d: &Dialogue, style: &str| {
        head(d)
            + &each(d, |_, voice, words| match voice {
                Voice::Asks => paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), "", words),
                Voice::Answers => paragraph("", "", words),
            })
    };
    let question = "<w:style w:type=\"paragraph\" w:styleId=\"Frage\"><w:name w:val=\"Frage\"/><w:rPr><w:b/></w:rPr></w:style>";
    let heading = "<w:style w:type=\"paragraph\" w:styleId=\"3\"><w:name w:val=\"heading 3\"/><w:rPr><w:b/></w:rPr></w:style>";
    let strong = "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>";
    let runs = |d: &Dialogue| {
        head(d)
            + &each(d, |_, voice, words| match voice {
                Voice::Asks => paragraph("", "<w:rStyle w:val=\"Strong\"/>", words),
                Voice::Answers => paragraph("", "", words),
            })
    };
    let table = |d: &Dialogue| {
        let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", "", words));
        let rows = each(d, |_, voice, words| {
            format!("<w:tr>{}{}</w:tr>", cell(d.name(voice)), cell(words))
        });
        format!("<w:tbl>{rows}</w:tbl>")
    };
    vec![
        file(
            "Word with a bold style",
            "a.docx",
            &LIGHTS,
            Names::Both,
            docx(question, &styled(&LIGHTS, "Frage")),
        ),
        file(
            "Word with headings by number",
            "a.docx",
            &MILL,
            Names::Both,
            docx(heading, &styled(&MILL, "3")),
        ),
        file(
            "Word with strong runs",
            "a.docx",
            &SALT,
            Names::Guest,
            docx(strong, &runs(&SALT)),
        ),
        file(
            "Word with a table",
            "a.docx",
            &FERRY,
            Names::Both,
            docx("", &table(&FERRY)),
        ),
    ]
}

fn others() -> Vec<LabelledFile> {
    let styles = "<office:document-styles><office:styles><style:style style:name=\"Domanda\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
        <style:style style:name=\"Caption\" style:family=\"paragraph\"/><style:style style:name=\"Illustration\" style:family=\"paragraph\" style:parent-style-name=\"Caption\"/></office:styles></office:document-styles>";
    let lines = each(&ORGAN, |_, voice, words| match voice {
        Voice::Asks => format!("<text:p text:style-name=\"P2\">{words}</text:p>"),
        Voice::Answers => format!(
            "<text:p text:style-name=\"Standard\">{words}</text:p><text:p text:style-name=\"P1\">Figura 1: una canna.</text:p>"
        ),
    });
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Illustration\"/>\
         <style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"Domanda\"/></office:automatic-styles>\
         <office:body><office:text><text:p text:style-name=\"Title\">{}</text:p><text:p>{}</text:p>{lines}</office:text></office:body></office:document-content>",
        ORGAN.title, ORGAN.lead
    );
    let odt = archive(&[
        (
            "mimetype",
            "application/vnd.oasis.opendocument.text".to_owned(),
        ),
        ("content.xml", content),
        ("styles.xml", styles.to_owned()),
    ]);
    let rtf = format!(
        "{{\\rtf1\\ansi {}\\par {}\\par\n{}}}",
        BEES.title,
        BEES.lead,
        each(&BEES, |_, voice, words| match voice {
            Voice::Asks => format!("{{\\b {words}}}\\par\n"),
            Voice::Answers => format!("{words}\\par\n"),
        })
    );
    let mail = format!(
        "From: Callum Dray <callum@example.org>\r\nTo: Nora Whitfield <nora@example.org>\r\nSubject: Re: Your questions\r\n\
         Date: Thu, 04 May 2023 06:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n-- \r\nCallum Dray, forty hives\r\n",
        each(&BEES, |_, voice, words| match voice {
            Voice::Asks => format!("> {words}\r\n\r\n"),
            Voice::Answers => format!("{words}\r\n\r\n"),
        })
    );
    let chapter = |d: &Dialogue| {
        format!(
            "<html><body><h1>{}</h1>{}</body></html>",
            d.title,
            each(d, |_, voice, words| match voice {
                Voice::Asks => format!("<p class=\"q\"><b>{words}</b></p>"),
                Voice::Answers => format!("<p>{words}</p>"),
            })
        )
    };
    let epub = archive(&[
        ("mimetype", "application/epub+zip".to_owned()),
        ("META-INF/container.xml", "<container><rootfile full-path=\"b.opf\"/></container>".to_owned()),
        ("b.opf", "<package><metadata><dc:title>Salt</dc:title></metadata><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>".to_owned()),
        ("a.xhtml", chapter(&SALT)),
    ]);
    vec![
        file(
            "OpenDocument with styles and captions",
            "a.odt",
            &ORGAN,
            Names::Guest,
            odt,
        ),
        file("RTF", "a.rtf", &BEES, Names::Both, rtf),
        file("mail", "a.eml", &BEES, Names::Guest, mail),
        file("book", "a.epub", &SALT, Names::Nobody, epub),
    ]
}
