//! Links to the very words: what they hold, in which form, and what is left plain.

use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use url::Url;
use verbatim::answer::source_link;
use verbatim::interview::{
    Exchange, Interview, InterviewId, Metadata, Revision, Role, SourceMark, SourcePosition, Span,
    Speaker, Turn,
};

use crate::harness::Verbatim;

/// An interview whose whole transcript is one guest's turn.
pub(crate) fn interview(transcript: &str, url: Option<&str>) -> Interview {
    Interview {
        id: InterviewId::new("one"),
        revision: Revision::of(transcript),
        transcript: transcript.to_owned(),
        metadata: Metadata {
            url: url.map(str::to_owned),
            ..Metadata::default()
        },
        speakers: vec![Speaker {
            name: Some("Jeanne Dupont".to_owned()),
            role: Some(Role::Guest),
            description: None,
        }],
        turns: vec![Turn {
            speaker: Some(0),
            role: Some(Role::Guest),
            span: Span::new(0, transcript.len()),
        }],
        exchanges: vec![Exchange {
            question: Vec::new(),
            answer: vec![0],
        }],
        marks: Vec::new(),
        confidence: 1.0,
        warnings: Vec::new(),
        withdrawn: Vec::new(),
    }
}

const PAGE: &str = "https://journal.example/entretien";

/// The link to the `at`th occurrence of some words.
fn link_to(transcript: &str, words: &str, at: usize, url: &str) -> Option<String> {
    let start = transcript.match_indices(words).nth(at).unwrap().0;
    source_link(
        &interview(transcript, Some(url)),
        Span::new(start, start + words.len()),
    )
}

/// The directive's terms, decoded: what comes before, the first, the last, what comes after.
fn terms(link: &str) -> Vec<String> {
    let (_, directive) = link
        .split_once("#:~:text=")
        .unwrap_or_else(|| panic!("{link}"));
    let decoded = |term: &str| percent_decode_str(term).decode_utf8().unwrap().into_owned();
    directive.split(',').map(decoded).collect()
}

#[track_caller]
fn leads_to(transcript: &str, words: &str, at: usize, expected: &[&str]) {
    let link = link_to(transcript, words, at, PAGE).unwrap();
    assert_eq!(terms(&link), expected, "{link}");
}

#[test]
fn a_short_quote_is_one_term_from_letter_to_letter() {
    let transcript = "On m’a demandé : et alors ?\n\n– « Rien n’est perdu, dit-elle ; tout commence & continue ! »\n\nVoilà.";
    leads_to(
        transcript,
        "– « Rien n’est perdu, dit-elle ; tout commence & continue ! »",
        0,
        &["Rien n’est perdu, dit-elle ; tout commence & continue"],
    );
    let link = link_to(
        transcript,
        "Rien n’est perdu, dit-elle ; tout commence & continue",
        0,
        PAGE,
    )
    .unwrap();
    assert_eq!(
        link,
        format!(
            "{PAGE}#:~:text=Rien%20n%E2%80%99est%20perdu%2C%20dit%2Delle%20%3B%20tout%20commence%20%26%20continue"
        ),
        "comma, dash and ampersand are the directive's own"
    );
}

#[test]
fn a_long_quote_is_its_first_words_and_its_last_each_within_a_line() {
    let transcript = "Les abeilles sont revenues dans la vallée au mois de mars, avec le vent.\n\nNous ne l’espérions plus, et le maire non plus.";
    leads_to(
        transcript,
        transcript,
        0,
        &["Les abeilles sont revenues", "et le maire non plus"].map(|term| {
            if term.starts_with("et") {
                "le maire non plus"
            } else {
                term
            }
        }),
    );
    leads_to(
        "Oui.\n\nEt la vallée aussi, le verger, le village, tout le monde en parle encore.",
        "Oui.\n\nEt la vallée aussi, le verger, le village, tout le monde en parle encore.",
        0,
        &["Oui", "monde en parle encore"],
    );
}

#[test]
fn words_that_stand_elsewhere_too_are_told_apart_by_their_context() {
    let refrain = "Nous tiendrons bon.";
    let transcript = format!(
        "En janvier, on disait déjà : {refrain} Puis vint mars.\n\nEn avril encore : {refrain} Et ce fut tout."
    );
    leads_to(
        &transcript,
        refrain,
        1,
        &["En avril encore :-", "Nous tiendrons bon"],
    );
    // Case and accents make no difference to a browser.
    leads_to(
        "ÉCOLE OUVERTE. Plus tard : école ouverte.",
        "école ouverte",
        0,
        &["ÉCOLE OUVERTE. Plus tard :-", "école ouverte"],
    );
    // Where nothing stands before it on its line, the line before does, up to its last mark.
    leads_to(
        "– Oui.\n\nEt demain ?\n\n– Oui.\n\nFin.",
        "Oui",
        1,
        &["Et demain ?-", "– Oui"],
    );
    // More words are taken where they are enough.
    leads_to(
        "Il faut que nous soyons prêts. Il faut que nous soyons forts, unis, patients, justes, bons, sages et vifs.",
        "Il faut que nous soyons forts, unis, patients, justes, bons, sages et vifs.",
        0,
        &["Il faut que nous soyons forts", "bons, sages et vifs"],
    );
}

