//! Every word that the program says to a user: one Fluent file a language.
//!
//! A quote is never in here: quotes stay in the language that they were said in.

mod corpus_coverage;
mod filter_descriptions;

mod owner_report;
mod replies_without_quotes;
mod settings_arguments;
mod speaker_and_interview_lists;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use replies_without_quotes::CountedCommand;
pub use settings_arguments::{UnknownSetting, typed_settings};

use crate::answer::{Attribution, Credit};
use crate::interview::{PartialDate, Role};

/// The messages of one language.
pub struct Messages {
    /// The language's ISO 639-1 code.
    pub code: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// The codes of all languages that the program speaks; the first is for everybody else.
pub const CODES: [&str; 5] = ["en", "fr", "de", "es", "it"];

/// Their messages, in the order of [`CODES`].
const SOURCES: [&str; 5] = [
    include_str!("en.ftl"),
    include_str!("fr.ftl"),
    include_str!("de.ftl"),
    include_str!("es.ftl"),
    include_str!("it.ftl"),
];

static LANGUAGES: LazyLock<[Messages; 5]> =
    LazyLock::new(|| std::array::from_fn(|at| Messages::new(CODES[at], SOURCES[at])));

impl Messages {
    /// The messages for a language tag such as `fr`, `fr-CA` or `fr_FR.UTF-8`; English for any other.
    #[must_use]
    pub fn of(tag: &str) -> &'static Self {
        let code = tag.split(['-', '_', '.']).next().unwrap_or_default();
        LANGUAGES
            .iter()
            .find(|messages| messages.code.eq_ignore_ascii_case(code))
            .unwrap_or(&LANGUAGES[0])
    }

    fn new(code: &'static str, source: &'static str) -> Self {
        // What does not parse is left out; a test compares the keys of all languages.
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new_concurrent(vec![
            code.parse().unwrap_or(LanguageIdentifier::default()),
        ]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { code, bundle }
    }

    /// A message without arguments.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A message with text and numbers put in.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&'static str, Argument<'_>)]) -> String {
        let args: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(value)))
            .collect();
        self.format(key, Some(&args))
    }

    /// Who spoke, where no name is known: the guest only where it is known to be the guest.
    #[must_use]
    pub fn unnamed(&self, role: Option<Role>) -> String {
        self.text(match role {
            Some(Role::Guest) => "guest",
            Some(Role::Interviewer) => "interviewer",
            None => "somebody",
        })
    }

    /// Who said it, when and where.
    #[must_use]
    pub fn credit(&self, attribution: &Attribution) -> Credit {
        let source = [
            attribution.outlet.clone(),
            attribution.date.map(|date| self.date(date)),
            attribution.page.map(|page| self.page(page)),
            attribution.time_ms.map(|time| self.time(time)),
        ];
        let speaker = attribution.speaker.clone();
        Credit {
            speaker: speaker.unwrap_or_else(|| self.unnamed(attribution.role)),
            description: attribution.description.clone(),
            title: attribution.title.clone(),
            source: source.into_iter().flatten().collect(),
        }
    }

    /// The title of the interview, or else the name of its file where nothing else tells which it is. `field` is how the
    /// front end shows what an owner wrote.
    #[must_use]
    pub fn interview(
        &self,
        attribution: &Attribution,
        field: impl Fn(&str) -> String,
    ) -> Option<String> {
        let named = |key, name: &'static str, written: &str| {
            self.with(key, &[(name, field(written).as_str().into())])
        };
        let title = attribution.title.as_deref();
        let title = title.map(|title| named("title", "title", title));
        let file = || attribution.file.as_deref();
        title.or_else(|| file().map(|file| named("untitled", "name", file)))
    }

    /// A time in a recording as players show it, `at 1:02:03`. `time` is in milliseconds.
    #[must_use]
    pub fn time(&self, time: u64) -> String {
        let seconds = time / 1_000;
        let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let clock = if hours > 0 {
            format!("{hours}:{minutes:02}:{seconds:02}")
        } else {
            format!("{minutes}:{seconds:02}")
        };
        self.with("at-time", &[("time", clock.as_str().into())])
    }

    /// A page, `p. 5`.
    #[must_use]
    pub fn page(&self, page: u32) -> String {
        self.with("on-page", &[("page", page.to_string().as_str().into())])
    }

    /// A date as precisely as it is known: `2020`, `April 2020`, `17 April 2020`.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> String {
        let year = Argument::Text(date.year().to_string().into());
        let Some(month) = date.month() else {
            return date.year().to_string();
        };
        let month = Argument::Text(self.text(&format!("month-{month}")).into());
        match date.day() {
            None => self.with("date-month", &[("month", month), ("year", year)]),
            Some(day) => {
                let day = Argument::Number(day.into());
                self.with(
                    "date-day",
                    &[("day", day), ("month", month), ("year", year)],
                )
            }
        }
    }

    /// A date for a message under three names: as it is written, its month and its day as numbers, 0 where they are
    /// not known. The numbers choose the words before the date ("du 2 avril", "d’avril").
    pub(crate) fn dated(
        &self,
        names: [&'static str; 3],
        date: PartialDate,
    ) -> [(&'static str, Argument<'static>); 3] {
        let number = |part: Option<u8>| Argument::Number(part.unwrap_or_default().into());
        let values = [
            Argument::Text(self.date(date).into()),
            number(date.month()),
            number(date.day()),
        ];
        let [written, month, day] = values;
        let [date, date_month, date_day] = names;
        [(date, written), (date_month, month), (date_day, day)]
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            tracing::error!(key, language = self.code, "no such message");
            return String::new();
        };
        self.bundle
            .format_pattern(pattern, args, &mut Vec::new())
            .into_owned()
    }
}

