//! Cue words for roles and questions: generic labels, question marks, requests to speak.

use super::name_keys::key;
pub(in crate::reading) use super::role_words::role_word;
use super::role_words::unnumbered;

/// Labels that tell speakers apart and name none of them.
const GENERIC: [&str; 20] = [
    "speaker",
    "spk",
    "intervenant",
    "intervenante",
    "locuteur",
    "locutrice",
    "participant",
    "participante",
    "voice",
    "voix",
    "homme",
    "femme",
    "man",
    "woman",
    "male",
    "female",
    "unknown",
    "unknown speaker",
    "inconnu",
    "personne",
];
/// How a question begins that is not put as one, without accents.
const PROMPTS: [&str; 38] = [
    "parlez-nous",
    "parlez-moi",
    "parle-nous",
    "parle-moi",
    "racontez",
    "raconte-",
    "decrivez",
    "decris-",
    "expliquez",
    "explique-",
    "dites-nous",
    "dites-moi",
    "dis-nous",
    "dis-moi",
    "presentez",
    "presente-toi",
    "revenons",
    "revenez",
    "commencons",
    "un mot sur",
    "un dernier mot",
    "votre mot de la fin",
    "tell us",
    "tell me",
    "talk about",
    "talk us",
    "talk me",
    "talk to us",
    "describe",
    "explain",
    "walk us",
    "walk me",
    "take us",
    "take me",
    "introduce yourself",
    "give us",
    "give me",
    "let's talk",
];
const SECOND_PERSON: [&str; 21] = [
    "vous",
    "votre",
    "vos",
    "tu",
    "toi",
    "ton",
    "ta",
    "tes",
    "you",
    "your",
    "yours",
    "yourself",
    "toi-meme",
    "vous-meme",
    "avez-vous",
    "etes-vous",
    "as-tu",
    "es-tu",
    "voyez-vous",
    "pensez-vous",
    "faites-vous",
];
const FIRST_PERSON: [&str; 14] = [
    "je", "moi", "mon", "ma", "mes", "ai-je", "suis-je", "puis-je", "i", "my", "me", "myself",
    "i'm", "i've",
];

/// Whether a label tells a speaker apart without naming anybody: `Speaker 1`, `SPEAKER_00`, `2`, `B`.
pub(super) fn is_generic(name: &str) -> bool {
    let key = key(name);
    let mut chars = key.chars();
    let single = matches!((chars.next(), chars.next()), (Some(_), None));
    // An emoji in the place of a name.
    let picture = key.chars().next().is_some_and(|char| char as u32 >= 0x2190)
        && !key.chars().any(char::is_alphanumeric);
    let number = key.len() <= 2 && key.bytes().all(|byte| byte.is_ascii_digit());
    single || picture || number || GENERIC.contains(&unnumbered(&key))
}

/// Whether words end with a question mark of any script, whatever closes after it; or, in Japanese, with the word that asks.
pub(in crate::reading) fn ends_asking(words: &str) -> bool {
    let closing = |char: char| {
        char.is_whitespace()
            || matches!(
                char,
                '»' | '"'
                    | '”'
                    | '’'
                    | '*'
                    | ')'
                    | ']'
                    | '」'
                    | '』'
                    | '）'
                    | '\u{200e}'
                    | '\u{200f}'
            )
    };
    let words = words.trim_end_matches(closing);
    words.ends_with(QUESTION_MARKS)
        || words.ends_with("か。")
        || (words.ends_with(';') && words.chars().rev().take(40).any(is_greek))
}

/// Question marks: Latin, full width, Arabic, Greek, Armenian, Ethiopic.
const QUESTION_MARKS: [char; 6] = ['?', '？', '؟', '\u{37e}', '՞', '፧'];

/// Whether a question mark stands anywhere in words.
pub(super) fn holds_question(words: &str) -> bool {
    words.contains(QUESTION_MARKS)
}

fn is_greek(char: char) -> bool {
    matches!(char, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// Whether words ask: they end with a question mark or begin as a prompt does ("Parlez-nous de …").
pub(in crate::reading) fn asks(words: &str) -> bool {
    ends_asking(words) || prompts(words)
}

/// Whether words begin as a question does, whatever marks its end: speech recognition often writes no marks.
pub(super) fn opens_asking(words: &str) -> bool {
    const OPENINGS: [&str; 62] = [
        "what",
        "who",
        "why",
        "how",
        "when",
        "where",
        "which",
        "were",
        "was",
        "did",
        "do",
        "does",
        "is",
        "are",
        "can",
        "could",
        "would",
        "will",
        "have",
        "has",
        "qui",
        "que",
        "quoi",
        "comment",
        "pourquoi",
        "quand",
        "ou",
        "combien",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "est-ce",
        "qu'est-ce",
        "avez-vous",
        "etes-vous",
        "was",
        "wer",
        "wie",
        "warum",
        "wann",
        "wo",
        "welche",
        "haben",
        "sind",
        "por",
        "como",
        "cuando",
        "donde",
        "cual",
        "quien",
        "cuanto",
        "perche",
        "come",
        "quando",
        "dove",
        "quale",
        "chi",
        "quanto",
        "cosa",
        "che",
        "hat",
    ];
    let opening: String = words.chars().take(40).collect();
    let opening = key(&opening);
    let mut words = opening
        .split_whitespace()
        .skip_while(|word| ["and", "so", "et", "und", "y", "e"].contains(word));
    words.next().is_some_and(|word| OPENINGS.contains(&word))
}

/// Whether words begin as a request to speak does.
pub(super) fn prompts(words: &str) -> bool {
    let opening: String = words.chars().take(40).collect();
    let opening = key(opening.trim_start_matches(|char: char| !char.is_alphanumeric()));
    PROMPTS.iter().any(|prompt| opening.starts_with(prompt))
}

/// Whether words begin by telling somebody about themselves, as interviewers do ("Vous avez pourtant …").
pub(super) fn puts(words: &str) -> bool {
    let opening: String = words.chars().take(40).collect();
    let opening = key(&opening);
    let told = ["vous ", "you ", "you've ", "you're "];
    let fillers = [
        "vous savez",
        "vous voyez",
        "you know",
        "you see",
        "you can",
        "you have to",
    ];
    told.iter().any(|told| opening.starts_with(told))
        && !fillers.iter().any(|filler| opening.starts_with(filler))
}

/// Whether words speak to somebody, and whether somebody speaks of themselves in them.
pub(super) fn persons(words: &str) -> (bool, bool) {
    let folded = key(words);
    let mut found = (false, false);
    let inner = |char: char| char.is_alphanumeric() || char == '-' || char == '\'';
    let mut words = folded.split(|char: char| !inner(char)).peekable();
    while let Some(word) = words.next() {
        // "I giovani": an article.
        if word == "i" && words.peek().is_some_and(|next| next.ends_with('i')) {
            continue;
        }
        let parts = || std::iter::once(word).chain(word.split(['\'', '-']));
        found.0 |= word.starts_with("t'") || parts().any(|part| SECOND_PERSON.contains(&part));
        found.1 |= word.starts_with("j'") || parts().any(|part| FIRST_PERSON.contains(&part));
    }
    found
}
