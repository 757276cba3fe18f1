"""Class 12: exhibits that a member registers are shared by the leader's rules only, in SQL too.

The database evaluates the rules again (`under_rules`) and admits only the releases of `access/sharing/rules.py`.
"""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy import TextClause, text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.seats import Seat
from app.access.sharing import rules
from app.access.sharing.decisions import Conditions, Level
from app.access.sharing.rules import Marked
from app.database import Writing
from app.services.sharing import access_rules
from app.services.sharing.access_rules import Cell, RuleTerms
from app.services.teams import roster as rosters
from tests.factories import evidence
from tests.factories.sharing.access_rules import retire, rule
from tests.factories.team import Team
from tests.support.databases.affected import rows_affected
from tests.support.databases.as_seat import seat_of
from tests.support.random_choices import seeded

ROUNDS: Final = 60
LATER: Final = clock.now() + timedelta(days=1)
INSERT: Final = text(
    "insert into releases (jit, party, evidence, originator, level, authorities, seats, not_before, until, purposes,"
    " granted_by, granted_at, effective, state) values (:jit, :party, :evidence, :own, :level, :authorities, :seats,"
    " :not_before, :until, :purposes, :seat, now(), true, 'effective')"
)
WISH: Final = text(
    "insert into waiting_releases (id, jit, party, evidence, originator, level, authorities, seats, not_before, until, purposes,"
    " gates, wanted_by, wanted_at) values (gen_random_uuid(), :jit, :party, :evidence, :own, :level, :authorities, :seats,"
    " :not_before, :until, :purposes, :gates, :seat, now())"
)
EXHIBIT: Final = text(
    "insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status,"
    " registered_by, registered_at) values (:evidence, :jit, :own, :number, 'x', 'image', :category, :handling, :tlp,"
    " 'active', :seat, now())"
)


@asynccontextmanager
async def undone(team: Team, seat: Seat) -> AsyncIterator[Writing]:
    """A transaction of this seat of which nothing stays."""
    async with team.context.database.writing(seat.requester) as session:
        yield session
        await session.rollback()


@dataclass(frozen=True, slots=True)
class Try:
    """A member at the database itself, with an exhibit of its own that has no entry yet."""

    session: Writing
    seat: Seat
    evidence: UUID

    async def exhibit(self, marked: Marked) -> None:
        own = Conditions(self.seat.party or self.evidence, int(Level.HELD))
        await self.session.execute(INSERT, self.binds(own))
        binds = {"number": str(self.evidence), "category": marked.category, "tlp": marked.tlp}
        await self.session.execute(EXHIBIT, self.binds(own) | binds | {"handling": sorted(marked.handling)})

    async def takes(self, given: Conditions) -> bool:
        """Whether the database takes the row, which is then taken back."""
        return await self._takes(INSERT, self.binds(given))

    async def lets_wait(self, given: Conditions, gate: str) -> bool:
        """Whether it lets the release wait for this gate."""
        return await self._takes(WISH, self.binds(given) | {"gates": [gate]})

    async def _takes(self, statement: TextClause, binds: dict[str, Any]) -> bool:
        attempt = await self.session.begin_nested()
        try:
            await self.session.execute(statement, binds)
        except DBAPIError as error:
            if "row-level security" not in str(error):
                raise
            return False
        finally:
            await attempt.rollback()
        return True

    def binds(self, given: Conditions) -> dict[str, Any]:
        lists = {name: getattr(given, name) for name in ("authorities", "seats", "purposes")}
        return {
            "jit": self.seat.jit,
            "own": self.seat.party,
            "seat": self.seat.id,
            "evidence": self.evidence,
            "party": given.party,
            "level": given.level,
            "not_before": given.not_before,
            "until": given.until,
        } | {name: None if value is None else sorted(value) for name, value in lists.items()}


def beyond(given: Conditions, seats: frozenset[UUID]) -> list[Conditions]:
    """Every step further than the rules go, one at a time."""
    steps = [replace(given, level=given.level + 1)] if given.level < Level.HELD else []
    lifted: list[dict[str, Any]] = [{name: None} for name in CONDITIONS if getattr(given, name) is not None]
    steps += [replace(given, **one) for one in lifted]
    if given.seats is not None and seats - set(given.seats):
        steps.append(replace(given, seats=seats))
    if given.not_before is not None:
        steps.append(replace(given, not_before=given.not_before - timedelta(seconds=1)))
    if given.until is not None:
        steps.append(replace(given, until=given.until + timedelta(seconds=1)))
    more = "OTHER_OFFENCE_WITH_CONSENT" if given.purposes is None else "IMMINENT_THREAT"
    steps.append(replace(given, purposes=[*(given.purposes or ()), more]))
    return steps


CONDITIONS: Final = ("authorities", "seats", "not_before", "until", "purposes")


