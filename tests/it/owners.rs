//! What owners do in their private chat with the bot.

mod full_disk;
mod renaming;

use std::fs;

use serde_json::{Value, json};

use crate::fake_telegram::{Bot, FakeTelegram, Fault, TOKEN};
use crate::harness::Verbatim;
use crate::living::{BEES, TRAINS};

const OWNER: i64 = 7;
const OTHER: i64 = 8;

const TALK: &str = "Martin: How are the bees doing this year?\n\n\
    Paulin: The bees came through the winter with strong colonies, and the acacia honey is better than ever.\n\n\
    Martin: And the queens, are they young?\n\n\
    Paulin: The queens are young in every hive that we looked into this spring, and they lay well.\n";

struct Chat {
    verbatim: Verbatim,
    telegram: FakeTelegram,
    bot: Bot,
    seen: usize,
}

impl Chat {
    fn with<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let verbatim = owned(Verbatim::with_files(files));
        let telegram = FakeTelegram::start();
        let bot = telegram.bot(&verbatim, TOKEN);
        Self {
            verbatim,
            telegram,
            bot,
            seen: 0,
        }
    }

    /// With a bot that a script of [`crate::mounts`] starts; `None` where the system allows no such thing.
    fn inside(verbatim: Verbatim, script: &str) -> Option<Self> {
        let verbatim = owned(verbatim);
        let telegram = FakeTelegram::start();
        let bot = telegram.bot_inside(&verbatim, script)?;
        Some(Self {
            verbatim,
            telegram,
            bot,
            seen: 0,
        })
    }

    fn sent(&mut self) -> Value {
        self.telegram.waits_for(&mut self.seen, "sendMessage")
    }

    fn asks(&mut self, text: &str) -> Value {
        self.telegram.says(OWNER, text);
        self.sent()
    }

    /// Presses the button with this label under a message, and waits for what comes of it.
    #[track_caller]
    fn presses(&mut self, under: &Value, label: &str, then: &str) -> Value {
        let rows = under["reply_markup"]["inline_keyboard"].as_array().unwrap();
        let mut buttons = rows.iter().flat_map(|row| row.as_array().unwrap());
        let button = buttons.find(|button| button["text"] == label);
        let button = button.unwrap_or_else(|| panic!("no button `{label}`: {under}"));
        let data = button["callback_data"].as_str().unwrap().to_owned();
        assert!(data.len() <= 64, "{data}");
        self.telegram.presses(OWNER, 4242, &data);
        self.telegram.waits_for(&mut self.seen, then)
    }

    /// What the window over the chat says that the last press opened.
    fn window(&mut self) -> String {
        let answer = self
            .telegram
            .waits_for(&mut self.seen, "answerCallbackQuery");
        answer["text"].as_str().unwrap_or_default().to_owned()
    }

    fn restarts(&mut self) {
        let fresh = self.telegram.bot(&self.verbatim, TOKEN);
        std::mem::replace(&mut self.bot, fresh).stops_on("KILL");
    }

    fn holds(&self, name: &str) -> bool {
        self.verbatim.corpus().join(name).exists()
    }
}

fn owned(verbatim: Verbatim) -> Verbatim {
    verbatim.set("VERBATIM_TELEGRAM__OWNERS", "7, 70")
}

#[track_caller]
fn says(message: &Value, words: &str) {
    let text = message["text"].as_str().unwrap_or_default();
    assert!(text.contains(words), "`{words}` is not in: {message}");
}

