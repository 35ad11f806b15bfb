//! `verbatim export`: writes every passage with its source as JSON Lines or CSV.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::app::output_file::OutputFile;
use crate::app::{Config, Failure, Library, open};
use crate::cli::ExportFormat;
use crate::terminal::{self, Csv, Jsonl};

/// Writes every passage to the standard output, or to a file that is there whole or not at all.
pub(in crate::app) fn export(
    config: &Config,
    format: ExportFormat,
    output: Option<&Path>,
    force: bool,
) -> Result<ExitCode, Failure> {
    let file = output
        .filter(|path| *path != Path::new("-"))
        .map(|path| OutputFile::outside(&config.corpus, path, force))
        .transpose()?;
    let library = open(config)?;
    match file {
        None => {
            let out = BufWriter::new(terminal::StandardOutput::lock());
            write(&library, format, out)?;
        }
        Some(file) => to_file(&library, format, &file)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write(library: &Library, format: ExportFormat, out: impl Write) -> anyhow::Result<usize> {
    match format {
        ExportFormat::Jsonl => terminal::export(library, Jsonl(out)),
        ExportFormat::Csv => terminal::export(library, Csv::new(out)),
    }
}

fn to_file(library: &Library, format: ExportFormat, file: &OutputFile) -> Result<(), Failure> {
    let written = file.write(|out| write(library, format, out))?;
    crate::app::failure::say(&format!("passages written to `{file}`: {written}"));
    Ok(())
}
