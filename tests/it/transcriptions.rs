//! Transcripts as archives, linguists and parliaments keep them.

use verbatim::interview::Interview;

use crate::transcript::{read, script, time_of, try_examine};

fn date_of(interview: &Interview) -> Option<String> {
    interview.metadata.date.map(|date| date.to_string())
}

const SAID: [&str; 4] = [
    "I Ann Lee: Who rows at night?",
    "G Bo Roy: I do, mostly alone.",
    "I Ann Lee: Why at night?",
    "G Bo Roy: The fish sleep.",
];

const PEOPLE: &str = "<particDesc><listPerson><person xml:id=\"A\" role=\"interviewer\"><persName><surname>Lee</surname><forename>Ann</forename></persName></person>\
    <person xml:id=\"B\"><persName>Roy, Bo</persName></person></listPerson></particDesc>";

#[test]
fn tei_of_speech_is_read_in_the_ways_in_which_it_is_written() {
    let tei = |body: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Nets</title></titleStmt>\
             <publicationStmt><publisher>The archive</publisher><date when=\"2024\"/></publicationStmt><sourceDesc><recordingStmt><recording><date when=\"2022-10-03\"/>\
             </recording></recordingStmt></sourceDesc></fileDesc><profileDesc>{PEOPLE}</profileDesc></teiHeader><text><timeline unit=\"s\"><when xml:id=\"T0\" absolute=\"10:00:00\"/>\
             <when xml:id=\"T1\" interval=\"3.5\" since=\"#T0\"/></timeline><body>{body}</body></text></TEI>"
        )
    };
    let bodies = [
        "<u who=\"#A\">Who <pause/>rows at night?</u><u who=\"#B\" start=\"#T1\">I do, <vocal><desc>laughs</desc></vocal>mostly alone.</u><u who=\"#A\">Why at night?</u><u who=\"#B\">The fish sleep.</u>",
        "<annotationBlock who=\"#A\"><u><seg><w>Who</w><w>rows</w><w>at</w><w>night</w><pc>?</pc></seg></u><spanGrp type=\"pos\"><span>PRON</span></spanGrp></annotationBlock>\
         <annotationBlock who=\"#B\" start=\"#T1\"><u><seg><w>I</w><w>do</w><pc>,</pc><w>mostly</w><w>alone</w><pc>.</pc></seg></u></annotationBlock>\
         <annotationBlock who=\"#A\"><u><seg><w>Why</w><w>at</w><w>night</w><pc>?</pc></seg></u></annotationBlock><annotationBlock who=\"#B\"><u><seg><w>The</w><w>fish</w><w>sleep</w><pc>.</pc></seg></u></annotationBlock>",
        "<sp who=\"#A\"><speaker>LEE</speaker><p>Who rows at night?</p></sp><sp who=\"#B\"><speaker>ROY</speaker><stage>rising</stage><p>I do, mostly alone.</p></sp>\
         <sp who=\"#A\"><p>Why at night?</p></sp><sp who=\"#B\"><p>The fish <choice><sic>sleep</sic><corr>slept</corr></choice>.</p></sp>",
    ];
    for (at, body) in bodies.iter().enumerate() {
        let read = read("a.xml", &tei(body));
        assert_eq!(script(&read), SAID, "{body}");
        assert_eq!(read.metadata.title.as_deref(), Some("Nets"));
        assert_eq!(date_of(&read).as_deref(), Some("2022-10-03"));
        if at < 2 {
            assert_eq!(time_of(&read, "I do"), Some(3_500), "{body}");
        }
    }
}

#[test]
fn a_record_of_parliament_in_tei_names_speakers_by_its_notes() {
    let body = "<note type=\"speaker\">Mrs. Lee (chair):</note><u who=\"#LeeAnn\" ana=\"#chair\"><seg>The member has the floor.</seg></u>\
        <note type=\"speaker\">Mr. Roy (North):</note><u who=\"#RoyBo\" ana=\"#regular\"><seg>The boats need a new quay.</seg><seg>It costs little.</seg><kinesic><desc>applause</desc></kinesic></u>";
    let file = format!(
        "<TEI xmlns=\"x\"><teiHeader/><text><body><div type=\"debateSection\">{body}</div></body></text></TEI>"
    );
    assert_eq!(
        script(&read("a.xml", &file)),
        [
            "I Mrs. Lee: The member has the floor.",
            "G Mr. Roy: The boats need a new quay. It costs little."
        ]
    );
}

