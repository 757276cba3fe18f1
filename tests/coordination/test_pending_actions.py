"""Pending actions: one list, from which every number of pending actions comes, and only of what the member may see."""

import secrets
from typing import Any

from tests.factories import evidence, messages, operations, signing, tasks
from tests.factories.evidence import grant, recall, register, release, upload
from tests.factories.pending_actions import ids_of, of_kind, pending
from tests.factories.sharing import consents, four_eyes
from tests.factories.signing import Office
from tests.factories.team import Person, Team, member_form, read_json


async def kinds(team: Team, who: str) -> list[str]:
    return [one["kind"] for one in (await pending(team, who))["items"]]


async def act_at_random(team: Team, dice: secrets.SystemRandom) -> list[str]:
    """Make a team in which everybody has to do something, by acts that the dice choose. Return their names."""
    shared = await register(team, "noor", release("DE"), release("FR"), title="Shared")

    async def task() -> None:
        await tasks.assign(team, assignee=team.code(dice.choice(("noor", "daan"))), due_at=None, due_zone=None)

    async def proposal() -> None:
        await tasks.propose(team, assignee=team.code(dice.choice(("lena", "jonas", "hugo"))))

    async def wish() -> None:
        await consents.ask(team, dice.choice(("jonas", "claire")), shared, use="court")

    async def question() -> None:
        await consents.ask(team, "noor", use="question", evidence=None, party=dice.choice(("DE", "FR")))

    async def mismatch() -> None:
        await upload(team, "noor", shared, declared="ab" * 32)

    async def day() -> None:
        spoken = await operations.planned(team)
        for leader in dice.sample(("noor", "jonas", "claire"), 2):
            read_json(await operations.speak(team, leader, spoken))

    async def proposed_member() -> None:
        form = member_form(f"new{dice.random()}@nl.test", Person("NL", "POL", ("member",)))
        read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)

    acts = [task, proposal, wish, question, mismatch, day, proposed_member]
    acts += dice.choices([task, proposal, question, day, proposed_member], k=4)
    for act in acts:
        await act()
    return [act.__name__ for act in acts]


async def test_numbers_of_list_overview_and_my_teams_agree(team: Team) -> None:
    acts = await act_at_random(team, secrets.SystemRandom())
    await team.settled()
    for who in ("noor", "daan", "jonas", "lena", "claire", "coordinator", "admin", "ines", "jit_auditor"):
        found = await pending(team, who)
        overview = read_json(await team.client(who).get(team.path("/situation")))["pending"]
        mine = read_json(await team.client(who).get("/api/me/teams"))["items"]
        numbers = {len(found["items"]), found["total"], overview["total"]}
        assert numbers == {mine[0]["situation"]["pending"]["total"]}, f"{who} after {acts}: {numbers}"
        assert sum(one["count"] for one in found["groups"]) == found["total"]
        assert overview["groups"] == found["groups"]
        due = [one["due_at"] for one in found["items"]]
        assert due == sorted(due, key=lambda at: at or "9999"), "the next deadline comes first"


async def test_each_kind_is_listed_for_the_member_who_can_do_it(team: Team) -> None:
    shared = await register(team, "noor", release("DE"), title="Shared")
    task = await tasks.propose(team, assignee=team.code("lena"))
    asked = await consents.ask(team, "jonas", shared, use="court")
    day = await operations.planned(team, parties=["NL", "DE"])
    (go,) = [one for one in (await pending(team, "noor"))["items"] if one["kind"] == "go_response"]
    assert (go["link"]["noun"], go["link"]["id"], go["title"]) == ("operation", day["id"], day["title"])
    assert (go["due_at"], go["due_zone"]) == (day["h_at"], day["h_zone"])
    (wish,) = [one for one in (await pending(team, "noor"))["items"] if one["kind"] == "consent_answer"]
    assert (wish["title"], wish["party"], wish["member"]["code"]) == ("Shared", "DE", team.code("jonas"))
    assert (wish["link"]["id"], wish["due_at"]) == (asked["id"], asked["due_at"])
    assert "task_answer" in await kinds(team, "lena")
    assert "task_answer" in await kinds(team, "jonas"), "a leader answers for the party"
    assert await kinds(team, "daan") == []
    read_json(await operations.speak(team, "noor", day, "no_go", reason="The locksmith is ill"))
    read_json(await tasks.change(team, "lena", task, state="declined", reason="On leave"))
    assert "go_response" not in await kinds(team, "noor"), "no-go is a response"
    assert await kinds(team, "coordinator") == ["task_declined"]
    read_json(await operations.change(team, "coordinator", day, h_at="2030-11-27T09:00:00Z", h_zone="Europe/Amsterdam"))
    assert "go_response" in await kinds(team, "noor"), "the answer was given for another H-hour"


