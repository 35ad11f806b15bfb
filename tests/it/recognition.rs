//! JSON of speech recognition, podcast hosts, meeting programs and chats.

use verbatim::interview::Interview;
use verbatim::reading::passages;

use crate::transcript::{self, script, time_of, try_examine};

#[track_caller]
fn read(content: &str) -> Interview {
    transcript::read("talk.json", content)
}

/// What every service is given to say.
const SAID: [&str; 4] = [
    "I -: Who rows?",
    "G -: I do, at night.",
    "I -: Why at night?",
    "G -: The fish sleep.",
];

/// The words of [`SAID`], a word and a mark each: who, the word, when in seconds.
const WORDS: [(u8, &str, f64); 16] = [
    (0, "Who", 1.0),
    (0, "rows", 1.5),
    (0, "?", 1.9),
    (1, "I", 3.0),
    (1, "do", 3.2),
    (1, ",", 3.4),
    (1, "at", 3.5),
    (1, "night", 3.7),
    (1, ".", 4.0),
    (0, "Why", 6.0),
    (0, "at", 6.3),
    (0, "night?", 6.5),
    (1, "The", 8.0),
    (1, "fish", 8.2),
    (1, "sleep", 8.5),
    (1, ".", 8.9),
];

/// A JSON list with an entry for each word.
fn list(entry: impl Fn(u8, &str, f64, bool) -> String) -> String {
    let mark = |word: &str| !word.chars().any(char::is_alphanumeric);
    let entries = WORDS.map(|(who, word, at)| entry(who, word, at, mark(word)));
    format!("[{}]", entries.join(","))
}

/// The words with their marks, as services write them that do not cut marks off.
fn whole_words() -> Vec<(u8, String, f64)> {
    let mut words: Vec<(u8, String, f64)> = Vec::new();
    for (who, word, at) in WORDS {
        match words.last_mut() {
            Some((_, last, _)) if !word.chars().any(char::is_alphanumeric) => last.push_str(word),
            _ => words.push((who, word.to_owned(), at)),
        }
    }
    words
}

fn joined(entries: impl Iterator<Item = String>) -> String {
    format!("[{}]", entries.collect::<Vec<_>>().join(","))
}

#[track_caller]
fn says_it_with_times(name: &str, file: &str) {
    let read = read(file);
    assert_eq!(script(&read), SAID, "{name}");
    assert_eq!(time_of(&read, "I do"), Some(3_000), "{name}");
    assert_eq!(time_of(&read, "The fish"), Some(8_000), "{name}");
}

