//! Quotes that leave the chat: their links, the buttons under them, inline mode.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::{Value, json};
use verbatim::answer::{Permalink, Quote};
use verbatim::interview::{Interview, InterviewId, Role, Span};
use verbatim::messages::Messages;
use verbatim::telegram::copied;

use crate::fake_telegram::{Bot, FakeTelegram, Fault, TOKEN};
use crate::harness::Verbatim;
use crate::linking::interview;
use crate::living::{BEES, TRAINS};

const ADA: i64 = 7;
const BEN: i64 = 8;
const GROUP: i64 = -100;
/// The bot's user id at the fake server.
const BOT: i64 = 999;

/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

const COVID: &str = "Le Covid est-il un crash-test ?";
const HONEY: &str = "Is the acacia honey good?";

struct Chat {
    verbatim: Verbatim,
    telegram: FakeTelegram,
    bot: Bot,
    seen: usize,
}

impl Chat {
    fn with(verbatim: Verbatim) -> Self {
        let telegram = FakeTelegram::start();
        let bot = telegram.bot(&verbatim, TOKEN);
        Self {
            verbatim,
            telegram,
            bot,
            seen: 0,
        }
    }

    fn with_the_seeds() -> Self {
        Self::with(Verbatim::with_the_seeds())
    }

    fn says(&mut self, text: &str) -> Value {
        self.telegram.says(ADA, text);
        self.telegram.waits_for(&mut self.seen, "sendMessage")
    }

    /// Opens a link until the bot has taken up what changed.
    #[track_caller]
    fn opens_until(&mut self, payload: &str, wanted: &[&str]) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let shown = self.says(&format!("/start {payload}"));
            if wanted.iter().all(|words| text(&shown).contains(words)) {
                return shown;
            }
            assert!(Instant::now() < until, "still: {}", text(&shown));
        }
    }

    fn types(&mut self, query: &str, offset: &str) -> Value {
        let id = self.telegram.types(ADA, query, offset);
        let answer = self.telegram.waits_for(&mut self.seen, "answerInlineQuery");
        assert_eq!(answer["inline_query_id"], id);
        answer
    }

    fn restarts(&mut self) {
        let fresh = self.telegram.bot(&self.verbatim, TOKEN);
        std::mem::replace(&mut self.bot, fresh).stops_on("KILL");
    }

    fn ends(self) {
        self.bot.stops_on("TERM").ends_with_code(0);
    }
}

fn text(message: &Value) -> &str {
    message["text"].as_str().unwrap()
}

/// The quoted words as they are marked up.
fn quoted(html: &str) -> &str {
    let (_, rest) = html.split_once("<blockquote>").unwrap();
    rest.split_once("</blockquote>").unwrap().0
}

/// The buttons under a message, row by row.
fn rows(message: &Value) -> Vec<Vec<Value>> {
    let rows = message["reply_markup"]["inline_keyboard"].as_array();
    let rows = rows.cloned().unwrap_or_default();
    rows.iter()
        .map(|row| row.as_array().unwrap().clone())
        .collect()
}

#[track_caller]
fn button(message: &Value, label: &str) -> Value {
    let buttons = rows(message).concat();
    let mut found = buttons.iter().filter(|button| button["text"] == label);
    found
        .next()
        .unwrap_or_else(|| panic!("no button `{label}`: {message}"))
        .clone()
}

/// The payload of the link under a quote.
#[track_caller]
fn payload(message: &Value) -> String {
    let button = button(message, "Lien");
    let link = button["copy_text"]["text"].as_str().unwrap();
    let payload = link.strip_prefix("https://t.me/verbatim_bot?start=");
    let payload = payload.unwrap_or_else(|| panic!("{link}"));
    assert!((1..=64).contains(&payload.len()), "{payload}");
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    assert!(payload.chars().all(plain), "{payload}");
    payload.to_owned()
}

#[test]
fn a_link_opens_the_same_words_after_a_restart_with_a_new_index() {
    let mut chat = Chat::with_the_seeds();
    let answer = chat.says(COVID);
    let payload = payload(&answer);
    let index = chat.verbatim.index();
    std::fs::remove_dir_all(index).unwrap();
    chat.restarts();
    let opened = chat.says(&format!("/start {payload}"));
    assert_eq!(text(&opened), text(&answer));
    assert_eq!(self::payload(&opened), payload);
    button(&opened, "Partager");
    button(&opened, "Copier");
    chat.ends();
}

