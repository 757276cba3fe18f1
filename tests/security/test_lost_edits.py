"""Class 19: a lost concurrent edit.

Every change names the version that was read. An outdated version gets 412 and the current state.
"""

import asyncio
from typing import Any, Final

from app.api.documents import operations
from tests.factories import evidence, retention
from tests.factories.evidence import place, release
from tests.factories.team import Team, read_json
from tests.support.openapi_document import document

#: Changes that have no version: tus has its offset, and an account is changed by one person.
WITHOUT: Final = {
    ("PATCH", "/api/me"),
    ("DELETE", "/api/me/tokens"),  # a token never changes: it is revoked
    ("DELETE", "/api/me/tokens/{token}"),
    ("DELETE", "/api/sessions"),
    ("DELETE", "/api/sessions/current"),
    ("DELETE", "/api/sessions/{session_id}"),
    ("PATCH", "/api/jits/{jit}/evidence/{evidence}/files/{file}"),
    ("DELETE", "/api/jits/{jit}/evidence/{evidence}/files/{file}"),
    ("DELETE", "/api/jits/{jit}/waiting-releases/{waiting}"),  # a wish never changes: it is given up, or passes
    ("DELETE", "/api/jits/{jit}/evidence/{evidence}/erasure"),  # neither does this one
    ("DELETE", "/api/jits/{jit}/ledger/entries/{position}/erasures/{erasure}"),  # nor this: an entry never changes
    ("DELETE", "/api/jits/{jit}/working-sessions/{working_session}"),  # nor does this: it ends
    ("DELETE", "/api/jits/{jit}/calendar-feeds/{feed}"),  # as does this
    ("PUT", "/api/administration/organisations/{organisation}/name"),  # its name alone, which operators see
    ("DELETE", "/api/jits/{jit}/evidence-views/{view}"),  # private to one member
    # Each release of a request is a row of its own that stays, and a link stands or does not.
    ("PUT", "/api/jits/{jit}/notices/{notice}/releases/{party}"),
    ("DELETE", "/api/jits/{jit}/notices/{notice}/releases/{party}"),
    ("DELETE", "/api/jits/{jit}/notices/{notice}/releases/{party}/proposal"),  # what waits never changes
    ("DELETE", "/api/jits/{jit}/notices/{notice}/exhibits/{evidence}"),
    ("PUT", "/api/jits/{jit}/notices/{notice}/warrant"),
    ("DELETE", "/api/jits/{jit}/notices/{notice}/warrant"),
    ("PUT", "/api/jits/{jit}/requests/{request}/releases/{party}"),
    ("DELETE", "/api/jits/{jit}/requests/{request}/releases/{party}"),
    ("DELETE", "/api/jits/{jit}/requests/{request}/releases/{party}/proposal"),
    ("DELETE", "/api/jits/{jit}/requests/{request}/papers/{evidence}"),
    ("DELETE", "/api/jits/{jit}/requests/{request}/results/{result}"),
    ("PUT", "/api/jits/{jit}/requests/{request}/links/{earlier}"),
    ("PUT", "/api/jits/{jit}/notices/{notice}/retention"),  # as below
    ("PUT", "/api/jits/{jit}/requests/{request}/retention"),  # each decision is a row of its own that stays
    ("DELETE", "/api/jits/{jit}/requests/{request}/links/{earlier}"),
    # An exhibit is on the list of a hearing or is not; a deletion names its reason.
    ("DELETE", "/api/jits/{jit}/hearings/{hearing}"),
    ("PUT", "/api/jits/{jit}/hearings/{hearing}/exhibits/{evidence}"),
    ("DELETE", "/api/jits/{jit}/hearings/{hearing}/exhibits/{evidence}"),
}
BODIES: Final[dict[tuple[str, str], Any]] = {
    ("PATCH", "/api/jits/{jit}/evidence/{evidence}"): {"title": "Mine", "reason": "x"},
    ("POST", "/api/jits/{jit}/evidence/{evidence}/withdrawal"): {"reason": "x"},
    ("POST", "/api/jits/{jit}/evidence/{evidence}/evaluation"): {"source": "A", "information": "1", "reason": "x"},
    ("PUT", "/api/jits/{jit}/evidence/{evidence}/retention"): retention.KEEPING,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/erasure"): retention.ERASING,
    ("POST", "/api/jits/{jit}/evidence/{evidence}/erasure/confirmation"): {"confirmation": "x"},
    ("PUT", "/api/jits/{jit}/evidence/{evidence}/releases/{party}"): {"level": "listed"},
    ("DELETE", "/api/jits/{jit}/evidence/{evidence}/releases/{party}"): {"reason": "x"},
}


def changes() -> list[tuple[str, str]]:
    """Every operation that changes what stands already, but for those without a version."""
    versioned = []
    for method, path, operation in operations(document()):
        takes = any(one["name"] == "If-Match" for one in operation.get("parameters", ()))
        if takes or (method in {"PATCH", "PUT", "DELETE"} and (method, path) not in WITHOUT):
            assert takes, f"{method} {path} changes without If-Match"
            versioned.append((method, path))
    return versioned


def test_every_change_in_the_document_takes_a_version() -> None:
    assert {one for one in changes() if one[1].startswith("/api/jits/{jit}/evidence")} == BODIES.keys()
    assert len(changes()) >= len(BODIES)


async def test_without_a_version_and_with_a_stale_one_nothing_changes(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    read_json(await evidence.describe(team, "bram", exhibit))
    read_json(await evidence.grant(team, "bram", exhibit, "DE", version=1, level="readable"))
    before = read_json(await evidence.see(team, "noor", exhibit))
    for (method, template), body in BODIES.items():
        path = template.format(jit=team.id, evidence=exhibit["id"], party="DE")
        for version, status in ((None, 428), ('"1"', 412), ('"99"', 412)):
            headers = {} if version is None else {"If-Match": version}
            answer = await team.client("noor").request(method, path, json=body, headers=headers)
            assert answer.status_code == status, (method, template, version, answer.text)
            if version is not None:
                assert answer.json()["current"]["version"] == 2, "the current state rides in the answer"
    assert read_json(await evidence.see(team, "noor", exhibit)) == before


async def test_of_two_editors_at_once_one_is_told(team: Team) -> None:
    for _ in range(3):
        exhibit = await evidence.register(team, "noor", release("DE"))
        edits = [
            evidence.describe(team, "noor", exhibit, title="Noor's"),
            evidence.describe(team, "bram", exhibit, title="Bram's"),
        ]
        answers = await asyncio.gather(*edits)
        assert sorted(one.status_code for one in answers) == [200, 412]
        won = next(read_json(one)["title"] for one in answers if one.status_code == 200)
        lost = next(one.json() for one in answers if one.status_code == 412)
        assert lost["current"]["title"] == won == read_json(await evidence.see(team, "noor", exhibit))["title"]
        both = [
            evidence.grant(team, who, exhibit, "DE", version=1, level=level)
            for who, level in (("noor", "listed"), ("bram", "readable"))
        ]
        answers = await asyncio.gather(*both)
        assert sorted(one.status_code for one in answers) == [200, 412]
        kept = next(read_json(one)["level"] for one in answers if one.status_code == 200)
        rows = read_json(await team.client("noor").get(place(team, exhibit, "/releases")))["items"]
        assert next(one["level"] for one in rows if one["party"] == "DE") == kept
