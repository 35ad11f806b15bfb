//! Numbered lists: `/speakers`, `/interviews` and `/more`.

use super::numbered_choices::NumberedChoice;
use super::{Conversation, ConversationMode};
use crate::answer::{ListKind, listed};
use crate::terminal::answer_text::{listed as listed_without_numbers, numbered};
use crate::terminal::text_style::visible_line;

/// How many lines of a list a terminal shows at a time; a pipe takes them all.
const ON_A_PAGE: usize = 20;

impl Conversation<'_> {
    /// The first lines of a list.
    pub(super) fn list(&mut self, list: ListKind) -> String {
        let catalogue = self.library.catalogue();
        let mut items = listed(&catalogue, list);
        if let Some(collection) = &self.question.collection {
            items.retain(|item| item.is_in(collection, &catalogue));
        }
        let messages = self.messages();
        if items.is_empty() {
            return self.lines(&[messages.list_empty(list)]);
        }
        let title = messages.list_title(list, items.len());
        self.choices.clear();
        self.rest = items;
        let title = self.style().strong(&title);
        format!("{title}\n{}", self.more())
    }

    /// The next lines of the list.
    pub(super) fn more(&mut self) -> String {
        let messages = self.messages();
        if self.rest.is_empty() {
            return self.lines(&[messages.text("list-end")]);
        }
        let most = if self.mode == ConversationMode::Live {
            ON_A_PAGE
        } else {
            self.rest.len()
        };
        let rest = self.rest.split_off(most.min(self.rest.len()));
        let shown = std::mem::replace(&mut self.rest, rest);
        let lines: Vec<String> = shown
            .iter()
            .map(|item| messages.listed(item, visible_line))
            .collect();
        if self.mode == ConversationMode::SingleLine {
            // Nobody can choose one of them by its number.
            let how = messages.text("list-in-question");
            return listed_without_numbers(&lines, &self.style()) + &self.lines(&[how]);
        }
        let text = numbered(&lines, self.choices.len() + 1, &self.style());
        let choices = shown
            .into_iter()
            .map(|item| NumberedChoice::Within(item.scope, item.name));
        self.choices.extend(choices);
        let left = self.rest.len();
        let how = match left {
            0 => vec![messages.text("list-choose")],
            _ => vec![
                messages.text("list-choose"),
                messages.with("list-more", &[("count", left.into())]),
            ],
        };
        text + &self.lines(&[how.join(" ")])
    }
}
