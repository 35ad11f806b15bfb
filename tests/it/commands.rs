//! What the commands do, run as a user runs them.

use serde_json::Value;

use crate::harness::Verbatim;

const SEED: &str = "000_aa28f9ade1a9daab";

const INTERVIEW: &[u8] = "Claire Martin : Que retenez-vous de cette année ?\n\n\
    Jean Dupont : Les abeilles sont revenues dans la vallée. Nous ne l’espérions plus.\n\n\
    Claire Martin : Et le village ?\n\n\
    Jean Dupont : Le village a rouvert son école, et le boulanger s’est installé en mars."
    .as_bytes();

#[track_caller]
fn first_quote_holds(question: &str, words: &str) {
    let answer = Verbatim::with_the_seeds().ask(question);
    let text = answer["quotes"][0]["text"]
        .as_str()
        .unwrap_or_else(|| panic!("{answer}"));
    assert!(text.contains(words), "`{question}` is answered by: {text}");
}

#[test]
fn is_covid_a_crash_test() {
    first_quote_holds(
        "Le Covid est-il un crash-test ?",
        "Je n’irai pas jusqu’à la notion de crash-test",
    );
}

#[test]
fn how_much_did_demand_grow() {
    first_quote_holds("De combien la demande a-t-elle augmenté ?", "+30% à +50%");
}

#[test]
fn how_many_data_centres() {
    first_quote_holds("combien de datacentres", "30 datacentres");
}

#[test]
fn what_is_open_solidarity_in_capitals() {
    first_quote_holds("QU'EST CE QUE OPEN SOLIDARITY", "#Open_solidarity");
}

#[test]
fn sovereignty_of_states_without_accents() {
    first_quote_holds("souverainete des etats", "L’exigence de la souveraineté");
}

#[test]
fn lessons_are_found_through_the_interviewers_question() {
    first_quote_holds(
        "Quels enseignements pour le dirigeant ?",
        "j’en tire une très grande fierté",
    );
}

#[test]
fn how_to_choose_tools_goes_on_to_the_list_that_is_announced() {
    first_quote_holds("Comment choisir ses outils ?", "sensibilité");
}

#[test]
fn what_nobody_said_gets_nothing_and_what_there_is() {
    let verbatim = Verbatim::with_the_seeds();
    for question in [
        "recette de la tarte aux pommes",
        "résultats du football",
        "🎉🎉",
        "?!…",
        "\u{202e}\u{7}",
    ] {
        let answer = verbatim.ask(question);
        assert_eq!(answer["answer"], "nothing", "{answer}");
        assert_eq!(answer["quotes"], serde_json::json!([]));
        assert!(!answer["nearest"].as_array().unwrap().is_empty());
    }
    verbatim
        .run(&["ask", "recette de la tarte aux pommes"])
        .ends_with_code(1)
        .says("Michel Paulin");
}

#[test]
fn every_range_of_the_json_cuts_the_shown_transcript() {
    let verbatim = Verbatim::with_the_seeds();
    let transcript = verbatim.run(&["show", SEED]).ends_with_code(0).out;
    let answer = verbatim.ask("souveraineté numérique des entreprises");
    let quotes = answer["quotes"].as_array().unwrap();
    assert!(quotes.len() > 1, "{answer}");
    for quote in quotes {
        let at = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let (start, end) = (at(&quote["start"]), at(&quote["end"]));
        assert_eq!(
            &transcript[start..end],
            quote["text"].as_str().unwrap().as_bytes()
        );
        assert_eq!(quote["interview"], SEED);
        assert_eq!(quote["revision"].as_str().unwrap().len(), 64);
        assert_eq!(
            (&quote["speaker"], &quote["role"]),
            (&"Michel Paulin".into(), &"guest".into())
        );
        assert_eq!(quote["date"], "2020-04");
        assert!(quote["asked"].as_str().unwrap().ends_with('?'));
        assert!(
            ["title", "outlet", "url"]
                .iter()
                .all(|key| quote.get(*key) == Some(&Value::Null))
        );
        for highlight in quote["highlights"].as_array().unwrap() {
            assert!(start <= at(&highlight["start"]) && at(&highlight["end"]) <= end);
        }
    }
    for key in ["question", "answer", "corrections", "nearest", "took_ms"] {
        assert!(answer.get(key).is_some(), "{key}");
    }
}

#[test]
fn the_transcript_is_shown_byte_for_byte() {
    let seed = include_bytes!("../../seeds/000_aa28f9ade1a9daab.txt");
    assert_eq!(Verbatim::with_the_seeds().run(&["show", SEED]).out, seed);
}

