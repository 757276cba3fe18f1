"""Random worlds for tests: seats of one team in other roles, an exhibit and its releases, written by the superuser.

The pure decision is asked of what was drawn, never of what was read back. Not here: who is asked, and what must agree.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from app import clock
from app.access.roles import RESERVABLE, Role, permissions_of
from app.access.seats import Function, PartyKind, Seat
from app.access.sharing.decisions import Act, Conditions, Decision, Exhibit, Purpose, decide
from tests.factories.team import Team

HOUR: Final = timedelta(hours=1)
HANDLING: Final = (("H0",), ("H0",), ("H1",), ("H3",), ("H1", "H3"))
TEXT: Final = "Ask The Hague before you call the provider."


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody of the team who has a seat, and where each may sit."""

    seats: dict[str, Seat]
    authorities: dict[UUID, list[tuple[UUID, str]]]

    def of(self, party: UUID) -> list[Seat]:
        """The seats of a party."""
        return [seat for seat in self.seats.values() if seat.party == party]


@dataclass(frozen=True, slots=True)
class World:
    """An exhibit with its releases, and the seats as they are in this world."""

    evidence: UUID
    exhibit: Exhibit
    releases: list[Conditions]
    seats: dict[str, Seat]
    acknowledged: frozenset[str]
    filters: frozenset[UUID]  # the seats that its originator named

    def decide(self, name: str, act: Act, purpose: Purpose | None) -> Decision:
        """The pure decision."""
        seat = self.seats[name]
        leads_nobody = Role.MEMBER in seat.roles and Role.LEADER not in seat.roles
        filters = seat.id in self.filters and leads_nobody and self.exhibit.active and name != self.registrant
        exhibit = replace(self.exhibit, acknowledged=name in self.acknowledged, filters=filters)
        return decide(seat, exhibit, self.releases, clock.now(), act, purpose)

    @property
    def registrant(self) -> str:
        """The member who registered the exhibit: the first of its originator."""
        return next(name for name, seat in self.seats.items() if seat.party == self.exhibit.originator)

    def path(self, team: Team, rest: str = "") -> str:
        """A path below the exhibit."""
        return team.path(f"/evidence/{self.evidence}{rest}")

    def told(self, name: str) -> object:
        """Return what concerns this member, for a failure report."""
        seat = self.seats[name]
        own = [release for release in self.releases if release.party == seat.party]
        return seat.code, sorted(seat.roles), seat.function, seat.withheld, self.exhibit, own


@dataclass(frozen=True, slots=True)
class Drawing:
    """A world before it is written, and what the rows hold beyond it: reservations, the originator's own seats, the verdict."""

    world: World
    reserving: dict[UUID, bool]
    own: list[UUID] | None
    verification: str | None


async def cast_of(team: Team, superuser: Any) -> Cast:
    """The people of Operation Lantern."""
    offices: dict[UUID, list[tuple[UUID, str]]] = {}
    for row in await superuser.fetch(
        "select id, party, code from authorities where jit = $1 order by code", team.jit_id
    ):
        offices.setdefault(row["party"], []).append((row["id"], row["code"]))
    found = {row["code"]: row for row in await superuser.fetch(_MEMBERS, team.jit_id)}
    seats = {name: _seat(found[view["code"]]) for name, view in sorted(team.seats.items())}
    return Cast(seats, offices)


