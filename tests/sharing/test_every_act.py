"""The pure decision, the list's SQL, row-level security and the API agree on every act, seat and purpose, in random worlds.

A world is an exhibit with releases in Operation Lantern, whose seats get other roles, functions and authorities each time.
The superuser writes it past every policy. `make test` asks 1,000 cases of (world, seat, act, purpose), `make soak` 100,000.
Both then look for worlds that give each reason that did not occur yet. `--randomly-seed` draws the same worlds again.
Surfaces beyond the decision: `test_surfaces.py`.
"""

import json
import random
from collections import Counter
from collections.abc import Iterable
from typing import Final

import pytest

from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import _PERMISSION, Act, Decision, Level, Purpose
from app.services.evidence import exhibit_list
from tests.factories import worlds
from tests.factories.evidence import KEEPING, WHY
from tests.factories.team import Team, read_json
from tests.factories.worlds import Cast, Drawing, World
from tests.support.databases.superuser import as_superuser

Case = tuple[Act, Purpose | None]
CASES: Final[list[Case]] = [(act, purpose) for act in Act for purpose in (None, *Purpose)]
USES: Final = (Act.OPEN, Act.TAKE, Act.DISCLOSE, Act.VERIFY, Act.FILTER)
#: What a guard or a service demands beyond the rows, each with tests of its own.
NOT_OF_ROWS: Final = {"role_may_not", "withdrawn", "in_quarantine", "not_in_quarantine"}
#: Of some acts the database knows more; of a bundle, which is made of entries, that the exhibit is there.
BEYOND: Final = dict.fromkeys(Act, NOT_OF_ROWS) | {
    Act.DISCLOSE: {"in_quarantine", "role_may_not"},
    Act.DERIVE: {"role_may_not"},
    Act.FLAG: {"role_may_not", "not_restricted", "withdrawn"},
    Act.ERASE: {"role_may_not", "not_due"},
    Act.CLOSE: {"role_may_not"},
    Act.FILTER: {"role_may_not"},
    Act.RELEASE: NOT_OF_ROWS - {"role_may_not"},
    Act.BUNDLE: NOT_OF_ROWS | {"originator_only", "court_use_not_consented"},
}
COURT: Final = {"court": "Landgericht Kassel", "proceeding": "x", "file_number": "1", "schedule": "used"}


async def test_every_path_in_some_worlds_agrees_with_the_decision(team: Team) -> None:
    await demand_agreement(team, 1_000)


@pytest.mark.soak
async def test_every_path_in_many_worlds_agrees_with_the_decision(team: Team) -> None:
    await demand_agreement(team, 100_000)


async def demand_agreement(team: Team, cases: int) -> None:
    """Ask at least `cases` over new worlds, then one case for each reason that was not given: else they prove little."""
    draw, told = random.Random(random.getrandbits(64)), Counter[bool]()  # noqa: S311 - a drawing, not a secret
    reasons = set[str]()
    async with as_superuser(team) as superuser:
        cast = await worlds.cast_of(team, superuser)
        while told.total() < cases:
            world = await worlds.write(superuser, worlds.draw(cast, draw))
            for name in draw.sample(sorted(world.seats), 5):
                decisions = await agreed(team, world, name, draw)
                told.update(one.allowed for one in decisions)
                reasons.update(code for one in decisions for code in one.because)
        assert min(told[True], told[False]) > cases / 20, told
        while missing := REASONS - reasons:
            drawing, name, case = drawn_for(missing, cast, draw)
            decisions = await agreed(team, await worlds.write(superuser, drawing), name, draw, case)
            reasons.update(code for one in decisions for code in one.because)
    assert reasons == REASONS, reasons ^ REASONS


def drawn_for(missing: set[str], cast: Cast, draw: random.Random) -> tuple[Drawing, str, Case]:
    """A world with a seat and a case whose decision gives one of these reasons; where it can, to a seat that may hear it."""
    for _ in range(2_000):
        drawing = worlds.draw(cast, draw)
        found: list[tuple[Level, str, Case]] = []
        for name in drawing.world.seats:
            for act, purpose in CASES:
                decision = drawing.world.decide(name, act, purpose)
                if missing & set(decision.because):
                    found.append((decision.level, name, (act, purpose)))
        if found:
            _, name, case = max(found, key=lambda one: one[0])
            return drawing, name, case
    raise AssertionError(f"no world gives {sorted(missing)}")


REASONS: Final = {
    *("own_exhibit", "joint_exhibit", "role_listed_only", "audits_the_team"),
    *("level_listed", "level_readable", "level_held", "not_released", "level_below_readable", "level_below_held"),
    *("role_may_not", "judicial_only", "originator_only", "withdrawn", "in_quarantine", "not_in_quarantine"),
    *("unchecked", "privileged", "closed_already", "not_the_filter"),
    *("purpose_not_released", "other_offence_needs_consent", "court_use_not_consented", "not_due"),
    "joint_not_agreed",
    *("originators_own", "not_restricted"),
}


