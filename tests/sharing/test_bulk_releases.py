"""Sharing and recalling many exhibits at once: all or none, by the rules of one, with a preview that changes nothing."""

from datetime import timedelta

import httpx
from sqlalchemy import text

from app import clock
from app.services.audit import refusals
from tests.factories import derivations
from tests.factories.evidence import custody, kinds, listed, register, release, take_it, values, with_file
from tests.factories.sharing import four_eyes, gates
from tests.factories.sharing.bulk_releases import item, recall, share
from tests.factories.team import Team, read_json

COUNTED = (
    "select (select count(*) from releases), (select count(*) from waiting_releases), (select count(*) from headers)"
)


def outcomes(answer: httpx.Response) -> list[str]:
    return [one["outcome"] for one in read_json(answer)["items"]]


async def rows(team: Team) -> tuple[int, ...]:
    async with team.context.database.engine() as session:
        return tuple((await session.execute(text(COUNTED))).one())


async def test_shares_each_with_its_own_entry_as_the_preview_told(team: Team) -> None:
    exhibits = [await register(team, "noor", title=f"Phone {n}") for n in range(2)]
    items = [item(one, party) for one in exhibits for party in ("DE", "FR", "CH")]
    end = clock.rfc3339(clock.now().replace(year=clock.now().year + 1))
    terms = (release("DE", seats=["DE-02"], until=end), release("FR", "readable"), release("CH"))
    before = await rows(team)
    told = read_json(await share(team, "noor", items, *terms, preview=True))["items"]
    assert [one["outcome"] for one in told] == ["released", "released", "waits"] * 2
    assert told[2]["gates"] == ["attestation"]
    assert await rows(team) == before, "a preview changes nothing"
    assert outcomes(await share(team, "noor", items, *terms)) == ["released", "released", "waits"] * 2
    await team.settled()
    assert kinds(await custody(team, "noor", exhibits[1]))[1:] == [
        "release.wanted",
        "evidence.released",
        "evidence.released",
    ]
    assert len(await gates.waiting(team, "noor")) == 2
    assert len(await listed(team, "jonas")) == 0, "only the named member"
    assert [one["level"] for one in await listed(team, "lena")] == ["held", "held"]
    (changed, *_) = read_json(await share(team, "noor", items[:1], release("DE"), preview=True))["items"]
    assert (changed["outcome"], changed["level"], changed["version"]) == ("changed", "held", 1)


async def test_one_refused_row_is_named_and_nothing_is_shared(team: Team) -> None:
    good, other = await register(team, "noor"), await register(team, "jonas", release("NL"))
    hidden, known = await register(team, "lena"), await register(team, "noor", release("DE"))
    child = await derivations.derive(team, "noor", other)
    refused = [
        (item(known, "DE"), "stale"),
        (item(known, "DE", 7), "stale"),
        (item(good, "FR", 1), "stale"),
        (item(hidden, "DE"), "not-found"),
        (item({"id": str(clock.new_id())}, "DE"), "not-found"),
        (item(other, "DE"), "originator-only"),
        (item(child, "DE"), "bound-by-parents"),
    ]
    before = await rows(team)
    for bad, code in refused:
        answer = read_json(await share(team, "noor", [item(good, "DE"), bad], release("DE"), release("FR")), 409)
        assert (answer["code"], [one["code"] for one in answer["rows"]]) == ("rows-refused", [code])
        assert await rows(team) == before


async def test_a_hidden_exhibit_is_answered_as_one_that_does_not_exist(team: Team) -> None:
    answers = []
    for exhibit in (await register(team, "lena"), {"id": str(clock.new_id())}):
        items = [item(exhibit, "FR")]
        told = [
            await act
            for preview in (True, False)
            for act in (
                share(team, "noor", items, release("FR"), preview=preview),
                recall(team, "noor", items, preview=preview),
            )
        ]
        assert [one.status_code for one in told] == [200, 200, 409, 409]
        answers.append([one.text.replace(exhibit["id"], "x") for one in told])
    assert answers[0] == answers[1]


