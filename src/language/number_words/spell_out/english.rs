//! English number words.

use super::{joined, of};

const UNITS: &[&str] = &[
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &[
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// A number below a million.
pub(super) fn english(number: u32) -> String {
    let (thousands, hundreds, rest) = (number / 1_000, number / 100 % 10, number % 100);
    let counted = |count: u32, unit: &str| match count {
        0 => String::new(),
        count => format!("{} {unit}", english(count)),
    };
    let tens = match (rest, rest % 10) {
        (0..=19, _) => of(UNITS, rest).to_owned(),
        (_, 0) => of(TENS, rest / 10).to_owned(),
        (_, unit) => format!("{}-{}", of(TENS, rest / 10), of(UNITS, unit)),
    };
    joined(&[
        &counted(thousands, "thousand"),
        &counted(hundreds, "hundred"),
        &tens,
    ])
}
