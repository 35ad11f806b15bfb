use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{Config, Failure, Library, open};
use crate::cli::ExportFormat;
use crate::terminal::{self, Csv, Jsonl};

/// Writes every passage to the standard output, or to a file that is there whole or not at all.
pub(super) fn export(
    config: &Config,
    format: ExportFormat,
    output: Option<&Path>,
) -> Result<ExitCode, Failure> {
    let library = open(config)?;
    match output {
        None => {
            write(&library, format, BufWriter::new(io::stdout().lock()))?;
        }
        Some(path) => to_file(&library, format, path)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write(library: &Library, format: ExportFormat, out: impl Write) -> anyhow::Result<usize> {
    match format {
        ExportFormat::Jsonl => terminal::export(library, Jsonl(out)),
        ExportFormat::Csv => terminal::export(library, Csv::new(out)),
    }
}

fn to_file(library: &Library, format: ExportFormat, path: &Path) -> Result<(), Failure> {
    let unwritable = |error: &dyn std::fmt::Display| {
        Failure::usage(
            format!("cannot write `{}`: {error}", path.display()),
            "name a file in a folder that can be written",
        )
    };
    let temporary = beside(path);
    let file = File::create(&temporary).map_err(|error| unwritable(&error))?;
    let written = write(library, format, BufWriter::new(&file))
        .and_then(|written| Ok((file.sync_all()?, written)))
        .and_then(|((), written)| Ok((fs::rename(&temporary, path)?, written)));
    match written {
        Ok(((), written)) => {
            super::failure::say(&format!(
                "passages written to `{}`: {written}",
                path.display()
            ));
            Ok(())
        }
        Err(error) => {
            let _ = fs::remove_file(&temporary);
            Err(unwritable(&error))
        }
    }
}

/// A name in the same folder: a file can be put in another's place only within one file system.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    path.with_file_name(name)
}