async def test_differing_file_is_pending_for_leaders_of_its_party(team: Team) -> None:
    exhibit = await register(team, "daan")
    shared = await register(team, "noor", release("DE"))
    file = await upload(team, "daan", exhibit, declared="ab" * 32)
    await upload(team, "noor", shared, declared="ab" * 32)
    found = await of_kind(team, "bram", "hash_mismatch")
    assert [one["link"]["id"] for one in found] == [exhibit["id"], shared["id"]]
    assert (found[0]["detail"], found[0]["title"]) == (file["name"], exhibit["title"])
    for other in ("daan", "jonas", "claire", "coordinator", "jit_auditor"):
        assert await of_kind(team, other, "hash_mismatch") == []
    path = team.path(f"/evidence/{exhibit['id']}/files/{file['id']}/decision")
    read_json(await team.client("bram").post(path, json={"decision": "keep", "reason": "A slip in the list"}))
    assert await ids_of(team, "noor", "hash_mismatch") == [shared["id"]]


async def test_proposed_member_is_pending_for_those_who_may_confirm(team: Team) -> None:
    form = member_form("new@nl.test", Person("NL", "POL", ("member",)))
    seat = read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)
    auditor = member_form("watch@dog.test", Person(None, None, ("auditor",)))
    watcher = read_json(await team.client("coordinator").post(team.path("/members"), json=auditor), 201)

    async def proposed(who: str) -> list[str]:
        return sorted(one["number"] for one in await of_kind(team, who, "member_confirmation"))

    both = sorted([seat["code"], watcher["code"]])
    assert (await proposed("noor"), await proposed("jonas")) == (both, [watcher["code"]])
    for other in ("daan", "coordinator", "ines", "jit_auditor"):
        assert await proposed(other) == []
    path = team.path(f"/members/{watcher['id']}/confirmation")
    read_json(await team.client("noor").post(path, json={"name": watcher["name"]}))
    assert (await proposed("noor"), await proposed("bram")) == ([seat["code"]], [seat["code"]])
    assert await proposed("jonas") == [watcher["code"]]


async def test_release_and_recall_are_pending_for_the_second_leader(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    read_json(await four_eyes.demand(team, "noor", "release", "recall"))
    read_json(await grant(team, "noor", exhibit, "FR"), 202)
    wish = read_json(await recall(team, "noor", exhibit, "DE"), 202)
    approvals = ("release_approval", "recall_approval")
    found = await of_kind(team, "bram", *approvals)
    assert [(one["kind"], one["party"], one["member"]["code"]) for one in found] == [
        ("recall_approval", "DE", team.code("noor")),
        ("release_approval", "FR", team.code("noor")),
    ]
    for other in ("noor", "daan", "jonas", "claire", "coordinator", "jit_auditor"):
        assert await of_kind(team, other, *approvals) == [], other
    read_json(await four_eyes.confirm(team, "bram", wish), 201)
    assert [one["party"] for one in await of_kind(team, "bram", *approvals)] == ["FR"]


async def test_alerts_of_one_kind_are_one_action(team: Team) -> None:
    for title, who in (("Server", "lena"), ("Laptop", "lena"), ("Ledger", "hugo")):
        exhibit = await evidence.with_file(team, release("DE"), release("FR"), title=title)
        read_json(await evidence.open_it(team, who, exhibit), 201)
    (alert,) = [one for one in (await pending(team, "noor"))["items"] if one["kind"] == "first_view_alert"]
    assert (alert["count"], alert["objects"], sorted(alert["parties"])) == (3, 3, ["DE", "FR"])
    assert alert["detail"] == "Ledger; Laptop; Server"


async def test_hidden_exhibit_changes_no_pending_action(team: Team, tmp_path: Any) -> None:
    office = Office(tmp_path / "nl")
    await signing.name(team, "noor", office)
    read_json(await signing.demand(team, "noor"))
    await register(team, "noor", release("FR"), title="Shared")
    before = {who: await pending(team, who) for who in ("claire", "hugo", "mara", "ines")}
    hidden = await register(team, "noor", release("DE"), title="Hidden")
    await upload(team, "noor", hidden, declared="ab" * 32)
    await consents.ask(team, "jonas", hidden, use="court")
    await tasks.propose(team, assignee=team.code("lena"), evidence=[hidden["id"]])
    await messages.decide(team, "noor", await messages.open_channel(team))
    await operations.planned(team, parties=["NL", "DE"])
    assert len(await kinds(team, "noor")) >= 4
    assert {who: await pending(team, who) for who in before} == before


async def test_member_of_no_party_and_stranger(team: Team) -> None:
    assert await pending(team, "jit_auditor") == {"total": 0, "groups": [], "items": []}
    assert (await team.client("stranger").get(team.path("/pending-actions"))).status_code == 404
