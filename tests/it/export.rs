//! What is exported is what can be quoted, and its source.

use std::fs;

use serde_json::Value;

use crate::harness::Verbatim;
use crate::living::{BEES, TRAINS};

fn rows(jsonl: &str) -> Vec<Value> {
    jsonl
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn every_exported_text_is_its_slice_of_the_shown_transcript() {
    let verbatim = Verbatim::with_the_seeds();
    let run = verbatim.run(&["export"]).ends_with_code(0);
    let rows = rows(run.text());
    assert!(rows.len() > 3, "{}", rows.len());
    for row in &rows {
        let shown = verbatim.run(&["show", row["interview"].as_str().unwrap()]);
        let place = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
        let slice = &shown.text()[place("start")..place("end")];
        assert_eq!(slice, row["text"].as_str().unwrap());
        assert_eq!(row["role"], "guest");
        assert_eq!(row["speaker"], "Michel Paulin");
        assert_eq!(row["date"], "2020-04");
        assert!(
            row["asked"]
                .as_str()
                .is_some_and(|asked| shown.text().contains(asked))
        );
        assert_eq!(row["revision"].as_str().unwrap().len(), 64);
    }
}

#[test]
fn the_csv_says_the_same_as_the_jsonl() {
    let quoting = BEES.replace(
        "strong colonies",
        "\"strong\" colonies, and,\nas one says, more",
    );
    let verbatim = Verbatim::with_files([
        ("farm/bees.txt", quoting.as_bytes()),
        (
            "farm/bees.toml",
            b"title = \"Bees, \\\"again\\\"\"\nurl = \"https://example.org/b\"\n",
        ),
        ("trains.txt", TRAINS.as_bytes()),
    ]);
    let jsonl = verbatim
        .run(&["export", "--format", "jsonl"])
        .ends_with_code(0);
    let csv = verbatim
        .run(&["export", "--format", "csv"])
        .ends_with_code(0);
    let mut reader = csv::Reader::from_reader(csv.out.as_slice());
    let names = reader.headers().unwrap().clone();
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let rows = rows(jsonl.text());
    assert_eq!(rows.len(), lines.len());
    assert_eq!(rows.len(), 2);
    for (row, line) in rows.iter().zip(&lines) {
        for (name, value) in names.iter().zip(line) {
            let expected = match &row[name] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(value, expected, "{name}");
        }
    }
    assert_eq!(rows[0]["collection"], "farm");
    assert_eq!(rows[0]["title"], "Bees, \"again\"");
    assert_eq!(rows[1]["collection"], Value::Null);
}

#[test]
fn an_export_replaces_a_file_only_when_it_is_whole() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let file = verbatim.index().with_file_name("passages.jsonl");
    fs::write(&file, "earlier").unwrap();
    let path = file.to_str().unwrap();
    verbatim
        .run(&["export", "--output", path, "--force"])
        .ends_with_code(0)
        .complains("passages.jsonl`: 1");
    assert_eq!(rows(&fs::read_to_string(&file).unwrap()).len(), 1);
    let nowhere = verbatim
        .run(&["export", "-o", "no/such/folder/x.csv"])
        .ends_with_code(2);
    nowhere
        .complains("cannot write `no/such/folder/x.csv`")
        .complains("name a file in a writable folder");
}
