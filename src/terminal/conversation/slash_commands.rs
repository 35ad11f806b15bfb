//! Slash commands in the terminal.

use crate::answer::{ListKind, closest_name};
use crate::messages::{Messages, typed_settings};

/// What a line asks the program to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SlashCommand {
    /// A question, where it is not empty.
    Ask(String),
    List(ListKind),
    More,
    Random,
    About,
    Help,
    /// What is to be changed; nothing shows what is set.
    Settings(String),
    All,
    Leave,
    /// There is no such command.
    Unknown {
        /// As it was typed, with its slash.
        typed: String,
        /// The one that was surely meant, with its slash.
        nearest: Option<String>,
    },
    /// A command that takes nothing behind it, with what stands there.
    Beside(Box<SlashCommand>, String),
}

/// Every command with the message that says what it does, in the order of the help.
pub(super) const COMMANDS: [(&str, &str); 9] = [
    ("speakers", "command-speakers"),
    ("interviews", "command-interviews"),
    ("more", "terminal-more"),
    ("all", "terminal-all"),
    ("random", "command-random"),
    ("about", "terminal-about"),
    ("settings", "command-settings"),
    ("help", "command-help"),
    ("quit", "terminal-quit"),
];

impl SlashCommand {
    /// The command of a line that begins with a slash; `None` for every other line.
    pub(super) fn of(line: &str) -> Option<Self> {
        let rest = line.strip_prefix('/')?.trim_start();
        let (name, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        // As it is written in a group of Telegram: `/speakers@bot`.
        let name = name.split('@').next().unwrap_or_default();
        let (name, rest) = (name.to_lowercase(), rest.trim().to_owned());
        let command = match name.as_str() {
            "settings" => return Some(Self::Settings(rest)),
            "ask" => return Some(Self::Ask(rest)),
            name => Self::alone(name),
        };
        Some(match command {
            Self::Unknown { .. } => command,
            command if rest.is_empty() => command,
            command => Self::Beside(Box::new(command), rest),
        })
    }

    /// The command with a name that takes nothing behind it.
    fn alone(name: &str) -> Self {
        match name {
            "speakers" => Self::List(ListKind::Speakers),
            "interviews" => Self::List(ListKind::Interviews),
            "more" => Self::More,
            "all" => Self::All,
            "random" => Self::Random,
            "about" | "start" => Self::About,
            "help" | "?" | "" | "aide" | "hilfe" | "ayuda" | "aiuto" => Self::Help,
            "quit" | "exit" | "q" => Self::Leave,
            name => {
                let names = COMMANDS.iter().map(|(name, _)| *name);
                Self::Unknown {
                    typed: format!("/{name}"),
                    nearest: closest_name(name, names).map(|name| format!("/{name}")),
                }
            }
        }
    }
}

/// A line that begins with a slash and asks for nothing that there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedLine {
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub hint: String,
}

/// Why a line that is the only one asks for nothing; `None` where it can be answered.
pub(in crate::terminal) fn refused(line: &str, messages: &Messages) -> Option<RefusedLine> {
    match SlashCommand::of(line)? {
        SlashCommand::Unknown { typed, nearest } => Some(RefusedLine {
            reason: messages.with("refused-command", &[("typed", typed.as_str().into())]),
            hint: match nearest {
                Some(nearest) => {
                    messages.with("refused-nearest", &[("nearest", nearest.as_str().into())])
                }
                None => messages.text("refused-help"),
            },
        }),
        // Alone, it shows what is set.
        SlashCommand::Settings(typed) if !typed.is_empty() => {
            let [reason, hint] = messages.unknown_setting(&typed_settings(&typed).err()?);
            Some(RefusedLine { reason, hint })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_known_by_its_name_and_else_the_nearest_is_said() {
        assert_eq!(SlashCommand::of("combien ?"), None);
        assert_eq!(
            SlashCommand::of("/Speakers"),
            Some(SlashCommand::List(ListKind::Speakers))
        );
        assert_eq!(
            SlashCommand::of("/settings  fr "),
            Some(SlashCommand::Settings("fr".to_owned()))
        );
        for (typed, wanted) in [
            ("/speeker", "/speakers"),
            ("/setings", "/settings"),
            ("/inteviews x", "/interviews"),
            ("/helo", "/help"),
        ] {
            let command = SlashCommand::of(typed);
            assert!(
                matches!(&command, Some(SlashCommand::Unknown { nearest: Some(nearest), .. }) if nearest == wanted),
                "{command:?}"
            );
        }
        let far = SlashCommand::of("/xyz");
        assert!(
            matches!(far, Some(SlashCommand::Unknown { nearest: None, .. })),
            "{far:?}"
        );
    }

    #[test]
    fn a_command_is_understood_with_a_blank_a_bots_name_or_in_ones_own_language() {
        for typed in ["/ speakers", "/speakers@verbatim_bot", "/SPEAKERS "] {
            assert_eq!(
                SlashCommand::of(typed),
                Some(SlashCommand::List(ListKind::Speakers)),
                "{typed}"
            );
        }
        for typed in ["/aide", "/hilfe", "/ayuda", "/aiuto", "/"] {
            assert_eq!(SlashCommand::of(typed), Some(SlashCommand::Help), "{typed}");
        }
        let beside = SlashCommand::Beside(Box::new(SlashCommand::Random), "5".to_owned());
        assert_eq!(SlashCommand::of("/random 5"), Some(beside));
    }
}
