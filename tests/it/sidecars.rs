//! What an owner says in a sidecar wins over everything, and `check` writes the sidecar that says what was read.

use std::fs;
use std::path::Path;

use serde_json::Value;
use verbatim::interview::{Interview, InterviewId, Role};
use verbatim::reading::{FileToRead, examine};

use crate::harness::Verbatim;

fn read(name: &str, text: &str, sidecar: &str) -> Interview {
    let source = FileToRead {
        id: InterviewId::new("i"),
        path: Path::new(name),
        bytes: text.as_bytes(),
        sidecar: Some(sidecar),
    };
    examine(&source).unwrap().interview
}

/// Name and role of who says `words`.
fn who<'a>(interview: &'a Interview, words: &str) -> (Option<&'a str>, Option<Role>) {
    let turn = interview.turns.iter().find(|turn| {
        interview
            .slice(turn.span)
            .is_some_and(|said| said.contains(words))
    });
    let turn = turn.unwrap_or_else(|| panic!("nobody says {words:?}"));
    let name = interview
        .speaker_of(turn)
        .and_then(|speaker| speaker.name.as_deref());
    (name, turn.role)
}

const VOICES: &str = r#"{"results": [
    {"speaker": "Speaker 1", "start": 0.0, "end": 4.0, "text": "The harbour was rebuilt by hand. It took three winters."},
    {"speaker": "Speaker 2", "start": 4.0, "end": 8.0, "text": "And who paid for the stones?"},
    {"speaker": "Speaker 3", "start": 8.0, "end": 12.0, "text": "The island did, all of it."}
]}"#;

#[test]
fn a_sidecar_gives_roles_by_label_without_names() {
    let text = "A: The harbour was rebuilt by hand.\n\nB: It took three winters.\n\nA: The island paid for it.\n\nB: All of it.\n";
    let sidecar = "[[speaker]]\nlabel = \"A\"\nrole = \"guest\"\n[[speaker]]\nlabel = \"B\"\nrole = \"interviewer\"\n";
    let interview = read("i.txt", text, sidecar);
    assert_eq!(who(&interview, "by hand"), (None, Some(Role::Guest)));
    assert_eq!(who(&interview, "winters"), (None, Some(Role::Interviewer)));
    assert_eq!(interview.speakers.len(), 2, "{:?}", interview.speakers);
    assert!(interview.warnings.is_empty(), "{:?}", interview.warnings);

    let swapped = "interviewer = \"Speaker 1\"\nguest = [\"Speaker 2\", \"Speaker 3\"]\n";
    let interview = read("i.json", VOICES, swapped);
    assert_eq!(who(&interview, "by hand"), (None, Some(Role::Interviewer)));
    assert_eq!(who(&interview, "who paid"), (None, Some(Role::Guest)));
    assert!(interview.warnings.is_empty(), "{:?}", interview.warnings);
}

#[test]
fn a_sidecar_merges_the_labels_of_one_person() {
    let sidecar = "[[speaker]]\nname = \"Ada Holm\"\nlabel = [\"Speaker 1\", \"Speaker 3\"]\n";
    let interview = read("i.json", VOICES, sidecar);
    assert_eq!(interview.guests().collect::<Vec<_>>(), ["Ada Holm"]);
    assert_eq!(interview.speakers.len(), 2, "{:?}", interview.speakers);

    let text = "Ada: The harbour was rebuilt by hand.\n\nTom: Who paid?\n\nMrs H.: The island did.\n\nTom: All of it?\n\nAda: All of it.\n\nMrs H.: To the last stone.\n";
    let sidecar = "[[speaker]]\nname = \"Ada Holm\"\nlabel = [\"Ada\", \"Mrs H.\"]\n";
    let interview = read("i.txt", text, sidecar);
    assert_eq!(interview.guests().collect::<Vec<_>>(), ["Ada Holm"]);
    assert_eq!(who(&interview, "last stone").0, Some("Ada Holm"));
}

