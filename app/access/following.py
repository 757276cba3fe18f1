"""What is derived follows what it was derived from: the strictest of all parents, in every order. Pure, total, deny by default.

`strictest` is the meet of releases to one party: what each of them admits and no more. `follows` says whether a release lies
within another; its twin in the database, `follows()`, refuses any that does not. Of marks the union counts.
Deliberately not here: which exhibits bind which (`bounds` in `app/schema`), and the rows (`services/derivations.py`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar
from uuid import UUID

from app.access.decisions import UNNAMED, Conditions, Level, Purpose

Named = TypeVar("Named")

#: An exhibit names no more parents than these.
MOST: Final = 20
_EVERY: Final = frozenset(one.value for one in Purpose)
#: TLP 2.0, the strictest last.
_COLOURS: Final = ("CLEAR", "GREEN", "AMBER", "AMBER_STRICT", "RED")


class How(StrEnum):
    """By what an exhibit came of another (ISO/IEC 27037, 27042; the verbs of chain of custody)."""

    COPY = "copy"
    EXTRACT = "extract"
    TRANSLATION = "translation"
    TRANSCRIPT = "transcript"
    REDACTION = "redaction"
    ANALYSIS = "analysis"
    COMBINATION = "combination"


@dataclass(frozen=True, slots=True)
class Marks:
    """What an exhibit bears: its codes, its colour, and the texts to be acknowledged."""

    handling: frozenset[str]
    tlp: str
    texts: tuple[str, ...] = ()


def marks(own: Marks, parents: Iterable[Marks]) -> Marks:
    """The marks of what is derived: every code of every parent, each text, the strictest colour; an unknown one is the strictest."""
    every = [own, *parents]
    codes = frozenset().union(*(one.handling for one in every))
    texts = dict.fromkeys(text for one in every for text in one.texts)
    return Marks(
        codes - {"H0"} or frozenset({"H0"}),
        max((one.tlp for one in every), key=strictness),
        tuple(text for text in texts if not any(text in other for other in texts if other != text)),
    )


def strictness(tlp: str) -> int:
    """The place of a colour; an unknown one is stricter than any."""
    return _COLOURS.index(tlp) if tlp in _COLOURS else len(_COLOURS)


def strictest(parents: Sequence[Conditions], plain: Collection[UUID]) -> Conditions | None:
    """What all of these releases to one party admit; None: nothing. `plain`: seats that a release without names may admit."""
    if not parents or len({one.party for one in parents}) != 1:
        return None
    seats = _common([one.seats for one in parents])
    if seats is not None and any(one.seats is None for one in parents):
        seats &= frozenset(plain)
    starts = [one.not_before for one in parents if one.not_before is not None]
    ends = [one.until for one in parents if one.until is not None]
    named = _common([one.purposes for one in parents])
    if named is not None and any(one.purposes is None for one in parents):
        named &= UNNAMED
    met = Conditions(
        party=parents[0].party,
        level=min(one.level for one in parents),
        authorities=_common([one.authorities for one in parents]),
        seats=seats,
        not_before=max(starts, default=None),
        until=min(ends, default=None),
        purposes=named,
        court_use=all(one.court_use for one in parents),
    )
    return None if _admits_nobody(met) else met


def follows(
    wanted: Conditions, binding: Conditions | None, plain: Collection[UUID], *, own: bool = False, h1: bool = True
) -> bool:
    """Whether nobody gains by `wanted` over `binding`, the release of a parent to the same party; None: it has none.

    `own`: that party obtained the parent. `h1`: the parent bears H1, so that use in court goes no further than its consent.
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
    """What a release admits; `own`: to a party that obtained the exhibit."""
    unnamed = _EVERY if own else UNNAMED
    return unnamed if release.purposes is None else frozenset(release.purposes)


def _admits_nobody(met: Conditions) -> bool:
    over = met.until is not None and met.not_before is not None and met.until <= met.not_before
    empty = any(one is not None and not one for one in (met.authorities, met.seats, met.purposes))
    return met.level <= Level.NONE or over or empty


def _names_within(wanted: Collection[UUID] | None, binding: Collection[UUID] | None, plain: Collection[UUID]) -> bool:
    if binding is None:
        return wanted is None or set(wanted) <= set(plain)
    return wanted is not None and set(wanted) <= set(binding)


def _within(wanted: Collection[object] | None, bounds: Collection[object] | None) -> bool:
    return bounds is None or (wanted is not None and set(wanted) <= set(bounds))


def _common(named: Iterable[Collection[Named] | None]) -> frozenset[Named] | None:
    """What all name that name any; None: nobody names any."""
    sets = [frozenset(one) for one in named if one is not None]
    return frozenset.intersection(*sets) if sets else None
