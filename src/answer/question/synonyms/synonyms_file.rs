//! The synonyms file: groups of words for each language, in TOML.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::Synonyms;
use crate::files::{self, Mistake};
use crate::language::Language;

/// The largest file of synonyms, in bytes.
const LARGEST: u64 = 16 << 20;

/// Why a file of synonyms cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SynonymsError {
    /// It cannot be read.
    #[error("cannot read the synonyms in `{path}`: {cause}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// It does not hold what it should.
    #[error("`{path}`, line {line}: {reason}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong.
        reason: String,
        /// What to do about it.
        hint: &'static str,
    },
}

impl SynonymsError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => {
                "name an existing file under `answer.synonyms`, or leave it empty"
            }
            Self::Malformed { hint, .. } => hint,
        }
    }
}

const FORMAT: &str = "write `each_way = [[\"AI\", \"artificial intelligence\"]]` under `[en]`; see config/synonyms.toml";

/// What a language's table holds.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SynonymTable {
    each_way: Vec<Spanned<Vec<Spanned<String>>>>,
    one_way: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

/// What is wrong, from which byte on, and what to do.
struct SynonymsFault(usize, String, &'static str);

impl Synonyms {
    /// Reads a file of synonyms.
    ///
    /// # Errors
    ///
    /// Where it cannot be read or is malformed.
    pub fn load(path: &Path) -> Result<Self, SynonymsError> {
        let text = files::read_text(path, LARGEST).map_err(|cause| SynonymsError::Unreadable {
            path: path.to_owned(),
            cause,
        })?;
        parse(&text).map_err(|SynonymsFault(at, reason, hint)| SynonymsError::Malformed {
            path: path.to_owned(),
            line: text.get(..at).unwrap_or_default().matches('\n').count() + 1,
            reason,
            hint,
        })
    }
}

fn parse(text: &str) -> Result<Synonyms, SynonymsFault> {
    let tables: BTreeMap<Spanned<String>, SynonymTable> =
        toml::from_str(text).map_err(|error| {
            let Mistake { line, reason, hint } = Mistake::in_toml(text, &error);
            let at = text.split_inclusive('\n').take(line - 1).map(str::len);
            SynonymsFault(at.sum(), reason, hint.unwrap_or(FORMAT))
        })?;
    let mut synonyms = Synonyms::default();
    for (code, table) in tables {
        let known = Language::ALL
            .iter()
            .find(|(_, known)| *known == code.as_ref());
        let Some((language, _)) = known else {
            let reason = format!("`{}` is not a known language code", code.as_ref());
            return Err(SynonymsFault(
                code.span().start,
                reason,
                "use a code such as `fr` or `en`",
            ));
        };
        take(&mut synonyms, *language, table)?;
    }
    Ok(synonyms)
}

fn take(
    synonyms: &mut Synonyms,
    language: Language,
    table: SynonymTable,
) -> Result<(), SynonymsFault> {
    for group in table.each_way {
        let at = group.span().start;
        let words = group.into_inner();
        if words.len() < 2 {
            let reason = "a group needs at least two entries".to_owned();
            return Err(SynonymsFault(
                at,
                reason,
                "write at least two words or phrases that mean the same",
            ));
        }
        for (number, from) in words.iter().enumerate() {
            for (_, to) in words
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != number)
            {
                add(synonyms, language, (from, to))?;
            }
        }
    }
    for (from, others) in &table.one_way {
        for to in others {
            add(synonyms, language, (from, to))?;
        }
    }
    Ok(())
}

fn add(
    synonyms: &mut Synonyms,
    language: Language,
    (from, to): (&Spanned<String>, &Spanned<String>),
) -> Result<(), SynonymsFault> {
    let empty = |word: &Spanned<String>| {
        let reason = format!("`{}` contains no searchable word", word.as_ref());
        SynonymsFault(
            word.span().start,
            reason,
            "articles, pronouns and similar words are not searched for: remove it",
        )
    };
    if super::spellings(to.as_ref(), language).is_empty() {
        return Err(empty(to));
    }
    if synonyms.add(language, from.as_ref(), to.as_ref()) {
        Ok(())
    } else {
        Err(empty(from))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "what stands here is well formed")]
mod tests {
    use super::*;
    use crate::language::terms;

    const FILE: &str = "[fr]\neach_way = [\n  [\"RGPD\", \"règlement général sur la protection des données\"],\n  \
        [\"télétravail\", \"travail à distance\"],\n]\none_way = { \"véhicule\" = [\"voiture\"] }\n";

    fn of(question: &str) -> Vec<(String, String)> {
        let synonyms = parse(FILE).ok().unwrap();
        let terms = terms(question, Language::French);
        let found = synonyms.of(&terms, Language::French);
        let found = found.into_iter();
        found
            .map(|(span, to)| (question[span.start..span.end].to_owned(), to.to_owned()))
            .collect()
    }

    #[test]
    fn words_are_said_in_other_ways() {
        let long = "règlement général sur la protection des données";
        for (question, from, to) in [
            ("que dit le R.G.P.D. ?", "R.G.P.D", long),
            (
                "le Reglement general de protection des donnees",
                "Reglement general de protection des donnees",
                "RGPD",
            ),
            ("la voiture", "", ""),
            ("les véhicules", "véhicules", "voiture"),
            ("la protection des données", "", ""),
            ("télé-travail", "télé-travail", "travail à distance"),
            (
                "le travail de distance",
                "travail de distance",
                "télétravail",
            ),
            ("distance au travail", "", ""),
        ] {
            let expected: Vec<_> = (!from.is_empty())
                .then(|| (from.to_owned(), to.to_owned()))
                .into_iter()
                .collect();
            assert_eq!(of(question), expected, "{question}");
        }
    }

    #[test]
    fn a_malformed_file_is_refused_with_the_line_that_is_wrong() {
        for (text, line, reason) in [
            ("[fr]\neach_way = [[\"a\"", 2, ""),
            ("[fr]\n\neachway = []", 3, "eachway"),
            (
                "[fr]\neach_way = [\n [\"voiture\", \"auto\"],\n [\"seul\"]]",
                4,
                "a group needs at least two",
            ),
            (
                "\n[french]\neach_way = []",
                2,
                "`french` is not a known language",
            ),
            (
                "[fr.one_way]\nvoiture = [\"auto\",\n\"les\"]",
                3,
                "`les` contains no searchable word",
            ),
            ("[fr]\neach_way = \"RGPD\"", 2, ""),
        ] {
            let SynonymsFault(at, said, _) = parse(text).err().unwrap();
            assert_eq!(text[..at].matches('\n').count() + 1, line, "{text}: {said}");
            assert!(said.contains(reason), "{said}");
        }
    }
}
