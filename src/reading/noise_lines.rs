//! Noise lines: adverts, captions and notices that nobody said.
//!
//! A line is noise only where it is a short paragraph of its own, so that prose which mentions a
//! newsletter stays what it is.

use serde::Serialize;

use super::structure::role_and_question_cues;

/// No noise is longer than this, in bytes.
const LONGEST: usize = 240;

/// Why a line is nobody's speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoiseKind {
    /// The label that names a speaker.
    Label,
    /// A title, or a line between turns that is none.
    Heading,
    /// What stands before the first turn.
    Introduction,
    /// What the editors add after the last.
    Aside,
    /// A line of a page that is headings and lists, and no speech.
    Listing,
    /// The name under a letter.
    Signature,
    /// A line that says when it was published.
    Date,
    /// A line that says who asked.
    Byline,
    /// A photo credit or a copyright.
    Credit,
    /// A reference to another article.
    ReadMore,
    /// An advert, a newsletter, a button of the page.
    Boilerplate,
    /// A note of the editor, a stage direction.
    Note,
    /// Music, a break.
    Break,
    /// Nothing that could be read aloud.
    NoWords,
    /// What the owner cuts off in the sidecar.
    CutOff,
}

const OPENINGS: [(NoiseKind, &[&str]); 4] = [
    (
        NoiseKind::Credit,
        &[
            "crédit photo",
            "crédits photo",
            "crédit :",
            "crédits :",
            "crédit\u{a0}:",
            "crédits\u{a0}:",
            "photo credit",
            "photo :",
            "photo\u{a0}:",
            "photos :",
            "photo:",
            "photo by",
            "photographie :",
            "photography by",
            "photographs by",
            "image credit",
            "image :",
            "image:",
            "illustration :",
            "©",
            "(c) ",
            "all rights reserved",
            "tous droits réservés",
            "copyright ©",
            "copyright (c)",
            "copyright 20",
        ],
    ),
    (
        NoiseKind::ReadMore,
        &[
            "lire aussi",
            "à lire aussi",
            "lire également",
            "à lire :",
            "voir aussi",
            "à voir aussi",
            "sur le même sujet",
            "read also",
            "also read",
            "see also",
            "related:",
            "read more:",
            "read more",
            "pour aller plus loin",
            "en savoir plus",
            "more from",
            "précédent :",
            "précédent\u{a0}:",
            "article précédent",
            "article suivant",
            "previous:",
            "previous post",
            "next post",
            "vorheriger beitrag",
            "nächster beitrag",
            "anterior:",
            "precedente:",
            "lesen sie auch",
            "mehr zum thema",
            "auch interessant",
            "lea también",
            "lee también",
            "te puede interesar",
            "leggi anche",
            "potrebbe interessarti",
        ],
    ),
    (
        NoiseKind::Boilerplate,
        &[
            "partager sur",
            "share on",
            "share this",
            "transcript by",
            "transcription by",
            "transcription :",
            "temps de lecture",
            "lecture :",
            "reading time",
            "article réservé",
            "cet article est réservé",
            "suivez-nous",
            "retrouvez-nous sur",
            "follow us",
            "cet entretien a été",
            "cette interview a été",
            "entretien relu",
            "this interview has been",
            "this interview was",
            "this conversation has been",
            "this conversation was",
            "this transcript",
            "the interview has been edited",
            "advertising disclosure",
            "affiliate disclosure",
            "disclosure:",
            "this article contains affiliate links",
            "we may earn",
            "we may receive a share",
            "support our work",
            "support our journalism",
            "soutenez-nous",
            "soutenez notre",
            "faites un don",
            "il vous reste",
            "la suite est réservée",
            "unterstützen sie uns",
            "spenden sie",
            "dieses interview wurde",
            "este artículo es exclusivo",
            "contenido exclusivo",
            "esta entrevista ha sido",
            "contenuto riservato",
            "sostieni",
            "questa intervista è stata",
            "sponsored by",
            "sponsorisé par",
        ],
    ),
    (
        NoiseKind::Note,
        &[
            "ndlr",
            "[ndlr",
            "(ndlr",
            "ndla",
            "note de la rédaction",
            "[note de la rédaction",
            "editor's note",
            "editor’s note",
            "[editor",
            "[ed.",
            "editors' note",
            "note from the editor",
        ],
    ),
];
const PHRASES: [&str; 27] = [
    "nur für abonnenten",
    "solo para suscriptores",
    "riservato agli abbonati",
    "already a subscriber",
    "log in to continue",
    "find free wordpress themes",
    "want create site?",
    "to our newsletter",
    "notre newsletter",
    "à la newsletter",
    "our weekly newsletter",
    "our newsletter",
    "we use cookies",
    "utilise des cookies",
    "utilisons des cookies",
    "accepter les cookies",
    "accept all cookies",
    "réservé aux abonnés",
    "subscribers only",
    "become a member",
    "abonnez-vous à",
    "abonnez-vous pour",
    "subscribe to the podcast",
    "abonnez-vous au podcast",
    "click here to",
    "cliquez ici pour",
    "min read",
];
const ALONE: [&str; 22] = [
    "publicité",
    "publicite",
    "annonce",
    "advertisement",
    "advertising",
    "ad",
    "sponsored",
    "partager",
    "share",
    "imprimer",
    "print",
    "commentaires",
    "comments",
    "tweet",
    "facebook",
    "twitter",
    "linkedin",
    "whatsapp",
    "email",
    "la suite après la publicité",
    "article continues below",
    "subscribe",
];
const BYLINES: [&str; 17] = [
    "texte et entretien",
    "das gespräch führte",
    "das interview führte",
    "die fragen stellte",
    "entrevista realizada por",
    "intervista di",
    "propos recueillis par",
    "entretien réalisé par",
    "interview réalisée par",
    "interview by",
    "interviewed by",
    "entretien mené par",
    "entretien par",
    "propos recueillis et",
    "recueilli par",
    "texte et propos",
    "words by",
];

