"""Global search: every kind by beginnings of words, and nothing of what the member may not see."""

from pathlib import Path
from typing import Any

from tests.factories import messages, notices, operations, requests, signing, tasks
from tests.factories.evidence import register, release
from tests.factories.pending_actions import of_kind
from tests.factories.signing import Office
from tests.factories.team import Team, read_json


async def search(team: Team, who: str, query: str) -> dict[str, list[dict[str, Any]]]:
    answer = await team.client(who).get(team.path(f"/search?{query}"))
    return {one["kind"]: one["items"] for one in read_json(answer)["groups"]}


async def titles(team: Team, who: str, query: str) -> dict[str, list[str]]:
    return {kind: [one["title"] for one in items] for kind, items in (await search(team, who, query)).items()}


async def test_search_finds_each_kind_in_groups(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE", level="listed"), title="Workshop in Kassel")
    task = await tasks.assign(team, title="Ask about the witness in Kassel")
    channel = await messages.everybody(team)
    message = await messages.say(team, "jonas", channel, "The locksmith in Kassel is booked")
    day = await operations.planned(team, title="Kassel, second day")
    action = await operations.act(team, "jonas", day, objective="Search of the workshop in Kassel", sharing="whole")
    request = await requests.create(
        team, "jonas", title="Sign-ins at Kassel", items=[requests.item(identifier_kind="email", identifier="k@x.test")]
    )
    for words in ("kassel", "k@x", request["number"]):
        (hit,) = (await search(team, "lena", f"q={words}&kind=request"))["request"]
        assert (hit["id"], hit["number"], hit["title"]) == (request["id"], request["number"], "Sign-ins at Kassel")
    notice = await notices.create(team, "jonas", kind="BLUE", family_name="Vogel", forenames="Kim")
    for words in ("vogel+kim", notice["number"]):
        (hit,) = (await search(team, "lena", f"q={words}"))["notice"]
        assert (hit["id"], hit["number"], hit["title"]) == (notice["id"], notice["number"], "Vogel, Kim")
        assert (hit["colour"], hit["is_diffusion"], hit["state"]) == ("BLUE", False, "draft")
    found = await search(team, "lena", "q=kassel&kind=evidence&kind=task&kind=message&kind=operation&kind=member")
    assert list(found) == ["evidence", "task", "message", "operation"]
    (hit,) = found["evidence"]
    assert (hit["id"], hit["party"], hit["level"]) == (exhibit["id"], "NL", "listed")
    assert [(one["id"], one["number"]) for one in found["task"]] == [(task["id"], task["number"])]
    assert [(one["id"], one["parent"]) for one in found["message"]] == [(message["id"], channel["id"])]
    assert found["message"][0]["member"]["code"] == team.code("jonas")
    assert [(one["title"], one["detail"]) for one in found["operation"]] == [
        (day["title"], None),
        (action["plan"]["objective"], day["title"]),
    ]
    assert [one["number"] for one in (await search(team, "lena", "q=noor"))["member"]] == [team.code("noor")]
    assert await titles(team, "lena", "q=kas+wit") == {"task": [task["title"]]}
    assert list(await titles(team, "lena", "q=kassel&kind=task")) == ["task"]
    assert (await team.client("lena").get(team.path("/search?q="))).status_code == 422


async def test_limit_is_for_each_kind_and_tells_of_more(team: Team) -> None:
    for number in range(3):
        await register(team, "noor", release("DE"), title=f"Server {number}")
    answer = read_json(await team.client("lena").get(team.path("/search?q=server&limit=2")))["groups"]
    assert [(one["kind"], len(one["items"]), one["more"]) for one in answer] == [("evidence", 2, True)]


async def test_markers_of_exhibits_have_the_numbers_that_the_member_reads(team: Team, tmp_path: Path) -> None:
    """A stored number would tell that another exhibit is mentioned before."""
    hidden, shared = await register(team, "noor"), await register(team, "noor", release("DE"), release("FR"))
    await signing.name(team, "jonas", Office(tmp_path / "de"))
    read_json(await signing.demand(team, "jonas", "all"))
    text, read = "Locksmith for [exhibit 1] and [exhibit 2]", "Locksmith for [exhibit 2] and [exhibit 1]"
    decision = await messages.decide(
        team, "noor", await messages.open_channel(team), text, links=[hidden["id"], shared["id"]]
    )
    for who, expected in (("noor", text), ("jonas", read)):
        assert await titles(team, who, "q=locksmith") == {"message": [expected]}, who
    task = await tasks.assign(team, "jonas", decisions=[decision["id"]], assignee=team.code("lena"))
    assert [one["text"] for one in (await tasks.seen(team, "jonas", task))["decisions"]] == [read]
    assert [one["title"] for one in await of_kind(team, "jonas", "signature")] == [read]


async def test_hidden_objects_change_no_answer(team: Team) -> None:
    await register(team, "noor", release("FR"), title="Kassel, seen")
    queries = ("q=kassel", "q=kassel&limit=1", "q=secret", "q=NL-2026")
    others = ("claire", "hugo", "mara", "ines", "jit_auditor")
    before = {(who, query): await search(team, who, query) for who in others[:-1] for query in queries}
    await register(team, "noor", release("DE"), title="Kassel, secret")
    await tasks.propose(team, assignee=team.code("lena"), title="Kassel, secret")
    await messages.say(team, "noor", await messages.open_channel(team, name="Kassel"), "Kassel is secret")
    day = await operations.planned(team, title="Kassel, secret", parties=["NL", "DE"])
    shared = await operations.planned(team, title="Day", parties=["NL", "FR"])
    await operations.act(team, "noor", shared, objective="Kassel, secret", sharing="board")
    await operations.act(team, "noor", day, objective="Kassel, secret", sharing="whole")
    request = await requests.create(team, "noor", title="Kassel, secret", reference="NL-2026-secret")
    read_json(await requests.release(team, "noor", request, "DE"))
    notice = await notices.create(team, "noor", family_name="Kassel", forenames="secret")
    read_json(await notices.release(team, "noor", notice, "DE"))
    assert await titles(team, "jonas", "q=kassel+secret&kind=notice") == {"notice": ["Kassel, secret"]}
    assert len(await search(team, "jonas", "q=secret")) >= 5
    assert {(who, query): await search(team, who, query) for who, query in before} == before
    read_json(await requests.release(team, "noor", request, "FR", "existence"))
    assert {(who, query): await search(team, who, query) for who, query in before} == before, "the words are hidden"
    assert await titles(team, "claire", f"q={request['number']}") == {"request": [request["number"]]}
    assert (await team.client("stranger").get(team.path("/search?q=kassel"))).status_code == 404
