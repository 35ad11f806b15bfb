//! Texts of recorders and meeting programs, in which a heading begins each turn.

use crate::transcript::{archive, read, script, time_of};

const SAID: [(&str, &str, u64); 4] = [
    ("Ann Lee", "Who rows at night?", 1),
    ("Bo Roy", "I do, mostly alone.", 4),
    ("Ann Lee", "Why at night?", 9),
    ("Bo Roy", "The fish sleep.", 12),
];
const TURNS: [&str; 4] = [
    "I Ann Lee: Who rows at night?",
    "G Bo Roy: I do, mostly alone.",
    "I Ann Lee: Why at night?",
    "G Bo Roy: The fish sleep.",
];

fn text(turn: impl Fn(&str, &str, u64) -> String) -> String {
    SAID.iter()
        .map(|(who, words, at)| turn(who, words, *at))
        .collect()
}

#[test]
fn headings_with_names_and_times_begin_turns_and_are_never_quoted() {
    for file in [
        text(|who, words, at| format!("[00:00:{at:02}.20] - {who}\n{words}\n\n")),
        text(|who, words, at| format!("{who}  0:{at:02}  \n{words}\n\n"))
            + "Transcribed by https://otter.example\n",
        text(|who, words, at| {
            format!(
                "00:00:{at:02}:12 - 00:00:{:02}:20\n{who}\n{words}\n\n",
                at + 2
            )
        }),
        text(|who, words, at| format!("{who} [00:00:{at:02}] {words}\n\n")),
        text(|who, words, at| format!("00:00:{at:02}\n{who}\n{words}\n\n")),
        text(|who, words, at| format!("{who}\n0:{at:02}\n{words}\n\n")),
        text(|who, words, at| {
            format!(
                "00:00:{at:02}.100 --> 00:00:{:02}.000 {who}\n{words}\n\n",
                at + 2
            )
        }),
        "Night tapes - May 04\nVIEW RECORDING\n\n---\n\n".to_owned()
            + &text(|who, words, at| format!("0:{at:02} - {who}\n  {words}\n\n")),
    ] {
        let read = read("a.txt", file.as_bytes());
        assert_eq!(script(&read), TURNS, "{file}");
        assert_eq!(
            time_of(&read, "The fish").map(|time| time / 1_000),
            Some(12),
            "{file}"
        );
    }
}

#[test]
fn labels_alone_begin_turns_of_voices_without_a_name() {
    let label = |who: &str| if who == "Ann Lee" { "S1" } else { "S2" };
    for file in [
        text(|who, words, _| format!("SPEAKER: {}\n{words}\n\n", label(who))),
        text(|who, words, at| {
            format!(
                "SPEAKER_0{}\n[00:00:{at:02}] - {words}\n\n",
                &label(who)[1..]
            )
        }),
    ] {
        let read = read("a.txt", file.as_bytes());
        assert_eq!(
            script(&read),
            [
                "I -: Who rows at night?",
                "G -: I do, mostly alone.",
                "I -: Why at night?",
                "G -: The fish sleep."
            ],
            "{file}"
        );
    }
}

#[test]
fn a_time_at_the_end_of_a_paragraph_is_when_the_next_begins() {
    let file = text(|who, words, at| {
        format!(
            "{}: {words} #00:00:{:02}-5#\n\n",
            if who == "Ann Lee" { "I" } else { "B" },
            at + 2
        )
    });
    let read = read("a.txt", file.as_bytes());
    assert_eq!(script(&read)[1], "G -: I do, mostly alone.");
    assert_eq!(time_of(&read, "I do"), Some(3_500));
}

#[test]
fn messages_of_a_chat_are_turns_and_their_day_is_the_interviews() {
    for (stamp, date) in [
        ("[2026-05-14, 10:00:04] ", "2026-05-14"),
        ("14/05/2026, 10:00 - ", "2026-05-14"),
        ("[04/05/26, 10:00:04 AM] ", "2026"),
    ] {
        let read = read(
            "a.txt",
            text(|who, words, _| format!("{stamp}{who}: {words}\n")).as_bytes(),
        );
        assert_eq!(script(&read), TURNS, "{stamp}");
        assert_eq!(
            read.metadata.date.map(|date| date.to_string()).as_deref(),
            Some(date),
            "{stamp}"
        );
    }
}

#[test]
fn labels_under_headings_of_times_keep_them_and_the_programs_notice_is_nobodys() {
    let file = "# Night tapes\n\nMay 4, 2026\n\n### 00:00:00\n\n**Ann Lee:** Who rows at night?  \n**Bo Roy:** I do, mostly alone.  \n\n### 00:00:09\n\n\
        **Ann Lee:** Why at night?  \n**Bo Roy:** The fish sleep.  \n\n### Transcription ended after 00:01:24\n\n*This transcript was computer generated.*\n";
    let read = read("a.md", file.as_bytes());
    assert_eq!(script(&read), TURNS);
    assert_eq!(time_of(&read, "Why at"), Some(9_000));
    assert_eq!(read.metadata.title.as_deref(), Some("Night tapes"));
    assert_eq!(
        read.metadata.date.map(|date| date.to_string()).as_deref(),
        Some("2026-05-04")
    );
}

