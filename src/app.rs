//! Wiring: what is started with what, and which exit code it ends with.

mod backup;
mod bot;
mod card;
mod check;
mod eval;
mod export;
mod failure;
mod file_size_limit;
mod first_start;
mod library;
mod log;
mod manual;
mod named;
mod output_file;
mod passed_over;
mod patience;
mod progress;
mod report;
mod sidecar_files;
mod summary;
mod traces;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use export::export;
pub use failure::Failure;
use library::{open, sync, watch};
use named::{known_collection, unknown_interview};
use output_file::OutputFile;

use crate::answer::{Answer, Manner, Question, Setting, Synonyms, answer};
use crate::cli::{self, Cli, Command};
use crate::config::{self, Config, Environment};
use crate::corpus::{CorpusError, WhenBusy};
use crate::index::Library;
use crate::interview::PartialDate;
use crate::reading::{self, Isolation};
use crate::terminal::print;
use crate::terminal::{self, Style};

/// Does what the command line says.
///
/// # Errors
///
/// Whatever goes wrong, with what to do about it.
pub fn run(cli: Cli) -> Result<ExitCode, Failure> {
    // Where it fails, such a limit ends the program as it would by itself.
    let _ = file_size_limit::survive();
    if let Some(done) = cli.command.as_ref().and_then(without_settings) {
        return done;
    }
    let config = Config::load(&cli.paths.into(), &Environment::of_process())?;
    isolate(&config.reading)?;
    let command = cli.command.unwrap_or_else(|| default_command(&config));
    let is_bot = matches!(command, Command::Bot);
    let collector = config.monitor.otlp.as_deref().filter(|_| is_bot);
    let _traces = log::start(&config.log, collector, is_bot)?;
    first_start::say_where_things_are(&config, &command);
    match command {
        Command::Bot => bot::bot(&config),
        Command::Chat { collection } => chat(&config, collection.as_deref()),
        Command::Ask {
            question,
            json,
            explain,
            quotes,
            collection,
        } => {
            let quotes = quotes
                .and_then(|quotes| usize::try_from(quotes).ok())
                .unwrap_or(config.answer.quotes);
            ask(
                &config,
                Question {
                    text: question,
                    quotes,
                    collection,
                    today: today(),
                    setting: setting(&config)?,
                    manner: Manner::default(),
                },
                if json {
                    Form::Json
                } else {
                    Form::Text { explain }
                },
            )
        }
        Command::Card {
            question,
            output,
            force,
            portrait,
            dark,
            collection,
        } => card::card(
            &config,
            Question {
                text: question,
                quotes: 1,
                collection,
                today: today(),
                setting: setting(&config)?,
                manner: Manner::default(),
            },
            &card::Order {
                output,
                force,
                portrait,
                dark,
            },
        ),
        Command::Index { all } => index(&config, all),
        Command::Export {
            format,
            output,
            force,
        } => export(&config, format, output.as_deref(), force),
        Command::Eval {
            set,
            json,
            run,
            force,
            unanswerable,
            compare,
        } => match compare.as_deref() {
            Some([first, second]) => eval::compare(&set, first, second, json),
            _ if set.is_dir() => {
                let run = run.map(|path| OutputFile::outside(&config.corpus, &path, force));
                let run = run.transpose()?;
                eval::measure(&config, &set, unanswerable.as_deref(), run.as_ref(), json)
            }
            _ if run.is_some() || unanswerable.is_some() => Err(Failure::usage(
                format!(
                    "`--run` and `--unanswerable` need a set in a folder; `{}` is a file with questions",
                    set.display()
                ),
                "leave them out, or name a folder with corpus.jsonl, queries.jsonl and qrels.tsv",
            )),
            _ => eval::ask_golden(&config, &set, json),
        },
        Command::Backup { folder } => backup::backup(&config, &folder),
        Command::Config { .. } => shown(&config.written),
        Command::Report { days, csv, force } => {
            report::report(&config, days, csv.as_deref(), force)
        }
        Command::Check {
            paths,
            json,
            all,
            turns,
            write_sidecar,
        } => check::check(&paths, json, (all, turns), write_sidecar),
        Command::Show {
            interview,
            structure,
            json,
        } => show(&config, &interview, structure, json),
        // What is left needs no settings, and was done before they were read.
        other => without_settings(&other).unwrap_or(Ok(ExitCode::SUCCESS)),
    }
}

/// What is done without the settings: none of them can be wrong for it. `None` for every other command.
fn without_settings(command: &Command) -> Option<Result<ExitCode, Failure>> {
    Some(match command {
        Command::ReadDocument { extension, memory } => read_document(extension, *memory),
        Command::Completions { shell } => shown(&cli::completions(*shell)),
        Command::Man { folder } => manual::write_manual(folder),
        Command::Config { defaults: true } => shown(config::DEFAULTS),
        _ => return None,
    })
}