async def test_recalls_each_and_tells_the_copies_that_are_asked_about(team: Team) -> None:
    held, seen = await with_file(team, release("DE"), release("FR")), await register(team, "noor", release("DE"))
    read_json(await take_it(team, "lena", held), 201)
    items = [item(held, "DE", 1), item(held, "FR", 1), item(seen, "DE", 1), item(seen, "FR")]
    told = read_json(await recall(team, "noor", items, preview=True))["items"]
    assert [(one["outcome"], one["level"], one["copies"]) for one in told] == [
        ("recalled", "held", 1),
        ("recalled", "held", 0),
        ("recalled", "held", 0),
        ("none", None, 0),
    ]
    assert len(await listed(team, "lena")) == 2
    before = await rows(team)
    stale = read_json(await recall(team, "noor", [items[0], item(seen, "DE", 2)]), 409)
    assert [one["evidence"] for one in stale["rows"]] == [seen["id"]]
    assert await rows(team) == before
    assert outcomes(await recall(team, "noor", items)) == ["recalled"] * 3 + ["none"]
    await team.settled()
    assert await listed(team, "lena") == []
    assert kinds(await custody(team, "noor", held)).count("evidence.recalled") == 2
    assert "copy.asked" in kinds(await custody(team, "noor", held))


async def test_recalls_that_need_a_second_leader_wait_each(team: Team) -> None:
    read_json(await four_eyes.demand(team, "noor", "recall"))
    exhibits = [await register(team, "noor", release("DE")) for _ in range(2)]
    items = [item(one, "DE", 1) for one in exhibits]
    (told, _) = read_json(await recall(team, "noor", items, preview=True))["items"]
    assert (told["outcome"], told["gates"]) == ("waits", ["second_leader"])
    assert outcomes(await recall(team, "noor", items)) == ["waits", "waits"]
    assert len(await listed(team, "lena")) == 2


async def test_a_member_who_is_no_leader_is_refused(team: Team) -> None:
    exhibit = await register(team, "daan")
    assert (await share(team, "daan", [item(exhibit, "DE")], release("DE"))).status_code == 403
    assert (await recall(team, "daan", [item(exhibit, "DE", 1)])).status_code == 403


async def test_terms_are_stated_once_for_each_party(team: Team) -> None:
    exhibit = await register(team, "noor")
    one = item(exhibit, "DE")
    for items, terms in (([one, one], [release("DE")]), ([one], [release("FR")]), ([one], [release("DE")] * 2)):
        assert (await share(team, "noor", items, *terms)).status_code == 422


async def test_each_refused_row_is_counted_and_named_in_the_access_log(team: Team) -> None:
    """Preview and act, sharing and recall: as a refusal of a single release."""
    other, hidden = await register(team, "jonas", release("NL")), await register(team, "lena")
    items = [item(other, "FR", 1), item(hidden, "FR", 1)]
    for preview in (True, False):
        await share(team, "noor", items, release("FR"), preview=preview)
        await recall(team, "noor", items, preview=preview)
    await refusals.enter_due(team.context.database, clock.now() + timedelta(minutes=2))
    counted = [
        one for entry in await team.entries("jit_auditor", "evidence.refused") for one in values(entry)["refusals"]
    ]
    assert {(one["evidence"], one["act"], one["because"]) for one in counted} == {
        (other["id"], "releases:grant", "originator-only")
    }
    assert sum(one["times"] for one in counted) == 3, "a preview of a recall tells that there is none"
    await team.context.access_log.write(team.context.database)
    log = read_json(await team.client("jit_auditor").get(team.path("/access-log")))["items"]
    named = [one["ids"] for one in log if "/releases/bulk" in one["route"]]
    assert [one["exhibits"] for one in named] == [f"{other['id']} {hidden['id']}"] * 4
