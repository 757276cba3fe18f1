"""Searching the ledger: each filter finds what it says, and none finds what the seat may not read."""

import asyncio
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from sqlalchemy import text

from app import clock
from app.database import Requester
from app.ledger import searching
from app.ledger.searching import SearchConditions
from app.services.audit import refusals
from tests.factories import evidence
from tests.factories.evidence import kinds, open_it, register, release, take_it, values, with_file
from tests.factories.team import Team, read_json


async def search(team: Team, who: str, **query: Any) -> list[dict[str, Any]]:
    """What somebody finds, newest first."""
    asked = urlencode({"limit": 200, **query}, doseq=True)
    found: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/ledger/disclosed?{asked}")))[
        "items"
    ]
    return found


async def asking(team: Team, who: str) -> Requester:
    """Somebody, as row-level security meets them."""
    seat = team.seats[who]
    async with team.context.database.reading(Requester(jit=team.jit_id)) as session:
        party = (
            await session.execute(text("select id from parties where code = :c"), {"c": seat["party"]})
        ).scalar_one()
    return Requester(jit=team.jit_id, party=party, seat=UUID(seat["id"]), roles=frozenset(seat["roles"]))


async def test_by_the_seat_that_acted(team: Team) -> None:
    exhibit = await with_file(team, release("DE"))
    read_json(await open_it(team, "jonas", exhibit), 201)
    read_json(await open_it(team, "lena", exhibit), 201)
    await team.settled()
    found = await search(team, "auditor", seat=team.code("lena"), kind="evidence.opened")
    assert [one["seat"] for one in found] == [team.code("lena")]
    assert await search(team, "auditor", seat="DE-99") == []


