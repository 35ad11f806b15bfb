//! The corpus while the program runs: what is put into the folder is answered from, what leaves it is gone.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::fake_telegram::{Bot, FakeTelegram, TOKEN};
use crate::harness::Verbatim;

const ADA: i64 = 7;

/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) const BEES: &str = "Q: How are the bees and their colonies doing this year?\n\n\
    A: The bees came through the winter with strong colonies, and the acacia honey is better than ever.\n";
pub(crate) const TRAINS: &str = "Q: Will the night trains come back in December?\n\n\
    A: The night trains come back in December, because travellers asked for sleeping cars again.\n";

/// A bot, the folder it answers from, and the chat with it.
struct Living {
    verbatim: Verbatim,
    telegram: FakeTelegram,
    bot: Bot,
    seen: usize,
}

impl Living {
    fn with(verbatim: Verbatim) -> Self {
        let telegram = FakeTelegram::start();
        let bot = telegram.bot(&verbatim, TOKEN);
        Self {
            verbatim,
            telegram,
            bot,
            seen: 0,
        }
    }

    fn asks(&mut self, question: &str) -> Value {
        self.telegram.says(ADA, question);
        self.telegram.waits_for(&mut self.seen, "sendMessage")
    }

    /// Asks until the answer is as wanted.
    #[track_caller]
    fn asks_until(&mut self, question: &str, wanted: impl Fn(&str) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let answer = self.asks(question);
            let text = answer["text"].as_str().unwrap();
            if wanted(text) {
                return answer;
            }
            assert!(Instant::now() < until, "still the answer: {text}");
        }
    }
}

const HONEY: &str = "Is the acacia honey good?";
const NIGHT: &str = "When do the night trains come back?";

fn honey(text: &str) -> bool {
    text.contains("acacia honey is better")
}

fn night(text: &str) -> bool {
    text.contains("come back in December")
}

fn lives_with_its_folder(watch: &str) {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let mut living = Living::with(verbatim.set("VERBATIM_WATCH", watch));
    living.asks_until(HONEY, honey);
    assert!(!night(living.asks(NIGHT)["text"].as_str().unwrap()));

    living.verbatim.write("rail/trains.txt", TRAINS.as_bytes());
    living.asks_until(NIGHT, night);

    living.verbatim.rename("bees.txt", "apiary.txt");
    living
        .verbatim
        .write("bees.toml", b"title = \"no longer of anything\"");
    living
        .verbatim
        .write("apiary.toml", b"title = \"The apiary\"");
    living.asks_until(HONEY, |text| honey(text) && text.contains("The apiary"));

    let corrected = BEES.replace("better than ever", "scarce, and dear");
    living.verbatim.write("apiary.txt", corrected.as_bytes());
    living.asks_until(HONEY, |text| text.contains("scarce, and dear"));

    living.verbatim.delete("rail/trains.txt");
    living.asks_until(NIGHT, |text| !night(text));

    let run = living.bot.stops_on("TERM").ends_with_code(0);
    run.complains("the corpus changed: the index is up to date");
}

#[test]
fn a_running_bot_takes_up_new_renamed_changed_and_deleted_files() {
    lives_with_its_folder("auto");
}

#[test]
fn where_the_system_does_not_tell_the_folder_is_looked_at() {
    lives_with_its_folder("poll");
}

#[test]
fn a_folder_that_is_gone_for_a_moment_costs_nothing() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let mut living = Living::with(verbatim);
    living.asks_until(HONEY, honey);
    let folder = living.verbatim.corpus().to_owned();
    let aside = folder.with_extension("aside");
    fs::rename(&folder, &aside).unwrap();
    living.bot.logs("the corpus cannot be read");
    assert!(honey(living.asks(HONEY)["text"].as_str().unwrap()));
    fs::write(aside.join("trains.txt"), TRAINS).unwrap();
    fs::rename(&aside, &folder).unwrap();
    living.asks_until(NIGHT, night);
    living
        .verbatim
        .write("late.txt", TRAINS.replace("December", "spring").as_bytes());
    living.verbatim.delete("trains.txt");
    living.asks_until(NIGHT, |text| text.contains("come back in spring"));
    living.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn an_index_that_is_deleted_while_the_bot_runs_is_built_again_and_that_is_said_once() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let mut living = Living::with(verbatim);
    living.asks_until(HONEY, honey);
    let index = living.verbatim.index();
    fs::remove_dir_all(&index).unwrap();
    assert!(honey(living.asks(HONEY)["text"].as_str().unwrap()));
    living.bot.logs("its folder was deleted");
    assert!(index.join("passages").is_dir());
    living.verbatim.write("trains.txt", TRAINS.as_bytes());
    living.asks_until(NIGHT, night);
    assert!(honey(living.asks(HONEY)["text"].as_str().unwrap()));
    let run = living.bot.stops_on("TERM").ends_with_code(0);
    assert_eq!(run.err.matches("was built again").count(), 1, "{}", run.err);
    assert!(!run.err.contains("WARN"), "{}", run.err);
    // Both are on the disk: the words themselves may be packed.
    let index = living.verbatim.run(&["index"]).ends_with_code(0);
    index.says("0 read, 2 unchanged, 0 removed");
}

