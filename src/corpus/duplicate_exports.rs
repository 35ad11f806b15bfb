//! Duplicate exports of one recording (`talk.srt`, `talk.json`): the richest is read, the others are skipped. They are
//! one interview; the richest of them is read.
//!
//! Files are forms of one only where they hold the same words: a file that has the name by chance stays an interview
//! of its own.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::file_content::FileContent;
use super::interview_file::InterviewFile;
use super::skipped_files::{SkipReason, SkippedFile};
use crate::interview::{Interview, InterviewId};
use crate::reading::{self, FileToRead, ReadInterview};

/// The extensions of exports, the richest first; where two say as much, the first is read.
const EXTENSIONS: [&str; 13] = [
    "json", "json3", "vtt", "ttml", "xml", "eaf", "srt", "sbv", "ass", "xlsx", "tsv", "csv", "txt",
];
/// How many words in a row are compared.
const SHINGLE: usize = 4;
/// The share of the shorter text, in percent, that stands in the longer one where they are forms of one.
const SAME: usize = 60;
/// How sure the labels of a plain text are before they count.
const SURE: f32 = 0.6;

/// Where among the exports a file stands, by its extension.
pub(super) fn export_priority(path: &Path) -> Option<usize> {
    let extension = path.extension().and_then(OsStr::to_str)?.to_lowercase();
    EXTENSIONS.iter().position(|known| *known == extension)
}

/// What reading a file and its other forms gives.
#[derive(Debug, Default)]
pub(super) struct ExportGroup {
    /// The interviews with the path of each; those of the form that says most first.
    pub(super) examined: Vec<(PathBuf, ReadInterview)>,
    /// Forms with the same words, which are skipped.
    pub(super) passed_over: Vec<SkippedFile>,
    /// Forms that cannot be read, and why.
    pub(super) refused: Vec<(PathBuf, String)>,
}

/// Files that cannot be read, and why.
pub(super) type Refused = Vec<(PathBuf, String)>;

/// What the file and its other forms hold.
///
/// # Errors
///
/// Where none of them can be read: why each cannot, the file itself first.
pub(super) fn read_exports(
    file: &InterviewFile,
    content: &FileContent,
) -> Result<ExportGroup, Refused> {
    let read = |path: &Path, bytes: &[u8]| {
        let source = FileToRead {
            id: file.id.clone(),
            path,
            bytes,
            sidecar: content.sidecar.as_deref(),
        };
        reading::examine_all(&source).map_err(|error| error.to_string())
    };
    let paths = std::iter::once(&file.path).chain(&file.forms);
    let mut all = Vec::new();
    let mut refused = Vec::new();
    for (path, bytes) in paths.zip(&content.files) {
        let bytes = bytes.as_ref().map_err(String::clone);
        match bytes.and_then(|bytes| read(path, bytes)) {
            Ok(examined) => all.push((path.clone(), examined)),
            Err(error) => refused.push((path.clone(), error)),
        }
    }
    if all.is_empty() {
        return Err(refused);
    }
    Ok(ExportGroup {
        refused,
        ..settle(&file.id, all)
    })
}

/// The richest of the forms, and what holds other words; those with the same words are skipped.
fn settle(id: &InterviewId, mut all: Vec<(PathBuf, Vec<ReadInterview>)>) -> ExportGroup {
    if all.len() == 1 {
        let own = all
            .into_iter()
            .flat_map(|(path, examined)| examined.into_iter().map(move |one| (path.clone(), one)));
        return ExportGroup {
            examined: own.collect(),
            ..ExportGroup::default()
        };
    }
    let best = (0..all.len())
        .max_by_key(|&at| (richness(&all[at].0, &all[at].1), std::cmp::Reverse(at)))
        .unwrap_or_default();
    let (read, examined) = all.remove(best);
    let words = shingles(&examined);
    let (same, others): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|(_, other)| is_same(&words, &shingles(other)));
    let other_form = |path: PathBuf| SkippedFile {
        why: SkipReason::OtherForm(name(&read)),
        path,
    };
    let passed_over = same.into_iter().map(|(path, _)| other_form(path)).collect();
    let mut kept: Vec<(PathBuf, ReadInterview)> = examined
        .into_iter()
        .map(|one| (read.clone(), one))
        .collect();
    for (path, other) in others {
        let part = name(&path);
        kept.extend(other.into_iter().map(|mut one| {
            one.interview.id = id.part(&part);
            (path.clone(), one)
        }));
    }
    ExportGroup {
        examined: kept,
        passed_over,
        ..ExportGroup::default()
    }
}

/// The files that hold an interview: the one that is read, and its other forms with the same words.
pub(super) fn of_one(file: &InterviewFile) -> Vec<PathBuf> {
    if file.forms.is_empty() {
        return vec![file.path.clone()];
    }
    let content = FileContent::of(file).ok();
    let Some(Ok(read)) = content.map(|content| read_exports(file, &content)) else {
        return vec![file.path.clone()];
    };
    let own = read.examined.into_iter().take(1).map(|(path, _)| path);
    let skipped = read.passed_over.into_iter().map(|passed| passed.path);
    own.chain(skipped).collect()
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// How much a form says: names, voices, times. Voices of a plain text count where its labels are sure.
fn richness(path: &Path, examined: &[ReadInterview]) -> (usize, usize, bool) {
    let text = export_priority(path) == Some(EXTENSIONS.len() - 1);
    let told = |interview: &Interview| {
        let named = interview
            .speakers
            .iter()
            .any(|speaker| speaker.name.is_some());
        if text && (interview.confidence < SURE || !named) {
            return (0, 0, !interview.marks.is_empty());
        }
        let voices = interview.speakers.len();
        let named = interview
            .speakers
            .iter()
            .filter(|speaker| speaker.name.is_some());
        (
            named.count().min(2),
            voices.min(2),
            !interview.marks.is_empty(),
        )
    };
    examined
        .iter()
        .map(|one| told(&one.interview))
        .max()
        .unwrap_or_default()
}

/// Every few words in a row, as numbers.
fn shingles(examined: &[ReadInterview]) -> HashSet<u64> {
    let turns = examined.iter().flat_map(|one| {
        let turns = one.interview.turns.iter();
        turns.filter_map(|turn| one.interview.slice(turn.span))
    });
    let words: Vec<u64> = turns
        .flat_map(|said| said.split(|char: char| !char.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| number(&word.to_lowercase()))
        .collect();
    let row = SHINGLE.min(words.len()).max(1);
    words.windows(row).map(number).collect()
}

fn number<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn is_same(one: &HashSet<u64>, other: &HashSet<u64>) -> bool {
    let shorter = one.len().min(other.len());
    one.intersection(other).count() * 100 >= shorter * SAME
}
