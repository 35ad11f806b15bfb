//! Whose words a question wants, from when and where: written out, or in plain words.

use serde_json::{Value, json};

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::Verbatim;

/// What a sidecar says.
fn about(title: &str, outlet: &str, date: &str) -> String {
    format!("title = \"{title}\"\noutlet = \"{outlet}\"\ndate = \"{date}\"\nlanguage = \"fr\"\n")
}

/// An interview of one or more guests who all speak of sovereignty in words of their own.
fn talk(guests: &[(&str, &str)]) -> String {
    let answer = |(name, says): &(&str, &str)| {
        format!(
            "Claire Martin : Que dites-vous de la souveraineté des données ?\n\n{name} : {says}\n\n"
        )
    };
    let answers: String = guests.iter().map(answer).collect();
    format!("{answers}Claire Martin : Merci à vous, et à bientôt dans nos colonnes.\n")
}

fn archive() -> Verbatim {
    let crisis = talk(&[
        (
            "Michel Paulin",
            "La souveraineté des données est un choix politique, et le cloud européen existe déjà depuis la crise de 2008.",
        ),
        (
            "Anne Durand",
            "La souveraineté des données se construit dans les écoles, avec des ingénieurs formés au cloud.",
        ),
    ]);
    let later = talk(&[(
        "Michel Paulin",
        "La souveraineté des données a désormais une loi, et le cloud européen en sort renforcé.",
    )]);
    let other = talk(&[(
        "Paul Durand",
        "La souveraineté des données me laisse de marbre, disait Michel Paulin lui-même à propos du cloud.",
    )]);
    Verbatim::with_files([
        ("crisis.txt", crisis.as_bytes()),
        (
            "crisis.toml",
            about("Le cloud après la crise", "Le Monde", "2020-04").as_bytes(),
        ),
        ("later.txt", later.as_bytes()),
        (
            "later.toml",
            about("Une loi pour le cloud", "La Tribune", "2021-09-02").as_bytes(),
        ),
        ("other.txt", other.as_bytes()),
        (
            "other.toml",
            about("De marbre", "La Tribune", "2021-11").as_bytes(),
        ),
    ])
}

/// What an answer was confined to, and who says what.
fn asked(verbatim: &Verbatim, question: &str) -> (Value, Vec<String>) {
    let answer = verbatim.ask(question);
    let quote = |quote: &Value| {
        let of = |key: &str| quote[key].as_str().unwrap_or_default().to_owned();
        format!("{}: {}", of("interview"), of("speaker"))
    };
    let mut quotes: Vec<String> = answer["quotes"]
        .as_array()
        .unwrap()
        .iter()
        .map(quote)
        .collect();
    quotes.sort();
    let filters = answer["filters"].as_object().unwrap().iter();
    let filters = filters.filter(|(_, list)| *list != &json!([]));
    (
        Value::Object(
            filters
                .map(|(key, list)| (key.clone(), list.clone()))
                .collect(),
        ),
        quotes,
    )
}

const CRISIS: &str = "crisis: Michel Paulin";
const LATER: &str = "later: Michel Paulin";
const SCHOOLS: &str = "crisis: Anne Durand";
const MARBLE: &str = "other: Paul Durand";

