//! The bot under load, killed, and in trouble: the long runs behind the figures in docs/benchmarks.md. And a bot to talk to.
//!
//! `cargo run --release --example load -- --help`

#![allow(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "what it is for is to print figures"
)]

#[path = "../../benches/generated/mod.rs"]
#[allow(dead_code, reason = "the benches use all of it")]
mod generated;
mod process;
mod scenarios;
mod server;
mod talk;

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use generated::Words;
use process::Start;

#[derive(Debug, Parser)]
struct Cli {
    #[command(subcommand)]
    scenario: Scenario,
    /// The folder with the interviews
    #[arg(long, global = true, default_value = "seeds")]
    corpus: PathBuf,
    /// So many passages of made-up words instead, and questions of such words
    #[arg(long, global = true)]
    passages: Option<usize>,
    /// A file with one question a line [default: twelve about the interview in seeds]
    #[arg(long, global = true)]
    questions: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Scenario {
    /// No load: what is typed is sent to the bot as in a private chat, and what it sends is shown; no Telegram
    Talk,
    /// So many questions a second: latency, processor time compared with a bot that only echoes, memory
    Rate {
        /// Questions a second
        #[arg(long, default_value_t = 1_000)]
        rate: u32,
        /// For how long
        #[arg(long, default_value_t = 60)]
        seconds: u64,
        /// From how many chats
        #[arg(long, default_value_t = 1_000)]
        chats: i64,
        /// Typed after the bot's name instead of sent to it; an empty query now and then
        #[arg(long)]
        inline: bool,
        /// No question like one of the last thousand: the bot looks each of them up anew
        #[arg(long)]
        new: bool,
        /// Without the bot that only echoes
        #[arg(long)]
        alone: bool,
        /// The bot that only echoes on one thread, as Verbatim is, instead of two
        #[arg(long)]
        one_thread: bool,
    },
    /// Killed at random moments while questions come in
    Kill {
        #[arg(long, default_value_t = 200)]
        kills: u32,
        /// How many questions are asked meanwhile
        #[arg(long, default_value_t = 2_000)]
        asked: u32,
        #[arg(long, default_value_t = 300)]
        chats: i64,
    },
    /// One chat flooded, one that must wait, one user who sends 50 questions a second: what the others notice
    Flood {
        /// For how long, without and with it
        #[arg(long, default_value_t = 30)]
        seconds: u64,
    },
    /// Faults switched on and off at random
    Soak {
        #[arg(long, default_value_t = 60)]
        minutes: u64,
        /// Questions a second
        #[arg(long, default_value_t = 20)]
        rate: u32,
    },
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let home = tempfile::tempdir()?;
    let questions = match (&cli.questions, cli.passages) {
        (Some(file), _) => std::fs::read_to_string(file)?
            .lines()
            .map(str::to_owned)
            .collect(),
        (None, None) => QUESTIONS.map(str::to_owned).to_vec(),
        (None, Some(_)) => {
            let mut words = Words::new(7);
            (0..1_000).map(|_| words.question(6)).collect()
        }
    };
    let corpus = match cli.passages {
        None => cli.corpus,
        Some(passages) => {
            let folder = home.path().join("corpus");
            std::fs::create_dir(&folder)?;
            generated::write(&folder, passages)?;
            process::index(&folder, home.path())?;
            folder
        }
    };
    let setting = scenarios::Setting {
        corpus,
        questions,
        home: home.path().to_owned(),
    };
    runtime.block_on(async {
        match cli.scenario {
            Scenario::Talk => talk::talk(&setting).await,
            Scenario::Rate {
                rate,
                seconds,
                chats,
                inline,
                new,
                alone,
                one_thread,
            } => {
                let load = scenarios::Load {
                    rate,
                    seconds,
                    chats,
                    inline,
                    new,
                };
                let echo = (!alone && !inline).then(|| Start::echo(&setting.home, one_thread));
                scenarios::rate(&setting, load, echo.transpose()?).await
            }
            Scenario::Kill {
                kills,
                asked,
                chats,
            } => scenarios::kill(&setting, (kills, asked, chats)).await,
            Scenario::Flood { seconds } => scenarios::flood(&setting, seconds).await,
            Scenario::Soak { minutes, rate } => scenarios::soak(&setting, (minutes, rate)).await,
        }
    })
}

const QUESTIONS: [&str; 12] = [
    "Le Covid est-il un crash-test ?",
    "combien de datacentres",
    "souveraineté numérique des entreprises",
    "Quels services gratuits pendant la crise ?",
    "que pense-t-il du télétravail ?",
    "Quelle est la stratégie face aux géants américains ?",
    "les données de santé et le cloud",
    "Comment recrutez-vous ?",
    "Cloud Act et données européennes",
    "la croissance dans dix ans",
    "Qui sont vos concurrents ?",
    "recette de la tartiflette",
];
