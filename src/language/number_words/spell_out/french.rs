//! French number words.

use super::{joined, of};

const UNITS: &[&str] = &[
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
];
const TENS: &[&str] = &[
    "",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
];

/// A number below a million.
pub(super) fn french(number: u32) -> String {
    let (thousands, hundreds, rest) = (number / 1_000, number / 100 % 10, number % 100);
    let thousands = match thousands {
        0 => String::new(),
        1 => "mille".to_owned(),
        // "Quatre-vingt mille", "deux cent mille": what is multiplied has no plural.
        more => {
            let count = french(more);
            let plural = more % 100 == 80 || (more % 100 == 0 && more > 100);
            let count = if plural {
                count.trim_end_matches('s')
            } else {
                &count
            };
            format!("{count} mille")
        }
    };
    let hundreds = match (hundreds, rest) {
        (0, _) => String::new(),
        (1, _) => "cent".to_owned(),
        (more, 0) => format!("{} cents", of(UNITS, more)),
        (more, _) => format!("{} cent", of(UNITS, more)),
    };
    joined(&[&thousands, &hundreds, &french_tens(rest)])
}

fn french_tens(number: u32) -> String {
    let ten = of(TENS, number / 10);
    let unit = match number / 10 {
        7 | 9 => number % 10 + 10,
        _ => number % 10,
    };
    let unit = match unit {
        17.. => format!("dix-{}", of(UNITS, unit - 10)),
        unit => of(UNITS, unit).to_owned(),
    };
    match number {
        0..=16 => of(UNITS, number).to_owned(),
        80 => "quatre-vingts".to_owned(),
        21 | 31 | 41 | 51 | 61 | 71 => format!("{ten} et {unit}"),
        _ if unit.is_empty() => ten.to_owned(),
        _ => format!("{ten}-{unit}"),
    }
}
