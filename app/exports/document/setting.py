"""Typesets the document in a separate, limited process that reads one folder and writes only its result.

typst reads the template, the contents as JSON and the files to attach from a folder made for this document, which is
its root. It reads nothing outside, downloads nothing, and gets no environment. The process ends with its parent.
A document without attachments needs no folder: its contents go to the process in memory, and not to the disk.

Not here: what the process does (`typesetter.py`), how it is run (`process.py`), and the signature (`exports/seal.py`).
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app.exports.document import process
from app.exports.document.standing import Attached

SECONDS: Final = 120
TEMPLATE: Final = Path(__file__).with_name("custody.typ")
_ROOT: Final = Path(__file__).parents[3]
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from app.exports.document.typesetter import main; main(*sys.argv[2:])"
)


class NotSet(RuntimeError):  # noqa: N818 - states the fact
    """The document could not be typeset. The message is the typesetter's."""


class NotSetNow(NotSet):
    """It was not typeset in time, or its process was killed: another attempt can succeed."""


def pdf(
    folder: Path,
    contents: Mapping[str, Any],
    attached: Mapping[Attached, str],
    made_at: datetime,
    template: Path = TEMPLATE,
    stopped: Callable[[], bool] = bool,
) -> bytes:
    """Return the unsigned document. Blocks.

    Args:
        folder: Contains only `files`, the files to attach.
        contents: The contents for the template.
        attached: The attachments, each with its AFRelationship.
        made_at: The document's time.
        template: The typst template.
        stopped: Called meanwhile, in this thread; the process is killed when it returns true.

    Raises:
        NotSet: Typesetting failed; `NotSetNow` if it took longer than `SECONDS`.
        process.Stopped: `stopped` returned true.
    """
    told = dict(contents) | {
        "files": [
            {"name": each.name, "type": each.media_type, "relation": relation, "what": contents["title"]}
            for each, relation in attached.items()
        ]
    }
    folder.mkdir(exist_ok=True)
    (folder / "contents.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    (folder / TEMPLATE.name).write_bytes(template.read_bytes())
    place = str(folder.absolute())  # the process runs in another folder
    return _set([place, TEMPLATE.name], made_at, b"", SECONDS, stopped)


def pdf_without_files(contents: Mapping[str, Any], made_at: datetime, template: Path, seconds: float) -> bytes:
    """Return a document without attachments. Nothing is written to the disk. Blocks. Raises `NotSet` as `pdf`."""
    given = json.dumps(dict(contents), ensure_ascii=False).encode()
    return _set(["", str(template)], made_at, given, seconds, bool)


def _set(place: Sequence[str], made_at: datetime, given: bytes, seconds: float, stopped: Callable[[], bool]) -> bytes:
    """Run the typesetter. `place`: the folder, and the template in it."""
    command = [sys.executable, "-I", "-c", _START, str(_ROOT), *place, str(int(made_at.timestamp()))]
    try:
        ended = process.run(command, given, seconds, stopped)
    except process.OutOfTime:
        raise NotSetNow(f"not within {seconds} s") from None
    said = ended.errors.decode("utf-8", "replace")[-2_000:] or f"ended with {ended.code}"
    if ended.code < 0:
        raise NotSetNow(said)
    if ended.code or not ended.output.startswith(b"%PDF-"):
        raise NotSet(said)
    return ended.output
