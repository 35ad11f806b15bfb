//! An e-mail interview (`.eml`): quoted lines are questions, what follows them is an answer. Its signature and its
//! notices are nobody's words. A letter that quotes nothing, or only what it answers as a whole, is read as a text.
//!
//! <https://www.rfc-editor.org/rfc/rfc5322>, <https://www.rfc-editor.org/rfc/rfc3676>

use mail_parser::{Address, Message, MessageParser, MimeHeaders};

use super::super::document_builder::DocumentBuilder;
use super::super::size_limits::Limits;
use super::super::{AttributedSpeech, Block, BlockStyle, Document, html, plain_text};
use crate::interview::{PartialDate, Role, Span};
use crate::reading::ReadError;
use crate::reading::facts::Facts;
use crate::reading::participants::Participant;
use crate::reading::structure::person_name_detection;

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Err(ReadError::Malformed(
            "it cannot be read as mail; save its text as .txt".to_owned(),
        ));
    };
    warn_of_cut(&message, bytes, warnings);
    let plain = message.text_body.iter().any(|part| {
        let part = message.parts.get(*part as usize);
        part.is_some_and(|part| !part.is_text_html())
    });
    let body = message.body_text(0).unwrap_or_default();
    if !body.chars().any(char::is_alphanumeric) {
        return Err(without_text(&message, bytes));
    }
    let body = before_signature(&body);
    let pieces = pieces(&body);
    let asked = pieces.iter().position(|piece| piece.quoted);
    let answered = asked.is_some_and(|asked| pieces[asked..].iter().any(|piece| !piece.quoted));
    let asking = only(message.to()).or_else(|| quoted_author(&body));
    let facts = facts(&message, asking.as_deref().filter(|_| answered), answered);
    if answered {
        let answers = &pieces[asked.unwrap_or_default()..];
        return Ok(letter(
            answers,
            asking.as_deref(),
            only(message.from()),
            facts,
        ));
    }
    let document = match message.body_html(0).filter(|_| !plain) {
        Some(page) => {
            let mut writer = DocumentBuilder::default();
            html::write(&page, limits, &mut writer)?;
            writer.finish()
        }
        None => {
            let own: Vec<&str> = pieces
                .iter()
                .filter(|piece| !piece.quoted)
                .map(|piece| piece.text.as_str())
                .collect();
            plain_text::read(own.join("\n\n").as_bytes(), warnings)?
        }
    };
    Ok(Document { facts, ..document })
}

/// Says of a letter that ends in the middle of a part that it was read as far as it goes.
fn warn_of_cut(message: &Message<'_>, bytes: &[u8], warnings: &mut Vec<String>) {
    let boundary = message
        .content_type()
        .filter(|kind| kind.ctype().eq_ignore_ascii_case("multipart"))
        .and_then(|kind| kind.attribute("boundary"));
    let is_open = boundary.is_some_and(|boundary| {
        let end = format!("--{boundary}--");
        !bytes
            .windows(end.len())
            .any(|place| place == end.as_bytes())
    });
    let bodies = message.text_body.iter().chain(&message.html_body);
    let mut parts = bodies.filter_map(|part| message.parts.get(*part as usize));
    if is_open || parts.any(|part| part.is_encoding_problem) {
        warnings.push(
            "the mail is cut off or damaged: what could be read of it was read; save it again"
                .to_owned(),
        );
    }
}

/// Why a letter has no words.
fn without_text(message: &Message<'_>, bytes: &[u8]) -> ReadError {
    let has_body = [&b"\n\n"[..], b"\n\r\n"]
        .into_iter()
        .any(|end| bytes.windows(end.len()).any(|place| place == end));
    ReadError::Malformed(
        match () {
            () if message.attachment_count() > 0 => {
                "the mail has no text but attachments; save the attachment with the interview as a file"
            }
            () if !has_body => {
                "the mail is cut off: it has a head and no text; save it again"
            }
            () => "the mail has no text; save the text of the interview as .txt",
        }
        .to_owned(),
    )
}

/// A paragraph of a letter.
struct Piece {
    quoted: bool,
    text: String,
}

/// The letter without what stands under the line that begins a signature.
fn before_signature(body: &str) -> String {
    let lines = body.lines().map(str::trim_end);
    let kept: Vec<&str> = lines.take_while(|line| *line != "--").collect();
    kept.join("\n")
}

/// The paragraphs, those that are quoted once apart; what is quoted in a quotation, and the line that says who wrote it,
/// left out.
fn pieces(body: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    let lines: Vec<&str> = body.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let (depth, words) = unquoted(line);
        let next = lines[at + 1..].iter().find(|line| !line.trim().is_empty());
        let introduces =
            depth == 0 && introduces(words) && next.is_some_and(|next| next.starts_with('>'));
        if words.is_empty() || depth > 1 || introduces {
            open = false;
            continue;
        }
        let quoted = depth == 1;
        match pieces.last_mut() {
            Some(last) if open && last.quoted == quoted => {
                let joint = if is_item(words) { '\n' } else { ' ' };
                last.text.push(joint);
                last.text.push_str(words);
            }
            _ => pieces.push(Piece {
                quoted,
                text: words.to_owned(),
            }),
        }
        open = true;
    }
    pieces
}