#[test]
fn a_sidecar_wins_over_the_roles_that_the_file_gives() {
    let table = "Role,Speaker,Text\ninterviewer,Ada,The harbour was rebuilt by hand.\nguest,Tom,Who paid for it?\n";
    let sidecar = "guest = \"Ada\"\ninterviewer = \"Tom\"\n";
    let interview = read("i.csv", table, sidecar);
    assert_eq!(who(&interview, "by hand"), (Some("Ada"), Some(Role::Guest)));
    let asks = who(&interview, "Who paid");
    assert_eq!(asks, (Some("Tom"), Some(Role::Interviewer)));
}

#[test]
fn a_sidecar_cuts_off_what_stands_before_and_after_some_words() {
    let text = "Editor: Good morning to our readers.\n\nTom: Who paid for the harbour?\n\nAda: The island did.\n\nTom: All of it?\n\nAda: To the last stone. It was dear.\n\nTom: Thank you?\n\nAda: Subscribe to our letter.\n";
    let sidecar = "cut_before = \"Who paid for\"\ncut_after = \"It was\\ndear.\"\n";
    let interview = read("i.txt", text, sidecar);
    let said: Vec<&str> = interview
        .turns
        .iter()
        .filter_map(|turn| interview.slice(turn.span))
        .collect();
    assert_eq!(
        said,
        [
            "Who paid for the harbour?",
            "The island did.",
            "All of it?",
            "To the last stone. It was dear."
        ]
    );
    assert_eq!(
        interview.transcript.len(),
        read("i.txt", text, "").transcript.len()
    );

    let missing = read("i.txt", text, "cut_after = \"no such words\"\n");
    assert_eq!(missing.turns.len(), read("i.txt", text, "").turns.len());
    let warning = "the words of `cut_after` are not in the file: `no such words`";
    assert!(
        missing
            .warnings
            .iter()
            .any(|said| said.starts_with(warning)),
        "{:?}",
        missing.warnings
    );

    let turned = read(
        "i.txt",
        text,
        "cut_after = \"Who paid\"\ncut_before = \"To the last\"\n",
    );
    assert_eq!(turned.turns.len(), read("i.txt", text, "").turns.len());
    let warned = |said: &String| said.starts_with("the words of `cut_after` stand before");
    assert!(turned.warnings.iter().any(warned), "{:?}", turned.warnings);

    let front = format!("---\ncut_before: All of it\n---\n\n{text}");
    let first = |interview: &Interview| {
        let turn = interview.turns.first().unwrap();
        interview.slice(turn.span).unwrap().to_owned()
    };
    assert!(first(&read("i.md", &front, "")).ends_with("All of it?"));
    let both = read("i.md", &front, "cut_before = \"Who paid\"\n");
    assert!(first(&both).contains("Who paid"));

    let cues = "1\n00:00:01,000 --> 00:00:03,000\nANN: Welcome back.\n\n2\n00:00:03,000 --> 00:00:05,000\nTOM: Who paid for it?\n\n3\n00:00:05,000 --> 00:00:09,000\nADA: The island did, all of it.\n";
    let interview = read("i.srt", cues, "cut_before = \"Who paid\"\n");
    let first = interview
        .turns
        .first()
        .and_then(|turn| interview.slice(turn.span));
    let first = first.unwrap();
    assert!(first.starts_with("Who paid for it?"), "{first}");
}

#[test]
fn a_cut_that_leaves_hardly_anything_is_said() {
    let long = "Q: Who built the harbour?\n\nA: The island did, stone by stone.\n\n".repeat(20);
    let text = format!("{long}Q: And who paid for it?\n\nA: Nobody knows.\n");
    let interview = read("i.txt", &text, "cut_before = \"And who paid\"\n");
    let said = interview.warnings.join("\n");
    assert!(
        said.contains("`cut_before` and `cut_after` leave "),
        "{said}"
    );
}

