//! Questions whose words decide: stop words that are nouns, strangers with one stem, numbers in words, names that are heard,
//! other languages.

use serde_json::Value;

use crate::harness::Verbatim;

/// The first quote, empty where nothing answers.
fn first(verbatim: &Verbatim, question: &str) -> String {
    let answer = verbatim.ask(question);
    let text = answer["quotes"][0]["text"].as_str();
    text.unwrap_or_default().to_owned()
}

/// Asks questions of an interview: each with words of its first quote, or nothing.
fn check(transcript: &str, questions: &[(&str, Option<&str>)]) {
    let verbatim = Verbatim::with_files([("talk.txt", transcript.as_bytes())]);
    for (question, expected) in questions {
        let found = first(&verbatim, question);
        match expected {
            Some(expected) => assert!(found.contains(expected), "{question}: {found:?}"),
            None => assert_eq!(found, "", "{question}"),
        }
    }
}

#[test]
fn a_word_of_a_stop_list_is_asked_for_where_it_is_a_noun() {
    check(
        "Entretien avec Rose Blanc\n\n\
        Luc Noir : Que rapportez-vous de la montagne ?\n\n\
        Rose Blanc : L’or du torrent ne vaut plus rien, on le laisse aux enfants, qui le cherchent avec des passoires.\n\n\
        Luc Noir : Et les sommes ?\n\n\
        Rose Blanc : Les sommes que l’on nous devait sont arrivées avec dix ans de retard, dans une enveloppe sans timbre.\n\n\
        Luc Noir : Et le pain ?\n\n\
        Rose Blanc : Le pain se cuit le samedi dans le four commun, et son odeur descend jusqu’à la rivière.\n",
        &[
            ("Que faites-vous de l’or ?", Some("L’or du torrent")),
            ("les sommes", Some("Les sommes")),
            ("Comment est le pain ?", Some("Le pain")),
        ],
    );
    check(
        "Interview with Ivy Moss\n\n\
        Tom Reed: What does your uncle do?\n\n\
        Ivy Moss: My uncle Don carves spoons out of cherry wood and gives them to whoever knocks at his door in winter.\n\n\
        Tom Reed: Who was against the dam?\n\n\
        Ivy Moss: The millers were against it from the first day, and they were right, because the river never came back.\n",
        &[
            ("What does Don do?", Some("uncle Don")),
            ("Who was against?", Some("against it")),
        ],
    );
}

#[test]
fn a_stranger_with_the_same_stem_is_no_answer() {
    check(
        "Entretien avec Rose Blanc\n\n\
        Luc Noir : Où habitez-vous ?\n\n\
        Rose Blanc : J’habite près du port depuis trente ans, la maison regarde les bateaux et le phare blanc.\n\n\
        Luc Noir : Que vendez-vous ?\n\n\
        Rose Blanc : On vend des pommes et des poires au marché, le vent fait le reste et sèche les fruits sur les claies.\n",
        &[
            ("Que dites-vous de la porte ?", None),
            ("les ports", Some("près du port")),
            ("Que pensez-vous de la vente ?", None),
            ("Que dites-vous des vents ?", Some("le vent fait")),
        ],
    );
    check(
        "Interview with Ivy Moss\n\n\
        Tom Reed: What do you read?\n\n\
        Ivy Moss: I read about the universe and the planets, and about organs in old churches that nobody plays.\n",
        &[
            ("the university", None),
            ("the organization", None),
            ("universes", Some("universe")),
        ],
    );
}

#[test]
fn a_common_word_is_not_read_as_another_common_word() {
    check(
        "Entretien avec Rose Blanc\n\n\
        Luc Noir : Que mangez-vous ?\n\n\
        Rose Blanc : Une soupe de poireaux le soir, avec du pain dur, et le dimanche une tarte aux prunes de ma cousine.\n",
        &[
            ("la coupe", None),
            ("la carte", None),
            ("la suope", Some("soupe")),
            ("la sooupe", Some("soupe")),
        ],
    );
}

