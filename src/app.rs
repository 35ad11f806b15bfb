//! Wiring: what is started with what, and stopped.
