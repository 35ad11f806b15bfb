//! Labels in the words of captions: `NAME: words`, `[SPEAKER_00]: words`, `(speaker 0) words`, `>> words`, `- words`,
//! `[speaker 1]` on a line of its own.
//!
//! What stands before a colon is a label where it comes back, where every caption has one, or where it can only
//! be one. It is taken out of the words and kept as data. Where every caption has its label, one without is
//! nobody's; where labels stand only at changes, the speaker goes on. A label of the captions that stands after a
//! sentence within one begins the words of somebody else there: programs that make captions of voice tags write so
//! (pycaption).

use std::collections::{HashMap, HashSet};

use super::Document;
use super::speech_segments::{Segment, ends_sentence, transcript};
use crate::reading::participants::Participant;
use crate::reading::structure::{
    declared_speakers, diarization_labels, is_name, key, person_name_detection,
};

/// The longest label, in bytes, and in words.
const LONGEST: usize = 60;
const MOST_WORDS: usize = 6;

/// The document that segments make: turns with their speakers, paragraphs, a mark for each time. Labels that
/// stand in the words are taken out where nothing else says who speaks.
pub(super) fn document(segments: Vec<Segment>) -> Document {
    let told = segments.iter().any(|segment| segment.speaker.is_some());
    let segments = if told { segments } else { taken_out(segments) };
    transcript(&segments)
}

/// The segments with their labels as speakers; the same segments where they have none.
pub(super) fn taken_out(segments: Vec<Segment>) -> Vec<Segment> {
    let pieces: Vec<Piece> = segments.into_iter().flat_map(begun).collect();
    let heads: Vec<Option<Head>> = pieces.iter().map(Piece::head).collect();
    let labels = Labels::of(&pieces, &heads);
    let pieces = cut_at_labels(pieces, &labels.confirmed(&heads));
    let heads: Vec<Option<Head>> = pieces.iter().map(Piece::head).collect();
    let mut speaker: Option<String> = None;
    let mut taken: Vec<Segment> = Vec::with_capacity(pieces.len());
    let mut dialogue = false;
    for (piece, head) in pieces.into_iter().zip(heads) {
        let Piece {
            mut segment,
            marked,
            dashed,
        } = piece;
        // Who speaks after a dialogue of dashes is not said.
        let ended = taken
            .last()
            .is_some_and(|last: &Segment| ends_sentence(&last.text));
        let dialogued = std::mem::replace(&mut dialogue, dashed);
        segment.turns |= dialogued && !dashed && ended;
        match head.filter(|head| labels.confirms(head, marked)) {
            Some(head) => {
                segment.text = segment.text[head.words..].trim_start().to_owned();
                speaker = Some(head.label);
            }
            None if segment.turns || (labels.everywhere && !segment.continues) => speaker = None,
            None => {}
        }
        segment.speaker.clone_from(&speaker);
        // A label on a line of its own names who speaks in the next.
        if !segment.text.is_empty() {
            taken.push(segment);
        }
    }
    taken
}

/// A segment, or what follows a mark of change in it.
struct Piece {
    segment: Segment,
    /// Whether `>>` stands before it.
    marked: bool,
    /// Whether a dash does.
    dashed: bool,
}

impl Piece {
    fn head(&self) -> Option<Head> {
        head(&self.segment.text)
    }
}

/// The pieces of a segment: `>>` begins one anywhere, a dash at its start.
fn begun(segment: Segment) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, words) in segment.text.split(">>").enumerate() {
        let words = words.trim_start_matches('>').trim();
        if words.is_empty() {
            continue;
        }
        let dashed = ["- ", "– ", "— ", "-- "]
            .iter()
            .find_map(|dash| words.strip_prefix(dash));
        pieces.push(Piece {
            segment: Segment {
                turns: segment.turns || at > 0 || dashed.is_some(),
                continues: segment.continues && at == 0,
                text: dashed.unwrap_or(words).trim().to_owned(),
                ..segment.clone()
            },
            marked: at > 0,
            dashed: dashed.is_some(),
        });
    }
    pieces
}

