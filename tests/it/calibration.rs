//! Certainty, measured: of what is said to be sure, how much is right.
//!
//! `cargo test --test it -- calibration --nocapture` prints the table of `docs/benchmarks.md`.

use std::fmt::Write;
use std::path::Path;

use verbatim::interview::{Interview, InterviewId, Role, Span};
use verbatim::reading::{FileToRead, read};

use crate::cases::{self, Expected, percent, words};
use crate::labelled::{self, LabelledFile};

/// Where bins of certainty begin.
const BINS: [f32; 5] = [0.0, 0.5, 0.7, 0.8, 0.9];

/// Words of labelled interviews.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    files: usize,
    words: usize,
    right_role: usize,
    /// Words whose speaker the file names.
    named: usize,
    right_name: usize,
    /// Words in the other role, under another's name, or of nobody and quoted.
    wrong: usize,
    /// Those of them in interviews that no warning is given for.
    unwarned: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.files += other.files;
        self.words += other.words;
        self.right_role += other.right_role;
        self.named += other.named;
        self.right_name += other.right_name;
        self.wrong += other.wrong;
        self.unwarned += other.unwarned;
    }
}

/// A turn as it is labelled, and whether its name has to be known.
struct Meant {
    turn: Expected,
    is_named: bool,
}

/// Where words stand in a text, white space aside, from a place on.
fn place(text: &str, words: &str, from: usize) -> Option<Span> {
    let wanted: Vec<char> = words.chars().filter(|char| !char.is_whitespace()).collect();
    let there = text[from..].char_indices();
    let there: Vec<(usize, char)> = there.filter(|(_, char)| !char.is_whitespace()).collect();
    let found = there
        .windows(wanted.len())
        .position(|window| window.iter().map(|(_, char)| char).eq(wanted.iter()))?;
    let (start, _) = there[found];
    let (end, last) = there[found + wanted.len() - 1];
    Some(Span::new(from + start, from + end + last.len_utf8()))
}

/// What is right and wrong in an interview, word by word.
fn tally(interview: &Interview, meant: &[Meant], report: &mut String) -> Tally {
    let mut tally = Tally {
        files: 1,
        ..Tally::default()
    };
    let mut shown = None;
    for word in words(&interview.transcript) {
        let holds = |span: Span| span.start < word.end && word.start < span.end;
        let expected = meant.iter().position(|meant| holds(meant.turn.span));
        let turn = interview.turns.iter().find(|turn| holds(turn.span));
        let quoted = turn.is_some_and(|turn| turn.role != Some(Role::Interviewer));
        let role = turn.map(|turn| turn.role);
        let name = turn
            .and_then(|turn| interview.speaker_of(turn))
            .and_then(|speaker| speaker.name.as_deref());
        let (right_role, right_name, wrong) = match expected.map(|at| &meant[at]) {
            Some(Meant { turn, is_named }) => {
                tally.words += 1;
                tally.named += usize::from(*is_named);
                let right = role == Some(turn.role);
                let other = role.flatten().is_some() && !right;
                let same = name.is_some() && name == turn.speaker.as_deref();
                let another = name.is_some() && !same;
                (right, *is_named && same, other || another)
            }
            None => {
                // Nobody's words, quoted.
                tally.words += usize::from(quoted);
                (false, false, quoted)
            }
        };
        tally.right_role += usize::from(right_role);
        tally.right_name += usize::from(right_name);
        tally.wrong += usize::from(wrong);
        let lacking = expected.is_some_and(|at| !right_role || (meant[at].is_named && !right_name));
        if (wrong || lacking) && shown != Some((expected, role)) {
            shown = Some((expected, role));
            let start: String = interview.transcript[word.start..]
                .chars()
                .take(50)
                .collect();
            let start = start.replace('\n', "/");
            let _ = writeln!(report, "    `{start}`: read as {role:?} {name:?}");
        }
    }
    tally.unwarned = if interview.warnings.is_empty() {
        tally.wrong
    } else {
        0
    };
    tally
}

/// The interview of a file and where its labelled turns stand; words that are missing count as those of a turn that
/// nobody speaks.
fn of_file(file: &LabelledFile, report: &mut String) -> (Interview, Tally) {
    let interview = read(&FileToRead {
        id: InterviewId::new("case"),
        path: Path::new(&file.path),
        bytes: &file.bytes,
        sidecar: None,
    })
    .unwrap_or_else(|error| panic!("{}: {error}", file.name));
    let (mut meant, mut missing, mut at) = (Vec::new(), 0, 0);
    for turn in &file.turns {
        let Some(span) = place(&interview.transcript, &turn.words, at) else {
            let _ = writeln!(report, "    missing: `{}`", turn.words);
            missing += turn.words.split_whitespace().count();
            continue;
        };
        at = span.end;
        meant.push(Meant {
            turn: Expected {
                span,
                role: turn.role,
                speaker: turn.speaker.clone(),
            },
            is_named: turn.is_named,
        });
    }
    let mut tally = tally(&interview, &meant, report);
    tally.words += missing;
    (interview, tally)
}