#[test]
fn an_index_that_is_deleted_and_cannot_be_written_again_is_kept_in_memory() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let mut living = Living::with(verbatim);
    living.asks_until(HONEY, honey);
    let index = living.verbatim.index();
    fs::remove_dir_all(&index).unwrap();
    // Somebody else's folder stands in its place.
    let aside = index.with_extension("aside");
    fs::create_dir_all(&aside).unwrap();
    fs::write(aside.join("thesis.txt"), b"a thesis").unwrap();
    if fs::rename(&aside, &index).is_err() {
        fs::remove_dir_all(&index).unwrap();
        fs::rename(&aside, &index).unwrap();
    }
    living.bot.logs("the index is kept in memory from now on");
    living.verbatim.write("trains.txt", TRAINS.as_bytes());
    living.asks_until(NIGHT, night);
    living.asks_until(HONEY, honey);
    living.bot.stops_on("TERM").ends_with_code(0);
    assert_eq!(fs::read(index.join("thesis.txt")).unwrap(), b"a thesis");
}

#[test]
fn the_last_interview_may_go_and_another_come() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let mut living = Living::with(verbatim);
    living.asks_until(HONEY, honey);
    living.verbatim.delete("bees.txt");
    living.asks_until(HONEY, |text| !honey(text));
    living.asks_until("/start", |text| !text.is_empty());
    living.verbatim.write("bees.txt", BEES.as_bytes());
    living.asks_until(HONEY, honey);
    living.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
fn a_file_that_cannot_be_read_is_named_once_and_the_rest_is_taken_up() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    let mut living = Living::with(verbatim);
    living.asks_until(HONEY, honey);
    living.verbatim.write("empty.txt", b"  \n");
    living.verbatim.write("trains.txt", TRAINS.as_bytes());
    living.asks_until(NIGHT, night);
    living.verbatim.delete("trains.txt");
    living.asks_until(NIGHT, |text| !night(text));
    let run = living.bot.stops_on("TERM").ends_with_code(0);
    let named = run
        .err
        .lines()
        .filter(|line| line.contains("WARN") && line.contains("empty.txt"));
    assert_eq!(named.count(), 1, "{}", run.err);
}

#[test]
fn an_extension_that_changes_how_a_file_is_read_is_a_change() {
    let verbatim =
        Verbatim::with_files([("bees.txt", b"**Q:** Bees?\n\nA: They do well.\n" as &[u8])]);
    verbatim.run(&["index"]).ends_with_code(0);
    verbatim.rename("bees.txt", "bees.md");
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 1 read");
}

#[test]
fn a_file_that_changed_a_moment_ago_is_hashed_again_though_it_looks_the_same() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 1 read");
    verbatim.write("bees.txt", BEES.replace("strong", "meagre").as_bytes());
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 1 read");
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 0 read, 1 unchanged");
}

/// Whether a file of the index holds these bytes.
fn index_holds(verbatim: &Verbatim, words: &str) -> bool {
    let folder = verbatim.index().join("passages");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut contents = files.filter_map(|file| fs::read(file).ok());
    contents.any(|bytes| {
        bytes
            .windows(words.len())
            .any(|window| window == words.as_bytes())
    })
}

