//! Interrogative frames: the words that make a sentence a question and say nothing of its subject, such as "can you
//! tell us".
//!
//! Words of a frame carry no weight, unless they are all there is.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::language::{Language, Term};

/// Which terms belong to a frame.
pub(super) fn interrogative_words(terms: &[Term], language: Language) -> Vec<bool> {
    let frames = frames(language);
    let mut framed = vec![false; terms.len()];
    for (start, term) in terms.iter().enumerate() {
        for words in frames.get(&*term.word).into_iter().flatten() {
            mark(terms, start, words, &mut framed);
        }
    }
    framed
}

/// Marks the terms that are a frame's words, one after another, from one term on, where all of them are.
fn mark(terms: &[Term], start: usize, words: &[&str], framed: &mut [bool]) {
    let position = terms[start].position;
    if let [_] = words {
        framed[start] = !terms[start].noun;
    } else if let Some(found) = stands_at(terms, start, position, words) {
        for at in found {
            framed[at] = true;
        }
    }
}

fn stands_at(terms: &[Term], start: usize, first: u32, words: &[&str]) -> Option<Vec<usize>> {
    let mut found = Vec::with_capacity(words.len());
    let mut from = start;
    for (position, word) in (first..).zip(words) {
        let here = terms[from..]
            .iter()
            .take_while(|term| term.position <= position);
        let at = here
            .enumerate()
            .find(|(_, term)| term.position == position && *term.word == **word)
            .map(|(at, _)| from + at)?;
        found.push(at);
        from = at + 1;
    }
    Some(found)
}

/// Frames by their first words.
type FrameIndex = HashMap<&'static str, Vec<Vec<&'static str>>>;

/// A language's frames, folded, their words as the analysis gives them (without what an apostrophe elides).
fn frames(language: Language) -> &'static FrameIndex {
    static LANGUAGES: [(Language, &[&str], OnceLock<FrameIndex>); 5] = [
        (Language::French, &FRENCH, OnceLock::new()),
        (Language::English, &ENGLISH, OnceLock::new()),
        (Language::Spanish, &SPANISH, OnceLock::new()),
        (Language::German, &GERMAN, OnceLock::new()),
        (Language::Italian, &ITALIAN, OnceLock::new()),
    ];
    static NONE: OnceLock<FrameIndex> = OnceLock::new();
    let known = LANGUAGES.iter().find(|(known, ..)| *known == language);
    let (lines, frames) = known.map_or((&[][..], &NONE), |(_, lines, frames)| (*lines, frames));
    frames.get_or_init(|| {
        let mut frames = FrameIndex::new();
        for frame in lines.iter().flat_map(|line| line.split(", ")) {
            let words: Vec<&str> = frame.split(' ').collect();
            frames.entry(words[0]).or_default().push(words);
        }
        frames
    })
}

const FRENCH: [&str; 12] = [
    // Interrogatives.
    "qui, que, quoi, quel, quelle, quels, quelles, comment, combien, pourquoi, quand, ou, lequel, laquelle, \
     lesquels, lesquelles, est, quelqu, combien de temps, quelle annee, quelles annees, quel an, quelle date, \
     quelle est la date, quel est le nom, quels sont les noms, quel nom, quoi sert, quoi servent, quoi sert il",
    // What may, must and will be.
    "peut, peux, peuvent, pouvez, pouvons, pourrait, pourrais, pourriez, pourraient, puis je, dois, doit, doivent, \
     devez, devons, devrait, devrais, faut, faudrait, veut, veux, voulez, va, vas, vais, allez, allons, vont",
    // Saying and thinking.
    "dit, dis, dites, disent, disait, dire, pense, penses, pensez, pensent, penser, parle, parles, parlez, parlent, \
     parler, explique, expliques, expliquez, expliquer, presenter, raconter, racontez, racontes, savez, sais, \
     voulais, voudrais, aimerais, comprends, imagine, crois, croyez, trouves, trouvez",
    "selon, avis, ton avis, votre avis, regard, quelques mots, quelques exemples, exemples, exemple, detail, \
     derniere question, premiere question, question, questions",
    // What is said while one thinks.
    "justement, peut etre, un peu, petit peu, en fait, voila, bah, ben, bon, euh, merci, bonjour, effectivement, \
     bien sur, finalement, concretement, vraiment, aussi, encore, deja, enfin, quand meme, bien, du coup",
    "quel type, quel genre, quelle sorte, quels types, quelles sortes",
    "signifie, veut dire, agit, entend par",
    "existe, existent",
    // Judging: what is important, not that it is.
    "est important, est importante, sont importants, sont importantes, est il important, est elle importante",
    "oui, non",
    "quel invite, quels invites, quelle invitee, quelles invitees, quelles personnes, quels intervenants, \
     comment marche, comment marchent, comment fonctionne, comment fonctionnent, \
     cite, citent, mentionne, mentionnent",
    // As it is typed in a hurry.
    "koi, kwa, pk, pq, pkoi, pourkoi, keski, keske, ki, ke, kel, kelle, kels, kelles, komen, komment, cmt, \
     stp, svp, slt, bjr, bsr, mdr",
];

