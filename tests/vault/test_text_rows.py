"""A text that is shown for reading is not its original: what is attacked here is the finding that it was."""

import codecs
import hashlib
import itertools
import re
from collections.abc import Iterator
from typing import Final

import pytest

from app.vault import renditions
from app.vault.renditions import MARK_END
from app.vault.vault import Vault
from tests.support.vault import some_place, store

MARK: Final = "DE-02 · 2026-11-24 13:15 UTC · NL-2026-7KQ4M9TX"
MARKS: Final = re.compile(rf"^\W*{re.escape(MARK)}[ \t]?\W?[ \t]?", re.MULTILINE)
LINES: Final = [f"{number}; paid {number * 7} EUR to the seller of lot {number % 9}" for number in range(300)]
SHORT: Final = [f"{number} is paid" for number in range(300)]
PROSE: Final = [" ".join(["The money went through three accounts before it was seen again."] * 9) for _ in range(40)]
LF, CRLF = "\n", "\r\n"

TEXTS: Final = {
    "line feeds": LF.join(LINES).encode() + b"\n",
    "carriage returns": CRLF.join(LINES).encode() + b"\r\n",
    "no final line feed": LF.join(LINES).encode(),
    "short lines": LF.join(SHORT).encode() + b"\n",
    "tabs": LF.join(line.replace(" ", "\t", 2) for line in LINES).encode() + b"\n",
    "trailing spaces": LF.join(f"{line}  " for line in LINES).encode() + b"\n",
    "byte order mark": codecs.BOM_UTF8 + LF.join(LINES).encode() + b"\n",
    "long lines": LF.join(PROSE).encode() + b"\n",
    "empty lines": "\n\n\n".join(LINES).encode() + b"\n",
    "UTF-16": LF.join(LINES).encode("utf-16"),
}


async def served(vault: Vault, content: bytes, mark: str = MARK) -> str:
    """The one page of a text as it leaves, kept under one key."""
    place = some_place()
    segments = await store(vault, place, [content])
    with vault.locks.hold(place) as hold:
        (page,) = (await renditions.make(vault, hold, segments, "text/plain")).pages
    first = await renditions.read(vault, place, page, mark)
    again = await renditions.read(vault, place, page, MARK.replace("DE-02", "FR-07"))
    assert again.decode().replace("FR-07", "DE-02") == first.decode(), "two readers have no more than one"
    return first.decode()


def guesses(shown: str) -> Iterator[str]:
    """Texts that the rows may have been: marks taken away, rows joined and long rows continued in every plausible way."""
    plain = MARKS.sub("", shown)
    spaced = re.sub(r"(?m)^ {8}", "\t", plain)
    texts = (shown, plain, spaced)
    for text in (*texts, *map(without_marked_lines, texts)):
        rows = [row.rstrip() for row in text.strip("\n").split("\n")]
        for end in (LF, CRLF, "\r", "", " ", "\n\n", "  \n"):
            yield end.join(rows)
        for width, between in itertools.product(range(48, 97, 8), ("", " ")):
            yield continued(rows, width, between)


def without_marked_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.endswith(MARK) and "────" not in line)


def continued(rows: list[str], width: int, between: str) -> str:
    """A row continues the one above where its first word did not fit there."""
    text = rows[0]
    for above, row in itertools.pairwise(rows):
        word = row.split(" ", 1)[0]
        text += (between if len(above) + 1 + len(word) > width else "\n") + row
    return text


@pytest.mark.parametrize("kind", TEXTS)
async def test_text_shown_for_reading_without_its_marks_has_not_the_hash_of_the_original(
    vault: Vault, kind: str
) -> None:
    original = TEXTS[kind]
    recorded = hashlib.sha256(original).digest()
    shown = await served(vault, original)
    assert all(row.startswith(MARK + MARK_END) for row in shown.rstrip("\n").split("\n"))
    assert MARKS.sub("", shown).split() == original.decode("utf-16" if kind == "UTF-16" else "utf-8-sig").split()
    tried = 0
    for guess, final, encoding in itertools.product(
        guesses(shown), ("", LF, CRLF), ("utf-8-sig", "utf-16") if kind in {"byte order mark", "UTF-16"} else ("utf-8",)
    ):
        for ends in (guess, guess.replace("\n", CRLF)):
            assert hashlib.sha256((ends + final).encode(encoding)).digest() != recorded
            tried += 1
    assert tried > 500
