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

const DESK: &str = "Interview with Ivy Moss\n\n\
    Tom Reed: Who are you, and what do you do?\n\n\
    Ivy Moss: I'm Ivy Moss, I bind books for Ivy Moss and Sons, and I teach the craft to whoever asks.\n\n\
    Tom Reed: What do you work with?\n\n\
    Ivy Moss: The paper is cut with a bone knife from my grandfather, and the glue is made of rabbit skin.\n\n\
    Tom Reed: And in the evening?\n\n\
    Ivy Moss: In the evening I never look at a screen, I carve pieces for a chess board out of plum wood.\n\n\
    Tom Reed: What does your brother do?\n\n\
    Ivy Moss: My brother looks at a screen all day, he leads a bank and counts what others earn.\n";

const MOUNTAIN: &str = "Entretien avec Rose Blanc\n\n\
    Luc Noir : Combien de pièces a la maison ?\n\n\
    Rose Blanc : La maison a trois pièces, la plus grande garde le foin et les deux autres les enfants.\n\n\
    Luc Noir : Qui vous a aidée ?\n\n\
    Rose Blanc : Un lead de chorale est venu l’hiver dernier, il chantait dans l’étable avec les vaches.\n\n\
    Luc Noir : Et le téléphone ?\n\n\
    Rose Blanc : Mon voisin a un téléphone dans chaque chambre et un autre dans le tracteur, pour la météo.\n\n\
    Luc Noir : Et vous ?\n\n\
    Rose Blanc : Je n’ai pas de téléphone, celui qui veut me parler monte le sentier et frappe à la porte.\n";

fn both_languages() -> Verbatim {
    Verbatim::with_files([
        ("desk.txt", DESK.as_bytes()),
        ("montagne.txt", MOUNTAIN.as_bytes()),
    ])
}

#[test]
fn a_bare_word_is_asked_of_the_language_that_is_written_so_and_says_it_most() {
    let verbatim = both_languages();
    for (question, expected) in [
        ("pièces", "trois pièces"),
        ("pieces", "carve pieces"),
        ("leads", "leads a bank"),
        ("téléphone", "téléphone"),
    ] {
        let found = first(&verbatim, question);
        assert!(found.contains(expected), "{question}: {found:?}");
    }
}

#[test]
fn what_somebody_says_is_asked_for_alike_in_five_languages() {
    let verbatim = both_languages();
    for name in ["Ivy Moss", "Rose Blanc"] {
        for (before, behind) in [
            ("What did ", " say?"),
            ("according to ", ""),
            ("Que dit ", " ?"),
            ("selon ", ""),
            ("Was sagt ", "?"),
            ("laut ", ""),
            ("¿Qué dice ", "?"),
            ("según ", ""),
            ("Cosa dice ", "?"),
            ("secondo ", ""),
            ("", ""),
        ] {
            let question = format!("{before}{name}{behind}");
            let answer = verbatim.ask(&question);
            assert_eq!(answer["quotes"][0]["speaker"], name, "{question}");
        }
    }
}

#[test]
fn an_introduction_is_no_answer_to_what_is_asked_of_whoever_introduces_themselves() {
    let verbatim = both_languages();
    for (question, expected) in [
        ("What does Ivy Moss cut the paper with?", "bone knife"),
        ("What glue does Moss use?", "rabbit skin"),
        ("Where did Ivy Moss get her knife?", "grandfather"),
        ("Ivy Moss chess", "chess board"),
        (
            "Pourquoi Rose Blanc n’a-t-elle pas de téléphone ?",
            "pas de téléphone",
        ),
        ("la maison de Rose Blanc", "trois pièces"),
    ] {
        let found = first(&verbatim, question);
        assert!(found.contains(expected), "{question}: {found:?}");
    }
}

#[test]
fn what_denies_comes_first_where_a_question_denies() {
    let verbatim = both_languages();
    for (question, expected) in [
        ("Who does not look at a screen?", "never look at a screen"),
        ("Who looks at a screen?", "all day"),
        ("Qui n’a pas de téléphone ?", "pas de téléphone"),
        ("Qui vit sans téléphone ?", "pas de téléphone"),
        ("Qui a un téléphone ?", "chaque chambre"),
    ] {
        let found = first(&verbatim, question);
        assert!(found.contains(expected), "{question}: {found:?}");
    }
}

#[test]
fn a_word_that_is_seldom_asked_and_often_said_is_no_name() {
    let mut talk = "Entretien avec Rose Blanc\n\n\
        Luc Noir : C’était quoi, ce projet de four, comme projet ?\n\n\
        Rose Blanc : On l’a bâti avec des pierres de la rivière et il fume encore le samedi.\n\n"
        .to_owned();
    for at in 0..12 {
        talk += &format!(
            "Luc Noir : Et l’année {} ?\n\nRose Blanc : Un projet de plus, toujours avec les voisins de la vallée, et cela a \
             fini comme les autres, par une fête.\n\n",
            1980 + at
        );
    }
    talk += "Luc Noir : Et la fin ?\n\nRose Blanc : Il y a eu le projet Zirpel, un moulin qui devait moudre les châtaignes.\n";
    check(
        &talk,
        &[("Qu’est-ce que le projet Zirpel ?", Some("Zirpel"))],
    );
}

