"""Class 7: metadata side channels. A hidden exhibit changes no answer to a GET.

Headers, counts, positions and search are compared in a world with the exhibit and one without. Declared leaks are
excepted: the number of entries of each published checkpoint, and how many of them belong to a visible exhibit. So
tests here sign the ledger explicitly.

`tests/realtime/test_worlds.py` does the same for the live channel.
"""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from app import clock, embedded
from app.api.documents import operations
from app.services.audit import refusals
from app.settings import Settings
from tests.factories import evidence, hearings, messages, notices, notifications, requests, signing, tasks
from tests.factories.evidence import place, release
from tests.factories.signing import Office
from tests.factories.team import Team, read_json
from tests.security.conftest import HiddenExhibit, exported, filled
from tests.security.routes import named_in
from tests.support.openapi_document import document
from tests.support.program import settings_for

#: Its text is the declared leak (size and pace).
CHECKPOINT: Final = "/api/jits/{jit}/ledger/checkpoint"
#: Tells the published size, as the checkpoint does, and when it was looked at.
HEALTH: Final = "/api/jits/{jit}/ledger/health"
#: Read by whoever has the secret: its two worlds are in `tests/coordination/test_calendar_feeds.py`.
CALENDAR: Final = "/api/calendar/{secret}.ics"
#: Changes with the clock and not with exhibits; the access log with each reading (`tests/audit/test_access_log.py`).
APART: Final = {CHECKPOINT, "/api/health/ready", "/api/sessions", "/api/jits/{jit}/access-log", HEALTH, CALENDAR}
#: Tell since when, and times from now on: theirs are in `tests/coordination/test_briefings.py` and `test_working_hours.py`.
APART.update(("/api/jits/{jit}/briefing", "/api/jits/{jit}/meeting-slots"))
#: Each reading is an entry of the log: tests/requests/test_register.py and test_hearings.py.
APART.update(("/api/jits/{jit}/requests/register.csv", "/api/jits/{jit}/evidence/{evidence}/method-record.pdf"))
#: What a path may name beside the team: below a hidden exhibit `test_foreign_children.py` asks for it.
#: The ledger's public surface has two worlds of its own (`tests/audit/test_ledger_public.py`).
NAMED: Final = {
    "evidence",
    "file",
    "opening",
    "page",
    "export",
    "party",
    "member",
    "task",
    "rule",
    "consent",
    "copy",
    "waiting",
    "handover",
    "channel",
    "message",
    "operation",
    "action",
    "notice",
    "request",
    "hearing",
    "code",
    "level",
    "path",
    "position",
    "kind",  # of the reference data, which belong to no team: tests/reference
    "key",
}
QUERIES: Final = {
    "/api/jits/{jit}/evidence": [
        "?q=server",
        "?originator=NL",
        "?status=withdrawn",
        "?category=disk_image",
        "?limit=1",
    ],
    "/api/jits/{jit}/consents": ["?side=asked", "?side=asking&unanswered=true", "?limit=1"],
    "/api/jits/{jit}/disclosures": ["?side=ours", "?side=others", "?limit=1"],
    "/api/jits/{jit}/copies": ["?side=held", "?side=given&unanswered=true", "?limit=1"],
    "/api/jits/{jit}/handovers": ["?mine=true", "?waiting=false", "?limit=1"],
    "/api/jits/{jit}/notifications": ["?unread=true", "?dismissed=true", "?urgency=now&limit=1"],
    "/api/jits/{jit}/tasks": ["?assignee=me", "?party=DE&sort=newest", "?q=match&state=open"],
    "/api/jits/{jit}/notices": ["?open=true", "?q=match&limit=1", "?kind=GREEN&state=draft&diffusion=false"],
    "/api/jits/{jit}/requests": ["?open=true", "?q=203.0&limit=1", "?instrument=BUDAPEST_29&direction=out&state=SENT"],
    "/api/jits/{jit}/requests/register": ["?limit=1", "?instrument=MLA_LOR", "?party=NL"],
    "/api/jits/{jit}/hearings": ["?past=false", "?limit=1"],
    "/api/jits/{jit}/calendar": [
        "?from=2026-01-01&until=2026-12-31",
        "?from=2030-01-01&until=2030-12-31&zone=Europe/Paris",
    ],
    "/api/jits/{jit}/channels": ["?limit=1"],
    "/api/jits/{jit}/messages": ["?q=server", "?q=match&kind=decision"],
    "/api/jits/{jit}/search": ["?q=server", "?q=match&limit=1", "?q=lantern", "?q=disk", "?q=NL"],
    "/api/jits/{jit}/ledger/entries": ["?limit=200", "?after=3"],
    "/api/jits/{jit}/ledger/disclosed": [
        "?limit=200",
        "?party=NL&limit=200",
        "?kind=evidence.registered",
        "?party=DE",
        "?seat=NL-01",
        "?q=server&limit=200",
        "?q=rotterdam&seat=DE-02",
        "?since=2026-01-01T00:00:00Z&until=2100-01-01T00:00:00Z",
    ],
}


