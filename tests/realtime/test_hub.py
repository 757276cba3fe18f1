"""Two ways to hear a fact, one answer: what the hub offers a seat is what row-level security would replay to it.

Each example is a JIT of its own whose entries have random audiences, written by the superuser past every policy. The hub's
way: audiences as the engine reads them, judged in Python for many alike at once. The socket's way: the facts that the seat itself can read.
"""

import asyncio
import json
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import clock, embedded
from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing.decisions import Conditions
from app.database import Database
from app.ledger import following
from app.ledger.audiences import Audience, Hearer
from app.realtime import frames
from app.realtime.frames import OutgoingFrame
from app.realtime.hub import Hub, _Followed
from app.realtime.listener import Listener
from app.realtime.subscribers import Subscribers, tell
from tests.support.databases.database import TEMPLATE
from tests.support.databases.superuser import as_superuser
from tests.support.listeners import (
    Paper,
    Silence,
    heard_by,
    listening,
    of,
    register_released,
    those,
    told,
    write_entries,
    written_to,
)
from tests.support.seats import named, seat

OFFICES: Final = ("POL", "STA")
PLACES: Final = [f"{party}-0{number}" for party in ("NL", "DE", "FR") for number in (1, 2)]
JIT_AUDITOR: Final = seat("JIT-01", Role.AUDITOR)

#: State of a release, and hours from now from which on and until which it admits.
WINDOWS: Final = (
    ("effective", None, None),
    ("effective", -2, 1),
    ("pending", 1, None),
    ("lapsed", None, -1),
)
parties = st.sampled_from(["NL", "DE", "FR"]).map(named)
terms = {
    "level": st.integers(1, 3),
    "authorities": st.none()
    | st.lists(st.sampled_from([named(f"{one[:2]} {office}") for one in PLACES for office in OFFICES]), max_size=3),
    "seats": st.none() | st.lists(st.sampled_from([named(place) for place in PLACES]), max_size=3),
}
releases = st.dictionaries(parties, st.fixed_dictionaries({**terms, "window": st.sampled_from(WINDOWS)}), max_size=3)
rows = st.fixed_dictionaries({"party": st.none() | parties, **terms, "within": st.none() | releases})
role_sets = st.one_of(
    st.just([Role.AUDITOR]),
    st.lists(st.sampled_from([role for role in Role if role is not Role.AUDITOR]), min_size=1, max_size=2, unique=True),
)
seats = st.tuples(
    *(
        st.builds(
            lambda roles, office, place=place: seat(place, *roles, authority=office),
            role_sets,
            st.none() | st.sampled_from(OFFICES),
        )
        for place in PLACES
    )
)


@pytest.fixture(scope="module")
def urls(cluster: embedded.Cluster) -> Iterator[embedded.Urls]:
    name = f"hub_{clock.new_id().hex}"
    yield cluster.create_database(name, template=TEMPLATE)
    cluster.drop_database(name)


worlds = given(entries=st.lists(st.lists(rows, max_size=3), min_size=4, max_size=10), people=seats)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@worlds
def test_the_hub_offers_what_the_seat_can_read(
    urls: embedded.Urls, entries: list[list[dict[str, Any]]], people: tuple[Seat, ...]
) -> None:
    asyncio.run(_compare(urls, entries, people))


@pytest.mark.soak
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@worlds
def test_in_many_worlds(urls: embedded.Urls, entries: list[list[dict[str, Any]]], people: tuple[Seat, ...]) -> None:
    asyncio.run(_compare(urls, entries, people))


