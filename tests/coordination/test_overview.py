"""The overview: releases that end, what is new and the state of the audit log, team by team, and nothing of other parties."""

from datetime import timedelta
from typing import Any

from app import clock
from tests.factories.evidence import register, release
from tests.factories.pending_actions import of_kind
from tests.factories.team import Person, Team, email_of, jit_form, member_form, read_json
from tests.support.databases.as_seat import attempt


def in_days(days: float) -> str:
    return clock.rfc3339(clock.now() + timedelta(days=days))


async def situation(team: Team, who: str, query: str = "") -> dict[str, Any]:
    await team.settled()
    return read_json(await team.client(who).get(team.path(f"/situation{query}")))


async def test_release_that_ends_within_a_week_is_listed_for_both_parties(team: Team) -> None:
    soon = await register(team, "noor", release("DE", until=in_days(6)), release("FR", until=in_days(3)), title="Soon")
    await register(team, "noor", release("DE", until=in_days(9)), release("FR"), title="Later")
    await register(team, "noor", release("DE", until=in_days(2), seats=[team.code("jonas")]), title="For one")

    async def ending(who: str) -> list[tuple[str, str, bool]]:
        return [(one["title"], one["party"], one["to_us"]) for one in (await situation(team, who))["ending"]]

    assert await ending("noor") == [("For one", "DE", False), ("Soon", "FR", False), ("Soon", "DE", False)]
    assert await ending("jonas") == [("For one", "DE", True), ("Soon", "DE", True)]
    assert await ending("lena") == [("Soon", "DE", True)], "what is released to one seat is not another's affair"
    assert await ending("claire") == [("Soon", "FR", True)], "nobody learns of another party's release"
    assert await ending("daan") == await ending("mara") == await ending("jit_auditor") == []
    extended = [(one["title"], one["party"]) for one in await of_kind(team, "noor", "release_ending")]
    assert extended == [("For one", "DE"), ("Soon", "FR"), ("Soon", "DE")], "its leaders can extend it"
    assert await of_kind(team, "jonas", "release_ending") == []
    answer = await team.client("noor").post(
        team.path(f"/evidence/{soon['id']}/withdrawal"), json={"reason": "A slip"}, headers={"If-Match": '"1"'}
    )
    read_json(answer)
    assert await ending("claire") == []


async def test_what_is_new_is_what_others_did_and_this_seat_may_know(team: Team) -> None:
    head = (await situation(team, "claire"))["ledger"]["head"]
    assert (await situation(team, "claire"))["fresh"] is None
    await register(team, "noor")
    await register(team, "noor", release("FR"))
    await register(team, "claire")

    async def fresh(who: str, after: int = head) -> int:
        count = (await situation(team, who, f"?after={after}"))["fresh"]
        assert isinstance(count, int)
        return count

    # A registration with a release to France makes two facts: registered, released.
    assert (await fresh("claire"), await fresh("hugo"), await fresh("mara")) == (2, 3, 0)
    assert await fresh("bram") > 2
    assert await fresh("claire", 2**62) == 0
    assert await fresh("daan", -1) <= 100
    assert (await team.client("claire").get(team.path("/situation?after=-2"))).status_code == 422


async def test_the_ledger_is_as_healthy_as_its_last_checkpoint(team: Team) -> None:
    async def published() -> int:
        return int((await team.client("hugo").get(team.path("/ledger/checkpoint"))).text.split("\n")[1])

    before, found, after = await published(), await situation(team, "hugo"), await published()
    assert before <= found["ledger"]["signed_size"] <= after, "the ledger grows while it is looked at"
    assert found["ledger"]["head"] >= found["ledger"]["signed_size"] - 1
    assert found["ledger"]["signed_at"].endswith("Z")


