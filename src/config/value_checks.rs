//! Checks of setting values: ranges and choices, with the nearest allowed value.

use url::Url;

use super::ConfigError;

/// A number within what a key may have.
pub(super) fn within(key: &str, value: i64, (least, most): (u64, u64)) -> Result<u64, ConfigError> {
    let number = u64::try_from(value).ok();
    let number = number.filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| {
        let nearest = if value < 0 || value.unsigned_abs() < least {
            least
        } else {
            most
        };
        let hint = format!("use {least} to {most}; the nearest is {nearest}");
        ConfigError::invalid(key, &value.to_string(), &hint)
    })
}

/// One of the values that a key takes, by its name.
pub(super) fn one_of<T: Copy>(
    key: &str,
    value: &str,
    known: &[(&str, T)],
) -> Result<T, ConfigError> {
    if let Some((_, taken)) = known.iter().find(|(name, _)| *name == value) {
        return Ok(*taken);
    }
    let lower = value.to_lowercase();
    let nearest = known.iter().filter_map(|(name, _)| distance(name, &lower));
    let nearest = nearest.min().map(|(_, name)| name);
    let names: Vec<String> = known.iter().map(|(name, _)| format!("`{name}`")).collect();
    let names = match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.concat(),
    };
    let hint = match nearest {
        Some(nearest) => format!("use {names}; did you mean `{nearest}`?"),
        None => format!("use {names}"),
    };
    Err(ConfigError::invalid(key, value, &hint))
}

/// How far a name is from what was typed; `None` where it is another word.
fn distance<'a>(name: &'a str, typed: &str) -> Option<(usize, &'a str)> {
    let begins = |long: &str, short: &str| short.len() > 2 && long.starts_with(short);
    if begins(name, typed) || begins(typed, name) {
        return Some((0, name));
    }
    let away = strsim::damerau_levenshtein(name, typed);
    (away * 2 <= name.chars().count()).then_some((away, name))
}

/// What to write for an address: the one that lacks only its scheme, or one like `example`.
pub(super) fn address_hint(value: &str, example: &str) -> String {
    let rest = value.rsplit("://").next().unwrap_or_default();
    let nearest = format!("https://{rest}");
    let host = Url::parse(&nearest).ok();
    let host = host.as_ref().and_then(Url::host_str);
    match host {
        Some(host) if host.contains('.') && !value.contains(char::is_whitespace) => {
            format!("did you mean `{nearest}`?")
        }
        _ => format!("use an address like `{example}`"),
    }
}