async def _compare(urls: embedded.Urls, entries: list[list[dict[str, Any]]], people: tuple[Seat, ...]) -> None:
    jit = clock.new_id()
    async with Database(urls.app, urls.engine, pool=2) as database:
        await write_entries(database, jit, entries)
        facts, given_out = await following.facts_with_audiences(database, {jit: 0})
        assert [fact.position for fact in facts] == list(range(len(entries)))
        crowd = Subscribers()
        # Two of one party who differ in nothing but who they are: only an audience that names seats tells them apart.
        twins = [
            replace(second, roles=first.roles, authority=first.authority)
            for first, second in zip(people[::2], people[1::2], strict=True)
        ]
        everybody = [replace(one, jit=jit) for one in (*people, *twins, JIT_AUDITOR)]
        listeners = [await listening(one) for one in everybody]
        for listener in listeners:
            crowd.add(listener)
        hearing = [crowd.hearing(following.audience(fact.audience), given_out, clock.now()) for fact in facts]
        tell([(told(fact.position), windows) for fact, windows in zip(facts, hearing, strict=True)])
        for listener in listeners:
            asker = listener.seat
            async with database.reading(asker.requester) as session:
                read = [fact.position for fact in await following.facts_for(session, jit, -1, limit=following.PAGE)]
            offered = heard_by(listener)
            assert offered == read, (asker.code, asker.authority_code, asker.roles)


#: Kinds of entries that coordinators of the audience's party hear, and those that they do not.
TOLD: Final = ("x.y", "request.moved", "request.deadline_missed", "evidence.registered", "evidence.released")
WITHHELD: Final = ("request.drafted", "notice.moved", "hearing.created", "admissibility.assessed", "evidence.opened")


async def test_what_coordinators_do_not_hear_is_the_same_in_both_ways(urls: embedded.Urls) -> None:
    """Of contents and of the own exhibits; a second role hears, and so does who is named for an exhibit."""
    jit, everything = clock.new_id(), {"level": 3, "authorities": None, "seats": None}
    people = {
        "NL-01": {Role.COORDINATOR},
        "NL-02": {Role.COORDINATOR, Role.ADMINISTRATOR},
        "NL-03": {Role.COORDINATOR, Role.MEMBER},
        "NL-04": {Role.LEADER},
        "NL-05": {Role.AUDITOR},
        "NL-06": {Role.COORDINATOR},  # whom the second exhibit names
        "DE-01": {Role.COORDINATOR},  # of a party to which the exhibit was released
    }
    async with Database(urls.app, urls.engine, pool=2) as database:
        async with as_superuser(database) as superuser, superuser.transaction():
            await superuser.execute("set local session_replication_role = replica")
            whole = {**everything, "window": WINDOWS[0]}
            own = await register_released(superuser, jit, {named(one): whole for one in ("NL", "DE")}, "NL")
            narrow = {**whole, "seats": [named("NL-06")]}
            named_for = await register_released(superuser, jit, {named("NL"): narrow}, "NL")
        entries = [
            [{**everything, "party": named(party), "within": None, "kind": kind, "exhibit": _about(kind, own)}]
            for party in ("NL", "DE")
            for kind in (*TOLD, *WITHHELD)
        ]
        one = {**everything, "party": named("NL"), "within": None, "kind": "evidence.opened", "exhibit": named_for}
        await write_entries(database, jit, [*entries, [one | {"seats": [named("NL-06")]}]])
        facts, _ = await following.facts_with_audiences(database, {jit: 0})
        crowd = Subscribers()
        listeners = [await listening(replace(seat(code, *roles), jit=jit)) for code, roles in people.items()]
        for listener in listeners:
            crowd.add(listener)
        tell(
            [(told(fact.position), crowd.hearing(following.audience(fact.audience), {}, clock.now())) for fact in facts]
        )
        heard = {}
        for listener in listeners:
            async with database.reading(listener.seat.requester) as session:
                read = await following.facts_for(session, jit, -1, limit=following.PAGE)
            assert heard_by(listener) == [fact.position for fact in read], listener.seat.code
            heard[listener.seat.code] = [(fact.kind, fact.position) for fact in read]
    last = len(entries)
    assert [kind for kind, _ in heard["NL-01"]] == list(TOLD) == [kind for kind, _ in heard["NL-02"]]
    assert len(heard["NL-03"]) == len(heard["NL-04"]) == len(TOLD + WITHHELD)
    assert [kind for kind, _ in heard["NL-06"]] == [*TOLD, "evidence.opened"]
    assert heard["NL-06"][-1] == ("evidence.opened", last)
    assert {kind for kind, _ in heard["DE-01"]} == {*TOLD, "evidence.opened"}, "what a release tells its party stays"
    assert len(heard["NL-05"]) == len(TOLD + WITHHELD) + 1


