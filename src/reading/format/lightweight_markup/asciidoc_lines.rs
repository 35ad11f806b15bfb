//! Lines of AsciiDoc that are told by their shape: terms, block macros, the columns of a table.

/// The term of a list of terms or questions, and the words behind it: `Who rows?:: I do.`
pub(super) fn term(line: &str) -> Option<(&str, &str)> {
    for mark in ["::::", ":::", "::", ";;"] {
        if let Some(term) = line.strip_suffix(mark) {
            return (!term.is_empty()).then_some((term, ""));
        }
        if let Some((term, words)) = line.split_once(&format!("{mark} ")) {
            return (!term.is_empty()).then_some((term, words.trim()));
        }
    }
    None
}

/// Whether a line is a block macro or a directive: `image::bell.png[]`, `include::part.adoc[]`.
pub(super) fn is_block_macro(line: &str) -> bool {
    let Some((name, rest)) = line.split_once("::") else {
        return false;
    };
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_lowercase())
        && line.ends_with(']')
        && rest
            .split('[')
            .next()
            .is_some_and(|target| !target.contains(' '))
}

/// How many columns `[cols="1,2"]` or `[cols="2*"]` says.
pub(super) fn columns(line: &str) -> Option<usize> {
    let (_, rest) = line.split_once("cols=")?;
    let said = rest.trim_start_matches(['"', '\'']);
    let said = said.split(['"', '\'', ']']).next()?;
    let times = said
        .split_once('*')
        .and_then(|(times, _)| times.trim().parse().ok());
    let count = times.unwrap_or_else(|| said.split(',').count());
    (1..=100).contains(&count).then_some(count)
}
