"""Releases and recalls of requests and notices that need two leaders: what waits, who confirms, what the database refuses."""

from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories import notices, requests
from tests.factories.evidence import alike
from tests.factories.pending_actions import of_kind
from tests.factories.sharing.four_eyes import demand
from tests.factories.sharing.gates import WORD
from tests.factories.team import Team, read_json
from tests.requests.test_releases import RELEASING
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

#: A waiting release to France, as a member would write it past the services.
WAITING: Final = (
    "insert into waiting_line_releases (id, jit, party, request, recipient, level, wanted_by, wanted_at)"
    " select gen_random_uuid(), :jit, :party, :request, id, 'content', :seat, now() from parties where code = 'FR'"
)
NOUNS: Final = {"requests": requests, "notices": notices}


async def created(team: Team, noun: str) -> dict[str, Any]:
    return await (requests.sent(team) if noun == "requests" else notices.create(team))


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def approvals(team: Team, who: str) -> list[tuple[str, str, str]]:
    found = await of_kind(team, who, "release_approval", "recall_approval")
    return [(one["kind"], one["link"]["id"], one["party"]) for one in found]


@pytest.mark.parametrize("noun", ["requests", "notices"])
async def test_release_and_recall_wait_for_another_leader_and_the_recipient_knows_nothing(
    team: Team, noun: str
) -> None:
    line, of = await created(team, noun), NOUNS[noun]
    absent = await of.see(team, "lena", line)
    read_json(await demand(team, "noor", "release", "recall"))
    told = read_json(await of.release(team, "noor", line, "DE"))
    assert (told["releases"], [one["may"] for one in told["waiting_releases"]]) == ([], [["give_up"]])
    assert alike(await of.see(team, "lena", line), absent)
    assert code(await of.release(team, "noor", line, "DE")) == (409, "waits-already")
    assert code(await of.confirm(team, "noor", line, "DE")) == (403, "needs-second-leader")
    assert [(await of.confirm(team, who, line, "DE")).status_code for who in ("daan", "jonas")] == [403, 404]
    assert (await of.confirm(team, "bram", line, "FR")).status_code == 404
    assert (await approvals(team, "noor"), await approvals(team, "daan")) == ([], [])
    assert await approvals(team, "bram") == [("release_approval", line["id"], "DE")]
    told = read_json(await of.confirm(team, "bram", line, "DE"))
    assert ([one["party"] for one in told["releases"]], told["waiting_releases"]) == (["DE"], [])
    assert read_json(await of.see(team, "lena", line))["waiting_releases"] == []

    read_json(await of.recall(team, "bram", line, "DE"))
    assert (await of.see(team, "lena", line)).status_code == 200, "a recall waits, too"
    assert read_json(await of.see(team, "lena", line))["waiting_releases"] == []
    assert await approvals(team, "noor") == [("recall_approval", line["id"], "DE")]
    read_json(await of.give_up(team, "bram", line, "DE"))
    assert (await of.confirm(team, "noor", line, "DE")).status_code == 404
    read_json(await of.recall(team, "bram", line, "DE"))
    assert read_json(await of.confirm(team, "noor", line, "DE"))["releases"] == []
    assert alike(await of.see(team, "lena", line), absent)
    kind = noun.removesuffix("s")
    steps = ["release_wanted", "released", "recall_wanted", "release_given_up", "recall_wanted", "recalled"]
    of_release = [one["kind"] for one in await team.entries("noor") if str(one["kind"]).split(".")[-1] in steps]
    assert of_release == [f"{kind}.{one}" for one in steps]
    heard = [one["kind"] for one in await team.entries("lena") if str(one["kind"]).startswith(f"{kind}.")]
    assert heard == [f"{kind}.released", f"{kind}.recalled"]


async def test_change_of_level_waits_and_a_release_beyond_the_union_keeps_its_attestation(team: Team) -> None:
    request = await requests.sent(team)
    read_json(await requests.release(team, "noor", request, "DE", "existence"))
    read_json(await demand(team, "noor", "release"))
    read_json(await requests.release(team, "noor", request, "DE", "content"))
    assert (await requests.seen(team, "lena", request))["level"] == "existence"
    read_json(await requests.confirm(team, "bram", request, "DE"))
    assert (await requests.seen(team, "lena", request))["level"] == "content"
    read_json(await requests.release(team, "noor", request, "CH", "existence", WORD))
    assert (await requests.see(team, "mara", request)).status_code == 404
    read_json(await requests.confirm(team, "bram", request, "CH"))
    assert (await requests.seen(team, "mara", request))["level"] == "existence"
    (*_, wanted) = await team.entries("daan", "request.release_wanted")
    (attested,) = await team.entries("daan", "request.release_attested")
    assert wanted["fields"]["attestation"]["value"] == WORD
    assert {name: attested["fields"][name]["value"] for name in WORD} == WORD
    read_json(await requests.recall(team, "noor", request, "DE"))
    assert (await requests.see(team, "lena", request)).status_code == 404, (
        "a recall does not wait, unless it was chosen"
    )


async def test_same_person_in_another_membership_is_no_second_leader(team: Team) -> None:
    request = await requests.sent(team)
    read_json(await demand(team, "noor", "release"))
    read_json(await requests.release(team, "noor", request, "DE"))
    async with as_superuser(team) as superuser:  # as if Noor had led from Bram's seat before
        change = "update members set account = $1, state = 'ended' where code = $2"
        await superuser.execute(change, team.accounts["noor"], team.code("bram"))
        wanted = "update waiting_line_releases set wanted_by = (select id from members where code = $1)"
        await superuser.execute(wanted, team.code("bram"))
    assert code(await requests.confirm(team, "noor", request, "DE")) == (403, "needs-second-leader")


@pytest.mark.parametrize(
    ("who", "statement"),
    [
        ("noor", RELEASING + "where code = 'FR'"),
        ("noor", RELEASING + "where code = 'DE'"),
        ("bram", RELEASING.replace("'content'", "'existence'") + "where code = 'DE'"),
        ("noor", "update request_releases set recalled_at = now(), recalled_by = :seat"),
        ("daan", WAITING),
        ("jonas", WAITING),
        ("noor", WAITING.replace(":seat", "(select id from members where code = 'NL-03')")),
    ],
)
async def test_database_releases_and_recalls_nothing_that_another_leader_did_not_decide(
    team: Team, who: str, statement: str
) -> None:
    request = await requests.sent(team)
    read_json(await requests.release(team, "noor", request, "EUROJUST"))
    read_json(await demand(team, "noor", "release", "recall"))
    read_json(await requests.release(team, "noor", request, "DE"))
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(team, who, statement, request=UUID(request["id"]))
