#!/usr/bin/env python3
"""Whether what the bot sends is what the Bot API takes, by aiogram's description of it.

    check.py FOLDER

The tests' Bot API server writes each call into the folder, one JSON object a line: `VERBATIM_PAYLOADS=FOLDER
cargo test`. Each is checked against the model of its method (aiogram's are generated from the documentation):
every field known, at every depth, every value of the type that is asked for; and against the limits that the
documentation gives in words.
"""

import json
import re
import sys
from collections import Counter
from html import unescape
from pathlib import Path

import aiogram.methods
from aiogram.methods import TelegramMethod
from pydantic import BaseModel, ValidationError

MODELS = {
    model.__api_method__: model
    for model in vars(aiogram.methods).values()
    if isinstance(model, type) and issubclass(model, TelegramMethod) and model is not TelegramMethod
}
# In bytes, UTF-16 units or items: https://core.telegram.org/bots/api
BYTES = {"callback_data": (1, 64), "start_parameter": (1, 64)}
UNITS = {"text": (1, 4096), "caption": (0, 1024), "message_text": (1, 4096)}
ITEMS = {"results": (0, 50), "inline_keyboard": (0, 100), "commands": (0, 100)}

# So many faults of a call are printed.
MOST = 8


def units(text):
    """The UTF-16 units of a text once its tags and entities are read."""
    shown = unescape(re.sub(r"<[^>]*>", "", text))
    return len(shown.encode("utf-16-le")) // 2


def unknown(value, path=""):
    """The fields that the description does not know."""
    if isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            yield f"{path}{name}: no such field in {type(value).__name__}"
        for name in type(value).model_fields:
            yield from unknown(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list | tuple):
        for at, item in enumerate(value):
            yield from unknown(item, f"{path}{at}.")


def out_of_limits(value, path="", inside=""):
    """Where a length is outside of what is allowed."""
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from out_of_limits(item, f"{path}{at}.", inside)
        return
    if not isinstance(value, dict):
        return
    for name, item in value.items():
        where = f"{path}{name}"
        if inside == "copy_text" and name == "text":
            size, (low, high) = units(item), (1, 256)
        elif inside == "callback" and name == "text":
            size, (low, high) = units(item), (0, 200)
        elif name == "id" and inside == "results":
            size, (low, high) = len(item.encode()), (1, 64)
        elif name in BYTES and isinstance(item, str):
            size, (low, high) = len(item.encode()), BYTES[name]
        elif name in UNITS and isinstance(item, str):
            size, (low, high) = units(item), UNITS[name]
        elif name in ITEMS and isinstance(item, list):
            size, (low, high) = len(item), ITEMS[name]
        else:
            size, low, high = 0, 0, 0
        if not low <= size <= high:
            yield f"{where}: {size}, and {low} to {high} are allowed"
        yield from out_of_limits(item, f"{where}.", name)


def faults(method, body):
    model = MODELS.get(method)
    if model is None:
        return [f"no such method: {method}"]
    try:
        read = model.model_validate(body or {})
    except ValidationError as error:
        return [
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()
        ]
    inside = "callback" if method == "answerCallbackQuery" else ""
    return [*unknown(read), *out_of_limits(body or {}, inside=inside)]


def main():
    folder = Path(sys.argv[1])
    checked, bad = Counter(), 0
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text().splitlines():
            call = json.loads(line)
            checked[call["method"]] += 1
            found = faults(call["method"], call["body"])
            bad += bool(found)
            if found:
                print(f"{call['method']}: {line[:400]}")
            # One wrong value in a choice of many kinds is a fault by each of them.
            for fault in found[:MOST]:
                print(f"  {fault}")
    if not checked:
        sys.exit(f"No call in {folder}: run the tests with VERBATIM_PAYLOADS={folder}.")
    for method, count in sorted(checked.items()):
        print(f"{count:6} {method}")
    print(f"{sum(checked.values())} calls, {bad} that the Bot API would not take")
    sys.exit(bad > 0)


main()
