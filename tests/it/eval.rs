//! Measuring: sets with known answers, runs, and an owner's own questions.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::Verbatim;

const CORPUS: &str = concat!(
    r#"{"id": "d1", "title": "Bees", "text": "The bees came through the winter with strong colonies. The acacia honey was sold in May."}"#,
    "\n",
    r#"{"id": "d2", "title": "Trains", "text": "The night trains come back in December, because travellers asked for sleeping cars."}"#,
    "\n",
    r#"{"id": "d3", "title": "Bread", "text": "The baker lights the oven at four and the village smells of rye."}"#,
    "\n",
);
const QUERIES: &str = concat!(
    r#"{"id": "q1", "text": "When was the acacia honey sold?"}"#,
    "\n",
    r#"{"id": "q2", "text": "Who asked for sleeping cars in night trains?"}"#,
    "\n",
);
const QRELS: &str = "q1\td1\t1\nq2\td2\t1\n";
const ANSWERS: &str = concat!(
    r#"{"id": "q1", "answers": ["in May"]}"#,
    "\n",
    r#"{"id": "q2", "answers": ["nobody"]}"#,
    "\n",
);
const FOREIGN: &str =
    r#"{"id": "u1", "text": "How tall is a lighthouse keeper?", "kind": "foreign"}"#;

