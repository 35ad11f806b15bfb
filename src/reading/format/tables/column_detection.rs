//! Detection of columns: which one says who speaks, when and what.

use super::super::time_codes;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Speaker,
    Text,
    Start,
    End,
    Role,
    Question,
    Answer,
}

/// What columns are called, lower case, in the five languages of the program.
const NAMES: [(Column, &[&str]); 7] = [
    (
        Column::Speaker,
        &[
            "speaker",
            "speaker name",
            "speaker_name",
            "speakername",
            "speaker label",
            "speaker_label",
            "speaker id",
            "speaker_id",
            "name",
            "who",
            "participant",
            "voice",
            "person",
            "actor",
            "character",
            "from",
            "user",
            "author",
            "sprecher",
            "sprecherin",
            "sprecher/in",
            "person/sprecher",
            "locuteur",
            "locutrice",
            "intervenant",
            "intervenante",
            "orateur",
            "personne",
            "nom",
            "hablante",
            "orador",
            "persona",
            "nombre",
            "interlocutor",
            "parlante",
            "oratore",
            "interlocutore",
            "nome",
        ],
    ),
    (
        Column::Text,
        &[
            "text",
            "transcript",
            "transcription",
            "content",
            "utterance",
            "sentence",
            "words",
            "speech",
            "body",
            "caption",
            "captions",
            "message",
            "said",
            "line",
            "transcript text",
            "quote",
            "texte",
            "propos",
            "contenu",
            "parole",
            "paroles",
            "inhalt",
            "äußerung",
            "aussage",
            "beitrag",
            "texto",
            "contenido",
            "transcripción",
            "testo",
            "contenuto",
            "trascrizione",
            "transkript",
            "transkription",
        ],
    ),
    (
        Column::Start,
        &[
            "start",
            "start time",
            "start_time",
            "starttime",
            "start_ms",
            "start (s)",
            "start (ms)",
            "start time (s)",
            "start time (ms)",
            "start_seconds",
            "begin",
            "begin time",
            "time",
            "timestamp",
            "time stamp",
            "timecode",
            "time code",
            "timespan",
            "in",
            "time in",
            "tc in",
            "from time",
            "in point",
            "début",
            "debut",
            "temps",
            "heure",
            "horodatage",
            "anfang",
            "beginn",
            "zeit",
            "zeitmarke",
            "startzeit",
            "inicio",
            "tiempo",
            "hora",
            "inizio",
            "tempo",
            "ora",
        ],
    ),
    (
        Column::End,
        &[
            "end",
            "end time",
            "end_time",
            "endtime",
            "end_ms",
            "end (s)",
            "end (ms)",
            "end time (s)",
            "end time (ms)",
            "end_seconds",
            "stop",
            "out",
            "time out",
            "tc out",
            "out point",
            "fin",
            "ende",
            "endzeit",
            "fine",
        ],
    ),
    (Column::Role, &["role", "rôle", "rolle", "rol", "ruolo"]),
    (
        Column::Question,
        &[
            "question",
            "questions",
            "frage",
            "fragen",
            "pregunta",
            "preguntas",
            "domanda",
            "domande",
            "q",
        ],
    ),
    (
        Column::Answer,
        &[
            "answer",
            "answers",
            "response",
            "réponse",
            "reponse",
            "réponses",
            "antwort",
            "antworten",
            "respuesta",
            "respuestas",
            "risposta",
            "risposte",
            "a",
            "r",
        ],
    ),
];

/// Words of longer names that tell what a column holds, in the five languages of the program.
const TIMES: [&str; 16] = [
    "time",
    "timestamp",
    "timecode",
    "seconds",
    "ms",
    "milliseconds",
    "temps",
    "heure",
    "horodatage",
    "zeit",
    "zeitmarke",
    "zeitstempel",
    "tiempo",
    "hora",
    "tempo",
    "ora",
];
const ENDS: [&str; 11] = [
    "end", "out", "stop", "to", "fin", "bis", "ende", "final", "hasta", "fine", "sortie",
];
const STARTS: [&str; 15] = [
    "start", "in", "begin", "from", "début", "debut", "entrée", "von", "anfang", "beginn",
    "inicio", "desde", "inizio", "da", "de",
];
const SPEAKERS: [&str; 9] = [
    "speaker",
    "sprecher",
    "sprecherin",
    "locuteur",
    "intervenant",
    "orateur",
    "hablante",
    "parlante",
    "oratore",
];
const TEXTS: [&str; 12] = [
    "transcript",
    "transcription",
    "text",
    "utterance",
    "texte",
    "texto",
    "testo",
    "transkript",
    "transkription",
    "transcripción",
    "trascrizione",
    "äußerung",
];

