//! The answer to a who-is question: the profiles of the speakers with that name, and quotes of theirs.

use super::characteristic_passages::characteristic_passages;
use super::question::filters::{self, FilterOptions, FilteredQuestion};
use super::question::{
    NameResolution, UnknownFilterKind, UnknownFilterValue, WhoIsQuestion, name_asked,
    name_or_common_word, parse_who_is,
};
use super::speaker_profile::SpeakerProfile;
use super::{
    AmbiguousName, Certainty, IndexError, Library, Question, Quote, QuotedAnswer, Scope,
    ScoreExplanation, displayed_corrections,
};
use crate::index::{CatalogueEntry, Filters};
use crate::interview::Role;
use crate::language::normalized_name;

/// A longer question asks more than who somebody is, in bytes.
const LONGEST: usize = 300;
/// How many namesakes are told of.
const NAMESAKES: usize = 6;

/// What is done with a name alone that is a word too: "page".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameThatIsAWord {
    /// It is looked for like any other word.
    Searched,
    /// That was in vain: it is taken for the name.
    Told,
}

/// The answer to a question that asks who somebody is, or that is a name and nothing else; `None` for every other. `words`:
/// what is done with a name alone that is a word too.
pub(super) fn of(
    library: &Library,
    question: &Question,
    words: NameThatIsAWord,
) -> Result<Option<QuotedAnswer>, IndexError> {
    let manner = question.options;
    let alone = matches!(manner.scope, None | Some(Scope::Speaker(_)));
    if !alone || manner.lifted != 0 {
        return Ok(None);
    }
    let (catalogue, text) = (library.catalogue(), question.text.as_str());
    if text.len() > LONGEST {
        return Ok(None);
    }
    let understood =
        filters::take_filters(text, &catalogue, question.today, FilterOptions::default());
    let asked = parse_who_is(&understood.text, &catalogue, !manner.as_typed);
    let Some(asked) = asked.filter(|_| understood.leaves_names_alone()) else {
        return Ok(None);
    };
    if asked.interviews
        || (words == NameThatIsAWord::Searched
            && !asked.asks
            && name_or_common_word::is_common_word(library, &asked, &catalogue)?)
    {
        return Ok(None);
    }
    if asked.read.is_some() && displayed_corrections::is_said(library, &asked.typed, &catalogue)? {
        return Ok(None);
    }
    let people = match (&asked.person, manner.scope) {
        (NameResolution::Several(names), Some(Scope::Speaker(key))) => {
            let chosen = key.name(&catalogue).map(str::to_owned);
            let chosen = chosen.filter(|name| names.contains(name));
            chosen.map_or_else(Vec::new, |name| vec![vec![name]])
        }
        (NameResolution::One(names), _) => vec![names.clone()],
        (NameResolution::Several(names), _) => {
            names.iter().map(|name| vec![name.clone()]).collect()
        }
    };
    let filters = Filters {
        collections: [
            understood.filters.collections.clone(),
            question.collection.clone().into_iter().collect(),
        ]
        .concat(),
        ..understood.filters
    };
    told(library, question, (asked, people), &filters)
}

/// Who they are that a question asks for and that only ask in interviews; `None` for every other question.
pub(super) fn interviewers(
    library: &Library,
    question: &Question,
) -> Result<Option<Vec<SpeakerProfile>>, IndexError> {
    let (catalogue, manner) = (library.catalogue(), question.options);
    if question.text.len() > LONGEST || catalogue.interviewers.is_empty() {
        return Ok(None);
    }
    let understood = filters::take_filters(
        &question.text,
        &catalogue,
        question.today,
        FilterOptions::default(),
    );
    if !understood.unknown.is_empty() {
        return Ok(None);
    }
    let named = if understood.leaves_names_alone() {
        let asked = parse_who_is(&understood.text, &catalogue, !manner.as_typed);
        let asked = asked.filter(|asked| asked.interviews);
        let Some(asked) = asked else {
            return Ok(None);
        };
        if asked.read.is_some()
            && displayed_corrections::is_said(library, &asked.typed, &catalogue)?
        {
            return Ok(None);
        }
        vec![asked.person]
    } else {
        understood.interviewers.clone()
    };
    let mut profiles = Vec::new();
    for names in named
        .into_iter()
        .flat_map(NameResolution::apart)
        .take(NAMESAKES)
    {
        let is_theirs = |name: &String| {
            names
                .iter()
                .any(|own| normalized_name(own) == normalized_name(name))
        };
        let filters = &understood.filters;
        let asks = |entry: &&CatalogueEntry| entry.interviewers.iter().any(is_theirs);
        let entries: Vec<&CatalogueEntry> = catalogue
            .newest()
            .filter(|entry| filters.admits(entry))
            .filter(asks)
            .collect();
        if !entries.is_empty() {
            profiles.push(SpeakerProfile {
                role: Some(Role::Interviewer),
                ..SpeakerProfile::of(library, &names, &entries)?
            });
        }
    }
    Ok((!profiles.is_empty()).then_some(profiles))
}

