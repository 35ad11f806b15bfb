//! Word, OpenDocument, EPUB and web pages; and what becomes of documents that are bad.

use verbatim::reading::{Fact, Origin, ReadInterview};

use crate::harness::Verbatim;
use crate::pdf_files::talk;
use crate::transcript::{archive, script, try_examine};

#[track_caller]
fn read(name: &str, bytes: &[u8]) -> ReadInterview {
    try_examine(name, bytes).unwrap_or_else(|error| panic!("{error}"))
}

fn docx() -> Vec<u8> {
    let paragraph =
        |properties: &str, runs: &str| format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>");
    let run = |looks: &str, words: &str| {
        format!("<w:r><w:rPr>{looks}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    let body = [
        paragraph("<w:pStyle w:val=\"Titre1\"/>", &run("", "Les filets")),
        paragraph("", &run("<w:b/>", "Qui tisse ces filets ?")),
        paragraph(
            "",
            &(run("", "Ma tante &amp; moi, ")
                + "<w:del><w:r><w:delText>hier, </w:delText></w:r></w:del>"
                + &run("<w:i/>", "le soir.")),
        ),
        paragraph("<w:numPr/>", &run("", "en lin ;")),
        paragraph("", &(run("<w:b/>", "Pour ") + &run("<w:b/>", "qui ?"))),
        paragraph("", &run("<w:b w:val=\"0\"/>", "Pour le port.")),
    ];
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &format!(
                "<?xml version=\"1.0\"?><w:document><w:body>{}</w:body></w:document>",
                body.concat()
            ),
        ),
        (
            "docProps/core.xml",
            "<cp:coreProperties><dc:title>Les filets du port</dc:title><dcterms:created>2021-05-02T10:00:00Z</dcterms:created></cp:coreProperties>",
        ),
    ])
}

#[test]
fn a_word_document_gives_its_questions_by_their_look_and_its_properties() {
    let examined = read("filets.docx", &docx());
    assert_eq!(examined.format, "Word");
    assert_eq!(
        script(&examined.interview),
        [
            "I -: Qui tisse ces filets ?",
            "G -: Ma tante & moi, le soir.//– en lin ;",
            "I -: Pour qui ?",
            "G -: Pour le port.",
        ]
    );
    let metadata = &examined.interview.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Les filets du port"));
    assert!(
        examined
            .origins
            .contains(&(Fact::Title, Origin::DocumentProperties))
    );
}

#[test]
fn an_opendocument_text_is_read_without_its_notes() {
    let content = "<office:document-content><office:automatic-styles>\
        <style:style style:name=\"B\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
        </office:automatic-styles><office:body><office:text>\
        <text:h text:outline-level=\"1\">At the mill</text:h>\
        <text:p text:style-name=\"B\">Who turns the wheel?</text:p>\
        <text:p>The river<text:note><text:note-body><text:p>In spring.</text:p></text:note-body></text:note><text:s/>does.</text:p>\
        <text:p><text:span text:style-name=\"B\">And in summer?</text:span></text:p>\
        <text:p>Two oxen.</text:p></office:text></office:body></office:document-content>";
    let file = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
        (
            "meta.xml",
            "<office:meta><dc:title>At the mill</dc:title></office:meta>",
        ),
    ]);
    let examined = read("mill.odt", &file);
    assert_eq!(
        script(&examined.interview),
        [
            "I -: Who turns the wheel?",
            "G -: The river does.",
            "I -: And in summer?",
            "G -: Two oxen.",
        ]
    );
}

#[test]
fn a_book_is_read_in_the_order_of_its_spine() {
    let chapter = |words: &str| format!("<html><body>{words}</body></html>");
    let file = archive(&[
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"in/book.opf\"/></rootfiles></container>",
        ),
        (
            "in/book.opf",
            "<package><metadata><dc:title>Two talks</dc:title><dc:date>2019-06</dc:date></metadata><manifest>\
             <item id=\"n\" href=\"nav.xhtml\" properties=\"nav\"/><item id=\"b\" href=\"b%20b.xhtml\"/><item id=\"a\" href=\"a.xhtml\"/>\
             </manifest><spine><itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>",
        ),
        ("in/nav.xhtml", &chapter("<ol><li>Contents</li></ol>")),
        (
            "in/a.xhtml",
            &chapter("<p>Ann Lee: Who rows?</p><p>Bo Roy: I row, at <i>night</i>.</p>"),
        ),
        (
            "in/b b.xhtml",
            &chapter("<p>Ann Lee: Why?</p><p>Bo Roy: The fish.</p>"),
        ),
    ]);
    let examined = read("talks.epub", &file);
    assert_eq!(
        script(&examined.interview),
        [
            "I Ann Lee: Who rows?",
            "G Bo Roy: I row, at night.",
            "I Ann Lee: Why?",
            "G Bo Roy: The fish.",
        ]
    );
    let date = examined
        .interview
        .metadata
        .date
        .map(|date| date.to_string());
    assert_eq!(date.as_deref(), Some("2019-06"));
}