#[test]
fn check_says_what_each_turn_rests_on() {
    let labelled =
        "Journalist: Who paid for the harbour?\n\nAda Holm: The island did, all of it.\n";
    let bold = "# Stones\n\n**Who paid for the harbour?**\n\nThe island did, all of it.\n\n**And who built it?**\n\nWe did, by hand.\n";
    for (name, text, lines) in [
        (
            "l.txt",
            labelled,
            ["[label, role inferred]", "the harbour? [label]"],
        ),
        (
            "b.md",
            bold,
            ["the harbour? [bold]", "We did, by hand. [after a question]"],
        ),
    ] {
        let verbatim = Verbatim::with_files([(name, text.as_bytes())]);
        let path = verbatim.corpus().join(name).display().to_string();
        let run = verbatim.run(&["check", &path]).ends_with_code(0);
        lines.into_iter().fold(run, |run, line| run.says(line));
    }
    let named = (
        "s.txt",
        "Ann: Who paid?\n\nBea: We did.\n\nAnn: All?\n\nBea: All of it.\n",
    );
    let sidecar = "interviewer = \"Ann\"\n";
    let verbatim = Verbatim::with_files([
        (named.0, named.1.as_bytes()),
        ("s.toml", sidecar.as_bytes()),
    ]);
    let path = verbatim.corpus().join("s.txt").display().to_string();
    verbatim
        .run(&["check", &path])
        .says("All? [label, role from the sidecar]")
        .says("All of it. [label, role inferred]");
    let json: Value =
        serde_json::from_str(verbatim.run(&["check", "--json", &path]).text()).unwrap();
    assert_eq!(json[0]["bases"][0]["speaker"], "label");
    assert_eq!(json[0]["bases"][0]["role"], "sidecar");
    assert_eq!(json[0]["bases"][1]["role"], "behaviour");
}

#[test]
fn check_writes_a_sidecar_that_reads_as_the_file_did_and_overwrites_none() {
    let text = "Q: Who paid for the \"harbour\"?\n\nA: The island did, all of it.\n\nQ: And the boats?\n\nA: They came later.\n";
    let verbatim = Verbatim::with_files([
        ("2020-04-holm.txt", text.as_bytes()),
        ("kept.txt", text.as_bytes()),
        ("kept.toml", b"# mine\nguest = \"Ada Holm\"\n".as_slice()),
    ]);
    let folder = verbatim.corpus().display().to_string();
    let before: Value =
        serde_json::from_str(verbatim.run(&["check", "--json", &folder]).text()).unwrap();
    verbatim
        .run(&["check", "--write-sidecar", &folder])
        .ends_with_code(0)
        .complains("2020-04-holm.toml`; correct what is wrong in it")
        .complains("kept.toml` exists and was not changed");
    let kept = fs::read_to_string(verbatim.corpus().join("kept.toml")).unwrap();
    assert_eq!(kept, "# mine\nguest = \"Ada Holm\"\n");
    let written = fs::read_to_string(verbatim.corpus().join("2020-04-holm.toml")).unwrap();
    assert!(written.contains("label = [\"A\"]\n"), "{written}");
    assert_eq!(written, before[0]["sidecar"].as_str().unwrap());
    let after: Value =
        serde_json::from_str(verbatim.run(&["check", "--json", &folder]).text()).unwrap();
    for field in ["speakers", "turns", "exchanges", "metadata", "warnings"] {
        assert_eq!(after[0][field], before[0][field], "{field}");
    }
    assert_eq!(after[0]["sources"]["speakers"], "sidecar");
}

