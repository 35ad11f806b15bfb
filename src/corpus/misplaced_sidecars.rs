//! Misplaced sidecars: what may be meant as an interview's sidecar and cannot count as one. Where it may withdraw words,
//! nothing of that interview is read: it is not certain which words must not be quoted.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::interview_file::InterviewFile;
use crate::{files, reading};

/// How much of a misplaced sidecar is looked at, in bytes.
const MOST: u64 = 1 << 20;

/// How much of an interview is searched for what a sidecar withdraws, in bytes.
const MOST_OF_TEXT: u64 = 16 << 20;

/// By how many letters a sidecar's name may differ from the name that it is meant to have.
const NEAR: usize = 3;

/// What stands where an interview's sidecar is looked for: the sidecar, or why nothing of the interview may be read.
pub(super) fn beside(interview: &Path) -> (Option<PathBuf>, Option<String>) {
    let sidecar = interview.with_extension("toml");
    if sidecar == interview {
        return (None, None);
    }
    let kind = match fs::symlink_metadata(&sidecar) {
        Ok(metadata) if metadata.is_symlink() => "a symbolic link, and links are not followed",
        Ok(metadata) => match files::odd_kind(metadata.file_type()) {
            None => return (Some(sidecar), None),
            Some(kind) => kind,
        },
        Err(error) if error.kind() == ErrorKind::NotFound => return (None, None),
        // Reading it says why it cannot be read.
        Err(_) => return (Some(sidecar), None),
    };
    let why = format!(
        "its sidecar file `{}` is {kind}: it may withdraw words, so nothing of this interview is quoted; put a regular file \
         there, or remove it",
        name_of(&sidecar)
    );
    (None, Some(why))
}

/// Whether a file's name is one that is given to sidecars, by mistake too: `talk.TOML`, `talk.toml.txt`.
pub(super) fn is_named_as_sidecar(path: &Path) -> bool {
    stem(path).is_some()
}

/// The name before what makes it a sidecar's, in small letters.
fn stem(path: &Path) -> Option<String> {
    let name = name_of(path).to_lowercase();
    let name = name.strip_suffix(".txt").unwrap_or(&name);
    name.strip_suffix(".toml").map(str::to_owned)
}

/// The name of a file in its folder.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// How far the name of a misplaced sidecar is from that of an interview beside it: 0 where only the case or the extension
/// differ. `None` where it is too far to be meant.
fn distance(sidecar: &Path, interview: &Path) -> Option<usize> {
    if sidecar.parent() != interview.parent() {
        return None;
    }
    let stem = stem(sidecar)?;
    let whole = name_of(interview).to_lowercase();
    let own = interview.file_stem()?.to_string_lossy().to_lowercase();
    let away = [own, whole].map(|name| strsim::damerau_levenshtein(&name, &stem));
    let away = away.into_iter().min()?;
    (away <= NEAR.min(stem.chars().count() / 2)).then_some(away)
}

/// The name of the interview in the same folder that a sidecar may be meant for.
pub(super) fn nearest<'a>(sidecar: &Path, interviews: &'a [PathBuf]) -> Option<&'a Path> {
    let near = interviews
        .iter()
        .filter_map(|path| Some((distance(sidecar, path)?, path)));
    near.min().map(|(_, path)| path.as_path())
}

/// The interview in the same folder that a sidecar with quite another name may be meant for: the only one there without a
/// sidecar, where it is the only sidecar without an interview.
pub(super) fn only_left<'a, P: AsRef<Path>>(
    sidecar: &Path,
    interviews: &'a [PathBuf],
    misplaced: &[P],
) -> Option<&'a Path> {
    let is_beside = |path: &Path| path.parent() == sidecar.parent();
    let mut misplaced = misplaced.iter().map(AsRef::as_ref);
    let is_other =
        |other: &Path| other != sidecar && is_beside(other) && is_named_as_sidecar(other);
    if misplaced.any(is_other) {
        return None;
    }
    let beside = interviews.iter().filter(|path| is_beside(path));
    let mut left = beside.filter(|path| fs::symlink_metadata(path.with_extension("toml")).is_err());
    let only = left.next()?;
    // Exports of one recording have one sidecar.
    let is_same = |other: &PathBuf| other.with_extension("") == only.with_extension("");
    left.all(is_same).then_some(only)
}

/// Says of each interview that a misplaced sidecar may be meant for why nothing of it may be read, if that may withdraw
/// words.
pub(super) fn hold_back(interviews: &mut [InterviewFile], misplaced: &[&Path]) {
    let paths: Vec<PathBuf> = interviews.iter().map(|file| file.path.clone()).collect();
    for sidecar in misplaced {
        let near: Vec<(usize, usize)> = interviews
            .iter()
            .enumerate()
            .filter_map(|(at, file)| Some((may_mean(sidecar, file)?, at)))
            .collect();
        let least = near.iter().map(|(away, _)| *away).min();
        if near.is_empty() {
            let left = only_left(sidecar, &paths, misplaced);
            let left = left.filter(|interview| may_withdraw_from(sidecar, interview));
            let files = interviews.iter_mut();
            files
                .filter(|file| Some(file.path.as_path()) == left)
                .for_each(|file| hold(file, sidecar));
            continue;
        }
        if !may_withdraw(sidecar) {
            continue;
        }
        for (_, at) in near.iter().filter(|(away, _)| Some(*away) == least) {
            hold(&mut interviews[*at], sidecar);
        }
    }
}

fn hold(file: &mut InterviewFile, sidecar: &Path) {
    file.held_back.get_or_insert_with(|| {
        format!(
            "`{}` may be its sidecar file and withdraws words, but does not have its name: nothing of this interview is \
             quoted; rename it to `{}`, or remove it",
            name_of(sidecar),
            name_of(&file.path.with_extension("toml"))
        )
    });
}

/// How far a misplaced sidecar's name is from an interview's that it may be meant for. One that has a sidecar of its own,
/// or another number, is only meant by its own name.
fn may_mean(sidecar: &Path, file: &InterviewFile) -> Option<usize> {
    let away = std::iter::once(&file.path)
        .chain(&file.forms)
        .filter_map(|path| distance(sidecar, path))
        .min()?;
    let digits = |name: String| -> String { name.chars().filter(char::is_ascii_digit).collect() };
    let own = file.path.file_stem()?.to_string_lossy().into_owned();
    let is_other = file.sidecar.is_some() || digits(stem(sidecar)?) != digits(own);
    (away == 0 || !is_other).then_some(away)
}

/// Whether a file may withdraw words. What cannot be read whole may.
fn may_withdraw(sidecar: &Path) -> bool {
    content(sidecar).is_none_or(|text| reading::may_withdraw(&text))
}

/// Whether a file with quite another name may withdraw words of an interview: some of them stand in it, or it is not
/// certain.
fn may_withdraw_from(sidecar: &Path, interview: &Path) -> bool {
    let text = files::read_text(interview, MOST_OF_TEXT).ok();
    let text = text.filter(|_| reading::is_plain_text(interview));
    content(sidecar).is_none_or(|own| reading::may_withdraw_from(&own, text.as_deref()))
}

/// The text of a sidecar; `None` where it cannot be read whole.
fn content(sidecar: &Path) -> Option<String> {
    let is_link = fs::symlink_metadata(sidecar).is_ok_and(|found| found.is_symlink());
    let bytes = files::read(sidecar, MOST).ok()?;
    let is_whole = !is_link && bytes.len() as u64 <= MOST;
    is_whole.then(|| String::from_utf8_lossy(&bytes).into_owned())
}
