//! Detection of personal names.

use super::name_keys::key;
use super::role_and_question_cues::{is_generic, role_word};
use super::role_words::unnumbered;

const NOT_NAMES: [&str; 36] = [
    "attention",
    "note",
    "remarque",
    "resume",
    "en resume",
    "conclusion",
    "exemple",
    "par exemple",
    "important",
    "bref",
    "resultat",
    "warning",
    "source",
    "sources",
    "photo",
    "update",
    "edit",
    "ps",
    "nb",
    "n.b",
    "summary",
    "example",
    "result",
    "introduction",
    "chapo",
    "titre",
    "title",
    "date",
    "url",
    "tags",
    "contact",
    "lire aussi",
    "mise a jour",
    "editor's note",
    "ndlr",
    "disclaimer",
];

/// Words that begin sentences, and what captions and forms write before a colon, numbered or not: nobody's names.
const COMMON: &str = "anyhow|anyway|yeah|yes|yep|yup|no|nope|okay|ok|well|so|oh|ah|hmm|now|then|again|once|right|sure|also|but|and|still|first|second|third|finally|look|listen|indeed|however|actually|today|yesterday|tomorrow|figure|fig|table|chapter|part|section|meeting title|meeting|agenda|attendees|participants|community|subject|topic|location|duration|transcript|recording|recorded|abstract|keywords|language|place|interview date|notes|footnote|caption|question marks|abbildung|tabelle|kapitel|titel|datum|ort|thema|hinweis|beispiel|figura|tabla|ejemplo|nota|fecha|lugar|esempio|data|luogo|tableau|chapitre|lieu|sujet|oui|non|alors|donc|bon|enfin|voila|ja|nein|genau|si|bueno|pues|allora|ecco|certo";

/// Whether a text is a word or a phrase that names nobody.
pub(super) fn is_common(text: &str) -> bool {
    let key = key(text);
    let word = unnumbered(&key);
    NOT_NAMES.contains(&key.as_str()) || COMMON.split('|').any(|common| common == word)
}

/// Words that stand before a thing and never before somebody's name.
const DETERMINERS: &str = "the|a|an|this|that|these|those|my|our|your|his|her|their|one|les|un|une|mon|ma|mes|notre|nos|votre|son|sa|ses|ce|cet|cette|ces|die|das|ein|eine|mein|meine|unser|unsere|dieser|diese|dieses|los|las|una|mi|mis|nuestro|nuestra|este|esta|gli|uno|mio|mia|nostro|nostra|questo|questa";

/// Whether a text in letters with capitals is a phrase and no name: "The answer", "Die Antwort", "Meeting Title".
pub(super) fn is_phrase(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let Some(first) = words
        .next()
        .filter(|first| first.starts_with(char::is_uppercase))
    else {
        return is_common(text);
    };
    let rest: Vec<&str> = words.collect();
    let first = first.to_lowercase();
    let determined = !rest.is_empty() && DETERMINERS.split('|').any(|word| word == first);
    let is_small = |word: &&str| word.chars().all(char::is_lowercase) && !is_particle(word);
    let joins = |word: &&str| matches!(*word, "et" | "and" | "und" | "y" | "e" | "of");
    determined || is_common(text) || rest.iter().any(|word| is_small(word) && !joins(word))
}

/// A name without titles, parentheses, times and marks, where it may be one.
pub(in crate::reading) fn bare(text: &str) -> Option<String> {
    let text = text.split(['(', '[', ',']).next().unwrap_or_default();
    let text = text.trim_matches(|char: char| {
        char.is_whitespace() || matches!(char, '*' | '_' | '#' | '"') || is_picture(char)
    });
    let end = text
        .rfind(|char: char| !(char.is_ascii_digit() || char == ':' || char == ' '))
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        });
    let timed = text[end..].contains(':');
    let text = if timed { text[..end].trim() } else { text };
    let known = role_word(text).is_some() || is_generic(text) && !text.is_empty();
    (known || (is_name(text) && !is_common(text))).then(|| text.to_owned())
}

/// Whether a character is drawn beside a name and is no part of it: an emoji, and what joins or turns it.
fn is_picture(char: char) -> bool {
    let symbol = (0x2190..0x2e80).contains(&(char as u32)) || char as u32 >= 0x1_f000;
    (symbol && !char.is_alphanumeric())
        || matches!(char, '\u{200d}' | '\u{200e}' | '\u{200f}' | '\u{fe0f}')
}

/// A phrase before a colon that may be what an outlet is called ("20 Minutes", "franceinfo").
pub(super) fn phrase(text: &str) -> Option<String> {
    let text = text.trim_matches(|char: char| {
        char.is_whitespace() || matches!(char, '*' | '_') || is_picture(char)
    });
    let inner = |char: char| char.is_alphanumeric() || matches!(char, '\'' | '’' | '-' | '&' | '.');
    let shaped = |word: &str| word.chars().all(inner);
    let words = text.split_whitespace().count();
    let is_phrase = (1..=5).contains(&words)
        && text.starts_with(char::is_alphanumeric)
        && text.split_whitespace().all(shaped)
        && !is_common(text);
    is_phrase.then(|| text.to_owned())
}

/// Whether a word stands inside names without a capital: "Ursula von der Leyen".
pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "du"
            | "des"
            | "von"
            | "van"
            | "der"
            | "den"
            | "di"
            | "da"
            | "la"
            | "le"
            | "al"
            | "el"
            | "bin"
    )
}

/// Whether a text looks like somebody's name: one to four words in capitals or with one at their start.
pub(in crate::reading) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let joins = |word: &str| is_particle(word) || matches!(word, "et" | "and" | "&" | "of");
    let named = |word: &&str| {
        let letters = word
            .trim_start_matches(['d', 'l'])
            .trim_start_matches(['\'', '’']);
        letters.starts_with(char::is_uppercase) || word.starts_with(char::is_uppercase)
    };
    let numbered = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = |word: &str| {
        word.chars().all(|char| {
            char.is_alphabetic()
                || matches!(char, '\'' | '’' | '-' | '.' | '&')
                || char.is_ascii_digit()
        })
    };
    (1..=5).contains(&words.len())
        && text.len() <= 60
        && words.first().is_some_and(named)
        && words
            .iter()
            .all(|word| shaped(word) && (named(word) || joins(word) || numbered(word)))
}
