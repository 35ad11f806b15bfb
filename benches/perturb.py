#!/usr/bin/env python3
"""Writes two copies of a set for `verbatim eval`: one asked without accents, one asked with typing errors.

In the second, 30 % of the words of five letters or more get one error: two neighbouring letters swapped, or
a letter dropped, doubled or replaced. Only questions are changed, and with the same seed in the same way.
"""

import argparse
import json
import random
import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

LONG_WORD = re.compile(r"[^\W\d_]{5,}")
SHARE = 0.3
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", type=Path, metavar="SET", help="a folder with queries.jsonl")
    parser.add_argument("into", type=Path, metavar="FOLDER", help="where the copies SET-unaccented and SET-mistyped go")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    choice = random.Random(arguments.seed)
    write_copy(arguments, "unaccented", drop_accents)
    write_copy(arguments, "mistyped", lambda text: mistype(text, choice))


def write_copy(arguments: argparse.Namespace, suffix: str, change: Callable[[str], str]) -> None:
    folder = arguments.into / f"{arguments.set.resolve().name}-{suffix}"
    shutil.copytree(arguments.set, folder, dirs_exist_ok=True)
    for name in ("queries.jsonl", "unanswerable.jsonl"):
        if (source := arguments.set / name).is_file():
            lines = source.read_text(encoding="utf-8").splitlines()
            questions = [json.loads(line) for line in lines if line.strip()]
            changed = [question | {"text": change(question["text"])} for question in questions]
            written = "".join(json.dumps(question, ensure_ascii=False) + "\n" for question in changed)
            (folder / name).write_text(written, encoding="utf-8")
    print(folder)


def drop_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(each for each in letters if not unicodedata.combining(each)))


def mistype(text: str, choice: random.Random) -> str:
    def perhaps(word: re.Match[str]) -> str:
        return with_error(word[0], choice) if choice.random() < SHARE else word[0]

    return LONG_WORD.sub(perhaps, text)


def with_error(word: str, choice: random.Random) -> str:
    while True:
        at = choice.randrange(len(word))
        before, letter, following, after = word[:at], word[at], word[at + 1 : at + 2], word[at + 2 :]
        errors = [
            following + letter,  # swapped
            following,  # dropped
            letter + letter + following,  # doubled
            choice.choice(LETTERS) + following,  # replaced
        ]
        mistyped = before + choice.choice(errors) + after
        # Two equal letters swapped, or one replaced by itself, is no error: another one is tried.
        if mistyped != word:
            return mistyped


if __name__ == "__main__":
    main()
