//! Isolation in a child process: risky formats are read under limits of time and memory.
//!
//! The child gets the bytes on its standard input, nothing of the environment, and gives a document back as
//! JSON. A library that is used without the program reads in process.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::ReadError;
use super::document::Document;
use super::format::Format;

/// The program that reads, and what it may take.
#[derive(Debug, Clone)]
pub struct ChildProcessLimits {
    /// The `verbatim` program.
    pub program: PathBuf,
    /// How much memory it may take, in bytes of address space.
    pub memory: u64,
    /// How long it may take.
    pub time: Duration,
}

/// The name of the command that reads.
pub const COMMAND: &str = "read-document";

/// How much a child may write, in bytes.
const MOST_OUTPUT: u64 = 128 << 20;
/// How often it is looked whether a child has ended.
const LOOK: Duration = Duration::from_millis(2);

static ISOLATION: OnceLock<ChildProcessLimits> = OnceLock::new();

/// Reads dangerous formats in child processes from now on, in the whole process. The first call counts.
pub fn isolate(isolation: ChildProcessLimits) {
    let _ = ISOLATION.set(isolation);
}

/// What a child answers.
#[derive(Debug, Serialize, Deserialize)]
struct ChildReply {
    read: Result<Vec<Document>, ReadError>,
    warnings: Vec<String>,
}

/// Reads a file, in a child process where its format wants one and there is one.
pub(super) fn read(
    format: Format,
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    match (ISOLATION.get(), format.is_dangerous()) {
        (Some(isolation), Some(extension)) => {
            let reply = ask(isolation, extension, bytes)?;
            warnings.extend(reply.warnings);
            reply.read
        }
        _ => format.read(bytes, warnings),
    }
}

fn ask(
    isolation: &ChildProcessLimits,
    extension: &str,
    bytes: &[u8],
) -> Result<ChildReply, ReadError> {
    let mut child = Command::new(&isolation.program)
        .arg(COMMAND)
        .arg(extension)
        .arg(isolation.memory.to_string())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| failed(&format!("no process could be started to read it: {error}")))?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    thread::scope(|scope| {
        scope.spawn(move || {
            // A child that has ended early takes no more; its status says why.
            let _ = stdin.map(|mut stdin| stdin.write_all(bytes));
        });
        let output = scope.spawn(move || {
            let mut output = Vec::new();
            let read = stdout.map(|stdout| stdout.take(MOST_OUTPUT).read_to_end(&mut output));
            read.transpose().map(|_| output)
        });
        let ended = wait(&mut child, isolation.time);
        let output = output.join();
        let seconds = isolation.time.as_secs();
        match (ended, output) {
            (Ok(true), Ok(Ok(output))) => serde_json::from_slice(&output).map_err(|_| {
                failed("its reader crashed or needed too much memory (`reading.memory_mib`)")
            }),
            (Ok(false), _) => Err(failed(&format!(
                "reading it took more than {seconds} s (`reading.seconds`)"
            ))),
            _ => Err(failed("its reader crashed")),
        }
    })
}

/// Waits for a child; kills it and says `false` where it takes too long.
fn wait(child: &mut Child, time: Duration) -> io::Result<bool> {
    let began = Instant::now();
    loop {
        if child.try_wait()?.is_some() {
            return Ok(true);
        }
        if began.elapsed() > time {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        thread::sleep(LOOK);
    }
}

fn failed(what: &str) -> ReadError {
    ReadError::Malformed(format!(
        "{what}; save its text as plain text (.txt) or Markdown (.md)"
    ))
}

/// What the child does: reads a document of the format that `extension` stands for from the standard input,
/// taking `memory` bytes at most, and writes it to the standard output.
///
/// # Errors
///
/// Where the limits cannot be set or the streams cannot be used.
pub fn serve_child_process(extension: &str, memory: u64) -> io::Result<()> {
    #[cfg(unix)]
    rlimit::Resource::AS.set(memory, memory)?;
    #[cfg(not(unix))]
    let _ = memory;
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let mut warnings = Vec::new();
    let format = Format::of(&PathBuf::from(format!("it.{extension}")));
    let read = match format {
        Some(format) => format.read(&bytes, &mut warnings),
        None => Err(ReadError::Unsupported(extension.to_owned())),
    };
    let reply = ChildReply { read, warnings };
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &reply)?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a document whose reader is this program.
    fn said_of(program: &str, time: Duration) -> String {
        let isolation = ChildProcessLimits {
            program: program.into(),
            memory: 1 << 30,
            time,
        };
        let reply = ask(&isolation, "docx", b"some bytes");
        reply.map_or_else(|error| error.to_string(), |_| "a reply".to_owned())
    }

    #[test]
    fn a_reader_that_takes_longer_than_it_may_is_ended_and_that_is_said() {
        let said = said_of("yes", Duration::ZERO);
        assert!(
            said.contains("took more than 0 s (`reading.seconds`)"),
            "{said}"
        );
    }

    #[test]
    fn a_reader_that_fails_or_says_nothing_costs_its_document_only() {
        for program in ["false", "true"] {
            let said = said_of(program, Duration::from_secs(600));
            assert!(said.contains("its reader crashed"), "{said}");
            assert!(said.contains("save its text as plain text"), "{said}");
        }
        let said = said_of("/no/such/program", Duration::ZERO);
        assert!(said.contains("no process could be started"), "{said}");
    }
}
