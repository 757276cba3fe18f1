"""A verdict is given by who has viewed the files: in quarantine and by a filter seat, all of them or the sample that is drawn."""

from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.evidence import (
    TEXT,
    custody,
    open_it,
    register,
    release,
    rendered,
    see,
    upload,
    values,
    view_all,
)
from tests.factories.sharing import privilege_review, quarantine
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

BINARY = b"\x00\x01\x02\x03" * 40


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def progress(team: Team, who: str, exhibit: dict[str, Any], queue: str) -> dict[str, str]:
    """File by file, as the queue tells it."""
    found = read_json(await team.client(who).get(team.path(f"/{queue}/{exhibit['id']}")))
    return {one["name"]: one["state"] for one in found["files"]}


async def unchecked(team: Team, *names: str) -> dict[str, Any]:
    """A Dutch exhibit that may hold privileged material, with these files; Daan filters."""
    read_json(await privilege_review.name(team, "noor", "daan"))
    exhibit = await register(team, "noor", release("DE"), may_hold_privileged=True)
    for name in names:
        await upload(team, "noor", exhibit, BINARY if name.endswith(".bin") else TEXT + name.encode(), name)
    await rendered(team, exhibit)
    return read_json(await see(team, "noor", exhibit))


class TestAFilterSeat:
    async def test_clears_nothing_before_it_viewed_every_file_with_a_rendition(self, team: Team) -> None:
        exhibit = await unchecked(team, "a.txt", "b.txt", "c.bin")
        answer = await privilege_review.give(team, "daan", exhibit, views=False)
        assert refused(answer) == (409, "files-not-viewed")
        assert (answer.json()["to_view"]["count"], "(2)" in answer.json()["detail"]) == (2, True)
        read_json(await open_it(team, "daan", exhibit, "filter"), 201)
        assert refused(await privilege_review.give(team, "daan", exhibit, views=False)) == (409, "files-not-viewed")
        first = exhibit["files"][0]["id"]
        await view_all(team, "daan", exhibit, "filter", first)
        states = {"a.txt": "viewed", "b.txt": "to_view", "c.bin": "no_rendition"}
        assert await progress(team, "daan", exhibit, "clearances") == states
        (row,) = await privilege_review.queue(team, "daan")
        assert row["review"] == {"is_begun": True, "viewed": 1, "to_view": 1, "no_rendition": 1, "not_sampled": 0}
        answer = await privilege_review.give(team, "daan", exhibit, views=False)
        assert [one["name"] for one in answer.json()["to_view"]["files"]] == ["b.txt"]
        assert read_json(await see(team, "noor", exhibit))["privilege"] == "unchecked"
        read_json(await privilege_review.give(team, "daan", exhibit), 201)
        (verdict,) = [one for one in await custody(team, "lena", exhibit) if one["kind"] == "evidence.filtered"]
        told = [(one["name"], one["because"]) for one in values(verdict)["not_viewed"]]
        assert told == [("c.bin", "no_rendition")]

    async def test_clears_nothing_before_it_viewed_every_page(self, team: Team) -> None:
        exhibit = await unchecked(team)
        await upload(team, "noor", exhibit, b"A row of a long text.\n" * 12_000, "long.txt")
        await rendered(team, exhibit)
        exhibit = read_json(await see(team, "noor", exhibit))
        opened = read_json(await open_it(team, "daan", exhibit, "filter"), 201)
        pages = [one["link"] for one in opened["files"][0]["renditions"]]
        assert len(pages) > 1
        for link in pages[:-1]:
            assert (await team.client("daan").get(link)).status_code == 200
        found = read_json(await team.client("daan").get(team.path(f"/clearances/{exhibit['id']}")))
        (file,) = found["files"]
        assert (file["state"], file["viewed_pages"], file["pages"]) == ("to_view", len(pages) - 1, len(pages))
        assert refused(await privilege_review.give(team, "daan", exhibit, views=False)) == (409, "files-not-viewed")
        assert (await team.client("daan").get(pages[-1])).status_code == 200
        assert await progress(team, "daan", exhibit, "clearances") == {"long.txt": "viewed"}
        read_json(await privilege_review.give(team, "daan", exhibit, views=False), 201)

    async def test_stops_at_the_first_page_of_a_privileged_letter(self, team: Team) -> None:
        exhibit = await unchecked(team)
        await upload(team, "noor", exhibit, b"A row of a long letter.\n" * 12_000, "letter.txt")
        await rendered(team, exhibit)
        exhibit = read_json(await see(team, "noor", exhibit))
        opened = read_json(await open_it(team, "daan", exhibit, "filter"), 201)
        assert (await team.client("daan").get(opened["files"][0]["renditions"][0]["link"])).status_code == 200
        read_json(await privilege_review.give(team, "daan", exhibit, "privileged", views=False), 201)
        (verdict,) = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.filtered"]
        assert [(one["name"], one["because"]) for one in values(verdict)["not_viewed"]] == [("letter.txt", "to_view")]

    async def test_says_which_file_goes_on_after_its_pages(self, team: Team) -> None:
        exhibit = await unchecked(team)
        await upload(team, "noor", exhibit, b"A row of a very long text.\n" * 80_000, "longer.txt")
        await rendered(team, exhibit)
        exhibit = read_json(await see(team, "noor", exhibit))
        await view_all(team, "daan", exhibit, "filter")
        assert await progress(team, "daan", exhibit, "clearances") == {"longer.txt": "viewed_in_part"}
        read_json(await privilege_review.give(team, "daan", exhibit, views=False), 201)
        (verdict,) = [one for one in await custody(team, "lena", exhibit) if one["kind"] == "evidence.filtered"]
        told = [(one["name"], one["because"]) for one in values(verdict)["not_viewed"]]
        assert told == [("longer.txt", "viewed_in_part")]

    async def test_stops_reading_what_is_privileged_and_has_viewed_something(self, team: Team) -> None:
        exhibit = await unchecked(team, "a.txt", "b.txt")
        assert refused(await privilege_review.give(team, "daan", exhibit, "privileged", views=False)) == (
            409,
            "files-not-viewed",
        )
        await view_all(team, "daan", exhibit, "filter", exhibit["files"][0]["id"])
        read_json(await privilege_review.give(team, "daan", exhibit, "privileged", views=False), 201)
        (verdict,) = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.filtered"]
        assert [(one["name"], one["because"]) for one in values(verdict)["not_viewed"]] == [("b.txt", "to_view")]

    async def test_views_again_what_was_flagged_again(self, team: Team) -> None:
        exhibit = await unchecked(team, "a.txt")
        read_json(await privilege_review.give(team, "daan", exhibit), 201)
        flagged = read_json(await privilege_review.flag(team, "bram", exhibit))
        assert refused(await privilege_review.give(team, "daan", flagged, views=False)) == (409, "files-not-viewed")
        read_json(await privilege_review.give(team, "daan", flagged), 201)

    async def test_has_not_viewed_what_another_viewed(self, team: Team) -> None:
        exhibit = await unchecked(team, "a.txt")
        await view_all(team, "daan", exhibit, "filter")
        assert refused(await privilege_review.give(team, "noor", exhibit, views=False)) == (403, "not-the-filter")
        async with as_superuser(team) as superuser:
            await superuser.execute("update viewings set seat = (select id from members where code = 'NL-01')")
        assert refused(await privilege_review.give(team, "daan", exhibit, views=False)) == (409, "files-not-viewed")


