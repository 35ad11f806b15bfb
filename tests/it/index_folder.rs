//! An index's folder is marked; no other folder is written, and nothing is removed that the program did not make.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::harness::{Run, Verbatim};

const BEES: &[u8] = b"Ada: Who keeps bees?\n\nBo: My aunt keeps bees behind the old mill.\n";
const QUESTION: &str = "Who keeps bees?";
const MARKER: &str = "verbatim-index";

fn with_bees() -> Verbatim {
    Verbatim::with_files([("bees.txt", BEES)])
}

/// Every file below a folder, with what it holds.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.push((path.clone(), Vec::new()));
            found.extend(contents(&path));
        } else {
            let content = fs::read(&path).unwrap_or_default();
            found.push((path, content));
        }
    }
    found.sort();
    found
}

fn with_index(verbatim: &Verbatim, index: &Path, arguments: &[&str]) -> Run {
    let mut command = verbatim.bare(arguments);
    command.arg("--corpus").arg(verbatim.corpus());
    Run::of(command.arg("--index").arg(index).output().unwrap())
}

#[test]
fn a_folder_that_holds_anything_else_is_refused_and_nothing_in_it_is_touched() {
    for foreign in [
        "thesis.txt",
        "passages/thesis.txt",
        "passages/meta.json",
        "drafts/novel.txt",
        "files.json",
        "meta.json",
        "verbatim-index/thesis.txt",
    ] {
        let verbatim = with_bees();
        let path = verbatim.index().join(foreign);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, b"{\"segments\": [1], \"opstamp\": 1}").unwrap();
        let before = contents(&verbatim.index());
        for arguments in [&["ask", QUESTION][..], &["index"]] {
            let name = foreign.split('/').next().unwrap();
            verbatim
                .run(arguments)
                .ends_with_code(2)
                .complains("is not an index folder: it contains `")
                .complains(name)
                .complains("hint: name an empty or new folder: `--index DIR`");
        }
        assert_eq!(contents(&verbatim.index()), before, "{foreign}");
    }
}

#[test]
fn a_new_and_an_empty_folder_are_marked_and_what_comes_into_them_later_stays() {
    let verbatim = with_bees();
    fs::create_dir(verbatim.index()).unwrap();
    verbatim.run(&["index"]).ends_with_code(0);
    let marker = fs::read_to_string(verbatim.index().join(MARKER)).unwrap();
    assert!(marker.starts_with("verbatim index, format 1\n"), "{marker}");
    // The index is thrown away and built anew around what somebody put there.
    for foreign in [
        "thesis.txt",
        "passages/thesis.txt",
        "passages/x/thesis.store",
    ] {
        let path = verbatim.index().join(foreign);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, b"mine").unwrap();
    }
    let meta = verbatim.index().join("passages/meta.json");
    for damage in [&b"{"[..], b""] {
        fs::write(&meta, damage).unwrap();
        verbatim
            .run(&["ask", QUESTION])
            .ends_with_code(0)
            .complains("rebuilt")
            .says("behind the old mill");
    }
    for foreign in [
        "thesis.txt",
        "passages/thesis.txt",
        "passages/x/thesis.store",
    ] {
        assert_eq!(fs::read(verbatim.index().join(foreign)).unwrap(), b"mine");
    }
}

#[test]
fn a_list_of_files_that_names_somebody_elses_removes_nothing() {
    let verbatim = with_bees();
    verbatim.run(&["index"]).ends_with_code(0);
    let thesis = verbatim.index().join("passages/thesis.txt");
    fs::write(&thesis, b"mine").unwrap();
    let list = verbatim.index().join("passages/.managed.json");
    let listed = fs::read_to_string(&list).unwrap();
    let with_thesis = listed.replacen('[', "[\"thesis.txt\",\"../verbatim-index\",", 1);
    fs::write(&list, with_thesis).unwrap();
    verbatim.write("more.txt", BEES);
    verbatim.run(&["index"]).ends_with_code(0).says("1 read");
    assert_eq!(fs::read(thesis).unwrap(), b"mine");
    assert!(verbatim.index().join(MARKER).exists());
}