#[test]
fn an_oral_history_record_gives_its_people_its_place_and_the_minutes_of_its_lines() {
    let file = "<?xml version=\"1.0\"?>\n<ROOT xmlns=\"https://www.weareavp.com/nunncenter/ohms\"><record id=\"1\"><date value=\"2022-10-03\" format=\"yyyy-mm-dd\"/><title>Nets</title>\
        <repository>The archive</repository><interviewee>Roy, Bo</interviewee><interviewer>Lee, Ann</interviewer><sync>1:|3(4)|8(1)</sync><media_url>https://example.org/a.mp3</media_url>\
        <index><point><synopsis>Not said by anybody.</synopsis></point></index><transcript>LEE: Who rows at night?\n\nROY: I do, mostly\nalone[[footnote]]1[[/footnote]].\n\nLEE: Why at night?\n\nROY: The fish sleep.\n\n\
        [[footnotes]]\n[[note]]A note.[[/note]]\n[[/footnotes]]</transcript><rights>All rights.</rights></record></ROOT>";
    let read = read("a.xml", file);
    assert_eq!(script(&read), SAID);
    assert_eq!(date_of(&read).as_deref(), Some("2022-10-03"));
    assert_eq!(read.metadata.outlet.as_deref(), Some("The archive"));
    assert_eq!(
        read.metadata.url.as_deref(),
        Some("https://example.org/a.mp3")
    );
    assert_eq!(
        (time_of(&read, "I do"), time_of(&read, "The fish")),
        (Some(0), Some(120_000))
    );
    assert!(!read.transcript.contains("Not said") && !read.transcript.contains("A note"));
    for (day, title) in [("October 3, 2022", "Nets"), ("", "Nets, October 3, 2022")] {
        let given = format!(
            "<date value=\"\" format=\"yyyy-mm-dd\"/><date_nonpreferred_format>{day}</date_nonpreferred_format><title>{title}</title>"
        );
        let file = file.replace(
            "<date value=\"2022-10-03\" format=\"yyyy-mm-dd\"/><title>Nets</title>",
            &given,
        );
        assert_eq!(
            date_of(&crate::transcript::read("a.xml", &file)).as_deref(),
            Some("2022-10-03")
        );
    }
}

#[test]
fn chat_is_read_without_its_codes() {
    let file = "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tINV Ann_Lee Investigator, PAR Bo_Roy Participant\n@Date:\t03-OCT-2022\n\
        *INV:\twho rows at night ? \u{15}0_2000\u{15}\n*PAR:\t<I did> [//] I do , &-uh mostly (a)lone [!] . \u{15}3000_5000\u{15}\n%com:\tnot said\n\
        *INV:\twhy at\n\tnight ? \u{15}6000_7000\u{15}\n*PAR:\tthe [/] the fish@s:eng xxx sleep &=laughs +... \u{15}8000_9000\u{15}\n@End\n";
    let read = read("a.cha", file);
    assert_eq!(
        script(&read),
        [
            "I Ann Lee: who rows at night?",
            "G Bo Roy: I do, mostly alone.",
            "I Ann Lee: why at night?",
            "G Bo Roy: the fish sleep…"
        ]
    );
    assert_eq!(date_of(&read).as_deref(), Some("2022-10-03"));
    assert_eq!(time_of(&read, "the fish"), Some(8_000));
}

