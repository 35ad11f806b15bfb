//! How long a card takes: the first one after the fonts were warmed up, and any other.
//!
//! `cargo bench --bench cards`

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot be set up has nothing to say"
)]

use std::sync::LazyLock;
use std::time::Instant;

use verbatim::answer::Quote;
use verbatim::card::{Card, CardSize, Fonts, Shade, Theme, draw};
use verbatim::interview::{
    Exchange, Interview, InterviewId, Metadata, Revision, Role, Span, Speaker, Turn,
};
use verbatim::messages::Messages;

fn main() {
    let began = Instant::now();
    let fonts = Fonts::load(None).unwrap();
    fonts.warm_up();
    let warmed = began.elapsed();
    let began = Instant::now();
    let png = draw(&fonts, &card(LONG), &THEME, CardSize::Landscape).unwrap();
    println!(
        "fonts found and warmed up in {warmed:.1?}; the first card after that in {:.1?}, {} KiB",
        began.elapsed(),
        png.len() >> 10,
    );
    divan::main();
}

#[divan::bench(args = [CardSize::Landscape, CardSize::Portrait], sample_count = 100, sample_size = 1)]
fn a_short_quote(bencher: divan::Bencher, size: CardSize) {
    let card = card(SHORT);
    bencher.bench(|| draw(&FONTS, &card, &THEME, size).unwrap());
}

#[divan::bench(args = [CardSize::Landscape, CardSize::Portrait], sample_count = 100, sample_size = 1)]
fn nine_hundred_characters(bencher: divan::Bencher, size: CardSize) {
    let card = card(LONG);
    bencher.bench(|| draw(&FONTS, &card, &THEME, size).unwrap());
}

/// Twice what fits: it is cut.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn a_quote_that_must_be_cut(bencher: divan::Bencher) {
    let card = card(&format!("{LONG} {LONG}"));
    bencher.bench(|| draw(&FONTS, &card, &THEME, CardSize::Landscape).unwrap());
}

/// The link to a quote in the middle of a transcript of 50 KiB on a web page.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn a_link_to_the_very_words(bencher: divan::Bencher) {
    let transcript =
        format!("{LONG}\n\n").repeat(26) + SHORT + "\n\n" + &format!("{LONG}\n\n").repeat(26);
    let start = transcript.find(SHORT).unwrap();
    let span = Span::new(start, start + SHORT.len());
    let interview = interview(&transcript);
    bencher.bench(|| verbatim::answer::source_link(&interview, span).unwrap());
}

/// What a command that draws one card pays for its fonts.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn loading_the_programs_own_fonts() -> Fonts {
    Fonts::load(None).unwrap()
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::load(None).unwrap());

static THEME: LazyLock<Theme> =
    LazyLock::new(|| Theme::new(Shade::Light, [178, 30, 46], None).unwrap());

const SHORT: &str = "Les abeilles sont revenues dans la vallée. Nous ne l’espérions plus, et personne ne sait dire pourquoi.";

const LONG: &str = "Nous avons commencé avec trois ruches, au bout du verger. La première année, deux n’ont pas passé l’hiver, et tout le monde nous disait d’arrêter. Puis la commune a cessé de faucher les bords des chemins ; l’école a semé une prairie ; les vergers voisins ont renoncé à traiter en fleur.\n\nLes abeilles sont revenues dans la vallée. Nous ne l’espérions plus, et personne ne sait dire laquelle de ces choses a compté le plus. Je crois, moi, que c’est l’ensemble : on ne sauve pas une espèce, on sauve un endroit, avec les gens qui l’habitent et ce qu’ils acceptent de changer.\n\nAujourd’hui, quarante familles s’occupent de cent douze ruches. Le miel se vend au marché, les enfants savent reconnaître une reine, et le maire, qui nous prenait pour des rêveurs, fait visiter la prairie aux élus des autres communes. C’est peu de chose, et c’est beaucoup.";

fn card(text: &str) -> Card {
    let span = Span::new(0, text.len());
    let sentence = "Nous ne l’espérions plus,";
    let highlight = text
        .find(sentence)
        .map(|at| Span::new(at, at + sentence.len()));
    let interview = interview(text);
    let quote = Quote::cut(&interview, span, highlight.into_iter().collect(), 1.0).unwrap();
    let credit = Messages::of("fr").credit(quote.attribution());
    Card { quote, credit }
}

fn interview(text: &str) -> Interview {
    Interview {
        id: InterviewId::new("bees"),
        revision: Revision::of(text),
        transcript: text.to_owned(),
        metadata: Metadata {
            title: Some("Le retour des abeilles".to_owned()),
            outlet: Some("La Gazette de la vallée".to_owned()),
            date: "2021-05-12".parse().ok(),
            url: Some("https://gazette.example/2021/abeilles".to_owned()),
            ..Metadata::default()
        },
        speakers: vec![Speaker {
            name: Some("Jeanne Dupont".to_owned()),
            role: Some(Role::Guest),
            description: Some("apicultrice".to_owned()),
        }],
        turns: vec![Turn {
            speaker: Some(0),
            role: Some(Role::Guest),
            span: Span::new(0, text.len()),
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
