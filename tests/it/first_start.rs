//! The program in a folder that knows nothing of it: the interview that comes with it, and what is said of the places.

use std::fs;
use std::path::Path;

use verbatim::corpus::write_example;
use verbatim::messages::{CODES, Messages};
use verbatim::terminal::{StartupPaths, first_start};

use crate::harness::{Run, Verbatim};

const TEXT: &str = "000_aa28f9ade1a9daab.txt";

fn ask(verbatim: &Verbatim) -> Run {
    let asked = &["ask", "combien de datacentres"];
    Run::of(verbatim.bare(asked).output().unwrap())
}

#[test]
fn without_settings_the_interview_that_comes_with_it_answers_in_any_folder() {
    let verbatim = Verbatim::with_files([]);
    let run = ask(&verbatim).ends_with_code(0).says("30 datacentres");
    assert_eq!(
        run.err, "",
        "nothing is said of the places where nobody reads it"
    );
    let written = verbatim.data().join("example").join(TEXT);
    assert_eq!(
        fs::read(written).unwrap(),
        include_bytes!("../../seeds/000_aa28f9ade1a9daab.txt")
    );
    let again = ask(&verbatim).ends_with_code(0);
    assert_eq!((again.text(), again.err.as_str()), (run.text(), ""));
    let index = fs::read_dir(verbatim.data().join("index")).unwrap();
    assert_eq!(index.count(), 1, "the index is the same before and after");
}

#[test]
fn a_copy_that_was_edited_or_emptied_stays_as_it_is() {
    let verbatim = Verbatim::with_files([]);
    ask(&verbatim).ends_with_code(0);
    let text = verbatim.data().join("example").join(TEXT);
    let edited = fs::read_to_string(&text)
        .unwrap()
        .replace("30 datacentres", "31 datacentres");
    fs::write(&text, edited).unwrap();
    ask(&verbatim).ends_with_code(0).says("31 datacentres");
    fs::remove_file(&text).unwrap();
    ask(&verbatim)
        .ends_with_code(2)
        .complains("the interview that comes with verbatim is not in")
        .complains("it was deleted")
        .complains("to get this one back, move that folder away");
    assert!(!text.exists());
}

#[test]
fn only_what_needs_the_interview_writes_it() {
    let verbatim = Verbatim::with_files([]);
    for arguments in [&["config"][..], &["--help"], &["check", "."]] {
        verbatim.bare(arguments).output().unwrap();
    }
    assert!(!verbatim.data().exists());
    let corpus = verbatim.run(&["config"]).ends_with_code(0);
    let bare = Run::of(verbatim.bare(&["config"]).output().unwrap());
    let example = verbatim.data().join("example");
    bare.says(example.to_str().unwrap());
    corpus.says(verbatim.corpus().to_str().unwrap());
}

#[test]
fn where_the_copy_cannot_be_written_it_says_so_and_what_to_do() {
    let verbatim = Verbatim::with_files([]);
    let home = verbatim.folder().join("home");
    fs::create_dir(&home).unwrap();
    fs::write(home.join("data"), "a file where the data folder should be").unwrap();
    ask(&verbatim)
        .ends_with_code(2)
        .complains("cannot write the interview that comes with verbatim")
        .complains("home/data/verbatim/example")
        .complains("--corpus DIR");
}

#[test]
fn a_corpus_that_is_named_with_nothing_is_no_example() {
    let verbatim = Verbatim::with_files([]);
    let run = verbatim.bare(&["index", "--corpus", ""]).output().unwrap();
    Run::of(run).ends_with_code(2).complains("--corpus");
    assert!(!verbatim.data().exists());
}

#[test]
fn many_that_start_at_once_write_one_whole_copy() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("verbatim/example");
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                write_example(&folder).unwrap();
                assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
            });
        }
    });
    let beside = fs::read_dir(folder.parent().unwrap()).unwrap();
    assert_eq!(
        beside.count(),
        1,
        "nothing is left of those that came second"
    );
}

#[test]
fn a_first_start_says_where_things_are_in_every_language() {
    let places = StartupPaths {
        corpus: Path::new("/home/me/.local/share/verbatim/example"),
        is_example: true,
        index: Path::new("/home/me/.local/share/verbatim/index/1"),
        settings: None,
        settings_to_be: Some(Path::new("/home/me/.config/verbatim/verbatim.toml")),
    };
    for code in CODES {
        let text = first_start(&places, Messages::of(code));
        for words in [
            "/example",
            "/index/1",
            "/verbatim.toml",
            "verbatim --corpus ",
        ] {
            assert!(text.contains(words), "{code}: {text}");
        }
        assert_eq!(text.lines().count(), 4, "{code}: {text}");
    }
    let own = StartupPaths {
        corpus: Path::new("/srv/interviews"),
        is_example: false,
        settings: places.settings_to_be,
        ..places
    };
    assert_eq!(
        first_start(&own, Messages::of("en")),
        "Interviews: /srv/interviews\n\
         Index: /home/me/.local/share/verbatim/index/1\n\
         Settings: /home/me/.config/verbatim/verbatim.toml"
    );
}

#[test]
fn the_toolchain_of_this_folder_is_the_oldest_that_is_supported() {
    let version = |text: &str, keys: &[&str]| {
        let table: toml::Table = toml::from_str(text).unwrap();
        let table = table[keys[0]].as_table().unwrap().clone();
        table[keys[1]].as_str().unwrap().to_owned()
    };
    let oldest = version(
        include_str!("../../Cargo.toml"),
        &["package", "rust-version"],
    );
    let built = version(
        include_str!("../../rust-toolchain.toml"),
        &["toolchain", "channel"],
    );
    assert_eq!(built, format!("{oldest}.0"));
    let container = include_str!("../../packaging/container/Containerfile");
    assert!(container.contains(&format!("FROM rust:{built}-")));
}

#[test]
fn the_container_is_built_with_all_that_the_program_is_built_from() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let container = include_str!("../../packaging/container/Containerfile");
    let copied: Vec<&str> = container
        .lines()
        .filter_map(|line| line.strip_prefix("COPY "))
        .filter(|line| !line.starts_with("--from"))
        .flat_map(str::split_whitespace)
        .collect();
    // The sources of a crate, and what stands in them by its path from the top folder.
    let is_source = |path: &Path| {
        let is_rust = |path: &Path| path.extension().is_some_and(|extension| extension == "rs");
        is_rust(path)
            || fs::read_dir(path).is_ok_and(|inner| inner.flatten().any(|one| is_rust(&one.path())))
    };
    for entry in fs::read_dir(top).unwrap().flatten() {
        let name = entry.file_name().to_str().unwrap().to_owned();
        let is_included = || ["seeds", "config", "tests"].contains(&name.as_str());
        if is_source(&entry.path()) || is_included() {
            assert!(copied.contains(&name.as_str()), "`{name}` is not copied");
        }
    }
}
