//! PDF: words out of letters, what stands beside the text, and the order in which pages are read.

use verbatim::reading::ReadInterview;

use crate::transcript::{script, try_examine};

#[track_caller]
fn read(name: &str, bytes: &[u8]) -> ReadInterview {
    try_examine(name, bytes).unwrap_or_else(|error| panic!("{error}"))
}

/// A PDF whose pages have these lines, each with its position counted from the top.
fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let streams = pages.iter().map(|lines| {
        let mut stream = "BT /F1 12 Tf 14 TL 72 760 Td\n".to_owned();
        for line in *lines {
            stream.push_str(&format!("({line}) Tj T*\n"));
        }
        stream + "ET"
    });
    pdf_of(&streams.collect::<Vec<_>>())
}

/// A PDF whose pages are drawn by these streams.
fn pdf_of(pages: &[String]) -> Vec<u8> {
    let font = |name: &str| {
        format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /ff] >> >>"
        )
    };
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} >>",
            (0..pages.len())
                .map(|at| format!("{} 0 R", 5 + 2 * at))
                .collect::<Vec<_>>()
                .join(" "),
            pages.len()
        ),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    for (at, stream) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            6 + 2 * at
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{stream}\nendstream",
            stream.len()
        ));
    }
    pdf_file(&objects)
}