#[test]
fn one_shared_name_is_no_answer_to_a_question_that_asks_for_more() {
    let places = [
        "Lisbon", "Ghent", "Turin", "Malmö", "Bergen", "Cork", "Graz", "Brno",
    ];
    let mut talk = "Interview with Ivy Moss\n\n".to_owned();
    for (at, place) in places.iter().cycle().take(48).enumerate() {
        talk += &format!(
            "Tom Reed: And stop number {at}?\n\nIvy Moss: We sang in {place} with {} people in the hall, then it rained.\n\n",
            100 + at
        );
    }
    talk += "Tom Reed: And then?\n\nIvy Moss: I was born in Freetown, and I sing in Hobart, Tasmania.\n";
    check(
        &talk,
        &[
            ("What is the capital of Tasmania?", None),
            ("Who sings in Tasmania?", Some("Hobart")),
            ("Tasmania", Some("Hobart")),
        ],
    );
}

#[test]
fn a_short_word_is_not_taken_for_a_name_that_sounds_like_it() {
    check(
        "Interview with Ozan Onay\n\n\
        Tom Reed: What do you build?\n\n\
        Ozan Onay: I build boats of reed, and I sail them over the lake with nobody at the oars.\n",
        &[("honey", None), ("Ohnay", Some("boats of reed"))],
    );
}

/// A transcript with other words mixed in: one of a hundred behind every few words that are said.
fn with_other_words(transcript: &str, copy: usize) -> String {
    let mut mixed = String::new();
    for (at, word) in transcript.split_inclusive(' ').enumerate() {
        mixed += word;
        let is_inside = word.ends_with(' ') && word.trim_end().ends_with(char::is_lowercase);
        if is_inside && at > 20 && at % 7 == copy % 7 {
            mixed += &format!(
                "zirpel{}{} ",
                "abcdefghij".as_bytes()[copy % 10] as char,
                at % 100
            );
        }
    }
    mixed
}

#[test]
fn a_larger_corpus_that_says_the_same_gives_the_same_decision() {
    let small = both_languages();
    let large = both_languages();
    for copy in 0..10 {
        for (name, transcript) in [("desk", DESK), ("montagne", MOUNTAIN)] {
            large.write(
                &format!("{name}-{copy}.txt"),
                with_other_words(transcript, copy).as_bytes(),
            );
        }
    }
    for question in [
        "paper",
        "screen",
        "the glue",
        "What does Ivy Moss cut the paper with?",
        "Who carves a chess board?",
        "bank",
        "pièces",
        "la maison",
        "téléphone",
        "Qui n’a pas de téléphone ?",
        "Combien de pièces a la maison ?",
        "quantum gravity",
        "recette de la blanquette",
        "Who won the regatta in Lisbon?",
        "Quel est le prix du gaz à Bruges ?",
    ] {
        let answered = |verbatim: &Verbatim| !first(verbatim, question).is_empty();
        assert_eq!(answered(&small), answered(&large), "{question}");
    }
}

#[test]
fn words_are_found_behind_what_hebrew_and_arabic_write_together_with_them() {
    let hebrew = "Q: מה קורה בנמל?\n\nA: הנמל נפתח בשנה שעברה, והדייגים יוצאים לים כל בוקר.\n\n\
        Q: ובשוק?\n\nA: בשוק מוכרים תמרים לטבחים מירושלים.\n";
    let arabic = "Q: كيف الميناء؟\n\nA: الميناء فتح من جديد، والصيادون يخرجون إلى البحر كل صباح.\n\n\
        Q: وماذا تبيعون؟\n\nA: نبيع التمر في السوق، والحافلة تأتي من القاهرة.\n";
    let verbatim = Verbatim::with_files([
        ("namal.txt", hebrew.as_bytes()),
        ("mina.txt", arabic.as_bytes()),
    ]);
    for (question, expected) in [
        ("נמל", "הנמל"),
        ("ים", "לים"),
        ("הדייגים", "והדייגים"),
        ("דייגים", "והדייגים"),
        ("ירושלים", "מירושלים"),
        ("الصيادون", "والصيادون"),
        ("الحافلة", "والحافلة"),
        ("البحر", "البحر"),
    ] {
        let found = first(&verbatim, question);
        assert!(found.contains(expected), "{question}: {found:?}");
    }
    assert_eq!(first(&verbatim, "רקטה"), "");
}
