//! Labelled files of many forms: what owners have beside the documents in `cases/`, each with who says what in it.

pub(crate) mod dialogues;
mod document_files;
mod page_files;
mod recording_files;
mod text_files;

use verbatim::interview::Role;

use dialogues::{Dialogue, Voice};

/// A file, and who says what in it, in order.
pub(crate) struct LabelledFile {
    /// What it is called in reports.
    pub(crate) name: String,
    /// The name of the file.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) turns: Vec<LabelledTurn>,
}

/// Words, who says them, and whether they ask or answer.
pub(crate) struct LabelledTurn {
    pub(crate) role: Option<Role>,
    /// Who it is, where that has a name at all.
    pub(crate) speaker: Option<String>,
    /// Whether the file says the name, so that it has to be read.
    pub(crate) is_named: bool,
    pub(crate) words: String,
}

/// Which names a file gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    Both,
    Asker,
    Guest,
    Nobody,
}

/// Every file.
pub(crate) fn all() -> Vec<LabelledFile> {
    [
        text_files::all(),
        page_files::all(),
        recording_files::all(),
        document_files::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn role(voice: Voice) -> Role {
    match voice {
        Voice::Asks => Role::Interviewer,
        Voice::Answers => Role::Guest,
    }
}

/// A file of a dialogue, with the names that it gives.
fn file(
    form: &str,
    path: &str,
    dialogue: &Dialogue,
    names: Names,
    content: impl Into<Vec<u8>>,
) -> LabelledFile {
    let turn = |(voice, words): (Voice, &str)| {
        let named = match names {
            Names::Both => true,
            Names::Asker => voice == Voice::Asks,
            Names::Guest => voice == Voice::Answers,
            Names::Nobody => false,
        };
        LabelledTurn {
            role: Some(role(voice)),
            speaker: Some(dialogue.name(voice).to_owned()),
            is_named: named,
            words: words.to_owned(),
        }
    };
    LabelledFile {
        name: format!("{form} ({})", dialogue.language),
        path: path.to_owned(),
        bytes: content.into(),
        turns: dialogue.turns().map(turn).collect(),
    }
}

/// A file whose turns are given one by one: role, name, words.
fn labelled(
    form: &str,
    path: &str,
    content: impl Into<Vec<u8>>,
    turns: &[(Option<Role>, Option<&str>, &str)],
) -> LabelledFile {
    let turn = |(role, speaker, words): &(Option<Role>, Option<&str>, &str)| LabelledTurn {
        role: *role,
        speaker: speaker.map(str::to_owned),
        is_named: speaker.is_some(),
        words: (*words).to_owned(),
    };
    LabelledFile {
        name: form.to_owned(),
        path: path.to_owned(),
        bytes: content.into(),
        turns: turns.iter().map(turn).collect(),
    }
}

/// What every turn makes, joined.
fn each(dialogue: &Dialogue, write: impl Fn(usize, Voice, &str) -> String) -> String {
    let turns = dialogue.turns().enumerate();
    turns
        .map(|(at, (voice, words))| write(at, voice, words))
        .collect()
}
