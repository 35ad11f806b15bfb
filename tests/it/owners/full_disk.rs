//! Drafts where there is no room for them, and interviews that the corpus or the index has no room for.

use std::fs;

use super::{Chat, OWNER, says};
use crate::harness::{Verbatim, apiary};
use crate::living::{BEES, TRAINS};

const FULL: &str = "Le disque du serveur est plein";

fn with_trains() -> Verbatim {
    Verbatim::with_files([("trains.txt", TRAINS.as_bytes())])
}

/// More than a block of 4 KiB, and more than two.
fn long() -> String {
    apiary(1, 60)
}

#[test]
fn a_draft_that_does_not_fit_is_refused_and_one_that_does_is_kept_and_added() {
    let verbatim = with_trains();
    verbatim.run(&["index"]).ends_with_code(0);
    let script = "mkdir -p \"$INDEX/drafts\"\nsmall \"$INDEX/drafts\" 4\nexec \"$@\" bot";
    let Some(mut chat) = Chat::inside(verbatim, script) else {
        return;
    };
    chat.telegram.sends(OWNER, "long.txt", long().as_bytes());
    says(&chat.sent(), FULL);
    chat.telegram.sends(OWNER, "bees.txt", BEES.as_bytes());
    let draft = chat.sent();
    // What is said about it needs a block of its own.
    let choices = chat.presses(&draft, "Modifier", "editMessageText");
    let prompt = chat.presses(&choices, "Titre", "sendMessage");
    chat.telegram.replies(OWNER, &prompt, "Les abeilles");
    says(&chat.sent(), FULL);
    let added = chat.presses(&draft, "Ajouter", "editMessageText");
    says(&added, "Ajouté sous le nom bees.");
    let file = fs::read(chat.verbatim.corpus().join("bees.txt")).unwrap();
    assert_eq!(file, BEES.as_bytes());
    says(
        &chat.asks("Is the acacia honey better than ever?"),
        "acacia honey",
    );
    let run = chat.bot.stops_on("TERM").ends_with_code(0);
    let drafts = chat.verbatim.index().join("drafts");
    let run = run.complains(&format!("no space left in `{}", drafts.display()));
    run.complains(" needs about ");
}

#[test]
fn an_interview_that_the_corpus_has_no_room_for_stays_a_draft_and_leaves_nothing_there() {
    let script = "small \"$CORPUS\" 8\nexec \"$@\" bot";
    let Some(mut chat) = Chat::inside(Verbatim::with_files([]), script) else {
        return;
    };
    chat.telegram.sends(OWNER, "talk.txt", long().as_bytes());
    let draft = chat.sent();
    let choices = chat.presses(&draft, "Modifier", "editMessageText");
    let prompt = chat.presses(&choices, "Titre", "sendMessage");
    chat.telegram.replies(OWNER, &prompt, "Les ruchers");
    let draft = chat.sent();
    for _ in 0..2 {
        says(
            &chat.presses(&draft, "Ajouter", "answerCallbackQuery"),
            FULL,
        );
    }
    // Its name is free: nothing of it is there, its sidecar neither.
    chat.telegram.sends(OWNER, "talk.txt", BEES.as_bytes());
    let other = chat.sent();
    let added = chat.presses(&other, "Ajouter", "editMessageText");
    says(&added, "Ajouté sous le nom talk.");
    says(
        &chat.asks("Is the acacia honey better than ever?"),
        "acacia honey",
    );
    let run = chat.bot.stops_on("TERM").ends_with_code(0);
    let corpus = chat.verbatim.corpus().display().to_string();
    run.complains(&format!("no space left in `{corpus}"));
}

#[test]
fn a_change_that_the_index_has_no_room_for_is_made_and_said_not_to_be_answered_from_yet() {
    // What fills the disk of the index lies under another one, for drafts.
    let script = "small \"$INDEX\" 800\n\"$@\" index >/dev/null || exit 98\n\
        mkdir \"$INDEX/drafts\"\nhead -c 2000000 /dev/zero >\"$INDEX/drafts/full\" 2>/dev/null\n\
        small \"$INDEX/drafts\" 64\nexec \"$@\" bot";
    let Some(mut chat) = Chat::inside(with_trains(), script) else {
        return;
    };
    chat.telegram.sends(OWNER, "bees.txt", BEES.as_bytes());
    let draft = chat.sent();
    let added = chat.presses(&draft, "Ajouter", "editMessageText");
    says(
        &added,
        "C’est fait, mais l’index n’a pas pu être mis à jour",
    );
    assert!(chat.holds("bees.txt"));
    says(
        &chat.asks("Will the night trains come back?"),
        "sleeping cars",
    );
    let run = chat.bot.stops_on("TERM").ends_with_code(0);
    run.complains("a change of the corpus is not in the index yet")
        .complains("no space left in `");
    // Elsewhere there is room.
    chat.verbatim.run(&["index"]).says("interviews: 2,");
}
