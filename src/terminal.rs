//! The answer in a terminal.
