//! How fast files become interviews and passages, on a generated interview of about 1 MB in every format.
//!
//! `cargo bench --bench reading`; the ratios within one run are what can be compared.

#![allow(
    clippy::unwrap_used,
    reason = "a benchmark that cannot be set up has nothing to say"
)]

use std::path::Path;

use divan::counter::BytesCount;
use verbatim::interview::InterviewId;
use verbatim::reading::{FileToRead, examine_all, passages, read};

#[path = "reading/interview_files.rs"]
mod interview_files;

/// Answers in an interview: about 1 MB of text.
const ANSWERS: usize = 1_500;

fn main() {
    divan::main();
}

/// The formats, by the name of a file of each.
const FILES: [&str; 60] = [
    "talk.txt",
    "wiki.txt",
    "otter.txt",
    "talk.md",
    "talk.org",
    "talk.adoc",
    "talk.html",
    "talk.docx",
    "talk.odt",
    "talk.xlsx",
    "talk.ods",
    "talk.rtf",
    "talk.epub",
    "talk.eml",
    "talk.mhtml",
    "talk.warc",
    "talk.warc.gz",
    "talk.webarchive",
    "talk.pdf",
    "talk.vtt",
    "talk.srt",
    "talk.sbv",
    "talk.ass",
    "talk.ttml",
    "whisper.json",
    "assemblyai.json",
    "aws.json",
    "deepgram.json",
    "google.json",
    "azure.json",
    "revai.json",
    "speechmatics.json",
    "gladia.json",
    "elevenlabs.json",
    "soniox.json",
    "ibm.json",
    "whispercpp.json",
    "youtube.json3",
    "podlove.json",
    "fireflies.json",
    "telegram.json",
    "ninjs.json",
    "ghost.json",
    "talk.jsonl",
    "talk.csv",
    "talk.tsv",
    "tei.xml",
    "ohms.xml",
    "talk.flk",
    "akoma.xml",
    "theyworkforyou.xml",
    "elan.eaf",
    "talk.exb",
    "talk.trs",
    "talk.cha",
    "talk.TextGrid",
    "nitf.xml",
    "newsml.xml",
    "jats.xml",
    "wordpress.xml",
];

#[divan::bench(args = FILES)]
fn a_file_to_interviews(bencher: divan::Bencher, name: &str) {
    let bytes = interview_files::file(name, &turns());
    let source = source(name, &bytes);
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| examine_all(&source).unwrap());
}

#[divan::bench(args = ["talk.txt", "talk.md"])]
fn a_file_to_passages(bencher: divan::Bencher, name: &str) {
    let bytes = interview_files::file(name, &turns());
    let source = source(name, &bytes);
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| passages(&read(&source).unwrap()));
}

fn source<'a>(name: &'a str, bytes: &'a [u8]) -> FileToRead<'a> {
    FileToRead {
        id: InterviewId::new("talk"),
        path: Path::new(name),
        bytes,
        sidecar: None,
    }
}

/// Questions and answers of three to nine sentences, the words neither all alike nor all different.
fn turns() -> Vec<(bool, String)> {
    let mut seed = 7_u64;
    let mut next = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % below
    };
    let mut sentence = |end: &str| {
        let words: Vec<String> = (0..8 + next(14)).map(|_| word(next(40_000))).collect();
        format!("The {}{end}", words.join(" "))
    };
    let mut turns = Vec::new();
    for answer in 0..ANSWERS {
        let said: Vec<String> = (0..3 + answer % 7).map(|_| sentence(".")).collect();
        turns.push((true, sentence("?")));
        turns.push((false, said.join(" ")));
    }
    turns
}

/// A word of two to four syllables by its number.
fn word(number: u64) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ne", "ti", "ro", "su", "la", "me", "vi", "do", "gu", "pa", "re", "si", "co", "fu",
        "le",
    ];
    let syllable = |at: u64| SYLLABLES[usize::try_from(at % 16).unwrap_or_default()];
    let mut word = syllable(number).to_owned();
    let mut rest = number / 16 + 1;
    while rest > 0 {
        word.push_str(syllable(rest));
        rest /= 16;
    }
    word
}
