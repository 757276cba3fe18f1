"""The calendar of a team through the API: one list of dates, of subjects that the reader sees and of no others."""

from typing import Any

import httpx

from app import clock
from tests.factories import evidence, hearings, operations, requests, tasks
from tests.factories.calendar_feeds import events, make
from tests.factories.calendar_feeds import read as read_feed
from tests.factories.evidence import alike, release
from tests.factories.sharing import consents
from tests.factories.team import Team, read_json

#: Days of what the first test makes.
NOVEMBER = "?from=2030-11-01&until=2030-11-30&zone=Europe/Amsterdam"
UNTIL = "2030-11-20T12:00:00+01:00"
DUE = {"due_at": "2030-11-29T16:00:00Z", "due_zone": "Europe/Athens"}


async def read(team: Team, who: str, query: str = NOVEMBER) -> httpx.Response:
    """The calendar as somebody reads it."""
    return await team.client(who).get(team.path(f"/calendar{query}"))


async def entries(team: Team, who: str, query: str = NOVEMBER) -> list[dict[str, Any]]:
    """Its entries."""
    items: list[dict[str, Any]] = read_json(await read(team, who, query))["items"]
    return items


async def preserved(team: Team) -> dict[str, Any]:
    """A request whose preserved data lapse some weeks from now."""
    request = read_json(await requests.move(team, "noor", await requests.create(team), "SENT"))
    return read_json(await requests.move_item(team, "noor", request, "preserved"))


async def test_calendar_lists_dates_of_all_domains_in_one_order(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE", until=UNTIL))
    task = await tasks.assign(team, assignee=team.seats["noor"]["code"], **DUE)
    day = await operations.planned(team)
    hearing = await hearings.create(team, held_at="2030-11-30T23:30:00+01:00")
    assert [(one["kind"], one["subject"], one["title"], one["at"]) for one in await entries(team, "noor")] == [
        ("release_end", exhibit["id"], exhibit["title"], "2030-11-20T11:00:00.000000Z"),
        ("action_day", day["id"], day["title"], "2030-11-26T09:00:00.000000Z"),
        ("task", task["id"], task["title"], "2030-11-29T16:00:00.000000Z"),
        ("hearing", hearing["id"], hearing["title"], "2030-11-30T22:30:00.000000Z"),
    ]
    (only,) = await entries(team, "noor", f"{NOVEMBER}&kind=task")
    assert (only["zone"], only["party"], only["mine"]) == ("Europe/Athens", "NL", True)
    last = "?from=2030-11-30&until=2030-11-30&zone="
    assert [one["kind"] for one in await entries(team, "noor", f"{last}Europe/Amsterdam")] == ["hearing"]
    assert [one["kind"] for one in await entries(team, "noor", f"{last}Asia/Tokyo")] == ["task"]
    for query in ("?from=2030-11-02&until=2030-11-01", "?from=2030-01-01&until=2031-12-31", "?zone=Atlantis"):
        assert (await read(team, "noor", query)).status_code == 422, query


async def test_feed_has_the_dates_of_the_calendar_and_no_names(team: Team) -> None:
    request, hearing, day = await preserved(team), await hearings.create(team), await operations.planned(team)
    exhibit = await evidence.register(team)
    lapse = min(one["due_at"] for one in request["clocks"] if one["lapses"] and one["state"] == "running")
    review = read_json(await team.client("noor").get(evidence.place(team, exhibit, "/retention")))["review_on"]
    for kind, subject, date in (
        ("data_lapse", request, lapse),
        ("retention_review", exhibit, review),
        ("hearing", hearing, hearing["held_at"]),
        ("action_day", day, day["h_at"]),
    ):
        (found,) = await entries(team, "noor", f"?kind={kind}&from={date[:10]}&until={date[:10]}")
        assert (found["subject"], found["at"] or found["on"]) == (subject["id"], date)
    answer = await read_feed(team, await make(team, "noor"))
    told = {words for words, _ in events(answer)}
    assert told >= {"Preserved data lapse", "Review due", "Hearing", "Action day"}
    for word in (request["number"], request["id"], hearing["title"], day["title"], exhibit["id"], "Rotterdam", "NL-"):
        assert word not in answer.text, word


async def test_calendar_never_shows_what_the_reader_may_not_see(team: Team) -> None:
    """Attack: exhibits, requests, hearings, consents, action days and tasks of others change no byte of the answer."""
    today = clock.now().date()
    spans = [f"?from={year}-01-01&until={year}-12-31" for year in (today.year, today.year + 1, 2030)]
    asked = [(who, span) for who in ("hugo", "claire", "mara", "ines") for span in spans]
    feeds = [await make(team, who) for who in ("hugo", "claire", "mara", "ines")]
    before = [await read(team, *one) for one in asked]
    fed = [await read_feed(team, one) for one in feeds]
    exhibit = await evidence.with_file(team, release("DE", until=UNTIL))
    await preserved(team)
    await hearings.create(team)
    await operations.planned(team, "noor", parties=["NL", "DE"])
    await operations.drafted(team, "noor", parties=["NL", "DE", "FR"])
    await consents.ask(team, "noor", use="question", evidence=None, party="DE")
    assert len(await entries(team, "noor", spans[-1])) >= 4
    for one, then in zip(asked, before, strict=True):
        assert (await read(team, *one)).content == then.content, one
    for feed, then in zip(feeds, fed, strict=True):
        assert alike(await read_feed(team, feed), then)
    task = await tasks.assign(team, evidence=[exhibit["id"]], **DUE)
    listed = {one["id"] for one in await tasks.listed(team, "hugo")}
    shown = {one["subject"] for one in await entries(team, "hugo", spans[-1])}
    assert (task["id"] in shown) == (task["id"] in listed), "a task as in the list of tasks"
    for who in ("auditor", "jit_auditor"):
        assert (await read(team, who)).status_code == 403
    assert (await read(team, "stranger")).status_code == 404
