//! Replies without quotes in words: small talk, who-is answers, no answer, unknown commands.

use super::{CODES, Messages, UnknownSetting};
use crate::answer::{
    Appearance, NoAnswer, SmallTalk, SpeakerProfile, UnknownFilterKind, UnknownFilterValue,
};
use crate::feedback::MOST_QUOTES;
use crate::interview::Role;

/// A command behind which somebody may write a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedCommand {
    /// `/random 5`.
    Random,
    /// `/speakers 2`.
    List,
}

impl Messages {
    /// A short word to what is said besides a question.
    #[must_use]
    pub fn talk(&self, kind: SmallTalk) -> String {
        self.text(match kind {
            SmallTalk::Greeting => "talk-greeting",
            SmallTalk::Thanks => "talk-thanks",
            SmallTalk::Farewell | SmallTalk::Leave => "talk-farewell",
            SmallTalk::Help => "talk-help",
            SmallTalk::Smile => "talk-smile",
            SmallTalk::Blank => "talk-blank",
        })
    }

    /// "There is no collection “fram”. Nearest: #farm.", `None` where everything that is named is there.
    #[must_use]
    pub fn unknown(&self, unknown: &[UnknownFilterValue]) -> Option<String> {
        let lines: Vec<String> = unknown.iter().map(|one| self.unknown_one(one)).collect();
        (!lines.is_empty()).then(|| lines.join(" "))
    }

    /// That nothing answers, or that there is nothing within what was asked.
    #[must_use]
    pub fn nothing(&self, nothing: &NoAnswer) -> String {
        let names = self.filter_names(&nothing.filters);
        let names = names.join(&self.text("filters-separator"));
        if nothing.is_within_nothing {
            return self.with("nothing-within", &[("filters", names.as_str().into())]);
        }
        if let Some((asked, held)) = nothing.foreign {
            // In the language of the question: whoever asks in it reads it.
            let messages = Self::of(asked.code());
            return messages.with("nothing-foreign", &[("language", held.code().into())]);
        }
        self.text("nothing")
    }

    fn unknown_one(&self, unknown: &UnknownFilterValue) -> String {
        let key = match unknown.kind {
            UnknownFilterKind::Collection if !unknown.has_others => "unknown-no-collections",
            UnknownFilterKind::Collection => "unknown-collection",
            UnknownFilterKind::Speaker => "unknown-speaker",
            UnknownFilterKind::Place => "unknown-place",
            UnknownFilterKind::Date => "unknown-date",
            UnknownFilterKind::Empty => "unknown-empty",
        };
        let said = self.with(key, &[("typed", unknown.typed.as_str().into())]);
        let names = unknown.nearest.join(", ");
        if !names.is_empty() || !unknown.has_others {
            return self.and_nearest(said, Some(names.as_str()).filter(|names| !names.is_empty()));
        }
        match unknown.kind {
            UnknownFilterKind::Speaker => format!("{said} {}", self.text("unknown-see-speakers")),
            UnknownFilterKind::Place => format!("{said} {}", self.text("unknown-see-interviews")),
            _ => said,
        }
    }

    /// There is no such command; the nearest that there is.
    #[must_use]
    pub fn unknown_command(&self, typed: &str, nearest: Option<&str>) -> String {
        let Some(nearest) = nearest else {
            return self.with("no-command", &[("typed", typed.into())]);
        };
        let values = [("typed", typed.into()), ("nearest", nearest.into())];
        self.with("unknown-command", &values)
    }

    /// What stands behind a command that takes nothing behind it: that it changes nothing, with the name that was surely
    /// meant, and what to do instead. `asks` is what a question is written behind here, empty or `/ask `. `counted` says
    /// what a number does not do: nobody searches for one.
    #[must_use]
    pub fn beside_command(
        &self,
        typed: &str,
        nearest: Option<&str>,
        (asks, counted): (&str, Option<CountedCommand>),
    ) -> [String; 2] {
        let said = self.with("beside-command", &[("typed", typed.into())]);
        let is_number = typed.chars().all(|c| c.is_ascii_digit());
        let how = match counted.filter(|_| is_number) {
            Some(CountedCommand::Random) => self.text("beside-random"),
            Some(CountedCommand::List) => self.text("beside-list"),
            None => {
                let question = format!("{asks}{}", nearest.unwrap_or(typed));
                self.with("beside-how", &[("question", question.as_str().into())])
            }
        };
        [self.and_nearest(said, nearest), how]
    }

    /// What is no setting, with the nearest that is one, and what can be set.
    #[must_use]
    pub fn unknown_setting(&self, unknown: &UnknownSetting) -> [String; 2] {
        let most = usize::from(MOST_QUOTES).into();
        let values = [("typed", unknown.typed.as_str().into()), ("most", most)];
        let said = self.with("settings-unknown", &values);
        let said = self.and_nearest(said, unknown.nearest.as_deref());
        [said, self.how_to_set()]
    }

    /// What can be typed behind `/settings`.
    #[must_use]
    pub fn how_to_set(&self) -> String {
        let codes = CODES.join(", ");
        self.with("settings-how", &[("codes", codes.as_str().into())])
    }

    fn and_nearest(&self, said: String, nearest: Option<&str>) -> String {
        let Some(nearest) = nearest else {
            return said;
        };
        let nearest = self.with("unknown-nearest", &[("names", nearest.into())]);
        format!("{said} {nearest}")
    }

    /// Who somebody is, without the name: "CEO of OVHcloud, guest, 2 interviews, from 2020 to 2021".
    #[must_use]
    pub fn profile(&self, profile: &SpeakerProfile, field: impl Fn(&str) -> String) -> String {
        let role = match profile.role {
            Some(Role::Guest) => "profile-guest",
            Some(Role::Interviewer) => "profile-interviewer",
            None => "profile-unknown",
        };
        let count = profile.interviews.len().into();
        let years = || {
            let dates = profile.interviews.iter();
            dates.filter_map(|one| Some(one.date?.year()))
        };
        let years = years().min().zip(years().max());
        let parts = [
            profile.description.as_deref().map(field),
            Some(self.text(role)),
            Some(self.with("list-interviews", &[("interviews", count)])),
            years.map(|(from, to)| self.years(from, to)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Where and when somebody spoke: "“The engine”, The Journal, April 2020".
    #[must_use]
    pub fn appearance(&self, one: &Appearance, field: impl Fn(&str) -> String) -> String {
        let title = one.title.as_deref().map(|title| {
            let title = field(title);
            self.with("title", &[("title", title.as_str().into())])
        });
        let parts = [
            Some(title.unwrap_or_else(|| field(one.interview.as_str()))),
            one.outlet.as_deref().map(field),
            one.date.map(|date| self.date(date)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