@pytest.fixture
def settings(settings_: Settings) -> Settings:
    """No checkpoint but those that exports and tests ask for."""
    return settings_.model_copy(update={"checkpoint_seconds": 3600.0, "checkpoint_heartbeat_seconds": 3600.0})


@pytest.fixture
def settings_(database_urls: embedded.Urls, tmp_path: Path) -> Settings:
    return settings_for(database_urls, tmp_path / "state")


def test_every_read_of_the_document_is_compared_here_or_named_elsewhere() -> None:
    for method, path, _ in operations(document()):
        if method == "GET" and path not in APART:
            assert named_in(path) <= NAMED, f"{path}: say how a world with a hidden exhibit is compared"
    assert len(reads({"id": ""})) >= 25


def reads(shared: dict[str, Any] | None) -> list[str]:
    """Every GET of the document that needs no id, or only that of an exhibit that one sees."""
    found = []
    for method, path, _ in operations(document()):
        if (
            method == "GET"
            and path not in APART
            and path.count("{") - ("{jit}" in path) <= (1 if shared and "{evidence}" in path else 0)
        ):
            found += [path + query for query in ["", *QUERIES.get(path, [])]]
    return found


def without_the_leak(text: str) -> Any:
    """An answer without entries of which only position and commitment are told, and without the published size."""
    said = json.loads(text, object_hook=_without_the_published_size)
    if isinstance(said, dict) and isinstance(said.get("items"), list):
        said["items"] = [one for one in said["items"] if not ("commitment" in one and one["id"] is None)]
        following = said.get("next")  # a list that is whole has none
        said["next"] = None if following is not None and following.isdigit() else following
    return said


def _without_the_published_size(told: dict[str, Any]) -> dict[str, Any]:
    ledger = told.get("ledger")
    return (
        {n: v for n, v in told.items() if n != "ledger"}
        if isinstance(ledger, dict) and "signed_size" in ledger
        else told
    )


Picture = dict[str, tuple[int, dict[str, str], str]]


async def picture(team: Team, who: str, shared: dict[str, Any] | None = None) -> Picture:
    """Every answer that somebody can read, by its path: status, headers and text; no checkpoint moved the position."""
    await notifications.derived(team)
    told = {}
    for path in reads(shared):
        answer = await team.client(who).get(
            path.replace("{jit}", team.id).replace("{evidence}", (shared or {}).get("id", ""))
        )
        headers = {name: value for name, value in answer.headers.items() if name != "x-request-id"}
        told[path] = (answer.status_code, headers, answer.text)
    return told


