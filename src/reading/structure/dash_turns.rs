//! Turns that begin with a dash, and texts with one voice.

use super::block_features::DocumentBlocks;
use super::hypothesis::{
    BlockSpeaker, Hypothesis, HypothesisKind, SpokenPart, everything, in_order, prose,
};
use super::person_name_detection;
use super::speaker_resolution::SpeakerDirectory;
use crate::interview::{Role, Span};
use crate::reading::facts::Facts;
use crate::reading::metadata::Participant;
use crate::reading::noise_lines::NoiseKind;

const DASHES: [char; 3] = ['—', '–', '-'];

/// Each turn begins with a dash: the turns in odd places ask and those in even places do not.
pub(super) fn by_dashes(page: &DocumentBlocks) -> Option<Vec<SpokenPart>> {
    let mark = |at: usize| {
        let mut chars = page.words(at).chars();
        let mark = chars.next().filter(|char| DASHES.contains(char))?;
        chars
            .next()
            .filter(|char| char.is_whitespace())
            .map(|_| mark)
    };
    let first = page.spoken().find_map(mark)?;
    let starts: Vec<usize> = page
        .spoken()
        .filter(|&at| mark(at) == Some(first))
        .collect();
    // A list has lines that are no sentences; what is said has few.
    let sentences = starts.iter().filter(|&&at| !page.is_short_line(at));
    if sentences.count() * 10 < starts.len() * 8 {
        return None;
    }
    let said = |at: usize| page.asks_or_prompts(at);
    let asking = |from: usize| {
        let turns = starts.iter().skip(from).step_by(2);
        let all = turns.clone().count();
        let asks = turns.filter(|&&at| said(at)).count();
        (asks, all)
    };
    let ((odd, of_odd), (even, of_even)) = (asking(0), asking(1));
    let mostly = |asks: usize, all: usize| all > 0 && asks * 10 >= all * 6;
    let hardly = |asks: usize, all: usize| all > 0 && asks * 4 <= all;
    let asker = if mostly(odd, of_odd) && hardly(even, of_even) {
        0
    } else if mostly(even, of_even) && hardly(odd, of_odd) {
        1
    } else {
        return None;
    };
    let mut parts = in_order(page, |at| match starts.binary_search(&at) {
        Ok(turn) if turn % 2 == asker => BlockSpeaker::Asker,
        Ok(_) => BlockSpeaker::Answerer,
        Err(0) => BlockSpeaker::Nobody(NoiseKind::Introduction),
        Err(_) if page.subtitle[at] => BlockSpeaker::Nobody(NoiseKind::Heading),
        Err(_) => BlockSpeaker::Same,
    });
    for &at in &starts {
        let span = &mut parts[at].span;
        *span = Span::new(span.start + first.len_utf8(), span.end).trimmed(&page.document.text);
    }
    Some(parts)
}

/// One person speaks: the guest where one is known, else the author, else the one who signs.
pub(super) fn monologue(page: &DocumentBlocks, facts: &Facts) -> Hypothesis {
    let mut people = facts.people.clone();
    let signature = signature(page);
    let guest = people.iter().any(|person| person.role == Some(Role::Guest));
    if !guest && people.len() == 1 {
        people[0].role = Some(Role::Guest);
    }
    if let (Some((_, name)), true) = (&signature, people.is_empty()) {
        people.push(Participant {
            name: name.clone(),
            role: Some(Role::Guest),
            ..Participant::default()
        });
    }
    let facts = Facts {
        people,
        ..facts.clone()
    };
    let parts = in_order(page, |at| {
        if signature.as_ref().is_some_and(|(signed, _)| *signed == at) {
            BlockSpeaker::Nobody(NoiseKind::Signature)
        } else {
            prose(page, at, BlockSpeaker::Answerer)
        }
    });
    let silent = parts
        .iter()
        .all(|part| matches!(part.voice, BlockSpeaker::Nobody(_)));
    let parts = if silent { everything(page) } else { parts };
    Hypothesis {
        manner: HypothesisKind::Monologue,
        parts,
        people: SpeakerDirectory::new(&[], &facts, &[]),
    }
}

/// The name that a letter or speech ends with.
fn signature(page: &DocumentBlocks) -> Option<(usize, String)> {
    let last = page.spoken().next_back()?;
    if !page.subtitle[last] || page.len() < 3 {
        return None;
    }
    let words = page.words(last);
    let name = words
        .trim_start_matches(['—', '–', '-', ' '])
        .split([',', '('])
        .next()?
        .trim();
    let full = (2..=4).contains(&name.split_whitespace().count());
    (full && person_name_detection::is_name(name)).then(|| (last, name.to_owned()))
}
