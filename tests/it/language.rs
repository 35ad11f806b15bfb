//! What a word is, where a sentence ends, which language a text is in.

use proptest::prelude::*;
use verbatim::language::{Language, detect, sentences, terms};

fn stems(text: &str, language: Language) -> Vec<String> {
    terms(text, language)
        .into_iter()
        .filter(|term| !term.stop)
        .map(|term| term.stem.to_string())
        .collect()
}

#[track_caller]
fn same(a: &str, b: &str, language: Language) {
    assert_eq!(stems(a, language), stems(b, language), "`{a}` and `{b}`");
}

#[track_caller]
fn shares(a: &str, b: &str, language: Language) {
    let (a_stems, b_stems) = (stems(a, language), stems(b, language));
    assert!(
        a_stems.iter().any(|stem| b_stems.contains(stem)),
        "`{a}` {a_stems:?} and `{b}` {b_stems:?}"
    );
}

#[test]
fn accents_case_and_apostrophes_make_no_difference() {
    for (a, b) in [
        ("souveraineté des États", "SOUVERAINETE DES ETATS"),
        ("l’eau d'Évian", "l'eau d’evian"),
        ("qu’il s’agisse lorsqu'elle", "qu'il s'agisse lorsqu’elle"),
        ("cœur", "coeur"),
        ("Œuvre", "oeuvre"),
        ("ex æquo", "ex aequo"),
        ("e\u{301}te\u{301}s mobilise\u{301}s", "étés mobilisés"),
        ("télé\u{ad}travail", "télétravail"),
        ("ﬁnance", "finance"),
        ("aujourd’hui", "aujourd'hui"),
    ] {
        same(a, b, Language::French);
    }
    same("Straße", "STRASSE", Language::German);
    same("İstanbul", "istanbul", Language::Turkish);
    // Written from right to left, the points and vowel signs are what a hurried writer leaves out.
    same("שָׁלוֹם", "שלום", Language::Other);
    same("كِتَاب", "كتاب", Language::Arabic);
}

#[test]
fn an_elided_article_is_not_part_of_the_word() {
    assert_eq!(stems("l'eau", Language::French), ["eau"]);
    assert_eq!(
        stems("jusqu’à l’école", Language::French),
        stems("école", Language::French)
    );
    assert_eq!(stems("presqu'île", Language::French).len(), 1);
    shares("the company's data", "company", Language::English);
    assert_eq!(
        stems("don't", Language::English).len(),
        stems("dont", Language::English).len()
    );
}

#[test]
fn a_hyphenated_word_is_found_whole_and_in_parts() {
    for question in ["crash-test", "crash", "test", "crashtest"] {
        shares("un crash-test du concept", question, Language::French);
    }
    shares("télé-travail", "télétravail", Language::French);
    assert_eq!(
        stems("a-t-elle augmenté", Language::French),
        stems("augmenté", Language::French)
    );
}

#[test]
fn a_dotted_acronym_is_the_acronym() {
    same("R.G.P.D.", "RGPD", Language::French);
    same("the U.S.", "the US", Language::Other);
}

#[test]
fn numbers_keep_their_decimals() {
    assert_eq!(stems("1,5 millions", Language::French)[0], "1,5");
    assert_eq!(stems("+30% à +50%", Language::French), ["30", "50"]);
}

#[test]
fn a_number_is_one_word_however_its_groups_are_set_apart() {
    for number in [
        "10000",
        "10 000",
        "10\u{a0}000",
        "10\u{202f}000",
        "10.000",
        "10,000",
    ] {
        same(number, "10000", Language::French);
    }
    let terms = terms("Avec 10 000 euros.", Language::French);
    assert_eq!(
        (terms[1].span.start, terms[1].span.end, terms[2].position),
        (5, 11, 2)
    );
    assert_eq!(
        stems("en 2020 300 personnes", Language::French)[..2],
        ["2020", "300"]
    );
}

#[test]
fn plurals_and_conjugated_forms_share_a_stem() {
    shares("les datacentres", "datacentre", Language::French);
    shares("nous garantissons", "garantir", Language::French);
    shares("interviews", "interview", Language::English);
}

#[test]
fn scripts_without_spaces_are_cut_in_pairs() {
    shares("我喜欢北京大学", "北京", Language::Other);
    shares("東京へ行きました", "東京", Language::Other);
    shares("مرحبا بالعالم", "بالعالم", Language::Arabic);
}

#[test]
fn a_sentence_ends_where_a_reader_ends_it() {
    for (text, expected) in [
        (
            "Un. Deux ! Trois ? Quatre… Cinq",
            vec!["Un.", "Deux !", "Trois ?", "Quatre…", "Cinq"],
        ),
        (
            "M. Paulin est venu. Il parle.",
            vec!["M. Paulin est venu.", "Il parle."],
        ),
        (
            "J. K. Rowling wrote it. She did.",
            vec!["J. K. Rowling wrote it.", "She did."],
        ),
        (
            "Il y en a 1.5 million. Oui.",
            vec!["Il y en a 1.5 million.", "Oui."],
        ),
        (
            "« C’est fini. » Il sort.",
            vec!["« C’est fini. »", "Il sort."],
        ),
        ("Really?! Yes.", vec!["Really?!", "Yes."]),
        (
            "Voir https://exemple.fr/a.b pour plus. Merci.",
            vec!["Voir https://exemple.fr/a.b pour plus.", "Merci."],
        ),
        (
            "Trois points :\n\n– Un\n– Deux",
            vec!["Trois points :", "– Un", "– Deux"],
        ),
        (
            "Une ligne coupée\npar son éditeur. Fin.",
            vec!["Une ligne coupée\npar son éditeur.", "Fin."],
        ),
        (
            "Titre court\nUne phrase.",
            vec!["Titre court", "Une phrase."],
        ),
        ("これは本です。あれも。", vec!["これは本です。", "あれも。"]),
    ] {
        let found: Vec<&str> = sentences(text)
            .into_iter()
            .map(|span| &text[span.start..span.end])
            .collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_document_is_known_by_its_language() {
    assert_eq!(
        detect("Cette crise nous fait découvrir que nous vivons dans un environnement incertain."),
        Language::French
    );
    assert_eq!(
        detect("This crisis made us discover that we live in an uncertain environment."),
        Language::English
    );
}

proptest! {
    #[test]
    fn any_text_gives_terms_and_sentences_on_character_boundaries(text in any::<String>(), language in 0..Language::ALL.len()) {
        let mut last = 0;
        for term in terms(&text, Language::ALL[language].0) {
            prop_assert!(text.get(term.span.start..term.span.end).is_some_and(|word| !word.is_empty()));
            prop_assert!(term.span.start >= last || term.span.end > last);
            last = term.span.start;
        }
        let mut end = 0;
        for sentence in sentences(&text) {
            prop_assert!(sentence.start >= end && !sentence.is_empty());
            prop_assert!(text[end..sentence.start].trim().is_empty(), "only white space lies between sentences");
            end = sentence.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}