/// The name that "who is …" asks for and that nobody has, where it is written like a name or no interview says it.
pub(super) fn nobody(
    library: &Library,
    question: &Question,
) -> Result<Option<UnknownFilterValue>, IndexError> {
    let catalogue = library.catalogue();
    let Some(name) = name_asked(&question.text) else {
        return Ok(None);
    };
    let mut words = name.split_whitespace();
    let is_written = words.all(|word| word.starts_with(char::is_uppercase));
    let is_called = filters::is_speaker(&normalized_name(&name), &catalogue);
    if is_called || (!is_written && displayed_corrections::is_said(library, &name, &catalogue)?) {
        return Ok(None);
    }
    Ok(Some(UnknownFilterValue::of(
        UnknownFilterKind::Speaker,
        &name,
        &catalogue,
    )))
}

impl NameResolution {
    /// The names of each, apart.
    fn apart(self) -> Vec<Vec<String>> {
        match self {
            Self::One(names) => vec![names],
            Self::Several(names) => names.into_iter().map(|name| vec![name]).collect(),
        }
    }
}

impl FilteredQuestion {
    /// Whether what was taken out of a question leaves it to ask who somebody is.
    fn leaves_names_alone(&self) -> bool {
        self.filters.speakers.is_empty()
            && self.ambiguous.is_empty()
            && self.unknown.is_empty()
            && self.interviewers.is_empty()
    }
}

/// What there is to say of these people, each by the forms of the name; `None` where nothing of theirs can be quoted.
fn told(
    library: &Library,
    question: &Question,
    (asked, people): (WhoIsQuestion, Vec<Vec<String>>),
    filters: &Filters,
) -> Result<Option<QuotedAnswer>, IndexError> {
    let catalogue = library.catalogue();
    let several = people.len() > 1;
    let (mut profiles, mut quoted) = (Vec::new(), Vec::new());
    let mut confined = Filters::default();
    for names in people.into_iter().take(NAMESAKES) {
        let theirs = Filters {
            speakers: names.clone(),
            ..filters.clone()
        };
        let entries: Vec<&CatalogueEntry> = catalogue
            .newest()
            .filter(|entry| theirs.admits(entry))
            .collect();
        let passages = characteristic_passages(library, &entries, &theirs, question.quotes)?;
        if passages.is_empty() {
            continue;
        }
        profiles.push(SpeakerProfile::of(library, &names, &entries)?);
        quoted.push(passages);
        let before = confined.speakers.clone();
        confined = Filters {
            speakers: [before, names].concat(),
            ..theirs
        };
    }
    let (quotes, explanations): (Vec<Quote>, Vec<ScoreExplanation>) =
        in_turn(quoted, question.quotes).into_iter().unzip();
    if quotes.is_empty() {
        return Ok(None);
    }
    let candidates = profiles.iter().map(|one| one.name.clone()).collect();
    let ambiguous = AmbiguousName {
        typed: asked.typed,
        candidates,
    };
    Ok(Some(QuotedAnswer {
        quotes,
        explanations,
        certainty: Certainty::sure(),
        corrections: asked.read.into_iter().collect(),
        filters: confined,
        ambiguous: several.then_some(ambiguous).into_iter().collect(),
        people: profiles,
    }))
}

/// The first of each, then the second of each, at most so many.
fn in_turn<T>(lists: Vec<Vec<T>>, most: usize) -> Vec<T> {
    let longest = lists.iter().map(Vec::len).max().unwrap_or_default();
    let mut lists: Vec<_> = lists.into_iter().map(Vec::into_iter).collect();
    let rounds = (0..longest).flat_map(|_| {
        lists
            .iter_mut()
            .filter_map(Iterator::next)
            .collect::<Vec<_>>()
    });
    rounds.take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_taken_from_each_in_turn() {
        assert_eq!(
            in_turn(vec![vec![1, 2, 3], vec![4], vec![5, 6]], 5),
            [1, 4, 5, 2, 6]
        );
    }
}
