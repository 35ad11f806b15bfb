#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| verbatim_fuzz::checks::button(data));

#[cfg(all(feature = "stable", not(fuzzing)))]
fn main() {
    verbatim_fuzz::run("button", verbatim_fuzz::checks::button);
}

#[cfg(not(any(feature = "stable", fuzzing)))]
fn main() {}