/// The pieces, cut where a label with one of these keys follows the end of a sentence.
fn cut_at_labels(pieces: Vec<Piece>, keys: &HashSet<String>) -> Vec<Piece> {
    let mut cut = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        while let Some(at) = inner_label(&piece.segment.text, keys) {
            let mut rest = piece.segment.clone();
            rest.text = piece.segment.text.split_off(at);
            rest.continues = true;
            cut.push(piece);
            piece = Piece {
                segment: rest,
                marked: false,
                dashed: false,
            };
        }
        cut.push(piece);
    }
    cut
}

/// Where the first label with one of these keys stands after a sentence of a text, in bytes.
fn inner_label(text: &str, keys: &HashSet<String>) -> Option<usize> {
    if keys.is_empty() || !text.contains([':', '：', ']', ')']) {
        return None;
    }
    let mut starts = text.char_indices().scan(' ', |before, (at, char)| {
        let starts = before.is_whitespace() && !char.is_whitespace() && at > 0;
        *before = char;
        Some((at, starts))
    });
    starts.find_map(|(at, starts)| {
        let is_label = || head(&text[at..]).is_some_and(|head| keys.contains(&head.key));
        (starts && ends_sentence(&text[..at]) && is_label()).then_some(at)
    })
}

/// What may be a label.
struct Head {
    label: String,
    key: String,
    /// Where the words begin, in bytes into the text.
    words: usize,
    bracketed: bool,
    /// Whether it can be nothing else: `[Name]:`, `(speaker 0)`.
    sure: bool,
}

/// The label that a text may begin with.
fn head(text: &str) -> Option<Head> {
    bracketed(text).or_else(|| before_colon(text))
}

/// `[Name]: words`, `[speaker 0]`, `(speaker 0) words`.
fn bracketed(text: &str) -> Option<Head> {
    let close = match text.chars().next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let end = text.find(close).filter(|end| *end <= LONGEST)?;
    let label = text[1..end].trim();
    let after = &text[end + 1..];
    let colon = after.starts_with([':', '：']);
    // Only what names nobody may stand without a colon: `[Applause]` is no label.
    let alone = diarization_labels::is_mere_label(label) && label.chars().count() > 1;
    let rest = after.trim_start_matches([':', '：']);
    is_label(label).then(|| Head {
        label: label.to_owned(),
        key: key(label),
        words: text.len() - rest.len(),
        bracketed: true,
        sure: colon || alone,
    })
}

/// `Name: words`.
fn before_colon(text: &str) -> Option<Head> {
    let (at, mark) = text
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST)
        .find(|(_, char)| matches!(char, ':' | '：'))?;
    let after = &text[at + mark.len_utf8()..];
    let label = text[..at].trim();
    let ends = after.is_empty() || after.starts_with(char::is_whitespace) || mark == '：';
    (ends && is_label(label)).then(|| Head {
        label: label.to_owned(),
        key: key(label),
        words: text.len() - after.len(),
        bracketed: false,
        sure: false,
    })
}

/// Whether a text is short enough for a label and holds no end of a sentence.
fn is_label(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let stops =
        text.contains(['?', '!', '…', '"', '«', '“', ';', '♪']) || text.contains(". ") && words > 3;
    (1..=MOST_WORDS).contains(&words) && text.chars().any(char::is_alphanumeric) && !stops
}

/// Which of the heads are labels, over all the captions.
struct Labels {
    times: HashMap<String, usize>,
    /// Whether every caption has its label, also where the speaker goes on.
    everywhere: bool,
    /// Whether labels tell at least two apart.
    several: bool,
    /// Whether the sure labels are names of one word.
    short: bool,
    /// Whether most captions begin with names in brackets.
    brackets: bool,
}

