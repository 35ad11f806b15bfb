//! Verbatim answers a question with what people really said.
//!
//! Its owner gives it a folder of interviews; a user asks in a chat; it replies
//! with quoted passages and their source. The rooms, in reading order:
//!
//! - [`language`]: words and sentences: terms, stems, sentence bounds, which language; pure.
//! - [`interview`]: the model: interview, speaker, turn, exchange, passage; pure.
//! - [`files`]: safe reading of files: regular ones, up to a size.
//! - [`reading`]: bytes → interview and warnings.
//! - [`index`]: what every engine gives, as plain data; `embedded`: tantivy.
//! - [`corpus`]: the folder of interviews, and the index kept in step with it.
//! - [`answer`]: question understanding → ranking → quoting → permalinks and source links.
//! - [`feedback`]: what users leave behind: votes, questions without an answer.
//! - [`eval`]: how well questions with known answers are answered.
//! - [`messages`]: every word the program says to a user, one file a language.
//! - [`terminal`]: ask and chat: the answer in a terminal.
//! - [`telegram`]: the answer in a Telegram chat: `transport`, which knows nothing of quotes, `capabilities`, `rendering`.
//! - [`card`]: a quote as a picture.
//! - [`monitor`]: how the running bot does, in numbers.
//! - [`config`], [`cli`], [`app`]: settings, the command line, and the wiring of it all.
//!
//! Invariants:
//!
//! - Dependencies point inward: `language`, `interview` ← `reading`, `index` ← `corpus`,
//!   `answer` ← `feedback`, `eval`, `terminal`, `telegram`, `card` ← `app`. Only `telegram` and `app` know teloxide; only
//!   `index/embedded` knows tantivy; only `card` knows cosmic-text and tiny-skia; only `feedback` knows rusqlite;
//!   only `monitor` knows prometheus-client.
//! - A quote is a slice of a stored transcript. Nothing ever writes one.
//! - The corpus folder is the truth; the index is derived from it and can be rebuilt at any time.
//! - No conversation is kept in memory: messages and buttons carry what they need. The last answers are, with their
//!   questions and without who asked them.

pub mod answer;
pub mod app;
pub mod card;
pub mod cli;
pub mod config;
pub mod corpus;
pub mod eval;
pub mod feedback;
pub mod files;
pub mod index;
pub mod interview;
pub mod language;
pub mod messages;
pub mod monitor;
pub mod reading;
pub mod telegram;
pub mod terminal;