#[test]
fn last_words_that_come_before_the_end_are_told_apart_by_what_follows() {
    let line = "un deux trois quatre cinq six sept huit";
    let transcript =
        format!("Alors voici comment on compte.\n\n{line}\n\nEt puis.\n\n{line}\n\nVoilà tout.");
    let words = &transcript[..transcript.len() - "\n\nVoilà tout.".len()];
    leads_to(
        &transcript,
        words,
        0,
        &["Alors voici comment on", line, "-Voilà tout"],
    );
}

#[test]
fn a_fragment_a_query_and_an_older_directive_are_kept_in_order() {
    for (url, expected) in [
        (
            "https://a.example/x?b=1&c=2",
            "https://a.example/x?b=1&c=2#:~:text=Bonjour",
        ),
        (
            "https://a.example/x#partie",
            "https://a.example/x#partie:~:text=Bonjour",
        ),
        (
            "https://a.example/x#:~:text=Adieu",
            "https://a.example/x#:~:text=Bonjour",
        ),
        (
            "https://a.example/x#p:~:text=Adieu",
            "https://a.example/x#p:~:text=Bonjour",
        ),
        (
            "https://é.example/à côté".replace(' ', "%20").as_str(),
            "https://xn--9ca.example/%C3%A0%20c%C3%B4t%C3%A9#:~:text=Bonjour",
        ),
    ] {
        assert_eq!(
            link_to("Bonjour.", "Bonjour.", 0, url).as_deref(),
            Some(expected)
        );
    }
}

#[test]
fn documents_keep_their_plain_address_and_a_pdf_opens_at_its_page() {
    for url in [
        "https://a.example/x.pdf",
        "https://a.example/x.PDF?v=2",
        "https://a.example/x.docx",
        "https://a.example/x.mp3",
    ] {
        assert_eq!(
            link_to("Bonjour.", "Bonjour.", 0, url).as_deref(),
            Some(url)
        );
    }
    let on_page = |url: &str| {
        let mut interview = interview("Bonjour.", Some(url));
        interview.marks = vec![SourceMark {
            at: 0,
            place: SourcePosition::Page(12),
        }];
        source_link(&interview, Span::new(0, 8)).unwrap()
    };
    assert_eq!(
        on_page("https://a.example/x.pdf"),
        "https://a.example/x.pdf#page=12"
    );
    assert_eq!(
        on_page("https://a.example/x.pdf#toc"),
        "https://a.example/x.pdf#toc"
    );
    assert_eq!(
        on_page("https://a.example/numero-3"),
        "https://a.example/numero-3",
        "a page about a document"
    );
}

#[test]
fn a_recording_opens_at_the_time_in_the_form_that_its_host_wants() {
    for (url, expected) in [
        (
            "https://www.youtube.com/watch?v=abc",
            "https://www.youtube.com/watch?v=abc&t=83",
        ),
        (
            "https://www.youtube.com/watch?v=abc&t=9s&list=x",
            "https://www.youtube.com/watch?v=abc&list=x&t=83",
        ),
        (
            "https://m.youtube.com/watch?v=abc",
            "https://m.youtube.com/watch?v=abc&t=83",
        ),
        (
            "https://youtu.be/abc?si=x",
            "https://youtu.be/abc?si=x&t=83",
        ),
        (
            "https://www.youtube.com/embed/abc",
            "https://www.youtube.com/embed/abc?start=83",
        ),
        ("https://vimeo.com/1234", "https://vimeo.com/1234#t=83s"),
        (
            "https://vimeo.com/1234#t=5s",
            "https://vimeo.com/1234#t=83s",
        ),
        (
            "https://open.spotify.com/episode/abc",
            "https://open.spotify.com/episode/abc?t=83",
        ),
        (
            "https://www.dailymotion.com/video/x1",
            "https://www.dailymotion.com/video/x1?start=83",
        ),
        (
            "https://radio.example/a.mp3",
            "https://radio.example/a.mp3#t=83",
        ),
        (
            "https://radio.example/emission?id=4",
            "https://radio.example/emission?id=4#t=83",
        ),
        (
            "https://radio.example/emission#extrait",
            "https://radio.example/emission#extrait",
        ),
        (
            "https://notyoutube.com/watch?v=abc",
            "https://notyoutube.com/watch?v=abc#t=83",
        ),
    ] {
        let mut interview = interview("Bonjour à tous.", Some(url));
        interview.marks = vec![SourceMark {
            at: 0,
            place: SourcePosition::Time(83_900),
        }];
        assert_eq!(
            source_link(&interview, Span::new(0, 7)).as_deref(),
            Some(expected)
        );
    }
}

