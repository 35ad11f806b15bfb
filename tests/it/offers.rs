//! Whatever is offered is answered when it is taken up.

use proptest::prelude::*;
use verbatim::answer::{
    Answer, AnsweringOptions, ExampleQuestion, ListKind, Question, QuestionOptions, Scope,
    UnknownFilterKind, answer, examples, interview_opening, listed,
};
use verbatim::index::{Library, SourceFile, Writer, open_in_memory};
use verbatim::interview::{
    Exchange, Interview, InterviewId, Metadata, Revision, Role, Span, Speaker, Turn,
};
use verbatim::language::Language;
use verbatim::reading::passages;

const NAMES: [&str; 8] = [
    "Jane Miller",
    "Rose Baker",
    "Anne Durand",
    "Paul Durand",
    "Will Help",
    "Ciao Bello",
    "Müller",
    "J. R. Ewing",
];
const TITLES: [&str; 6] = [
    "The harbour",
    "Help",
    "Merci",
    "L’école",
    "Exit",
    "Bonjour à tous",
];
const OUTLETS: [&str; 3] = ["The Gazette", "Le Monde", "Help"];
const QUESTIONS: [&str; 15] = [
    "What becomes of the harbour?",
    "And then?",
    "Hello, how are you?",
    "Comment allez-vous ?",
    "Why?",
    "Où en est l’école du village ?",
    "Who is Jane Miller?",
    "Et la souveraineté numérique ?",
    "Can you help me?",
    "1 - What becomes of the old harbour in spring?",
    "Q3: How many trawlers of the harbour reach the quay?",
    "(2) Où en est l’école du village depuis la rentrée de septembre ?",
    "Comment allez-vous aujourd’hui, Anne Durand ?",
    "What’s up, Jane Miller?",
    "How are you, Jane Miller, and how is it going?",
];
const SENTENCES: [&str; 9] = [
    "The harbour will be dredged in spring, because the trawlers no longer reach the quay.",
    "Help came late, and the help that came was no help to the trawlers of the harbour.",
    "Thanks to the keeper, the lighthouse stays lit, and the lighthouse has a goat.",
    "L’école du village a rouvert, et l’école attend ses élèves depuis septembre.",
    "La souveraineté numérique n’est pas un luxe, la souveraineté se construit.",
    "Merci, merci beaucoup, je dirais que oui.",
    "I do not know.",
    "The miller and the baker bring bread to the school every morning at six.",
    "On le fait, voilà, on le fait comme ça.",
];