async def agreed(team: Team, world: World, name: str, draw: random.Random, *more: Case) -> list[Decision]:
    """Demand that all four agree on this seat, also in `more` cases, and return what was decided."""
    expected = {(act, purpose): world.decide(name, act, purpose) for act, purpose in CASES}
    about = (name, world.told(name))
    await demand_rows_agree(team, world, world.seats[name], expected, about)
    asked = await demand_detail_agrees(team, world, name, expected, about)
    asked |= await demand_reasons_agree(team, world, name, expected, reasons_to_ask(draw, more), about)
    await demand_done_agrees(team, world, name, draw.choice(DONE), draw.choice(list(Purpose)), about)
    return [expected[case] for case in asked]


async def demand_rows_agree(
    team: Team, world: World, seat: Seat, expected: dict[Case, Decision], about: object
) -> None:
    """The list's own predicate, with the level; and whether the database takes the row that the act would write."""
    level = expected[Act.LIST, None].level
    async with team.context.database.writing(seat.requester) as session:
        filters = exhibit_list.Filters(ids=(world.evidence,))
        listed = (
            await exhibit_list.read_page(
                session, seat, filters, exhibit_list.Sort.NEWEST, mark=None, back=False, limit=10
            )
        ).rows
        assert [(row["id"], row["level"]) for row in listed] == ([(world.evidence, level)] if level else []), about
        asks = [(act, purpose) for act in Act for purpose in (Purpose if act in USES else [None])]
        wanted = json.dumps([{"act": act, "for": purpose, "e": str(world.evidence)} for act, purpose in asks])
        own = {"seat": str(seat.id), "jit": str(seat.jit), "party": seat.party and str(seat.party)}
        await session.fetch(
            "select set_config('t.asks', $1, true), set_config('t.own', $2, true)", wanted, json.dumps(own)
        )
        await session.fetch(_TRY)
        ((taken,),) = await session.fetch("select current_setting('t.taken')")
        await session.rollback()
    for case, took in zip(asks, taken, strict=True):
        jointly = (
            case[0] is Act.WITHDRAW and seat.party in world.exhibit.joint
        )  # a function answers of that, of all it asks
        may = expected[case].allowed or set(expected[case].because) <= (set() if jointly else BEYOND[case[0]])
        assert took == "-" or (took == "1") == may, (case, expected[case], about)


async def demand_detail_agrees(
    team: Team, world: World, name: str, expected: dict[Case, Decision], about: object
) -> set[Case]:
    """Of the acts that the exhibit's own page offers."""
    answer = await team.client(name).get(world.path(team))
    assert answer.status_code == (200 if expected[Act.LIST, None].level else 404), about
    offered = {Act(act): told for act, told in answer.json()["may"].items()} if answer.status_code == 200 else {}
    for act, told in offered.items():
        decision = expected[act, None]
        said_ = (told["allowed"], tuple(told["because"]), tuple(told["obligations"]))
        assert said_ == (decision.allowed, decision.because, decision.obligations), (act, decision, about)
    return {(act, None) for act in offered}


def reasons_to_ask(draw: random.Random, more: tuple[Case, ...]) -> list[Case]:
    """Some acts and purposes, uses more often: some reasons are given to them alone."""
    uses = [case for case in CASES if case[0] in USES and case[1]]
    others = [case for case in CASES if case[0] not in USES]
    return [*draw.sample(uses, 6), *draw.sample(others, 2), *more]


async def demand_reasons_agree(
    team: Team, world: World, name: str, expected: dict[Case, Decision], cases: list[Case], about: object
) -> set[Case]:
    """Ask the API why these acts are allowed or refused."""
    for act, purpose in cases:
        decision, params = expected[act, purpose], {"act": act.value} | ({"purpose": purpose} if purpose else {})
        answer = await team.client(name).get(world.path(team, "/decision"), params=params)
        if not decision.level:
            assert answer.status_code == 404, (act, purpose, about)
            continue
        told = read_json(answer)
        codes = (codes_of(told["because"]), codes_of(told["obligations"]))
        assert (told["allowed"], told["level"], *codes) == (
            *(decision.allowed, decision.level.word),
            *(decision.because, decision.obligations),
        ), (act, purpose, decision, about)
    return set(cases)


def codes_of(reasons: Iterable[dict[str, str]]) -> tuple[str, ...]:
    return tuple(one["code"] for one in reasons)


