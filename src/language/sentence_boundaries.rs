//! Sentence boundaries.

use crate::interview::Span;

/// The sentences of a text, without the white space between them: bytes, in order, apart. A blank line or
/// the start of a list item always ends one; the line breaks of a hard-wrapped paragraph do not.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let cut = match c {
            '\n' => ends_paragraph(&text[start..at], &text[end..]).then_some(end),
            '。' | '！' | '？' => Some(end),
            '.' | '!' | '?' | '…' | '؟' | '।' => {
                ends_sentence(&text[start..end], &text[end..]).map(|length| end + length)
            }
            _ => None,
        };
        if let Some(cut) = cut.filter(|cut| *cut > start) {
            push(text, Span::new(start, cut), &mut found);
            start = cut;
        }
    }
    push(text, Span::new(start, text.len()), &mut found);
    found
}

fn push(text: &str, span: Span, found: &mut Vec<Span>) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        found.push(span);
    }
}

/// Whether a line break ends what stands before it.
fn ends_paragraph(before: &str, after: &str) -> bool {
    let next = after.lines().next().unwrap_or_default().trim();
    let line = before.lines().next_back().unwrap_or_default().trim_end();
    next.is_empty()
        || line.trim().is_empty()
        || starts_item(next)
        || line.ends_with(CLOSED)
        || starts_anew(line, next)
}

const CLOSED: [char; 8] = ['.', '!', '?', '…', ':', ';', '»', '”'];

/// A short line without an end, before a capital: a title or a name on its own line.
fn starts_anew(line: &str, next: &str) -> bool {
    const SHORT: usize = 50;
    line.chars().take(SHORT + 1).count() <= SHORT && next.starts_with(char::is_uppercase)
}

/// Whether a line opens with a bullet, a dash or a number.
fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('–' | '—' | '•' | '·' | '▪' | '-' | '*' | '‣' | '◦') => true,
        Some(first) if first.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(". ") || rest.starts_with(") ")
        }
        _ => false,
    }
}

/// Whether the mark that closes `before` ends a sentence; if so, how many bytes of `after` (closing
/// quotation marks and brackets) still belong to it.
fn ends_sentence(before: &str, after: &str) -> Option<usize> {
    let closing = closing_length(after);
    let rest = &after[closing..];
    let Some(next) = rest.chars().next() else {
        return Some(closing);
    };
    if !next.is_whitespace() {
        return (next.is_uppercase() && has_lost_space(before)).then_some(closing);
    }
    let opening = rest.trim_start().trim_start_matches(OPENING);
    let follows = opening.chars().next()?;
    if follows.is_lowercase() || (before.ends_with('.') && is_abbreviated(before, opening)) {
        return None;
    }
    // A mark of its own after a space, as French sets it, belongs to this sentence.
    if matches!(follows, '!' | '?' | '…' | ':' | ';' | ',' | '»' | ')') {
        return None;
    }
    Some(closing)
}

/// Whether a capital right after what closes `before` begins a sentence: programs that make text of pages lose the break
/// between a question and its answer ("Who lit it?I did."). Full stops stand in names of machines and programs too.
fn has_lost_space(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next();
    let word = word.unwrap_or_default().trim_end_matches(['?', '!', '؟']);
    before.ends_with(['?', '!', '؟'])
        && word.chars().next_back().is_some_and(char::is_alphanumeric)
        && !word.contains(['/', '=', '@'])
}

const OPENING: &[char] = &[
    '«', '“', '"', '(', '[', '‘', '\'', '¿', '¡', '\u{a0}', '\u{202f}', ' ', '*', '_',
];

/// Bytes of quotation marks and brackets that close with the sentence, ` »` with its space included.
fn closing_length(after: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &after[length..];
        let spaced = rest.trim_start_matches(['\u{a0}', '\u{202f}', ' ']);
        let space = rest.len() - spaced.len();
        match (space, spaced.chars().next()) {
            (_, Some('»')) => length += space + '»'.len_utf8(),
            (0, Some(c @ ('”' | '"' | ')' | ']' | '’' | '\''))) => length += c.len_utf8(),
            _ => return length,
        }
    }
}

/// Whether the dot at the end belongs to an abbreviation, an initial, an ordinal or a list number; `after` is what follows.
fn is_abbreviated(before: &str, after: &str) -> bool {
    let head = before.trim_end_matches('.');
    let word_start = head
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '«' | '“' | '"' | '\'' | '’' | '-'))
        .map_or(0, |at| {
            at + head[at..].chars().next().map_or(1, char::len_utf8)
        });
    let word = &head[word_start..];
    let alone = head[..word_start].trim().is_empty();
    let lower = word.to_lowercase();
    let is_number = word.chars().all(char::is_numeric) && !word.is_empty();
    if is_number {
        return alone || is_german_ordinal(word, &head[..word_start], after);
    }
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => c.is_uppercase() || is_single_letter(c, &head[..word_start], after),
        (Some(_), Some(_)) => {
            ABBREVIATIONS.contains(&lower.as_str())
                || is_dotted(&lower)
                || (after.starts_with(char::is_numeric) && may_precede_number(&lower))
        }
        _ => false,
    }
}

