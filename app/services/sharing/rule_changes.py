"""Applies changed default sharing rules to existing exhibits: shows pages of changes, and makes them.

Covers active exhibits with releases that come from rules, as far as the leader sees them. Releases that a leader
decided by hand since then stay. A page ends after a complete exhibit and has a token. `apply` requires the token, so
that it makes only changes that were shown. Changes by which somebody gains access to an exhibit for which the party
requires an approval are left out until it is lifted.
Not here: the evaluation of rules (`access/sharing/rules.py`), and the rules themselves (`services/sharing/access_rules.py`).
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.access.sharing import rules
from app.access.sharing.consents import within
from app.access.sharing.gates import takes_away
from app.access.sharing.rules import Marked, Outcome, Recipient, Rule
from app.database import Reading, Writing
from app.errors import Stale
from app.models import AccessRule, Evidence, Release, WaitingRelease
from app.services.sharing import access_rules, four_eyes, releases, required_approvals, waiting_releases
from app.services.sharing.terms import ReleaseRow, Resolved, conditions
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

#: Number of exhibits examined for one page, even if few of them change.
LOOKED_THROUGH: Final = 2000
_BATCH: Final = 500
_TERMS: Final = ("level", "authorities", "seats", "not_before", "until", "purposes", "basis")
#: Reason for ending a waiting release that earlier rules made.
SUPERSEDED: Final = "The default sharing rules now give this party other access."
ByParty = dict[UUID, ReleaseRow]
NO_RULE: Final = "No default sharing rule releases the exhibit any more."


@dataclass(frozen=True, slots=True)
class Change:
    """The change for one party of one exhibit.

    Attributes:
        standing: The present release; `None` if there is none.
        outcome: Release that the rules give to the party.
        wanted: The release under the rules; `None` if they grant none.
    """

    evidence: UUID
    exhibit_number: str
    title: str
    party: UUID
    standing: ReleaseRow | None
    outcome: Outcome
    wanted: Resolved | None


@dataclass(frozen=True, slots=True)
class ChangePage:
    """A page of changes.

    Attributes:
        token: Hash of the rules and changes shown, for `apply`.
        next: The exhibit after which the next page begins; `None` on the last page.
    """

    changes: Sequence[Change]
    roster: Roster
    token: str
    next: UUID | None


async def preview(session: Reading, seat: Seat, *, after: UUID | None, limit: int) -> ChangePage:
    """Return what the present rules would change for exhibits after `after`.

    A page ends with the first exhibit that brings it to `limit` changes, or after about `LOOKED_THROUGH` exhibits.
    """
    roster = await rosters.of(session, seat.jit)
    weighing = await _load_evaluation(session, seat, roster)
    changes: list[Change] = []
    at, looked = after, 0
    while len(changes) < limit and looked < LOOKED_THROUGH:
        exhibits = await _exhibits_under_rules(session, seat, at)
        standing, waits = (
            await _by_party(session, seat, exhibits, Release),
            await _by_party(session, seat, exhibits, WaitingRelease),
        )
        held = await required_approvals.awaiting(session, [one.id for one in exhibits])
        for exhibit in exhibits:
            at, looked = exhibit.id, looked + 1
            found = weighing.changes(exhibit, standing.get(exhibit.id, {}), waits.get(exhibit.id, {}))
            changes += [one for one in found if exhibit.id not in held or not _widens(one)]
            if len(changes) >= limit:
                break
        else:
            if len(exhibits) < _BATCH:
                return ChangePage(changes, roster, weighing.token(changes), None)
    return ChangePage(changes, roster, weighing.token(changes), at)


async def apply(
    session: Writing, seat: Seat, *, after: UUID | None, limit: int, token: str, privilege_checked: bool | None
) -> ChangePage:
    """Make the changes of a page, each with its audit log entry.

    Args:
        session: The transaction of the request.
        seat: The leader.
        after: As for `preview`.
        limit: As for `preview`.
        token: Token of the page that the leader saw.
        privilege_checked: Whether the leader confirms that the exhibits shared for the first time were checked for
            privileged material.

    Returns:
        The page.

    Raises:
        Stale: The page would show something else now.
        Invalid: An exhibit is shared for the first time without the confirmation.
    """
    shown = await preview(session, seat, after=after, limit=limit)
    exhibits = await _lock_exhibits(session, shown)
    now_shown = await preview(session, seat, after=after, limit=limit)
    if {token, shown.token} != {now_shown.token}:
        raise Stale(
            "Rules, releases or exhibits have changed since this preview. Check the preview again.",
            extra={"current": {"token": now_shown.token, "changes": len(now_shown.changes)}},
        )
    for change in shown.changes:
        confirmed = _confirmed(change, privilege_checked=privilege_checked)
        await _apply_change(session, seat, shown.roster, exhibits[change.evidence], confirmed)
    return shown


def _confirmed(change: Change, *, privilege_checked: bool | None) -> Change:
    """Return the change with the confirmation of the leader in its terms."""
    if change.wanted is None:
        return change
    terms = replace(change.wanted.terms, privilege_checked=privilege_checked)
    return replace(change, wanted=replace(change.wanted, terms=terms))


class _RuledExhibit(NamedTuple):
    """An exhibit with releases that come from rules. `by_hand`: the parties for which a leader decided since."""

    id: UUID
    exhibit_number: str
    title: str
    category: str
    handling: list[str]
    tlp: str
    by_hand: list[UUID] | None


@dataclass(frozen=True, slots=True)
class _RuleEvaluation:
    """The rules of a party, with a cache of their outcomes for each combination of markings."""

    rows: Sequence[AccessRule]
    rules: Sequence[Rule]
    recipients: Sequence[Recipient]
    roster: Roster
    now: datetime
    weighed: dict[Marked, dict[UUID, tuple[Outcome, Resolved | None]]]

    def changes(self, exhibit: _RuledExhibit, standing: ByParty, waits: ByParty) -> list[Change]:
        """Return the changes that are neither in force nor waiting for a gate."""
        given = self._given(Marked.of(exhibit))
        found = []
        for party, (outcome, wanted) in given.items():
            release = standing.get(party)
            done = _is_same(release, wanted, self.now) or _is_waiting(waits.get(party), release, wanted, self.now)
            if party not in (exhibit.by_hand or ()) and not done:
                found.append(Change(exhibit.id, exhibit.exhibit_number, exhibit.title, party, release, outcome, wanted))
        return found

    def _given(self, marked: Marked) -> dict[UUID, tuple[Outcome, Resolved | None]]:
        if marked not in self.weighed:
            found = rules.outcomes(self.rules, marked, self.recipients, self.now)
            self.weighed[marked] = {
                party: (one, access_rules.release_of_outcome(one, self.roster) if one.level else None)
                for party, one in found.items()
            }
        return self.weighed[marked]

    def token(self, changes: Sequence[Change]) -> str:
        """Return a hash of the rules and of everything shown."""
        contents: list[Any] = [[f"{one.id}:{one.version}" for one in self.rows]]
        for one in changes:
            before = None if one.standing is None else one.standing.version
            after = None if one.wanted is None else [str(getattr(one.wanted.terms, name)) for name in _TERMS]
            contents.append([str(one.evidence), str(one.party), before, after])
        return hashlib.sha256(json.dumps(contents).encode()).hexdigest()


async def _load_evaluation(session: Reading, seat: Seat, roster: Roster) -> _RuleEvaluation:
    rows = await access_rules.list_rules(session, seat)
    recipients = access_rules.recipients(roster, seat.party)
    return _RuleEvaluation(rows, [access_rules.rule_of(one) for one in rows], recipients, roster, clock.now(), {})


async def _exhibits_under_rules(session: Reading, seat: Seat, after: UUID | None) -> Sequence[_RuledExhibit]:
    """Return the next exhibits with releases that come from rules.

    Reads the originator's own release, which is always effective, so that its index is used.
    """
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
    return [_RuledExhibit(*row) for row in await session.execute(query.order_by(Release.evidence).limit(_BATCH))]


async def _by_party(
    session: Reading, seat: Seat, exhibits: Sequence[_RuledExhibit], table: type[Release | WaitingRelease]
) -> dict[UUID, ByParty]:
    """Return the releases or waiting releases of each exhibit, by party."""
    columns = [getattr(table, name) for name in ("evidence", "party", *_TERMS)]
    if table is Release:
        columns += [Release.state, Release.version, Release.court_use]
    query = select(*columns).where(table.evidence.in_([one.id for one in exhibits]), table.party != seat.party)
    found: dict[UUID, ByParty] = {}
    for row in await session.execute(query):
        found.setdefault(row.evidence, {})[row.party] = ReleaseRow(*row)
    return found


def _widens(change: Change) -> bool:
    """Return whether somebody would gain access; such changes wait while the party requires an approval."""
    present = None if change.standing is None else conditions(change.standing)
    return change.wanted is not None and not within(change.wanted.conditions(), present)


def _ends_access(release: Release | ReleaseRow, wanted: Resolved | None) -> bool:
    """Return whether somebody would lose access to the exhibit altogether."""
    return wanted is None or takes_away(wanted.conditions(), conditions(release))


def _is_waiting(waiting: ReleaseRow | None, release: ReleaseRow | None, wanted: Resolved | None, now: datetime) -> bool:
    """Return whether the same change was decided already and waits."""
    if waiting is None:
        return False
    if not waiting.level:
        return release is not None and _ends_access(release, wanted)
    return wanted is not None and _is_same(waiting, wanted, now)


def _is_same(release: ReleaseRow | None, wanted: Resolved | None, now: datetime) -> bool:
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


async def _lock_exhibits(session: Writing, shown: ChangePage) -> dict[UUID, Evidence]:
    """Lock the exhibits, then their releases, and return the exhibits by id.

    The originator's release is locked first, in the same order as in every other decision.
    """
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


async def _apply_change(session: Writing, seat: Seat, roster: Roster, exhibit: Evidence, change: Change) -> None:
    """Make one change and log it, or let it wait if a gate is closed, as for a leader's decision."""
    wanted = change.wanted
    release = await session.get(Release, (seat.jit, change.party, exhibit.id), populate_existing=True)
    postponed = wanted is not None and wanted.pending(clock.now()) and release and release.state == "effective"
    reason = change.outcome.basis or NO_RULE
    await waiting_releases.give_up_all(session, seat, exhibit.id, SUPERSEDED, party=change.party)
    if (
        release is not None
        and _ends_access(release, wanted)
        and await four_eyes.recall_needs_two(session, seat, release)
    ):
        await four_eyes.request_recall(session, seat, roster, release, reason)
        return
    if release is not None and (wanted is None or postponed):
        await releases.end_release(session, seat, roster, release, reason)
        release = None
    if wanted is not None:
        await releases.save(session, seat, roster, exhibit, release, wanted)
