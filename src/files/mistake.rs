//! A mistake in a file that somebody wrote by hand, TOML or JSON: its line, what is wrong, and what to do. A parser's own
//! messages are for programmers.
//!
//! Values are never repeated: they may be secrets.

use super::parse_error_messages::{PlainMessage, of_toml, of_type};

/// A line that cannot be used, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong, in lower case.
    pub reason: String,
    /// What to do, where that is known without knowing what the file is for.
    pub hint: Option<&'static str>,
}

impl Mistake {
    /// What is wrong in TOML.
    #[must_use]
    pub fn in_toml(text: &str, error: &toml::de::Error) -> Self {
        let span = error.span().unwrap_or_default();
        let mut at = span.start.min(text.len());
        let marked = text.get(span).unwrap_or_default();
        // A text of several lines is missed at the end of the file, but open where it begins.
        if error.message().starts_with("invalid multi-line") {
            let before = text.get(..at).unwrap_or_default();
            at = before.rfind(['"', '\'']).unwrap_or(at);
        }
        let (number, line) = line_at(text, at);
        let message = error.message().lines().next().unwrap_or_default();
        let PlainMessage { reason, hint } = of_type(message, marked)
            .or_else(|| of_toml(message, marked, line))
            .unwrap_or_else(|| PlainMessage {
                reason: "the line cannot be read".to_owned(),
                hint: Some("write `key = value`, texts in \"quotes\""),
            });
        Self {
            line: number,
            reason,
            hint,
        }
    }

    /// What is wrong in line `number`, a JSON object.
    #[must_use]
    pub fn in_json(number: usize, error: &serde_json::Error) -> Self {
        let message = error.to_string();
        let message = message
            .rsplit_once(" at line ")
            .map_or(&*message, |(message, _)| message);
        let PlainMessage { reason, hint } =
            of_type(message, "").unwrap_or_else(|| of_json(message));
        Self {
            line: number,
            reason: format!("{reason} (character {})", error.column()),
            hint,
        }
    }
}

/// The line around a byte, and its number.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let before = text.get(..at).unwrap_or_default();
    let number = before.matches('\n').count();
    (
        number + 1,
        text.lines().nth(number).unwrap_or_default().trim(),
    )
}

