//! The conversation in the terminal, and `ask`: small talk, commands, names, what there is not.

#![allow(clippy::print_stdout, reason = "what was passed over, and why")]

use serde_json::Value;

use crate::harness::{Run, Verbatim};

const HARBOUR: &str = "---\ntitle: The harbour\ndate: 2020-05-04\noutlet: The Gazette\n\
    guests: [{ name: Jane Miller, description: harbour master of Hull }]\n---\n\n\
    Q: What becomes of the old harbour?\n\n\
    Jane Miller: The harbour will be dredged in spring, because the trawlers no longer reach the quay at low tide.\n\n\
    Q: And the lighthouse?\n\n\
    Jane Miller: The lighthouse stays lit, and a keeper lives in it again, with her two children and a goat.\n";

const SCHOOLS: &str = "---\ntitle: The schools\ndate: 2021-09-01\noutlet: The Courier\n---\n\n\
    Q: What do the schools need?\n\n\
    Jane Miller: The schools need a quiet place of their own, more than they need screens and tablets.\n\n\
    Q: Who pays for it?\n\n\
    Rose Baker: The town pays for the schools, and each baker brings bread and a rose for the garden.\n";

fn town() -> Verbatim {
    Verbatim::with_files([
        ("harbour.md", HARBOUR.as_bytes()),
        ("town/schools.md", SCHOOLS.as_bytes()),
    ])
}

/// What is said to lines that come out of a pipe, one after another.
fn chat(verbatim: &Verbatim, lines: &[&str]) -> Run {
    let input = lines.join("\n") + "\n";
    verbatim
        .run_with_input(&["chat"], input.as_bytes())
        .ends_with_code(0)
}

#[test]
fn small_talk_gets_a_short_word_in_the_language_of_the_terminal() {
    let verbatim = town();
    for (language, words) in [
        (
            "en_GB.UTF-8",
            [
                "Hello!",
                "You’re welcome",
                "Goodbye",
                "Ask a question in your own words",
            ],
        ),
        (
            "fr_FR.UTF-8",
            [
                "Bonjour !",
                "Je vous en prie",
                "Au revoir",
                "Écrivez une question",
            ],
        ),
        (
            "de_DE.UTF-8",
            [
                "Hallo!",
                "Gern geschehen",
                "Auf Wiedersehen",
                "Schreiben Sie eine Frage",
            ],
        ),
        (
            "es_ES.UTF-8",
            ["¡Hola!", "De nada", "¡Adiós", "Escribe una pregunta"],
        ),
        (
            "it_IT.UTF-8",
            ["Ciao!", "Prego", "Arrivederci", "Scrivi una domanda"],
        ),
    ] {
        let verbatim = town().set("LANG", language);
        for (said, word) in ["bonjour", "Danke!", "quit", ""].into_iter().zip(words) {
            let run = verbatim.run(&["ask", said]).ends_with_code(1).says(word);
            assert!(run.text().lines().count() <= 3, "{said}: {}", run.text());
        }
    }
    for said in ["hola", "thanks", "help", "?", "exit", "🎉", " ", "…"] {
        let run = verbatim.run(&["ask", said]).ends_with_code(1);
        assert!(
            (1..=3).contains(&run.text().lines().count()),
            "{said}: {}",
            run.text()
        );
        let answer = verbatim.ask(said);
        assert_eq!(answer["answer"], "nothing", "{said}");
        assert!(answer["talk"].is_string(), "{said}: {answer}");
    }
    let answer = verbatim.ask("Hello, what becomes of the harbour?");
    assert_eq!(
        (&answer["answer"], &answer["talk"]),
        (&"found".into(), &Value::Null)
    );
}

#[test]
fn a_quote_of_an_interview_of_which_nothing_is_known_names_its_file() {
    let talk = "Ada Lin: Who keeps bees?\n\nBo Roy: My aunt keeps bees behind the old mill.\n";
    let verbatim = Verbatim::with_files([
        ("mill.txt", talk.as_bytes()),
        ("2019-05-barn.txt", talk.replace("mill", "barn").as_bytes()),
    ]);
    let run = verbatim.run(&["ask", "Who keeps bees?"]).ends_with_code(0);
    run.says("Bo Roy, interview mill\n")
        .says("Bo Roy, May 2019\n");
    let french = verbatim
        .set("LANG", "fr_FR")
        .run(&["ask", "Who keeps bees?"]);
    french.says("Bo Roy, entretien mill\n");
}

