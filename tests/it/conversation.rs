//! Going on from an answer: corrections, filters, namesakes, context, follow-ups, lists.

use proptest::prelude::*;
use serde_json::{Value, json};
use verbatim::answer::{ListKind, Place, QuestionOptions, Scope, SpeakerKey};
use verbatim::interview::{InterviewKey, Span};
use verbatim::telegram::ButtonPayload;

use crate::fake_telegram::{Bot, FakeTelegram, TOKEN};
use crate::harness::Verbatim;

const ADA: i64 = 7;
const UNDER: i64 = 4321;

const HARBOUR: &str = "---\ntitle: The harbour\ndate: 2020-05-04\noutlet: The Gazette\n---\n\n\
    Q: What becomes of the old harbour?\n\n\
    Jane Miller: The harbour will be dredged in spring, because the trawlers no longer reach the quay at low tide.\n\n\
    Q: And the lighthouse?\n\n\
    Jane Miller: The lighthouse stays lit, and a keeper lives in it again, with her two children and a goat.\n";

const SCHOOLS: &str = "---\ntitle: The schools\ndate: 2021-09-01\noutlet: The Courier\n---\n\n\
    Q: What do the schools need?\n\n\
    Jane Miller: The schools need a harbour of their own, a quiet place, more than they need screens and tablets.\n\n\
    Q: Who pays for it?\n\n\
    Peter Miller: The town pays for the schools, and the county pays for the buses and the swimming lessons.\n";

/// A chat with a bot that holds two interviews.
struct Talk {
    _verbatim: Verbatim,
    telegram: FakeTelegram,
    bot: Bot,
    seen: usize,
}

impl Talk {
    fn starts() -> Self {
        Self::with(Verbatim::with_files([
            ("harbour.md", HARBOUR.as_bytes()),
            ("schools.md", SCHOOLS.as_bytes()),
        ]))
    }

    fn with(verbatim: Verbatim) -> Self {
        let telegram = FakeTelegram::start();
        let bot = telegram.bot(&verbatim, TOKEN);
        Self {
            _verbatim: verbatim,
            telegram,
            bot,
            seen: 0,
        }
    }

    fn says(&mut self, text: &str) -> Value {
        self.telegram
            .says_with(ADA, text, json!({ "from": english() }));
        self.telegram.waits_for(&mut self.seen, "sendMessage")
    }

    fn replies(&mut self, to: &Value, text: &str) -> Value {
        self.telegram.replies(ADA, to, text);
        self.telegram.waits_for(&mut self.seen, "sendMessage")
    }

    /// Presses a button of an answer to a question, and sees what takes its place.
    #[track_caller]
    fn presses(&mut self, answer: &Value, question: &str, button: &str) -> Value {
        let data = data(answer, button);
        self.telegram
            .presses_under(ADA, (UNDER, answer), question, &data);
        let edited = self.telegram.waits_for(&mut self.seen, "editMessageText");
        assert_eq!(edited["message_id"], UNDER);
        self.telegram
            .waits_for(&mut self.seen, "answerCallbackQuery");
        edited
    }

    fn ends(self) {
        self.bot.stops_on("TERM").ends_with_code(0);
    }
}

fn english() -> Value {
    json!({ "id": ADA, "is_bot": false, "first_name": "Ada", "language_code": "en" })
}

fn text(call: &Value) -> &str {
    call["text"].as_str().unwrap()
}

fn labels(call: &Value) -> Vec<String> {
    let rows = call["reply_markup"]["inline_keyboard"].as_array();
    let cells = rows
        .into_iter()
        .flatten()
        .flat_map(|row| row.as_array().unwrap());
    cells
        .map(|cell| cell["text"].as_str().unwrap().to_owned())
        .collect()
}

#[track_caller]
fn data(call: &Value, label: &str) -> String {
    let rows = call["reply_markup"]["inline_keyboard"].as_array().unwrap();
    let mut cells = rows.iter().flat_map(|row| row.as_array().unwrap());
    let cell = cells.find(|cell| cell["text"] == label);
    let cell = cell.unwrap_or_else(|| panic!("no `{label}` among {:?}", labels(call)));
    cell["callback_data"].as_str().unwrap().to_owned()
}

#[track_caller]
fn says(call: &Value, words: &str) {
    assert!(text(call).contains(words), "`{words}` in {}", text(call));
}

#[track_caller]
fn keeps_silent_on(call: &Value, words: &str) {
    assert!(!text(call).contains(words), "`{words}` in {}", text(call));
}

#[test]
fn a_correction_is_said_as_the_interview_writes_it_and_can_be_undone() {
    let mut talk = Talk::with(Verbatim::with_the_seeds());
    let question = "Pourquoi la souverainté est importante ?";
    let answer = talk.says(question);
    says(&answer, "Results for “souveraineté”.");
    let typed = talk.presses(&answer, question, "Only “souverainté”");
    keeps_silent_on(&typed, "Results for");
    assert!(!labels(&typed).iter().any(|label| label.starts_with("Only")));
    talk.ends();
}