#[test]
fn what_was_deleted_or_corrected_leaves_the_disk() {
    let secret = BEES.replace("strong colonies", "Xq7zWv colonies");
    let verbatim = Verbatim::with_files([("secret.txt", secret.as_bytes())]);
    for number in 0..60 {
        let text = TRAINS.replace("December", &format!("{}", 1960 + number));
        verbatim.write(&format!("{number}.txt"), text.as_bytes());
    }
    verbatim.write("typo.txt", BEES.replace("strong", "Kj9pLm").as_bytes());
    verbatim.run(&["index"]).ends_with_code(0);
    assert!(index_holds(&verbatim, "Xq7zWv") && index_holds(&verbatim, "Kj9pLm"));
    verbatim.delete("secret.txt");
    verbatim.run(&["index"]).ends_with_code(0).says("1 removed");
    assert!(!index_holds(&verbatim, "Xq7zWv"));
    assert!(index_holds(&verbatim, "Kj9pLm"));
    verbatim.write("typo.txt", BEES.as_bytes());
    verbatim.run(&["index"]).ends_with_code(0);
    assert!(!index_holds(&verbatim, "Kj9pLm"));
    verbatim.run(&["ask", "Xq7zWv colonies"]).ends_with_code(0);
    assert!(
        !verbatim
            .run(&["ask", "--json", "Xq7zWv"])
            .text()
            .contains("secret")
    );
}

const TIDES: &str = "Q: How do the tides shape the harbour?\n\n\
    A: The tides shape the harbour twice a day, and every boat waits for them in the outer basin. \
    My brother gambled the ferry away one night in spring and nobody on the quay has forgotten it since. \
    The pilots read the sandbanks by the colour of the water, which no chart has ever shown to anybody. \
    In winter the harbour freezes at its rim, and then the tides break the ice with the sound of gunfire. \
    We dredge the channel every third year, and what we take out becomes the new beach beside the mole.\n";
const GAMBLED: &str = "My brother gambled the ferry away one night in spring and nobody on the quay has forgotten it since.";

#[test]
fn what_was_withdrawn_is_never_quoted_whole_or_in_part() {
    let verbatim = Verbatim::with_files([("tides.txt", TIDES.as_bytes())]);
    assert!(
        verbatim
            .run(&["ask", "Who gambled the ferry away?"])
            .text()
            .contains("gambled")
    );
    let sidecar = format!(
        "withdrawn = [\"{}\"]\n",
        GAMBLED.replace(" quay ", "   quay ")
    );
    verbatim.write("tides.toml", sidecar.as_bytes());
    for question in [
        "Who gambled the ferry away?",
        "How do the tides shape the harbour?",
        "ice in winter",
        "dredge the channel",
    ] {
        let run = verbatim.run(&["ask", "--json", question]);
        assert!(
            !run.text().contains("My brother"),
            "{question}: {}",
            run.text()
        );
    }
    assert!(
        verbatim
            .run(&["ask", "What breaks the ice in winter?"])
            .text()
            .contains("gunfire")
    );
    assert!(!verbatim.run(&["export"]).text().contains("My brother"));
    let corrected = TIDES.replace("twice a day", "two times a day");
    verbatim.write("tides.txt", corrected.as_bytes());
    let run = verbatim.run(&["ask", "Who gambled the ferry away?"]);
    assert!(
        !run.text().contains("My brother"),
        "it stays withdrawn: {}",
        run.text()
    );
    verbatim.write("tides.txt", TIDES.replace("gambled", "gave").as_bytes());
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("withdraws words that are not in the file: `My brother gambled");
}

/// Asserts that nothing of the interview is quoted, and that `index` says why in words that hold `why`.
#[track_caller]
fn is_held_back(verbatim: &Verbatim, why: &str) {
    for question in ["Who gambled the ferry away?", "How do the tides shape it?"] {
        let run = verbatim.run(&["ask", "--json", question]);
        assert!(!run.text().contains("brother"), "{why}: {run:?}");
        assert!(!run.text().contains("twice a day"), "{why}: {run:?}");
    }
    let run = verbatim.run(&["index"]).ends_with_code(0);
    assert!(run.text().contains(why), "{why}: {run:?}");
}

#[test]
fn nothing_is_quoted_of_an_interview_whose_sidecar_is_no_regular_file() {
    let other = (
        "bread.txt",
        "Q: And the bread?\n\nA: We bake it.\n".as_bytes(),
    );
    let verbatim = Verbatim::with_files([("tides.txt", TIDES.as_bytes()), other]);
    verbatim.run(&["index"]).ends_with_code(0);
    let (corpus, away) = (verbatim.corpus(), verbatim.folder().join("away.toml"));
    fs::write(&away, format!("withdrawn = [\"{GAMBLED}\"]\n")).unwrap();
    let sidecar = corpus.join("tides.toml");
    std::os::unix::fs::symlink(&away, &sidecar).unwrap();
    is_held_back(
        &verbatim,
        "`tides.toml` is a symbolic link, and links are not",
    );
    fs::remove_file(&sidecar).unwrap();
    fs::create_dir(&sidecar).unwrap();
    is_held_back(&verbatim, "`tides.toml` is a folder: it may withdraw words");
    fs::remove_dir(&sidecar).unwrap();
    let asked = verbatim.run(&["ask", "Who gambled the ferry away?"]);
    assert!(asked.text().contains("gambled"), "{asked:?}");
}