class TestAnAdministrator:
    async def test_lets_nothing_in_before_its_files_were_viewed_and_refuses_nothing_unseen(self, team: Team) -> None:
        exhibit = await quarantine.brought(team, release("NL"))
        await rendered(team, exhibit)
        for verdict in ("passed", "refused"):
            answer = await quarantine.verify(team, "admin", exhibit, verdict, views=False)
            assert refused(answer) == (409, "files-not-viewed"), verdict
        (row,) = await quarantine.queue(team)
        assert (row["review"]["viewed"], row["review"]["to_view"]) == (0, 1)
        await view_all(team, "admin", exhibit, "verify")
        assert set((await progress(team, "admin", exhibit, "verifications")).values()) == {"viewed"}
        await upload(team, "mara", exhibit, TEXT + b"more", "more.txt")
        await rendered(team, exhibit)
        more = await quarantine.verify(team, "admin", exhibit, views=False, files=2)
        assert more.json()["to_view"]["files"][0]["name"] == "more.txt"
        read_json(await quarantine.verify(team, "admin", exhibit, files=2), 201)

    async def test_waits_for_pages_that_are_being_made(self, team: Team) -> None:
        exhibit = await quarantine.brought(team)
        assert await progress(team, "admin", exhibit, "verifications") == {exhibit["files"][0]["name"]: "pending"}
        assert refused(await quarantine.verify(team, "admin", exhibit, views=False)) == (409, "files-not-viewed")

    async def test_and_nobody_else_learns_what_is_viewed(self, team: Team) -> None:
        exhibit = await quarantine.brought(team)
        for who, status in (("mara", 403), ("noor", 403), ("daan", 403)):
            answer = await team.client(who).get(team.path(f"/verifications/{exhibit['id']}"))
            assert answer.status_code == status, who
        assert (await team.client("daan").get(team.path(f"/clearances/{exhibit['id']}"))).status_code == 404