fn of_json(message: &str) -> PlainMessage {
    let begins = |words: &[&str]| words.iter().any(|word| message.starts_with(word));
    let (reason, hint) = match () {
        () if begins(&["EOF"]) => (
            "the line ends before its object does",
            "close every quote and bracket, and write each object on one line",
        ),
        () if begins(&["trailing comma"]) => {
            ("there is one comma too many", "remove the last comma")
        }
        () if begins(&["key must be"]) => (
            "a key is not in double quotes",
            "write `\"key\": \"value\"`",
        ),
        () if begins(&["expected `:`"]) => (
            "a colon is missing after a key",
            "write `\"key\": \"value\"`",
        ),
        () if begins(&["expected `,`"]) => (
            "a comma is missing",
            "put a comma between two values; write a quote inside a text as `\\\"`",
        ),
        () if begins(&["control character"]) => (
            "a text contains a tab or another control character",
            "write a tab as `\\t` and a line break as `\\n`",
        ),
        () if begins(&[
            "invalid escape",
            "invalid unicode",
            "lone",
            "unexpected end of hex",
        ]) =>
        {
            (
                "a text contains a single `\\`",
                "write `\\\\` for a backslash",
            )
        }
        () if begins(&["trailing characters"]) => (
            "there is something after the object",
            "write each object on a line of its own",
        ),
        () => (
            "the line is not a JSON object",
            "write one object in braces on each line",
        ),
    };
    PlainMessage {
        reason: reason.to_owned(),
        hint: Some(hint),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that only somebody who writes parsers uses.
    const JARGON: [&str; 14] = [
        "invalid", "expected", "literal", "sequence", "struct", "string", "map", "EOF", "token",
        "array", "boolean", "integer", "field", "TOML",
    ];

    #[track_caller]
    fn is_plain(said: &Mistake) {
        for word in JARGON {
            assert!(!said.reason.contains(word), "{said:?}");
        }
    }

    #[test]
    fn what_is_wrong_in_toml_is_said_in_plain_words_with_its_line() {
        for (text, line, reason) in [
            ("a = 1\ntitle = \"T\nb = 2\n", 2, "no closing quote"),
            ("title = T\"\n", 1, "no opening quote"),
            ("title = 'T\n", 1, "no closing quote"),
            ("a = 1\ntitle = \"\"\"T\nb\n\n", 2, "no closing quote"),
            ("a = 1\na = 2\n", 2, "`a` appears twice"),
            ("[a]\nb = 1\n[a]\n", 3, "`a` appears twice"),
            ("a = 1\n[a]\n", 2, "`a` appears twice"),
            ("a = [1, 2\nb = 3\n", 2, "a comma or the closing `]`"),
            ("a = [\"x\" \"y\"]\n", 1, "a comma or the closing `]`"),
            ("a = [\"x\",\n", 1, "no closing `]`"),
            ("a = [\"x\", \"y]\n", 1, "no closing quote"),
            ("a = {b = 1\nc = 2\n", 2, "a comma or the closing `}`"),
            ("[a\nb = 1\n", 1, "the section has no closing `]`"),
            ("a 1\n", 1, "no `=`"),
            ("title: T\n", 1, "no `=`"),
            ("a =\n", 1, "no value"),
            ("= 1\n", 1, "no key"),
            ("[]\n", 1, "the section has no name"),
            ("title = The bees\n", 1, "the value has no quotes"),
            ("title = “The bees”\n", 1, "not straight"),
            ("title = \"The \"bees\"\"\n", 1, "after the value"),
            ("a = 1.2.3\n", 1, "not a number"),
            ("a = 2020-13-45\n", 1, "not a date"),
            ("a = tomorrow\n", 1, "the value has no quotes"),
            ("a = null\n", 1, "the value has no quotes"),
            ("a = True\n", 1, "neither `true` nor `false`"),
            ("a = \"C:\\Users\"\n", 1, "a single `\\`"),
            ("clé = 1\n", 1, "the key"),
            ("a = 99999999999999999999\n", 1, "too large"),
            ("a = ]\n", 1, "closes nothing"),
            ("<html>\n", 1, "no `=`"),
            ("{\"a\": 1}\n", 1, "does not begin with a key"),
        ] {
            let error = text.parse::<toml::Table>().err();
            let said = error.map(|error| Mistake::in_toml(text, &error));
            let said = said.unwrap_or_else(|| unreachable!("{text} is malformed"));
            assert_eq!(said.line, line, "{text}: {said:?}");
            assert!(said.reason.contains(reason), "{text}: {said:?}");
            assert!(said.hint.is_some(), "{text}: {said:?}");
            is_plain(&said);
        }
    }

    #[test]
    fn a_value_of_another_kind_is_said_in_plain_words() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(dead_code, reason = "what is read is of no interest")]
        struct Wanted {
            words: Vec<One>,
        }
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(dead_code, reason = "what is read is of no interest")]
        struct One {
            text: String,
        }
        for (text, line, reason) in [
            (
                "[[words]]\ntext = 3\n",
                2,
                "the value is a number, not a text in quotes",
            ),
            (
                "[[words]]\ntext = [\"x\"]\n",
                2,
                "the value is a list, not a text in quotes",
            ),
            (
                "[[words]]\ntext = 2020-01-01\n",
                2,
                "the value is a date, not a text in quotes",
            ),
            (
                "words = \"x\"\n",
                1,
                "the value is a text, not a list in brackets",
            ),
            (
                "[words]\ntext = \"x\"\n",
                1,
                "`[words]` needs two brackets on each side",
            ),
            ("[[words]]\n", 1, "`text` is missing"),
            ("[[words]]\ntxt = \"x\"\n", 2, "`txt` is not a known key"),
        ] {
            let error = toml::from_str::<Wanted>(text).err();
            let said = error.map(|error| Mistake::in_toml(text, &error));
            let said = said.unwrap_or_else(|| unreachable!("{text} is malformed"));
            assert_eq!((said.line, &*said.reason), (line, reason), "{text}");
            is_plain(&said);
        }
        for (text, reason) in [
            ("{\"text\": \"x\"", "the line ends before its object does"),
            ("{\"text\": \"x\",}", "one comma too many"),
            ("{'text': 'x'}", "not in double quotes"),
            (
                "{\"text\": 3}",
                "the value is a number, not a text in quotes",
            ),
            ("{}", "`text` is missing"),
            ("[]", "the value is a list, not a group of keys"),
            ("{\"text\": \"a\tb\"}", "a tab"),
            ("hello", "not a JSON object"),
        ] {
            let error = serde_json::from_str::<One>(text).err();
            let said = error.map(|error| Mistake::in_json(7, &error));
            let said = said.unwrap_or_else(|| unreachable!("{text} is malformed"));
            assert_eq!(said.line, 7);
            assert!(said.reason.contains(reason), "{text}: {said:?}");
            is_plain(&said);
        }
    }
}
