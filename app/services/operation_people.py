"""Whose an action day, and each of its actions, is: what a seat is to it, and who hears of it. The twin of their policies.

A draft is its author's party's and the coordinators', also once it is given up. Told, leaders and members of all who take part hear of the
day, their participants and liaison officers by name. An action is heard by its own party, and by the day's people as far as it is shared.
Deliberately not here: what each may do (`access/operation_states.py`, the services).
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from app.access.operation_states import Party, Sharing
from app.access.roles import Role
from app.access.seats import PartyKind, Seat
from app.services.roster import Roster
from app.services.task_people import Hearing

_BY_NAME: Final = frozenset({Role.PARTICIPANT, Role.LIAISON})


def runs(seat: Seat, operation: Any) -> bool:  # noqa: ANN401 - a row of `operations`
    """Whether the seat changes the day: a coordinator, or a leader of the party that planned it."""
    return Role.COORDINATOR in seat.roles or (seat.party == operation.author_party and Role.LEADER in seat.roles)


def takes_part(seat: Seat, operation: Any) -> bool:  # noqa: ANN401
    """Whether the seat's party takes part, as far as it was told."""
    return seat.party is not None and seat.party in operation.parties and knows(seat.party, operation)


def knows(party: UUID, operation: Any) -> bool:  # noqa: ANN401
    """Whether the people of a party may hear that there is such a day: of a draft, its author's alone."""
    return operation.told_at is not None or party == operation.author_party


def stands(word: Any, operation: Any) -> bool:  # noqa: ANN401 - a row of `operation_words`
    """Whether a word was said for the day as it is meant now."""
    return word.word is not None and word.said_as == operation.told_as


def asked(operation: Any, roster: Roster) -> list[UUID]:  # noqa: ANN401
    """The parties whose word and approval count: States, which act. A body of the Union takes part, and decides for nobody."""
    acting = {one.id for one in roster.parties if one.kind == PartyKind.MEMBER_STATE}
    return [one for one in operation.parties if one in acting]


def hands_of(seat: Seat, action: Any) -> frozenset[Party]:  # noqa: ANN401 - a row of `actions`
    """What the seat is to an action; nothing, unless it is its party's."""
    if seat.party != action.party:
        return frozenset()
    if Role.LEADER in seat.roles:
        return frozenset(Party)
    return frozenset({Party.PEOPLE}) if Role.MEMBER in seat.roles else frozenset()


def of(operation: Any, roster: Roster) -> Hearing:  # noqa: ANN401
    """Who hears of the day."""
    parties = {operation.author_party}
    if operation.told_at is not None:
        parties |= set(operation.parties)
    return _hearing(roster, parties, everywhere=frozenset({Role.COORDINATOR}), within=_BY_NAME)


def of_party(party: UUID, roster: Roster) -> Hearing:
    """Who hears what a party keeps among those of its own who take part."""
    return _hearing(roster, {party}, everywhere=frozenset(), within=_BY_NAME)


def of_protected(party: UUID, told: Collection[UUID]) -> Hearing:
    """Who hears what a party wants untouched: itself, and whom it tells."""
    return tuple((one, None) for one in sorted({party, *told}))


def of_line(action: Any, operation: Any, roster: Roster, *sharings: str) -> Hearing:  # noqa: ANN401
    """Who hears of a line of the board, at any of these sharings."""
    shared = any(one != Sharing.NONE for one in sharings or (action.sharing,))
    return _of_action(action, operation, roster, shared=shared)


def of_own(action: Any) -> Hearing:  # noqa: ANN401
    """Who hears what an action's own party keeps to itself."""
    return ((action.party, None),)


def of_plan(action: Any, operation: Any, roster: Roster) -> Hearing:  # noqa: ANN401
    """Who hears what an action is."""
    return _of_action(action, operation, roster, shared=action.sharing == Sharing.WHOLE)


def _of_action(action: Any, operation: Any, roster: Roster, *, shared: bool) -> Hearing:  # noqa: ANN401
    (own,) = of_own(action)
    return (own, *(one for one in of(operation, roster) if one != own)) if shared else (own,)


def _hearing(
    roster: Roster, parties: Collection[UUID], *, everywhere: frozenset[Role], within: frozenset[Role]
) -> Hearing:
    """Parties by their leaders and members, and by name seats with these roles: of the whole team, or of these parties."""
    named: dict[UUID, set[UUID]] = defaultdict(set)
    for row in roster.seats:
        roles = {Role(role) for role in row.roles}
        wanted = roles & everywhere or (row.party in parties and roles & within)
        if wanted and row.state == "seated" and row.party is not None:
            named[row.party].add(row.id)
    return (
        *((party, None) for party in sorted(parties)),
        *((party, tuple(sorted(seats))) for party, seats in sorted(named.items())),
    )
