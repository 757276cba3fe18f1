"""What a consent is: the states that it goes through, how much was asked, and whether a release stays within it. Pure.

A consent unblocks the stated use only: what is granted lies within the release that stood and what was asked, joined.
Deliberately not here: the rows (`services/consents.py`), and what a release admits (`access/decisions.py`).
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Final, TypeVar

from app.access.decisions import UNNAMED, Conditions, purposes_of

Named = TypeVar("Named")

#: A clock is set by the asker between these; silence at its end is a refusal.
SHORTEST: Final = timedelta(hours=1)
USUAL: Final = timedelta(days=7)
LONGEST: Final = timedelta(days=60)


class Use(StrEnum):
    """For what a consent is asked."""

    RELEASE = "release"
    COURT = "court"
    QUESTION = "question"


class ConsentState(StrEnum):
    """Where a request stands."""

    REQUESTED = "requested"
    SEEN = "seen"
    GRANTED = "granted"
    GRANTED_WITH_CONDITIONS = "granted_with_conditions"
    REFUSED = "refused"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


OPEN: Final = frozenset({ConsentState.REQUESTED, ConsentState.SEEN})
GRANTED: Final = frozenset({ConsentState.GRANTED, ConsentState.GRANTED_WITH_CONDITIONS})


def joined(stood: Conditions, asked: Conditions) -> Conditions:
    """The release as it would stand if all that was asked were granted: each part at least as wide as it was."""
    return replace(
        stood,
        level=max(stood.level, asked.level),
        authorities=_wider(stood.authorities, asked.authorities),
        seats=_wider(stood.seats, asked.seats),
        purposes=_for_more(stood.purposes, asked.purposes),
    )


def within(wanted: Conditions, bounds: Conditions | None) -> bool:
    """Whether nobody gains by `wanted` over `bounds`; None: nothing stood.

    Naming seats where none were named may admit who is neither leader nor member, and so is no narrowing.
    """
    return (
        bounds is not None
        and wanted.party == bounds.party
        and wanted.level <= bounds.level
        and _subset(wanted.authorities, bounds.authorities)
        and purposes_of(wanted.purposes) <= purposes_of(bounds.purposes)
        and (wanted.seats is None) == (bounds.seats is None)
        and _subset(wanted.seats, bounds.seats)
        and (bounds.not_before is None or (wanted.not_before is not None and bounds.not_before <= wanted.not_before))
        and (bounds.until is None or (wanted.until is not None and wanted.until <= bounds.until))
    )


def needs_statement(handling: Collection[str], stood: Conditions | None, wanted: Conditions) -> bool:
    """H2: whether this release disseminates further, so that the provider must say on what consent."""
    return "H2" in handling and not within(wanted, stood)


def _wider(stood: Collection[Named] | None, asked: Collection[Named] | None) -> Collection[Named] | None:
    return None if stood is None else [*stood, *(one for one in asked or () if one not in stood)]


def _for_more(stood: Collection[str] | None, asked: Collection[str] | None) -> Collection[str] | None:
    """Purposes together. None names none, and gives all but use for another offence, which must be named."""
    if stood is None and purposes_of(asked or ()) <= UNNAMED:
        return None
    return sorted(purposes_of(stood) | purposes_of(asked or ()))


def _subset(wanted: Collection[object] | None, bounds: Collection[object] | None) -> bool:
    return bounds is None or (wanted is not None and set(wanted) <= set(bounds))
