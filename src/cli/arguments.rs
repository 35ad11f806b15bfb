//! The arguments of the command line: every command with its flags and its help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

use super::help_examples;
use crate::config::{Flags, MOST_QUOTES};
use crate::reading::ISOLATED_COMMAND;

/// Answers questions with what people really said.
///
/// Give it a folder of interviews and ask in a Telegram chat or in a terminal: it replies with quotes and their
/// sources. Without a command, it runs the Telegram bot if a token is set (TELOXIDE_TOKEN), and otherwise a
/// conversation in the terminal.
#[derive(Debug, Parser)]
#[command(name = "verbatim", version, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Which files and folders to use
    #[command(flatten)]
    pub paths: Paths,
}

const EXAMPLES: &str = "\
Examples:
  verbatim                                   # the bot, or a conversation if no token is set
  verbatim check interviews                  # who speaks in your files, before you index them
  verbatim --corpus interviews               # a conversation with your own interviews
  verbatim ask \"combien de datacentres ?\"    # one answer

Settings: `verbatim config --defaults` prints them all with their comments.
Environment variables override the file (VERBATIM_TELEGRAM__API_URL,
TELOXIDE_TOKEN), and flags override both.

Exit codes: 0 success, 1 no answer found or a question of `eval` answered wrongly,
2 wrong usage or settings, 3 any other error, including a file that `check`
could not read.";

/// Flags that every command takes.
#[derive(Debug, Args)]
pub struct Paths {
    /// The settings file [default: config/verbatim.toml, then ~/.config/verbatim/verbatim.toml]
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    config: Option<PathBuf>,
    /// The folder with the interviews [default: the interview that comes with verbatim]
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    corpus: Option<PathBuf>,
    /// The index folder: new, empty, or an existing index [default: one per corpus in ~/.local/share/verbatim]
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
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
    /// Needs a token from @BotFather in TELOXIDE_TOKEN. Runs until it is stopped (Ctrl-C, SIGTERM); it then finishes the
    /// current questions and exits.
    #[command(after_help = help_examples::BOT)]
    Bot,
    /// Answer questions in the terminal, one after another
    ///
    /// Type `/help` to see what else it understands. Also reads questions from a pipe, one per line. Leave with `quit` or
    /// Ctrl-D.
    #[command(after_help = help_examples::CHAT)]
    Chat {
        /// Search only one collection: the name of a sub-folder of the corpus
        #[arg(long, value_name = "NAME")]
        collection: Option<String>,
    },
    /// Answer one question
    ///
    /// Exits with 0 if an answer was found and with 1 if not.
    #[command(after_help = help_examples::ASK)]
    Ask(AskArguments),
    /// Turn the answer to a question into a picture
    ///
    /// Writes the first quote with its source as a PNG file of 1200 × 675 pixels. Exits with 0 if an answer was found
    /// and with 1 if not. If a character is in none of the fonts, it prints the answer as text and exits with 3.
    #[command(after_help = help_examples::CARD)]
    Card(CardArguments),
    /// Update the index from the folder of interviews, and report what was found
    ///
    /// Every command that answers updates the index first. This one also reports what it did: the number of files and
    /// passages, what was skipped and why, and the warnings for each file.
    #[command(after_help = help_examples::INDEX)]
    Index {
        /// List everything that was skipped, not just the first ten
        #[arg(long)]
        all: bool,
    },
    /// Write every passage with who said it, when and where
    ///
    /// One line per passage: the words that can be quoted, byte for byte, and their position in the transcript that
    /// `show` prints.
    #[command(after_help = help_examples::EXPORT)]
    Export {
        /// The output format
        #[arg(long, value_enum, default_value = "jsonl")]
        format: ExportFormat,
        /// The output file; `-` is standard output [default: standard output]
        #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,
        /// Overwrite an existing file, once everything has been written
        #[arg(long, requires = "output")]
        force: bool,
    },
    /// Ask questions with known answers, and report how many were answered correctly
    ///
    /// SET is either a folder or a file. A folder contains corpus.jsonl, queries.jsonl and qrels.tsv, and gets an index of
    /// its own. A file contains your own questions about your interviews: TOML with `[[question]]` tables, or JSON Lines.
    /// Each question has `question` and `expect`, the words that should be quoted, or "nothing". Exits with 1 if one of
    /// your own questions is answered wrongly.
    ///
    /// Several folders are measured each alone and all in one index.
    #[command(after_help = help_examples::EVAL)]
    Eval(EvalArguments),
    /// Show the feedback from the bot's users
    ///
    /// Shows questions without an answer, similar ones grouped, each with the closest passage. Also shows quotes that were
    /// voted down, with the reasons, and the number of questions per day.
    #[command(after_help = help_examples::REPORT)]
    Report {
        /// Only the last N days [default: everything stored, 90 days]
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=3650))]
        days: Option<u16>,
        /// Write everything as CSV with a header line (RFC 4180); `-` is standard output
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        csv: Option<PathBuf>,
        /// Let --csv overwrite an existing file
        #[arg(long, requires = "csv")]
        force: bool,
    },
    /// Back up everything that cannot be rebuilt into a new folder, while the bot runs
    ///
    /// Copies the interviews, the synonyms, the settings without secrets, and the feedback from users. The index is not
    /// copied: it is rebuilt from the interviews. To restore a backup, copy the files back to where they were.
    #[command(after_help = help_examples::BACKUP)]
    Backup {
        /// The folder to create, or an empty one
        #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
        folder: PathBuf,
    },
    /// Print the current settings, without secrets
    #[command(after_help = help_examples::CONFIG)]
    Config {
        /// Print the settings file with all defaults and comments instead
        #[arg(long)]
        defaults: bool,
    },
    /// Read files without indexing them, and report what was understood
    ///
    /// For each file, it shows the format, what is known about the interview and where that was found. It also shows the
    /// speakers and their roles, how many words were kept or left out, and how certain all this is. Files in a folder
    /// that are not read are listed, with the reason and what to do. Exits with 3 if a file was not read, and with 0
    /// otherwise. Hidden files, ignored files and other exports of a recording do not count.
    #[command(after_help = help_examples::CHECK)]
    Check(CheckArguments),
    /// Read one document from standard input for another verbatim process
    #[command(name = ISOLATED_COMMAND, hide = true)]
    ReadDocument {
        /// The extension of its format
        extension: String,
        /// How much memory it may take, in bytes
        memory: u64,
    },
    /// Print the transcript of an interview, byte for byte
    #[command(after_help = help_examples::SHOW)]
    Show {
        /// The interview: its path in the corpus folder, without the extension
        interview: String,
        /// Print who says what instead: metadata, speakers, turns, questions and answers
        #[arg(long)]
        structure: bool,
        /// With --structure: print one JSON object
        #[arg(long, requires = "structure")]
        json: bool,
    },
    /// Print the completions for a shell
    #[command(after_help = help_examples::COMPLETIONS)]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Write the man pages, one for each command
    ///
    /// Replaces only man pages that this command wrote. If a page would replace any other file, it stops and names that
    /// file.
    #[command(after_help = help_examples::MAN)]
    Man {
        /// The folder; it is created if it does not exist
        #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
        folder: PathBuf,
    },
}

