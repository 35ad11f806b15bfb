//! What a command writes goes over no file that stands there, unless it is told to.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use crate::harness::{Run, Verbatim};

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
    fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
        let entries = fs::read_dir(folder).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        paths
            .flat_map(|path| {
                if path.is_dir() {
                    sources(&path)
                } else {
                    vec![path]
                }
            })
            .collect()
    }
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
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
