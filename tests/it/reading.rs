//! Reading: who says what in the files that owners have.

use std::path::Path;

use proptest::prelude::*;
use verbatim::interview::{Interview, InterviewId, Role, Span};
use verbatim::language::Language;
use verbatim::reading::{FileToRead, ReadError, passages, read, supported};

use crate::transcript::script;

const SEED: &str = include_str!("../../seeds/000_aa28f9ade1a9daab.txt");
const SIDECAR: &str = include_str!("../../seeds/000_aa28f9ade1a9daab.toml");

fn try_read(name: &str, bytes: &[u8], sidecar: Option<&str>) -> Result<Interview, ReadError> {
    read(&FileToRead {
        id: InterviewId::new("it"),
        path: Path::new(name),
        bytes,
        sidecar,
    })
}

fn text(text: &str) -> Interview {
    try_read("it.txt", text.as_bytes(), None).expect("readable")
}

fn markdown(text: &str) -> Interview {
    try_read("it.md", text.as_bytes(), None).expect("readable")
}

#[track_caller]
fn check(interview: &Interview, expected: &[&str]) {
    assert_eq!(script(interview), expected, "{:?}", interview.warnings);
}

fn words(interview: &Interview, turns: &[usize]) -> String {
    let of = |&turn: &usize| interview.slice(interview.turns[turn].span);
    turns.iter().filter_map(of).collect::<Vec<_>>().join(" ")
}

#[test]
fn one_question_and_its_answer_are_told_by_their_labels() {
    for (asked, answered) in [
        ("Anna Brown", "John Doe"),
        ("Anna", "John"),
        ("Anna Brown", "John"),
    ] {
        let interview = text(&format!(
            "{asked}: What about unicorns?\n\n{answered}: The unicorns grazed on the hill for many years.\n"
        ));
        check(
            &interview,
            &[
                &format!("I {asked}: What about unicorns?"),
                &format!("G {answered}: The unicorns grazed on the hill for many years."),
            ],
        );
    }
}

#[test]
fn the_seed_has_three_exchanges_with_their_questions() {
    for sidecar in [None, Some(SIDECAR)] {
        let seed = try_read("000.txt", SEED.as_bytes(), sidecar).expect("readable");
        assert_eq!(seed.transcript, SEED);
        assert_eq!(seed.warnings, Vec::<String>::new());
        assert_eq!(
            seed.metadata.date.map(|date| date.to_string()).as_deref(),
            Some("2020-04")
        );
        assert_eq!(seed.metadata.language, Language::French);
        assert_eq!(seed.guests().collect::<Vec<_>>(), ["Michel Paulin"]);
        let questions: Vec<String> = seed
            .exchanges
            .iter()
            .map(|exchange| words(&seed, &exchange.question))
            .collect();
        assert_eq!(questions.len(), 3, "{questions:#?}");
        assert!(questions[0].starts_with("Est-ce que cette crise"));
        assert!(questions[1].starts_with("En tant que dirigeant"));
        assert!(questions[2].starts_with("Comment voyez-vous"));
        let answer = words(&seed, &seed.exchanges[0].answer);
        assert!(
            answer.starts_with("La brutalité")
                && answer.ends_with("lourd financier et contractuel")
        );
        assert!(answer.contains("– Quel est le niveau"));
    }
}

#[test]
fn the_seeds_noise_is_in_no_turn_and_no_passage() {
    let seed = text(SEED);
    let passages = passages(&seed);
    let spans = passages.iter().map(|passage| passage.span);
    for span in spans.chain(seed.turns.iter().map(|turn| turn.span)) {
        let words = seed.slice(span).expect("inside");
        assert!(
            !words.contains("WordPress") && !words.contains("crédit photo"),
            "{words}"
        );
    }
    assert!(passages.len() > 10);
}

