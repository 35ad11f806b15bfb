//! Captions: SubRip, WebVTT, SubViewer, SubStation Alpha, TTML.

use crate::transcript::{read, script, time_of};

/// WebVTT of these captions, a second each.
fn vtt(captions: &[&str]) -> String {
    let cue =
        |(at, words): (usize, &&str)| format!("00:{:02}.000 --> 00:{:02}.900\n{words}\n\n", at, at);
    let cues: String = captions.iter().enumerate().map(cue).collect();
    format!("WEBVTT\n\n{cues}")
}

const NAMED: [&str; 4] = [
    "I Ann Lee: Who rows, and where?",
    "G Bo Roy: I do, at night.",
    "I Ann Lee: Why at night?",
    "G Bo Roy: The fish sleep.",
];

#[test]
fn labels_in_every_caption_are_merged_into_turns_and_never_quoted() {
    for (ann, bo) in [
        ("Ann Lee: ", "Bo Roy: "),
        ("[Ann Lee]: ", "[Bo Roy]: "),
        ("ANN LEE: ", "BO ROY: "),
    ] {
        let lines = [
            "Who rows,",
            "and where?",
            "I do,",
            "at night.",
            "Why at night?",
            "The fish sleep.",
        ];
        let who = [ann, ann, bo, bo, ann, bo];
        let said: Vec<String> = who
            .iter()
            .zip(lines)
            .map(|(who, line)| format!("{who}{line}"))
            .collect();
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        assert_eq!(script(&read("a.vtt", &vtt(&said))), NAMED, "{ann}");
    }
}

#[test]
fn mere_labels_are_voices_without_a_name() {
    for (ask, answer) in [
        ("[SPEAKER_00]: ", "[SPEAKER_01]: "),
        ("(speaker 0) ", "(speaker 1) "),
        ("Speaker 1: ", "Speaker 2: "),
        ("[speaker 0]\n", "[speaker 1]\n"),
    ] {
        let said = [
            format!("{ask}Who rows?"),
            format!("{answer}I do."),
            format!("{ask}Why?"),
            format!("{answer}The fish."),
        ];
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        assert_eq!(
            script(&read("a.vtt", &vtt(&said))),
            [
                "I -: Who rows?",
                "G -: I do.",
                "I -: Why?",
                "G -: The fish."
            ],
            "{ask}"
        );
    }
}

#[test]
fn a_label_that_stands_where_the_speaker_changes_holds_for_what_follows() {
    let said = [
        "Ann Lee: Who rows,",
        "and where?",
        "Bo Roy: I do,",
        "at night.",
        "Ann Lee: Why at night?",
        "Bo Roy: The fish sleep.",
    ];
    assert_eq!(script(&read("a.srt", &vtt(&said))), NAMED);
}

#[test]
fn a_third_voice_that_speaks_once_is_in_nobody_elses_turn() {
    let said = [
        "Ann Lee: Who rows?",
        "Bo Roy: I do.",
        "Bo Roy: At night.",
        "Mira Dahl: Not alone.",
        "Ann Lee: Why?",
        "Bo Roy: The fish.",
    ];
    assert_eq!(
        script(&read("a.vtt", &vtt(&said))),
        [
            "I Ann Lee: Who rows?",
            "G Bo Roy: I do. At night.",
            "G Mira Dahl: Not alone.",
            "I Ann Lee: Why?",
            "G Bo Roy: The fish."
        ]
    );
    let said = [
        "<v Ann Lee>Who rows?",
        "<v Bo Roy>I do.",
        "<v Mira>Not alone.",
        "<v Ann Lee>Why?",
        "<v Bo Roy>The fish.",
    ];
    assert_eq!(script(&read("a.vtt", &vtt(&said)))[2], "G Mira: Not alone.");
}

#[test]
fn a_word_before_a_colon_is_no_speaker_where_nothing_else_says_so() {
    let said = [
        "We learned one thing:",
        "Remember: never row alone.",
        "Once: only once we did.",
        "The sea was calm.",
    ];
    let read = read("a.vtt", &vtt(&said));
    assert_eq!(
        script(&read),
        [
            "? -: We learned one thing: Remember: never row alone. Once: only once we did. The sea was calm."
        ]
    );
}

