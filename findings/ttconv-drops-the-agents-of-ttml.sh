#!/usr/bin/env bash
# ttconv drops who speaks when it converts TTML to WebVTT or SRT
#
# TTML says with `ttm:agent` who speaks in a paragraph, and names the agents in its head; WebVTT has `<v Name>` for
# the same. ttconv (kept by authors of IMSC) converts the first into the second without the names, also with one agent
# in every paragraph. It gives no warning.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ttconv==1.2.3
cat >agents.ttml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xml:lang="fr" ttp:timeBase="media">
  <head>
    <metadata>
      <ttm:agent xml:id="anna" type="person"><ttm:name type="full">Anna Roth</ttm:name></ttm:agent>
      <ttm:agent xml:id="paul" type="person"><ttm:name type="full">Paul Petit</ttm:name></ttm:agent>
    </metadata>
    <layout><region xml:id="low"/></layout>
  </head>
  <body>
    <div region="low">
      <p begin="00:00:01.000" end="00:00:04.000" ttm:agent="anna">Who lit it?</p>
      <p begin="00:00:04.000" end="00:00:09.000" ttm:agent="paul">I did.</p>
    </div>
  </body>
</tt>
XML
echo "ttconv 1.2.3"
for format in vtt srt; do
  venv/bin/tt convert -i agents.ttml -o "out.$format" >log 2>&1
  cat "out.$format"
  grep -q 'I did.' "out.$format" || { echo "the words are gone"; exit 1; }
  ! grep -qE 'Anna|Paul' "out.$format" || { echo "$format names who speaks now"; exit 1; }
done
! grep -qiE 'warn|ignor|unsupported' log || { echo "it warns now"; exit 1; }
