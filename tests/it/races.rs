//! Many processes on one index at once.
//!
//! `VERBATIM_REPEATS=50` makes it as long as it is meant to be; a few rounds are what every run does.

use std::io::Write;
use std::process::{Child, Stdio};

use crate::harness::{Run, Verbatim, apiary, repeats};

const QUESTION: &str = "miel du rucher numéro 7";
/// How many answers each interview has.
const ANSWERS: usize = 12;
const ANSWER: &str = "Le rucher numéro 7 a donné";

fn starts(verbatim: &Verbatim, kind: &str) -> Child {
    let arguments = match kind {
        "ask" => &["ask", QUESTION][..],
        other => &[other],
    };
    let mut command = verbatim.command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    if kind == "chat" {
        writeln!(input, "{QUESTION}").unwrap();
    }
    child
}

#[track_caller]
fn is_right(kind: &str, run: Run) {
    let run = run.ends_with_code(0);
    for line in run.err.lines() {
        // All that may be said: whom it waits for, what is used meanwhile, and what is slow on a busy machine.
        let expected = [
            "another verbatim is writing the index in `",
            "takes a long time",
        ];
        assert!(expected.iter().any(|words| line.contains(words)), "{line}");
    }
    match kind {
        "index" => run.says("interviews: 12,"),
        _ => run.says(ANSWER),
    };
}

#[test]
fn eight_processes_at_once_on_a_new_index_give_eight_right_answers() {
    const KINDS: [[&str; 8]; 4] = [
        [
            "ask", "index", "chat", "ask", "index", "chat", "ask", "index",
        ],
        ["index"; 8],
        ["ask"; 8],
        ["chat", "ask", "chat", "index", "chat", "ask", "chat", "ask"],
    ];
    for round in 0..repeats(2) {
        let verbatim = Verbatim::with_apiaries(12, ANSWERS);
        let kinds = KINDS[round % KINDS.len()];
        let started: Vec<(&str, Child)> = kinds
            .iter()
            .map(|kind| (*kind, starts(&verbatim, kind)))
            .collect();
        for (kind, child) in started {
            is_right(kind, Run::of(child.wait_with_output().unwrap()));
        }
        // And on one that is there, while files come and go.
        verbatim.write("late.txt", apiary(40, ANSWERS).as_bytes());
        verbatim.delete("11.txt");
        let started: Vec<(&str, Child)> = kinds
            .iter()
            .map(|kind| (*kind, starts(&verbatim, kind)))
            .collect();
        for (kind, child) in started {
            is_right(kind, Run::of(child.wait_with_output().unwrap()));
        }
    }
}

#[test]
fn who_waits_for_another_says_so_and_answers_when_that_is_done() {
    let verbatim = Verbatim::with_apiaries(12, ANSWERS);
    verbatim.run(&["index"]).ends_with_code(0);
    // Nothing is in it that could be used meanwhile, and somebody is writing.
    std::fs::remove_file(verbatim.index().join("passages/meta.json")).unwrap();
    let marker = std::fs::File::open(verbatim.index().join("verbatim-index")).unwrap();
    marker.lock().unwrap();
    let mut waiting = starts(&verbatim, "ask");
    let mut line = String::new();
    let mut err = std::io::BufReader::new(waiting.stderr.take().unwrap());
    std::io::BufRead::read_line(&mut err, &mut line).unwrap();
    assert!(line.contains("is writing the index in `"), "{line}");
    assert!(line.ends_with("waiting for it\n"), "{line}");
    drop(marker);
    let run = Run::of(waiting.wait_with_output().unwrap());
    run.ends_with_code(0).says(ANSWER);
}
