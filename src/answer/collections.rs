//! Which collections a question is put to: `#name` or `in:name` among its words. A collection is a folder of
//! the corpus; its name is compared without case, accents, spaces and hyphens.

use unicode_normalization::UnicodeNormalization;

use crate::index::Catalogue;

/// The question's words without the filters, and the collections that they name. What is no collection's
/// name stays a word of the question.
pub(super) fn split(text: &str, catalogue: &Catalogue) -> (String, Vec<String>) {
    let mut collections = Vec::new();
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        match filter(word).and_then(|name| find(name, catalogue)) {
            Some(collection) => collections.push(collection.to_owned()),
            None => words.push(word),
        }
    }
    if collections.is_empty() {
        return (text.to_owned(), collections);
    }
    collections.sort();
    collections.dedup();
    (words.join(" "), collections)
}

fn filter(word: &str) -> Option<&str> {
    let prefixed = |prefix: &str| {
        let head = word.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix)
            .then(|| &word[prefix.len()..])
    };
    prefixed("#").or_else(|| prefixed("in:"))
}

/// The collection with a name, however it is written.
#[must_use]
pub fn find<'a>(name: &str, catalogue: &'a Catalogue) -> Option<&'a str> {
    let wanted = bare(name);
    let mut names = catalogue.collections.iter().map(|(name, _)| name.as_str());
    names.find(|name| !wanted.is_empty() && bare(name) == wanted)
}

/// A name's letters and digits alone, in lower case, without accents.
fn bare(name: &str) -> String {
    name.nfkd()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collection_is_named_among_the_words_however_it_is_written() {
        let catalogue = Catalogue {
            collections: vec![("Trains de nuit".to_owned(), 2), ("Économie".to_owned(), 1)],
            ..Catalogue::default()
        };
        for (text, words, named) in [
            ("what of #economie now?", "what of now?", &["Économie"][..]),
            ("in:trains-de-nuit, when?", "when?", &["Trains de nuit"]),
            (
                "IN:TrainsDeNuit #ÉCONOMIE",
                "",
                &["Trains de nuit", "Économie"],
            ),
            ("is #metoo  over?", "is #metoo  over?", &[]),
            ("in: what # way", "in: what # way", &[]),
            ("ín:x é", "ín:x é", &[]),
        ] {
            let (left, collections) = split(text, &catalogue);
            assert_eq!(left, words);
            assert_eq!(collections, named, "{text}");
        }
    }
}