/// What a longer name of a column tells: "Timestamp in (s)", "Transcript text", "Speaker label".
fn told(name: &str) -> Option<Column> {
    let words: Vec<&str> = name
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |wanted: &[&str]| wanted.iter().any(|word| words.contains(word));
    let time = has(&TIMES);
    if words.len() > 4 {
        None
    } else if time && has(&ENDS) {
        Some(Column::End)
    } else if time && has(&STARTS) {
        Some(Column::Start)
    } else if has(&SPEAKERS) {
        Some(Column::Speaker)
    } else if has(&TEXTS) {
        Some(Column::Text)
    } else {
        None
    }
}

/// Which column is which, by the header's names.
pub(super) fn header(row: &[String]) -> Option<Vec<Option<Column>>> {
    let of = |cell: &String| {
        let name = cell.trim().trim_end_matches(':').to_lowercase();
        let exact = NAMES
            .iter()
            .find(|(_, names)| names.contains(&name.as_str()))
            .map(|(column, _)| *column);
        exact.or_else(|| told(&name))
    };
    let mut columns: Vec<Option<Column>> = row.iter().map(of).collect();
    let holds = |column| columns.contains(&Some(column));
    let spoken = holds(Column::Text) && (holds(Column::Speaker) || holds(Column::Start));
    let asked = holds(Column::Question) && holds(Column::Answer);
    // The first column of a kind counts.
    let mut known: Vec<Column> = Vec::new();
    for column in &mut columns {
        match *column {
            Some(seen) if known.contains(&seen) => *column = None,
            Some(new) => known.push(new),
            None => {}
        }
    }
    (spoken || asked).then_some(columns)
}

/// Which column is which, by what the rows hold: clocks, a few labels that come back, and long texts.
pub(super) fn guessed(rows: &[Vec<String>]) -> Option<Vec<Option<Column>>> {
    let width = rows.iter().map(Vec::len).max()?;
    let cells = |at: usize| {
        rows.iter()
            .filter_map(move |row| row.get(at))
            .map(|cell| cell.trim())
    };
    let mean = |at: usize| cells(at).map(str::len).sum::<usize>() / rows.len().max(1);
    let mut columns = vec![None; width];
    let is_clock = |at: usize| {
        let clocks = cells(at)
            .filter(|cell| time_codes::timecode(cell).is_some())
            .count();
        // Plain numbers are times where they go on.
        let numbers: Vec<f64> = cells(at).filter_map(|cell| cell.parse().ok()).collect();
        let ascends =
            numbers.windows(2).all(|pair| pair[0] <= pair[1]) && numbers.first() < numbers.last();
        clocks * 10 >= rows.len() * 9 || (numbers.len() == rows.len() && ascends)
    };
    let clocks: Vec<usize> = (0..width).filter(|&at| is_clock(at)).collect();
    for (at, column) in clocks.iter().zip([Column::Start, Column::End]) {
        columns[*at] = Some(column);
    }
    let text = (0..width)
        .filter(|at| columns[*at].is_none())
        .max_by_key(|&at| mean(at))?;
    columns[text] = Some(Column::Text);
    let labels = |at: &usize| {
        let mut names: Vec<&str> = cells(*at).collect();
        names.sort_unstable();
        names.dedup();
        names.len() * 2 <= rows.len()
            && names.len() > 1
            && names
                .iter()
                .all(|name| name.len() <= 60 && name.chars().any(char::is_alphabetic))
    };
    let speaker = (0..width).filter(|at| columns[*at].is_none()).find(labels);
    if let Some(speaker) = speaker {
        columns[speaker] = Some(Column::Speaker);
    }
    let spoken = mean(text) >= 15 && (speaker.is_some() || !clocks.is_empty());
    (spoken && rows.len() >= 3).then_some(columns)
}
