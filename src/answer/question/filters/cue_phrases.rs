//! Cue phrases for filters in five languages: "according to", "in an interview with", "who is". The lists are one for
//! all languages: a corpus may be asked in another one than its own.

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

/// What is said by nobody in particular.
pub(super) const IS_SAID: &[&[&str]] = &[
    &["was", "said"],
    &["been", "said"],
    &["ete", "dit"],
    &["se", "dijo"],
    &["ha", "dicho"],
    &["stato", "detto"],
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

/// What stands before a name whose bearer is asked for.
pub(super) const WHO_IS: &[&[&str]] = &[
    &["qui", "est"],
    &["qui", "etait"],
    &["qui", "est", "ce"],
    &["c", "est", "qui"],
    &["qui", "c", "est"],
    &["who", "is"],
    &["who", "was"],
    &["who", "s"],
    &["who", "are"],
    &["wer", "ist"],
    &["wer", "war"],
    &["wer", "ist", "denn"],
    &["quien", "es"],
    &["quien", "era"],
    &["quien", "fue"],
    &["chi", "e"],
    &["chi", "era"],
];

/// What stands before a name of which anything is to be told: where it is somebody's name, it asks who that is.
pub(super) const TELL_ABOUT: &[&[&str]] = &[
    // English
    &["tell", "me", "about"],
    &["tell", "us", "about"],
    &["tell", "me", "more", "about"],
    &["tell", "me", "something", "about"],
    &["can", "you", "tell", "me", "about"],
    &["could", "you", "tell", "me", "about"],
    &["please", "tell", "me", "about"],
    &["talk", "about"],
    &["talk", "to", "me", "about"],
    &["introduce"],
    &["introduce", "me", "to"],
    &["introduce", "us", "to"],
    &["present"],
    &["what", "about"],
    &["what", "do", "you", "know", "about"],
    &["who", "exactly", "is"],
    // French
    &["parle", "moi", "de"],
    &["parle", "moi", "d"],
    &["parlez", "moi", "de"],
    &["parlez", "moi", "d"],
    &["parle", "nous", "de"],
    &["parle", "nous", "d"],
    &["parlez", "nous", "de"],
    &["parlez", "nous", "d"],
    &["parle", "de"],
    &["presente", "moi"],
    &["presentez", "moi"],
    &["presente", "nous"],
    &["presentez", "nous"],
    &["dis", "moi", "qui", "est"],
    &["dites", "moi", "qui", "est"],
    &["raconte", "moi"],
    &["que", "sais", "tu", "de"],
    &["que", "sais", "tu", "sur"],
    &["que", "savez", "vous", "de"],
    &["que", "savez", "vous", "sur"],
    &["peux", "tu", "me", "parler", "de"],
    &["pouvez", "vous", "me", "parler", "de"],
    &["peux", "tu", "me", "presenter"],
    &["pouvez", "vous", "me", "presenter"],
    // German
    &["erzahl", "mir", "von"],
    &["erzahle", "mir", "von"],
    &["erzahl", "uns", "von"],
    &["erzahlen", "sie", "mir", "von"],
    &["erzahlen", "sie", "uns", "von"],
    &["erzahl", "mir", "etwas", "uber"],
    &["erzahl", "mir", "was", "uber"],
    &["erzahl", "mir", "mehr", "uber"],
    &["erzahlen", "sie", "mir", "etwas", "uber"],
    &["erzahl", "von"],
    &["sag", "mir", "etwas", "uber"],
    &["sprich", "uber"],
    &["was", "weisst", "du", "uber"],
    &["was", "wissen", "sie", "uber"],
    // Spanish
    &["hablame", "de"],
    &["hableme", "de"],
    &["hablanos", "de"],
    &["hablenos", "de"],
    &["hablame", "sobre"],
    &["hableme", "sobre"],
    &["cuentame", "de"],
    &["cuentame", "sobre"],
    &["cuenteme", "de"],
    &["cuentanos", "de"],
    &["dime", "quien", "es"],
    &["digame", "quien", "es"],
    &["presentame", "a"],
    &["presenteme", "a"],
    &["que", "sabes", "de"],
    &["que", "sabes", "sobre"],
    &["que", "sabe", "de"],
    &["puedes", "hablarme", "de"],
    &["puede", "hablarme", "de"],
    // Italian
    &["parlami", "di"],
    &["parlami", "d"],
    &["mi", "parli", "di"],
    &["parlaci", "di"],
    &["ci", "parli", "di"],
    &["raccontami", "di"],
    &["raccontaci", "di"],
    &["dimmi", "chi", "e"],
    &["mi", "dica", "chi", "e"],
    &["presentami"],
    &["mi", "presenti"],
    &["cosa", "sai", "di"],
    &["che", "cosa", "sai", "di"],
    &["che", "sai", "di"],
    &["puoi", "parlarmi", "di"],
    &["puo", "parlarmi", "di"],
];

/// The same where words stand behind the name too.
pub(super) const TELL_AROUND: &[(&[&str], &[&str])] = &[
    (&["stell", "mir"], &["vor"]),
    (&["stell", "uns"], &["vor"]),
    (&["stellen", "sie", "mir"], &["vor"]),
    (&["stellen", "sie", "uns"], &["vor"]),
    (&["kannst", "du", "mir", "etwas", "uber"], &["erzahlen"]),
    (&["kannst", "du", "mir", "von"], &["erzahlen"]),
    (&["konnen", "sie", "mir", "etwas", "uber"], &["erzahlen"]),
    (&["konnen", "sie", "mir", "von"], &["erzahlen"]),
];

/// What stands behind a name whose bearer is asked for.
pub(super) const WHO_IS_IT: &[&[&str]] = &[
    &["c", "est", "qui"],
    &["qui", "est", "ce"],
    &["qui", "est", "il"],
    &["qui", "est", "elle"],
    &["who", "is", "that"],
    &["who", "is", "he"],
    &["who", "is", "she"],
    &["wer", "ist", "das"],
    &["quien", "es"],
    &["chi", "e"],
];
