//! The `[access]` settings: who is answered and how often.

use serde::{Deserialize, Serialize};

use super::{ConfigError, within};

/// Who may ask, and how often.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// How many questions a user may ask at once, and how many more each minute; `None` for as many as they like.
    pub rate: Option<Rate>,
    /// The users and groups that are not answered.
    pub banned: Vec<i64>,
    /// The users that are answered, in private and everywhere.
    pub users: Vec<i64>,
    /// The groups that are answered, whoever asks in them.
    pub groups: Vec<i64>,
    /// The groups whose members are answered everywhere.
    pub members_of: Vec<i64>,
}

/// A bucket of questions that fills up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many it holds.
    pub burst: u32,
    /// How many are added each minute.
    pub per_minute: u32,
}

impl Access {
    /// Whether only some are answered.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        !(self.users.is_empty() && self.groups.is_empty() && self.members_of.is_empty())
    }
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenAccess {
    burst: i64,
    per_minute: i64,
    banned: Vec<i64>,
    users: Vec<i64>,
    groups: Vec<i64>,
    members_of: Vec<i64>,
}

impl WrittenAccess {
    pub(super) fn check(self) -> Result<Access, ConfigError> {
        let number = |key, value, least| {
            let number = within(key, value, (least, 100_000))?;
            Ok(u32::try_from(number).unwrap_or(u32::MAX))
        };
        let burst = number("access.burst", self.burst, 1)?;
        let per_minute = number("access.per_minute", self.per_minute, 0)?;
        Ok(Access {
            rate: (per_minute > 0).then_some(Rate { burst, per_minute }),
            banned: self.banned,
            users: self.users,
            groups: self.groups,
            members_of: self.members_of,
        })
    }
}
