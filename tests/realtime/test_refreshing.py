"""No screen goes stale in silence: what an act changes for a seat is under a key that a fact which it heard refreshes.

The acts stand in `tests/realtime/acts`, the rule and its exceptions in `tests/support/live_updates.py`. A route that writes and that no act
tries, and a GET whose answer the page keeps under no key, fail here.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import pytest

from app.api.documents import operations
from tests.factories import tasks
from tests.factories.team import Team
from tests.realtime.acts import ACTS, days, exhibits, gates, messages, people, work
from tests.support.live_updates import EXCEPTED, LISTED, LiveUpdateCheck, check_live_updates, kept
from tests.support.openapi_document import document
from tests.support.pages.page_source import Refreshing, asked, reads

assert all((days, exhibits, gates, messages, people, work))  # they enter their acts
#: What writes and changes no screen of a team: it is looked at and not kept.
#: A machine's translation is put where one by hand is: `tests/coordination/test_translating.py`.
LOOKED_AT: Final = {
    "preview_import",
    "preview_member_import",
    "preview_notice_import",
    "preview_notice_needs",
    "preview_export",
    "simulate_access",
    "recognise_identifiers",
    "advise_routes",
    "ask_translation",
} | {
    "change_notification",  # what a seat reads and puts away is its own affair, and no fact
    "read_notifications",
    "unread_notifications",
}


@pytest.fixture
def changes() -> dict[str, object]:
    """Witnesses of this machine may be named."""
    return {"witness_networks": ("127.0.0.0/8",), "host_party": "NL"}


def operation_of(method: str, path: str) -> str:
    """The operation of the document that this request was."""
    for one, template, operation in operations(document()):
        if one == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
            return str(operation["operationId"])
    raise AssertionError(f"{method} {path} is no operation")


@pytest.mark.usefixtures("worker")  # what it does later is told, too
@pytest.mark.soak  # each looks at all screens of several seats around each request
@pytest.mark.parametrize("act", sorted(ACTS))
async def test_what_an_act_changes_for_a_seat_was_told_to_it(team: Team, wire: str, act: str) -> None:
    seen: list[LiveUpdateCheck] = []
    do, named = ACTS[act]

    @asynccontextmanager
    async def watch(*names: str) -> AsyncIterator[LiveUpdateCheck]:
        async with check_live_updates(team, wire, *names) as one:
            seen.append(one)
            yield one

    await do(team, watch)
    assert {operation_of(*one) for each in seen for one in each.done} - LOOKED_AT == named


async def test_a_line_that_the_map_lacks_is_found(team: Team, wire: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.live_updates._PATIENCE", ())  # what is missing comes no later
    whole = Refreshing.keys

    def without_tasks(page: Refreshing, jit: str, frame: dict[str, Any]) -> list[dict[str, Any]]:
        return [key for key in whole(page, jit, frame) if key.get("_id") != "listTasks"]

    monkeypatch.setattr(Refreshing, "keys", without_tasks)
    with pytest.raises(AssertionError, match=r"lena heard task.assigned; \S+/tasks "):
        async with check_live_updates(team, wire, "lena"):
            await tasks.assign(team)


def test_every_route_that_writes_is_tried_by_an_act() -> None:
    writing = {
        one["operationId"] for method, path, one in operations(document()) if method != "GET" and "{jit}" in path
    }
    tried = {name for _, named in ACTS.values() for name in named}
    assert len(writing) > 80
    assert writing - LOOKED_AT <= tried, "say in tests/realtime/acts how it is done"


def test_every_answer_that_a_screen_keeps_is_watched_or_excepted() -> None:
    keys = asked()
    assert len(kept()) > 40
    for read in reads():
        if "{jit}" in read.path and keys.get(read.name) and read.name not in EXCEPTED:
            assert any(key.name and key.path <= read.names for key in keys[read.name]), read
            assert read.names <= {"jit", "position", *LISTED.values()}, f"{read}: say in which list a screen finds it"
    assert EXCEPTED.keys() <= keys.keys()
