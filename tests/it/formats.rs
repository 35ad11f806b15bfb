//! The formats that owners have beside plain text and Markdown.

use std::path::Path;

use proptest::prelude::*;
use verbatim::interview::{Interview, InterviewId};
use verbatim::reading::{FileToRead, examine_all, passages};

use crate::harness::Verbatim;
use crate::transcript::{read, script, time_of, try_examine};

/// Every interview of a file.
#[track_caller]
fn read_all(name: &str, content: &str) -> Vec<Interview> {
    let source = FileToRead {
        id: InterviewId::new("it"),
        path: Path::new(name),
        bytes: content.as_bytes(),
        sidecar: None,
    };
    let read = examine_all(&source).unwrap_or_else(|error| panic!("{error}"));
    read.into_iter().map(|read| read.interview).collect()
}

const VTT: &str = "WEBVTT - a talk\n\nSTYLE\n::cue { color: red }\n\nNOTE made by hand\n\n\
    1\n00:00:01.000 --> 00:00:03.000 align:start\n<v Ann Lee>How did you find\n\n\
    2\n00:03.000 --> 00:05.500\n<v Ann Lee>the <i>island</i>?\n\n\
    00:06.000 --> 00:09.000\n<v.loud Bo Roy>By boat &amp; by mistake.\nThe map was\n\n\
    00:09.000 --> 00:12.250\n<v Bo Roy>upside down.</v>\n\n\
    00:15.000 --> 00:16.000\n<v Ann Lee>Twice?\n\n\
    00:17.000 --> 00:18.000\n<v Bo Roy>Three times.\n";

#[test]
fn webvtt_gives_turns_of_whole_sentences_with_their_speakers() {
    let examined = try_examine("talk.vtt", VTT.as_bytes()).expect("readable");
    assert_eq!(examined.format, "subtitles");
    assert_eq!(
        script(&examined.interview),
        [
            "I Ann Lee: How did you find the island?",
            "G Bo Roy: By boat & by mistake. The map was upside down.",
            "I Ann Lee: Twice?",
            "G Bo Roy: Three times.",
        ]
    );
}

#[test]
fn words_of_subtitles_keep_their_times() {
    let read = read("talk.vtt", VTT);
    assert_eq!(time_of(&read, "How did"), Some(1_000));
    assert_eq!(time_of(&read, "the island"), Some(3_000));
    assert_eq!(time_of(&read, "upside"), Some(9_000));
    assert_eq!(time_of(&read, "Three times"), Some(17_000));
}

#[test]
fn a_quote_of_a_recording_says_when_it_was_said() {
    let verbatim = Verbatim::with_files([("talk.vtt", VTT.as_bytes())]);
    let answer = verbatim.ask("Was the map upside down?");
    assert_eq!(answer["quotes"][0]["time_ms"], 6_000, "{answer}");
    assert_eq!(answer["quotes"][0]["page"], serde_json::Value::Null);
    verbatim
        .run(&["ask", "Was the map upside down?"])
        .ends_with_code(0)
        .says("at 0:06");
}

#[test]
fn subrip_is_read_as_players_accept_it() {
    let file = "\u{feff}1\r\n00:00:01,000 --> 00:00:02,000\r\n>> JANE ROE: Where is\r\n2\r\n00:00:02,5 --> 00:00:04\r\nthe key?\r\n\r\n\
        3\r\n0:0:bad --> 00:00:06,000\r\nlost\r\n\r\n4\r\n00:00:07,000 --> 00:00:09,000\r\n>> TOM FAY: In the lock.\r\n\r\n\
        5\r\n00:00:10,000 --> 00:00:11,000\r\n[Music]\r\n\r\n6\r\n00:00:12,000 --> 00:00:13,000\r\n>> JANE ROE: Still?\r\n\r\n\
        7\r\n00:00:14,000 --> 00:00:15,000\r\n>> TOM FAY: Still.\r\n";
    let read = read("talk.srt", file);
    assert_eq!(
        script(&read),
        [
            "I Jane Roe: Where is the key?",
            "G Tom Fay: In the lock.",
            "I Jane Roe: Still?",
            "G Tom Fay: Still.",
        ]
    );
    assert!(
        read.warnings
            .iter()
            .any(|warning| warning.contains("line 9")),
        "{:?}",
        read.warnings
    );
}

