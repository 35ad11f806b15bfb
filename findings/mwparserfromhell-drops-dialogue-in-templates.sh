#!/usr/bin/env bash
# `strip_code` of mwparserfromhell drops what stands in templates and keeps what stands in references
#
# Interviews in wikis often stand in templates: `{{Quote|...}}`, `{{Dialogue|Anna=...|Tom=...}}`, one for each
# question and answer. `Wikicode.strip_code()` removes templates with all their text, so that the answers are gone
# while the rest reads on as if nothing were missing. The text of a `<ref>` stays and is glued to the last word, and
# of an image its options (`thumb`).
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mwparserfromhell==0.7.2
cat >interview.wiki <<'WIKI'
'''Tom Hale''' kept the light.
;Who lit it?
:{{Quote|I did, every night.|Tom Hale}}
{{Dialogue|Anna=And now?|Tom=A machine does it.}}
It was lit in 1901.<ref>Harbour log</ref>
[[File:Light.jpg|thumb|The light in 1960]]
WIKI
venv/bin/python - <<'PY'
import mwparserfromhell

print("mwparserfromhell", mwparserfromhell.__version__)
text = mwparserfromhell.parse(open("interview.wiki").read()).strip_code()
print(text)
assert "every night" not in text and "A machine" not in text, "words in templates are kept now"
assert "in 1901.Harbour log" in text, "references are left out now"
assert "thumb|The light in 1960" in text, "options of images are left out now"
PY
