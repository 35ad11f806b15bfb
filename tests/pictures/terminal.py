#!/usr/bin/env python3
"""Draws a conversation with the interview that comes with Verbatim: tests/pictures/terminal.svg, the README's picture.

    cargo build && python3 tests/pictures/terminal.py target/debug/verbatim > tests/pictures/terminal.svg

It needs pyte, a terminal in memory (`pip install pyte`). The conversation is real; its language is French, like the
interview's.
"""

import os
import pty
import select
import subprocess
import sys
import tempfile
import termios
import time
from html import escape

import pyte

QUESTIONS = ["Le Covid est-il un crash-test ?", "Pourquoi la souverainté est importante ?"]
COLUMNS, ROWS = 88, 80
CELL, LINE, MARGIN = 8.4, 20, 12
QUIET = 1.5  # seconds without output after which an answer is complete


def conversation(program: str) -> pyte.Screen:
    """The screen after the questions."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "HOME": home,
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_CONFIG_HOME": f"{home}/config",
            "LC_ALL": "fr_FR.UTF-8",
            "VERBATIM_ANSWER__QUOTES": "1",
            "TERM": "xterm",
        }
        for name in ["TELOXIDE_TOKEN", "NO_COLOR"]:
            environment.pop(name, None)
        # A first start says where things are: that is not part of the picture.
        subprocess.run([program, "index"], env=environment, check=True, stdout=subprocess.DEVNULL)
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (ROWS, COLUMNS))
        process = subprocess.Popen(
            [program, "chat"], env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        read_until_quiet(ours, stream)
        for question in QUESTIONS:
            os.write(ours, question.encode() + b"\r")
            read_until_quiet(ours, stream)
        process.terminate()
        process.wait()
    return screen


def read_until_quiet(terminal: int, stream: pyte.ByteStream) -> None:
    deadline = time.monotonic() + 60
    heard = False
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], QUIET if heard else 10)
        if not ready:
            return
        heard = True
        stream.feed(os.read(terminal, 65536))


def runs(row: dict, width: int) -> list[tuple[int, str, bool, bool]]:
    """The parts of a line that look the same: column, text, bold, dim."""
    parts: list[tuple[int, str, bool, bool]] = []
    for column in range(width):
        cell = row[column]
        look = (cell.bold, cell.fg == "dim")
        if parts and parts[-1][2:] == look:
            at, text, *_ = parts[-1]
            parts[-1] = (at, text + cell.data, *look)
        else:
            parts.append((column, cell.data, *look))
    return parts


def svg(screen: pyte.Screen) -> str:
    lines = [line.rstrip() for line in screen.display]
    while lines and not lines[-1]:
        lines.pop()
    width = int(max(len(line) for line in lines) * CELL) + 3 * MARGIN
    height = len(lines) * LINE + 2 * MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        "font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\" fill=\"#e6edf3\">"
        '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>'
    ]
    question = False
    for number, line in enumerate(lines):
        question = line.startswith("Question") or (question and bool(line))
        spans = []
        for column, text, bold, _ in runs(screen.buffer[number], len(line)):
            look = ' font-weight="700"' if bold else ' fill="#8b949e"' if question else ""
            length = len(text) * CELL
            spans.append(
                f'<tspan x="{MARGIN + column * CELL:.1f}"{look} textLength="{length:.1f}" '
                f'lengthAdjust="spacingAndGlyphs">{escape(text, quote=False)}</tspan>'
            )
        if spans:
            out.append(f'<text y="{24 + number * LINE}" xml:space="preserve">{"".join(spans)}</text>')
    return "\n".join([*out, "</svg>"])


print(svg(conversation(sys.argv[1])))
