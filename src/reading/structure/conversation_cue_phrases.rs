//! Cue phrases for who asks and who answers: "in conversation with", "interviewed by". Some of these words say who
//! asks; the others only say that two people talk, and then it is the one whose trade is told who answers. Where
//! nothing tells, nobody does.

use super::full_names_in_text::full_names;

/// Two people talk.
const TALK: [&str; 36] = [
    "in conversation with",
    "spoke to",
    "spoke with",
    "speaks to",
    "speaks with",
    "talked to",
    "talked with",
    "talks to",
    "talks with",
    "sat down with",
    "met with",
    "s'entretient avec",
    "s’entretient avec",
    "s'est entretenu avec",
    "s’est entretenu avec",
    "s'est entretenue avec",
    "s’est entretenue avec",
    "en conversation avec",
    "discute avec",
    "dialogue avec",
    "im gespräch mit",
    "sprach mit",
    "spricht mit",
    "unterhielt sich mit",
    "en conversación con",
    "habla con",
    "habló con",
    "conversa con",
    "conversó con",
    "in conversazione con",
    "parla con",
    "ha parlato con",
    "dialoga con",
    "a discuté avec",
    "sprak met",
    "in gesprek met",
];
/// Who was named before, as the one with whom somebody talks.
const PRONOUNS: [&str; 17] = [
    "him", "her", "them", "ihm", "ihr", "ihnen", "lui", "elle", "eux", "elles", "él", "ella",
    "ellos", "lei", "loro", "hem", "haar",
];
/// Who stands before answers who stands after.
const ANSWERED: [&str; 22] = [
    "interviewed by",
    "questioned by",
    "answers questions from",
    "interrogé par",
    "interrogée par",
    "interviewé par",
    "interviewée par",
    "répond aux questions de",
    "répond à",
    "interviewt von",
    "befragt von",
    "beantwortet die fragen von",
    "entrevistado por",
    "entrevistada por",
    "responde a",
    "responde a las preguntas de",
    "intervistato da",
    "intervistata da",
    "intervistato dal",
    "risponde a",
    "risponde alle domande di",
    "se confie à",
];
/// Who stands before asks who stands after.
const ASKED: [&str; 16] = [
    "has interviewed",
    "interviewed",
    "interviews",
    "a interviewé",
    "a interrogé",
    "a rencontré",
    "interroge",
    "interviewe",
    "interviewte",
    "interviewt",
    "befragte",
    "befragt",
    "entrevista a",
    "entrevistó a",
    "ha intervistato",
    "intervista",
];
/// Words before a name that are no trade.
const NO_TRADES: [&str; 40] = [
    "with", "to", "by", "and", "of", "from", "for", "the", "a", "our", "when", "as", "avec", "à",
    "par", "et", "de", "du", "pour", "que", "quand", "mit", "von", "und", "für", "wie", "con",
    "por", "y", "para", "a", "da", "e", "di", "per", "al", "del", "here", "today", "where",
];
/// The trades of those who ask.
const JOURNALISTS: [&str; 17] = [
    "journalist",
    "reporter",
    "host",
    "editor",
    "correspondent",
    "presenter",
    "interviewer",
    "redakteur",
    "moderator",
    "rédacteur",
    "rédactrice",
    "animateur",
    "animatrice",
    "periodista",
    "reportero",
    "giornalista",
    "cronista",
];

/// Who answers and who asks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ConversationSides {
    pub(super) guests: Vec<String>,
    pub(super) interviewers: Vec<String>,
    /// Who is one or the other, and nothing says which.
    pub(super) open: Vec<String>,
}

/// The sides of all sentences of a text.
pub(super) fn sides(text: &str) -> ConversationSides {
    let mut sides = ConversationSides::default();
    let mut named: Vec<String> = Vec::new();
    for sentence in text
        .split(['!', '?', '\n'])
        .flat_map(|line| line.split(". "))
    {
        sides.take(sentence, &named);
        for name in full_names(sentence) {
            if !named.contains(&name) && !is_of_something(sentence, &name) {
                named.push(name);
            }
        }
    }
    sides
}