#[test]
fn a_year_is_found_in_words_and_in_digits() {
    check(
        "Entretien avec Rose Blanc\n\n\
        Luc Noir : Quand est venue la route ?\n\n\
        Rose Blanc : La route est arrivée en dix-neuf cent trente-deux, avec des ouvriers qui chantaient le soir.\n\n\
        Luc Noir : Et l’école ?\n\n\
        Rose Blanc : L’école a fermé dans les années 70, quand il ne restait que six enfants et un chien.\n\n\
        Luc Noir : Et la chapelle ?\n\n\
        Rose Blanc : La chapelle est du XVIIe siècle, mais le toit a été refait avec des tuiles toutes neuves.\n",
        &[
            ("1932", Some("trente-deux")),
            (
                "Que s’est-il passé en mil neuf cent trente-deux ?",
                Some("trente-deux"),
            ),
            ("32", None),
            ("les années soixante-dix", Some("années 70")),
            ("le dix-septième siècle", Some("XVIIe")),
            ("9", None),
        ],
    );
}

#[test]
fn a_question_is_asked_of_every_language_that_the_interviews_are_in() {
    let french = "Entretien avec Rose Blanc\n\nLuc Noir : Que vendez-vous ?\n\nRose Blanc : Du miel de châtaignier, des \
        bougies et des livres sur les abeilles, le samedi au marché de la vallée.\n";
    let english = "Interview with Ivy Moss\n\nTom Reed: What do you sell?\n\nIvy Moss: I sell honey from the heath, and \
        candles that my sister pours, and we talk about our lives with whoever stops at the stall.\n";
    let russian = "Интервью с Анной\n\nИван: Где вы живёте?\n\nАнна: Я живу на маяке у самого моря, отец был смотрителем \
        маяка, а теперь я зажигаю лампу каждую ночь сама.\n";
    let japanese = "インタビュー\n\n佐藤：どこに住んでいますか？\n\n田中：私は港の近くに住んでいます。毎朝、漁師たちが魚を運ぶ音が聞こえて、それで目が覚めます。\n";
    let files = [
        ("fr.txt", french),
        ("en.txt", english),
        ("ru.txt", russian),
        ("ja.txt", japanese),
    ];
    let verbatim = Verbatim::with_files(files.map(|(name, text)| (name, text.as_bytes())));
    for (question, expected) in [
        ("miel", "châtaignier"),
        ("honey", "heath"),
        ("livres", "livres"),
        ("маяк", "маяке"),
        ("港", "港"),
        ("魚", "魚"),
        ("Que vendez-vous au marché ?", "miel"),
        ("What do you sell at the stall?", "honey"),
    ] {
        let found = first(&verbatim, question);
        assert!(found.contains(expected), "{question}: {found:?}");
    }
    assert_eq!(
        verbatim.ask("livres")["corrections"],
        Value::Array(Vec::new())
    );
}

#[test]
fn a_question_in_a_language_of_no_interview_is_told_in_which_to_ask() {
    let verbatim = Verbatim::with_the_seeds();
    for (question, says) in [
        (
            "What did Paulin say about the weather?",
            "The interviews are in French",
        ),
        (
            "Was denken Sie über das Wetter?",
            "Die Interviews sind auf Französisch",
        ),
        (
            "¿Qué piensa usted de la lluvia?",
            "Las entrevistas están en francés",
        ),
    ] {
        verbatim.run(&["ask", question]).says(says);
    }
    for question in [
        "What did Paulin say?",
        "Was sagt Paulin?",
        "¿Qué dijo Paulin?",
        "selon Paulin",
        "What about OVHcloud?",
    ] {
        assert_ne!(first(&verbatim, question), "", "{question}");
    }
}

