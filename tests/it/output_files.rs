//! What a command writes goes over no file that stands there, unless it is told to.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use crate::harness::{Run, Verbatim, files_below};

const BEES: &[u8] = b"Ada: Who keeps bees?\n\nBo: My aunt keeps bees behind the old mill.\n";

/// A set of one document and one question.
fn write_set(folder: &Path) {
    fs::create_dir(folder).unwrap();
    for (name, content) in [
        (
            "corpus.jsonl",
            r#"{"id": "d1", "title": "Bees", "text": "The bees came through the winter with strong colonies."}"#,
        ),
        (
            "queries.jsonl",
            r#"{"id": "q1", "text": "How did the bees come through the winter?"}"#,
        ),
        ("qrels.tsv", "q1\td1\t1\n"),
    ] {
        fs::write(folder.join(name), content).unwrap();
    }
}

#[test]
fn a_file_that_exists_is_overwritten_with_force_alone() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let folder = verbatim.corpus().parent().unwrap().to_owned();
    let set = folder.join("set");
    write_set(&set);
    let file = folder.join("thesis.txt");
    let link = folder.join("link.txt");
    symlink(&file, &link).unwrap();
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let (set, file_text, link_text) = (text(&set), text(&file), text(&link));
    let folder_text = text(&folder);
    for arguments in [
        &["card", "Who keeps bees?", "-o"][..],
        &["export", "-o"],
        &["report", "--csv"],
        &["eval", &set, "--run"],
    ] {
        fs::write(&file, b"a thesis").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        for name in [&file_text, &link_text] {
            let named = [arguments, &[name.as_str()]].concat();
            verbatim
                .run(&named)
                .ends_with_code(2)
                .complains("already exists")
                .complains("`--force`");
            assert_eq!(fs::read(&file).unwrap(), b"a thesis", "{arguments:?}");
        }
        let forced = [arguments, &[link_text.as_str(), "--force"]].concat();
        verbatim.run(&forced).ends_with_code(0);
        assert_ne!(fs::read(&file).unwrap(), b"a thesis", "{arguments:?}");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640, "{arguments:?}");
        // A folder is nothing that is overwritten, and a device is written as it is.
        let over_a_folder = [arguments, &[folder_text.as_str(), "--force"]].concat();
        verbatim
            .run(&over_a_folder)
            .ends_with_code(2)
            .complains("folder");
        let device = [arguments, &["/dev/null"]].concat();
        verbatim.run(&device).ends_with_code(0);
    }
    let left = fs::read_dir(&folder).unwrap();
    let left = left.map(|entry| entry.unwrap().file_name());
    let temporary = left.filter(|name| name.to_string_lossy().starts_with(".verbatim-"));
    assert_eq!(temporary.count(), 0);
}

#[test]
fn output_goes_neither_among_the_interviews_nor_onto_a_whole_disk() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let inside = verbatim.corpus().join("passages.txt");
    let inside = inside.to_str().unwrap();
    for arguments in [&["export", "-o", inside][..], &["report", "--csv", inside]] {
        verbatim
            .run(arguments)
            .ends_with_code(2)
            .complains("it is inside the folder of interviews")
            .complains("hint: name a file in another folder");
    }
    // A device that no driver serves: were it opened, that would fail.
    let device = verbatim.corpus().with_file_name("disk");
    let made = std::process::Command::new("mknod")
        .arg(&device)
        .args(["b", "0", "0"])
        .stderr(std::process::Stdio::null())
        .status();
    if made.is_ok_and(|made| made.success()) {
        verbatim
            .run(&["export", "--force", "-o", device.to_str().unwrap()])
            .ends_with_code(2)
            .complains("it is a block device");
    }
}

#[test]
fn a_picture_goes_to_the_standard_output_and_nothing_else_does() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let card = |question: &str| verbatim.run(&["card", question, "-o", "-"]);
    let drawn = card("Who keeps bees?").ends_with_code(0);
    assert!(drawn.out.starts_with(b"\x89PNG"), "{}", drawn.err);
    let silent = card("Who won the chess tournament?").ends_with_code(1);
    assert!(silent.out.is_empty(), "{}", silent.text());
    silent.complains("No one answers that");
    assert!(!verbatim.folder().join("-").exists());

    let set = verbatim.folder().join("set");
    write_set(&set);
    let run = verbatim.run(&["eval", set.to_str().unwrap(), "--run", "-"]);
    run.ends_with_code(2)
        .complains("cannot write the ranking to standard output")
        .complains("hint: name a file");
}

