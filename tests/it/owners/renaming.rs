//! An interview of several files that cannot all be renamed: each keeps its name.

use std::fs;

use super::{Chat, says};
use crate::harness::Verbatim;

const CAPTIONS: &str = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Do the bees sleep in winter?\n\n\
    00:03.000 --> 00:05.000\n<v Bo>They never sleep in the cold months, they keep each other warm.\n";
const TABLE: &str = "speaker\ttext\nAnn\tDo the bees sleep in winter?\n\
    Bo\tThey never sleep in the cold months, they keep each other warm.\n";
const SIDECAR: &str = "title = \"The hive\"\n";
const FILES: [(&str, &str); 3] = [
    ("talk.toml", SIDECAR),
    ("talk.tsv", TABLE),
    ("talk.vtt", CAPTIONS),
];

fn files(verbatim: &Verbatim) -> Vec<(String, String)> {
    let entries = fs::read_dir(verbatim.corpus()).unwrap();
    let mut files: Vec<(String, String)> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn what_was_renamed_gets_its_name_back_where_another_file_of_the_interview_cannot_be() {
    // Whichever comes last: those before it are renamed already.
    for stuck in ["talk.vtt", "talk.tsv", "talk.toml"] {
        let verbatim = Verbatim::with_files(FILES.map(|(name, text)| (name, text.as_bytes())));
        let script = format!("stuck \"$CORPUS/{stuck}\"\nexec \"$@\" bot");
        let Some(mut chat) = Chat::inside(verbatim, &script) else {
            return;
        };
        let before = files(&chat.verbatim);
        says(
            &chat.asks("/rename talk bees"),
            "Je n’ai pas pu écrire dans le dossier des entretiens",
        );
        assert_eq!(files(&chat.verbatim), before, "{stuck}");
        let answer = chat.asks("Do the bees sleep in winter?");
        says(&answer, "They never sleep in the cold months");
        says(&answer, "The hive");
        let run = chat.bot.stops_on("TERM").ends_with_code(0);
        run.complains("the corpus cannot be written");
    }
}
