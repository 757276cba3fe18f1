"""Class 4: a hash reveals the content of others. An upload of a known file behaves like a new file."""

import hashlib
from pathlib import Path
from typing import Any, Final

import httpx

from tests.factories import evidence
from tests.factories.evidence import TUS, announce, place, release, send
from tests.factories.team import Team, read_json

UNKNOWN: Final = evidence.TEXT[::-1]
#: Differ between any two requests.
OWN: Final = {"x-request-id", "location", "ledger-position", "ledger-entry", "date", "upload-expires"}


def plain(answer: httpx.Response) -> tuple[int, list[tuple[str, str]], bytes]:
    """An answer without what differs between any two requests."""
    return answer.status_code, [pair for pair in answer.headers.multi_items() if pair[0] not in OWN], answer.content


def stored(team: Team) -> tuple[int, int]:
    """How many objects the vault holds, and how large they are together."""
    objects = [path for path in Path(team.context.settings.state / "objects").rglob("*") if path.is_file()]
    return len(objects), sum(path.stat().st_size for path in objects)


async def life(team: Team, content: bytes) -> tuple[list[Any], tuple[int, int]]:
    """All that Germany is told while it uploads this, and by how much the vault grew."""
    exhibit = await evidence.register(team, "jonas")
    before = stored(team)
    declared = hashlib.sha256(content).hexdigest()
    announced = await announce(team, "jonas", exhibit, len(content), declared=declared)
    path, jonas = announced.headers["Location"], team.client("jonas")
    told = [announced, await jonas.head(path, headers=TUS), await send(jonas, path, content[:7])]
    told += [await jonas.head(path, headers=TUS), await send(jonas, path, content[7:], 7)]
    after = stored(team)
    await evidence.rendered(team, exhibit)
    (file,) = read_json(await evidence.see(team, "jonas", exhibit))["files"]
    shown = {
        name: value for name, value in file.items() if name not in {"id", "sha256", "declared_sha256", "received_at"}
    }
    return [*map(plain, told), shown], (after[0] - before[0], after[1] - before[1])


async def test_known_bytes_are_received_like_unknown_ones(team: Team) -> None:
    await evidence.with_file(team)
    await evidence.with_file(team, release("FR"))
    known, unknown = await life(team, evidence.TEXT), await life(team, UNKNOWN)
    assert known == unknown
    assert known[1][0] == 2, "each piece is an object of its own, whoever holds the same"


async def test_a_declared_hash_finds_nothing(team: Team) -> None:
    """Declaring the hash of what another holds gives neither the file nor a hint; only one's own bytes count."""
    hidden = await evidence.with_file(team)
    known = hashlib.sha256(evidence.TEXT).hexdigest()
    answers = []
    for declared in (known, "ab" * 32):
        exhibit = await evidence.register(team, "jonas")
        path = await evidence.announced(team, "jonas", exhibit, len(UNKNOWN), declared=declared)
        answer = await send(team.client("jonas"), path, UNKNOWN)
        body = answer.json()
        assert body.pop("declared_sha256") == declared
        answers.append((answer.status_code, body, plain(answer)[1]))
    assert answers[0] == answers[1]
    assert (await team.client("jonas").get(place(team, hidden))).status_code == 404


async def test_a_declared_medium_hash_finds_nothing_either(team: Team) -> None:
    await evidence.register(team, "noor")
    for value in ("ab" * 32, "cd" * 32):
        same = evidence.form(declared_hashes=[{"algorithm": "sha256", "value": value, "of": "medium"}])
        view = read_json(await team.client("jonas").post(team.path("/evidence"), json=same), 201)
        assert view["declared_hashes"] == same["declared_hashes"]
    assert await evidence.listed(team, "jonas", f"?q={'ab' * 32}") == []
