//! Files and folders that nobody gave the program permission to read: each is named with what to do, and everything
//! else is read.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::harness::{Run, Verbatim};
use crate::living::{BEES, TRAINS};
use crate::mounts;

const BEES_ASKED: &str = "How are the bees doing this year?";
const TRAINS_ASKED: &str = "Will the night trains come back?";

/// Nobody may do anything with a file or a folder until this is dropped, so that it can be removed.
struct Closed<'a>(&'a Path);

impl<'a> Closed<'a> {
    fn of(path: &'a Path) -> Self {
        fs::set_permissions(path, Permissions::from_mode(0o0)).unwrap();
        Self(path)
    }
}

impl Drop for Closed<'_> {
    fn drop(&mut self) {
        fs::set_permissions(self.0, Permissions::from_mode(0o700)).unwrap();
    }
}

fn with_both() -> Verbatim {
    Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("night/trains.txt", TRAINS.as_bytes()),
    ])
}

#[test]
fn a_file_or_folder_that_may_not_be_read_is_named_with_what_to_do_and_the_others_answer() {
    for closed in ["night/trains.txt", "night"] {
        let verbatim = with_both();
        let path = verbatim.corpus().join(closed);
        let closed_path = Closed::of(&path);
        let corpus = verbatim.corpus().to_str().unwrap();
        for (program, code) in [
            (verbatim.command(&["index"]), 0),
            (verbatim.bare(&["check", corpus]), 3),
        ] {
            let Some(mut program) = mounts::without_privileges(&program) else {
                return;
            };
            let run = Run::of(program.output().unwrap()).ends_with_code(code);
            let said = format!("{}{}", run.text(), run.err);
            for words in [
                closed,
                "it cannot be read: ",
                "give the user that runs verbatim permission to read it",
            ] {
                assert!(said.contains(words), "`{words}` is not in: {said}");
            }
        }
        let asked = mounts::run_without_privileges(&verbatim, &["ask", BEES_ASKED]).unwrap();
        asked.ends_with_code(0).says("acacia honey");
        // Once it may be read it is.
        drop(closed_path);
        let asked = mounts::run_without_privileges(&verbatim, &["ask", TRAINS_ASKED]).unwrap();
        asked
            .ends_with_code(0)
            .says("night trains come back in December");
    }
}

#[test]
fn an_interview_whose_sidecar_may_not_be_read_is_not_quoted() {
    let verbatim = with_both();
    verbatim.write("bees.toml", b"withdrawn = [\"strong colonies\"]\n");
    let sidecar = verbatim.corpus().join("bees.toml");
    let _closed = Closed::of(&sidecar);
    let Some(run) = mounts::run_without_privileges(&verbatim, &["ask", BEES_ASKED]) else {
        return;
    };
    assert!(!run.text().contains("colonies"), "{run:?}");
    let index = mounts::run_without_privileges(&verbatim, &["index"]).unwrap();
    let said = format!("{}{}", index.text(), index.err);
    assert!(
        said.contains("bees.txt: its sidecar: it cannot be read: "),
        "{said}"
    );
    assert!(
        said.contains("give the user that runs verbatim permission to read it"),
        "{said}"
    );
}

#[test]
fn what_a_list_that_may_not_be_read_leaves_out_is_not_read_either() {
    let verbatim = with_both();
    verbatim.write("night/.verbatimignore", b"*.txt\n");
    let list = verbatim.corpus().join("night/.verbatimignore");
    let _closed = Closed::of(&list);
    let Some(run) = mounts::run_without_privileges(&verbatim, &["ask", TRAINS_ASKED]) else {
        return;
    };
    assert!(!run.text().contains("December"), "{run:?}");
    let index = mounts::run_without_privileges(&verbatim, &["index"]).unwrap();
    let said = format!("{}{}", index.text(), index.err);
    assert!(said.contains(".verbatimignore"), "{said}");
}

#[test]
fn a_corpus_an_index_or_settings_that_may_not_be_read_are_named_with_what_to_do() {
    let verbatim = with_both();
    let settings = verbatim.settings("watch = \"off\"\n");
    verbatim.run(&["index"]).ends_with_code(0);
    let index = verbatim.index();
    for (path, arguments) in [
        (verbatim.corpus(), vec!["ask", BEES_ASKED]),
        (index.as_path(), vec!["ask", BEES_ASKED]),
        (
            Path::new(&settings),
            vec!["--config", settings.as_str(), "ask", BEES_ASKED],
        ),
    ] {
        let _closed = Closed::of(path);
        let Some(run) = mounts::run_without_privileges(&verbatim, &arguments) else {
            return;
        };
        let named = path.display().to_string();
        assert!(!run.err.contains("panic"), "{run:?}");
        assert!(run.err.contains(&named), "{run:?}");
        assert!(run.code == Some(0) || run.err.contains("hint: "), "{run:?}");
    }
}