#[test]
fn filters_that_are_written_out_are_kept_to() {
    let verbatim = archive();
    for (question, filters, quotes) in [
        (
            "speaker:paulin souveraineté des données",
            json!({"speakers": ["Michel Paulin"]}),
            &[CRISIS, LATER][..],
        ),
        (
            "souveraineté des données SPEAKER:\"michel paulin\" ?",
            json!({"speakers": ["Michel Paulin"]}),
            &[CRISIS, LATER],
        ),
        (
            "souveraineté des données speaker:anne?",
            json!({"speakers": ["Anne Durand"]}),
            &[SCHOOLS],
        ),
        (
            "date:2020-04 souveraineté",
            json!({"dates": ["2020-04"]}),
            &[SCHOOLS, CRISIS],
        ),
        (
            "date:2021-10.. souveraineté",
            json!({"dates": ["2021-10.."]}),
            &[MARBLE],
        ),
        (
            "souveraineté date:2019..2020 speaker:paulin.",
            json!({"dates": ["2019..2020"], "speakers": ["Michel Paulin"]}),
            &[CRISIS],
        ),
        (
            "in:tribune souveraineté",
            json!({"outlets": ["La Tribune"]}),
            &[LATER, MARBLE],
        ),
        (
            "souveraineté in:“une loi pour le cloud”",
            json!({"titles": ["Une loi pour le cloud"]}),
            &[LATER],
        ),
    ] {
        let (applied, said) = asked(&verbatim, question);
        assert_eq!(applied, filters, "{question}");
        let mut quotes = quotes.to_vec();
        quotes.sort_unstable();
        assert_eq!(said, quotes, "{question}");
    }
    for question in [
        "souveraineté in:marbre",
        "souveraineté date:hier",
        "in: date: speaker: #",
    ] {
        assert_eq!(asked(&verbatim, question).0, json!({}), "{question}");
    }
}

#[test]
fn who_is_asked_for_in_plain_words_answers_alone() {
    let verbatim = archive();
    for question in [
        "Que dit Michel Paulin de la souveraineté des données ?",
        "que pense monsieur PAULIN de la souveraineté des données",
        "Qu’est-ce que Paulin pense de la souveraineté des données ?",
        "Qu'a dit Paulin à propos de la souveraineté des données ?",
        "Michel Paulin pense-t-il à la souveraineté des données ?",
        "La souveraineté des données selon Michel Paulin",
        "D’après Paulin, où en est la souveraineté des données ?",
        "Quel est le point de vue de Michel Paulin sur la souveraineté des données ?",
    ] {
        let (filters, quotes) = asked(&verbatim, question);
        assert_eq!(
            filters,
            json!({"speakers": ["Michel Paulin"]}),
            "{question}"
        );
        assert_eq!(quotes, [CRISIS, LATER], "{question}");
    }
    for question in [] {
        let (filters, quotes) = asked(&verbatim, question);
        assert_eq!(
            filters,
            json!({"speakers": ["Michel Paulin"]}),
            "{question}"
        );
        assert_eq!(quotes, [CRISIS, LATER], "{question}");
    }
    for question in [
        "What did Paulin say about souveraineté des données?",
        "What does Michel Paulin think of la souveraineté des données?",
        "souveraineté des données according to Michel Paulin",
        "What is Michel Paulin's view of la souveraineté des données?",
        "¿Qué dijo Paulin sobre la souveraineté des données?",
        "Según Paulin, souveraineté des données",
        "Was sagt Michel Paulin über souveraineté des données?",
        "Was hat Paulin über souveraineté des données gesagt?",
        "Cosa ha detto Paulin di souveraineté des données?",
    ] {
        let (filters, _) = asked(&verbatim, question);
        assert_eq!(
            filters,
            json!({"speakers": ["Michel Paulin"]}),
            "{question}"
        );
    }
    let both = "Que disent Michel Paulin et Anne Durand de la souveraineté des données ?";
    let (filters, quotes) = asked(&verbatim, both);
    assert_eq!(
        filters,
        json!({"speakers": ["Michel Paulin", "Anne Durand"]})
    );
    assert_eq!(quotes, [SCHOOLS, CRISIS, LATER]);
}

