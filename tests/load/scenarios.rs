//! What is done to the bot, and what is printed of it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rand::Rng;
use rand::seq::IndexedRandom;
use tokio::time::{interval, sleep};

use crate::process::{Bot, Start};
use crate::server::{Asked, Server, Trouble};

pub(crate) struct Setting {
    pub(crate) corpus: PathBuf,
    pub(crate) questions: Vec<String>,
    pub(crate) home: PathBuf,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    pub(crate) rate: u32,
    pub(crate) seconds: u64,
    pub(crate) chats: i64,
    pub(crate) inline: bool,
    pub(crate) new: bool,
}

/// Marks after a question that set it apart from those with others: they say nothing.
fn marks(mut number: u64) -> String {
    const MARKS: [char; 4] = ['?', '!', '.', '…'];
    let mut marks = String::from(" ");
    for _ in 0..5 {
        marks.push(MARKS[(number % 4) as usize]);
        number /= 4;
    }
    marks
}

/// How often questions are put in.
const TICK: Duration = Duration::from_millis(5);

/// How long anything may take at all.
const PATIENCE: Duration = Duration::from_secs(60);

/// `echo`: the bot to compare with.
pub(crate) async fn rate(setting: &Setting, load: Load, echo: Option<Start>) -> anyhow::Result<()> {
    let echo = match &echo {
        Some(start) => Some(under(start, setting, load, "echo").await?),
        None => None,
    };
    let start = Start::verbatim(&setting.corpus, &setting.home)?;
    let ours = under(&start, setting, load, "verbatim").await?;
    if let Some(echo) = echo {
        println!(
            "processor time of a question, times echo's: {:.2}",
            ours / echo
        );
    }
    Ok(())
}

/// Puts a bot under load; processor milliseconds a question.
async fn under(start: &Start, setting: &Setting, load: Load, name: &str) -> anyhow::Result<f64> {
    let server = Server::start().await?;
    let bot = start.run(&server)?;
    warm(&server, setting, load).await?;
    let (cpu, began) = (bot.cpu()?, Instant::now());
    let memory = generate(&server, setting, load, Some(&bot)).await?;
    until_answered(&server).await?;
    let took = began.elapsed();
    let asked = server.take_asked();
    let cpu = (bot.cpu()? - cpu).as_secs_f64() * 1e3 / asked.len() as f64;
    println!(
        "{name}: {} questions of {} chats in {:.1} s ({:.0}/s), from hand-out to answer {}, processor {cpu:.3} ms a question, memory {memory:.0} MiB at most",
        asked.len(),
        load.chats,
        took.as_secs_f64(),
        asked.len() as f64 / took.as_secs_f64(),
        Latency::of(&asked),
    );
    Ok(cpu)
}

/// Waits until the bot answers, and a little more.
async fn warm(server: &Server, setting: &Setting, load: Load) -> anyhow::Result<()> {
    let first = Load {
        rate: 50,
        seconds: 2,
        ..load
    };
    server.ask(1, &setting.questions[0]);
    until_answered(server).await?;
    generate(server, setting, first, None).await?;
    until_answered(server).await?;
    server.take_asked();
    Ok(())
}

/// Asks at a rate; the most memory that the bot had, in MiB.
async fn generate(
    server: &Server,
    setting: &Setting,
    load: Load,
    bot: Option<&Bot>,
) -> anyhow::Result<f64> {
    let mut ticks = interval(TICK);
    let began = Instant::now();
    let (mut count, mut memory, mut looked) = (0_u64, 0_f64, Instant::now());
    while began.elapsed() < Duration::from_secs(load.seconds) {
        ticks.tick().await;
        let due = (began.elapsed().as_secs_f64() * f64::from(load.rate)) as u64;
        while count < due {
            let chat = 1 + (count as i64) % load.chats;
            let question = &setting.questions[count as usize % setting.questions.len()];
            let question = match load.new {
                true => question.clone() + &marks(count),
                false => question.clone(),
            };
            match load.inline {
                true if count % 10 == 0 => server.types(chat, ""),
                true => server.types(chat, &question),
                false => {
                    server.ask(chat, &question);
                }
            }
            count += 1;
        }
        if looked.elapsed() > Duration::from_millis(500) {
            looked = Instant::now();
            memory = memory.max(bot.map_or(Ok(0.0), Bot::memory)?);
        }
    }
    Ok(memory)
}

