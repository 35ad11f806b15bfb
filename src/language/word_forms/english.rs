//! Forms of English words.

use super::{EVERY, VOWELS, WordForm, without};

const BARE: u8 = 1;
const SILENT_E: u8 = 2;

/// The form of an English word, folded.
pub(super) fn english(folded: &str) -> WordForm {
    let word = match folded.strip_suffix('s') {
        _ if folded.ends_with("ies") && folded.len() > 4 => {
            format!("{}y", &folded[..folded.len() - 3])
        }
        Some(root)
            if ["che", "she", "xe", "zze", "sse"]
                .iter()
                .any(|it| root.ends_with(it)) =>
        {
            root[..root.len() - 1].to_owned()
        }
        Some(root) if root.len() > 2 && !root.ends_with(['s', 'u', 'i']) => root.to_owned(),
        _ => folded.to_owned(),
    };
    if let Some(root) = word.strip_suffix("ied").filter(|root| root.len() > 1) {
        return WordForm::new(&format!("{root}y"), EVERY);
    }
    let verb = without(&word, &["ing", "ed"], 2).filter(|root| root.contains(VOWELS));
    if let Some(root) = verb {
        let mut letters = root.chars().rev();
        let doubled = letters.next() == letters.next() && !root.ends_with(['l', 's', 'z']);
        let end = root.len() - usize::from(doubled && root.is_ascii());
        return WordForm::new(&root[..end], EVERY);
    }
    match word.strip_suffix('e') {
        Some(root) if root.len() > 1 => WordForm::new(root, SILENT_E),
        _ => WordForm::new(&word, BARE),
    }
}