#[test]
fn quit_and_exit_leave_and_nothing_after_them_is_answered() {
    let verbatim = town();
    for word in ["quit", "exit", "/quit", "/exit", "QUIT"] {
        let run = chat(&verbatim, &["hello", word, "What becomes of the harbour?"]);
        let run = run.says("Hello!").says("Goodbye");
        assert!(!run.text().contains("dredged"), "{word}: {}", run.text());
    }
}

#[test]
fn what_an_interview_is_called_is_asked_for_though_it_sounds_like_small_talk() {
    let help = HARBOUR.replace("The harbour\n", "Help\n");
    let verbatim = Verbatim::with_files([("help.md", help.as_bytes())]);
    assert_eq!(verbatim.ask("help")["talk"], Value::Null);
    assert_eq!(verbatim.ask("thanks")["talk"], "thanks");
    chat(&verbatim, &["quit", "What becomes of the harbour?"]).says("Goodbye");
}

#[test]
fn lists_are_numbered_and_one_is_asked_alone_by_its_number_or_its_name() {
    let verbatim = town();
    let run = chat(
        &verbatim,
        &[
            "/speakers",
            "/interviews",
            "2",
            "the lighthouse",
            "schools",
            "/all",
            "schools",
        ],
    );
    let text = run.text();
    for line in [
        "Speakers (2), newest interview first",
        "  1  Jane Miller: 2 interviews, from 2020 to 2021",
        "Interviews (2), newest first",
        "  2  The harbour, Jane Miller, The Gazette, 4 May 2020: 2 answers",
        "From now on I search only here: The harbour. /all searches everywhere again.",
        "Limited to: The harbour.",
        "The lighthouse stays lit",
        "I search everywhere again.",
    ] {
        assert!(text.contains(line), "`{line}` is not in: {text}");
    }
    let (alone, everywhere) = text.split_once("I search everywhere again.\n").unwrap();
    let alone = alone.split_once("From now on").unwrap().1;
    assert!(
        !alone.contains("quiet place") && everywhere.contains("quiet place"),
        "{text}"
    );
    let by_name = chat(&verbatim, &["/interviews", "the schools"]);
    by_name
        .says("From now on I search only here: The schools.")
        .says("quiet place");
    let speaker = chat(&verbatim, &["/speakers", "rose baker", "schools"]);
    let speaker = speaker.says("Rose Baker: guest, one interview, 2021");
    assert!(
        !speaker.text().contains("quiet place"),
        "{}",
        speaker.text()
    );
}

#[test]
fn only_what_is_in_the_collection_is_listed_where_only_it_is_asked() {
    let run = town().run_with_input(&["chat", "--collection", "town"], b"/interviews\n");
    assert!(
        run.text().contains("The schools") && !run.text().contains("The harbour"),
        "{run:?}"
    );
}

#[test]
fn random_about_and_help_say_what_they_say_in_telegram() {
    let verbatim = town().set(
        "VERBATIM_TELEGRAM__CONTACT",
        "The Gazette <desk@gazette.example>",
    );
    let run = chat(&verbatim, &["/random", "/about", "/help"]);
    let run = run
        .says("│ ")
        .says("2 interviews, 4 answers, with Jane Miller");
    let run = run.says("The newest interview is from 1 September 2021.");
    let run = run.says("Published by: The Courier, The Gazette.");
    let run = run.says("Run by: The Gazette <desk@gazette.example>");
    run.says("  /speakers    Who speaks in the interviews")
        .says("  /quit");
}

#[test]
fn settings_change_the_language_and_the_number_of_quotes_and_say_what_they_do_not_know() {
    let verbatim = town();
    let run = chat(
        &verbatim,
        &[
            "/settings",
            "/settings klingon",
            "/settings fr",
            "/settings 1",
            "merci",
            "/settings default",
        ],
    );
    let run = run.says("Language: English. Quotes per answer: 3 at most.");
    let run = run
        .says("“klingon” is neither a language that I speak nor a number of quotes from 1 to 3.");
    let run = run.says("Langue : Français. Citations par réponse : 3 au plus.");
    let run = run.says("Langue : Français. Citations par réponse : 1 au plus.");
    let run = run.says("Je vous en prie");
    assert_eq!(
        run.text().matches("Language: English.").count(),
        2,
        "{}",
        run.text()
    );
}

