"""Legal requests when a team is closed, and when the party of a request or a reader of it leaves."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app import clock
from app.services.requests.deadlines import jobs as deadline_jobs
from tests.factories import closings, leaving
from tests.factories.field_erasures import entry, erase, erased
from tests.factories.requests import (
    change,
    create,
    hop,
    item,
    listed,
    move,
    move_item,
    received,
    release,
    see,
    seen,
    sent,
)
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

GONE = "\N{EM DASH}"


async def test_open_request_stands_against_closing_until_it_is_closed(team: Team) -> None:
    request, incoming = await sent(team), await received(team)
    await closings.to_trial(team)
    assert {"what": "requests", "many": 2} in (await closings.shown(team, "noor"))["waits"]
    read_json(await move(team, "noor", request, "WITHDRAWN", reason="Obtained otherwise"))
    read_json(await move(team, "noor", incoming, "CLOSED", reason="Sent back"))
    for who in ("noor", "lena"):
        assert "requests" not in {one["what"] for one in (await closings.shown(team, who))["waits"]}


async def test_closed_team_shows_its_requests_and_takes_no_move(team: Team) -> None:
    request = read_json(await move(team, "noor", await sent(team), "WITHDRAWN", reason="Obtained otherwise"))
    await closings.closed(team)
    assert (await seen(team, "noor", request))["state"] == "WITHDRAWN"
    assert [one["id"] for one in await listed(team, "noor")] == [request["id"]]
    for answer in (
        await move(team, "noor", request, "SENT"),
        await move_item(team, "noor", request, "delivered"),
        await hop(team, "noor", request, "Somewhere"),
        await release(team, "noor", request, "DE"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "team-closed")


async def audience(team: Team, request: dict[str, Any]) -> dict[str, set[str]]:
    """The parties in the audience of each kind of entry about a request."""
    query = (
        "select h.kind, p.code from headers h join entry_audience a on a.entry = h.entry join parties p on p.id = a.party"
        " where h.about = $1"
    )
    found = dict[str, set[str]]()
    async with as_superuser(team) as superuser:
        for row in await superuser.fetch(query, UUID(request["id"])):
            found.setdefault(row["kind"], set()).add(row["code"])
    return found


async def test_party_that_left_is_not_told_of_later_entries(team: Team) -> None:
    begun = (clock.now() - timedelta(days=80)).isoformat()
    request = read_json(await move(team, "noor", await create(team), "SENT", occurred_at=begun))
    read_json(await move_item(team, "noor", request, "preserved", occurred_at=begun))
    for party in ("DE", "FR"):
        read_json(await release(team, "noor", request, party))
    read_json(await leaving.agree(team), 201)
    read_json(await leaving.declare(team), 201)
    await leaving.left(team)
    read_json(await move(team, "noor", request, "ACKNOWLEDGED"))
    read_json(await hop(team, "noor", request, "Ministry of Justice"), 201)
    await deadline_jobs.warn_due(team.context.database)
    told = await audience(team, request)
    assert told["request.released"] == {"NL", "DE", "FR"}
    later = ("request.moved", "request.transmitted", "request.deadline_missed")
    assert [told[kind] for kind in later] == [{"NL", "FR"}] * len(later)


async def test_text_erased_from_the_log_is_erased_from_the_request(team: Team) -> None:
    request = await create(team, title="Panel", items=[item(), item(identifier="198.51.100.9")])
    request = read_json(
        await change(team, "noor", request, facts="Panel of Q.", add_items=[item(identifier="192.0.2.1")])
    )
    position = (await entry(team, "noor", "request.changed"))["position"]
    read_json(await erase(team, "noor", position, "changes"), 202)
    (one,) = (await erased(team, "noor", position))["erasures"]
    now = await seen(team, "noor", request)
    assert (now["content"]["facts"], now["content"]["title"]) == (GONE, "Panel")
    assert now["content"]["erased"] == {"facts": one["erased_at"]}
    assert [row["identifier"] for row in now["items"]] == ["203.0.113.7", "198.51.100.9", GONE]
    stale = await change(team, "noor", request, facts="Panel of Q.")
    assert stale.status_code == 412, "a change under way does not restore the text"
    position = (await entry(team, "noor", "request.drafted"))["position"]
    read_json(await erase(team, "noor", position, "title", "requested_items"), 202)
    await erased(team, "noor", position)
    now = await seen(team, "noor", request)
    assert {now["content"]["title"], *(row["identifier"] for row in now["items"])} == {GONE}
    read_json(await change(team, "noor", now, title="Panel of the marketplace"))
    assert "title" not in (await seen(team, "noor", request))["content"]["erased"]


async def test_party_that_left_reads_nothing_and_its_requests_hinder_nobody(team: Team) -> None:
    dutch, german = await sent(team), await create(team, "jonas")
    read_json(await release(team, "noor", dutch, "DE"))
    read_json(await release(team, "jonas", german, "NL"))
    read_json(await leaving.agree(team), 201)
    read_json(await leaving.declare(team), 201)
    await leaving.left(team)
    assert (await see(team, "jonas", dutch)).status_code == 404
    assert (await seen(team, "noor", german))["level"] == "content"
    assert (await release(team, "noor", dutch, "DE", "existence")).status_code == 422
    assert {"what": "requests", "many": 1} in (await closings.shown(team, "noor"))["waits"], "the Dutch one"
