//! Web pages, office files, RTF, Markdown and wikitext: what stands beside an interview is nobody's words, its questions
//! are found by their form, and its lead or headline says who answers.

use crate::transcript::{archive, script, try_examine};

#[track_caller]
fn said(name: &str, content: &str) -> Vec<String> {
    let examined = try_examine(name, content.as_bytes());
    script(&examined.unwrap_or_else(|error| panic!("{error}")).interview)
}

fn page(title: &str, body: &str) -> Vec<String> {
    let page = format!(
        "<html lang=\"en\"><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    );
    said("page.html", &page)
}

fn word(body: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &format!("<w:document><w:body>{body}</w:body></w:document>"),
        ),
        (
            "docProps/core.xml",
            "<cp:coreProperties><dcterms:created>2013-12-23T23:15:00Z</dcterms:created></cp:coreProperties>",
        ),
    ])
}

const EXCHANGES: &str = "<p><b>Who feeds the geese?</b></p><p>My brother does, in the morning.</p>\
    <p><b>And in winter?</b></p><p>They feed themselves by the weir.</p>";

#[test]
fn boxes_captions_and_teasers_within_an_answer_are_left_out() {
    let lines = page(
        "Geese",
        "<p><b>Ada Brill:</b> Who feeds the geese?</p><p><b>Jon Mast:</b> My brother does.</p>\
         <div class=\"info-box factbox\"><p>Ten facts on geese</p></div><figure><figcaption>Jon Mast: at work</figcaption></figure>\
         <div class=\"wp-caption\"><p class=\"wp-caption-text\">Jon Mast: a goose</p></div>\
         <p>He gets up at four.</p><p><b>Ada Brill:</b> And in winter?</p><p><b>Jon Mast:</b> They feed themselves.</p>\
         <section id=\"related\"><h3>More</h3><p>Swans are back on the lake.</p></section>",
    );
    assert_eq!(
        lines,
        [
            "I Ada Brill: Who feeds the geese?",
            "G Jon Mast: My brother does.//He gets up at four.",
            "I Ada Brill: And in winter?",
            "G Jon Mast: They feed themselves.",
        ]
    );
}

#[test]
fn a_class_name_does_not_take_away_the_text_itself() {
    let page =
        format!("<html><body><div class=\"post no-sidebar share\">{EXCHANGES}</div></body></html>");
    assert_eq!(said("geese.html", &page).len(), 4);
}

#[test]
fn struck_words_and_notes_are_never_said_and_powers_and_endings_stay() {
    let lines = page(
        "Geese",
        "<p><b>Who feeds the geese?</b></p><p>My brother.<sup>1</sup> On 40 m<sup>2</sup>, the 1<sup>st</sup> of May. <del>He steals.</del></p>\
         <p><b>And in winter?</b></p><p>They do<a href=\"#n2\">[2]</a>, <s>badly</s>well.</p>\
         <ul><li id=\"n2\">The editor saw none.</li></ul>",
    );
    assert_eq!(lines[1], "G -: My brother. On 40 m2, the 1st of May.");
    assert_eq!(lines[3], "G -: They do, well.");
    assert_eq!(lines.len(), 4, "{lines:#?}");
}

#[test]
fn a_table_asks_in_its_left_column_and_answers_in_its_right_one() {
    let rows = "<table><tr><th>Question</th><th>Answer</th></tr>\
        <tr><td>Who feeds the geese?</td><td>My brother does.</td></tr>\
        <tr><td>Your winter.</td><td>They feed themselves by the weir.</td></tr></table>";
    let numbered = "<table><tr><th>No.</th><th>Question</th><th>Answer</th></tr>\
        <tr><td>1</td><td>Who feeds the geese?</td><td>My brother does.</td></tr>\
        <tr><td>2</td><td>Your winter.</td><td>They feed themselves by the weir.</td></tr></table>";
    for rows in [rows, numbered] {
        assert_eq!(
            page("Geese", rows),
            [
                "I -: Who feeds the geese?",
                "G -: My brother does.",
                "I -: Your winter.",
                "G -: They feed themselves by the weir.",
            ]
        );
    }
}

#[test]
fn a_table_whose_rows_ask_and_answer_in_turn_is_an_interview() {
    let rows = "<table><tr><td>Who feeds the geese?</td></tr><tr><td>My brother does.</td></tr>\
        <tr><td>And in winter?</td></tr><tr><td>They feed themselves.</td></tr></table>";
    assert_eq!(page("Geese", rows).len(), 4);
}