fn set() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in [
        ("corpus.jsonl", CORPUS),
        ("queries.jsonl", QUERIES),
        ("qrels.tsv", QRELS),
        ("answers.jsonl", ANSWERS),
        ("foreign.jsonl", FOREIGN),
    ] {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let path = folder.path().to_owned();
    (folder, path)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn several_sets_are_measured_each_alone_and_all_in_one_index() {
    let (_folder, english) = set();
    let french = tempfile::tempdir().unwrap();
    for (name, content) in [
        (
            "corpus.jsonl",
            "{\"id\": \"d1\", \"text\": \"Le boulanger allume le four à quatre heures et le village sent le seigle.\"}\n\
             {\"id\": \"d2\", \"text\": \"Les abeilles de la colline ont passé l’hiver dans leurs ruches de paille.\"}\n",
        ),
        (
            "queries.jsonl",
            "{\"id\": \"q1\", \"text\": \"À quelle heure le boulanger allume-t-il le four ?\"}\n\
             {\"id\": \"q2\", \"text\": \"abeilles\"}\n",
        ),
        ("qrels.tsv", "q1\td1\t1\nq2\td2\t1\n"),
    ] {
        fs::write(french.path().join(name), content).unwrap();
    }
    let verbatim = Verbatim::with_the_seeds();
    let arguments = ["eval", text(&english), text(french.path())];
    let run = verbatim.run(&arguments).ends_with_code(0);
    assert!(run.text().contains("all in one index"), "{run:?}");
    let run = verbatim
        .run(&[&arguments[..], &["--json"]].concat())
        .ends_with_code(0);
    let rows: Value = serde_json::from_slice(&run.out).unwrap();
    for row in rows.as_array().unwrap() {
        assert_eq!(row["together"]["mrr10"], 1.0, "{row}");
    }
    let refused = verbatim.run(&[&arguments[..], &["--run", "x"]].concat());
    refused.ends_with_code(2).complains("need one set");
}

#[test]
fn a_set_is_indexed_asked_and_measured() {
    let (_folder, set) = set();
    let foreign = set.join("foreign.jsonl");
    let verbatim = Verbatim::with_the_seeds();
    let run = verbatim
        .run(&[
            "eval",
            text(&set),
            "--json",
            "--unanswerable",
            text(&foreign),
        ])
        .ends_with_code(0);
    let report: Value = serde_json::from_str(run.text()).unwrap();
    assert_eq!(report["questions"], 2);
    for share in ["r1", "r5", "mrr10", "ndcg10"] {
        assert_eq!(report[share], 1.0, "{share}");
    }
    assert_eq!(report["nothing"], 0.0);
    assert_eq!(report["answer_in_highlight"], 0.5);
    assert_eq!(report["silence"][0]["kind"], "foreign");
    assert_eq!(report["silence"][0]["refused"], 1.0);
    assert_eq!(report["silence"][0]["area"], 1.0);
}

#[test]
fn a_run_is_written_for_other_tools_and_compared_with_another() {
    let (_folder, set) = set();
    let (good, bad) = (set.join("good.run"), set.join("bad.run"));
    let verbatim = Verbatim::with_the_seeds();
    verbatim
        .run(&["eval", text(&set), "--run", text(&good)])
        .ends_with_code(0)
        .says("MRR@10               1.0000");
    let written = fs::read_to_string(&good).unwrap();
    let first = written.lines().next().unwrap();
    assert!(first.starts_with("q1 Q0 d1 1 "), "{first}");
    fs::write(&bad, "q1 Q0 d3 1 2.0 other\nq1 Q0 d1 2 1.0 other\n").unwrap();
    let run = verbatim
        .run(&[
            "eval",
            text(&set),
            "--compare",
            text(&bad),
            text(&good),
            "--json",
        ])
        .ends_with_code(0);
    let difference: Value = serde_json::from_str(run.text()).unwrap();
    assert_eq!(difference["first"], 0.25);
    assert_eq!(difference["second"], 1.0);
    assert_eq!(difference["low"], 0.5);
    assert_eq!(difference["high"], 1.0);
}

#[test]
fn an_owners_questions_are_asked_of_their_own_interviews() {
    let golden = concat!(
        "[[question]]\nquestion = \"combien de datacentres\"\nexpect = \"nos 30 datacentres\"\n",
        "[[question]]\nquestion = \"recette de la tarte aux pommes\"\nexpect = \"nothing\"\n",
        "[[question]]\nquestion = \"souverainete des etats\"\nexpect = \"not what was said\"\n",
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("golden.toml");
    fs::write(&path, golden).unwrap();
    Verbatim::with_the_seeds()
        .run(&["eval", text(&path)])
        .ends_with_code(1)
        .says("wrong: souverainete des etats")
        .says("2 of 3 questions answered correctly");
    let json = Verbatim::with_the_seeds()
        .run(&["eval", text(&path), "--json"])
        .ends_with_code(1);
    let report: Value = serde_json::from_str(json.text()).unwrap();
    assert_eq!(report["right"], 2);
    let right = golden.split("[[question]]\n").take(3).collect::<Vec<_>>();
    fs::write(&path, right.join("[[question]]\n")).unwrap();
    Verbatim::with_the_seeds()
        .run(&["eval", text(&path)])
        .ends_with_code(0)
        .says("2 of 2 questions answered correctly");
}

#[test]
fn a_question_without_expected_words_and_flags_of_other_sets_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("golden.toml");
    let verbatim = Verbatim::with_the_seeds();
    fs::write(
        &path,
        "[[question]]\nquestion = \"combien ?\"\nexpect = \"  \"\n",
    )
    .unwrap();
    verbatim
        .run(&["eval", text(&path)])
        .ends_with_code(2)
        .complains("`expect` is empty for the question `combien ?`");
    let run = folder.path().join("run.trec");
    verbatim
        .run(&["eval", text(&path), "--run", text(&run)])
        .ends_with_code(2)
        .complains("`--run` and `--unanswerable` need a set in a folder");
    assert!(!run.exists());
}

#[test]
fn a_set_that_cannot_be_read_says_which_file_and_line() {
    let (_folder, set) = set();
    let verbatim = Verbatim::with_the_seeds();
    fs::write(set.join("qrels.tsv"), "q1 d1\n").unwrap();
    verbatim
        .run(&["eval", text(&set)])
        .ends_with_code(2)
        .complains("qrels.tsv`, line 1: three columns are expected");
    fs::remove_file(set.join("queries.jsonl")).unwrap();
    verbatim
        .run(&["eval", text(&set)])
        .ends_with_code(2)
        .complains("queries.jsonl");
}

#[test]
fn a_malformed_file_of_questions_is_told_in_plain_words_with_line_and_hint() {
    let verbatim = Verbatim::with_the_seeds();
    for (name, text, wrong, hint) in [
        (
            "a.toml",
            "[[question]]\nquestion = \"Who?\nexpect = \"x\"\n",
            "a.toml`, line 2: a text has no closing quote",
            "put texts in \"quotes\"",
        ),
        (
            "b.toml",
            "[[question]]\nquestion = 3\nexpect = \"x\"\n",
            "b.toml`, line 2: the value is a number, not a text in quotes",
            "write `[[question]]`",
        ),
        (
            "c.toml",
            "[[question]]\nquestion = [\"Who?\"]\nexpect = \"x\"\n",
            "c.toml`, line 2: the value is a list, not a text in quotes",
            "write `[[question]]`",
        ),
        (
            "d.toml",
            "[[question]]\nquestion = \"Who?\"\n",
            "d.toml`, line 1: `expect` is missing",
            "write `[[question]]`",
        ),
        (
            "e.toml",
            "[question]\nquestion = \"Who?\"\nexpect = \"x\"\n",
            "e.toml`, line 1: `[question]` needs two brackets on each side",
            "write `[[question]]`",
        ),
        (
            "f.toml",
            "[[question]]\nquestion = \"Who?\"\nquestion = \"Who?\"\n",
            "f.toml`, line 3: `question` appears twice",
            "keep one of the two",
        ),
        (
            "g.jsonl",
            "{\"question\": \"Who?\", \"expect\": \"x\"}\n{\"question\": \"Who?\"\n",
            "g.jsonl`, line 2: the line ends before its object does",
            "close every quote and bracket",
        ),
        (
            "h.jsonl",
            "{\"question\": 3, \"expect\": \"x\"}\n",
            "h.jsonl`, line 1: the value is a number, not a text in quotes",
            "hint: write `{\"question\": \"…\", \"expect\": \"…\"}` on each line",
        ),
        (
            "i.jsonl",
            "{'question': 'Who?'}\n",
            "i.jsonl`, line 1: a key is not in double quotes",
            "write `\"key\": \"value\"`",
        ),
    ] {
        let file = verbatim.folder().join(name);
        fs::write(&file, text).unwrap();
        let run = verbatim.run(&["eval", self::text(&file)]);
        run.ends_with_code(2).complains(wrong).complains(hint);
    }
}
