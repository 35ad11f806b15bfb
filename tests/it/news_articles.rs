//! Articles as agencies, newspapers and journals exchange them.

use std::path::Path;

use verbatim::interview::{Interview, InterviewId};
use verbatim::reading::{FileToRead, ReadInterview, examine_all};

use crate::harness::Verbatim;
use crate::transcript::{read, script, try_examine};

/// Every interview of a file, and what is said of it.
#[track_caller]
pub(crate) fn read_all(name: &str, bytes: &[u8]) -> Vec<ReadInterview> {
    let source = FileToRead {
        id: InterviewId::new("it"),
        path: Path::new(name),
        bytes,
        sidecar: None,
    };
    examine_all(&source).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn refused(name: &str, content: &str) -> String {
    let read = try_examine(name, content.as_bytes());
    read.map(|read| read.interview.transcript)
        .unwrap_err()
        .to_string()
}

fn facts(read: &Interview) -> [Option<String>; 4] {
    let about = &read.metadata;
    [
        about.title.clone(),
        about.outlet.clone(),
        about.date.map(|date| date.to_string()),
        about.url.clone(),
    ]
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

const NITF: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="fr"><head><title>slug-cloches-2</title><docdata><date.issue norm="20221004T060000Z"/><doc.copyright holder="Le Quai"/></docdata>
<pubdata type="print" date.publication="20221003T000000Z" name="Le Courrier du quai"/></head>
<body><body.head><hedline><hl1>« Une cloche ne ment jamais »</hl1><hl2>Fonderie</hl2></hedline>
<byline>Par <person>Anne Roy</person><byttl>correspondante</byttl></byline>
<abstract><p>Entretien avec Hedda Lomm, fondeuse de cloches à Oberlund.</p></abstract></body.head>
<body.content><media media-type="image"><media-caption>La fonderie au mois de mai.</media-caption></media>
<p><em class="bold">Qui vous a appris à fondre une cloche ?</em></p>
<p>Mon grand-père, <em>dans cette cour</em>, avec du bronze de vieux canons.<br/>Il parlait peu.</p>
<hl2>Le feu</hl2>
<p><em class="bold">Et pourquoi fondre la nuit ?</em></p>
<p>Parce que l'on voit la couleur du métal &amp; que la cour dort.</p>
<bq class="pull-quote"><block><p>Il parlait peu.</p></block></bq>
</body.content><body.end><tagline>Le Quai vérifie tout.</tagline></body.end></body></nitf>"#;

#[test]
fn nitf_is_read_as_the_page_of_its_article() {
    let examined = try_examine("cloches.xml", NITF.as_bytes()).expect("readable");
    assert_eq!(examined.format, "NITF");
    let read = &examined.interview;
    assert_eq!(
        script(read),
        [
            "I Anne Roy: Qui vous a appris à fondre une cloche ?",
            "G Hedda Lomm: Mon grand-père, dans cette cour, avec du bronze de vieux canons.//Il parlait peu.",
            "I Anne Roy: Et pourquoi fondre la nuit ?",
            "G Hedda Lomm: Parce que l'on voit la couleur du métal & que la cour dort.",
        ]
    );
    assert_eq!(
        facts(read),
        [
            some("« Une cloche ne ment jamais »"),
            some("Le Courrier du quai"),
            some("2022-10-03"),
            None
        ]
    );
    assert!(!read.transcript.contains("mois de mai") && !read.transcript.contains("vérifie"));
}

/// A news item with this content.
fn item(id: &str, status: &str, content: &str) -> String {
    format!(
        r#"<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:20240502:{id}" version="3" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="de">
<rightsInfo><copyrightHolder uri="x"><name>Hafen-Agentur</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider uri="p"><name>Hafen-Agentur</name></provider><versionCreated>2024-05-03T10:00:00+02:00</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><contentCreated>2024-05-02T09:30:00+02:00</contentCreated><by>Von Anna Lehm</by><headline role="hld:subHeadline">Kurz</headline><headline>Interview mit Bodo Rühr über den Hafen</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"#
    )
}

const XHTML: &str = r#"<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Nicht im Text</title></head><body>
<p><strong>Herr Rühr, wer rudert nachts?</strong></p><p>Ich rudere, meist allein, und mit zwei Laternen.</p>
<figure><figcaption>Der Hafen bei Nacht.</figcaption></figure>
<p><strong>Warum nachts?</strong></p><p>Die Fische schlafen dann.</p></body></html></inlineXML>"#;

#[test]
fn newsml_g2_gives_its_text_whether_it_is_xhtml_nitf_or_plain() {
    let nitf = "<inlineXML><nitf><body><body.head><hedline><hl1>Anderer Titel</hl1></hedline></body.head><body.content>\
        <p><em class=\"bold\">Herr Rühr, wer rudert nachts?</em></p><p>Ich rudere, meist allein, und mit zwei Laternen.</p>\
        <p><em class=\"bold\">Warum nachts?</em></p><p>Die Fische schlafen dann.</p></body.content></body></nitf></inlineXML>";
    let plain = "<inlineData contenttype=\"text/plain\">Anna Lehm: Herr Rühr, wer rudert nachts?\n\nBodo Rühr: Ich rudere, meist \
        allein, und mit zwei Laternen.\n\nAnna Lehm: Warum nachts?\n\nBodo Rühr: Die Fische schlafen dann.</inlineData>";
    for content in [XHTML, nitf, plain] {
        let file = format!(
            "<?xml version=\"1.0\"?>\n{}",
            item("hafen", "usable", content)
        );
        let examined = try_examine("meldung.xml", file.as_bytes()).expect("readable");
        assert_eq!(examined.format, "NewsML-G2", "{content}");
        assert_eq!(
            script(&examined.interview),
            [
                "I Anna Lehm: Herr Rühr, wer rudert nachts?",
                "G Bodo Rühr: Ich rudere, meist allein, und mit zwei Laternen.",
                "I Anna Lehm: Warum nachts?",
                "G Bodo Rühr: Die Fische schlafen dann.",
            ],
            "{content}"
        );
        assert_eq!(
            facts(&examined.interview),
            [
                some("Interview mit Bodo Rühr über den Hafen"),
                some("Hafen-Agentur"),
                some("2024-05-02"),
                None
            ]
        );
    }
}

#[test]
fn a_message_of_several_items_gives_an_interview_for_each_that_may_be_published() {
    let items = [
        item("hafen", "usable", XHTML),
        item("sperre", "withheld", &XHTML.replace("rudere", "schweige")),
        item("netz", "usable", &XHTML.replace("nachts", "morgens")),
        item("bild", "usable", "<remoteContent href=\"a.jpg\"/>"),
    ];
    let file = format!(
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>{}</itemSet></newsMessage>",
        items.concat()
    );
    let all = read_all("meldungen.txt", file.as_bytes());
    let names: Vec<&str> = all.iter().map(|one| one.interview.id.as_str()).collect();
    assert_eq!(names, ["it#hafen", "it#netz"]);
    assert!(
        all[0]
            .interview
            .warnings
            .iter()
            .any(|warning| warning == "items that are withheld or cancelled are left out: 1"),
        "{:?}",
        all[0].interview.warnings
    );
}

const JATS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2 20190208//EN" "JATS-journalpublishing1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="interview" dtd-version="1.2" xml:lang="en">
<front><journal-meta><journal-title-group><journal-title>Journal of Bells</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/bells.17</article-id><title-group><article-title>A talk with Hedda Lomm<xref ref-type="fn" rid="fn1">*</xref></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Roy</surname><given-names>Ann</given-names></name><role>Interviewer</role><xref ref-type="aff" rid="a1">1</xref></contrib>
<contrib contrib-type="author"><name><surname>Lomm</surname><given-names>Hedda</given-names></name><role>Interviewee</role></contrib></contrib-group>
<pub-date date-type="pub"><day>3</day><month>4</month><year>2021</year></pub-date></article-meta></front>
<body><sec><title>The yard</title><p><bold>Who taught you to cast a bell?</bold></p>
<p>My grandfather did<sup><xref ref-type="bibr" rid="b1">1</xref></sup>, in this yard (see <xref ref-type="fig" rid="f1">Figure 1</xref>).</p>
<fig id="f1"><label>Figure 1</label><caption><p>The yard in May.</p></caption></fig>
<disp-quote content-type="pull-quote"><p>He spoke little.</p></disp-quote></sec>
<sec><title>The fire</title><p><bold>Why at night?</bold></p><p>You see the colour of the metal.</p></sec></body>
<back><ref-list><ref><mixed-citation>Somebody: On bells.</mixed-citation></ref></ref-list></back></article>"#;

#[test]
fn jats_is_read_without_its_references_figures_and_pull_quotes() {
    let examined = try_examine("bells.xml", JATS.as_bytes()).expect("readable");
    assert_eq!(examined.format, "JATS");
    let read = &examined.interview;
    assert_eq!(
        script(read),
        [
            "I Ann Roy: Who taught you to cast a bell?",
            "G Hedda Lomm: My grandfather did, in this yard (see Figure 1).",
            "I Ann Roy: Why at night?",
            "G Hedda Lomm: You see the colour of the metal.",
        ]
    );
    assert_eq!(
        facts(read),
        [
            some("A talk with Hedda Lomm"),
            some("Journal of Bells"),
            some("2021-04-03"),
            some("https://doi.org/10.5555/bells.17")
        ]
    );
}

#[test]
fn a_conversation_in_a_journal_names_its_speakers() {
    let speech = |who: &str, words: &str| {
        format!("<speech><speaker>{who}:</speaker><p>{words}</p></speech>")
    };
    let said = [
        speech("Ann Roy", "Where do you keep the moulds?"),
        speech("Hedda Lomm", "Under the stairs. They like the damp."),
        speech("Ann Roy", "All of them?"),
        speech("Hedda Lomm", "The small ones."),
    ];
    let file = format!(
        "<article article-type=\"interview\"><front><article-meta><title-group><article-title>Moulds</article-title></title-group>\
         </article-meta></front><body>{}</body></article>",
        said.concat()
    );
    assert_eq!(
        script(&read("moulds.xml", &file)),
        [
            "I Ann Roy: Where do you keep the moulds?",
            "G Hedda Lomm: Under the stairs. They like the damp.",
            "I Ann Roy: All of them?",
            "G Hedda Lomm: The small ones.",
        ]
    );
}

const BODY: &str = "<p><b>Chi rema di notte?</b></p><p>Remo io, quasi sempre da solo.</p><p><b>E perché di notte?</b></p><p>I pesci dormono.</p>";

#[test]
fn ninjs_of_every_version_gives_its_body_and_its_facts() {
    let body = serde_json::to_string(BODY).unwrap();
    let about =
        "\"type\":\"text\",\"language\":\"it\",\"uri\":\"http://agency.example/items/remi\"";
    for file in [
        format!(
            "{{{about},\"headline\":\"Intervista a Bruno Rossi\",\"byline\":\"Di Anna Lenti\",\"versioncreated\":\"2023-02-01T10:00:00Z\",\
             \"copyrightholder\":\"Agenzia del Porto\",\"body_text\":\"Tutto insieme.\",\"body_xhtml\":{body}}}"
        ),
        format!(
            "{{{about},\"headlines\":[{{\"role\":\"short\",\"value\":\"Remi\"}},{{\"role\":\"main\",\"value\":\"Intervista a Bruno Rossi\"}}],\
             \"by\":\"Anna Lenti\",\"contentCreated\":\"2023-02-01T10:00:00Z\",\"copyrightHolder\":\"Agenzia del Porto\",\
             \"bodies\":[{{\"role\":\"text\",\"value\":\"Tutto insieme.\"}},{{\"role\":\"main\",\"contentType\":\"text/html\",\"value\":{body}}}]}}"
        ),
    ] {
        let read = read("notizia.json", &file);
        assert_eq!(
            script(&read),
            [
                "I Anna Lenti: Chi rema di notte?",
                "G Bruno Rossi: Remo io, quasi sempre da solo.",
                "I Anna Lenti: E perché di notte?",
                "G Bruno Rossi: I pesci dormono.",
            ],
            "{file}"
        );
        assert_eq!(
            facts(&read),
            [
                some("Intervista a Bruno Rossi"),
                some("Agenzia del Porto"),
                some("2023-02-01"),
                None
            ]
        );
    }
    let closed =
        format!("{{{about},\"pubstatus\":\"withheld\",\"headline\":\"x\",\"body_xhtml\":{body}}}");
    let error = refused("notizia.json", &closed);
    assert!(
        error.contains("its format is ninjs") && error.contains(".html"),
        "{error}"
    );
}

#[test]
fn an_article_that_is_cut_off_is_read_up_to_there_and_that_is_said() {
    let cut = &NITF[..NITF.find("<hl2>Le feu").unwrap()];
    let read = read("cloches.xml", cut);
    assert!(read.transcript.ends_with("Il parlait peu."));
    let warned = read.warnings.iter().any(|warning| {
        warning.contains("NITF")
            && warning.contains("cut off")
            && warning.contains("export the file again")
    });
    assert!(warned, "{:?}", read.warnings);
}

#[test]
fn news_without_a_text_is_refused_with_what_it_is_and_what_to_do() {
    let picture = item(
        "bild",
        "usable",
        "<remoteContent href=\"a.jpg\" contenttype=\"image/jpeg\"/>",
    );
    for (file, format) in [
        (picture.as_str(), "NewsML-G2"),
        ("<nitf><head><title>Nothing</title></head></nitf>", "NITF"),
        (
            "<article article-type=\"x\"><front><article-meta/></front></article>",
            "JATS",
        ),
    ] {
        let error = refused("news.xml", file);
        assert!(
            error.contains(&format!("its format is {format}")),
            "{error}"
        );
        assert!(
            error.contains("export the articles with their text"),
            "{error}"
        );
    }
    let error = refused("news.xml", "<nitf><body><!-- and no more");
    assert!(
        error.contains("NITF file is not valid XML") && error.contains("export the file again"),
        "{error}"
    );
    let verbatim = Verbatim::with_files([("news.xml", picture.as_bytes())]);
    verbatim
        .run(&["index"])
        .complains("news.xml")
        .complains("NewsML-G2");
}