def without_leaks(told: Picture) -> dict[str, Any]:
    """The same without the declared leaks: what a checkpoint may move."""
    return {
        path: (
            status,
            {name: value for name, value in headers.items() if name not in {"ledger-position", "content-length"}},
            without_the_leak(text) if "json" in headers.get("content-type", "") else text,
        )
        for path, (status, headers, text) in told.items()
    }


async def act_in_hiding(team: Team) -> None:
    """Acts, refused ones among them, on an exhibit of the Netherlands and Germany, and no checkpoint."""
    exhibit = await evidence.with_file(team, release("DE", level="readable"))
    read_json(await evidence.open_it(team, "lena", exhibit), 201)
    assert (await evidence.take_it(team, "lena", exhibit)).status_code == 403
    assert (await evidence.take_it(team, "claire", exhibit)).status_code == 404
    await refusals.enter_due(team.context.database, clock.now() + timedelta(minutes=2))
    read_json(await evidence.describe(team, "noor", read_json(await evidence.see(team, "noor", exhibit))))
    await evidence.announced(team, "noor", exhibit, 9)
    read_json(await evidence.grant(team, "noor", exhibit, "CH"), 202)
    assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204


async def live_in_hiding(team: Team) -> HiddenExhibit:
    """An exhibit with a whole life between the Netherlands and Germany, and a release to France that does not hold yet."""
    later = (clock.now() + timedelta(days=1)).isoformat()
    exhibit = await evidence.register(team, "noor", release("DE"), release("FR", not_before=later))
    hidden_exhibit = await filled(team, exhibit)
    await evidence.upload(team, "noor", exhibit, b"other", declared="00" * 32)
    await evidence.rendered(team, exhibit)
    read_json(await evidence.take_it(team, "lena", exhibit), 201)
    task = await tasks.assign(team, evidence=[exhibit["id"]])
    read_json(await tasks.change(team, "lena", task, state="in_progress"))
    read_json(await tasks.comment(team, "lena", task), 201)
    assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
    return hidden_exhibit


async def ask_in_hiding(team: Team, exhibit: dict[str, Any]) -> None:
    """A preservation with its production request, which Germany reads for a time: steps, papers, results, deadlines."""
    kept, request = await requests.sent(team), await requests.sent(team, instrument="MLA_LOR")
    read_json(await requests.release(team, "noor", kept, "DE"))
    kept = read_json(await requests.move_item(team, "noor", kept, "preserved"))
    read_json(await requests.link(team, "noor", request, kept))
    read_json(await requests.hop(team, "noor", request, "Department of Justice"), 201)
    read_json(await requests.paper(team, "noor", request, exhibit), 201)
    read_json(await requests.result(team, "noor", request, exhibit, request["items"][0]["id"]), 201)
    read_json(await requests.change(team, "noor", request, conditions="No use in fiscal proceedings."))
    read_json(await requests.move_item(team, "noor", request, "delivered"))
    read_json(await requests.move(team, "noor", request, "CLOSED"))
    read_json(await requests.recall(team, "noor", kept, "DE"))
    notice = await notices.moved(team, await notices.create(team), "checked", "with_ncb", "under_review", "published")
    read_json(await notices.release(team, "noor", notice, "DE"))
    read_json(await notices.warrant(team, "noor", notice, request))
    read_json(await notices.exhibit(team, "noor", notice, exhibit), 201)
    read_json(await notices.hit(team, "noor", notice), 201)
    read_json(await notices.challenge(team, "noor", notice), 201)
    read_json(await notices.recall(team, "noor", notice, "DE"))
    read_json(await notices.move(team, "noor", notice, "withdrawn", reason="Arrested"))
    read_json(await notices.keep(team, "noor", notice))
    hearing = await hearings.create(team, "noor", exhibit)
    read_json(await hearings.change(team, "noor", hearing, court="Hof Den Haag"))
    read_json(await hearings.assess(team, "noor", exhibit), 201)


