//! The words by which questions say whose words they want, from when and where: French, English, Spanish, German,
//! Italian, folded. The lists are one for all languages: a corpus may be asked in another one than its own.

/// Verbs of saying and thinking, in the forms that have somebody for a subject or that follow an auxiliary.
pub(super) const SAYS: &[&str] = &[
    // French
    "dit",
    "disent",
    "disait",
    "disaient",
    "pense",
    "pensent",
    "pensait",
    "pensaient",
    "croit",
    "croient",
    "croyait",
    "explique",
    "expliquent",
    "expliquait",
    "affirme",
    "affirment",
    "affirmait",
    "declare",
    "declarent",
    "declarait",
    "raconte",
    "racontent",
    "racontait",
    "repond",
    "repondent",
    "repondait",
    "repondu",
    "estime",
    "estiment",
    "estimait",
    "considere",
    "considerent",
    "soutient",
    "evoque",
    "evoquent",
    "evoquait",
    "parle",
    "parlent",
    "parlait",
    "precise",
    "voit",
    "voient",
    "voyait",
    // English
    "say",
    "says",
    "said",
    "think",
    "thinks",
    "thought",
    "believe",
    "believes",
    "believed",
    "tell",
    "tells",
    "told",
    "explain",
    "explains",
    "explained",
    "claim",
    "claims",
    "claimed",
    "answer",
    "answers",
    "answered",
    "argue",
    "argues",
    "argued",
    "describe",
    "describes",
    "described",
    "see",
    "sees",
    "state",
    "states",
    "stated",
    "mention",
    "mentions",
    "mentioned",
    "feel",
    "feels",
    "suggest",
    "suggests",
    "suggested",
    "talk",
    "talks",
    "talked",
    "speak",
    "speaks",
    "spoke",
    // Spanish
    "dice",
    "dicen",
    "dijo",
    "dijeron",
    "decia",
    "decian",
    "dicho",
    "piensa",
    "piensan",
    "pensaba",
    "pensado",
    "opina",
    "opinan",
    "opino",
    "opinaba",
    "cree",
    "creen",
    "creia",
    "explica",
    "explico",
    "explicado",
    "afirma",
    "afirmo",
    "afirmado",
    "cuenta",
    "conto",
    "contado",
    "responde",
    "respondio",
    "respondido",
    "habla",
    "hablo",
    // German
    "sagt",
    "sagen",
    "sagte",
    "sagten",
    "gesagt",
    "denkt",
    "denken",
    "dachte",
    "gedacht",
    "meint",
    "meinen",
    "meinte",
    "gemeint",
    "glaubt",
    "glaubte",
    "erklart",
    "erklarte",
    "erzahlt",
    "erzahlte",
    "antwortet",
    "antwortete",
    "geantwortet",
    "behauptet",
    "behauptete",
    "sieht",
    "halt",
    "spricht",
    "gesprochen",
    // Italian
    "dicono",
    "disse",
    "dissero",
    "diceva",
    "detto",
    "pensa",
    "pensano",
    "pensava",
    "pensato",
    "crede",
    "credono",
    "credeva",
    "spiega",
    "spiegava",
    "spiegato",
    "afferma",
    "affermato",
    "racconta",
    "raccontato",
    "risponde",
    "rispose",
    "risposto",
    "parla",
    "parlato",
];

/// What asks for what is said; also what stands in front of a subject in such a question.
pub(super) const ASKS: &[&str] = &[
    "que", "qu", "quoi", "comment", "pourquoi", "what", "how", "why", "did", "does", "do", "has",
    "have", "had", "would", "como", "was", "wie", "warum", "wieso", "hat", "haben", "hatte",
    "cosa", "che", "come", "perche",
];

/// What may stand between a word that asks and its verb, or between a subject and its verb.
pub(super) const BETWEEN: &[&str] = &[
    "en", "y", "a", "ont", "t", "il", "elle", "ils", "elles", "on", "nous", "vous", "est", "ce",
    "que", "bien", "vraiment", "aussi", "has", "have", "had", "also", "really", "actually",
    "himself", "herself", "ha", "han", "lo", "la", "le", "les", "hat", "haben", "hatte", "sich",
    "dazu", "ne", "ci", "hanno",
];

/// What comes right before the name of whoever says it.
pub(super) const SOURCES: &[&[&str]] = &[
    &["selon"],
    &["d", "apres"],
    &["dit", "par"],
    &["according", "to"],
    &["said", "by"],
    &["segun"],
    &["laut"],
    &["secondo"],
];

