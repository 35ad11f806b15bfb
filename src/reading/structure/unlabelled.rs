//! Readings of a document without labels: questions by their look, by dashes, by their question marks;
//! else one person speaks, or nobody knows who does.

use std::collections::HashMap;

use super::dashes::{by_dashes, monologue};
use super::page::Page;
use super::people::People;
use super::{Manner, Part, Reading, Voice, label, wording};
use crate::interview::{Mark, SourcePlace};
use crate::reading::format::Look;
use crate::reading::metadata::Facts;
use crate::reading::noise::Reason;

/// The longest remark that leads to a question, in bytes.
const LONGEST_REMARK: usize = 260;
/// How many blocks a lead has at most.
const LONGEST_LEAD: usize = 8;

/// Every reading that the document allows. `facts` is what is known, `introduced` with the guests that the
/// lead names.
pub(super) fn readings(page: &Page, facts: &Facts, introduced: &Facts) -> Vec<Reading> {
    let asked = |manner, parts: Vec<Part>| Reading {
        manner,
        parts,
        people: People::new(&[], introduced, &[]),
    };
    let mut readings = Vec::new();
    if let Some(look) = question_look(page) {
        readings.push(asked(Manner::Looks, by_look(page, look)));
    }
    if let Some(parts) = by_dashes(page) {
        readings.push(asked(Manner::Dashes, parts));
    }
    if readings.is_empty() && is_list(page) {
        let silent = in_order(page, |_| Voice::Nobody(Reason::Listing));
        return vec![asked(Manner::Nothing, silent)];
    }
    if !is_timed(page) {
        if let Some(parts) = by_question_marks(page) {
            readings.push(asked(Manner::QuestionMarks, parts));
        }
        readings.push(monologue(page, facts));
    }
    readings.push(Reading {
        manner: Manner::Unknown,
        parts: in_order(page, |at| prose(page, at, Voice::Someone)),
        people: People::default(),
    });
    readings
}

/// What stands before the first question or label, where it may introduce somebody.
pub(super) fn lead(page: &Page) -> String {
    let look = question_look(page);
    let mut lead = String::new();
    for at in page.spoken().take(LONGEST_LEAD) {
        let block = page.block(at);
        let starts = page.asks[at] || look == Some(block.look) && !page.subtitle[at];
        let bold = block.bold_until.map(|until| until - block.span.start);
        let labelled = label::candidate(page.words(at), bold)
            .is_some_and(|candidate| candidate.words < block.span.len());
        if starts || labelled {
            break;
        }
        lead.push_str(page.words(at));
        lead.push('\n');
    }
    lead
}

/// The look that questions have in this document, where it is not that of everything else.
pub(super) fn question_look(page: &Page) -> Option<Look> {
    let mut looks: HashMap<Look, (usize, usize)> = HashMap::new();
    for at in page.spoken() {
        let look = page.block(at).look;
        if !matches!(look, Look::Plain | Look::Item) {
            let (asks, all) = looks.entry(look).or_default();
            *asks += usize::from(page.asks_or_prompts(at));
            *all += 1;
        }
    }
    looks
        .into_iter()
        .filter(|(_, (asks, all))| *asks >= 1 && asks * 2 >= *all)
        .max_by_key(|(look, (asks, all))| (*asks, *all, rank(*look)))
        .map(|(look, _)| look)
}

fn rank(look: Look) -> u8 {
    match look {
        Look::Heading(level) => 10 + level,
        Look::Bold => 2,
        Look::Italic => 1,
        Look::Plain | Look::Item => 0,
    }
}

/// Questions are the blocks of one look; before the first there is an introduction, and a heading above
/// them after the last ends the conversation.
pub(super) fn by_look(page: &Page, look: Look) -> Vec<Part> {
    let sentence = |at: usize| {
        let words = page.words(at);
        words.ends_with(['.', '!', '…', ':'])
            || page.asks_or_prompts(at)
            || words.split_whitespace().count() >= 8
    };
    let of_look = |at: usize| !page.is_noise(at) && page.block(at).look == look;
    let question = |at: usize| of_look(at) && sentence(at);
    let first = (0..page.len()).find(|&at| question(at) && page.asks_or_prompts(at));
    let last = (0..page.len()).rev().find(|&at| question(at));
    let above = |at: usize| match (page.block(at).look, look) {
        (Look::Heading(level), Look::Heading(of)) => level < of,
        (Look::Heading(_), _) => true,
        _ => false,
    };
    let answered = |at: usize| page.block(at).look != look;
    let ended = last.and_then(|last| {
        let answer = (last..page.len()).find(|&at| !page.is_noise(at) && answered(at))?;
        (answer..page.len()).find(|&at| above(at))
    });
    let aside = closing_aside(page, look);
    in_order(page, |at| {
        if first.is_none_or(|first| at < first) {
            Voice::Nobody(Reason::Introduction)
        } else if ended.is_some_and(|ended| at >= ended) || aside.is_some_and(|aside| at >= aside) {
            Voice::Nobody(Reason::Aside)
        } else if question(at) {
            Voice::Asker
        } else if page.subtitle[at] {
            Voice::Nobody(Reason::Heading)
        } else {
            Voice::Answerer
        }
    })
}