/// A PDF of these objects, the first of which is its catalogue.
fn pdf_file(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let start = file.len();
    file.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

pub(crate) fn talk() -> Vec<u8> {
    pdf(&[
        &[
            "The Harbour Courier",
            "Ann Lee: Who rows?",
            "",
            "",
            "Bo Roy: I row, at night, with two lan-",
            "terns and a dog.",
            "",
            "1",
        ],
        &[
            "The Harbour Courier",
            "Ann Lee: Why at night?",
            "",
            "",
            "Bo Roy: The fish are slow then.",
            "",
            "2",
        ],
    ])
}

#[test]
fn a_pdf_gives_whole_words_without_running_heads_and_knows_its_pages() {
    let examined = read("talk.pdf", &talk());
    let interview = &examined.interview;
    let text = &interview.transcript;
    assert!(text.contains("with two lanterns and a dog."), "{text}");
    assert!(!text.contains("Courier"), "{text}");
    let page = |words: &str| interview.page_at(text.find(words).expect("in the text"));
    assert_eq!(page("Who rows?"), Some(1));
    assert_eq!(page("The fish"), Some(2));
    assert_eq!(script(interview).len(), 4, "{:#?}", script(interview));
}

#[test]
fn columns_are_read_one_after_the_other_whatever_the_order_they_are_drawn_in() {
    let left = [
        "Ann Lee: Who rows the boat",
        "when the river is high?",
        "",
        "Mark Ode: My brother does. He has",
        "the arms of our mother, who rowed",
        "until she was eighty. Nobody else",
        "in the village would dare to go",
    ];
    let right = [
        "out before the first of May, be-",
        "cause the ice is slow to leave.",
        "",
        "Ann Lee: Is there fish left?",
        "",
        "Mark Ode: There is, for those who",
        "wait. The young ones do not wait.",
    ];
    let title = (
        72,
        800,
        "A title that goes over both of the columns of the page",
    );
    let mut column_by_column = vec![title];
    for (x, column) in [(72, left), (320, right)] {
        let lines = (0..).zip(column).filter(|(_, line)| !line.is_empty());
        column_by_column.extend(lines.map(|(row, line)| (x, 740 - 14 * row, line)));
    }
    let mut line_by_line = column_by_column.clone();
    line_by_line.sort_by_key(|&(x, y, _)| (-y, x));
    for drawn in [column_by_column, line_by_line] {
        let lines = drawn
            .iter()
            .map(|(x, y, line)| format!("1 0 0 1 {x} {y} Tm ({line}) Tj\n"));
        let stream = format!("BT /F1 10 Tf\n{}ET", lines.collect::<String>());
        let read = read("columns.pdf", &pdf_of(&[stream])).interview;
        assert_eq!(
            script(&read),
            [
                "I Ann Lee: Who rows the boat when the river is high?",
                "G Mark Ode: My brother does. He has the arms of our mother, who rowed until she was eighty. Nobody else \
                 in the village would dare to go out before the first of May, because the ice is slow to leave.",
                "I Ann Lee: Is there fish left?",
                "G Mark Ode: There is, for those who wait. The young ones do not wait.",
            ]
        );
    }
}

#[test]
fn a_pdf_without_text_says_so() {
    let error = try_examine("scan.pdf", &pdf(&[&[], &[]])).expect_err("no text");
    assert!(error.to_string().contains("no text"), "{error}");
}

/// Words of a page: where they stand from the left and from the bottom, in which font and size.
type Drawn<'a> = (f64, f64, &'a str, f64, &'a str);

/// A PDF of one page for each list, with a regular font `F1` and a bold one `F2`.
fn drawn(pages: &[&[Drawn<'_>]]) -> Vec<u8> {
    let page = |words: &&[Drawn<'_>]| {
        let parts = words.iter().map(|(x, y, font, size, words)| {
            format!("BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET\n")
        });
        parts.collect::<String>()
    };
    pdf_of(&pages.iter().map(page).collect::<Vec<_>>())
}

const FIRST: &str = "I row, at night, with two lanterns and a dog that is afraid of the dark";
const SECOND: &str = "and of the water, so that I have to sing until we are on the other side.";

#[test]
fn questions_in_bold_are_questions_in_a_pdf_and_its_largest_line_is_the_title() {
    let pdf = drawn(&[&[
        (72.0, 760.0, "F2", 22.0, "The river at night"),
        (72.0, 720.0, "F2", 11.0, "Who rows here, and when?"),
        (72.0, 706.0, "F1", 11.0, FIRST),
        (72.0, 692.0, "F1", 11.0, SECOND),
        (72.0, 668.0, "F2", 11.0, "What does the dog say?"),
        (
            72.0,
            654.0,
            "F1",
            11.0,
            "Nothing, as long as I sing, and I sing badly, so it is a patient dog.",
        ),
    ]]);
    let examined = read("river.pdf", &pdf);
    assert_eq!(
        examined.interview.metadata.title.as_deref(),
        Some("The river at night")
    );
    assert_eq!(
        script(&examined.interview),
        [
            "I -: Who rows here, and when?".to_owned(),
            format!("G -: {FIRST} {SECOND}"),
            "I -: What does the dog say?".to_owned(),
            "G -: Nothing, as long as I sing, and I sing badly, so it is a patient dog.".to_owned(),
        ]
    );
}

#[test]
fn letters_that_are_kerned_stay_words_and_ligatures_become_letters() {
    let stream = "BT /F1 12 Tf 72 760 Td [(Ann Lee: W) 120 (ho rows?)] TJ 0 -30 Td \
        [(Bo Roy: T) 90 (o the o\\002icer, V) 110 (ous said, is what I ro) 30 (w) -400 (for.)] TJ ET";
    let text = read("kerned.pdf", &pdf_of(&[stream.to_owned()]))
        .interview
        .transcript;
    assert!(text.contains("Who rows?"), "{text}");
    assert!(
        text.contains("To the officer, Vous said, is what I row for."),
        "{text}"
    );
}

#[test]
fn notes_their_marks_and_pull_quotes_are_no_part_of_an_answer_in_a_pdf() {
    let pdf = drawn(&[&[
        (72.0, 780.0, "F2", 20.0, "The river at night"),
        (72.0, 740.0, "F2", 11.0, "Who rows here, and when?"),
        (72.0, 726.0, "F1", 11.0, FIRST),
        (72.0, 700.0, "F1", 16.0, "so that I have to sing"),
        (72.0, 674.0, "F1", 11.0, SECOND),
        (406.3, 678.0, "F1", 7.0, "1"),
        (72.0, 650.0, "F2", 11.0, "How wide is it?"),
        (
            72.0,
            636.0,
            "F1",
            11.0,
            "About nine hundred metres where the ferry used to be, less in summer.",
        ),
        (72.0, 90.0, "F1", 5.0, "1"),
        (
            76.0,
            87.0,
            "F1",
            8.0,
            "The ferry was sold in the year of the flood.",
        ),
    ]]);
    let interview = read("notes.pdf", &pdf).interview;
    assert_eq!(
        script(&interview)[1],
        format!("G -: {FIRST} {SECOND}"),
        "{:#?}",
        script(&interview)
    );
    assert!(
        !interview.transcript.contains("ferry was sold"),
        "{}",
        interview.transcript
    );
}

#[test]
fn what_a_browser_prints_around_a_page_and_the_numbers_of_lines_are_left_out() {
    let pdf = drawn(&[&[
        (24.0, 820.0, "F1", 8.0, "11/27/26, 2:01 AM"),
        (250.0, 820.0, "F1", 8.0, "The river - The Harbour Courier"),
        (50.0, 760.0, "F1", 8.0, "1"),
        (72.0, 760.0, "F1", 11.0, "Ann Lee: Who rows here?"),
        (50.0, 740.0, "F1", 8.0, "2"),
        (
            72.0,
            740.0,
            "F1",
            11.0,
            "Bo Roy: I do, at night, with two lanterns",
        ),
        (50.0, 726.0, "F1", 8.0, "3"),
        (72.0, 726.0, "F1", 11.0, "and a dog."),
        (50.0, 706.0, "F1", 8.0, "4"),
        (72.0, 706.0, "F1", 11.0, "Ann Lee: Why at night?"),
        (50.0, 686.0, "F1", 8.0, "5"),
        (72.0, 686.0, "F1", 11.0, "Bo Roy: The fish are slow then."),
        (24.0, 20.0, "F1", 8.0, "https://river.example/talk"),
        (560.0, 20.0, "F1", 8.0, "1/1"),
    ]]);
    let examined = read("printed.pdf", &pdf);
    assert_eq!(
        examined.interview.transcript,
        "Ann Lee: Who rows here?\n\nBo Roy: I do, at night, with two lanterns and a dog.\n\nAnn Lee: Why at night?\n\n\
         Bo Roy: The fish are slow then."
    );
    assert_eq!(examined.interview.metadata.date, None);
}

#[test]
fn an_initial_over_several_lines_begins_its_word() {
    let pdf = drawn(&[&[
        (72.0, 780.0, "F2", 11.0, "Who rows here, and when?"),
        (72.0, 738.0, "F1", 34.0, "M"),
        (
            104.0,
            762.0,
            "F1",
            11.0,
            "y brother does, at night, with two lanterns",
        ),
        (
            104.0,
            749.0,
            "F1",
            11.0,
            "and a dog that is afraid of the dark and of",
        ),
        (
            72.0,
            736.0,
            "F1",
            11.0,
            "the water, so that he has to sing all the way.",
        ),
        (72.0, 710.0, "F2", 11.0, "What does the dog say?"),
        (
            72.0,
            696.0,
            "F1",
            11.0,
            "Nothing, as long as he sings, and he sings badly.",
        ),
    ]]);
    let interview = read("initial.pdf", &pdf).interview;
    assert_eq!(
        script(&interview)[1],
        "G -: My brother does, at night, with two lanterns and a dog that is afraid of the dark and of the water, so that \
         he has to sing all the way."
    );
}

/// A PDF of one page in a font whose codes are UTF-16, each letter half as wide as it is high, with lines that begin at
/// these places from the left.
fn pdf_of_codes(encoding: &str, lines: &[(usize, &str)]) -> Vec<u8> {
    let mut stream = "BT /F1 12 Tf\n".to_owned();
    for (at, (left, line)) in lines.iter().enumerate() {
        let codes: String = line
            .encode_utf16()
            .map(|code| format!("{code:04x}"))
            .collect();
        let y = 760 - 14 * at;
        stream.push_str(&format!("1 0 0 1 {left} {y} Tm <{codes}> Tj\n"));
    }
    stream.push_str("ET");
    let meaning = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n\
        1 begincodespacerange <0000> <ffff> endcodespacerange\n\
        2 beginbfrange <0020> <00ff> <0020> <0590> <06ff> <0590> endbfrange endcmap end end";
    let known = if encoding == "Identity-H" {
        "/ToUnicode 7 0 R"
    } else {
        ""
    };
    pdf_file(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [5 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Letters /Encoding /{encoding} /DescendantFonts [4 0 R] {known} >>"
        ),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Letters /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 1 >> \
         /FontDescriptor << /Type /FontDescriptor /FontName /Letters /Flags 4 >> >>"
            .to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        format!("<< /Length {} >>\nstream\n{meaning}\nendstream", meaning.len()),
    ])
}

/// A line as it is seen: its letters from left to right, its number in the order of its digits.
fn seen(line: &str) -> String {
    line.split(' ')
        .rev()
        .map(|word| {
            let is_read_from_left = |char: char| char.is_ascii_alphanumeric();
            let mark: String = word
                .chars()
                .filter(|char| !char.is_alphanumeric())
                .collect();
            if word.contains(is_read_from_left) {
                mark.clone() + word.trim_end_matches(mark.as_str())
            } else {
                word.chars().rev().collect()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_pdf_that_is_read_from_right_to_left_is_read_so_and_its_numbers_are_not() {
    let lines = [
        "איך התחלת לתקן שעונים?",
        "",
        "",
        "השעון הראשון שתיקנתי בשנת 1987 היה של בית",
        "הספר Gymnasia Herzliya, וזה לקח חודשיים.",
        "",
        "",
        "מה הכי קשה במקצוע?",
        "",
        "",
        "לחכות. בחורף שעבר חיכיתי שישה שבועות.",
    ];
    let latin = "הספר Gymnasia Herzliya, וזה לקח חודשיים.";
    let drawn: Vec<(usize, String)> = lines
        .iter()
        .map(|line| {
            let line_seen = match *line == latin {
                true => ".םיישדוח חקל הזו ,Gymnasia Herzliya רפסה".to_owned(),
                false => seen(line),
            };
            (500 - 6 * line.chars().count(), line_seen)
        })
        .collect();
    let drawn: Vec<(usize, &str)> = drawn
        .iter()
        .map(|(left, line)| (*left, line.as_str()))
        .collect();
    let read = read("a.pdf", &pdf_of_codes("Identity-H", &drawn));
    let script = script(&read.interview);
    assert_eq!(
        script,
        [
            "I -: איך התחלת לתקן שעונים?",
            "G -: השעון הראשון שתיקנתי בשנת 1987 היה של בית הספר Gymnasia Herzliya, וזה לקח חודשיים.",
            "I -: מה הכי קשה במקצוע?",
            "G -: לחכות. בחורף שעבר חיכיתי שישה שבועות.",
        ]
    );
    // Programs that know nothing of these scripts draw a line from its first letter to its last.
    let unaware: Vec<(usize, &str)> = lines.iter().map(|line| (72, *line)).collect();
    let read = self::read("a.pdf", &pdf_of_codes("Identity-H", &unaware));
    assert_eq!(crate::transcript::script(&read.interview), script);
}

#[test]
fn codes_of_a_character_set_are_its_letters_in_a_pdf() {
    let lines = [
        (72, "どのようにして鐘の修理を始めたのですか？"),
        (72, ""),
        (72, "祖父が川のそばで小さな工房を開いていて、"),
        (72, "私は机の下でねじを拾っていました。"),
    ];
    let read = read("a.pdf", &pdf_of_codes("UniJIS-UCS2-H", &lines));
    let transcript = read.interview.transcript;
    assert!(
        transcript.contains("鐘の修理を始めたのですか？")
            && transcript.contains("小さな工房を開いていて、私は机の下で"),
        "{transcript}"
    );
}
