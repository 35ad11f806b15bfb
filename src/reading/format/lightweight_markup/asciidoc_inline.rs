//! What AsciiDoc shows of macros, links, references and attributes within a paragraph.

use crate::reading::format::markup_inserts;

/// How far the end of an insert is looked for, in bytes.
const LONGEST: usize = 4_000;
/// Macros that show nothing of their words.
const SILENT: [&str; 9] = [
    "footnoteref",
    "footnote",
    "image",
    "icon",
    "anchor",
    "indexterm",
    "stem",
    "latexmath",
    "asciimath",
];
/// Macros that show the words in their brackets.
const SHOWN: [&str; 7] = ["link", "xref", "mailto", "kbd", "btn", "pass", "indexterm2"];
/// Attributes that every document has.
const BUILT_IN: [(&str, &str); 8] = [
    ("nbsp", "\u{a0}"),
    ("empty", ""),
    ("sp", " "),
    ("apos", "'"),
    ("quot", "\""),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("amp", "&"),
];

/// The text as it is shown, marks for bold and italic words aside.
pub(super) fn shown(text: &str, attributes: &[(String, String)]) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['[', '<', '(', '{']) {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match &rest[..1] {
            "[" => bracket(rest, &mut shown),
            "<" => reference(rest, &mut shown),
            "(" => index_term(rest, &mut shown),
            _ => attribute(rest, attributes, &mut shown),
        };
        let length = length.unwrap_or_else(|| {
            shown.push_str(&rest[..1]);
            1
        });
        rest = &rest[length..];
    }
    shown.push_str(rest);
    for (written, sign) in [
        ("\"`", "“"),
        ("`\"", "”"),
        ("'`", "‘"),
        ("`'", "’"),
        (" -- ", " — "),
    ] {
        if shown.contains(written) {
            shown = shown.replace(written, sign);
        }
    }
    shown
}

/// Where `mark` is, not far from the start.
fn near(text: &str, mark: &str) -> Option<usize> {
    markup_inserts::near(text, mark, LONGEST)
}

/// The words of a macro or link whose name and target have just been written: `link:address[words]`. Brackets that say
/// how the marked words behind them look go.
fn bracket(text: &str, shown: &mut String) -> Option<usize> {
    let end = near(text, "]")?;
    let inner = &text[1..end];
    let after = &text[end + 1..];
    let styles = inner.starts_with(['.', '#']) && after.starts_with(['#', '*', '_', '`']);
    if styles {
        return Some(end + 1);
    }
    let token = shown
        .rfind(|char: char| char.is_whitespace() || matches!(char, '(' | '"' | '“' | '«'))
        .map_or(0, |at| {
            at + shown[at..].chars().next().map_or(1, char::len_utf8)
        });
    let (start, name, target) = macro_of(&shown[token..])?;
    let target = target.to_owned();
    let start = token + start;
    let words = match name {
        name if SILENT.contains(&name) => String::new(),
        // A link may say in which window it opens.
        _ if inner.starts_with('"') => inner.trim_matches('"').to_owned(),
        _ => {
            let words = inner.split(",window=").next().unwrap_or_default();
            words.trim_end_matches('^').to_owned()
        }
    };
    let named = !words.is_empty() || SILENT.contains(&name) || name == "xref";
    shown.truncate(start);
    shown.push_str(if named { &words } else { &target });
    Some(end + 1)
}

/// The macro at the end of a word: where it starts, its name, and its target.
fn macro_of(word: &str) -> Option<(usize, &'static str, &str)> {
    for address in ["https://", "http://"] {
        if let Some(at) = word.rfind(address) {
            let start = if word[..at].ends_with("link:") {
                at - 5
            } else {
                at
            };
            return Some((start, "link", &word[at..]));
        }
    }
    let known = SILENT.iter().chain(&SHOWN);
    let mut found = known.filter_map(|name| {
        let (before, target) = word.rsplit_once(&format!("{name}:"))?;
        let whole = !before.ends_with(|char: char| char.is_ascii_alphanumeric());
        (whole && !target.starts_with(':')).then_some((before.len(), *name, target))
    });
    found.next()
}

/// A reference within the document: `<<bells,the bells>>`.
fn reference(text: &str, shown: &mut String) -> Option<usize> {
    let end = near(text.strip_prefix("<<")?, ">>")? + 2;
    let words = text[2..end].split_once(',').map_or("", |(_, words)| words);
    shown.push_str(words.trim());
    Some(end + 2)
}

/// A term of the index: `((bells))` is shown, `(((bells)))` is not.
fn index_term(text: &str, shown: &mut String) -> Option<usize> {
    if text.starts_with("(((") {
        return Some(near(text, ")))")? + 3);
    }
    let end = near(text.strip_prefix("((")?, "))")? + 2;
    shown.push_str(&text[2..end]);
    Some(end + 2)
}

/// The value of an attribute: `{outlet}`.
fn attribute(text: &str, attributes: &[(String, String)], shown: &mut String) -> Option<usize> {
    let end = near(text, "}")?;
    let name = text[1..end].to_lowercase();
    let own = attributes.iter().find(|(known, _)| *known == name);
    let built_in = || BUILT_IN.iter().find(|(known, _)| *known == name);
    let value = own
        .map(|(_, value)| value.as_str())
        .or_else(|| built_in().map(|(_, value)| *value))?;
    shown.push_str(value);
    Some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn macros_links_and_attributes_are_shown_as_readers_see_them() {
        let attributes = [("outlet".to_owned(), "The Gazette".to_owned())];
        for (source, text) in [
            ("boats.footnote:[All of them.] Then", "boats. Then"),
            ("see https://a.example/x[the list^]!", "see the list!"),
            ("(link:a.html[here])", "(here)"),
            ("<<top,above>> and ((bells))(((bells)))", "above and bells"),
            ("in {outlet} and {unknown}", "in The Gazette and {unknown}"),
            ("a [laughs] b", "a [laughs] b"),
            ("[.small]#words#", "#words#"),
            ("\"`Boats`\" -- he said", "“Boats” — he said"),
            ("https://a.example[]", "https://a.example"),
        ] {
            assert_eq!(shown(source, &attributes), text, "{source}");
        }
    }
}
