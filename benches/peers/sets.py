"""Sets of questions with known answers, TREC runs over them, and what a run is worth.

Every system's figures come from here, from the run that it left in a file, so that all are judged alike.
"""

import json
from pathlib import Path
from typing import NamedTuple

# How many documents of a ranking count.
DEPTH = 10

# A document's id and its score, the best first.
Ranking = list[tuple[str, float]]


class Document(NamedTuple):
    id: str
    title: str
    text: str


class QuestionSet(NamedTuple):
    folder: Path
    language: str
    documents: list[Document]
    questions: dict[str, str]
    relevant: dict[str, set[str]]


class Worth(NamedTuple):
    mrr10: float
    r1: float


def read_set(folder: Path) -> QuestionSet:
    return QuestionSet(
        folder=folder,
        language=json.loads((folder / "meta.json").read_text(encoding="utf-8"))["lang"],
        documents=[
            Document(str(line["id"]), line.get("title") or "", line["text"])
            for line in json_lines(folder / "corpus.jsonl")
        ],
        questions={line["id"]: line["text"] for line in json_lines(folder / "queries.jsonl")},
        relevant=read_judgements(folder / "qrels.tsv"),
    )


def json_lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_judgements(path: Path) -> dict[str, set[str]]:
    """The answering documents of each question; both the three columns of BEIR and the four of TREC are read."""
    relevant: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if columns := line.split():
            question, document, relevance = columns[0], *columns[-2:]
            if int(relevance) > 0:
                relevant.setdefault(question, set()).add(document)
    return relevant


def write_run(path: Path, rankings: dict[str, Ranking], system: str) -> None:
    with path.open("w", encoding="utf-8") as run:
        for question, ranking in rankings.items():
            for rank, (document, score) in enumerate(ranking, start=1):
                run.write(f"{question} Q0 {document} {rank} {score:.6f} {system}\n")


def judge(path: Path, question_set: QuestionSet) -> Worth:
    """MRR@10 and R@1 of a TREC run over all questions of a set, those without a hit included."""
    first: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        question, _, document, rank, _, _ = line.split()
        if int(rank) <= DEPTH and document in question_set.relevant.get(question, ()):
            first[question] = min(int(rank), first.get(question, DEPTH))
    ranks = [first[question] for question in question_set.questions if question in first]
    questions = len(question_set.questions)
    return Worth(sum(1 / rank for rank in ranks) / questions, ranks.count(1) / questions)
