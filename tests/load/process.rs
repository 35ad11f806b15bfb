//! The bot as a process, and what it takes of the machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::server::Server;

/// A running bot; killed when this is dropped.
pub(crate) struct Bot {
    child: Child,
    began: Instant,
}

/// What a bot is started with.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<String>,
    /// Where it keeps its files.
    pub(crate) home: PathBuf,
    pub(crate) environment: Vec<(&'static str, String)>,
}

impl Start {
    pub(crate) fn verbatim(corpus: &Path, home: &Path) -> anyhow::Result<Self> {
        let corpus = fs::canonicalize(corpus)?.to_string_lossy().into_owned();
        Ok(Self {
            program: beside("verbatim")?,
            arguments: vec!["bot".to_owned(), "--corpus".to_owned(), corpus],
            home: home.to_owned(),
            environment: vec![
                ("VERBATIM_TELEGRAM__PER_SECOND", "0".to_owned()),
                ("VERBATIM_ACCESS__PER_MINUTE", "0".to_owned()),
            ],
        })
    }

    pub(crate) fn echo(home: &Path, on_one_thread: bool) -> anyhow::Result<Self> {
        let on_one_thread = on_one_thread.then(|| ("ECHO_ON_ONE_THREAD", "1".to_owned()));
        Ok(Self {
            program: beside("examples/echo")?,
            arguments: Vec::new(),
            home: home.to_owned(),
            environment: on_one_thread.into_iter().collect(),
        })
    }

    /// With the settings of a bot that nobody changed.
    pub(crate) fn with_its_limits(mut self) -> Self {
        self.environment.clear();
        self
    }

    fn command(&self) -> anyhow::Result<Command> {
        let log = fs::File::create(self.home.join("log"))?;
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .env("HOME", &self.home)
            .env("XDG_DATA_HOME", self.home.join("data"))
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .current_dir(&self.home)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        Ok(command)
    }

    pub(crate) fn run(&self, server: &Server) -> anyhow::Result<Bot> {
        let child = self
            .command()?
            .env("TELOXIDE_TOKEN", "123456:a-token-of-nobody")
            .env("VERBATIM_TELEGRAM__API_URL", &server.address)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .spawn()
            .with_context(|| format!("cannot run {}", self.program.display()))?;
        let began = Instant::now();
        Ok(Bot { child, began })
    }
}

/// Brings the index of a folder in step before anything is measured.
pub(crate) fn index(corpus: &Path, home: &Path) -> anyhow::Result<()> {
    let mut start = Start::verbatim(corpus, home)?;
    start.arguments[0] = "index".to_owned();
    let status = start.command()?.status()?;
    anyhow::ensure!(status.success(), "the index could not be made");
    Ok(())
}

/// Builds the bot as this program was built. Where it was not started by cargo, what is built already has to do.
pub(crate) fn build() -> anyhow::Result<()> {
    let Some(cargo) = std::env::var_os("CARGO") else {
        return Ok(());
    };
    let mut command = Command::new(cargo);
    command.args(["build", "--quiet", "--bin", "verbatim"]);
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    anyhow::ensure!(command.status()?.success(), "the bot could not be built");
    Ok(())
}

/// A program that was built beside this one.
fn beside(name: &str) -> anyhow::Result<PathBuf> {
    let this = std::env::current_exe()?;
    let folder = this.parent().and_then(Path::parent);
    let program = folder.context("no folder")?.join(name);
    anyhow::ensure!(
        program.is_file(),
        "{} is not built: cargo build --release --bins --examples",
        program.display()
    );
    Ok(program)
}

impl Bot {
    /// Processor time that it took so far.
    pub(crate) fn cpu(&self) -> anyhow::Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let fields = stat.rsplit(')').next().unwrap_or_default();
        let fields: Vec<u64> = fields
            .split_whitespace()
            .map(|field| field.parse().unwrap_or_default())
            .collect();
        // User and system time, in hundredths of a second (proc(5)).
        Ok(Duration::from_millis((fields[11] + fields[12]) * 10))
    }

    /// Memory that it holds, in MiB.
    pub(crate) fn memory(&self) -> anyhow::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        Ok(kib.context("no VmRSS")? / 1024.0)
    }

    pub(crate) fn open_files(&self) -> anyhow::Result<usize> {
        Ok(fs::read_dir(format!("/proc/{}/fd", self.child.id()))?.count())
    }

    pub(crate) fn age(&self) -> Duration {
        self.began.elapsed()
    }

    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Kills it at once.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.kill();
    }
}
