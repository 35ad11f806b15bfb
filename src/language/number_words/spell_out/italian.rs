//! Italian number words.

use super::of;

const UNITS: &[&str] = &[
    "",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
];
const TENS: &[&str] = &[
    "",
    "",
    "venti",
    "trenta",
    "quaranta",
    "cinquanta",
    "sessanta",
    "settanta",
    "ottanta",
    "novanta",
];

/// A number below a million.
pub(super) fn italian(number: u32) -> String {
    let (thousands, hundreds, rest) = (number / 1_000, number / 100 % 10, number % 100);
    let thousands = match thousands {
        0 => String::new(),
        1 => "mille".to_owned(),
        more => italian(more).replace("tré", "tre") + "mila",
    };
    let hundreds = match hundreds {
        0 => String::new(),
        1 => "cento".to_owned(),
        more => of(UNITS, more).to_owned() + "cento",
    };
    let tens = match (rest, rest % 10) {
        (0..=19, _) => of(UNITS, rest).to_owned(),
        (_, unit) => {
            let ten = of(TENS, rest / 10);
            let ten = if matches!(unit, 1 | 8) {
                &ten[..ten.len() - 1]
            } else {
                ten
            };
            let unit = if unit == 3 { "tré" } else { of(UNITS, unit) };
            format!("{ten}{unit}")
        }
    };
    thousands + &hundreds + &tens
}