#[test]
fn a_folder_that_is_missing_is_named_and_no_temporary_file() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let missing = verbatim.corpus().with_file_name("no").join("such");
    let output = missing.join("x.csv");
    let run = verbatim.run(&["export", "-o", output.to_str().unwrap()]);
    let words = format!(
        "cannot write `{}`: no such folder `{}`",
        output.display(),
        missing.display()
    );
    let run = run.ends_with_code(2).complains(&words);
    assert!(!run.err.contains(".verbatim-"), "{}", run.err);
}

#[test]
fn a_standard_output_that_is_full_is_named() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    for arguments in [&["ask", "Who keeps bees?"][..], &["export"], &["config"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full");
        let mut command = verbatim.command(arguments);
        let run = command.stdout(full.unwrap()).output().unwrap();
        Run::of(run)
            .ends_with_code(3)
            .complains("error: cannot write to standard output: ")
            .complains("hint: free some space there, or redirect the output");
    }
}

#[test]
fn a_backup_goes_neither_into_the_interviews_nor_into_the_index_and_names_what_it_cannot_read() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    verbatim.run(&["index"]).ends_with_code(0);
    for (folder, words) in [
        (verbatim.index().join("copy"), "the index folder"),
        (verbatim.corpus().join("a/b"), "the folder of interviews"),
    ] {
        verbatim
            .run(&["backup", folder.to_str().unwrap()])
            .ends_with_code(2)
            .complains(&format!("it is inside {words}"));
        assert!(!folder.exists());
    }
    let empty = verbatim.corpus().with_file_name("empty");
    fs::create_dir(&empty).unwrap();
    let mut command = verbatim.bare(&["backup"]);
    command.arg(&empty).arg("--corpus").arg(&empty);
    Run::of(command.output().unwrap())
        .ends_with_code(2)
        .complains("it is the folder of interviews");
    let copy = verbatim.corpus().with_file_name("copy");
    let missing = verbatim.corpus().with_file_name("logo.png");
    let verbatim = verbatim.set("VERBATIM_CARD__LOGO", missing.to_str().unwrap());
    verbatim
        .run(&["backup", copy.to_str().unwrap()])
        .ends_with_code(2)
        .complains(&format!("cannot read `{}`", missing.display()));
    fs::write(&missing, b"a picture").unwrap();
    verbatim
        .run(&["backup", copy.to_str().unwrap()])
        .ends_with_code(0);
    assert_eq!(fs::read(copy.join("logo.png")).unwrap(), b"a picture");
}

#[test]
fn nothing_in_the_program_removes_a_folder_with_all_that_is_in_it() {
    for file in files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&file).unwrap_or_default();
        assert!(!text.contains("remove_dir_all"), "{}", file.display());
    }
}

#[test]
fn what_a_killed_command_left_is_removed_at_the_next_and_what_is_being_written_stays() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let folder = verbatim.folder();
    let names = [
        ".verbatim-output-a1B2c3",
        ".verbatim-output-writes",
        ".verbatim-output-my-notes",
        ".verbatim-notes",
    ];
    for name in names {
        fs::write(folder.join(name), "x").unwrap();
    }
    let writing = fs::File::open(folder.join(".verbatim-output-writes")).unwrap();
    writing.lock().unwrap();
    let output = folder.join("passages.jsonl");
    verbatim
        .run(&["export", "-o", output.to_str().unwrap()])
        .ends_with_code(0);
    let stays = names.map(|name| folder.join(name).exists());
    assert_eq!(stays, [false, true, true, true]);
}

#[test]
fn a_file_that_is_read_only_is_not_overwritten_even_with_force() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let file = verbatim.folder().join("thesis.csv");
    fs::write(&file, b"mine").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    verbatim
        .run(&["export", "--force", "-o", file.to_str().unwrap()])
        .ends_with_code(2)
        .complains("it is read-only")
        .complains("hint: make it writable (`chmod u+w`), or name another file");
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}

