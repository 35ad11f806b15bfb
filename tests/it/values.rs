//! What sidecars and front matter say is judged value by value: what cannot be so is a warning that says what was done.

use crate::harness::Verbatim;
use crate::transcript::read;

const TALK: &str = "Ada Lin: Who keeps the bees?\n\n\
    Bo Roy: My aunt keeps forty hives of bees near the old quarry, and she sells honey.\n";

/// The warnings for a file with this sidecar.
fn warnings(sidecar: &str) -> String {
    let verbatim = Verbatim::with_files([
        ("2019-05-bees.txt", TALK.as_bytes()),
        ("2019-05-bees.toml", sidecar.as_bytes()),
    ]);
    let run = verbatim.run(&["index"]).ends_with_code(0);
    let lines = run.text().lines();
    lines
        .filter(|line| line.starts_with("warning: "))
        .collect::<Vec<_>>()
        .join("\n")
}

#[track_caller]
fn warns(sidecar: &str, parts: &[&str]) {
    let warnings = warnings(sidecar);
    let place = "2019-05-bees.txt: in the sidecar `2019-05-bees.toml`, ";
    for part in [place].iter().chain(parts) {
        assert!(warnings.contains(part), "`{part}` is not in: {warnings}");
    }
    assert_eq!(warnings.lines().count(), 1, "{warnings}");
}

#[test]
fn a_date_that_cannot_be_is_left_out_and_the_nearest_is_named() {
    let instead = "the date `2019-05` from the file's name is used instead";
    for (date, nearest) in [
        ("2020-13-45", "2020-12-31"),
        ("2020-02-30", "2020-02-29"),
        ("31/04/2020", "2020-04-30"),
    ] {
        let cannot = format!("`date` cannot be `{date}`");
        let meant = format!("did you mean `{nearest}`?");
        warns(&format!("date = \"{date}\"\n"), &[&cannot, &meant, instead]);
    }
    warns(
        "date = \"2919-05\"\n",
        &["`date` cannot be `2919-05`", instead],
    );
    warns(
        "date = \"soon\"\n",
        &["write `2020`, `2020-04` or `2020-04-17`"],
    );
}

#[test]
fn a_value_that_is_empty_is_said_to_be_and_what_was_done() {
    for (sidecar, key, hint) in [
        (
            "guest = \"\"",
            "guest",
            "write a name in quotes, or remove `guest`",
        ),
        ("guest = []", "guest", "write a name in quotes"),
        (
            "interviewer = [\" \"]",
            "interviewer",
            "or remove `interviewer`",
        ),
        (
            "title = \"\"",
            "title",
            "it is not used, and no title is known",
        ),
        (
            "date = \"\"",
            "date",
            "the date `2019-05` from the file's name",
        ),
        ("cut_before = \"\"", "cut_before", "nothing is cut off"),
        ("withdrawn = [\"\"]", "withdrawn", "it withdraws nothing"),
        (
            "[[speaker]]\nname = \"Bo Roy\"\nrole = \"\"",
            "role",
            "use `guest` or `interviewer`, or remove `role`; the role is taken from the text",
        ),
        (
            "[[speaker]]\nname = \"Bo Roy\"\nlabel = \"\"",
            "label",
            "or remove `label`",
        ),
    ] {
        warns(sidecar, &[&format!("`{key}` is empty"), hint]);
    }
    warns(
        "guest = [\"Bo Roy\", \"\"]\n",
        &["a value of `guest` is empty", "it is not used"],
    );
    assert_eq!(warnings("withdrawn = []\n"), "", "it withdraws nothing");
    // What a program leaves empty for others to fill in is no mistake of anybody's.
    for (front, warned) in [
        ("guest: \"\"", true),
        ("guest:", false),
        ("author: \"\"", false),
        ("description: \"\"", false),
    ] {
        let text = format!("---\n{front}\n---\n\n{TALK}");
        let verbatim = Verbatim::with_files([("bees.md", text.as_bytes())]);
        let run = verbatim.run(&["index"]).ends_with_code(0);
        let warns = run.text().contains("in the front matter, `guest` is empty");
        assert_eq!(warns, warned, "{front}: {}", run.text());
    }
}

