//! A quote as a picture: its size, its margins, its words; and text where no font has a glyph.

use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use verbatim::answer::{Credit, Quote};
use verbatim::card::{Card, CardError, CardSize, Fonts, Shade, Theme, draw};
use verbatim::interview::{Interview, Span};

use crate::harness::Verbatim;
use crate::linking::interview;

/// What every machine has: the same pictures everywhere.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::without_the_systems(None).unwrap());

const BEES: &str = "Les abeilles sont revenues dans la vallée. Nous ne l’espérions plus, et personne ne sait dire pourquoi.";
const ANSWERS: &str = "Nous ne l’espérions plus, et personne ne sait dire pourquoi.";
const ACCENT: [u8; 3] = [178, 30, 46];

fn quote(interview: &Interview, highlight: &str) -> Quote {
    let span = interview.turns[0].span;
    let highlight = interview
        .transcript
        .find(highlight)
        .map(|at| Span::new(at, at + highlight.len()));
    Quote::cut(interview, span, highlight.into_iter().collect(), 1.0).unwrap()
}

fn card_with(text: &str, highlight: &str, credit: Credit) -> Card {
    Card {
        quote: quote(
            &interview(text, Some("https://gazette.example/2021/abeilles")),
            highlight,
        ),
        credit,
    }
}

fn card(text: &str, highlight: &str) -> Card {
    let credit = Credit {
        speaker: "Jeanne Dupont".to_owned(),
        description: Some("apicultrice".to_owned()),
        title: Some("Le retour des abeilles".to_owned()),
        source: vec![
            "La Gazette de la vallée".to_owned(),
            "12 mai 2021".to_owned(),
        ],
    };
    card_with(text, highlight, credit)
}

fn theme(shade: Shade) -> Theme {
    Theme::new(shade, ACCENT, None).unwrap()
}

/// A decoded picture.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    fn of(png: &[u8]) -> Self {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        assert_eq!(info.color_type, png::ColorType::Rgb, "no transparency");
        Self {
            width: info.width as usize,
            height: info.height as usize,
            pixels: bytes.as_chunks::<3>().0.to_vec(),
        }
    }

    fn drawn(card: &Card, shade: Shade, size: CardSize) -> Self {
        Self::of(&draw(&FONTS, card, &theme(shade), size).unwrap())
    }

    /// The left, top, right and bottom edge of everything that is not paper.
    fn ink(&self) -> (usize, usize, usize, usize) {
        let paper = self.pixels[0];
        let inked: Vec<usize> = (0..self.pixels.len())
            .filter(|at| self.pixels[*at] != paper)
            .collect();
        let columns = inked.iter().map(|at| at % self.width);
        (
            columns.clone().min().unwrap(),
            inked[0] / self.width,
            columns.max().unwrap(),
            inked[inked.len() - 1] / self.width,
        )
    }

    fn count(&self, is_it: impl Fn([u8; 3]) -> bool) -> usize {
        self.pixels.iter().filter(|pixel| is_it(**pixel)).count()
    }
}

#[test]
fn a_card_has_the_size_that_was_asked_for() {
    for (size, width, height) in [
        (CardSize::Landscape, 1_200, 675),
        (CardSize::Portrait, 1_080, 1_350),
    ] {
        let picture = Picture::drawn(&card(BEES, ANSWERS), Shade::Light, size);
        assert_eq!((picture.width, picture.height), (width, height));
        assert_eq!(size.pixels(), (width as u32, height as u32));
    }
}

#[test]
fn the_same_card_gives_the_same_bytes_whatever_was_drawn_before() {
    let theme = theme(Shade::Light);
    let first = draw(&FONTS, &card(BEES, ANSWERS), &theme, CardSize::Landscape).unwrap();
    let others = Fonts::without_the_systems(None).unwrap();
    others.warm_up();
    draw(
        &others,
        &card("Η πόλη. Пчёлы. המוזיאון!", ""),
        &theme,
        CardSize::Portrait,
    )
    .unwrap();
    let again = draw(&others, &card(BEES, ANSWERS), &theme, CardSize::Landscape).unwrap();
    assert!(first == again);
}