def matrix(chance: random.Random) -> dict[Cell, RuleTerms]:
    """Some rules, each in a cell of its own."""
    made = {Cell(): RuleTerms(level="held", clause="cl. 1")} if chance.random() < 0.6 else {}
    for _ in range(chance.randint(0, 3)):
        to_party = chance.choice([None, "DE", "FR", "CH", "EUROJUST"])
        cell = Cell(
            category=chance.choice([None, "disk_image", "financial"]),
            handling=chance.choice([None, "H0", "H1"]),
            to_party=to_party,
            to_kind=None if to_party else chance.choice([None, "member_state", "eu_body"]),
        )
        level = chance.choice(["none", "listed", "readable", "held", "held"])
        gives = level != "none"
        made[cell] = RuleTerms(
            level=level,
            clause="cl. 8",
            authorities=["BP"] if gives and to_party == "DE" and chance.random() < 0.4 else None,
            seats=chance.choice([["DE-01"], ["DE-02"], ["DE-01", "DE-02"]])
            if gives and to_party == "DE" and chance.random() < 0.4
            else None,
            not_before=_some(chance, LATER) if gives else None,
            until=_some(chance, LATER + timedelta(days=1)) if gives else None,
            purposes=["JIT_PURPOSE"] if gives and chance.random() < 0.3 else None,
            four_eyes=gives and chance.random() < 0.2,
        )
    return made


def _some(chance: random.Random, moment: datetime) -> datetime | None:
    return moment if chance.random() < 0.3 else None


async def weighed(team: Team, chance: random.Random, leader: Seat, member: Seat) -> list[str]:
    """One random matrix and exhibit, tried at the database for every party; why each was given what it was."""
    categories, colours = ["disk_image", "financial", "other"], ["AMBER", "AMBER", "AMBER", "RED", "AMBER_STRICT"]
    handling = frozenset(chance.choice([{"H0"}, {"H1"}, {"H1", "H2"}]))
    marked = Marked(chance.choice(categories), handling, chance.choice(colours))
    decided = []
    async with undone(team, leader) as session:
        roster = await rosters.of(session, leader.jit)
        for cell, terms in matrix(chance).items():
            await access_rules.add(session, leader, cell, terms)
        standing = [access_rules.rule_of(one) for one in await access_rules.list_rules(session, leader)]
        await session.say_who(member.requester)
        attempt = Try(session, member, clock.new_id())
        await attempt.exhibit(marked)
        for one in access_rules.recipients(roster, member.party):
            outcome = rules.outcome(standing, marked, one, clock.now())
            decided.append(outcome.because)
            assert outcome.level or not await attempt.takes(Conditions(one.party, int(Level.LISTED)))
            if outcome.level:
                assert await attempt.takes(outcome.release), (standing, marked, one)
                assert await attempt.lets_wait(outcome.release, "second_leader")
                decided.append("by_two" if outcome.by_two else "at_once")
            for step in beyond(outcome.release, one.seats) if outcome.level else ():
                assert not await attempt.takes(step), (standing, marked, step)
    return decided


async def test_the_database_admits_what_the_rules_give_and_no_step_more(team: Team) -> None:
    """Pure function and policy are held together over random matrices, each taken back."""
    chance = seeded(20261124)
    leader, member = await seat_of(team, "noor"), await seat_of(team, "daan")
    decided = [because for _ in range(ROUNDS) for because in await weighed(team, chance, leader, member)]
    assert {"rules", "by_two", "at_once", "no_rule", "rule_none", "outbound_gate_closed", "tlp_red_needs_seats"} <= set(
        decided
    )
    assert decided.count("rules") > ROUNDS / 2


async def test_once_registered_a_member_adds_nothing_even_within_the_rules(team: Team) -> None:
    exhibit = await evidence.register(team, "daan")
    await rule(team)
    member, leader = await seat_of(team, "daan"), await seat_of(team, "noor")
    async with team.context.database.reading(leader.requester) as session:
        germany = next(row.id for row in (await rosters.of(session, leader.jit)).parties if row.code == "DE")
    within = Conditions(germany, int(Level.HELD))
    async with undone(team, member) as session:
        assert not await Try(session, member, UUID(exhibit["id"])).takes(within)
    async with undone(team, leader) as session:
        assert await Try(session, leader, UUID(exhibit["id"])).takes(within), "a leader decides"


async def test_a_member_writes_no_rule_and_no_other_partys_leader_does(team: Team) -> None:
    added = await rule(team)
    for who in ("daan", "jonas", "admin"):
        seat = await seat_of(team, who)
        for party in ("NL", "DE"):
            async with team.context.database.reading(seat.requester) as session:
                wanted = next(row.id for row in (await rosters.of(session, seat.jit)).parties if row.code == party)
            if (who, party) == ("jonas", "DE"):
                continue  # its own
            with pytest.raises(DBAPIError, match="row-level security"):
                async with team.context.database.writing(seat.requester) as session:
                    await session.execute(
                        text(
                            "insert into access_rules (id, jit, party, code, level, clause, state, decided_by, decided_at)"
                            " values (:id, :jit, :party, 'X', 3, 'x', 'active', :seat, now())"
                        ),
                        {"id": clock.new_id(), "jit": seat.jit, "party": wanted, "seat": seat.id},
                    )
        async with team.context.database.writing(seat.requester) as session:
            changed = await session.execute(text("update access_rules set level = 3"))
            assert rows_affected(changed) == 0, who
    assert (await retire(team, "noor", added)).status_code == 204


async def test_rules_that_change_while_a_member_registers_create_nothing(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rules as they were read give more than those that stand when the rows are written."""
    added = await rule(team)
    read = access_rules.list_rules

    async def read_then_retire(*asked: Any) -> Any:
        rows = await read(*asked)
        assert (await retire(team, "noor", added)).status_code == 204
        return rows

    monkeypatch.setattr(access_rules, "list_rules", read_then_retire)
    refused = await evidence.try_register(team, "daan")
    assert (refused.status_code, refused.json()["code"]) == (409, "rules-changed")
    assert await evidence.listed(team, "daan") == []
