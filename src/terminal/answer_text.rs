//! An answer as lines of text.

use super::no_answer::{render_nothing, render_talk};
use super::text_style::{
    BOLD, CLOSE, DIM, OPEN, OutputStyle, PLAIN, marked, visible, visible_line, wrap,
};
use crate::answer::{Answer, Attribution, Quote, SpeakerProfile};
use crate::interview::Span;
use crate::language::sentences;
use crate::messages::Messages;

const BAR: &str = "│ ";
const CUT: &str = "[…]";

/// An answer for people to read, ending with a line break.
#[must_use]
pub fn render(answer: &Answer, messages: &Messages, style: &OutputStyle) -> String {
    match answer {
        Answer::Found(found) => {
            notes(answer, messages, style)
                + &people(&found.people, messages, style)
                + &quotes(&found.quotes, messages, style)
        }
        Answer::Nothing(nothing) => render_nothing((answer, nothing), messages, style),
        Answer::Talk(talk) => render_talk(talk, messages, style),
        Answer::Interviewers(profiles) => {
            let note = wrap(&messages.text("interviewers-unquoted"), style.width);
            people(profiles, messages, style) + &note.join("\n") + "\n"
        }
    }
}

/// How the question was read, where that was not as it stands: a line for each.
fn notes(answer: &Answer, messages: &Messages, style: &OutputStyle) -> String {
    let notes = messages.notes(answer).into_iter();
    let lines = notes.flat_map(|note| wrap(&visible_line(&note), style.width));
    lines.map(|line| line + "\n").collect()
}

/// How many interviews of somebody are named.
const APPEARANCES: usize = 5;

/// Who they are: a line each, and where one was asked for the interviews.
fn people(people: &[SpeakerProfile], messages: &Messages, style: &OutputStyle) -> String {
    let mut out = String::new();
    for one in people {
        let facts = messages.profile(one, visible_line);
        let name = visible_line(&one.name);
        for line in wrap(&messages.named(&name, &facts), style.width) {
            // Bold begins and ends within a line.
            let line = match line.strip_prefix(&name) {
                Some(rest) => style.strong(&name) + rest,
                None => line,
            };
            out.push_str(&(line + "\n"));
        }
    }
    if let [one] = people {
        let shown = one.interviews.iter().take(APPEARANCES);
        let mut lines: Vec<String> = shown
            .map(|one| messages.appearance(one, visible_line))
            .collect();
        let more = one.interviews.len() - lines.len();
        lines.extend((more > 0).then(|| messages.with("and-more", &[("count", more.into())])));
        out.push_str(&bulleted(&lines, style));
    }
    out
}

/// Quotes, one after another.
pub(super) fn quotes(quotes: &[Quote], messages: &Messages, style: &OutputStyle) -> String {
    let mut out = String::new();
    let mut before = None;
    let count = quotes.len();
    for (at, quote) in quotes.iter().enumerate() {
        out.push('\n');
        let asked = quote.asked().map(|asked| (quote.interview(), asked));
        if let Some((_, asked)) = asked.filter(|_| asked != before) {
            for line in question(asked, messages, style.width) {
                out.push_str(&marked(&line, DIM, style));
                out.push('\n');
            }
            out.push('\n');
        }
        before = asked;
        out.push_str(&words(quote, style));
        let number = if count > 1 {
            format!("[{}/{count}] ", at + 1)
        } else {
            String::new()
        };
        for line in wrap(
            &format!("— {number}{}", attribution(quote.attribution(), messages)),
            style.width,
        ) {
            out.push_str(&line);
            out.push('\n');
        }
        // An address that is not of the web is shown too, for what it tells.
        let attribution = quote.attribution();
        if let Some(link) = attribution.link.as_ref().or(attribution.url.as_ref()) {
            out.push_str(&format!("  {}\n", visible_line(link)));
        }
    }
    out
}

/// How many lines an interviewer's question takes at most.
const ASKED: usize = 2;

/// An interviewer's question; of a long one its last sentences, or else its last words.
fn question(asked: &str, messages: &Messages, width: usize) -> Vec<String> {
    let asked = visible_line(asked);
    let label = messages.text("asked");
    let whole = wrap(&format!("{label} {asked}"), width);
    if whole.len() <= ASKED {
        return whole;
    }
    let sentences = sentences(&asked);
    let starts = sentences.iter().map(|span| span.start);
    let blanks = asked.match_indices(' ').map(|(at, _)| at + 1);
    let from = |at: usize| wrap(&format!("{label} {CUT} {}", &asked[at..]), width);
    let mut cut = starts.filter(|at| *at > 0).chain(blanks).map(from);
    cut.find(|lines| lines.len() <= ASKED).unwrap_or(whole)
}

/// The quoted words behind a bar, paragraph by paragraph, what answers in bold.
fn words(quote: &Quote, style: &OutputStyle) -> String {
    let mut out = String::new();
    let mut bold = false;
    for paragraph in with_cuts(quote).split('\n') {
        let lines = wrap(paragraph, style.width.saturating_sub(BAR.chars().count()));
        for line in lines {
            let line = bolded(&line, &mut bold, style);
            out.push_str(format!("{BAR}{line}").trim_end());
            out.push('\n');
        }
    }
    out
}