#[test]
fn an_unknown_command_says_so_with_the_nearest() {
    let run = chat(&town(), &["/speeker"]);
    run.says("There is no command /speeker. Closest: /speakers. /help lists all commands.");
}

#[test]
fn a_name_alone_says_who_that_is_and_quotes_what_tells_most() {
    let verbatim = town();
    for question in [
        "Jane Miller",
        "miller",
        "Who is Jane Miller?",
        "qui est Jane Miller ?",
        "Wer ist Miller?",
        "Jane Miler",
    ] {
        let answer = verbatim.ask(question);
        assert_eq!(answer["answer"], "found", "{question}: {answer}");
        let person = &answer["people"][0];
        assert_eq!(person["name"], "Jane Miller", "{question}");
        assert_eq!(person["role"], "guest");
        assert_eq!(person["description"], "harbour master of Hull");
        assert_eq!(person["interviews"][0]["title"], "The schools");
        assert_eq!(person["interviews"][1]["date"], "2020-05-04");
        for quote in answer["quotes"].as_array().unwrap() {
            assert_eq!(quote["speaker"], "Jane Miller", "{question}");
        }
    }
    let run = verbatim
        .run(&["ask", "Who is Jane Miller?"])
        .ends_with_code(0);
    let run =
        run.says("Jane Miller: harbour master of Hull, guest, 2 interviews, from 2020 to 2021");
    let run = run.says("  · “The harbour”, The Gazette, 4 May 2020");
    assert!(!run.text().contains("Limited to"), "{}", run.text());
}

#[test]
fn a_name_that_is_a_word_too_is_asked_for_like_any_other_unless_it_is_asked_who_that_is() {
    let verbatim = town();
    for question in ["rose", "Baker"] {
        assert_eq!(
            verbatim.ask(question)["people"],
            serde_json::json!([]),
            "{question}"
        );
    }
    for question in ["rose baker", "who is Rose?", "who's Baker?"] {
        assert_eq!(
            verbatim.ask(question)["people"][0]["name"],
            "Rose Baker",
            "{question}"
        );
    }
}

#[test]
fn a_name_that_is_a_word_too_is_taken_for_the_name_where_the_word_finds_nothing() {
    let books = "---\ndate: 2020-05-04\n---\n\nQ: What do you read?\n\n\
        Jane Miller: I read a page of the old almanac in the evening, and the page before it in the morning.\n";
    let boats = "---\ndate: 2021-05-04\n---\n\nQ: What becomes of the boats?\n\n\
        Alex Page: The boats are tarred in the spring, and they leave for the north with the first warm wind.\n";
    let verbatim = Verbatim::with_files([
        ("books.md", books.as_bytes()),
        ("boats.md", boats.as_bytes()),
    ]);
    assert_eq!(verbatim.ask("page")["people"], serde_json::json!([]));
    let told = verbatim.ask("page date:2021");
    assert_eq!(told["people"][0]["name"], "Alex Page", "{told}");
}

#[test]
fn what_there_is_not_is_said_with_the_nearest_that_there_is() {
    let verbatim = town();
    for (question, said, nearest) in [
        (
            "schools #twon",
            "There is no collection called “twon”. Did you mean: town?",
            "town",
        ),
        (
            "schools speaker:millar",
            "Nobody here is called “millar”. Did you mean: Jane Miller?",
            "Jane Miller",
        ),
        (
            "schools in:gazete",
            "There is no collection, outlet or interview called “gazete”. Did you mean: The\nGazette?",
            "The Gazette",
        ),
    ] {
        let run = verbatim.run(&["ask", question]).ends_with_code(1);
        assert_eq!(run.text().trim_end(), said);
        let answer = verbatim.ask(question);
        assert_eq!(
            answer["unknown"][0]["nearest"],
            serde_json::json!([nearest]),
            "{answer}"
        );
    }
    verbatim
        .run(&["ask", "schools date:yesterday"])
        .ends_with_code(1)
        .says("“yesterday” is not a date. Write 2020, 2020-04 or 2019..2021.");
    // Whether the interviews say the word changes nothing.
    assert_eq!(
        verbatim.ask("#lighthouse keeper")["unknown"][0]["nearest"],
        serde_json::json!(["town"])
    );
    verbatim
        .run(&["ask", "--collection", "twon", "schools"])
        .ends_with_code(2)
        .complains("there is no collection `twon`")
        .complains("did you mean `town`?");
}