VIEWED = (
    "insert into viewings (opening, file, page, jit, evidence, seat, viewed_at)"
    " select o.id, f.id, 1, :jit, f.evidence, :seat, now() from openings o, files f where o.evidence = f.evidence"
)


class TestTheDatabase:
    async def test_takes_no_viewing_but_by_an_opening_of_ones_own(self, team: Team) -> None:
        exhibit = await unchecked(team, "a.txt")
        opened = read_json(await open_it(team, "daan", exhibit, "filter"), 201)
        assert await attempt(team, "noor", VIEWED) == 0, "nobody sees another's opening"
        forged = VIEWED.replace("select o.id", "select cast(:opening as uuid)").replace(
            "openings o, files f", "files f"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", forged.split(" where ")[0], opening=opened["id"])
        assert await attempt(team, "daan", VIEWED) == 1
        assert await attempt(team, "noor", "select 1 from viewings") == 0
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "daan", "delete from viewings")


class TestTheSample:
    async def test_is_agreed_by_an_administrator_and_everybody_hears_of_it(self, team: Team) -> None:
        for who in ("noor", "daan", "coordinator", "auditor"):
            assert refused(await quarantine.agree_sample(team, who)) == (403, "role-may-not"), who
        assert (await quarantine.agree_sample(team, files=9)).status_code == 422
        assert read_json(await quarantine.agree_sample(team))["review_sample"] == 10
        assert refused(await quarantine.agree_sample(team)) == (409, "sample-so-already")
        (entry,) = await team.entries("hugo", "review.sample_agreed")
        assert (values(entry)["former"], values(entry)["files"]) == (50, 10)

    async def test_of_a_large_exhibit_is_drawn_for_each_reviewer_and_suffices(self, team: Team) -> None:
        read_json(await quarantine.agree_sample(team))
        exhibit = await unchecked(team, *(f"{at:02}.txt" for at in range(12)))
        read_json(await open_it(team, "daan", exhibit, "filter"), 201)
        drawn = await progress(team, "daan", exhibit, "clearances")
        assert sorted(drawn.values()) == ["not_sampled"] * 2 + ["to_view"] * 10
        draws = set()
        async with as_superuser(team) as superuser:
            for row in await superuser.fetch("select id from sessions order by id limit 6"):
                await superuser.execute("update openings set session = $1", row["id"])
                draws.add(tuple((await progress(team, "daan", exhibit, "clearances")).items()))
        assert len(draws) > 1, "by a key that nobody is told who uploads"
        drawn = await progress(team, "daan", exhibit, "clearances")
        left = [one["id"] for one in exhibit["files"] if drawn[one["name"]] == "to_view"]
        await view_all(team, "daan", exhibit, "filter", *left[1:])
        assert refused(await privilege_review.give(team, "daan", exhibit, views=False)) == (409, "files-not-viewed")
        await view_all(team, "daan", exhibit, "filter", left[0])
        assert await progress(team, "daan", exhibit, "clearances") == {
            name: state.replace("to_view", "viewed") for name, state in drawn.items()
        }, "whatever is opened later, the same files were drawn"
        read_json(await privilege_review.give(team, "daan", exhibit, views=False), 201)
        (verdict,) = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.filtered"]
        assert {one["because"] for one in values(verdict)["not_viewed"]} == {"not_sampled"}
