//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::config::{Flags, MOST_QUOTES};
use crate::reading::ISOLATED_COMMAND;

/// Answers questions with what people really said.
///
/// Give it a folder of interviews; ask in a Telegram chat or in a terminal; it replies with quoted passages
/// and their source. Without a command it is the Telegram bot where a token is set (TELOXIDE_TOKEN), and a
/// conversation in the terminal where none is.
#[derive(Debug, Parser)]
#[command(name = "verbatim", version, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Which files and folders
    #[command(flatten)]
    pub paths: Paths,
}

const EXAMPLES: &str = "\
Examples:
  verbatim                                        the bot, or a conversation where no token is set
  verbatim --corpus interviews ask \"What changed?\"  one answer
  verbatim ask --json -n 1 \"What changed?\"          one answer for a program
  verbatim card \"What changed?\" -o card.png        the answer as a picture
  verbatim index --corpus interviews              read what is new in a folder, say what was found
  verbatim check interview.txt                    who speaks in a file, before it is taken up
  verbatim report --days 7                        what was asked in vain, and voted against
  verbatim backup ~/verbatim-2026-11-25            the interviews, and what users left behind
  verbatim show interviews/2020-04-paulin         an interview as it was read

Settings: config/verbatim.toml documents each. The environment wins over the file
(VERBATIM_TELEGRAM__API_URL, TELOXIDE_TOKEN), a flag over both.

Exit codes: 0 done or answered, 1 nothing found, 2 wrong usage or setting, 3 anything else.";

/// Flags that every command takes.
#[derive(Debug, Args)]
pub struct Paths {
    /// The configuration file [default: config/verbatim.toml, then ~/.config/verbatim/verbatim.toml]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder with the interviews [default: seeds]
    #[arg(long, global = true, value_name = "DIR")]
    corpus: Option<PathBuf>,
    /// The folder of the index: empty, new, or an index already [default: one for each corpus in ~/.local/share/verbatim]
    #[arg(long, global = true, value_name = "DIR")]
    index: Option<PathBuf>,
}

