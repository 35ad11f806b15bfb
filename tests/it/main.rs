//! What Verbatim promises, by behaviour.

mod reading;

#[test]
fn placeholder() {}