#[test]
fn tiers_of_elan_are_one_conversation_in_the_order_of_time() {
    let tier = |id: &str, participant: &str, annotations: &[(u8, &str)]| {
        let one = |(slot, words): &(u8, &str)| {
            format!(
                "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"{id}{slot}\" TIME_SLOT_REF1=\"ts{slot}\" TIME_SLOT_REF2=\"ts{}\"><ANNOTATION_VALUE>{words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>",
                slot + 1
            )
        };
        format!(
            "<TIER TIER_ID=\"{id}\"{participant}>{}</TIER>",
            annotations.iter().map(one).collect::<String>()
        )
    };
    let slots: String = (1..=9)
        .map(|at| format!("<TIME_SLOT TIME_SLOT_ID=\"ts{at}\" TIME_VALUE=\"{at}000\"/>"))
        .collect();
    let file = |tiers: &[String]| {
        format!(
            "<ANNOTATION_DOCUMENT AUTHOR=\"x\" DATE=\"2026-01-01\"><TIME_ORDER>{slots}</TIME_ORDER>{}</ANNOTATION_DOCUMENT>",
            tiers.concat()
        )
    };
    let (ann, bo) = (
        [(1, "Who rows at night?"), (5, "Why at night?")],
        [(3, "I do, mostly alone."), (7, "The fish sleep.")],
    );
    let told = file(&[
        tier("A", " PARTICIPANT=\"Ann Lee\"", &ann),
        tier("B", " PARTICIPANT=\"Bo Roy\"", &bo),
        tier(
            "B-translation",
            " PARTICIPANT=\"Bo Roy\"",
            &[(3, "Ich, meist allein, und das seit Jahren.")],
        ),
        tier("Notes", "", &[(3, "looks at the sea")]),
    ]);
    assert_eq!(script(&read("a.eaf", &told)), SAID);
    assert_eq!(time_of(&read("a.eaf", &told), "I do"), Some(3_000));
    let by_tier = file(&[
        tier("Ann Lee", "", &ann),
        tier("Bo Roy", "", &bo),
        tier("comments", "", &[(3, "looks at the sea")]),
    ]);
    assert_eq!(script(&read("a.xml", &by_tier)), SAID);
}

#[test]
fn exmaralda_and_folker_are_read_without_what_is_only_heard() {
    let exb = "<?xml version=\"1.0\"?>\n<basic-transcription><head><speakertable><speaker id=\"SPK0\"><abbreviation>AL</abbreviation><ud-speaker-information>\
        <ud-information attribute-name=\"Name\">Ann Lee</ud-information></ud-speaker-information></speaker><speaker id=\"SPK1\"><abbreviation>Bo Roy</abbreviation></speaker></speakertable></head>\
        <basic-body><common-timeline><tli id=\"T0\" time=\"0.0\"/><tli id=\"T1\" time=\"1.0\"/><tli id=\"T2\" time=\"3.0\"/><tli id=\"T3\"/><tli id=\"T4\" time=\"6.0\"/><tli id=\"T5\" time=\"8.0\"/><tli id=\"T6\" time=\"9.0\"/></common-timeline>\
        <tier id=\"a\" speaker=\"SPK0\" category=\"v\" type=\"t\"><event start=\"T0\" end=\"T1\">Who rows </event><event start=\"T1\" end=\"T2\">at night?</event><event start=\"T4\" end=\"T5\">Why at night?</event></tier>\
        <tier id=\"c\" speaker=\"SPK1\" category=\"en\" type=\"a\"><event start=\"T2\" end=\"T3\">a translation</event></tier>\
        <tier id=\"b\" speaker=\"SPK1\" category=\"v\" type=\"t\"><event start=\"T2\" end=\"T3\">I do, ((laughs)) </event><event start=\"T3\" end=\"T4\">mostly alone.</event><event start=\"T5\" end=\"T6\">• The fish sleep.</event></tier></basic-body></basic-transcription>";
    assert_eq!(script(&read("a.exb", exb)), SAID);
    assert_eq!(time_of(&read("a.exb", exb), "I do"), Some(3_000));
    let said = |who: &str, from: u8, words: &str| {
        format!(
            "<contribution speaker-reference=\"{who}\" start-reference=\"TLI_{from}\" end-reference=\"TLI_{from}\">{words}</contribution>"
        )
    };
    let flk = format!(
        "<folker-transcription><head/><speakers><speaker speaker-id=\"AL\"><name>Ann Lee</name></speaker><speaker speaker-id=\"BR\"><name>Bo Roy</name></speaker></speakers><recording path=\"a.wav\"/>\
         <timeline><timepoint timepoint-id=\"TLI_0\" absolute-time=\"0.0\"/><timepoint timepoint-id=\"TLI_1\" absolute-time=\"3.0\"/><timepoint timepoint-id=\"TLI_2\" absolute-time=\"6.0\"/><timepoint timepoint-id=\"TLI_3\" absolute-time=\"8.0\"/></timeline>{}{}{}{}</folker-transcription>",
        said(
            "AL",
            0,
            "<w>Who</w><w>rows</w><w>at</w><w>night</w><p>?</p>"
        ),
        said(
            "BR",
            1,
            "<unparsed>I do, (0.5) mostly °h alone. ((laughs))</unparsed>"
        ),
        said("AL", 2, "<unparsed>Why at night?</unparsed>"),
        said(
            "BR",
            3,
            "<w>The</w><pause duration=\"micro\"/><w>fish</w><breathe type=\"in\" length=\"2\"/><w>sleep</w><p>.</p>"
        ),
    );
    assert_eq!(script(&read("a.flk", &flk)), SAID);
}

