#!/usr/bin/env bash
# inscriptis writes the terms and definitions of a list on one line, without a space between them
#
# Interviews on older pages are lists of definitions: the question a term, the answer its definition. Browsers show each on a line of
# its own. inscriptis, which renders a page as text with its layout, puts the whole list on one line: "Who lit it?I did.And now?".
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check inscriptis==2.7.6
venv/bin/python - <<'PY'
from importlib.metadata import version
from inscriptis import get_text

print("inscriptis", version("inscriptis"))
page = """<html><body><h1>The keeper</h1>
<dl><dt>Who lit it?</dt><dd>I did.</dd><dt>And now?</dt><dd>A machine.</dd></dl>
<p>He said so.</p></body></html>"""
text = get_text(page)
print(text)
assert "Who lit it?I did.And now?A machine." in text, "terms and definitions stand apart now"
PY
