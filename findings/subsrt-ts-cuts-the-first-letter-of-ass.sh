#!/usr/bin/env bash
# subsrt-ts cuts off the first letter of every line of SubStation Alpha, and writes "undefined" into WebVTT
#
# A dialogue line of SubStation Alpha has its words after the ninth comma, without a blank. subsrt-ts reads them from
# the second letter on: "Who lit it?" becomes "ho lit it?". Converted to WebVTT, the header of the file becomes a line
# that says `undefined`, and the speaker, which it has read, is not written.
#
# Needs node 20 or later with npm. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund subsrt-ts@2.1.2 >/dev/null
cat >show.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import * as module from 'subsrt-ts';

const subsrt = module.default?.parse ? module.default : (module.default?.default ?? module);
console.log('subsrt-ts', JSON.parse(readFileSync('node_modules/subsrt-ts/package.json')).version);
const ass = `[Script Info]
Title: The light
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname
Style: Default,Arial

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:03.00,Default,Anna Roth,0,0,0,,Who, in the end, lit it?
Dialogue: 0,0:00:03.00,0:00:06.00,Default,Paul Petit,0,0,0,,Every keeper did.
`;
const captions = subsrt.parse(ass, { format: 'ass' }).filter(({ type }) => type === 'caption');
console.log(captions.map(({ data, text }) => [data.Name, text]));
assert.deepStrictEqual(captions.map(({ text }) => text), ['ho, in the end, lit it?', 'very keeper did.']);
const vtt = subsrt.convert(ass, { format: 'vtt' });
console.log(vtt);
assert.ok(vtt.includes('undefined') && !vtt.includes('Anna Roth'));
JS
node show.mjs
