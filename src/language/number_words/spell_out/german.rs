//! German number words.

use super::of;

const UNITS: &[&str] = &[
    "",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
];
const TENS: &[&str] = &[
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
];

/// A number below a million.
pub(super) fn german(number: u32) -> String {
    let spelled = german_before(number);
    // "Hunderteins", but "eintausend".
    if number % 100 == 1 {
        spelled + "s"
    } else {
        spelled
    }
}

fn german_before(number: u32) -> String {
    let (thousands, hundreds, rest) = (number / 1_000, number / 100 % 10, number % 100);
    let counted = |count: u32, unit: &str| match count {
        0 => String::new(),
        count => german_before(count) + unit,
    };
    let tens = match (rest, rest % 10) {
        (0..=19, _) => of(UNITS, rest).to_owned(),
        (_, 0) => of(TENS, rest / 10).to_owned(),
        (_, unit) => format!("{}und{}", of(UNITS, unit), of(TENS, rest / 10)),
    };
    counted(thousands, "tausend") + &counted(hundreds, "hundert") + &tens
}