#[test]
fn a_voice_tag_says_who_speaks_whatever_it_looks_like() {
    let said = [
        "<v Ann Lee (Guest)>Who rows?</v>",
        "<v Bo Roy | Night Rowers>I do.</v>",
        "<v Ann Lee (Guest)>Why?</v>",
        "<v Bo Roy | Night Rowers>The fish.</v>",
    ];
    let read = read("a.vtt", &vtt(&said));
    assert_eq!(
        script(&read),
        [
            "I Ann Lee: Who rows?",
            "G Bo Roy: I do.",
            "I Ann Lee: Why?",
            "G Bo Roy: The fish."
        ]
    );
    assert_eq!(
        read.speakers[1].description.as_deref(),
        Some("Night Rowers")
    );
}

#[test]
fn the_identifier_of_a_caption_may_say_who_speaks() {
    let file = "WEBVTT\n\n1 \"Ann Lee\" (12)\n00:01.000 --> 00:02.000\nWho rows?\n\n2 \"Bo Roy\" (13)\n00:03.000 --> 00:04.000\nI do.\n\n\
        3 \"Bo Roy\" (13)\n00:05.000 --> 00:06.000\nAt night.\n";
    assert_eq!(
        script(&read("a.vtt", file)),
        ["I Ann Lee: Who rows?", "G Bo Roy: I do. At night."]
    );
}

#[test]
fn lines_that_roll_are_taken_once_at_the_time_they_are_shown_first() {
    let file = "WEBVTT\n\n00:01.000 --> 00:03.000\n \n&gt;&gt; who<00:01.500><c> rows</c>\n\n00:03.000 --> 00:03.010\n&gt;&gt; who rows\n \n\n\
        00:03.010 --> 00:05.000\n&gt;&gt; who rows\n&gt;&gt; I<00:03.500><c> do</c>\n\n00:05.000 --> 00:05.010\n&gt;&gt; I do\n \n\n\
        00:05.010 --> 00:07.000\n&gt;&gt; I do\n[Music] at<00:06.000><c> night</c>\n";
    let read = read("a.vtt", file);
    assert_eq!(script(&read), ["? -: who rows", "? -: I do at night"]);
    assert_eq!(time_of(&read, "I do"), Some(3_010));
    assert_eq!(time_of(&read, "at night"), Some(5_010));
}

#[test]
fn what_somebody_says_twice_is_kept_where_captions_do_not_roll() {
    let file = "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n\n3\n00:00:03,000 --> 00:00:04,000\nNever at night.\n\n\
        4\n00:00:04,000 --> 00:00:05,000\nNever alone.\n\n5\n00:00:05,000 --> 00:00:06,000\nThe sea is deep.\n";
    assert!(read("a.srt", file).transcript.contains("No. No. Never"));
}

#[test]
fn subviewer_and_substation_alpha_are_read() {
    let sbv = "0:00:01.000,0:00:02.000\nANN LEE: Who rows?\n\n0:00:03.500,0:00:04.000\nBO ROY: I do.\n\n0:00:05.000,0:00:06.000\nANN LEE: Why?\n\n\
        0:00:07.000,0:00:08.000\nBO ROY: The fish.\n";
    let said = [
        "I Ann Lee: Who rows?",
        "G Bo Roy: I do.",
        "I Ann Lee: Why?",
        "G Bo Roy: The fish.",
    ];
    let captions = read("a.txt", sbv);
    assert_eq!(script(&captions), said);
    assert_eq!(time_of(&captions, "I do"), Some(3_500));
    let dialogue = |at: &str, name: &str, words: &str| {
        format!("Dialogue: 0,0:00:{at},0:00:09.00,Default,{name},0,0,0,,{{\\i1}}{words}\n")
    };
    let ass = format!(
        "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n{}{}{}{}",
        dialogue("03.50", "Bo Roy", "I do."),
        dialogue("01.00", "Ann Lee", "Who\\Nrows?"),
        dialogue("05.00", "Ann Lee", "Why?"),
        dialogue("07.00", "Bo Roy", "The fish."),
    );
    assert_eq!(script(&read("a.ass", &ass)), said);
}

