//! What is not read is named, with why and what to do, and nothing that is opened can hang the program.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::harness::{Run, Verbatim};
use crate::living::{BEES, TRAINS};

/// A named pipe that nobody writes to: whoever opens it waits for ever.
fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn run(verbatim: &Verbatim, arguments: &[&str]) -> Run {
    let mut command = verbatim.bare(arguments);
    Run::of(command.stdin(Stdio::null()).output().unwrap())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn everything_that_is_not_read_is_named_with_why_and_what_to_do() {
    let verbatim = Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("drafts/trains.txt", TRAINS.as_bytes()),
        ("drafts/keep.txt", TRAINS.as_bytes()),
        ("drafts/.verbatimignore", b"*.txt\n!keep.txt\n"),
        ("photo.jpg", b"\xff\xd8"),
        ("README", b"no interview"),
        (".notes.txt", BEES.as_bytes()),
        ("bee.toml", b"title = \"The bees\""),
    ]);
    let corpus = verbatim.corpus().to_owned();
    pipe(&corpus.join("pipe.txt"));
    pipe(&corpus.join("bees.toml"));
    let _listening = UnixListener::bind(corpus.join("socket.txt")).unwrap();
    symlink(corpus.join("bees.txt"), corpus.join("link.txt")).unwrap();
    let odd = std::ffi::OsStr::from_bytes(b"odd\xff.txt");
    fs::write(corpus.join(odd), BEES).unwrap();
    let told = [
        "pipe.txt: it is a named pipe (FIFO), not a regular file; save its text as a file",
        "bees.toml: it is a named pipe (FIFO), not a regular file",
        "socket.txt: it is a socket, not a regular file",
        "link.txt: it is a symbolic link, and links are not followed; put the file itself into the folder",
        "txt: its name is not UTF-8; rename it",
        "bee.toml: it is a sidecar file without an interview, so it is not used; is it meant for `bees.txt`? put its lines into `bees.toml`, or delete it",
        "photo.jpg: `.jpg` files are not read; it is a picture: run text recognition (OCR) on it, and save the text (.txt)",
        "README: files without an extension are not read, unless their content shows what they are",
        "drafts/trains.txt: `",
        "drafts/.verbatimignore` excludes it",
    ];
    let index = verbatim.run(&["index"]).ends_with_code(0);
    let check = run(&verbatim, &["check", text(&corpus)]).ends_with_code(3);
    for mut run in [index, check] {
        for words in told {
            run = run.says(words);
        }
        run.says("skipped: 2 of types that are not read, 1 hidden, 1 ignored, ")
            .says("1 sidecar file without an interview")
            .says("1 link")
            .says("3 not regular files");
    }
    let all = verbatim.run(&["index", "--all"]).ends_with_code(0);
    all.says(".notes.txt: its name begins with a dot, so it is hidden; to include it, rename it")
        .says("files: 0 read, 1 unchanged, 0 removed, 1 unreadable");
    verbatim
        .run(&["ask", "Will the night trains come back?"])
        .ends_with_code(0)
        .complains("files have problems: `verbatim index` lists them");
}

#[test]
fn a_sidecar_whose_interview_is_gone_is_offered_the_only_one_without_a_sidecar() {
    let title = "title = \"The bees\"".as_bytes();
    let verbatim = Verbatim::with_files([
        ("renamed.txt", BEES.as_bytes()),
        ("trains.txt", TRAINS.as_bytes()),
        ("trains.toml", b"title = \"The trains\""),
        ("first-draft.toml", title),
    ]);
    let says = |words: &str| {
        let check = run(&verbatim, &["check", text(verbatim.corpus())]).ends_with_code(3);
        check.says(&format!("first-draft.toml: it is a sidecar file without an interview, so it is not used; {words}"));
    };
    says("is it meant for `renamed.txt`? rename it to `renamed.toml`, or delete it");
    // It may be meant for either.
    verbatim.write("other.txt", BEES.as_bytes());
    says(
        "was its interview deleted or renamed? put the interview back, give this file the same name",
    );
    verbatim.delete("other.txt");
    verbatim.write("another.toml", title);
    says("was its interview deleted or renamed?");
}