/// Where the italic paragraphs begin that end a document: what the editors add about the guest.
fn closing_aside(page: &Page, look: Look) -> Option<usize> {
    let italic = |at: &usize| page.block(*at).look == Look::Italic;
    (look != Look::Italic)
        .then(|| page.spoken().rev().take_while(italic).last())
        .flatten()
}

/// Paragraphs that end with a question mark ask, but those in which somebody asks themselves.
fn by_question_marks(page: &Page) -> Option<Vec<Part>> {
    let asking: Vec<bool> = (0..page.len())
        .map(|at| {
            let (to_somebody, of_oneself) = wording::persons(page.words(at));
            let asks = page.asks[at] && (to_somebody || !of_oneself);
            may_ask(page, at) && (asks || page.asks_or_prompts(at) && !page.asks[at])
        })
        .collect();
    let asks = |at: usize| asking[at] || leads_to_a_question(page, at, &asking);
    let first = page.spoken().find(|&at| asks(at))?;
    Some(in_order(page, |at| {
        if at < first {
            Voice::Nobody(if page.subtitle[at] {
                Reason::Heading
            } else {
                Reason::Introduction
            })
        } else if asks(at) {
            Voice::Asker
        } else {
            prose(page, at, Voice::Answerer)
        }
    }))
}

/// Whether a block has the look of an unlabelled question: a plain paragraph, or a numbered line.
fn may_ask(page: &Page, at: usize) -> bool {
    let numbered = page
        .words(at)
        .starts_with(|char: char| char.is_ascii_digit());
    match page.block(at).look {
        Look::Plain => true,
        Look::Item => numbered,
        _ => false,
    }
}

/// Whether a paragraph is the interviewer's without asking: it speaks to somebody and not of oneself, and a
/// question follows it, or it is put to the guest ("Vous avez pourtant hésité.").
fn leads_to_a_question(page: &Page, at: usize, asking: &[bool]) -> bool {
    let words = page.words(at);
    if page.block(at).look != Look::Plain || page.is_noise(at) || words.len() > LONGEST_REMARK {
        return false;
    }
    let (to_somebody, of_oneself) = wording::persons(words);
    let next = (at + 1..page.len()).find(|&at| !page.is_noise(at));
    let previous = (0..at).rev().find(|&at| !page.is_noise(at));
    if previous.is_some_and(|previous| asking[previous]) {
        return false;
    }
    let before_a_question = next.is_some_and(|next| asking[next]);
    let put = wording::puts(words) && next.is_some() && !before_a_question;
    to_somebody && !of_oneself && (before_a_question || put)
}

/// Whether most of a document is headings and lists: a page of links, and no speech.
fn is_list(page: &Page) -> bool {
    let length = |at: usize| page.block(at).span.len();
    let all: usize = (0..page.len()).map(length).sum();
    let prose: usize = (0..page.len())
        .filter(|&at| page.block(at).look == Look::Plain)
        .map(length)
        .sum();
    prose * 3 < all
}

pub(super) fn everything(page: &Page) -> Vec<Part> {
    let part = |at: usize| Part {
        span: page.block(at).span,
        voice: Voice::Answerer,
    };
    (0..page.len()).map(part).collect()
}

/// Whether the text has times, or most paragraphs begin with one: what was recorded, by more than one as likely as not.
fn is_timed(page: &Page) -> bool {
    let is_time = |mark: &&Mark| matches!(mark.place, SourcePlace::Time(_));
    let marked = page.document.marks.iter().filter(is_time).count() > 1;
    let timed = page
        .spoken()
        .filter(|&at| label::after_time(page.words(at)) > 0);
    marked || timed.count() * 2 > page.spoken().count()
}

/// Speech is what is no title, and no list of a page that is hardly anything else.
pub(super) fn prose(page: &Page, at: usize, voice: Voice) -> Voice {
    if page.subtitle[at] {
        Voice::Nobody(Reason::Heading)
    } else {
        voice
    }
}

/// A part a block: noise is nobody's, the rest is as `voice` says.
pub(super) fn in_order(page: &Page, voice: impl Fn(usize) -> Voice) -> Vec<Part> {
    (0..page.len())
        .map(|at| Part {
            span: page.block(at).span,
            voice: page.noise[at].map_or_else(|| voice(at), Voice::Nobody),
        })
        .collect()
}
