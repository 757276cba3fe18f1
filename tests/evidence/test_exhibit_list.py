"""The list of exhibits, sorted and narrowed: pages of every order, forwards and backwards, and what no order and no search reveals."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock, embedded
from app.access import seats
from app.access.seats import Person
from app.api.evidence.views.exhibit_list import EvidencePage
from app.database import Requester
from app.services.evidence import exhibit_list
from tests.factories.evidence import describe, grant, listed, register, release, upload
from tests.factories.many_exhibits import fill
from tests.factories.team import Team, read_json
from tests.support.databases import plans

ORDERS = ("newest", "oldest", "title", "-title", "number", "-number", "size", "-size")
#: By these the rows of an answer must be in order.
KEYS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "newest": lambda one: one["registered_at"],
    "title": lambda one: one["title"].lower(),
    "number": lambda one: one["exhibit_number"],
    "size": lambda one: one["files_bytes"],
}


FILTERED: Final[list[tuple[dict[str, str], set[str]]]] = [
    ({"originator": "NL"}, {"one", "two"}),
    ({"originator": "FR"}, set()),
    ({"originator": "XX"}, set()),
    ({"kind": "report"}, {"two"}),
    ({"category": "malware", "kind": "image"}, {"one"}),
    ({"handling": "H1"}, {"two"}),
    ({"tlp": "GREEN"}, {"one"}),
    ({"status": "withdrawn"}, set()),
    ({"level": "held"}, {"one", "two"}),
    ({"released_to": "DE"}, {"one"}),
    ({"released_to": "XX"}, set()),
    ({"acquired_from": "2026-05-01T00:00:00Z"}, {"two"}),
    ({"acquired_before": "2026-05-01T00:00:00Z"}, {"one"}),
    ({"q": "o", "kind": "report"}, {"two"}),
]


async def page(team: Team, who: str, **query: Any) -> dict[str, Any]:
    """One page of somebody's list."""
    answer: dict[str, Any] = read_json(await team.client(who).get(team.path("/evidence"), params=query))
    return answer


async def walk(team: Team, who: str, **query: Any) -> list[dict[str, Any]]:
    """The whole list, by pages of two forwards; and the same backwards from the end, which must be the same."""
    ahead = [await page(team, who, limit=2, **query)]
    while ahead[-1]["next"]:
        ahead.append(await page(team, who, limit=2, cursor=ahead[-1]["next"], **query))
    assert ahead[0]["previous"] is None
    back = [ahead[-1]]
    while back[0]["previous"]:
        back.insert(0, await page(team, who, limit=2, cursor=back[0]["previous"], **query))
    found = [one for part in ahead for one in part["items"]]
    assert [one["id"] for part in back for one in part["items"]] == [one["id"] for one in found]
    return found


class TestOrders:
    async def test_every_order_both_ways_for_everybody(self, team: Team) -> None:
        titles = ("beta", "Alpha", "gamma", "alpha", "delta")
        for number, title in enumerate(titles):
            exhibit = await register(team, "noor", *([release("DE")] if number % 2 else []), title=title)
            if number in {1, 4}:
                await upload(team, "noor", exhibit, b"x" * (number + 1))
        for sort in ORDERS:
            key, down = KEYS[{"oldest": "newest"}.get(sort, sort.removeprefix("-"))], sort == "newest" or sort[0] == "-"
            for who, titled in (("noor", titles), ("jit_auditor", titles), ("lena", titles[1::2])):
                found = await walk(team, who, sort=sort)
                assert sorted(one["title"] for one in found) == sorted(titled), (who, sort)
                assert [key(one) for one in found] == sorted(map(key, found), reverse=down), (who, sort)

    async def test_a_cursor_of_another_order_or_of_no_list_is_refused(self, team: Team) -> None:
        for title in ("one", "two"):
            await register(team, "noor", title=title)
        cursor = (await page(team, "noor", limit=1, sort="title"))["next"]
        browser, path = team.client("noor"), team.path("/evidence")
        for wrong in (f"sort=-title&cursor={cursor}", f"cursor={cursor}", "sort=title&cursor=W10", "cursor=bnVsbA"):
            assert (await browser.get(f"{path}?{wrong}")).status_code == 400, wrong
        assert (await browser.get(f"{path}?sort=taste")).status_code == 422

    async def test_a_cursor_of_somebody_else_is_a_place_in_ones_own_list(self, team: Team) -> None:
        for title, parties in (("a", ()), ("b", ("DE",)), ("c", ()), ("d", ("DE",))):
            await register(team, "noor", *map(release, parties), title=title)
        cursor = (await page(team, "noor", limit=3, sort="title"))["next"]
        assert [one["title"] for one in (await page(team, "jonas", sort="title", cursor=cursor))["items"]] == ["d"]

    async def test_a_title_that_is_corrected_moves_in_every_partys_list(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), title="aaa")
        await register(team, "noor", release("DE"), title="mmm")
        assert (await describe(team, "noor", exhibit, title="zzz")).status_code == 200
        assert [one["title"] for one in await listed(team, "jonas", "?sort=title")] == ["mmm", "zzz"]