#[test]
fn of_an_answer_that_two_give_only_the_words_of_the_one_who_is_asked_for_come_out() {
    let verbatim = Verbatim::with_files([(
        "budget.txt",
        "Claire Martin : Que dites-vous du budget de la ville ?\n\n\
         Michel Paulin : Le budget double en trois ans, et nous le devons aux entreprises de la région.\n\n\
         Anne Durand : Je demande à voir, car les écoles attendent encore leurs premiers ingénieurs.\n\n\
         Claire Martin : Merci à tous les deux, et à bientôt dans nos colonnes.\n"
            .as_bytes(),
    )]);
    let (_, quotes) = asked(&verbatim, "budget de la ville");
    assert_eq!(quotes, ["budget: Anne Durand", "budget: Michel Paulin"]);
    let (_, quotes) = asked(&verbatim, "budget de la ville speaker:durand");
    assert_eq!(quotes, ["budget: Anne Durand"]);
}

#[test]
fn who_is_merely_talked_about_is_a_word_like_any_other() {
    let verbatim = archive();
    for question in [
        "Qui a remplacé Michel Paulin ?",
        "What happened to Paulin?",
        "Que dit-on de Michel Paulin ?",
        "Qui a dit que Paulin est parti ?",
        "What is your opinion of Paulin?",
        "Pourquoi Michel Paulin est-il de marbre ?",
        "Que pense Michel de la souveraineté ?",
        "Que pensent les Français de Paulin ?",
    ] {
        assert_eq!(asked(&verbatim, question).0, json!({}), "{question}");
    }
}

#[test]
fn a_name_of_several_people_is_said_to_be_one_and_chooses_nobody() {
    let verbatim = archive();
    for question in [
        "Que dit Durand de la souveraineté ?",
        "souveraineté speaker:durand",
    ] {
        let answer = verbatim.ask(question);
        let ambiguous = answer["ambiguous"].as_array().unwrap();
        assert_eq!(ambiguous.len(), 1, "{question}");
        assert_eq!(
            ambiguous[0]["typed"].as_str().unwrap().to_lowercase(),
            "durand"
        );
        assert_eq!(
            ambiguous[0]["candidates"],
            json!(["Anne Durand", "Paul Durand"])
        );
        assert_eq!(answer["filters"]["speakers"], json!([]), "{question}");
        assert_eq!(answer["answer"], "found", "{question}");
    }
    let run = verbatim.run(&["ask", "Que dit Durand de la souveraineté ?"]);
    run.says("Several people are called Durand: Anne Durand, Paul Durand.");
    let (filters, _) = asked(&verbatim, "Que dit Anne Durand de la souveraineté ?");
    assert_eq!(filters, json!({"speakers": ["Anne Durand"]}));
}

#[test]
fn a_date_in_plain_words_says_when_something_was_said() {
    let verbatim = archive();
    let paulin = |dates: &str| json!({"speakers": ["Michel Paulin"], "dates": [dates]});
    for (question, filters) in [
        (
            "Que dit Paulin de la souveraineté en 2020 ?",
            paulin("2020"),
        ),
        (
            "Que disait Paulin en avril 2020 de la souveraineté ?",
            paulin("2020-04"),
        ),
        (
            "What did Paulin say about souveraineté since March 2021?",
            paulin("2021-03.."),
        ),
        (
            "Que dit Paulin de la souveraineté après 2020 ?",
            paulin("2021.."),
        ),
        (
            "Que dit Paulin de la souveraineté avant 2021 ?",
            paulin("..2020"),
        ),
        (
            "Que dit Paulin de la souveraineté entre 2018 et 2020 ?",
            paulin("2018..2020"),
        ),
        (
            "What did they say about souveraineté in 2021?",
            json!({"dates": ["2021"]}),
        ),
        (
            "la souveraineté dans les interviews de 2021",
            json!({"dates": ["2021"]}),
        ),
        // Nobody says here that 2020 is when it was said.
        ("Qu’est devenue la souveraineté en 2020 ?", json!({})),
        // Paulin was not asked then: it is what he speaks of.
        (
            "Que dit Paulin de la crise en 2008 ?",
            json!({"speakers": ["Michel Paulin"]}),
        ),
        (
            "Que dit Paulin de la crise de 2020 ?",
            json!({"speakers": ["Michel Paulin"]}),
        ),
    ] {
        assert_eq!(asked(&verbatim, question).0, filters, "{question}");
    }
    let (_, quotes) = asked(&verbatim, "Que dit Paulin de la souveraineté en 2021 ?");
    assert_eq!(quotes, [LATER]);
}

