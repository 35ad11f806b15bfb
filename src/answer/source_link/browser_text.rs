//! The text of a page normalised as a browser's text fragment search compares it.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A text without case, accents and kinds of apostrophes, one space for all white space.
pub(super) struct BrowserText(String);

impl BrowserText {
    pub(super) fn of(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut rest = text;
        while !rest.is_empty() {
            // Most of a text needs no look at each character.
            let is_plain = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
            let (plain, others) =
                rest.split_at(rest.bytes().take_while(|byte| is_plain(byte)).count());
            push_plain(plain, &mut folded);
            let mut chars = others.chars();
            if let Some(c) = chars.next() {
                push(c, &mut folded);
            }
            rest = chars.as_str();
        }
        Self(folded)
    }

    /// How often some words stand in it, as whole words.
    pub(super) fn count(&self, words: &str) -> usize {
        let words = Self::of(words).0;
        let words = words.trim();
        if words.is_empty() {
            return 0;
        }
        let is_whole = |(at, found): &(usize, &str)| {
            let before = self.0[..*at].chars().next_back();
            let after = self.0[at + found.len()..].chars().next();
            let is_apart = |beside: Option<char>| !beside.is_some_and(char::is_alphanumeric);
            is_apart(before) && is_apart(after)
        };
        self.0.match_indices(words).filter(is_whole).count()
    }
}

fn push_plain(text: &str, folded: &mut String) {
    let from = folded.len();
    folded.push_str(if folded.ends_with(' ') {
        text.trim_start()
    } else {
        text
    });
    folded[from..].make_ascii_lowercase();
}

fn push(c: char, folded: &mut String) {
    match c {
        c if c.is_whitespace() && folded.ends_with(' ') => {}
        c if c.is_whitespace() => folded.push(' '),
        '’' | '‘' | 'ʼ' => folded.push('\''),
        c => decompose_compatible(c, |c| {
            if !is_combining_mark(c) {
                folded.extend(c.to_lowercase());
            }
        }),
    }
}