async def test_by_the_days_in_which_it_was_entered(team: Team) -> None:
    await register(team, "noor")
    await team.settled()
    everything = await search(team, "noor")
    middle = everything[len(everything) // 2]["at"]
    since, until = await search(team, "noor", since=middle), await search(team, "noor", until=middle)
    assert since + until == everything
    assert since[-1]["at"] == middle, "the first moment belongs to it, the last does not"
    assert await search(team, "noor", since=middle, until=middle) == []


async def test_of_an_exhibit_with_what_was_refused_on_it(team: Team) -> None:
    exhibit, other = await with_file(team, release("DE", level="readable")), await with_file(team, release("DE"))
    assert (await take_it(team, "lena", exhibit)).status_code == 403
    await refusals.enter_due(team.context.database, clock.now() + timedelta(minutes=2))
    await team.settled()
    refused, *custody = await search(team, "auditor", evidence=exhibit["id"])
    assert refused["kind"] == "evidence.refused"
    assert {one["subject"].get("evidence") for one in custody} == {exhibit["id"]}
    assert "evidence.refused" not in kinds(await search(team, "auditor", evidence=other["id"]))
    assert "evidence.refused" not in kinds(await search(team, "lena", evidence=exhibit["id"]))


async def test_by_words_of_what_is_disclosed(team: Team) -> None:
    await register(team, "noor", release("DE"), title='Téléphone "Œuvre" 100% de Łukasz_2')
    await team.settled()
    for words in ("telephone", "TÉLÉPHONE", "lukasz_2 telephone", "de 100%", '"œuvre"', "rotterdam telephone"):
        found = {values(one).get("title") for one in await search(team, "lena", q=words)}
        expected = set() if words.startswith("lukasz") else {'Téléphone "Œuvre" 100% de Łukasz_2'}
        assert found == expected, words  # an Ł is a letter of its own, with no accent to take off
    for words in ("1000%", "telephone elephant", "t_l_phone", "previous", "exhibit_number", "acquired_by"):
        assert await search(team, "lena", q=words) == [], words
    assert await search(team, "lena", q="  ") == await search(team, "lena")


class TestWhatIsHidden:
    """Attacks: a filter that knows exactly what is there must find no more than reading without it."""

    async def test_no_filter_finds_an_entry_that_is_not_disclosed(self, team: Team) -> None:
        hidden = await with_file(team, title="Zebrafish ledger")
        read_json(await open_it(team, "noor", hidden), 201)
        await team.settled()
        (real, *_) = await search(team, "noor", q="zebrafish")
        day = {"since": hidden["registered_at"], "until": clock.rfc3339(clock.now())}
        for who in ("lena", "claire", "mara", "auditor", "ines"):
            for asked in ({"q": "zebrafish"}, {"evidence": hidden["id"]}, {"q": hidden["id"]}, day):
                found = await search(team, who, **asked, seat=real["seat"])
                assert not [one for one in found if (one["subject"] or {}).get("evidence") == hidden["id"]], (
                    who,
                    asked,
                )
            assert await search(team, who, q="zebrafish") == []
        assert await search(team, "jit_auditor", q="zebrafish") != [], "who reads all finds it"

    async def test_words_are_not_looked_for_in_fields_that_are_withheld(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR", "listed"), place="Quay of the albatross")
        read_json(await open_it(team, "jonas", exhibit, justification="Because of the flamingo"), 201)
        await team.settled()
        assert kinds(await search(team, "jonas", q="albatross")) == ["evidence.registered"]
        assert await search(team, "claire", q="albatross") == [], "she sees it listed, and reads no place"
        assert kinds(await search(team, "lena", q="flamingo")) == ["evidence.opened"]
        assert kinds(await search(team, "noor", evidence=exhibit["id"], kind="evidence.opened")) == ["evidence.opened"]
        assert await search(team, "noor", q="flamingo") == [], "a justification is read by the actor's party alone"

    async def test_nor_are_refusals_found_by_who_does_not_read_them(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", level="readable"))
        assert (await take_it(team, "lena", exhibit)).status_code == 403
        await refusals.enter_due(team.context.database, clock.now() + timedelta(minutes=2))
        await team.settled()
        for asked in ({"kind": "evidence.refused"}, {"q": "level-below-held"}, {"q": exhibit["id"]}):
            assert "evidence.refused" in kinds(await search(team, "auditor", **asked)), asked
            for who in ("lena", "jonas", "noor", "claire", "coordinator"):
                assert "evidence.refused" not in kinds(await search(team, who, **asked)), (who, asked)


class TestPages:
    async def test_of_words_go_on_in_steps_and_miss_nothing(self, team: Team) -> None:
        for n in range(4):
            await register(team, "noor", release("DE"), title=f"Heron {n}")
            await register(team, "noor")  # two entries or so that Germany does not read
        await team.settled()
        whole = [one["position"] for one in await search(team, "lena", q="heron", kind="evidence.registered")]
        assert len(whole) == 4
        async with team.context.database.reading(await asking(team, "lena")) as session:
            sought = SearchConditions(kinds=("evidence.registered",), words="heron")
            seen, before, pages = [], None, 0
            while pages == 0 or before is not None:
                found = await searching.search(session, team.jit_id, sought, before=before, limit=2, step=3)
                seen += [one.position for one in found.entries]
                assert before is None or found.behind is None or found.behind < before
                before, pages = found.behind, pages + 1
        assert seen == whole
        assert pages > 4

    async def test_end_where_arithmetic_says_so(self, team: Team) -> None:
        """Where a step ends tells nothing of what was passed over: the same for who reads all of it and who reads none."""
        await asyncio.gather(*(register(team, "noor") for _ in range(6)))
        await team.settled()
        ends = set()
        for who in ("noor", "mara"):
            async with team.context.database.reading(await asking(team, who)) as session:
                sought = SearchConditions(words="no such word")
                ends.add((await searching.search(session, team.jit_id, sought, before=20, limit=5, step=7)).behind)
        assert ends == {13}


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("cursor=-1", 400),
        ("seat=de-01", 422),
        ("since=2026-01-01T00:00:00", 422),
        ("since=0", 422),
        ("q=%00", 422),
        ("q=" + "x" * 201, 422),
        ("kind=registered", 422),
        ("evidence=1", 422),
    ],
)
async def test_what_is_not_understood_is_refused(team: Team, query: str, status: int) -> None:
    assert (await team.client("lena").get(team.path(f"/ledger/disclosed?{query}"))).status_code == status


async def test_the_access_log_is_narrowed_by_party_and_answer(team: Team) -> None:
    exhibit, hidden = await register(team, "noor", release("DE")), await register(team, "noor")
    await evidence.see(team, "lena", exhibit)
    await evidence.see(team, "lena", hidden)
    await evidence.describe(team, "lena", exhibit)
    await team.client("lena").get(team.path("/evidence?limit=0"))
    await team.client("claire").get(team.path("/evidence"))
    await team.context.access_log.write(team.context.database)

    async def lines(who: str, query: str) -> list[tuple[str, int]]:
        items = read_json(await team.client(who).get(team.path(f"/access-log?limit=200&{query}")))["items"]
        return [(one["party"], one["outcome"]) for one in items]

    assert set(await lines("jit_auditor", "party=FR")) == {("FR", 200)}
    assert await lines("auditor", "party=FR") == [], "a filter opens nothing"
    found = {
        answer: [outcome for _, outcome in await lines("auditor", f"answer={answer}&seat={team.code('lena')}")]
        for answer in ("given", "refused", "absent", "faulty", "failed")
    }
    assert found == {"given": [200], "refused": [403], "absent": [404], "faulty": [422], "failed": []}
    about = {
        asked: [outcome for _, outcome in await lines("auditor", f"asked={asked}&seat={team.code('lena')}")]
        for asked in ("changes", "evidence", "tasks", "exports", "people")
    }
    assert about == {"changes": [403], "evidence": [422, 403, 404, 200], "tasks": [], "exports": [], "people": []}
    await team.context.access_log.write(team.context.database)
    assert (await lines("auditor", "asked=ledger"))[0] == ("DE", 200), "the reading above"
    for query in ("answer=none", "asked=none"):
        assert (await team.client("auditor").get(team.path(f"/access-log?{query}"))).status_code == 422