#[test]
fn a_written_sidecar_leaves_what_is_not_certain_as_uncertain_as_it_was() {
    let texts = [
        "The harbour was built by hand, and we all helped.\n\nWho paid for it?\n\nThe island did.\n\nIt took years.\n",
        "Ada: We built it by hand, all of us.\n\nTom: And I carried the stones up the hill.\n\nAda: He did, every one.\n\n\
         Tom: The island paid for it.\n",
        "Who paid for the harbour?\n\nThe island did, all of it, to the last stone.\n",
    ];
    let mut doubtful = 0;
    for text in texts {
        let verbatim = Verbatim::with_files([("d.txt", text.as_bytes())]);
        let path = verbatim.corpus().join("d.txt").display().to_string();
        let check = || -> Value {
            serde_json::from_str(verbatim.run(&["check", "--json", &path]).text()).unwrap()
        };
        let before = check();
        doubtful += usize::from(before[0]["confidence"].as_f64().unwrap() < 0.9);
        verbatim
            .run(&["check", "--write-sidecar", &path])
            .ends_with_code(0);
        let after = check();
        for field in ["confidence", "warnings", "speakers", "turns"] {
            assert_eq!(after[0][field], before[0][field], "{field}: {text}");
        }
    }
    assert_eq!(doubtful, 3);
}

#[test]
fn no_sidecar_is_written_that_two_interviews_would_share() {
    let other = "---\ntitle: The north\n---\n\nAnn: Who sings?\n\nBea: We do.\n\nAnn: All?\n\nBea: All of us, at dawn.\n";
    let talk = "Tom: Who paid for the harbour?\n\nAda: The island did.\n\nTom: All of it?\n\nAda: To the last stone.\n";
    let verbatim =
        Verbatim::with_files([("talk.md", other.as_bytes()), ("talk.txt", talk.as_bytes())]);
    let folder = verbatim.corpus().display().to_string();
    verbatim
        .run(&["check", "--write-sidecar", &folder])
        .complains("talk.toml` is not written: it would be the sidecar of several interviews");
    assert!(!verbatim.corpus().join("talk.toml").exists());
}

#[test]
fn check_shows_the_lines_of_a_sidecar_where_something_is_doubtful() {
    let verbatim = Verbatim::with_files([(
        "d.txt",
        b"The harbour was rebuilt by hand.\n\nWho paid for it?\n\nThe island did.\n".as_slice(),
    )]);
    let path = verbatim.corpus().join("d.txt").display().to_string();
    verbatim
        .run(&["check", &path])
        .says("to correct it, put these lines into `d.toml` beside it")
        .says("    # [[speaker]]")
        .says("    # name = \"First Last\"");
    verbatim
        .run(&["check", "--write-sidecar", &path])
        .ends_with_code(0);
    let read_again = verbatim.run(&["check", &path]).ends_with_code(0);
    assert!(
        !read_again.text().contains("in the sidecar"),
        "{}",
        read_again.text()
    );
}

/// Reads an interview with a sidecar; the only thing that is not right.
#[track_caller]
fn only_warning(text: &str, sidecar: &str) -> (Interview, String) {
    let mut interview = read("i.txt", text, sidecar);
    assert_eq!(interview.warnings.len(), 1, "{:?}", interview.warnings);
    let warning = interview.warnings.remove(0);
    for words in ["in the sidecar `i.toml`, ", "; "] {
        assert!(warning.contains(words), "{warning}");
    }
    (interview, warning)
}

const LABELLED: &str = "Ada: The harbour was rebuilt by hand.\n\nTom: Who paid?\n\nAda: The island did.\n\nTom: All of it?\n\nAda: To the last stone.\n";

#[test]
fn a_label_that_no_turn_has_is_named_with_those_that_there_are() {
    let sidecar = "[[speaker]]\nname = \"Ada Holm\"\nlabel = [\"Ada\", \"Mrs Holm-Berg\"]\n";
    let (interview, warning) = only_warning(LABELLED, sidecar);
    assert!(
        warning.contains("no turn has the `label` `Mrs Holm-Berg`"),
        "{warning}"
    );
    assert!(
        warning.contains("`Ada`") && warning.contains("`Tom`"),
        "{warning}"
    );
    assert!(warning.ends_with("it is not used"), "{warning}");
    assert_eq!(who(&interview, "by hand").0, Some("Ada Holm"));
}