/// The quote's words with the highlights' bounds and the marks of cuts.
fn with_cuts(quote: &Quote) -> String {
    let (before, after) = quote.cuts();
    let start = quote.span().start;
    let mut text = if before {
        format!("{CUT} ")
    } else {
        String::new()
    };
    let mut at = 0;
    for highlight in quote.highlights() {
        let Span {
            start: from,
            end: to,
        } = *highlight;
        let (from, to) = (from - start, to - start);
        if from < at {
            continue;
        }
        text.push_str(&visible(&quote.text()[at..from]));
        text.push(OPEN);
        text.push_str(&visible(&quote.text()[from..to]));
        text.push(CLOSE);
        at = to;
    }
    text.push_str(&visible(&quote.text()[at..]));
    if after {
        text.push_str(&format!(" {CUT}"));
    }
    text
}

fn bolded(line: &str, bold: &mut bool, style: &OutputStyle) -> String {
    let mut out = String::new();
    if *bold && style.marks {
        out.push_str(BOLD);
    }
    for c in line.chars() {
        match c {
            OPEN | CLOSE => {
                *bold = c == OPEN;
                if style.marks {
                    out.push_str(if *bold { BOLD } else { PLAIN });
                }
            }
            c => out.push(c),
        }
    }
    if *bold && style.marks {
        out.push_str(PLAIN);
    }
    out
}

/// Who said it, when and where, in one line.
fn attribution(attribution: &Attribution, messages: &Messages) -> String {
    let title = messages.interview(attribution, str::to_owned);
    let speaker = attribution
        .speaker
        .clone()
        .unwrap_or_else(|| messages.unnamed(attribution.role));
    let parts = [
        Some(speaker),
        attribution.description.clone(),
        title,
        attribution.outlet.clone(),
        attribution.date.map(|date| messages.date(date)),
        attribution.page.map(|page| messages.page(page)),
        attribution.time_ms.map(|time| messages.time(time)),
    ];
    visible_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// Lines with a mark before each.
fn bulleted(lines: &[String], style: &OutputStyle) -> String {
    let lines = lines.iter().map(|line| marked_line("  · ", line, style));
    lines.collect()
}

/// Lines with a number before each, from `first` on.
pub(super) fn numbered(lines: &[String], first: usize, style: &OutputStyle) -> String {
    let lines = (first..).zip(lines);
    let lines = lines.map(|(number, line)| marked_line(&format!("{number:>3}  "), line, style));
    lines.collect()
}

/// Lines of a list without numbers.
pub(super) fn listed(lines: &[String], style: &OutputStyle) -> String {
    let lines = lines.iter().map(|line| marked_line("  · ", line, style));
    lines.collect()
}

fn marked_line(mark: &str, line: &str, style: &OutputStyle) -> String {
    let blanks = " ".repeat(mark.chars().count());
    let room = style.width.saturating_sub(blanks.len());
    let lines = wrap(&visible_line(line), room).into_iter().enumerate();
    let lines = lines.map(|(at, line)| {
        let before = if at == 0 { mark } else { &blanks };
        format!("{before}{line}\n")
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::text_style::wrap;

    #[test]
    fn a_count_and_its_noun_stand_on_one_line() {
        for width in 10..40 {
            for line in wrap("The corpus holds 21 interviews and 300 answers", width) {
                assert!(
                    !line.ends_with("21") && !line.ends_with("300"),
                    "{width}: {line}"
                );
            }
        }
    }

    #[test]
    fn a_long_question_is_cut_to_its_last_sentences_in_two_lines() {
        let long = "You were born in a small town far away from here. You then moved to the coast with your \
                    parents and your six brothers. What becomes of the harbour?";
        let lines = question(long, Messages::of("en"), 60);
        assert_eq!(
            lines,
            [
                "Asked: […] You then moved to the coast with your parents and",
                "your six brothers. What becomes of the harbour?"
            ]
        );
        for width in 30..100 {
            assert!(question(&"word ".repeat(90), Messages::of("fr"), width).len() <= ASKED);
            let lines = question(long, Messages::of("fr"), width);
            assert!(
                lines.len() <= ASKED && lines.join(" ").ends_with("harbour?"),
                "{lines:?}"
            );
        }
    }

    #[test]
    fn no_line_begins_with_a_mark_or_ends_with_an_opening_one() {
        let text =
            "Et la « souveraineté » de nos données ; qui la garantit aujourd’hui ? Nous tous !";
        for width in 26..60 {
            for line in wrap(text, width) {
                let line = line.trim();
                assert!(!line.starts_with(['»', ';', '?', '!']), "{width}: {line}");
                assert!(!line.ends_with('«'), "{width}: {line}");
            }
        }
        assert_eq!(wrap("", 20), [""]);
        assert_eq!(wrap("a  b", 20), ["a  b"]);
    }
}