#[test]
fn a_renamed_interview_is_not_quoted_while_its_sidecar_withdraws_words_of_it_under_the_old_name() {
    let verbatim = Verbatim::with_files([
        ("renamed.txt", BEES.as_bytes()),
        ("draft.toml", b"withdrawn = [\"through the winter\"]"),
    ]);
    let answers = |code| {
        verbatim
            .run(&["ask", "Did the bees come through the winter?"])
            .ends_with_code(code)
    };
    answers(2).complains("`draft.toml` may be its sidecar file and withdraws words");
    // Words of another interview, which is gone.
    verbatim.write("draft.toml", b"withdrawn = [\"the lighthouse\"]");
    answers(0);
}

#[test]
fn what_is_wrong_with_a_file_is_told_in_the_language_of_the_terminal() {
    let lost = ("lost.toml", "title = \"Lost\"".as_bytes());
    for (language, words) in [
        (
            "fr_FR",
            "ce fichier d’accompagnement ne correspond à aucun entretien",
        ),
        ("de_DE", "Zu dieser Begleitdatei fehlt das Interview"),
        ("es_ES", "es un archivo complementario sin entrevista"),
        ("it_IT", "è un file di accompagnamento senza intervista"),
        ("en_GB", "it is a sidecar file without an interview"),
    ] {
        let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes()), lost]);
        let verbatim = verbatim.set("LANG", language);
        let asked = verbatim.run(&["ask", "How are the bees?"]);
        assert_eq!(asked.err.lines().count(), 1, "{}", asked.err);
        asked.complains(words);
    }
}

#[test]
fn the_first_ten_are_named_and_the_rest_counted_unless_all_are_asked_for() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    for number in 0..13 {
        verbatim.write(&format!("{number:02}.png"), b"\x89PNG");
    }
    let corpus = verbatim.corpus().to_owned();
    for all in [false, true] {
        let flag = if all { &["--all"][..] } else { &[] };
        let index = verbatim.run(&[&["index"], flag].concat());
        let check = run(&verbatim, &[&["check", text(&corpus)], flag].concat());
        for run in [index.ends_with_code(0), check.ends_with_code(3)] {
            let named = run
                .text()
                .matches(".png: `.png` files are not read")
                .count();
            assert_eq!(named, if all { 13 } else { 10 }, "{}", run.text());
            let rest = run.text().contains("… and 3 more: `--all` lists them");
            assert_eq!(rest, !all, "{}", run.text());
            run.says("skipped: 13 of types that are not read");
        }
    }
}

#[test]
fn check_ends_well_where_only_what_its_owner_left_out_is_not_read() {
    let verbatim = Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("bees.toml", b"title = \"The bees\"\n"),
        ("photo.jpg", b"\xff\xd8"),
        (".notes.txt", BEES.as_bytes()),
        (".verbatimignore", b"*.jpg\n"),
    ]);
    let corpus = verbatim.corpus().to_owned();
    run(&verbatim, &["check", text(&corpus)])
        .ends_with_code(0)
        .says("skipped: 1 hidden, 1 ignored");
    verbatim.delete(".verbatimignore");
    let json = run(&verbatim, &["check", text(&corpus), "--json"]).ends_with_code(3);
    let files: Value = serde_json::from_str(json.text()).unwrap();
    let files = files.as_array().unwrap();
    let kinds: Vec<&Value> = files
        .iter()
        .filter_map(|file| file.get("passed_over"))
        .collect();
    assert_eq!(kinds.len(), 2, "{files:?}");
    assert!(kinds.contains(&&"type".into()) && kinds.contains(&&"hidden".into()));
    assert!(files.iter().all(|file| {
        file.get("interview").is_some() || file["error"].as_str().unwrap().contains(';')
    }));
}

