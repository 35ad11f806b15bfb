use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use super::{Config, Failure, Library, open, whole};
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
    let written = whole::file(path, |file| write(library, format, BufWriter::new(file)))?;
    super::failure::say(&format!(
        "passages written to `{}`: {written}",
        path.display()
    ));
    Ok(())
}