/// Every labelled file: its name, how certain its reading is, what is right, and what is not.
fn measured() -> Vec<(String, f32, Tally, String)> {
    let mut all = Vec::new();
    for path in cases::folders()
        .iter()
        .flat_map(|folder| cases::documents(folder))
    {
        let (interview, labels) = cases::case(&path);
        let expected = cases::expected(&path, &interview.transcript, &labels);
        let meant = expected.into_iter().map(|turn| Meant {
            is_named: turn.speaker.is_some(),
            turn,
        });
        let mut report = String::new();
        let tally = tally(&interview, &meant.collect::<Vec<_>>(), &mut report);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        all.push((name, interview.confidence, tally, report));
    }
    for file in labelled::all() {
        let mut report = String::new();
        let (interview, tally) = of_file(&file, &mut report);
        for warning in &interview.warnings {
            let _ = writeln!(report, "    warning: {warning}");
        }
        all.push((file.name, interview.confidence, tally, report));
    }
    all
}

/// The table of bins, as `docs/benchmarks.md` has it.
fn table(all: &[(String, f32, Tally, String)]) -> String {
    let mut table = String::from(
        "| certainty | files | words | role right | speaker right | wrong |\n|---|---|---|---|---|---|\n",
    );
    for (at, from) in BINS.iter().enumerate() {
        let to = BINS.get(at + 1).copied();
        let mut bin = Tally::default();
        let inside = |certainty: f32| certainty >= *from && to.is_none_or(|to| certainty < to);
        for (_, _, tally, _) in all.iter().filter(|(_, certainty, ..)| inside(*certainty)) {
            bin.add(*tally);
        }
        let _ = writeln!(
            table,
            "| {from:.1} to {:.1} | {} | {} | {:.1} % | {:.1} % | {:.1} % |",
            to.unwrap_or(1.0),
            bin.files,
            bin.words,
            percent(bin.right_role, bin.words),
            percent(bin.right_name, bin.named),
            percent(bin.wrong, bin.words),
        );
    }
    table
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures, with --nocapture")]
fn of_what_is_said_to_be_sure_at_least_nine_words_in_ten_are_right() {
    let all = measured();
    let mut sum = Tally::default();
    let mut sure = Tally::default();
    let mut report = String::new();
    for (name, certainty, tally, wrong) in &all {
        sum.add(*tally);
        if *certainty >= 0.9 {
            sure.add(*tally);
        }
        let lacking = tally.right_role < tally.words || tally.right_name < tally.named;
        if lacking || tally.wrong > 0 {
            let _ = writeln!(
                report,
                "{name}: certainty {certainty:.2}, role {:.1} %, speaker {:.1} %, wrong {} ({} without a warning) of {} words\n{wrong}",
                percent(tally.right_role, tally.words),
                percent(tally.right_name, tally.named),
                tally.wrong,
                tally.unwarned,
                tally.words,
            );
        }
    }
    let _ = writeln!(
        report,
        "all: {} files, {} words, role {:.2} %, speaker {:.2} %, wrong {}, without a warning {}",
        sum.files,
        sum.words,
        percent(sum.right_role, sum.words),
        percent(sum.right_name, sum.named),
        sum.wrong,
        sum.unwarned,
    );
    println!("{report}\n{}", table(&all));
    let right = sure.words - sure.wrong;
    assert!(
        percent(right.min(sure.right_role), sure.words) >= 90.0,
        "{report}"
    );
    assert!(percent(sum.right_role, sum.words) >= 98.0, "{report}");
    assert!(percent(sum.right_name, sum.named) >= 95.0, "{report}");
    assert_eq!(sum.unwarned, 0, "{report}");
}

#[test]
fn the_labelled_files_are_of_many_kinds_and_languages() {
    let files = labelled::all();
    assert!(files.len() >= 40, "{}", files.len());
    let mut kinds: Vec<&str> = files
        .iter()
        .filter_map(|file| file.path.rsplit('.').next())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert!(kinds.len() >= 15, "{kinds:?}");
}
