//! Confirms which label candidates are labels: they recur, are known, or answer a question.

use std::collections::{HashMap, HashSet};

use super::block_features::DocumentBlocks;
use super::label_candidates::{self, LabelKind, SpeakerLabel};
use super::label_patterns::{LabelCandidate, LabelMark};
use super::name_keys;
use super::role_and_question_cues::{is_generic, role_word};
use super::speaker_resolution::SpeakerDirectory;
use crate::interview::Role;
use crate::reading::document::BlockStyle;
use crate::reading::facts::Facts;

/// How often a phrase that is no name comes back where it is a label.
const OFTEN: usize = 3;

/// The label that each block may begin with.
pub(super) fn candidates(page: &DocumentBlocks) -> Vec<Option<LabelCandidate>> {
    let of = |at: usize| {
        let block = page.block(at);
        let bold = block.bold_until.map(|until| until - block.span.start);
        (!page.is_noise(at) && block.look != BlockStyle::Item)
            .then(|| label_candidates::candidate(page.words(at), bold))
            .flatten()
    };
    (0..page.len()).map(of).collect()
}

/// The candidates that are labels, each name once.
pub(super) fn confirmed(
    page: &DocumentBlocks,
    candidates: &[Option<LabelCandidate>],
    facts: &Facts,
) -> Vec<SpeakerLabel> {
    let counts = LabelCounts::of(candidates);
    let known = SpeakerDirectory::new(&[], facts, &[]);
    let declared = |candidate: &LabelCandidate| {
        known.find(&candidate.name).is_some()
            || facts
                .people
                .iter()
                .any(|person| name_keys::key(&person.name) == name_keys::key(&candidate.name))
    };
    let opens_most = counts.opens_most(page, candidates);
    let is_exchange = is_one_exchange(page, candidates);
    let often = if opens_most { 2 } else { OFTEN };
    let mut sure: Vec<(&LabelCandidate, LabelKind)> = Vec::new();
    let mut open: Vec<(usize, &LabelCandidate)> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let Some(candidate) = candidate else { continue };
        let times = counts.times(candidate);
        match counts.kind(candidate) {
            LabelKind::Name if !candidate.is_name && times < often && !declared(candidate) => {}
            LabelKind::Name
                if times >= 2
                    || is_exchange
                    || counts.is_record(candidate)
                    || (declared(candidate) && candidate.mark != LabelMark::Alone) =>
            {
                sure.push((candidate, LabelKind::Name));
            }
            LabelKind::Name => open.push((at, candidate)),
            LabelKind::Role(role) if counts.roles >= 2 || stands_alone(page, at, candidate) => {
                sure.push((candidate, LabelKind::Role(role)))
            }
            LabelKind::Generic if times >= 2 && counts.generic >= 2 => {
                sure.push((candidate, LabelKind::Generic));
            }
            LabelKind::Role(_) | LabelKind::Generic => {}
        }
    }
    let once: Vec<&LabelCandidate> = open
        .iter()
        .filter(|(at, candidate)| is_label_once(page, *at, candidate, &sure))
        .map(|(_, candidate)| *candidate)
        .collect();
    sure.extend(
        once.into_iter()
            .map(|candidate| (candidate, LabelKind::Name)),
    );
    let short: Vec<&LabelCandidate> = open
        .iter()
        .filter(|(_, candidate)| is_short_form(candidate, &sure))
        .map(|(_, candidate)| *candidate)
        .collect();
    sure.extend(
        short
            .into_iter()
            .map(|candidate| (candidate, LabelKind::Name)),
    );
    // A phrase alone tells nobody apart.
    if !opens_most && !sure.iter().any(|(candidate, _)| candidate.is_name) {
        return Vec::new();
    }
    let mut labels: Vec<SpeakerLabel> = Vec::new();
    for (candidate, kind) in sure {
        if !labels.iter().any(|label| label.name == candidate.name) {
            labels.push(SpeakerLabel {
                name: candidate.name.clone(),
                kind,
            });
        }
    }
    labels
}

/// Whether one question is asked here, and it and the answer each stand behind a name and a colon, as nothing else does.
fn is_one_exchange(page: &DocumentBlocks, candidates: &[Option<LabelCandidate>]) -> bool {
    let spoken: Vec<usize> = page.spoken().filter(|&at| !page.subtitle[at]).collect();
    let name = |at: usize| {
        let candidate = candidates[at].as_ref()?;
        (candidate.is_name && candidate.mark == LabelMark::Colon)
            .then(|| name_keys::key(&candidate.name))
    };
    let labelled: Vec<usize> = (0..spoken.len())
        .filter(|&at| name(spoken[at]).is_some())
        .collect();
    let [asked, answered] = labelled[..] else {
        return false;
    };
    let asking: Vec<usize> = (0..spoken.len())
        .filter(|&at| page.asks[spoken[at]])
        .collect();
    asking == [asked] && answered == asked + 1 && name(spoken[asked]) != name(spoken[answered])
}

/// Whether a word for a role that stands once is a label: it is no mere letter, and who asks does ask.
fn stands_alone(page: &DocumentBlocks, at: usize, candidate: &LabelCandidate) -> bool {
    let asks = role_word(&candidate.name) != Some(Role::Interviewer) || page.asks_or_prompts(at);
    candidate.mark == LabelMark::Colon && candidate.name.chars().count() > 1 && asks
}