#[test]
fn a_label_that_two_people_are_given_is_the_firsts_and_that_is_said() {
    let sidecar = "[[speaker]]\nname = \"Ada Holm\"\nlabel = \"Ada\"\n[[speaker]]\nname = \"Ada Berg\"\nlabel = \"ADA\"\n";
    let (interview, warning) = only_warning(LABELLED, sidecar);
    assert!(warning.contains("`label` cannot be `ADA`"), "{warning}");
    assert!(
        warning.contains("the label of `Ada Holm` already"),
        "{warning}"
    );
    assert!(warning.ends_with("it is used for the first"), "{warning}");
    assert_eq!(who(&interview, "by hand").0, Some("Ada Holm"));
    let voices = "[[speaker]]\nname = \"Ada Holm\"\nlabel = \"Speaker 1\"\n[[speaker]]\nname = \"Ada Berg\"\nlabel = \"Speaker 1\"\n";
    let interview = read("i.json", VOICES, voices);
    assert_eq!(who(&interview, "by hand").0, Some("Ada Holm"));
}

#[test]
fn a_name_that_asks_and_answers_is_the_firsts_and_that_is_said() {
    for (sidecar, key, role) in [
        (
            "guest = \"Ada\"\ninterviewer = [\"Tom\", \"Ada\"]\n",
            "interviewer",
            "a guest",
        ),
        (
            "guest = [\"Tom\", \"Ada\"]\n[[speaker]]\nname = \"Ada\"\nrole = \"interviewer\"\n",
            "guest",
            "the interviewer",
        ),
    ] {
        let (_, warning) = only_warning(LABELLED, sidecar);
        assert!(
            warning.contains(&format!("`{key}` cannot be `Ada`")),
            "{warning}"
        );
        let done = format!("the person is taken for {role}");
        assert!(warning.ends_with(&done), "{warning}");
    }
    // A table that leaves the role open is completed.
    let sidecar = "guest = \"Ada Holm\"\n[[speaker]]\nname = \"Ada Holm\"\nlabel = \"Ada\"\n";
    let interview = read("i.txt", LABELLED, sidecar);
    assert_eq!(
        who(&interview, "by hand"),
        (Some("Ada Holm"), Some(Role::Guest))
    );
    assert!(interview.warnings.is_empty(), "{:?}", interview.warnings);
}

#[test]
fn a_folder_in_the_place_of_a_sidecar_and_a_sidecar_of_two_interviews_are_named() {
    let verbatim = Verbatim::with_files([
        ("ada.txt", LABELLED.as_bytes()),
        ("bo.txt", LABELLED.as_bytes()),
        ("bo.md", LABELLED.as_bytes()),
        ("bo.toml", b"outlet = \"The Herald\"\n"),
    ]);
    fs::create_dir(verbatim.corpus().join("ada.toml")).unwrap();
    let corpus = verbatim.corpus().to_str().unwrap();
    for (arguments, code) in [(&["index"][..], 0), (&["check", corpus], 3)] {
        let program = if code == 0 {
            verbatim.run(arguments)
        } else {
            crate::harness::Run::of(verbatim.bare(arguments).output().unwrap())
        };
        program
            .ends_with_code(code)
            .says("ada.toml: it is a folder with the name of an interview's sidecar file")
            .says("rename the folder")
            .says("bo.toml")
            .says("it is the sidecar file of several interviews, `bo.md` and `bo.txt`");
    }
}

#[test]
fn a_sidecar_that_makes_everybody_an_interviewer_is_named_and_no_answer_is_counted() {
    let verbatim = Verbatim::with_files([
        ("i.txt", LABELLED.as_bytes()),
        ("i.toml", b"interviewer = [\"Ada\", \"Tom\"]\n"),
    ]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("the sidecar makes an interviewer of everybody who speaks")
        .says("give whoever answers the role `guest`")
        .says("interviews: 1, answers: 0,");
    verbatim.run(&["ask", "/interviews"]).says("i: no answers");
}