#[test]
fn where_nothing_answers_no_results_are_promised() {
    let mut talk = Talk::with(Verbatim::with_the_seeds());
    let nothing = talk.says("koi fer pour la souvrainete des poissons rouges");
    says(&nothing, "Also searched for “");
    keeps_silent_on(&nothing, "Results for");
    keeps_silent_on(&nothing, "<blockquote>");
    talk.ends();
}

#[test]
fn a_filter_is_a_button_that_takes_it_away() {
    let mut talk = Talk::starts();
    let question = "What did Jane Miller say about the harbour in 2021?";
    let answer = talk.says(question);
    says(&answer, "Limited to: Jane Miller; 2021.");
    says(&answer, "a harbour of their own");
    let anytime = talk.presses(&answer, question, "✕ 2021");
    says(&anytime, "dredged in spring");
    says(&anytime, "Limited to: Jane Miller.");
    assert!(!labels(&anytime).contains(&"✕ 2021".to_owned()));
    let anybody = talk.presses(&anytime, question, "✕ Jane Miller");
    keeps_silent_on(&anybody, "Limited to");
    assert!(!labels(&anybody).iter().any(|label| label.starts_with('✕')));
    talk.ends();
}

#[test]
fn a_filter_that_is_written_out_is_a_button_too_and_leafing_keeps_it() {
    let mut talk = Talk::starts();
    let question = "harbour speaker:\"Jane Miller\"";
    let answer = talk.says(question);
    let next = talk.presses(&answer, question, "›");
    assert!(labels(&next).contains(&"✕ Jane Miller".to_owned()));
    talk.ends();
}

#[test]
fn a_name_that_two_have_is_asked_back_with_a_button_for_each() {
    let mut talk = Talk::starts();
    let question = "What did Miller say about the schools?";
    let answer = talk.says(question);
    says(&answer, "Several people are called Miller");
    let peter = talk.presses(&answer, question, "Peter Miller");
    says(&peter, "Limited to: Peter Miller.");
    says(&peter, "The town pays for the schools");
    talk.ends();
}

#[test]
fn a_button_whose_question_is_gone_says_so() {
    let mut talk = Talk::starts();
    let answer = talk.says("What did Jane Miller say about the harbour?");
    let press = data(&answer, "✕ Jane Miller");
    talk.telegram.presses(ADA, UNDER, &press);
    let told = talk
        .telegram
        .waits_for(&mut talk.seen, "answerCallbackQuery");
    says(&told, "Le message qui contenait la question");
    talk.ends();
}

#[test]
fn context_shows_the_whole_answer_page_by_page_and_leads_back() {
    let sentence = |at: usize| {
        format!(
            "In year {at} the keeper of the lighthouse wrote down every ship that passed the cape."
        )
    };
    let story: Vec<String> = (1..120).map(sentence).collect();
    let long = format!("Q: What did the keeper write?\n\nA: {}\n", story.join(" "));
    let mut talk = Talk::with(Verbatim::with_files([("keeper.txt", long.as_bytes())]));
    let question = "What did the keeper write in year 57?";
    let answer = talk.says(question);
    says(&answer, "In year 57 the keeper");
    let first = talk.presses(&answer, question, "Context");
    says(&first, "What did the keeper write?");
    says(&first, "<blockquote expandable>In year 1 the keeper");
    let mut pages = vec![first];
    while labels(&pages[pages.len() - 1]).contains(&"›".to_owned()) {
        let next = talk.presses(&pages[pages.len() - 1].clone(), question, "›");
        assert!(
            text(&next).encode_utf16().count() < 4_096 + 200,
            "{}",
            text(&next)
        );
        pages.push(next);
    }
    let whole: String = pages.iter().map(text).collect();
    for sentence in &story {
        // The quote itself is in bold there.
        let bold = sentence.split(" the keeper").next().unwrap();
        assert!(whole.contains(bold), "{sentence}");
    }
    assert!(whole.contains("<b>In year 5"), "the quote is marked");
    let back = talk.presses(&pages[0], question, "‹ Back to the quote");
    says(&back, "In year 57 the keeper");
    keeps_silent_on(&back, "expandable");
    talk.ends();
}

#[test]
fn a_reply_to_an_answer_asks_on_within_its_subject() {
    let mut talk = Talk::starts();
    let answer = talk.says("What becomes of the harbour?");
    says(&answer, "dredged in spring");
    // The test's user who replies has French set.
    let lighthouse = talk.replies(&answer, "and the lighthouse?");
    says(&lighthouse, "The lighthouse stays lit");
    says(&lighthouse, "Jane Miller\u{202f}; The harbour");
    let later = talk.replies(&answer, "and in 2021?");
    says(&later, "a harbour of their own");
    says(&later, "Jane Miller\u{202f}; 2021");
    assert!(labels(&later).contains(&"✕ 2021".to_owned()));
    talk.ends();
}

#[test]
fn words_between_quotation_marks_are_meant_as_they_are_written() {
    let mut talk = Talk::starts();
    says(
        &talk.says("\"the harbour will be dredged\""),
        "dredged in spring",
    );
    says(
        &talk.says("« Harbour of their own »"),
        "The schools need a harbour of their own",
    );
    says(
        &talk.says("who said “trawlers”?"),
        "the trawlers no longer reach",
    );
    for other in [
        "\"the harbours will be dredged\"",
        "\"dredged the harbour\"",
        "who said “trawler”?",
    ] {
        keeps_silent_on(&talk.says(other), "<blockquote>");
    }
    talk.ends();
}

