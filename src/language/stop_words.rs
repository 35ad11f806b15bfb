//! Stop words: the NLTK lists, and what they lack or take too much of.
//!
//! An accent tells words apart: in the languages whose lists are known to hold every accented form of theirs, a word with
//! an accent that its list has not is not on the list (né is not ne). Folded words are as on the list, so that a question
//! typed without accents finds what a careful one does.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::Language;
use super::case_and_accent_folding::{fold, is_accent};

/// The stop words of a language.
#[derive(Default)]
struct StopList {
    folded: HashSet<String>,
    /// As they are written, those with an accent; `None` where the list is not known to have all of them.
    accented: Option<HashSet<String>>,
    /// Stop words that are nouns or names too, folded.
    nouns: HashSet<&'static str>,
}

static STOP_WORDS: LazyLock<HashMap<Language, StopList>> = LazyLock::new(|| {
    let lists = Language::ALL.iter();
    lists
        .map(|(language, code)| (*language, StopList::of(code)))
        .collect()
});

/// What is our own of a language's list.
#[derive(Default)]
struct OwnWords {
    /// Contracted articles and forms that the list lacks.
    more: &'static str,
    /// What says something by itself: whoever is asked "who was against it?" is not asked for who was.
    carrying: &'static str,
    /// Nouns and names that are spelled like a word of the list or of a question's frame.
    nouns: &'static str,
}

fn own_words(code: &str) -> Option<OwnWords> {
    Some(match code {
        "fr" => OwnWords {
            more: "a cela ça donc si plus très être avoir fait faire ainsi comme dont car alors y cet cette ces leurs tout \
                tous toute toutes entre vers chez après avant sous sans ni or les où là çà dès nôtre vôtre",
            carrying: "",
            nouns: "ete etes avions sommes son ton moi car or vers aura sous",
        },
        "en" => OwnWords {
            more: "",
            carrying: "won don ma against",
            nouns: "will can may might must own being down well right talk thought mean it us",
        },
        "es" => OwnWords {
            more: "cómo cuándo dónde quién quiénes cuál ése ésa ésos ésas éste ésta éstos éstas sé dé",
            carrying: "contra",
            nouns: "estado estados sentido sentidos nada era eras este son sobre si yo",
        },
        "de" => OwnWords {
            more: "hätte hätten daß seit wegen trotz außer",
            carrying: "gegen",
            nouns: "weg sein nichts soll muss ich",
        },
        "it" => OwnWords {
            more: "né là lì dà sì",
            carrying: "contro",
            nouns: "era faccia fosse perche io sei",
        },
        // Pairs of characters that ask in Japanese and Chinese.
        "und" => OwnWords {
            more: "です すか ます ます まし した ませ せん でし どう うで はど とは には では につ つい いて えて てく くだ ださ さい \
                いま いる ある こと 何で 什么 怎么 哪里 为什 么样 是什",
            ..OwnWords::default()
        },
        _ => return None,
    })
}

impl StopList {
    fn of(code: &str) -> Self {
        let own = own_words(code);
        let is_complete = own.is_some();
        let own = own.unwrap_or_default();
        let carrying: HashSet<&str> = own.carrying.split_whitespace().collect();
        let known = stop_words::lookup(code).unwrap_or_default();
        let words = known.iter().copied().chain(own.more.split_whitespace());
        let words: Vec<&str> = words.filter(|word| !carrying.contains(word)).collect();
        let bare =
            |word: String| -> String { word.chars().filter(|c| c.is_alphanumeric()).collect() };
        let accented = words.iter().filter(|word| has_accent(word));
        Self {
            folded: words.iter().map(|word| bare(fold(word))).collect(),
            accented: is_complete.then(|| accented.map(|word| (*word).to_owned()).collect()),
            nouns: own.nouns.split_whitespace().collect(),
        }
    }
}

/// Whether a folded word is a stop word of `language`.
pub(super) fn is_stop(word: &str, language: Language) -> bool {
    STOP_WORDS
        .get(&language)
        .is_some_and(|list| list.folded.contains(word))
}

/// Whether a word is a stop word of `language`, as it is written; `folded` is the same folded.
pub(super) fn is_stop_as_written(raw: &str, folded: &str, language: Language) -> bool {
    let Some(list) = STOP_WORDS.get(&language) else {
        return false;
    };
    if !list.folded.contains(folded) {
        return false;
    }
    match &list.accented {
        Some(accented) if has_accent(raw) => {
            let written: String = raw.nfc().flat_map(char::to_lowercase).collect();
            accented.contains(&written)
        }
        _ => true,
    }
}

/// Whether a folded stop word, or one of a question's frame, is a noun or a name too.
pub(super) fn may_be_noun(folded: &str, language: Language) -> bool {
    STOP_WORDS
        .get(&language)
        .is_some_and(|list| list.nouns.contains(folded))
}

/// Whether a word carries an accent.
pub(super) fn has_accent(word: &str) -> bool {
    !word.is_ascii() && word.nfd().any(is_accent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_that_the_list_has_not_makes_another_word() {
        for (word, language, is_stop) in [
            ("né", Language::French, false),
            ("ne", Language::French, true),
            ("été", Language::French, true),
            ("ete", Language::French, true),
            ("Où", Language::French, true),
            ("sûr", Language::French, false),
            ("dû", Language::French, false),
            ("TRÈS", Language::French, true),
            ("té", Language::Spanish, false),
            ("te", Language::Spanish, true),
            ("más", Language::Spanish, true),
            ("né", Language::Italian, true),
            ("für", Language::German, true),
            ("fur", Language::German, true),
            ("contro", Language::Italian, false),
            ("won", Language::English, false),
            // A list that may lack accented forms is read as if nobody wrote accents.
            ("é", Language::Portuguese, true),
        ] {
            let folded = fold(word);
            assert_eq!(
                is_stop_as_written(word, &folded, language),
                is_stop,
                "{word}"
            );
        }
    }
}
