//! The report for owners in words.

use super::Messages;
use crate::feedback::{DailyUsage, OwnerReport, QuestionGroup, VoteReason, VotedQuote};
use crate::language::on_one_line;

impl Messages {
    /// A report as lines of text, with at most so many days; empty lines between the kinds.
    #[must_use]
    pub fn report(&self, report: &OwnerReport, days: usize) -> String {
        let mut questions: Vec<String> = report
            .questions
            .iter()
            .map(|group| self.asked_in_vain(group))
            .collect();
        let more = report.questions_in_all - questions.len();
        if more > 0 {
            questions.push(self.with("report-more", &[("count", more.into())]));
        }
        let passages = report.passages.iter();
        let days = report.usage.iter().take(days);
        let parts = [
            ("report-questions", questions),
            (
                "report-passages",
                passages.map(|voted| self.voted(voted)).collect(),
            ),
            (
                "report-usage",
                days.map(|usage| self.usage(usage)).collect(),
            ),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(_, lines): &(&str, Vec<String>)| !lines.is_empty())
            .map(|(title, lines)| format!("{}\n{}", self.text(title), lines.join("\n")))
            .collect();
        if parts.is_empty() {
            return self.text("report-empty");
        }
        parts.join("\n\n")
    }

    fn asked_in_vain(&self, group: &QuestionGroup) -> String {
        let day = self.date(group.last);
        let values = [
            ("count", group.count.into()),
            ("text", one_line(&group.text)),
            ("day", day.as_str().into()),
        ];
        let line = self.with("report-question", &values);
        let Some(nearest) = &group.nearest else {
            return line;
        };
        let (score, certainty) = (
            format!("{:.2}", nearest.score),
            format!("{:.2}", nearest.certainty),
        );
        let speaker = self.speaker(nearest.speaker.as_deref());
        let values = [
            ("words", one_line(&nearest.words)),
            ("speaker", one_line(&speaker)),
            ("interview", one_line(nearest.interview.as_str())),
            ("score", score.as_str().into()),
            ("certainty", certainty.as_str().into()),
        ];
        format!("{line}\n    {}", self.with("report-nearest", &values))
    }

    fn voted(&self, voted: &VotedQuote) -> String {
        let votes = &voted.votes;
        let speaker = self.speaker(voted.speaker.as_deref());
        let words = match &voted.words {
            Some(words) => self.with("title", &[("title", one_line(words))]),
            None => self.text("report-changed"),
        };
        let values = [
            ("ups", votes.ups.into()),
            ("downs", votes.downs.into()),
            ("speaker", one_line(&speaker)),
            ("interview", one_line(votes.interview.as_str())),
            ("words", words.as_str().into()),
        ];
        let line = self.with("report-passage", &values);
        let given = VoteReason::ALL.into_iter().zip(votes.reasons);
        let reasons: Vec<String> = given
            .filter(|(_, count)| *count > 0)
            .map(|(reason, count)| {
                let name = self.text(&format!("vote-{}", reason.code()));
                self.with(
                    "report-reason",
                    &[("reason", name.as_str().into()), ("count", count.into())],
                )
            })
            .collect();
        if reasons.is_empty() {
            return line;
        }
        format!("{line}\n    {}", reasons.join(", "))
    }

    fn usage(&self, usage: &DailyUsage) -> String {
        let day = self.date(usage.day);
        let values = [
            ("day", day.as_str().into()),
            ("answered", usage.answered.into()),
            ("nothing", usage.nothing.into()),
        ];
        self.with("report-day", &values)
    }

    fn speaker(&self, name: Option<&str>) -> String {
        name.map_or_else(|| self.unnamed(None), str::to_owned)
    }
}

fn one_line(text: &str) -> super::Argument<'static> {
    super::Argument::Text(on_one_line(text).into())
}
