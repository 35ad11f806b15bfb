//! Language names and codes as people write them.

use crate::language::Language;

/// The two-letter codes of ISO 639-1: a language of these is right where its word forms are not known either.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
    dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne \
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv \
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu und mul";

/// Names and longer codes of the languages whose word forms are known.
const NAMES: [(&str, &[&str]); 18] = [
    (
        "ar",
        &["ara", "arabic", "arabe", "arabisch", "arabo", "العربية"],
    ),
    ("da", &["dan", "danish", "danois", "dansk", "dänisch"]),
    (
        "de",
        &[
            "deu", "ger", "german", "allemand", "deutsch", "alemán", "tedesco",
        ],
    ),
    (
        "el",
        &["ell", "gre", "greek", "grec", "griechisch", "ελληνικά"],
    ),
    (
        "en",
        &["eng", "english", "anglais", "englisch", "inglés", "inglese"],
    ),
    (
        "es",
        &[
            "spa",
            "spanish",
            "espagnol",
            "spanisch",
            "español",
            "castellano",
            "spagnolo",
        ],
    ),
    ("fi", &["fin", "finnish", "finnois", "finnisch", "suomi"]),
    (
        "fr",
        &[
            "fra",
            "fre",
            "french",
            "français",
            "francais",
            "französisch",
            "francés",
            "francese",
        ],
    ),
    (
        "hu",
        &["hun", "hungarian", "hongrois", "ungarisch", "magyar"],
    ),
    (
        "it",
        &["ita", "italian", "italien", "italienisch", "italiano"],
    ),
    (
        "nl",
        &[
            "nld",
            "dut",
            "dutch",
            "néerlandais",
            "niederländisch",
            "nederlands",
        ],
    ),
    (
        "no",
        &["nor", "norwegian", "norvégien", "norwegisch", "norsk"],
    ),
    (
        "pt",
        &[
            "por",
            "portuguese",
            "portugais",
            "portugiesisch",
            "português",
        ],
    ),
    (
        "ro",
        &["ron", "rum", "romanian", "roumain", "rumänisch", "română"],
    ),
    ("ru", &["rus", "russian", "russe", "russisch", "русский"]),
    (
        "sv",
        &["swe", "swedish", "suédois", "schwedisch", "svenska"],
    ),
    ("ta", &["tam", "tamil", "tamoul", "தமிழ்"]),
    ("tr", &["tur", "turkish", "turc", "türkisch", "türkçe"]),
];

/// Whether a tag begins with a code of ISO 639-1, `und` or `mul`.
pub(super) fn is_code(tag: &str) -> bool {
    let code = tag.split(['-', '_']).next().unwrap_or_default();
    CODES
        .split(' ')
        .any(|known| known == code.to_ascii_lowercase())
}

/// What to write for a language that is no code: the code of the one whose name is near, else every code whose word
/// forms are known.
pub(super) fn meant(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let nearest = NAMES
        .iter()
        .flat_map(|(code, names)| names.iter().map(move |name| (*name, *code)))
        .map(|(name, code)| (strsim::damerau_levenshtein(name, &lower), name, code))
        .min()
        .filter(|(away, name, _)| *away <= name.chars().count() / 4);
    match nearest {
        Some((_, _, code)) => format!("did you mean `{code}`?"),
        None => {
            let known = Language::ALL.iter().map(|(_, code)| *code);
            let known: Vec<&str> = known.filter(|code| *code != "und").collect();
            format!("use a code: one of {}", known.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_name_and_a_code_is_left_alone() {
        for (text, code) in [
            ("French", "fr"),
            ("francais", "fr"),
            ("Frensh", "fr"),
            ("deutsch", "de"),
            ("eng", "en"),
        ] {
            assert_eq!(meant(text), format!("did you mean `{code}`?"), "{text}");
        }
        assert!(meant("klingon").contains("one of ar, da, nl, en"));
        assert!(is_code("pl") && is_code("PT-br") && !is_code("klingon") && !is_code("fra"));
    }
}
