"""Standing rules: what a party's matrix gives each party of an exhibit. Pure, total, and blind to the order of the rules.

A rule speaks of an exhibit by its category and its handling code, and to a party by its name or its kind; what it leaves
out is any. Every rule that speaks is heard, and the strictest wins: the lowest level, and of whom, when and what for only
what all of them admit. `Level.NONE` beats all. The database holds a member's rows to the same (`under_rules` in
`app/schema`). Deliberately not here: the rows themselves, and what a leader decides for one exhibit (`services/releases.py`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol, Self, TypeVar
from uuid import UUID

from app.access.decisions import Conditions, Level, purposes_of

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Rule:
    """One cell of a party's matrix and what it says. `clause`: of the agreement."""

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
    """An exhibit, as far as rules read it."""

    category: str
    handling: frozenset[str]
    tlp: str

    @classmethod
    def of(cls, what: "Stated") -> Self:
        """The same of a row, a registration or a draft."""
        return cls(what.category, frozenset(what.handling), what.tlp)


class Stated(Protocol):
    """Whatever has the marks of an exhibit."""

    @property
    def category(self) -> str:
        """Its category."""

    @property
    def handling(self) -> Collection[str]:
        """Its handling codes."""

    @property
    def tlp(self) -> str:
        """Its colour."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A party that may be given a release. `gated`: rules send nothing to it. `seats`: those that have not ended."""

    party: UUID
    kind: str
    active: bool = True
    gated: bool = False
    seats: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules give one party. `because`: the rule of rules that decided. `rules`: those that spoke, by their code."""

    release: Conditions
    because: str
    rules: tuple[Rule, ...] = ()

    @property
    def level(self) -> Level:
        """How far the release goes that is made of it."""
        return Level(self.release.level)

    @property
    def by_two(self) -> bool:
        """Whether a second leader is asked before it."""
        return any(one.four_eyes for one in self.rules)

    @property
    def basis(self) -> str:
        """The clauses that the rules cite, each with its rules."""
        cited: dict[str, list[str]] = {}
        for rule in self.rules:
            cited.setdefault(rule.clause, []).append(rule.code)
        return "; ".join(f"{clause} ({', '.join(codes)})" for clause, codes in cited.items())


def speaks(rule: Rule, exhibit: Marked, recipient: Recipient) -> bool:
    """Whether a rule speaks of this exhibit to this party."""
    return (
        (rule.category is None or rule.category == exhibit.category)
        and (rule.handling is None or rule.handling in exhibit.handling)
        and (rule.party is None or rule.party == recipient.party)
        and (rule.kind is None or rule.kind == recipient.kind)
    )


def outcome(rules: Iterable[Rule], exhibit: Marked, recipient: Recipient, now: datetime) -> Outcome:
    """The release that the rules make of the exhibit for one party, or none and why."""
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
    """The same for each party."""
    return {one.party: outcome(rules, exhibit, one, now) for one in recipients}


def _nothing(recipient: Recipient) -> Conditions:
    return Conditions(recipient.party, int(Level.NONE))


def _strictest(heard: Sequence[Rule], recipient: Recipient) -> Conditions:
    """The meet of all: each part is the least that any of them admits."""
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
    """What all name that name any; None: nobody names any."""
    sets = [frozenset(one) for one in named if one is not None]
    return frozenset.intersection(*sets) if sets else None


def _purposes(heard: Sequence[Rule]) -> frozenset[str] | None:
    """What all admit; None: nobody names any, which admits all but use for another offence."""
    if all(one.purposes is None for one in heard):
        return None
    return frozenset.intersection(*(purposes_of(one.purposes) for one in heard))


def _refused(wanted: Conditions, exhibit: Marked, recipient: Recipient, now: datetime) -> str | None:
    """Why nothing comes of it. The first reason in this order is told."""
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
    """TLP 2.0: RED goes to named persons, AMBER+STRICT to one organisation; an unknown colour goes nowhere."""
    if tlp == "RED":
        return "tlp_red_needs_seats" if wanted.seats is None else None
    if tlp == "AMBER_STRICT":
        return "tlp_amber_strict_needs_authority" if len(wanted.authorities or ()) != 1 else None
    return None if tlp in _FREE else "tlp_unknown"


_FREE: Final = {"AMBER", "GREEN", "CLEAR"}
