//! What stands behind a command that does not take it: it is named, and what to do instead.

use super::{BEN, CY, Chat, GROUP, QUESTION, holds, labels, text};

#[test]
fn words_behind_a_command_that_takes_none_are_named_over_its_answer_in_every_language() {
    let mut chat = Chat::starts();
    for (code, lines) in [
        (
            "en",
            "This command needs nothing after it: “xyz” is ignored.\nTo search for it, write: xyz",
        ),
        (
            "fr",
            "Cette commande s’utilise seule\u{a0}: «\u{202f}xyz\u{202f}» est ignoré.\nPour le rechercher, écrivez\u{a0}: xyz",
        ),
        (
            "de",
            "Dieser Befehl braucht keine weiteren Angaben: „xyz“ wird ignoriert.\nUm danach zu suchen, schreiben Sie: xyz",
        ),
        (
            "es",
            "Este comando se usa solo: «xyz» se ignora.\nPara buscarlo, escribe: xyz",
        ),
        (
            "it",
            "Questo comando si usa da solo: «xyz» viene ignorato.\nPer cercarlo, scrivi: xyz",
        ),
    ] {
        chat.language = code;
        let drawn = chat.says(BEN, "/random xyz");
        let (said, quoted) = text(&drawn).split_once("\n\n").unwrap();
        assert_eq!(said, lines);
        holds(quoted, &["<blockquote>"]);
    }
    chat.language = "en";
    for command in ["/about", "/help", "/privacy", "/interviews", "/report"] {
        let long = format!("{command} <b> & {}", "so on ".repeat(500));
        let reply = chat.says(BEN, &long);
        holds(text(&reply), &["“&lt;b&gt; &amp; so on", "…” is ignored."]);
        assert!(text(&reply).encode_utf16().count() < 4_096, "{reply}");
    }
    chat.ends();
}

#[test]
fn a_name_behind_a_list_is_offered_as_a_question_that_is_answered() {
    let mut chat = Chat::starts();
    let list = chat.says(BEN, "/speakers pualin");
    holds(
        text(&list),
        &[
            "“pualin” is ignored. Did you mean: Michel Paulin?\nTo search for it, write: Michel Paulin\n\n<b>Speakers",
        ],
    );
    assert_eq!(labels(&list), [["Michel Paulin"]]);
    holds(text(&chat.says(BEN, "Michel Paulin")), &["<blockquote>"]);
    let nobody = chat.says(BEN, "/speakers zzz");
    assert!(!text(&nobody).contains("Did you mean"), "{nobody}");
    let in_group = chat.says_in(GROUP, BEN, "/speakers@verbatim_bot pualin");
    holds(text(&in_group), &["write: /ask Michel Paulin\n"]);
    holds(
        text(&chat.says_in(GROUP, CY, "/ask Michel Paulin")),
        &["<blockquote>"],
    );
    chat.ends();
}

#[test]
fn whoever_names_what_to_forget_loses_nothing_and_is_told_how() {
    let mut chat = Chat::starts();
    let quote = chat.says(BEN, QUESTION);
    chat.presses(BEN, &quote, "👍");
    for (code, said, how) in [
        ("en", "Nothing was deleted", "Send /forget alone"),
        ("fr", "Rien n’a été effacé", "Envoyez /forget seul"),
        ("de", "Es wurde nichts gelöscht", "Senden Sie nur /forget"),
        ("es", "No se ha borrado nada", "Envía solo /forget"),
        ("it", "Non ho cancellato nulla", "Invia solo /forget"),
    ] {
        chat.language = code;
        let told = chat.says(BEN, "/forget abc");
        let lines: Vec<&str> = text(&told).lines().collect();
        assert_eq!(lines.len(), 2, "{told}");
        holds(lines[0], &[said, "abc"]);
        holds(lines[1], &[how]);
    }
    assert_eq!(chat.votes(), (1, 0));
    chat.language = "en";
    holds(text(&chat.says(BEN, "/forget")), &["I deleted your vote."]);
    chat.ends();
}

#[test]
fn settings_are_set_as_they_are_typed_and_a_wrong_value_is_named_with_the_nearest() {
    let mut chat = Chat::starts();
    let how = "\n/settings fr or /settings 2 changes this, /settings default resets it. Languages: en, fr, de, es, it.";
    for (typed, named, nearest) in [
        ("9", "9", " Did you mean: 3?"),
        ("fr -1", "-1", " Did you mean: 1?"),
        ("Frensh", "Frensh", " Did you mean: fr?"),
        ("defualt", "defualt", " Did you mean: default?"),
        ("klingon", "klingon", ""),
        ("<i>", "i", ""),
    ] {
        let told = chat.says(BEN, &format!("/settings {typed}"));
        let said = format!(
            "“{named}” is neither a language that I speak nor a number of quotes from 1 to 3."
        );
        assert_eq!(text(&told), format!("{said}{nearest}{how}"));
    }
    let set = chat.says(BEN, "/settings French 1");
    let chosen = labels(&set).concat();
    for label in ["✓ Français", "✓ 1"] {
        assert!(chosen.contains(&label.to_owned()), "{label}: {chosen:?}");
    }
    let quote = chat.says(BEN, "souveraineté numérique des entreprises");
    let under = labels(&quote).concat();
    assert!(under.contains(&"Partager".to_owned()), "{under:?}");
    assert!(
        !under.contains(&"›".to_owned()),
        "one quote has no next one"
    );
    let wrong = chat.says(BEN, "/settings 9");
    holds(text(&wrong), &["n’est ni une langue", "Vouliez-vous dire"]);
    chat.says(BEN, "/settings default");
    holds(
        text(&chat.says(BEN, "/settings 9")),
        &["neither a language"],
    );
    let told = chat.says_in(GROUP, CY, "/settings it");
    holds(text(&told), &["Only administrators of this group"]);
    chat.telegram.is_admin(BEN);
    let set = chat.says_in(GROUP, BEN, "/settings it");
    assert!(labels(&set).concat().contains(&"✓ Italiano".to_owned()));
    chat.ends();
}
