//! Spanish number words.

use super::{joined, of};

const UNITS: &[&str] = &[
    "",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const TENS: &[&str] = &[
    "",
    "",
    "",
    "treinta",
    "cuarenta",
    "cincuenta",
    "sesenta",
    "setenta",
    "ochenta",
    "noventa",
];
const HUNDREDS: &[&str] = &[
    "",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];

/// A number below a million.
pub(super) fn spanish(number: u32) -> String {
    let (thousands, hundreds, rest) = (number / 1_000, number / 100 % 10, number % 100);
    let thousands = match thousands {
        0 => String::new(),
        1 => "mil".to_owned(),
        // "Veintiún mil": what is multiplied is shortened.
        more => {
            let count = spanish(more);
            let count = match (count.strip_suffix("veintiuno"), count.strip_suffix("uno")) {
                (Some(before), _) => format!("{before}veintiún"),
                (_, Some(before)) => format!("{before}un"),
                _ => count,
            };
            format!("{count} mil")
        }
    };
    let hundreds = if (hundreds, rest) == (1, 0) {
        "cien"
    } else {
        of(HUNDREDS, hundreds)
    };
    let tens = match (rest, rest % 10) {
        (0..=29, _) => of(UNITS, rest).to_owned(),
        (_, 0) => of(TENS, rest / 10).to_owned(),
        (_, unit) => format!("{} y {}", of(TENS, rest / 10), of(UNITS, unit)),
    };
    joined(&[&thousands, hundreds, &tens])
}
