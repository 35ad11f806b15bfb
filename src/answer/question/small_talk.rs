//! Small talk: a greeting, thanks, a call for help, a smile, an empty message.
//!
//! It is heard only where every word belongs to it: « bonjour, combien de datacentres ? » is a question, and so is
//! what a speaker, an interview, an outlet or a collection is called, and what stands between quotation marks.

use serde::Serialize;

use super::filters;
use crate::index::Catalogue;
use crate::language::{normalized_name, normalized_words};

/// What somebody says who asks for no quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SmallTalk {
    /// "Hello", "how are you?".
    Greeting,
    /// "Thank you", "ok".
    Thanks,
    /// "Goodbye".
    Farewell,
    /// "Help", "?", "how does this work?".
    Help,
    /// "Quit", "exit".
    Leave,
    /// An emoji or the like.
    Smile,
    /// No word and no sign that says anything.
    Blank,
}

impl SmallTalk {
    /// Whether whoever says it may want to be shown what can be asked.
    pub(in crate::answer) fn is_lost(self) -> bool {
        matches!(
            self,
            Self::Greeting | Self::Help | Self::Smile | Self::Blank
        )
    }
}

/// More words than this are no small talk, nor is a longer text with any, in bytes.
const WORDS: usize = 9;
const LENGTH: usize = 200;

/// What is said besides a question; `None` for a question.
#[must_use]
pub fn small_talk(text: &str, catalogue: &Catalogue) -> Option<SmallTalk> {
    if SMILES.contains(&text.trim()) {
        return Some(SmallTalk::Smile);
    }
    if text.len() > LENGTH && text.contains(char::is_alphanumeric) {
        return None;
    }
    let words: Vec<String> = normalized_words(text)
        .into_iter()
        .map(|(word, _)| word)
        .collect();
    if words.is_empty() {
        return Some(wordless(text));
    }
    let kind = (words.len() <= WORDS && !text.contains(MARKS)).then(|| said(&words))??;
    (!is_called(&words.join(" "), catalogue)).then_some(kind)
}

/// A question without the greetings and thanks before it, each set off by a mark: "Merci, qui est Ada ?".
pub(in crate::answer) fn behind_greeting(text: &str) -> &str {
    let mut question = text;
    while let Some(rest) = behind_one_greeting(question) {
        question = rest;
    }
    question
}

/// What follows the greeting that a text begins with; `None` where it begins with none, or nothing follows.
fn behind_one_greeting(text: &str) -> Option<&str> {
    let ends = text.match_indices([',', '!', '.', ';', ':', '…', '\n', '–', '—']);
    for (at, mark) in ends {
        let words: Vec<String> = normalized_words(&text[..at])
            .into_iter()
            .map(|(word, _)| word)
            .collect();
        let rest = text[at + mark.len()..].trim_start();
        let greets = words.len() <= WORDS && is_greeting(&words);
        if words.is_empty() || !greets {
            return None;
        }
        if rest.contains(char::is_alphanumeric) {
            return Some(rest);
        }
    }
    None
}

fn is_greeting(words: &[String]) -> bool {
    matches!(said(words), Some(SmallTalk::Greeting | SmallTalk::Thanks))
}

/// What stands between these is looked for as it stands, and these name a filter.
const MARKS: [char; 6] = ['"', '“', '„', '«', '#', '/'];

fn wordless(text: &str) -> SmallTalk {
    let text = text.trim();
    let asks = |c: char| matches!(c, '?' | '¿' | '？');
    if !text.is_empty() && text.chars().all(asks) {
        return SmallTalk::Help;
    }
    let is_sign = |c: char| {
        c >= '\u{2190}'
            && !matches!(c, '\u{3000}'..='\u{303f}' | '\u{e000}'..='\u{f8ff}' | '\u{ff00}'..='\u{ffff}')
    };
    if text.chars().any(is_sign) {
        SmallTalk::Smile
    } else {
        SmallTalk::Blank
    }
}

/// What all the words together say; `None` where one of them belongs to nothing that is said so.
fn said(words: &[String]) -> Option<SmallTalk> {
    let mut said = None;
    let mut at = 0;
    while at < words.len() {
        let (length, kind) = longest(&words[at..])?;
        said = match (said, kind) {
            // "Yes, thanks" thanks.
            (Some(SmallTalk::Blank), Some(kind)) | (Some(kind), Some(SmallTalk::Blank)) => {
                Some(kind)
            }
            (said, kind) => said.max(kind),
        };
        at += length;
    }
    said
}