async def test_somebody_without_a_seat_finds_nothing(team: Team) -> None:
    assert (await team.client("stranger").get(team.path("/situation"))).status_code == 404
    assert read_json(await team.client("stranger").get("/api/me/teams")) == {"items": [], "next": None}
    assert (await team.nobody().get("/api/me/teams")).status_code == 401


async def test_all_my_teams_in_one_answer_each_as_my_seat_there_sees_it(team: Team) -> None:
    """Jonas decides for Germany in the first team; in the second he confirms a seat, and nothing of the first shows there."""
    second = read_json(await team.client("coordinator").post("/api/jits", json=jit_form(name="Second")), 201)
    below = f"/api/jits/{second['id']}"
    form = member_form(email_of("jonas"), Person("DE", "STA", ("leader",), "judicial"))
    first = read_json(await team.client("coordinator").post(f"{below}/members", json=form), 201)
    read_json(await team.client("jonas").post("/api/redemptions", json={"code": first["one_time_code"]}))
    new = member_form("new@de.test", Person("DE", "BP", ("member",)))
    read_json(await team.client("coordinator").post(f"{below}/members", json=new), 201)
    await register(team, "noor", release("DE", until=in_days(1)), title="In the first")
    await team.settled()

    query = f"?seen={team.id}:0&seen={second['id']}:0"
    teams = read_json(await team.client("jonas").get(f"/api/me/teams{query}"))["items"]
    assert [one["jit"]["id"] for one in teams] == [team.id, second["id"]]
    one, other = (entry["situation"] for entry in teams)
    assert [entry["title"] for entry in one["ending"]] == ["In the first"]
    assert one["pending"] == {"total": 0, "groups": []}
    assert other["pending"] == {"total": 1, "groups": [{"group": "members", "count": 1}]}
    assert other["ending"] == []
    for entry in teams:
        alone = await team.client("jonas").get(f"/api/jits/{entry['jit']['id']}/situation?after=0")
        assert {**read_json(alone), "ledger": None} == {**entry["situation"], "ledger": None}, (
            "the ledger is signed meanwhile"
        )


async def test_a_position_is_one_or_the_question_is_refused(team: Team) -> None:
    for wrong in ("x", team.id, f"{team.id}:", f"{team.id}:-5", f"{team.id.upper()}:1", f"{team.id}:{10**18}"):
        assert (await team.client("noor").get("/api/me/teams", params={"seen": wrong})).status_code == 422
    # A team of others may be named: it is not there all the same.
    found = read_json(await team.client("noor").get("/api/me/teams", params={"seen": f"{clock.new_id()}:3"}))
    assert [one["situation"]["fresh"] for one in found["items"]] == [None]


async def test_first_steps_are_shown_until_they_are_done_or_dismissed(team: Team) -> None:
    async def steps(who: str) -> dict[str, tuple[int, int, bool]]:
        found = (await situation(team, who))["first_steps"]
        return {one["step"]: (one["done"], one["of"], one["may"]) for one in found}

    async def dismiss(who: str) -> None:
        answer = await team.client(who).post(team.path("/first-steps/dismissals"))
        assert answer.status_code == 204

    before = await steps("hugo")
    assert (before["exhibit"], before["working_hours"]) == ((0, 1, True), (0, 1, False))
    assert "sharing_rules" not in await steps("ines"), "the rules of a party are for those who may read them"
    assert {"exhibit", "working_hours", "sharing_rules"}.isdisjoint(await steps("jit_auditor")), "no party of their own"
    await register(team, "noor")
    assert await steps("hugo") == before, "another party's exhibit is no step of France"
    await register(team, "claire")
    assert (await steps("hugo"))["exhibit"] == (1, 1, True)
    assert (await steps("claire"))["sharing_rules"] == (0, 1, True)

    await dismiss("claire")
    await dismiss("claire")
    assert await steps("claire") == {}
    assert (await steps("hugo"))["exhibit"] == (1, 1, True), "a dismissal concerns its member only"
    assert await attempt(team, "hugo", "select 1 from first_step_dismissals") == 0