def _about(kind: str, exhibit: UUID) -> UUID | None:
    return exhibit if kind.startswith("evidence.") else None


async def test_an_audience_is_read_as_it_was_written(urls: embedded.Urls) -> None:
    """What says nothing, what names nobody, what names many; and an entry that nobody hears. Rows come in any order."""
    jit, offices, people = clock.new_id(), (named("NL POL"), named("NL STA")), tuple(named(place) for place in PLACES)
    audience = [
        Hearer(party, level, authorities, some)
        for party, level in ((None, 3), (named("NL"), 2), (named("DE"), 1))
        for authorities in (None, (), offices[:1], offices)
        for some in (None, (), people[:1], people)
    ]
    written = [
        {"party": one.party, "level": one.level, "authorities": one.authorities, "seats": one.seats, "within": None}
        for one in audience
    ]
    async with Database(urls.app, urls.engine, pool=2) as database:
        await write_entries(database, jit, [written, [], written[:1]])
        facts, _ = await following.facts_with_audiences(database, {jit: 0})
    heard = [following.audience(fact.audience).hearers for fact in facts]
    assert [(len(rows), set(rows)) for rows in heard] == [
        (len(audience), set(audience)),
        (0, set()),
        (1, {Hearer(None)}),
    ]
    assert facts[2].audience == _TEAM


async def test_what_only_sql_could_have_written_is_read_as_the_database_judges_it(urls: embedded.Urls) -> None:
    """A null among those who are named, and names in two dimensions: neither stops the hub, and who is named hears."""
    jit, first, second = clock.new_id(), named("NL-01"), named("NL-02")
    everything = {"party": named("NL"), "level": 3, "authorities": None, "within": None}
    written = [
        {**everything, "seats": seats} for seats in ([None], [None, first], [first, None, second], [[first], [second]])
    ]
    async with Database(urls.app, urls.engine, pool=2) as database:
        await write_entries(database, jit, [[one] for one in written])
        facts, _ = await following.facts_with_audiences(database, {jit: 0})
        told = [[hearer.seats for hearer in following.audience(fact.audience).hearers] for fact in facts]
        assert told == [[()], [(first,)], [(first, second)], [(first, second)]]
        for place, positions in (("NL-01", [1, 2, 3]), ("NL-02", [2, 3]), ("NL-03", [])):
            asker = replace(seat(place, Role.MEMBER), jit=jit)
            async with database.reading(asker.requester) as session:
                read = await following.facts_for(session, jit, -1, limit=following.PAGE)
            assert [fact.position for fact in read] == positions


async def test_two_who_are_alike_are_told_apart_where_an_audience_names_seats() -> None:
    first, twin = (Listener(seat(code, Role.MEMBER), Silence(), reached=-1, room=512) for code in ("NL-01", "NL-02"))
    window, crowd = Listener(first.seat, Silence(), reached=-1, room=512), Subscribers()
    for listener in (first, twin, window):
        crowd.add(listener)
    assert len(crowd) == 3
    crowd.discard(window)
    crowd.discard(window)
    assert set(crowd) == {first, twin}
    for named_one, other in ((first, twin), (twin, first)):
        audience = of(Hearer(other.seat.party, seats=(named_one.seat.id,)))
        assert those(crowd, audience, {}) == {named_one}
        exhibit = clock.new_id()
        given_out = {(exhibit, named("NL")): Conditions(named("NL"), 3, seats=(named_one.seat.id,))}
        for party in (named("NL"), None):
            assert those(crowd, of(Hearer(party, mentions=exhibit)), given_out) == {named_one}
            assert those(crowd, of(Hearer(party, mentions=exhibit)), {}) == set()
    assert those(crowd, of(Hearer(named("NL"))), {}) == {first, twin}
    assert those(crowd, of(Hearer(named("DE"))), {}) == set()