#[test]
fn a_table_that_names_who_speaks_gives_turns() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |who: &str, words: &str| format!("<w:tr>{}{}</w:tr>", cell(who), cell(words));
    let table = [
        row("Ada Brill", "Who feeds the geese?"),
        row("Jon Mast", "My brother does, in the morning."),
        row("Ada Brill", "And in winter?"),
        row("Jon Mast", "They feed themselves by the weir."),
    ];
    let examined = try_examine(
        "geese.docx",
        &word(&format!("<w:tbl>{}</w:tbl>", table.concat())),
    )
    .unwrap();
    assert_eq!(
        script(&examined.interview),
        [
            "I Ada Brill: Who feeds the geese?",
            "G Jon Mast: My brother does, in the morning.",
            "I Ada Brill: And in winter?",
            "G Jon Mast: They feed themselves by the weir.",
        ]
    );
}

#[test]
fn the_day_on_which_a_word_file_was_made_is_no_date_and_one_in_its_text_is() {
    let line = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let talk = line("Ada Brill: Who feeds the geese?") + &line("Jon Mast: My brother does.");
    let date = |body: &str| {
        let examined = try_examine("geese.docx", &word(body)).unwrap();
        examined
            .interview
            .metadata
            .date
            .map(|date| date.to_string())
    };
    assert_eq!(date(&talk), None);
    let dated = line("The Weir Post, 4 May 2019") + &talk;
    assert_eq!(date(&dated).as_deref(), Some("2019-05-04"));
}

#[test]
fn a_label_after_a_line_break_begins_a_turn_in_word_and_markdown() {
    let turns = [
        "I Ada Brill: Who feeds the geese?",
        "G Jon Mast: My brother does.",
        "I Ada Brill: And in winter?",
        "G Jon Mast: They feed themselves.",
    ];
    let text = "Ada Brill: Who feeds the geese?|Jon Mast: My brother does.|Ada Brill: And in winter?|Jon Mast: They feed themselves.";
    let runs = text.replace('|', "</w:t><w:br/><w:t>");
    let examined = try_examine(
        "a.docx",
        &word(&format!("<w:p><w:r><w:t>{runs}</w:t></w:r></w:p>")),
    );
    assert_eq!(script(&examined.unwrap().interview), turns);
    assert_eq!(said("a.md", &text.replace('|', "  \n")), turns);
}

#[test]
fn word_leaves_out_captions_text_boxes_and_struck_words() {
    let body = "<w:p><w:r><w:t>Ada Brill: Who feeds the geese?</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Jon Mast: My brother does.</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t> He steals.</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t>Figure 1: a goose</w:t></w:r></w:p>\
        <w:p><w:r><w:txbxContent><w:p><w:r><w:t>Buy our calendar</w:t></w:r></w:p></w:txbxContent></w:r></w:p>\
        <w:p><w:r><w:t>Ada Brill: And in winter?</w:t></w:r></w:p><w:p><w:r><w:t>Jon Mast: They do.</w:t></w:r></w:p>";
    let lines = script(&try_examine("a.docx", &word(body)).unwrap().interview);
    assert_eq!(lines.len(), 4, "{lines:#?}");
    assert_eq!(lines[1], "G Jon Mast: My brother does.");
}

#[test]
fn questions_in_italics_before_a_line_break_or_in_the_same_paragraph_are_asked() {
    for between in ["<br></em>", "</em> "] {
        let lines = page(
            "Jon Mast: Geese know best",
            &format!(
                "<p><em>Who feeds the geese?{between}My brother does, in the morning.</p>\
                 <p><em>And in winter?{between}They feed themselves by the weir.</p>"
            ),
        );
        assert_eq!(lines[0], "I -: Who feeds the geese?", "{lines:#?}");
        assert_eq!(lines[3], "G Jon Mast: They feed themselves by the weir.");
    }
}