#[test]
fn latin_greek_cyrillic_and_hebrew_need_no_other_font() {
    for text in [
        "« L’œuvre », dit-elle…\u{a0}!",
        "Η πόλη μετά την κρίση.",
        "Пчёлы вернулись в долину.",
        "המוזיאון נפתח מחדש באביב.",
    ] {
        let picture = Picture::drawn(&card(text, ""), Shade::Light, CardSize::Landscape);
        assert!(picture.count(|pixel| pixel[0] < 60) > 500, "{text}");
    }
}

#[test]
fn a_character_that_no_font_has_is_named_and_nothing_is_drawn() {
    let missing =
        |card: &Card| draw(&FONTS, card, &theme(Shade::Light), CardSize::Landscape).unwrap_err();
    assert_eq!(
        missing(&card("Du miel \u{10fabc} !", "")),
        CardError::MissingGlyph('\u{10fabc}')
    );
    assert_eq!(
        missing(&card("蜜蜂回来了。", "")),
        CardError::MissingGlyph('蜜')
    );
    let named = Credit {
        speaker: "王芳".to_owned(),
        ..Credit::default()
    };
    let error = missing(&card_with(BEES, "", named));
    assert_eq!(error, CardError::MissingGlyph('王'));
    let text = error.to_string();
    assert!(
        text.contains("`王` (U+738B)\n") && text.contains("card.fonts"),
        "{text}"
    );
}

#[test]
fn whatever_the_length_nothing_leaves_the_margins() {
    let long = format!("{BEES}\n\n").repeat(9);
    let longest = format!("{BEES} ").repeat(60);
    let word = "a".repeat(2_000);
    let name = "Maximilienne-Joséphine ".repeat(12);
    let titled = Credit {
        speaker: name.clone(),
        description: Some(name.clone()),
        title: Some(name.clone()),
        source: vec![name.clone(), name],
    };
    let cards = [
        card("Non.", ""),
        card(BEES, ANSWERS),
        card(&long, "Nous ne"),
        card(&longest, ""),
        card(&word, ""),
        card(&"– Oui.\n\n".repeat(60), ""),
        card("המוזיאון נפתח מחדש באביב.", "המוזיאון"),
        card_with(BEES, ANSWERS, titled),
    ];
    for (at, card) in cards.iter().enumerate() {
        for size in [CardSize::Landscape, CardSize::Portrait] {
            for shade in [Shade::Light, Shade::Dark] {
                let picture = Picture::drawn(card, shade, size);
                let (left, top, right, bottom) = picture.ink();
                let is_inside = left >= 10
                    && top >= 40
                    && right < picture.width - 10
                    && bottom < picture.height - 40;
                assert!(
                    is_inside,
                    "card {at}, {size:?}: {left} {top} {right} {bottom}"
                );
            }
        }
    }
}

#[test]
fn what_answers_is_marked_where_it_is_not_all_there_is() {
    let marker = |card: &Card| {
        let picture = Picture::drawn(card, Shade::Light, CardSize::Landscape);
        // The accent, thinned on paper.
        picture.count(|pixel| pixel == [239, 214, 212])
    };
    let part = marker(&card(BEES, ANSWERS));
    assert!(part > 20_000, "{part}");
    assert!(marker(&card(BEES, "Nous ne l’espérions plus")) < part);
    // Some edge of a letter may have that colour by chance.
    assert!(marker(&card(BEES, "")) < 100);
    let all = marker(&card(BEES, BEES));
    assert!(all < 100, "nothing is set apart from anything");
    let hebrew = "המוזיאון נפתח מחדש. לא ציפינו.";
    assert!(
        marker(&card(hebrew, "לא ציפינו.")) > 1_000,
        "from right to left too"
    );
}

#[test]
fn the_theme_gives_paper_and_accent() {
    for (shade, is_light) in [(Shade::Light, true), (Shade::Dark, false)] {
        let picture = Picture::drawn(&card(BEES, ANSWERS), shade, CardSize::Landscape);
        assert_eq!(picture.pixels[0][0] > 128, is_light);
        let reddish = picture.count(|[red, green, blue]| red > 150 && green < 110 && blue < 110);
        assert!(reddish > 300, "the opening mark is in the accent's colour");
    }
}

