#!/usr/bin/env bash
# feedparser keeps the last of several `podcast:transcript` and `podcast:person` elements, and no name of a person
#
# The Podcasting 2.0 namespace lets an episode name several transcripts (SRT, VTT, JSON, HTML) and several people,
# each in an element of its own; the name of a person is the text of the element. feedparser puts every element of a
# name into one dictionary entry: the last one wins, whatever its type, and of a person the attributes stay while the
# text, which is the name, is gone. Who reads a feed with it finds neither the transcript with the speakers nor who
# they are.
#
# Needs python3 with venv, and the package index that pip is set up for. Exits with 0 while the behaviour is as told here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check feedparser==6.0.14
cat >feed.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>Tide and Time</title>
    <podcast:person role="host">Ana Costa</podcast:person>
    <item>
      <title>The lighthouse keeper</title>
      <guid>e1</guid>
      <podcast:person role="host">Ana Costa</podcast:person>
      <podcast:person role="guest" href="https://example.org/tom">Tom Hale</podcast:person>
      <podcast:transcript url="https://example.org/e1.json" type="application/json" language="en"/>
      <podcast:transcript url="https://example.org/e1.srt" type="application/x-subrip" language="en"/>
    </item>
  </channel>
</rss>
XML
venv/bin/python - <<'PY'
import feedparser

print("feedparser", feedparser.__version__)
feed = feedparser.parse("feed.xml")
episode = feed.entries[0]
transcript = dict(episode["podcast_transcript"])
person = dict(episode["podcast_person"])
print("transcripts of the episode, 2 in the feed:", transcript)
print("people of the episode, 2 in the feed:", person)
print("people of the channel:", dict(feed.feed["podcast_person"]))
assert transcript["url"].endswith("e1.srt"), "the last transcript is no longer the one that is kept"
assert person == {"role": "guest", "href": "https://example.org/tom"}, "people are read in another way"
assert "Tom Hale" not in repr(dict(episode)), "the name of a person is kept now"
assert "Ana Costa" not in repr(dict(feed.feed)), "the name of the host is kept now"
PY
