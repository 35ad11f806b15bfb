//! Texts and Markdown as people type them, and as programs write them.

use verbatim::interview::Role;

use super::dialogues::{
    BEES, CLOCK, Dialogue, FERRY, GLASS, LIGHTS, MILL, NETS, ORGAN, SALT, SKATES, TEA, Voice, WELL,
};
use super::{LabelledFile, Names, each, file, labelled};

fn initials(name: &str) -> String {
    name.split(' ')
        .filter_map(|word| word.chars().next())
        .collect()
}

fn first(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// A text wrapped at a column.
fn wrapped(text: &str, column: usize) -> String {
    textwrap::fill(text, column)
}

fn head(dialogue: &Dialogue) -> String {
    format!("{}\n\n{}\n\n", dialogue.title, dialogue.lead)
}

fn is(voice: Voice, asks: &'static str, answers: &'static str) -> &'static str {
    match voice {
        Voice::Asks => asks,
        Voice::Answers => answers,
    }
}

pub(super) fn all() -> Vec<LabelledFile> {
    let mut files = labels();
    files.extend(by_look());
    files.extend(of_programs());
    files.extend(of_several_people());
    files.extend(uncertain());
    files
}

/// Labels before turns.
fn labels() -> Vec<LabelledFile> {
    let full = |d: &Dialogue| {
        each(d, |_, voice, words| {
            format!("{}: {words}\n\n", d.name(voice))
        })
    };
    let full_width =
        |d: &Dialogue| each(d, |_, voice, words| format!("{}：{words}\n", d.name(voice)));
    let explained = |d: &Dialogue| {
        head(d)
            + &each(d, |_, voice, words| {
                format!("{}: {words}\n\n", initials(d.name(voice)))
            })
    };
    let once = |d: &Dialogue| {
        head(d)
            + &each(d, |at, voice, words| match at {
                0 | 1 => format!("{}: {words}\n\n", d.name(voice)),
                _ => format!("{words}\n\n"),
            })
    };
    let short = |d: &Dialogue| {
        head(d)
            + &each(d, |_, voice, words| {
                format!("{}: {words}\n", first(d.name(voice)))
            })
    };
    let capitals = |d: &Dialogue| {
        head(d)
            + &each(d, |_, voice, words| {
                format!("{}. {words}\n\n", last(d.name(voice)).to_uppercase())
            })
    };
    let answers_labelled = |d: &Dialogue| {
        head(d)
            + &each(d, |_, voice, words| match voice {
                Voice::Asks => format!("{words}\n\n"),
                Voice::Answers => format!("{}: {words}\n\n", d.guest),
            })
    };
    let questions_labelled = |d: &Dialogue, label: &str| {
        head(d)
            + &each(d, |_, voice, words| match voice {
                Voice::Asks => format!("{label}: {words}\n\n"),
                Voice::Answers => format!("{words}\n\n"),
            })
    };
    let roles = |d: &Dialogue, asks: &'static str, answers: &'static str| {
        head(d)
            + &each(d, |_, voice, words| {
                format!("{}{words}\n\n", is(voice, asks, answers))
            })
    };
    let hard = each(&SKATES, |_, voice, words| {
        format!(
            "{}\n\n",
            wrapped(&format!("{}: {words}", SKATES.name(voice)), 60)
        )
    });
    vec![
        file("full names", "a.txt", &FERRY, Names::Both, full(&FERRY)),
        file("full names", "a.txt", &CLOCK, Names::Both, full(&CLOCK)),
        file("full names", "a.txt", &WELL, Names::Both, full(&WELL)),
        file("full names", "a.txt", &NETS, Names::Both, full(&NETS)),
        file(
            "full-width colons",
            "a.txt",
            &GLASS,
            Names::Both,
            full_width(&GLASS),
        ),
        file(
            "full-width colons",
            "a.txt",
            &TEA,
            Names::Both,
            full_width(&TEA),
        ),
        file(
            "initials that the lead explains",
            "a.txt",
            &BEES,
            Names::Both,
            explained(&BEES),
        ),
        file(
            "initials that the lead explains",
            "a.txt",
            &ORGAN,
            Names::Both,
            explained(&ORGAN),
        ),
        file(
            "labels on the first exchange only",
            "a.txt",
            &MILL,
            Names::Both,
            once(&MILL),
        ),
        file("first names", "a.txt", &SALT, Names::Both, short(&SALT)),
        file(
            "surnames in capitals",
            "a.txt",
            &LIGHTS,
            Names::Both,
            capitals(&LIGHTS),
        ),
        file(
            "labelled answers",
            "a.txt",
            &BEES,
            Names::Guest,
            answers_labelled(&BEES),
        ),
        file(
            "labelled answers",
            "a.txt",
            &SALT,
            Names::Guest,
            answers_labelled(&SALT),
        ),
        file(
            "labelled questions",
            "a.txt",
            &LIGHTS,
            Names::Guest,
            questions_labelled(&LIGHTS, "Frage"),
        ),
        file(
            "labelled questions",
            "a.txt",
            &BEES,
            Names::Both,
            questions_labelled(&BEES, "Nora Whitfield"),
        ),
        file(
            "question and answer",
            "a.txt",
            &SALT,
            Names::Guest,
            roles(&SALT, "Pregunta: ", "Respuesta: "),
        ),
        file(
            "D and R",
            "a.txt",
            &ORGAN,
            Names::Guest,
            roles(&ORGAN, "D. ", "R. "),
        ),
        file("wrapped at a column", "a.txt", &SKATES, Names::Both, hard),
    ]
}