#[test]
fn what_is_no_address_of_the_web_is_no_link() {
    for url in [
        "",
        "example.org/x",
        "ftp://example.org/x",
        "javascript:alert(1)",
        "https://",
        "https://a b.example",
        "https://a.example/\n",
        "file:///etc/passwd",
        "mailto:a@example.org",
    ] {
        let expected = url.trim() == "https://a.example/";
        assert_eq!(
            link_to("Bonjour.", "Bonjour.", 0, url).is_some(),
            expected,
            "{url:?}"
        );
    }
    assert_eq!(
        link_to(
            "Bonjour.",
            "Bonjour.",
            0,
            &format!("https://a.example/{}", "x".repeat(3_000))
        ),
        None
    );
}

#[test]
fn text_without_spaces_and_marks_alone_keep_the_plain_address() {
    let unbroken = "蜜".repeat(80);
    assert_eq!(
        link_to(&unbroken, &unbroken, 0, PAGE).as_deref(),
        Some(PAGE)
    );
    assert_eq!(
        link_to("… ! « »", "… ! « »", 0, PAGE).as_deref(),
        Some(PAGE)
    );
    leads_to(
        "我们没想到，蜜蜂会回来。它们回来了。",
        "蜜蜂会回来。",
        0,
        &["蜜蜂会回来"],
    );
}

/// Words that recur, marks that mean something in a directive, lines.
fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => prop::sample::select(vec!["abeille", "l’État", "vallée", "Vallée", "dit-elle", "R&D", "1,5", "30%", "e\u{301}te\u{301}", "蜜蜂", "🎉", "كتاب", "a=b#c"]),
        3 => prop::sample::select(vec![", ", " – ", ".\n\n", "\n", " « ", " » ", " : ", "? ", "\u{a0}!", "\t", "\u{202e}"]),
    ];
    prop::collection::vec(word, 1..80).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn whatever_the_words_are_the_link_is_valid_and_its_terms_are_the_transcripts(
        text in prop_oneof![prose(), any::<String>()],
        ends in any::<(prop::sample::Index, prop::sample::Index)>(),
        url in prop_oneof![Just(PAGE.to_owned()), Just("https://a.example/?a=1#b".to_owned()), any::<String>()],
    ) {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (a, b) = (*ends.0.get(&bounds), *ends.1.get(&bounds));
        let span = Span::new(a.min(b), a.max(b));
        let Some(link) = source_link(&interview(&text, Some(&url)), span) else {
            return Ok(());
        };
        let parsed = Url::parse(&link);
        prop_assert!(parsed.is_ok_and(|parsed| parsed.as_str() == link), "{} is valid as it stands", link);
        prop_assert!(link.len() <= 2_048);
        let Some((_, directive)) = link.split_once(":~:text=") else {
            return Ok(());
        };
        prop_assert!(directive.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%,-._~".contains(&byte)));
        for term in directive.split(',') {
            let term = term.strip_suffix('-').or(term.strip_prefix('-')).unwrap_or(term);
            let term = percent_decode_str(term).decode_utf8();
            prop_assert!(term.is_ok());
            let term = term.unwrap();
            prop_assert!(!term.is_empty() && text.contains(&*term), "{} is in the transcript", term);
            prop_assert!(!term.contains('\n'), "within one line");
        }
        prop_assert!(directive.split(',').count() <= 4);
    }
}

#[test]
fn no_term_of_a_link_goes_over_a_line_of_marks() {
    let text = "The bees came back.\n – ? – \nThe bees came back.\nThe bees came back.";
    let second = text.rfind(".\nThe bees").unwrap();
    let start = text[..second].rfind("The bees").unwrap();
    let link = source_link(&interview(text, Some(PAGE)), Span::new(start, second)).unwrap();
    assert!(!link.contains("%0A"), "{link}");
}

#[test]
fn programs_get_the_address_and_the_link_and_people_the_link() {
    let told = "Claire Martin : Et les abeilles ?\n\nJeanne Dupont : Les abeilles sont revenues dans la vallée.";
    let verbatim = Verbatim::with_files([
        ("a.txt", told.as_bytes()),
        ("a.toml", format!("url = \"{PAGE}?a=1\"").as_bytes()),
    ]);
    let answer = verbatim.ask("les abeilles dans la vallée");
    let quote = &answer["quotes"][0];
    let link =
        format!("{PAGE}?a=1#:~:text=Les%20abeilles%20sont%20revenues%20dans%20la%20vall%C3%A9e");
    assert_eq!(quote["url"], format!("{PAGE}?a=1"));
    assert_eq!(quote["link"], link);
    verbatim
        .run(&["ask", "les abeilles dans la vallée"])
        .says(&link);
}
