//! A no-answer in text: why, and what can be asked instead.

use super::text_style::visible_line;
use super::text_style::{OutputStyle, visible, wrap};
use crate::answer::{Answer, ExampleQuestion, NoAnswer, SmallTalkReply};
use crate::language::on_one_line;
use crate::messages::Messages;

/// How many lines there are at most, and how many of them say that nothing answers.
const LINES: usize = 3;
const HEAD: usize = 2;

/// How many names are offered at most, to leave room for topics.
const NAMES: usize = 2;

/// That nothing answers, and why where that is known; what can be asked instead, as far as it fits.
pub(super) fn render_nothing(
    (answer, nothing): (&Answer, &NoAnswer),
    messages: &Messages,
    style: &OutputStyle,
) -> String {
    let unknown = messages.unknown(&nothing.unknown);
    let offers = unknown.is_none();
    let said = unknown.unwrap_or_else(|| messages.nothing(nothing));
    let mut lines = at_most(&said, HEAD, style);
    if offers {
        let notes = messages.notes(answer).join(" ");
        if !notes.is_empty() {
            lines.extend(at_most(&notes, 1, style));
        }
        let question = fitting(&nothing.nearest, messages, style);
        let question = question.map(|one| visible_line(&offer(&one.text, messages, style)));
        let topics = topics(nothing, messages, style);
        // Where there is room for one only, a whole question is of more use.
        let one = lines.len() + 1 == LINES && question.is_some();
        lines.extend(topics.filter(|_| !one));
        lines.extend(question);
    }
    lines.truncate(LINES);
    lines.into_iter().map(|line| line + "\n").collect()
}

/// The question that is offered with an answer, for whoever lets it be chosen.
pub(super) fn offered(answer: &Answer, messages: &Messages, style: &OutputStyle) -> Option<String> {
    let examples = match answer {
        Answer::Nothing(nothing) if nothing.unknown.is_empty() => &nothing.nearest,
        Answer::Talk(talk) => &talk.examples,
        Answer::Found(_) | Answer::Nothing(_) | Answer::Interviewers(_) => return None,
    };
    fitting(examples, messages, style).map(|one| one.text.clone())
}

/// A short word, and where it helps a question to try.
pub(super) fn render_talk(
    talk: &SmallTalkReply,
    messages: &Messages,
    style: &OutputStyle,
) -> String {
    let example = fitting(&talk.examples, messages, style);
    let example = example.map(|one| offer(&one.text, messages, style));
    let lines = std::iter::once(messages.talk(talk.kind)).chain(example);
    let lines = lines.flat_map(|line| wrap(&visible(&line), style.width));
    lines.map(|line| line + "\n").collect()
}

/// The first that fits into a line.
fn fitting<'a>(
    examples: &'a [ExampleQuestion],
    messages: &Messages,
    style: &OutputStyle,
) -> Option<&'a ExampleQuestion> {
    let fits =
        |text: &str| wrap(&visible_line(&offer(text, messages, style)), style.width).len() == 1;
    examples.iter().find(|one| fits(&one.text))
}

/// A text in so many lines at most, with a sign where words were left out.
fn at_most(text: &str, most: usize, style: &OutputStyle) -> Vec<String> {
    let mut lines = wrap(&visible_line(text), style.width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shortened(last, style.width);
        }
    }
    lines
}

/// "For example: What becomes of the harbour?", with its number where it can be chosen.
fn offer(question: &str, messages: &Messages, style: &OutputStyle) -> String {
    let question = on_one_line(question);
    let number = if style.choices { "1) " } else { "" };
    format!("{} {number}{question}", messages.text("chat-try"))
}

