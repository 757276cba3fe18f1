"""Builds the tables of the statistics document from `statistics.csv`.

Not here: counting (`services`), and which counts are suppressed (`exports/statistics.py`).
"""

import csv
import io
from itertools import groupby
from typing import Any

from app.exports import verifier
from app.exports.document.sayings import Sayings
from app.exports.document.shown import shown
from app.exports.statistics import OTHERS

Tree = dict[str, Any]


def figures(text: str, sayings: Sayings) -> Tree:
    """Return one table for each table of the file, each with its total."""
    say = sayings.words.say
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))[1:]
    tables = [_table(name, list(found), sayings) for name, found in groupby(rows, key=lambda row: row[0])]
    return {"title": say("figures_title"), "intro": say("figures_intro", small=verifier.SMALL), "tables": tables}


def _table(name: str, rows: list[list[str]], sayings: Sayings) -> Tree:
    say, words = sayings.words.say, sayings.words
    group, _, led = name.partition(":")
    title = say("figures_kinds", operation=words.operation(led)) if led else say(f"figures_{group}")
    return {
        "title": title,
        "rows": [
            [_label(group, led, of, sayings), words.number(int(count)) if count.isdigit() else say("suppressed")]
            for _, of, count in rows
        ],
    }


def _label(group: str, led: str, of: str, sayings: Sayings) -> str:
    if not of:
        return sayings.words.say("figures_total")
    if of == OTHERS:
        return sayings.words.say("figures_others")
    if led:
        return sayings.words.kind(of)
    if group == "led":
        return sayings.words.operation(of)
    if group == "party":
        return sayings.words.say("system") if of == "none" else shown(sayings.names.party(of))
    return of