#[test]
fn a_link_outlives_the_name_of_its_interviews_file() {
    let mut chat = Chat::with(Verbatim::with_files([("bees.txt", BEES.as_bytes())]));
    let answer = chat.says(HONEY);
    let payload = payload(&answer);
    chat.verbatim.rename("bees.txt", "apiary.txt");
    chat.verbatim
        .write("apiary.toml", b"title = \"The apiary\"");
    let opened = chat.opens_until(&payload, &["The apiary"]);
    assert_eq!(quoted(text(&opened)), quoted(text(&answer)));
    assert!(!text(&opened).contains("modifié"), "{}", text(&opened));
    chat.ends();
}

#[test]
fn a_link_follows_words_that_stand_elsewhere_since_and_says_so() {
    let mut chat = Chat::with(Verbatim::with_files([("bees.txt", BEES.as_bytes())]));
    let answer = chat.says(HONEY);
    let payload = payload(&answer);
    let before = "Q: Who keeps the meadow in these years?\n\nA: The commune keeps it, with a flock of forty sheep and two dogs.\n\n";
    let longer = format!(
        "{before}{}",
        BEES.replace("strong colonies", "strong\n  colonies")
    );
    chat.verbatim.write("bees.txt", longer.as_bytes());
    let moved = chat.opens_until(&payload, &["modifié depuis", "toujours"]);
    let words = |message: &Value| {
        let words = quoted(text(message)).replace("<b>", "").replace("</b>", "");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(words(&moved), words(&answer));
    assert_ne!(
        self::payload(&moved),
        payload,
        "it has an address of its own"
    );
    chat.ends();
}

#[test]
fn a_link_to_words_that_are_not_kept_says_so_and_shows_the_place() {
    let mut chat = Chat::with(Verbatim::with_files([("bees.txt", BEES.as_bytes())]));
    let payload = payload(&chat.says(HONEY));
    let before = "Q: Who keeps the meadow?\n\nA: The commune keeps the meadow, with a flock of forty sheep and two dogs.\n\n";
    let corrected = BEES.replace("better than ever", "scarce, and dear");
    let after = "\nQ: And the hives, who built them?\n\nA: My uncle built the hives out of the old barn, over one long winter.\n";
    let file = format!("{before}{corrected}{after}");
    chat.verbatim.write("bees.txt", file.as_bytes());
    let place = chat.opens_until(&payload, &["n’est pas conservée", "<blockquote>"]);
    assert!(
        quoted(text(&place)).contains("scarce, and dear"),
        "{}",
        text(&place)
    );
    chat.ends();
}

#[test]
fn a_link_to_withdrawn_words_and_one_to_an_interview_that_is_gone_say_so() {
    let mut chat = Chat::with(Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("trains.txt", TRAINS.as_bytes()),
    ]));
    let bees = payload(&chat.says(HONEY));
    let trains = payload(&chat.says("When do the night trains come back?"));
    let sidecar = b"withdrawn = [\"the acacia honey is better than ever\"]";
    chat.verbatim.write("bees.toml", sidecar);
    chat.verbatim.delete("trains.txt");
    let withdrawn = chat.opens_until(&bees, &["retirés"]);
    assert!(!text(&withdrawn).contains("acacia"));
    chat.opens_until(&trains, &["n’est plus ici"]);
    let nothing = chat.types(&format!("q:{bees}"), "");
    assert_eq!(nothing["results"], json!([]));
    assert_eq!(nothing["button"]["start_parameter"], bees);
    chat.ends();
}

#[test]
fn a_forged_or_mistyped_link_gets_a_plain_answer_and_start_alone_the_greeting() {
    let mut chat = Chat::with_the_seeds();
    let good = payload(&chat.says(COVID));
    let mistyped = if good.ends_with('A') {
        good.replace('A', "B")
    } else {
        format!("{}A", &good[..good.len() - 1])
    };
    let shown = chat.verbatim.run(&["show", "000_aa28f9ade1a9daab"]);
    let mut copy = interview(shown.text(), None);
    copy.id = InterviewId::new("000_aa28f9ade1a9daab");
    let asked = copy.transcript.find("Est-ce que cette crise").unwrap();
    let question = Quote::cut(&copy, Span::new(asked, asked + 30), Vec::new(), 0.0).unwrap();
    let of_another_bot = Permalink::of(&question).encode(BOT + 1).unwrap();
    let of_the_interviewer = Permalink::of(&question).encode(BOT).unwrap();
    for forged in [
        mistyped.as_str(),
        &good[..40],
        "🐝",
        "A",
        &of_another_bot,
        &of_the_interviewer,
    ] {
        let told = chat.says(&format!("/start {forged}"));
        assert!(
            text(&told).contains("Ce lien ne fonctionne pas"),
            "{forged}"
        );
    }
    let start = chat.says("/start");
    assert!(text(&start).contains("Un entretien"), "{}", text(&start));
    assert_eq!(text(&chat.says("/start ask")), text(&start));
    chat.ends();
}