#[test]
fn nothing_is_quoted_of_an_interview_whose_sidecar_has_another_name_and_withdraws_words() {
    let other = (
        "bread.txt",
        "Q: And the bread?\n\nA: We bake it.\n".as_bytes(),
    );
    let verbatim = Verbatim::with_files([("tides.txt", TIDES.as_bytes()), other]);
    verbatim.run(&["index"]).ends_with_code(0);
    let list = format!("withdrawn = [\"{GAMBLED}\"]\n");
    for name in [
        "Tides.toml",
        "tides.TOML",
        "tides.txt.toml",
        "tides.toml.txt",
        "tide.toml",
    ] {
        verbatim.write(name, list.as_bytes());
        is_held_back(&verbatim, &format!("`{name}` may be its sidecar file"));
        // One that withdraws nothing holds nothing back.
        verbatim.write(name, b"title = \"The tides\"\n");
        let asked = verbatim.run(&["ask", "Who gambled the ferry away?"]);
        assert!(asked.text().contains("gambled"), "{name}: {asked:?}");
        verbatim.delete(name);
    }
    // One of another interview, which is gone, holds nothing back either.
    verbatim.write("harvest.toml", list.as_bytes());
    let asked = verbatim.run(&["ask", "Who gambled the ferry away?"]);
    assert!(asked.text().contains("gambled"), "{asked:?}");
}

#[test]
fn the_buttons_of_an_interview_that_was_corrected_or_deleted_say_so() {
    let verbatim = Verbatim::with_files([
        ("bees.txt", BEES.as_bytes()),
        ("trains.txt", TRAINS.as_bytes()),
    ]);
    let mut living = Living::with(verbatim);
    let start = living.asks("/start");
    let rows = start["reply_markup"]["inline_keyboard"]
        .as_array()
        .unwrap()
        .clone();
    let data = |word: &str| {
        let button = rows.iter().map(|row| &row[0]);
        let mut button = button.filter(|button| button["text"].as_str().unwrap().contains(word));
        button.next().unwrap()["callback_data"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    living
        .verbatim
        .write("bees.txt", BEES.replace("strong", "meagre").as_bytes());
    living.verbatim.delete("trains.txt");
    living.asks_until("Did the bees come through with meagre colonies?", |text| {
        text.contains("meagre")
    });
    living.asks_until(NIGHT, |text| !night(text));
    for word in ["bees", "trains"] {
        living.telegram.presses(ADA, 1001, &data(word));
        let told = living
            .telegram
            .waits_for(&mut living.seen, "answerCallbackQuery");
        let told = told["text"].as_str().unwrap();
        assert!(told.contains("corrigé ou supprimé"), "{told}");
    }
    living.bot.stops_on("TERM").ends_with_code(0);
}

#[test]
#[expect(clippy::print_stderr, reason = "a measurement says what it found")]
#[ignore = "a measurement: writes 10,000 files; run it alone, in release"]
fn one_changed_file_of_ten_thousand_is_taken_up_under_a_second() {
    let verbatim = Verbatim::with_files([("bees.txt", BEES.as_bytes())]);
    for number in 0..9_999 {
        let answer = format!(
            "{BEES}\n{}",
            TRAINS.replace("December", &format!("year {number}"))
        );
        verbatim.write(&format!("{}/{number}.txt", number % 50), answer.as_bytes());
    }
    verbatim.run(&["index"]).ends_with_code(0);
    std::thread::sleep(Duration::from_secs(3));
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("10000 unchanged");
    verbatim.write("bees.txt", BEES.replace("strong", "meagre").as_bytes());
    let began = Instant::now();
    let run = verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 1 read, 9999 unchanged");
    let took = began.elapsed();
    assert!(took < Duration::from_secs(1), "{took:?}: {}", run.text());
    eprintln!("one of 10,000: {took:?}");
}