/// Whether a name says where or whose something is: "the ferryman of Harrow Bend".
fn is_of_something(sentence: &str, name: &str) -> bool {
    const PREPOSITIONS: [&str; 18] = [
        "of", "in", "at", "from", "near", "de", "du", "à", "dans", "aus", "bei", "von", "en", "di",
        "da", "a", "nel", "del",
    ];
    let before = sentence.find(name).map_or("", |at| &sentence[..at]);
    let word = before.split_whitespace().next_back();
    word.is_some_and(|word| PREPOSITIONS.contains(&word.to_lowercase().as_str()))
}

impl ConversationSides {
    /// Takes what a sentence says; `named` are those whom the sentences before it name.
    fn take(&mut self, sentence: &str, named: &[String]) {
        if let Some((before, after)) = around(sentence, &ANSWERED) {
            self.settle(last(before), first(after));
        } else if let Some((before, after)) = around(sentence, &TALK) {
            self.talk(before, after, named);
        } else if let Some((before, after)) = around(sentence, &ASKED) {
            self.settle(first(after), last(before));
        }
    }

    /// Who answers and who asks, each where there is one.
    fn settle(&mut self, guest: Option<String>, interviewer: Option<String>) {
        self.guests.extend(guest);
        self.interviewers.extend(interviewer);
    }

    fn talk(&mut self, before: &str, after: &str, named: &[String]) {
        // "Ann Lee spoke to him": he was named before, and she is who asked.
        let other = after.split_whitespace().next().unwrap_or_default();
        let other = other.trim_matches(|char: char| !char.is_alphabetic());
        if PRONOUNS.contains(&other.to_lowercase().as_str()) {
            let asks = last(before);
            let mut others = named.iter().filter(|name| Some(*name) != asks.as_ref());
            let sole = others.next().filter(|_| others.next().is_none());
            return self.settle(sole.cloned().filter(|_| asks.is_some()), asks);
        }
        let (Some(one), Some(other)) = (last(before), first(after)) else {
            let guest = last(before).or_else(|| first(after));
            return self.settle(guest, None);
        };
        let trades = [trade(before, &one), trade(after, &other)];
        let asks = trades.each_ref().map(|trade| {
            let trade = trade.as_deref().unwrap_or_default().to_lowercase();
            JOURNALISTS.iter().any(|word| trade.contains(word))
        });
        let told = trades.each_ref().map(Option::is_some);
        match (asks, told) {
            ([false, true], _) | ([false, false], [true, false]) => {
                self.settle(Some(one), Some(other))
            }
            ([true, false], _) | ([false, false], [false, true]) => {
                self.settle(Some(other), Some(one))
            }
            _ => self.open.extend([one, other]),
        }
    }
}

/// What stands before and after the first of `phrases`.
fn around<'a>(sentence: &'a str, phrases: &[&str]) -> Option<(&'a str, &'a str)> {
    let lower = sentence.to_lowercase();
    // Lower case may have another length; then nothing is known.
    let same = lower.len() == sentence.len();
    phrases.iter().filter(|_| same).find_map(|phrase| {
        lower.match_indices(phrase).find_map(|(at, _)| {
            let (before, after) = (sentence.get(..at)?, sentence.get(at + phrase.len()..)?);
            let apart = !before.ends_with(char::is_alphanumeric)
                && !after.starts_with(char::is_alphanumeric);
            apart.then_some((before, after))
        })
    })
}

fn first(text: &str) -> Option<String> {
    full_names(text).into_iter().next()
}

fn last(text: &str) -> Option<String> {
    full_names(text).into_iter().next_back()
}

/// What a person is said to be, before the name or after it.
fn trade(text: &str, name: &str) -> Option<String> {
    let at = text.find(name)?;
    let (before, after) = (&text[..at], &text[at + name.len()..]);
    let before = before
        .rsplit([',', ';', ':', '('])
        .next()
        .unwrap_or_default();
    let word = before.split_whitespace().next_back();
    if word.is_some_and(|word| !NO_TRADES.contains(&word.to_lowercase().as_str())) {
        return Some(before.trim().to_owned());
    }
    let after = after.trim_start();
    let told = after.strip_prefix([',', '('])?.trim_start();
    let told = told
        .split([',', ')', ';', '.'])
        .next()
        .unwrap_or_default()
        .trim();
    let trade = told.split_whitespace().count() <= 8 && !told.is_empty();
    trade.then(|| told.to_owned())
}
