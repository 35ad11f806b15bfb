#!/usr/bin/env bash
# pycaption writes the voices of WebVTT into the words, in the middle of a caption too
#
# A WebVTT cue may hold the words of several voices, each in a `<v Name>` tag. pycaption reads a tag as text, `Name:
# `, so that SRT and DFXP made by it hold `Letters. Anna Roth: How many?` as one caption of Paul Petit. A reader that
# takes a label only at the start of a caption puts the words of Anna Roth into the mouth of Paul Petit.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pycaption==2.3.14
cat >voices.vtt <<'VTT'
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Anna Roth>What did you find?

00:00:04.000 --> 00:00:09.000
<v Paul Petit>Letters.</v> <v Anna Roth>How many?</v>
VTT
venv/bin/python - <<'PY'
from importlib.metadata import version
from pycaption import DFXPWriter, SRTWriter, WebVTTReader

print("pycaption", version("pycaption"))
captions = WebVTTReader().read(open("voices.vtt").read())
srt, dfxp = SRTWriter().write(captions), DFXPWriter().write(captions)
print(srt)
print([line.strip() for line in dfxp.splitlines() if "Roth" in line])
assert "Paul Petit: Letters. Anna Roth: How many?" in srt, "SRT is written in another way"
assert "Paul Petit: Letters. Anna Roth: How many?" in dfxp, "DFXP is written in another way"
assert "agent" not in dfxp, "DFXP names agents now"
PY
