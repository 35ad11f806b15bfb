//! Export of every passage with its attribution, as JSON Lines or CSV. Its fields are a contract. The names of the
//! fields are a contract.

use std::io::{self, Write};

use serde::Serialize;

use crate::answer::Quote;
use crate::index::Library;

/// A passage and where it comes from. `start` and `end` are bytes into the transcript, the
/// time is in milliseconds.
#[derive(Default, Serialize)]
struct PassageRow<'a> {
    interview: &'a str,
    revision: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    speaker: Option<&'a str>,
    role: Option<crate::interview::Role>,
    description: Option<&'a str>,
    asked: Option<&'a str>,
    date: Option<String>,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    url: Option<&'a str>,
    collection: Option<&'a str>,
    time_ms: Option<u64>,
    page: Option<u32>,
}

/// How rows are written.
pub trait RowFormat {
    /// Writes what stands before all rows, which are like `row`.
    ///
    /// # Errors
    ///
    /// Where the output cannot be written.
    fn begin(&mut self, row: &impl Serialize) -> io::Result<()>;

    /// Writes one.
    ///
    /// # Errors
    ///
    /// Where the output cannot be written.
    fn write(&mut self, row: &impl Serialize) -> io::Result<()>;

    /// Writes what is still held back.
    ///
    /// # Errors
    ///
    /// Where the output cannot be written.
    fn finish(self) -> io::Result<()>;
}

/// One JSON object a line.
pub struct Jsonl<W>(pub W);

impl<W: Write> RowFormat for Jsonl<W> {
    fn begin(&mut self, _: &impl Serialize) -> io::Result<()> {
        Ok(())
    }

    fn write(&mut self, row: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, row)?;
        self.0.write_all(b"\n")
    }

    fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Comma-separated values under a line of names.
pub struct Csv<W: Write>(csv::Writer<W>);

impl<W: Write> Csv<W> {
    /// Writes to `out`.
    pub fn new(out: W) -> Self {
        let mut writer = csv::WriterBuilder::new();
        Self(writer.has_headers(false).from_writer(out))
    }
}

impl<W: Write> RowFormat for Csv<W> {
    /// The names of the columns, whether a row follows or not.
    fn begin(&mut self, row: &impl Serialize) -> io::Result<()> {
        let mut named = csv::Writer::from_writer(Vec::new());
        named.serialize(row).map_err(of_csv)?;
        let written = named
            .into_inner()
            .map_err(csv::IntoInnerError::into_error)?;
        let mut rows = csv::Reader::from_reader(&*written);
        let names = rows.byte_headers().map_err(of_csv)?;
        self.0.write_byte_record(names).map_err(of_csv)
    }

    fn write(&mut self, row: &impl Serialize) -> io::Result<()> {
        self.0.serialize(row).map_err(of_csv)
    }

    fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn of_csv(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Writes every passage, interview by interview in the order of their ids; never more than one interview is
/// in memory. A reader that has gone away is no error. How many passages were written.
///
/// # Errors
///
/// Where the index cannot be read or the output cannot be written.
pub fn export(library: &Library, mut form: impl RowFormat) -> anyhow::Result<usize> {
    let written = write_all(library, &mut form).and_then(|written| {
        form.finish()?;
        Ok(written)
    });
    let gone = |error: &anyhow::Error| {
        let cause = error.downcast_ref::<io::Error>();
        cause.is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
    };
    match written {
        Err(error) if gone(&error) => Ok(0),
        done => done,
    }
}

fn write_all(library: &Library, form: &mut impl RowFormat) -> anyhow::Result<usize> {
    form.begin(&PassageRow::default())?;
    let mut written = 0;
    for entry in &library.catalogue().entries {
        let Some(interview) = library.interview(entry.key())? else {
            continue;
        };
        for passage in library.passages(entry) {
            let Some(quote) = Quote::cut(&interview, passage.span, Vec::new(), 0.0) else {
                continue;
            };
            form.write(&row(&quote))?;
            written += 1;
        }
    }
    Ok(written)
}

fn row(quote: &Quote) -> PassageRow<'_> {
    let said = quote.attribution();
    PassageRow {
        interview: quote.interview().as_str(),
        revision: quote.revision().as_str(),
        start: quote.span().start,
        end: quote.span().end,
        text: quote.text(),
        speaker: said.speaker.as_deref(),
        role: said.role,
        description: said.description.as_deref(),
        asked: quote.asked(),
        date: said.date.map(|date| date.to_string()),
        title: said.title.as_deref(),
        outlet: said.outlet.as_deref(),
        url: said.url.as_deref(),
        collection: quote.interview().collection(),
        time_ms: said.time_ms,
        page: said.page,
    }
}
