"""Classes 4 and 7: the text, file names and hashes of an exhibit without access change no answer."""

import hashlib
from typing import Any

from tests.factories.evidence import TEXT, register, release, upload
from tests.factories.team import Team, read_json

OTHER = TEXT[::-1]
#: Words of both worlds and of none.
QUERIES = [
    f"{name}={value}"
    for content in (TEXT, OTHER, b"unknown")
    for value in (hashlib.sha256(content).hexdigest(),)
    for name in ("q", "sha256")
] + ["q=canary", "q=magpie", "q=canary.pdf", "q=magpie.pdf", "q=unknown", "q=canary&level=readable", "q=server"]


async def world(team: Team, level: str | None, word: str, content: bytes) -> dict[str, Any]:
    """Return Jonas's answer to each query after the registration of an exhibit with this text."""
    exhibit = await register(
        team, "noor", *([release("DE", level)] if level else []), title="Server", description=f"The {word} sings"
    )
    await upload(team, "noor", exhibit, content, f"{word}.pdf")
    told = {}
    for query in QUERIES:
        for path in (f"/evidence?{query}", f"/evidence/count?{query}"):
            answer = await team.client("jonas").get(team.path(path))
            told[path] = (
                answer.status_code,
                answer.text.replace(exhibit["id"], "id").replace(exhibit["exhibit_number"], "number"),
            )
    assert read_json(await team.client("noor").get(team.path(f"/evidence?q={word}.pdf")))["items"], (
        "its readers find it"
    )
    return told


async def test_text_of_a_hidden_exhibit_changes_no_answer(team: Team) -> None:
    before = await world(team, None, "canary", TEXT)
    assert await world(team, None, "magpie", OTHER) == before
    assert all('"items":[]' in text or '"count":0' in text for _, text in before.values())


async def test_text_of_a_listed_exhibit_is_found_by_nobody_who_may_not_read_it(team: Team) -> None:
    told = await world(team, "listed", "canary", TEXT)
    for path, (status, text) in told.items():
        hit = "server" in path
        assert status == 200
        assert ('"items":[]' in text or '"count":0' in text) is not hit, path
