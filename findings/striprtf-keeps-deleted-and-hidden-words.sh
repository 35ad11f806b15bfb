#!/usr/bin/env bash
# striprtf keeps words that were deleted or hidden, and drops footnotes
#
# RTF marks tracked deletions with `\deleted`, hidden text with `\v`. striprtf writes both like any other words: a
# sentence from which the editor took the "not" comes out with it. Text in a footnote is dropped without a trace. Rows
# of tables become one line, its cells apart by `|`.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check striprtf==0.0.35
cat >edited.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0 Times;}}
{\*\revtbl{Unknown;}{Anna;}}
\pard Q: Who lit it?\par
A: I did{\deleted\revauthdel1  not} climb{\footnote\pard\plain Checked against the log.} the stairs{\v  (check this)}.\par
\trowd\cellx2000\cellx6000 \intbl Q: And now?\cell A: A machine.\cell\row
}
RTF
venv/bin/python - <<'PY'
from importlib.metadata import version
from striprtf.striprtf import rtf_to_text

print("striprtf", version("striprtf"))
text = rtf_to_text(open("edited.rtf").read())
print(text)
assert "I did not climb the stairs (check this)." in text, "deleted or hidden words are left out now"
assert "Checked against" not in text, "footnotes are kept now"
assert "Q: And now?|A: A machine.|" in text, "rows are written in another way"
PY
