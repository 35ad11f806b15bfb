//! Noise: lines that nobody said, left by the page that an interview was taken from.
//!
//! A line is noise only where it is a short paragraph of its own, so that prose which mentions a
//! newsletter stays what it is.

/// No noise is longer than this, in bytes.
const LONGEST: usize = 240;

const OPENINGS: [&str; 25] = [
    "crédit photo",
    "crédits photo",
    "crédit :",
    "crédits :",
    "photo credit",
    "photo :",
    "photos :",
    "photo:",
    "©",
    "(c) ",
    "lire aussi",
    "à lire aussi",
    "voir aussi",
    "read also",
    "see also",
    "related:",
    "read more:",
    "propos recueillis par",
    "partager sur",
    "share on",
    "share this",
    "all rights reserved",
    "tous droits réservés",
    "transcript by",
    "image credit",
];
const PHRASES: [&str; 12] = [
    "find free wordpress themes",
    "want create site?",
    "subscribe to our newsletter",
    "abonnez-vous à notre newsletter",
    "inscrivez-vous à notre newsletter",
    "inscrivez-vous à la newsletter",
    "abonnez-vous à la newsletter",
    "sign up for our newsletter",
    "we use cookies",
    "ce site utilise des cookies",
    "nous utilisons des cookies",
    "accepter les cookies",
];
const ALONE: [&str; 13] = [
    "publicité",
    "advertisement",
    "partager",
    "share",
    "imprimer",
    "print",
    "commentaires",
    "comments",
    "tweet",
    "facebook",
    "twitter",
    "break",
    "pause",
];
const BYLINES: [&str; 7] = [
    "propos recueillis par",
    "entretien réalisé par",
    "interview réalisée par",
    "interview by",
    "interviewed by",
    "entretien mené par",
    "entretien par",
];

/// Whether a block is noise.
pub(super) fn is_noise(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    if !words.chars().any(char::is_alphanumeric) {
        return true;
    }
    let lower = words.to_lowercase();
    let bare =
        lower.trim_matches(|char: char| !char.is_alphanumeric() && char != '©' && char != '(');
    OPENINGS.iter().any(|opening| bare.starts_with(opening)) && !bare.ends_with('?')
        || PHRASES.iter().any(|phrase| bare.contains(phrase))
        || ALONE.contains(&bare)
        || is_break(bare)
        || byline(words).is_some()
        || super::dates::of_line(words).is_some()
}

/// `Break: [01:44]`, `[Music]`.
fn is_break(bare: &str) -> bool {
    let word = bare
        .split([':', '[', '\u{a0}', ' '])
        .next()
        .unwrap_or_default();
    let rest = &bare[word.len()..];
    ["break", "pause", "music", "musique", "jingle", "coupure"].contains(&word)
        && !rest.chars().any(char::is_alphabetic)
}

/// The journalist whom a byline names: "Propos recueillis par Jeanne Martin".
pub(super) fn byline(words: &str) -> Option<String> {
    if words.len() > LONGEST {
        return None;
    }
    let words = words.trim_matches(|char: char| !char.is_alphanumeric());
    let opening = BYLINES.iter().find(|opening| {
        words
            .get(..opening.len())
            .is_some_and(|start| start.to_lowercase() == **opening)
    })?;
    let name = words[opening.len()..].trim_start_matches([' ', ':', '\u{a0}']);
    let end = name
        .find([',', '.', '(', '\n', '–', '|', ';'])
        .unwrap_or(name.len());
    let name = name[..end].trim();
    super::label::is_name(name).then(|| name.to_owned())
}