/// The arguments of `ask`.
#[derive(Debug, Args)]
pub struct AskArguments {
    /// The question, in your own words; `speaker:NAME`, `date:2020..2021` and `in:NAME` limit the search
    pub question: String,
    /// Print one JSON object with the quotes, their positions and their sources
    #[arg(long)]
    pub json: bool,
    /// Explain why each quote was chosen
    #[arg(long, conflicts_with = "json")]
    pub explain: bool,
    /// The maximum number of quotes [default: from the settings, 3]
    #[arg(short = 'n', long = "quotes", value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MOST_QUOTES as u64))]
    pub quotes: Option<u64>,
    /// Search only one collection: the name of a sub-folder of the corpus; `#NAME` in the question does the same
    #[arg(long, value_name = "NAME")]
    pub collection: Option<String>,
}

/// The arguments of `card`.
#[derive(Debug, Args)]
pub struct CardArguments {
    /// The question, in your own words
    pub question: String,
    /// The output file; `-` is standard output
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    pub force: bool,
    /// Make the picture vertical, 1080 × 1350 pixels, for feeds on a phone
    #[arg(long)]
    pub portrait: bool,
    /// Use light text on a dark background, whatever the settings say
    #[arg(long)]
    pub dark: bool,
    /// Search only one collection: the name of a sub-folder of the corpus
    #[arg(long, value_name = "NAME")]
    pub collection: Option<String>,
}

/// The arguments of `eval`.
#[derive(Debug, Args)]
pub struct EvalArguments {
    /// A folder with a set, several of them, or a file with questions
    #[arg(value_name = "SET", value_hint = ValueHint::AnyPath, required = true)]
    pub sets: Vec<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
    /// Write the ranking in TREC format, for other tools to score
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub run: Option<PathBuf>,
    /// Let --run overwrite an existing file
    #[arg(long, requires = "run")]
    pub force: bool,
    /// Questions without an answer, one JSON object with `id`, `text` and `kind` per line
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub unanswerable: Option<PathBuf>,
    /// Compare two runs over the set instead: how much better the second is, with a 95 % confidence interval
    #[arg(long, num_args = 2, value_names = ["A", "B"], value_hint = ValueHint::FilePath, conflicts_with_all = ["run", "unanswerable"])]
    pub compare: Option<Vec<PathBuf>>,
}

/// The arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Files, or folders in which every interview is read
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Print a JSON array with one object per file
    #[arg(long)]
    pub json: bool,
    /// List every file that was skipped, not just the first ten
    #[arg(long)]
    pub all: bool,
    /// Show the turns of every file; by default they are shown only for a single file
    #[arg(long)]
    pub turns: bool,
    /// Write what was read from each file into a sidecar file next to it, for you to correct; existing ones are not changed
    #[arg(long)]
    pub write_sidecar: bool,
}

/// How an export writes a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportFormat {
    /// One JSON object per line
    Jsonl,
    /// CSV with a header line (RFC 4180)
    Csv,
}