/// A value in a message.
#[derive(Debug, Clone)]
pub enum Argument<'a> {
    /// Put in as it is.
    Text(std::borrow::Cow<'a, str>),
    /// Chooses the plural form.
    Number(usize),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&Argument<'a>> for FluentValue<'a> {
    fn from(argument: &Argument<'a>) -> Self {
        match argument {
            Argument::Text(text) => Self::String(text.clone()),
            Argument::Number(number) => Self::from(*number),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every message of a language with the variables in it.
    fn variables(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut messages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in source.lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split(" =").next().unwrap_or_default();
                messages.entry(key).or_default();
            }
            let names = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                let name = &rest[..end.unwrap_or(rest.len())];
                // The parts of a date choose the words before it: not every language needs them.
                let date = name.strip_suffix("-day").or(name.strip_suffix("-month"));
                date.unwrap_or(name)
            });
            messages.entry(key).or_default().extend(names);
        }
        messages.remove("");
        messages
    }

    #[test]
    fn every_language_has_every_message_with_the_same_variables() {
        let expected = variables(SOURCES[0]);
        for (messages, source) in LANGUAGES.iter().zip(SOURCES) {
            let found = variables(source);
            let code = messages.code;
            for (key, names) in &expected {
                assert_eq!(Some(names), found.get(key), "`{key}` of `{code}`");
                assert!(
                    messages.bundle.has_message(key),
                    "`{key}` of `{code}` does not parse"
                );
            }
            let more: Vec<_> = found
                .keys()
                .filter(|key| !expected.contains_key(*key))
                .collect();
            assert!(more.is_empty(), "`{code}` alone has {more:?}");
        }
    }

    #[test]
    fn the_number_of_entries_left_in_a_list_agrees_with_its_verb() {
        for (code, one, two) in [
            ("es", "(queda 1).", "(quedan 2)."),
            ("it", "(ne resta 1).", "(ne restano 2)."),
        ] {
            let left =
                |count: usize| Messages::of(code).with("list-more", &[("count", count.into())]);
            assert!(left(1).ends_with(one), "{}", left(1));
            assert!(left(2).ends_with(two), "{}", left(2));
        }
    }

    #[test]
    fn a_foreign_question_is_answered_in_whole_words_for_every_language_of_the_interviews() {
        let german =
            |held: &str| Messages::of("de").with("nothing-foreign", &[("language", held.into())]);
        assert!(german("ar").starts_with("Die Interviews sind auf Arabisch: "));
        assert!(german("xx").starts_with("Die Interviews sind in einer anderen Sprache: "));
    }

    #[test]
    fn what_telegram_shows_in_small_places_fits_there() {
        for (messages, source) in LANGUAGES.iter().zip(SOURCES) {
            let length = |key: &str| messages.text(key).encode_utf16().count();
            assert!(
                (1..=512).contains(&length("description")),
                "{}",
                messages.code
            );
            assert!(
                (1..=120).contains(&length("short-description")),
                "{}",
                messages.code
            );
            for key in variables(source)
                .keys()
                .filter(|key| key.starts_with("command-"))
            {
                assert!((1..=256).contains(&length(key)), "{}: {key}", messages.code);
            }
            // The answer to a press.
            for key in [
                "vote-thanks",
                "vote-why",
                "vote-taken-back",
                "vote-failed",
                "vote-off",
                "gone",
                "stale",
                "failed",
            ] {
                assert!((1..=200).contains(&length(key)), "{}: {key}", messages.code);
            }
        }
    }

    #[test]
    fn numbers_choose_the_plural_of_the_language() {
        let forgotten = |code: &str, count: usize| {
            Messages::of(code).with("forgotten", &[("count", count.into())])
        };
        for (code, none, one, many) in [
            ("en", "no votes", "your vote.", "your 3 votes"),
            ("fr", "aucun vote", "votre vote.", "vos 3 votes"),
            (
                "de",
                "keine Stimmen",
                "Ihre Stimme ist",
                "Ihre 3 Stimmen sind",
            ),
            ("es", "ningún voto", "tu voto.", "tus 3 votos"),
            ("it", "nessun tuo voto", "il tuo voto.", "i tuoi 3 voti"),
        ] {
            for (count, words) in [(0, none), (1, one), (3, many)] {
                let said = forgotten(code, count);
                assert!(said.contains(words), "`{words}` is not in: {said}");
            }
        }
    }

    #[test]
    fn where_there_is_nothing_no_language_counts_one() {
        for (code, none) in [
            ("en", "no answers"),
            ("fr", "aucune réponse"),
            ("de", "keine Antworten"),
            ("es", "ninguna respuesta"),
            ("it", "nessuna risposta"),
        ] {
            let none_at_all = [("exchanges", 0.into())];
            assert_eq!(Messages::of(code).with("list-answers", &none_at_all), none);
        }
    }

    #[test]
    fn the_words_before_a_date_fit_its_precision_and_its_sound() {
        let newest = |code: &str, date: &str| {
            let messages = Messages::of(code);
            let date = date.parse().expect("dates that stand here exist");
            messages.with(
                "about-newest",
                &messages.dated(["date", "date-month", "date-day"], date),
            )
        };
        for (code, date, words) in [
            ("en", "2026-01-02", "interview is from 2 January 2026."),
            ("fr", "2026-01-02", "récent date du 2 janvier 2026."),
            ("fr", "2026-03", "récent date de mars 2026."),
            ("fr", "2026-10", "récent date d’octobre 2026."),
            ("fr", "2026", "récent date de 2026."),
            ("de", "2026-01-02", "Interview ist vom 2. Januar 2026."),
            ("de", "2026-01", "Interview ist vom Januar 2026."),
            ("de", "2026", "Interview ist aus dem Jahr 2026."),
            ("es", "2026-01-02", "reciente es del 2 de enero de 2026."),
            ("es", "2026-01", "reciente es de enero de 2026."),
            ("it", "2026-01-08", "recente è dell’8 gennaio 2026."),
            ("it", "2026-01-02", "recente è del 2 gennaio 2026."),
            ("it", "2026-01", "recente è di gennaio 2026."),
            ("it", "2026", "recente è del 2026."),
        ] {
            let said = newest(code, date);
            assert!(said.ends_with(words), "`{words}` is not in: {said}");
        }
    }

    #[test]
    fn a_period_reads_as_people_write_it() {
        for (code, from, to, words) in [
            ("en", "2020-04-17", "2021-05", "17 April 2020 to May 2021"),
            (
                "fr",
                "2020-04-17",
                "2021-05-02",
                "du 17 avril 2020 au 2 mai 2021",
            ),
            ("fr", "2020-04", "2021", "d’avril 2020 à 2021"),
            ("fr", "2020-04-17", "", "depuis le 17 avril 2020"),
            ("fr", "", "2020-04", "jusqu’en avril 2020"),
            ("de", "2020-04-17", "", "seit dem 17. April 2020"),
            ("de", "", "2020-04-17", "bis zum 17. April 2020"),
            ("es", "2020-04-17", "2021", "del 17 de abril de 2020 a 2021"),
            ("es", "", "2020-04-17", "hasta el 17 de abril de 2020"),
            ("it", "2018", "2020-04", "dal 2018 ad aprile 2020"),
            (
                "it",
                "2020-04-11",
                "2021-05-08",
                "dall’11 aprile 2020 all’8 maggio 2021",
            ),
            ("it", "2020-04", "", "da aprile 2020"),
            ("it", "", "2020", "fino al 2020"),
        ] {
            let date = |text: &str| (!text.is_empty()).then(|| text.parse().expect("a date"));
            let period = crate::interview::DateRange {
                from: date(from),
                to: date(to),
            };
            assert_eq!(Messages::of(code).period(period), words);
        }
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_known() {
        for (tag, year, month, day) in [
            ("en", "2020", "April 2020", "17 April 2020"),
            ("fr-CA", "2020", "avril 2020", "17 avril 2020"),
            ("de_AT.UTF-8", "2020", "April 2020", "17. April 2020"),
            ("es", "2020", "abril de 2020", "17 de abril de 2020"),
            ("it", "2020", "aprile 2020", "17 aprile 2020"),
        ] {
            for (date, words) in [("2020", year), ("2020-04", month), ("2020-04-17", day)] {
                let date = date.parse().ok().map(|date| Messages::of(tag).date(date));
                assert_eq!(date.as_deref(), Some(words));
            }
        }
    }
}