#[test]
fn speakers_and_interviews_are_listed_the_newest_first_and_each_can_be_asked_alone() {
    let mut talk = Talk::starts();
    let speakers = talk.says("/speakers");
    says(&speakers, "Speakers (2)");
    says(&speakers, "Jane Miller: 2 interviews, from 2020 to 2021");
    let interviews = talk.says("/interviews");
    let newest = text(&interviews).find("The schools").unwrap();
    assert!(newest < text(&interviews).find("The harbour").unwrap());
    says(
        &interviews,
        "The harbour, Jane Miller, The Gazette, 4 May 2020: 2 answers",
    );
    talk.telegram.presses_under(
        ADA,
        (UNDER, &interviews),
        "/interviews",
        &data(&interviews, "The schools"),
    );
    let prompt = talk.telegram.waits_for(&mut talk.seen, "sendMessage");
    assert_eq!(prompt["reply_markup"]["force_reply"], true);
    let answer = talk.replies(&prompt, "harbour");
    says(&answer, "a harbour of their own");
    keeps_silent_on(&answer, "dredged");
    talk.ends();
}

#[test]
fn a_long_list_has_pages() {
    let talks: Vec<(String, String)> = (10..31)
        .map(|day| {
            let text = format!("---\ntitle: Talk {day}\ndate: 2020-01-{day}\n---\n\nQ: Which day is it today, please?\n\nA: It is the day with the number {day}, and the sun has been up for hours.\n");
            (format!("talk-{day}.md"), text)
        })
        .collect();
    let files = talks
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()));
    let mut talk = Talk::with(Verbatim::with_files(files));
    let first = talk.says("/interviews");
    says(&first, "Talk 30");
    keeps_silent_on(&first, "Talk 22");
    let second = talk.presses(&first, "/interviews", "›");
    says(&second, "Talk 22");
    assert!(labels(&second).contains(&"2/3".to_owned()));
    talk.ends();
}

#[test]
fn random_quotes_somebody_and_then_somebody_else() {
    let mut talk = Talk::starts();
    let drawn = talk.says("/random");
    says(&drawn, "<blockquote>");
    says(&drawn, "Miller");
    let another = talk.presses(&drawn, "/random", "Another");
    says(&another, "<blockquote>");
    talk.ends();
}

#[test]
fn about_says_what_there_is_and_whose_it_is() {
    let verbatim = Verbatim::with_files([("harbour.md", HARBOUR.as_bytes())]);
    let verbatim = verbatim.set(
        "VERBATIM_TELEGRAM__CONTACT",
        "The Gazette <desk@gazette.example>",
    );
    let mut talk = Talk::with(verbatim);
    let about = talk.says("/about");
    says(&about, "One interview, 2 answers, with Jane Miller, 2020");
    says(&about, "4 May 2020");
    says(&about, "Published by: The Gazette.");
    says(&about, "Run by: The Gazette &lt;desk@gazette.example&gt;");
    talk.ends();
}

fn place() -> impl Strategy<Value = Place> {
    (any::<[u8; 5]>(), 0..4_000_000_000_usize, 1..60_000_usize).prop_map(|(key, start, length)| {
        let span = Span::new(start, start + length);
        Place {
            interview: InterviewKey::from_bytes(key),
            span,
            highlight: None,
        }
    })
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        place().prop_map(Scope::After),
        any::<[u8; 5]>().prop_map(|key| Scope::Interview(InterviewKey::from_bytes(key))),
        any::<[u8; 5]>().prop_map(|key| Scope::Speaker(SpeakerKey::from_bytes(key))),
    ]
}

fn press() -> impl Strategy<Value = ButtonPayload> {
    let manner = (any::<bool>(), any::<u8>(), prop::option::of(scope()));
    let manner = manner.prop_map(|(as_typed, lifted, scope)| QuestionOptions {
        as_typed,
        lifted,
        scope,
    });
    let places = prop::collection::vec(place(), 1..4);
    let view = (any::<u8>(), any::<prop::sample::Index>(), places);
    let view = view.prop_map(|(page, index, places)| ButtonPayload::Context {
        page,
        index: u8::try_from(index.index(places.len())).unwrap(),
        places,
    });
    let list = prop_oneof![Just(ListKind::Speakers), Just(ListKind::Interviews)];
    prop_oneof![
        manner.prop_map(ButtonPayload::Again),
        view,
        (list, any::<u16>()).prop_map(|(list, page)| ButtonPayload::List(list, page)),
        scope().prop_map(ButtonPayload::Within),
        Just(ButtonPayload::Random),
    ]
}

proptest! {
    #[test]
    fn every_button_says_the_same_when_it_is_read(press in press()) {
        let data = press.encode().unwrap();
        prop_assert!(data.len() <= 64);
        prop_assert_eq!(ButtonPayload::decode(&data), Ok(press));
    }
}