#[test]
fn captions_that_repeat_their_last_line_are_read_once() {
    let file = "WEBVTT\n\n00:01.000 --> 00:02.000\nwe went down to the\n\n\
        00:02.000 --> 00:03.000\nwe went down to the\nriver with a rope\n\n\
        00:03.000 --> 00:04.000\nriver with a rope\nand two lamps.\n";
    assert_eq!(
        script(&read("auto.vtt", file)),
        ["? -: we went down to the river with a rope and two lamps."]
    );
}

#[test]
fn times_that_cut_nameless_speech_are_taken_out_and_kept() {
    let file = "00:00:00 How often do you meet people who\n\n00:00:03 bake? Not often enough, I would\n\n\
        00:00:08 say. And you?\n\n00:00:11 Every night.\n";
    let read = read("talk.txt", file);
    assert_eq!(
        script(&read),
        [
            "? -: How often do you meet people who bake? Not often enough, I would say. And you? Every night."
        ]
    );
    assert_eq!(time_of(&read, "say. And"), Some(8_000));
    assert!(!read.warnings.is_empty() && read.confidence < 0.5);
}

#[test]
fn times_beside_names_are_kept_and_change_no_word() {
    let file = "[00:01] Ann Lee: Who rows?\n\n[00:12] Bo Roy: I row, at night.\n\n[01:05] Ann Lee: Why?\n\n[01:07] Bo Roy: The fish.\n";
    let read = read("talk.txt", file);
    assert_eq!(read.transcript, file);
    assert_eq!(script(&read)[1], "G Bo Roy: I row, at night.");
    assert_eq!(time_of(&read, "The fish"), Some(67_000));
}

#[test]
fn segments_of_speech_recognition_become_turns() {
    let whisperx = r#"{"title": "At sea", "language": "en", "segments": [
        {"start": 0.5, "end": 2.0, "text": " Who", "speaker": "SPEAKER_00"},
        {"start": 2.0, "end": 3.0, "text": " rows?", "words": [{"word": "rows?", "speaker": "SPEAKER_00"}]},
        {"start": 3.25, "end": 6.0, "text": "I do, at night.", "speaker": "SPEAKER_01"},
        {"start": 7.0, "end": 8.0, "text": "Why at night?", "speaker": "SPEAKER_00"},
        {"start": 8.5, "end": 9.0, "text": "The fish.", "speaker": "SPEAKER_01"}]}"#;
    let read = read("talk.json", whisperx);
    assert_eq!(
        script(&read),
        [
            "I -: Who rows?",
            "G -: I do, at night.",
            "I -: Why at night?",
            "G -: The fish.",
        ]
    );
    assert_eq!(read.metadata.title.as_deref(), Some("At sea"));
    assert_eq!(time_of(&read, "I do"), Some(3_250));
}

#[test]
fn podcast_transcripts_and_segments_a_line_are_read() {
    let podcast = r#"{"version": "1.0.0", "segments": [
        {"speaker": "Ann Lee", "startTime": 0.5, "endTime": 1.5, "body": "Who rows?"},
        {"speaker": "Bo Roy", "startTime": 2, "endTime": 4, "body": "I do."},
        {"speaker": "Ann Lee", "startTime": 5, "endTime": 6, "body": "Alone?"},
        {"speaker": "Bo Roy", "startTime": 7, "endTime": 8, "body": "With a lamp."}]}"#;
    let lines = "{\"start\": 0.5, \"text\": \"Who rows?\", \"speaker\": \"Ann Lee\"}\n\
        {\"start\": 2, \"text\": \"I do.\", \"speaker\": \"Bo Roy\"}\nnot json\n\
        {\"start\": 5, \"text\": \"Alone?\", \"speaker\": \"Ann Lee\"}\n\
        {\"start\": 7, \"text\": \"With a lamp.\", \"speaker\": \"Bo Roy\"}\n";
    for (name, file) in [("talk.json", podcast), ("talk.jsonl", lines)] {
        let read = read(name, file);
        assert_eq!(
            script(&read),
            [
                "I Ann Lee: Who rows?",
                "G Bo Roy: I do.",
                "I Ann Lee: Alone?",
                "G Bo Roy: With a lamp."
            ],
            "{name}"
        );
        assert_eq!(time_of(&read, "With a lamp"), Some(7_000));
    }
}

