"""Lists of links in two worlds: links to hidden objects change nothing in what a reader sees.

Each world links two objects that Claire of France sees. One world also links objects that are hidden from her, before
and between them. All her answers, ledger entries and notifications are compared, apart from ids, times and the
positions of entries (a declared leak: the number of entries).
"""

import difflib
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

import pytest

from tests.factories import (
    derivations,
    evidence,
    messages,
    notices,
    notifications,
    operations,
    outcomes,
    requests,
    tasks,
)
from tests.factories.evidence import release
from tests.factories.team import Team, read_json

WORDS: Final = "Compare {} and {} with {} and {}, {} again."


@dataclass(frozen=True, slots=True)
class World:
    """Four things in order, two of them seen by Claire; None in the world in which the hidden ones are not there."""

    team: Team
    things: tuple[Any, Any, Any, Any]

    @property
    def there(self) -> list[dict[str, Any]]:
        """Those that there are."""
        return [one for one in self.things if one is not None]

    @property
    def seen(self) -> tuple[Any, ...]:
        """Those that she sees."""
        return self.things[1::2]

    @property
    def ids(self) -> list[str]:
        """Of those that there are."""
        return [one["id"] for one in self.there]

    def words(self) -> dict[str, Any]:
        """A text that mentions all four, the third one twice; a marker of what is not there leads nowhere."""
        ids = self.ids
        numbers = [9 - at if one is None else ids.index(one["id"]) + 1 for at, one in enumerate(self.things)]
        return {"text": WORDS.format(*(f"[exhibit {one}]" for one in [*numbers, numbers[2]])), "links": ids}


Make = Callable[[World], Awaitable[list[str]]]


async def exhibits(team: Team, *, hidden: bool) -> World:
    """A hidden one, one that France holds, and again."""
    seen = [await evidence.register(team, "noor", release("FR"), release("DE")) for _ in range(2)]
    secret = [await evidence.register(team, "noor") if hidden else None for _ in range(2)]
    return World(team, (secret[0], seen[0], secret[1], seen[1]))


async def in_talk(world: World) -> list[str]:
    channel = await messages.everybody(world.team)
    message = await messages.say(world.team, "noor", channel, **world.words())
    message = read_json(await messages.correct(world.team, "noor", message, **world.words()))
    read_json(await messages.translate(world.team, "noor", message, message["text"]), 201)
    await messages.say(world.team, "noor", channel, "Look at these.", links=world.ids)
    found = [f"/messages?channel={channel['id']}&q={words}" for words in ("compare", "%22exhibit 2%22", "these")]
    return [f"/channels/{channel['id']}/messages", f"/channels/{channel['id']}", *found]


async def in_decisions(world: World) -> list[str]:
    channel = await messages.everybody(world.team)
    decision = await messages.decide(world.team, "noor", channel, **world.words())
    await messages.decide(world.team, "noor", channel, **world.words(), corrects=decision["id"])
    read_json(await messages.translate(world.team, "noor", decision, decision["text"]), 201)
    task = await tasks.assign(world.team, assignee="FR-01", decisions=[decision["id"]])
    rest = f"/channels/{channel['id']}/messages"
    return [
        rest,
        f"{rest}/{decision['id']}/statement",
        f"/tasks/{task['id']}",
        f"/messages?channel={channel['id']}&q=compare",
    ]


async def in_a_task(world: World) -> list[str]:
    made = await tasks.assign(world.team, assignee="FR-01", evidence=world.ids)
    later = await tasks.assign(world.team, assignee="FR-01")
    for one in world.ids:
        read_json(await tasks.relink(world.team, "coordinator", later, link=[one]))
    return [f"/tasks/{task['id']}{rest}" for task in (made, later) for rest in ("", "/history")]


async def in_dependencies(world: World) -> list[str]:
    """Tasks of which hers waits, and which wait for hers: those between the Netherlands and Germany she does not see."""
    team, task = world.team, await tasks.assign(world.team, assignee="FR-01")
    given = [
        {"assignee": "FR-01" if one in world.seen else "DE-02", "title": one["exhibit_number"]} for one in world.there
    ]
    others = [await tasks.assign(team, **form) for form in given]
    read_json(await tasks.wait(team, "coordinator", task, add=[one["id"] for one in others]))
    for one in [await tasks.assign(team, **form) for form in given]:
        read_json(await tasks.wait(team, "coordinator", one, add=[task["id"]]))
    return [f"/tasks/{task['id']}", f"/tasks/{task['id']}/history", f"/tasks/{others[-1]['id']}"]


