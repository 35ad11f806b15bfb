//! The real program, run as its users run it, in folders of its own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A program that was not run yet, with a corpus, an index and a home of its own.
pub(crate) struct Verbatim {
    folder: TempDir,
    corpus: PathBuf,
    environment: Vec<(String, String)>,
}

/// How often a long test does what it does: as often as `VERBATIM_REPEATS` says.
pub(crate) fn repeats(few: usize) -> usize {
    let asked = std::env::var("VERBATIM_REPEATS").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(few)
}

/// Every file below a folder.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// An interview of so many answers, none of which another one has.
pub(crate) fn apiary(number: usize, answers: usize) -> String {
    let answers = (0..answers).map(|answer| {
        format!(
            "Journaliste : Que dites-vous du sujet {answer} ?\n\nAda Miel : Le rucher numéro {number} a donné {} kilos de \
             miel, et les abeilles de la colline {answer} se portent bien malgré le gel.\n\n",
            number * 100 + answer
        )
    });
    answers.collect()
}

/// What a run printed, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) out: Vec<u8>,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl Verbatim {
    /// With the interviews that the program ships with.
    pub(crate) fn with_the_seeds() -> Self {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        Self {
            folder: TempDir::new().unwrap(),
            corpus: seeds,
            environment: Vec::new(),
        }
    }

    /// With files of these names and contents.
    pub(crate) fn with_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let folder = TempDir::new().unwrap();
        let corpus = folder.path().join("corpus");
        fs::create_dir(&corpus).unwrap();
        let verbatim = Self {
            folder,
            corpus,
            environment: Vec::new(),
        };
        for (name, content) in files {
            verbatim.write(name, content);
        }
        verbatim
    }

    /// With so many interviews, `0.txt` and on, of so many answers each.
    pub(crate) fn with_apiaries(count: usize, answers: usize) -> Self {
        let verbatim = Self::with_files([]);
        for number in 0..count {
            let name = format!("{number}.txt");
            verbatim.write(&name, apiary(number, answers).as_bytes());
        }
        verbatim
    }

    pub(crate) fn write(&self, name: &str, content: &[u8]) {
        let path = self.corpus.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn delete(&self, name: &str) {
        fs::remove_file(self.corpus.join(name)).unwrap();
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.corpus.join(from), self.corpus.join(to)).unwrap();
    }

    /// The folder of its interviews.
    pub(crate) fn corpus(&self) -> &Path {
        &self.corpus
    }

    /// A file beside the corpus, for configuration.
    pub(crate) fn settings(&self, toml: &str) -> String {
        let path = self.folder.path().join("settings.toml");
        fs::write(&path, toml).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.environment.iter().any(|(known, _)| known == name)
    }

    pub(crate) fn index(&self) -> PathBuf {
        self.folder.path().join("index")
    }

    /// The program's own folder in its user's data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("home/data/verbatim")
    }

    /// The program with this corpus and index, ready to be started.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare(arguments);
        command
            .arg("--corpus")
            .arg(&self.corpus)
            .arg("--index")
            .arg(self.index());
        command
    }

    /// The program without any flag but the given ones.
    pub(crate) fn bare(&self, arguments: &[&str]) -> Command {
        self.at_home(env!("CARGO_BIN_EXE_verbatim"), arguments)
    }

    /// A line for a shell that finds the program by its name.
    pub(crate) fn shell(&self, line: &str) -> Run {
        let mut command = self.at_home("sh", &["-ec", line]);
        let program = Path::new(env!("CARGO_BIN_EXE_verbatim"));
        let others = std::env::var_os("PATH").unwrap_or_default();
        let folders = [program.parent().unwrap().to_owned()];
        let folders = folders.into_iter().chain(std::env::split_paths(&others));
        command.env("PATH", std::env::join_paths(folders).unwrap());
        Run::of(command.output().unwrap())
    }

    /// Where everything is that belongs to it: its working folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn at_home(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("VERBATIM_")
                || matches!(
                    name.as_str(),
                    "TELOXIDE_TOKEN" | "RUST_LOG" | "LC_ALL" | "LANG"
                )
            {
                command.env_remove(name);
            }
        }
        let home = self.folder.path().join("home");
        command
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"));
        command
            .current_dir(self.folder.path())
            .envs(self.environment.iter().cloned())
            .args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(
            self.command(arguments)
                .stdin(Stdio::null())
                .output()
                .unwrap(),
        )
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Run::of(child.wait_with_output().unwrap())
    }

    /// `ask --json`.
    pub(crate) fn ask(&self, question: &str) -> serde_json::Value {
        let run = self.run(&["ask", "--json", question]);
        serde_json::from_slice(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
    }
}

impl Run {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            out: output.stdout,
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
        }
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    #[track_caller]
    pub(crate) fn ends_with_code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    #[track_caller]
    pub(crate) fn complains(self, words: &str) -> Self {
        assert!(
            self.err.contains(words),
            "`{words}` is not in: {}",
            self.err
        );
        self
    }

    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(
            self.text().contains(words),
            "`{words}` is not in: {}",
            self.text()
        );
        self
    }
}