#[test]
fn names_with_a_colon_speak_and_short_forms_are_the_same_person() {
    let read = text(
        "Le Monde : Pourquoi avoir quitté Paris ?\n\nAnne-Marie Durand : Pour la mer.\n\nElle me manquait.\n\n\
         Le Monde : Et maintenant ?\n\nA.-M. D. : Non.\n\nMme Durand : Je reste.\n\nLe Monde : Merci ?\n\nDurand : Merci.",
    );
    let script = script(&read);
    assert_eq!(script[0], "I Le Monde: Pourquoi avoir quitté Paris ?");
    assert_eq!(
        script[1],
        "G Anne-Marie Durand: Pour la mer.//Elle me manquait."
    );
    assert_eq!(
        script.last().map(String::as_str),
        Some("G Anne-Marie Durand: Merci.")
    );
}

#[test]
fn initials_stand_for_the_full_name() {
    check(
        &text(
            "Journaliste : Qui êtes-vous ?\nMichel Paulin : Un ingénieur.\nJournaliste : Et après ?\nMP : Dirigeant. Attention : ce n’est pas rien.",
        ),
        &[
            "I -: Qui êtes-vous ?",
            "G Michel Paulin: Un ingénieur.",
            "I -: Et après ?",
            "G Michel Paulin: Dirigeant. Attention : ce n’est pas rien.",
        ],
    );
}

#[test]
fn letters_for_question_and_answer_are_roles() {
    for (asks, answers) in [("Q:", "A:"), ("Q.", "R."), ("Question :", "Réponse :")] {
        let document =
            format!("{asks} What is it?\n{answers} A bot.\n\n{asks} Why?\n{answers} For quotes.\n");
        check(
            &text(&document),
            &[
                "I -: What is it?",
                "G -: A bot.",
                "I -: Why?",
                "G -: For quotes.",
            ],
        );
    }
}

#[test]
fn a_name_alone_on_its_line_speaks() {
    check(
        &text(
            "Jane Roe\nWhere were you born?\n\nJohn Smith\nIn Leeds.\n\nJane Roe\nWhen?\n\nJohn Smith\nLong ago.",
        ),
        &[
            "I Jane Roe: Where were you born?",
            "G John Smith: In Leeds.",
            "I Jane Roe: When?",
            "G John Smith: Long ago.",
        ],
    );
}

#[test]
fn times_before_and_after_names_are_no_words() {
    check(
        &text(
            "[00:01] Host: Who are you?\n[00:12] Ada King: A countess.\nHost (00:01:34): And?\nAda King (00:02:00): A mathematician.",
        ),
        &[
            "I -: Who are you?",
            "G Ada King: A countess.",
            "I -: And?",
            "G Ada King: A mathematician.",
        ],
    );
}

#[test]
fn bold_labels_in_markdown_speak() {
    check(
        &markdown(
            "**Tim Low:** Are you well?\n\n**Ann Lee:** Yes. See [this](http://x.y).\n\n**Break:** \\[01:44\\]\n\nI am.\n\n**Tim Low:** Good?\n\n**Ann Lee:** \\[04:06\\] *Very*.",
        ),
        &[
            "I Tim Low: Are you well?",
            "G Ann Lee: Yes. See this.",
            "G Ann Lee: I am.",
            "I Tim Low: Good?",
            "G Ann Lee: Very.",
        ],
    );
}

#[test]
fn headings_that_ask_are_the_interviewers() {
    check(
        &markdown(
            "---\ntitle: A talk\nguest: Ann Lee\nrole: Sailor\ndate: 2020-04\n---\n\nIntro here.\n\n### Who are you?\n\nA sailor.\n\nBut why?\n\n### And now?\n\n- a boat\n",
        ),
        &[
            "I -: Who are you?",
            "G Ann Lee: A sailor.//But why?",
            "I -: And now?",
            "G Ann Lee: – a boat",
        ],
    );
}

#[test]
fn bold_questions_are_the_interviewers() {
    let read = markdown(
        "Une introduction.\n\n**Pourquoi ?**\n\nParce que.\n\n**Parlez-nous de vous. Qui êtes-vous ?**\n\nUn *marin*.",
    );
    check(
        &read,
        &[
            "I -: Pourquoi ?",
            "G -: Parce que.",
            "I -: Parlez-nous de vous. Qui êtes-vous ?",
            "G -: Un marin.",
        ],
    );
}

