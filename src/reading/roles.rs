//! Who asks and who answers, where nothing says it: who ends their turns with a question, who speaks
//! less, who speaks first.

use crate::interview::{Role, Speaker};

/// What one speaker does over the whole document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Habits {
    pub(super) turns: usize,
    /// Turns that end with a question mark.
    pub(super) asks: usize,
    pub(super) words: usize,
    /// The number of the first turn, from 0.
    pub(super) first: usize,
}

/// Gives a role to every speaker who has none. Says in a warning where the evidence is thin.
pub(super) fn settle(speakers: &mut [Speaker], habits: &[Habits], warnings: &mut Vec<String>) {
    let present = |at: usize| habits[at].turns > 0;
    let open: Vec<usize> = (0..speakers.len())
        .filter(|&at| present(at) && speakers[at].role.is_none())
        .collect();
    if open.is_empty() {
        return;
    }
    let known = |role| (0..speakers.len()).any(|at| present(at) && speakers[at].role == Some(role));
    if known(Role::Interviewer) {
        // Whoever asks as much as an interviewer does is one of them.
        for at in open {
            let co_host = asking(habits[at]) >= 0.6 && habits[at].turns >= 3;
            speakers[at].role = Some(if co_host {
                Role::Interviewer
            } else {
                Role::Guest
            });
        }
        return;
    }
    if known(Role::Guest) {
        for at in open {
            speakers[at].role = Some(Role::Interviewer);
        }
        return;
    }
    if open.len() == 1 {
        speakers[open[0]].role = Some(Role::Guest);
        return;
    }
    let most = open
        .iter()
        .map(|&at| score(habits[at]))
        .fold(f64::MIN, f64::max);
    let least = open
        .iter()
        .map(|&at| score(habits[at]))
        .fold(f64::MAX, f64::min);
    if most - least < 0.15 {
        warnings
            .push("it cannot be told who asks and who answers; name them in a sidecar".to_owned());
    }
    for at in open {
        let asks = score(habits[at]) >= most - 0.25 * (most - least) && most > least;
        speakers[at].role = Some(if asks { Role::Interviewer } else { Role::Guest });
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of turns and words")]
fn asking(habits: Habits) -> f64 {
    habits.asks as f64 / habits.turns.max(1) as f64
}

/// How much somebody behaves like an interviewer: mostly by asking, a little by brevity and by opening.
#[allow(clippy::cast_precision_loss, reason = "counts of turns and words")]
fn score(habits: Habits) -> f64 {
    let brevity = 1.0 / (1.0 + habits.words as f64 / habits.turns.max(1) as f64 / 40.0);
    asking(habits) + 0.3 * brevity + if habits.first == 0 { 0.15 } else { 0.0 }
}
