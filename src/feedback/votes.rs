//! Votes on quotes: one for each user and quote.

use rusqlite::{OptionalExtension, params};

use super::sqlite_store::SqliteStore;
use super::user_hash::{HASH, hash};
use super::{CitedQuote, FeedbackError, QuoteVotes, Vote, VoteReason, VoteResult};
use crate::interview::{PartialDate, Span};

/// How many votes of one user count on one day: no reader needs more, and who votes without end fills no disk.
const A_DAY: usize = 1_000;

impl SqliteStore {
    /// A pressed vote: counts, takes the place of the other one, or takes itself back.
    pub(super) fn press(
        &self,
        user: i64,
        quote: &CitedQuote,
        vote: Vote,
        day: PartialDate,
    ) -> Result<VoteResult, FeedbackError> {
        if self.vote_of(user, quote)? == Some(vote) {
            self.take_back(user, quote)?;
            return Ok(VoteResult::TakenBack);
        }
        self.vote(user, quote, (vote, None), day)?;
        Ok(VoteResult::Counted(vote))
    }

    /// A vote that says itself whether it stands, as a reaction does.
    pub(super) fn set(
        &self,
        user: i64,
        quote: &CitedQuote,
        vote: Option<Vote>,
        day: PartialDate,
    ) -> Result<(), FeedbackError> {
        match vote {
            None => self.take_back(user, quote),
            // The reason for it stays.
            Some(vote) if self.vote_of(user, quote)? == Some(vote) => Ok(()),
            Some(vote) => self.vote(user, quote, (vote, None), day),
        }
    }

    /// A vote against a quote with the reason for it.
    pub(super) fn explain(
        &self,
        user: i64,
        quote: &CitedQuote,
        reason: VoteReason,
        day: PartialDate,
    ) -> Result<(), FeedbackError> {
        self.vote(user, quote, (Vote::Down, Some(reason)), day)
    }

    /// Deletes a user's votes; how many there were.
    pub(super) fn forget(&self, user: i64) -> Result<usize, FeedbackError> {
        let sql = "DELETE FROM vote WHERE user = ?1";
        let deleted = self.connection.execute(sql, [self.hashed(user)])?;
        self.settle()?;
        Ok(deleted)
    }

    /// The quotes that were voted against since a day.
    pub(super) fn judged(&self, since: PartialDate) -> Result<Vec<QuoteVotes>, FeedbackError> {
        let mut select = self.connection.prepare(
            "SELECT interview, revision, start, end, sum(up), sum(1 - up),
                sum(reason IS 'beside'), sum(reason IS 'wrong'), sum(reason IS 'other')
             FROM vote WHERE day >= ?1
             GROUP BY interview, revision, start, end HAVING sum(1 - up) > 0
             ORDER BY sum(1 - up) DESC, sum(up), interview, start",
        )?;
        let rows = select.query_map([since.to_string()], |row| {
            Ok(QuoteVotes {
                interview: row.get(0)?,
                revision: row.get(1)?,
                span: Span::new(row.get(2)?, row.get(3)?),
                ups: row.get(4)?,
                downs: row.get(5)?,
                reasons: [row.get(6)?, row.get(7)?, row.get(8)?],
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn vote_of(&self, user: i64, quote: &CitedQuote) -> Result<Option<Vote>, FeedbackError> {
        let up = self.connection.query_row(
            "SELECT up FROM vote WHERE user = ?1 AND interview = ?2 AND revision = ?3 AND start = ?4 AND end = ?5",
            params![
                self.hashed(user),
                quote.interview.as_str(),
                quote.revision.as_str(),
                quote.span.start,
                quote.span.end
            ],
            |row| row.get(0),
        );
        let up: Option<bool> = up.optional()?;
        Ok(up.map(|up| if up { Vote::Up } else { Vote::Down }))
    }

    fn vote(
        &self,
        user: i64,
        quote: &CitedQuote,
        (vote, reason): (Vote, Option<VoteReason>),
        day: PartialDate,
    ) -> Result<(), FeedbackError> {
        self.connection.execute(
            "INSERT OR REPLACE INTO vote (user, interview, revision, start, end, up, reason, day)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
             WHERE (SELECT count(*) FROM vote WHERE user = ?1 AND day = ?8) < ?9",
            params![
                self.hashed(user),
                quote.interview.as_str(),
                quote.revision.as_str(),
                quote.span.start,
                quote.span.end,
                vote == Vote::Up,
                reason.map(VoteReason::code),
                day.to_string(),
                A_DAY
            ],
        )?;
        Ok(())
    }

    fn take_back(&self, user: i64, quote: &CitedQuote) -> Result<(), FeedbackError> {
        self.connection.execute(
            "DELETE FROM vote WHERE user = ?1 AND interview = ?2 AND revision = ?3 AND start = ?4 AND end = ?5",
            params![
                self.hashed(user),
                quote.interview.as_str(),
                quote.revision.as_str(),
                quote.span.start,
                quote.span.end
            ],
        )?;
        Ok(())
    }

    pub(super) fn hashed(&self, user: i64) -> [u8; HASH] {
        hash(&self.key, user)
    }
}
