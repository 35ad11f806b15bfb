//! What Verbatim promises, by behaviour.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

mod architecture;
mod calibration;
mod captions;
mod card;
mod cases;
mod collections;
mod command_help;
mod commands;
mod config;
mod conversation;
mod cut_files;
mod desk;
mod documentation;
mod documents;
mod durability;
mod eval;
mod export;
mod exports;
mod fake_telegram;
mod feedback;
mod filters;
mod first_start;
mod formats;
mod full_disk;
mod fuzzed;
mod harness;
mod hostile;
mod index_folder;
mod labelled;
mod language;
mod lightweight_markup;
mod linking;
mod living;
mod mounts;
mod news_articles;
mod offers;
mod other_corpus;
mod output_files;
mod owners;
mod pages;
mod passed_over;
mod pdf_files;
mod permissions;
mod photos;
mod quoting;
mod races;
mod ranking;
mod read_only;
mod reading;
mod recognition;
mod recorders;
mod rendering;
mod settings;
mod sharing;
mod sidecars;
mod synonyms;
mod tables;
mod telegram;
mod terminal;
mod traces;
mod transcript;
mod transcriptions;
mod unattended;
mod understanding;
mod values;
mod variants;
mod web_archives;
mod webhook;
mod words;