async fn until_answered(server: &Server) -> anyhow::Result<()> {
    let began = Instant::now();
    while server.open() > 0 {
        anyhow::ensure!(
            began.elapsed() < PATIENCE,
            "{} questions are not answered",
            server.open()
        );
        sleep(Duration::from_millis(5)).await;
    }
    Ok(())
}

pub(crate) async fn kill(
    setting: &Setting,
    (kills, questions, chats): (u32, u32, i64),
) -> anyhow::Result<()> {
    let server = Server::start().await?;
    let start = Start::verbatim(&setting.corpus, &setting.home)?;
    let asking = {
        let (server, words) = (server.clone(), setting.questions.clone());
        // Spread over the kills: each takes about half a second.
        let pause = Duration::from_millis(u64::from(500 * kills / questions.max(1)));
        tokio::spawn(async move {
            for number in 0..questions {
                let chat = rand::rng().random_range(1..=chats);
                server.ask(chat, &words[number as usize % words.len()]);
                sleep(pause).await;
            }
        })
    };
    let (mut in_flight, mut most) = (0, 0);
    for _ in 0..kills {
        let mut bot = start.run(&server)?;
        sleep(Duration::from_millis(rand::rng().random_range(50..900))).await;
        bot.kill();
        let now = server.in_flight();
        in_flight += now;
        most = most.max(now);
    }
    asking.await?;
    let _bot = start.run(&server)?;
    until_answered(&server).await?;
    sleep(Duration::from_secs(2)).await;
    let asked = server.asked();
    let twice = asked.iter().filter(|asked| asked.answers == 2).count();
    let more = asked.iter().filter(|asked| asked.answers > 2).count();
    println!(
        "{kills} kills during {} questions of {chats} chats: all answered, {twice} twice, {more} more often; handed out and unconfirmed at a kill: {most} at most, {in_flight} together",
        asked.len()
    );
    anyhow::ensure!(
        twice <= in_flight,
        "more answered twice than were in flight"
    );
    Ok(())
}

pub(crate) async fn flood(setting: &Setting, seconds: u64) -> anyhow::Result<()> {
    const FLOODED: i64 = 900_001;
    const HELD_UP: i64 = 900_002;
    const EAGER: i64 = 900_003;
    let server = Server::start().await?;
    let start = Start::verbatim(&setting.corpus, &setting.home)?.with_its_limits();
    let _bot = start.run(&server)?;
    // Below what Telegram takes of a bot each second.
    let load = Load {
        rate: 10,
        seconds,
        chats: 1_000,
        inline: false,
        new: true,
    };
    server.ask(1, &setting.questions[0]);
    until_answered(&server).await?;
    server.take_asked();
    generate(&server, setting, load, None).await?;
    until_answered(&server).await?;
    let normal = Latency::of(&server.take_asked());
    server.holds_up(HELD_UP, Duration::from_secs(30));
    let flooding = {
        let (server, words) = (server.clone(), setting.questions.clone());
        tokio::spawn(async move {
            let mut ticks = interval(Duration::from_millis(20));
            for question in words.iter().cycle() {
                ticks.tick().await;
                server.ask(EAGER, question);
                if rand::rng().random_ratio(1, 5) {
                    server.ask(HELD_UP, question);
                }
                server.ask(FLOODED, question);
            }
        })
    };
    generate(&server, setting, load, None).await?;
    flooding.abort();
    sleep(Duration::from_secs(2)).await;
    let asked = server.take_asked();
    let others: Vec<Asked> = asked
        .into_iter()
        .filter(|asked| asked.chat < 900_000)
        .collect();
    let count = |answers: &dyn Fn(u32) -> bool| {
        let others = others.iter().filter(|asked| answers(asked.answers));
        others.count()
    };
    let (none, twice) = (
        count(&|answers| answers == 0),
        count(&|answers| answers > 1),
    );
    anyhow::ensure!(
        none + twice == 0,
        "of {} questions of other chats {none} are not answered and {twice} more than once",
        others.len()
    );
    let flooded = Latency::of(&others);
    println!(
        "other chats: {normal}; while three are flooded: {flooded}; p99 times {:.2}; {} calls were answered with 429",
        flooded.p99 / normal.p99,
        server.slowed()
    );
    Ok(())
}

