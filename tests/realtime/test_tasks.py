"""Tasks on the live channel: their people hear of them, and of a linked exhibit only who sees it at that moment."""

from tests.factories import evidence, tasks
from tests.factories.evidence import release
from tests.factories.tasks import relink
from tests.factories.team import Team, read_json
from tests.support.live_channel import listen


async def test_its_people_hear_of_a_task_and_nobody_else(team: Team, wire: str) -> None:
    start = (await team.entries("ines"))[-1]["position"]
    async with (
        listen(wire, team, "lena", start) as lena,
        listen(wire, team, "jonas", start) as jonas,
        listen(wire, team, "ines", start) as ines,
    ):
        task = await tasks.assign(team)
        read_json(await tasks.change(team, "lena", task, state="in_progress"))
        read_json(await tasks.comment(team, "coordinator", task), 201)
        for stream in (lena, jonas):
            heard = await stream.facts(4)
            assert [one["kind"] for one in heard] == [
                "task.assigned",
                "task.accepted",
                "task.state_changed",
                "task.commented",
            ]
            assert {one["subject"]["task"] for one in heard} == {task["id"]}
        assert await ines.silent()


async def test_of_a_linked_exhibit_hears_who_sees_it_now(team: Team, wire: str) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    task = await tasks.assign(team, assignee="FR-02")
    await team.settled()
    start = (await team.entries("hugo"))[-1]["position"]
    async with (
        listen(wire, team, "coordinator", start) as coordinator,
        listen(wire, team, "hugo", start) as hugo,
    ):
        read_json(await relink(team, "coordinator", task, link=[exhibit["id"]]))
        assert [one["kind"] for one in await coordinator.facts(1)] == ["task.linked"]
        assert await hugo.silent()
        read_json(await evidence.grant(team, "noor", exhibit, "FR"))
        assert [one["kind"] for one in await hugo.facts(1)] == ["evidence.released"]
        read_json(await relink(team, "coordinator", task, unlink=[exhibit["id"]]))
        assert [one["kind"] for one in await hugo.facts(1)] == ["task.unlinked"]
        assert (await evidence.recall(team, "noor", exhibit, "FR")).status_code == 204
        assert [one["kind"] for one in await hugo.facts(1)] == ["evidence.recalled"]
        read_json(await relink(team, "coordinator", task, link=[exhibit["id"]]))
        assert [one["kind"] for one in await coordinator.facts(4)][-1] == "task.linked"
        assert await hugo.silent(), "what it might see once is over"