#[test]
fn ttml_is_read_with_its_agents_and_any_kind_of_time() {
    let tt = |body: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttm=\"x\" xmlns:ttp=\"y\" xml:lang=\"en\" ttp:frameRate=\"25\" \
             ttp:tickRate=\"1000\"><head><metadata><ttm:agent xml:id=\"a\" type=\"person\"><ttm:name type=\"full\">Ann Lee</ttm:name></ttm:agent>\
             <ttm:agent xml:id=\"b\" type=\"person\"><ttm:name type=\"full\">Bo Roy</ttm:name></ttm:agent></metadata></head><body><div>{body}</div></body></tt>"
        )
    };
    for (first, second) in [
        ("00:00:01.000", "00:00:03.200"),
        ("1s", "3200ms"),
        ("1000t", "3200t"),
        ("00:00:01:00", "00:00:03:05"),
        ("1.0", "3.2"),
    ] {
        let body = format!(
            "<p begin=\"{first}\" end=\"00:00:02\" ttm:agent=\"a\">Who<br/>rows?</p><p begin=\"{second}\" dur=\"1s\"><span ttm:agent=\"b\">I do,<metadata>x</metadata> at night.</span></p>"
        );
        let read = read("a.xml", &tt(&body));
        assert_eq!(
            script(&read),
            ["I Ann Lee: Who rows?", "G Bo Roy: I do, at night."],
            "{first}"
        );
        assert_eq!(time_of(&read, "I do"), Some(3_200), "{second}");
    }
}

#[test]
fn where_every_caption_has_its_label_whatever_stands_before_the_colon_is_one() {
    let said = [
        "Ann L. (she/her): Who rows?",
        "Bo Roy - Night Rowers: I do.",
        "Bo Roy - Night Rowers: At night.",
        "iPhone: Can you hear me?",
        "Ann L. (she/her): Why?",
        "Bo Roy - Night Rowers: The fish.",
    ];
    let read = read("a.vtt", &vtt(&said));
    let turns = script(&read);
    assert_eq!(turns[1], "G Bo Roy: I do. At night.");
    assert!(turns[2].ends_with(" -: Can you hear me?"), "{turns:?}");
    assert_eq!(turns[4], "G Bo Roy: The fish.");
}

#[test]
fn what_follows_a_dialogue_of_dashes_is_in_nobodys_turn_of_it() {
    let said = ["- Who rows?\n- I do.", "Why at night?", "The fish sleep."];
    assert_eq!(
        script(&read("a.srt", &vtt(&said))),
        [
            "? -: Who rows?",
            "? -: I do.",
            "? -: Why at night? The fish sleep."
        ]
    );
}

#[test]
fn a_label_after_a_sentence_of_a_caption_begins_the_words_of_somebody_else() {
    let said = [
        "Ann Lee: Who rows?",
        "Bo Roy: I do, at night. Ann Lee: Why at night? Bo Roy: The fish sleep,\nand so do the guards.",
        "Ann Lee: And by day?",
        "Bo Roy: One rule: no boats.",
    ];
    assert_eq!(
        script(&read("a.srt", &vtt(&said))),
        [
            "I Ann Lee: Who rows?",
            "G Bo Roy: I do, at night.",
            "I Ann Lee: Why at night?",
            "G Bo Roy: The fish sleep, and so do the guards.",
            "I Ann Lee: And by day?",
            "G Bo Roy: One rule: no boats.",
        ]
    );
}

#[test]
fn the_further_lines_of_a_labelled_caption_are_its_speakers() {
    let said = [
        "Ann Lee: Who rows,\nand where?",
        "Bo Roy: I do,\nat night.",
        "Bo Roy: The fish sleep,\nand nobody looks.",
        "Ann Lee: Why?",
    ];
    assert_eq!(
        script(&read("a.vtt", &vtt(&said))),
        [
            "I Ann Lee: Who rows, and where?",
            "G Bo Roy: I do, at night. The fish sleep, and nobody looks.",
            "I Ann Lee: Why?",
        ]
    );
}

#[test]
fn identifiers_of_captions_that_come_back_say_who_speaks() {
    let cue = |(at, (who, words)): (usize, &(&str, &str))| {
        format!("{who}\n00:{at:02}.000 --> 00:{at:02}.900\n{words}\n\n")
    };
    let file = |cues: &[(&str, &str)]| {
        let cues: String = cues.iter().enumerate().map(cue).collect();
        format!("WEBVTT\n\n{cues}")
    };
    let said = ["Who rows?", "I do.", "At night.", "Why?", "The fish."];
    let voices = ["spk_0", "spk_1", "spk_1", "spk_0", "spk_1"];
    let labelled: Vec<(&str, &str)> = voices.into_iter().zip(said).collect();
    assert_eq!(
        script(&read("a.vtt", &file(&labelled))),
        [
            "I -: Who rows?",
            "G -: I do. At night.",
            "I -: Why?",
            "G -: The fish."
        ]
    );
    // As the format wants them, one for each cue.
    let parts = ["opening", "rowing", "night", "reason", "end"];
    let parts: Vec<(&str, &str)> = parts.into_iter().zip(said).collect();
    assert!(read("a.vtt", &file(&parts)).speakers.is_empty());
}
