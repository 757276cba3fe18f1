"""Legal requests, notices and hearings on the live channel: who hears which act, at once and after a reconnect."""

from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any, Final

from app import clock
from app.services.requests.deadlines import jobs as deadline_jobs
from tests.factories import evidence, hearings, notices, requests
from tests.factories.requests import change, hop, move, move_item, recall, release
from tests.factories.team import Team, read_json
from tests.support.live_channel import Stream, listen

#: A fact of the whole team, which ends what each listener is to hear.
LAST: Final = "member.suspended"
#: Germany reads the content for a time, and its auditor hears the same. France knows for a time that the request exists.
HEARD: Final = {
    "lena": [
        "request.released",
        "request.moved",
        "request.transmitted",
        "request.changed",
        "request.deadline_started",
        "request.item_moved",
        "request.recalled",
        "notice.released",
        "notice.hit_recorded",
        "notice.recalled",
    ],
    "claire": ["request.released", "request.moved", "request.recalled"],
    # Steps and deadlines of the own party's request, and the exhibit of the hearing.
    "coordinator": [
        "request.sent",
        "request.deadline_started",
        "request.deadline_started",
        "request.moved",
        "request.transmitted",
        "request.deadline_started",
        "request.moved",
        "request.deadline_missed",
        "request.deadline_near",
        "evidence.registered",
    ],
    "mara": [],
    "ines": [],
    "sofia": [],
}
HEARD["auditor"] = HEARD["lena"]


async def act(team: Team) -> None:
    """A preservation, a notice and a hearing of the Netherlands, before, during and after releases."""
    begun = (clock.now() - timedelta(days=80)).isoformat()
    request = await requests.create(team)
    request = read_json(await move(team, "noor", request, "SENT", occurred_at=begun))
    request = read_json(await move_item(team, "noor", request, "preserved", occurred_at=begun))
    read_json(await release(team, "noor", request, "DE"))
    read_json(await release(team, "noor", request, "FR", "existence"))
    read_json(await move(team, "noor", request, "ACKNOWLEDGED"))
    read_json(await hop(team, "noor", request, "Ministry of Justice"), 201)
    request = read_json(await change(team, "noor", request, conditions="Not in fiscal proceedings"))
    asked = {"rule": "ASKED", "due_on": (clock.now() + timedelta(days=30)).date().isoformat()}
    read_json(await team.client("noor").post(requests.place(team, request, "/deadlines"), json=asked), 201)
    read_json(await move_item(team, "noor", request, "executing"))
    for party in ("DE", "FR"):
        read_json(await recall(team, "noor", request, party))
    read_json(await move(team, "noor", request, "CLARIFICATION_REQUESTED", reason="Which zone?"))
    assert await deadline_jobs.warn_due(team.context.database) > 0
    notice = await notices.moved(team, await notices.create(team), "checked", "with_ncb", "under_review", "published")
    read_json(await notices.challenge(team, "noor", notice), 201)
    read_json(await notices.release(team, "noor", notice, "DE"))
    read_json(await notices.hit(team, "noor", notice), 201)
    read_json(await notices.recall(team, "noor", notice, "DE"))
    read_json(await notices.move(team, "noor", notice, "withdrawn", reason="Arrested"))
    hearing = await hearings.create(team, "noor", await evidence.register(team))
    read_json(await hearings.change(team, "noor", hearing, court="Hof Den Haag"))


async def told(stream: Stream) -> list[dict[str, Any]]:
    """The frames up to the last fact of the team, without heads and presence."""
    frames = [await stream.frame()]
    while frames[-1].get("kind") != LAST:
        frames.append(await stream.frame())
    return frames[:-1]


async def test_live_channel_tells_of_requests_only_who_reads_them_at_once_and_after_a_reconnect(
    team: Team, wire: str
) -> None:
    await team.settled()
    heads = {who: await team.client(who).get(team.path("/evidence")) for who in HEARD}
    before = {who: int(one.headers["Ledger-Position"]) for who, one in heads.items()}
    async with AsyncExitStack() as open_streams:
        listening = {who: listen(wire, team, who, after) for who, after in before.items()}
        streams = {who: await open_streams.enter_async_context(one) for who, one in listening.items()}
        await act(team)
        path, headers = team.path(f"/members/{team.seats['daan']['id']}/suspension"), {"If-Match": '"2"'}
        read_json(await team.client("noor").post(path, json={"reason": "x"}, headers=headers))
        for who, stream in streams.items():
            kinds = [one["kind"] for one in await told(stream)]
            assert kinds == HEARD[who], who
    for who, after in before.items():
        async with listen(wire, team, who, after) as again:
            kinds = [one["kind"] for one in await told(again)]
            assert kinds == HEARD[who], f"{who} again"
