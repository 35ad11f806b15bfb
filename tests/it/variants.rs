//! One word however it is written: with a hyphen, a space or neither, with dots, in digits or in words.

use crate::harness::Verbatim;

/// An interview that says something in a language, among others.
fn saying(language: &str, ways: &[&str]) -> Verbatim {
    let others = [
        (
            "Que faites-vous le lundi ?",
            "le matin nous ouvrons les volets de l’atelier, puis vient",
        ),
        (
            "Qui vient le mardi ?",
            "la boulangère du village passe nous voir et parle de",
        ),
        (
            "Et le mercredi ?",
            "les enfants de la colline descendent jusqu’à la rivière pour",
        ),
        (
            "Que vaut le jeudi ?",
            "aucun bateau ne sort quand souffle le vent du large, sauf avec",
        ),
    ];
    let ways = ways.iter().copied().chain(std::iter::repeat("rien"));
    let files = others
        .iter()
        .zip(ways)
        .enumerate()
        .map(|(at, ((asks, says), way))| {
            let about = format!("---\nlanguage: {language}\n---\n");
            let answer = format!("Chez nous, {says} {way} depuis longtemps.");
            (
                format!("{at}.txt"),
                format!("{about}Q : {asks}\n\nR : {answer}\n"),
            )
        });
    let files: Vec<(String, String)> = files.collect();
    Verbatim::with_files(
        files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes())),
    )
}

/// Each way finds what is said in each other.
#[track_caller]
fn find_each_other(language: &str, ways: &[&str]) {
    for said in ways {
        let verbatim = saying(language, &[said]);
        for asked in ways {
            let answer = verbatim.ask(asked);
            let text = answer["quotes"][0]["text"].as_str().unwrap_or_default();
            let held = text.contains(&format!(" {said} depuis"));
            assert!(held, "`{asked}` does not find `{said}`: {answer}");
            assert_eq!(answer["corrections"], serde_json::json!([]), "{asked}");
        }
    }
}

#[test]
fn hyphen_space_and_neither_find_each_other() {
    for (language, ways) in [
        ("fr", ["télétravail", "télé-travail", "télé travail"]),
        ("fr", ["Covoiturage", "co-voiturage", "co voiturage"]),
        ("fr", ["week-end", "weekend", "week end"]),
        ("en", ["database", "data base", "data-base"]),
        ("en", ["e-mail", "email", "e mail"]),
    ] {
        find_each_other(language, &ways);
    }
}

#[test]
fn acronyms_with_and_without_dots_find_each_other() {
    find_each_other("fr", &["RGPD", "R.G.P.D.", "rgpd"]);
    find_each_other("en", &["NATO", "N.A.T.O."]);
}

#[test]
fn numbers_in_digits_and_in_words_find_each_other() {
    for (language, ways) in [
        ("fr", &["30", "trente"][..]),
        ("fr", &["70", "soixante-dix"]),
        (
            "fr",
            &["97", "quatre-vingt-dix-sept", "quatre vingt dix sept"],
        ),
        ("fr", &["200", "deux cents"]),
        ("fr", &["12 000", "12000", "douze mille"]),
        ("en", &["35", "thirty-five", "thirty five"]),
        ("en", &["12,000", "twelve thousand"]),
        ("es", &["32", "treinta y dos"]),
        ("de", &["97", "siebenundneunzig"]),
        ("de", &["10.000", "10000", "zehntausend"]),
        ("it", &["33", "trentatré"]),
    ] {
        find_each_other(language, ways);
    }
}

#[test]
fn parts_that_do_not_stand_together_are_not_the_word() {
    let verbatim = saying("fr", &["le travail en équipe", "la télé du salon"]);
    verbatim.run(&["ask", "télétravail"]).ends_with_code(1);
    let numbers = saying("fr", &["deux chevaux", "cents moutons"]);
    numbers.run(&["ask", "200"]).ends_with_code(1);
}

#[test]
fn an_article_is_no_number() {
    let verbatim = saying("fr", &["1 euro", "un cheval"]);
    let run = verbatim.run(&["ask", "--json", "un cheval"]);
    assert!(!run.text().contains("euro"), "{run:?}");
}

#[test]
fn the_first_answer_to_a_number_in_words_holds_the_digits_that_stand_with_its_noun() {
    let text = "Q : Combien de datacentres avez-vous ?\n\n\
        R : Nous avons 30 datacentres sur quatre continents, et nous en ouvrons d’autres chaque année.\n\n\
        Q : Et vos équipes ?\n\n\
        R : Nos datacentres emploient des gens du lieu, et ils y restent longtemps après leur formation.\n";
    let verbatim = Verbatim::with_files([("talk.txt", text.as_bytes())]);
    let run = verbatim.run(&["ask", "-n", "1", "--explain", "trente datacentres"]);
    run.says("30 datacentres")
        .says("found: trente, datacentres (100 %");
}
