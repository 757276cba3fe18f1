"""Derived exhibits: the strictest conditions of all parents apply.

Pure, total, deny by default, independent of order.
`strictest` combines releases to one party into what each of them permits. `follows` tells whether a release lies within
another; `follows()` in the database refuses releases that do not. Handling codes and texts are united.
Not here: which exhibits bind which (`bounds` in `app/schema`), and the rows (`services/evidence/derivations.py`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar
from uuid import UUID

from app.access.sharing.decisions import UNNAMED, Conditions, Level, Purpose

Named = TypeVar("Named")

#: Maximum number of parents of an exhibit.
MOST: Final = 20
_EVERY: Final = frozenset(one.value for one in Purpose)
#: TLP 2.0, least strict first.
_COLOURS: Final = ("CLEAR", "GREEN", "AMBER", "AMBER_STRICT", "RED")


class DerivationMethod(StrEnum):
    """How an exhibit was derived (ISO/IEC 27037, 27042)."""

    COPY = "copy"
    EXTRACT = "extract"
    TRANSLATION = "translation"
    TRANSCRIPT = "transcript"
    REDACTION = "redaction"
    ANALYSIS = "analysis"
    COMBINATION = "combination"


@dataclass(frozen=True, slots=True)
class Marks:
    """Handling codes of an exhibit, its TLP colour, and the texts to acknowledge."""

    handling: frozenset[str]
    tlp: str
    texts: tuple[str, ...] = ()


def marks(own: Marks, parents: Iterable[Marks]) -> Marks:
    """Return the marks of a derived exhibit: all codes and texts of its parents, and the strictest colour."""
    every = [own, *parents]
    codes = frozenset().union(*(one.handling for one in every))
    texts = dict.fromkeys(text for one in every for text in one.texts)
    return Marks(
        codes - {"H0"} or frozenset({"H0"}),
        max((one.tlp for one in every), key=strictness),
        tuple(text for text in texts if not any(text in other for other in texts if other != text)),
    )


def strictness(tlp: str) -> int:
    """Return the rank of a colour; an unknown one is the strictest."""
    return _COLOURS.index(tlp) if tlp in _COLOURS else len(_COLOURS)


def strictest(parents: Sequence[Conditions], plain: Collection[UUID]) -> Conditions | None:
    """Return what all of these releases to one party permit; `None` for nothing.

    `plain`: seats that a release without named seats may admit.
    """
    if not parents or len({one.party for one in parents}) != 1:
        return None
    seats = _intersection([one.seats for one in parents])
    if seats is not None and any(one.seats is None for one in parents):
        seats &= frozenset(plain)
    starts = [one.not_before for one in parents if one.not_before is not None]
    ends = [one.until for one in parents if one.until is not None]
    named = _intersection([one.purposes for one in parents])
    if named is not None and any(one.purposes is None for one in parents):
        named &= UNNAMED
    common = Conditions(
        party=parents[0].party,
        level=min(one.level for one in parents),
        authorities=_intersection([one.authorities for one in parents]),
        seats=seats,
        not_before=max(starts, default=None),
        until=min(ends, default=None),
        purposes=named,
        court_use=all(one.court_use for one in parents),
    )
    return None if _admits_nobody(common) else common


def follows(
    wanted: Conditions, binding: Conditions | None, plain: Collection[UUID], *, own: bool = False, h1: bool = True
) -> bool:
    """Return whether `wanted` gives nobody more than `binding`.

    `binding`: the release of a parent to the same party, or `None`. `own`: that party obtained the parent. `h1`: the
    parent has H1, so use in court is limited to its consent.
    """
    return (
        binding is not None
        and wanted.party == binding.party
        and wanted.level <= binding.level
        and _within(wanted.authorities, binding.authorities)
        and _names_within(wanted.seats, binding.seats, plain)
        and (binding.not_before is None or (wanted.not_before is not None and binding.not_before <= wanted.not_before))
        and (binding.until is None or (wanted.until is not None and wanted.until <= binding.until))
        and purposes(wanted) <= purposes(binding, own=own)
        and (own or not h1 or binding.court_use or not wanted.court_use)
    )


def purposes(release: Conditions, *, own: bool = False) -> frozenset[str]:
    """Return the purposes that a release permits. `own`: the release is to a party that obtained the exhibit."""
    unnamed = _EVERY if own else UNNAMED
    return unnamed if release.purposes is None else frozenset(release.purposes)


def _admits_nobody(common: Conditions) -> bool:
    over = common.until is not None and common.not_before is not None and common.until <= common.not_before
    empty = any(one is not None and not one for one in (common.authorities, common.seats, common.purposes))
    return common.level <= Level.NONE or over or empty


def _names_within(wanted: Collection[UUID] | None, binding: Collection[UUID] | None, plain: Collection[UUID]) -> bool:
    if binding is None:
        return wanted is None or set(wanted) <= set(plain)
    return wanted is not None and set(wanted) <= set(binding)


def _within(wanted: Collection[object] | None, bounds: Collection[object] | None) -> bool:
    return bounds is None or (wanted is not None and set(wanted) <= set(bounds))


def _intersection(named: Iterable[Collection[Named] | None]) -> frozenset[Named] | None:
    """Return the intersection of all sets that are given; `None` if none is."""
    sets = [frozenset(one) for one in named if one is not None]
    return frozenset.intersection(*sets) if sets else None
