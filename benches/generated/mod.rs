//! Interviews of made-up words, as often as Zipf's law has them: the same on every machine.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// Writes interviews of 20 exchanges, two passages an answer, until there are enough.
pub(crate) fn write(folder: &Path, passages: usize) -> io::Result<usize> {
    let mut words = Words::new(1);
    let mut bytes = 0;
    for interview in 0..passages / 40 {
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
        fs::write(folder.join(format!("{interview:05}.txt")), text)?;
    }
    Ok(bytes)
}

/// Words as often as Zipf's law has them, from a fixed seed.
pub(crate) struct Words(u64);

const VOCABULARY: f64 = 50_000.0;

impl Words {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> String {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let uniform = (self.0 >> 11) as f64 / (1u64 << 53) as f64;
        word(VOCABULARY.powf(uniform) as usize)
    }

    pub(crate) fn sentence(&mut self, length: usize) -> String {
        let mut sentence = (0..length)
            .map(|_| self.next())
            .collect::<Vec<_>>()
            .join(" ");
        sentence[..1].make_ascii_uppercase();
        sentence
    }

    pub(crate) fn question(&mut self, length: usize) -> String {
        (0..length)
            .map(|_| self.next())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The word of a rank: pronounceable, different for every rank.
pub(crate) fn word(rank: usize) -> String {
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
