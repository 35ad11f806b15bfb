//! What Verbatim promises, by behaviour.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

mod architecture;
mod captions;
mod card;
mod cases;
mod collections;
mod commands;
mod config;
mod conversation;
mod desk;
mod documents;
mod durability;
mod eval;
mod export;
mod exports;
mod fake_telegram;
mod feedback;
mod filters;
mod formats;
mod fuzzed;
mod harness;
mod hostile;
mod language;
mod linking;
mod living;
mod owners;
mod photos;
mod quoting;
mod ranking;
mod reading;
mod recognition;
mod recorders;
mod rendering;
mod settings;
mod sharing;
mod synonyms;
mod tables;
mod telegram;
mod traces;
mod transcript;
mod transcriptions;
mod unattended;
mod understanding;
mod variants;
mod webhook;