#[test]
fn nothing_takes_three_lines_and_the_question_that_it_offers_is_answered_by_its_number() {
    let verbatim = town();
    for question in [
        "Who won the chess tournament?",
        "chess tournament speaker:\"jane miller\" date:1999",
        "who won the ches turnament of the harbuor in the lighthous?",
    ] {
        let run = verbatim.run(&["ask", question]).ends_with_code(1);
        assert!(run.text().lines().count() <= 3, "{}", run.text());
    }
    let run = chat(&verbatim, &["Who won the chess tournament?", "1"]);
    let run = run
        .says("The interviews talk about: ")
        .says("Speakers: ")
        .says("For example: 1) ");
    run.says("│ ");
}

const KEYBOARDS: &str = "---\ntitle: The keyboard\ndate: 2021-03-04\noutlet: Le Monde\n---\n\n\
    Anna Gray: Which keyboard do you use at work?\n\n\
    Aaron Swartz: I use an old keyboard with heavy keys, because its noise keeps me awake while I write the code.\n";

const KEYBOARDS_SIDECAR: &str = "[[speaker]]\nname = \"Anna Gray\"\nrole = \"interviewer\"\n\
    description = \"reporter at Le Monde\"\n\n[[speaker]]\nname = \"Aaron Swartz\"\nrole = \"guest\"\n";

fn keyboards() -> Verbatim {
    Verbatim::with_files([
        ("keyboard.md", KEYBOARDS.as_bytes()),
        ("keyboard.toml", KEYBOARDS_SIDECAR.as_bytes()),
    ])
}

#[test]
fn whoever_asks_in_interviews_is_told_of_and_not_quoted() {
    let verbatim = keyboards();
    for question in [
        "who is Anna Gray?",
        "Anna Gray",
        "speaker:\"Anna Gray\"",
        "who is Anna Grey?",
        "bonjour, qui est Anna Gray ?",
    ] {
        let run = verbatim.run(&["ask", question]).ends_with_code(0);
        let run = run.says("Anna Gray: reporter at Le Monde, interviewer, one interview, 2021");
        let run = run.says("“The keyboard”, Le Monde, 4 March 2021");
        assert!(!run.text().contains("│"), "{question}: {}", run.text());
        let answer = verbatim.ask(question);
        assert_eq!(answer["answer"], "people", "{question}");
        assert_eq!(answer["people"][0]["name"], "Anna Gray", "{answer}");
        assert_eq!(answer["quotes"], serde_json::json!([]), "{answer}");
    }
    let file = verbatim.corpus().join("keyboard.md");
    verbatim
        .run(&["check", file.to_str().unwrap()])
        .says("Anna Gray (reporter at Le Monde), interviewer");
}

#[test]
fn a_misspelt_name_finds_who_was_meant_and_a_name_that_nobody_has_is_said() {
    let verbatim = keyboards();
    for question in [
        "what did Schwartz say about the keyboard?",
        "who is Schwartz?",
        "Aron Swartz",
        "merci, qui est Aaron Swartz ?",
    ] {
        let run = verbatim.run(&["ask", question]).ends_with_code(0);
        run.says("heavy keys");
    }
    for question in ["who is Zacharias Topelius?", "qui est Zacharias Topelius ?"] {
        let run = verbatim.run(&["ask", question]).ends_with_code(1);
        run.says("Nobody here is called “Zacharias Topelius”.");
    }
}

