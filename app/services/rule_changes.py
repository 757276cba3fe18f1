"""Changed rules and the exhibits that are there already: what would change, named one by one, and done only as it was shown.

It speaks of exhibits whose releases rules made, as far as the leader sees them; what a leader decided since by hand stays.
A page ends with a whole exhibit and bears a token; applying it demands the token, so that what was shown is what is done.
Deliberately not here: how rules are weighed (`access/rules.py`), and the rules themselves (`services/access_rules.py`).
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access import rules
from app.access.gates import takes_away
from app.access.rules import Marked, Outcome, Recipient, Rule
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Stale
from app.models import Evidence, Release, WaitingRelease
from app.services import access_rules, four_eyes, releases, waiting_releases
from app.services import roster as rosters
from app.services.roster import Roster
from app.services.terms import Resolved, conditions

#: So many exhibits are looked through for one page, however few of them would change.
LOOKED_THROUGH: Final = 2000
_BATCH: Final = 500
_TERMS: Final = ("level", "authorities", "seats", "not_before", "until", "purposes", "basis")
#: Why a wish of earlier rules ends.
SUPERSEDED: Final = "The standing rules give this party something else now."
ByParty = dict[UUID, Any]
NO_RULE: Final = "No standing rule releases it any more."


@dataclass(frozen=True, slots=True)
class Change:
    """One party of one exhibit: the release that stands, and the one that the rules make. None: no release."""

    evidence: UUID
    exhibit_number: str
    title: str
    party: UUID
    standing: Any  # a row of `releases`
    outcome: Outcome
    wanted: Resolved | None


@dataclass(frozen=True, slots=True)
class Lot:
    """A page of changes. `after` and `next`: the exhibits between which it lies."""

    changes: Sequence[Change]
    roster: Roster
    token: str
    next: UUID | None


async def lot(session: Reading, seat: Seat, *, after: UUID | None, limit: int) -> Lot:
    """What the rules as they read now would change of the exhibits behind `after`."""
    roster = await rosters.of(session, seat.jit)
    weighing = await _weighing(session, seat, roster)
    changes: list[Change] = []
    at, looked = after, 0
    while len(changes) < limit and looked < LOOKED_THROUGH:
        exhibits = await _ruled(session, seat, at)
        standing, waits = (
            await _by_party(session, seat, exhibits, Release),
            await _by_party(session, seat, exhibits, WaitingRelease),
        )
        for exhibit in exhibits:
            at, looked = exhibit.id, looked + 1
            changes += weighing.changes(exhibit, standing.get(exhibit.id, {}), waits.get(exhibit.id, {}))
            if len(changes) >= limit:
                break
        else:
            if len(exhibits) < _BATCH:
                return Lot(changes, roster, weighing.token(changes), None)
    return Lot(changes, roster, weighing.token(changes), at)


async def apply(session: Writing, seat: Seat, *, after: UUID | None, limit: int, token: str) -> Lot:
    """Make the changes of a page, each a fact, exactly as it was shown. Raises `Stale` when it would show something else."""
    shown = await lot(session, seat, after=after, limit=limit)
    exhibits = await _locked(session, shown)
    now_shown = await lot(session, seat, after=after, limit=limit)
    if {token, shown.token} != {now_shown.token}:
        raise Stale(
            "Rules, releases or exhibits were changed since this was shown. Nothing was changed now; look at it again.",
            extra={"current": {"token": now_shown.token, "changes": len(now_shown.changes)}},
        )
    for change in shown.changes:
        await _make(session, seat, shown.roster, exhibits[change.evidence], change)
    return shown


@dataclass(frozen=True, slots=True)
class _Weighing:
    """The rules of a party, weighed for each kind of exhibit once."""

    rows: Sequence[Any]
    rules: Sequence[Rule]
    recipients: Sequence[Recipient]
    roster: Roster
    now: datetime
    weighed: dict[Marked, dict[UUID, tuple[Outcome, Resolved | None]]]

    def changes(self, exhibit: Any, standing: ByParty, waits: ByParty) -> list[Change]:  # noqa: ANN401 - a row of `_ruled`
        """What is neither so already nor waits for its gates."""
        given = self._given(Marked.of(exhibit))
        found = []
        for party, (outcome, wanted) in given.items():
            release = standing.get(party)
            done = _same(release, wanted, self.now) or _waits(waits.get(party), release, wanted, self.now)
            if party not in exhibit.by_hand and not done:
                found.append(Change(exhibit.id, exhibit.exhibit_number, exhibit.title, party, release, outcome, wanted))
        return found

    def _given(self, marked: Marked) -> dict[UUID, tuple[Outcome, Resolved | None]]:
        if marked not in self.weighed:
            found = rules.outcomes(self.rules, marked, self.recipients, self.now)
            self.weighed[marked] = {
                party: (one, access_rules.resolved(one, self.roster) if one.level else None)
                for party, one in found.items()
            }
        return self.weighed[marked]

    def token(self, changes: Sequence[Change]) -> str:
        """Of everything that is shown, and of the rules that show it."""
        said: list[Any] = [[f"{one.id}:{one.version}" for one in self.rows]]
        for one in changes:
            before = None if one.standing is None else one.standing.version
            after = None if one.wanted is None else [str(getattr(one.wanted.terms, name)) for name in _TERMS]
            said.append([str(one.evidence), str(one.party), before, after])
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


async def _weighing(session: Reading, seat: Seat, roster: Roster) -> _Weighing:
    rows = await access_rules.list_all(session, seat)
    recipients = access_rules.recipients(roster, seat.party)
    return _Weighing(rows, [access_rules.rule_of(one) for one in rows], recipients, roster, clock.now(), {})


async def _ruled(session: Reading, seat: Seat, after: UUID | None) -> Sequence[Any]:
    """The next exhibits whose releases rules made. The originator's own row is always effective: its index is read."""
    query = (
        select(
            Evidence.id,
            Evidence.exhibit_number,
            Evidence.title,
            Evidence.category,
            Evidence.handling,
            Evidence.tlp,
            Release.by_hand,
        )
        .join(Evidence, (Evidence.jit == Release.jit) & (Evidence.id == Release.evidence))
        .where(
            Release.jit == seat.jit,
            Release.party == seat.party,
            Release.originator == seat.party,
            Release.effective,
            Release.by_hand.is_not(None),
            Evidence.status == "active",
        )
    )
    if after is not None:
        query = query.where(Release.evidence > after)
    return (await session.execute(query.order_by(Release.evidence).limit(_BATCH))).all()


