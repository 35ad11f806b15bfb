#!/usr/bin/env bash
# webvtt-py gives all the words of a cue to its first voice, and leaves `&amp;` as it is
#
# WebVTT lets a cue hold several voices: `<v Paul>Letters.</v> <v Anna>How many?</v>`. `Caption.voice` of webvtt-py is
# the first of them, and `Caption.text` holds the words of all of them. Tags are taken out of the text, while
# character references (`&amp;`, `&lt;`, `&nbsp;`), which the format requires for these characters, stay in it.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check webvtt-py==0.6.0
cat >voices.vtt <<'VTT'
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Paul Petit>Letters.</v> <v Anna Roth>How many?</v>

00:00:04.000 --> 00:00:09.000
<v Paul Petit>Brick &amp; Sons wrote <i>four</i> hundred.
VTT
venv/bin/python - <<'PY'
from importlib.metadata import version
import webvtt

print("webvtt-py", version("webvtt-py"))
captions = webvtt.read("voices.vtt")
for caption in captions:
    print(repr(caption.voice), repr(caption.text))
assert (captions[0].voice, captions[0].text) == ("Paul Petit", "Letters. How many?"), "voices are kept apart now"
assert captions[1].text == "Brick &amp; Sons wrote four hundred.", "character references are read now"
PY