#[test]
fn labels_on_the_first_exchange_or_on_the_questions_hold_for_the_others() {
    let first = page(
        "Geese",
        "<h4>WEIR POST: Who feeds the geese?</h4><p><b>JON MAST:</b> My brother does.</p>\
         <h4>And in winter?</h4><p>They feed themselves.</p><h4>And you?</h4><p>I sleep until noon.</p>",
    );
    assert_eq!(first[1], "G Jon Mast: My brother does.");
    assert_eq!(first[2], "I -: And in winter?");
    assert_eq!(first[5], "G Jon Mast: I sleep until noon.");
    let asked = page(
        "Interview with Jon Mast",
        "<p><b>WP: Who feeds the geese?</b></p><p>My brother does.</p><p><b>WP: And in winter?</b></p><p>They feed themselves.</p>",
    );
    assert_eq!(asked[1], "G Jon Mast: My brother does.");
    assert_eq!(asked[2], "I WP: And in winter?");
}

#[test]
fn labels_on_lines_of_their_own_say_who_speaks_whatever_looks_like_a_question() {
    let turn = |who: &str, words: &str| format!("<p>[{who}] (0:01 - 0:11)</p><p>{words}</p>");
    let body = [
        turn("Ada", "<b>1 - Who feeds the geese?</b>"),
        turn("Jon", "My brother or me?"),
        turn("Ada", "Your brother."),
        turn("Jon", "He does, in the morning."),
        turn("Ada", "<b>2 - And in winter?</b>"),
        turn("Jon", "They feed themselves by the weir."),
        turn("Ada", "That is far."),
        turn("Jon", "It is near for a goose."),
    ];
    let lines = page("Geese", &body.concat());
    let speakers: Vec<&str> = lines.iter().map(|line| &line[2..5]).collect();
    assert_eq!(
        speakers,
        ["Ada", "Jon", "Ada", "Jon", "Ada", "Jon", "Ada", "Jon"],
        "{lines:?}"
    );
}

#[test]
fn leads_and_headlines_name_who_answers_and_never_who_asks() {
    let who = |title: &str, lead: &str| {
        let lines = page(title, &format!("<p>{lead}</p>{EXCHANGES}"));
        let line = lines.iter().find(|line| line.starts_with("G ")).cloned();
        let line = line.unwrap_or_default();
        line[2..].split(':').next().unwrap_or_default().to_owned()
    };
    for (title, lead, guest) in [
        (
            "Geese",
            "Jon Mast, goose keeper, in conversation with Ada Brill.",
            "Jon Mast",
        ),
        (
            "Geese",
            "Our reporter Ada Brill spoke to Jon Mast at the weir.",
            "Jon Mast",
        ),
        ("Geese", "Jon Mast spoke to Ada Brill at the weir.", "-"),
        (
            "Geese",
            "Jon Mast was interviewed by Ada Brill.",
            "Jon Mast",
        ),
        ("Geese", "Ada Brill a interrogé Jon Mast.", "Jon Mast"),
        (
            "Geese",
            "Ada Brill s’entretient avec Jon Mast, éleveur d’oies.",
            "Jon Mast",
        ),
        (
            "Geese",
            "Die Gänsehirtin Ilse Mast im Gespräch mit Ada Brill",
            "Ilse Mast",
        ),
        (
            "Geese",
            "La pastora Inés Mast conversa con Ada Brill.",
            "Inés Mast",
        ),
        (
            "Jon Mast : « Les oies savent »",
            "Un matin au moulin.",
            "Jon Mast",
        ),
        (
            "“Geese know best”: Jon Mast",
            "A morning at the mill.",
            "Jon Mast",
        ),
        (
            "Entretien avec l’éleveur d’oies Jon Mast",
            "Un matin.",
            "Jon Mast",
        ),
        (
            "Labour MP Jane Mast im Interview",
            "Ein Morgen.",
            "Jane Mast",
        ),
        (
            "Interview with Jon Mast by Ada Brill",
            "A morning at the weir.",
            "Jon Mast",
        ),
        (
            "The keeper of Low Weir",
            "Jon Mast has kept geese since 1990. Ada Brill spoke to him at the mill.",
            "Jon Mast",
        ),
        (
            "Geese",
            "Jon Mast and Ida Mast keep geese. Ada Brill spoke to him at the mill.",
            "-",
        ),
        (
            "Jon Mast, l’homme qui parle aux oies",
            "Jon Mast vit au moulin.",
            "Jon Mast",
        ),
        (
            "Jon Mast, the man whom Ida Mast buried",
            "Jon Mast lived at the mill.",
            "-",
        ),
    ] {
        assert_eq!(who(title, lead), guest, "{title} / {lead}");
    }
}

