"""The archive of a party contains its legal requests, notices and hearings, and those of others as far as released."""

import json
from pathlib import Path
from typing import Any

from tests.exports.bundles import taken_apart
from tests.factories import closings, evidence, hearings, leaving, notices, requests
from tests.factories.team import Team, read_json
from tests.support.waiting import until

#: Values of a request that its first entry states.
STATED: dict[str, str] = {
    "title": "Panel of the marketplace",
    "counterpart_reference": "US-77",
    "purpose": "Identify the operator of the panel",
    "confidentiality": "Do not inform the user",
    "language": "en",
    "issuing_authority": "Public Prosecution Service, Rotterdam",
    "validating_authority": "District Court, Rotterdam",
    "conditions": "Use in this case only",
}


async def _archive(team: Team, who: str, folder: Path) -> list[dict[str, Any]]:
    """The entries of the only archive of the member's party, once it is made."""
    client, ready = team.client(who), list[dict[str, Any]]()

    async def is_ready() -> bool:
        await team.run_jobs("exports")
        ready[:] = read_json(await client.get(team.path("/exports")))["items"]
        return bool(ready) and ready[0]["state"] == "ready"

    await until(is_ready, within=60)
    assert [one["profile"] for one in ready] == ["archive"]
    path = folder / f"{who}.zip"
    path.write_bytes((await client.get(team.path(f"/exports/{ready[0]['id']}/bundle"))).content)
    lines = taken_apart(path)["data/entries.jsonl"].decode().splitlines()
    read = [json.loads(line) for line in lines]
    return [json.loads(one["canonical"]) | {"fields": one["fields"]} for one in read]


def _kinds(entries: list[dict[str, Any]]) -> set[str]:
    kinds = {str(one["kind"]) for one in entries}
    return {kind for kind in kinds if kind.partition(".")[0] in {"request", "notice", "hearing"}}


async def test_archive_of_a_closed_team_contains_requests_of_the_party_and_what_was_released_to_it(
    team: Team, tmp_path: Path
) -> None:
    exhibit = await evidence.register(team)
    shared, hidden = await requests.create(team, **STATED), await requests.create(team, title="Hidden from Germany")
    stated = [{"item": shared["items"][0]["id"], "conditions": "Not to the provider"}]
    shared = read_json(await requests.change(team, "noor", shared, item_conditions=stated))
    read_json(await requests.release(team, "noor", shared, "DE"))
    for one in (shared, hidden):
        read_json(await requests.paper(team, "noor", one, exhibit), 201)
        read_json(await requests.move(team, "noor", one, "SENT"))
        read_json(await requests.move_item(team, "noor", one, "delivered"))
        read_json(await requests.move(team, "noor", one, "CLOSED"))
    notice = await notices.create(team)
    notice = read_json(await notices.change(team, "noor", notice, facts="Changed before the release"))
    read_json(await notices.release(team, "noor", notice, "DE"))
    read_json(await notices.change(team, "noor", notice, penalty="Changed after it"))
    await notices.create(team, family_name="Hidden from Germany")
    await hearings.create(team, "noor", exhibit, title="Hidden from Germany")
    await closings.emptied(team, exhibit)
    await closings.closed(team)
    own, other = await _archive(team, "noor", tmp_path), await _archive(team, "jonas", tmp_path)
    ended = {"request.sent", "request.moved", "request.item_moved", "request.released"}
    assert _kinds(own) >= ended | {"request.drafted", "request.paper_added", "notice.drafted", "hearing.created"}
    assert _kinds(other) >= ended - {"request.drafted"} | {"notice.released", "notice.changed"}
    assert not _kinds(other) & {"hearing.created", "hearing.exhibit_added", "request.paper_added"}
    text = json.dumps(other)
    assert "Hidden from Germany" not in text
    assert hidden["number"] not in text
    (drafted,) = (one for one in own if one["kind"] == "request.drafted" and shared["number"] in str(one))
    (released,) = (one for one in other if one["kind"] == "request.released")
    for name, value in STATED.items():
        assert drafted["fields"]["request_purpose" if name == "purpose" else name]["value"] == value, name
        assert released["fields"]["content"]["value"][name] == value, name
    (item,) = released["fields"]["requested_items"]["value"]
    assert (item["identifier"], item["state"]) == ("203.0.113.7", "open"), "as it was at the release"
    assert item["conditions"] == "Not to the provider"
    (shown,) = (one["fields"]["content"]["value"] for one in other if one["kind"] == "notice.released")
    assert (shown["family_name"], shown["facts"]) == ("Example", "Changed before the release")
    assert "penalty" not in shown, "as it was at the release"


async def test_archive_of_a_leaving_party_contains_its_requests_and_those_released_to_it(
    team: Team, tmp_path: Path
) -> None:
    own, shared = await requests.sent(team, "jonas", title="Own"), await requests.create(team)
    await requests.create(team, title="Hidden from Germany")
    read_json(await requests.release(team, "noor", shared, "DE"))
    read_json(await requests.move(team, "noor", shared, "SENT"))
    read_json(await leaving.agree(team), 201)
    later = "2031-01-01T00:00:00Z"
    read_json(await leaving.declare(team, effective_at=later), 201)
    asked = {"profile": "archive", "scope": {"party": "DE"}}
    read_json(await team.client("jonas").post(team.path("/exports"), json=asked), 202)
    entries = await _archive(team, "jonas", tmp_path)
    text = json.dumps(entries)
    assert own["number"] in text
    assert _kinds(entries) >= {"request.drafted", "request.sent", "request.released"}
    assert shared["number"] in text
    assert "Hidden from Germany" not in text
