"""Class 5: revocation without effect. The end of a right takes effect on every route, and during a request.

Elsewhere: open sockets (`tests/realtime/test_stream.py`, `test_sockets.py`), a running download
(`tests/custody/test_openings.py`), export jobs at each step (`tests/audit/test_exports.py`).
"""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

import httpx
import pytest

from app import clock, embedded
from app.settings import Settings
from tests.factories import evidence
from tests.factories.evidence import TUS, announced, release, send
from tests.factories.team import Team, read_json
from tests.security.conftest import HiddenExhibit, fill, hung, made
from tests.security.routes import FEWEST, absent, attacked_routes, call_route, require_same_answers
from tests.support.databases.superuser import as_superuser
from tests.support.server import settings_on_wire


async def held_by(team: Team, who: str) -> HiddenExhibit:
    """A Dutch exhibit that a German has open, taken, and seen whole."""
    exhibit = await evidence.register(team, "noor", release("DE"))
    return await opened_by(team, who, await fill(team, exhibit))


async def opened_by(team: Team, who: str, hidden_exhibit: HiddenExhibit) -> HiddenExhibit:
    """The same with an opening of each act that is this person's."""
    exhibit = {"id": hidden_exhibit.evidence}
    opened = read_json(await evidence.open_it(team, who, exhibit), 201)["id"]
    taken = read_json(await evidence.take_it(team, who, exhibit), 201)["id"]
    return replace(hidden_exhibit, reading=opened, taking=taken)


def door_to(rest: str) -> str:
    """Return the template of the route with this ending."""
    return next(path for _, path, _ in attacked_routes() if path.endswith(rest))


ENDINGS: Final = ("recalled", "narrowed", "lapsed", "deleted")


async def test_a_release_that_ended_leaves_every_door_as_if_it_had_never_been(team: Team) -> None:
    """Recalled, narrowed to others, run out, or its row gone: to Jonas, who held it open, it is absent at once."""
    first = await held_by(team, "jonas")
    loots = [first]
    for _ in ENDINGS[1:]:
        hanging = await hung(team, await evidence.register(team, "noor", release("DE")))
        of_its_own = {
            one: getattr(hanging, one) for one in ("evidence", "file", "uploading", "waiting", "hold", "code")
        }
        loots.append(await opened_by(team, "jonas", replace(first, **of_its_own)))
    opening = ("GET", door_to("/openings/{opening}"), "")
    for hidden_exhibit, how in zip(loots, ENDINGS, strict=True):
        assert (await call_route(team, "jonas", opening, hidden_exhibit.ids())).status_code == 200
        await revoke(team, {"id": hidden_exhibit.evidence}, how)
    # A copy stays: test_copies.py
    kept = {"consent": str(clock.new_id()), "copy": str(clock.new_id())}
    there = [
        hidden_exhibit.ids(opening=one, **kept)
        for hidden_exhibit in loots
        for one in (hidden_exhibit.taking, hidden_exhibit.reading)
    ]
    assert await require_same_answers(team, "jonas", *there) >= FEWEST
    assert await evidence.listed(team, "jonas") == []


async def revoke(team: Team, exhibit: dict[str, str], how: str) -> None:
    """One way in which a release ends."""
    if how == "recalled":
        assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
        return
    if how == "narrowed":
        read_json(await evidence.grant(team, "noor", exhibit, "DE", version=1, seats=["DE-02"]))
        return
    what = {"lapsed": "update releases set until = now()", "deleted": "delete from releases"}[how]
    async with as_superuser(team) as connection:
        await connection.execute(f"{what} where party <> originator and evidence = $1", UUID(exhibit["id"]))


#: What ends a seat, what takes that back for the next, how the doors answer meanwhile, and whether each of them is tried.
ENDS: Final = (
    ("update parties set status = {} where code = 'DE'", "'suspended'", "'active'", 404, False),
    ("update parties set leaves_at = {} where code = 'DE'", "now()", "null", 404, False),
    ("update members set state = {} where code = 'DE-02'", "'ended'", "'seated'", 404, True),
    ("update accounts set closed_at = {} where email = 'lena@de.test'", "now()", "null", 401, False),
    ("update sessions set ended_at = {}", "now()", "null", 401, True),
    ("update sessions set expires_at = {}", "now()", "now() + interval '1 hour'", 401, False),
)


