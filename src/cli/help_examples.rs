//! The examples at the end of each command's help. A test runs them.

pub(super) const BOT: &str = "\
Examples:
  TELOXIDE_TOKEN=123456:your-token verbatim bot
  TELOXIDE_TOKEN=123456:your-token verbatim bot --corpus interviews
  verbatim bot --config /etc/verbatim.toml   # with the token in the environment";

pub(super) const CHAT: &str = "\
Examples:
  verbatim chat
  verbatim chat --corpus interviews --collection podcast
  echo \"combien de datacentres ?\" | verbatim chat";

pub(super) const ASK: &str = "\
Examples:
  verbatim ask \"combien de datacentres ?\"
  verbatim ask --corpus interviews --json -n 1 \"Que dit Paulin du télétravail ?\"
  verbatim ask --explain 'speaker:\"Michel Paulin\" souveraineté des États'";

pub(super) const CARD: &str = "\
Examples:
  verbatim card \"combien de datacentres ?\" --output card.png
  verbatim card \"combien de datacentres ?\" --output story.png --portrait --dark";

pub(super) const INDEX: &str = "\
Examples:
  verbatim index
  verbatim index --corpus interviews";

pub(super) const EXPORT: &str = "\
Examples:
  verbatim export --output passages.jsonl
  verbatim export --corpus interviews --format csv > passages.csv";

pub(super) const EVAL: &str = "\
Examples:
  verbatim eval questions.toml --corpus interviews
  verbatim eval set --run after.trec
  verbatim eval set --compare before.trec after.trec";

pub(super) const REPORT: &str = "\
Examples:
  verbatim report
  verbatim report --days 7
  verbatim report --csv report.csv";

pub(super) const BACKUP: &str = "\
Examples:
  verbatim backup ~/verbatim-backup
  verbatim backup \"backup-$(date +%F)\" --corpus interviews";

pub(super) const CONFIG: &str = "\
Examples:
  verbatim config
  verbatim config --defaults > verbatim.toml   # every setting with its comment, to start your own
  VERBATIM_ANSWER__QUOTES=1 verbatim config";

pub(super) const CHECK: &str = "\
Examples:
  verbatim check interviews/2020-04-paulin.txt
  verbatim check --write-sidecar interviews   # what was read, for you to correct
  verbatim check --json interviews > check.json";

pub(super) const SHOW: &str = "\
Examples:
  verbatim show 2020-04-paulin --corpus interviews
  verbatim show 2020-04-paulin --corpus interviews --structure";

pub(super) const COMPLETIONS: &str = "\
Examples:
  verbatim completions bash > ~/.local/share/bash-completion/completions/verbatim
  verbatim completions fish > ~/.config/fish/completions/verbatim.fish
  verbatim completions zsh > ~/.zfunc/_verbatim   # a folder in your fpath";

pub(super) const MAN: &str = "\
Examples:
  verbatim man ~/.local/share/man/man1   # then: man verbatim, man verbatim-ask
  verbatim man pages";