#[test]
fn numbered_questions_are_the_interviewers() {
    let lines = page(
        "Gänse",
        "<p><b>Frage 1: Wer füttert die Gänse?</b></p><p><b>Ilse Mast:</b> Mein Bruder.</p>\
         <p><b>Frage 2: Und im Winter?</b></p><p><b>Ilse Mast:</b> Sie sich selbst.</p>",
    );
    assert_eq!(lines[0], "I -: Wer füttert die Gänse?");
    assert_eq!(lines[3], "G Ilse Mast: Sie sich selbst.");
}

#[test]
fn rich_text_is_read_without_what_is_deleted_hidden_or_a_note() {
    let rtf = "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}{\\*\\generator x;}\
        {\\info{\\title Les oies}{\\author Nobody}}\
        {\\b Ada Brill:} Qui nourrit les b\\'eates\\~?\\par {\\b Jon Mast:} Mon fr\\u232\\'e8re.{\\deleted  Il vole.}{\\v Secret}\
        {\\footnote Une note.}\\par {\\b Ada Brill:} Et l\\rquote hiver ?\\par {\\b Jon Mast:} {\\f1\\'cd\\'e5\\'f2} \\emdash  rien.\\par}";
    let examined = try_examine("oies.rtf", rtf.as_bytes()).unwrap();
    assert_eq!(examined.format, "RTF");
    assert_eq!(
        examined.interview.metadata.title.as_deref(),
        Some("Les oies")
    );
    assert_eq!(
        script(&examined.interview),
        [
            "I Ada Brill: Qui nourrit les bêtes\u{a0}?",
            "G Jon Mast: Mon frère.",
            "I Ada Brill: Et l’hiver ?",
            "G Jon Mast: Нет — rien.",
        ]
    );
}

#[test]
fn rich_text_nested_too_deep_is_refused_with_what_to_do() {
    let rtf = format!("{{\\rtf1 {}", "{".repeat(1_001));
    let error = try_examine("deep.rtf", rtf.as_bytes())
        .unwrap_err()
        .to_string();
    assert!(error.contains("1000 levels"), "{error}");
    assert!(error.contains(".docx"), "{error}");
}

#[test]
fn markdown_leaves_out_notes_and_struck_words_and_reads_its_html() {
    let lines = said(
        "geese.md",
        "**Who feeds the geese?**\n\nMy brother,[^1] ~~the thief~~ <with words> and a rake.\n\n\
         <table><tr><td><b>And in winter?</b></td></tr><tr><td>They feed themselves.</td></tr></table>\n\n[^1]: A note.\n",
    );
    assert_eq!(
        lines,
        [
            "I -: Who feeds the geese?",
            "G -: My brother,  <with words> and a rake.",
            "I -: And in winter?",
            "G -: They feed themselves.",
        ]
    );
}

#[test]
fn wikitext_is_read_as_it_is_shown() {
    let lines = said(
        "geese.txt",
        "{{date|May 4}}\n[[File:Goose.jpg|thumb|A [[goose]].]]\n== Talk ==\n'''Ada Brill''': ''Who feeds the geese?''\n\n\
         '''Jon Mast''': My [[Brother (family)|brother]] does.<ref>{{cite|x}}</ref>\n\n'''Ada Brill''': And in winter?\n\n\
         '''Jon Mast''': They do.<ref name=a/>\n[[Category:Geese]]\n",
    );
    assert_eq!(
        lines,
        [
            "I Ada Brill: Who feeds the geese?",
            "G Jon Mast: My brother does.",
            "I Ada Brill: And in winter?",
            "G Jon Mast: They do.",
        ]
    );
}

#[test]
fn terms_of_wikitext_are_questions_and_templates_of_quotes_are_words() {
    let lines = said(
        "geese.wiki",
        "'''Jon Mast''' keeps geese.\n{{Infobox|name=Jon Mast|born=1950}}\n;Who feeds the geese?\n:{{Quote|My [[Brother (family)|brother]] does, in \
         the morning and at night.|Jon Mast}}\n;And in winter?\n:{{Citation bloc|auteur=Jon Mast|texte=They do, on what they find under the snow.}}\n",
    );
    assert_eq!(
        lines,
        [
            "I -: Who feeds the geese?",
            "G -: My brother does, in the morning and at night.",
            "I -: And in winter?",
            "G -: They do, on what they find under the snow.",
        ]
    );
}