/// What the interviews speak of and who answers, as many of each as fit into a line.
fn topics(nothing: &NoAnswer, messages: &Messages, style: &OutputStyle) -> Option<String> {
    let line = |topics: usize, names: usize| {
        let said = |key, name, words: &[String]| {
            let words = words.join(", ");
            (!words.is_empty()).then(|| messages.with(key, &[(name, words.as_str().into())]))
        };
        let parts = [
            said("topics", "words", &nothing.topics[..topics]),
            said("nothing-people", "names", &nothing.people[..names]),
        ];
        let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        visible_line(&line)
    };
    let names = nothing.people.len().min(NAMES);
    let all = nothing.topics.len();
    let ways = (0..=names).rev().flat_map(|names| {
        let fewest = all.min(1);
        (fewest..=all).rev().map(move |topics| (topics, names))
    });
    let mut lines = ways.map(|(topics, names)| line(topics, names));
    lines.find(|line| !line.is_empty() && wrap(line, style.width).len() == 1)
}

/// A line with a sign that words were left out behind it.
fn shortened(line: &str, width: usize) -> String {
    let cut = format!("{line} …");
    if wrap(&cut, width).len() == 1 {
        return cut;
    }
    let words = line.rsplit_once(' ').map_or("", |(words, _)| words);
    format!("{words} …")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{
        Certainty, CorpusCoverage, Filters, Place, UnknownFilterKind, UnknownFilterValue,
    };
    use crate::interview::{InterviewKey, Span};

    fn nothing() -> NoAnswer {
        let place = Place {
            interview: InterviewKey::from_bytes([0; 5]),
            span: Span::new(0, 1),
            highlight: None,
        };
        let example = |text: &str| ExampleQuestion {
            place,
            text: text.to_owned(),
        };
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        NoAnswer {
            nearest: vec![
                example(&"What would you say of a very long question? ".repeat(4)),
                example("What becomes of the harbour?"),
            ],
            topics: words(&[
                "souveraineté",
                "infrastructures",
                "télétravail",
                "collaborateurs",
                "datacentres",
                "cloud",
            ]),
            people: words(&[
                "Michel Paulin",
                "Anne-Catherine de La Tour d’Auvergne",
                "Paul Durand",
            ]),
            language: crate::language::Language::English,
            foreign: None,
            unknown: Vec::new(),
            filters: Filters::default(),
            is_within_nothing: false,
            ambiguous: Vec::new(),
            coverage: CorpusCoverage::default(),
            corrections: Vec::new(),
            certainty: Certainty::default(),
        }
    }

    #[test]
    fn three_lines_are_enough_in_every_language_and_at_every_usual_width() {
        for code in crate::messages::CODES {
            for width in 40..=100 {
                for speakers in [0, 1, 9] {
                    let mut nothing = nothing();
                    nothing.filters.speakers =
                        vec!["Anne-Catherine de La Tour d’Auvergne".to_owned(); speakers];
                    let answer = Answer::Nothing(nothing.clone());
                    let style = OutputStyle {
                        width,
                        marks: false,
                        choices: true,
                    };
                    let shown = render_nothing((&answer, &nothing), Messages::of(code), &style);
                    assert!(
                        (1..=LINES).contains(&shown.lines().count()),
                        "{code} {width}: {shown}"
                    );
                    assert!(
                        shown.lines().all(|line| line.chars().count() <= width + 2),
                        "{code} {width}: {shown}"
                    );
                    let short = "What becomes of the harbour?";
                    if width >= 60 && speakers == 0 {
                        assert!(shown.contains(short), "{code} {width}: {shown}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_there_is_not_is_said_with_what_comes_nearest_and_nothing_else() {
        let unknown = UnknownFilterValue {
            kind: UnknownFilterKind::Collection,
            typed: "fram".to_owned(),
            nearest: vec!["farm".to_owned()],
            has_others: true,
        };
        let nothing = NoAnswer {
            unknown: vec![unknown],
            ..nothing()
        };
        let answer = Answer::Nothing(nothing.clone());
        let style = OutputStyle {
            width: 80,
            marks: false,
            choices: false,
        };
        let shown = render_nothing((&answer, &nothing), Messages::of("en"), &style);
        assert_eq!(
            shown,
            "There is no collection called “fram”. Did you mean: farm?\n"
        );
    }
}
