"""Formats the fields of an entry as lines of label and text, in words of the document's language.

Empty values are left out and long ones are cut. `actor` and `chain` are shown elsewhere in the document.

Not here: whether a field is disclosed. The entry comes as the package discloses it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.exports.document.exhibits import tlp_label
from app.exports.document.names import PARTY_FIELDS, Names
from app.exports.document.order import in_order
from app.exports.document.shown import MOST, shown
from app.exports.document.times import written, zoned
from app.exports.document.words import Words

Line = tuple[str, str]

#: Shown elsewhere in the document.
_ELSEWHERE: Final = frozenset({"actor", "chain"})
#: Group of translated words for the codes of each field.
_GROUPS: Final = {
    "purposes": "purpose",
    "roles": "role",
    "exhibit_kind": "kind",
    "category": "category",
    "content_language": "language",
    "how": "how",
    "priority": "priority",
    "contributed": "becomes",
    "received": "becomes",
    "schedule": "schedule",
    "answer": "copyState",
    "decision": "flagDecision",
    "mode": "retentionMode",
    "ground": "erasureGround",
    "finding": "emergencyVerdict",
    "language": "language",
    "court_language": "language",
    "alert_kind": "alertKind",
    "data_category": "dataCategory",
    "function": "memberFunction",
    "meant": "operationKind",
    "outcome": "requestDeadline",
    "paper_kind": "requestPaper",
    "party_kind": "partyKind",
    "to_kind": "partyKind",
    "sharing": "actionSharing",
}
#: Groups of the codes of a field that several kinds of entries have. A code is in one group, or means the same in each.
_SHARED: Final = {
    "state": ("taskState", "requestState", "requestItemState", "noticeState", "actionState", "operationState"),
    "level": ("level", "requestLevel"),
    "kind": ("requestItem", "authorityKind"),
}
_SHARED_WITH_ROLES: Final = (*_SHARED["state"], "role")
#: Codes of an evaluation (Regulation (EU) 2016/794 Art. 29), which stand with their meaning.
_EVALUATION: Final = {"source": "evaluationSource", "information": "evaluationInformation"}
#: Positions of the log: a reader counts entries from 1, data files from 0.
_POSITIONS: Final = frozenset({"position", "approval"})
_DURATION: Final = re.compile(r"P(?:T(?=[0-9]+H))?([0-9]+)([DHMY])")
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")
_MOST_ITEMS: Final = 20
_MOST_TEXT: Final = 4_000


class Sayings:
    """Formats lines in one language, with times in one zone."""

    def __init__(self, words: Words, zone: ZoneInfo, names: Names | None = None) -> None:
        """`zone`: the zone of the export request; `names`: of parties and authorities."""
        self.words, self.zone, self.names = words, zone, names or Names()

    def lines(self, purpose: str | None, said: Mapping[str, Any]) -> Iterator[Line]:
        """Yield lines for purpose and fields, in the order in which a reader needs them."""
        if purpose is not None:
            yield self.words.say("purpose"), self.words.word("purpose", purpose)
        said = dict(said) | self._authorities(said)
        for name in in_order(said):
            if name not in _ELSEWHERE and said[name] not in (None, [], {}):
                yield from self._field(name, said[name])

    def _authorities(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields that name authorities of a party by their codes, with their names."""
        party, one, several = said.get("party") or said.get("to_party"), said.get("authority"), said.get("authorities")
        told = {"authority": self.names.authority(party, one)} if isinstance(one, str) else {}
        if isinstance(several, list) and all(isinstance(code, str) for code in several):
            return told | {"authorities": [self.names.authority(party, code) for code in several]}
        return told

    def entry_number(self, position: int) -> str:
        """Return the number of an entry in the log, counted from 1; `position` counts from 0."""
        return self.words.number(position + 1)

    def moment(self, text: str) -> str:
        """Return a time of the ledger in local time, with its offset."""
        return self.local(datetime.fromisoformat(text))

    def local(self, moment: datetime) -> str:
        """Return the time in the zone of the document, with its abbreviation and offset."""
        return zoned(moment, self.zone)

    @staticmethod
    def utc(text: str) -> str:
        """Return the same in UTC, to the second as all times of the document; the data files have microseconds."""
        return f"{written(datetime.fromisoformat(text).astimezone(UTC), 'seconds')}Z"

    def _field(self, name: str, value: object) -> Iterator[Line]:
        if name == "changes" and isinstance(value, dict):
            for each, change in list(value.items())[:_MOST_ITEMS]:
                yield f"{self.words.field(name)}, {self.label(each)}", self._change(each, change)
        else:
            text = self._text(name, value)
            cut = "" if len(text) <= _MOST_TEXT else " " + self.words.say("cut", count=len(text) - _MOST_TEXT)
            yield self.label(name), text[:_MOST_TEXT] + cut

    def value(self, name: str, value: object) -> str:
        """Return the value of a field as text."""
        return self._text(name, value)

    def hash_value(self, one: Mapping[str, Any]) -> str:
        """Return a declared hash: its algorithm, what it is the hash of, and its value."""
        return shown(self.words.hash_value(one))

    def label(self, name: str) -> str:
        """Return the displayed name of a field; the number of an exhibit for its id."""
        return shown(self.names.exhibits.get(name) or self.words.field(name))

    def _change(self, name: str, change: object) -> str:
        if isinstance(change, dict) and "to" in change:
            former, new = self._text(name, change.get("from")), self._text(name, change["to"])
            return self.words.say("changed", former=former, new=new)
        return self._text(name, change)

    def _text(self, name: str, value: object) -> str:
        if isinstance(value, str):
            return self._string(name, value)
        if isinstance(value, bool):
            return self.words.say("true" if value else "false")
        if isinstance(value, int):
            return self._number(name, value)
        if isinstance(value, list):
            items = [self._text(name, each) for each in value[:_MOST_ITEMS]]
            more = [self.words.say("more_items", count=len(value) - _MOST_ITEMS)] if len(value) > _MOST_ITEMS else []
            return ("; " if any(isinstance(each, dict) for each in value) else ", ").join([*items, *more])
        if isinstance(value, dict):
            return self._mapping(value)
        return self.words.say("nothing") if value is None else self._string(name, json.dumps(value))

    def _number(self, name: str, value: int) -> str:
        if name in _POSITIONS:
            return self.entry_number(value)
        none_agreed = name == "quorum" and not value
        return self.words.say("quorum_zero") if none_agreed else self.words.number(value)

    def _mapping(self, value: Mapping[str, Any]) -> str:
        if {"algorithm", "value"} <= value.keys():
            return self.hash_value(value)
        if {"source", "information"} <= value.keys():
            value = dict(value) | {name: self._code(group, str(value[name])) for name, group in _EVALUATION.items()}
        if {"at", "zone", "source"} <= value.keys():
            return self._occurred(value)
        told = {
            key: each for key, each in value.items() if each is not None and not (key == "file" and "name" in value)
        }
        parts = [f"{self.label(key)} {self._text(key, each)}" for key, each in told.items()]
        more = [self.words.say("more_items", count=len(parts) - _MOST_ITEMS)] if len(parts) > _MOST_ITEMS else []
        return ", ".join([*parts[:_MOST_ITEMS], *more])

    def _occurred(self, value: Mapping[str, Any]) -> str:
        """Return when an event happened, and how the time is known."""
        told = [self._text("at", value["at"]), self.words.own_code("source_of_time", str(value["source"]))]
        if offset := value.get("clock_offset_seconds"):
            told.append(f"{self.label('clock_offset_seconds')} {self.words.number(offset)}")
        return ", ".join([*told, shown(str(value["zone"]))])

    def _code(self, group: str, code: str) -> str:
        """Return a code with its meaning."""
        meaning = self.words.word(group, code)
        return code if meaning == code else f"{code} ({meaning})"

    def _string(self, name: str, value: str) -> str:
        if _MOMENT.fullmatch(value):
            with suppress(ValueError):
                return f"{self.moment(value)} ({self.utc(value)})"
        if name == "profile":
            return self.words.profile(value)
        if name in PARTY_FIELDS:
            return shown(self.names.party(value))
        if value in self.names.exhibits:
            return shown(self.names.exhibits[value])
        if name == "names":
            return self.label(value)
        return self.cut(self._said(name, value))

    def _said(self, name: str, value: str) -> str:
        """Return what a code means; other values as they are."""
        if name == "duration" and (period := _DURATION.fullmatch(value)):
            return self.words.several(f"period_{period[2]}", int(period[1]))
        if name == "tlp":
            return tlp_label(value)
        if (title := self.names.title(name, value)) != value:
            return title
        groups = _SHARED_WITH_ROLES if name == "former" else _SHARED.get(name, (_GROUPS.get(name, ""),))
        said = next((one for each in groups if (one := self.words.word(each, value)) != value), value)
        return self.words.word("fieldGround", said) if name == "ground" else self.words.own_code(name, said)

    def cut(self, text: str) -> str:
        """Return user-written text, cut to `MOST` characters, with the number of those left out."""
        if len(text) <= MOST:
            return shown(text)
        return shown(text[:MOST]) + " " + self.words.say("cut", count=len(text) - MOST)
