//! Words as they are written, but for case, accents and what stands between them.

use super::fold::fold;
use super::words::is_unspaced;

/// Whether a text holds these words in this order, whole and unstemmed. Scripts without spaces are compared letter by
/// letter. No words are held by every text.
#[must_use]
pub fn holds_words(text: &str, words: &str) -> bool {
    let (text, words) = (spaced(text), spaced(words));
    if words.contains(is_unspaced) {
        text.contains(words.trim())
    } else {
        text.contains(&words)
    }
}

/// The words, folded, with a space before, between and after them.
fn spaced(text: &str) -> String {
    let mut spaced = " ".to_owned();
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            spaced.push(c);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    if !spaced.ends_with(' ') {
        spaced.push(' ');
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_held_whole_in_order_and_unstemmed() {
        let text =
            "« Aujourd’hui, l’œuvre — dit-il — coûte 30 % de plus : MESURES de prévention. »";
        for held in [
            "l'oeuvre dit il",
            "mesures de prevention",
            "30 de",
            "aujourd'hui",
            "  ",
            "Coute",
        ] {
            assert!(holds_words(text, held), "{held}");
        }
        for other in [
            "mesure de prévention",
            "prévention mesures",
            "oeuvres",
            "œuvr",
            "mesures prévention",
            "3",
        ] {
            assert!(!holds_words(text, other), "{other}");
        }
        assert!(holds_words("我今天去海边走走", "去海边"));
        assert!(!holds_words("我今天去海边走走", "海边去"));
    }
}
