//! The checks of each surface, and on a stable compiler what changes their seeds.

pub mod checks;

#[cfg(all(feature = "stable", not(fuzzing)))]
mod mutate;
#[cfg(all(feature = "stable", not(fuzzing)))]
pub use mutate::run;
