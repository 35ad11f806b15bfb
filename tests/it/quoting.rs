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