#[test]
fn a_document_of_a_meeting_program_is_read_like_its_text() {
    let paragraphs = text(|who, words, at| {
        format!(
            "<w:p><w:r><w:t>0:0:{at}.2 --&gt; 0:0:{}.0</w:t><w:br/><w:t>{who}</w:t><w:br/><w:t>{words}</w:t></w:r></w:p>",
            at + 2
        )
    });
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>");
    let read = read("a.docx", &archive(&[("word/document.xml", &document)]));
    assert_eq!(script(&read), TURNS);
    assert_eq!(time_of(&read, "The fish"), Some(12_200));
}

#[test]
fn lines_of_speech_recognition_without_a_blank_one_are_joined_to_sentences() {
    let file = "We row at night because the fish\nsleep then, and the wind is gone.\nMy brother steers with\none hand and a lamp.\nIn the morning\nwe sell what\nwe have.\n\
        The market closes\nat noon, and nobody\nbuys after that.\n";
    let read = read("a.txt", file.as_bytes());
    let quoted: String = script(&read).concat().replace('/', " ");
    assert!(
        quoted.contains("because the fish sleep then")
            && quoted.contains("In the morning we sell what we have."),
        "{quoted}"
    );
}

#[test]
fn times_start_again_at_each_tape() {
    let file = "[00:05] Ann Lee: Who rows?\n\n[58:50] Bo Roy: I row, at night.\n\n[End of tape 1]\n\n[00:04] Ann Lee: Why?\n\n[00:15] Bo Roy: The fish sleep.\n";
    let read = read("a.txt", file.as_bytes());
    assert_eq!(
        (time_of(&read, "I row"), time_of(&read, "The fish")),
        (Some(3_530_000), Some(15_000))
    );
}

/// Every sentence of a turn on a line or under a heading of its own, as speech recognition writes them.
fn sentences(line: impl Fn(usize, u64, &str) -> String) -> String {
    [
        (0, "Who rows at night?"),
        (1, "I do."),
        (1, "Mostly I row alone."),
        (1, "The lamp is enough."),
        (0, "Why at night?"),
        (1, "The fish sleep."),
        (1, "They hear nothing."),
        (1, "In the morning we sell them."),
    ]
    .iter()
    .zip(1..)
    .map(|((voice, words), at)| line(*voice, at * 3, words))
    .collect()
}

#[test]
fn pieces_of_a_turn_with_the_same_label_are_one_turn() {
    for file in [
        sentences(|voice, _, words| format!("[SPEAKER_0{voice}]: {words}\n")),
        sentences(|voice, _, words| format!("Speaker {}: {words}\n", voice + 1)),
        sentences(|voice, at, words| {
            format!(
                "[00:00:{at:02}.000 --> 00:00:{:02}.500]  (speaker {voice}) {words}\n",
                at + 2
            )
        }),
        sentences(|voice, at, words| format!("0:{at:02} Speaker {voice}\n{words}\n\n")),
    ] {
        assert_eq!(
            script(&read("a.txt", file.as_bytes())),
            [
                "I -: Who rows at night?",
                "G -: I do. Mostly I row alone. The lamp is enough.",
                "I -: Why at night?",
                "G -: The fish sleep. They hear nothing. In the morning we sell them.",
            ],
            "{file}"
        );
    }
}

#[test]
fn ranges_of_time_before_lines_of_speech_recognition_are_times_and_no_words() {
    let file = sentences(|_, at, words| {
        format!(
            "[00:00:{at:02}.000 --> 00:00:{:02}.500]   {words}\n",
            at + 2
        )
    });
    let read = read("a.txt", file.as_bytes());
    assert!(!read.transcript.contains("-->") && !read.transcript.contains('['));
    assert_eq!(time_of(&read, "The fish sleep"), Some(18_000));
}

#[test]
fn that_somebody_stopped_the_transcript_is_nobodys_speech() {
    let file = text(|who, words, at| format!("{who}   0:{at:02}\n{words}\n\n"))
        + "Ann Lee stopped transcription\n";
    assert_eq!(script(&read("a.txt", file.as_bytes())), TURNS);
}

#[test]
fn times_behind_the_labels_of_some_turns_make_no_headings_of_them() {
    for (behind, colon) in [("[00:04] ", ":"), ("[00:04] ", "")] {
        let mut file = String::new();
        for at in 0..3 {
            let time = behind.replace("04", &format!("0{}", at * 2 + 4));
            file.push_str(&format!(
                "Ann Lee: Who rows at night, boat {at}?\n\nBo Roy: I do, mostly alone.\n\nAnn Lee: Why at night, boat {at}?\n\nBo Roy{colon} {time}The fish sleep.\n\n"
            ));
        }
        let turns = script(&read("a.md", file.as_bytes()));
        assert_eq!(turns[0], "I Ann Lee: Who rows at night, boat 0?", "{file}");
        assert_eq!(
            turns
                .iter()
                .filter(|turn| turn.starts_with("I Ann Lee: "))
                .count(),
            6,
            "{file}"
        );
    }
}
