//! The answer in a Telegram chat.