#[test]
fn a_collection_that_there_is_not_is_said_even_where_the_word_is_spoken() {
    let verbatim = town();
    for question in ["#harbour goat", "#schools", "goat #trawlers"] {
        let run = verbatim.run(&["ask", question]).ends_with_code(1);
        run.says("There is no collection called “")
            .says("Did you mean: town?");
        let answer = verbatim.ask(question);
        assert_eq!(answer["corrections"], serde_json::json!([]), "{answer}");
    }
    let verbatim = keyboards();
    verbatim
        .run(&["ask", "#keyboard keys"])
        .ends_with_code(1)
        .says("There is no collection called “keyboard”: there are no collections here.");
}

#[test]
fn within_a_limit_nothing_outside_it_is_offered_and_an_empty_limit_is_said() {
    let verbatim = town();
    let run = verbatim.run(&["ask", "#town zebra"]).ends_with_code(1);
    assert!(!run.text().contains("harbour"), "{}", run.text());
    let run = verbatim
        .run(&["ask", "goat date:1999 speaker:Miller"])
        .ends_with_code(1);
    let run = run.says("No interview matches all of this: Jane Miller; 1999.");
    assert!(!run.text().contains("Limited to"), "{}", run.text());
    for (language, limited) in [("en_GB.UTF-8", "Limited to"), ("fr_FR.UTF-8", "Limité à")] {
        let verbatim = town().set("LC_ALL", language);
        let run = verbatim
            .run(&["ask", "harbour date:2019"])
            .ends_with_code(1);
        assert_eq!(run.text().matches("2019").count(), 1, "{}", run.text());
        assert!(!run.text().contains(limited), "{}", run.text());
        assert!(run.text().lines().count() <= 3, "{}", run.text());
    }
    verbatim
        .run(&["ask", "goat date:"])
        .says("There is no value after “date:”");
    verbatim
        .run(&["ask", "goat date: 1999x"])
        .says("“1999x” is not a date");
}

#[test]
fn a_command_answers_ask_too_and_a_number_outside_a_list_is_said() {
    let verbatim = town();
    let run = verbatim.run(&["ask", "/speakers"]).ends_with_code(0);
    let run = run.says("Jane Miller").says("Rose Baker");
    // There is no next line in which a number could be typed.
    let run = run.says("write the name into the question: speaker:NAME");
    assert!(!run.text().contains("Type a number"), "{}", run.text());
    chat(&verbatim, &["/speakers", "9"]).says("This list has no number 9");
    chat(&verbatim, &["/xyz"]).says("There is no command /xyz. /help");
}

#[test]
fn a_number_behind_a_command_that_takes_none_is_not_offered_as_a_question() {
    let verbatim = town();
    for (line, how) in [
        (
            "/random 5",
            "Each /random shows one passage: send it again for another one.",
        ),
        ("/speakers 2", "Choose from the list below."),
    ] {
        let run = chat(&verbatim, &[line]).says("” is ignored").says(how);
        assert!(!run.text().contains("To search for it"), "{}", run.text());
    }
}

#[test]
fn a_command_that_ask_cannot_do_is_refused_with_what_to_do() {
    let verbatim = town();
    for (line, wrong, hint) in [
        (
            "/nosuch",
            "there is no command `/nosuch`",
            "`/help` lists all commands",
        ),
        (
            "/speekers",
            "there is no command `/speekers`",
            "did you mean `/speakers`?",
        ),
        (
            "/settings klingon",
            "“klingon” is neither a language",
            "/settings fr or /settings 2",
        ),
    ] {
        let run = verbatim.run(&["ask", line]).ends_with_code(2);
        let run = run.complains(&format!("error: {wrong}"));
        let run = run.complains(&format!("hint: {hint}"));
        assert_eq!(run.text(), "");
    }
}

#[test]
fn what_is_set_is_shown_to_ask_and_a_wrong_command_refused_in_the_language_of_the_terminal() {
    let verbatim = town();
    let shown = verbatim.run(&["ask", "/settings"]).ends_with_code(0);
    shown.says("Language: English. Quotes per answer: ");
    let verbatim = verbatim.set("LANG", "fr_FR.UTF-8");
    let refused = verbatim.run(&["ask", "/nosuch"]).ends_with_code(2);
    refused.complains("la commande `/nosuch` n’existe pas");
}

