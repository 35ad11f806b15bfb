//! What a question means: spelling, families of words, and when nothing is said.

use serde_json::Value;

use crate::harness::Verbatim;

const HARBOUR: &str = "Q: What became of the harbour?\n\n\
    A: The fishermen left the harbour when the cannery closed, and the lighthouse stayed dark for years.\n\n\
    Q: And the school?\n\n\
    A: The school teaches chemistry again, because a retired pharmacist gives lessons every Monday.\n";

fn harbour() -> Verbatim {
    Verbatim::with_files([("harbour.txt", HARBOUR.as_bytes())])
}

fn first_text(answer: &Value) -> &str {
    answer["quotes"][0]["text"].as_str().unwrap_or_default()
}

#[test]
fn a_word_that_no_interview_holds_is_read_as_the_nearest_and_said_so() {
    let answer = harbour().ask("Why did the lihgthouse stay dark?");
    assert!(first_text(&answer).contains("lighthouse"), "{answer}");
    assert_eq!(answer["corrections"][0]["from"], "lihgthouse");
    assert_eq!(answer["corrections"][0]["to"], "lighthouse");
}

#[test]
fn a_word_that_an_interview_holds_and_a_number_are_never_corrected() {
    let answer = harbour().ask("Did the fishermen leave the harbour in 1987?");
    assert!(first_text(&answer).contains("fishermen"), "{answer}");
    assert_eq!(answer["corrections"], Value::Array(Vec::new()));
}

#[test]
fn a_misspelt_word_of_a_questions_frame_carries_nothing_and_is_no_correction() {
    let talk = "Q : Et le port ?\n\n\
        R : Je vais vous expliquer : le port a fermé en hiver, et les barques sont parties.\n\n\
        Q : Et l'école ?\n\n\
        R : L'école enseigne la chimie, un pharmacien vient tous les lundis.\n";
    let verbatim = Verbatim::with_files([("port.txt", talk.as_bytes())]);
    let answer = verbatim.ask("Pouvez-vous epxliquer la chimie ?");
    assert!(first_text(&answer).contains("chimie"), "{answer}");
    assert_eq!(answer["corrections"], Value::Array(Vec::new()));
}

#[test]
fn that_a_word_is_found_which_only_joins_others_says_nothing() {
    let talk = "Q : Et le port ?\n\n\
        R : Depuis la tempête de 1987 le port est fermé, et les barques sont parties.\n";
    let verbatim = Verbatim::with_files([("port.txt", talk.as_bytes())]);
    let answer = verbatim.ask("Depuis quand la SNCF existe ?");
    assert_eq!(answer["quotes"], Value::Array(Vec::new()));
    let answer = verbatim.ask("Depuis quand le port est fermé ?");
    assert!(first_text(&answer).contains("1987"), "{answer}");
}

#[test]
fn an_acronym_is_read_as_one_with_its_letters_exchanged_and_as_no_other_word() {
    let talk = "Q: What about the rules?\n\n\
        A: The RGPD guards the data of the fishermen, and the cline of the beach guards nothing.\n";
    let verbatim = Verbatim::with_files([("rules.txt", talk.as_bytes())]);
    let answer = verbatim.ask("Does the RGDP guard the data?");
    assert_eq!(answer["corrections"][0]["to"], "RGPD");
    let answer = verbatim.ask("Does CLIN guard the data?");
    assert_eq!(answer["corrections"], Value::Array(Vec::new()));
    let answer = verbatim.ask("Does the clien guard the data?");
    assert_eq!(answer["corrections"][0]["to"], "cline");
}

#[test]
fn a_correction_is_written_as_it_was_said_where_nothing_answers_too() {
    let talk = "Q : Et le port ?\n\nR : Notre souveraineté se joue au port, chaque matin, avec les barques.\n";
    let verbatim = Verbatim::with_files([("port.txt", talk.as_bytes())]);
    let answer =
        verbatim.ask("La souvrainete des mathématiques appliquées au cinéma muet japonais");
    assert_eq!(answer["quotes"], Value::Array(Vec::new()));
    assert_eq!(answer["corrections"][0]["to"], "souveraineté");
}

#[test]
fn words_of_one_family_find_each_other() {
    let answer = harbour().ask("chemist lessons");
    assert!(first_text(&answer).contains("chemistry"), "{answer}");
}

