//! Tables of speech: comma-separated values and spreadsheets.

use crate::transcript::{archive, read, script, time_of, try_examine};

const SAID: [&str; 4] = [
    "I Ann Lee: Who rows at night?",
    "G Bo Roy: I do, \"mostly\" alone.",
    "I Ann Lee: Why at night?",
    "G Bo Roy: The fish sleep.",
];

#[test]
fn columns_are_known_by_their_names_in_any_order_and_language() {
    let tables = [
        "speaker,text,time\nAnn Lee,Who rows at night?,0:01\nBo Roy,\"I do, \"\"mostly\"\" alone.\",0:03\nAnn Lee,Why at night?,0:06\nBo Roy,The fish sleep.,0:08\n",
        "Temps;Intervenant;Texte\n00:00:01;Ann Lee;Who rows at night?\n00:00:03;Bo Roy;\"I do, \"\"mostly\"\" alone.\"\n00:00:06;Ann Lee;Why at night?\n00:00:08;Bo Roy;The fish sleep.\n",
        "start\tend\tspeaker\ttext\n1.0\t2.0\tAnn Lee\tWho rows at night?\n3.0\t5.0\tBo Roy\tI do, \"mostly\" alone.\n6.0\t7.0\tAnn Lee\tWhy at night?\n8.0\t9.0\tBo Roy\tThe fish sleep.\n",
        "Nr;Zeit von;Zeit bis;Sprecherin;Äußerung\n1;00:00:01;00:00:02;Ann Lee;Who rows at night?\n2;00:00:03;00:00:05;Bo Roy;\"I do, \"\"mostly\"\" alone.\"\n\
         3;00:00:06;00:00:07;Ann Lee;Why at night?\n4;00:00:08;00:00:09;Bo Roy;The fish sleep.\n",
        "Speaker Name,Start Time,End Time,Text\nAnn Lee,00:00:01:12,00:00:02:10,Who rows at night?\nBo Roy,00:00:03:00,00:00:05:00,\"I do, \"\"mostly\"\" alone.\"\n\
         Ann Lee,00:00:06:00,00:00:07:00,Why at night?\nBo Roy,00:00:08:00,00:00:09:00,The fish sleep.\n",
    ];
    for table in tables {
        for name in ["a.csv", "a.txt"] {
            let read = read(name, table.as_bytes());
            assert_eq!(script(&read), SAID, "{table}");
            assert_eq!(time_of(&read, "The fish"), Some(8_000), "{table}");
        }
    }
}

#[test]
fn columns_without_names_are_known_by_what_they_hold() {
    let table = "00:00:01,Ann Lee,Who rows at night?\n00:00:03,Bo Roy,\"I do, \"\"mostly\"\" alone.\"\n00:00:06,Ann Lee,Why at night?\n00:00:08,Bo Roy,The fish sleep.\n";
    assert_eq!(script(&read("a.csv", table.as_bytes())), SAID);
}

#[test]
fn questions_and_answers_side_by_side_are_an_interview() {
    let table = "Question,Answer,Speaker\nWho rows at night?,\"I do, mostly alone.\",Bo Roy\nDescribe the sea.,It is deep.,Bo Roy\n";
    let read = read("a.csv", table.as_bytes());
    assert_eq!(
        script(&read),
        [
            "I -: Who rows at night?",
            "G Bo Roy: I do, mostly alone.",
            "I -: Describe the sea.",
            "G Bo Roy: It is deep."
        ]
    );
}

#[test]
fn a_table_of_something_else_is_refused_with_the_columns_that_it_would_need() {
    let error = try_examine(
        "a.csv",
        b"id,price,colour\n1,20,red\n2,30,blue\n3,40,green\n",
    )
    .expect_err("no speech");
    let error = error.to_string();
    assert!(
        error.contains("`speaker`") && error.contains("price"),
        "{error}"
    );
}

/// A workbook with one sheet of these rows.
fn workbook(rows: &[[&str; 3]]) -> Vec<u8> {
    let cell = |column: char, row: usize, text: &str| match text.parse::<f64>() {
        Ok(number) => format!("<c r=\"{column}{row}\" s=\"1\"><v>{number}</v></c>"),
        Err(_) => format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    };
    let row = |(at, row): (usize, &[&str; 3])| {
        let cells: String = ['A', 'B', 'C']
            .into_iter()
            .zip(row)
            .map(|(column, text)| cell(column, at + 1, text))
            .collect();
        format!("<row r=\"{}\">{cells}</row>", at + 1)
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!("<Types xmlns=\"{package}/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Talk\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"21\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ];
    archive(&parts)
}

#[test]
fn a_spreadsheet_is_read_and_its_times_of_day_are_times() {
    let second = 1.0 / 86_400.0;
    let times = [1.0, 3.0, 6.0, 8.0].map(|seconds| (seconds * second).to_string());
    let file = workbook(&[
        ["Night rowers", "", ""],
        ["Speaker", "Text", "Time"],
        ["Ann Lee", "Who rows at night?", &times[0]],
        ["Bo Roy", "I do, \"mostly\" alone.", &times[1]],
        ["Ann Lee", "Why at night?", &times[2]],
        ["Bo Roy", "The fish sleep.", &times[3]],
    ]);
    let read = read("a.xlsx", &file);
    assert_eq!(script(&read), SAID);
    assert_eq!(time_of(&read, "The fish"), Some(8_000));
}