#[test]
fn a_link_is_a_code_and_no_link_none() {
    let with = card(BEES, "");
    let without = Card {
        quote: quote(&interview(BEES, None), ""),
        credit: with.credit.clone(),
    };
    // The corner where the code's own corner is: black squares on clear paper.
    let black = |card: &Card, shade: Shade| {
        let picture = Picture::drawn(card, shade, CardSize::Landscape);
        let corner = (500..640).flat_map(|y| (980..1_125).map(move |x| y * 1_200 + x));
        corner
            .filter(|at| picture.pixels[*at] == [27, 26, 23])
            .count()
    };
    for shade in [Shade::Light, Shade::Dark] {
        assert!(black(&with, shade) > 2_000);
        assert_eq!(black(&without, shade), 0);
    }
}

fn a_png(folder: &Path, width: u32, height: u32) -> std::path::PathBuf {
    let path = folder.join("logo.png");
    let file = std::fs::File::create(&path).unwrap();
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let blue = [0, 0, 255].repeat((width * height) as usize);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&blue)
        .unwrap();
    path
}

#[test]
fn a_logo_is_drawn_small_and_what_is_no_logo_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let logo = a_png(folder.path(), 900, 300);
    let theme = Theme::new(Shade::Light, ACCENT, Some(&logo)).unwrap();
    let png = draw(&FONTS, &card(BEES, ""), &theme, CardSize::Landscape).unwrap();
    let blue = Picture::of(&png).count(|pixel| pixel == [0, 0, 255]);
    assert!((5_000..15_000).contains(&blue), "{blue} pixels of 168 × 56");

    let refused = |path: &Path| {
        Theme::new(Shade::Light, ACCENT, Some(path))
            .unwrap_err()
            .to_string()
    };
    let missing = refused(&folder.path().join("none.png"));
    assert!(
        missing.contains("none.png") && missing.contains("\nname a PNG file"),
        "{missing}"
    );
    std::fs::write(folder.path().join("text.png"), "no picture").unwrap();
    assert!(refused(&folder.path().join("text.png")).contains("text.png"));
    let large = refused(&a_png(folder.path(), 4_097, 10));
    assert!(large.contains("4097 × 10"), "{large}");
}

#[test]
fn a_folder_without_fonts_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let error = Fonts::load(Some(folder.path())).unwrap_err();
    assert_eq!(error, CardError::NoFonts(folder.path().to_owned()));
}

