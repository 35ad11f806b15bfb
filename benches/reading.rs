//! How fast files become interviews and passages, on generated text and Markdown.
//!
//! `cargo bench --bench reading`

#![allow(
    clippy::unwrap_used,
    reason = "a benchmark that cannot be set up has nothing to say"
)]

use std::fmt::Write as _;
use std::path::Path;

use divan::counter::BytesCount;
use verbatim::interview::InterviewId;
use verbatim::reading::{FileToRead, passages, read};

/// Answers in an interview: about 1 MB of text.
const ANSWERS: usize = 1_500;

fn main() {
    divan::main();
}

#[divan::bench(args = ["talk.txt", "talk.md"])]
fn a_file_to_an_interview(bencher: divan::Bencher, name: &str) {
    let text = interview(name.ends_with(".md"));
    let source = source(name, &text);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| read(&source).unwrap());
}

#[divan::bench(args = ["talk.txt", "talk.md"])]
fn a_file_to_passages(bencher: divan::Bencher, name: &str) {
    let text = interview(name.ends_with(".md"));
    let source = source(name, &text);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| passages(&read(&source).unwrap()));
}

fn source<'a>(name: &'a str, text: &'a str) -> FileToRead<'a> {
    FileToRead {
        id: InterviewId::new("talk"),
        path: Path::new(name),
        bytes: text.as_bytes(),
        sidecar: None,
    }
}

/// Questions and answers of three to nine sentences, the words neither all alike nor all different.
fn interview(markdown: bool) -> String {
    let mut text = String::new();
    let mut seed = 7_u64;
    let mut next = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % below
    };
    let mut sentence = |end: &str| {
        let words: Vec<String> = (0..8 + next(14)).map(|_| word(next(40_000))).collect();
        format!("The {}{end}", words.join(" "))
    };
    for answer in 0..ANSWERS {
        let (asks, answers) = match markdown {
            true => ("**Ada Martin:**", "**Jean Dupont:**"),
            false => ("Ada Martin:", "Jean Dupont:"),
        };
        let said: Vec<String> = (0..3 + answer % 7).map(|_| sentence(".")).collect();
        let _ = write!(
            text,
            "{asks} {}\n\n{answers} {}\n\n",
            sentence("?"),
            said.join(" ")
        );
    }
    text
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
