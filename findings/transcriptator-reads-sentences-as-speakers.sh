#!/usr/bin/env bash
# transcriptator takes any words before a colon for a speaker, who then goes on, and refuses WebVTT with a note
#
# transcriptator makes the JSON transcripts of the Podcasting 2.0 namespace of SRT, VTT and HTML. In a transcript that
# names its speakers, "The answer: nobody." makes a speaker called "The answer", to whom the captions after it are
# given as well. A WebVTT file with a NOTE block, which the format allows anywhere between cues, is refused as no SRT.
#
# Needs node 20 or later with npm. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund transcriptator@1.1.4 >/dev/null
cat >show.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { convertFile } from 'transcriptator';

console.log('transcriptator', JSON.parse(readFileSync('node_modules/transcriptator/package.json')).version);
const said = ['Anna: Who mended it?', 'Tom: I did. One rule: no boats.', 'The answer: nobody.', 'We waited for the boat.'];
const srt = said.map((words, n) => `${n + 1}\n00:00:0${n},000 --> 00:00:0${n + 1},000\n${words}\n`).join('\n');
const segments = convertFile(srt).map(({ speaker, body }) => [speaker, body]);
console.log(segments);
assert.deepStrictEqual(segments.slice(2), [['The answer', 'nobody.'], ['The answer', 'We waited for the boat.']]);
const cue = '00:00:01.000 --> 00:00:02.000\nAnna: Who mended it?\n';
assert.strictEqual(convertFile(`WEBVTT\n\n${cue}`)[0].speaker, 'Anna');
console.error = () => {};
assert.throws(() => convertFile(`WEBVTT\n\nNOTE recorded in the harbour\n\n${cue}`), (error) => {
  console.log('with a note:', String(error));
  return true;
}, 'a note is passed over now');
JS
node show.mjs
