//! What a command writes goes over no file that stands there, unless it is told to.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use crate::harness::Verbatim;

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
