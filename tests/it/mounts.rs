//! Commands that see another file system than everybody else: a small one, or one that cannot be written. Made in a
//! mount namespace of their own (unshare(1)), which the system may forbid: then a test says so and is passed over.
//! And commands whose files may not grow, which every system allows.

#![allow(clippy::print_stdout, reason = "what was passed over, and why")]

use std::fs;
use std::process::{Command, Stdio};

use crate::harness::{Run, Verbatim};

/// What makes the namespace; a shell's script follows.
const UNSHARE: [&str; 6] = [
    "unshare",
    "--user",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
];

/// Makes a folder read-only, whoever asks.
const READ_ONLY: &str =
    "ro() { mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" || exit 99; }\n";

/// Puts an empty disk of so many KiB in the place of a folder.
const SMALL: &str = "small() { mount -t tmpfs -o size=\"$2\"k tmpfs \"$1\" || exit 99; }\n";

/// Makes a file one that can be read, and neither renamed nor removed, whoever asks.
const STUCK: &str = "stuck() { mount --bind \"$1\" \"$1\" || exit 99; }\n";

/// A shell script in which `$CORPUS`, `$INDEX` and `$DATA` are the folders of a program that was not run yet, and `"$@"`
/// is that program as it is to be started; `None` where the system allows no such thing.
pub(crate) fn command(verbatim: &Verbatim, program: &Command, script: &str) -> Option<Command> {
    for folder in [verbatim.index(), verbatim.data()] {
        fs::create_dir_all(folder).unwrap();
    }
    let shell = |script: &str| {
        let mut command = Command::new(UNSHARE[0]);
        command.args(&UNSHARE[1..]);
        command
            .arg(format!("{READ_ONLY}{SMALL}{STUCK}{script}"))
            .arg("sh");
        command.env("CORPUS", verbatim.corpus());
        command.env("INDEX", verbatim.index());
        command.env("DATA", verbatim.data());
        command
    };
    let try_both = shell("ro \"$DATA\"; small \"$INDEX\" 64").output();
    if !try_both.is_ok_and(|tried| tried.status.success()) {
        println!("skipped: this system lets nobody mount anything");
        return None;
    }
    let mut command = shell(script);
    starts(&mut command, program);
    Some(command)
}

/// Gives a shell a program that it can start, where and as that is to be started.
fn starts(shell: &mut Command, program: &Command) {
    shell
        .arg(program.get_program())
        .args(program.get_args())
        .current_dir(program.get_current_dir().unwrap())
        .stdin(Stdio::null());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
}

/// Runs a script like that with the program's corpus and index.
pub(crate) fn run(verbatim: &Verbatim, script: &str) -> Option<Run> {
    let mut command = command(verbatim, &verbatim.command(&[]), script)?;
    Some(Run::of(command.output().unwrap()))
}

/// A program none of whose files may grow beyond so many blocks of 512 bytes, which looks to it like a full disk.
pub(crate) fn limited(program: &Command, blocks: usize) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -f \"$0\"; exec \"$@\""]);
    shell.arg(blocks.to_string());
    starts(&mut shell, program);
    shell
}

/// Runs a command with the program's corpus and index where no file may grow beyond so many blocks of 512 bytes.
pub(crate) fn run_limited(verbatim: &Verbatim, arguments: &[&str], blocks: usize) -> Run {
    let mut command = limited(&verbatim.command(arguments), blocks);
    Run::of(command.output().unwrap())
}

/// A program that may read and write only what the permissions of files allow: its user owns them, and is not the
/// superuser. `None` where the system allows no user namespace (unshare(1)).
pub(crate) fn without_privileges(program: &Command) -> Option<Command> {
    let shell = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "sh", "-c", script, "sh"]);
        command
    };
    if !shell("true")
        .output()
        .is_ok_and(|tried| tried.status.success())
    {
        println!("skipped: this system lets nobody have a user namespace");
        return None;
    }
    let mut command = shell("exec \"$@\"");
    starts(&mut command, program);
    Some(command)
}

/// Runs a command like that with the program's corpus and index.
pub(crate) fn run_without_privileges(verbatim: &Verbatim, arguments: &[&str]) -> Option<Run> {
    let mut command = without_privileges(&verbatim.command(arguments))?;
    Some(Run::of(command.output().unwrap()))
}
