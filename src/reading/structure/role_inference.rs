//! Role inference: who asks and who answers, by how they speak.

use super::{name_keys, role_and_question_cues};
use crate::interview::{Role, Speaker};

/// What one speaker does over the whole document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SpeakerHabits {
    pub(super) turns: usize,
    /// Turns that end with a question mark, or ask as a prompt does.
    asks: usize,
    words: usize,
    /// The number of the first turn, from 0.
    first: usize,
    /// How often the speaker says what a host says, less how often what a guest says.
    hosting: i32,
}

/// What hosts say, folded.
const WELCOMES: [&str; 19] = [
    "welcome to",
    "welcome back",
    "thanks for joining",
    "thank you for joining",
    "joining us",
    "joining me",
    "thanks for coming",
    "thank you for coming",
    "our guest",
    "my guest",
    "today's guest",
    "bienvenue",
    "notre invite",
    "mon invite",
    "merci d'avoir accepte",
    "merci d'etre",
    "merci a toi d'avoir",
    "merci a vous d'avoir",
    "nous recevons",
];
/// What guests say, folded.
const THANKS: [&str; 8] = [
    "thanks for having me",
    "thank you for having me",
    "for inviting me",
    "good to be here",
    "merci de m'avoir",
    "merci de me recevoir",
    "merci pour l'invitation",
    "merci pour votre invitation",
];

/// How far apart the most and the least inquiring speaker must be for roles to be told, on the scale of
/// [`score`].
const APART: f64 = 0.12;

impl SpeakerHabits {
    /// Counts turn number `at`.
    pub(super) fn take(&mut self, at: usize, words: &str) {
        if self.turns == 0 {
            self.first = at;
        }
        self.turns += 1;
        self.asks += usize::from(role_and_question_cues::ends_asking(words) || is_prompt(words));
        self.words += words.split_whitespace().count();
        if words.len() < 4_000 {
            let folded = name_keys::key(words);
            let says = |phrases: &[&str]| phrases.iter().any(|phrase| folded.contains(phrase));
            self.hosting += i32::from(says(&WELCOMES)) - i32::from(says(&THANKS));
        }
    }
}

fn is_prompt(words: &str) -> bool {
    words.len() < 400 && role_and_question_cues::prompts(words)
}

/// Gives a role to every speaker who has none, where it can be told; says in a warning where it cannot.
/// Who is called as the outlet is asks.
pub(super) fn settle(
    speakers: &mut [Speaker],
    habits: &[SpeakerHabits],
    outlet: Option<&str>,
    warnings: &mut Vec<String>,
) {
    for speaker in speakers.iter_mut().filter(|speaker| speaker.role.is_none()) {
        let name = speaker.name.as_deref().map(name_keys::key);
        if name.is_some() && name == outlet.map(name_keys::key) {
            speaker.role = Some(Role::Interviewer);
        }
    }
    let present = |at: usize| habits[at].turns > 0;
    let open: Vec<usize> = (0..speakers.len())
        .filter(|&at| present(at) && speakers[at].role.is_none())
        .collect();
    if open.is_empty() {
        return;
    }
    let known: Vec<usize> = (0..speakers.len())
        .filter(|&at| present(at) && speakers[at].role.is_some())
        .collect();
    let has = |role| known.iter().any(|&at| speakers[at].role == Some(role));
    if has(Role::Interviewer) {
        // Whoever asks as much as an interviewer does is one of them.
        for at in open {
            let co_host = (asking(habits[at]) >= 0.6 && habits[at].turns >= 3)
                || (habits[at].hosting > 0 && asking(habits[at]) >= 0.3);
            speakers[at].role = Some(side(co_host));
        }
        return;
    }
    if let ([alone], false) = (open.as_slice(), has(Role::Guest)) {
        speakers[*alone].role = Some(Role::Guest);
        return;
    }
    let by_score = |a: &usize, b: &usize| score(habits[*a]).total_cmp(&score(habits[*b]));
    let all = || open.iter().chain(&known).copied();
    let (Some(host), Some(least)) = (
        open.iter().copied().max_by(by_score),
        all().min_by(by_score),
    ) else {
        return;
    };
    if score(habits[host]) - score(habits[least]) < APART {
        warnings.push(
            "it is not certain who asks and who answers; name them in a sidecar file".to_owned(),
        );
        return;
    }
    // Who behaves more like the host than like the one who asks least is a host too.
    let lowest = all().map(|at| manner(habits[at])).fold(f64::MAX, f64::min);
    let between = f64::midpoint(manner(habits[host]), lowest);
    for at in open {
        let asks =
            at == host || (at != least && habits[at].asks > 1 && manner(habits[at]) > between);
        speakers[at].role = Some(side(asks));
    }
}

/// Whether somebody asks often enough, or says what hosts say, to be taken for the one who conducts.
pub(super) fn conducts(habits: SpeakerHabits) -> bool {
    asking(habits) >= 0.25 || habits.hosting > 0
}

/// Takes the role of asking from those who debate as equals: they mostly state, say nothing that hosts say, and speak as
/// long as those who answer. `given` is who has a role because something says so.
pub(super) fn level(speakers: &mut [Speaker], given: &[Speaker], habits: &[SpeakerHabits]) {
    let told = |at: usize| given.get(at).is_some_and(|speaker| speaker.role.is_some());
    let length = |at: usize| habits[at].words / habits[at].turns.max(1);
    let present = |at: &usize| habits[*at].turns > 0;
    let with = |role: Role, speakers: &[Speaker]| -> Vec<usize> {
        (0..speakers.len())
            .filter(present)
            .filter(|&at| speakers[at].role == Some(role))
            .collect()
    };
    let askers = with(Role::Interviewer, speakers);
    let guests = with(Role::Guest, speakers);
    let longest = guests
        .iter()
        .map(|&at| length(at))
        .max()
        .unwrap_or_default();
    let equal = |&at: &usize| {
        !told(at)
            && habits[at].turns >= 2
            && asking(habits[at]) < 0.5
            && habits[at].hosting <= 0
            && length(at) * 2 >= longest
    };
    if guests.iter().any(|&at| told(at)) || guests.is_empty() || !askers.iter().all(equal) {
        return;
    }
    for at in askers {
        speakers[at].role = Some(Role::Guest);
    }
}

fn side(asks: bool) -> Role {
    if asks { Role::Interviewer } else { Role::Guest }
}

#[allow(clippy::cast_precision_loss, reason = "counts of turns and words")]
fn asking(habits: SpeakerHabits) -> f64 {
    habits.asks as f64 / habits.turns.max(1) as f64
}

/// How much somebody behaves like an interviewer: by what they do, by opening and by what hosts say.
fn score(habits: SpeakerHabits) -> f64 {
    let opening = if habits.first == 0 { 0.15 } else { 0.0 };
    let hosting = f64::from(habits.hosting.clamp(-2, 2)) * 0.15;
    manner(habits) + opening + hosting
}

/// How much somebody speaks like an interviewer: mostly by asking, a little by brevity.
#[allow(clippy::cast_precision_loss, reason = "counts of turns and words")]
fn manner(habits: SpeakerHabits) -> f64 {
    let brevity = 1.0 / (1.0 + habits.words as f64 / habits.turns.max(1) as f64 / 40.0);
    asking(habits) + 0.3 * brevity
}