async def test_what_was_judged_once_is_judged_again_when_seats_or_releases_have_changed() -> None:
    """The same audience, asked behind each change; what mentions an exhibit is never kept."""
    first, second = (Listener(seat(code, Role.MEMBER), Silence(), reached=-1, room=512) for code in ("NL-01", "NL-02"))
    exhibit, crowd = clock.new_id(), Subscribers()
    party, mentioning = of(Hearer(named("NL"))), of(Hearer(named("NL"), mentions=exhibit))
    given_out = {(exhibit, named("NL")): Conditions(named("NL"), 3)}

    changes: list[tuple[Callable[[], None], set[Listener]]] = [
        (lambda: None, set()),
        (lambda: crowd.add(first), {first}),
        (lambda: crowd.add(second), {first, second}),
        (lambda: crowd.discard(first), {second}),
        (lambda: crowd.discard(second), set()),
    ]
    for change, there in changes:
        change()
        assert [those(crowd, party, releases) for releases in (given_out, {})] == [there, there]
        assert [those(crowd, mentioning, releases) for releases in (given_out, {}, given_out)] == [there, set(), there]


async def test_each_hears_its_own_in_order_and_who_hears_the_same_shares_the_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a hundred tasks, each told of twice: every seat is named for others of them, and two hear the same."""
    monkeypatch.setattr(frames, "TOGETHER", 7)
    crowd, listeners = Subscribers(), [await listening(seat(f"NL-{number:02}", Role.MEMBER)) for number in range(1, 9)]
    for listener in listeners:
        crowd.add(listener)
    turns = [*range(7), 3]  # of each, the bit of a task's number that says whether it is named

    def names(task: int) -> Audience:
        named_ones = [one.seat.id for one, turn in zip(listeners, turns, strict=True) if task >> turn & 1]
        return of(Hearer(named("NL"), seats=tuple(named_ones)))

    tasks = [crowd.hearing(names(task), {}, clock.now()) for task in range(100)]
    tell([(told(position), tasks[position % 100]) for position in range(200)])
    for listener, turn in zip(listeners, turns, strict=True):
        assert heard_by(listener) == [position for position in range(200) if position % 100 >> turn & 1]
    fourth, eighth = (written_to(listener) for listener in (listeners[3], listeners[7]))
    assert [piece.count(b";") for piece in fourth] == [7] * 13 + [5]
    assert [one is other for one, other in zip(fourth, eighth, strict=True)] == [True] * 14


async def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.realtime.subscribers._KEPT", 2)
    crowd = Subscribers()
    asked = [of(Hearer(named("NL"))) for _ in range(5)]
    for audience in asked:
        crowd.hearing(audience, {}, clock.now())
    assert list(crowd._judged) == asked[4:]


async def test_windows_of_one_seat_hear_the_same_and_who_is_named_twice_is_asked_by_both() -> None:
    """Named where it does not count, and where it does: the two are not one for being named."""
    seats = [seat(code, Role.MEMBER) for code in ("NL-01", "NL-01", "NL-02", "NL-03")]
    windows = [Listener(each, Silence(), reached=-1, room=512) for each in seats]
    crowd = Subscribers()
    for each in windows:
        crowd.add(each)
    exhibit = clock.new_id()
    nobody = {(exhibit, named("NL")): Conditions(named("NL"), 0, seats=(named("NL-01"), named("NL-02")))}
    audience = of(Hearer(named("NL"), mentions=exhibit), Hearer(named("NL"), seats=(named("NL-01"),)))
    assert those(crowd, audience, nobody) == set(windows[:2])


#: The whole team, as the engine gives it: six columns, of which the second and the last are numbers and the others say nothing.
_TEAM: Final = struct.pack("!iIiIihIiIiIiIii", 6, 2950, -1, 21, 2, 3, 2951, -1, 2951, -1, 2950, -1, 23, 4, 0)


def _row(jit: UUID, position: int, subject: str = "{}") -> following.HeardFactRow:
    """A fact for the whole team, as the tail's query gives it."""
    return following.HeardFactRow(jit, position, "x.y", subject, "NL-01", "NL", clock.now(), _TEAM)