#[test]
fn two_smiths_stay_two_and_a_bare_smith_is_nobody() {
    let read = text(
        "Host: Who?\nJohn Smith: I.\nHost: And?\nJane Smith: I.\nHost: Who else?\nSmith: Me.\nHost: Who?\nSmith: Me.\nJohn Smith: So.\nJane Smith: So.",
    );
    let script = script(&read);
    assert!(script.contains(&"G -: Me.".to_owned()), "{script:#?}");
    assert_eq!(read.guests().count(), 2);
    assert!(!read.warnings.is_empty());
}

#[test]
fn a_monologue_is_one_answer_without_a_question() {
    let read = markdown(
        "# On ships\n\nShips are slow. Note: they float.\n\nWho would not sail?\n\nI would sail.",
    );
    assert_eq!(read.exchanges.len(), 1);
    assert!(read.exchanges[0].question.is_empty());
    assert_eq!(read.metadata.title.as_deref(), Some("On ships"));
}

#[test]
fn a_byline_names_the_interviewer_and_is_no_turn() {
    let read = text(
        "Pourquoi ?\n\nPaul Roy – Parce que.\n\nEt alors ?\n\nPaul Roy – Rien.\n\nPropos recueillis par Léa Blin",
    );
    check(
        &read,
        &[
            "I Léa Blin: Pourquoi ?",
            "G Paul Roy: Parce que.",
            "I Léa Blin: Et alors ?",
            "G Paul Roy: Rien.",
        ],
    );
}

#[test]
fn the_sidecar_wins_over_front_matter() {
    let file = "+++\ntitle = \"Old\"\noutlet = \"Paper\"\n+++\n\nQ: Who?\n\nA: Me.\n";
    let sidecar = "title = \"New\"\nguest = \"Ann Lee\"\noutlett = \"x\"\n";
    let read = try_read("it.md", file.as_bytes(), Some(sidecar)).expect("readable");
    assert_eq!(read.metadata.title.as_deref(), Some("New"));
    assert_eq!(read.metadata.outlet.as_deref(), Some("Paper"));
    check(&read, &["I -: Who?", "G Ann Lee: Me."]);
    assert_eq!(
        read.warnings,
        [
            "in the sidecar `it.toml`, unknown key `outlett` with the value `x`; did you mean `outlet`? it is not used"
        ]
    );
}

#[test]
fn a_malformed_sidecar_names_its_line_and_the_rest_is_read() {
    let read = try_read(
        "it.txt",
        b"Words.",
        Some("title = \"T\"\ndate = oops\n\n[[speaker]]\nname = \"Ann Lee\"\nrole = \"guest\"\n"),
    )
    .expect("readable");
    assert_eq!(read.metadata.title.as_deref(), Some("T"));
    assert_eq!(read.guests().collect::<Vec<_>>(), ["Ann Lee"]);
    assert!(read.warnings[0].contains("line 2"), "{:?}", read.warnings);
}

#[test]
fn front_matter_of_plain_text_is_in_no_turn() {
    let read = text("---\ntitle: T\ndate: 17 avril 2020\nlang: fr\n---\nQ: Oui ?\nR: Non.\n");
    check(&read, &["I -: Oui ?", "G -: Non."]);
    assert_eq!(
        read.metadata.date.map(|date| date.to_string()).as_deref(),
        Some("2020-04-17")
    );
    assert!(read.transcript.starts_with("---"));
}

#[test]
fn encodings_are_read_and_guesses_are_said() {
    let latin = try_read(
        "it.txt",
        b"Le caf\xe9 est tr\xe8s bon, d\xe9j\xe0 servi.",
        None,
    )
    .expect("readable");
    assert!(latin.transcript.contains("café est très"));
    assert!(latin.warnings[0].contains("guessed"));
    let utf16: Vec<u8> = "\u{feff}Déjà vu."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        try_read("it.txt", &utf16, None)
            .expect("readable")
            .transcript,
        "Déjà vu."
    );
    let broken = [b"\xc3\xa9t\xc3\xa9 ".repeat(20), b"\xff fin".to_vec()].concat();
    let read = try_read("it.txt", &broken, None).expect("readable");
    assert!(read.transcript.contains('\u{fffd}') && read.warnings.len() == 1);
}