#[test]
fn an_outlet_in_plain_words_is_written_as_a_name() {
    let verbatim = archive();
    let (filters, quotes) = asked(
        &verbatim,
        "Que dit Paulin de la souveraineté dans Le Monde ?",
    );
    assert_eq!(
        filters,
        json!({"speakers": ["Michel Paulin"], "outlets": ["Le Monde"]})
    );
    assert_eq!(quotes, [CRISIS]);
    for question in [
        "Que dit Paulin de la souveraineté dans le monde ?",
        "QUE DIT PAULIN DE LA SOUVERAINETÉ DANS LE MONDE ?",
    ] {
        let (filters, _) = asked(&verbatim, question);
        assert_eq!(
            filters,
            json!({"speakers": ["Michel Paulin"]}),
            "{question}"
        );
    }
    let (filters, _) = asked(&verbatim, "Quelle souveraineté dans Le Monde ?");
    assert_eq!(filters, json!({}));
}

#[test]
fn a_question_that_only_names_somebody_is_answered_with_how_they_begin_the_newest_first() {
    let verbatim = archive();
    let order = |question: &str| {
        let answer = verbatim.ask(question);
        let quotes = answer["quotes"].as_array().unwrap().clone();
        let ids = quotes
            .iter()
            .map(|quote| quote["interview"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(order("Que dit Michel Paulin ?"), ["later", "crisis"]);
    assert_eq!(order("Qu’en dit Paulin ?"), ["later", "crisis"]);
    assert_eq!(order("speaker:paulin date:2020"), ["crisis"]);
    assert_eq!(order("interviews de 2021"), ["other", "later"]);
}

#[test]
fn where_the_filters_leave_nothing_they_are_named() {
    let verbatim = archive();
    for (question, named) in [
        (
            "souveraineté speaker:nobody",
            "Nobody here is called “nobody”. /speakers lists",
        ),
        (
            "souveraineté date:1999",
            "No interview matches all of this: 1999.",
        ),
        (
            "souveraineté in:\"le monde\" date:2021.. speaker:anne",
            "No interview matches all of this: Anne Durand; since 2021; Le Monde.",
        ),
    ] {
        let run = verbatim.run(&["ask", question]).ends_with_code(1);
        run.says(named);
    }
    let found = verbatim.run(&["ask", "Que dit Paulin de la souveraineté avant 2021 ?"]);
    found
        .ends_with_code(0)
        .says("Limited to: Michel Paulin; up to 2020.\n");
}

#[test]
fn the_words_that_name_a_filter_weigh_nothing() {
    let verbatim = archive();
    let run = verbatim.run(&[
        "ask",
        "--explain",
        "Que dit Paulin de la souveraineté en 2020 ?",
    ]);
    run.says("found: souverainete (100 % of the question, weighted by rarity); not found: none");
}

#[test]
fn the_bot_says_in_one_line_whom_it_asked() {
    let verbatim = archive();
    let mut telegram = FakeTelegram::start();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    telegram.says(7, "Que dit Paulin de la souveraineté en 2020 ?");
    let answer = telegram.waits_for(&mut seen, "sendMessage");
    let text = answer["text"].as_str().unwrap();
    assert!(
        text.starts_with("Limité à\u{a0}: Michel Paulin\u{202f}; 2020.\n\n"),
        "{text}"
    );
    telegram.says(7, "Que dit Durand de la souveraineté ?");
    let answer = telegram.waits_for(&mut seen, "sendMessage");
    let text = answer["text"].as_str().unwrap();
    assert!(text.contains("Anne Durand, Paul Durand"), "{text}");
    bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn only_names_that_are_near_are_offered_for_one_that_nobody_has() {
    let verbatim = Verbatim::with_files([(
        "bees.txt",
        &b"Ada Lin: Who keeps bees?\n\nMarcel Duval: My aunt keeps bees behind the old mill.\n\nAda Lin: Since when?\n\nMarcel Duval: She began when she was a child.\n"[..],
    )]);
    let far = verbatim
        .run(&["ask", "speaker:Zorro bees"])
        .ends_with_code(1);
    let far = far.says("Nobody here is called “Zorro”. /speakers lists everybody who speaks.");
    assert!(!far.text().contains("Did you mean"), "{}", far.text());
    let near = verbatim.run(&["ask", "speaker:Duvall bees"]);
    assert!(near.text().contains("Marcel Duval"), "{}", near.text());
    let shown = verbatim.run(&["show", "zorro"]).ends_with_code(2);
    shown.complains("hint: there are `bees`");
}

#[test]
fn an_interview_without_a_title_is_found_by_the_name_that_lists_it_and_only_near_names_are_offered()
{
    let verbatim = Verbatim::with_files([
        (
            "old-mill.txt",
            &b"Ada Lin: Who keeps bees?\n\nMarcel Duval: My aunt keeps bees behind the old mill.\n"[..],
        ),
        (
            "pour.md",
            &b"# Un mot pour la route\n\nAda Lin: Who keeps goats?\n\nEva Roux: My uncle keeps goats and bees by the road.\n"[..],
        ),
    ]);
    let (applied, who) = asked(&verbatim, "in:old-mill who keeps bees?");
    assert_eq!(applied["titles"], json!(["old-mill"]));
    assert_eq!(who, ["old-mill: Marcel Duval"]);
    let near = verbatim
        .run(&["ask", "in:olld-mill bees"])
        .ends_with_code(1);
    near.says("Did you mean:\nold-mill?");
    for far in ["polaris", "usething"] {
        let far = verbatim
            .run(&["ask", &format!("in:{far} bees")])
            .ends_with_code(1);
        far.says("/interviews lists");
    }
}

#[test]
fn where_no_interview_is_from_the_time_that_is_asked_for_only_who_speaks_of_it_answers() {
    let verbatim = Verbatim::with_files([
        (
            "mill.md",
            &b"---\ndate: 2020-04-03\nguest: Marcel Duval\ninterviewer: Ada Lin\n---\n\nAda Lin: Who keeps bees?\n\nMarcel Duval: My aunt keeps bees \
            behind the old mill, and sells the honey.\n\nAda Lin: And the flood?\n\nMarcel Duval: In 2016 the flood took every hive that she had.\n"[..],
        ),
    ]);
    let asked = |question: &str| verbatim.run(&["ask", question]);
    for nothing in [
        "What did Marcel Duval say about bees in 2019?",
        "Que disait Marcel Duval de son honey en 2019 ?",
        "What did Marcel Duval say about bees since 2021?",
    ] {
        asked(nothing).ends_with_code(1);
    }
    let flood = asked("What did Marcel Duval say about the flood in 2016?").ends_with_code(0);
    flood.says("In 2016 the flood took");
    let bees = asked("What did Marcel Duval say about bees in 2020?").ends_with_code(0);
    bees.says("My aunt keeps bees");
}

#[test]
fn without_a_date_of_any_interview_a_time_keeps_nobody_from_answering() {
    let verbatim = Verbatim::with_files([(
        "mill.txt",
        &b"Ada Lin: Who keeps bees?\n\nMarcel Duval: My aunt keeps bees behind the old mill, and sells the honey.\n"[..],
    )]);
    let bees = verbatim.run(&["ask", "What did Marcel Duval say about bees in 2019?"]);
    bees.ends_with_code(0).says("My aunt keeps bees");
}