proptest! {
    #[test]
    fn an_excerpt_is_a_slice_around_what_answers_and_says_where_it_was_cut(
        text in prop_oneof!["\\PC{1,300}", "[a-zé. !?\n]{1,600}"],
        mark in any::<(prop::sample::Index, prop::sample::Index)>(),
        most in 20usize..400,
    ) {
        let interview = interview(&text, None);
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (a, b) = (*mark.0.get(&bounds), *mark.1.get(&bounds));
        let mark = Span::new(a.min(b), a.max(b));
        let Some(quote) = Quote::cut(&interview, Span::new(0, text.len()), vec![mark], 1.0) else {
            return Ok(());
        };
        let excerpt = quote.excerpt(most);
        let shown = quote.text().get(excerpt.span.start..excerpt.span.end);
        prop_assert!(shown.is_some(), "whole characters of the quote");
        let shown = shown.unwrap();
        prop_assert!(text.contains(shown));
        prop_assert!(shown.chars().count() <= most || shown.len() == text.len());
        prop_assert_eq!(excerpt.cuts.0, excerpt.span.start > 0);
        prop_assert_eq!(excerpt.cuts.1, excerpt.span.end < text.len());
        if text.chars().count() <= most {
            prop_assert_eq!(shown, text.as_str(), "nothing is cut that fits");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_words_are_a_card_is_drawn_or_a_missing_glyph_is_named(
        text in prop_oneof![
            "\\PC{1,60}",
            "[a-zéœΑ-ωА-яא-ת0-9 «»“”().,!?:;…\u{a0}\u{202f}\u{301}\u{5b0}\u{200d}\u{200f}\u{202e}\r\n\t-]{1,400}",
        ],
        name in any::<String>(),
        mark in any::<prop::sample::Index>(),
    ) {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let credit = Credit { speaker: name.clone(), description: Some(name), ..Credit::default() };
        let card = card_with(&text, &text[*mark.get(&bounds)..], credit);
        match draw(&FONTS, &card, &theme(Shade::Light), CardSize::Landscape) {
            Ok(png) => prop_assert!(png.starts_with(b"\x89PNG")),
            Err(error) => prop_assert!(matches!(error, CardError::MissingGlyph(_)), "{}", error),
        }
    }
}

#[test]
fn an_excerpt_keeps_whole_sentences_around_what_answers() {
    let text =
        "Un deux trois quatre. Cinq six sept huit. Neuf dix onze douze. Treize quatorze quinze.";
    let interview = interview(text, None);
    for (answers, most, expected, cuts) in [
        (
            "Neuf dix onze douze.",
            21,
            "Neuf dix onze douze.",
            (true, true),
        ),
        (
            "Neuf dix onze douze.",
            50,
            "Neuf dix onze douze. Treize quatorze quinze.",
            (true, false),
        ),
        (
            "Neuf dix onze douze.",
            64,
            "Cinq six sept huit. Neuf dix onze douze. Treize quatorze quinze.",
            (true, false),
        ),
        ("Un deux trois quatre.", 12, "Un deux", (false, true)),
        ("quatre.", 10, "quatre.", (true, true)),
        ("", 30, "Un deux trois quatre.", (false, true)),
    ] {
        let quote = quote(&interview, answers);
        let excerpt = quote.excerpt(most);
        assert_eq!(
            &text[excerpt.span.start..excerpt.span.end],
            expected,
            "{answers} {most}"
        );
        assert_eq!(excerpt.cuts, cuts, "{answers} {most}");
    }
}

const BEES_TOLD: &[u8] = "Claire Martin : Et les abeilles ?\n\nJeanne Dupont : Les abeilles sont revenues dans la vallée. Nous ne l’espérions plus.".as_bytes();

#[test]
fn the_command_writes_the_first_quotes_card() {
    let verbatim = Verbatim::with_files([("a.txt", BEES_TOLD)]);
    let file = verbatim.corpus().with_file_name("card.png");
    let path = file.to_str().unwrap();
    verbatim
        .run(&[
            "card",
            "abeilles vallée",
            "--output",
            path,
            "--portrait",
            "--dark",
        ])
        .ends_with_code(0)
        .complains("card written to");
    let picture = Picture::of(&std::fs::read(&file).unwrap());
    assert_eq!((picture.width, picture.height), (1_080, 1_350));
    assert!(picture.pixels[0][0] < 60, "dark");
}

#[test]
fn the_command_writes_nothing_where_nobody_answers_and_text_where_a_glyph_is_missing() {
    let verbatim = Verbatim::with_files([
        ("a.txt", BEES_TOLD),
        ("b.txt", "Claire Martin : Et la ruche ?\n\nJeanne Dupont : La ruche porte le signe \u{10fabc} depuis mars.".as_bytes()),
    ]);
    let file = verbatim.corpus().with_file_name("card.png");
    let path = file.to_str().unwrap();
    verbatim
        .run(&["card", "tarte aux pommes", "-o", path])
        .ends_with_code(1);
    verbatim
        .run(&["card", "le signe de la ruche", "-o", path])
        .ends_with_code(3)
        .says("La ruche porte le signe")
        .complains("U+10FABC")
        .complains("hint:");
    assert!(!file.exists());
}

#[test]
fn settings_that_no_card_can_be_drawn_with_are_refused_at_the_start() {
    let with =
        |name: &str, value: &str| Verbatim::with_files([("a.txt", BEES_TOLD)]).set(name, value);
    for (name, value) in [
        ("VERBATIM_CARD__ACCENT", "red"),
        ("VERBATIM_CARD__ACCENT", "#12345"),
        ("VERBATIM_CARD__ACCENT", "#é1234"),
        ("VERBATIM_CARD__THEME", "blue"),
    ] {
        with(name, value)
            .run(&["index"])
            .ends_with_code(2)
            .complains(&format!("cannot be `{value}`"))
            .complains("hint: use");
    }
    for command in [&["card", "abeilles", "-o", "card.png"][..], &["bot"]] {
        with("VERBATIM_CARD__LOGO", "no-logo.png")
            .set("TELOXIDE_TOKEN", "1:a")
            .run(command)
            .ends_with_code(2)
            .complains("`no-logo.png`")
            .complains("hint: name a PNG file");
    }
    with("VERBATIM_CARD__FONTS", "no-fonts")
        .run(&["card", "abeilles", "-o", "card.png"])
        .ends_with_code(2)
        .complains("no fonts in `no-fonts`");
}
