//! The words of dates in five languages: months, "since", "between".

/// Months, in five languages.
pub(super) const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "enero", "januar", "gennaio"],
    &["fevrier", "february", "febrero", "februar", "febbraio"],
    &["mars", "march", "marzo", "marz"],
    &["avril", "april", "abril", "aprile"],
    &["mai", "may", "mayo", "maggio"],
    &["juin", "june", "junio", "juni", "giugno"],
    &["juillet", "july", "julio", "juli", "luglio"],
    &["aout", "august", "agosto"],
    &["septembre", "september", "septiembre", "settembre"],
    &["octobre", "october", "octubre", "oktober", "ottobre"],
    &["novembre", "november", "noviembre"],
    &["decembre", "december", "diciembre", "dezember", "dicembre"],
];

/// What may stand between a word of time and its date: "en l'an 2020", "au mois de mars".
pub(super) const DATE_FILLERS: &[&str] = &[
    "le", "la", "l", "the", "el", "il", "dem", "den", "d", "de", "del", "du", "of", "di", "en",
    "in", "au", "an", "annee", "year", "ano", "anno", "jahr", "jahre", "mois", "month", "mes",
    "mese", "monat",
];

/// A word of time, by what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateWord {
    In,
    Since,
    After,
    Before,
    Until,
    Between,
    /// From … to …; after "interviews" also of one date.
    From,
}

/// The words of time. One word may be several.
pub(super) const TIMES: &[(DateWord, &[&str])] = &[
    (
        DateWord::From,
        &[
            "de", "d", "du", "from", "of", "von", "aus", "desde", "dal", "di", "del",
        ],
    ),
    (
        DateWord::In,
        &[
            "en", "in", "im", "nel", "durant", "pendant", "during", "au", "le", "on", "am", "el",
            "il", "dem", "den",
        ],
    ),
    (
        DateWord::Since,
        &["depuis", "since", "seit", "desde", "dal", "da"],
    ),
    (
        DateWord::After,
        &["apres", "after", "nach", "despues", "dopo"],
    ),
    (
        DateWord::Before,
        &["avant", "before", "vor", "antes", "prima"],
    ),
    (
        DateWord::Until,
        &["jusqu", "jusque", "until", "till", "bis", "hasta", "fino"],
    ),
    (
        DateWord::Between,
        &["entre", "between", "zwischen", "tra", "fra"],
    ),
];

/// What stands between the two ends of a stretch of time.
pub(super) const TO: &[&str] = &[
    "et", "and", "y", "und", "e", "a", "to", "until", "bis", "hasta", "al", "jusqu",
];

/// What may stand between a word of time and a decade, and what announces one.
pub(super) const DECADE_FILLERS: &[&str] = &[
    "the", "les", "los", "las", "gli", "den", "der", "annees", "anos", "anni", "jahren",
];
pub(super) const DECADES_BEFORE: &[&str] = &["annees", "anos", "anni"];

/// What may stand behind one: "neunziger Jahren".
pub(super) const DECADES_BEHIND: &[&str] = &["jahren", "jahre"];

/// Decades in words, from the twenties on, folded.
pub(super) const DECADES: [&[&str]; 8] = [
    &[
        "twenties",
        "vingt",
        "zwanziger",
        "zwanzigern",
        "veinte",
        "venti",
    ],
    &[
        "thirties",
        "trente",
        "dreissiger",
        "dreissigern",
        "treinta",
        "trenta",
    ],
    &[
        "forties",
        "quarante",
        "vierziger",
        "vierzigern",
        "cuarenta",
        "quaranta",
    ],
    &[
        "fifties",
        "cinquante",
        "funfziger",
        "funfzigern",
        "cincuenta",
        "cinquanta",
    ],
    &[
        "sixties",
        "soixante",
        "sechziger",
        "sechzigern",
        "sesenta",
        "sessanta",
    ],
    &[
        "seventies",
        "septante",
        "soixante dix",
        "siebziger",
        "siebzigern",
        "setenta",
        "settanta",
    ],
    &[
        "eighties",
        "huitante",
        "quatre vingt",
        "quatre vingts",
        "octante",
        "achtziger",
        "achtzigern",
        "ochenta",
        "ottanta",
    ],
    &[
        "nineties",
        "nonante",
        "quatre vingt dix",
        "neunziger",
        "neunzigern",
        "noventa",
        "novanta",
    ],
];