impl From<Paths> for Flags {
    fn from(paths: Paths) -> Self {
        Self {
            config: paths.config,
            corpus: paths.corpus,
            index: paths.index,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer questions in Telegram
    ///
    /// Needs a token from @BotFather in TELOXIDE_TOKEN. Runs until it is told to stop (Ctrl-C, SIGTERM); what
    /// is in hand is finished first.
    Bot,
    /// Answer questions in the terminal, one after another
    ///
    /// Takes piped input too: a question a line. Ctrl-D leaves.
    Chat {
        /// Ask one collection only: the name of a sub-folder of the corpus
        #[arg(long, value_name = "NAME")]
        collection: Option<String>,
    },
    /// Answer one question
    ///
    /// Exits with 0 where an answer was found and with 1 where none was.
    Ask {
        /// The question, in any words; `speaker:NAME`, `date:2020..2021` and `in:NAME` among them confine it
        question: String,
        /// Print one JSON object with the quotes, their places and their sources
        #[arg(long)]
        json: bool,
        /// Say of each quote why it was chosen
        #[arg(long, conflicts_with = "json")]
        explain: bool,
        /// How many quotes at most [default: as configured, 3]
        #[arg(short = 'n', long = "quotes", value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MOST_QUOTES as u64))]
        quotes: Option<u64>,
        /// Ask one collection only: the name of a sub-folder of the corpus; `#NAME` among the words does too
        #[arg(long, value_name = "NAME")]
        collection: Option<String>,
    },
    /// Draw the answer to a question as a picture
    ///
    /// Writes the first quote with its source as a PNG of 1200 × 675 pixels. Exits with 0 where an answer was found
    /// and with 1 where none was; where no font has one of its characters, it prints the answer as text and exits
    /// with 3.
    Card {
        /// The question, in any words
        question: String,
        /// Where to
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
        /// Overwrite a file that exists, once all is written
        #[arg(long)]
        force: bool,
        /// Draw 1080 × 1350 pixels, for feeds on a phone
        #[arg(long)]
        portrait: bool,
        /// Draw light words on dark paper, whatever the settings say
        #[arg(long)]
        dark: bool,
        /// Ask one collection only: the name of a sub-folder of the corpus
        #[arg(long, value_name = "NAME")]
        collection: Option<String>,
    },
    /// Bring the index in step with the folder of interviews, and say what was found
    ///
    /// Every command does so first; this one tells: files read, passages, warnings by file.
    Index,
    /// Write every passage with who said it, when and where
    ///
    /// A line a passage: what can be quoted, byte for byte, and its place in the transcript that `show` prints.
    Export {
        /// How a passage is written
        #[arg(long, value_enum, default_value = "jsonl")]
        format: ExportFormat,
        /// Where to [default: the standard output]
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Overwrite a file that exists, once all is written
        #[arg(long, requires = "output")]
        force: bool,
    },
    /// Ask questions whose answers are known, and say how well they were answered
    ///
    /// SET is a folder with corpus.jsonl, queries.jsonl and qrels.tsv, indexed on its own; or a file of your own
    /// questions over your interviews: TOML with `[[question]]` tables or JSON lines, each with `question` and
    /// `expect`, the words that should be quoted or \"nothing\".
    Eval {
        /// A folder with a set, or a file with questions
        #[arg(value_name = "SET")]
        set: PathBuf,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
        /// Write what was ranked in TREC's form, for other tools to score
        #[arg(long, value_name = "FILE")]
        run: Option<PathBuf>,
        /// Overwrite a file that exists with what --run writes
        #[arg(long, requires = "run")]
        force: bool,
        /// Questions that nothing answers, a JSON object with `id`, `text` and `kind` a line
        #[arg(long, value_name = "FILE")]
        unanswerable: Option<PathBuf>,
        /// Compare two runs over the set instead: how much better the second is, with its 95 % interval
        #[arg(long, num_args = 2, value_names = ["A", "B"], conflicts_with_all = ["run", "unanswerable"])]
        compare: Option<Vec<PathBuf>>,
    },
    /// Say what users of the bot left behind
    ///
    /// Questions that found nothing, those that say the same together, with the passage that came nearest; quotes that
    /// were voted against, with the reasons; and how many questions there were each day.
    Report {
        /// Only the last N days [default: as long as is kept, 90]
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=3650))]
        days: Option<u16>,
        /// Write everything as comma-separated values under a line of names (RFC 4180); `-` is the standard output
        #[arg(long, value_name = "FILE")]
        csv: Option<PathBuf>,
        /// Overwrite a file that exists with what --csv writes
        #[arg(long, requires = "csv")]
        force: bool,
    },
    /// Copy what cannot be made again into a new folder, while the bot runs
    ///
    /// The interviews, the synonyms, the settings without secrets, and what users left behind. The index is not among
    /// it: it is built from the interviews. Copy the files back to where they were to restore them.
    Backup {
        /// The folder; it may be empty, and must not exist otherwise
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Print the settings as they are in force, without secrets
    Config,
    /// Read files without taking them up, and say what was understood
    ///
    /// For each file: its format, what is known about it and where that was found, who speaks in which role,
    /// how many words were kept and dropped and why, and how sure it is. Exits with 3 where a file cannot be
    /// read; the others are shown all the same.
    Check {
        /// Files, or folders whose interviews are all read
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Print a JSON array with an object for each file
        #[arg(long)]
        json: bool,
    },
    /// Read one document from the standard input for another verbatim
    #[command(name = ISOLATED_COMMAND, hide = true)]
    ReadDocument {
        /// The extension of its format
        extension: String,
        /// How much memory it may take, in bytes
        memory: u64,
    },
    /// Print an interview's transcript, byte for byte as it is stored
    Show {
        /// The interview: its path within the corpus folder, without the extension
        interview: String,
        /// Print who says what instead: metadata, speakers, turns, questions and answers
        #[arg(long)]
        structure: bool,
        /// With --structure: as one JSON object
        #[arg(long, requires = "structure")]
        json: bool,
    },
}

/// How an export writes a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportFormat {
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values under a line of names (RFC 4180)
    Csv,
}