impl Labels {
    fn of(pieces: &[Piece], heads: &[Option<Head>]) -> Self {
        let mut times: HashMap<String, usize> = HashMap::new();
        for head in heads.iter().flatten() {
            *times.entry(head.key.clone()).or_default() += 1;
        }
        let recurs = |head: &&Head| times.get(&head.key).is_some_and(|times| *times > 1);
        let labelled: Vec<&Head> = heads.iter().flatten().filter(recurs).collect();
        let repeats = labelled
            .windows(2)
            .filter(|pair| pair[0].key == pair[1].key);
        let captions = pieces.iter().filter(|piece| !piece.segment.continues);
        let everywhere = labelled.len() * 10 >= captions.count() * 7 && repeats.count() > 0;
        let sure = |head: &&&Head| is_named(head);
        let named: Vec<&&Head> = labelled.iter().filter(sure).collect();
        let first = named.first().map(|head| head.key.clone());
        let in_brackets = |head: &&&Head| head.bracketed && !head.sure && is_named(head);
        let brackets = labelled.iter().filter(in_brackets).count();
        Self {
            brackets: brackets * 2 >= pieces.len(),
            several: named.iter().any(|head| Some(&head.key) != first.as_ref())
                || named.len() * 10 >= pieces.len() * 6,
            short: !named.is_empty() && named.iter().all(|head| !head.key.contains(' ')),
            everywhere,
            times,
        }
    }

    /// The keys of the heads that are labels without a mark before them, and that name somebody.
    fn confirmed(&self, heads: &[Option<Head>]) -> HashSet<String> {
        let heads = heads.iter().flatten();
        heads
            .filter(|head| is_named(head) && self.confirms(head, false))
            .map(|head| head.key.clone())
            .collect()
    }

    fn confirms(&self, head: &Head, marked: bool) -> bool {
        let times = self.times.get(&head.key).copied().unwrap_or_default();
        let mere = diarization_labels::is_mere_label(&head.label);
        let capitals = head.label.chars().any(char::is_alphabetic)
            && !head.label.chars().any(char::is_lowercase);
        if head.bracketed {
            return head.sure || (self.brackets && self.several && is_named(head));
        }
        if times > 1 {
            // Names, or whatever comes back before most captions.
            return (is_named(head) && (self.several || mere || marked || capitals))
                || self.everywhere;
        }
        let named = is_named(head);
        let full = head.key.contains(' ') || self.short;
        // Where every caption has its label, what stands before a colon is one.
        self.everywhere || (named && (marked || mere || (self.several && (full || capitals))))
    }
}

/// Whether a label is somebody's name, a word for a role or a number.
fn is_named(head: &Head) -> bool {
    let name = diarization_labels::DiarizationLabel::of(&head.label).name;
    let cased = head
        .label
        .chars()
        .any(|char| char.is_lowercase() || char.is_uppercase());
    name.is_none_or(|name| {
        (is_name(&name) && person_name_detection::bare(&name).is_some())
            || (!cased && name.split_whitespace().count() <= 3)
    })
}

/// Segments of paragraphs in which a label begins a turn: what stands before a colon and is a form of somebody's name,
/// a word for a role, or comes back. A segment that does not open a paragraph goes on as the one before it.
pub(super) fn of_people(segments: Vec<Segment>, people: &[Participant]) -> Vec<Segment> {
    let head = |segment: &Segment| {
        let head = before_colon(&segment.text)?;
        segment.opens.then_some(head)
    };
    let heads: Vec<Option<Head>> = segments.iter().map(head).collect();
    let mut times: HashMap<String, usize> = HashMap::new();
    for head in heads.iter().flatten() {
        *times.entry(head.key.clone()).or_default() += 1;
    }
    let is_one = |head: &Head| {
        declared_speakers::is_called(&head.label, people)
            || (is_named(head) && times.get(&head.key).is_some_and(|times| *times > 1))
    };
    let mut speaker = None;
    let mut named = Vec::with_capacity(segments.len());
    for (mut segment, head) in segments.into_iter().zip(&heads) {
        if let Some(head) = head.as_ref().filter(|head| is_one(head)) {
            segment.text = segment.text[head.words..].trim_start().to_owned();
            segment.turns = true;
            speaker = Some(head.label.clone());
        }
        segment.speaker.clone_from(&speaker);
        named.push(segment);
    }
    named
}