#[test]
fn a_file_of_another_user_stays_that_users() {
    use std::os::unix::fs::{MetadataExt, chown};

    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let file = verbatim.folder().join("thesis.csv");
    fs::write(&file, b"mine").unwrap();
    // Only the superuser may give files away.
    if chown(&file, Some(1), Some(1)).is_err() {
        return;
    }
    let forced = ["export", "--force", "-o", file.to_str().unwrap()];
    verbatim.run(&forced).ends_with_code(0);
    let written = fs::metadata(&file).unwrap();
    assert_eq!((written.uid(), written.gid()), (1, 1));
    assert_ne!(fs::read(&file).unwrap(), b"mine");
}

#[test]
fn a_pipe_that_nobody_reads_is_said_to_be_waited_for() {
    use std::io::{BufRead, BufReader, Read};
    use std::process::{Command, Stdio};

    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let pipe = verbatim.folder().join("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let mut export = verbatim.command(&["export", "-o", pipe.to_str().unwrap()]);
    let mut export = export.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(export.stderr.take().unwrap()).lines();
    let waits = format!("waiting for a process that reads `{}`", pipe.display());
    assert!(lines.any(|line| line.unwrap() == waits));
    let mut text = String::new();
    fs::File::open(&pipe)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert!(text.contains("the old mill"), "{text}");
    assert!(export.wait().unwrap().success());
}

#[test]
fn a_report_in_a_file_says_where_it_is() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let file = verbatim.folder().join("report.csv");
    let run = verbatim.run(&["report", "--csv", file.to_str().unwrap()]);
    let run = run.ends_with_code(0);
    run.complains(&format!("report written to `{}`", file.display()));
}

#[test]
fn a_manual_and_a_backup_say_what_stands_in_their_way() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES)]);
    let folder = verbatim.folder().to_owned();
    let (broken, empty, link) = (
        folder.join("broken"),
        folder.join("empty"),
        folder.join("link"),
    );
    symlink(folder.join("nowhere"), &broken).unwrap();
    fs::create_dir(&empty).unwrap();
    symlink(&empty, &link).unwrap();
    let settled = |run: Run| {
        assert!(!run.err.contains("os error"), "{}", run.err);
        run
    };
    for (path, kind) in [
        (broken.as_path(), "a broken link"),
        (Path::new("/dev/full"), "a device"),
    ] {
        let path = path.to_str().unwrap();
        let man = Run::of(verbatim.bare(&["man", path]).output().unwrap());
        for run in [man, verbatim.run(&["backup", path])] {
            let run = settled(run).ends_with_code(2);
            run.complains(&format!("it is {kind}")).complains("hint: ");
        }
    }
    // A link to a folder is as good as the folder.
    let path = link.to_str().unwrap();
    verbatim
        .run(&["backup", path])
        .ends_with_code(0)
        .says("files copied to");
    assert!(empty.join("corpus/bees.txt").exists());
    let pages = folder.join("pages");
    fs::create_dir(&pages).unwrap();
    symlink(&pages, folder.join("to-pages")).unwrap();
    let path = folder.join("to-pages");
    for _ in 0..2 {
        let man = verbatim.bare(&["man", path.to_str().unwrap()]).output();
        Run::of(man.unwrap())
            .ends_with_code(0)
            .says("man pages written");
    }
    assert!(pages.join("verbatim-ask.1").exists());
    let small = folder.join("small");
    fs::create_dir(&small).unwrap();
    let script = format!(
        "small {0} 16\n\"$0\" 2>/dev/null; shift 0; {1} man {0}",
        small.display(),
        env!("CARGO_BIN_EXE_verbatim")
    );
    if let Some(run) = crate::mounts::run(&verbatim, &script) {
        let run = settled(run).ends_with_code(3);
        run.complains("no space left in `")
            .complains("hint: free some space there");
    }
}

#[test]
fn manuals_that_are_written_at_once_are_all_written() {
    let verbatim = Verbatim::with_files([]);
    let pages = verbatim.folder().join("pages");
    let started: Vec<_> = (0..8)
        .map(|_| {
            let mut man = verbatim.bare(&["man", pages.to_str().unwrap()]);
            man.stderr(std::process::Stdio::piped());
            man.stdout(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for man in started {
        Run::of(man.wait_with_output().unwrap()).ends_with_code(0);
    }
    let left = fs::read_dir(&pages).unwrap();
    let mut names = left.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(names.all(|name| name.starts_with("verbatim")));
}
