//! Reading, measured: labelled documents of every shape that owners have.
//!
//! Each document in `tests/it/cases/` stands beside a `.labels.toml` that says who says what. More folders
//! of that shape are measured where `VERBATIM_CASES` names them, separated by colons.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use verbatim::interview::{Interview, InterviewId, Role, Span};
use verbatim::reading::{FileToRead, read};

#[derive(Debug, Deserialize)]
pub(crate) struct Labels {
    #[serde(default)]
    metadata: Facts,
    #[serde(default, rename = "turn")]
    turns: Vec<Label>,
}

#[derive(Debug, Default, Deserialize)]
struct Facts {
    title: Option<String>,
    outlet: Option<String>,
    date: Option<String>,
    url: Option<String>,
    language: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Label {
    role: String,
    speaker: Option<String>,
    starts: String,
    ends: String,
}

/// A turn as it is labelled, in bytes into the transcript.
pub(crate) struct Expected {
    pub(crate) span: Span,
    pub(crate) role: Option<Role>,
    pub(crate) speaker: Option<String>,
}

/// Words right, of all that are or should be somebody's.
#[derive(Debug, Default, Clone, Copy)]
struct Score {
    words: usize,
    right_role: usize,
    /// Words whose speaker the document names.
    named: usize,
    right_name: usize,
    /// Words under a name that is not their speaker's.
    wrong_name: usize,
    /// Interviewers' words given to a guest.
    misquoted: usize,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.words += other.words;
        self.right_role += other.right_role;
        self.named += other.named;
        self.right_name += other.right_name;
        self.wrong_name += other.wrong_name;
        self.misquoted += other.misquoted;
    }
}

pub(crate) fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_none_or(|extension| extension != "toml"))
        .collect();
    paths.sort();
    paths
}

pub(crate) fn case(path: &Path) -> (Interview, Labels) {
    let bytes = fs::read(path).unwrap();
    let interview = read(&FileToRead {
        id: InterviewId::new("case"),
        path,
        bytes: &bytes,
        sidecar: None,
    })
    .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let labels = fs::read_to_string(path.with_extension("labels.toml")).unwrap();
    let labels =
        toml::from_str(&labels).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    (interview, labels)
}

/// Where the labelled turns stand in the transcript.
pub(crate) fn expected(path: &Path, transcript: &str, labels: &Labels) -> Vec<Expected> {
    let find = |words: &str, from: usize| {
        transcript[from..]
            .find(words)
            .map(|at| from + at)
            .unwrap_or_else(|| panic!("{}: `{words}` is not found", path.display()))
    };
    let mut starts = Vec::new();
    let mut at = 0;
    for label in &labels.turns {
        let start = find(&label.starts, at);
        at = start + label.starts.len();
        starts.push(start);
    }
    let of = |(number, label): (usize, &Label)| {
        let start = starts[number];
        let next = starts.get(number + 1).copied().unwrap_or(transcript.len());
        let end = transcript[start..next]
            .rfind(&label.ends)
            .unwrap_or_else(|| panic!("{}: `{}` does not end a turn", path.display(), label.ends));
        Expected {
            span: Span::new(start, start + end + label.ends.len()),
            role: match label.role.as_str() {
                "guest" => Some(Role::Guest),
                "interviewer" => Some(Role::Interviewer),
                "unknown" => None,
                other => panic!("{}: `{other}` is no role", path.display()),
            },
            speaker: label.speaker.clone(),
        }
    };
    labels.turns.iter().enumerate().map(of).collect()
}

/// The words of a text, in bytes.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + word.len())
    })
}

