#!/usr/bin/env bash
# vtt-to-json loses the last cue
#
# vtt-to-json makes a list of parts with words of a WebVTT file. The last cue is never in it, with no, one or two line breaks at
# the end of the file. An interview ends without its last answer, and no error says so.
#
# Needs node 20 or later with npm. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund vtt-to-json@0.1.1 >/dev/null
cat >show.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import module from 'vtt-to-json';

const read = module.default ?? module;
console.log('vtt-to-json', JSON.parse(readFileSync('node_modules/vtt-to-json/package.json')).version);
const cues = ['Who lit it?', 'I did.', 'Every night.'];
const vtt = cues.map((words, n) => `00:00:0${n}.000 --> 00:00:0${n + 1}.000\n${words}\n`).join('\n');
for (const end of ['', '\n', '\n\n']) {
  const parts = await read(`WEBVTT\n\n${vtt}${end}`);
  console.log(JSON.stringify(end), parts.map(({ start, part }) => [start, part]));
  assert.deepStrictEqual(parts.map(({ part }) => part), ['Who lit it?', 'I did.'], 'the last cue is kept now');
}
JS
node show.mjs
