//! What an owner changes from afar ends as files of the corpus, whole, and never over another.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use verbatim::corpus::{CorpusEditor, DraftChange, EditError};
use verbatim::interview::{InterviewId, Role};

use crate::living::{BEES, TRAINS};

const TALK: &str = "MP: How are the bees doing this year?\n\nPaulin: The bees came through the winter well, and the honey is better than ever.\n\n\
    MP: And the queens, are they young?\n\nPaulin: The queens are young in every hive that we looked into this spring.\n";

fn desk() -> (TempDir, CorpusEditor) {
    let folder = TempDir::new().unwrap();
    let corpus = folder.path().join("corpus");
    fs::create_dir(&corpus).unwrap();
    let desk = CorpusEditor::new(&corpus, &folder.path().join("index"));
    (folder, desk)
}

fn files(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder.join("corpus")).unwrap();
    let mut names: Vec<String> = names
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_draft_is_added_with_its_sidecar_under_a_safe_name_that_is_free() {
    let (folder, desk) = desk();
    let draft = desk
        .draft("../../.evil/Bees?.TXT", TALK.as_bytes())
        .unwrap();
    assert_eq!(draft.name, "Bees.txt");
    assert_eq!(
        files(folder.path()),
        [""; 0],
        "nothing is in the corpus before it is added"
    );
    desk.change(&draft.key, DraftChange::Title("The \"bees\"".into()))
        .unwrap();
    desk.change(&draft.key, DraftChange::Date("2020-04".into()))
        .unwrap();
    assert_eq!(desk.add(&draft.key).unwrap().as_str(), "Bees");
    assert_eq!(files(folder.path()), ["Bees.toml", "Bees.txt"]);
    assert!(
        matches!(desk.add(&draft.key), Err(EditError::NoDraft)),
        "it is added once"
    );
    let again = desk.draft("bees.md", TRAINS.as_bytes()).unwrap();
    assert_eq!(
        desk.add(&again.key).unwrap().as_str(),
        "bees-2",
        "a sidecar is never shared"
    );
    assert_eq!(
        fs::read(folder.path().join("corpus/Bees.txt")).unwrap(),
        TALK.as_bytes()
    );
}

