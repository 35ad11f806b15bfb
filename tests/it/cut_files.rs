//! Files that were cut off or damaged on their way: what can be read of them is read, and that it is not all is said with
//! what to do.

use crate::harness::Verbatim;
use crate::transcript::{archive, try_examine};

const AGAIN: &str = "copy or export the file again";

/// What is read of a file, and the warning that it is not all.
#[track_caller]
fn read_in_part(name: &str, bytes: &[u8], kept: &str, warning: &str) {
    let examined = try_examine(name, bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    let interview = examined.interview;
    assert!(
        interview.transcript.contains(kept),
        "{}",
        interview.transcript
    );
    let said = interview.warnings.join("\n");
    assert!(said.contains(warning), "{name}: {said}");
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], reason: &str) {
    match try_examine(name, bytes) {
        Ok(examined) => panic!("{name}: {:?}", examined.interview.transcript),
        Err(error) => assert!(error.to_string().contains(reason), "{name}: {error}"),
    }
}

const TEI: &str = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body>\
    <u who=\"#A\">Who keeps the bees of the old mill?</u>\
    <u who=\"#B\">My aunt keeps them, forty hives of bees.</u>\
    <u who=\"#A\">And who sells the honey?</u></body></text></TEI>";

#[test]
fn archival_xml_that_is_cut_off_is_read_as_far_as_it_goes() {
    let at = |words: &str| TEI.find(words).unwrap();
    for end in [at("And who"), at(" who=\"#A\">And"), at("</u></body>")] {
        let warning = "the TEI file is cut off or damaged: what could be read of it was read; ";
        read_in_part(
            "i.xml",
            &TEI.as_bytes()[..end],
            "forty hives",
            &format!("{warning}{AGAIN}"),
        );
    }
    refused(
        "i.xml",
        &TEI.as_bytes()[..at("<u")],
        "is not valid XML, or cut off",
    );
}

#[test]
fn office_documents_with_bad_xml_inside_say_so() {
    let word = |xml: &str| archive(&[("word/document.xml", xml)]);
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let bees = paragraph("Ada: Who keeps the bees?") + &paragraph("Bo: My aunt keeps forty hives.");
    let cut = word(&format!("<w:document><w:body>{bees}<w:p><w:r>"));
    let warning = "the Word document is cut off or damaged";
    read_in_part("i.docx", &cut, "forty hives", warning);
    for xml in [
        "",
        "bees and hives",
        "<w:document><w:body><w:p>",
        "{\"bees\": 1}",
    ] {
        refused(
            "i.docx",
            &word(xml),
            "the Word document is not valid XML, or cut off",
        );
    }
    refused("i.docx", &word("<w:document/>"), "contains no words");
    let text = "<office:document-content><office:body><office:text><text:p>Ada: Who keeps the bees?</text:p><text:p>Bo: My aunt";
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", text),
    ];
    read_in_part(
        "i.odt",
        &archive(&parts),
        "My aunt",
        "the OpenDocument text is cut off or damaged",
    );
}

#[test]
fn subtitles_that_end_in_the_middle_of_a_caption_say_so() {
    let whole = "1\n00:00:01,000 --> 00:00:03,000\nAda: Who keeps the bees?\n\n2\n00:00:03,000 --> 00:00:06,000\nBo: My aunt keeps forty hives.\n";
    for end in ["\n3", "\n3\n", "\n3\n00:00:06,000 --> 00:00:09,000"] {
        let warning = "the subtitles are cut off: the last caption has no words";
        read_in_part(
            "i.srt",
            format!("{whole}{end}").as_bytes(),
            "forty hives",
            warning,
        );
    }
    for (name, text) in [
        ("i.srt", "1\n00:00:01,000 --> 00:00:03,000"),
        ("i.srt", "1\n00:00:01,000 --> 00:0"),
        ("i.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\n"),
    ] {
        refused(
            name,
            text.as_bytes(),
            "the subtitles are cut off or damaged",
        );
    }
    // A caption that is empty, and one that is a number.
    for end in [
        "\n3\n00:00:06,000 --> 00:00:09,000\n\n",
        "\n3\n00:00:06,000 --> 00:00:09,000\n42\n",
    ] {
        let examined = try_examine("i.srt", format!("{whole}{end}").as_bytes()).unwrap();
        let warnings = examined.interview.warnings.join("\n");
        assert!(!warnings.contains("cut off"), "{warnings}");
    }
}

