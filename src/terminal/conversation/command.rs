//! What begins with a slash in the terminal.

use crate::answer::{List, nearest};

/// What a line asks the program to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    /// A question, where it is not empty.
    Ask(String),
    List(List),
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
        /// The one that comes nearest, with its slash.
        nearest: String,
    },
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

impl Command {
    /// The command of a line that begins with a slash; `None` for every other line.
    pub(super) fn of(line: &str) -> Option<Self> {
        let rest = line.strip_prefix('/')?;
        let (name, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        Some(match name.to_lowercase().as_str() {
            "speakers" => Self::List(List::Speakers),
            "interviews" => Self::List(List::Interviews),
            "more" => Self::More,
            "all" => Self::All,
            "random" => Self::Random,
            "about" | "start" => Self::About,
            "settings" => Self::Settings(rest.trim().to_owned()),
            "help" | "?" => Self::Help,
            "quit" | "exit" | "q" => Self::Leave,
            "ask" => Self::Ask(rest.trim().to_owned()),
            name => {
                let names = COMMANDS.iter().map(|(name, _)| *name);
                let nearest = nearest(name, names).into_iter().next();
                Self::Unknown {
                    typed: format!("/{name}"),
                    nearest: format!("/{}", nearest.unwrap_or_default()),
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_known_by_its_name_and_else_the_nearest_is_said() {
        assert_eq!(Command::of("combien ?"), None);
        assert_eq!(
            Command::of("/Speakers"),
            Some(Command::List(List::Speakers))
        );
        assert_eq!(
            Command::of("/settings  fr "),
            Some(Command::Settings("fr".to_owned()))
        );
        for (typed, wanted) in [
            ("/speeker", "/speakers"),
            ("/setings", "/settings"),
            ("/inteviews x", "/interviews"),
        ] {
            let command = Command::of(typed);
            assert!(
                matches!(&command, Some(Command::Unknown { nearest, .. }) if nearest == wanted),
                "{command:?}"
            );
        }
    }
}