/// What somebody has who says something: "l'avis de", "Ada's view".
pub(super) const OPINIONS: &[&str] = &[
    "avis",
    "opinion",
    "opinions",
    "propos",
    "vue",
    "declarations",
    "position",
    "positions",
    "view",
    "views",
    "thoughts",
    "take",
    "stance",
    "statements",
    "words",
    "meinung",
    "ansicht",
    "haltung",
    "opinione",
    "parere",
    "postura",
    "opiniones",
];

/// Whose opinion it is not: "your opinion of Ada".
pub(super) const OTHERS: &[&str] = &[
    "votre", "ton", "vos", "tes", "leur", "leurs", "your", "their", "tu", "su", "deine", "ihre",
    "eure", "tua", "sua", "vostra",
];

/// What somebody gives who is asked.
pub(super) const INTERVIEWS: &[&str] = &[
    "interview",
    "interviews",
    "entretien",
    "entretiens",
    "entrevista",
    "entrevistas",
    "intervista",
    "interviste",
    "gesprach",
    "gesprache",
    "gesprachen",
];

/// "of" and "with".
pub(super) const OF: &[&str] = &[
    "de", "d", "du", "of", "von", "di", "da", "del", "avec", "with", "con", "mit", "by", "from",
];

/// "and", between two who speak.
pub(super) const AND: &[&str] = &["et", "ou", "and", "or", "y", "o", "und", "oder", "e"];

/// What a name may be introduced by.
pub(super) const TITLES: &[&str] = &[
    "monsieur",
    "madame",
    "m",
    "mme",
    "mr",
    "mrs",
    "ms",
    "dr",
    "docteur",
    "doctor",
    "professeur",
    "professor",
    "prof",
    "herr",
    "frau",
    "senor",
    "senora",
    "signor",
    "signora",
];

/// Third persons before a verb: "what did she say".
pub(super) const THIRD: &[&str] = &[
    "il", "elle", "ils", "elles", "on", "he", "she", "they", "people", "er", "sie", "man", "lui",
    "lei", "loro", "ellos",
];

/// Third persons behind a verb, where "on" would be no preposition: "que dit-il".
pub(super) const INVERTED: &[&str] = &["il", "elle", "ils", "elles", "on", "er", "sie", "man"];

/// German auxiliaries, and the verbs that stand at the end for them.
pub(super) const HAS_LAST: &[&str] = &["hat", "haben", "hatte", "hatten"];
pub(super) const SAID_LAST: &[&str] = &[
    "gesagt",
    "gedacht",
    "gemeint",
    "erzahlt",
    "erklart",
    "geantwortet",
    "behauptet",
    "gesprochen",
];

/// "about", where it is no stop word.
pub(super) const ABOUT: &[&[&str]] = &[
    &["a", "propos"],
    &["au", "sujet"],
    &["concernant"],
    &["regarding"],
    &["concerning"],
    &["respecto"],
    &["acerca"],
    &["bezuglich"],
    &["riguardo"],
];

/// Articles, which names of outlets are compared without.
pub(super) const ARTICLES: &[&str] = &[
    "le", "la", "les", "l", "the", "el", "los", "las", "der", "die", "das", "den", "dem", "il",
    "lo", "i", "gli",
];

/// What stands before an outlet.
pub(super) const IN: &[&str] = &[
    "dans", "sur", "chez", "a", "au", "in", "im", "on", "to", "en", "su", "sul", "sulla", "nel",
    "nella", "bei",
];

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
pub(super) enum Time {
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
pub(super) const TIMES: &[(Time, &[&str])] = &[
    (
        Time::From,
        &[
            "de", "d", "du", "from", "of", "von", "aus", "desde", "dal", "di", "del",
        ],
    ),
    (
        Time::In,
        &[
            "en", "in", "im", "nel", "durant", "pendant", "during", "au", "le", "on", "am",
        ],
    ),
    (
        Time::Since,
        &["depuis", "since", "seit", "desde", "dal", "da"],
    ),
    (Time::After, &["apres", "after", "nach", "despues", "dopo"]),
    (Time::Before, &["avant", "before", "vor", "antes", "prima"]),
    (
        Time::Until,
        &["jusqu", "jusque", "until", "till", "bis", "hasta", "fino"],
    ),
    (
        Time::Between,
        &["entre", "between", "zwischen", "tra", "fra"],
    ),
];

/// What stands between the two ends of a stretch of time.
pub(super) const TO: &[&str] = &[
    "et", "and", "y", "und", "e", "a", "to", "until", "bis", "hasta", "al", "jusqu",
];
