"""Consent requests: states, what was requested, and whether a release stays within a consent. Pure.

A consent allows only the stated use: the granted release stays within the existing release combined with the request.
Not here: the rows (`services/sharing/consents.py`), and what a release permits (`access/sharing/decisions.py`).
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Final, TypeVar

from app.access.sharing.decisions import UNNAMED, Conditions, purposes_of

Named = TypeVar("Named")

#: Limits and default of the deadline that the requester sets. No answer by then counts as refusal.
SHORTEST: Final = timedelta(hours=1)
USUAL: Final = timedelta(days=7)
LONGEST: Final = timedelta(days=60)


class Use(StrEnum):
    """Purpose of a consent request."""

    RELEASE = "release"
    COURT = "court"
    QUESTION = "question"


class ConsentState(StrEnum):
    """State of a consent request."""

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
    """Return the release if everything requested were granted: each part at least as wide as in `stood`."""
    return replace(
        stood,
        level=max(stood.level, asked.level),
        authorities=_wider(stood.authorities, asked.authorities),
        seats=_wider(stood.seats, asked.seats),
        purposes=_for_more(stood.purposes, asked.purposes),
    )


def within(wanted: Conditions, bounds: Conditions | None) -> bool:
    """Return whether `wanted` gives nobody more access than `bounds`; `None` in `bounds` means no release.

    Naming seats where none were named is not within: it may admit members who are neither leader nor contributor.
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
    """Return whether the release disseminates an H2 exhibit further.

    The provider must then state on what consent.
    """
    return "H2" in handling and not within(wanted, stood)


def _wider(stood: Collection[Named] | None, asked: Collection[Named] | None) -> Collection[Named] | None:
    return None if stood is None else [*stood, *(one for one in asked or () if one not in stood)]


def _for_more(stood: Collection[str] | None, asked: Collection[str] | None) -> Collection[str] | None:
    """Return the union of purposes.

    `None` names none and permits all except use for another offence, which must be named.
    """
    if stood is None and purposes_of(asked or ()) <= UNNAMED:
        return None
    return sorted(purposes_of(stood) | purposes_of(asked or ()))


def _subset(wanted: Collection[object] | None, bounds: Collection[object] | None) -> bool:
    return bounds is None or (wanted is not None and set(wanted) <= set(bounds))