const PAGE: &str = r#"<!DOCTYPE html><html lang="fr"><head><title>Le lin | La Gazette</title>
<link rel="canonical" href="https://gazette.example/lin">
<meta property="og:site_name" content="La Gazette (og)">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",
 "headline": "Le lin revient", "datePublished": "2021-05-02T08:00:00+02:00",
 "author": [{"@type": "Person", "name": "Léa Blin"}], "publisher": {"name": "La Gazette"}}]}</script></head>
<body><nav><ul><li>Accueil</li><li>Sports</li></ul></nav>
<article><h1>Le lin revient</h1><p>Rencontre avec Paul Roy, agriculteur, au milieu de son champ bleu.</p>
<p><strong>Pourquoi semer du lin aujourd’hui ?</strong></p>
<p>Parce que la plante demande peu d’eau et que mon grand-père en semait déjà, sur cette pente exactement.</p>
<p>La filature la plus proche a rouvert l’an dernier.</p>
<p><strong>Qui vous l’achète ?</strong><br>Deux tisserands de la vallée, et une corderie de marine qui paie comptant.</p>
<p><strong>Et si le prix tombe ?</strong></p><p>Je ferai de l’huile, et je garderai les graines pour les oiseaux de ma fille.</p>
<aside><p>Abonnez-vous à notre newsletter</p></aside></article>
<div class="comments"><p>Moi je préfère le coton, et vous ?</p></div>
<footer><p>Tous droits réservés</p></footer></body></html>"#;

#[test]
fn a_web_page_gives_its_main_text_and_what_it_says_of_itself() {
    let examined = read("lin.html", PAGE.as_bytes());
    assert_eq!(examined.format, "HTML");
    let lines = script(&examined.interview);
    assert_eq!(lines[0], "I Léa Blin: Pourquoi semer du lin aujourd’hui ?");
    assert_eq!(lines[2], "I Léa Blin: Qui vous l’achète ?");
    assert!(
        lines[3].starts_with("G Paul Roy: Deux tisserands"),
        "{lines:#?}"
    );
    assert_eq!(lines.len(), 6, "{lines:#?}");
    let transcript = &examined.interview.transcript;
    for noise in ["Accueil", "coton", "droits"] {
        assert!(!transcript.contains(noise), "{noise} is in {transcript}");
    }
    let metadata = &examined.interview.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Le lin revient"));
    assert_eq!(metadata.outlet.as_deref(), Some("La Gazette"));
    assert_eq!(metadata.url.as_deref(), Some("https://gazette.example/lin"));
    assert_eq!(
        metadata.date.map(|date| date.to_string()).as_deref(),
        Some("2021-05-02")
    );
    assert!(
        examined
            .origins
            .contains(&(Fact::Url, Origin::PageMetadata))
    );
}

#[test]
fn definition_lists_ask_and_answer() {
    let page = "<html><body><main><dl><dt>Who rows?</dt><dd>I row.</dd><dt>Why?</dt><dd>The fish.</dd></dl></main></body></html>";
    assert_eq!(
        script(&read("faq.html", page.as_bytes()).interview),
        [
            "I -: Who rows?",
            "G -: I row.",
            "I -: Why?",
            "G -: The fish."
        ]
    );
}

#[test]
fn a_wrong_extension_is_read_by_its_content() {
    assert_eq!(read("filets.odt", &docx()).format, "Word");
    assert_eq!(read("lin.txt", PAGE.as_bytes()).format, "HTML");
}

#[test]
fn bad_documents_cost_only_themselves_and_say_what_to_do() {
    let whole = docx();
    let key = "00".repeat(32);
    let locked = String::from_utf8(talk()).unwrap().replace(
        "/Root 1 0 R",
        &format!("/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>"),
    );
    let verbatim = Verbatim::with_files([
        ("cut.docx", &whole[..whole.len() / 2]),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"),
        ("broken.pdf", b"%PDF-1.7\nnot much of one\n"),
        ("locked.pdf", locked.as_bytes()),
        ("empty.docx", b""),
        ("good.docx", &whole),
        ("good.pdf", &talk()),
    ]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 2 read")
        .says("5 unreadable")
        .says("locked.pdf: the PDF is protected by a password")
        .says("empty.docx: the file is empty")
        .says("cut.docx: the Word file is damaged or incomplete")
        .says("locked.docx: it is password-protected or in an older Word or Office format")
        .says("broken.pdf: ");
    let answer = verbatim.ask("Are the fish slow?");
    assert_eq!(answer["quotes"][0]["page"], 2, "{answer}");
}