#[test]
fn what_holds_no_words_is_an_error_that_says_what_to_do() {
    assert_eq!(try_read("it.txt", b" \n", None), Err(ReadError::Empty));
    assert_eq!(
        try_read("it.txt", b"\x7fELF\0\0", None),
        Err(ReadError::Binary)
    );
    assert_eq!(try_read("it.txt", b"--- !!", None), Err(ReadError::NoWords));
    assert!(matches!(
        try_read("it.exe", b"x", None),
        Err(ReadError::Unsupported(_))
    ));
    assert!(
        supported(Path::new("a.TXT"))
            && supported(Path::new("a.Markdown"))
            && supported(Path::new("a.pdf"))
            && !supported(Path::new("a.exe"))
    );
}

#[test]
fn windows_line_ends_stay_and_change_nothing() {
    let read = text("Host: Who?\r\n\r\nAda King: Me.\r\n\r\nHost: Why?\r\n\r\nAda King: Love.");
    check(
        &read,
        &[
            "I -: Who?",
            "G Ada King: Me.",
            "I -: Why?",
            "G Ada King: Love.",
        ],
    );
}

#[test]
fn ten_megabytes_without_a_break_are_read_and_cut() {
    let words = "mot ".repeat(2_500_000);
    let read = text(&words);
    let cut = passages(&read);
    assert!(cut.len() > 20_000);
    assert!(cut.iter().all(|passage| passage.span.len() <= 120 * 4));
}

fn holds(interview: &Interview) {
    let text = &interview.transcript;
    let mut end = 0;
    for turn in &interview.turns {
        assert!(turn.span.start >= end && !turn.span.is_empty());
        assert!(interview.slice(turn.span).is_some());
        if let Some(speaker) = interview.speaker_of(turn) {
            assert_eq!(turn.role, speaker.role);
        }
        end = turn.span.end;
    }
    for exchange in &interview.exchanges {
        assert!(
            exchange
                .question
                .iter()
                .all(|&turn| interview.turns[turn].role == Some(Role::Interviewer))
        );
        assert!(
            exchange
                .answer
                .iter()
                .all(|&turn| interview.turns[turn].role != Some(Role::Interviewer))
        );
    }
    let cut = passages(interview);
    for (number, exchange) in interview.exchanges.iter().enumerate() {
        for &turn in &exchange.answer {
            let span = interview.turns[turn].span;
            let mut at = span.start;
            for passage in cut
                .iter()
                .filter(|passage| passage.exchange == number && passage.turn == turn)
            {
                assert!(span.contains(passage.span) && passage.span.start >= at);
                assert!(text[at..passage.span.start].trim().is_empty());
                at = passage.span.end;
            }
            assert!(
                interview
                    .slice(Span::new(at, span.end))
                    .is_some_and(|rest| rest.trim().is_empty())
            );
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), markdown in any::<bool>()) {
        let name = if markdown { "it.md" } else { "it.txt" };
        if let Ok(interview) = try_read(name, &bytes, None) {
            holds(&interview);
        }
    }

    #[test]
    fn any_dialogue_is_read_whole(
        lines in prop::collection::vec("(Q: |A: |Ann Lee: |Ann Lee – |\\*\\*Bo:\\*\\* |# |- |\\[00:12\\] Al: |— |)[a-zé’ ?.!\u{a0}😀]{0,40}", 0..30),
        gap in prop::sample::select(vec!["\n", "\n\n", "\r\n\r\n"]),
    ) {
        let document = lines.join(gap);
        for name in ["it.md", "it.txt"] {
            if let Ok(interview) = try_read(name, document.as_bytes(), Some(&document)) {
                holds(&interview);
            }
        }
    }
}

