//! `verbatim read-document`: the child process that reads a document for another one.

use std::process::ExitCode;

use crate::app::failure::Failure;
use crate::config;
use crate::reading::{self, ChildProcessLimits};

/// What a child process does.
pub(in crate::app) fn read_document(extension: &str, memory: u64) -> Result<ExitCode, Failure> {
    reading::serve_child_process(extension, memory)?;
    Ok(ExitCode::SUCCESS)
}

/// Has documents read by this program in processes of their own.
pub(in crate::app) fn isolate(limits: &config::Reading) -> Result<(), Failure> {
    reading::isolate(ChildProcessLimits {
        program: std::env::current_exe()?,
        memory: limits.memory,
        time: limits.time,
    });
    Ok(())
}
