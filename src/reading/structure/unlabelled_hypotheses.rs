//! Hypotheses for a document without labels: by question marks, by look, or one voice.

use std::collections::HashMap;

use super::block_features::DocumentBlocks;
use super::dash_turns::{by_dashes, monologue};
use super::hypothesis::{BlockSpeaker, Hypothesis, HypothesisKind, SpokenPart, in_order, prose};
use super::speaker_resolution::SpeakerDirectory;
use super::{label_candidates, label_patterns, lead_paragraph_names, role_and_question_cues};
use crate::interview::{SourceMark, SourcePosition};
use crate::reading::document::BlockStyle;
use crate::reading::facts::Facts;
use crate::reading::noise_lines::NoiseKind;

/// The longest remark that leads to a question, in bytes.
const LONGEST_REMARK: usize = 260;
/// How many blocks a lead has at most.
const LONGEST_LEAD: usize = 8;

/// Every reading that the document allows. `facts` is what is known, `introduced` with the guests that the
/// lead names.
pub(super) fn readings(
    page: &DocumentBlocks,
    facts: &Facts,
    introduced: &Facts,
) -> Vec<Hypothesis> {
    let asked = |manner, parts: Vec<SpokenPart>| Hypothesis {
        manner,
        parts,
        people: SpeakerDirectory::new(&[], introduced, &[]),
    };
    let mut readings = Vec::new();
    if let Some(look) = question_look(page) {
        readings.push(asked(HypothesisKind::Looks, by_look(page, look)));
    }
    if let Some(parts) = by_dashes(page) {
        readings.push(asked(HypothesisKind::Dashes, parts));
    }
    if readings.is_empty() && is_list(page) {
        let silent = in_order(page, |_| BlockSpeaker::Nobody(NoiseKind::Listing));
        return vec![asked(HypothesisKind::Nothing, silent)];
    }
    if !is_timed(page) {
        if let Some(parts) = by_question_marks(page) {
            readings.push(asked(HypothesisKind::QuestionMarks, parts));
        }
        readings.push(monologue(page, facts));
    }
    readings.push(Hypothesis {
        manner: HypothesisKind::Unknown,
        parts: in_order(page, |at| prose(page, at, BlockSpeaker::Someone)),
        people: SpeakerDirectory::default(),
    });
    readings
}

/// What stands before the first question or label, where it may introduce somebody.
pub(super) fn lead(page: &DocumentBlocks) -> String {
    let look = question_look(page);
    let mut lead = String::new();
    for at in page.spoken().take(LONGEST_LEAD) {
        let block = page.block(at);
        let starts = page.asks[at] || look == Some(block.look) && !page.subtitle[at];
        let bold = block.bold_until.map(|until| until - block.span.start);
        let labelled = label_candidates::candidate(page.words(at), bold)
            .filter(|candidate| candidate.words < block.span.len())
            // "Interview with Ann Lee: boats" is a title, and the name of nobody.
            .is_some_and(|candidate| lead_paragraph_names::guests(&candidate.name, &[]).is_empty());
        if starts || labelled {
            break;
        }
        lead.push_str(page.words(at));
        lead.push('\n');
    }
    lead
}

