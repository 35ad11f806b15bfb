//! What Verbatim promises, by behaviour.

#[test]
fn placeholder() {}
