//! What owners learn: `verbatim report` and /report.

use std::fs;

use super::{BEN, CY, Chat, GROUP, OWNER, QUESTION, holds, text};
use crate::harness::Verbatim;

#[test]
fn the_report_groups_what_was_asked_in_vain_and_shows_what_was_voted_against() {
    let mut chat = Chat::starts();
    for question in [
        "Quelle est la recette de la tarte aux pommes ?",
        "recettes des tartes aux pommes",
        "Qui a gagné la coupe <b>du monde</b> ?",
    ] {
        holds(text(&chat.says(BEN, question)), &["No one answers that"]);
    }
    let quote = chat.says(BEN, QUESTION);
    chat.presses(BEN, &quote, "👎");
    let asked = chat.turned(&quote);
    chat.presses(BEN, &asked, "Does not answer my question");
    chat.presses(CY, &quote, "👍");
    for days in [&[][..], &["--days", "1"]] {
        let report = chat.report(days);
        holds(
            &report,
            &[
                "Questions without an answer\n2 × recettes des tartes aux pommes",
                "1 × Qui a gagné la coupe",
                "closest: “",
                "certainty 0.",
                "👎 1 👍 1 Michel Paulin, 000_aa28f9ade1a9daab: “Je n’irai pas jusqu’à",
                "Does not answer my question: 1",
                "1 answered, 3 without an answer",
            ],
        );
        assert!(
            !report.contains("Covid"),
            "answered questions are not kept: {report}"
        );
    }
    let report = chat.says(OWNER, "/report");
    holds(
        text(&report),
        &[
            "2 × recettes des tartes",
            "👎 1 👍 1 Michel Paulin",
            "1 answered, 3 without",
        ],
    );
    holds(text(&report), &["&lt;b&gt;du monde&lt;/b&gt;"]);
    assert!(text(&report).encode_utf16().count() <= 4096);
    for stranger in [BEN, CY] {
        let said = chat.says(stranger, "/report");
        holds(text(&said), &["Only the owners of this bot"]);
        assert!(!text(&said).contains("tartes"));
    }
    let said = chat.says_in(GROUP, OWNER, "/report@verbatim_bot");
    holds(text(&said), &["in their private chat"]);
    chat.ends();
}

#[test]
fn a_report_as_a_table_holds_no_formula_and_goes_to_a_file_or_the_output() {
    let mut chat = Chat::starts();
    chat.says(BEN, "=HYPERLINK(\"http://x.example\";\"tarte, pommes\")");
    let quote = chat.says(BEN, QUESTION);
    chat.presses(BEN, &quote, "👎");
    let table = chat.report(&["--csv", "-"]);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |kind: &str, name: &str| {
        let at = |name: &str| names.iter().position(|known| known == name).unwrap();
        let row = rows.iter().find(|row| &row[at("kind")] == kind).unwrap();
        row[at(name)].to_owned()
    };
    assert_eq!(
        cell("question", "text"),
        "'=HYPERLINK(\"http://x.example\";\"tarte, pommes\")"
    );
    assert_eq!(cell("question", "count"), "1");
    assert_eq!(cell("passage", "downs"), "1");
    assert_eq!(cell("passage", "revision").len(), 64);
    assert_eq!(cell("day", "answered"), "1");
    let file = chat.verbatim.index().with_file_name("report.csv");
    chat.report(&["--csv", file.to_str().unwrap()]);
    assert_eq!(fs::read_to_string(file).unwrap(), table);
    chat.ends();
}

#[test]
fn without_a_bot_there_is_nothing_to_report_and_no_file_is_made() {
    let verbatim = Verbatim::with_the_seeds();
    verbatim
        .run(&["report"])
        .ends_with_code(0)
        .says("There is nothing to report");
    verbatim
        .set("LC_ALL", "de_DE.UTF-8")
        .run(&["report"])
        .ends_with_code(0)
        .says("Es gibt nichts zu berichten");
}

#[test]
fn a_table_without_rows_has_its_header() {
    let verbatim = Verbatim::with_the_seeds();
    let table = verbatim.run(&["report", "--csv", "-"]).ends_with_code(0);
    assert!(table.text().starts_with("kind,day,text,"), "{table:?}");
    assert_eq!(table.text().lines().count(), 1, "{table:?}");
    let file = verbatim.folder().join("report.csv");
    let path = file.to_str().unwrap();
    verbatim.run(&["report", "--csv", path]).ends_with_code(0);
    assert_eq!(fs::read_to_string(file).unwrap(), table.text());
}
