#!/usr/bin/env bash
# deepgram-captions puts words of two speakers under one where utterances are asked for
#
# A response of Deepgram names a speaker for each word and, with `utterances`, one for each utterance. Without
# utterances the converter of Deepgram itself cuts at each word of another speaker. With them it names the speaker of
# the first word of a caption, and a question that was asked within the utterance stands under the name of who answers
# it.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check deepgram-captions==2.0.0
venv/bin/python - <<'PY'
from importlib.metadata import version
from deepgram_captions import DeepgramConverter, webvtt

print("deepgram-captions", version("deepgram-captions"))
said = [(0, "Who lit it?"), (1, "I did."), (0, "Really?"), (1, "Every night.")]
words = []
for speaker, sentence in said:
    for word in sentence.split():
        start = len(words) * 0.5
        words.append({"word": word.lower().strip(".?"), "punctuated_word": word, "start": start, "end": start + 0.4,
                      "confidence": 0.99, "speaker": speaker})
metadata = {"request_id": "x", "created": "2026-01-01", "duration": 4, "channels": 1}
channels = [{"alternatives": [{"transcript": " ".join(words[1] for words in said), "words": words}]}]
utterances = [{"start": part[0]["start"], "end": part[-1]["end"], "speaker": part[0]["speaker"], "words": part,
               "transcript": " ".join(word["punctuated_word"] for word in part)} for part in (words[:3], words[3:])]

def captions(results):
    written = webvtt(DeepgramConverter({"metadata": metadata, "results": results}))
    return [line for line in written.splitlines() if line.startswith("<v")]

by_words, by_utterances = captions({"channels": channels}), captions({"channels": channels, "utterances": utterances})
print("by words:     ", by_words)
print("by utterances:", by_utterances)
assert by_words[1:3] == ["<v Speaker 1>I did.", "<v Speaker 0>Really?"], "words are cut in another way"
assert by_utterances[1] == "<v Speaker 1>I did. Really? Every night.", "utterances are cut at their words now"
PY
