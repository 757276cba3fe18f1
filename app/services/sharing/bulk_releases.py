"""Share many exhibits with several parties, or recall many releases: all of them, or none.

Each release is decided by the same functions as a single one, with its own entry in the ledger and its own approvals.
A preview does the same and undoes it. Exhibits that are bound by exhibits of another party are refused, because each
refused attempt on them is recorded (`services/sharing/parent_bounds.py`).
Not here: the rules of one release or recall (`services/sharing/releases.py`).
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, NamedTuple
from uuid import UUID

from sqlalchemy import select

from app.access.seats import Seat
from app.access.sharing.decisions import Level
from app.database import Reading, Writing
from app.errors import Conflict, PreconditionRequired, Refusal
from app.models import Evidence, Release
from app.services import bulk
from app.services.sharing import recalls, releases, waiting_releases
from app.services.sharing.terms import ReleaseTerms
from app.services.teams import roster as rosters

Outcome = Literal["released", "changed", "recalled", "waits", "none", "refused"]


class Wanted(NamedTuple):
    """An exhibit and a party, with the version of the release that the leader saw; `None`: it saw no release."""

    evidence: UUID
    party: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The result for one exhibit and party.

    Attributes:
        wanted: The exhibit and party, with the present version in a preview.
        outcome: The effect. `none`: there is no release to recall.
        level: Level of the release before.
        gates: The approvals for which it waits.
        copies: How many copies the party is asked about.
        refusal: Why it was refused.
    """

    wanted: Wanted
    outcome: Outcome
    level: str | None = None
    gates: Sequence[str] = ()
    copies: int = 0
    refusal: Refusal | None = None


class _Present(NamedTuple):
    """The present release of an exhibit to a party."""

    level: str
    version: int


_Key = tuple[UUID, str]
_Act = Callable[[Wanted, _Present | None], Awaitable[Result]]


async def share(
    session: Writing, seat: Seat, wanted: Sequence[Wanted], terms: Mapping[str, ReleaseTerms], *, preview: bool
) -> list[Result]:
    """Grant or change a release for each exhibit and party.

    Args:
        session: The transaction of the request.
        seat: The leader.
        wanted: The exhibits and parties, each pair once.
        terms: The terms for each party.
        preview: Whether only the results are wanted. Versions are then not compared.

    Returns:
        A result for each, in the order of `wanted`. If one is refused, nothing was changed.
    """
    return await _each(session, seat, wanted, partial(_share, session, seat, terms), preview=preview)


async def recall(session: Writing, seat: Seat, wanted: Sequence[Wanted], reason: str, *, preview: bool) -> list[Result]:
    """Recall the release of each exhibit to each party. Arguments and results as for `share`."""
    copies = await recalls.count_copies(session, {one.evidence for one in wanted})
    roster = await rosters.of(session, seat.jit)
    by_code = {(evidence, roster.party_code(party)): number for (evidence, party), number in copies.items()}
    return await _each(session, seat, wanted, partial(_recall, session, seat, by_code, reason), preview=preview)


async def _each(session: Writing, seat: Seat, wanted: Sequence[Wanted], act: _Act, *, preview: bool) -> list[Result]:
    """Act on each in one order, so that two leaders do not wait for each other, and undo it if it does not stay."""
    before = await _present_releases(session, seat, wanted)
    ordered = sorted(wanted, key=lambda one: one[:2])
    if preview:
        ordered = [one._replace(version=_version(before.get(one[:2]))) for one in ordered]
    made = await bulk.act_on_each(session, ordered, lambda one: act(one, before.get(one[:2])), keep=not preview)
    results = dict[_Key, Result]()
    for one, result in zip(ordered, made, strict=True):
        present = before.get(one[:2])
        shown = Result(one, "refused", refusal=result) if isinstance(result, Refusal) else result
        results[one[:2]] = replace(shown, level=present and present.level)
    return [results[one[:2]] for one in wanted]


def _version(present: _Present | None) -> int | None:
    return present and present.version


async def _share(
    session: Writing, seat: Seat, terms: Mapping[str, ReleaseTerms], wanted: Wanted, present: _Present | None
) -> Result:
    if await session.scalar(select(Evidence.bound).where(Evidence.id == wanted.evidence)):
        raise Conflict(
            "A source exhibit belongs to another party. Share this exhibit on its own page.", code="bound-by-parents"
        )
    made = await releases.decide(
        session,
        seat,
        wanted.evidence,
        terms[wanted.party],
        expected=wanted.version,
        creates=wanted.version is None,
    )
    if isinstance(made, UUID):
        return await _waiting(session, seat, wanted, made)
    return Result(wanted, "released" if present is None else "changed")


async def _recall(
    session: Writing,
    seat: Seat,
    copies: Mapping[_Key, int],
    reason: str,
    wanted: Wanted,
    present: _Present | None,
) -> Result:
    if wanted.version is None:
        if present is not None:
            raise PreconditionRequired("Send the version of the release that you recall.")
        await releases.list_releases(session, wanted.evidence)  # an exhibit that is absent or invisible is refused
        return Result(wanted, "none")
    waits = await releases.recall(session, seat, wanted.evidence, wanted.party, expected=wanted.version, reason=reason)
    asked = copies.get(wanted[:2], 0)
    if waits is not None:
        return replace(await _waiting(session, seat, wanted, waits), copies=asked)
    return Result(wanted, "recalled", copies=asked)


async def _waiting(session: Writing, seat: Seat, wanted: Wanted, waiting: UUID) -> Result:
    found = await waiting_releases.read(session, seat, waiting)
    return Result(wanted, "waits", gates=found.waits_for)


async def _present_releases(session: Reading, seat: Seat, wanted: Sequence[Wanted]) -> dict[_Key, _Present]:
    roster = await rosters.of(session, seat.jit)
    rows = await session.execute(
        select(Release.evidence, Release.party, Release.level, Release.version).where(
            Release.evidence.in_({one.evidence for one in wanted})
        )
    )
    return {(row.evidence, roster.party_code(row.party)): _Present(Level(row.level).word, row.version) for row in rows}
