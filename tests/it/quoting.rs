//! A quote is a slice of what a guest said, and nothing else.

use proptest::prelude::*;
use verbatim::answer::{Answer, AnswerCache, Question, Quote, answer, quote_at};
use verbatim::index::{Library, Writer, open_in_memory};
use verbatim::interview::{
    Exchange, Interview, InterviewId, Metadata, Revision, Role, Span, Speaker, Turn,
};
use verbatim::language::Language;
use verbatim::reading::passages;

/// An interview whose turns are the given words, interviewer and guest in turn.
fn interview(id: &str, turns: &[String]) -> Interview {
    let mut interview = Interview {
        id: InterviewId::new(id),
        revision: Revision::of(""),
        transcript: String::new(),
        metadata: Metadata {
            language: Language::French,
            ..Metadata::default()
        },
        speakers: vec![
            Speaker {
                name: Some("Claire Martin".into()),
                role: Some(Role::Interviewer),
                description: None,
            },
            Speaker {
                name: Some("Jean Dupont".into()),
                role: Some(Role::Guest),
                description: None,
            },
        ],
        turns: Vec::new(),
        exchanges: Vec::new(),
        marks: Vec::new(),
        confidence: 1.0,
        warnings: Vec::new(),
        withdrawn: Vec::new(),
    };
    for (at, words) in turns
        .iter()
        .enumerate()
        .filter(|(_, words)| !words.trim().is_empty())
    {
        interview.transcript.push_str("— ");
        let start = interview.transcript.len();
        interview.transcript.push_str(words);
        let span = Span::new(start, interview.transcript.len()).trimmed(&interview.transcript);
        interview.transcript.push_str("\n\n");
        let role = if at % 2 == 0 {
            Role::Interviewer
        } else {
            Role::Guest
        };
        interview.turns.push(Turn {
            speaker: Some(at % 2),
            role: Some(role),
            span,
        });
        let turn = interview.turns.len() - 1;
        match role {
            Role::Interviewer => interview.exchanges.push(Exchange {
                question: vec![turn],
                answer: Vec::new(),
            }),
            Role::Guest if interview.exchanges.is_empty() => {
                interview.exchanges.push(Exchange {
                    question: Vec::new(),
                    answer: vec![turn],
                });
            }
            Role::Guest => interview.exchanges.last_mut().unwrap().answer.push(turn),
        }
    }
    interview.revision = Revision::of(&interview.transcript);
    interview
}

fn library(interviews: &[Interview]) -> Library {
    let library = open_in_memory().unwrap();
    let mut writer = Writer::new(&library).unwrap();
    for interview in interviews {
        let source = verbatim::index::SourceFile {
            file: &interview.id,
            hash: "",
        };
        writer
            .replace(interview, &passages(interview), source)
            .unwrap();
    }
    writer.commit().unwrap();
    library
}

fn question(text: &str) -> Question {
    Question {
        text: text.to_owned(),
        quotes: 3,
        collection: None,
        today: None,
        language: None,
        answering: verbatim::answer::AnsweringOptions::default(),
        options: verbatim::answer::QuestionOptions::default(),
    }
}

fn ask(library: &Library, text: &str) -> Vec<Quote> {
    match answer(library, &question(text)).unwrap() {
        Answer::Found(found) => found.quotes,
        Answer::Nothing(_) | Answer::Talk(_) | Answer::Interviewers(_) => Vec::new(),
    }
}

/// Words that recur, marks of every kind, lists, several scripts.
fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => prop::sample::select(vec!["souveraineté", "cloud", "données", "crise", "école", "l’État", "garantir", "30", "M.", "télé-travail", "東京", "e\u{301}te\u{301}", "🎉"]),
        3 => prop::sample::select(vec![". ", " ! ", " ? ", "… ", " :\n\n– ", ".\n\n", "\n", ", ", " « ", " » ", "\u{202e}", "\r\n"]),
    ];
    prop::collection::vec(word, 0..120).prop_map(|words| words.join(" "))
}

