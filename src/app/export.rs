use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use super::output_file::OutputFile;
use super::{Config, Failure, Library, open};
use crate::cli::ExportFormat;
use crate::terminal::{self, Csv, Jsonl};

/// Writes every passage to the standard output, or to a file that is there whole or not at all.
pub(super) fn export(
    config: &Config,
    format: ExportFormat,
    output: Option<&Path>,
    force: bool,
) -> Result<ExitCode, Failure> {
    let file = output
        .map(|path| OutputFile::outside(&config.corpus, path, force))
        .transpose()?;
    let library = open(config)?;
    match file {
        None => {
            let out = BufWriter::new(terminal::Out::lock());
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
    super::failure::say(&format!("passages written to `{file}`: {written}"));
    Ok(())
}