async def test_a_seat_that_ended_opens_no_door_of_the_team(team: Team) -> None:
    """Every route checks the membership: each is called after the end of a membership and of a session."""
    hidden_exhibit = replace(await held_by(team, "lena"), member=str(clock.new_id()))
    view = await team.client("lena").get(door_to("/openings/{opening}").format(**hidden_exhibit.ids()))
    link = read_json(view)["files"][0]["link"]
    for statement, end, mend, status, at_every_door in ENDS:
        assert (await team.client("lena").get(team.path())).status_code == 200, statement
        async with as_superuser(team) as connection:
            await connection.execute(statement.format(end))
        assert (await team.client("lena").get(link)).status_code == status, ("an issued link", statement)
        for route in attacked_routes() if at_every_door else ():
            answer = await knock_plainly(team, route, hidden_exhibit.ids())
            assert answer.status_code == status, (route, statement)
        for rest in ("", "/evidence", "/members", "/ledger/entries", "/exports"):
            assert (await team.client("lena").get(team.path(rest))).status_code == status, rest
        async with as_superuser(team) as connection:
            await connection.execute(statement.format(mend))


async def knock_plainly(team: Team, route: tuple[str, str, str], ids: dict[str, str]) -> httpx.Response:
    """Ask without a genuine link or form: whether the seat stands is answered before."""
    headers = TUS | {"Content-Type": "application/json"}
    return await team.client("lena").request(route[0], route[1].format(**ids), headers=headers)


async def test_half_an_upload_is_cut_and_leaves_nothing(team: Team) -> None:
    """The seat is still there, and its role no more."""
    exhibit = await evidence.register(team, "daan")
    path = await announced(team, "daan", exhibit, 3 * 2**20)
    asked_for_more = asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield bytes(2**20)
        async with as_superuser(team) as connection:
            await connection.execute("update members set roles = '{interpreter}' where code = 'NL-04'")
        await asyncio.sleep(1.1)
        yield bytes(2**20)
        asked_for_more.set()
        yield bytes(2**20)

    assert (await send(team.client("daan"), path, slowly())).status_code in {403, 404}
    assert not asked_for_more.is_set(), "it is cut while it arrives"
    async with as_superuser(team) as connection:
        assert await connection.fetchval("select count(*) from segments") == 0


class TestABundleUnderWay:
    SIZE = 48 * 2**20

    @pytest.fixture
    def settings(self, database_urls: embedded.Urls, tmp_path: Path) -> Settings:
        return settings_on_wire(database_urls, tmp_path / "state")

    @pytest.mark.parametrize("end", ["recall", "role"])
    async def test_is_cut(self, team: Team, wire: str, end: str, tmp_path: Path) -> None:
        """As large as that of a big team: what counts is that it is still under way."""
        exhibit = await evidence.register(team, "noor", release("DE"))
        court = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
        export = read_json(await team.client("auditor").post(team.path("/exports"), json=court), 202)
        await made(team, "auditor", export)
        (large := tmp_path / "large").write_bytes(os.urandom(self.SIZE))
        team.context.bundles.keep(team.jit_id, UUID(export["id"]), large)
        async with as_superuser(team) as connection:
            await connection.execute("update exports set size_bytes = $1", self.SIZE)
        received, ended = 0, False
        async with httpx.AsyncClient(base_url=wire, cookies=team.client("auditor").cookies, timeout=30) as browser:
            try:
                async with browser.stream("GET", team.path(f"/exports/{export['id']}/bundle")) as answer:
                    assert answer.status_code == 200
                    async for block in answer.aiter_raw(2**18):
                        received += len(block)
                        if not ended:
                            ended = True
                            await self.revoke(team, exhibit, end)
                        await asyncio.sleep(0.02)
            except httpx.TransportError:
                pass
        assert 0 < received < self.SIZE

    async def revoke(self, team: Team, exhibit: dict[str, object], end: str) -> None:
        if end == "recall":
            assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
            return
        async with as_superuser(team) as connection:
            await connection.execute("update members set roles = '{coordinator}' where code = 'DE-03'")

    async def test_is_delivered_in_ranges_until_then(self, team: Team) -> None:
        exhibit = await evidence.register(team)
        hidden_exhibit = await fill(team, exhibit)
        path = team.path(f"/exports/{hidden_exhibit.export}/bundle")
        noor = team.client("noor")
        whole = await noor.get(path)
        part = await noor.get(path, headers={"Range": "bytes=10-99"})
        assert (part.status_code, part.content) == (206, whole.content[10:100])
        assert part.headers["content-range"] == f"bytes 10-99/{len(whole.content)}"


async def test_nothing_stays_for_a_party_that_was_suspended_and_came_back(team: Team) -> None:
    """A release that was recalled in the meantime stays recalled."""
    hidden_exhibit = await held_by(team, "lena")
    async with as_superuser(team) as connection:
        await connection.execute("update parties set status = 'suspended' where code = 'DE'")
        assert (await evidence.recall(team, "noor", {"id": hidden_exhibit.evidence}, "DE")).status_code == 204
        await connection.execute("update parties set status = 'active' where code = 'DE'")
    absent_too = absent(hidden_exhibit.ids())
    for template in (door_to("/evidence/{evidence}"), door_to("/openings/{opening}")):
        for ids in (hidden_exhibit.ids(), absent_too):
            assert (await team.client("lena").get(template.format(**ids))).status_code == 404
