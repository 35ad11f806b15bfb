//! Settings: the file, then the environment, then flags; what is not known is refused.

use verbatim::config::{Config, Environment, Flags, LogFormat};

use crate::harness::Verbatim;

fn load(variables: &[(&str, &str)]) -> Result<Config, String> {
    let variables = variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::load(&Flags::default(), &Environment::of(variables))
        .map_err(|error| format!("{error}; {}", error.hint().unwrap_or_default()))
}

#[test]
fn the_documented_file_holds_the_defaults() {
    let documented: toml::Table =
        toml::from_str(include_str!("../../config/verbatim.toml")).unwrap();
    let config = load(&[]).unwrap();
    assert_eq!(documented["corpus"].as_str(), Some(""));
    // In a clone of the source, as here.
    assert_eq!(config.corpus.to_str(), Some("seeds"));
    assert_eq!(config.answer.quotes, 3);
    assert_eq!(config.telegram.api_url, "https://api.telegram.org");
    assert_eq!(config.telegram.token, None);
    assert!(config.feedback.enabled);
    assert_eq!(config.feedback.retention_days, 90);
    assert_eq!(
        (config.log.level, config.log.format),
        (None, LogFormat::Text)
    );
}

#[test]
fn the_environment_wins_over_the_file_and_a_flag_over_both() {
    let verbatim = Verbatim::with_the_seeds();
    let file = verbatim.settings("corpus = \"from-file\"\n");
    let run = |variables: &[(&str, &str)], flags: &[&str]| {
        let mut command = verbatim.bare(&["ask", "x", "--config", &file]);
        let output = command
            .args(flags)
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(run(&[], &[]).contains("`from-file`"));
    assert!(run(&[("VERBATIM_CORPUS", "from-environment")], &[]).contains("`from-environment`"));
    assert!(
        run(
            &[("VERBATIM_CORPUS", "from-environment")],
            &["--corpus", "from-flag"]
        )
        .contains("`from-flag`")
    );
}

#[test]
fn an_unknown_key_is_refused_with_the_nearest_known_one() {
    let verbatim = Verbatim::with_the_seeds();
    for (text, wrong, right) in [
        ("corpsu = \"x\"", "`corpsu`", "did you mean `corpus`?"),
        (
            "[telegram]\napi_ulr = \"x\"",
            "`telegram.api_ulr`",
            "did you mean `telegram.api_url`?",
        ),
        (
            "[answer]\nquotes = \"three\"",
            "`answer.quotes`",
            "quotes = 3",
        ),
    ] {
        let file = verbatim.settings(text);
        verbatim
            .run(&["index", "--config", &file])
            .ends_with_code(2)
            .complains(wrong)
            .complains(right);
    }
    let error = load(&[("VERBATIM_TELEGRAM__API_ULR", "x")]).unwrap_err();
    assert!(
        error.contains("did you mean `VERBATIM_TELEGRAM__API_URL`?"),
        "{error}"
    );
}

#[test]
fn a_value_that_cannot_be_used_is_named_with_its_key() {
    for (name, value, key) in [
        ("VERBATIM_ANSWER__QUOTES", "0", "answer.quotes"),
        ("VERBATIM_ANSWER__QUOTES", "many", "answer.quotes"),
        ("VERBATIM_ANSWER__GENEROSITY", "ample", "answer.generosity"),
        ("VERBATIM_ANSWER__GENEROSITY", "1.5", "answer.generosity"),
        ("VERBATIM_TELEGRAM__API_URL", "ftp://x", "telegram.api_url"),
        ("VERBATIM_TELEGRAM__OWNERS", "7, me", "telegram.owners"),
        (
            "VERBATIM_FEEDBACK__RETENTION_DAYS",
            "0",
            "feedback.retention_days",
        ),
        ("VERBATIM_FEEDBACK__ENABLED", "maybe", "feedback.enabled"),
    ] {
        let error = load(&[(name, value)]).unwrap_err();
        assert!(error.contains(key) && error.contains(value), "{error}");
    }
    Verbatim::with_the_seeds()
        .set("VERBATIM_LOG__FORMAT", "xml")
        .run(&["index"])
        .ends_with_code(2)
        .complains("xml");
    Verbatim::with_the_seeds()
        .set("VERBATIM_WATCH", "sometimes")
        .run(&["index"])
        .ends_with_code(2)
        .complains("sometimes");
}

#[test]
fn generosity_is_set_in_the_environment_too() {
    let config = load(&[("VERBATIM_ANSWER__GENEROSITY", "0.75")]).unwrap();
    assert_eq!(config.answer.generosity, 75);
}

#[test]
fn owners_are_numbers_in_the_file_or_with_commas_in_the_environment() {
    assert_eq!(load(&[]).unwrap().telegram.owners, [0_i64; 0]);
    let config = load(&[("VERBATIM_TELEGRAM__OWNERS", "7, 70")]).unwrap();
    assert_eq!(config.telegram.owners, [7, 70]);
}

#[test]
fn a_token_is_taken_from_the_environment_and_never_printed() {
    let config = load(&[("TELOXIDE_TOKEN", "123:secret")]).unwrap();
    assert_eq!(
        config.telegram.token.as_ref().map(|token| token.expose()),
        Some("123:secret")
    );
    assert!(!format!("{config:?}").contains("secret\""), "{config:?}");
    assert!(!format!("{config:?}").contains("123:"));
}