async def demand_done_agrees(team: Team, world: World, name: str, act: Act, purpose: Purpose, about: object) -> None:
    """Call the act. Acts that would change the exhibit name an impossible version: 412 means permitted."""
    client, use = team.client(name), {"purpose": purpose, "justification": WHY, "acknowledged": True}
    if act is Act.DISCLOSE:
        answer = await client.post(world.path(team, "/disclosures"), json=use | COURT)
    elif act in USES:
        keeping = KEEPING if act is Act.TAKE else {}
        answer = await client.post(world.path(team, "/openings"), json=use | keeping | {"act": act.value})
    else:
        path, stale = world.path(team, "/withdrawal"), {"If-Match": '"99"'}
        answer = await client.post(path, json={"reason": "x"}, headers=stale)
    decision, done = world.decide(name, act, purpose), 201 if act in USES else 412
    doors = {Permission.EVIDENCE_OPEN, Permission.EVIDENCE_VERIFY} if act in READING else {_PERMISSION[act]}
    past_the_door = any(world.seats[name].may(one) for one in doors)
    absent = 404 if past_the_door and decision.level is Level.NONE else 403
    refused = {absent} if act in USES else {absent, 409, 412}
    assert answer.status_code in ({done} if decision.allowed else refused), (act, purpose, decision, answer.text, about)


READING: Final = {Act.OPEN, Act.TAKE, Act.VERIFY, Act.FILTER}
DONE: Final = (*USES, Act.WITHDRAW)

#: Each row in a subtransaction of its own, which is undone: `1` where the database took it, `0` where a policy refused it.
_TRY: Final = """
do $$
declare
  own jsonb := current_setting('t.own')::jsonb;
  e uuid; me uuid := (own ->> 'seat')::uuid; team uuid := (own ->> 'jit')::uuid; home uuid := (own ->> 'party')::uuid;
  one jsonb; rows integer; taken text := ''; child uuid;
begin
  for one in select value from jsonb_array_elements(current_setting('t.asks')::jsonb) loop
    e := (one ->> 'e')::uuid;
    begin
      case one ->> 'act'
        when 'disclose' then
          insert into disclosures (id, jit, evidence, exhibit_number, title, originator, own_seats, party, authorities, seats,
                                   seat, court, proceeding, file_number, schedule, purpose, files, disclosed_at)
          select gen_random_uuid(), team, e, x.exhibit_number, x.title, r.originator, r.own_seats, r.party, r.authorities,
                 r.seats, me, 'x', 'x', 'x', 'used', one ->> 'for', '[]', now()
            from releases r join evidence x on x.id = r.evidence where r.evidence = e and r.party = home;
        when 'derive' then
          if entering_state() = 'closed' then  -- nothing comes in from there without a controller, derived or not
            taken := taken || '-';
            continue;
          end if;
          child := gen_random_uuid();
          insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status, verification,
                                registered_by, registered_at)
          values (child, team, home, child::text, 'x', 'image', 'other', '{H1,H2,H3}', 'RED', 'active', entering_state(), me, now());
          insert into derivations (jit, child, parent, how, derived_by, derived_at) values (team, child, e, 'copy', me, now());
        when 'flag' then
          insert into flags (id, jit, evidence, exhibit_number, title, originator, own_seats, party, authorities, seats, seat,
                             exonerates, flagged_at)
          select gen_random_uuid(), team, e, x.exhibit_number, x.title, r.originator, r.own_seats, r.party, r.authorities,
                 r.seats, me, 'x', now()
            from releases r join evidence x on x.id = r.evidence where r.evidence = e and r.party = home;
        when 'list', 'bundle' then
          perform 1 from evidence where id = e;
        when 'close' then
          perform 1 where flag_privileged(e);
        when 'describe' then
          update evidence set title = 'y' where id = e;
        when 'withdraw' then
          if jointly(e) > 0 then
            perform 1 from evidence x where x.id = e and withdraw_jointly(e, x.version);
          else
            update evidence set status = 'withdrawn' where id = e;
          end if;
        when 'erase' then
          perform begin_erasure(e, case status when 'withdrawn' then status else 'review' end, 'x')
            from evidence where id = e;
        when 'release' then
          update releases set basis = 'y' where evidence = e and party = originator;
        else
          insert into openings (id, jit, evidence, seat, session, act, purpose, opened_at, expires_at)
          select gen_random_uuid(), team, e, me, s.id, one ->> 'act', one ->> 'for', now(), now() from sessions s limit 1;
      end case;
      get diagnostics rows = row_count;
      raise exception using errcode = 'UNDO1', message = rows;
    exception
      when sqlstate 'UNDO1' then
        taken := taken || least(sqlerrm::integer, 1);
      when insufficient_privilege then
        if not sqlerrm ~ 'row-level security|derived from|erase' then raise; end if;
        taken := taken || '0';
    end;
  end loop;
  perform set_config('t.taken', taken, true);
end $$
"""
