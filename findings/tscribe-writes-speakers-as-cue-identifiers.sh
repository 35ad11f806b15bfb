#!/usr/bin/env bash
# tscribe writes the speaker of AWS Transcribe as the identifier of a WebVTT cue, and times in whole seconds
#
# An identifier of a WebVTT cue has to be unique in its file. tscribe, which turns the JSON of AWS Transcribe into
# DOCX, CSV, SQLite and WebVTT, writes the speaker label there, so that one identifier stands before most cues, and no
# voice tag. The milliseconds of the JSON are cut off: a turn that begins at 1.6 s begins at 1 s, before the one
# before it has ended.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check tscribe==1.3.1
venv/bin/python - <<'PY'
import json

turns = [("spk_0", ["Who", "lit", "it"], "?", 0.2), ("spk_1", ["I", "did"], ".", 1.6), ("spk_0", ["Really"], "?", 2.7)]
items, segments = [], []
for speaker, words, mark, at in turns:
    spoken = []
    for n, word in enumerate(words):
        start, end = f"{at + n * 0.4:.2f}", f"{at + n * 0.4 + 0.3:.2f}"
        items.append({"type": "pronunciation", "start_time": start, "end_time": end,
                      "alternatives": [{"confidence": "0.99", "content": word}]})
        spoken.append({"speaker_label": speaker, "start_time": start, "end_time": end})
    items.append({"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": mark}]})
    segments.append({"speaker_label": speaker, "start_time": spoken[0]["start_time"],
                     "end_time": spoken[-1]["end_time"], "items": spoken})
json.dump({"jobName": "harbour", "accountId": "0", "status": "COMPLETED", "results": {
    "transcripts": [{"transcript": "Who lit it? I did. Really?"}],
    "speaker_labels": {"speakers": 2, "segments": segments}, "items": items}}, open("aws.json", "w"))
PY
venv/bin/python -c 'import tscribe; tscribe.write("aws.json", format="vtt", save_as="aws.vtt")'
echo "tscribe 1.3.1"
cat aws.vtt
test "$(grep -c '^spk_0$' aws.vtt)" = 2 || { echo "an identifier no longer comes back"; exit 1; }
! grep -q '<v' aws.vtt || { echo "voices are tagged now"; exit 1; }
! grep -E -- '-->' aws.vtt | grep -qE '\.[0-9]*[1-9]' || { echo "milliseconds are kept now"; exit 1; }
