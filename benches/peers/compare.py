"""Ranks questions with Verbatim and its peers, and prints Markdown tables of what the rankings are worth."""

import argparse
import json
import math
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from sqlite3 import sqlite_version
from typing import NamedTuple

from engines import ENGINES, LANGUAGES
from sets import QuestionSet, Worth, judge, read_set, write_run

ROOT = Path(__file__).resolve().parents[2]
DEFAULT_SETS = ["fr_piaf_dev", "fr_itw_short", "fr_itw_answers", "fr_cnil_faq", "en_squad", "xquad_es", "xquad_de"]
SYSTEMS = [*ENGINES, "Verbatim"]


class Figures(NamedTuple):
    run: Path
    worth: Worth
    # Median milliseconds from a question's text to its ranking; for Verbatim, to the quotes of its answer.
    ms: float


class Row(NamedTuple):
    # In the order of SYSTEMS.
    figures: list[Figures]
    # Verbatim's MRR@10 minus that of the peer with the most, and its 95 % interval.
    lead: str


def main() -> None:
    arguments = parse_arguments()
    rows = {}
    for name in arguments.set or DEFAULT_SETS:
        print(f"{name} …", file=sys.stderr)
        rows[name] = compare(arguments.sets / name, arguments.verbatim.resolve(), arguments.runs.resolve() / name)
    print_tables(rows)
    print(f"the runs are in {arguments.runs}", file=sys.stderr)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benches/peers/run.sh", description=__doc__)
    # run.sh gives these two.
    parser.add_argument("--verbatim", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("sets", type=Path, metavar="FOLDER_OF_SETS")
    parser.add_argument("set", nargs="*", metavar="SET", help=f"default: {' '.join(DEFAULT_SETS)}")
    return parser.parse_args()


def compare(folder: Path, program: Path, runs: Path) -> Row:
    try:
        question_set = read_set(folder)
    except FileNotFoundError as error:
        sys.exit(f"there is no `{error.filename}`\na set has corpus.jsonl, queries.jsonl, qrels.tsv and meta.json")
    if question_set.language not in LANGUAGES:
        sys.exit(f"`{folder}` is in `{question_set.language}`\nthe peers know {', '.join(LANGUAGES)}")
    runs.mkdir(parents=True, exist_ok=True)
    peers = [measure_peer(peer, question_set, runs) for peer in ENGINES]
    verbatim = measure_verbatim(program, question_set, runs)
    best = max(peers, key=lambda peer: peer.worth.mrr10)
    return Row([*peers, verbatim], lead(program, folder, best.run, verbatim.run))


def measure_peer(peer: str, question_set: QuestionSet, runs: Path) -> Figures:
    search = ENGINES[peer](question_set.documents, LANGUAGES[question_set.language])
    rankings, times = {}, []
    for name, question in question_set.questions.items():
        began = time.perf_counter()
        rankings[name] = search(question)
        times.append(time.perf_counter() - began)
    system = peer.lower().replace(", ", "-").replace(" ", "-")
    run = runs / f"{system}.run"
    write_run(run, rankings, system)
    return Figures(run, judge(run, question_set), statistics.median(times) * 1e3)


def measure_verbatim(program: Path, question_set: QuestionSet, runs: Path) -> Figures:
    run = runs / "verbatim.run"
    report = evaluate(program, question_set.folder, "--run", run, "--force")
    worth = judge(run, question_set)
    reported = Worth(report["mrr10"], report["r1"])
    if not all(math.isclose(*pair, abs_tol=1e-9) for pair in zip(worth, reported, strict=True)):
        sys.exit(f"{question_set.folder}: Verbatim reports {reported}, its run is worth {worth}")
    return Figures(run, worth, report["ms"]["p50"])


def lead(program: Path, folder: Path, best: Path, verbatim: Path) -> str:
    found = evaluate(program, folder, "--compare", best, verbatim)
    return "{difference:+.3f} ({low:+.3f} to {high:+.3f})".format(**found)


def evaluate(program: Path, folder: Path, *options: str | Path) -> dict:
    command = [program, "eval", folder.resolve(), "--json", *options]
    # From the project's folder, so that its own settings hold.
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def print_tables(rows: dict[str, Row]) -> None:
    print_table(
        ["MRR@10", *SYSTEMS, "lead on the best peer (95 %)"],
        [[name, *(f"{each.worth.mrr10:.3f}" for each in row.figures), row.lead] for name, row in rows.items()],
    )
    print_table(
        ["R@1", *SYSTEMS],
        [[name, *(f"{each.worth.r1:.3f}" for each in row.figures)] for name, row in rows.items()],
    )
    systems = zip(*(row.figures for row in rows.values()), strict=True)
    medians = [[each.ms for each in system] for system in systems]
    print_table(
        ["time a question", *SYSTEMS],
        [["median of each set, ms", *(f"{min(each):.2f}–{max(each):.2f}" for each in medians)]],
    )
    print(f"bm25s {version('bm25s')}, SQLite {sqlite_version}, tantivy {version('tantivy')}.")


def print_table(head: list[str], rows: list[list[str]]) -> None:
    for cells in (head, ["---"] * len(head), *rows):
        print(f"| {' | '.join(cells)} |")
    print()


if __name__ == "__main__":
    main()
