//! The text fragment of a quote (`#:~:text=`): `[prefix-,]start[,end][,-suffix]`.
//!
//! A browser marks the first place that the terms match, each within one paragraph, from the start of a word to
//! the end of one, whatever their case and accents; of the context, only white space may lie between
//! (<https://wicg.github.io/scroll-to-text-fragment/>). So a term is a few words of one line, from letter to
//! letter: bullets and quotation marks around it may be the page's style, and not in its text.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::browser_text::BrowserText;
use crate::interview::Span;

/// Up to so many words are one term.
const EXACT: usize = 10;
/// How many words the first and the last of a longer quote are; more where the fewest stand elsewhere too.
const FEWEST: usize = 4;
const MOST: usize = 8;
/// How many words of context tell places apart.
const CONTEXT: usize = 5;
/// What is longer than this, in bytes, is no word: an address, or text without spaces.
const LONGEST: usize = 120;

/// All but letters, digits and three marks that mean nothing there. Comma, dash and ampersand are the syntax.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// The directive's value for the words in `span`; `None` where there are none to go by.
pub(super) fn text_fragment(transcript: &str, span: Span) -> Option<String> {
    let lines = lines(transcript, span);
    let text = FragmentSource {
        transcript,
        page: BrowserText::of(transcript),
    };
    let (first, last) = (lines.first()?, lines.last()?);
    let (start, end) = if lines.len() == 1 && first.len() <= EXACT {
        (whole(first)?, None)
    } else {
        let start = text.first_words(first)?;
        let end = text.last_words(last, start.end)?;
        // The first words and the last meet in a quote that is hardly too long for one term.
        if start.end < end.start {
            (start, Some(end))
        } else {
            (whole(first)?, None)
        }
    };
    let value = text.value(start, end);
    lines
        .iter()
        .flatten()
        .all(|word| word.len() <= LONGEST)
        .then_some(value)
}

struct FragmentSource<'a> {
    transcript: &'a str,
    page: BrowserText,
}

impl FragmentSource<'_> {
    /// The fewest words that stand nowhere else, or as many as a term has.
    fn first_words(&self, line: &[Span]) -> Option<Span> {
        let most = line.len().min(MOST);
        let mut terms = (FEWEST.min(most)..=most).filter_map(|count| whole(&line[..count]));
        let unique = terms.find(|term| self.count(*term) <= 1);
        unique.or_else(|| whole(&line[..most]))
    }

    /// The fewest words that stand nowhere between them and byte `from`, or as many as a term has.
    fn last_words(&self, line: &[Span], from: usize) -> Option<Span> {
        let most = line.len().min(MOST);
        let term = |count: usize| whole(&line[line.len() - count..]);
        let mut terms = (FEWEST.min(most)..=most).filter_map(term);
        let unique = terms.find(|term| self.is_first(*term, from));
        unique.or_else(|| term(most))
    }

    /// The terms, with as much context as tells them from other places.
    fn value(&self, start: Span, end: Option<Span>) -> String {
        let (mut prefix, mut suffix) = (None, None);
        let (mut first, mut last) = (start, end);
        if self.count(start) > 1 {
            (prefix, first) = before(self.transcript, start);
        }
        let closing = last.unwrap_or(first);
        let together = prefix.map_or(first, |prefix| prefix.union(first));
        let is_vague = match end {
            Some(end) => !self.is_first(end, start.end),
            None => self.count(together) > 1,
        };
        if is_vague {
            let (context, longer) = after(self.transcript, closing);
            suffix = context;
            match &mut last {
                Some(last) => *last = longer,
                None => first = longer,
            }
        }
        let term =
            |span: Span| utf8_percent_encode(&self.transcript[span.start..span.end], ENCODED);
        let parts = [
            prefix.map(|span| format!("{}-", term(span))),
            Some(term(first).to_string()),
            last.map(|span| term(span).to_string()),
            suffix.map(|span| format!("-{}", term(span))),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(",")
    }

    /// How often the words of a term stand in the transcript.
    fn count(&self, term: Span) -> usize {
        self.page.count(&self.transcript[term.start..term.end])
    }

    /// Whether a term's words stand nowhere between byte `from` and the term.
    fn is_first(&self, term: Span, from: usize) -> bool {
        let between = self.transcript.get(from..term.start).unwrap_or_default();
        BrowserText::of(between).count(&self.transcript[term.start..term.end]) == 0
    }
}

/// Words before a term, and the term. Where it opens its line, they are the line's before, and the term takes
/// in the marks that open its own.
fn before(transcript: &str, term: Span) -> (Option<Span>, Span) {
    let line = transcript[..term.start].rfind('\n').map_or(0, |at| at + 1);
    let (from, to, term) = if words(transcript, Span::new(line, term.start)).is_empty() {
        let marks = Span::new(line, term.end).trimmed(transcript);
        (0, line, marks)
    } else {
        (line, term.start, term)
    };
    let context = lines(transcript, Span::new(from, to))
        .pop()
        .and_then(|words| {
            let first = words.len().saturating_sub(CONTEXT);
            let last_line = Span::new(words.first()?.start, to).trimmed(transcript);
            Some(Span::new(words[first].start, last_line.end))
        })
        // A line of marks alone lies between.
        .filter(|context| !transcript[context.start..context.end].contains('\n'));
    (context, term)
}

/// Words after a term, and the term. Where it closes its line, they are the next line's, and the term takes in
/// the marks that close its own.
fn after(transcript: &str, term: Span) -> (Option<Span>, Span) {
    let line = transcript[term.end..]
        .find('\n')
        .map_or(transcript.len(), |at| term.end + at);
    let (from, to, term) = if words(transcript, Span::new(term.end, line)).is_empty() {
        let marks = Span::new(term.start, line).trimmed(transcript);
        (line, transcript.len(), marks)
    } else {
        (term.end, line, term)
    };
    let rest = Span::new(from, to).trimmed(transcript);
    let line = transcript[rest.start..rest.end]
        .find('\n')
        .map_or(rest.end, |at| rest.start + at);
    let words = words(transcript, Span::new(rest.start, line));
    let last = words
        .get(..CONTEXT.min(words.len()))
        .and_then(<[Span]>::last);
    (last.map(|last| Span::new(rest.start, last.end)), term)
}

/// From the first letter of some words to the last.
fn whole(words: &[Span]) -> Option<Span> {
    Some(words.first()?.union(*words.last()?))
}

/// The words of each line that has any.
fn lines(transcript: &str, span: Span) -> Vec<Vec<Span>> {
    let mut at = span.start;
    let mut found = Vec::new();
    for line in transcript[span.start..span.end].split_inclusive('\n') {
        let words = words(transcript, Span::new(at, at + line.len()));
        at += line.len();
        if !words.is_empty() {
            found.push(words);
        }
    }
    found
}

/// What stands between white space, or the marks of a script that has none, from its first letter to its last.
fn words(transcript: &str, span: Span) -> Vec<Span> {
    let parts =
        |c: char| c.is_whitespace() || matches!(c, '、' | '。' | '，' | '！' | '？' | '；' | '：');
    let mut found = Vec::new();
    let mut at = span.start;
    for part in transcript[span.start..span.end].split_inclusive(parts) {
        let letters = part.trim_matches(|c: char| !c.is_alphanumeric());
        if !letters.is_empty() {
            let start = at + part.find(char::is_alphanumeric).unwrap_or_default();
            found.push(Span::new(start, start + letters.len()));
        }
        at += part.len();
    }
    found
}
