//! Values of YAML as they were typed: a title 007, 1.10 or No stays what it is.
//!
//! YAML types plain words by how they look. The library is told not to, where it can be; numbers are put back as they stand
//! in their lines.

use serde_json::Value;

/// What a block of YAML says, its numbers and words as they are written.
pub(super) fn parse_yaml(block: &str) -> Result<Value, serde_saphyr::Error> {
    let options = serde_saphyr::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
    };
    let mut value: Value = serde_saphyr::from_str_with_options(block, options)?;
    if let Value::Object(table) = &mut value {
        for (key, value) in table.iter_mut().filter(|(_, value)| is_typed(value)) {
            if let Some(written) = written(block, key).filter(|written| is_other(value, written)) {
                *value = written.into();
            }
        }
    }
    Ok(value)
}

fn is_typed(value: &Value) -> bool {
    matches!(value, Value::Number(_) | Value::Bool(_))
}

/// Whether a value is written otherwise than its type is.
fn is_other(value: &Value, written: &str) -> bool {
    let typed = match value {
        Value::Number(number) => number.to_string(),
        value => value.to_string(),
    };
    typed != written
}

/// The plain value behind a key at the margin, without a comment.
fn written<'b>(block: &'b str, key: &str) -> Option<&'b str> {
    block.lines().find_map(|line| {
        let value = line.strip_prefix(key)?.trim_start().strip_prefix(':')?;
        let value = value.split(" #").next().unwrap_or_default().trim();
        (!value.is_empty() && !value.starts_with(['"', '\'', '&', '!', '|', '>'])).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_stays() {
        for (written, read) in [
            ("007", Value::from("007")),
            ("1.10", Value::from("1.10")),
            ("1_000", Value::from("1_000")),
            ("1e3", Value::from("1e3")),
            ("0x1F # base 16", Value::from("0x1F")),
            ("No", Value::from("No")),
            ("yes", Value::from("yes")),
            ("True", Value::from("True")),
            ("true", Value::from(true)),
            ("12", Value::from(12)),
            ("\"12\"", Value::from("12")),
            ("2.5", Value::from(2.5)),
        ] {
            let table = parse_yaml(&format!("title: {written}\n")).ok();
            assert_eq!(
                table,
                Some(serde_json::json!({ "title": read })),
                "{written}"
            );
        }
    }
}