def draw(cast: Cast, by: Random) -> Drawing:
    """Draw a new world of the same team."""
    reserving = {party: by.random() < 0.3 for party in cast.authorities}
    seats = {name: _recast(seat, cast, reserving, by) for name, seat in cast.seats.items()}
    now, evidence = clock.now(), clock.new_id()
    originator = by.choice(
        sorted({seat.party for seat in seats.values() if seat.party and seat.party_code != "EUROJUST"})
    )
    drawn = replace(cast, seats=seats)
    own = _some([seat.id for seat in drawn.of(originator)], by, 0.8)
    rows = [Conditions(party=originator, level=3, seats=own)]
    rows += [_release(party, drawn, now, by) for party in cast.authorities if party != originator and by.random() < 0.8]
    verification = by.choice((None, None, None, "waiting", "passed", "refused"))
    joint = (
        frozenset(_some([row.party for row in rows[1:]], by, 0.7) or ()) if verification is None else frozenset[UUID]()
    )
    rows = [Conditions(row.party, 3, row.authorities, row.seats) if row.party in joint else row for row in rows]
    exhibit = Exhibit(
        originator,
        active=by.random() < 0.85,
        handling=frozenset(by.choice(HANDLING)),
        quarantined=verification == "waiting",
        privilege=by.choice((None, None, None, "unchecked", "unchecked", "cleared", "privileged")),
        joint=joint,
        agreed=not joint,
    )
    acknowledged = frozenset(name for name in seats if by.random() < 0.3) if "H3" in exhibit.handling else frozenset()
    named = frozenset(seat.id for seat in drawn.of(originator) if by.random() < 0.5)
    return Drawing(World(evidence, exhibit, rows, seats, acknowledged, named), reserving, own, verification)


async def write(superuser: Any, drawing: Drawing) -> World:
    """Write a world into the team; the exhibit of the last one stays behind."""
    world = drawing.world
    async with superuser.transaction():
        await _write_seats(superuser, world, drawing.reserving)
        await _write_exhibit(superuser, world, drawing.own, drawing.verification, world.seats[world.registrant])
    return world


def _recast(seat: Seat, cast: Cast, reserving: dict[UUID, bool], by: Random) -> Seat:
    """The same person in another place. Who audits the team has no other."""
    if seat.party is None:
        return seat
    others = [role for role in Role if role is not Role.AUDITOR]
    roles = frozenset([Role.AUDITOR] if by.random() < 0.1 else by.sample(others, by.choice((1, 1, 2, 3))))
    if by.random() < 0.4:
        roles = frozenset({by.choice((Role.LEADER, Role.MEMBER))})
    function, (authority, code) = by.choice(list(Function)), by.choice(cast.authorities[seat.party])
    granted = permissions_of(roles)
    withheld = granted & RESERVABLE if reserving[seat.party] and function is not Function.JUDICIAL else frozenset()
    return replace(
        seat,
        authority=authority,
        authority_code=code,
        roles=roles,
        function=function,
        permissions=granted - withheld,
        withheld=withheld,
    )


def _release(party: UUID, cast: Cast, now: datetime, by: Random) -> Conditions:
    not_before, until = by.choice((None, None, None, -2, 2)), by.choice((None, None, None, -1, 3))
    if not_before is not None and until is not None and until <= not_before:
        until = None
    return Conditions(
        party=party,
        level=by.choice((1, 2, 3, 3)),
        authorities=_some([authority for authority, _ in cast.authorities[party]], by, 0.7),
        seats=_some([seat.id for seat in cast.of(party)], by, 0.7),
        not_before=None if not_before is None else now + not_before * HOUR,
        until=None if until is None else now + until * HOUR,
        purposes=None if by.random() < 0.5 else [one.value for one in by.sample(list(Purpose), by.choice((1, 2, 4)))],
        court_use=by.random() < 0.5,
    )


def _some(ids: list[UUID], by: Random, all_of_them: float) -> list[UUID] | None:
    """None, which is everybody, this often; otherwise some, perhaps nobody."""
    return None if by.random() < all_of_them else by.sample(ids, by.randint(0, len(ids)))


async def _write_seats(db: Any, world: World, reserving: dict[UUID, bool]) -> None:
    for seat in world.seats.values():
        roles = sorted(str(role) for role in seat.roles)
        await db.execute(_RECAST, seat.id, roles, seat.function.value, seat.authority)
    some = next(iter(world.seats.values()))
    for party, judicial in reserving.items():
        await db.execute(_RESERVE, some.jit, party, judicial, some.id)