/// The longest phrase that the words begin with: how many words it has, and what it says, where that is something.
fn longest(words: &[String]) -> Option<(usize, Option<SmallTalk>)> {
    let phrases = PHRASES.iter().flat_map(|(kind, lines)| {
        let phrases = lines.iter().flat_map(|line| line.split(", "));
        phrases.map(move |phrase| (phrase, *kind))
    });
    let begun = phrases.filter_map(|(phrase, kind)| {
        let length = phrase.split(' ').count();
        let own = words.get(..length)?.iter().map(String::as_str);
        own.eq(phrase.split(' ')).then_some((length, kind))
    });
    begun.max_by_key(|(length, kind)| (*length, *kind))
}

/// Whether something in the corpus is called so: then it is asked for.
fn is_called(bare: &str, catalogue: &Catalogue) -> bool {
    let mut names = catalogue.titles.iter().chain(&catalogue.outlets);
    let mut collections = catalogue.collections.iter();
    names.any(|name| name.bare == bare)
        || collections.any(|(name, _)| normalized_name(name) == bare)
        || filters::is_speaker(bare, catalogue)
}

const SMILES: [&str; 14] = [
    ":)", ":-)", ";)", ";-)", ":D", ":-D", ":p", ":P", ":-p", ":-P", ":(", ":-(", "<3", "xD",
];