#[test]
fn data_without_speech_says_which_shapes_are_read() {
    for file in ["{\"a\": 1}", "[1, 2]", "{\"segments\": []}"] {
        let error = try_examine("data.json", file.as_bytes()).expect_err("no speech");
        assert!(error.to_string().contains("Whisper"), "{error}");
    }
    let error = try_examine("data.json", b"{\"segments\": [").expect_err("cut off");
    assert!(error.to_string().contains("not valid JSON"), "{error}");
}

#[test]
fn the_content_tells_the_format_whatever_the_extension() {
    let examined = try_examine("talk.txt", VTT.as_bytes()).expect("readable");
    assert_eq!(examined.format, "subtitles");
}

proptest! {
    #[test]
    fn any_subtitles_are_read_or_refused_and_their_times_are_in_order_of_place(
        lines in prop::collection::vec("(WEBVTT|1|00:0[0-9]:[0-5][0-9][.,]000 --> 00:09:59[.,]000|<v [A-Z]é>|>> [A-Z]{2}: |- )?[a-zé’<>& ]{0,12}", 0..40),
        name in prop::sample::select(vec!["a.vtt", "a.srt", "a.txt", "a.json", "a.jsonl"]),
    ) {
        if let Ok(examined) = try_examine(name, lines.join("\n").as_bytes()) {
            let interview = examined.interview;
            prop_assert!(interview.marks.windows(2).all(|pair| pair[0].at <= pair[1].at));
            for passage in passages(&interview) {
                prop_assert!(interview.slice(passage.span).is_some());
            }
        }
    }
}

const ANSWERS: &str = concat!(
    r#"{"id": "a1", "interview_id": "bees", "answer_id": "a", "title": "On bees", "date": "2021-05", "question": "How are the bees?", "speaker": "Ada Byron", "text": "They came through the winter well."}"#,
    "\n",
    r#"{"id": "a2", "interview_id": "bees", "answer_id": "a", "speaker": "Ada Byron", "text": "Who would have thought it? The lime trees flowered early."}"#,
    "\n",
    r#"{"id": "b", "interview_id": "bees", "question": "And the honey?", "speaker": "Ada Byron", "text": "There is more of it than in other years."}"#,
    "\n",
    r#"{"id": "7", "title": "Trains", "text": "The night trains come back in December."}"#,
    "\n",
);

#[test]
fn a_line_for_each_answer_makes_an_interview_for_each_interview_id() {
    let read = read_all("answers.jsonl", ANSWERS);
    let ids: Vec<&str> = read.iter().map(|read| read.id.as_str()).collect();
    assert_eq!(ids, ["it#bees", "it#7"]);
    assert_eq!(
        script(&read[0]),
        [
            "I -: How are the bees?",
            "G Ada Byron: They came through the winter well.//Who would have thought it? The lime trees flowered early.",
            "I -: And the honey?",
            "G Ada Byron: There is more of it than in other years.",
        ]
    );
    assert_eq!(read[0].exchanges.len(), 2);
    assert_eq!(read[0].metadata.title.as_deref(), Some("On bees"));
    assert_eq!(read[0].metadata.date.unwrap().to_string(), "2021-05");
    assert_eq!(
        script(&read[1]),
        ["G -: The night trains come back in December."]
    );
    assert!(read.iter().all(|read| read.warnings.is_empty()));
}

#[test]
fn lines_that_are_no_answers_are_counted_and_the_others_are_read() {
    let broken = format!("{ANSWERS}not json\n{{\"id\": \"c\"}}\n");
    let read = read_all("answers.jsonl", &broken);
    assert_eq!(read.len(), 2);
    assert_eq!(
        read[0].warnings,
        ["lines without an `id` and a text are left out: 2, the first in line 5"]
    );
}

#[test]
fn an_interview_among_others_in_a_file_is_quoted_shown_and_gone_with_its_lines() {
    let verbatim = Verbatim::with_files([("answers.jsonl", ANSWERS.as_bytes())]);
    let quote = &verbatim.ask("the honey")["quotes"][0];
    assert_eq!(quote["interview"], "answers#bees");
    assert_eq!(quote["speaker"], "Ada Byron");
    assert_eq!(quote["asked"], "And the honey?");
    let shown = verbatim.run(&["show", "answers#7"]).ends_with_code(0);
    assert_eq!(shown.text(), "The night trains come back in December.");

    let left: Vec<&str> = ANSWERS.lines().take(3).collect();
    verbatim.write("answers.jsonl", left.join("\n").as_bytes());
    assert_eq!(verbatim.ask("the night trains")["answer"], "nothing");
    assert_eq!(verbatim.ask("the honey")["answer"], "found");
    verbatim.delete("answers.jsonl");
    verbatim.write(
        "trains.txt",
        b"Q: And the trains?\n\nA: The night trains run again.\n",
    );
    assert_eq!(verbatim.ask("the honey")["answer"], "nothing");
}