fn score(interview: &Interview, expected: &[Expected], report: &mut String) -> Score {
    let mut score = Score::default();
    let mut shown = None;
    for word in words(&interview.transcript) {
        let meant = expected
            .iter()
            .position(|turn| turn.span.start < word.end && word.start < turn.span.end);
        let read = interview
            .turns
            .iter()
            .position(|turn| turn.span.start < word.end && word.start < turn.span.end);
        if meant.is_none() && read.is_none() {
            continue;
        }
        score.words += 1;
        let meant_turn = meant.map(|at| &expected[at]);
        let read_turn = read.map(|at| &interview.turns[at]);
        let right = meant.is_some()
            && read.is_some()
            && meant_turn.map(|turn| turn.role) == read_turn.map(|turn| turn.role);
        score.right_role += usize::from(right);
        let asked = meant_turn.is_some_and(|turn| turn.role == Some(Role::Interviewer));
        let quoted = read_turn.is_some_and(|turn| turn.role == Some(Role::Guest));
        score.misquoted += usize::from(asked && quoted);
        let name = read_turn
            .and_then(|turn| interview.speaker_of(turn))
            .and_then(|speaker| speaker.name.as_deref());
        let meant_name = meant_turn.and_then(|turn| turn.speaker.as_deref());
        score.named += usize::from(meant_name.is_some());
        score.right_name += usize::from(meant_name.is_some() && name == meant_name);
        let wrong = meant.is_some() && name.is_some() && name != meant_name;
        score.wrong_name += usize::from(wrong);
        if (!right || wrong || (meant_name.is_some() && name != meant_name))
            && shown != Some((meant, read))
        {
            shown = Some((meant, read));
            let words: String = interview.transcript[word.start..]
                .chars()
                .take(60)
                .collect();
            let _ = writeln!(
                report,
                "    `{}`: {} {:?}, read as {} {name:?}",
                words.replace('\n', "/"),
                role(meant_turn.map(|turn| turn.role)),
                meant_name,
                role(read_turn.map(|turn| turn.role)),
            );
        }
    }
    score
}

fn role(turn: Option<Option<Role>>) -> &'static str {
    match turn {
        None => "nobody",
        Some(None) => "unknown",
        Some(Some(Role::Guest)) => "guest",
        Some(Some(Role::Interviewer)) => "interviewer",
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of words")]
pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// The score of a folder, and what is wrong in it.
fn measure(folder: &Path) -> (Score, String) {
    let mut report = String::new();
    let mut all = Score::default();
    for path in documents(folder) {
        let (interview, labels) = case(&path);
        let expected = expected(&path, &interview.transcript, &labels);
        let mut wrong = String::new();
        let score = score(&interview, &expected, &mut wrong);
        let _ = writeln!(
            report,
            "{}: role {:.1} %, speaker {:.1} %, wrong names {}, misquoted {}, confidence {:.2}\n{wrong}",
            path.file_name().unwrap().to_string_lossy(),
            percent(score.right_role, score.words),
            percent(score.right_name, score.named),
            score.wrong_name,
            score.misquoted,
            interview.confidence,
        );
        all.add(score);
    }
    let _ = writeln!(
        report,
        "all: role {:.2} %, speaker {:.2} %, wrong names {}, misquoted {} of {} words",
        percent(all.right_role, all.words),
        percent(all.right_name, all.named),
        all.wrong_name,
        all.misquoted,
        all.words
    );
    (all, report)
}

pub(crate) fn folders() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/cases");
    let more = std::env::var_os("VERBATIM_CASES").unwrap_or_default();
    std::iter::once(own)
        .chain(std::env::split_paths(&more).filter(|path| !path.as_os_str().is_empty()))
        .collect()
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures, with --nocapture")]
fn words_have_the_right_role_and_the_right_name() {
    for folder in folders() {
        let (score, report) = measure(&folder);
        println!("{report}");
        assert!(percent(score.right_role, score.words) >= 98.0, "{report}");
        assert!(percent(score.right_name, score.named) >= 95.0, "{report}");
        assert_eq!(score.wrong_name, 0, "{report}");
    }
}

#[test]
fn what_a_document_says_of_itself_is_read() {
    let mut wrong = String::new();
    for folder in folders() {
        for path in documents(&folder) {
            let (interview, labels) = case(&path);
            let read = &interview.metadata;
            let meant = labels.metadata;
            let date = read.date.map(|date| date.to_string());
            let language = Some(read.language.code().to_owned());
            let mut compare = |what: &str, meant: Option<String>, read: Option<&String>| {
                if meant.is_some() && meant.as_ref() != read {
                    let _ = writeln!(
                        wrong,
                        "{}: {what} {meant:?}, read as {read:?}",
                        path.display()
                    );
                }
            };
            compare("title", meant.title, read.title.as_ref());
            compare("outlet", meant.outlet, read.outlet.as_ref());
            compare("date", meant.date, date.as_ref());
            compare("url", meant.url, read.url.as_ref());
            compare("language", meant.language, language.as_ref());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
