//! Parse error messages: a parser's message for TOML or JSON, said again in plain words with what to do.

/// What is wrong, and what to do about it.
pub(super) struct PlainMessage {
    pub(super) reason: String,
    pub(super) hint: Option<&'static str>,
}

impl PlainMessage {
    fn new(reason: impl Into<String>, hint: &'static str) -> Option<Self> {
        Some(Self {
            reason: reason.into(),
            hint: Some(hint),
        })
    }
}

const IN_QUOTES: &str = "put texts in \"quotes\": `key = \"text\"`";
const LIST: &str = "write a list as `[\"one\", \"two\"]`";
const GROUP: &str = "write a group in braces on one line: `{ key = \"text\", other = \"text\" }`";

/// A value that can be read and is not what it should be; `marked` is how it is written in TOML.
pub(super) fn of_type(message: &str, marked: &str) -> Option<PlainMessage> {
    let named = message.split('`').nth(1).unwrap_or_default();
    let is = |words: &str| message.starts_with(words);
    if is("missing field") {
        return Some(PlainMessage {
            reason: format!("`{named}` is missing"),
            hint: None,
        });
    }
    if is("unknown field") {
        return Some(PlainMessage {
            reason: format!("`{named}` is not a known key"),
            hint: None,
        });
    }
    if is("duplicate field") {
        return PlainMessage::new(
            format!("`{named}` appears twice"),
            "keep one of the two and remove the other",
        );
    }
    if is("invalid length") {
        return of_type("invalid type: sequence, expected struct", marked);
    }
    let (found, wanted) = message
        .strip_prefix("invalid type: ")?
        .rsplit_once(", expected ")?;
    Some(of_other_type(found, wanted, marked))
}

fn of_other_type(found: &str, wanted: &str, marked: &str) -> PlainMessage {
    let without_hint = |reason| PlainMessage { reason, hint: None };
    if wanted.starts_with("any valid") {
        return PlainMessage {
            reason: "the number is too large".to_owned(),
            hint: Some("write a smaller number, or put a text in \"quotes\""),
        };
    }
    if marked.starts_with("[[") && found == "map" {
        return without_hint(format!("`{marked}` needs one bracket on each side"));
    }
    if marked.starts_with('[') && found == "map" && wanted == "a sequence" {
        return without_hint(format!("`{marked}` needs two brackets on each side"));
    }
    let found = match found.split(' ').next().unwrap_or_default() {
        "integer" | "floating" => "a number",
        "string" => "a text",
        "sequence" => "a list",
        "boolean" => "`true` or `false`",
        "null" => "empty",
        "map" if marked.starts_with(|c: char| c.is_ascii_digit()) => "a date",
        _ => "a group of keys",
    };
    let wanted = match wanted {
        "a string" => "a text in quotes",
        "a sequence" => "a list in brackets",
        "a boolean" => "`true` or `false`",
        wanted if wanted.starts_with("struct") || wanted == "a map" => "a group of keys",
        _ => "a number",
    };
    without_hint(format!("the value is {found}, not {wanted}"))
}

/// What cannot be read as TOML: `line` is where, `marked` what in it.
pub(super) fn of_toml(message: &str, marked: &str, line: &str) -> Option<PlainMessage> {
    of_text(message, marked, line)
        .or_else(|| of_key(message, marked, line))
        .or_else(|| of_brackets(message, line))
        .or_else(|| of_value(message, marked))
}

fn of_text(message: &str, marked: &str, line: &str) -> Option<PlainMessage> {
    let is = |words: &str| message.starts_with(words);
    let is_string = is("invalid basic string")
        || is("invalid literal string")
        || is("invalid multi-line basic string")
        || is("invalid multi-line literal string");
    let opens = line.contains(['"', '\'']);
    // An open text hides the `]` behind it.
    let hides = is("unclosed array") && line.matches('"').count() % 2 == 1;
    match () {
        () if hides => PlainMessage::new("a text has no closing quote", IN_QUOTES),
        () if is_string && message.contains("characters") => PlainMessage::new(
            "a text contains a control character",
            "remove the character, or write the text again",
        ),
        () if is_string && !opens => PlainMessage::new("the value has no quotes", IN_QUOTES),
        () if is_string => PlainMessage::new("a text has no closing quote", IN_QUOTES),
        () if is("missing opening quote") => {
            PlainMessage::new("a text has no opening quote", IN_QUOTES)
        }
        () if is("string values must") && marked.trim().is_empty() => PlainMessage::new(
            "there is no value after `=`",
            "write a value, or remove the line",
        ),
        () if is("string values must") && marked.starts_with(['“', '”', '„', '«', '‘', '’']) => {
            PlainMessage::new(
                "the quotes are not straight ones",
                "use straight \"quotes\": `key = \"text\"`",
            )
        }
        () if is("string values must") => PlainMessage::new("the value has no quotes", IN_QUOTES),
        () if is("unexpected key or value") && line.starts_with('[') => {
            PlainMessage::new("there is something after `]`", "write it on the next line")
        }
        () if is("unexpected key or value") || is("unexpected content") => PlainMessage::new(
            "there is something after the value",
            "put the whole text in one pair of \"quotes\", and write a quote inside it as `\\\"`; notes begin with `#`",
        ),
        () if message.contains("escaped value") || message.contains("unicode") => {
            PlainMessage::new(
                "a text contains a single `\\`",
                "write `\\\\` for a backslash, or put the text in 'single quotes'",
            )
        }
        () => None,
    }
}

