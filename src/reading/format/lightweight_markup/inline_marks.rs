//! Words between marks: `*bold*`, `/italic/`. A mark opens where no word goes on before it, and closes where none goes on
//! behind it; in AsciiDoc a doubled mark does so within words too.

use super::super::document_builder::DocumentBuilder;

/// How words between two marks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Bold,
    Italic,
    /// As the words around them.
    Plain,
    /// As they are, marks and all.
    Literal,
    /// Not at all: they are struck through.
    Struck,
}

/// The marks of a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct InlineMarks {
    pub(super) looks: &'static [(char, Look)],
    /// What may stand before a mark that opens, and behind one that closes; the edges of the text always may.
    pub(super) before: fn(char) -> bool,
    pub(super) after: fn(char) -> bool,
    /// Whether a doubled mark opens and closes anywhere.
    pub(super) doubled: bool,
}

/// A look that is open, and where its closing mark stands and how long it is, in characters.
struct Open {
    look: Look,
    close: usize,
    length: usize,
}

impl InlineMarks {
    /// Writes a text, what stands between its marks as they say.
    pub(super) fn write(&self, text: &str, writer: &mut DocumentBuilder) {
        let chars: Vec<char> = text.chars().collect();
        let places = self.places(&chars);
        let mut open: Vec<Open> = Vec::new();
        let mut words = String::new();
        let mut at = 0;
        while at < chars.len() {
            if let Some(end) = open.iter().position(|open| open.close == at) {
                let open = open.remove(end);
                flush(&mut words, writer);
                begin(open.look, false, writer);
                at += open.length;
                continue;
            }
            let literal = open.iter().any(|open| open.look == Look::Literal);
            match (!literal)
                .then(|| self.opened(&chars, at, &places))
                .flatten()
            {
                Some(found) if !open.iter().any(|open| open.look == found.look) => {
                    flush(&mut words, writer);
                    begin(found.look, true, writer);
                    at += found.length;
                    open.push(found);
                }
                _ => {
                    words.push(chars[at]);
                    at += 1;
                }
            }
        }
        flush(&mut words, writer);
        for open in open {
            begin(open.look, false, writer);
        }
    }

    /// Where marks may close, single and doubled ones, for each look.
    fn places(&self, chars: &[char]) -> Vec<[Vec<usize>; 2]> {
        let mut places = vec![[Vec::new(), Vec::new()]; self.looks.len()];
        for (at, char) in chars.iter().enumerate() {
            let Some(look) = self.looks.iter().position(|(mark, _)| mark == char) else {
                continue;
            };
            let spaced = at == 0 || chars[at - 1].is_whitespace();
            let ends = chars.get(at + 1).is_none_or(|next| (self.after)(*next));
            if !spaced && ends {
                places[look][0].push(at);
            }
            if chars.get(at + 1) == Some(char) {
                places[look][1].push(at);
            }
        }
        places
    }

    /// The look that a mark opens here, where one does and is closed.
    fn opened(&self, chars: &[char], at: usize, places: &[[Vec<usize>; 2]]) -> Option<Open> {
        let index = self.looks.iter().position(|(mark, _)| *mark == chars[at])?;
        let look = self.looks[index].1;
        let next = |kind: usize, from: usize| {
            let known = &places[index][kind];
            known
                .get(known.partition_point(|place| *place < from))
                .copied()
        };
        if self.doubled && chars.get(at + 1) == Some(&chars[at]) {
            let close = next(1, at + 3)?;
            return Some(Open {
                look,
                close,
                length: 2,
            });
        }
        let begins = at == 0 || (self.before)(chars[at - 1]);
        let holds = chars.get(at + 1).is_some_and(|next| !next.is_whitespace());
        let close = next(0, at + 2).filter(|_| begins && holds)?;
        Some(Open {
            look,
            close,
            length: 1,
        })
    }
}

fn begin(look: Look, begins: bool, writer: &mut DocumentBuilder) {
    match look {
        Look::Bold => writer.strong(begins),
        Look::Italic => writer.emphasis(begins),
        Look::Struck => writer.silence(begins),
        Look::Plain | Look::Literal => {}
    }
}

/// Writes words; a line that ends within a paragraph may end a question.
fn flush(words: &mut String, writer: &mut DocumentBuilder) {
    for (number, line) in words.split('\n').enumerate() {
        if number > 0 {
            writer.line_break();
        }
        writer.write(line);
    }
    words.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: InlineMarks = InlineMarks {
        looks: &[
            ('*', Look::Bold),
            ('/', Look::Italic),
            ('=', Look::Literal),
            ('+', Look::Struck),
        ],
        before: |char| char.is_whitespace() || char == '(',
        after: |char| !char.is_alphanumeric(),
        doubled: true,
    };

    fn written(text: &str) -> String {
        let mut writer = DocumentBuilder::default();
        MARKS.write(text, &mut writer);
        writer.finish().text
    }

    #[test]
    fn marks_are_left_out_where_they_open_and_close_and_stay_elsewhere() {
        for (text, shown) in [
            ("*By boat.* And /back/.", "By boat. And back."),
            ("4 * 3 * 2, a/b/c and *this", "4 * 3 * 2, a/b/c and *this"),
            ("b**oa**t", "boat"),
            ("=*as it is*= +gone+here", "*as it is* +gone+here"),
            ("kept +gone+ kept", "kept  kept"),
            ("(*once*)", "(once)"),
        ] {
            assert_eq!(written(text), shown);
        }
    }
}