#[test]
fn words_of_every_service_become_turns_with_their_times() {
    let aws = list(|who, word, at, mark| {
        let kind = if mark { "punctuation" } else { "pronunciation" };
        let time = if mark {
            String::new()
        } else {
            format!(r#""start_time":"{at}","end_time":"{at}","#)
        };
        format!(
            r#"{{"type":"{kind}",{time}"speaker_label":"spk_{who}","alternatives":[{{"content":"{word}"}}]}}"#
        )
    });
    let speechmatics = list(|who, word, at, mark| {
        let attaches = if mark {
            r#""attaches_to":"previous","type":"punctuation","#
        } else {
            r#""type":"word","#
        };
        let who = who + 1;
        format!(
            r#"{{{attaches}"start_time":{at},"end_time":{at},"alternatives":[{{"content":"{word}","speaker":"S{who}"}}]}}"#
        )
    });
    let words = whole_words();
    let of = |entry: &dyn Fn(&(u8, String, f64)) -> String| joined(words.iter().map(entry));
    let deepgram = of(&|(who, word, at)| {
        format!(
            r#"{{"word":"x","punctuated_word":"{word}","start":{at},"end":{at},"speaker":{who}}}"#
        )
    });
    let google = of(&|(who, word, at)| {
        format!(
            r#"{{"word":"{word}","startTime":"{at}s","endTime":"{at}s","speakerTag":{}}}"#,
            who + 1
        )
    });
    let google_v2 = of(&|(who, word, at)| {
        format!(
            r#"{{"word":"{word}","startOffset":"{at}s","speakerLabel":"{}"}}"#,
            who + 1
        )
    });
    let assembly = of(&|(who, word, at)| {
        format!(
            r#"{{"text":"{word}","start":{},"end":{},"speaker":"{}"}}"#,
            at * 1e3,
            at * 1e3,
            ["A", "B"][usize::from(*who)]
        )
    });
    let eleven = of(&|(who, word, at)| {
        format!(
            r#"{{"text":"{word}","type":"word","start":{at},"end":{at},"speaker_id":"speaker_{who}"}},{{"text":" ","type":"spacing"}}"#
        )
    });
    let soniox = of(&|(who, word, at)| {
        format!(
            r#"{{"text":" {word}","start_ms":{},"end_ms":{},"speaker":"{}"}}"#,
            at * 1e3,
            at * 1e3,
            who + 1
        )
    });
    for (name, file) in [
        ("AWS", format!(r#"{{"results":{{"items":{aws}}}}}"#)),
        ("Speechmatics", format!(r#"{{"results":{speechmatics}}}"#)),
        (
            "Deepgram",
            format!(
                r#"{{"results":{{"channels":[{{"alternatives":[{{"words":{deepgram}}}]}}]}}}}"#
            ),
        ),
        (
            "Google",
            format!(
                r#"{{"results":[{{"alternatives":[{{"transcript":"x","words":[{{"word":"Who"}}]}}],"languageCode":"en-us"}},{{"alternatives":[{{"words":{google}}}]}}]}}"#
            ),
        ),
        (
            "Google, an operation",
            format!(
                r#"{{"done":true,"response":{{"results":[{{"alternatives":[{{"words":{google}}}]}}]}}}}"#
            ),
        ),
        (
            "Google v2",
            format!(
                r#"{{"results":{{"gs://a":{{"transcript":{{"results":[{{"alternatives":[{{"words":{google_v2}}}]}}]}}}}}}}}"#
            ),
        ),
        (
            "AssemblyAI",
            format!(r#"{{"audio_url":"x","language_code":"en_us","words":{assembly}}}"#),
        ),
        (
            "ElevenLabs",
            format!(r#"{{"language_code":"eng","text":"x","words":{eleven}}}"#),
        ),
        ("Soniox", format!(r#"{{"text":"x","tokens":{soniox}}}"#)),
    ] {
        says_it_with_times(name, &file);
    }
}

/// A JSON list with an entry for each thing said: who, the words, when in seconds.
fn lines(entry: impl Fn(usize, &str, f64) -> String) -> String {
    let said = [
        (0, "Who rows?", 1.0),
        (1, "I do, at night.", 3.0),
        (0, "Why at night?", 6.0),
        (1, "The fish sleep.", 8.0),
    ];
    joined(
        said.into_iter()
            .map(|(who, words, at)| entry(who, words, at)),
    )
}

#[test]
fn utterances_of_every_service_become_turns_with_their_times() {
    let azure = lines(|who, words, at| {
        format!(
            r#"{{"recognitionStatus":"Success","channel":0,"speaker":{},"offset":"PT{at}S","duration":"PT1S","nBest":[{{"lexical":"x","display":"{words}"}}]}}"#,
            who + 1
        )
    });
    let fast = lines(|who, words, at| {
        format!(
            r#"{{"speaker":{who},"offsetMilliseconds":{},"durationMilliseconds":900,"text":"{words}","locale":"en-US"}}"#,
            at * 1e3
        )
    });
    let gladia = lines(|who, words, at| {
        format!(
            r#"{{"text":"{words}","start":{at},"end":{},"speaker":{who},"channel":0}}"#,
            at + 1.0
        )
    });
    let cpp = lines(|who, words, at| {
        format!(
            r#"{{"offsets":{{"from":{},"to":{}}},"text":" {words}","speaker":"{who}"}}"#,
            at * 1e3,
            at * 1e3
        )
    });
    let podlove = lines(|who, words, at| {
        format!(
            r#"{{"start":"x","start_ms":{},"end_ms":{},"speaker":"{who}","voice":"","text":"{words}"}}"#,
            at * 1e3,
            at * 1e3
        )
    });
    let fireflies = lines(|who, words, at| {
        format!(
            r#"{{"index":0,"speaker_name":"Speaker {who}","text":"{words}","start_time":{at},"end_time":{at}}}"#
        )
    });
    let rev = lines(|who, words, at| {
        let mut words = words
            .split(' ')
            .map(|word| format!(r#"{{"type":"text","value":"{word}","ts":{at}}}"#))
            .collect::<Vec<_>>();
        words.push(r#"{"type":"unknown","value":"<inaudible>"}"#.to_owned());
        format!(
            r#"{{"speaker":{who},"elements":[{}]}}"#,
            words.join(r#",{"type":"punct","value":" "},"#)
        )
    });
    let ibm = lines(|_, words, at| {
        format!(
            r#"{{"final":true,"alternatives":[{{"transcript":"{words} ","timestamps":[{}]}}]}}"#,
            words
                .split(' ')
                .map(|word| format!(r#"["{word}",{at},{at}]"#))
                .collect::<Vec<_>>()
                .join(",")
        )
    });
    let labels = lines(|who, _, at| format!(r#"{{"from":{at},"to":{at},"speaker":{who}}}"#));
    let chunks = lines(|who, words, at| {
        format!(
            r#"{{"timestamp":[{at},{}],"text":" {words}","speaker":"SPEAKER_0{who}"}}"#,
            at + 1.0
        )
    });
    let any = lines(|who, words, at| {
        format!(
            r#"{{"speakerName":"Speaker {who}","sentence":"{words}","startTime":"00:00:0{at}"}}"#
        )
    });
    for (name, file) in [
        (
            "Azure",
            format!(r#"{{"source":"https://example.org/a.wav","recognizedPhrases":{azure}}}"#),
        ),
        (
            "Azure, fast",
            format!(r#"{{"durationMilliseconds":9,"combinedPhrases":[],"phrases":{fast}}}"#),
        ),
        (
            "Gladia",
            format!(
                r#"{{"result":{{"metadata":{{}},"transcription":{{"full_transcript":"x","languages":["en"],"utterances":{gladia}}}}}}}"#
            ),
        ),
        (
            "whisper.cpp",
            format!(r#"{{"result":{{"language":"en"}},"transcription":{cpp}}}"#),
        ),
        ("Podlove", podlove),
        (
            "Fireflies",
            format!(r#"{{"data":{{"transcript":{{"title":"Nets","sentences":{fireflies}}}}}}}"#),
        ),
        ("Rev.ai", format!(r#"{{"monologues":{rev}}}"#)),
        (
            "IBM",
            format!(r#"{{"results":{ibm},"speaker_labels":{labels}}}"#),
        ),
        (
            "Transformers",
            format!(r#"{{"text":"x","chunks":{chunks}}}"#),
        ),
        (
            "a program that is not known",
            format!(r#"{{"meeting":{{"id":7,"lines":{any}}}}}"#),
        ),
    ] {
        says_it_with_times(name, &file);
    }
}

#[test]
fn names_of_speakers_that_stand_apart_are_shown() {
    let file = r#"{"speakers":[{"id":0,"name":"Ann Lee"},{"id":1,"name":"Bo Roy"}],"monologues":[
        {"speaker":0,"elements":[{"type":"text","value":"Who rows?","timestamp":"00:00:01,000"}]},
        {"speaker":1,"elements":[{"type":"text","value":"I do.","timestamp":"00:00:03,000"}]}]}"#;
    assert_eq!(
        script(&read(file)),
        ["I Ann Lee: Who rows?", "G Bo Roy: I do."]
    );
}

#[test]
fn a_segment_of_two_speakers_is_cut_where_its_words_say_so() {
    let file = r#"{"segments":[{"start":0,"end":5,"speaker":"Ann Lee","text":"Who rows? I do, (at) night.","words":[
        {"word":"Who","speaker":"Ann Lee","start":0.5},{"word":"rows?","speaker":"Ann Lee","start":1.0},
        {"word":"I","speaker":"Bo Roy","start":2.0},{"word":"do,"},{"word":"at","speaker":"Bo Roy","start":3.0},
        {"word":"night.","speaker":"Bo Roy","start":3.5}]}]}"#;
    let read = read(file);
    assert_eq!(
        script(&read),
        ["I Ann Lee: Who rows?", "G Bo Roy: I do, (at) night."]
    );
    assert_eq!(time_of(&read, "I do"), Some(2_000));
}

#[test]
fn a_segment_without_a_speaker_stays_nameless_between_those_of_others() {
    let file = r#"{"segments":[
        {"start":0,"end":2,"speaker":"Ann Lee","text":"Who rows at night?"},{"start":2,"end":4,"speaker":"Bo Roy","text":"I row alone."},
        {"start":4,"end":5,"text":"He never does."},{"start":5,"end":7,"speaker":"Bo Roy","text":"I do, mostly."}]}"#;
    assert_eq!(
        script(&read(file)),
        [
            "I Ann Lee: Who rows at night?",
            "G Bo Roy: I row alone.",
            "? -: He never does.",
            "G Bo Roy: I do, mostly."
        ]
    );
}

#[test]
fn milliseconds_are_known_by_how_fast_people_speak_and_impossible_times_are_left_out() {
    let file = |scale: f64| {
        let said = lines(|who, words, at| {
            format!(
                r#"{{"speaker":"S{who}","text":"{words}","start":{},"end":{}}}"#,
                at * scale,
                (at + 1.0) * scale
            )
        });
        format!(r#"{{"utterances":{said}}}"#)
    };
    for scale in [1.0, 1e3, 1e6] {
        assert_eq!(
            time_of(&read(&file(scale)), "The fish"),
            Some(8_000),
            "{scale}"
        );
    }
    let read = read(&file(1e11));
    assert_eq!(time_of(&read, "The fish"), None);
    assert!(
        read.warnings
            .iter()
            .any(|warning| warning.contains("times")),
        "{:?}",
        read.warnings
    );
}

#[test]
fn numbers_that_json_does_not_have_are_null_outside_of_strings() {
    let file = r#"{"segments":[{"start":0.0,"end":NaN,"avg":-Infinity,"text":"It says \"NaN\" and Infinity."},
        {"start":3.0,"text":"So it does.","p":Infinity}]}"#;
    assert!(
        read(file)
            .transcript
            .contains(r#"It says "NaN" and Infinity."#)
    );
}

#[test]
fn what_the_words_of_a_voice_are_called_is_no_name() {
    for label in [
        "Speaker 1",
        "SPEAKER_00",
        "spk_0",
        "S1",
        "A",
        "speaker_0",
        "Sprecher 2",
        "Channel 0",
        "Speaker A",
        "3",
    ] {
        let file = format!(
            r#"[{{"start":0,"end":2,"speaker":"{label}","text":"We row at night, and the fish sleep."}}]"#
        );
        assert!(
            read(&file)
                .speakers
                .iter()
                .all(|speaker| speaker.name.is_none()),
            "{label}"
        );
    }
    let file = r#"[{"start":0,"end":2,"speaker":"Unknown","text":"We row at night."}]"#;
    assert_eq!(script(&read(file)), ["? -: We row at night."]);
}

#[test]
fn a_phrase_that_a_program_took_for_a_speaker_names_nobody() {
    let entry = |(at, (speaker, body)): (usize, &(&str, &str))| {
        let end = at + 1;
        format!(r#"{{"speaker":"{speaker}","startTime":{at},"endTime":{end},"body":"{body}"}}"#)
    };
    for phrase in [
        "The answer",
        "Die Antwort",
        "Notre règle",
        "Meeting Title",
        "Worst of all",
    ] {
        let said = [
            ("Ann Lee", "Who rows?"),
            ("Bo Roy", "I do, at night, with a lamp."),
            ("Ann Lee", "And who mends the boat?"),
            (phrase, "nobody."),
            ("Ann Lee", "Why?"),
            ("Bo Roy", "The fish sleep."),
        ];
        let entries: Vec<String> = said.iter().enumerate().map(entry).collect();
        let file = format!(
            r#"{{"version":"1.0.0","segments":[{}]}}"#,
            entries.join(",")
        );
        let examined = try_examine("a.json", file.as_bytes()).expect("read");
        let turns = script(&examined.interview);
        assert_eq!(
            turns[1], "G Bo Roy: I do, at night, with a lamp.",
            "{phrase}"
        );
        assert_eq!(turns[3], "? -: nobody.", "{phrase}");
        let warned = examined
            .interview
            .warnings
            .iter()
            .any(|told| told.contains(&format!("`{phrase}` seems to be no name")));
        assert!(warned, "{phrase}: {:?}", examined.interview.warnings);
        assert!(
            examined.interview.confidence < 0.9,
            "{phrase}: {}",
            examined.interview.confidence
        );
    }
}

#[test]
fn one_voice_for_a_whole_conversation_is_doubted() {
    let file = r#"[{"start":0,"end":9,"speaker":"Ann Lee","text":"Who rows? I do. Why at night? The fish sleep. And who steers? My brother."}]"#;
    let read = read(file);
    assert!(read.confidence < 0.6);
    assert!(
        read.warnings
            .iter()
            .any(|warning| warning.contains("these may be several people")),
        "{:?}",
        read.warnings
    );
}

#[test]
fn captions_as_json3_are_nameless_and_their_marks_are_turns() {
    let file = r#"{"wireMagic":"pb3","events":[{"tStartMs":0,"dDurationMs":9000,"id":1},
        {"tStartMs":500,"segs":[{"utf8":">> who"},{"utf8":" rows"}]},{"tStartMs":900,"aAppend":1,"segs":[{"utf8":"\n"}]},
        {"tStartMs":2000,"segs":[{"utf8":">> I do >> at night"}]}]}"#;
    assert_eq!(
        script(&read(file)),
        ["? -: who rows", "? -: I do", "? -: at night"]
    );
}

#[test]
fn a_chat_is_an_interview_of_its_messages() {
    let message = |id: u8, from: &str, text: &str| {
        format!(
            r#"{{"id":{id},"type":"message","date":"2022-10-03T10:0{id}:00","from":"{from}","text":{text}}}"#
        )
    };
    let messages = [
        message(1, "Ann Lee", r#""Who rows?""#),
        message(2, "Bo Roy", r#"["I do,", {"type":"bold","text":" at night"}, "."]"#),
        message(3, "Bo Roy", r#""Mostly alone.""#),
        message(4, "Ann Lee", r#""Why at night?""#),
        message(5, "Bo Roy", r#""The fish sleep.""#),
        r#"{"id":6,"type":"service","date":"2022-10-03T10:09:00","actor":"Bo Roy","action":"x","text":""}"#.to_owned(),
    ];
    let file = format!(
        r#"{{"name":"Night rowers","type":"private_group","id":1,"messages":[{}]}}"#,
        messages.join(",")
    );
    let read = read(&file);
    assert_eq!(
        script(&read),
        [
            "I Ann Lee: Who rows?",
            "G Bo Roy: I do, at night.//Mostly alone.",
            "I Ann Lee: Why at night?",
            "G Bo Roy: The fish sleep."
        ]
    );
    assert_eq!(read.metadata.title.as_deref(), Some("Night rowers"));
    assert_eq!(
        read.metadata.date.map(|date| date.to_string()).as_deref(),
        Some("2022-10-03")
    );
}

#[test]
fn json_that_is_not_understood_says_what_is_and_what_to_do() {
    for file in [
        r#"{"name":"x","version":2}"#,
        r#"[{"title":"x","content":"<p>y</p>"}]"#,
        "[1,2]",
    ] {
        let error = try_examine("a.json", file.as_bytes())
            .expect_err("no speech")
            .to_string();
        assert!(
            error.contains("Deepgram") && error.contains(".vtt"),
            "{error}"
        );
    }
}

#[test]
fn nesting_is_read_to_a_limit_and_refused_above_it() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let refused = |depth| {
        try_examine("a.json", nested(depth).as_bytes())
            .expect_err("no speech")
            .to_string()
    };
    assert!(refused(100).contains("no segments of speech"));
    assert!(refused(129).contains("nested too deeply at line 1"));
}

#[test]
fn speech_without_full_stops_is_quoted_in_pieces_with_their_times() {
    let said: Vec<String> = (0..40)
        .map(|at| {
            format!(
                r#"{{"start":{},"end":{},"text":"the goat walked over the ice to door {at}"}}"#,
                at * 3,
                at * 3 + 3
            )
        })
        .collect();
    let read = read(&format!("[{}]", said.join(",")));
    let passages = passages(&read);
    assert!(passages.len() > 4, "{}", passages.len());
    let late = passages
        .iter()
        .filter_map(|passage| read.time_at(passage.span.start))
        .max();
    assert!(late > Some(90_000), "{late:?}");
}

#[test]
fn of_two_lists_of_the_same_words_the_one_with_speakers_is_read() {
    let told = lines(|who, words, at| {
        format!(
            r#"{{"speaker":"SPEAKER_0{who}","timestamp":[{at},{}],"text":"{words}"}}"#,
            at + 1.0
        )
    });
    let plain =
        lines(|_, words, at| format!(r#"{{"timestamp":[{at},{}],"text":"{words}"}}"#, at + 1.0));
    says_it_with_times(
        "chunks",
        &format!(r#"{{"chunks":{plain},"speakers":{told},"text":"x"}}"#),
    );
    let utterances = lines(|who, words, at| {
        format!(r#"{{"start":{at},"end":{at},"transcript":"{words}","speaker":{who}}}"#)
    });
    let file = format!(
        r#"{{"results":{{"channels":[{{"alternatives":[{{"transcript":"x","words":[]}}]}}],"utterances":{utterances}}}}}"#
    );
    says_it_with_times("Deepgram without words", &file);
}

#[test]
fn who_asks_is_known_without_question_marks_and_nobody_does_where_equals_talk() {
    let asked = r#"{"segments":[{"start":0,"end":2,"speaker":"A","text":"what does the lamp need"},{"start":3,"end":9,"speaker":"B","text":"it needs oil and a clean wick every single week"},
        {"start":10,"end":12,"speaker":"A","text":"who pays for it"},{"start":13,"end":20,"speaker":"B","text":"the fishermen pay for it with a crate of herring a year"}]}"#;
    let roles: Vec<char> = script(&read(asked))
        .iter()
        .filter_map(|turn| turn.chars().next())
        .collect();
    assert_eq!(roles, ['I', 'G', 'I', 'G']);
    let equals = r#"{"segments":[{"start":0,"end":4,"speaker":"Ann Lee","text":"The quay has to be built in stone, and this year."},{"start":5,"end":9,"speaker":"Bo Roy","text":"Wood is cheaper, and it has always held the winter."},
        {"start":10,"end":14,"speaker":"Ann Lee","text":"It held because the winters were mild."},{"start":15,"end":19,"speaker":"Bo Roy","text":"They were not mild when I was a boy."}]}"#;
    let read = read(equals);
    assert!(
        script(&read).iter().all(|turn| turn.starts_with('?')),
        "{:?}",
        script(&read)
    );
    assert_eq!(passages(&read).len(), 4);
    assert!(!read.warnings.is_empty());
}

#[test]
fn messages_with_roles_and_no_speaker_are_turns() {
    let file = r#"[{"role":"interviewer","content":"Who rows at night?"},{"role":"guest","content":"I do, mostly alone."},
        {"role":"interviewer","content":"Why at night?"},{"role":"guest","content":"The fish sleep."}]"#;
    assert_eq!(
        script(&read(file)),
        [
            "I -: Who rows at night?",
            "G -: I do, mostly alone.",
            "I -: Why at night?",
            "G -: The fish sleep.",
        ]
    );
}