/// What stands before the name of who asked, where only a name behind it makes it a byline.
const SIGNED: [&str; 15] = [
    "entrevista de",
    "entrevista por",
    "interview von",
    "interview door",
    "tekst en interview",
    "mit ihm sprach",
    "mit ihr sprach",
    "mit ihnen sprach",
    "es fragte",
    "aufgezeichnet von",
    "a cura di",
    "беседовала",
    "беседовал",
    "rozmawiała",
    "rozmawiał",
];

/// Why a block is noise, where it is.
pub(super) fn reason(words: &str) -> Option<NoiseKind> {
    if words.len() > LONGEST {
        return None;
    }
    if !words.chars().any(char::is_alphanumeric) {
        return Some(NoiseKind::NoWords);
    }
    if byline(words).is_some() || is_byline(words) {
        return Some(NoiseKind::Byline);
    }
    if super::date_parsing::of_line(words).is_some() {
        return Some(NoiseKind::Date);
    }
    let lower = words.to_lowercase();
    let inner = |char: char| !char.is_alphanumeric() && !matches!(char, '©' | '(' | '[');
    let bare = lower.trim_matches(inner);
    if is_break(bare) {
        return Some(NoiseKind::Break);
    }
    if is_bracketed(&lower) {
        return Some(NoiseKind::Note);
    }
    let begins = |(_, openings): &&(NoiseKind, &[&str])| {
        openings.iter().any(|opening| begins_with(bare, opening))
    };
    if let Some((reason, _)) = OPENINGS
        .iter()
        .find(begins)
        .filter(|_| !bare.ends_with('?') && !lower.trim_end().ends_with('?'))
    {
        return Some(*reason);
    }
    let page = PHRASES.iter().any(|phrase| bare.contains(phrase)) || ALONE.contains(&bare);
    page.then_some(NoiseKind::Boilerplate)
}

/// Whether `text` begins with `opening`, and not in the middle of a word.
fn begins_with(text: &str, opening: &str) -> bool {
    text.strip_prefix(opening).is_some_and(|rest| {
        !opening.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
    })
}

/// A paragraph that stands in brackets as a whole: `[Rires]`, `(Applaudissements)`, `[ndlr : …]`.
fn is_bracketed(words: &str) -> bool {
    let words = words.trim().trim_end_matches('.');
    let pairs = [('[', ']'), ('(', ')')];
    pairs.iter().any(|(open, close)| {
        words
            .strip_prefix(*open)
            .and_then(|rest| rest.strip_suffix(*close))
            .is_some_and(|inside| {
                !inside.contains([*open, *close])
                    && role_and_question_cues::role_word(inside).is_none()
            })
    })
}

/// A line that says who asked, whatever follows.
fn is_byline(words: &str) -> bool {
    let lower = words.to_lowercase();
    let lower = lower.trim_start_matches(|char: char| !char.is_alphanumeric());
    words.len() < 160 && BYLINES.iter().any(|opening| begins_with(lower, opening))
}

/// `Break: [01:44]`, `[Music]`.
fn is_break(bare: &str) -> bool {
    let word = bare.split([':', '\u{a0}', ' ']).next().unwrap_or_default();
    let rest = &bare[word.len()..];
    let word = word
        .trim_start_matches(['[', '('])
        .trim_end_matches([']', ')']);
    ["break", "pause", "music", "musique", "jingle", "coupure"].contains(&word)
        && !rest.chars().any(char::is_alphabetic)
}

/// The journalist whom a byline names: "Propos recueillis par Jeanne Martin".
pub(super) fn byline(words: &str) -> Option<String> {
    if words.len() > LONGEST {
        return None;
    }
    let words = words.trim_matches(|char: char| !char.is_alphanumeric());
    let opening = BYLINES.iter().chain(&SIGNED).find(|opening| {
        words
            .get(..opening.len())
            .is_some_and(|start| start.to_lowercase() == **opening)
    })?;
    let name = words[opening.len()..].trim_start_matches([' ', ':', '\u{a0}']);
    let end = name
        .find([',', '.', '(', '\n', '–', '|', ';'])
        .unwrap_or(name.len());
    let name = name[..end].trim();
    super::structure::is_name(name).then(|| name.to_owned())
}