/// The look that questions have in this document, where it is not that of everything else.
pub(super) fn question_look(page: &DocumentBlocks) -> Option<BlockStyle> {
    let mut looks: HashMap<BlockStyle, (usize, usize)> = HashMap::new();
    for at in page.spoken() {
        let look = page.block(at).look;
        if !matches!(look, BlockStyle::Plain | BlockStyle::Item) {
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

fn rank(look: BlockStyle) -> u8 {
    match look {
        BlockStyle::Heading(level) => 10 + level,
        BlockStyle::Bold => 2,
        BlockStyle::Italic => 1,
        BlockStyle::Plain | BlockStyle::Item => 0,
    }
}

/// Questions are the blocks of one look, and those in bold or in headings of another that ask; before the first there is an introduction, and a heading above
/// them after the last ends the conversation.
pub(super) fn by_look(page: &DocumentBlocks, look: BlockStyle) -> Vec<SpokenPart> {
    let sentence = |at: usize| {
        let words = page.words(at);
        words.ends_with(['.', '!', '…', ':'])
            || page.asks_or_prompts(at)
            || words.split_whitespace().count() >= 8
    };
    let of_look = |at: usize| !page.is_noise(at) && page.block(at).look == look;
    let asks_otherwise = |at: usize| {
        let stands_out = matches!(
            page.block(at).look,
            BlockStyle::Bold | BlockStyle::Heading(_)
        );
        stands_out && page.asks[at] && !page.is_noise(at)
    };
    let question = |at: usize| (of_look(at) && sentence(at)) || asks_otherwise(at);
    let first = (0..page.len()).find(|&at| question(at) && page.asks_or_prompts(at));
    let last = (0..page.len()).rev().find(|&at| question(at));
    let above = |at: usize| match (page.block(at).look, look) {
        (BlockStyle::Heading(level), BlockStyle::Heading(of)) => level < of,
        (BlockStyle::Heading(_), _) => true,
        _ => false,
    };
    let answered = |at: usize| page.block(at).look != look && !question(at);
    let ended = last.and_then(|last| {
        let answer = (last..page.len()).find(|&at| !page.is_noise(at) && answered(at))?;
        (answer..page.len()).find(|&at| above(at))
    });
    let aside = closing_aside(page, look);
    in_order(page, |at| {
        if first.is_none_or(|first| at < first) {
            BlockSpeaker::Nobody(NoiseKind::Introduction)
        } else if ended.is_some_and(|ended| at >= ended) || aside.is_some_and(|aside| at >= aside) {
            BlockSpeaker::Nobody(NoiseKind::Aside)
        } else if question(at) {
            BlockSpeaker::Asker
        } else if page.subtitle[at] {
            BlockSpeaker::Nobody(NoiseKind::Heading)
        } else {
            BlockSpeaker::Answerer
        }
    })
}

/// Where the italic paragraphs begin that end a document: what the editors add about the guest.
fn closing_aside(page: &DocumentBlocks, look: BlockStyle) -> Option<usize> {
    let italic = |at: &usize| page.block(*at).look == BlockStyle::Italic;
    (look != BlockStyle::Italic)
        .then(|| page.spoken().rev().take_while(italic).last())
        .flatten()
}

/// Paragraphs that end with a question mark ask, but those in which somebody asks themselves.
pub(super) fn by_question_marks(page: &DocumentBlocks) -> Option<Vec<SpokenPart>> {
    let asking: Vec<bool> = (0..page.len())
        .map(|at| {
            let (to_somebody, of_oneself) = role_and_question_cues::persons(page.words(at));
            let asks = page.asks[at] && (to_somebody || !of_oneself);
            may_ask(page, at) && (asks || page.asks_or_prompts(at) && !page.asks[at])
        })
        .collect();
    let asks = |at: usize| asking[at] || leads_to_a_question(page, at, &asking);
    let first = page.spoken().find(|&at| asks(at))?;
    Some(in_order(page, |at| {
        if at < first {
            BlockSpeaker::Nobody(if page.subtitle[at] {
                NoiseKind::Heading
            } else {
                NoiseKind::Introduction
            })
        } else if asks(at) {
            BlockSpeaker::Asker
        } else {
            prose(page, at, BlockSpeaker::Answerer)
        }
    }))
}

/// Whether a block has the look of an unlabelled question: a plain paragraph, or a numbered line.
fn may_ask(page: &DocumentBlocks, at: usize) -> bool {
    let numbered = page
        .words(at)
        .starts_with(|char: char| char.is_ascii_digit());
    match page.block(at).look {
        BlockStyle::Plain => true,
        BlockStyle::Item => numbered,
        _ => false,
    }
}

/// Whether a paragraph is the interviewer's without asking: it speaks to somebody and not of oneself, and a
/// question follows it, or it is put to the guest ("Vous avez pourtant hésité.").
fn leads_to_a_question(page: &DocumentBlocks, at: usize, asking: &[bool]) -> bool {
    let words = page.words(at);
    if page.block(at).look != BlockStyle::Plain || page.is_noise(at) || words.len() > LONGEST_REMARK
    {
        return false;
    }
    let (to_somebody, of_oneself) = role_and_question_cues::persons(words);
    let next = (at + 1..page.len()).find(|&at| !page.is_noise(at));
    let previous = (0..at).rev().find(|&at| !page.is_noise(at));
    if previous.is_some_and(|previous| asking[previous]) {
        return false;
    }
    let before_a_question = next.is_some_and(|next| asking[next]);
    let put = role_and_question_cues::puts(words) && next.is_some() && !before_a_question;
    to_somebody && !of_oneself && (before_a_question || put)
}

/// Whether most of a document is headings and lists: a page of links, and no speech.
fn is_list(page: &DocumentBlocks) -> bool {
    let length = |at: usize| page.block(at).span.len();
    let all: usize = (0..page.len()).map(length).sum();
    let prose: usize = (0..page.len())
        .filter(|&at| {
            let look = page.block(at).look;
            !matches!(look, BlockStyle::Heading(_) | BlockStyle::Item)
        })
        .map(length)
        .sum();
    prose * 3 < all
}

/// Whether the text has times, or most paragraphs begin with one: what was recorded, by more than one as likely as not.
fn is_timed(page: &DocumentBlocks) -> bool {
    let is_time = |mark: &&SourceMark| matches!(mark.place, SourcePosition::Time(_));
    let marked = page.document.marks.iter().filter(is_time).count() > 1;
    let timed = page
        .spoken()
        .filter(|&at| label_patterns::after_time(page.words(at)) > 0);
    marked || timed.count() * 2 > page.spoken().count()
}