#[test]
fn utf_16_without_a_mark_is_read_and_said_to_be_guessed() {
    let text =
        "Q: Où sont les abeilles ?\n\nA: Elles sont rentrées hier soir, à l’été finissant.\n";
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = text.encode_utf16().flat_map(to_bytes).collect();
        let read = try_examine("it.txt", &bytes).unwrap().interview;
        assert_eq!(read.transcript, text);
        assert!(
            read.warnings[0].contains("guessed: UTF-16"),
            "{:?}",
            read.warnings
        );
    }
}

#[test]
fn the_published_posts_of_a_feed_are_an_interview_each_and_drafts_and_comments_are_none() {
    let item = |status: &str, title: &str, text: &str| {
        format!(
            "<item><title>{title}</title><link>https://valley.example/{status}/</link>\
             <pubDate>Tue, 04 Jun 2019 08:00:00 +0000</pubDate><content:encoded><![CDATA[{text}]]></content:encoded>\
             <wp:status>{status}</wp:status><wp:comment><wp:comment_content>Too loud.</wp:comment_content></wp:comment>\
             </item>"
        )
    };
    let told = "<p><strong>Who made the kites?</strong></p><p>The children of the upper school made them.</p>";
    let file = format!(
        "<rss xmlns:content=\"c\" xmlns:wp=\"w\"><channel><title>Valley Post</title>{}{}</channel></rss>",
        item("publish", "Kites &amp;amp; wind", told),
        item("draft", "Later", "<p>Not yet for anybody.</p>"),
    );
    let read = read_all("export.xml", &file);
    assert_eq!(read.len(), 1);
    assert!(!read[0].transcript.contains("Too loud"));
    assert_eq!(read[0].metadata.title.as_deref(), Some("Kites & wind"));
    assert_eq!(read[0].metadata.outlet.as_deref(), Some("Valley Post"));
    assert_eq!(
        read[0].metadata.url.as_deref(),
        Some("https://valley.example/publish/")
    );
}

#[test]
fn lines_that_a_letter_quotes_ask_and_what_stands_under_them_answers() {
    let file = "From: Ines Voll <i@kites.example>\nTo: Tam Orde <t@valley.example>\n\
        Date: Tue, 4 Jun 2019 08:12:44 +0200\nSubject: Re: Kites\nMIME-Version: 1.0\nContent-Type: text/plain\n\n\
        Dear Tam,\n\nOn 2 June 2019, Tam Orde wrote:\n> Who made the kites?\n\nThe children made them.\n\n\
        > And the strings?\n\nThe ropemaker gave them.\n\n-- \nInes Voll, secret notice\n";
    let read = read("kites.eml", file);
    assert_eq!(
        script(&read),
        [
            "I Tam Orde: Who made the kites?",
            "G Ines Voll: The children made them.",
            "I Tam Orde: And the strings?",
            "G Ines Voll: The ropemaker gave them.",
        ]
    );
    assert_eq!(read.metadata.title.as_deref(), Some("Kites"));
    assert!(!read.transcript.contains("secret"));
    // The head of the letter has no name: the line above what it quotes does.
    let anonymous = file.replace("Tam Orde <t@valley.example>", "t@valley.example");
    for line in [
        "On Sun, 2 Jun 2019 at 09:00, Tam Orde <t@valley.example> wrote:",
        "Am 02.06.2019 um 09:00 schrieb Tam Orde <t@valley.example>:",
        "Le dim. 2 juin 2019 à 09:00, Tam Orde <t@valley.example> a\nécrit :",
    ] {
        let file = anonymous.replace("On 2 June 2019, Tam Orde wrote:", line);
        let read = crate::transcript::read("kites.eml", &file);
        assert_eq!(
            script(&read)[0],
            "I Tam Orde: Who made the kites?",
            "{line}"
        );
    }
}