fn interview(
    id: &str,
    (guest, title, outlet): (usize, usize, usize),
    turns: &[(usize, Vec<usize>)],
) -> Interview {
    let french = turns
        .iter()
        .any(|(question, _)| [3, 5, 7, 11, 12].contains(question));
    let mut interview = Interview {
        id: InterviewId::new(id),
        revision: Revision::of(""),
        transcript: String::new(),
        metadata: Metadata {
            title: TITLES.get(title).map(|title| (*title).to_owned()),
            outlet: OUTLETS.get(outlet).map(|outlet| (*outlet).to_owned()),
            language: if french {
                Language::French
            } else {
                Language::English
            },
            ..Metadata::default()
        },
        speakers: vec![
            Speaker {
                name: None,
                role: Some(Role::Interviewer),
                description: None,
            },
            Speaker {
                name: NAMES.get(guest).map(|name| (*name).to_owned()),
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
    let mut say = |words: &str, speaker: usize, role: Role| {
        let start = interview.transcript.len();
        interview.transcript.push_str(words);
        let span = Span::new(start, interview.transcript.len());
        interview.transcript.push_str("\n\n");
        interview.turns.push(Turn {
            speaker: Some(speaker),
            role: Some(role),
            span,
        });
        interview.turns.len() - 1
    };
    let mut exchanges = Vec::new();
    for (question, sentences) in turns {
        let asked = say(QUESTIONS[*question], 0, Role::Interviewer);
        let words: Vec<&str> = sentences.iter().map(|at| SENTENCES[*at]).collect();
        let answered = say(&words.join(" "), 1, Role::Guest);
        exchanges.push(Exchange {
            question: vec![asked],
            answer: vec![answered],
        });
    }
    interview.exchanges = exchanges;
    interview.revision = Revision::of(&interview.transcript);
    interview
}

type Told = ((usize, usize, usize), Vec<(usize, Vec<usize>)>);

fn library(interviews: &[Told]) -> Library {
    let library = open_in_memory().unwrap();
    let mut writer = Writer::new(&library).unwrap();
    for (at, (facts, turns)) in interviews.iter().enumerate() {
        let folder = ["", "farm/", "Nature sauvage/"][at % 3];
        let interview = interview(&format!("{folder}{at}"), *facts, turns);
        let source = SourceFile {
            file: &interview.id,
            hash: "",
        };
        writer
            .replace(&interview, &passages(&interview), source)
            .unwrap();
    }
    writer.commit().unwrap();
    library
}

fn question(text: &str, collection: Option<&str>) -> Question {
    Question {
        text: text.to_owned(),
        quotes: 3,
        collection: collection.map(str::to_owned),
        today: None,
        language: None,
        answering: AnsweringOptions::default(),
        options: QuestionOptions::default(),
    }
}

fn is_answered(
    library: &Library,
    asked: &Question,
    scope: Option<Scope>,
) -> Result<(), TestCaseError> {
    let manner = QuestionOptions {
        scope,
        ..QuestionOptions::default()
    };
    let given = answer(
        library,
        &Question {
            options: manner,
            ..asked.clone()
        },
    )
    .unwrap();
    match given {
        Answer::Found(found) => prop_assert!(!found.quotes.is_empty(), "{}", asked.text),
        other => prop_assert!(false, "`{}` gives {other:?}", asked.text),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_question_topic_and_name_that_is_offered_gives_a_quote(
        interviews in prop::collection::vec(
            (
                (0..NAMES.len() + 1, 0..TITLES.len() + 1, 0..OUTLETS.len() + 1),
                prop::collection::vec((0..QUESTIONS.len(), prop::collection::vec(0..SENTENCES.len(), 1..5)), 1..4),
            ),
            1..5,
        ),
        collection in prop::option::of(Just("farm")),
        language in prop::option::of(prop::sample::select(vec![Language::English, Language::French, Language::German])),
    ) {
        let library = library(&interviews);
        let collection = collection.filter(|_| interviews.len() > 1);
        let asked = |text: &str| Question { language, ..question(text, collection) };
        let first = |list| listed(&library.catalogue(), list).first().map(|item| item.scope);
        let scopes = [None, first(ListKind::Speakers), first(ListKind::Interviews)];
        let texts = [
            "recette de la tarte aux pommes", "zzyzx qwfp", "hello", "🎉", "?", "", "harbour speaker:nobody",
            "#nowhere", "in:nothing school", "school date:1999", "the lihgthuose", "Que disent les grutiers ?", "capital of Tasmania",
        ];
        for (text, scope) in texts.iter().flat_map(|text| scopes.map(|scope| (text, scope))) {
            let manner = QuestionOptions { scope, ..QuestionOptions::default() };
            let given = answer(&library, &Question { options: manner, ..asked(text) }).unwrap();
            let (questions, words, names, unknown) = match given {
                Answer::Found(_) | Answer::Interviewers(_) => continue,
                Answer::Nothing(nothing) => {
                    let candidates = nothing.ambiguous.into_iter().flat_map(|one| one.candidates);
                    let people = nothing.people.into_iter().chain(candidates).collect();
                    (nothing.nearest, nothing.topics, people, nothing.unknown)
                }
                Answer::Talk(talk) => (talk.examples, Vec::new(), Vec::new(), Vec::new()),
            };
            let questions = questions.into_iter().map(|ExampleQuestion { text, .. }| text);
            for offered in questions.chain(words).chain(names) {
                is_answered(&library, &asked(&offered), None)?;
                is_answered(&library, &asked(&offered), scope)?;
            }
            for unknown in unknown {
                for name in unknown.nearest {
                    let key = match unknown.kind {
                        UnknownFilterKind::Collection => "#",
                        UnknownFilterKind::Speaker => "speaker:",
                        UnknownFilterKind::Place | UnknownFilterKind::Date | UnknownFilterKind::Empty => "in:",
                    };
                    is_answered(&library, &question(&format!("{key}\"{name}\""), None), None)?;
                }
            }
        }
        for example in examples(&library, &asked(""), 3).unwrap() {
            is_answered(&library, &asked(&example.text), None)?;
        }
        for item in listed(&library.catalogue(), ListKind::Speakers) {
            is_answered(&library, &question(&item.name, None), Some(item.scope))?;
        }
        for item in listed(&library.catalogue(), ListKind::Interviews) {
            let Scope::Interview(key) = item.scope else { unreachable!("an interview") };
            prop_assert!(!interview_opening(&library, key, 3).unwrap().is_empty(), "{}", item.name);
        }
    }
}

#[test]
fn small_talk_and_questions_without_a_subject_are_not_offered_and_numbers_in_front_are_left_out() {
    let quay = vec![0];
    let questions: [(usize, &str); 8] = [
        (1, ""),
        (2, ""),
        (3, ""),
        (6, ""),
        (13, ""),
        (14, ""),
        (9, "What becomes of the old harbour in spring?"),
        (10, "How many trawlers of the harbour reach the quay?"),
    ];
    for (question, wanted) in questions {
        let library = library(&[((0, 0, 0), vec![(question, quay.clone())])]);
        let offered = examples(&library, &self::question("", None), 3).unwrap();
        let texts: Vec<&str> = offered.iter().map(|one| one.text.as_str()).collect();
        let wanted: Vec<&str> = Some(wanted)
            .filter(|one| !one.is_empty())
            .into_iter()
            .collect();
        assert_eq!(texts, wanted, "{}", QUESTIONS[question]);
    }
}