async def _write_exhibit(
    db: Any, world: World, own: list[UUID] | None, verification: str | None, registrant: Seat
) -> None:
    now, exhibit, evidence, jit = clock.now(), world.exhibit, world.evidence, registrant.jit
    common: dict[str, Any] = {"jit": jit, "evidence": evidence}
    named = {"exhibit_number": str(evidence), "title": "x", "kind": "image", "category": "other", "tlp": "AMBER"}
    by = {"originator": exhibit.originator, "registered_by": registrant.id, "registered_at": now}
    status = "active" if exhibit.active else "withdrawn"
    joint = sorted(exhibit.joint) or None
    marks = {"handling": sorted(exhibit.handling), "status": status, "joint": joint}
    await _put(db, "evidence", id=evidence, jit=jit, **marks, **named, **by)
    for row in world.releases:
        terms = {name: getattr(row, name) for name in _TERMS}
        granted = {"granted_by": registrant.id, "granted_at": now, "effective": True, "state": "effective"}
        await _put(db, "releases", **common, originator=exhibit.originator, own_seats=own, **terms, **granted)
    obtained = {"acquired_at": now, "acquired_by": "x", "place": "x", "legal_basis": "x", "declared_hashes": "[]"}
    await _put(db, "provenances", **common, handling_text=TEXT if "H3" in exhibit.handling else None, **obtained)
    file = {
        "id": clock.new_id(),
        "name": "x",
        "size_bytes": 1,
        "state": "ready",
        "renditions": "made",
        "sha256": "0" * 64,
    }
    await _put(db, "files", **common, **file, uploaded_by=registrant.id, created_at=now)
    page = {"page": 1, "media_type": "image/webp", "size_bytes": 1, "object": "x"}
    await _put(db, "renditions", file=file["id"], **common, **page)
    # Last: what was verified or filtered takes no file.
    state = "update evidence set verification = $2, privilege = $3 where id = $1"
    await db.execute(state, evidence, verification, exhibit.privilege)
    await db.execute(_NAME, jit, exhibit.originator, sorted(world.filters), registrant.id)
    for name in world.acknowledged:
        known = {"seat": world.seats[name].id, "text_sha256": hashlib.sha256(TEXT.encode()).digest()}
        await _put(db, "acknowledgements", **common, **known, acknowledged_at=now)


async def _put(db: Any, table: str, **values: Any) -> None:
    marks = ", ".join(f"${place}" for place in range(1, len(values) + 1))
    await db.execute(f"insert into {table} ({', '.join(values)}) values ({marks})", *values.values())  # noqa: S608 - names of this file


def _seat(row: Any) -> Seat:
    """As it was founded."""
    roles = frozenset(Role(role) for role in row["roles"])
    known = {name: row[name] for name in ("id", "account", "jit", "code", "name", "party", "party_code")}
    return Seat(
        **known,
        session=None,
        ledger_origin="x",
        party_kind=PartyKind(row["kind"]) if row["kind"] else None,
        authority=row["authority"],
        authority_code=None,
        roles=roles,
        function=Function(row["function"]),
        permissions=permissions_of(roles),
    )


_TERMS: Final = ("party", "level", "authorities", "seats", "not_before", "until", "purposes", "court_use")
_MEMBERS: Final = """
select m.*, p.code as party_code, p.kind from members m left join parties p on p.jit = m.jit and p.id = m.party
 where m.jit = $1
"""
_RECAST: Final = "update members set roles = $2, function = $3, authority = $4 where id = $1"
_NAME: Final = """
insert into filter_teams (jit, party, seats, decided_by, decided_at) values ($1, $2, $3, $4, now())
on conflict (jit, party) do update set seats = excluded.seats
"""
_RESERVE: Final = """
insert into reservations (jit, party, judicial, decided_by, decided_at) values ($1, $2, $3, $4, now())
on conflict (jit, party) do update set judicial = excluded.judicial
"""