class TestSearch:
    async def test_finds_words_in_any_order_without_case_and_accents(self, team: Team) -> None:
        await register(team, "noor", title="Téléphone of the café owner, 50 %")
        await register(team, "noor", title="Telephone of the baker")
        for words, count in (
            ("telephone", 2), ("CAFÉ tele", 1), ("baker café", 0), ("50 %", 1), ("%", 1), ("_", 0), ("\\", 0), ("'", 0)
        ):  # fmt: skip
            assert len((await page(team, "noor", q=words))["items"]) == count, words

    async def test_finds_the_last_word_of_the_longest_title_and_capitals_of_every_script(self, team: Team) -> None:
        long = await register(team, "noor", title="n" * 288 + " Zeebrugge")
        greek = await register(team, "noor", title="ΚΑΤΑΛΟΓΟΣ ΚΛΗΣΕΩΝ")
        cyrillic = await register(team, "noor", title="Протокол за обиск")
        for words, exhibit in (("zeebrugge", long), ("ΚΑΤΑΛΟΓΟΣ", greek), ("ПРОТОКОЛ", cyrillic)):
            found = (await page(team, "noor", q=words))["items"]
            assert [one["id"] for one in found] == [exhibit["id"]], words

    async def test_is_paged_in_every_order(self, team: Team) -> None:
        for title in ("disk c", "phone", "disk a", "disk b"):
            await register(team, "noor", title=title)
        for sort in ORDERS:
            assert len(await walk(team, "noor", q="disk", sort=sort)) == 3
            assert len(await walk(team, "jit_auditor", q="disk", sort=sort)) == 3

    async def test_is_filtered(self, team: Team) -> None:
        await register(team, "noor", release("DE"), title="one", category="malware", tlp="GREEN",
                       acquired_at="2026-04-01T10:00:00Z")  # fmt: skip
        await register(team, "noor", title="two", kind="report", handling=["H1"], acquired_at="2026-05-02T10:00:00Z")
        for query, expected in FILTERED:
            assert {one["title"] for one in (await page(team, "noor", **query))["items"]} == expected, query

    async def test_ids_stand_alone(self, team: Team) -> None:
        exhibit = await register(team)
        answer = await team.client("noor").get(team.path("/evidence"), params={"id": exhibit["id"], "kind": "image"})
        assert answer.status_code == 422


class TestWhatMayNotBeKnown:
    async def test_neither_search_nor_filters_show_what_is_not_released(self, team: Team) -> None:
        await register(team, "noor", title="hidden canary", kind="report")
        for query in ({"q": "canary"}, {"kind": "report"}, {"originator": "NL"}, {"released_to": "NL"}):
            for sort in ORDERS:
                assert (await page(team, "jonas", sort=sort, **query))["items"] == []

    async def test_when_it_was_acquired_is_found_out_by_nobody_who_may_not_read(self, team: Team) -> None:
        await register(team, "noor", release("DE", "listed"))
        for query in ({"acquired_from": "2000-01-01T00:00:00Z"}, {"acquired_before": "2100-01-01T00:00:00Z"}):
            assert (await page(team, "jonas", **query))["items"] == []
            assert len((await page(team, "noor", **query))["items"]) == 1

    async def test_to_whom_another_party_released_is_not_found_out(self, team: Team) -> None:
        await register(team, "noor", release("DE"), release("FR"))
        assert (await page(team, "jonas", released_to="FR"))["items"] == []
        assert len((await page(team, "jonas", released_to="DE"))["items"]) == 1
        assert len((await page(team, "noor", released_to="FR"))["items"]) == 1

    async def test_a_release_to_one_seat_is_in_no_other_seats_search(self, team: Team) -> None:
        exhibit = await register(team, "noor", title="for one")
        assert (await grant(team, "noor", exhibit, "DE", seats=[team.code("jonas")])).is_success
        assert len((await page(team, "jonas", q="one"))["items"]) == 1
        assert (await page(team, "lena", q="one"))["items"] == []

    async def test_the_search_asks_for_no_seat_and_shows_nothing_to_nobody(self, team: Team) -> None:
        await register(team)
        async with team.context.database.reading() as session:
            found = await session.execute(
                text(
                    "select * from search_pool(null, null, null, null, null, null, null, null, null, null, null,"
                    " null, null, null, 'newest', true, null, null, 10)"
                )
            )
            assert found.all() == []

    async def test_what_a_list_is_sorted_by_is_the_exhibits_whatever_a_row_came_with(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), title="Plain")
        ours = Requester(jit=team.jit_id, party=await _party(team, "DE"), seat=uuid4(), roles=frozenset({"leader"}))
        async with team.context.database.reading(ours) as session:
            rows = await session.execute(
                text("select title_key, search_key, exhibit_number, files_bytes from releases")
            )
            number = exhibit["exhibit_number"]
            assert rows.all() == [("plain", f"plain {number.lower()}", number, 0)]
        async with team.context.database.writing(ours) as session:
            with pytest.raises(DBAPIError, match="permission denied"):
                await session.execute(text("update releases set title_key = 'aaa'"))


