//! Every word that the program says to a user: one Fluent file a language.
