#!/usr/bin/env bash
# goose3 drops the questions of an interview that are headings, and answers of one word
#
# News sites set the questions of an interview as headings between the answers. The text that goose3 takes out of such a page holds
# the answers only, one after the other, so that it reads as one speech; an answer of one word is dropped as well, and a question in
# bold before it then seems to be answered by what follows the next one.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check goose3==3.1.22
cat >page.html <<'HTML'
<!DOCTYPE html>
<html lang="en"><head><title>The keeper</title></head><body>
<article><h1>The keeper of the light</h1>
<p>Tom Hale kept the light at Skerry for forty years. He still lives beside it, in a house of stone that his father built, and he remembers every winter.</p>
<h3>Who lit it?</h3>
<p>I did, every night of the year, in the storms as in the calm, with a match and a can of oil that my mother carried up the stairs for me before she went to bed.</p>
<h3>And now?</h3>
<p>A machine does it, and nobody climbs the stairs but the man who oils the machine twice a year, in spring and in autumn, and he never stays for a cup of tea with us.</p>
<p><strong>Were you ever afraid?</strong></p>
<p>Never.</p>
<p><strong>What do you miss?</strong></p>
<p>The noise of the wind, and the birds that came to the glass in October when the moon was new and the sea was so quiet that we could hear the bell of the church in the village.</p>
</article></body></html>
HTML
venv/bin/python - <<'PY'
from importlib.metadata import version
from goose3 import Goose

print("goose3", version("goose3"))
text = Goose().extract(raw_html=open("page.html").read()).cleaned_text
print(text)
assert "every night of the year" in text and "A machine does it" in text, "the answers are gone"
assert "Who lit it?" not in text and "And now?" not in text, "headings are kept now"
assert "Were you ever afraid?" in text and "Never." not in text, "short answers are kept now"
PY
