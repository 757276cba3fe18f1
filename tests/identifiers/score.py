"""Score the recognition of identifiers on a corpus: `python -m tests.identifiers.score dev`."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app.identifiers.kinds import Identifier, IdentifierKind
from app.identifiers.passage import Passage
from app.identifiers.recognition import recognise

#: One file for each kind in each folder. `heldout` is scored once, at the end of a change of the rules.
CORPUS: Final = Path(__file__).parent / "corpus"
FOLDERS: Final = ("dev", "heldout")
_FACTS: Final = ("port", "port_until", "protocol")
#: Times are scored too, although they belong to an address.
_TIME: Final = "time"


@dataclass
class Score:
    """What was found in the lines of one kind.

    Attributes:
        kind: The kind, or `time`.
        positives: Lines with something to find.
        near_misses: Lines with nothing to find.
        expected: Identifiers to find.
        right: Those of them that were found, with port and protocol where the line has them.
        false: Others that were found, except those with a warning where the line allows one.
        warned: Unclear identifiers that came back with a warning.
        unclear: Identifiers that the corpus calls unclear.
        faults: A sentence for each line that is not right.
    """

    kind: str
    positives: int = 0
    near_misses: int = 0
    expected: int = 0
    right: int = 0
    false: int = 0
    warned: int = 0
    unclear: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of what is to be found that was found."""
        return self.right / self.expected if self.expected else 1.0


def kinds(folder: Path) -> list[str]:
    """Return the kinds that a folder of the corpus has."""
    return sorted(path.stem for path in folder.glob("*.jsonl"))


def score(folder: Path, kind: str) -> Score:
    """Score one kind of a folder of the corpus."""
    result = Score(kind)
    for line in (folder / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines():
        _add(result, kind, json.loads(line))
    return result


def _add(result: Score, kind: str, line: dict[str, Any]) -> None:
    expected = {_comparable(kind, one["value"]): one for one in line["expect"]}
    found: dict[str, tuple[bool, Identifier | None]] = {}
    for value, is_warned, one in _found(kind, line["text"]):
        if value not in found or _agrees(one, expected.get(value, {})):
            found[value] = (is_warned, one)
    right = {value for value, one in expected.items() if value in found and _agrees(found[value][1], one)}
    false = {
        value
        for value, (is_warned, _) in found.items()
        if value not in expected and not (line.get("may_warn") and is_warned)
    }
    result.positives += bool(expected)
    result.near_misses += not expected
    result.expected += len(expected)
    result.right += len(right)
    result.false += len(false)
    unclear = {value for value, one in expected.items() if one.get("warned")}
    result.unclear += len(unclear)
    result.warned += sum(value in found and found[value][0] for value in unclear)
    if set(expected) - right or false:
        facts = {
            value: {fact: getattr(one, fact) for fact in _FACTS}
            for value, (_, one) in found.items()
            if value in expected and one is not None and kind == "ip"
        }
        result.faults.append(
            f"missed {sorted(set(expected) - right)}, false {sorted(false)} {facts or ''}: {line['text']!r} {line['expect'] if kind == 'ip' else ''}"
        )


def _found(kind: str, text: str) -> Iterator[tuple[str, bool, Identifier | None]]:
    if kind == _TIME:
        for moment in Passage(text).moments:
            if moment.at is not None:
                yield _comparable(kind, moment.at), bool(moment.cautions), None
        return
    for one in recognise(text):
        if one.kind is IdentifierKind(kind):
            yield _comparable(kind, one.normalised), bool(one.cautions), one


def _agrees(one: Identifier | None, expected: dict[str, Any]) -> bool:
    return one is None or all(getattr(one, fact) == expected[fact] for fact in _FACTS if fact in expected)


def _comparable(kind: str, value: str) -> str:
    """Return a value in the spelling in which it is compared. The README of the corpus names it."""
    if kind == "plate":
        return re.sub(r"[ -]", "", value)
    if kind in ("wallet", "url"):
        return value.lower()
    if kind == "handle":
        return value.removeprefix("@")
    if kind == _TIME:
        moment = datetime.fromisoformat(value)
        return moment.isoformat()
    return value


def table(folder: Path, *, with_faults: bool) -> Iterator[str]:
    """Return the lines of a table of the scores of a folder; with each line of the corpus that is not right if asked."""
    yield f"{'kind':16}{'positives':>10}{'near-misses':>12}{'precision':>10}{'recall':>8}{'warned':>9}"
    for kind in kinds(folder):
        one = score(folder, kind)
        warned = f"{one.warned}/{one.unclear}"
        yield f"{kind:16}{one.positives:>10}{one.near_misses:>12}{one.precision:>10.3f}{one.recall:>8.3f}{warned:>9}"
        yield from (f"    {fault}" for fault in one.faults if with_faults)


def main() -> int:
    """Print the scores of a folder; with `-v` also each line that is not right."""
    arguments = sys.argv[1:]
    folder = CORPUS / next((one for one in arguments if not one.startswith("-")), FOLDERS[0])
    if not folder.is_dir():
        sys.stderr.write(f"There is no folder {folder}.\n")
        return 1
    sys.stdout.writelines(f"{line}\n" for line in table(folder, with_faults="-v" in arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main())