#[test]
fn a_title_page_names_the_people_and_the_day_and_is_nobodys_speech() {
    let turns = "AB: Who feeds the geese?\n\nJM: My brother does, in the morning.\n\nAB: And in winter?\n\nJM: They feed themselves.\n";
    for page in [
        "WEIR HISTORY PROJECT\n\nNarrator: Jon Mast\nInterviewer: Ada Brill\nDate of interview: May 14, 2019\nPlace: The mill\nTranscriber: Olga Prime\n\n",
        "Interviewee: Jon Mast, goose keeper\n\nInterviewed by: Ada Brill\n\nRecorded: 14 May 2019\n\nDuration: 01:12:00\n\n",
        "Zeitzeuge: Jon Mast\nInterviewerin: Ada Brill\nDatum: 14. Mai 2019\nOrt: Wehr\n\n",
    ] {
        let interview = text(&format!("{page}{turns}"));
        check(
            &interview,
            &[
                "I Ada Brill: Who feeds the geese?",
                "G Jon Mast: My brother does, in the morning.",
                "I Ada Brill: And in winter?",
                "G Jon Mast: They feed themselves.",
            ],
        );
        let date = interview.metadata.date.map(|date| date.to_string());
        assert_eq!(date.as_deref(), Some("2019-05-14"), "{page}");
    }
}

#[test]
fn the_day_of_a_title_that_says_that_it_is_an_interview_is_the_interviews() {
    let date = |head: &str| {
        let turns = "AB: Who feeds the geese?\n\nJM: My brother does.\n\nAB: And in winter?\n\nJM: They feed themselves.\n";
        let interview = text(&format!("{head}\n\n{turns}"));
        interview.metadata.date.map(|date| date.to_string())
    };
    let day = Some("2019-05-14".to_owned());
    assert_eq!(date("Interview with Jon Mast, May 14, 2019"), day);
    assert_eq!(
        date("Transcript of the interview with Mr. Jon Mast, 14 May 2019"),
        day
    );
    assert_eq!(
        date("Entretien avec Jon Mast\nLe Moulin, le 14 mai 2019"),
        day
    );
    assert_eq!(
        date("My brother drowned below the old weir, 14 May 2019"),
        None
    );
}

#[test]
fn a_label_is_set_apart_by_a_tab_angle_brackets_or_a_wide_space_too() {
    for (before, between) in [("", "\t"), ("<", "> ")] {
        let turns = [
            ("Ada Brill", "Who feeds the geese?"),
            ("Jon Mast", "My brother does, in the morning."),
            ("Ada Brill", "And in winter?"),
            ("Jon Mast", "They feed themselves."),
        ];
        let lines = turns.map(|(who, words)| format!("{before}{who}{between}{words}\n\n"));
        check(
            &text(&lines.concat()),
            &[
                "I Ada Brill: Who feeds the geese?",
                "G Jon Mast: My brother does, in the morning.",
                "I Ada Brill: And in winter?",
                "G Jon Mast: They feed themselves.",
            ],
        );
    }
    let talk = "聞き手　鐘の修理はいつ始めたのですか？\n\n森田ハル　祖父の工房で、十歳の時です。\n\n聞き手　難しいことは何ですか？\n\n森田ハル　待つことです。\n";
    check(
        &text(talk),
        &[
            "I -: 鐘の修理はいつ始めたのですか？",
            "G 森田ハル: 祖父の工房で、十歳の時です。",
            "I -: 難しいことは何ですか？",
            "G 森田ハル: 待つことです。",
        ],
    );
}

#[test]
fn a_trade_before_a_full_name_is_no_part_of_a_label() {
    check(
        &text(
            "Redakteur Jonas Wiebe: Wer füttert die Gänse?\n\nStadtimkerin Frieda Ansorge: Mein Bruder, am Morgen.\n\n\
             Redakteur Jonas Wiebe: Und im Winter?\n\nStadtimkerin Frieda Ansorge: Sie füttern sich selbst.\n",
        ),
        &[
            "I Jonas Wiebe: Wer füttert die Gänse?",
            "G Frieda Ansorge: Mein Bruder, am Morgen.",
            "I Jonas Wiebe: Und im Winter?",
            "G Frieda Ansorge: Sie füttern sich selbst.",
        ],
    );
}
