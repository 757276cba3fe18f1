"""Collects description and hash values of each exhibit of a package from disclosed entries.

Not here: people and the rows of entries (`account`), and the sentences.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.access.exhibit_fields import FIELDS

#: Hash values of one exhibit that the document shows; the others are in the machine-readable files.
MOST_FILES: Final = 200
_FACTS: Final = ("exhibit_kind", "category", "originator", *(one.name for one in FIELDS if one.in_document))
#: From the least to the most restrictive (Traffic Light Protocol 2.0).
_TLP: Final = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")


@dataclass(frozen=True, slots=True)
class FileHash:
    """A received file. `declared`: the SHA-256 that the uploader stated before; None if there was none."""

    name: str
    size_bytes: int
    sha256: str
    declared: str | None


@dataclass(slots=True)
class ExhibitSummary:
    """The disclosed facts of an exhibit and its files. `more`: number of files beyond `MOST_FILES`."""

    number: str
    facts: dict[str, Any] = field(default_factory=dict)
    handling: list[str] = field(default_factory=list)
    tlp: str = ""
    declared: list[Mapping[str, Any]] = field(default_factory=list)
    files: list[FileHash] = field(default_factory=list)
    more: int = 0

    def mark(self, kind: str, said: Mapping[str, Any]) -> None:
        """Apply only the markings of an entry about the exhibit."""
        if kind in {"evidence.registered", "evidence.inherited"}:
            self._mark(said)
        elif kind == "evidence.described":
            self._mark({name: one["to"] for name, one in (said.get("changes") or {}).items() if "to" in one})

    def take(self, kind: str, said: Mapping[str, Any]) -> None:
        """Apply an entry about the exhibit."""
        if kind == "evidence.registered":
            self.facts = {name: said[name] for name in _FACTS if said.get(name)}
            self.declared = list(said.get("declared_hashes") or ())
            self._mark(said)
        elif kind == "evidence.described":
            changed = {name: one["to"] for name, one in (said.get("changes") or {}).items() if "to" in one}
            self.facts |= {name: value for name, value in changed.items() if name in _FACTS}
            self._mark(changed)
        elif kind == "evidence.inherited":
            self._mark(said)
        elif kind == "file.received" and "sha256" in said:
            self._receive(said)

    def _mark(self, said: Mapping[str, Any]) -> None:
        self.handling = list(said.get("handling") or self.handling)
        self.tlp = tlp_label(str(said.get("tlp") or self.tlp))

    def _receive(self, said: Mapping[str, Any]) -> None:
        if len(self.files) >= MOST_FILES:
            self.more += 1
            return
        size_bytes, declared = int(said.get("size_bytes") or 0), said.get("declared_sha256")
        self.files.append(FileHash(str(said.get("name", "")), size_bytes, str(said["sha256"]), declared))


def tlp_label(code: str) -> str:
    """Return the label for the code of an entry: `AMBER+STRICT` for `AMBER_STRICT`."""
    return code.replace("_", "+")


def marking(exhibits: Sequence[ExhibitSummary]) -> tuple[str, list[str]]:
    """Return the most restrictive TLP label and all handling codes of these exhibits."""
    labels = [one.tlp for one in exhibits if one.tlp]
    strictest = max(labels, key=lambda label: _TLP.index(label) if label in _TLP else len(_TLP), default="")
    return strictest, sorted({code for one in exhibits for code in one.handling})