async def speak_in_hiding(team: Team, office: Office) -> None:
    """A channel of the Netherlands and Germany: talk, decisions, corrections, translations, a signature, its end."""
    channel = await messages.open_channel(team)
    message = await messages.say(team, "lena", channel, "The server of the match.", mentions=["NL-02"])
    read_json(await messages.correct(team, "lena", message, "The server."))
    decision = await messages.decide(team, "noor", channel, "The match is on record.")
    await messages.decide(team, "noor", channel, "The match is put right.", corrects=decision["id"])
    read_json(await messages.translate(team, "amir", decision), 201)
    await signing.sign(team, "daan", await messages.decide(team, "daan", channel), office)
    read_json(await messages.close(team, "jonas", channel))


#: Members of parties from which the acts are hidden, and an account without a seat.
OTHERS: Final = ("claire", "hugo", "mara", "ines", "stranger")
#: Members of the parties that act, whose roles read no exhibits.
ROLES: Final = ("admin", "sofia", "karl")


def compare(who: str, then: dict[str, Any], before: dict[str, Any]) -> None:
    """Fails with every path whose answer changed."""
    assert len(then) >= 20
    changed = {path: (before[path], answer) for path, answer in then.items() if answer != before[path]}
    assert not changed, f"{who} reads the difference: {changed}"


@pytest.mark.parametrize(
    ("others", "roles"),
    [
        pytest.param(("claire", "mara"), ("admin",), id="leaders_and_an_administrator"),
        pytest.param(OTHERS, ROLES, id="everybody", marks=pytest.mark.soak),
    ],
)
async def test_hidden_acts_change_no_answer_to_others(
    team: Team, tmp_path: Path, others: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    """Between checkpoints no byte and no position differs; after one, nothing but the declared leaks."""
    shared = await evidence.with_file(team, release("FR"))
    await evidence.with_file(team, release("DE"), release("FR"))
    office = Office(tmp_path / "nl")
    await signing.name(team, "noor", office)
    read_json(await signing.demand(team, "noor"))
    of = {"claire": shared, "hugo": shared}
    await team.settled()
    before = {who: await picture(team, who, of.get(who)) for who in (*others, *roles, "coordinator")}
    await act_in_hiding(team)
    hidden_exhibit = await live_in_hiding(team)
    for who in roles:
        compare(who, await picture(team, who), before[who])
    assert await picture(team, "coordinator") != before["coordinator"], "the coordinator sees the exhibits listed"
    await speak_in_hiding(team, office)
    await ask_in_hiding(team, await evidence.register(team))
    for who in others:
        compare(who, await picture(team, who, of.get(who)), before[who])
    await share_in_hiding(team, shared)
    await exported(team, hidden_exhibit)
    for who in ("claire", "mara", "ines"):
        if who in others:
            compare(who, without_leaks(await picture(team, who, of.get(who))), without_leaks(before[who]))
    if "hugo" in others:
        hugo = without_leaks(await picture(team, "hugo", shared))
        assert hugo != without_leaks(before["hugo"]), "the seat that a release names reads of it"


async def share_in_hiding(team: Team, exhibit: dict[str, Any]) -> None:
    """France holds the exhibit. Germany gets it, takes it and loses it; another exhibit goes to one French seat."""
    read_json(await evidence.grant(team, "noor", exhibit, "DE"), 200)
    read_json(await evidence.take_it(team, "lena", exhibit), 201)
    await evidence.announced(team, "noor", exhibit)
    assert (await evidence.recall(team, "noor", exhibit, "DE")).status_code == 204
    assert {"DE-02", "evidence.recalled"} <= set(str(await evidence.custody(team, "noor", exhibit)).split("'"))
    assert read_json(await team.client("claire").get(place(team, exhibit)))["released_to"] == ["FR"]
    narrowed = await evidence.register(team, "noor", release("DE"), release("FR", seats=["FR-02"]))
    read_json(await evidence.grant(team, "noor", narrowed, "DE", version=1, level="listed"))
