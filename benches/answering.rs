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

mod generated;

use std::fs;
use std::sync::{LazyLock, Mutex};
use std::time::Instant;

use generated::{Words, word, write};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TEXT};
use tantivy::{Index, IndexReader, Term, doc};
use tempfile::TempDir;
use verbatim::answer::{Question, answer, newest};
use verbatim::corpus::{Progress, WhenBusy, sync};
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

/// What somebody sees who has typed the bot's name and nothing yet.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn the_newest_passages_for_an_empty_inline_query(bencher: divan::Bencher) {
    bencher.bench(|| newest(&CORPUS.library, 11).unwrap());
}

/// Questions that were made to take long.
#[divan::bench(sample_count = 10, sample_size = 1, args = ["(", "a", "\u{301}", "\"«[", "AND ", "OR NOT ", "mot", "中", "speaker:\""])]
fn a_hostile_question(bencher: divan::Bencher, part: &str) {
    let text: String = match part {
        "mot" => (0..10_000)
            .map(|number| format!("{} ", word(number)))
            .collect(),
        part => part.chars().cycle().take(4_096).collect(),
    };
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
    verbatim::index::open(&CORPUS.folder.path().join("index"), &|| {}).unwrap();
}

fn question(text: String) -> Question {
    Question {
        text,
        quotes: 3,
        collection: None,
        today: None,
        language: None,
        answering: verbatim::answer::AnsweringOptions::default(),
        options: verbatim::answer::QuestionOptions::default(),
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
    let bytes = write(&texts, *PASSAGES).unwrap();
    let began = Instant::now();
    let index = folder.path().join("index");
    let (library, report) = sync(&texts, &index, &Silent, WhenBusy::Wait).unwrap();
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

struct Silent;

impl Progress for Silent {
    fn started(&self, _: usize) {}
    fn file_done(&self) {}
    fn finished(&self) {}
}