#[test]
fn speakers_get_other_names_and_roles_and_keep_their_turns() {
    let (_folder, desk) = desk();
    let draft = desk.draft("talk.txt", TALK.as_bytes()).unwrap();
    let names = |draft: &verbatim::corpus::Draft| {
        let speakers = draft.interview.speakers.iter();
        speakers
            .map(|speaker| speaker.name.clone().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let at = |draft: &verbatim::corpus::Draft, name: &str| {
        names(draft).iter().position(|other| other == name).unwrap()
    };
    let changed = desk
        .change(
            &draft.key,
            DraftChange::Name(at(&draft, "Paulin"), "Ada Paulin".into()),
        )
        .unwrap();
    let changed = desk
        .change(
            &changed.key,
            DraftChange::Name(at(&changed, "Ada Paulin"), "Ada Paulin-Roux".into()),
        )
        .unwrap();
    assert!(
        !names(&changed).contains(&"Paulin".to_owned()),
        "{:?}",
        names(&changed)
    );
    let guest = at(&changed, "Ada Paulin-Roux");
    let said: usize = changed
        .interview
        .turns
        .iter()
        .filter(|turn| turn.speaker == Some(guest))
        .count();
    assert_eq!(said, 2, "her turns are still hers");
    assert_eq!(changed.interview.speakers[guest].role, Some(Role::Guest));
    let turned = desk.change(&changed.key, DraftChange::Role(guest)).unwrap();
    let guest = at(&turned, "Ada Paulin-Roux");
    assert_eq!(
        turned.interview.speakers[guest].role,
        Some(Role::Interviewer)
    );
}

#[test]
fn what_is_no_interview_date_or_address_is_refused() {
    let (folder, desk) = desk();
    for (name, bytes) in [
        ("empty.txt", &b" \n"[..]),
        ("photo.jpg", b"\xff\xd8"),
        ("", b"x"),
        ("x.toml", b"title = 1"),
    ] {
        assert!(
            matches!(desk.draft(name, bytes), Err(EditError::Unreadable(_))),
            "{name}"
        );
    }
    assert!(
        !folder.path().join("index").exists(),
        "nothing is kept of it"
    );
    let draft = desk.draft("bees.txt", BEES.as_bytes()).unwrap();
    assert!(matches!(
        desk.change(&draft.key, DraftChange::Date("soon".into())),
        Err(EditError::NotADate(_))
    ));
    assert!(matches!(
        desk.change(&draft.key, DraftChange::Url("javascript:x".into())),
        Err(EditError::NotAnAddress(_))
    ));
    desk.discard(&draft.key).unwrap();
    assert!(matches!(desk.open(&draft.key), Err(EditError::NoDraft)));
}

#[test]
fn an_interview_is_renamed_in_its_folder_and_never_over_another() {
    let (folder, desk) = desk();
    let corpus = folder.path().join("corpus");
    fs::create_dir(corpus.join("farm")).unwrap();
    for name in ["farm/bees.txt", "farm/cows.txt"] {
        fs::write(corpus.join(name), BEES).unwrap();
    }
    fs::write(corpus.join("farm/bees.toml"), "title = \"Bees\"").unwrap();
    let bees = InterviewId::new("farm/bees");
    assert!(matches!(desk.rename(&bees, "cows"), Err(EditError::Taken(id)) if id == "farm/cows"));
    assert_eq!(
        desk.rename(&bees, "../2020/Apiary.txt").unwrap().as_str(),
        "farm/Apiary"
    );
    assert!(corpus.join("farm/Apiary.txt").exists() && corpus.join("farm/Apiary.toml").exists());
    assert!(!corpus.join("farm/bees.txt").exists() && !corpus.join("farm/bees.toml").exists());
    assert!(matches!(
        desk.rename(&bees, "x"),
        Err(EditError::NoInterview(_))
    ));
    desk.remove(&InterviewId::new("farm/Apiary")).unwrap();
    assert!(!corpus.join("farm/Apiary.txt").exists() && !corpus.join("farm/Apiary.toml").exists());
    assert!(matches!(
        desk.remove(&InterviewId::new("../corpus/farm/cows")),
        Err(EditError::NoInterview(_))
    ));
}

#[test]
fn the_exports_of_one_recording_are_renamed_and_removed_together_and_other_words_stay() {
    let (folder, desk) = desk();
    let corpus = folder.path().join("corpus");
    let captions = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Do the bees sleep in winter?\n\n\
        00:03.000 --> 00:05.000\n<v Bo>They never sleep in the cold months.\n";
    let table = "speaker\ttext\nAnn\tDo the bees sleep in winter?\nBo\tThey never sleep in the cold months.\n";
    let other = "Cy: Who rows at night?\n\nDee: The fishermen of the village do.\n";
    for (name, text) in [
        ("talk.vtt", captions),
        ("talk.tsv", table),
        ("talk.txt", other),
    ] {
        fs::write(corpus.join(name), text).unwrap();
    }
    fs::write(corpus.join("talk.toml"), "title = \"Bees\"").unwrap();
    desk.rename(&InterviewId::new("talk"), "bees").unwrap();
    let names = || {
        let files = fs::read_dir(&corpus).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    };
    assert_eq!(names(), ["bees.toml", "bees.tsv", "bees.vtt", "talk.txt"]);
    desk.remove(&InterviewId::new("bees")).unwrap();
    assert_eq!(names(), ["talk.txt"]);
}

#[test]
fn a_sidecar_that_is_malformed_is_not_changed_and_none_of_its_lines_is_lost() {
    let (folder, desk) = desk();
    let corpus = folder.path().join("corpus");
    fs::write(corpus.join("talk.txt"), TALK).unwrap();
    let draft = desk.draft("bees.txt", TALK.as_bytes()).unwrap();
    let drafts = folder.path().join("index/drafts").join(draft.key.as_str());
    for sidecar in [
        &b"withdrawn = [\"the queens are young\"]\ntitle = \"T\n"[..],
        b"withdrawn = [\"the qu\xe9\"]\n",
    ] {
        let beside = drafts.join("bees.toml");
        fs::write(&beside, sidecar).unwrap();
        for change in [DraftChange::Title("Bees".into()), DraftChange::Role(0)] {
            assert!(matches!(
                desk.change(&draft.key, change),
                Err(EditError::Malformed(path)) if path == beside
            ));
        }
        assert_eq!(fs::read(&beside).unwrap(), sidecar);
        let beside = corpus.join("talk.toml");
        fs::write(&beside, sidecar).unwrap();
        let withdrawn = desk.withdraw(&InterviewId::new("talk"), "the honey");
        assert!(
            matches!(withdrawn, Err(EditError::Malformed(_))),
            "{withdrawn:?}"
        );
        assert_eq!(fs::read(&beside).unwrap(), sidecar);
    }
}

#[test]
fn what_a_killed_process_left_beside_the_interviews_is_removed_at_the_next_change() {
    let (folder, desk) = desk();
    let corpus = folder.path().join("corpus");
    fs::write(corpus.join("talk.txt"), TALK).unwrap();
    // No process has so high a number.
    let left = corpus.join(".verbatim-4294967295-0");
    let own = format!(".verbatim-{}-99", std::process::id());
    for name in [
        ".verbatim-4294967295-0",
        &own,
        ".verbatim-notes",
        ".verbatim-1-2-3",
    ] {
        fs::write(corpus.join(name), "x").unwrap();
    }
    desk.withdraw(&InterviewId::new("talk"), "the honey")
        .unwrap();
    assert!(!left.exists());
    for name in [own.as_str(), ".verbatim-notes", ".verbatim-1-2-3"] {
        assert!(corpus.join(name).exists(), "{name}");
    }
}
