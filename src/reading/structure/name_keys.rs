//! The key of a name: how names are compared.

use unicode_normalization::UnicodeNormalization;

/// A name as it is compared: lower case, without accents or titles.
pub(in crate::reading) fn key(name: &str) -> String {
    let folded: String = name
        .nfd()
        .filter(|char| !unicode_normalization::char::is_combining_mark(*char))
        .flat_map(char::to_lowercase)
        .map(|char| if char == '’' { '\'' } else { char })
        .collect();
    let words = folded
        .split_whitespace()
        .map(|word| word.trim_end_matches('.'));
    let titles = [
        "m", "mr", "mrs", "ms", "mme", "mlle", "dr", "prof", "pr", "monsieur", "madame",
    ];
    let mut kept: Vec<&str> = words.collect();
    if kept.len() > 1 && titles.contains(&kept[0]) {
        kept.remove(0);
    }
    kept.join(" ")
}