/// Whether a line says who wrote what is quoted below it.
fn introduces(line: &str) -> bool {
    line.ends_with(':') && line.chars().any(|char| char.is_ascii_digit())
}

/// Who wrote what a letter quotes, by the line above it: `On Mon, 13 May 2019 at 09:00, Ann Lee <ann@lee.example> wrote:`,
/// `Am 13.05.2019 um 09:00 schrieb Ann Lee <ann@lee.example>:`.
fn quoted_author(body: &str) -> Option<String> {
    let lines: Vec<&str> = body.lines().map(str::trim).collect();
    let quotes = lines.iter().position(|line| line.starts_with('>'))?;
    // Long lines of this kind are broken in two.
    let above: Vec<&str> = lines[..quotes]
        .iter()
        .rev()
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .take(2)
        .copied()
        .collect();
    let line: String = above.into_iter().rev().collect::<Vec<_>>().join(" ");
    let (before, _) = line.split_once('<').filter(|_| introduces(&line))?;
    let name = before.trim_end().trim_end_matches(['"', '\'']);
    let name = name
        .rsplit([',', ':', '"', '\''])
        .next()?
        .trim_start_matches(|char: char| !char.is_alphabetic());
    // "schrieb Ann Lee", "a écrit": the verb is no part of the name.
    let capitals = |word: &&str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = name.split_whitespace().rev().take_while(capitals).collect();
    let name = words.into_iter().rev().collect::<Vec<_>>().join(" ");
    (name.contains(' ') && person_name_detection::is_name(&name)).then_some(name)
}

/// How often a line is quoted, and its words.
fn unquoted(line: &str) -> (usize, &str) {
    let mut rest = line.trim_end();
    let mut depth = 0;
    while let Some(inner) = rest.strip_prefix('>') {
        depth += 1;
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    (depth, rest.trim())
}

fn is_item(words: &str) -> bool {
    words.starts_with(['-', '*', '•', '–'])
        || words.split_once(['.', ')']).is_some_and(|(number, _)| {
            (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Questions and answers as they follow each other.
fn letter(pieces: &[Piece], asks: Option<&str>, answers: Option<String>, facts: Facts) -> Document {
    let mut document = Document {
        facts,
        ..Document::default()
    };
    for piece in pieces {
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let start = document.text.len();
        document.text.push_str(&piece.text);
        let span = Span::new(start, document.text.len());
        document.blocks.push(Block {
            span,
            look: BlockStyle::Plain,
            bold_until: None,
        });
        let (speaker, role) = if piece.quoted {
            (asks.map(str::to_owned), Role::Interviewer)
        } else {
            (answers.clone(), Role::Guest)
        };
        match document.said.last_mut() {
            Some(last) if last.role == Some(role) => last.span.end = span.end,
            _ => document.said.push(AttributedSpeech {
                span,
                // Roles tell them apart where the letter has no names.
                speaker: Some(
                    speaker.unwrap_or_else(|| if piece.quoted { "Q" } else { "A" }.to_owned()),
                ),
                role: Some(role),
                apart: false,
            }),
        }
    }
    document
}

/// What the head of the letter says; who writes to whom only where it answers questions.
fn facts(message: &Message<'_>, asking: Option<&str>, answered: bool) -> Facts {
    let date = message.date().and_then(|date| {
        let year = i16::try_from(date.year).ok()?;
        PartialDate::new(year, Some(date.month), Some(date.day))
    });
    let person = |name: String, role| Participant {
        name,
        role: Some(role),
        ..Participant::default()
    };
    let mut people = Vec::new();
    people.extend(asking.map(|name| person(name.to_owned(), Role::Interviewer)));
    let answering = only(message.from()).filter(|_| answered);
    people.extend(answering.map(|name| person(name, Role::Guest)));
    Facts {
        title: message
            .subject()
            .map(subject)
            .filter(|title| !title.is_empty()),
        date,
        people,
        ..Facts::default()
    }
}

/// The name of the only one whom an address is.
fn only(address: Option<&Address<'_>>) -> Option<String> {
    let mut all = address?.iter();
    let (one, none) = (all.next()?, all.next());
    let name = one.name()?.trim().trim_matches(['"', '\'']);
    let name = match name.split_once(',') {
        Some((last, first)) if !first.trim().contains(' ') => {
            format!("{} {}", first.trim(), last.trim())
        }
        _ => name.to_owned(),
    };
    (none.is_none() && !name.is_empty() && !name.contains('@')).then_some(name)
}

/// A subject without what programs put before answers.
fn subject(subject: &str) -> String {
    const MARKS: [&str; 10] = [
        "re:", "aw:", "fw:", "fwd:", "wg:", "tr:", "rv:", "res:", "antw:", "r:",
    ];
    let mut rest = subject.trim();
    loop {
        let lower = rest.to_lowercase();
        let Some(mark) = MARKS.iter().find(|mark| lower.starts_with(**mark)) else {
            return rest.to_owned();
        };
        rest = rest[mark.len()..].trim_start();
    }
}