#[test]
fn transcriber_gives_program_and_date_and_the_words_of_two_at_once_to_each() {
    let file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE Trans SYSTEM \"trans-14.dtd\">\n<Trans scribe=\"x\" xml:lang=\"en\"><Speakers><Speaker id=\"s1\" name=\"Ann Lee\"/><Speaker id=\"s2\" name=\"Bo Roy\"/></Speakers>\
        <Episode program=\"Night waves\" air_date=\"20221003\"><Section type=\"nontrans\" startTime=\"0\" endTime=\"1\"><Turn startTime=\"0\" endTime=\"1\"><Sync time=\"0\"/>jingle</Turn></Section>\
        <Section type=\"report\" startTime=\"1\" endTime=\"9\"><Turn speaker=\"s1\" startTime=\"1\" endTime=\"3\"><Sync time=\"1\"/>Who rows <Event desc=\"b\" type=\"noise\"/>at night?</Turn>\
        <Turn speaker=\"s2 s1\" startTime=\"3\" endTime=\"8\"><Sync time=\"3\"/><Who nb=\"1\"/>I do, mostly alone.<Who nb=\"2\"/>Why at night?</Turn><Turn speaker=\"s2\" startTime=\"8\" endTime=\"9\"><Sync time=\"8\"/>The fish sleep.</Turn></Section></Episode></Trans>";
    let read = read("a.trs", file);
    assert_eq!(script(&read), SAID);
    assert_eq!(read.metadata.outlet.as_deref(), Some("Night waves"));
    assert_eq!(
        (date_of(&read).as_deref(), time_of(&read, "The fish")),
        (Some("2022-10-03"), Some(8_000))
    );
}