#[test]
fn an_earlier_versions_folder_is_taken_over_and_a_half_made_one_too() {
    let verbatim = with_bees();
    verbatim.run(&["index"]).ends_with_code(0);
    let marker = verbatim.index().join(MARKER);
    fs::remove_file(&marker).unwrap();
    // What an earlier version left beside it.
    fs::write(verbatim.index().join(".files.json.123"), b"{").unwrap();
    fs::create_dir_all(verbatim.index().join("drafts/0123456789abcdef01234567")).unwrap();
    let run = verbatim.run(&["ask", QUESTION]).ends_with_code(0);
    assert_eq!(run.err, "", "it is used as it is");
    assert!(marker.exists());
    fs::remove_file(&marker).unwrap();
    fs::remove_file(verbatim.index().join("passages/.managed.json")).unwrap();
    verbatim
        .run(&["ask", QUESTION])
        .ends_with_code(0)
        .says("behind the old mill");
    assert!(marker.exists());
    // Without the commit nothing says that this program made it.
    fs::remove_file(&marker).unwrap();
    fs::remove_file(verbatim.index().join("passages/meta.json")).unwrap();
    is_refused(&verbatim, "passages");
}

/// `ask` and `index` name what is in the folder, and leave everything as it is.
#[track_caller]
fn is_refused(verbatim: &Verbatim, name: &str) {
    let before = contents(&verbatim.index());
    for arguments in [&["ask", QUESTION][..], &["index"]] {
        verbatim
            .run(arguments)
            .ends_with_code(2)
            .complains(&format!("is not an index folder: it contains `{name}`"))
            .complains("hint: name an empty or new folder: `--index DIR`");
    }
    assert_eq!(contents(&verbatim.index()), before, "{name}");
}