/// Questions that look different.
fn by_look() -> Vec<LabelledFile> {
    let page = |d: &Dialogue| format!("# {}\n\n{}\n\n", d.title, d.lead);
    let marked = |d: &Dialogue, open: &'static str, close: &'static str| {
        page(d)
            + &each(d, |_, voice, words| match voice {
                Voice::Asks => format!("{open}{words}{close}\n\n"),
                Voice::Answers => format!("{words}\n\n"),
            })
    };
    let broken = |d: &Dialogue| {
        let pairs = d.exchanges.iter();
        let pairs = pairs.map(|(asked, said)| format!("**{asked}**  \n{said}\n\n"));
        page(d) + &pairs.collect::<String>()
    };
    let table = |d: &Dialogue| {
        let rows = d.exchanges.iter();
        let rows = rows.map(|(asked, said)| format!("| {asked} | {said} |\n"));
        page(d) + "| Domanda | Risposta |\n|---|---|\n" + &rows.collect::<String>()
    };
    let details = |d: &Dialogue| {
        let pairs = d.exchanges.iter();
        let pairs = pairs
            .map(|(asked, said)| format!("<p><strong>{asked}</strong></p>\n<p>{said}</p>\n\n"));
        page(d) + &pairs.collect::<String>()
    };
    let numbered = |d: &Dialogue| {
        let pairs = d.exchanges.iter().enumerate();
        let pairs = pairs.map(|(at, (asked, said))| format!("{}. {asked}\n\n{said}\n\n", at + 1));
        head(d) + &pairs.collect::<String>()
    };
    let dashes = |d: &Dialogue| head(d) + &each(d, |_, _, words| format!("— {words}\n\n"));
    vec![
        file(
            "bold questions in Markdown",
            "a.md",
            &SALT,
            Names::Guest,
            marked(&SALT, "**", "**"),
        ),
        file(
            "bold questions in Markdown",
            "a.md",
            &NETS,
            Names::Nobody,
            marked(&NETS, "**", "**"),
        ),
        file(
            "italic questions in Markdown",
            "a.md",
            &LIGHTS,
            Names::Both,
            marked(&LIGHTS, "*", "*"),
        ),
        file(
            "headings in Markdown",
            "a.md",
            &ORGAN,
            Names::Both,
            marked(&ORGAN, "## ", ""),
        ),
        file(
            "quoted questions in Markdown",
            "a.md",
            &FERRY,
            Names::Both,
            marked(&FERRY, "> **", "**"),
        ),
        file("hard line break", "a.md", &MILL, Names::Both, broken(&MILL)),
        file(
            "table in Markdown",
            "a.md",
            &ORGAN,
            Names::Both,
            table(&ORGAN),
        ),
        file(
            "HTML in Markdown",
            "a.md",
            &BEES,
            Names::Both,
            details(&BEES),
        ),
        file(
            "numbered questions",
            "a.txt",
            &LIGHTS,
            Names::Both,
            numbered(&LIGHTS),
        ),
        file(
            "a dash before each turn",
            "a.txt",
            &MILL,
            Names::Both,
            dashes(&MILL),
        ),
    ]
}

/// Texts of transcription and meeting programs.
fn of_programs() -> Vec<LabelledFile> {
    let clock = |at: usize| format!("{:02}:{:02}", at / 4, (at % 4) * 15);
    let otter = each(&BEES, |at, voice, words| {
        format!("{}  {}\n{words}\n\n", BEES.name(voice), clock(at))
    });
    let zoom = each(&FERRY, |at, voice, words| {
        format!("[{}] 00:{}\n{words}\n\n", FERRY.name(voice), clock(at))
    });
    let bracketed = each(&MILL, |at, voice, words| {
        format!("[00:{}] {}: {words}\n", clock(at), MILL.name(voice))
    });
    let voices = each(&BEES, |at, voice, words| {
        format!(
            "Speaker {} ({})\n{words}\n\n",
            is(voice, "1", "2"),
            clock(at)
        )
    });
    let german = each(&LIGHTS, |at, voice, words| {
        format!("{}: {words} #00:{}-0#\n\n", is(voice, "I", "B"), clock(at))
    });
    let podcast = "---\ntitle: Bees\nhost: Nora Whitfield\nguest: Callum Dray\n---\n\n".to_owned()
        + &each(&BEES, |at, voice, words| {
            format!(
                "**{}:** \\[{}\\] {words}\n\n",
                first(BEES.name(voice)),
                clock(at)
            )
        });
    vec![
        file(
            "names and times on lines of their own",
            "a.txt",
            &BEES,
            Names::Both,
            otter,
        ),
        file("names in brackets", "a.txt", &FERRY, Names::Both, zoom),
        file("times before names", "a.txt", &MILL, Names::Both, bracketed),
        file("numbered voices", "a.txt", &BEES, Names::Nobody, voices),
        file(
            "interviewer and respondent by letters",
            "a.txt",
            &LIGHTS,
            Names::Nobody,
            german,
        ),
        file("podcast with facts", "a.md", &BEES, Names::Both, podcast),
    ]
}