async def test_of_two_teams_that_are_read_together_each_hears_its_own_and_one_bad_fact_costs_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whom an audience names is named of one team alone, even where two audiences read alike."""
    hub = Hub(Database("postgresql+asyncpg://nobody", "postgresql+asyncpg://nobody"), idle=timedelta(hours=1))
    heard: dict[UUID, Listener] = {}
    for jit in (clock.new_id(), clock.new_id()):
        heard[jit] = await listening(replace(seat("NL-01", Role.MEMBER), jit=jit))
        hub._ledgers[jit] = _Followed(0, 0, 0)
        hub._ledgers[jit].subscribers.add(heard[jit])
    one, other = heard
    with pytest.raises(ValueError, match="Expecting"):
        hub._offer([_row(one, 0), _row(other, 0), _row(one, 1), _row(other, 1, subject="{"), _row(one, 2)], {})
    assert [b"".join(written_to(one)).count(b'"type":"fact"') for one in heard.values()] == [2, 1]
    hub._offer([_row(one, 1), _row(one, 2)], {})
    assert b"".join(written_to(heard[one])).count(b'"position":2') == 1
    exhibit = clock.new_id()
    timeless = {(exhibit, named("NL")): Conditions(named("NL"), 3, until=clock.now().replace(tzinfo=None))}
    monkeypatch.setattr(following, "audience", {_TEAM: of(Hearer(None)), b"?": of(Hearer(None, mentions=exhibit))}.get)
    bad = _row(other, 3)._replace(audience=b"?")
    with pytest.raises(TypeError, match="offset"):
        hub._offer([_row(one, 3), _row(other, 2), bad], timeless)
    hub._offer([_row(other, 4)], {})
    assert [b"".join(written_to(each)).count(b'"type":"fact"') for each in heard.values()] == [4, 3]


def test_the_frame_of_a_fact_says_what_its_entry_says() -> None:
    """The subject as it is written, in whatever script; the frame as long as its head says."""
    for subject in (
        "{}",
        '{"task":"1"}',
        '{"name":"Ζωή \\"λ\\" \\u007f","of":{"a":[1,null]}}',
        f'{{"long":"{"é" * 40_000}"}}',
    ):
        told = frames.fact(7, "x.y", subject, "NL-01", None, clock.parse("2026-11-24T13:15:58.035801Z"))
        head = told.frame.index(b"{")
        assert int.from_bytes(told.frame[1 if head == 2 else 2 : head]) == len(told.frame) - head
        said = {"type": "fact", "position": 7, "kind": "x.y", "subject": json.loads(subject), "seat": "NL-01"}
        assert json.loads(told.frame[head:]) == said | {"party": None, "at": "2026-11-24T13:15:58.035801Z"}
        assert (told.position, told.again) == (7, False)


async def test_each_page_reads_what_was_released_of_all_that_it_mentions(
    urls: embedded.Urls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each team, and of each exhibit: one says to whom it was released for itself alone."""
    monkeypatch.setattr(following, "PAGE", 2)
    everything = {"level": 3, "authorities": None, "seats": None}
    told = [{"party": None, **everything, "within": {named("NL"): {**everything, "window": WINDOWS[0]}}}]
    async with Database(urls.app, urls.engine, pool=2) as database:
        hub = Hub(database, idle=timedelta(hours=1))
        monkeypatch.setattr(hub._standings, "look_at", _nobody_ends)  # these seats are in no table
        heard: dict[tuple[UUID, str], Listener] = {}
        for jit in (clock.new_id(), clock.new_id()):
            await write_entries(database, jit, [told] * 3)
            hub._ledgers[jit] = _Followed(0, 0, 0)
            for place in ("NL-01", "DE-01"):
                heard[jit, place] = await listening(replace(seat(place, Role.MEMBER), jit=jit))
                hub._ledgers[jit].subscribers.add(heard[jit, place])
        await hub._catch_up()
    facts = {each: b"".join(written_to(one)).count(b'"type":"fact"') for each, one in heard.items()}
    assert facts == {(jit, place): 3 * (place == "NL-01") for jit, place in heard}