fn assert_holds(interview: &Interview, quote: &Quote) -> Result<(), TestCaseError> {
    let (transcript, span) = (&interview.transcript, quote.span());
    prop_assert_eq!(
        transcript.get(span.start..span.end),
        Some(quote.text()),
        "the text is the slice"
    );
    prop_assert_eq!(&Revision::of(transcript), quote.revision());
    let turn = interview.turns.iter().find(|turn| turn.span.contains(span));
    prop_assert_eq!(
        turn.and_then(|turn| turn.role),
        Some(Role::Guest),
        "inside one guest's turn"
    );
    let turn = turn.unwrap();
    let (before, after) = (
        &transcript[turn.span.start..span.start],
        &transcript[span.end..turn.span.end],
    );
    let ends = |text: &str| {
        text.trim_end().is_empty()
            || text
                .trim_end()
                .ends_with(['.', '!', '?', '…', ':', '»', '。'])
    };
    let breaks = |text: &str| {
        text.chars()
            .take_while(|c| c.is_whitespace())
            .any(|c| c == '\n')
    };
    let reversed: String = before.chars().rev().collect();
    prop_assert!(
        quote.cuts().0 || ends(before) || breaks(&reversed),
        "starts a sentence or shows a cut: {:?}",
        before
    );
    prop_assert!(
        quote.cuts().1 || after.trim().is_empty() || ends(quote.text()) || breaks(after),
        "ends a sentence or shows a cut"
    );
    for highlight in quote.highlights() {
        prop_assert!(span.contains(*highlight) && !highlight.is_empty());
        prop_assert!(transcript.get(highlight.start..highlight.end).is_some());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_of_whatever_text_a_quote_is_a_slice_of_one_guests_turn(
        turns in prop::collection::vec(prose(), 1..8),
        question in prose(),
    ) {
        let interview = interview("one", &turns);
        let library = library(std::slice::from_ref(&interview));
        let quotes = ask(&library, &question);
        for (at, quote) in quotes.iter().enumerate() {
            assert_holds(&interview, quote)?;
            prop_assert!(quotes[..at].iter().all(|other| !other.span().overlaps(quote.span())), "never two on the same words");
            let again = quote_at(&library, &quote.place()).unwrap().unwrap();
            prop_assert_eq!(again.text(), quote.text(), "its place leads back to the same words");
        }
    }

    #[test]
    fn any_question_is_answered_without_a_panic(question in any::<String>()) {
        let library = library(&[interview("one", &["Et la crise ?".into(), "La crise fut longue. Nous avons tenu.".into()])]);
        ask(&library, &question);
    }
}

#[test]
fn the_interviewers_words_are_never_quoted_as_an_answer() {
    let library = library(&[interview(
        "one",
        &[
            "Que pensez-vous du nucléaire, monsieur le ministre ?".into(),
            "Je préfère parler du vent et du soleil.".into(),
        ],
    )]);
    let quotes = ask(&library, "nucléaire");
    assert_eq!(quotes.len(), 1, "the question leads to its answer");
    assert_eq!(quotes[0].text(), "Je préfère parler du vent et du soleil.");
    assert_eq!(
        quotes[0].asked(),
        Some("Que pensez-vous du nucléaire, monsieur le ministre ?")
    );
}

#[test]
fn a_hurried_question_finds_what_a_careful_one_does() {
    let library = library(&[interview(
        "one",
        &[
            "Et l’État ?".into(),
            "La souveraineté de l’État n’est pas un luxe. C’est une nécessité.".into(),
        ],
    )]);
    let careful = ask(&library, "La souveraineté de l’État");
    for hurried in [
        "SOUVERAINETE DE L'ETAT",
        "souverainete de l etat",
        "la souverainete de l'Etat ?",
    ] {
        assert_eq!(
            ask(&library, hurried).first().map(Quote::text),
            careful.first().map(Quote::text),
            "{hurried}"
        );
    }
    assert!(!careful.is_empty());
}

#[test]
fn a_quote_is_lengthened_when_it_leans_on_what_stands_before() {
    let library = library(&[interview(
        "one",
        &[
            "Et la suite ?".into(),
            "Nous avons choisi le chiffrement. Il protège les hôpitaux.".into(),
        ],
    )]);
    assert_eq!(
        ask(&library, "hôpitaux")[0].text(),
        "Nous avons choisi le chiffrement. Il protège les hôpitaux."
    );
}

#[test]
fn an_interview_that_was_taken_out_is_in_no_answer_and_behind_no_place() {
    let interview = interview(
        "one",
        &["Et la crise ?".into(), "La crise fut longue.".into()],
    );
    let library = library(std::slice::from_ref(&interview));
    let place = ask(&library, "crise")[0].place();
    let mut writer = Writer::new(&library).unwrap();
    writer.remove(&interview.id);
    writer.commit().unwrap();
    assert!(ask(&library, "crise").is_empty());
    assert_eq!(quote_at(&library, &place).unwrap(), None);
}

#[test]
fn the_last_answers_are_kept_for_who_asks_the_same_of_the_same_interviews() {
    let turns = |words: &str| ["Et alors ?".to_owned(), words.to_owned()];
    let bees = interview("bees", &turns("Les abeilles ont bien passé l’hiver."));
    let library = library(std::slice::from_ref(&bees));
    let recent = AnswerCache::default();
    assert_eq!(recent.to(&library, &question("abeilles")), None);
    let answered = recent.answer(&library, question("abeilles")).unwrap();
    assert_eq!(*answered, answer(&library, &question("abeilles")).unwrap());
    assert_eq!(recent.to(&library, &question("abeilles")), Some(answered));

    let one = Question {
        quotes: 1,
        ..question("abeilles")
    };
    assert_eq!(recent.to(&library, &one), None, "another number of quotes");

    let mut writer = Writer::new(&library).unwrap();
    writer.remove(&bees.id);
    writer.commit().unwrap();
    assert_eq!(
        recent.to(&library, &question("abeilles")),
        None,
        "other interviews"
    );
    let answered = recent.answer(&library, question("abeilles")).unwrap();
    assert!(matches!(*answered, Answer::Nothing(_)));
}

#[test]
fn of_the_last_answers_those_wanted_longest_ago_are_forgotten() {
    let library = library(&[]);
    let recent = AnswerCache::default();
    let asked = |number: usize| question(&format!("abeille {number}"));
    for number in 0..10_000 {
        recent.answer(&library, asked(number)).unwrap();
        assert!(
            recent.to(&library, &asked(0)).is_some(),
            "wanted again and again"
        );
    }
    assert!(recent.to(&library, &asked(9_999)).is_some());
    assert_eq!(recent.to(&library, &asked(1)), None);
    let long = question(&"abeille ".repeat(1_000));
    recent.answer(&library, long.clone()).unwrap();
    assert_eq!(recent.to(&library, &long), None, "too long to be kept");
}

/// The highlighted words of the first quote.
fn highlighted(library: &Library, text: &str) -> Vec<String> {
    let quotes = ask(library, text);
    let first = quotes.first().expect("a quote");
    let words = |span: &Span| {
        first.text()[span.start - first.span().start..span.end - first.span().start].to_owned()
    };
    first.highlights().iter().map(words).collect()
}

fn guest_says(words: &str) -> Library {
    library(&[interview(
        "one",
        &["Et alors ?".to_owned(), words.to_owned()],
    )])
}

#[test]
fn a_subject_is_highlighted_from_the_first_sentence_that_speaks_of_it_to_the_last() {
    let library = guest_says(
        "Bonjour à tous. Le barrage a été construit en trois ans. Personne n’y croyait. \
         Ce barrage retient la rivière. Merci de votre visite.",
    );
    assert_eq!(
        highlighted(&library, "le barrage"),
        [
            "Le barrage a été construit en trois ans. Personne n’y croyait. Ce barrage retient la rivière."
        ]
    );
}

#[test]
fn a_question_is_highlighted_in_the_fewest_sentences_that_hold_it() {
    let library = guest_says(
        "Le barrage est vieux. Nous avons hésité longtemps. \
         L’ingénieur Morel a dessiné le barrage de la rivière en hiver. On s’en souvient encore.",
    );
    assert_eq!(
        highlighted(
            &library,
            "Quel ingénieur a dessiné le barrage de la rivière ?"
        ),
        ["L’ingénieur Morel a dessiné le barrage de la rivière en hiver."]
    );
}

#[test]
fn sentences_that_answer_apart_are_highlighted_apart() {
    let library = guest_says(
        "Les moutons paissent sur le plateau en été. Il pleut souvent là-bas. \
         Les moutons descendent du plateau en hiver.",
    );
    assert_eq!(
        highlighted(&library, "Que font les moutons sur le plateau ?"),
        [
            "Les moutons paissent sur le plateau en été.",
            "Les moutons descendent du plateau en hiver."
        ]
    );
}

#[test]
fn of_speech_without_full_stops_only_the_clauses_that_answer_are_highlighted() {
    let before = "et donc nous sommes partis ce matin là avec les enfants et les valises sans savoir où dormir le soir ";
    let words = format!(
        "{}puis le phare a été automatisé par les ingénieurs du port {}",
        before.repeat(2),
        before.repeat(2)
    );
    let library = guest_says(&words);
    let highlighted = highlighted(&library, "Qui a automatisé le phare ?").join(" ");
    assert!(
        highlighted.contains("phare a été automatisé"),
        "{highlighted}"
    );
    assert!(highlighted.split(' ').count() <= 30, "{highlighted}");
}

#[test]
fn what_is_kept_of_a_quote_is_around_the_highlight_that_answers_best() {
    let interview = interview(
        "one",
        &[
            "Et alors ?".into(),
            "Le moulin est vieux. La roue tourne. Le moulin et la roue ont brûlé.".into(),
        ],
    );
    let span = interview.turns[1].span;
    let mark = |words: &str| {
        let at = interview.transcript.find(words).unwrap();
        Span::new(at, at + words.len())
    };
    let (first, best) = (
        mark("Le moulin est vieux."),
        mark("Le moulin et la roue ont brûlé."),
    );
    let quote = Quote::cut(&interview, span, vec![first, best], 1.0).unwrap();
    assert_eq!(
        quote.best_highlight(),
        Some(first),
        "the first where nothing else is said"
    );
    let quote = quote.led_by(Some(best));
    assert_eq!(quote.place().highlight, Some(best));
    let kept = quote.excerpt(32).span;
    assert_eq!(
        &quote.text()[kept.start..kept.end],
        "Le moulin et la roue ont brûlé."
    );
}

#[test]
fn an_answer_to_the_same_question_comes_before_passages_that_say_its_words_elsewhere() {
    let turns = |words: &[&str]| {
        words
            .iter()
            .map(|words| (*words).to_owned())
            .collect::<Vec<_>>()
    };
    let asked = interview(
        "asked",
        &turns(&[
            "Comment financez-vous le moulin ?",
            "Par des dons, surtout ceux de nos voisins, et un peu grâce aux visites du dimanche.",
        ]),
    );
    let said = interview(
        "said",
        &turns(&[
            "Et le village ?",
            "Le moulin attire du monde. Ceux qui financent le village financent le moulin aussi. Le moulin tourne.",
            "Et la rivière ?",
            "Elle passe devant le moulin, et le moulin la retient.",
        ]),
    );
    let library = library(&[asked, said]);
    let quotes = ask(&library, "Comment est financé le moulin ?");
    assert!(
        quotes[0].text().starts_with("Par des dons"),
        "{}",
        quotes[0].text()
    );
}

#[test]
fn the_same_words_in_another_interview_are_quoted_once() {
    let turns = |question: &str| {
        [
            question.to_owned(),
            "Le barrage de la vallée a été vidé deux fois en trente ans.".to_owned(),
        ]
    };
    let library = library(&[
        interview("one", &turns("Et le barrage ?")),
        interview("copy", &turns("Alors, le barrage ?")),
        interview(
            "other",
            &[
                "Le barrage, toujours ?".to_owned(),
                "Le barrage de la vallée retient un lac de montagne.".to_owned(),
            ],
        ),
    ]);
    let quotes = ask(&library, "barrage de la vallée");
    let texts: Vec<&str> = quotes.iter().map(Quote::text).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert_ne!(texts[0], texts[1]);
}

#[test]
fn a_definition_comes_before_a_mention_where_it_is_asked_what_something_is() {
    let library = library(&[
        interview(
            "mention",
            &[
                "Et après ?".to_owned(),
                "Les éclusiers du fleuve attendent tous le mascaret de septembre avec les curieux de la ville.".to_owned(),
            ],
        ),
        interview(
            "definition",
            &[
                "Et avant ?".to_owned(),
                "Le mascaret est une vague qui remonte un fleuve quand la marée pousse son eau."
                    .to_owned(),
            ],
        ),
    ]);
    let quotes = ask(&library, "C’est quoi, le mascaret ?");
    assert!(
        quotes[0].text().contains("est une vague"),
        "{}",
        quotes[0].text()
    );
}
