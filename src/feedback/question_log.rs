//! The question log: counts by day, and the text of questions that had no answer.

use rusqlite::{Transaction, params};

use super::sqlite_store::SqliteStore;
use super::{DailyUsage, FeedbackError, UnansweredQuestion};
use crate::interview::PartialDate;

/// How much of a question is kept, in characters, and how many of a day: who asks without end fills no disk. All are
/// counted.
const LENGTH: usize = 500;
const A_DAY: usize = 2_000;

impl SqliteStore {
    /// Counts questions: those answered on a day, and those that found nothing, which are kept.
    pub(super) fn asked(
        &self,
        (day, answered): (PartialDate, usize),
        nothing: &[UnansweredQuestion],
    ) -> Result<(), FeedbackError> {
        let transaction = self.connection.unchecked_transaction()?;
        if answered > 0 {
            transaction.execute(
                "INSERT INTO usage (day, answered) VALUES (?1, ?2)
                 ON CONFLICT (day) DO UPDATE SET answered = answered + ?2",
                params![day.to_string(), answered],
            )?;
        }
        keep(&transaction, nothing)?;
        Ok(transaction.commit()?)
    }

    /// Questions since a day that found nothing, the oldest first.
    pub(super) fn unanswered(
        &self,
        since: PartialDate,
    ) -> Result<Vec<UnansweredQuestion>, FeedbackError> {
        let sql = "SELECT text, language, day FROM unanswered WHERE day >= ?1 ORDER BY day, id";
        let mut select = self.connection.prepare(sql)?;
        let rows = select.query_map([since.to_string()], |row| {
            Ok(UnansweredQuestion {
                text: row.get(0)?,
                language: row.get(1)?,
                day: day(&row.get::<_, String>(2)?, since),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The days since a day on which there were questions, the newest first.
    pub(super) fn usage(&self, since: PartialDate) -> Result<Vec<DailyUsage>, FeedbackError> {
        let sql = "SELECT day, answered, unanswered FROM usage WHERE day >= ?1 ORDER BY day DESC";
        let mut select = self.connection.prepare(sql)?;
        let rows = select.query_map([since.to_string()], |row| {
            Ok(DailyUsage {
                day: day(&row.get::<_, String>(0)?, since),
                answered: row.get(1)?,
                nothing: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Deletes what was left behind before a day.
    pub(super) fn delete_before(&self, day: PartialDate) -> Result<usize, FeedbackError> {
        let transaction = self.connection.unchecked_transaction()?;
        let mut deleted = 0;
        for sql in [
            "DELETE FROM vote WHERE day < ?1",
            "DELETE FROM unanswered WHERE day < ?1",
            "DELETE FROM usage WHERE day < ?1",
        ] {
            deleted += transaction.execute(sql, [day.to_string()])?;
        }
        transaction.commit()?;
        self.settle()?;
        Ok(deleted)
    }
}

/// Counts and keeps questions that found nothing.
fn keep(
    transaction: &Transaction<'_>,
    questions: &[UnansweredQuestion],
) -> Result<(), FeedbackError> {
    let mut count = transaction.prepare(
        "INSERT INTO usage (day, unanswered) VALUES (?1, 1)
         ON CONFLICT (day) DO UPDATE SET unanswered = unanswered + 1",
    )?;
    let mut keep = transaction.prepare(
        "INSERT INTO unanswered (text, language, day) SELECT ?1, ?2, ?3
         WHERE (SELECT unanswered FROM usage WHERE day = ?3) <= ?4",
    )?;
    for question in questions {
        let text: String = question.text.chars().take(LENGTH).collect();
        let day = question.day.to_string();
        count.execute([&day])?;
        keep.execute(params![text, question.language, day, A_DAY])?;
    }
    Ok(())
}

/// A day as it was written; one that somebody else wrote there otherwise is shown as the first.
fn day(text: &str, first: PartialDate) -> PartialDate {
    text.parse().unwrap_or(first)
}
