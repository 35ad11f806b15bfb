#!/usr/bin/env bash
# pysubs2 keeps the speaker of SubStation Alpha and loses that of WebVTT, in both directions
#
# An event of pysubs2 has a field for who speaks (`name`, the Actor of SubStation Alpha). It stays empty for a WebVTT
# cue with a `<v Name>` tag, which is taken out of the words, and a named event is written to WebVTT, SRT and TTML
# without its name. Subtitles that pass through it once no longer say who speaks.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pysubs2==1.8.1
cat >voices.vtt <<'VTT'
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Anna Roth>What did you find?

00:00:04.000 --> 00:00:09.000
<v Paul Petit>Letters.
VTT
venv/bin/python - <<'PY'
import pysubs2

print("pysubs2", pysubs2.VERSION)
read = pysubs2.load("voices.vtt")
print("from WebVTT:", [(event.name, event.text) for event in read])
assert [(event.name, event.text) for event in read] == [("", "What did you find?"), ("", "Letters.")], "voices are read now"
for event, name in zip(read, ["Anna Roth", "Paul Petit"]):
    event.name = name
for format in ("vtt", "srt", "ttml"):
    written = read.to_string(format)
    print(f"to {format} with names:", written.split("\n")[-4:])
    assert "Anna Roth" not in written, f"{format} has the names now"
assert "Anna Roth" in read.to_string("ass"), "SubStation Alpha lost the names"
PY
