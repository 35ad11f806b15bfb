//! Messages are Telegram's HTML and nothing else, whatever the words are.

use proptest::prelude::*;
use verbatim::answer::Quote;
use verbatim::interview::{
    Exchange, Interview, InterviewId, Metadata, Revision, Role, Span, Speaker, Turn,
};
use verbatim::language::Language;
use verbatim::messages::Messages;
use verbatim::telegram::{quote_html, shorten};

/// Telegram's limit of a message, in UTF-16 code units without tags.
const LIMIT: usize = 4_096;

fn interview(question: &str, answer: &str, name: &str, metadata: Metadata) -> Interview {
    let transcript = format!("{question}\n\n{answer}");
    let start = question.len() + 2;
    let end = transcript.len();
    Interview {
        id: InterviewId::new("one"),
        revision: Revision::of(&transcript),
        metadata,
        speakers: vec![Speaker {
            name: Some(name.to_owned()),
            role: Some(Role::Guest),
            description: Some(name.to_owned()),
        }],
        turns: vec![
            Turn {
                speaker: None,
                role: Some(Role::Interviewer),
                span: Span::new(0, question.len()),
            },
            Turn {
                speaker: Some(0),
                role: Some(Role::Guest),
                span: Span::new(start, end),
            },
        ],
        exchanges: vec![Exchange {
            question: vec![0],
            answer: vec![1],
        }],
        marks: Vec::new(),
        confidence: 1.0,
        warnings: Vec::new(),
        withdrawn: Vec::new(),
        transcript,
    }
}

/// The text of the HTML with the tags that it was in; `Err` for anything that Telegram would refuse.
fn parse(html: &str) -> Result<String, String> {
    let (mut text, mut open, mut rest) = (String::new(), Vec::new(), html);
    while let Some(at) = rest.find(['<', '&', '>', '"']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(tag) = rest.strip_prefix('<') {
            let end = tag.find('>').ok_or("a tag without end")?;
            let (inside, after) = (&tag[..end], &tag[end + 1..]);
            match inside.strip_prefix('/') {
                Some(name) if open.pop() == Some(name.to_owned()) => {}
                Some(name) => return Err(format!("`{name}` closes what is not open")),
                None if inside.starts_with("a href=\"")
                    && inside.ends_with('"')
                    && inside.matches('"').count() == 2 =>
                {
                    open.push("a".to_owned())
                }
                None if ["b", "i", "blockquote"].contains(&inside) => open.push(inside.to_owned()),
                None => return Err(format!("`{inside}` is no tag of ours")),
            }
            rest = after;
        } else if rest.starts_with('&') {
            let known = [
                ("&amp;", '&'),
                ("&lt;", '<'),
                ("&gt;", '>'),
                ("&quot;", '"'),
            ];
            let (entity, c) = known
                .into_iter()
                .find(|(entity, _)| rest.starts_with(entity))
                .ok_or("an unknown entity")?;
            text.push(c);
            rest = &rest[entity.len()..];
        } else {
            return Err("a reserved character".to_owned());
        }
    }
    text.push_str(rest);
    if open.is_empty() {
        Ok(text)
    } else {
        Err(format!("{open:?} stay open"))
    }
}

fn check(interview: &Interview, highlight: Span) -> Result<(), TestCaseError> {
    let turn = interview.turns[1].span;
    let Some(quote) = Quote::cut(interview, turn, vec![highlight], 1.0) else {
        return Ok(());
    };
    let html = quote_html(&quote, Messages::of("fr"));
    let text = parse(&html).map_err(|error| TestCaseError::fail(format!("{error}: {html}")))?;
    prop_assert!(
        text.encode_utf16().count() <= LIMIT,
        "{} units",
        text.encode_utf16().count()
    );
    let block = html
        .split("<blockquote>")
        .nth(1)
        .and_then(|rest| rest.split("</blockquote>").next())
        .unwrap();
    let words = parse(block).map_err(TestCaseError::fail)?;
    let cut = |words: &str| {
        words
            .strip_prefix("[…] ")
            .unwrap_or(words)
            .strip_suffix(" […]")
            .unwrap_or(words)
            .to_owned()
    };
    let whole = interview.slice(turn).unwrap();
    prop_assert!(
        whole.contains(&words) || whole.contains(cut(&words).trim_start_matches("[…] ")),
        "the words without the marks are the source's"
    );
    Ok(())
}

proptest! {
    #[test]
    fn whatever_the_words_are_the_message_is_balanced_short_enough_and_verbatim(
        question in "[^\r]{0,600}",
        answer in prop_oneof!["\\PC{1,400}", "[a-z🎉<>&\" é]{1,200}".prop_map(|words| words.repeat(40))],
        name in any::<String>(),
        url in prop_oneof![Just("https://exemple.fr/?a=1&b=\"><b>".to_owned()), any::<String>()],
        highlight in any::<(prop::sample::Index, prop::sample::Index)>(),
    ) {
        let metadata = Metadata { title: Some(name.clone()), outlet: Some(url.clone()), date: "2020-04".parse().ok(), url: Some(url), language: Language::French };
        let interview = interview(&question, &answer, &name, metadata);
        let start = interview.turns[1].span.start;
        let bounds: Vec<usize> = answer.char_indices().map(|(at, _)| start + at).chain([start + answer.len()]).collect();
        let (a, b) = (*highlight.0.get(&bounds), *highlight.1.get(&bounds));
        check(&interview, Span::new(a.min(b), a.max(b)))?;
    }

    #[test]
    fn what_is_shortened_is_a_slice_that_fits(text in any::<String>(), most in 1usize..200) {
        let (span, (before, after)) = shorten(&text, None, most);
        let shown = text.get(span.start..span.end).unwrap();
        prop_assert!(shown.encode_utf16().count() <= most);
        prop_assert!(!before && (after || shown.trim() == text.trim()));
    }
}

#[test]
fn a_quote_looks_like_this() {
    let metadata = Metadata {
        title: Some("Résilience & <souveraineté>".to_owned()),
        outlet: Some("Le Journal".to_owned()),
        date: "2020-04-17".parse().ok(),
        url: Some("https://exemple.fr/?a=1&b=\"2\"".to_owned()),
        language: Language::French,
    };
    let interview = interview(
        "Que dites-vous du « cloud » ?",
        "Il y a <deux> nuages & un ciel. Le reste est à nous.",
        "Ada Lovelace",
        metadata,
    );
    let start = interview.turns[1].span.start;
    let highlight = Span::new(start, start + "Il y a <deux> nuages & un ciel.".len());
    let quote = Quote::cut(&interview, interview.turns[1].span, vec![highlight], 1.0).unwrap();
    for (language, file) in [
        ("en", snapbox::file!["golden/quote.en.html"]),
        ("fr", snapbox::file!["golden/quote.fr.html"]),
    ] {
        snapbox::assert_data_eq!(quote_html(&quote, Messages::of(language)), file);
    }
}
