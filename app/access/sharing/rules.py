"""Default sharing rules: what a party's rules give each party of an exhibit.

Pure, total, independent of rule order.
A rule selects exhibits by category and handling code, and parties by id or kind; what it leaves out matches any.
All matching rules apply together: the lowest level, and only what every one of them permits. `Level.NONE` overrides
all.
The database limits rows written by contributors in the same way (`under_rules` in `app/schema`).
Not here: the rows, and a leader's decision for one exhibit (`services/sharing/releases.py`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol, Self, TypeVar
from uuid import UUID

from app.access.sharing.decisions import Conditions, Level, purposes_of

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a party. `clause`: its clause of the agreement."""

    code: str
    clause: str
    level: Level
    category: str | None = None
    handling: str | None = None
    party: UUID | None = None
    kind: str | None = None
    authorities: Collection[UUID] | None = None
    seats: Collection[UUID] | None = None
    not_before: datetime | None = None
    until: datetime | None = None
    purposes: Collection[str] | None = None
    four_eyes: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """The properties of an exhibit that rules use."""

    category: str
    handling: frozenset[str]
    tlp: str

    @classmethod
    def of(cls, what: "Stated") -> Self:
        """Return these properties of a row, a registration or a draft."""
        return cls(what.category, frozenset(what.handling), what.tlp)


class Stated(Protocol):
    """An object with category, handling codes and TLP colour."""

    @property
    def category(self) -> str:
        """Return its category."""

    @property
    def handling(self) -> Collection[str]:
        """Return its handling codes."""

    @property
    def tlp(self) -> str:
        """Return its TLP colour."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A party that may receive a release. `gated`: rules release nothing to it.

    `seats`: its seats that have not ended.
    """

    party: UUID
    kind: str
    active: bool = True
    gated: bool = False
    seats: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Release that the rules give one party.

    `because`: code of the deciding reason; `rules`: the matching rules, by code.
    """

    release: Conditions
    because: str
    rules: tuple[Rule, ...] = ()

    @property
    def level(self) -> Level:
        """Return the level of the release."""
        return Level(self.release.level)

    @property
    def by_two(self) -> bool:
        """Return whether a second leader has to approve it."""
        return any(one.four_eyes for one in self.rules)

    @property
    def basis(self) -> str:
        """Return the cited clauses, each with its rules."""
        cited: dict[str, list[str]] = {}
        for rule in self.rules:
            cited.setdefault(rule.clause, []).append(rule.code)
        return "; ".join(f"{clause} ({', '.join(codes)})" for clause, codes in cited.items())


def speaks(rule: Rule, exhibit: Marked, recipient: Recipient) -> bool:
    """Return whether a rule matches this exhibit and party."""
    return (
        (rule.category is None or rule.category == exhibit.category)
        and (rule.handling is None or rule.handling in exhibit.handling)
        and (rule.party is None or rule.party == recipient.party)
        and (rule.kind is None or rule.kind == recipient.kind)
    )


def outcome(rules: Iterable[Rule], exhibit: Marked, recipient: Recipient, now: datetime) -> Outcome:
    """Return the release that the rules give one party, or none with the reason."""
    heard = tuple(sorted((one for one in rules if speaks(one, exhibit, recipient)), key=lambda one: one.code))
    if not heard:
        return Outcome(_nothing(recipient), "no_rule")
    strictest = _strictest(heard, recipient)
    refused = _refused(strictest, exhibit, recipient, now)
    if refused is not None:
        return Outcome(_nothing(recipient), refused, heard)
    return Outcome(strictest, "rules", heard)


def outcomes(
    rules: Sequence[Rule], exhibit: Marked, recipients: Iterable[Recipient], now: datetime
) -> dict[UUID, Outcome]:
    """Return the outcome for each party."""
    return {one.party: outcome(rules, exhibit, one, now) for one in recipients}


def _nothing(recipient: Recipient) -> Conditions:
    return Conditions(recipient.party, int(Level.NONE))


def _strictest(heard: Sequence[Rule], recipient: Recipient) -> Conditions:
    """Combine the rules: each part is what every rule permits."""
    starts = [one.not_before for one in heard if one.not_before is not None]
    ends = [one.until for one in heard if one.until is not None]
    seats = _common([one.seats for one in heard])
    return Conditions(
        party=recipient.party,
        level=min(int(one.level) for one in heard),
        authorities=_common([one.authorities for one in heard]),
        seats=seats if seats is None else seats & recipient.seats,
        not_before=max(starts, default=None),
        until=min(ends, default=None),
        purposes=_purposes(heard),
    )


def _common(named: Iterable[Collection[Named] | None]) -> frozenset[Named] | None:
    """Return the intersection of all sets that are given; `None` if none is."""
    sets = [frozenset(one) for one in named if one is not None]
    return frozenset.intersection(*sets) if sets else None


def _purposes(heard: Sequence[Rule]) -> frozenset[str] | None:
    """Return what all permit; `None` if no rule names purposes, which permits all except use for another offence."""
    if all(one.purposes is None for one in heard):
        return None
    return frozenset.intersection(*(purposes_of(one.purposes) for one in heard))


def _refused(wanted: Conditions, exhibit: Marked, recipient: Recipient, now: datetime) -> str | None:
    """Return why the rules give nothing, or `None`. The first reason in this order is reported."""
    if wanted.level <= Level.NONE:
        return "rule_none"
    if not recipient.active:
        return "party_not_active"
    if recipient.gated:
        return "outbound_gate_closed"
    if wanted.until is not None and wanted.until <= max(now, wanted.not_before or now):
        return "rules_over"
    if any(one is not None and not one for one in (wanted.authorities, wanted.seats, wanted.purposes)):
        return "rules_admit_nobody"
    return _marked_against(wanted, exhibit.tlp)


def _marked_against(wanted: Conditions, tlp: str) -> str | None:
    """Return a refusal by TLP 2.0, or `None`.

    RED needs named persons, AMBER+STRICT one authority; unknown colours are refused.
    """
    if tlp == "RED":
        return "tlp_red_needs_seats" if wanted.seats is None else None
    if tlp == "AMBER_STRICT":
        return "tlp_amber_strict_needs_authority" if len(wanted.authorities or ()) != 1 else None
    return None if tlp in _FREE else "tlp_unknown"


_FREE: Final = {"AMBER", "GREEN", "CLEAR"}
