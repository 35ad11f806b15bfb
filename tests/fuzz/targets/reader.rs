#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| verbatim_fuzz::checks::reader(data));

#[cfg(all(feature = "stable", not(fuzzing)))]
fn main() {
    verbatim_fuzz::run("reader", verbatim_fuzz::checks::reader);
}

#[cfg(not(any(feature = "stable", fuzzing)))]
fn main() {}