#[test]
fn a_value_that_a_key_cannot_have_is_named_with_what_can_and_what_was_done() {
    warns(
        "language = \"klingon\"\n",
        &[
            "`language` cannot be `klingon`",
            "use a code: one of ar, da, nl, en",
            "the language `en` from the words is used instead",
        ],
    );
    warns("language = \"French\"\n", &["did you mean `fr`?"]);
    warns(
        "url = \"not a url\"\n",
        &[
            "`url` cannot be `not a url`",
            "write an address like `https://",
            "it is not used, and no address is known",
        ],
    );
    warns(
        "url = \"www.example.org/bees\"\n",
        &["did you mean `https://www.example.org/bees`?"],
    );
    warns(
        "title = [\"A\", \"B\"]\n",
        &[
            "`title` cannot be `[\"A\",\"B\"]`",
            "write one text in quotes",
        ],
    );
    warns(
        "guest = true\n",
        &["`guest` cannot be `true`", "a name in quotes"],
    );
    warns(
        "speaker = \"Bo Roy\"\n",
        &["`speaker` cannot be `Bo Roy`", "`[[speaker]]` table"],
    );
    warns(
        "[[speaker]]\nrole = \"guest\"\n",
        &["give the person a `name`"],
    );
    warns(
        "[[speaker]]\nname = \"Bo Roy\"\nlabel = true\n",
        &["`label` cannot be `true`", "write one text in quotes"],
    );
    warns(
        "description = \"beekeeper\"\n",
        &[
            "`description` cannot be `beekeeper`",
            "name one `guest` as well",
            "it is not used",
        ],
    );
    warns(
        "withdrawn = \"forty hives\"\n",
        &[
            "`withdrawn` cannot be `forty hives`",
            "its words are still withdrawn",
        ],
    );
}

#[test]
fn a_key_that_is_not_known_is_named_with_its_value_and_the_nearest() {
    warns(
        "outlett = \"The Post\"\n",
        &[
            "unknown key `outlett` with the value `The Post`",
            "did you mean `outlet`?",
            "it is not used",
        ],
    );
    warns(
        "[[speaker]]\nname = \"Bo Roy\"\nrol = \"guest\"\n",
        &["`rol`", "did you mean `role`?"],
    );
}

#[test]
fn a_role_that_is_none_never_becomes_what_a_person_is() {
    let sidecar = "[[speaker]]\nname = \"Bo Roy\"\nrole = \"gest\"\n";
    warns(
        sidecar,
        &[
            "`role` cannot be `gest`",
            "did you mean `guest`?",
            "is taken from the text",
        ],
    );
    let verbatim = Verbatim::with_files([
        ("bees.txt", TALK.as_bytes()),
        ("bees.toml", sidecar.as_bytes()),
    ]);
    let answer = verbatim.ask("Who keeps the bees?");
    assert_eq!(answer["quotes"][0]["speaker"], "Bo Roy", "{answer}");
    assert!(!answer.to_string().contains("gest\""), "{answer}");
    warns(
        "[[speaker]]\nname = \"Bo Roy\"\nrole = \"beekeeper\"\n",
        &[
            "use `guest` or `interviewer`",
            "it is shown as the description",
        ],
    );
    warns(
        "guest = \"Bo Roy\"\nrole = \"geust\"\n",
        &["did you mean `guest`?", "it is not used"],
    );
}

#[test]
fn what_is_right_warns_of_nothing() {
    let sidecar = "title = \"The bees\"\noutlet = \"The Post\"\ndate = 2020-04-17\nurl = \"https://post.example/bees?a=1\"\n\
        language = \"pt-BR\"\ndescription = \"\"\nwithdrawn = [\"and she sells honey\"]\n\n\
        [[speaker]]\nname = \"Bo Roy\"\nrole = \"guest\"\ndescription = \"beekeeper\"\nlabel = [\"Bo\"]\n";
    assert_eq!(warnings(sidecar), "");
    assert_eq!(warnings("language = \"pl\"\ndate = \"2020\"\n"), "");
}