#[test]
fn the_dial_goes_from_strict_to_generous() {
    let verbatim = harbour();
    let question = "Does the pharmacist sell umbrellas and postcards?";
    let answered = |generosity: &str| {
        let settings = verbatim.settings(&format!("[answer]\ngenerosity = {generosity}\n"));
        let run = verbatim.run(&["--config", &settings, "ask", question]);
        run.code == Some(0)
    };
    assert!(!answered("0.0"));
    assert!(answered("1.0"));
    let settings = verbatim.settings("[answer]\ngenerosity = 1.5\n");
    verbatim
        .run(&["--config", &settings, "ask", question])
        .ends_with_code(2)
        .complains("answer.generosity");
}

#[test]
fn words_between_quotation_marks_are_looked_for_as_they_stand() {
    let verbatim = harbour();
    for question in [
        "who said “the lighthouse stayed dark”",
        "who said \"lighthouse stayed dark\"",
        "qui a dit « the lighthouse stayed dark »",
    ] {
        let answer = verbatim.ask(question);
        assert!(
            first_text(&answer).contains("stayed dark"),
            "{question}: {answer}"
        );
    }
    let answer = verbatim.ask("who said \"the dark lighthouse\"");
    assert_eq!(answer["answer"], "nothing", "{answer}");
    // A mark without its other half is only a mark.
    let answer = verbatim.ask("who said \"the dark lighthouse");
    assert_eq!(answer["answer"], "found", "{answer}");
}

#[test]
fn each_part_of_a_score_is_told_in_plain_words() {
    let verbatim = harbour();
    let run = verbatim
        .run(&["ask", "--explain", "Why did the lighthouse move?"])
        .ends_with_code(0);
    let text = run.text();
    assert!(text.contains("found: lighthouse ("), "{text}");
    assert!(text.contains("not found: move"), "{text}");
    let number = |line: &str| {
        line.split_whitespace()
            .next()
            .unwrap()
            .parse::<f32>()
            .unwrap()
    };
    let (_, parts) = text.split_once("[1] score ").unwrap();
    let mut lines = parts.lines();
    let score = number(lines.next().unwrap());
    let sum: f32 = lines.take(10).map(number).sum();
    assert!((score - sum).abs() < 0.05, "{text}");
}

#[test]
fn what_a_question_names_before_it_asks_is_to_be_in_the_answer() {
    let verbatim = harbour();
    for question in [
        "Harbour: when did the fishermen leave it?",
        "The harbour – when did the fishermen leave it?",
        "When did the opera's fishermen leave the harbour?",
    ] {
        let answer = verbatim.ask(question);
        assert!(
            first_text(&answer).contains("left the harbour"),
            "{question}: {answer}"
        );
    }
    for question in [
        "Opera: when did the fishermen leave the harbour?",
        "The opera – when did the fishermen leave the harbour?",
    ] {
        let answer = verbatim.ask(question);
        assert_eq!(answer["answer"], "nothing", "{question}: {answer}");
    }
}

/// What is told of how a question was judged.
fn judged(verbatim: &Verbatim, question: &str) -> String {
    let run = verbatim.run(&["ask", "--explain", question]);
    let (_, judged) = run.text().split_once("\ncertainty ").unwrap();
    judged.to_owned()
}

fn line<'j>(judged: &'j str, says: &str) -> &'j str {
    let mut lines = judged.lines();
    lines.find(|line| line.contains(says)).unwrap().trim()
}

#[test]
fn that_a_word_was_misspelt_is_not_held_against_an_answer_that_holds_what_was_meant() {
    let verbatim = harbour();
    let strange = |question: &str| {
        let judged = judged(&verbatim, question);
        line(&judged, "words of the question that the answer lacks").to_owned()
    };
    let spelt = strange("Why did the fishermen leave the harbour?");
    assert_eq!(strange("Why did the fishermne leave the harbour?"), spelt);
    assert_ne!(strange("Why did the postmen leave the harbour?"), spelt);
}

#[test]
fn names_that_the_answer_does_not_hold_are_told_and_speak_against_it() {
    let verbatim = harbour();
    let told = |question: &str| {
        let judged = judged(&verbatim, question);
        let certainty = judged.split(';').next().unwrap();
        let names = line(&judged, "names in the question that the answer lacks");
        (names.starts_with('1'), certainty.parse::<f32>().unwrap())
    };
    let (name, of_name) = told("Why did the fishermen of Genoa leave the harbour?");
    let (other, of_word) = told("Why did the fishermen of genoa leave the harbour?");
    assert!(name && !other);
    assert!(of_name < of_word, "{of_name} {of_word}");
}