/// Whether a name that stands once before words is a label: it comes after a question, or is set apart as
/// the others are.
fn is_label_once(
    page: &DocumentBlocks,
    at: usize,
    candidate: &LabelCandidate,
    sure: &[(&LabelCandidate, LabelKind)],
) -> bool {
    let full = candidate.name.split_whitespace().count() >= 2;
    let asked = at > 0 && page.asks[at - 1];
    let same_mark = sure.iter().any(|(other, _)| other.mark == candidate.mark);
    is_strong(candidate)
        && ((full && (asked || same_mark))
            || (same_mark && candidate.mark == LabelMark::Colon && asked))
}

/// Whether a name before words is a form of one that is a label.
fn is_short_form(candidate: &LabelCandidate, sure: &[(&LabelCandidate, LabelKind)]) -> bool {
    let shortened = |(other, kind): &(&LabelCandidate, LabelKind)| {
        *kind == LabelKind::Name && shortens(&candidate.name, &other.name)
    };
    is_strong(candidate) && sure.iter().any(shortened)
}

/// Whether what sets a label apart is hardly ever found in prose.
fn is_strong(candidate: &LabelCandidate) -> bool {
    matches!(
        candidate.mark,
        LabelMark::Colon | LabelMark::Dash | LabelMark::Bracket | LabelMark::Record
    )
}

/// Whether one name is a form of the other.
fn shortens(name: &str, other: &str) -> bool {
    let labels = [name, other].map(|name| SpeakerLabel {
        name: name.to_owned(),
        kind: LabelKind::Name,
    });
    let people = SpeakerDirectory::new(&labels, &Facts::default(), &[]);
    people.members.len() == 1
}

/// How often each candidate stands in the document.
struct LabelCounts {
    times: HashMap<(String, LabelMark), usize>,
    /// Candidates that are words for a role.
    roles: usize,
    /// Different candidates that name nobody.
    generic: usize,
    /// Whether a label says who asks, so that `A` and `R` say who answers.
    asked: bool,
    /// Whether letters that stand for no role tell speakers apart, so that `A` is one of them.
    lettered: bool,
}

impl LabelCounts {
    fn of(candidates: &[Option<LabelCandidate>]) -> Self {
        let mut times: HashMap<(String, LabelMark), usize> = HashMap::new();
        for candidate in candidates.iter().flatten() {
            *times
                .entry((name_keys::key(&candidate.name), candidate.mark))
                .or_default() += 1;
        }
        let roles = || {
            candidates
                .iter()
                .flatten()
                .filter_map(|candidate| role_word(&candidate.name))
        };
        let asked = roles().any(|role| role == Role::Interviewer);
        let letter = |key: &str| key.chars().count() == 1;
        let lettered = !asked
            && times
                .iter()
                .any(|((key, _), times)| *times >= 2 && letter(key) && role_word(key).is_none());
        let generic = times
            .iter()
            .filter(|((key, _), times)| {
                **times >= 2
                    && is_generic(key)
                    && (role_word(key).is_none() || (lettered && letter(key)))
            })
            .count();
        Self {
            roles: roles().count(),
            generic,
            asked,
            lettered,
            times,
        }
    }

    /// Whether labels of records are found here, so that one more that looks like them is one too.
    fn is_record(&self, candidate: &LabelCandidate) -> bool {
        let all = self
            .times
            .iter()
            .filter(|((_, mark), _)| *mark == LabelMark::Record);
        candidate.mark == LabelMark::Record && all.map(|(_, times)| times).sum::<usize>() >= 3
    }

    /// Whether short texts before a colon that come back, two or more of them, begin most paragraphs: labels, in lower
    /// case too.
    fn opens_most(&self, page: &DocumentBlocks, candidates: &[Option<LabelCandidate>]) -> bool {
        let again = |candidate: &&LabelCandidate| {
            candidate.mark == LabelMark::Colon && self.times(candidate) >= 2
        };
        let labels: Vec<String> = candidates
            .iter()
            .flatten()
            .filter(again)
            .map(|candidate| name_keys::key(&candidate.name))
            .collect();
        let different: HashSet<&String> = labels.iter().collect();
        different.len() >= 2
            && different.len() * 2 <= labels.len()
            && labels.len() * 10 >= page.spoken().count() * 6
    }

    fn times(&self, candidate: &LabelCandidate) -> usize {
        let key = (name_keys::key(&candidate.name), candidate.mark);
        self.times.get(&key).copied().unwrap_or_default()
    }

    fn kind(&self, candidate: &LabelCandidate) -> LabelKind {
        let letter = candidate.name.chars().count() == 1;
        match role_word(&candidate.name) {
            Some(_) if letter && self.lettered => LabelKind::Generic,
            // A lone `A:` or `R.` is no label before it comes back.
            Some(_) if letter && !self.asked && self.times(candidate) < 2 => LabelKind::Generic,
            Some(role) => LabelKind::Role(role),
            None if is_generic(&candidate.name) => LabelKind::Generic,
            None => LabelKind::Name,
        }
    }
}