#[test]
fn an_offer_can_be_chosen_until_the_next_answer() {
    let verbatim = town();
    let asked = "Who won the chess tournament?";
    let again = |lines: &[&str]| {
        let run = chat(&verbatim, lines);
        run.text().lines().any(|line| line.starts_with("? "))
    };
    assert!(again(&[asked, "1"]));
    assert!(again(&[asked, "/about", "1"]), "a command is no answer");
    assert!(!again(&[asked, "What do the schools need?", "1"]));
}

#[test]
fn a_random_passage_is_drawn_from_what_alone_is_asked() {
    let verbatim = town();
    let draws = ["/speakers", "Rose Baker"]
        .into_iter()
        .chain(["/random"; 12]);
    let run = chat(&verbatim, &draws.collect::<Vec<_>>());
    let text = run.text();
    let (_, drawn) = text.split_once("Rose Baker alone").unwrap_or(("", text));
    let drawn = drawn.rsplit_once("— Rose Baker").unwrap().0;
    assert!(drawn.matches("— Rose Baker").count() >= 11, "{text}");
    assert!(!drawn.contains("— Jane Miller"), "{text}");
}

/// What is said at a terminal, which script(1) makes, to lines that are typed; `None` where there is no such program.
fn at_a_terminal(verbatim: &Verbatim, typed: &str) -> Option<String> {
    if verbatim
        .shell("command -v script || true")
        .text()
        .is_empty()
    {
        println!("skipped: there is no script(1)");
        return None;
    }
    let chat = format!(
        "verbatim chat --corpus {} --index {}",
        verbatim.corpus().display(),
        verbatim.index().display()
    );
    let run = verbatim.shell(&format!(
        "printf '{typed}' | script -qec '{chat}' /dev/null"
    ));
    Some(run.text().to_owned())
}

#[test]
fn a_farewell_leaves_a_terminal_and_questions_in_its_language_are_offered_first() {
    let french = "# La gare\n\n*17 avril 2024*\n\nMarie Dupont : Que deviendra la gare de la vallée cette année ?\n\n\
        Rose Boulanger : La gare de la vallée deviendra une bibliothèque pour les enfants du village.\n";
    let verbatim = Verbatim::with_files([
        ("gare.md", french.as_bytes()),
        ("harbour.md", HARBOUR.as_bytes()),
    ]);
    for (language, first) in [
        ("en_GB", "1  What becomes of the old harbour?"),
        ("fr_FR", "1  Que deviendra la gare de la vallée"),
    ] {
        let verbatim = verbatim.shell(&format!(
            "printf 'bye\\nstation\\n' | LANG={language} script -qec 'verbatim chat --corpus {} --index {}' /dev/null || true",
            verbatim.corpus().display(),
            verbatim.index().display()
        ));
        if verbatim.err.contains("script") && verbatim.err.contains("not found") {
            return;
        }
        let said = verbatim.text();
        assert!(said.contains(first), "{said}");
        assert_eq!(
            said.matches("Goodbye").count() + said.matches("Au revoir").count(),
            1,
            "{said}"
        );
    }
}

#[test]
fn a_terminal_keeps_what_is_typed_unless_the_settings_say_not_to() {
    for (kept, setting) in [(true, "true"), (false, "false")] {
        let verbatim = town().set("VERBATIM_FEEDBACK__ENABLED", setting);
        let Some(said) = at_a_terminal(&verbatim, "schools\\nquit\\n") else {
            return;
        };
        assert!(said.contains("a quiet place"), "{said}");
        let history = find_history(verbatim.folder());
        let is_kept =
            history.is_some_and(|path| std::fs::read_to_string(path).unwrap().contains("schools"));
        assert_eq!(is_kept, kept, "{said}");
    }
}

/// The history below a folder.
fn find_history(folder: &std::path::Path) -> Option<std::path::PathBuf> {
    std::fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return find_history(&path);
        }
        path.ends_with("verbatim/history").then_some(path)
    })
}

#[test]
fn help_in_a_conversation_is_a_short_word_that_leads_to_the_whole_help() {
    let verbatim = Verbatim::with_files([("harbour.md", HARBOUR.as_bytes())]);
    for said in ["help", "?", "Help me please"] {
        let run = chat(&verbatim, &[said]).says("/help lists");
        assert!(!run.text().contains("/settings"), "{}", run.text());
    }
    chat(&verbatim, &["/help"]).says("/settings");
}
