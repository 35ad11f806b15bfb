//! Settings: the file, then the environment, then flags; what is not known is refused.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use verbatim::config::{Config, Environment, Flags, LogFormat};

use crate::harness::{Run, Verbatim};

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
    assert!(run(&[], &[]).contains("/from-file`"));
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

/// What `config` prints, as a table.
fn printed(verbatim: &Verbatim, arguments: &[&str]) -> toml::Table {
    let output = verbatim
        .bare(&[&["config"], arguments].concat())
        .output()
        .unwrap();
    let run = crate::harness::Run::of(output).ends_with_code(0);
    run.text().parse().unwrap()
}

#[test]
fn paths_in_a_file_begin_in_its_folder_and_are_printed_whole() {
    let verbatim = Verbatim::with_the_seeds();
    let folder = verbatim.index().with_file_name("etc");
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("mine.toml");
    std::fs::write(
        &file,
        "corpus = \"talks\"\nindex = \"index\"\n[answer]\nsynonyms = \"words.toml\"\n\
         [card]\nlogo = \"logo.png\"\nfonts = \"fonts\"\n[feedback]\ndatabase = \"votes.sqlite\"\n\
         [webhook]\ncertificate = \"cert.pem\"\nkey = \"/etc/key.pem\"\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let settings = printed(&verbatim, &["--config", file]);
    let at = |section: &str, key: &str| match section {
        "" => settings[key].as_str().unwrap().to_owned(),
        section => settings[section][key].as_str().unwrap().to_owned(),
    };
    for (section, key, name) in [
        ("", "corpus", "talks"),
        ("", "index", "index"),
        ("answer", "synonyms", "words.toml"),
        ("card", "logo", "logo.png"),
        ("card", "fonts", "fonts"),
        ("feedback", "database", "votes.sqlite"),
        ("webhook", "certificate", "cert.pem"),
    ] {
        assert_eq!(
            at(section, key),
            folder.join(name).to_str().unwrap(),
            "{key}"
        );
    }
    assert_eq!(at("webhook", "key"), "/etc/key.pem");
    let working = verbatim.index().with_file_name("flagged");
    let flagged = printed(&verbatim, &["--config", file, "--corpus", "flagged"]);
    assert_eq!(flagged["corpus"].as_str(), working.to_str());
    let verbatim = verbatim.set("VERBATIM_CARD__LOGO", "flagged");
    let set = printed(&verbatim, &["--config", file]);
    assert_eq!(set["card"]["logo"].as_str(), working.to_str());
}

#[test]
fn defaults_are_printed_whole_and_can_be_read_back() {
    let verbatim = Verbatim::with_the_seeds();
    let settings = printed(&verbatim, &[]);
    let folder = verbatim.index();
    let folder = folder.parent().unwrap();
    let example = verbatim.data().join("example");
    assert_eq!(settings["corpus"].as_str(), example.to_str());
    for path in [&settings["index"], &settings["feedback"]["database"]] {
        assert!(path.as_str().unwrap().starts_with(folder.to_str().unwrap()));
    }
    let file = verbatim.settings(&settings.to_string());
    assert_eq!(printed(&verbatim, &["--config", &file]), settings);
}

#[test]
fn a_default_that_a_file_writes_out_is_the_default_unless_its_folder_holds_it() {
    let verbatim = Verbatim::with_the_seeds();
    let folder = verbatim.index().with_file_name("etc");
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("verbatim.toml");
    std::fs::write(&file, "[answer]\nsynonyms = \"synonyms.toml\"\n").unwrap();
    let synonyms = || {
        let settings = printed(&verbatim, &["--config", file.to_str().unwrap()]);
        settings["answer"]["synonyms"].as_str().unwrap().to_owned()
    };
    assert_eq!(synonyms(), "");
    let beside = folder.join("synonyms.toml");
    std::fs::write(&beside, "").unwrap();
    assert_eq!(synonyms(), beside.to_str().unwrap());
}

#[test]
fn a_wrong_value_is_named_with_its_file_its_key_and_the_nearest_that_can_be() {
    let verbatim = Verbatim::with_the_seeds();
    for (text, wrong, nearest) in [
        (
            "watch = \"pol\"",
            "`watch` cannot be `pol`",
            "did you mean `poll`?",
        ),
        (
            "[card]\ntheme = \"drak\"",
            "`card.theme` cannot be `drak`",
            "did you mean `dark`?",
        ),
        (
            "[card]\naccent = \"B21E2E\"",
            "`card.accent` cannot be `B21E2E`",
            "did you mean `#B21E2E`?",
        ),
        (
            "[log]\nformat = \"jsn\"",
            "`log.format` cannot be `jsn`",
            "did you mean `json`?",
        ),
        (
            "[log]\nlevel = \"worn\"",
            "`log.level` cannot be `worn`",
            "did you mean `warn`?",
        ),
        (
            "[answer]\nquotes = 9",
            "`answer.quotes` cannot be `9`",
            "the nearest is 3",
        ),
        (
            "[answer]\ngenerosity = 2",
            "`answer.generosity` cannot be `2`",
            "the nearest is 1",
        ),
        (
            "[feedback]\nretention_days = 0",
            "`feedback.retention_days` cannot be `0`",
            "the nearest is 1",
        ),
        (
            "[reading]\nseconds = 9999",
            "`reading.seconds` cannot be `9999`",
            "the nearest is 3600",
        ),
        (
            "[webhook]\nurl = \"example.org/bot\"",
            "`webhook.url` cannot be `example.org/bot`",
            "did you mean `https://example.org/bot`?",
        ),
        (
            "[webhook]\nlisten = \"127.0.0.1\"",
            "`webhook.listen` cannot be `127.0.0.1`",
            "did you mean `127.0.0.1:8080`?",
        ),
        (
            "[telegram]\nowners = [\"a\"]",
            "`telegram.owners` cannot contain `\"a\"`",
            "write ids without quotes: `telegram.owners = [123456789]`",
        ),
        (
            "[telegram]\nowners = [-5]",
            "`telegram.owners` cannot be `-5`",
            "user ids are positive numbers",
        ),
        (
            "[telegram]\ntoken = \"abc\"",
            "`telegram.token` does not have the form of a token",
            "copy the whole token from @BotFather",
        ),
        (
            "[monitor]\nlisten = \"nowhere\"",
            "`monitor.listen` cannot be `nowhere`",
            "an address with a port",
        ),
        (
            "[telegram]\nowners = \"7\"",
            "`telegram.owners` cannot be `\"7\"`: it is a text in quotes, not a list",
            "owners = []",
        ),
        (
            "[telegram]\ntoken = 77777",
            "`telegram.token` cannot be what is written there",
            "token = \"\"",
        ),
        ("watch = auto", "line 1 (`watch`)", "texts in \"quotes\""),
    ] {
        let file = verbatim.settings(text);
        let run = verbatim
            .run(&["index", "--config", &file])
            .ends_with_code(2)
            .complains("settings.toml`")
            .complains(wrong)
            .complains(nearest);
        assert!(!run.err.contains("77777"), "{}", run.err);
    }
    let error = load(&[("VERBATIM_CARD__THEME", "lite")]).unwrap_err();
    assert!(
        error.contains("`VERBATIM_CARD__THEME`: `card.theme` cannot be `lite`"),
        "{error}"
    );
}

#[test]
fn a_self_signed_certificate_needs_the_certificate_and_its_key() {
    let verbatim = Verbatim::with_the_seeds();
    let file = verbatim.settings("[webhook]\nself_signed = true\n");
    verbatim
        .run(&["config", "--config", &file])
        .ends_with_code(2)
        .complains("settings.toml`: `webhook.self_signed` cannot be `true`")
        .complains(
            "hint: set `webhook.certificate` and `webhook.key` too, or remove `self_signed`",
        );
}

#[test]
fn a_path_with_a_nul_character_is_refused_with_its_key() {
    let verbatim = Verbatim::with_the_seeds();
    for (section, key) in [
        ("", "corpus"),
        ("", "index"),
        ("[answer]\n", "synonyms"),
        ("[card]\n", "logo"),
        ("[card]\n", "fonts"),
        ("[feedback]\n", "database"),
        ("[webhook]\n", "certificate"),
        ("[webhook]\n", "key"),
    ] {
        let file = verbatim.settings(&format!("{section}{key} = \"a\\u0000b\"\n"));
        let run = verbatim.bare(&["config", "--config", &file]).output();
        let run = Run::of(run.unwrap()).ends_with_code(2);
        run.complains("settings.toml`: `")
            .complains(&format!("{key}` cannot be `"))
            .complains("a\\u0000b`")
            .complains("hint: a path cannot contain a NUL character");
    }
}

/// "é" as Latin-1 writes it.
const LATIN: &[u8] = b"caf\xe9";

#[test]
fn a_variable_that_is_not_utf_8_is_named_and_its_value_is_not_shown() {
    let verbatim = Verbatim::with_the_seeds();
    for name in [
        "TELOXIDE_TOKEN",
        "VERBATIM_TELEGRAM__CONTACT",
        "VERBATIM_ANSWER__QUOTES",
        "VERBATIM_LOG__LEVEL",
        "VERBATIM_TELEGRAM__OWNERS",
    ] {
        let mut command = verbatim.command(&["config"]);
        let run = command.env(name, OsStr::from_bytes(LATIN)).output();
        let run = Run::of(run.unwrap())
            .ends_with_code(2)
            .complains(&format!("the value of `{name}` is not valid UTF-8"))
            .complains("hint: set it again as UTF-8 text, or unset it");
        assert!(!run.err.contains("caf"), "{}", run.err);
    }
    let mut command = verbatim.command(&["ask", "combien de datacentres ?"]);
    let run = command.env("RUST_LOG", OsStr::from_bytes(b"\xff=="));
    Run::of(run.output().unwrap())
        .ends_with_code(2)
        .complains("the log level cannot be used");
    let unknown = OsStr::from_bytes(b"VERBATIM_CARD__THEM\xff");
    let run = verbatim.command(&["config"]).env(unknown, "dark").output();
    Run::of(run.unwrap())
        .ends_with_code(2)
        .complains("did you mean `VERBATIM_CARD__THEME`?");
}

#[test]
fn paths_need_not_be_utf_8_in_the_environment_and_in_the_name_of_the_settings_folder() {
    let verbatim = Verbatim::with_files([]);
    let folder = verbatim.folder().join(OsStr::from_bytes(LATIN));
    std::fs::create_dir_all(folder.join("talks")).unwrap();
    std::fs::write(
        folder.join("talks/bees.txt"),
        "Ada: Who keeps bees?\n\nBo: My aunt keeps bees behind the old mill.\n",
    )
    .unwrap();
    std::fs::write(
        folder.join("mine.toml"),
        "corpus = \"talks\"\nindex = \"index\"\n",
    )
    .unwrap();
    let by_variable = || {
        let mut command = verbatim.bare(&["ask", "Who keeps bees?"]);
        command.env("VERBATIM_CONFIG", folder.join("mine.toml"));
        Run::of(command.output().unwrap())
    };
    by_variable().ends_with_code(0).says("behind the old mill");
    assert!(folder.join("index/passages").is_dir());
    let mut printed = verbatim.bare(&["config", "--config"]);
    let printed = Run::of(printed.arg(folder.join("mine.toml")).output().unwrap());
    printed.ends_with_code(0).says("caf\u{fffd}/talks\"");
    let mut command = verbatim.bare(&["ask", "Who keeps bees?"]);
    command.env("VERBATIM_CORPUS", folder.join("talks"));
    command.env("VERBATIM_INDEX", folder.join("other"));
    Run::of(command.output().unwrap())
        .ends_with_code(0)
        .says("behind the old mill");
    std::fs::remove_dir_all(folder.join("talks")).unwrap();
    by_variable()
        .ends_with_code(2)
        .complains("caf\u{fffd}/talks` does not exist");
}

#[test]
fn settings_that_cannot_be_read_are_named_in_plain_words_without_their_values() {
    let verbatim = Verbatim::with_the_seeds();
    for (text, wrong, hint) in [
        (
            "[telegram]\ntoken = \"123456:SECRET\n",
            "settings.toml`, line 2 (`token`): a text has no closing quote",
            "put texts in \"quotes\"",
        ),
        (
            "[telegram]\ntoken = 123456:SECRET\n",
            "settings.toml`, line 2 (`token`): ",
            "\"quotes\"",
        ),
        (
            "watch = \"off\"\nwatch = \"auto\"\n",
            "settings.toml`, line 2 (`watch`): `watch` appears twice",
            "keep one of the two",
        ),
        (
            "[telegram]\nowners = [1, 2\n",
            "settings.toml`, line 2 (`owners`): a list has no closing `]`",
            "write a list as",
        ),
        (
            "[card\ntheme = \"dark\"\n",
            "settings.toml`, line 1: the section has no closing `]`",
            "`[name]`",
        ),
        (
            "corpus = \"C:\\Users\"\n",
            "settings.toml`, line 1 (`corpus`): a text contains a single `\\`",
            "write `\\\\` for a backslash",
        ),
        (
            "watch: off\n",
            "settings.toml`, line 1 (`watch`): there is no `=` after the key",
            "write `=` instead of `:`",
        ),
        (
            "[feedback]\nenabled = yes\n",
            "settings.toml`, line 2 (`enabled`): the value has no quotes",
            "put texts in \"quotes\"",
        ),
    ] {
        let file = verbatim.settings(text);
        let run = verbatim.run(&["config", "--config", &file]);
        let run = run.ends_with_code(2).complains(wrong).complains(hint);
        assert!(!run.err.contains("SECRET"), "{}", run.err);
        assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    }
}

#[test]
fn a_value_that_is_near_none_that_can_be_is_given_no_nearest() {
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_LOG__LEVEL", "verbose");
    let run = verbatim.run(&["config"]).ends_with_code(2);
    let run = run.complains("`log.level` cannot be `verbose`");
    let run = run.complains("hint: use `error`, `warn`, `info`, `debug`, `trace` or `off`\n");
    assert!(!run.err.contains("did you mean"), "{}", run.err);
    for (typed, meant) in [("warning", "warn"), ("ERR", "error"), ("debgu", "debug")] {
        let verbatim = Verbatim::with_the_seeds().set("VERBATIM_LOG__LEVEL", typed);
        let run = verbatim.run(&["config"]).ends_with_code(2);
        run.complains(&format!("did you mean `{meant}`?"));
    }
}

#[test]
fn a_file_of_the_settings_that_is_missing_is_told_with_them() {
    for (name, words) in [
        ("VERBATIM_CARD__LOGO", "the logo `"),
        ("VERBATIM_CARD__FONTS", "fonts"),
        ("VERBATIM_ANSWER__SYNONYMS", "nosuch"),
    ] {
        let verbatim = Verbatim::with_the_seeds().set(name, "/nosuch");
        let run = verbatim.run(&["config"]).ends_with_code(0);
        let run = run.says("/nosuch").complains("warning: ");
        run.complains(words).complains("hint: ");
        if name == "VERBATIM_CARD__LOGO" {
            let verbatim = verbatim.set("TELOXIDE_TOKEN", "1:a");
            verbatim
                .run(&["bot"])
                .ends_with_code(2)
                .complains("the logo `/nosuch` cannot be used");
        }
    }
}

#[test]
fn a_name_that_is_like_no_setting_is_given_no_nearest_and_the_feedback_stays_outside_the_interviews()
 {
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_FOO", "1");
    let run = verbatim.run(&["config"]).ends_with_code(2);
    let run = run.complains("hint: `verbatim config --defaults` prints all settings");
    assert!(!run.err.contains("did you mean"), "{}", run.err);
    let verbatim = Verbatim::with_the_seeds();
    let within = verbatim.corpus().join("votes.sqlite");
    let settings = verbatim.settings(&format!(
        "[feedback]\ndatabase = \"{}\"\n",
        within.display()
    ));
    verbatim
        .run(&["ask", "--config", &settings, "cloud"])
        .ends_with_code(2)
        .complains("`feedback.database` cannot be `")
        .complains("name a file outside the folder of interviews");
}

#[test]
fn paths_are_shown_without_dots() {
    let verbatim = Verbatim::with_the_seeds();
    let around = verbatim.corpus().join("../nowhere/../corpus");
    let run = Run::of(
        verbatim
            .bare(&["config", "--corpus", around.to_str().unwrap()])
            .output()
            .unwrap(),
    );
    assert!(!run.ends_with_code(0).text().contains(".."), "dots");
}