#[test]
fn textgrids_long_and_short_and_in_utf_16_are_read() {
    let interval = |at: usize, from: f64, words: &str| {
        format!(
            "        intervals [{at}]:\n            xmin = {from}\n            xmax = {}\n            text = \"{words}\"\n",
            from + 1.0
        )
    };
    let tier = |at: usize, name: &str, intervals: &str| {
        format!(
            "    item [{at}]:\n        class = \"IntervalTier\"\n        name = \"{name}\"\n        xmin = 0\n        xmax = 9\n        intervals: size = 3\n{intervals}"
        )
    };
    let ann = interval(1, 1.0, "Who rows at night?")
        + &interval(2, 2.0, "")
        + &interval(3, 6.0, "Why at night?");
    let bo = interval(1, 3.0, "I do, \"\"mostly\"\" alone.") + &interval(2, 8.0, "The fish sleep.");
    let long = format!(
        "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = 9\ntiers? <exists>\nsize = 3\nitem []:\n{}{}{}",
        tier(1, "Ann Lee", &ann),
        tier(2, "Bo Roy", &bo),
        tier(3, "notes", &interval(1, 3.0, "looks at the sea")),
    );
    let said = [
        "I Ann Lee: Who rows at night?",
        "G Bo Roy: I do, \"mostly\" alone.",
        "I Ann Lee: Why at night?",
        "G Bo Roy: The fish sleep.",
    ];
    assert_eq!(script(&read("a.TextGrid", &long)), said);
    let short = "File type = \"ooTextFile\"\n\"TextGrid\"\n\n0\n9\n<exists>\n2\n\"IntervalTier\"\n\"Ann Lee\"\n0\n9\n2\n1\n2\n\"Who rows at night?\"\n6\n7\n\"Why at night?\"\n\
        \"IntervalTier\"\n\"Bo Roy\"\n0\n9\n2\n3\n4\n\"I do, \"\"mostly\"\" alone.\"\n8\n9\n\"The fish sleep.\"\n";
    let utf_16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(short.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for (name, bytes) in [
        ("a.textgrid", short.as_bytes().to_vec()),
        ("a.TextGrid", utf_16.clone()),
        ("a.txt", utf_16),
    ] {
        let read = try_examine(name, &bytes)
            .unwrap_or_else(|error| panic!("{error}"))
            .interview;
        assert_eq!(script(&read), said, "{name}");
        assert_eq!(time_of(&read, "The fish"), Some(8_000));
    }
}

#[test]
fn records_of_parliaments_say_who_asks_and_who_answers() {
    let akn = "<akn:akomaNtoso xmlns:akn=\"x\"><akn:debate><akn:meta><akn:identification><akn:FRBRWork><akn:FRBRdate date=\"2022-10-03\" name=\"sitting\"/></akn:FRBRWork></akn:identification><akn:references>\
        <akn:TLCPerson eId=\"a\" showAs=\"Ann Lee\"/><akn:TLCPerson eId=\"b\" showAs=\"Bo Roy\"/></akn:references></akn:meta><akn:debateBody><akn:debateSection><akn:heading>Boats</akn:heading>\
        <akn:question by=\"#a\"><akn:from>Mrs. Lee:</akn:from><akn:p>Who rows at night?</akn:p></akn:question><akn:answer by=\"#b\"><akn:from>Mr. Roy:</akn:from><akn:p>I do, mostly alone.</akn:p></akn:answer>\
        <akn:scene>(Laughter)</akn:scene><akn:question by=\"#a\"><akn:p>Why at night?</akn:p></akn:question><akn:answer by=\"#b\"><akn:p>The fish sleep.</akn:p></akn:answer></akn:debateSection></akn:debateBody></akn:debate></akn:akomaNtoso>";
    let debate = read("a.xml", akn);
    assert_eq!(script(&debate), SAID);
    assert_eq!(
        (
            date_of(&debate).as_deref(),
            debate.metadata.title.as_deref()
        ),
        (Some("2022-10-03"), Some("Boats"))
    );
    let speech = |kind: &str, name: &str, words: &str| {
        format!(
            "<speech id=\"uk.org.publicwhip/debate/2022-10-03a.1.1\" speakername=\"{name}\" type=\"Start {kind}\"><p>{words}</p></speech>"
        )
    };
    let twfy = format!(
        "<?xml version=\"1.0\"?>\n<publicwhip scraperversion=\"a\"><major-heading id=\"uk.org.publicwhip/debate/2022-10-03a.1.0\">Boats</major-heading>{}{}{}{}<speech nospeaker=\"true\"><p>The House rose.</p></speech></publicwhip>",
        speech("Question", "Ann Lee", "Who rows at night?"),
        speech("Answer", "Bo Roy", "I do, mostly alone."),
        speech("Question", "Ann Lee", "Why at night?"),
        speech("Answer", "Bo Roy", "The fish sleep."),
    );
    let debate = read("a.xml", &twfy);
    assert_eq!(script(&debate), SAID);
    assert_eq!(date_of(&debate).as_deref(), Some("2022-10-03"));
}

#[test]
fn xml_that_is_not_understood_is_refused_with_what_is_and_what_to_do() {
    for name in ["a.xml", "a.txt"] {
        let error = try_examine(
            name,
            b"<?xml version=\"1.0\"?>\n<catalog><book>Words</book></catalog>",
        )
        .expect_err("no speech");
        let error = error.to_string();
        assert!(
            error.contains("<catalog>") && error.contains("ELAN") && error.contains(".vtt"),
            "{error}"
        );
    }
}

#[test]
fn nesting_of_xml_is_read_to_a_limit_and_refused_above_it() {
    let nested = |depth: usize| {
        format!(
            "<TEI>{}<u who=\"#a\">We row at night.</u>{}</TEI>",
            "<div>".repeat(depth),
            "</div>".repeat(depth)
        )
    };
    let file = |depth| format!("<TEI><text><body/>{}</text></TEI>", nested(depth));
    assert!(try_examine("a.xml", file(480).as_bytes()).is_ok());
    let error = try_examine("a.xml", file(500).as_bytes())
        .expect_err("too deep")
        .to_string();
    assert!(error.contains("nested deeper than 500"), "{error}");
}

#[test]
fn characters_by_their_names_are_read_and_what_a_file_defines_is_not_expanded() {
    let file = "<?xml version=\"1.0\"?>\n<!DOCTYPE TEI [<!ENTITY a \"word \"><!ENTITY b \"&a;&a;\">]>\n<TEI><text><body><u who=\"#x\">We row &amp; rest &#233;t&#xe9; for &pound;40 &b; at night.</u></body></text></TEI>";
    let read = read("a.xml", file);
    assert!(
        read.transcript
            .contains("We row & rest été for £40 &b; at night")
            && !read.transcript.contains("word word"),
        "{}",
        read.transcript
    );
}