pub(crate) async fn soak(setting: &Setting, (minutes, rate): (u64, u32)) -> anyhow::Result<()> {
    const TROUBLES: [Trouble; 7] = [
        Trouble::None,
        Trouble::BadGateway,
        Trouble::Html,
        Trouble::Truncated,
        Trouble::Conflict,
        Trouble::Hang,
        Trouble::TooMany,
    ];
    let server = Server::start().await?;
    let mut bot = Start::verbatim(&setting.corpus, &setting.home)?.run(&server)?;
    let load = Load {
        rate,
        seconds: minutes * 60,
        chats: 5_000,
        inline: false,
        new: true,
    };
    let began = Instant::now();
    let troubling = {
        let server = server.clone();
        tokio::spawn(async move {
            loop {
                let quiet = rand::rng().random_range(5..20);
                sleep(Duration::from_secs(quiet)).await;
                let trouble = *TROUBLES.choose(&mut rand::rng()).unwrap_or(&Trouble::None);
                server.is_in(trouble);
                let long = rand::rng().random_range(1..15);
                sleep(Duration::from_secs(long)).await;
                server.is_in(Trouble::None);
            }
        })
    };
    let asking = generate(&server, setting, load, None);
    let looking = async {
        let mut ticks = interval(Duration::from_secs(60));
        loop {
            ticks.tick().await;
            let (memory, files) = (bot.memory()?, bot.open_files()?);
            let minute = began.elapsed().as_secs() / 60;
            println!(
                "minute {minute}: {memory:.1} MiB, {files} open files, {} questions open, {} times 429",
                server.open(),
                server.slowed()
            );
            if minute >= minutes {
                return anyhow::Ok(());
            }
        }
    };
    let (asked, looked) = tokio::join!(asking, looking);
    asked?;
    looked?;
    troubling.abort();
    server.is_in(Trouble::None);
    until_answered(&server).await?;
    sleep(Duration::from_secs(2)).await;
    let asked = server.asked();
    let doubled = asked.iter().filter(|asked| asked.answers != 1).count();
    println!(
        "{} questions, each answered; {doubled} not exactly once; the bot {} after {} s",
        asked.len(),
        if bot.is_running() { "runs" } else { "is gone" },
        bot.age().as_secs()
    );
    anyhow::ensure!(
        doubled == 0 && bot.is_running(),
        "not every question was answered once"
    );
    Ok(())
}

/// Milliseconds from hand-out to answer.
struct Latency {
    p50: f64,
    p99: f64,
    most: f64,
}

impl Latency {
    fn of(asked: &[Asked]) -> Self {
        let mut took: Vec<f64> = asked
            .iter()
            .filter_map(|asked| {
                let since = asked.handed_out.unwrap_or(asked.at);
                Some((asked.answered? - since).as_secs_f64() * 1e3)
            })
            .collect();
        took.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let index = (took.len() as f64 * share) as usize;
            took.get(index.min(took.len().saturating_sub(1)))
                .copied()
                .unwrap_or_default()
        };
        Self {
            p50: at(0.5),
            p99: at(0.99),
            most: at(1.0),
        }
    }
}

impl std::fmt::Display for Latency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "p50 {:.1} ms, p99 {:.1} ms, at most {:.1} ms",
            self.p50, self.p99, self.most
        )
    }
}
