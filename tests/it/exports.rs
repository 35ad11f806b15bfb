//! Several exports of one recording side by side, and files whose names do not say what they are.

use crate::harness::Verbatim;

const SRT: &str = "1\n00:00:01,000 --> 00:00:02,000\nWho rows at night?\n\n2\n00:00:03,000 --> 00:00:05,000\nI do, mostly alone.\n\n\
    3\n00:00:08,000 --> 00:00:09,000\nThe fish sleep at night.\n";
const JSON: &str = r#"{"segments":[{"start":1,"end":2,"speaker":"Ann Lee","text":"Who rows at night?"},
    {"start":3,"end":5,"speaker":"Bo Roy","text":"I do, mostly alone."},{"start":8,"end":9,"speaker":"Bo Roy","text":"The fish sleep at night."}]}"#;
const TXT: &str = "Who rows at night?\nI do, mostly alone.\nThe fish sleep at night.\n";
const TSV: &str = "start\tend\ttext\n1000\t2000\tWho rows at night?\n3000\t5000\tI do, mostly alone.\n8000\t9000\tThe fish sleep at night.\n";

#[test]
fn exports_of_one_recording_are_one_interview_and_the_richest_is_read() {
    let verbatim = Verbatim::with_files([
        ("talk.srt", SRT.as_bytes()),
        ("talk.json", JSON.as_bytes()),
        ("talk.txt", TXT.as_bytes()),
        ("talk.tsv", TSV.as_bytes()),
    ]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("interviews: 1,")
        .says("skipped: 3 other exports of recordings")
        .says("talk.srt: it has the same words as `talk.json`, which is read instead");
    let answer = verbatim.ask("Do the fish sleep at night?");
    assert_eq!(answer["quotes"][0]["interview"], "talk", "{answer}");
    assert_eq!(answer["quotes"][0]["speaker"], "Bo Roy", "{answer}");
    verbatim.run(&["index"]).says("1 unchanged");
    // What was read is gone: the next best is.
    verbatim.delete("talk.json");
    verbatim
        .run(&["index"])
        .says("1 read")
        .says("interviews: 1,");
    let answer = verbatim.ask("Do the fish sleep at night?");
    assert_eq!(
        answer["quotes"][0]["speaker"],
        serde_json::Value::Null,
        "{answer}"
    );
}

#[test]
fn a_file_of_the_same_name_with_other_words_is_an_interview_of_its_own() {
    let other = "Cy Dow: What do bees eat in winter?\n\nEve Fox: They eat their honey, and we feed them sugar when the spring is late.\n";
    let verbatim = Verbatim::with_files([
        ("talk.json", JSON.as_bytes()),
        ("talk.txt", other.as_bytes()),
    ]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("interviews: 2,");
    let answer = verbatim.ask("What do bees eat in winter?");
    assert_eq!(
        answer["quotes"][0]["interview"], "talk#talk.txt",
        "{answer}"
    );
}

#[test]
fn a_file_whose_name_says_nothing_is_read_by_its_content() {
    let page = "<!DOCTYPE html><html><body><article><h1>Nets</h1><p><b>Ann Lee:</b> Who rows at night?</p><p><b>Bo Roy:</b> I do, mostly alone, and the fish sleep.</p>\
        <p><b>Ann Lee:</b> Why at night?</p><p><b>Bo Roy:</b> The sea is calm then.</p></article></body></html>";
    let vtt = format!("WEBVTT\n\n{}", SRT.replace(',', "."));
    let verbatim = Verbatim::with_files([
        ("page.php", page.as_bytes()),
        ("captions", vtt.as_bytes()),
        ("LICENSE", b"Use it as you like."),
    ]);
    verbatim
        .run(&["index"])
        .ends_with_code(0)
        .says("files: 2 read")
        .says("1 of a type that is not read");
}