async def _by_party(
    session: Reading, seat: Seat, exhibits: Sequence[Any], table: type[Release | WaitingRelease]
) -> dict[UUID, ByParty]:
    """The releases of each exhibit that stand, or that wait, by party."""
    columns = [getattr(table, name) for name in ("evidence", "party", *_TERMS)]
    if table is Release:
        columns += [Release.state, Release.version, Release.court_use]
    query = select(*columns).where(table.evidence.in_([one.id for one in exhibits]), table.party != seat.party)
    found: dict[UUID, ByParty] = {}
    for row in await session.execute(query):
        found.setdefault(row.evidence, {})[row.party] = row
    return found


def _loses(release: Release, wanted: Resolved | None) -> bool:
    """Whether somebody who has the release would not have the exhibit any more."""
    return wanted is None or takes_away(wanted.conditions(), conditions(release))


def _waits(wish: Any, release: Any, wanted: Resolved | None, now: datetime) -> bool:  # noqa: ANN401 - rows
    """Whether that very change was decided already, and waits."""
    if wish is None:
        return False
    if not wish.level:
        return release is not None and _loses(release, wanted)
    return wanted is not None and _same(wish, wanted, now)


def _same(release: Any, wanted: Resolved | None, now: datetime) -> bool:  # noqa: ANN401 - a row of `releases`
    if release is None or wanted is None:
        over = release is not None and release.until is not None and release.until <= now
        return wanted is None and (release is None or over)
    return (
        (release.level, release.not_before, release.until, release.basis)
        == (int(wanted.level), wanted.terms.not_before, wanted.terms.until, wanted.terms.basis)
        and _set(release.authorities) == _set(wanted.authorities)
        and _set(release.seats) == _set(wanted.seats)
        and _set(release.purposes) == _set(wanted.terms.purposes)
    )


def _set(values: Sequence[Any] | None) -> frozenset[Any] | None:
    return None if values is None else frozenset(values)


async def _locked(session: Writing, shown: Lot) -> dict[UUID, Evidence]:
    """Exhibits, then their releases, the originator's first: in the order in which every decision takes them."""
    ids = {one.evidence for one in shown.changes}
    exhibits = await session.scalars(
        select(Evidence).where(Evidence.id.in_(ids)).order_by(Evidence.id).with_for_update(key_share=True)
    )
    found = {one.id: one for one in exhibits}
    await session.execute(
        select(Release.evidence)
        .where(Release.evidence.in_(ids))
        .order_by(Release.evidence, (Release.party != Release.originator), Release.party)
        .with_for_update()
    )
    return found


async def _make(session: Writing, seat: Seat, roster: Roster, exhibit: Evidence, change: Change) -> None:
    """One change: the row and its fact, or the wish where a gate stands, as if a leader had decided it, which one does."""
    wanted = change.wanted
    release = await session.get(Release, (seat.jit, change.party, exhibit.id), populate_existing=True)
    postponed = wanted is not None and wanted.pending(clock.now()) and release and release.state == "effective"
    reason = change.outcome.basis or NO_RULE
    await waiting_releases.drop(session, seat, exhibit.id, SUPERSEDED, party=change.party)
    if release is not None and _loses(release, wanted) and await four_eyes.recalled_by_two(session, seat, release):
        await four_eyes.want_recall(session, seat, roster, release, reason)
        return
    if release is not None and (wanted is None or postponed):
        await releases.take_back(session, seat, roster, release, reason)
        release = None
    if wanted is not None:
        await releases.put(session, seat, roster, exhibit, release, wanted)
