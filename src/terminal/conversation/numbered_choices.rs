//! Numbered choices: questions and the entries of a list, each chosen by its number.

use super::Conversation;
use crate::answer::{Scope, interview_opening};
use crate::terminal::answer_text::quotes;
use crate::terminal::text_style::visible_line;

/// What can be chosen by its number.
#[derive(Clone)]
pub(super) enum NumberedChoice {
    Ask(String),
    /// A question that an answer offers: it can be chosen until the next answer.
    Offered(String),
    Within(Scope, String),
}

impl Conversation<'_> {
    /// The choice with a number, or that of a list with a name.
    pub(super) fn chosen(&self, line: &str) -> Option<NumberedChoice> {
        let number = line.trim_end_matches(['.', ')']).parse::<usize>().ok();
        let numbered = number.and_then(|number| self.choices.get(number.checked_sub(1)?));
        let named = || {
            self.choices.iter().find(|choice| match choice {
                NumberedChoice::Ask(_) | NumberedChoice::Offered(_) => false,
                NumberedChoice::Within(_, name) => name.to_lowercase() == line.to_lowercase(),
            })
        };
        numbered.or_else(named).cloned()
    }

    /// What there is to say of a number that a list does not have.
    pub(super) fn outside(&self, line: &str) -> Option<String> {
        let number: usize = line.trim_end_matches(['.', ')']).parse().ok()?;
        let is_list = matches!(self.choices.first(), Some(NumberedChoice::Within(..)));
        let values = [
            ("number", number.into()),
            ("count", self.choices.len().into()),
        ];
        let said = || self.lines(&[self.messages().with("list-outside", &values)]);
        is_list.then(said)
    }

    pub(super) fn choose(&mut self, choice: NumberedChoice) -> anyhow::Result<String> {
        let (scope, name) = match choice {
            NumberedChoice::Ask(question) | NumberedChoice::Offered(question) => {
                let asked = self.lines(&[format!("? {question}")]);
                return Ok(asked + &self.ask(&question)?);
            }
            NumberedChoice::Within(scope, name) => (scope, name),
        };
        let messages = self.messages();
        if !scope.stands(self.library)? {
            return Ok(self.lines(&[messages.text("within-gone")]));
        }
        let key = match scope {
            Scope::Interview(key) => Some(key),
            Scope::Speaker(_) | Scope::After(_) => None,
        };
        let is_empty =
            |key| interview_opening(self.library, key, 1).map(|quotes| quotes.is_empty());
        if key.map(is_empty).transpose()? == Some(true) {
            return Ok(self.lines(&[messages.text("list-unanswered")]));
        }
        self.scope = Some((scope, name.clone()));
        let shown = match scope {
            Scope::Speaker(_) => self.ask(&name)?,
            Scope::Interview(key) => quotes(
                &interview_opening(self.library, key, self.most())?,
                messages,
                &self.style(),
            ),
            Scope::After(_) => String::new(),
        };
        let set = messages.with(
            "scope-set",
            &[("name", visible_line(&name).as_str().into())],
        );
        Ok(format!("{shown}\n{}", self.lines(&[set])))
    }
}