#[test]
fn a_folder_with_this_programs_names_alone_is_not_taken_for_its_own() {
    const META: &str = "passages/meta.json";
    const STORE: &str = "passages/0123456789abcdef0123456789abcdef.store";
    let no_segments = r#"{"segments": [], "schema": [], "opstamp": 0}"#;
    for (files, name) in [
        (&[(META, r#"{"title": "my thesis"}"#)][..], "passages"),
        (&[(META, no_segments)], "passages"),
        (&[(META, "\u{1}garbage"), (STORE, "words")], "passages"),
        (&[(STORE, "words")], "passages"),
        (&[("passages/.tmpthesis", "mine")], "passages"),
        (&[("files.json", r#"["mine"]"#)], "files.json"),
        (&[("verbatim-index", "my notes")], "verbatim-index"),
    ] {
        let verbatim = with_bees();
        for (path, text) in files {
            let path = verbatim.index().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        is_refused(&verbatim, name);
    }
    // A list of files that is none of this program's, beside an earlier version's index.
    let verbatim = with_bees();
    verbatim.run(&["index"]).ends_with_code(0);
    fs::remove_file(verbatim.index().join(MARKER)).unwrap();
    fs::write(verbatim.index().join("files.json"), r#"["mine"]"#).unwrap();
    is_refused(&verbatim, "files.json");
}

#[test]
fn links_and_named_pipes_under_this_programs_names_are_refused_and_not_waited_for() {
    for (name, is_link) in [
        ("passages", true),
        ("drafts", true),
        (MARKER, true),
        (MARKER, false),
        ("files.json", false),
        ("passages/meta.json", false),
        ("passages/.managed.json", false),
    ] {
        let verbatim = with_bees();
        verbatim.run(&["index"]).ends_with_code(0);
        let path = verbatim.index().join(name);
        let elsewhere = verbatim.index().with_file_name("elsewhere");
        if fs::rename(&path, &elsewhere).is_err() {
            fs::create_dir(&elsewhere).unwrap();
        }
        if is_link {
            symlink(&elsewhere, &path).unwrap();
        } else {
            let made = std::process::Command::new("mkfifo").arg(&path).status();
            assert!(made.unwrap().success());
        }
        for arguments in [&["ask", QUESTION][..], &["index"]] {
            verbatim
                .run(arguments)
                .ends_with_code(2)
                .complains(&format!("it contains `{name}`"));
        }
    }
}

#[test]
fn names_that_anybody_may_give_are_not_swept() {
    let verbatim = with_bees();
    verbatim.run(&["index"]).ends_with_code(0);
    let passages = verbatim.index().join("passages");
    let (mine, left) = (
        passages.join(".tmpthesis"),
        passages.join(".verbatim-passages-a1B2c3"),
    );
    for file in [&mine, &left] {
        fs::write(file, b"words").unwrap();
    }
    verbatim.run(&["index"]).ends_with_code(0);
    assert!(mine.exists() && !left.exists());
}

#[test]
fn what_is_no_folder_is_named_and_left() {
    let verbatim = with_bees();
    let link = verbatim.index().with_file_name("link");
    symlink(verbatim.index().with_file_name("nowhere"), &link).unwrap();
    let file = verbatim.index().with_file_name("thesis.txt");
    fs::write(&file, b"mine").unwrap();
    for (path, kind) in [
        (link.as_path(), "a broken link"),
        (Path::new("/dev/null"), "a device"),
        (&file, "a file"),
    ] {
        with_index(&verbatim, path, &["ask", QUESTION])
            .ends_with_code(2)
            .complains(&format!("cannot be the index folder: it is {kind}"))
            .complains("hint: ");
    }
}

#[test]
fn the_engines_files_may_be_read_by_whom_the_others_may() {
    use std::os::unix::fs::PermissionsExt;

    let verbatim = with_bees();
    verbatim.run(&["index"]).ends_with_code(0);
    let mode = |name: &str| {
        let file = fs::metadata(verbatim.index().join(name)).unwrap();
        file.permissions().mode() & 0o777
    };
    for name in ["passages/meta.json", "passages/.managed.json"] {
        assert_eq!(mode(name), mode(MARKER), "{name}");
    }
}

#[test]
fn the_earlier_version_of_the_default_folder_is_taken_over() {
    let verbatim = with_bees();
    let ask = || {
        let mut command = verbatim.bare(&["ask", QUESTION]);
        command.arg("--corpus").arg(verbatim.corpus());
        Run::of(command.output().unwrap()).ends_with_code(0)
    };
    ask().says("behind the old mill");
    let folders = fs::read_dir(verbatim.data().join("index")).unwrap();
    let folders: Vec<PathBuf> = folders.map(|entry| entry.unwrap().path()).collect();
    assert_eq!(folders.len(), 1, "one folder for one corpus");
    let folder = &folders[0];
    fs::remove_file(folder.join(MARKER)).unwrap();
    assert_eq!(ask().err, "");
    assert!(folder.join(MARKER).exists());
}

#[test]
fn an_index_of_another_program_under_the_same_names_is_not_an_earlier_version() {
    let verbatim = with_bees();
    verbatim.run(&["index"]).ends_with_code(0);
    fs::remove_file(verbatim.index().join(MARKER)).unwrap();
    let meta = verbatim.index().join("passages/meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    fs::write(&meta, text.replace("verbatim 0", "another 0")).unwrap();
    let before = contents(&verbatim.index());
    verbatim
        .run(&["ask", QUESTION])
        .ends_with_code(2)
        .complains("it contains `passages`");
    assert_eq!(contents(&verbatim.index()), before);
}

#[test]
fn a_newer_versions_folder_is_left_alone_and_a_damaged_marker_is_written_anew() {
    let verbatim = with_bees();
    verbatim.run(&["index"]).ends_with_code(0);
    let marker = verbatim.index().join(MARKER);
    let text = fs::read_to_string(&marker).unwrap();
    for damaged in ["", "verbatim index, ", &text[..60]] {
        fs::write(&marker, damaged).unwrap();
        let run = verbatim.run(&["ask", QUESTION]).ends_with_code(0);
        assert_eq!(run.err, "");
        assert_eq!(fs::read_to_string(&marker).unwrap(), text);
    }
    fs::write(&marker, "verbatim index, format 9").unwrap();
    is_refused(&verbatim, MARKER);
    fs::write(&marker, text.replace("format 1", "format 2")).unwrap();
    let before = contents(&verbatim.index());
    verbatim
        .run(&["ask", QUESTION])
        .ends_with_code(2)
        .complains("was made by a newer version")
        .complains("hint: ");
    assert_eq!(contents(&verbatim.index()), before);
}

#[test]
fn the_corpus_and_its_index_are_two_folders_and_neither_is_in_the_other() {
    let verbatim = with_bees();
    let corpus = verbatim.corpus().to_owned();
    let link = corpus.with_file_name("link");
    symlink(&corpus, &link).unwrap();
    let around = corpus.parent().unwrap().to_owned();
    let before = contents(&corpus);
    for (index, words) in [
        (corpus.clone(), "it is the corpus folder"),
        (link.clone(), "it is the corpus folder"),
        (corpus.join("index"), "it is in the corpus folder"),
        (link.join("a/b"), "it is in the corpus folder"),
        (
            around.join("nowhere/../corpus/x"),
            "it is in the corpus folder",
        ),
        (around, "it contains the corpus folder"),
    ] {
        for arguments in [&["ask", QUESTION][..], &["index"]] {
            with_index(&verbatim, &index, arguments)
                .ends_with_code(2)
                .complains(words)
                .complains("hint: ");
        }
    }
    assert_eq!(contents(&corpus), before);
}

#[test]
fn a_link_in_the_place_of_a_sidecar_is_not_replaced() {
    use verbatim::corpus::{CorpusEditor, EditError};
    use verbatim::interview::InterviewId;

    let verbatim = with_bees();
    let elsewhere = verbatim.corpus().with_file_name("elsewhere.toml");
    fs::write(&elsewhere, b"title = \"Elsewhere\"\n").unwrap();
    let link = verbatim.corpus().join("bees.toml");
    symlink(&elsewhere, &link).unwrap();
    let desk = CorpusEditor::new(verbatim.corpus(), &verbatim.index());
    let refused = desk.withdraw(&InterviewId::new("bees"), "My aunt keeps bees");
    assert!(
        matches!(refused, Err(EditError::Malformed(_))),
        "{refused:?}"
    );
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&elsewhere).unwrap(), b"title = \"Elsewhere\"\n");
}

#[test]
fn throwing_a_draft_away_leaves_what_is_not_the_drafts() {
    use verbatim::corpus::{CorpusEditor, DraftChange};

    let verbatim = with_bees();
    let desk = CorpusEditor::new(verbatim.corpus(), &verbatim.index());
    let draft = desk.draft("talk.txt", BEES).unwrap();
    desk.change(&draft.key, DraftChange::Title("Bees".to_owned()))
        .unwrap();
    let folder = verbatim.index().join("drafts").join(draft.key.as_str());
    let mine = folder.join("notes.odp");
    fs::write(&mine, b"mine").unwrap();
    desk.discard(&draft.key).unwrap();
    assert_eq!(contents(&folder), [(mine.clone(), b"mine".to_vec())]);
    fs::remove_file(mine).unwrap();
    desk.discard(&draft.key).unwrap();
    assert!(!folder.exists());
}

#[test]
fn a_file_that_is_only_called_like_the_engines_stays_when_the_index_is_built_anew() {
    let verbatim = with_bees();
    verbatim.run(&["index"]).ends_with_code(0);
    let passages = verbatim.index().join("passages");
    let mine = passages.join("0123456789abcdef0123456789abcdef.store");
    fs::write(&mine, b"mine").unwrap();
    let count = || fs::read_dir(&passages).unwrap().count();
    let before = count();
    for (name, damage) in [
        ("meta.json", "{"),
        ("meta.json", ""),
        (".managed.json", "["),
    ] {
        fs::write(passages.join(name), damage).unwrap();
        verbatim
            .run(&["ask", QUESTION])
            .ends_with_code(0)
            .says("behind the old mill");
        assert_eq!(fs::read(&mine).unwrap(), b"mine");
        // What the engine made before is gone.
        assert!(count() <= before, "{} files", count());
    }
}
