//! Changes seeds at random for as long as it is told to, and says what was slowest.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rand::Rng;
use rand::seq::IndexedRandom;

use super::checks::Check;

/// An input that takes longer fails.
const SLOW: Duration = Duration::from_secs(1);

/// Runs a check for so many seconds as the first argument says, 60 without.
pub fn run(name: &str, check: Check) {
    let seconds = std::env::args()
        .nth(1)
        .and_then(|seconds| seconds.parse().ok());
    let until = Instant::now() + Duration::from_secs(seconds.unwrap_or(60));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("seeds")
        .join(name);
    let seeds: Vec<Vec<u8>> = fs::read_dir(folder)
        .expect("seeds")
        .map(|file| fs::read(file.expect("a file").path()).expect("a seed"))
        .collect();
    let mut pool = seeds.clone();
    let (mut runs, mut slowest) = (0_u64, Duration::ZERO);
    let last = std::env::temp_dir().join(format!("verbatim-fuzz-{name}"));
    while Instant::now() < until {
        let input = changed(&pool);
        // What was tried last is there after a crash.
        fs::write(&last, &input).expect("a temporary file");
        let began = Instant::now();
        check(&input);
        let took = began.elapsed();
        assert!(took < SLOW, "{took:?}: see {}", last.display());
        slowest = slowest.max(took);
        runs += 1;
        if pool.len() < 2_000 {
            pool.push(input);
        } else {
            let at = rand::rng().random_range(seeds.len()..pool.len());
            pool[at] = input;
        }
    }
    println!("{name}: {runs} inputs, the slowest took {slowest:?}");
}

/// Bits of text that matter somewhere.
const TOKENS: [&str; 28] = [
    "\n\n",
    ": ",
    "?",
    "« ",
    " »",
    "\"",
    "(",
    ")",
    "<b>",
    "</",
    "&amp;",
    "speaker:",
    "date:2020..",
    "in:",
    "00:00:01,000 --> 00:00:02,000",
    "---\n",
    "# ",
    "- ",
    "{",
    "}",
    "[",
    "\u{301}",
    "\u{202e}",
    "👨‍👩‍👧",
    "œ",
    "İ",
    "\u{0}",
    "\r\n",
];

fn changed(pool: &[Vec<u8>]) -> Vec<u8> {
    let mut rng = rand::rng();
    let mut input = pool.choose(&mut rng).cloned().unwrap_or_default();
    for _ in 0..rng.random_range(1..8) {
        let at = rng.random_range(0..=input.len());
        match rng.random_range(0..7) {
            0 if at < input.len() => input[at] ^= 1 << rng.random_range(0..8),
            1 if at < input.len() => drop(input.remove(at)),
            2 => input.insert(at, rng.random()),
            3 => {
                let token = TOKENS.choose(&mut rng).copied().unwrap_or_default();
                input.splice(at..at, token.bytes());
            }
            4 => {
                let end = rng.random_range(at..=input.len());
                let piece = input[at..end].to_vec();
                let to = rng.random_range(0..=input.len());
                input.splice(to..to, piece);
            }
            5 => {
                let end = rng.random_range(at..=input.len().min(at + 64));
                input.drain(at..end);
            }
            _ => {
                let other = pool.choose(&mut rng).cloned().unwrap_or_default();
                let from = rng.random_range(0..=other.len());
                input.splice(at.., other[from..].iter().copied());
            }
        }
    }
    input.truncate(16_384);
    input
}
