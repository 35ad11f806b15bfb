//! What transcription tools, subtitle programs and archives export.

use serde_json::{Value, json};

use super::dialogues::{
    BEES, Dialogue, FERRY, GLASS, LIGHTS, MILL, ORGAN, SALT, SKATES, Voice, WELL,
};
use super::{LabelledFile, Names, each, file};

/// Seconds at which a turn begins; each takes nine.
fn second(at: usize) -> f64 {
    f64::from(u32::try_from(at).unwrap()) * 10.0
}

fn stamp(at: usize, mark: char) -> String {
    format!("00:{:02}:{:02}{mark}000", at / 6, (at % 6) * 10)
}

fn end(at: usize, mark: char) -> String {
    format!("00:{:02}:{:02}{mark}500", at / 6, (at % 6) * 10 + 9)
}

fn voice_label(voice: Voice, labels: [&'static str; 2]) -> &'static str {
    match voice {
        Voice::Asks => labels[0],
        Voice::Answers => labels[1],
    }
}

/// The turns as a list of objects.
fn objects(d: &Dialogue, make: impl Fn(usize, Voice, &str) -> Value) -> Vec<Value> {
    let turns = d.turns().enumerate();
    turns
        .map(|(at, (voice, words))| make(at, voice, words))
        .collect()
}

pub(super) fn all() -> Vec<LabelledFile> {
    let mut files = json_files();
    files.extend(captions());
    files.extend(tables_and_archives());
    files
}

fn json_files() -> Vec<LabelledFile> {
    let whisperx = json!({"language": "en", "segments": objects(&BEES, |at, voice, words| json!({
        "start": second(at), "end": second(at) + 9.0, "text": format!(" {words}"),
        "speaker": voice_label(voice, ["SPEAKER_01", "SPEAKER_00"])}))});
    let assembly = json!({"id": "x", "status": "completed", "utterances": objects(&MILL, |at, voice, words| json!({
        "start": at * 10_000, "end": at * 10_000 + 9_000, "text": words, "confidence": 0.9,
        "speaker": voice_label(voice, ["A", "B"]), "words": []}))});
    let fireflies = json!({"data": {"transcript": {"title": FERRY.title, "sentences": objects(&FERRY, |at, voice, words| json!({
        "index": at, "speaker_name": FERRY.name(voice), "text": words, "start_time": second(at), "end_time": second(at) + 9.0}))}}});
    let podcasting = json!({"version": "1.0.0", "segments": objects(&SKATES, |at, voice, words| json!({
        "speaker": SKATES.name(voice), "startTime": second(at), "endTime": second(at) + 9.0, "body": words}))});
    let named = Value::Array(objects(&LIGHTS, |at, voice, words| {
        json!({
        "name": LIGHTS.name(voice), "from": second(at), "to": second(at) + 9.0, "text": words})
    }));
    let lines: String = objects(&SALT, |at, voice, words| {
        json!({
        "start": second(at), "end": second(at) + 9.0, "speaker": SALT.name(voice), "text": words})
    })
    .iter()
    .map(|line| format!("{line}\n"))
    .collect();
    vec![
        file(
            "diarised segments",
            "a.json",
            &BEES,
            Names::Nobody,
            whisperx.to_string(),
        ),
        file(
            "utterances of a service",
            "a.json",
            &MILL,
            Names::Nobody,
            assembly.to_string(),
        ),
        file(
            "sentences of a meeting program",
            "a.json",
            &FERRY,
            Names::Both,
            fireflies.to_string(),
        ),
        file(
            "podcast transcript",
            "a.json",
            &SKATES,
            Names::Both,
            podcasting.to_string(),
        ),
        file(
            "list of named segments",
            "a.json",
            &LIGHTS,
            Names::Both,
            named.to_string(),
        ),
        file("a segment a line", "a.jsonl", &SALT, Names::Both, lines),
    ]
}

fn captions() -> Vec<LabelledFile> {
    let vtt = |d: &Dialogue| {
        "WEBVTT\n\n".to_owned()
            + &each(d, |at, voice, words| {
                format!(
                    "{} --> {}\n<v {}>{words}\n\n",
                    stamp(at, '.'),
                    end(at, '.'),
                    d.name(voice)
                )
            })
    };
    let srt = each(&LIGHTS, |at, voice, words| {
        let name = LIGHTS.name(voice).to_uppercase();
        format!(
            "{}\n{} --> {}\n{name}: {words}\n\n",
            at + 1,
            stamp(at, ','),
            end(at, ',')
        )
    });
    let teams = "WEBVTT\n\n".to_owned()
        + &each(&ORGAN, |at, voice, words| {
            // A sentence a cue, the name again in each.
            let name = ORGAN.name(voice);
            words
                .split_inclusive(". ")
                .map(|part| {
                    format!(
                        "{} --> {}\n{name}: {}\n\n",
                        stamp(at, '.'),
                        end(at, '.'),
                        part.trim()
                    )
                })
                .collect()
        });
    let chevrons = each(&BEES, |at, voice, words| {
        format!(
            "{}\n{} --> {}\n>> {}: {words}\n\n",
            at + 1,
            stamp(at, ','),
            end(at, ','),
            BEES.name(voice).to_uppercase()
        )
    });
    let sbv = each(&SALT, |at, voice, words| {
        format!(
            "0:00:{:02}.000,0:00:{:02}.500\n{}: {words}\n\n",
            at * 6,
            at * 6 + 5,
            SALT.name(voice)
        )
    });
    let ttml = format!(
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" xml:lang=\"fr\"><head><metadata>\
         <ttm:agent xml:id=\"a\" type=\"person\"><ttm:name type=\"full\">{}</ttm:name></ttm:agent><ttm:agent xml:id=\"b\" type=\"person\"><ttm:name type=\"full\">{}</ttm:name></ttm:agent>\
         </metadata></head><body><div>{}</div></body></tt>",
        MILL.asker,
        MILL.guest,
        each(&MILL, |at, voice, words| format!(
            "<p begin=\"{}\" end=\"{}\" ttm:agent=\"{}\">{words}</p>",
            stamp(at, '.'),
            end(at, '.'),
            voice_label(voice, ["a", "b"])
        ))
    );
    vec![
        file(
            "WebVTT with voices",
            "a.vtt",
            &WELL,
            Names::Both,
            vtt(&WELL),
        ),
        file(
            "WebVTT with voices",
            "a.vtt",
            &GLASS,
            Names::Both,
            vtt(&GLASS),
        ),
        file(
            "SubRip with names in capitals",
            "a.srt",
            &LIGHTS,
            Names::Both,
            srt,
        ),
        file("a name in each cue", "a.vtt", &ORGAN, Names::Both, teams),
        file(
            "chevrons before speakers",
            "a.srt",
            &BEES,
            Names::Both,
            chevrons,
        ),
        file("SubViewer with names", "a.sbv", &SALT, Names::Both, sbv),
        file("TTML with agents", "a.ttml", &MILL, Names::Both, ttml),
    ]
}

fn tables_and_archives() -> Vec<LabelledFile> {
    let csv = "Start,Sprecher,Text\n".to_owned()
        + &each(&LIGHTS, |at, voice, words| {
            format!("{},{},\"{words}\"\n", stamp(at, '.'), LIGHTS.name(voice))
        });
    let tsv = "speaker\tstart\tend\ttext\n".to_owned()
        + &each(&FERRY, |at, voice, words| {
            format!(
                "{}\t{}\t{}\t{words}\n",
                FERRY.name(voice),
                second(at),
                second(at) + 9.0
            )
        });
    let pairs = "question;answer\n".to_owned()
        + &BEES
            .exchanges
            .iter()
            .map(|(asked, said)| format!("\"{asked}\";\"{said}\"\n"))
            .collect::<String>();
    let tei = format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><profileDesc><particDesc><listPerson>\
         <person xml:id=\"A\" role=\"interviewer\"><persName>{}</persName></person><person xml:id=\"B\" role=\"interviewee\"><persName>{}</persName></person>\
         </listPerson></particDesc></profileDesc></teiHeader><text><body>{}</body></text></TEI>",
        MILL.asker,
        MILL.guest,
        each(&MILL, |_, voice, words| format!(
            "<u who=\"#{}\">{words}</u>",
            voice_label(voice, ["A", "B"])
        ))
    );
    let chat = format!(
        "@UTF8\n@Begin\n@Languages:\tnld\n@Participants:\tINV Femke Investigator, SJO Sjoerd Participant\n{}@End\n",
        each(&SKATES, |_, voice, words| format!(
            "*{}:\t{words}\n",
            voice_label(voice, ["INV", "SJO"])
        ))
    );
    let mut chat = file("CHAT", "a.cha", &SKATES, Names::Nobody, chat);
    for turn in &mut chat.turns {
        turn.speaker = Some(match turn.role {
            Some(verbatim::interview::Role::Guest) => "Sjoerd".to_owned(),
            _ => "Femke".to_owned(),
        });
        turn.is_named = true;
    }
    vec![
        file(
            "table with a column of speakers",
            "a.csv",
            &LIGHTS,
            Names::Both,
            csv,
        ),
        file("table with times", "a.tsv", &FERRY, Names::Both, tsv),
        file(
            "table of questions and answers",
            "a.csv",
            &BEES,
            Names::Nobody,
            pairs,
        ),
        file("TEI", "a.xml", &MILL, Names::Both, tei),
        chat,
    ]
}