/// More than two people.
fn of_several_people() -> Vec<LabelledFile> {
    let panel: [(Role, &str, &str); 6] = [
        (
            Role::Interviewer,
            "Moderator",
            "Welcome to both of you. Is the harbour too small for the new ferries?",
        ),
        (
            Role::Guest,
            "Agnes Holm",
            "It is too shallow, which is another thing. We have asked for a dredger since the spring.",
        ),
        (
            Role::Guest,
            "Piet Maas",
            "I disagree with that. The ferries are too large for a town of four thousand people.",
        ),
        (
            Role::Interviewer,
            "Moderator",
            "What would you do with the money instead?",
        ),
        (
            Role::Guest,
            "Piet Maas",
            "Two small boats that go every half hour. Nobody reads a timetable for those.",
        ),
        (
            Role::Guest,
            "Agnes Holm",
            "And who pays the two crews at night? Nobody has ever shown me that sheet.",
        ),
    ];
    let text: String = panel
        .iter()
        .map(|(_, name, words)| format!("{name}: {words}\n\n"))
        .collect();
    let turns: Vec<(Option<Role>, Option<&str>, &str)> = panel
        .iter()
        .map(|(role, name, words)| {
            (
                Some(*role),
                Some(*name).filter(|name| *name != "Moderator"),
                *words,
            )
        })
        .collect();
    let couple: [(Role, &str, &str); 6] = [
        (
            Role::Interviewer,
            "Clara Vogt",
            "Wie habt ihr euch in dieser Werkstatt kennengelernt?",
        ),
        (
            Role::Guest,
            "Jonas Brehm",
            "Sie hat einen Stuhl gebracht, dem ein Bein fehlte. Ich habe zwei neue gedrechselt.",
        ),
        (
            Role::Guest,
            "Lotte Brehm",
            "Das zweite war ein Versehen. Den Stuhl haben wir immer noch, er steht im Flur.",
        ),
        (
            Role::Interviewer,
            "Clara Vogt",
            "Und wer entscheidet heute, was repariert wird?",
        ),
        (
            Role::Guest,
            "Lotte Brehm",
            "Der Leim entscheidet. Wenn er hält, war es eine gute Idee von mir.",
        ),
        (
            Role::Guest,
            "Jonas Brehm",
            "Wenn er nicht hält, war es meine. So steht es in unserem Vertrag.",
        ),
    ];
    let couple_text: String = couple
        .iter()
        .map(|(_, name, words)| format!("**{name}:** {words}\n\n"))
        .collect();
    let couple_turns: Vec<(Option<Role>, Option<&str>, &str)> = couple
        .iter()
        .map(|(role, name, words)| (Some(*role), Some(*name), *words))
        .collect();
    vec![
        labelled("a moderator and two guests (en)", "a.txt", text, &turns),
        labelled("two guests (de)", "a.md", couple_text, &couple_turns),
    ]
}

/// Texts in which not everything is said.
fn uncertain() -> Vec<LabelledFile> {
    let bare = |d: &Dialogue| each(d, |_, _, words| format!("{words}\n\n"));
    let essay: [&str; 3] = [
        "The river has been moved three times since the town was founded, and each time the mayor planted a tree.",
        "Nobody remembers the second tree. It stood where the bus turns, and it was cut down for a sign that says so.",
        "What is left is a map in the library, with a blue line that somebody has corrected in pencil.",
    ];
    let essay_turns: Vec<(Option<Role>, Option<&str>, &str)> = essay
        .iter()
        .map(|words| (Some(Role::Guest), None, *words))
        .collect();
    vec![
        file(
            "nothing but question marks",
            "a.txt",
            &SALT,
            Names::Nobody,
            bare(&SALT),
        ),
        file(
            "nothing but question marks",
            "a.txt",
            &WELL,
            Names::Nobody,
            bare(&WELL),
        ),
        labelled("an essay (en)", "a.txt", essay.join("\n\n"), &essay_turns),
    ]
}
