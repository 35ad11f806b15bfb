//! The title page of a transcript: lines above the first turn that say who was interviewed, by whom, when and where,
//! as oral historians type them (`Interviewer: Nadia Kessel`, `Date of interview: May 14, 2019`).

use super::person_name_detection::is_name;
use super::role_words::role_word;
use crate::interview::{PartialDate, Role};
use crate::reading::date_parsing;

/// How many lines a title page has at most.
const LONGEST: usize = 24;
/// The longest line of one, in bytes.
const LONGEST_LINE: usize = 160;

/// Words for who is interviewed that are no labels of turns, lower case.
const NARRATORS: [&str; 17] = [
    "narrator",
    "informant",
    "person interviewed",
    "témoin",
    "narrateur",
    "narratrice",
    "personne interviewée",
    "zeitzeuge",
    "zeitzeugin",
    "erzähler",
    "erzählerin",
    "interviewte",
    "interviewter",
    "narrador",
    "narradora",
    "narratore",
    "testimone",
];
/// What stands before who asked.
const ASKING: [&str; 5] = [
    "interviewed by",
    "interview by",
    "interview conducted by",
    "interviewt von",
    "entretien mené par",
];
/// What stands before the day of the interview.
const DATES: [&str; 21] = [
    "date",
    "date of interview",
    "interview date",
    "date of recording",
    "recording date",
    "recorded",
    "recorded on",
    "date de l'entretien",
    "date de l’entretien",
    "date d'enregistrement",
    "date d’enregistrement",
    "datum",
    "datum des interviews",
    "interviewdatum",
    "aufnahmedatum",
    "fecha",
    "fecha de la entrevista",
    "data",
    "data dell'intervista",
    "data dell’intervista",
    "aufgenommen am",
];
/// What else title pages say, which nobody said.
const OTHERS: [&str; 36] = [
    "transcriber",
    "transcribed by",
    "transcript by",
    "transcription",
    "transcrit par",
    "transkript",
    "transkription",
    "transkribiert von",
    "transcripción",
    "trascrizione",
    "audited by",
    "edited by",
    "place",
    "place of interview",
    "location",
    "interview location",
    "lieu",
    "ort",
    "lugar",
    "luogo",
    "length",
    "duration",
    "durée",
    "dauer",
    "duración",
    "durata",
    "tape",
    "project",
    "collection",
    "language",
    "langue",
    "sprache",
    "idioma",
    "lingua",
    "subject",
    "accession number",
];

/// What a line of a title page says.
enum Entry {
    People(Vec<String>, Role),
    Date(PartialDate),
    Other,
}

/// The people whom the title page names, with their roles, and the day.
pub(in crate::reading) fn facts<'a>(
    blocks: impl Iterator<Item = &'a str>,
) -> (Vec<(String, Role)>, Option<PartialDate>) {
    let (mut people, mut date) = (Vec::new(), None);
    for (_, entries) in entries(blocks) {
        for entry in entries {
            match entry {
                Entry::People(names, role) => {
                    people.extend(names.into_iter().map(|name| (name, role)));
                }
                Entry::Date(day) => date = date.or(Some(day)),
                Entry::Other => {}
            }
        }
    }
    (people, date)
}

/// The numbers, from 0, of the blocks that are lines of the title page and nothing else.
pub(super) fn of_blocks<'a>(blocks: impl Iterator<Item = &'a str>) -> Vec<usize> {
    entries(blocks).into_iter().map(|(at, _)| at).collect()
}

/// The blocks of the title page and what their lines say: those above the first line that is long or a sentence.
fn entries<'a>(blocks: impl Iterator<Item = &'a str>) -> Vec<(usize, Vec<Entry>)> {
    let mut found = Vec::new();
    let mut lines = 0;
    for (at, words) in blocks.enumerate() {
        let entries: Option<Vec<Entry>> = words.lines().map(entry).collect();
        lines += words.lines().count();
        if lines > LONGEST {
            break;
        }
        match entries {
            Some(entries) if !entries.is_empty() => found.push((at, entries)),
            _ if words.lines().all(is_title) => {}
            _ => break,
        }
    }
    found
}

/// Whether a line is short and no sentence, so that a title page may go on below it.
fn is_title(line: &str) -> bool {
    let line = line.trim();
    line.len() <= LONGEST_LINE
        && !line.contains(": ")
        && !line.ends_with(['.', '?', '!', '…', '؟', '？', '。'])
}

fn entry(line: &str) -> Option<Entry> {
    let line = line.trim();
    let (key, value) = line
        .split_once([':', '\t'])
        .filter(|_| line.len() <= LONGEST_LINE)?;
    let key = key.trim().to_lowercase();
    let value = value.trim();
    let has = |keys: &[&str]| keys.contains(&key.as_str());
    let role = match () {
        () if has(&NARRATORS) => Some(Role::Guest),
        () if has(&ASKING) => Some(Role::Interviewer),
        // A letter is a label of turns.
        () if key.chars().count() > 2 => role_word(&key).or_else(|| {
            let one = key.strip_suffix('s')?;
            role_word(one)
        }),
        () => None,
    };
    if let Some(role) = role {
        return people(value).map(|names| Entry::People(names, role));
    }
    if has(&DATES) {
        return date_parsing::of_line(value).map(Entry::Date);
    }
    (has(&OTHERS) && !value.is_empty() && !value.ends_with(['?', '!'])).then_some(Entry::Other)
}

/// The full names of a line that is nothing else, without what is told of somebody behind a comma.
fn people(value: &str) -> Option<Vec<String>> {
    let full = |name: &str| (2..=4).contains(&name.split_whitespace().count()) && is_name(name);
    let end = value.ends_with(['.', '?', '!', '…', ';', ':']);
    let joined = |mark: &str| -> Option<Vec<&str>> {
        let names: Vec<&str> = value.split(mark).map(str::trim).collect();
        (names.len() > 1 && names.iter().all(|name| full(name))).then_some(names)
    };
    let several = [", ", "; ", " and ", " & ", " et ", " und ", " y ", " e "]
        .iter()
        .find_map(|mark| joined(mark));
    let alone = || {
        let name = value.split([',', '(']).next().unwrap_or_default().trim();
        full(name).then(|| vec![name])
    };
    let names = several.or_else(alone).filter(|_| !end)?;
    Some(names.into_iter().map(str::to_owned).collect())
}
