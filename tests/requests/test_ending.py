"""Legal requests when a team is closed, and when the party of a request or a reader of it leaves."""

from tests.factories import closings, leaving
from tests.factories.requests import create, hop, listed, move, move_item, received, release, see, seen, sent
from tests.factories.team import Team, said


async def test_open_request_stands_against_closing_until_it_is_closed(team: Team) -> None:
    request, incoming = await sent(team), await received(team)
    await closings.to_trial(team)
    assert {"what": "requests", "many": 2} in (await closings.shown(team, "noor"))["waits"]
    said(await move(team, "noor", request, "WITHDRAWN", reason="Obtained otherwise"))
    said(await move(team, "noor", incoming, "CLOSED", reason="Sent back"))
    for who in ("noor", "lena"):
        assert "requests" not in {one["what"] for one in (await closings.shown(team, who))["waits"]}


async def test_closed_team_shows_its_requests_and_takes_no_move(team: Team) -> None:
    request = said(await move(team, "noor", await sent(team), "WITHDRAWN", reason="Obtained otherwise"))
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


async def test_party_that_left_reads_nothing_and_its_requests_hinder_nobody(team: Team) -> None:
    dutch, german = await sent(team), await create(team, "jonas")
    said(await release(team, "noor", dutch, "DE"))
    said(await release(team, "jonas", german, "NL"))
    said(await leaving.agree(team), 201)
    said(await leaving.declare(team), 201)
    await leaving.left(team)
    assert (await see(team, "jonas", dutch)).status_code == 404
    assert (await seen(team, "noor", german))["level"] == "content"
    assert (await release(team, "noor", dutch, "DE", "existence")).status_code == 422
    assert {"what": "requests", "many": 1} in (await closings.shown(team, "noor"))["waits"], "the Dutch one"