#[test]
fn under_every_quote_are_share_copy_and_link_in_a_row_of_their_own() {
    let mut chat = Chat::with_the_seeds();
    let labels = |message: &Value| -> Vec<Vec<String>> {
        let label = |button: &Value| button["text"].as_str().unwrap().to_owned();
        let rows = rows(message);
        rows.iter()
            .map(|row| row.iter().map(label).collect())
            .collect()
    };
    let actions = ["Partager", "Copier", "Lien"];
    let several = chat.says("souveraineté numérique des entreprises");
    assert_eq!(labels(&several)[1], actions, "{several}");
    let next = button(&several, "›")["callback_data"].clone();
    chat.telegram.presses(ADA, 1234, next.as_str().unwrap());
    let second = chat.telegram.waits_for(&mut chat.seen, "editMessageText");
    assert_eq!(labels(&second)[0][..2], ["‹", "2/3"], "{second}");
    assert_eq!(labels(&second)[1], actions);
    assert_ne!(payload(&second), payload(&several));
    let one = chat.says("\"bondi de +30% à +50%\"");
    assert_eq!(labels(&one)[0], actions, "{one}");
    let nothing = chat.says("recette de la tarte aux pommes");
    assert!(!labels(&nothing).concat().contains(&"Copier".to_owned()));
    chat.ends();
}

#[test]
fn what_is_shared_is_offered_in_the_chosen_chat_and_is_exactly_that_passage() {
    let mut chat = Chat::with_the_seeds();
    let answer = chat.says(COVID);
    let share = button(&answer, "Partager")["switch_inline_query_chosen_chat"].clone();
    let query = format!("q:{}", payload(&answer));
    assert_eq!(
        share,
        json!({ "query": query, "allow_user_chats": true, "allow_bot_chats": true, "allow_group_chats": true, "allow_channel_chats": true })
    );
    let offered = chat.types(&query, "");
    let results = offered["results"].as_array().unwrap();
    assert_eq!(results.len(), 1, "{offered}");
    assert_eq!(results[0]["id"], payload(&answer));
    let message = &results[0]["input_message_content"];
    let html = message["message_text"].as_str().unwrap();
    assert!(html.starts_with(text(&answer)), "{html}");
    assert!(offered.get("next_offset").is_none() && offered.get("button").is_none());
    chat.ends();
}

#[test]
fn the_copied_text_is_short_says_who_said_it_and_is_cut_at_a_sentence() {
    let mut chat = Chat::with_the_seeds();
    let answer = chat.says(COVID);
    let copy = button(&answer, "Copier")["copy_text"].clone();
    let copy = copy["text"].as_str().unwrap();
    assert!(copy.encode_utf16().count() <= 256, "{copy}");
    assert!(
        copy.starts_with("«\u{202f}Je n’irai pas jusqu’à la notion de crash-test. "),
        "{copy}"
    );
    assert!(copy.contains(". […]\u{202f}»\n— Michel Paulin"), "{copy}");
    assert!(copy.ends_with("avril 2020"), "{copy}");
    chat.ends();
}

#[test]
fn a_question_after_the_bots_name_offers_quotes_to_send() {
    let mut chat = Chat::with_the_seeds();
    let answer = chat.types(COVID, "");
    assert_eq!(answer["is_personal"], true);
    assert!(answer["cache_time"].as_u64().unwrap() <= 60);
    let first = &answer["results"][0];
    assert_eq!(first["type"], "article");
    assert_eq!(first["title"], "Michel Paulin, avril 2020");
    assert_eq!(
        first["description"],
        "Je n’irai pas jusqu’à la notion de crash-test."
    );
    let id = first["id"].as_str().unwrap();
    assert!((1..=64).contains(&id.len()), "{id}");
    let message = &first["input_message_content"];
    assert_eq!(message["parse_mode"], "HTML");
    assert_eq!(message["link_preview_options"]["is_disabled"], true);
    let html = message["message_text"].as_str().unwrap();
    let link = format!("<a href=\"https://t.me/verbatim_bot?start={id}\">ouvrir dans le bot</a>");
    assert!(
        html.contains("<b>Michel Paulin</b>") && html.ends_with(&link),
        "{html}"
    );
    assert_eq!(
        chat.types(COVID, "")["results"][0]["id"],
        id,
        "it is stable"
    );
    let opened = chat.says(&format!("/start {id}"));
    assert!(html.starts_with(text(&opened)), "{html}");
    assert!(chat.telegram.calls("sendChatAction").is_empty());
    chat.ends();
}