#[test]
fn the_structure_says_who_speaks_where() {
    let run = Verbatim::with_the_seeds()
        .run(&["show", SEED, "--structure", "--json"])
        .ends_with_code(0);
    let shown: Value = serde_json::from_slice(&run.out).unwrap();
    assert_eq!(shown["interview"], SEED);
    assert_eq!(shown["metadata"]["date"], "2020-04");
    assert_eq!(shown["metadata"]["language"], "fr");
    let speakers = shown["speakers"].as_array().unwrap();
    assert!(speakers.contains(&serde_json::json!({
        "name": "Michel Paulin", "role": "guest", "description": "dirigeant d’OVHcloud"
    })));
    assert_eq!(shown["exchanges"].as_array().unwrap().len(), 3);
    assert!(shown["turns"][0]["start"].is_u64() && shown["turns"][0]["end"].is_u64());
    assert!(shown["warnings"].is_array());
    Verbatim::with_the_seeds()
        .run(&["show", SEED, "--structure"])
        .says("Michel Paulin, guest");
}

#[test]
fn an_unknown_interview_is_answered_with_the_nearest_name() {
    Verbatim::with_the_seeds()
        .run(&["show", "000_aa28f9ade"])
        .ends_with_code(2)
        .complains(SEED);
}

#[test]
fn only_what_changed_is_read_again() {
    let verbatim = Verbatim::with_files([("a.txt", INTERVIEW), ("sub/b.md", INTERVIEW)]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("2 read, 0 unchanged, 0 removed");
    verbatim
        .run(&["index"])
        .says("0 read, 2 unchanged, 0 removed");
    verbatim.write("a.toml", b"date = \"2021\"");
    verbatim
        .run(&["index"])
        .says("1 read, 1 unchanged, 0 removed");
    let answer = verbatim.ask("les abeilles dans la vallée");
    assert!(
        answer["quotes"][0]["text"]
            .as_str()
            .unwrap()
            .contains("abeilles"),
        "{answer}"
    );
    verbatim.delete("sub/b.md");
    verbatim
        .run(&["index"])
        .says("0 read, 1 unchanged, 1 removed")
        .says("interviews: 1,");
    verbatim.run(&["show", "sub/b"]).ends_with_code(2);
}

#[test]
fn two_files_of_one_name_keep_their_extensions() {
    let verbatim = Verbatim::with_files([("a.txt", INTERVIEW), ("a.md", INTERVIEW)]);
    verbatim.run(&["show", "a.txt"]).ends_with_code(0);
    verbatim.run(&["show", "a.md"]).ends_with_code(0);
}

#[test]
fn a_damaged_index_is_built_anew_and_says_so() {
    let verbatim = Verbatim::with_files([("a.txt", INTERVIEW)]);
    verbatim.run(&["index"]).ends_with_code(0);
    let files = std::fs::read_dir(verbatim.index().join("passages"))
        .unwrap()
        .map(|file| file.unwrap().path());
    let is_store = |path: &std::path::PathBuf| path.extension().is_some_and(|kind| kind == "store");
    let largest = files
        .filter(is_store)
        .max_by_key(|file| file.metadata().unwrap().len())
        .unwrap();
    let mut bytes = std::fs::read(&largest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x55;
    std::fs::write(&largest, bytes).unwrap();
    verbatim
        .run(&["ask", "les abeilles"])
        .ends_with_code(0)
        .complains("rebuilt from the corpus")
        .says("abeilles");
    std::fs::write(verbatim.index().join("passages/meta.json"), b"").unwrap();
    verbatim
        .run(&["ask", "les abeilles"])
        .ends_with_code(0)
        .complains("rebuilt from the corpus")
        .says("abeilles");
}

#[test]
fn piped_questions_are_answered_one_after_another() {
    let input = "combien de datacentres\n\n\u{fffd}\nrecette de la tarte aux pommes\n".as_bytes();
    let run = Verbatim::with_the_seeds()
        .run_with_input(&["chat"], input)
        .ends_with_code(0);
    run.says("30 datacentres").says("No one answers that");
}

#[test]
fn without_a_token_it_says_so_and_chats() {
    let run = Verbatim::with_the_seeds().run_with_input(&[], "combien de datacentres\n".as_bytes());
    run.ends_with_code(0)
        .complains("TELOXIDE_TOKEN")
        .says("30 datacentres");
    Verbatim::with_the_seeds()
        .run(&["bot"])
        .ends_with_code(2)
        .complains("TELOXIDE_TOKEN");
}

#[test]
fn the_terminal_speaks_the_language_of_its_user() {
    let verbatim = Verbatim::with_the_seeds().set("LANG", "fr_FR.UTF-8");
    verbatim
        .run(&["ask", "combien de datacentres"])
        .says("avril 2020")
        .says("Question\u{a0}:");
}

#[test]
fn a_bad_file_is_named_and_the_rest_is_read() {
    let verbatim = Verbatim::with_files([
        ("good.txt", INTERVIEW),
        ("empty.txt", b"".as_slice()),
        (
            "binary.txt",
            b"\x00\x01\x02\xff\xfe\x00ELF\x00\x00".as_slice(),
        ),
        ("picture.png", b"\x89PNG".as_slice()),
    ]);
    let run = verbatim.run(&["index"]).ends_with_code(0);
    run.says("1 read")
        .says("2 unreadable")
        .says("empty.txt: the file is empty")
        .says("binary.txt: the file is binary");
    verbatim
        .run(&["ask", "les abeilles"])
        .ends_with_code(0)
        .complains("verbatim index")
        .says("abeilles");
}

#[test]
fn a_folder_that_cannot_be_used_is_named_with_what_to_do() {
    let verbatim = Verbatim::with_files([]);
    verbatim
        .run(&["ask", "?"])
        .ends_with_code(2)
        .complains("no interview was found")
        .complains("hint: ");
    let missing = verbatim
        .bare(&["ask", "x", "--corpus", "nowhere"])
        .output()
        .unwrap();
    crate::harness::Run::of(missing)
        .ends_with_code(2)
        .complains("`nowhere` does not exist")
        .complains("hint: ");
    let only_bad = Verbatim::with_files([("empty.txt", b" \n".as_slice())]);
    only_bad
        .run(&["ask", "x"])
        .ends_with_code(2)
        .complains("empty.txt");
}

#[test]
fn a_very_long_question_and_a_very_long_paragraph_are_answered() {
    let mut paragraph = b"Claire Martin : Et alors ?\n\nJean Dupont : ".to_vec();
    paragraph.extend(
        "les abeilles volent au dessus de la prairie sans jamais finir "
            .repeat(170_000)
            .bytes(),
    );
    assert!(paragraph.len() > 10 << 20);
    let verbatim =
        Verbatim::with_files([("long.txt", paragraph.as_slice()), ("good.txt", INTERVIEW)]);
    let answer = verbatim.ask("abeilles prairie");
    assert_eq!(answer["answer"], "found", "{}", answer["answer"]);
    assert!(
        answer["quotes"][0]["text"]
            .as_str()
            .unwrap()
            .split_whitespace()
            .count()
            <= 160
    );
    let long: String = "boulanger école village "
        .repeat(200)
        .chars()
        .take(4_096)
        .collect();
    assert!(
        verbatim.ask(&long)["quotes"][0]["text"]
            .as_str()
            .unwrap()
            .contains("boulanger")
    );
    assert_eq!(verbatim.ask(&"(".repeat(4_096))["answer"], "nothing");
}

#[test]
fn control_characters_of_a_transcript_do_not_steer_the_terminal() {
    let text = "Claire Martin : Et ?\n\nJean Dupont : Les abeilles \u{1b}[31mrouges\u{1b}]0;titre\u{7} \u{202e}volent haut.";
    let run = Verbatim::with_files([("a.txt", text.as_bytes())])
        .run(&["ask", "abeilles"])
        .ends_with_code(0);
    assert!(
        !run.text().contains(['\u{1b}', '\u{7}', '\u{202e}']),
        "{:?}",
        run.text()
    );
}

#[test]
fn help_shows_every_command_and_wrong_usage_is_code_two() {
    let verbatim = Verbatim::with_the_seeds();
    let help = verbatim.bare(&["--help"]).output().unwrap();
    let help = crate::harness::Run::of(help).ends_with_code(0);
    let help = [
        "bot",
        "chat",
        "ask",
        "index",
        "show",
        "--corpus",
        "--index",
        "--config",
        "Exit codes",
        "a question of `eval` answered wrongly",
    ]
    .into_iter()
    .fold(help, crate::harness::Run::says);
    drop(help);
    verbatim.run(&["ask"]).ends_with_code(2);
    verbatim.run(&["ask", "x", "-n", "9"]).ends_with_code(2);
}

#[test]
fn where_nobody_is_named_the_words_are_quoted_without_a_name_or_a_role() {
    let timed = "00:00:00 How do you find a job as a baker these days, in a small town?\n\n\
        00:00:04 You knock on doors. The bakery on the square took me in the same week\n\n\
        00:00:09 and I have kneaded its sourdough every night since then. Do you sleep at all?\n";
    let verbatim = Verbatim::with_files([("timed.txt", timed.as_bytes())]);
    let answer = verbatim.ask("Who kneaded the sourdough?");
    let quote = &answer["quotes"][0];
    assert!(
        quote["speaker"].is_null() && quote["role"].is_null(),
        "{answer}"
    );
    verbatim
        .run(&["ask", "Who kneaded the sourdough?"])
        .ends_with_code(0)
        .says("an unnamed speaker");
}

#[test]
fn check_reads_without_taking_up_and_says_what_it_understood() {
    let verbatim = Verbatim::with_files([
        ("2020-04-dupont.txt", INTERVIEW),
        ("empty.txt", b"".as_slice()),
    ]);
    let folder = verbatim.corpus().display().to_string();
    let run = verbatim.run(&["check", &folder]).ends_with_code(3);
    let run = run
        .says("plain text")
        .says("2020-04 (from file name)")
        .says("Jean Dupont, guest: 24 words in 2 turns")
        .says("2 with an answer")
        .says("label 12");
    run.says("not read: the file is empty");
    assert!(!verbatim.index().exists());
}

#[test]
fn check_as_json_is_an_array_with_the_fields_of_show() {
    let verbatim = Verbatim::with_files([
        ("dupont.txt", INTERVIEW),
        ("dupont.toml", b"title = \"Les abeilles\"\n"),
        ("noise.txt", b"\0\0\0"),
    ]);
    let folder = verbatim.corpus().display().to_string();
    let run = verbatim
        .run(&["check", "--json", &folder])
        .ends_with_code(3);
    let files: Value = serde_json::from_str(run.text()).unwrap();
    let read = &files[0];
    assert!(read["path"].as_str().unwrap().ends_with("dupont.txt"));
    assert_eq!(read["format"], "plain text");
    assert_eq!(read["metadata"]["title"], "Les abeilles");
    assert_eq!(read["sources"]["title"], "sidecar");
    assert_eq!(read["speakers"][1]["role"], "guest");
    assert_eq!(read["exchanges"].as_array().unwrap().len(), 2);
    assert_eq!(read["words"]["dropped"]["label"], 12);
    assert!(read["confidence"].as_f64().unwrap() > 0.8);
    assert!(files[1]["error"].as_str().unwrap().contains("binary"));
}

#[test]
fn the_summary_of_indexing_counts_warnings_by_kind() {
    let wordless: Vec<(String, &[u8])> = (0..5)
        .map(|number| (format!("{number}.txt"), b"-- ! --".as_slice()))
        .collect();
    let files = wordless
        .iter()
        .map(|(name, content)| (name.as_str(), *content));
    let others = [
        (
            "good.txt",
            b"Q: And the trains?\n\nA: They run again.\n".as_slice(),
        ),
        ("x.txt", b"\0\x01\x02\x03\0\0"),
    ];
    let verbatim = Verbatim::with_files(files.chain(others));
    let run = verbatim.run(&["index"]).ends_with_code(0);
    let kinds: Vec<&str> = run
        .text()
        .lines()
        .skip_while(|line| *line != "warnings by kind:")
        .skip(1)
        .collect();
    assert_eq!(kinds.len(), 2, "{}", run.text());
    assert!(kinds[0].starts_with("      5 × "), "{}", kinds[0]);
    assert_eq!(kinds[1], "      1 × the file is binary, not text");
}

#[test]
fn limits_of_reading_that_make_no_sense_are_refused_with_their_range() {
    for (settings, complaint) in [
        ("[reading]\nmemory_mib = 1\n", "reading.memory_mib"),
        ("[reading]\nseconds = 0\n", "reading.seconds"),
    ] {
        let verbatim = Verbatim::with_the_seeds();
        let config = verbatim.settings(settings);
        verbatim
            .run(&["--config", &config, "index"])
            .ends_with_code(2)
            .complains(complaint);
    }
}

#[test]
fn check_names_a_path_that_is_missing_and_reads_the_others() {
    let verbatim = Verbatim::with_files([("dupont.txt", INTERVIEW)]);
    let there = verbatim.corpus().join("dupont.txt").display().to_string();
    verbatim
        .run(&["check", "no-such.txt", &there])
        .ends_with_code(3)
        .says("no-such.txt")
        .says("dupont.txt");
    verbatim
        .run(&["check", "no-such.txt", "nor-this.txt"])
        .complains("no-such.txt")
        .complains("nor-this.txt");
    let empty = verbatim.folder().join("empty");
    std::fs::create_dir(&empty).unwrap();
    verbatim
        .run(&["check", &empty.display().to_string()])
        .ends_with_code(0)
        .says("no files");
}
