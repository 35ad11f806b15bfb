//! A conversation in a terminal: what each line asks for, and what can be chosen by its number.

mod numbered_choices;
mod numbered_lists;
mod preferences_file;
mod settings_command;
mod slash_commands;
mod unexpected_argument;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rand::Rng;

use super::answer_text::{numbered, quotes, render};
use super::no_answer;
use super::text_style::visible_line;
use super::text_style::{OutputStyle, visible, wrap};
use crate::answer::{
    self, Answer, DrawnFrom, ExampleQuestion, ListEntry, Question, Scope, SmallTalk, answer,
    coverage, examples, small_talk,
};
use crate::feedback::ChatPreference;
use crate::index::{Catalogue, Library};
use crate::interview::PartialDate;
use crate::language::Language;
use crate::messages::Messages;
use numbered_choices::NumberedChoice;
pub use slash_commands::RefusedLine;
pub(super) use slash_commands::refused;
use slash_commands::{COMMANDS, SlashCommand};

/// How many questions are offered at the start.
const OFFERED: usize = 2;

/// How many times as many are looked at, for some in the language of the terminal.
const LANGUAGES: usize = 8;

/// How a conversation is held.
#[derive(Clone)]
pub struct ConversationOptions {
    /// The language of the terminal.
    pub messages: &'static Messages,
    /// Whom to write to about the corpus; empty where nobody is named.
    pub contact: String,
    /// The folder in which the lines that were typed and what `/settings` changed are kept; `None` keeps nothing.
    pub folder: Option<PathBuf>,
    /// Whether the lines are kept too.
    pub keeps_lines: bool,
    /// Whether anything went wrong behind the conversation since this was asked last.
    pub has_warned: fn() -> bool,
}

/// What comes after a line.
pub(super) enum ConversationReply {
    /// Something to read, and the next line.
    Text(String),
    /// The last words.
    Goodbye(String),
}

/// A conversation, and what it remembers of the lines before.
pub(super) struct Conversation<'a> {
    library: &'a Library,
    /// How each question is answered.
    question: &'a Question,
    terms: &'a ConversationOptions,
    wanted: ChatPreference,
    /// What alone is asked, with its name.
    scope: Option<(Scope, String)>,
    /// The language of the interview that was quoted last: the next question is likely to be in it.
    language: Option<Language>,
    /// What a number stands for, the first for 1.
    choices: Vec<NumberedChoice>,
    /// What `/more` shows.
    rest: Vec<ListEntry>,
    mode: ConversationMode,
    /// How often the index was replaced when that was told last.
    replacements: usize,
}

/// Who takes part in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ConversationMode {
    /// Somebody at a terminal.
    Live,
    /// A pipe that lines come from.
    Piped,
    /// Nobody: there is one line, and no next one.
    SingleLine,
}

impl<'a> Conversation<'a> {
    /// A new one. Only with somebody at the terminal is anything kept of what is set.
    pub(super) fn new(
        library: &'a Library,
        question: &'a Question,
        terms: &'a ConversationOptions,
        mode: ConversationMode,
    ) -> Self {
        let mut conversation = Self {
            library,
            question,
            terms,
            wanted: ChatPreference::default(),
            scope: None,
            language: None,
            choices: Vec::new(),
            rest: Vec::new(),
            mode,
            replacements: library.replacements(),
        };
        conversation.wanted = conversation
            .file()
            .map(|path| preferences_file::load(&path))
            .unwrap_or_default();
        conversation
    }

    /// What is asked alone, for the prompt.
    pub(super) fn asked_alone(&self) -> Option<String> {
        self.scope.as_ref().map(|(_, name)| visible_line(name))
    }