/// So many interviews about bees, a year apart. What all of them speak of is rare in none, and so answers
/// only generously.
fn hives(count: usize) -> Verbatim {
    let verbatim = Verbatim::with_files([]).set("VERBATIM_ANSWER__GENEROSITY", "1.0");
    for number in 0..count {
        let year = 1950 + number;
        let file = format!(
            "---\ndate: {year}\nguest: Keeper {number}\n---\nQ: How are the bees?\n\nA: The bees of hive {number} came through the winter of {year} with colonies that the village had not seen for a generation, and with wax for every candle.\n"
        );
        verbatim.write(&format!("{number}.md"), file.as_bytes());
    }
    verbatim
}

#[test]
fn results_come_ten_a_page_and_no_more_than_fifty() {
    let mut chat = Chat::with(hives(60));
    let mut seen: Vec<String> = Vec::new();
    let mut offset = String::new();
    for page in 1..=5 {
        let answer = chat.types("bees in the winter", &offset);
        let results = answer["results"].as_array().unwrap();
        assert_eq!(results.len(), 10, "page {page}");
        for result in results {
            let id = result["id"].as_str().unwrap().to_owned();
            assert!(!seen.contains(&id), "page {page} repeats a result");
            seen.push(id);
        }
        offset = answer["next_offset"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        assert_eq!(offset.is_empty(), page == 5, "page {page}: `{offset}`");
        assert!(offset.len() <= 64);
    }
    for odd in ["50", "-3", "99999999999999999999999", "🐝"] {
        chat.types("bees in the winter", odd);
    }
    chat.ends();
}

#[test]
fn where_nothing_is_typed_the_newest_interviews_open_and_where_nothing_answers_a_button_leads_to_the_bot()
 {
    let mut chat = Chat::with(hives(12));
    let newest = chat.types("  ", "");
    let titles: Vec<&str> = newest["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles.len(), 10, "{newest}");
    assert!(
        titles[0].ends_with("1961") && titles[1].ends_with("1960"),
        "{titles:?}"
    );
    let nothing = chat.types("zzyzx qwfp", "");
    assert_eq!(nothing["results"], json!([]));
    assert_eq!(nothing["button"]["start_parameter"], "ask");
    assert!(nothing["button"]["text"].as_str().unwrap().contains("bot"));
    chat.ends();
}

#[test]
fn a_newer_query_takes_the_place_of_an_older_one_and_holds_up_nobody_elses() {
    let mut chat = Chat::with_the_seeds();
    let later = json!({ "ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": { "retry_after": 600 } });
    chat.telegram.fails_once(Fault {
        method: "answerInlineQuery",
        chat: None,
        status: 429,
        body: later,
    });
    let older = chat.telegram.types(ADA, "souverain", "");
    chat.telegram.waits_until_refused("answerInlineQuery");
    let other = chat.telegram.types(BEN, "souveraineté", "");
    let answer = chat.telegram.waits_for(&mut chat.seen, "answerInlineQuery");
    assert_eq!(answer["inline_query_id"], other);
    assert!(
        text(&chat.says(COVID)).contains("crash-test"),
        "messages pass too"
    );
    let newer = chat.telegram.types(ADA, "souveraineté", "");
    let answer = chat.telegram.waits_for(&mut chat.seen, "answerInlineQuery");
    assert_eq!(answer["inline_query_id"], newer);
    chat.telegram.waits_until_confirmed();
    let tries = chat.telegram.calls("answerInlineQuery");
    let of_older = tries
        .iter()
        .filter(|call| call.body["inline_query_id"] == older);
    assert_eq!(of_older.count(), 1, "it is not tried again");
    chat.ends();
}

#[test]
fn nothing_of_what_is_typed_after_the_bots_name_is_kept() {
    let verbatim = Verbatim::with_the_seeds();
    let database = verbatim.index().with_file_name("feedback.sqlite");
    let verbatim = verbatim.set("VERBATIM_FEEDBACK__DATABASE", database.to_str().unwrap());
    let mut chat = Chat::with(verbatim);
    chat.types("recette du cassoulet", "");
    chat.says("recette de la tarte aux pommes");
    // The bot writes in order, and answers this when it has.
    chat.says("/forget");
    let report = chat.verbatim.run(&["report"]).ends_with_code(0);
    assert!(report.text().contains("tarte"), "{report:?}");
    assert!(!report.text().contains("cassoulet"), "{report:?}");
    chat.ends();
}

#[test]
fn many_queries_at_once_are_confirmed_and_the_last_is_answered() {
    let mut chat = Chat::with_the_seeds();
    let question = "souveraineté numérique";
    let mut last = String::new();
    for end in (0..=question.len()).filter(|end| question.is_char_boundary(*end)) {
        last = chat.telegram.types(ADA, &question[..end], "");
    }
    while chat.telegram.waits_for(&mut chat.seen, "answerInlineQuery")["inline_query_id"] != *last {
    }
    chat.telegram.waits_until_confirmed();
    chat.ends();
}

#[test]
fn where_inline_mode_is_off_no_share_button_is_shown() {
    let verbatim = Verbatim::with_the_seeds();
    let mut telegram = FakeTelegram::start();
    telegram.is_not_inline();
    let bot = telegram.bot(&verbatim, TOKEN);
    let mut seen = 0;
    telegram.says(ADA, COVID);
    let answer = telegram.waits_for(&mut seen, "sendMessage");
    assert!(!answer.to_string().contains("switch_inline"), "{answer}");
    button(&answer, "Copier");
    button(&answer, "Lien");
    telegram.says(ADA, "/help");
    let help = telegram.waits_for(&mut seen, "sendMessage");
    assert!(text(&help).contains("Copier") && !text(&help).contains("@verbatim_bot"));
    bot.stops_on("TERM")
        .ends_with_code(0)
        .complains("/setinline");
}

#[test]
fn what_the_bot_itself_sent_into_a_group_is_no_question() {
    let mut chat = Chat::with_the_seeds();
    let via = json!({ "via_bot": { "id": BOT, "is_bot": true, "first_name": "V" } });
    chat.telegram
        .says_with(GROUP, "@verbatim_bot datacentres", via);
    chat.telegram.waits_until_confirmed();
    assert!(chat.telegram.calls("sendMessage").is_empty());
    chat.ends();
}

fn any_interview() -> impl Strategy<Value = (Interview, Span, Span)> {
    let index = any::<prop::sample::Index>;
    ("\\PC{1,200}", prop::collection::vec(index(), 4), ".{0,20}").prop_map(|(text, at, id)| {
        let bounds: Vec<usize> = (0..=text.len())
            .filter(|at| text.is_char_boundary(*at))
            .collect();
        let mut at: Vec<usize> = at.iter().map(|at| *at.get(&bounds)).collect();
        at.sort_unstable();
        let mut interview = interview(&text, None);
        interview.id = InterviewId::new(id);
        (interview, Span::new(at[0], at[3]), Span::new(at[1], at[2]))
    })
}

proptest! {
    #[test]
    fn every_address_comes_back_as_it_was_and_to_its_bot_only(
        (interview, span, highlight) in any_interview(), bot: i64, other: i64,
    ) {
        if let Some(quote) = Quote::cut(&interview, span, vec![highlight], 0.0) {
            let address = Permalink::of(&quote);
            let payload = address.encode(bot).unwrap();
            prop_assert!((1..=64).contains(&payload.len()), "{}", payload);
            prop_assert_eq!(Permalink::decode(&payload, bot), Ok(address));
            prop_assert!(bot == other || Permalink::decode(&payload, other).is_err());
        }
    }

    #[test]
    fn no_text_makes_an_address_panic(text: String, base in "[A-Za-z0-9_-]{0,70}", bot: i64) {
        for text in [text, base] {
            if let Ok(address) = Permalink::decode(&text, bot) {
                prop_assert_eq!(address.encode(bot), Some(text));
            }
        }
    }

    #[test]
    fn a_copied_text_fits_and_holds_only_the_transcripts_words(
        words in "(\\PC{0,12}[ .🐝]){1,60}", name in "\\PC{0,200}", from: prop::sample::Index,
    ) {
        let mut interview = interview(&words, None);
        interview.speakers[0].name = Some(name);
        interview.speakers[0].role = Some(Role::Guest);
        let bounds: Vec<usize> = (0..words.len()).filter(|at| words.is_char_boundary(*at)).collect();
        let from = *from.get(&bounds);
        let whole = Span::new(0, words.len());
        if let Some(quote) = Quote::cut(&interview, whole, vec![Span::new(from, words.len())], 0.0)
            && let Some(text) = copied(&quote, Messages::of("en"))
        {
            prop_assert!(text.encode_utf16().count() <= 256);
            let (said, _) = text.strip_prefix('“').unwrap().rsplit_once("”\n— ").unwrap();
            let said = said.strip_prefix("[…] ").unwrap_or(said);
            let said = said.strip_suffix(" […]").unwrap_or(said);
            prop_assert!(words.contains(said), "{}", said);
        }
    }
}