const ENGLISH: [&str; 7] = [
    "what, which, who, whom, whose, where, when, why, how, many, much, how long, how old, how far, what year, \
     which year, what date, what kind, what type, what sort, what kinds, what types, what is the name, name of, \
     what name, called",
    "can, could, would, should, may, might, must, shall, will, want, wanna, gonna",
    "say, says, said, tell, tells, told, think, thinks, thought, explain, explains, describe, talk, talks, \
     talk about, mean, means, know, curious, wonder, wondering, guess, question, questions",
    "kind of, sort of, little bit, maybe, actually, really, basically, obviously, right, yeah, okay, well, like, \
     um, uh, sure, thanks, thank",
    "example, examples, let us, lets, got, get",
    "which guest, which guests, what guest, what guests, which people, which speakers, which interviewees, \
     mention, mentions, mentioned, cite, cites, cited",
    // As it is typed in a hurry.
    "wat, wut, wats, whats, pls, plz, thx, abt, u, ur, r, y",
];

const SPANISH: [&str; 2] = [
    "que, quien, quienes, cual, cuales, como, cuando, donde, cuanto, cuantos, cuanta, cuantas, que ano, que tipo, \
     que fecha, cuanto tiempo",
    "puede, puedes, pueden, podria, debe, deben, dice, dicen, dijo, piensa, piensas, piensan, habla, explica, llama, \
     llamaba, que invitado, que invitados, que personas",
];

const GERMAN: [&str; 2] = [
    "was, wer, wen, wem, wie, wo, wann, warum, wieso, weshalb, welche, welcher, welches, welchem, welchen, wieviel, \
     viele, viel, lange, welchem jahr, welche art, was fur",
    "kann, kannst, konnen, konnte, muss, soll, sollte, sagt, sagen, sagte, denkt, denken, meint, erklart, heisst, hiess, welche gaste, welcher gast, welche leute",
];

const ITALIAN: [&str; 2] = [
    "che, chi, cosa, come, quando, dove, quanto, quanti, quanta, quante, quale, quali, perche, che anno, che tipo, \
     quanto tempo",
    "puo, puoi, possono, potrebbe, deve, devono, dice, dicono, ha detto, pensa, pensi, pensano, parla, spiega, chiama, quale ospite, quali ospiti, quali persone",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::terms;

    #[test]
    fn the_frame_of_a_question_is_told_from_its_subject() {
        for (language, question, subject) in [
            (
                Language::French,
                "Qu'est-ce que le maire pense de la cantine ?",
                &["maire", "cantine"][..],
            ),
            (
                Language::French,
                "Combien de temps durent les travaux ?",
                &["durent", "travaux"],
            ),
            (
                Language::French,
                "Le temps qu'il fait, c'est quoi ?",
                &["temps"],
            ),
            (Language::French, "À quoi sert la digue ?", &["digue"]),
            (
                Language::French,
                "Est-ce que tu peux nous parler un peu du verger ?",
                &["verger"],
            ),
            (
                Language::English,
                "What does she say about the harbour?",
                &["harbour"],
            ),
            (
                Language::English,
                "In what year was the school built?",
                &["school", "built"],
            ),
            (
                Language::German,
                "Was denkt der Bürgermeister?",
                &["burgermeister"],
            ),
        ] {
            let terms = terms(question, language);
            let framed = interrogative_words(&terms, language);
            let left: Vec<&str> = terms
                .iter()
                .zip(framed)
                .filter(|(term, framed)| !framed && !term.stop)
                .map(|(term, _)| &*term.word)
                .collect();
            assert_eq!(left, subject, "{question}");
        }
    }
}