#[test]
fn a_malformed_line_of_a_sidecar_is_shown_and_the_rest_is_read() {
    let verbatim = Verbatim::with_files([
        ("bees.txt", TALK.as_bytes()),
        ("bees.toml", b"title = \"The bees\"\ndate = 2020-13-45\n"),
    ]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("the sidecar `bees.toml` contains an error at line 2, `date = 2020-13-45`; put the value in quotes");
    assert_eq!(
        verbatim.ask("Who keeps the bees?")["quotes"][0]["title"],
        "The bees"
    );
}

#[test]
fn front_matter_is_judged_too_but_for_the_keys_of_other_programs() {
    let file = format!(
        "---\ntitle: The bees\ndate: 2020-13-45\nlanguage: klingon\nurl: not a url\noutlett: The Post\n\
         tags: [bees]\nlayout: post\nguest: Bo Roy\nrole: gest\n---\n\n{TALK}"
    );
    let verbatim = Verbatim::with_files([
        ("bees.md", file.as_bytes()),
        ("bees.toml", b"date = \"2018\"\n"),
    ]);
    let run = verbatim.run(&["index"]).ends_with_code(0);
    let run = run
        .says("in the front matter, `date` cannot be `2020-13-45`; did you mean `2020-12-31`? the date `2018` from the sidecar is used instead")
        .says("in the front matter, `language` cannot be `klingon`")
        .says("in the front matter, `url` cannot be `not a url`")
        .says("in the front matter, `role` cannot be `gest`; did you mean `guest`?")
        .says("in the front matter, unknown key `outlett` with the value `The Post`; did you mean `outlet`?");
    assert!(
        !run.text().contains("`tags`") && !run.text().contains("`layout`"),
        "{}",
        run.text()
    );
}

#[test]
fn a_value_that_would_steer_the_terminal_is_shown_without_it() {
    let said = warnings("outlett = \"a\\u001b[31m\\nwarning: b`\"\n");
    assert!(!said.contains('\u{1b}'), "{said:?}");
    assert_eq!(said.lines().count(), 1, "{said:?}");
}

/// Whether words of the talk are quoted, of these files.
fn quotes<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> bool {
    let verbatim = Verbatim::with_files(files);
    verbatim.write(
        "other.txt",
        b"Ada Lin: Who bakes?\n\nJo Day: The baker does.\n",
    );
    let answer = verbatim.ask("Who keeps forty hives of bees?");
    answer["quotes"].to_string().contains("forty hives")
}

#[test]
fn words_that_front_matter_withdraws_are_never_quoted() {
    for front in [
        "---\ntitle: T\nwithdrawn:\n  - My aunt keeps forty hives of bees near the old quarry\n---\n",
        "---\nwithdrawn: My aunt keeps forty hives of bees\n---\n",
        "+++\nwithdrawn = [\"My aunt keeps forty hives of bees\"]\n+++\n",
    ] {
        let file = format!("{front}\n{TALK}");
        assert!(!quotes([("bees.md", file.as_bytes())]), "{front}");
        assert!(!quotes([("bees.txt", file.as_bytes())]), "{front}");
    }
    let file = format!("---\nwithdrawn: [\"and she sells honey\"]\n---\n\n{TALK}");
    let both = [
        ("bees.md", file.as_bytes()),
        (
            "bees.toml",
            b"withdrawn = [\"My aunt keeps forty hives\"]\n".as_slice(),
        ),
    ];
    assert!(!quotes(both));
    let verbatim = Verbatim::with_files(both);
    let answer = verbatim.ask("Who sells honey?")["quotes"].to_string();
    assert!(!answer.contains("sells honey"), "{answer}");
}

#[test]
fn words_that_front_matter_withdraws_and_the_text_does_not_hold_are_said() {
    let file = format!("---\nwithdrawn: [\"no such words\"]\n---\n\n{TALK}");
    Verbatim::with_files([("bees.txt", file.as_bytes())])
        .run(&["index"])
        .says("the front matter withdraws words that are not in the file: `no such words`");
}

#[test]
fn where_it_is_not_certain_what_is_withdrawn_nothing_is_quoted() {
    let many = format!("{}withdrawn = [\"My aunt\"\n", "a broken line\n".repeat(30));
    for sidecar in [
        "withdrawn = [\"My aunt keeps\n",
        "withdrawn = [\"My aunt keeps\"\ntitle = \"T\"\n",
        "withdrawn = [\n  \"and she sells honey\",\n  My aunt,\n]\n",
        "withdrawn:\n  - My aunt keeps\n",
        "withdrawn = [\"My aunt keeps\", 3]\n",
        "withdrawn = true\n",
        many.as_str(),
    ] {
        let files = [
            ("bees.txt", TALK.as_bytes()),
            ("bees.toml", sidecar.as_bytes()),
        ];
        assert!(!quotes(files), "{sidecar}");
        Verbatim::with_files(files)
            .run(&["index"])
            .says("nothing of this interview is quoted until that is corrected");
    }
    for front in [
        "---\nwithdrawn: [\"My aunt keeps\ntitle: T\n---\n",
        "---\nwithdrawn: [\"My aunt keeps\"]\n",
        "+++\nwithdrawn = [\"My aunt keeps\n+++\n",
    ] {
        let file = format!("{front}\n{TALK}");
        assert!(!quotes([("bees.md", file.as_bytes())]), "{front}");
    }
    // Latin-1: the letter that is lost might be in the words.
    let latin = b"withdrawn = [\"My aunt k\xe9pt\"]\n".as_slice();
    assert!(!quotes([
        ("bees.txt", TALK.as_bytes()),
        ("bees.toml", latin)
    ]));
}

#[test]
fn a_list_that_can_be_read_withdraws_its_words_and_no_more_beside_malformed_lines() {
    let many = format!(
        "{}withdrawn = [\n  \"and she sells honey\",\n]\ntitle = \"T\"\n",
        "a broken line\n".repeat(30)
    );
    let talk =
        format!("{TALK}\nAda Lin: Who keeps hens?\n\nBo Roy: My uncle keeps hens in the yard.\n");
    let files = [
        ("bees.txt", talk.as_bytes()),
        ("bees.toml", many.as_bytes()),
    ];
    let verbatim = Verbatim::with_files(files);
    let answer = verbatim.ask("Who keeps hens?")["quotes"].to_string();
    assert!(answer.contains("in the yard"), "{answer}");
    let answer = verbatim.ask("Who sells honey?")["quotes"].to_string();
    assert!(!answer.contains("she sells honey"), "{answer}");
    for sidecar in [
        "withdraw = [\"My aunt keeps forty hives\"]\n",
        "[[speaker]]\nname = \"Bo Roy\"\nwithdrawn = [\"My aunt keeps forty hives\"]\n",
        "withdrawn = [\"x\"]\nwithdrawn = [\"My aunt keeps forty hives\"]\n",
    ] {
        assert!(
            !quotes([
                ("bees.txt", TALK.as_bytes()),
                ("bees.toml", sidecar.as_bytes())
            ]),
            "{sidecar}"
        );
    }
}

#[test]
fn what_was_not_right_is_listed_again_as_long_as_the_file_is_not_changed() {
    let verbatim = Verbatim::with_files([
        ("bees.txt", TALK.as_bytes()),
        ("bees.toml", b"date = \"soon\"\nlanguage = \"klingon\"\n"),
    ]);
    let first = verbatim.run(&["index"]).says("cannot be `soon`");
    let of = |text: &str| {
        let lines = text.lines().filter(|line| line.starts_with("warning: "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let second = verbatim.run(&["index"]).says("0 read, 1 unchanged");
    assert_eq!(of(first.text()), of(second.text()));
    assert_eq!(of(second.text()).len(), 2);
    verbatim.write("bees.toml", b"date = \"2019\"\n");
    let mended = verbatim.run(&["index"]);
    assert!(of(mended.text()).is_empty(), "{}", mended.text());
}

#[test]
fn a_value_that_says_less_than_it_seems_to_is_named() {
    for (sidecar, part) in [
        (
            "date = \"2020-04-17 garbage\"\n",
            "did you mean `2020-04-17`?",
        ),
        ("date = \"1020-04-17\"\n", "`date` cannot be `1020-04-17`"),
        ("date = \"\"\n", "write a text, or remove `date`"),
        ("title = \"\"\n", "write a text, or remove `title`"),
        ("outlet = 7\n", "`outlet` cannot be `7`"),
        ("guest = 5\n", "a name in quotes"),
        ("guest = [\"Bo Roy\", 3]\n", "`guest` cannot be `3`"),
        ("speaker = []\n", "write a `[[speaker]]` table"),
        (
            "guest = \"Bo Roy\"\nrole = \"gests\"\n",
            "did you mean `guest`?",
        ),
        (
            "guest = \"Bo Roy\"\nrole = \"gast\"\n",
            "did you mean `guest`?",
        ),
        (
            "guest = \"Bo Roy\"\nrole = \"invite\"\n",
            "did you mean `guest`?",
        ),
        (
            "guest = \"Bo Roy\"\nguests = \"Al Poe\"\n",
            "write all names under `guest`",
        ),
        (
            "[[speaker]]\nname = \"Bo Roy\"\n[[speaker]]\nname = \"Bo Roy\"\n",
            "the first is used",
        ),
        (
            "[[speaker]]\nname = \"Bo Roy\"\nlabel = 4\n",
            "`label` cannot be `4`",
        ),
        ("url = \"https:///x\"\n", "`url` cannot be `https:///x`"),
        ("url = \"https://a.example/\\u202Ex\"\n", "`url` cannot be"),
        ("foo = \"x\"\n", "known keys are"),
        ("a = \"x\"\n", "known keys are"),
    ] {
        warns(sidecar, &[part]);
    }
    assert!(!warnings("url = \"3\"\n").contains("0.0.0.3"));
}

#[test]
fn malformed_sidecars_are_told_in_plain_words_and_the_rest_is_read() {
    for (line, wrong) in [
        (
            "title = \"The bees",
            "line 2, `title = \"The bees`: a text has no closing quote; put texts in \"quotes\"",
        ),
        ("title = ", "there is no value after `=`"),
        ("title \"The bees\"", "there is no `=` after the key"),
        ("title: The bees", "write `=` instead of `:`"),
        (
            "title = \"The \"bees\"\"",
            "there is something after the value",
        ),
        ("title = “The bees”", "put the value in quotes"),
        (
            "language = \"en\"",
            "`language` appears twice; keep one of the two",
        ),
        ("withdraw = [\"x\"", "a list has no closing `]`"),
        ("[[speaker", "the section has no closing `]]`"),
        (
            "guest = {name = \"Bo\"",
            "a comma or the closing `}` is missing",
        ),
        ("titre à part = \"x\"", "there is no `=` after the key"),
        ("title = 'The bees", "a text has no closing quote"),
        ("= \"The bees\"", "there is no key before `=`"),
        ("title = \"C:\\Users\"", "a text contains a single `\\`"),
        ("<title>", "there is no `=` after the key"),
        ("url = True", "the value in quotes"),
    ] {
        let said = warnings(&format!("language = \"en\"\n{line}\n"));
        let place =
            "2019-05-bees.txt: the sidecar `2019-05-bees.toml` contains an error at line 2, ";
        assert!(said.contains(place), "{line}: {said}");
        assert!(said.contains(wrong), "{line}: {said}");
        for jargon in ["expected", "invalid", "literal", "newline", "array", "TOML"] {
            assert!(!said.contains(jargon), "{line}: {said}");
        }
    }
}

#[test]
fn malformed_front_matter_is_told_with_the_line_of_the_file() {
    for (front, wrong) in [
        (
            "---\nlanguage: en\ntitle: \"The bees\n---\n",
            "line 3, `title: \"The bees`; add the closing quote: the rest is read",
        ),
        (
            "---\ntitle: Bees: the return\nlanguage: en\n---\n",
            "line 2, `title: Bees: the return`; put the value in quotes: it is read as if it were",
        ),
        (
            "---\nlanguage: en\n\ttitle: x\n---\n",
            "line 3, `title: x`; write spaces instead of the tab in front: the rest is read",
        ),
        (
            "---\nlanguage: en\n  title: x\n---\n",
            "line 3, `title: x`; remove the spaces in front: the rest is read",
        ),
        (
            "---\nlanguage: en\ntags: [a, b\n---\n",
            "line 3, `tags: [a, b`; add the closing `]`: the rest is read",
        ),
        (
            "---\ntitle: A\ntitle: B\n---\n",
            "`title` appears twice; remove one: the first is read",
        ),
        (
            "+++\nlanguage = \"en\"\ntitle = \"The bees\n+++\n",
            "line 3, `title = \"The bees`: a text has no closing quote",
        ),
    ] {
        let file = format!("{front}\n{TALK}");
        let verbatim = Verbatim::with_files([("bees.md", file.as_bytes())]);
        let run = verbatim.run(&["index"]).ends_with_code(0);
        let run = run.says("bees.md: ").says("the front matter").says(wrong);
        for jargon in [
            "expected", "invalid", "literal", "scalar", "mapping", "indent",
        ] {
            assert!(!run.text().contains(jargon), "{front}: {}", run.text());
        }
    }
}

#[test]
fn a_line_break_in_a_title_a_name_or_an_outlet_breaks_no_line_of_the_output() {
    let sidecar = "title = \"The\\n\\tbees\"\noutlet = \"The\\r\\nPost\"\n\n\
        [[speaker]]\nname = \"Bo\\nRoy\"\nlabel = \"Bo Roy\"\nrole = \"guest\"\ndescription = \"bee\\tkeeper\"\n";
    let verbatim = Verbatim::with_files([
        ("bees.txt", TALK.as_bytes()),
        ("bees.toml", sidecar.as_bytes()),
    ]);
    verbatim
        .run(&["ask", "Who keeps the bees?"])
        .ends_with_code(0)
        .says("— Bo Roy, bee keeper, “The bees”, The Post");
    verbatim
        .run_with_input(&["chat"], b"/speakers\n/interviews\n")
        .says("  1  Bo Roy: one interview\n")
        .says("  1  The bees, Bo Roy, The Post: one answer\n");
    let corpus = verbatim.corpus().to_str().unwrap();
    verbatim
        .run(&["check", corpus])
        .says("title       The bees (from sidecar)")
        .says("Bo Roy (bee keeper), guest:");
    verbatim
        .run(&["show", "bees", "--structure"])
        .says("title       The bees\n");
    let table = verbatim
        .run(&["export", "--format", "csv"])
        .ends_with_code(0);
    assert!(
        table.text().contains(",The bees,The Post,"),
        "{}",
        table.text()
    );
}

#[test]
fn a_desk_or_a_site_that_signs_is_no_interviewer() {
    for (author, named) in [
        ("Les accordeuses", None),
        ("L’équipe du site", None),
        ("Editorial Team", None),
        ("Redaktion", None),
        ("Léa Blin", Some("Léa Blin")),
        ("Les Dawson", Some("Les Dawson")),
    ] {
        let text = format!(
            "---\nauthor: {author}\n---\n\n**Who paid for the harbour?**\n\nThe island did.\n\n**All of it?**\n\nTo the last stone.\n"
        );
        let interview = read("i.md", &text);
        assert_eq!(interview.interviewers().next(), named, "{author}");
    }
}

#[test]
fn a_date_of_the_future_is_said_to_be_one() {
    let file = format!("---\ndate: 2099-01-01\n---\n\n{TALK}");
    Verbatim::with_files([("bees.md", file.as_bytes())])
        .run(&["index"])
        .says("`date` cannot be `2099-01-01`; it is in the future: did you mean `1999-01-01`?");
}
