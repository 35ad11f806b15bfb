//! What has to hold whatever the bytes are: one function a surface that takes what others wrote.

use std::path::Path;
use std::sync::OnceLock;

use verbatim::answer::{
    Answer, AnsweringOptions, Credit, Permalink, Question, QuestionOptions, Quote, answer,
    find_quoted, resolve_permalink, source_link,
};
use verbatim::card::{Card, CardError, CardSize, Fonts, Shade, Theme, draw};
use verbatim::index::{Library, SourceFile as IndexSource, Writer, open_in_memory};
use verbatim::interview::{Interview, InterviewId, Span};
use verbatim::messages::Messages;
use verbatim::reading::{FileToRead, examine, examine_all, passages};
use verbatim::telegram::{ButtonPayload, quote_html, shorten};

/// A check of a surface.
pub type Check = fn(&[u8]);

/// Every surface by its name.
pub const ALL: [(&str, Check); 7] = [
    ("reader", reader),
    ("structure", structure),
    ("question", question),
    ("button", button),
    ("link", address),
    ("html", html),
    ("card", card),
];

/// Formats by what the first byte of an input says. PDF is not among them: it is read in a process of its own, which
/// may end as it likes.
const EXTENSIONS: [&str; 21] = [
    "txt",
    "md",
    "srt",
    "vtt",
    "json",
    "jsonl",
    "html",
    "docx",
    "odt",
    "epub",
    "sbv",
    "ass",
    "csv",
    "xml",
    "cha",
    "textgrid",
    "xlsx",
    "org",
    "adoc",
    "warc",
    "webarchive",
];

/// A file of any format: an error, or interviews that are sound.
pub fn reader(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let extension = EXTENSIONS[usize::from(*first) % EXTENSIONS.len()];
    let name = format!("2021-02-03 file.{extension}");
    for examined in examine_all(&source(&name, bytes)).into_iter().flatten() {
        sound(&examined.interview);
    }
}

/// A plain text: who speaks, what is asked and what is answered.
pub fn structure(data: &[u8]) {
    if let Ok(examined) = examine(&source("file.txt", data)) {
        sound(&examined.interview);
    }
}

fn source<'a>(name: &'a str, bytes: &'a [u8]) -> FileToRead<'a> {
    FileToRead {
        id: InterviewId::new("it"),
        path: Path::new(name),
        bytes,
        sidecar: None,
    }
}

/// Every turn, exchange and passage is of this transcript.
fn sound(interview: &Interview) {
    let mut end = 0;
    for turn in &interview.turns {
        assert!(interview.slice(turn.span).is_some(), "{:?}", turn.span);
        assert!(turn.span.start >= end, "turns are in order");
        assert!(
            turn.speaker
                .is_none_or(|speaker| speaker < interview.speakers.len())
        );
        end = turn.span.end;
    }
    let turns = interview.exchanges.iter();
    let mut turns = turns.flat_map(|exchange| exchange.question.iter().chain(&exchange.answer));
    assert!(turns.all(|turn| *turn < interview.turns.len()));
    for passage in passages(interview) {
        assert!(
            interview.slice(passage.span).is_some(),
            "{:?}",
            passage.span
        );
    }
}

const INTERVIEW: &str = "Title: The harbour\nDate: 2021-02-03\nURL: https://example.org/a\n\n\
    Ann Lee: Who rows at night?\n\nBo Roy: I row at night, with two lanterns and a dog called Ñandú. The fish are slow then.\n\n\
    Ann Lee: Et pourquoi l'œuvre ?\n\nBo Roy: Parce qu'aujourd'hui 30 % des pêcheurs n'ont plus de bateau — « c'est la vie ».\n";

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let interview = examine(&source("harbour.txt", INTERVIEW.as_bytes()))
            .expect("an interview")
            .interview;
        let library = open_in_memory().expect("an index");
        let mut writer = Writer::new(&library).expect("a writer");
        let source = IndexSource {
            file: &interview.id,
            hash: "",
        };
        writer
            .replace(&interview, &passages(&interview), source)
            .expect("it is taken up");
        writer.commit().expect("it is written");
        library
    })
}

/// Any question: quotes that are slices of the transcript, or nothing.
pub fn question(data: &[u8]) {
    let text = String::from_utf8_lossy(data).into_owned();
    let library = library();
    let question = Question {
        text: text.clone(),
        quotes: 3,
        collection: None,
        today: None,
        language: None,
        answering: AnsweringOptions::default(),
        options: QuestionOptions::default(),
    };
    if let Answer::Found(found) = answer(library, &question).expect("the index can be read") {
        for quote in &found.quotes {
            assert!(INTERVIEW.contains(quote.text()), "{}", quote.text());
        }
    }
    find_quoted(library, &text).expect("the index can be read");
}

/// What a button carries: refused, or what can be written again.
pub fn button(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(press) = ButtonPayload::decode(&text) {
        let again = press.encode().expect("what was read can be written");
        assert_eq!(ButtonPayload::decode(&again), Ok(press));
    }
}

/// The payload of a link to a passage: refused, or followed.
pub fn address(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(address) = Permalink::decode(&text, 999) {
        resolve_permalink(library(), &address).expect("the index can be read");
    }
}

/// A transcript with any words as a message: balanced marks, nothing but ours, short enough.
pub fn html(data: &[u8]) {
    let Some(quote) = quote(data) else { return };
    let html = quote_html(&quote, Messages::of("fr"));
    let mut open: Vec<&str> = Vec::new();
    for mark in html.split('<').skip(1) {
        let (mark, _) = mark.split_once('>').expect("a mark that ends");
        let name = mark.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None => {
                assert!(["b", "i", "u", "a", "blockquote"].contains(&name), "{html}");
                open.push(name);
            }
        }
    }
    assert!(open.is_empty(), "{html}");
    let (span, _) = shorten(quote.text(), None, 200);
    assert!(quote.text()[span.start..span.end].encode_utf16().count() <= 200);
}

/// A card with any words: a picture, or an error that says which character no font has.
pub fn card(data: &[u8]) {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    let Some(quote) = quote(&data[..data.len().min(2_000)]) else {
        return;
    };
    let fonts =
        FONTS.get_or_init(|| Fonts::without_the_systems(None).expect("the program's fonts"));
    let theme = Theme::new(Shade::Light, [178, 30, 46], None).expect("a theme");
    let speaker = quote.text().chars().take(80).collect();
    let credit = Credit {
        speaker,
        description: None,
        title: None,
        source: Vec::new(),
    };
    match draw(fonts, &Card { quote, credit }, &theme, CardSize::Landscape) {
        Ok(png) => assert!(png.starts_with(b"\x89PNG")),
        Err(CardError::MissingGlyph(_)) => {}
        Err(error) => panic!("{error}"),
    }
}

/// A quote of what somebody answers in these words; the first byte says how much of it is highlighted.
fn quote(data: &[u8]) -> Option<Quote> {
    let (first, words) = data.split_first()?;
    let text = String::from_utf8_lossy(words);
    let transcript = format!("Ann Lee: Who rows at night?\n\nBo Roy: {text}\n");
    let examined = examine(&source("words.txt", transcript.as_bytes())).ok()?;
    let interview = examined.interview;
    let span = interview.turns.last()?.span;
    let length = (span.end - span.start) * usize::from(*first) / 255;
    let end = (span.start..=span.start + length)
        .rev()
        .find(|at| interview.transcript.is_char_boundary(*at))?;
    let _ = source_link(&interview, span);
    Quote::cut(&interview, span, vec![Span::new(span.start, end)], 1.0)
}