async def test_what_is_offered_together_goes_in_one_piece_and_each_once() -> None:
    wire = Paper()
    wire.writable.set()
    told = [OutgoingFrame(b"%d;" % position, position, again=False) for position in range(9)]
    listener = Listener(seat("NL-01", Role.MEMBER), wire, reached=1, room=3)
    await listener.flow()
    listener.offer(*told[:4])
    listener.offer(told[3])
    assert (wire.written, listener.reached) == ([b"2;3;"], 3)
    wire.writable.clear()
    listener.offer(*told[4:7])
    assert (len(wire.written), list(listener.queue), listener.ending.done()) == (1, told[4:7], False)
    listener.offer(told[7])
    assert listener.ending.result() == "slow"
    listener.stop()


async def test_who_has_ended_is_told_nothing_though_nothing_waited() -> None:
    """It may end while it reads what it missed, and what is offered then must not follow the goodbye."""
    wire = Paper()
    wire.writable.set()
    listener = Listener(seat("NL-01", Role.MEMBER), wire, reached=0, room=3)
    listener.end("ended")
    await listener.flow()
    listener.offer(told(1))
    assert wire.written == []


async def test_what_waited_goes_in_pieces_that_are_not_too_long() -> None:
    wire = Paper()
    wire.writable.set()
    told = [OutgoingFrame(b"%05d" % position * 2_000, position, again=False) for position in range(9)]
    listener = Listener(seat("NL-01", Role.MEMBER), wire, reached=0, room=9)
    await listener.flow()
    wire.writable.clear()
    listener.offer(*told)
    wire.writable.set()
    for _ in range(3):
        await asyncio.sleep(0)
    assert [len(piece) for piece in wire.written] == [30_000, 40_000, 10_000]  # the first was told before
    assert (b"".join(wire.written), listener.reached) == (b"".join(one.frame for one in told[1:]), 8)
    listener.stop()


async def test_windows_of_one_seat_share_a_piece_as_far_as_they_have_had_none_of_it() -> None:
    """One has read more of the ledger than the hub has told; one reads slowly; of one there is room for no more."""
    wires = [Paper() for _ in range(4)]
    told = [OutgoingFrame(b"%d;" % position, position, again=False) for position in range(2, 6)]
    crowd = Subscribers()
    listeners = [
        Listener(seat("NL-01", Role.MEMBER), wire, reached=reached, room=room)
        for wire, reached, room in zip(wires, (1, 3, 1, 1), (9, 9, 9, 3), strict=True)
    ]
    for listener in listeners:
        await listener.flow()
        crowd.add(listener)
    for wire in wires[:2]:
        wire.writable.set()
    everybody = crowd.hearing(of(Hearer(None)), {}, clock.now())
    tell([(one, everybody) for one in told])
    assert [wire.written for wire in wires] == [[b"2;3;4;5;"], [b"4;5;"], [], []]
    assert [one.reached for one in listeners] == [5, 5, 1, 1]
    assert list(listeners[2].queue) == told
    assert [one.ending.done() for one in listeners] == [False, False, False, True]
    for listener in listeners:
        listener.stop()


async def _nobody_ends(_: object) -> None:
    """Find every seat in its place."""
