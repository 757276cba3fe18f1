"""Typesets the document in a separate, limited process that reads one folder and writes only its result.

typst reads the template, the contents as JSON and the files to attach from a folder made for this document, which is
its root. It reads nothing outside, downloads nothing, and gets no environment. The process ends with its parent.
A document without attachments needs no folder: its contents go to the process through a pipe, and not to the disk.

Not here: what the process does (`typesetter.py`), and the signature (`exports/seal.py`).
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app import clock
from app.exports.document.standing import Attached

SECONDS: Final = 120
_ASK_EVERY_SECONDS: Final = 0.1
TEMPLATE: Final = Path(__file__).with_name("custody.typ")
_ROOT: Final = Path(__file__).parents[3]
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from app.exports.document.typesetter import main; main(*sys.argv[2:])"
)


class Stopped(RuntimeError):  # noqa: N818 - no malfunction
    """The document is not needed any more, and its process was ended."""


class NotSet(RuntimeError):  # noqa: N818 - states the fact
    """The document could not be typeset. The message is the typesetter's."""


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
        NotSet: Typesetting failed or took longer than `SECONDS`.
        Stopped: `stopped` returned true.
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
    return _set(place, TEMPLATE.name, made_at, b"", stopped)


def pdf_without_files(contents: Mapping[str, Any], made_at: datetime, template: Path) -> bytes:
    """Return a document without attachments. Nothing is written to the disk. Blocks. Raises `NotSet` as `pdf`."""
    given = json.dumps(dict(contents), ensure_ascii=False).encode()
    return _set("", str(template), made_at, given, bool)


def _set(folder: str, template: str, made_at: datetime, given: bytes, stopped: Callable[[], bool]) -> bytes:
    command = [sys.executable, "-I", "-c", _START, str(_ROOT), folder, template, str(int(made_at.timestamp()))]
    code, made, said = _run(command, given, stopped)
    if code or not made.startswith(b"%PDF-"):
        raise NotSet(said.decode("utf-8", "replace")[-2_000:] or f"ended with {code}")
    return made


def _run(command: list[str], given: bytes, stopped: Callable[[], bool]) -> tuple[int, bytes, bytes]:
    """Run a process; return exit code, output and error output. Kill it on timeout or if `stopped` returns true.

    `given`: its input.
    """
    until = clock.monotonic() + SECONDS
    rest: bytes | None = given
    with subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"LC_ALL": "C.UTF-8"},
        cwd="/",
    ) as process:
        while True:
            try:
                made, said = process.communicate(rest, timeout=_ASK_EVERY_SECONDS)
            except subprocess.TimeoutExpired:
                rest = None  # the first call continues to send it
                over = clock.monotonic() >= until
                if not over and not stopped():
                    continue
                process.kill()
                process.communicate()
                if over:
                    raise NotSet(f"not within {SECONDS} s") from None
                raise Stopped from None
            else:
                return process.returncode, made, said