/// Phrases, folded, taken apart at apostrophes and hyphens: English, French, German, Spanish, Italian.
const PHRASES: [(Option<SmallTalk>, [&str; 5]); 7] = [
    (
        Some(SmallTalk::Greeting),
        [
            "hello, hi, hey, hiya, howdy, greetings, good morning, good afternoon, good evening, good day, how are you, \
             how are you doing, how do you do, what s up",
            "bonjour, bonsoir, salut, coucou, rebonjour, bjr, bsr, slt, ca va, comment ca va, comment allez vous, \
             comment vas tu",
            "hallo, moin, servus, guten tag, guten morgen, guten abend, gruss gott, gruss dich, gruezi, wie geht s, \
             wie geht es dir, wie geht es ihnen",
            "hola, buenas, buenos dias, buenas tardes, buenas noches, que tal, como estas, como esta usted",
            "ciao, salve, buongiorno, buon giorno, buonasera, buona sera, come va, come stai, come sta",
        ],
    ),
    (
        Some(SmallTalk::Thanks),
        [
            "thanks, thank you, thx, many thanks, cheers, ok, okay, great, perfect",
            "merci, mille mercis, d accord, super, parfait",
            "danke, danke schon, danke sehr, vielen dank, besten dank, alles klar, prima",
            "gracias, muchas gracias, mil gracias, vale, perfecto",
            "grazie, grazie mille, mille grazie, molte grazie, tante grazie, va bene, perfetto",
        ],
    ),
    (
        Some(SmallTalk::Farewell),
        [
            "bye, bye bye, goodbye, good bye, good night, see you, see you later, see you soon, have a nice day",
            "au revoir, a bientot, a plus, a plus tard, a demain, bonne journee, bonne soiree, bonne nuit",
            "tschuss, auf wiedersehen, bis bald, bis spater, gute nacht, schonen tag noch",
            "adios, hasta luego, hasta pronto, hasta manana",
            "arrivederci, a presto, a dopo, buona giornata, buona notte, buonanotte",
        ],
    ),
    (
        Some(SmallTalk::Help),
        [
            "help, help me, how does this work, how does it work, what can i ask, who are you, what are you, what can you do, what do you do, \
             what is this, what s this",
            "aide, aide moi, aidez moi, a l aide, comment ca marche, que puis je demander, qui etes vous, qui es tu, tu es qui, t es qui, vous etes qui, c est quoi ca, que savez vous faire, \
             que sais tu faire, que pouvez vous faire",
            "hilfe, hilf mir, wie funktioniert das, was kann ich fragen, wer bist du, wer sind sie, was kannst du, was konnen sie, was ist das",
            "ayuda, ayudame, como funciona, como funciona esto, que puedo preguntar, quien eres, quien es usted, que puedes hacer, que sabes hacer, que es esto",
            "aiuto, aiutami, come funziona, cosa posso chiedere, chi sei, chi e lei, cosa sai fare, cosa puoi fare, che cos e questo",
        ],
    ),
    (
        Some(SmallTalk::Blank),
        [
            "yes, no, yep, nope",
            "oui, non, ouais",
            "ja, nein, doch",
            "si, claro",
            "certo, esatto",
        ],
    ),
    (
        Some(SmallTalk::Leave),
        ["quit, exit, q", "quitter", "beenden", "salir", "esci"],
    ),
    (
        None,
        [
            "verbatim, bot, there, all, everyone, everybody, please, pls, again, and, so much, very much, a lot, \
             for your help, you",
            "a tous, a toutes, a tous et a toutes, tout le monde, beaucoup, bien, encore, et, a vous, a toi, vous, toi, \
             s il vous plait, s il te plait, svp, stp, pour votre aide, pour ton aide, monsieur, madame",
            "alle, zusammen, bitte, und, dir, ihnen, sehr, fur die hilfe",
            "a todos, a todas, por favor, y, tanto, por la ayuda",
            "a tutti, a tutte, per favore, e, tanto, per l aiuto",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::NameSpelling;

    fn catalogue(title: &str) -> Catalogue {
        let name = NameSpelling {
            written: title.to_owned(),
            bare: normalized_name(title),
        };
        Catalogue {
            titles: vec![name],
            ..Catalogue::default()
        }
    }

    #[test]
    fn what_asks_for_nothing_is_told_from_a_question() {
        use SmallTalk::{Blank, Farewell, Greeting, Help, Leave, Smile, Thanks};
        for (kind, texts) in [
            (
                Greeting,
                &[
                    "Hello!",
                    "hi there",
                    "Good morning, how are you?",
                    "Bonjour à tous",
                    "bonsoir",
                    "Salut, ça va ?",
                    "Guten Tag",
                    "Grüß Gott!",
                    "Wie geht’s?",
                    "¡Hola! ¿Qué tal?",
                    "Buenos días",
                    "Ciao",
                    "Buongiorno!",
                ][..],
            ),
            (
                Thanks,
                &[
                    "thanks",
                    "Thank you so much!",
                    "Merci beaucoup",
                    "super, merci",
                    "Danke schön",
                    "Vielen Dank!",
                    "¡Muchas gracias!",
                    "Grazie mille",
                    "ok",
                    "Bonjour, merci !",
                ],
            ),
            (
                Farewell,
                &[
                    "Bye!",
                    "Merci, au revoir",
                    "Tschüss",
                    "Hasta luego",
                    "Arrivederci",
                ],
            ),
            (
                Help,
                &[
                    "help",
                    "?",
                    "??",
                    "¿?",
                    "Aide-moi s’il te plaît",
                    "Hilfe!",
                    "ayuda",
                    "aiuto",
                    "Comment ça marche ?",
                    "Who are you?",
                    "What is this?",
                    "T’es qui ?",
                    "Qui êtes-vous ?",
                    "What can you do?",
                    "Wer bist du?",
                    "¿Quién eres?",
                    "Cosa sai fare?",
                ],
            ),
            (Leave, &["quit", "EXIT", ":q", "quitter"]),
            (Smile, &["🎉🎉", "👍", ":-)", "❤️", ";)"]),
            (
                Blank,
                &["", "  \n", "…", "!!", "?!…", "\u{202e}\u{7}", "\u{fffd}"],
            ),
        ] {
            for text in texts {
                assert_eq!(
                    small_talk(text, &catalogue("The harbour")),
                    Some(kind),
                    "{text:?}"
                );
            }
        }
        for text in [
            "Bonjour, combien de datacentres ?",
            "help desk",
            "thanks to whom?",
            "merci qui ?",
            "Who can help me?",
            "exit strategy",
            "\"help\"",
            "« bonjour »",
            "#help",
            "Comment ça marche, un datacentre ?",
            "2020",
            "1",
            "你好",
            "hello world",
            "et",
            "vous",
            "bien",
        ] {
            assert_eq!(
                small_talk(text, &catalogue("The harbour")),
                None,
                "{text:?}"
            );
        }
    }

    #[test]
    fn any_number_of_greetings_before_a_question_are_no_part_of_it() {
        let text = "hi, ".repeat(20_000) + "what keyboard?";
        assert_eq!(behind_greeting(&text), "what keyboard?");
    }

    #[test]
    fn a_greeting_before_a_question_is_no_part_of_it() {
        for (text, question) in [
            ("merci, qui est Aaron Swartz ?", "qui est Aaron Swartz ?"),
            ("Bonjour ! Merci. What keyboard?", "What keyboard?"),
            ("hello, what keyboard?", "what keyboard?"),
            ("hello world, what keyboard?", "hello world, what keyboard?"),
            ("Merci !", "Merci !"),
            ("What keyboard, please?", "What keyboard, please?"),
        ] {
            assert_eq!(behind_greeting(text), question, "{text}");
        }
        for text in ["oui", "Non.", "ja", "sí", "no", "yes"] {
            assert_eq!(
                small_talk(text, &catalogue("The harbour")),
                Some(SmallTalk::Blank),
                "{text}"
            );
        }
        assert_eq!(
            small_talk("oui merci", &catalogue("")),
            Some(SmallTalk::Thanks)
        );
    }

    #[test]
    fn what_something_in_the_corpus_is_called_is_a_question() {
        for text in ["help", "Help!", "thanks"] {
            let talk = small_talk(text, &catalogue("Help"));
            assert_eq!(
                talk.is_none(),
                text.to_lowercase().starts_with("help"),
                "{text}"
            );
        }
    }
}