#[test]
fn a_named_pipe_is_never_waited_for_wherever_its_path_is_named() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe.toml");
    pipe(&path);
    let path = text(&path);
    run(&verbatim, &["check", path])
        .ends_with_code(3)
        .says("pipe.toml: it is a named pipe (FIFO), not a regular file");
    verbatim
        .run(&["eval", path])
        .ends_with_code(2)
        .complains("pipe.toml`: it is a named pipe (FIFO), not a regular file");
    verbatim
        .run(&["index", "--config", path])
        .ends_with_code(2)
        .complains("pipe.toml`: it is a named pipe (FIFO), not a regular file");
    for (key, command) in [
        ("answer.synonyms", &["ask", "bees"][..]),
        ("card.logo", &["card", "bees", "-o", "card.png"]),
        ("feedback.database", &["report"]),
    ] {
        let (section, name) = key.split_once('.').unwrap();
        let settings = verbatim.settings(&format!("[{section}]\n{name} = \"{path}\"\n"));
        verbatim
            .run(&[command, &["--config", &settings]].concat())
            .ends_with_code(2)
            .complains("it is a named pipe (FIFO), not a regular file");
    }
    let set = folder.path().join("set");
    fs::create_dir(&set).unwrap();
    pipe(&set.join("corpus.jsonl"));
    verbatim
        .run(&["eval", text(&set)])
        .ends_with_code(2)
        .complains("corpus.jsonl`: it is a named pipe (FIFO)");
}

#[test]
fn a_sidecar_that_is_a_pipe_is_named_and_its_interview_held_back() {
    let verbatim = Verbatim::with_files([("old/bees.txt", BEES.as_bytes())]);
    let folder = verbatim.corpus().join("old");
    pipe(&folder.join("bees.toml"));
    let why = "its sidecar file `bees.toml` is a named pipe (FIFO): it may withdraw words";
    verbatim.run(&["index"]).ends_with_code(2).complains(why);
    let file = folder.join("bees.txt");
    run(&verbatim, &["check", text(&file)])
        .ends_with_code(3)
        .says(why);
}

#[test]
fn nothing_of_a_folder_is_read_whose_list_of_ignored_files_is_no_file() {
    let verbatim = Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("old/trains.txt", TRAINS.as_bytes()),
    ]);
    let list = verbatim.corpus().join("old/.verbatimignore");
    let makes: [(&str, &dyn Fn()); 3] = [
        ("a named pipe (FIFO)", &|| pipe(&list)),
        ("a folder", &|| fs::create_dir(&list).unwrap()),
        ("No such file", &|| symlink("nowhere", &list).unwrap()),
    ];
    for (kind, make) in makes {
        make();
        verbatim
            .run(&["index"])
            .ends_with_code(0)
            .says("interviews: 1,")
            .says("old: nothing in this folder is read: its `.verbatimignore` cannot be read (")
            .says(kind);
        if list.is_dir() {
            fs::remove_dir(&list).unwrap();
        } else {
            fs::remove_file(&list).unwrap();
        }
    }
    verbatim.run(&["index"]).says("interviews: 2,");
}

#[test]
fn a_folder_of_which_all_is_ignored_says_so() {
    let verbatim = Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("trains.txt", TRAINS.as_bytes()),
        (".verbatimignore", b"*.txt\n"),
    ]);
    verbatim
        .run(&["index"])
        .ends_with_code(2)
        .complains("2 files in it are excluded by `")
        .complains("hint: change that file");
}

#[test]
fn every_file_of_one_name_that_cannot_be_read_is_named() {
    let noise = b"\0\x01\x02\x03\0\0".as_slice();
    let names = ["rnd.srt", "rnd.txt", "rnd.vtt"];
    let good = (
        "good.txt",
        b"Q: And the trains?\n\nA: They run again.\n".as_slice(),
    );
    let files = names.iter().map(|name| (*name, noise));
    let verbatim = Verbatim::with_files(files.chain([good]));
    let folder = verbatim.corpus().display().to_string();
    let check = verbatim.run(&["check", &folder]).ends_with_code(3);
    let index = verbatim.run(&["index"]).ends_with_code(0);
    for name in names {
        assert!(check.text().contains(name), "{}", check.text());
        assert!(index.text().contains(name), "{}", index.text());
    }
}