#[test]
fn the_terms_of_a_markdown_list_of_definitions_are_questions() {
    let lines = said(
        "geese.md",
        "# Geese\n\nWho feeds the geese?\n:   My brother does, ~~never~~ in the morning and at night.\n\nAnd in winter?\n:   They do.\n",
    );
    assert_eq!(
        lines,
        [
            "I -: Who feeds the geese?",
            "G -: My brother does,  in the morning and at night.",
            "I -: And in winter?",
            "G -: They do.",
        ]
    );
}

#[test]
fn questions_that_lost_the_break_before_their_answers_are_doubted() {
    let text = "Who feeds the geese?My brother does, in the morning and at night, with what is left of the bread.\n\n\
        And in winter?They feed themselves, on what they find under the snow, see example.org/Geese?Page=2 for more.\n";
    let examined = try_examine("geese.txt", text.as_bytes()).unwrap();
    let told = &examined.interview.warnings;
    assert!(
        told.iter()
            .any(|told| told.contains("these may be several people")),
        "{told:?}"
    );
    let sentences: Vec<&str> = verbatim::language::sentences(text)
        .iter()
        .map(|span| &text[span.start..span.end])
        .collect();
    assert_eq!(sentences.len(), 4, "{sentences:?}");
}

#[test]
fn bold_questions_below_questions_in_headings_are_the_interviewers() {
    let lines = page(
        "Geese",
        "<p>Jon Mast keeps geese, and has done so for forty years beside the mill of his father.</p><h3>Who feeds the geese?</h3>\
         <p>My brother does, in the morning and at night, with what is left of the bread.</p><h3>And in winter?</h3><p>They feed \
         themselves, on what they find under the snow.</p><p><b>Do you like them?</b></p><p>Yes.</p><p><b>Why?</b></p><p>They \
         are loud, and nobody comes near the house at night.</p>",
    );
    let asked: Vec<&String> = lines.iter().filter(|line| line.starts_with("I ")).collect();
    assert_eq!(
        asked,
        [
            "I -: Who feeds the geese?",
            "I -: And in winter?",
            "I -: Do you like them?",
            "I -: Why?"
        ]
    );
    assert_eq!(lines.len(), 8, "{lines:?}");
}

#[test]
fn answers_in_italics_or_in_quotations_are_answers_and_an_italian_article_is_no_i() {
    for (begins, ends) in [
        ("<p><em>", "</em></p>"),
        ("<blockquote><p>", "</p></blockquote>"),
    ] {
        let body = format!(
            "<p>Chi nutre le oche?</p>{begins}Mio fratello, la mattina presto, con il mais.{ends}\
             <p>I giovani le guardano ancora?</p>{begins}Le guardano la sera, dal ponte.{ends}\
             <p>Quanto vive un’oca?</p>{begins}Vent’anni, se nessuno la disturba.{ends}"
        );
        assert_eq!(
            page("Oche", &body),
            [
                "I -: Chi nutre le oche?",
                "G -: Mio fratello, la mattina presto, con il mais.",
                "I -: I giovani le guardano ancora?",
                "G -: Le guardano la sera, dal ponte.",
                "I -: Quanto vive un’oca?",
                "G -: Vent’anni, se nessuno la disturba.",
            ]
        );
    }
}

#[test]
fn a_table_of_times_labels_and_words_gives_turns_with_their_times() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |time: &str, who: &str, words: &str| {
        format!("<w:tr>{}{}{}</w:tr>", cell(time), cell(who), cell(words))
    };
    let table = [
        row("00:00:01", "AB", "Who feeds the geese?"),
        row("00:00:04", "JM", "My brother does, in the morning."),
        row("00:00:09", "AB", "And in winter?"),
        row("00:00:11", "JM", "They feed themselves by the weir."),
    ];
    let examined = try_examine(
        "geese.docx",
        &word(&format!("<w:tbl>{}</w:tbl>", table.concat())),
    )
    .unwrap();
    assert_eq!(
        script(&examined.interview),
        [
            "I AB: Who feeds the geese?",
            "G JM: My brother does, in the morning.",
            "I AB: And in winter?",
            "G JM: They feed themselves by the weir.",
        ]
    );
    assert_eq!(
        crate::transcript::time_of(&examined.interview, "They feed"),
        Some(11_000)
    );
}