    /// What there is, and what can be asked.
    pub(super) fn greeting(&mut self) -> anyhow::Result<String> {
        let messages = self.messages();
        let coverage = messages.coverage(&coverage(self.library)?);
        let coverage = [("coverage", coverage.as_str().into())];
        let mut text = self.lines(&[messages.with("chat-greeting", &coverage)]);
        let mut questions = examples(self.library, &self.asked(""), OFFERED * LANGUAGES)?;
        let catalogue = self.library.catalogue();
        let is_read = |one: &ExampleQuestion| {
            let entry = catalogue.entry(one.place.interview);
            entry.is_some_and(|entry| entry.language.code() == messages.code)
        };
        // Those in the language of the terminal first.
        questions.sort_by_key(|one| !is_read(one));
        questions.truncate(OFFERED);
        if !questions.is_empty() {
            let texts: Vec<String> = questions.into_iter().map(|one| one.text).collect();
            text.push_str(&self.lines(&[messages.text("chat-try")]));
            text.push_str(&numbered(&texts, 1, &self.style()));
            self.choices = texts.into_iter().map(NumberedChoice::Ask).collect();
        }
        Ok(text)
    }

    /// What is said to a line.
    pub(super) fn respond(&mut self, line: &str) -> anyhow::Result<ConversationReply> {
        let line = line.trim();
        if let Some(command) = SlashCommand::of(line) {
            return self.obey(command);
        }
        // Nothing in a corpus keeps anybody here.
        let leaves = || small_talk(line, &Catalogue::default()) == Some(SmallTalk::Leave);
        let is_farewell =
            || small_talk(line, &self.library.catalogue()) == Some(SmallTalk::Farewell);
        if leaves() || (self.mode == ConversationMode::Live && is_farewell()) {
            return self.obey(SlashCommand::Leave);
        }
        if let Some(choice) = self.chosen(line) {
            return Ok(ConversationReply::Text(self.choose(choice)?));
        }
        if let Some(outside) = self.outside(line) {
            return Ok(ConversationReply::Text(outside));
        }
        Ok(ConversationReply::Text(self.ask(line)?))
    }

    fn obey(&mut self, command: SlashCommand) -> anyhow::Result<ConversationReply> {
        let messages = self.messages();
        Ok(ConversationReply::Text(match command {
            SlashCommand::Leave => {
                let goodbye = messages.talk(SmallTalk::Leave);
                return Ok(ConversationReply::Goodbye(self.lines(&[goodbye])));
            }
            SlashCommand::Ask(question) => self.ask(&question)?,
            SlashCommand::List(list) => self.list(list),
            SlashCommand::More => self.more(),
            SlashCommand::Random => self.random()?,
            SlashCommand::About => self.about()?,
            SlashCommand::Help => self.help(),
            SlashCommand::Settings(typed) => self.settings(&typed),
            SlashCommand::All => {
                self.scope = None;
                self.lines(&[messages.text("scope-all")])
            }
            SlashCommand::Beside(command, typed) => {
                let note = self.beside(&command, &typed);
                return Ok(match self.obey(*command)? {
                    ConversationReply::Text(text) => ConversationReply::Text(note + &text),
                    ConversationReply::Goodbye(text) => ConversationReply::Goodbye(text),
                });
            }
            SlashCommand::Unknown { typed, nearest } => {
                self.lines(&[messages.unknown_command(&typed, nearest.as_deref())])
            }
        }))
    }