#[test]
fn an_owner_sends_a_file_looks_at_it_corrects_it_and_adds_it() {
    let mut chat = Chat::with([("trains.txt", TRAINS.as_bytes())]);
    chat.telegram
        .sends(OWNER, "../2020-04 Talk.txt", TALK.as_bytes());
    let draft = chat.sent();
    for words in [
        "2020-04 Talk.txt",
        "avril 2020",
        "Répond\u{a0}: Paulin",
        "Pose les questions\u{a0}: Martin",
        "2 réponses",
        "<blockquote>",
    ] {
        says(&draft, words);
    }
    assert!(
        !chat.holds("2020-04 Talk.txt"),
        "nothing is added before it is said"
    );

    let choices = chat.presses(&draft, "Modifier", "editMessageText");
    let prompt = chat.presses(&choices, "Titre", "sendMessage");
    assert_eq!(prompt["reply_markup"]["force_reply"], true);
    chat.telegram.waits_until_confirmed();
    chat.restarts();
    chat.telegram
        .replies(OWNER, &prompt, "Les abeilles <de> Paulin");
    let draft = chat.sent();
    says(&draft, "Titre\u{a0}: Les abeilles &lt;de&gt; Paulin");

    let choices = chat.presses(&draft, "Modifier", "editMessageText");
    let prompt = chat.presses(&choices, "Date", "sendMessage");
    chat.telegram.replies(OWNER, &prompt, "bientôt");
    says(&chat.sent(), "«\u{202f}bientôt\u{202f}» n’est pas une date");
    chat.telegram.replies(OWNER, &prompt, "2021-05-02");
    says(&chat.sent(), "2 mai 2021");

    let prompt = chat.presses(&choices, "Nom\u{a0}: Paulin", "sendMessage");
    chat.telegram.replies(OWNER, &prompt, "Ada Paulin");
    let draft = chat.sent();
    says(&draft, "Répond\u{a0}: Ada Paulin");
    let choices = chat.presses(&draft, "Modifier", "editMessageText");
    let roles = |message: &Value| {
        let rows = message["reply_markup"]["inline_keyboard"]
            .as_array()
            .unwrap()
            .clone();
        let row = rows
            .into_iter()
            .find(|row| row[0]["text"] == "Nom\u{a0}: Ada Paulin")
            .unwrap();
        json!({ "reply_markup": { "inline_keyboard": [row] } })
    };
    let turned = chat.presses(&roles(&choices), "pose les questions", "editMessageText");
    says(&turned, "Pose les questions\u{a0}: Ada Paulin");
    let turned = chat.presses(&roles(&turned), "répond aux questions", "editMessageText");
    says(&turned, "Répond\u{a0}: Ada Paulin");
    let draft = chat.presses(&turned, "‹ Retour", "editMessageText");

    let added = chat.presses(&draft, "Ajouter", "editMessageText");
    says(&added, "Ajouté sous le nom 2020-04 Talk.");
    assert!(chat.holds("2020-04 Talk.txt") && chat.holds("2020-04 Talk.toml"));
    let file = fs::read(chat.verbatim.corpus().join("2020-04 Talk.txt")).unwrap();
    assert_eq!(file, TALK.as_bytes());
    let answer = chat.asks("Are the queens young in every hive?");
    for words in ["they lay well", "Ada Paulin", "2 mai 2021"] {
        says(&answer, words);
    }
    chat.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_bot_with_owners_starts_without_interviews_and_takes_the_first_one_in_a_chat() {
    let mut chat = Chat::with([]);
    chat.telegram.sends(OWNER, "bees.txt", BEES.as_bytes());
    let draft = chat.sent();
    chat.presses(&draft, "Ajouter", "editMessageText");
    says(
        &chat.asks("Is the acacia honey better than ever?"),
        "acacia honey",
    );
    chat.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_draft_that_is_thrown_away_is_gone_and_its_buttons_say_so() {
    let mut chat = Chat::with([("trains.txt", TRAINS.as_bytes())]);
    chat.telegram.sends(OWNER, "bees.txt", BEES.as_bytes());
    let draft = chat.sent();
    says(
        &chat.presses(&draft, "Annuler", "editMessageText"),
        "Annulé",
    );
    chat.window();
    let window = chat.presses(&draft, "Ajouter", "answerCallbackQuery");
    says(&window, "déjà été ajouté, ou son ajout a été annulé");
    assert!(!chat.holds("bees.txt"));
    chat.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_name_that_is_taken_gets_a_number_and_nothing_is_written_over() {
    let mut chat = Chat::with([("bees.md", TRAINS.as_bytes())]);
    chat.telegram.sends(OWNER, "Bees.txt", BEES.as_bytes());
    let draft = chat.sent();
    says(
        &chat.presses(&draft, "Ajouter", "editMessageText"),
        "Bees-2",
    );
    let file = fs::read(chat.verbatim.corpus().join("bees.md")).unwrap();
    assert_eq!(file, TRAINS.as_bytes());
    chat.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn what_cannot_be_read_or_is_too_large_is_said_plainly() {
    let mut chat = Chat::with([("trains.txt", TRAINS.as_bytes())]);
    chat.telegram.sends(OWNER, "photo.jpg", b"\xff\xd8\xff");
    says(&chat.sent(), "Je ne peux pas lire ce fichier");
    let huge = json!({ "file_id": "x", "file_name": "x.txt", "file_size": 20 * 1024 * 1024 + 1 });
    chat.telegram
        .says_with(OWNER, "", json!({ "document": huge }));
    says(&chat.sent(), "20 Mo");
    assert!(
        chat.telegram.calls("getFile").len() <= 1,
        "it is not even asked for"
    );
    let refused =
        json!({ "ok": false, "error_code": 400, "description": "Bad Request: file is too big" });
    chat.telegram.fails_once(Fault {
        method: "getFile",
        chat: None,
        status: 400,
        body: refused,
    });
    chat.telegram.sends(OWNER, "bees.txt", BEES.as_bytes());
    says(&chat.sent(), "20 Mo");
    chat.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn an_interview_is_removed_only_when_it_is_said_twice() {
    let mut chat = Chat::with([
        ("bees.txt", BEES.as_bytes()),
        ("trains.txt", TRAINS.as_bytes()),
    ]);
    says(&chat.asks("/remove"), "/remove 2020-04-paulin");
    says(
        &chat.asks("/remove beees"),
        "Je n’ai pas d’entretien nommé beees.",
    );
    let sure = chat.asks("/remove bees");
    assert!(chat.holds("bees.txt"));
    says(
        &chat.presses(&sure, "Garder", "editMessageText"),
        "Rien n’a été modifié",
    );
    assert!(chat.holds("bees.txt"));
    chat.telegram.waits_until_confirmed();
    chat.restarts();
    says(
        &chat.presses(&sure, "Supprimer", "editMessageText"),
        "Supprimé\u{a0}: bees",
    );
    assert!(!chat.holds("bees.txt"));
    let answer = chat.asks("Is the acacia honey better than ever?");
    assert!(
        !answer["text"].as_str().unwrap().contains("acacia"),
        "{answer}"
    );
    chat.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn an_interview_is_renamed_and_never_over_another() {
    let mut chat = Chat::with([
        ("bees.txt", BEES.as_bytes()),
        ("trains.txt", TRAINS.as_bytes()),
    ]);
    says(
        &chat.asks("/rename bees trains"),
        "Il existe déjà un entretien nommé trains",
    );
    says(&chat.asks("/rename bees"), "/rename 2020-04-paulin");
    says(
        &chat.asks("/rename bees ../apiary"),
        "Il s’appelle maintenant apiary.",
    );
    assert!(chat.holds("apiary.txt") && !chat.holds("bees.txt"));
    says(
        &chat.asks("Is the acacia honey better than ever?"),
        "acacia honey",
    );
    chat.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_withdrawn_passage_is_never_shown_again() {
    let mut chat = Chat::with([("talk.txt", TALK.as_bytes())]);
    let question = "Is the acacia honey better than ever?";
    let quote = chat.asks(question);
    says(&quote, "acacia");
    chat.telegram.replies(OWNER, &quote, "/withdraw");
    let sure = chat.sent();
    says(&sure, "Ne plus jamais afficher ces mots");
    says(&sure, "acacia honey is better");
    says(
        &chat.presses(&sure, "Retirer", "editMessageText"),
        "plus jamais affichés",
    );
    let sidecar = fs::read_to_string(chat.verbatim.corpus().join("talk.toml")).unwrap();
    assert!(
        sidecar.starts_with("withdrawn = [") && sidecar.contains("acacia"),
        "{sidecar}"
    );
    let answer = chat.asks(question);
    assert!(
        !answer["text"].as_str().unwrap().contains("acacia"),
        "{answer}"
    );
    says(
        &chat.asks("Are the queens young in every hive?"),
        "they lay well",
    );
    says(&chat.asks("/withdraw"), "Répondez /withdraw");
    chat.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn others_who_try_are_told_no_and_nothing_happens() {
    let mut chat = Chat::with([("bees.txt", BEES.as_bytes())]);
    chat.telegram.sends(OTHER, "evil.txt", TRAINS.as_bytes());
    says(
        &chat.sent(),
        "Seuls les propriétaires de ce bot peuvent modifier ses entretiens. Votre identifiant Telegram est 8.",
    );
    for command in ["/remove bees", "/rename bees evil"] {
        chat.telegram.says(OTHER, command);
        says(&chat.sent(), "Seuls les propriétaires");
    }
    let sure = chat.asks("/remove bees");
    let button = &sure["reply_markup"]["inline_keyboard"][0][0];
    chat.telegram
        .presses(OTHER, 4242, button["callback_data"].as_str().unwrap());
    assert!(chat.window().contains("Seuls les propriétaires"));
    assert!(chat.telegram.calls("getFile").is_empty());
    assert!(chat.holds("bees.txt") && !chat.holds("evil.txt"));
    chat.telegram.sends(-100, "group.txt", TRAINS.as_bytes());
    chat.telegram.says(OTHER, "/help");
    let help = chat.sent();
    assert_eq!(
        help["chat_id"], OTHER,
        "a file in a group is nobody's business"
    );
    assert!(!help["text"].as_str().unwrap().contains("/remove"));
    says(&chat.asks("/help"), "/remove");
    chat.bot.stops_on("TERM").ends_with_code(0);
}