async def in_matters(world: World) -> list[str]:
    """Decisions that her task is of: those between the Netherlands and Germany she does not see."""
    team, everybody, two = world.team, await messages.everybody(world.team), await messages.open_channel(world.team)
    channels = [everybody if one in world.seen else two for one in world.there]
    decided = [
        await messages.decide(team, "noor", where, one["exhibit_number"])
        for where, one in zip(channels, world.there, strict=True)
    ]
    task = await tasks.assign(team, assignee="FR-01", decisions=[one["id"] for one in decided])
    return [f"/tasks/{task['id']}", f"/tasks/{task['id']}/history", f"/channels/{everybody['id']}/messages"]


async def in_a_result(world: World) -> list[str]:
    team, day = world.team, await operations.live(world.team)
    action = await operations.act(team, "noor", day, sharing="whole")
    assert (await outcomes.record(team, "noor", day, action)).status_code == 204
    (result,) = await operations.listed(team, "noor", day, "/results")
    for one in world.ids:
        assert (await outcomes.link(team, "noor", day, result, one)).status_code == 204
    return [f"/operations/{day['id']}{rest}" for rest in ("", "/results", "/actions")]


async def in_provenance(world: World) -> list[str]:
    """Of what an exhibit was made that she holds, and what was made of one that she holds."""
    team = world.team
    child = await derivations.derive(team, "noor", *world.there, releases=[release("FR")])
    for one in world.there:
        shared = [release("FR")] if one in world.seen else []
        await derivations.derive(team, "noor", world.seen[0], releases=shared)
    return [
        evidence.place(team, one, rest).removeprefix(team.path(""))
        for one in (child, *world.seen)
        for rest in ("", "/derivations", "/custody")
    ]


async def in_a_bundle(world: World) -> list[str]:
    """The custody of exhibits for a defence, made by their originator."""
    form = {"profile": "defence", "scope": {"exhibits": world.ids}}
    export = read_json(await world.team.client("noor").post(world.team.path("/exports"), json=form), 202)
    await world.team.run_jobs("exports")
    assert (
        read_json(await world.team.client("noor").get(world.team.path(f"/exports/{export['id']}")))["state"] == "ready"
    )
    return [evidence.place(world.team, one, "/custody").removeprefix(world.team.path("")) for one in world.seen]


async def in_a_request(world: World) -> list[str]:
    """Papers and results of a request that France reads."""
    team, request = world.team, await requests.create(world.team)
    for one in world.there:
        read_json(await requests.paper(team, "noor", request, one), 201)
    request = await requests.seen(team, "noor", request)
    read_json(await requests.release(team, "noor", request, "FR"))
    read_json(await requests.move(team, "noor", request, "SENT"))
    for one in world.there:
        read_json(await requests.result(team, "noor", request, one, request["items"][0]["id"]), 201)
    exhibits_ = [evidence.place(team, one).removeprefix(team.path("")) for one in world.seen]
    path = f"/requests/{request['id']}"
    return [path, f"{path}/moves", f"{path}/form", *exhibits_]


async def in_a_notice(world: World) -> list[str]:
    """Exhibits of a notice that France reads."""
    team, notice = world.team, await notices.create(world.team)
    for one in world.there:
        read_json(await notices.exhibit(team, "noor", notice, one), 201)
    read_json(await notices.release(team, "noor", notice, "FR"))
    return [f"/notices/{notice['id']}", f"/notices/{notice['id']}/moves"]


async def news(team: Team, known: set[str]) -> dict[str, Any]:
    """Return her new ledger entries and notifications."""
    await notifications.derived(team)
    client, told = team.client("claire"), dict[str, Any]()
    for path in ("/ledger/entries?limit=200", "/notifications?limit=200"):
        answer = await client.get(team.path(path))
        items = [one for one in read_json(answer)["items"] if one["id"] is not None]
        assert len(items) < 200
        told[path] = [one for one in items if one["id"] not in known]
        known.update(one["id"] for one in items)
    return told