async def _party(team: Team, code: str) -> UUID:
    async with team.context.database.reading(Requester(jit=team.jit_id)) as session:
        found = await session.execute(text("select id from parties where code = :code"), {"code": code})
        return UUID(str(found.scalar_one()))


async def test_a_rare_word_is_found_behind_thousands_of_rows(team: Team, database_urls: embedded.Urls) -> None:
    """The search looks among the nearest rows, then in all of a short list, then in the index: each finds the same."""
    await fill(database_urls, team.id, 24_000)
    rare = [f"Item {n:06d} lazarus" for n in range(7, 24_000, 4000)]
    assert [one["title"] for one in await walk(team, "noor", q="lazarus", sort="title")] == rare
    assert [one["title"] for one in await walk(team, "noor", q="lazarus")] == rare[::-1]
    assert [one["title"] for one in await walk(team, "jit_auditor", q="LAZ 0000")] == rare[:1]
    assert (await page(team, "jonas", q="lazarus"))["items"] == []
    malware = await walk(team, "noor", category="malware", sort="-size")
    assert len(malware) == 5
    assert malware == sorted(malware, key=lambda one: -one["files_bytes"])
    assert len((await page(team, "jonas", q="item 010000"))["items"]) == 1  # one of 2,400 of its own


async def test_a_page_reads_no_more_of_a_partys_rows_than_it_shows(team: Team, database_urls: embedded.Urls) -> None:
    """Whatever the statistics say of the party, whose 200 rows of 2,000 would otherwise all be read and sorted."""
    await fill(database_urls, team.id, 2_000)
    person = Person(team.accounts["jonas"], clock.new_id(), "jonas", "Jonas", may_found=False, by_token=False)
    for sort in exhibit_list.Sort:
        async with team.context.database.reading() as session:
            seat = await seats.take(session, person, team.jit_id)
            assert seat is not None
            leaf = await exhibit_list.read_page(
                session, seat, exhibit_list.Filters(), sort, mark=None, back=False, limit=20
            )
            assert (len(leaf.rows), leaf.behind) == (20, True)
            assert (await session.execute(text("show plan_cache_mode"))).scalar_one() == "force_generic_plan"
            turned = sort is exhibit_list.Sort.NEWEST or sort.startswith("-")
            page = exhibit_list._list_query(
                exhibit_list._Shape(sort.removeprefix("-"), turned, False, False, False, 21)
            )
            binds = page.values({"jit": seat.jit, "party": seat.party})
            (explained,) = await session.fetch(f"explain (analyze, format json) {page.sql}", *binds)
            plan = explained[0][0]["Plan"]
            assert plans.rows_of_table(plan, "r") == 21, sort


async def test_a_page_is_what_its_view_declares(team: Team) -> None:
    """Written straight from the rows, it would pass through the view unchanged: every field, its type, its order."""
    await register(team, "noor", release("DE"), title="Größe “Ω”", handling=["H1", "H2"])
    await register(team, "noor", release("FR"), title="Plain")
    for name in ("noor", "jonas", "jit_auditor"):
        for query in ("", "?sort=-title&limit=1", "?q=plain", "?level=held"):
            answer = await team.client(name).get(team.path(f"/evidence{query}"))
            assert answer.headers["content-type"] == "application/json"
            assert EvidencePage.model_validate_json(answer.content).model_dump_json().encode() == answer.content
    assert team.id
