//! Votes on quotes: by button and by reaction.

use serde_json::json;

use super::{BEN, CY, Chat, GROUP, QUESTION, data, holds, labels, text};
use crate::harness::Verbatim;
use crate::living::{BEES, TRAINS};

#[test]
fn a_vote_is_thanked_for_changed_and_taken_back() {
    let mut chat = Chat::starts();
    let quote = chat.says(BEN, QUESTION);
    assert_eq!(labels(&quote).last().unwrap(), &["👍", "👎"]);
    assert_eq!(chat.presses(BEN, &quote, "👍"), "Thank you, noted.");
    assert_eq!(chat.votes(), (1, 0));
    chat.presses(CY, &quote, "👍");
    assert_eq!(chat.votes(), (2, 0));
    holds(&chat.presses(BEN, &quote, "👎"), &["say why"]);
    assert_eq!(chat.votes(), (1, 1));
    assert_eq!(
        chat.presses(BEN, &quote, "👎"),
        "Your vote has been removed."
    );
    assert_eq!(chat.votes(), (1, 0));
    assert!(chat.telegram.calls("editMessageText").is_empty());
    chat.ends();
}

#[test]
fn a_vote_against_asks_why_and_every_other_button_stays_after_a_restart_too() {
    let mut chat = Chat::starts();
    let quote = chat.says(BEN, "souveraineté numérique des entreprises");
    let others = labels(&quote);
    let [paging, actions, looks, _] = others.as_slice() else {
        panic!("{others:?}");
    };
    assert_eq!(paging.last().unwrap(), "›");
    chat.telegram.waits_until_confirmed();
    chat.restarts();
    chat.presses(BEN, &quote, "👎");
    let asked = chat.turned(&quote);
    assert_eq!(
        labels(&asked),
        [
            paging.clone(),
            actions.clone(),
            looks.clone(),
            vec!["Does not answer my question".to_owned()],
            vec!["Wrong speaker or text".to_owned()],
            vec!["Something else".to_owned()],
            vec!["‹ Back".to_owned()],
        ]
    );
    assert_eq!(chat.presses(BEN, &asked, "‹ Back"), "");
    let back = chat.turned(&asked);
    assert_eq!(back["reply_markup"], quote["reply_markup"]);
    assert_eq!(
        chat.presses(BEN, &asked, "Wrong speaker or text"),
        "Thank you, noted."
    );
    assert_eq!(chat.turned(&asked)["reply_markup"], quote["reply_markup"]);
    assert_eq!(chat.votes(), (0, 1));
    assert_eq!(chat.rows::<String>("SELECT reason FROM vote"), ["wrong"]);
    chat.ends();
}

#[test]
fn where_a_messages_other_buttons_are_not_known_none_is_taken_away() {
    let mut chat = Chat::starts();
    let quote = chat.says(BEN, "souveraineté numérique des entreprises");
    // Telegram leaves the buttons out where a message is too old.
    let against = data(&quote, "👎");
    chat.telegram.presses(BEN, 4242, &against);
    let answer = chat
        .telegram
        .waits_for(&mut chat.seen, "answerCallbackQuery");
    holds(text(&answer), &["c’est noté"]);
    chat.telegram.waits_until_confirmed();
    assert_eq!(chat.votes(), (0, 1));
    assert!(chat.telegram.calls("editMessageReplyMarkup").is_empty());
    chat.ends();
}

#[test]
fn each_page_of_an_answer_is_voted_on_for_itself() {
    let mut chat = Chat::starts();
    let first = chat.says(BEN, "souveraineté numérique des entreprises");
    chat.telegram.presses(BEN, 4242, &data(&first, "›"));
    let mut second = chat.telegram.waits_for(&mut chat.seen, "editMessageText");
    second["message_id"] = first["message_id"].clone();
    assert_eq!(labels(&second).last().unwrap(), &["👍", "👎"]);
    chat.telegram
        .waits_for(&mut chat.seen, "answerCallbackQuery");
    chat.presses(BEN, &first, "👍");
    chat.presses(BEN, &second, "👍");
    assert_eq!(chat.votes(), (2, 0), "one for each quote");
    chat.ends();
}

#[test]
fn a_reaction_to_a_quote_is_a_vote_too() {
    let mut chat = Chat::starts();
    let quote = chat.says_in(GROUP, BEN, &format!("/ask {QUESTION}"));
    chat.reacts(BEN, &quote, &[], &["🔥"]);
    holds(text(&chat.says(BEN, "/forget")), &["no votes from you"]);
    chat.reacts(BEN, &quote, &["🔥"], &["🔥", "👍"]);
    assert_eq!(chat.votes(), (1, 0));
    chat.reacts(BEN, &quote, &["👍"], &["👎"]);
    assert_eq!(chat.votes(), (0, 1));
    chat.reacts(CY, &quote, &[], &["👍"]);
    chat.reacts(BEN, &quote, &["👎"], &[]);
    assert_eq!(chat.votes(), (1, 0));
    let elsewhere = json!({ "chat_id": GROUP, "message_id": 3 });
    chat.reacts(BEN, &elsewhere, &[], &["👎"]);
    assert_eq!(
        chat.votes(),
        (1, 0),
        "that message is none of the bot's quotes"
    );
    // What stands in which message is remembered as long as the process lives.
    chat.restarts();
    chat.reacts(BEN, &quote, &[], &["👎"]);
    assert_eq!(chat.votes(), (1, 0));
    chat.ends();
}

#[test]
fn a_vote_on_what_was_changed_since_says_so_and_a_forged_one_is_no_vote() {
    let files = [("a.txt", BEES.as_bytes())];
    let mut chat = Chat::with(Verbatim::with_files(files));
    let quote = chat.says(BEN, "Is the acacia honey good?");
    chat.telegram.presses(BEN, 4242, "v:AAAA");
    let answer = chat
        .telegram
        .waits_for(&mut chat.seen, "answerCallbackQuery");
    assert!(text(&answer).contains("ne fonctionne plus"), "{answer}");
    chat.verbatim.write("a.txt", TRAINS.as_bytes());
    chat.telegram.waits_until_confirmed();
    chat.restarts();
    holds(&chat.presses(BEN, &quote, "👍"), &["no longer there"]);
    holds(text(&chat.says(BEN, "/forget")), &["no votes from you"]);
    chat.ends();
}
