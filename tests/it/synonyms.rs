//! Words that the owner says mean the same.

use crate::harness::Verbatim;

const TALKS: &str = "Q : Que change la loi pour vous ?\n\n\
    R : Le règlement général sur la protection des données nous a pris deux ans, avec trois juristes de plus.\n\n\
    Q : Et la cantine ?\n\n\
    R : La cantine sert du poisson le vendredi, et les données de la carte changent chaque semaine.\n\n\
    Q : Comment venez-vous au bureau ?\n\n\
    R : La moitié des équipes prend la bicyclette, les autres restent chez eux par temps de pluie.\n\n\
    Q : Qui surveille le port ?\n\n\
    R : La CNIL n’y vient jamais, le gardien du phare y veille seul depuis toujours.\n";

const SYNONYMS: &str = "[fr]\n\
    each_way = [[\"RGPD\", \"règlement général sur la protection des données\"],\n\
      [\"CNIL\", \"commission nationale de l’informatique et des libertés\"]]\n\
    one_way = { \"vélo\" = [\"bicyclette\"], \"bicyclette\" = [\"trottinette\"], \"navire\" = [\"phare\"] }\n";

/// With these synonyms beside the settings.
fn with(synonyms: &str) -> (Verbatim, String) {
    let verbatim = Verbatim::with_files([("talks.txt", TALKS.as_bytes())]);
    let settings = verbatim.settings("");
    std::fs::write(settings.replace("settings.toml", "synonyms.toml"), synonyms).unwrap();
    (verbatim, settings)
}

#[test]
fn a_question_finds_what_is_said_in_another_way() {
    let (verbatim, settings) = with(SYNONYMS);
    for (question, words) in [
        ("Et le RGPD, pour vous ?", "trois juristes"),
        ("le r.g.p.d.", "trois juristes"),
        ("Et le vélo ?", "bicyclette"),
        (
            "Que fait la commission nationale de l'informatique et des libertés ?",
            "gardien",
        ),
    ] {
        let run = verbatim.run(&["--config", &settings, "ask", "-n", "1", question]);
        run.ends_with_code(0).says(words);
        let without = verbatim.run(&["ask", "-n", "1", question]);
        assert!(!without.text().contains(words), "{question}: {without:?}");
    }
}

#[test]
fn one_way_is_not_the_other() {
    let (verbatim, settings) = with(SYNONYMS);
    let ask = |question: &str| verbatim.run(&["--config", &settings, "ask", question]);
    ask("Où est le navire ?").ends_with_code(0).says("phare");
    // Nothing says that a lighthouse is a ship, so none is looked for.
    let run = verbatim.run(&[
        "--config",
        &settings,
        "ask",
        "--explain",
        "Qui garde le phare du port ?",
    ]);
    assert!(!run.text().contains("navire"), "{run:?}");
}

#[test]
fn the_words_of_a_long_form_count_only_where_they_stand_together() {
    let (verbatim, settings) = with(SYNONYMS);
    let run = verbatim.run(&["--config", &settings, "ask", "--explain", "RGPD"]);
    let run = run
        .ends_with_code(0)
        .says("found: rgpd (100 % of the question, weighted by rarity)");
    // The menu speaks of data too.
    assert!(!run.text().contains("cantine"), "{run:?}");
}

#[test]
fn what_is_said_in_another_way_is_no_spelling_mistake() {
    let (verbatim, settings) = with("[fr]\none_way = { \"phrae\" = [\"cantine\"] }\n");
    let ask = |flags: &[&str]| {
        let run = verbatim.run(&[flags, &["ask", "--json", "une phrae"]].concat());
        serde_json::from_slice::<serde_json::Value>(&run.out).unwrap()
    };
    assert_eq!(ask(&[])["corrections"][0]["to"], "phare");
    let answer = ask(&["--config", &settings]);
    assert_eq!(answer["corrections"], serde_json::json!([]));
    assert!(
        answer["quotes"][0]["text"]
            .as_str()
            .unwrap()
            .contains("cantine"),
        "{answer}"
    );
}

#[test]
fn a_file_that_cannot_be_used_is_refused_with_line_and_hint() {
    let (verbatim, settings) = with("[fr]\neach_way = [\n  [\"RGPD\"],\n]\n");
    let run = verbatim.run(&["--config", &settings, "ask", "RGPD"]);
    run.ends_with_code(2)
        .complains("synonyms.toml`, line 3: a group needs at least two entries")
        .complains("hint: write at least two");
    let missing = verbatim.settings("[answer]\nsynonyms = \"mine.toml\"\n");
    let run = verbatim.run(&["--config", &missing, "ask", "RGPD"]);
    run.ends_with_code(2).complains("mine.toml");
    let none = verbatim.settings("[answer]\nsynonyms = \"\"\n");
    verbatim
        .run(&["--config", &none, "ask", "le poisson de la cantine"])
        .ends_with_code(0);
}

#[test]
fn the_file_that_comes_with_the_program_can_be_used() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/config/synonyms.toml");
    let synonyms = verbatim::answer::Synonyms::load(std::path::Path::new(file)).unwrap();
    assert_ne!(synonyms, verbatim::answer::Synonyms::default());
}

#[test]
fn a_malformed_file_is_told_in_plain_words_with_line_and_hint() {
    for (text, wrong, hint) in [
        (
            "[fr]\neach_way = [[\"RGPD\", \"données]]\n",
            "synonyms.toml`, line 2: a text has no closing quote",
            "put texts in \"quotes\"",
        ),
        (
            "[fr]\neach_way = [[\"RGPD\" \"données\"]]\n",
            "synonyms.toml`, line 2: a comma or the closing `]` of a list is missing",
            "write a list as",
        ),
        (
            "[fr]\neach_way = [[1, 2]]\n",
            "synonyms.toml`, line 2: the value is a number, not a text in quotes",
            "write `each_way = [[\"AI\"",
        ),
        (
            "[fr]\neach_way = [\"RGPD\", \"données\"]\n",
            "synonyms.toml`, line 2: the value is a text, not a list in brackets",
            "write `each_way = [[\"AI\"",
        ),
        (
            "[fr]\neachway = []\n",
            "synonyms.toml`, line 2: `eachway` is not a known key",
            "write `each_way = [[\"AI\"",
        ),
        (
            "[fr]\neach_way = []\neach_way = []\n",
            "synonyms.toml`, line 3: `each_way` appears twice",
            "keep one of the two",
        ),
        (
            "[[fr]]\neach_way = []\n",
            "synonyms.toml`, line 1: `[[fr]]` needs one bracket on each side",
            "write `each_way = [[\"AI\"",
        ),
    ] {
        let (verbatim, settings) = with(text);
        let run = verbatim.run(&["--config", &settings, "ask", "RGPD"]);
        run.ends_with_code(2).complains(wrong).complains(hint);
    }
}