/// A letter that is a word of its own ends a sentence ("il y en a."), unless others are abbreviated around it: "z. B.".
fn is_single_letter(letter: char, before: &str, after: &str) -> bool {
    let is_word = matches!(
        letter,
        'a' | 'à' | 'e' | 'è' | 'é' | 'i' | 'o' | 'ó' | 'y' | 'n'
    );
    let mut next = after.chars();
    let goes_on = next.next().is_some_and(char::is_alphabetic) && next.next() == Some('.');
    let mut last = before.trim_end().chars().rev();
    let is_second = last.next() == Some('.')
        && last.next().is_some_and(char::is_alphabetic)
        && !last.next().is_some_and(char::is_alphanumeric);
    letter.is_alphabetic() && (!is_word || goes_on || is_second)
}

/// "e.g", "z.b", "p.ex": letters with dots between them, but for "p.m", which ends sentences.
fn is_dotted(lower: &str) -> bool {
    let parts = lower.split('.');
    let short = parts
        .clone()
        .all(|part| matches!(part.chars().count(), 1 | 2));
    parts.count() > 1 && short && !matches!(lower, "a.m" | "p.m" | "u.s" | "u.k" | "u.n" | "e.u")
}

/// "Am 3. Oktober", "im 19. Jahrhundert": German writes ordinals with a dot.
fn is_german_ordinal(number: &str, before: &str, after: &str) -> bool {
    if number.len() > 2 || !after.starts_with(char::is_uppercase) {
        return false;
    }
    let first = |text: &str| -> String { text.chars().take_while(|c| c.is_alphabetic()).collect() };
    let last = before
        .trim_end()
        .rsplit(|c: char| !c.is_alphabetic())
        .next();
    let last = last.unwrap_or_default().to_lowercase();
    let next = first(after).to_lowercase();
    GERMAN_BEFORE.contains(&last.as_str()) || GERMAN_AFTER.iter().any(|word| next.starts_with(word))
}

/// Whether a word is one that numbers follow, shortened: "env. 300", "Aug. 15", "No. 9".
fn may_precede_number(lower: &str) -> bool {
    lower.chars().count() <= 3 || BEFORE_NUMBERS.contains(&lower)
}

/// Abbreviations that a capital may follow within a sentence, in French, English, German, Spanish and Italian: none that is
/// a word at the end of a sentence as well.
const ABBREVIATIONS: [&str; 134] = [
    "mm", "mme", "mmes", "mlle", "mlles", "mr", "mrs", "ms", "dr", "drs", "pr", "prof", "st",
    "ste", "me", "mgr", "gen", "col", "lt", "capt", "cpt", "sgt", "cmdr", "maj", "adm", "sr", "jr",
    "hon", "rev", "sen", "rep", "gov", "vs", "cf", "cfr", "art", "vol", "fig", "no", "nos", "nr",
    "p.ex", "sra", "srta", "hr", "bzw", "z.b", "env", "approx", "aprox", "ca", "co", "ltd", "corp",
    "inc", "bros", "dept", "univ", "govt", "messrs", "esp", "incl", "inkl", "ave", "blvd", "bd",
    "boul", "av", "avda", "mt", "ft", "jan", "janv", "feb", "févr", "apr", "avr", "jul", "juil",
    "aug", "sep", "sept", "oct", "okt", "nov", "dec", "déc", "dez", "pp", "eds", "éd", "chap",
    "tél", "tel", "vgl", "evtl", "ggf", "str", "hrsg", "dipl", "ing", "jh", "jhd", "mio", "mrd",
    "sog", "geb", "gest", "hl", "allg", "ehem", "dña", "sto", "sta", "ud", "uds", "vd", "vds",
    "pág", "págs", "pag", "pagg", "núm", "lic", "arq", "gral", "sig", "sigg", "dott", "avv",
    "arch", "geom", "egr", "spett",
];

/// Words that are shortened before a number, where the whole word may end a sentence.
const BEFORE_NUMBERS: [&str; 8] = [
    "circa", "chap", "sect", "absch", "kap", "cap", "fasc", "seqq",
];

/// What stands before an ordinal in German.
const GERMAN_BEFORE: [&str; 27] = [
    "am", "im", "vom", "zum", "zur", "beim", "der", "das", "den", "dem", "des", "seit", "bis",
    "ab", "ein", "eine", "einen", "einem", "einer", "seinen", "seinem", "ihren", "ihrem", "meinen",
    "meinem", "jeden", "jeder",
];
/// What stands behind one, by its beginning.
const GERMAN_AFTER: [&str; 15] = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "jahrhundert",
    "weltkrieg",
    "jahrtausend",
];
