//! Whole numbers as they are spelled out, up to 999,999.

use crate::language::Language;

/// A number in words, in French, English, Spanish, German or Italian; `None` in another language, for 0, and
/// from a million on.
#[must_use]
pub fn spell(number: u32, language: Language) -> Option<String> {
    let spell: fn(u32) -> String = match language {
        Language::French => french,
        Language::English => english,
        Language::Spanish => spanish,
        Language::German => german,
        Language::Italian => italian,
        _ => return None,
    };
    (1..1_000_000).contains(&number).then(|| spell(number))
}

/// Words with spaces between those that are there.
fn joined(words: &[&str]) -> String {
    let words = words.iter().filter(|word| !word.is_empty());
    words.copied().collect::<Vec<_>>().join(" ")
}

/// What stands for `number` in a list that begins with 0, which stands for nothing.
fn of(list: &'static [&'static str], number: u32) -> &'static str {
    let at = usize::try_from(number).unwrap_or_default();
    list.get(at).copied().unwrap_or_default()
}

const FRENCH: &[&str] = &[
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
];
const FRENCH_TENS: &[&str] = &[
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

fn french(number: u32) -> String {
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
        (more, 0) => format!("{} cents", of(FRENCH, more)),
        (more, _) => format!("{} cent", of(FRENCH, more)),
    };
    joined(&[&thousands, &hundreds, &french_tens(rest)])
}

fn french_tens(number: u32) -> String {
    let ten = of(FRENCH_TENS, number / 10);
    let unit = match number / 10 {
        7 | 9 => number % 10 + 10,
        _ => number % 10,
    };
    let unit = match unit {
        17.. => format!("dix-{}", of(FRENCH, unit - 10)),
        unit => of(FRENCH, unit).to_owned(),
    };
    match number {
        0..=16 => of(FRENCH, number).to_owned(),
        80 => "quatre-vingts".to_owned(),
        21 | 31 | 41 | 51 | 61 | 71 => format!("{ten} et {unit}"),
        _ if unit.is_empty() => ten.to_owned(),
        _ => format!("{ten}-{unit}"),
    }
}

const ENGLISH: &[&str] = &[
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
const ENGLISH_TENS: &[&str] = &[
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

fn english(number: u32) -> String {
    let (thousands, hundreds, rest) = (number / 1_000, number / 100 % 10, number % 100);
    let counted = |count: u32, unit: &str| match count {
        0 => String::new(),
        count => format!("{} {unit}", english(count)),
    };
    let tens = match (rest, rest % 10) {
        (0..=19, _) => of(ENGLISH, rest).to_owned(),
        (_, 0) => of(ENGLISH_TENS, rest / 10).to_owned(),
        (_, unit) => format!("{}-{}", of(ENGLISH_TENS, rest / 10), of(ENGLISH, unit)),
    };
    joined(&[
        &counted(thousands, "thousand"),
        &counted(hundreds, "hundred"),
        &tens,
    ])
}

const SPANISH: &[&str] = &[
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
const SPANISH_TENS: &[&str] = &[
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
const SPANISH_HUNDREDS: &[&str] = &[
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

fn spanish(number: u32) -> String {
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
        of(SPANISH_HUNDREDS, hundreds)
    };
    let tens = match (rest, rest % 10) {
        (0..=29, _) => of(SPANISH, rest).to_owned(),
        (_, 0) => of(SPANISH_TENS, rest / 10).to_owned(),
        (_, unit) => format!("{} y {}", of(SPANISH_TENS, rest / 10), of(SPANISH, unit)),
    };
    joined(&[&thousands, hundreds, &tens])
}

const GERMAN: &[&str] = &[
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
const GERMAN_TENS: &[&str] = &[
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
];

fn german(number: u32) -> String {
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
        (0..=19, _) => of(GERMAN, rest).to_owned(),
        (_, 0) => of(GERMAN_TENS, rest / 10).to_owned(),
        (_, unit) => format!("{}und{}", of(GERMAN, unit), of(GERMAN_TENS, rest / 10)),
    };
    counted(thousands, "tausend") + &counted(hundreds, "hundert") + &tens
}

const ITALIAN: &[&str] = &[
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
const ITALIAN_TENS: &[&str] = &[
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

fn italian(number: u32) -> String {
    let (thousands, hundreds, rest) = (number / 1_000, number / 100 % 10, number % 100);
    let thousands = match thousands {
        0 => String::new(),
        1 => "mille".to_owned(),
        more => italian(more).replace("tré", "tre") + "mila",
    };
    let hundreds = match hundreds {
        0 => String::new(),
        1 => "cento".to_owned(),
        more => of(ITALIAN, more).to_owned() + "cento",
    };
    let tens = match (rest, rest % 10) {
        (0..=19, _) => of(ITALIAN, rest).to_owned(),
        (_, unit) => {
            let ten = of(ITALIAN_TENS, rest / 10);
            let ten = if matches!(unit, 1 | 8) {
                &ten[..ten.len() - 1]
            } else {
                ten
            };
            let unit = if unit == 3 { "tré" } else { of(ITALIAN, unit) };
            format!("{ten}{unit}")
        }
    };
    thousands + &hundreds + &tens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spelled_as_they_are_written() {
        for (language, number, words) in [
            (Language::French, 17, "dix-sept"),
            (Language::French, 71, "soixante et onze"),
            (Language::French, 80, "quatre-vingts"),
            (Language::French, 97, "quatre-vingt-dix-sept"),
            (Language::French, 3_200, "trois mille deux cents"),
            (Language::French, 80_000, "quatre-vingt mille"),
            (
                Language::French,
                203_081,
                "deux cent trois mille quatre-vingt-un",
            ),
            (
                Language::English,
                999_999,
                "nine hundred ninety-nine thousand nine hundred ninety-nine",
            ),
            (Language::Spanish, 100, "cien"),
            (
                Language::Spanish,
                21_131,
                "veintiún mil ciento treinta y uno",
            ),
            (Language::German, 101, "einhunderteins"),
            (
                Language::German,
                1_997,
                "eintausendneunhundertsiebenundneunzig",
            ),
            (Language::Italian, 28, "ventotto"),
            (Language::Italian, 2_033, "duemilatrentatré"),
        ] {
            assert_eq!(spell(number, language).as_deref(), Some(words));
        }
        assert_eq!(spell(0, Language::French), None);
        assert_eq!(spell(1_000_000, Language::French), None);
        assert_eq!(spell(7, Language::Greek), None);
    }
}