    /// What there is to say before the next line of what went wrong meanwhile: nothing is printed into a line that is
    /// being typed.
    pub(super) fn notice(&mut self) -> Option<String> {
        let replacements = self.library.replacements();
        let is_replaced = std::mem::replace(&mut self.replacements, replacements) != replacements;
        let replaced = match self.library.is_in_memory() {
            true => "chat-index-in-memory",
            false => "chat-index-built-again",
        };
        let warned = (self.terms.has_warned)().then_some("chat-warned");
        let said = is_replaced.then_some(replaced).into_iter().chain(warned);
        let folder = self.library.catalogue().corpus.clone().unwrap_or_default();
        let folder = [("folder", folder.as_str().into())];
        let said = said.map(|key| self.messages().with(key, &folder));
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| self.lines(&said))
    }

    /// What is said of the file in which lines are kept.
    pub(super) fn of_history(&self, key: &str, path: &Path) -> String {
        let path = path.display().to_string();
        self.lines(&[self.messages().with(key, &[("path", path.as_str().into())])])
    }

    /// The last words.
    pub(super) fn farewell(&self) -> String {
        self.lines(&[self.messages().talk(SmallTalk::Leave)])
    }

    fn ask(&mut self, text: &str) -> anyhow::Result<String> {
        let mut said = String::new();
        if let Some((scope, _)) = &self.scope
            && !scope.stands(self.library)?
        {
            self.scope = None;
            said = self.lines(&[self.messages().text("scope-gone")]);
        }
        let answer = answer(self.library, &self.asked(text))?;
        if let Answer::Found(found) = &answer
            && let Some(quote) = found.quotes.first()
        {
            let catalogue = self.library.catalogue();
            let entry = catalogue.entry(quote.place().interview);
            self.language = entry.map(|entry| entry.language);
        }
        let (messages, style) = (self.messages(), self.style());
        let offered = no_answer::offered(&answer, messages, &style);
        match offered {
            Some(question) => self.choices = vec![NumberedChoice::Offered(question)],
            None => {
                let choices = &mut self.choices;
                choices.retain(|choice| !matches!(choice, NumberedChoice::Offered(_)));
            }
        }
        Ok(said + &render(&answer, messages, &style))
    }

    fn random(&self) -> anyhow::Result<String> {
        let from = DrawnFrom {
            scope: self.scope.as_ref().map(|(scope, _)| *scope),
            collection: self.question.collection.as_deref(),
        };
        let draw = |below| rand::rng().random_range(0..below);
        let drawn = answer::random(self.library, from, draw)?;
        let messages = self.messages();
        Ok(match drawn {
            Some(quote) => quotes(&[quote], messages, &self.style()),
            None => self.lines(&[messages.text("list-empty")]),
        })
    }

    fn about(&self) -> anyhow::Result<String> {
        let messages = self.messages();
        let mut lines = messages.about(
            &answer::about(self.library)?,
            &self.terms.contact,
            visible_line,
        );
        let version = env!("CARGO_PKG_VERSION").into();
        lines.push(messages.with("about-terminal", &[("version", version)]));
        Ok(self.lines(&lines))
    }

    fn help(&self) -> String {
        let messages = self.messages();
        let mut text = self.lines(&[
            messages.text("help-terminal"),
            messages.text("help-filters"),
        ]);
        text.push('\n');
        for (name, key) in COMMANDS {
            text.push_str(&format!(
                "  {:<13}{}\n",
                format!("/{name}"),
                messages.text(key)
            ));
        }
        text
    }

    /// A question as it is asked here.
    fn asked(&self, text: &str) -> Question {
        let mut manner = self.question.options;
        manner.scope = self.scope.as_ref().map(|(scope, _)| *scope);
        Question {
            text: text.to_owned(),
            quotes: self.most(),
            // A conversation may last past midnight.
            today: PartialDate::of_time(SystemTime::now()),
            options: manner,
            language: self.language.or(self.question.language),
            ..self.question.clone()
        }
    }

    fn most(&self) -> usize {
        self.wanted.quotes.map_or(self.question.quotes, usize::from)
    }

    fn messages(&self) -> &'static Messages {
        self.wanted
            .language
            .as_deref()
            .map_or(self.terms.messages, Messages::of)
    }

    fn style(&self) -> OutputStyle {
        OutputStyle {
            choices: self.mode != ConversationMode::SingleLine,
            ..OutputStyle::of_output()
        }
    }

    /// Paragraphs, each wrapped.
    fn lines(&self, paragraphs: &[String]) -> String {
        let width = self.style().width;
        let lines = paragraphs
            .iter()
            .flat_map(|text| wrap(&visible(text), width));
        lines.map(|line| line + "\n").collect()
    }
}