#[test]
fn where_one_collection_is_asked_it_is_told_in_which_language_that_is() {
    let french = "Luc Noir : Et le port ?\n\nOlivier Roy : Le port vit de la pêche et des voiles, et il dort en hiver sous la neige.\n";
    let english = "Q: And the harbour?\n\nJane Miller: The harbour lives on its trawlers, and it sleeps in winter under the snow.\n";
    let verbatim = Verbatim::with_files([
        ("fr/port.txt", french.as_bytes()),
        ("en/one.txt", english.as_bytes()),
        ("en/two.txt", english.replace("winter", "autumn").as_bytes()),
    ]);
    for (question, says) in [
        (
            "#fr Was denken Sie über das Wetter?",
            "Die Interviews sind auf Französisch",
        ),
        (
            "#en Was denken Sie über das Wetter?",
            "Die Interviews sind auf Englisch",
        ),
        (
            "#fr What do you think about the weather?",
            "The interviews are in French",
        ),
    ] {
        verbatim.run(&["ask", question]).says(says);
    }
}

#[test]
fn a_name_is_read_as_it_is_heard() {
    let talk = |name: &str, said: &str| {
        format!("Entretien avec {name}\n\nLuc Noir : Et le port ?\n\n{name} : {said}\n")
    };
    let one = talk(
        "Olivier Lefebvre",
        "Le port vit de la pêche et des voiles, et il dort en hiver sous la neige.",
    );
    let other = talk(
        "Catherine Galindo",
        "Le port est sale depuis dix ans, et la mairie ne fait rien pour les bateaux.",
    );
    let verbatim =
        Verbatim::with_files([("one.txt", one.as_bytes()), ("other.txt", other.as_bytes())]);
    for (question, expected) in [
        ("que dit olivier lefèvre du port", "pêche"),
        ("que dit katerine gallindo du port", "sale"),
        ("Que dit Lefevre du port ?", "pêche"),
        ("Que dit Galnido du port ?", "sale"),
    ] {
        let found = first(&verbatim, question);
        assert!(found.contains(expected), "{question}: {found:?}");
    }
}

#[test]
fn an_answer_does_not_fall_silent_because_the_corpus_grows() {
    let talk = |number: usize| {
        let words = [
            "hill", "meadow", "quarry", "marsh", "orchard", "harbour", "chapel", "mill", "ridge",
            "pond",
        ];
        let (here, there) = (words[number % 10], words[number / 10 % 10]);
        format!(
            "Interview with Guest{number} Miller\n\nTom Reed: What do you use at the {here}?\n\nGuest{number} Miller: We use \
            Python for the records of the {here} and the {there}, since it is easy to read number {number} of them.\n\n\
            Tom Reed: And the weather?\n\nGuest{number} Miller: The rain stays on the {there} for {number} days, and we \
            wait in the kitchen until the sheep come down by themselves.\n"
        )
    };
    let asked = ["Python", "What do you use Python for?", "the rain", "Cobol"];
    let decisions = |count: usize| -> Vec<bool> {
        let files: Vec<(String, String)> = (0..count)
            .map(|at| (format!("{at}.txt"), talk(at)))
            .collect();
        let files = files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes()));
        let verbatim = Verbatim::with_files(files);
        asked
            .iter()
            .map(|question| !first(&verbatim, question).is_empty())
            .collect()
    };
    let few = decisions(4);
    assert_eq!(few, [true, true, true, false]);
    assert_eq!(decisions(40), few);
}

#[test]
fn one_shared_name_is_not_an_answer() {
    check(
        "Interview with Ivy Moss\n\n\
        Tom Reed: Where did you work?\n\n\
        Ivy Moss: I worked at the National Library of Australia for nine years, in the cellar, among the maps.\n",
        &[
            ("capital of Australia", None),
            ("What is the currency of Australia?", None),
            (
                "Where is the library of Australia?",
                Some("National Library"),
            ),
        ],
    );
}
