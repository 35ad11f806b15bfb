//! Quotes that are sent as pictures: the card button and `/card`.

use serde_json::{Value, json};

use crate::fake_telegram::{Bot, Call, FakeTelegram, Fault, TOKEN};
use crate::harness::Verbatim;

const ADA: i64 = 7;
const COVID: &str = "Le Covid est-il un crash-test ?";

/// A character that no font has.
const STRANGE: &str = "Q: How are the bees doing this year?\n\n\
    A: The bees \u{10fabc} came through the winter with strong colonies, and the acacia honey is better than ever.\n";

struct Chat {
    _verbatim: Verbatim,
    telegram: FakeTelegram,
    bot: Bot,
    seen: usize,
}

impl Chat {
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
        self.telegram.says(ADA, text);
        self.telegram.waits_for(&mut self.seen, "sendMessage")
    }

    /// Presses the card button under a message.
    #[track_caller]
    fn presses_card(&mut self, under: &Value) {
        let rows = under["reply_markup"]["inline_keyboard"].as_array().unwrap();
        let mut buttons = rows.iter().flat_map(|row| row.as_array().unwrap());
        let button = buttons.find(|button| button["text"] == "Image").unwrap();
        let data = button["callback_data"].as_str().unwrap();
        assert!(data.len() <= 64, "{data}");
        self.telegram.presses(ADA, 4242, data);
    }

    /// Waits for the next photo.
    #[track_caller]
    fn photo(&mut self) -> Call {
        self.telegram.waits_for(&mut self.seen, "sendPhoto");
        self.telegram.calls("sendPhoto").pop().unwrap()
    }

    fn ends(self) {
        self.bot.stops_on("TERM").ends_with_code(0);
    }
}

/// The width and height of a PNG.
#[track_caller]
fn size(call: &Call) -> (u32, u32) {
    let png = call.file.as_deref().unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

fn text(message: &Value) -> &str {
    message["text"].as_str().unwrap()
}

#[test]
fn the_card_button_sends_the_quote_as_a_photo_and_the_next_time_by_its_name() {
    let mut chat = Chat::with(Verbatim::with_the_seeds());
    let answer = chat.says(COVID);
    chat.presses_card(&answer);
    let photo = chat.photo();
    assert_eq!(size(&photo), (1_200, 675));
    assert_eq!(photo.body["chat_id"], ADA);
    assert_eq!(photo.body["reply_parameters"]["message_id"], 4242);
    assert_eq!(photo.body["parse_mode"], "HTML");
    let caption = photo.body["caption"].as_str().unwrap();
    assert!(
        caption.contains("<b>Michel Paulin</b>") && caption.contains("avril 2020"),
        "{caption}"
    );
    let labels: Vec<&str> = photo.body["reply_markup"]["inline_keyboard"][0]
        .as_array()
        .unwrap()
        .iter()
        .map(|button| button["text"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["Partager", "Copier", "Lien"]);
    let pressed = chat
        .telegram
        .waits_for(&mut chat.seen, "answerCallbackQuery");
    assert!(pressed.get("text").is_none(), "{pressed}");

    chat.telegram.replies(ADA, &answer, "/card");
    let again = chat.photo();
    assert!(again.file.is_none(), "it is not sent up again");
    assert!(again.body["photo"].as_str().unwrap().starts_with("photo-"));
    assert_eq!(again.body["caption"], photo.body["caption"]);
    chat.ends();
}

#[test]
fn a_card_has_the_buttons_of_its_quote_and_its_context_comes_below_it() {
    let mut chat = Chat::with(Verbatim::with_the_seeds());
    let answer = chat.says(COVID);
    chat.presses_card(&answer);
    let photo = chat.photo().body;
    let rows = photo["reply_markup"]["inline_keyboard"].as_array().unwrap();
    let labels: Vec<&str> = rows
        .iter()
        .flat_map(|row| row.as_array().unwrap())
        .map(|button| button["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        labels,
        ["Partager", "Copier", "Lien", "Contexte", "👍", "👎"]
    );
    let context = rows
        .iter()
        .flat_map(|row| row.as_array().unwrap())
        .find(|button| button["text"] == "Contexte")
        .unwrap();
    chat.telegram
        .presses_under_picture(ADA, 4243, context["callback_data"].as_str().unwrap());
    let below = chat.telegram.waits_for(&mut chat.seen, "sendMessage");
    assert_eq!(below["reply_parameters"]["message_id"], 4243);
    assert!(text(&below).contains("<blockquote expandable>"), "{below}");
    assert!(chat.telegram.calls("editMessageText").is_empty());
    chat.ends();
}

#[test]
fn card_with_a_question_draws_the_first_quote_upright_where_that_is_wanted() {
    let mut chat = Chat::with(Verbatim::with_the_seeds());
    for (command, expected) in [
        (format!("/card {COVID}"), (1_200, 675)),
        (format!("/card Portrait {COVID}"), (1_080, 1_350)),
    ] {
        let asked = chat.telegram.says(ADA, &command);
        let photo = chat.photo();
        assert_eq!(size(&photo), expected, "{command}");
        assert_eq!(photo.body["reply_parameters"]["message_id"], asked);
    }
    let how = chat.says("/card");
    assert!(text(&how).contains("Répondez /card"), "{how}");
    let how = chat.says("/card portrait");
    assert!(text(&how).contains("Répondez /card"), "{how}");
    let nothing = chat.says("/card recette de la tarte aux pommes");
    assert!(text(&nothing).contains("Personne ne répond"), "{nothing}");
    chat.ends();
}

#[test]
fn what_no_font_can_show_is_sent_as_text() {
    let mut chat = Chat::with(Verbatim::with_files([("bees.txt", STRANGE.as_bytes())]));
    let answer = chat.says("Is the acacia honey good?");
    chat.presses_card(&answer);
    let told = chat
        .telegram
        .waits_for(&mut chat.seen, "answerCallbackQuery");
    assert!(text(&told).contains("Aucune police"), "{told}");
    let instead = chat.says("/card Is the acacia honey good?");
    assert!(
        text(&instead).contains("Aucune police") && text(&instead).contains("<blockquote>"),
        "{instead}"
    );
    assert!(chat.telegram.calls("sendPhoto").is_empty());
    chat.ends();
}

#[test]
fn a_photo_that_telegram_did_not_take_is_sent_again_and_one_that_it_forgot_anew() {
    let mut chat = Chat::with(Verbatim::with_the_seeds());
    let fails = |status: u16, body: Value| Fault {
        method: "sendPhoto",
        chat: None,
        status,
        body,
    };
    let answer = chat.says(COVID);
    chat.telegram
        .fails_once(fails(502, json!("<html>no JSON</html>")));
    chat.presses_card(&answer);
    assert_eq!(size(&chat.photo()), (1_200, 675));
    let forgotten = json!({ "ok": false, "error_code": 400, "description": "Bad Request: wrong file identifier/HTTP URL specified" });
    chat.telegram.fails_once(fails(400, forgotten));
    chat.presses_card(&answer);
    let anew = chat.photo();
    assert_eq!(size(&anew), (1_200, 675));
    assert_eq!(chat.telegram.calls("sendPhoto").len(), 4);
    chat.ends();
}