_ID: Final = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9+/]{43}=|\b(?:T|NL(?:-20\d\d|-RQ|-NO)?)-[2-9A-HJKMNP-TV-Z]{4,8}\b"
)
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+Z")


def blurred(told: Any, own: list[str]) -> list[str]:
    """Its lines without ids, times and positions; what she sees of the four keeps its place among them."""
    whole = json.dumps(told, sort_keys=True, indent=1)
    for place, one in enumerate(own):
        whole = whole.replace(one, f"<seen {place}>")
    whole = re.sub(r'"(position|previous|n|tip|first_position|last_position)": \d+', r'"\1": 0', whole)
    return _TIME.sub("<time>", _ID.sub("<id>", whole)).splitlines()


@pytest.mark.parametrize(
    "make",
    [
        in_talk,
        in_decisions,
        in_a_task,
        in_dependencies,
        in_matters,
        in_a_result,
        in_provenance,
        in_a_bundle,
        in_a_request,
        in_a_notice,
    ],
)
async def test_hidden_links_change_nothing_of_the_others(team: Team, make: Make) -> None:
    worlds = []
    for hidden in (False, True):
        world = await exhibits(team, hidden=hidden)
        known = set[str]()
        await news(team, known)
        paths = await make(world)
        told = await news(team, known)
        answers = [await team.client("claire").get(team.path(path)) for path in paths]
        assert [one.status_code for one in answers] == [200] * len(answers), [one.text for one in answers]
        own = [one[name] for one in world.seen for name in ("id", "exhibit_number")]
        told["answers"] = [one.json() if "json" in one.headers["Content-Type"] else one.text for one in answers]
        worlds.append(blurred(told, own))
    assert "<seen " in str(worlds[0]), "there was something to see"
    difference = "\n".join(difflib.unified_diff(worlds[0], worlds[1], lineterm="", n=2))
    assert not difference, difference


async def test_a_translation_means_the_markers_as_its_writer_read_them(team: Team) -> None:
    """A member who sees one of two exhibits links by its own numbers. A member who sees both reads the right ones."""
    world = await exhibits(team, hidden=True)
    for one in world.things[::2]:
        read_json(await evidence.grant(team, "noor", one, "DE", level="listed"))
    channel = await messages.everybody(team)
    text, links = "First [exhibit 1], then [exhibit 2].", [one["id"] for one in world.things[:2]]
    message = await messages.say(team, "noor", channel, text, links=links)
    seen = await messages.seen(team, "hugo", message)
    assert (seen["text"], seen["links"]) == (
        "First [exhibit 2], then [exhibit 1].",
        [{"place": 1, "evidence": links[1]}],
    )
    form = {"language": "fr", "text": "[exhibit 1] après [exhibit 2].", "links": [links[1]]}
    path = messages.of(team, message, "/translations")
    assert read_json(await team.client("hugo").post(path, json=form), 201)["translations"][0]["text"] == form["text"]
    shown = await messages.seen(team, "lena", message)
    assert (shown["text"], shown["translations"][0]["text"]) == (text, "[exhibit 2] après [exhibit 1].")
    stale = await team.client("hugo").post(path, json=form | {"links": []})
    assert (stale.status_code, stale.json()["code"]) == (409, "links-changed")


@pytest.mark.parametrize("attempt", [messages.try_say, messages.try_decide])
async def test_markers_beyond_bounds_are_refused(team: Team, attempt: Any) -> None:
    channel = await messages.everybody(team)
    many = " ".join(f"[exhibit {one}]" for one in range(1, 52))
    one_digit = " ".join(f"[exhibit {one}]" for one in [*range(10, 19), *[1] * 820])
    for text in (many, one_digit):
        answer = await attempt(team, "noor", channel, text)
        assert (answer.status_code, "text" in answer.text) == (422, True)


async def test_a_decision_has_a_marker_for_each_link_or_is_refused(team: Team) -> None:
    """Else the place in its text, which its entry states, would count links."""
    ids = [(await evidence.register(team, "noor", release("FR")))["id"] for _ in range(2)]
    answer = await messages.try_decide(team, "noor", await messages.everybody(team), "Look at [exhibit 1].", links=ids)
    assert (answer.status_code, "links.1" in answer.text) == (422, True)
