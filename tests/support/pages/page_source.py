"""Read from the page's source which queries it keeps, and which of them a fact refreshes.

`asked()` reads the keys under which `frontend/src` keeps the answer of each GET. `Refreshing` evaluates the page's
own map of facts, with `frontend/refreshes.mjs`. Not here: comparing answers (`tests/support/live_updates.py`).
"""

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from app.api.documents import operations
from tests.support.openapi_document import document
from tests.support.repository import ROOT

FRONTEND: Final = ROOT / "frontend"
_KEY: Final = re.compile(r"queryKey: \[\s*\{\s*_id: '(\w+)'(?:,\s*path: \{\s*([^}]*?)\s*\})?")
_OTHER_KEY: Final = re.compile(r"queryKey: \[(?!\s*\{)")
_IMPORTED: Final = re.compile(r"import (?:type )?\{([^}]*)\} from '[^']*generated/(?:sdk|@tanstack/react-query)\.gen'")


class Key(NamedTuple):
    """A query's name and the names of what its path names; without a name it is nothing that a fact could touch."""

    name: str | None
    path: frozenset[str]


class Read(NamedTuple):
    """A GET of the document, by the name that the page's client gives it."""

    name: str
    path: str

    @property
    def names(self) -> frozenset[str]:
        """The names in its path."""
        return frozenset(re.findall(r"\{(\w+)\}", self.path))


def reads() -> list[Read]:
    """Every GET of the document."""
    return [Read(_camel(one["operationId"]), path) for method, path, one in operations(document()) if method == "GET"]


def asked() -> dict[str, set[Key]]:
    """By the name of each GET that the page imports: the keys under which it keeps the answer. None: it keeps it nowhere."""
    known = {read.name: read for read in reads()}
    found: dict[str, set[Key]] = defaultdict(set)
    for file in sorted((FRONTEND / "src").rglob("*.ts*")):
        if "generated" in file.parts:
            continue
        text = file.read_text()
        for names in _IMPORTED.findall(text):
            for name in re.findall(r"\w+", names):
                if (read := known.get(name.removesuffix("Options"))) is not None:
                    found[read.name] |= {Key(read.name, read.names)} if name.endswith("Options") else set()
        for name, key in _written(text, known):
            found[name].add(key)
    return dict(found)


def _written(text: str, known: Mapping[str, Read]) -> list[tuple[str, Key]]:
    """The keys that are written by hand, each with the GET whose answer it keeps: the next one that is called."""
    found = []
    for chunk in re.split(r"(?=queryKey: \[)", text)[1:]:
        named, called = _KEY.match(chunk), [name for name in re.findall(r"(\w+)\(\{", chunk) if name in known]
        if named is not None:
            path = frozenset(re.findall(r"(\w+)(?=,|:|$)", re.sub(r": [\w.]+", "", named[2] or "")))
            found += [(name, Key(named[1], path)) for name in (called or [named[1]])[:1] if name in known]
        elif _OTHER_KEY.match(chunk) and called:
            found.append((called[0], Key(None, frozenset())))
    return found


class Refreshing:
    """The page's map from frames to keys, as a process that answers line by line."""

    def __init__(self) -> None:
        node, pipe = str(Path(sys.executable).parent / "node"), subprocess.PIPE
        self._process = subprocess.Popen([node, "refreshes.mjs"], cwd=FRONTEND, stdin=pipe, stdout=pipe, text=True)

    def keys(self, jit: str, frame: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the keys that the page reloads after this frame."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"jit": jit, "frame": frame}) + "\n")
        self._process.stdin.flush()
        found: list[dict[str, Any]] = json.loads(self._process.stdout.readline())
        return found

    def close(self) -> None:
        """It answers no more."""
        self._process.communicate()


def refreshes(touched: dict[str, Any], key: Key, ids: Mapping[str, str]) -> bool:
    """Whether what a fact touched is, or contains, this query (TanStack's partial match)."""
    if touched.get("_id") not in {None, key.name} or key.name is None:
        return False
    path = {name: ids[name] for name in key.path}
    return all(path.get(name) == value for name, value in touched.get("path", {}).items())


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
