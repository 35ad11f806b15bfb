//! How fast a question is answered, an index opened, a corpus read, on 100,000 generated passages, or as many as
//! VERBATIM_BENCH_PASSAGES says; and bare tantivy with three fields on the same words beside it, so that the figures
//! can be read as ratios.
//!
//! `cargo bench --bench answering`

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot be set up has nothing to say"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex};
use std::time::Instant;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TEXT};
use tantivy::{Index, IndexReader, Term, doc};
use tempfile::TempDir;
use verbatim::answer::{Question, answer};
use verbatim::corpus::{Progress, sync};
use verbatim::index::Library;

/// Passages in the corpus.
static PASSAGES: LazyLock<usize> = LazyLock::new(|| {
    let told = std::env::var("VERBATIM_BENCH_PASSAGES");
    told.map_or(100_000, |passages| passages.parse().unwrap())
});

fn main() {
    let corpus = &*CORPUS;
    println!(
        "corpus: {} passages, {} MiB of text, read and indexed at {:.0} passages/s, {:.1} MiB/s",
        corpus.passages,
        corpus.bytes >> 20,
        corpus.passages as f64 / corpus.seconds,
        (corpus.bytes >> 20) as f64 / corpus.seconds,
    );
    divan::main();
}

#[divan::bench(sample_count = 500, sample_size = 1)]
fn a_question_to_an_answer(bencher: divan::Bencher) {
    let words = Mutex::new(Words::new(7));
    bencher
        .with_inputs(|| words.lock().unwrap().question(6))
        .bench_values(|text| answer(&CORPUS.library, &question(text)).unwrap());
}

#[divan::bench(sample_count = 500, sample_size = 1)]
fn a_question_of_what_one_speaker_said(bencher: divan::Bencher) {
    let words = Mutex::new(Words::new(7));
    bencher
        .with_inputs(|| words.lock().unwrap().question(6))
        .bench_values(|words| {
            let text = format!("{words} speaker:dupont");
            answer(&CORPUS.library, &question(text)).unwrap()
        });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn a_question_that_only_names_a_speaker(bencher: divan::Bencher) {
    let question = question("speaker:dupont".to_owned());
    bencher.bench(|| answer(&CORPUS.library, &question).unwrap());
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn a_hundred_common_words_to_an_answer(bencher: divan::Bencher) {
    let text = (0..100).map(word).collect::<Vec<_>>().join(" ");
    let question = question(text);
    bencher.bench(|| answer(&CORPUS.library, &question).unwrap());
}

#[divan::bench(sample_count = 500, sample_size = 1)]
fn bare_tantivy_with_three_fields(bencher: divan::Bencher) {
    let (reader, fields) = &*BARE;
    let words = Mutex::new(Words::new(7));
    bencher
        .with_inputs(|| words.lock().unwrap().question(6))
        .bench_values(|text| {
            let clauses = fields.iter().flat_map(|field| {
                text.split_whitespace().map(|word| {
                    let term = TermQuery::new(
                        Term::from_field_text(*field, word),
                        IndexRecordOption::WithFreqs,
                    );
                    (Occur::Should, Box::new(term) as Box<dyn Query>)
                })
            });
            let query = BooleanQuery::new(clauses.collect());
            reader
                .searcher()
                .search(&query, &TopDocs::with_limit(10).order_by_score())
                .unwrap()
        });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn opening_the_index() {
    verbatim::index::open(&CORPUS.folder.path().join("index")).unwrap();
}

fn question(text: String) -> Question {
    Question {
        text,
        quotes: 3,
        collection: None,
        today: None,
        setting: verbatim::answer::Setting::default(),
        manner: verbatim::answer::Manner::default(),
    }
}

struct Corpus {
    folder: TempDir,
    library: Library,
    passages: usize,
    bytes: usize,
    seconds: f64,
}

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let folder = TempDir::new().unwrap();
    let texts = folder.path().join("corpus");
    fs::create_dir(&texts).unwrap();
    let bytes = write(&texts);
    let began = Instant::now();
    let (library, report) = sync(&texts, &folder.path().join("index"), &Silent).unwrap();
    Corpus {
        folder,
        library,
        passages: report.passages,
        bytes,
        seconds: began.elapsed().as_secs_f64(),
    }
});

static BARE: LazyLock<(IndexReader, [Field; 3])> = LazyLock::new(|| {
    let mut schema = Schema::builder();
    let fields = [
        schema.add_text_field("body", TEXT | STORED),
        schema.add_text_field("asked", TEXT),
        schema.add_text_field("answer", TEXT),
    ];
    let index = Index::create_in_ram(schema.build());
    let mut writer = index.writer_with_num_threads(1, 256 << 20).unwrap();
    let mut words = Words::new(1);
    for _ in 0..*PASSAGES {
        let (body, asked, answer) = (words.sentence(40), words.sentence(12), words.sentence(120));
        writer
            .add_document(doc!(fields[0] => body, fields[1] => asked, fields[2] => answer))
            .unwrap();
    }
    writer.commit().unwrap();
    (index.reader().unwrap(), fields)
});

/// Writes interviews of 20 exchanges, two passages an answer, until there are enough.
fn write(folder: &Path) -> usize {
    let mut words = Words::new(1);
    let mut bytes = 0;
    for interview in 0..*PASSAGES / 40 {
        let mut text = String::new();
        for _ in 0..20 {
            let _ = write!(
                text,
                "Claire Martin : {} ?\n\nJean Dupont : ",
                words.sentence(12)
            );
            for _ in 0..9 {
                let _ = write!(text, "{}. ", words.sentence(14));
            }
            text.push_str("\n\n");
        }
        bytes += text.len();
        fs::write(folder.join(format!("{interview:05}.txt")), text).unwrap();
    }
    bytes
}

/// Words as often as Zipf's law has them, from a fixed seed.
struct Words(u64);

const VOCABULARY: f64 = 50_000.0;

impl Words {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> String {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let uniform = (self.0 >> 11) as f64 / (1u64 << 53) as f64;
        word(VOCABULARY.powf(uniform) as usize)
    }

    fn sentence(&mut self, length: usize) -> String {
        let mut sentence = (0..length)
            .map(|_| self.next())
            .collect::<Vec<_>>()
            .join(" ");
        sentence[..1].make_ascii_uppercase();
        sentence
    }

    fn question(&mut self, length: usize) -> String {
        (0..length)
            .map(|_| self.next())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The word of a rank: pronounceable, different for every rank.
fn word(rank: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "co", "di", "fu", "ga", "he", "jo", "ki", "lu", "ma", "no", "pi", "qua", "ro", "si",
        "tu", "va", "wo", "xe", "zy",
    ];
    let mut rank = rank + 400;
    let mut word = String::new();
    while rank > 0 {
        word.push_str(SYLLABLES[rank % 20]);
        rank /= 20;
    }
    word
}

struct Silent;

impl Progress for Silent {
    fn started(&self, _: usize) {}
    fn file_done(&self) {}
    fn finished(&self) {}
}