fn shown(text: &str) -> Result<ExitCode, Failure> {
    print(text)?;
    Ok(ExitCode::SUCCESS)
}

/// How questions are answered.
fn setting(config: &Config) -> Result<Setting, Failure> {
    let synonyms = config.answer.synonyms.as_deref().map(Synonyms::load);
    Ok(Setting {
        synonyms: Arc::new(synonyms.transpose()?.unwrap_or_default()),
        ..Setting::of_generosity(config.answer.generosity)
    })
}

/// The day that it is, UTC.
fn today() -> Option<PartialDate> {
    PartialDate::of_time(SystemTime::now())
}

/// What a child process does.
fn read_document(extension: &str, memory: u64) -> Result<ExitCode, Failure> {
    reading::serve(extension, memory)?;
    Ok(ExitCode::SUCCESS)
}

/// Has documents read by this program in processes of their own.
fn isolate(limits: &config::Reading) -> Result<(), Failure> {
    reading::isolate(Isolation {
        program: std::env::current_exe()?,
        memory: limits.memory,
        time: limits.time,
    });
    Ok(())
}

fn default_command(config: &Config) -> Command {
    if config.telegram.token.is_some() {
        return Command::Bot;
    }
    failure::say(
        "no Telegram token is set (TELOXIDE_TOKEN): starting a conversation in the terminal",
    );
    Command::Chat { collection: None }
}

fn chat(config: &Config, collection: Option<&str>) -> Result<ExitCode, Failure> {
    let library = open(config)?;
    let collection = collection.map(|name| known_collection(&library, name));
    let collection = collection.transpose()?;
    let _watching = watch(config, &library)?;
    let terms = terms(config);
    let question = Question {
        text: String::new(),
        quotes: config.answer.quotes,
        collection,
        today: today(),
        setting: setting(config)?,
        manner: Manner::default(),
    };
    terminal::chat(&library, &question, &terms)?;
    Ok(ExitCode::SUCCESS)
}

/// How an answer is written.
enum Form {
    Json,
    Text { explain: bool },
}

/// The answer to a question, whose collection is named as its folder is or nearly so.
fn answer_to(config: &Config, mut question: Question) -> Result<Answer, Failure> {
    let library = open(config)?;
    name_collection(&library, &mut question)?;
    Ok(answer(&library, &question)?)
}

fn name_collection(library: &Library, question: &mut Question) -> Result<(), Failure> {
    if let Some(name) = &question.collection {
        question.collection = Some(known_collection(library, name)?);
    }
    Ok(())
}

fn terms(config: &Config) -> terminal::Terms {
    terminal::Terms {
        messages: terminal::messages(),
        contact: config.telegram.contact.clone(),
        folder: Config::data_folder().ok(),
    }
}

fn ask(config: &Config, mut question: Question, form: Form) -> Result<ExitCode, Failure> {
    let library = open(config)?;
    name_collection(&library, &mut question)?;
    if let Form::Text { .. } = form
        && let Some(text) = terminal::command(&library, &question, &terms(config))?
    {
        print(&text)?;
        return Ok(ExitCode::SUCCESS);
    }
    let began = Instant::now();
    let answer = answer(&library, &question)?;
    let text = match form {
        Form::Json => {
            terminal::json(&question.text, &answer, began.elapsed()).map_err(anyhow::Error::from)?
        }
        Form::Text { explain } => {
            let mut text = terminal::render(&answer, terminal::messages(), &Style::of_output());
            if explain {
                text.push_str(&terminal::explain(&answer, question.setting.silence));
            }
            text
        }
    };
    print(&text)?;
    Ok(
        if matches!(answer, Answer::Found(_) | Answer::Interviewers(_)) {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        },
    )
}

fn index(config: &Config, all: bool) -> Result<ExitCode, Failure> {
    let (library, mut report) = sync(config, WhenBusy::Wait)?;
    let behind = report.behind.take();
    let text = summary::summary(&report, &library.catalogue().collections, all);
    print(&text)?;
    behind.map_or(Ok(ExitCode::SUCCESS), |behind| {
        Err(CorpusError::from(behind).into())
    })
}

fn show(config: &Config, id: &str, structure: bool, json: bool) -> Result<ExitCode, Failure> {
    let library = open(config)?;
    let Some(interview) = library.find(id)? else {
        return Err(unknown_interview(&library, id)?);
    };
    let text = match (structure, json) {
        (false, _) => interview.transcript.clone(),
        (true, false) => terminal::structure(&interview),
        (true, true) => {
            serde_json::to_string(&terminal::StructureView::of(&interview))
                .map_err(anyhow::Error::from)?
                + "\n"
        }
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