#[test]
fn a_mail_that_is_cut_off_or_has_no_text_says_so() {
    let head = "From: Bo Roy <bo@example.org>\nMIME-Version: 1.0\nSubject: Bees\n";
    let multipart = "Content-Type: multipart/alternative; boundary=\"xyz\"\n\n--xyz\nContent-Type: text/plain\n\n> Who keeps the bees?\n\nMy aunt keeps forty hives of bees near the old quarry.\n";
    let whole = format!("{head}{multipart}\n--xyz--\n");
    let warnings = try_examine("i.eml", whole.as_bytes())
        .unwrap()
        .interview
        .warnings;
    assert!(!warnings.join("\n").contains("cut off"), "{warnings:?}");
    let warning = "the mail is cut off or damaged: what could be read of it was read";
    read_in_part(
        "i.eml",
        format!("{head}{multipart}").as_bytes(),
        "forty hives",
        warning,
    );
    refused(
        "i.eml",
        head.as_bytes(),
        "the mail is cut off: it has a head and no text",
    );
    refused(
        "i.eml",
        format!("{head}\n\n").as_bytes(),
        "the mail has no text",
    );
}

#[test]
fn rtf_is_what_begins_as_rtf() {
    let noise: Vec<u8> = (0..2_000_u32)
        .map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    refused("i.rtf", &noise, "binary");
    refused(
        "i.rtf",
        b"bees\\par \\f0 hives\\par",
        "the RTF file is damaged: it does not begin with `{\\rtf`",
    );
    let text = "Ada: Who keeps the bees?\n\nBo: My aunt keeps forty hives.\n";
    read_in_part(
        "i.rtf",
        text.as_bytes(),
        "forty hives",
        "it was read as plain text; name it `.txt`",
    );
    let cut =
        "{\\rtf1\\ansi Ada: Who keeps the bees?\\par Bo: My aunt keeps forty hives.\\par {\\b Ada";
    read_in_part(
        "i.rtf",
        cut.as_bytes(),
        "forty hives",
        "the RTF file is cut off or damaged",
    );
}

#[test]
fn front_matter_without_its_last_line_is_read_up_to_the_first_blank_one() {
    let text = "---\ntitle: The bees of the mill\noutlet: The Herald\n\nAda: Who keeps the bees?\n\nBo: My aunt keeps forty hives.\n";
    for name in ["i.md", "i.txt"] {
        let interview = try_examine(name, text.as_bytes()).unwrap().interview;
        assert_eq!(
            interview.metadata.title.as_deref(),
            Some("The bees of the mill")
        );
        assert_eq!(interview.metadata.outlet.as_deref(), Some("The Herald"));
        let said = interview.warnings.join("\n");
        assert!(said.contains("the front matter has no end"), "{said}");
        assert!(said.contains("add a line `---` after them"), "{said}");
        let turns = interview
            .turns
            .iter()
            .filter_map(|turn| interview.slice(turn.span));
        assert!(turns.clone().all(|said| !said.contains("Herald")));
        assert_eq!(turns.count(), 2);
    }
    // A rule before a conversation is a rule.
    let rule = "---\nhost: Who keeps the bees?\n\nguest: My aunt keeps forty hives.\n";
    let interview = try_examine("i.txt", rule.as_bytes()).unwrap().interview;
    assert!(interview.transcript.contains("host: Who"));
    assert!(!interview.warnings.join("\n").contains("front matter"));
}

#[test]
fn a_word_of_front_matter_that_yaml_takes_for_yes_is_shown_as_it_was_typed() {
    let text = "---\ntitel: y\n---\n\nAda: Who keeps the bees?\n\nBo: My aunt keeps forty hives.\n";
    let verbatim = Verbatim::with_files([("i.md", text.as_bytes())]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("unknown key `titel` with the value `y`; did you mean `title`?");
}
