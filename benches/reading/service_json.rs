//! One interview as the JSON of each transcription service and chat program.

use serde_json::{Value, json};

use super::{Turns, who};

/// A word: who says it, when it begins and ends in seconds, and whether it begins a turn.
struct Word<'a> {
    voice: usize,
    start: f64,
    end: f64,
    text: &'a str,
}

/// The words of each turn, a third of a second apart.
fn words<'a>(turns: Turns<'a>) -> Vec<Vec<Word<'a>>> {
    let mut time = 0.0;
    turns
        .iter()
        .map(|(asks, words)| {
            words
                .split(' ')
                .map(|text| {
                    time += 0.33;
                    Word {
                        voice: usize::from(!asks),
                        start: time,
                        end: time + 0.3,
                        text,
                    }
                })
                .collect()
        })
        .collect()
}

/// The word without its mark, and the mark.
fn parted(word: &str) -> (&str, &str) {
    word.split_at(word.trim_end_matches(['.', '?']).len())
}

fn millis(seconds: f64) -> f64 {
    (seconds * 1_000.0).round()
}

fn said(turn: &[Word<'_>]) -> String {
    turn.iter()
        .map(|word| word.text)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The file of this name, where it is a service's.
pub(super) fn file(name: &str, turns: Turns<'_>) -> Option<String> {
    let turns = words(turns);
    let all: Vec<&Word<'_>> = turns.iter().flatten().collect();
    let each = |make: &dyn Fn(&Word<'_>) -> Value| -> Vec<Value> {
        all.iter().map(|word| make(word)).collect()
    };
    let by_turn = |make: &dyn Fn(&[Word<'_>]) -> Value| -> Vec<Value> {
        turns.iter().map(|turn| make(turn)).collect()
    };
    let value = match name {
        "aws.json" => aws(&all),
        "deepgram.json" => {
            json!({"results": {"channels": [{"alternatives": [{"transcript": "", "words": each(&|word| json!({
                "word": word.text, "punctuated_word": word.text, "start": word.start, "end": word.end, "speaker": word.voice
            }))}]}]}})
        }
        "google.json" => {
            json!({"results": by_turn(&|turn| json!({"alternatives": [{"transcript": said(turn), "words": turn.iter().map(|word| json!({
            "word": word.text, "startOffset": format!("{:.2}s", word.start), "endOffset": format!("{:.2}s", word.end), "speakerLabel": word.voice.to_string()
        })).collect::<Vec<_>>()}]}))})
        }
        "azure.json" => json!({"recognizedPhrases": by_turn(&|turn| json!({
            "speaker": turn[0].voice + 1, "offsetInTicks": turn[0].start * 1e7, "durationInTicks": 1e7, "nBest": [{"display": said(turn)}]
        }))}),
        "revai.json" => {
            json!({"monologues": by_turn(&|turn| json!({"speaker": turn[0].voice, "elements": turn.iter().flat_map(|word| {
            let (text, mark) = parted(word.text);
            [json!({"type": "text", "value": text, "ts": word.start, "end_ts": word.end}), json!({"type": "punct", "value": format!("{mark} ")})]
        }).collect::<Vec<_>>()}))})
        }
        "speechmatics.json" => {
            json!({"format": "2.9", "metadata": {"type": "transcription"}, "results": all.iter().flat_map(|word| {
            let (text, mark) = parted(word.text);
            let of = |content: &str, kind: &str| json!({
                "type": kind, "start_time": word.start, "end_time": word.end, "alternatives": [{"content": content, "speaker": format!("S{}", word.voice + 1)}]
            });
            std::iter::once(of(text, "word")).chain((!mark.is_empty()).then(|| of(mark, "punctuation")))
        }).collect::<Vec<_>>()})
        }
        "gladia.json" => {
            json!({"result": {"transcription": {"full_transcript": "", "utterances": by_turn(&|turn| json!({
                "start": turn[0].start, "end": turn[0].end, "speaker": turn[0].voice, "text": said(turn), "words": []
            }))}}})
        }
        "elevenlabs.json" => {
            json!({"language_code": "eng", "text": "", "words": all.iter().flat_map(|word| {
            let of = |text: &str, kind: &str| json!({"text": text, "type": kind, "start": word.start, "end": word.end, "speaker_id": format!("speaker_{}", word.voice)});
            [of(word.text, "word"), of(" ", "spacing")]
        }).collect::<Vec<_>>()})
        }
        "soniox.json" => json!({"text": "", "tokens": each(&|word| json!({
            "text": format!(" {}", word.text), "start_ms": millis(word.start), "end_ms": millis(word.end), "speaker": (word.voice + 1).to_string()
        }))}),
        "ibm.json" => json!({
            "results": by_turn(&|turn| json!({"final": true, "alternatives": [{"transcript": said(turn), "timestamps": turn.iter().map(|word| json!([word.text, word.start, word.end])).collect::<Vec<_>>()}]})),
            "speaker_labels": each(&|word| json!({"from": word.start, "to": word.end, "speaker": word.voice}))
        }),
        "whispercpp.json" => {
            json!({"systeminfo": "", "result": {"language": "en"}, "transcription": by_turn(&|turn| json!({
                "offsets": {"from": millis(turn[0].start), "to": millis(turn[0].end)}, "text": said(turn), "speaker": turn[0].voice.to_string()
            }))})
        }
        "youtube.json3" => json!({"wireMagic": "pb3", "events": by_turn(&|turn| json!({
            "tStartMs": millis(turn[0].start), "dDurationMs": 1000, "segs": turn.iter().map(|word| json!({"utf8": format!("{} ", word.text)})).collect::<Vec<_>>()
        }))}),
        "podlove.json" => json!(by_turn(&|turn| json!({
            "start": "00:00:00.000", "start_ms": millis(turn[0].start), "end_ms": millis(turn[0].end), "speaker": "1", "voice": who(turn[0].voice == 0), "text": said(turn)
        }))),
        "fireflies.json" => {
            json!({"data": {"transcript": {"title": "Talk", "sentences": by_turn(&|turn| json!({
                "speaker_name": who(turn[0].voice == 0), "text": said(turn), "start_time": turn[0].start, "end_time": turn[0].end
            }))}}})
        }
        "telegram.json" => {
            json!({"name": "Talk", "type": "private_group", "id": 1, "messages": by_turn(&|turn| json!({
                "id": 1, "type": "message", "date": "2022-10-03T10:00:00", "from": who(turn[0].voice == 0), "text": said(turn)
            }))})
        }
        _ => return None,
    };
    Some(value.to_string())
}

fn aws(all: &[&Word<'_>]) -> Value {
    let items = all.iter().flat_map(|word| {
        let (text, mark) = parted(word.text);
        let label = format!("spk_{}", word.voice);
        let spoken = json!({
            "type": "pronunciation", "start_time": word.start.to_string(), "end_time": word.end.to_string(), "speaker_label": label, "alternatives": [{"content": text}]
        });
        let mark = (!mark.is_empty()).then(|| {
            json!({"type": "punctuation", "speaker_label": label, "alternatives": [{"content": mark}]})
        });
        std::iter::once(spoken).chain(mark)
    });
    json!({"jobName": "talk", "status": "COMPLETED", "results": {"transcripts": [{"transcript": ""}], "items": items.collect::<Vec<_>>()}})
}