fn of_key(message: &str, marked: &str, line: &str) -> Option<PlainMessage> {
    let is = |words: &str| message.starts_with(words);
    match () {
        () if is("duplicate key") || is("cannot extend") => {
            let key = if marked.is_empty() { line } else { marked };
            let key = key.split('=').next().unwrap_or_default().trim();
            PlainMessage::new(
                format!("`{key}` appears twice"),
                "keep one of the two and remove the other",
            )
        }
        () if is("key with no value") && line.contains(':') => {
            PlainMessage::new("there is no `=` after the key", "write `=` instead of `:`")
        }
        () if is("key with no value") || is("missing assignment") => PlainMessage::new(
            "there is no `=` after the key",
            "write `key = value`; notes begin with `#`",
        ),
        () if is("missing value") => PlainMessage::new(
            "there is no value after `=`",
            "write a value, or remove the line",
        ),
        () if is("unquoted keys cannot be empty") && line.starts_with('[') => PlainMessage::new(
            "the section has no name",
            "write a name between the brackets",
        ),
        () if is("unquoted keys cannot be empty") => {
            PlainMessage::new("there is no key before `=`", "write `key = value`")
        }
        () if is("invalid unquoted key") => PlainMessage::new(
            "the key has a character other than a to z, 0 to 9, `-` and `_`",
            "put the key in \"quotes\", or write another one",
        ),
        () if is("invalid key-value") => PlainMessage::new(
            "the line does not begin with a key",
            "write `key = value`; notes begin with `#`",
        ),
        () if is("extra `=`") || is("extra assignment") => {
            PlainMessage::new("there is one `=` too many", "write `key = value`")
        }
        () => None,
    }
}

fn of_brackets(message: &str, line: &str) -> Option<PlainMessage> {
    let is = |words: &str| message.starts_with(words);
    match () {
        () if is("unclosed array table") => PlainMessage::new(
            "the section has no closing `]]`",
            "write it as `[[name]]`, on a line of its own",
        ),
        () if is("unclosed table") => PlainMessage::new(
            "the section has no closing `]`",
            "write it as `[name]`, on a line of its own",
        ),
        () if is("unclosed array") => PlainMessage::new("a list has no closing `]`", LIST),
        () if is("missing comma between array") || is("unexpected `=` in array") => {
            PlainMessage::new(
                "a comma or the closing `]` of a list is missing before this",
                LIST,
            )
        }
        () if is("extra comma") => PlainMessage::new("there is one comma too many", "remove it"),
        () if is("missing array opening") || is("missing inline table opening") => {
            let bracket = if line.contains('}') { "}" } else { "]" };
            PlainMessage::new(
                format!("a `{bracket}` closes nothing"),
                "remove it, or open it where the list begins",
            )
        }
        () if message.contains("inline table") || is("missing comma between key-value") => {
            PlainMessage::new("a comma or the closing `}` is missing before this", GROUP)
        }
        () if is("cannot recurse") => PlainMessage::new(
            "there are too many brackets inside each other",
            "write it with fewer",
        ),
        () => None,
    }
}

fn of_value(message: &str, marked: &str) -> Option<PlainMessage> {
    let is = |words: &str| message.starts_with(words);
    let number = [
        "invalid float",
        "invalid mantissa",
        "invalid fraction",
        "invalid exponent",
        "invalid integer",
        "unexpected leading zero",
        "unexpected sign",
        "redundant",
        "radix",
        "integers with",
        "`_` may only",
        "invalid value",
    ];
    let is_word = marked.starts_with(char::is_alphabetic);
    let is_truth = ["true", "false"].contains(&&*marked.to_lowercase());
    match () {
        // What begins like `true` or `nan` is read as one, whatever follows.
        () if is_word && !is_truth && marked.contains('"') => {
            PlainMessage::new("a text has no opening quote", IN_QUOTES)
        }
        () if is_word && !is_truth => PlainMessage::new("the value has no quotes", IN_QUOTES),
        () if is("invalid boolean") => PlainMessage::new(
            "the value is neither `true` nor `false`",
            "write `true` or `false`, or put a text in \"quotes\"",
        ),
        () if is("invalid date") || is("invalid time") => PlainMessage::new(
            "the value is not a date",
            "write `2020-04-17`, or put a text in \"quotes\"",
        ),
        () if number.iter().any(|words| is(words)) => PlainMessage::new(
            "the value is not a number",
            "write a number such as `3` or `0.5`, or put a text in \"quotes\"",
        ),
        () if is("carriage return") => PlainMessage::new(
            "the line has a line break in the middle",
            "write it again on one line",
        ),
        () if is("invalid comment") => {
            PlainMessage::new("a note contains a control character", "write it again")
        }
        () => None,
    }
}
