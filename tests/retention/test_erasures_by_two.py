"""Four eyes for erasures: what one leader decides waits for another leader; the background job waits for nobody."""

from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.evidence import alike, custody, describe, kinds, register, release, see, take_it, values, with_file
from tests.factories.retention import (
    age,
    confirm,
    current,
    erase,
    erased,
    give_up,
    hold,
    keep,
    lift,
    make_due,
    retention,
    reviews,
    withdraw,
)
from tests.factories.sharing.four_eyes import demand, stands
from tests.factories.team import Team, read_json
from tests.sharing.test_reservations import reserve
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


class TestAnErasureForTwo:
    async def test_waits_for_another_leader_and_is_done_with_its_word(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        assert read_json(await demand(team, "noor", "erase"))["acts"] == ["erase"]
        await withdraw(team, exhibit)
        version, shown = await current(team, exhibit), await retention(team, "jonas", exhibit)
        waits = read_json(await erase(team, "noor", exhibit), 202)
        assert (waits["erasure"], waits["version"]) == (None, version)
        assert (waits["wish"]["ground"], waits["wish"]["reason"]) == ("withdrawn", "The case is closed")
        assert (waits["wish"]["wanted_by"], waits["wish"]["may"]) == (team.code("noor"), ["give_up"])
        read_json(await take_it(team, "noor", exhibit), 201)
        assert (await retention(team, "jonas", exhibit), await reviews(team, "jonas")) == (shown, [])
        assert refused(await erase(team, "bram", exhibit)) == (409, "erasure-waits")
        (queued,) = await reviews(team, "bram")
        assert (queued["evidence"], queued["wish"]["may"]) == (exhibit["id"], ["confirm", "give_up"])
        assert (await retention(team, "daan", exhibit))["wish"]["may"] == []
        assert refused(await confirm(team, "noor", exhibit)) == (403, "needs-second-leader")
        for who, status in (("daan", 403), ("admin", 403), ("jonas", 403), ("claire", 404)):
            assert (await confirm(team, who, exhibit)).status_code == status, who
        wrong = await confirm(team, "bram", exhibit, confirmation="NL-2026-WRONG")
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "confirmation")
        done = read_json(await confirm(team, "bram", exhibit), 202)
        assert (done["wish"], done["erasure"]["reason"]) == (None, "The case is closed")
        assert (done["erasure"]["decided_by"], done["erasure"]["confirmed_by"]) == (
            team.code("noor"),
            team.code("bram"),
        )
        await erased(team, exhibit)
        entries = await custody(team, "noor", exhibit)
        decided = ["erasure.confirmed", "evidence.erasure_decided", "evidence.erased"]
        assert kinds(entries)[-5:] == ["erasure.wanted", "evidence.taken", *decided]
        assert [one["seat"] for one in entries[-5:-1]] == [team.code(who) for who in ("noor", "noor", "bram", "bram")]
        assert values(entries[-3])["wanted_by"] == values(entries[-1])["decided_by"] == team.code("noor")
        heard = kinds(await custody(team, "jonas", exhibit))
        assert heard[-2:] == ["evidence.erasure_decided", "evidence.erased"]
        assert not {"erasure.wanted", "erasure.confirmed"} & set(heard)

    async def test_is_turned_down_given_up_or_ended_by_keeping(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        read_json(await demand(team, "noor", "erase"))
        await make_due(team, exhibit)
        nothing = {"id": "019f0000-0000-7000-8000-000000000000"}
        assert (await give_up(team, "noor", exhibit)).status_code == 404
        assert (await confirm(team, "bram", exhibit)).status_code == 404
        for who in ("bram", "noor"):
            assert read_json(await erase(team, "noor", exhibit), 202)["wish"]["ground"] == "review"
            assert (await give_up(team, "daan", exhibit)).status_code == 403
            assert alike(await give_up(team, "jonas", exhibit), await give_up(team, "jonas", nothing))
            assert (await give_up(team, who, exhibit)).status_code == 204
            assert (await retention(team, "noor", exhibit))["wish"] is None
        read_json(await erase(team, "noor", exhibit), 202)
        assert read_json(await keep(team, "bram", exhibit))["wish"] is None
        assert (await confirm(team, "bram", exhibit)).status_code == 409, "it is not due any more"
        entries = await custody(team, "noor", exhibit)
        given_up = [one for one in entries if one["kind"] == "erasure.given_up"]
        assert [one["seat"] for one in given_up] == [team.code(who) for who in ("bram", "noor", "bram")]
        assert values(given_up[0]) | {"reason": "It is needed"} == values(given_up[0])
        assert "erasure.given_up" not in kinds(await custody(team, "jonas", exhibit))

    async def test_is_never_of_what_a_court_holds_and_of_the_version_that_was_seen(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        read_json(await demand(team, "noor", "erase"))
        await make_due(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        (standing,) = read_json(await hold(team, "noor", exhibit), 201)["holds"]
        assert refused(await confirm(team, "bram", exhibit)) == (409, "legal-hold")
        read_json(await lift(team, "noor", exhibit, standing))
        read_json(await describe(team, "noor", read_json(await see(team, "noor", exhibit))))
        path = team.path(f"/evidence/{exhibit['id']}/erasure/confirmation")
        body = {"confirmation": exhibit["exhibit_number"]}
        stale = await team.client("bram").post(path, json=body, headers={"If-Match": '"1"'})
        assert stale.status_code == 412
        read_json(await confirm(team, "bram", exhibit), 202)

    async def test_where_decisions_are_judicial_the_second_is(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        read_json(await demand(team, "noor", "erase"))
        read_json(await reserve(team, "noor"))
        await withdraw(team, exhibit)
        assert read_json(await erase(team, "noor", exhibit), 202)["wish"]["may"] == ["give_up"]
        assert (await retention(team, "bram", exhibit))["wish"]["may"] == ["give_up"]
        assert refused(await confirm(team, "bram", exhibit)) == (403, "needs-second-leader")
        assert (await give_up(team, "bram", exhibit)).status_code == 204
        read_json(await erase(team, "bram", exhibit), 202)
        read_json(await confirm(team, "noor", exhibit), 202)

    async def test_without_the_demand_one_is_enough_for_what_waited_too(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        read_json(await demand(team, "noor", "erase"))
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        assert read_json(await demand(team, "noor"))["proposed"] == []
        assert refused(await erase(team, "bram", exhibit)) == (409, "erasure-waits")
        read_json(await demand(team, "bram"))
        assert (await stands(team, "bram"))["acts"] == []
        done = read_json(await erase(team, "bram", exhibit), 202)
        assert (done["wish"], done["erasure"]["decided_by"]) == (None, team.code("bram"))
        assert done["erasure"]["confirmed_by"] is None


async def test_the_clock_waits_for_nobody(team: Team) -> None:
    exhibit = await with_file(team, release("DE"), retention="TRANSFER")
    read_json(await demand(team, "noor", "erase"))
    await withdraw(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    await age(team, exhibit, 28)
    done = await erased(team, exhibit)
    assert (done["erasure"]["ground"], done["erasure"]["decided_by"], done["wish"]) == ("term", None, None)


REQUESTED = (
    "insert into erasure_wishes (evidence, jit, ground, reason, wanted_by, wanted_at, confirmed_by)"
    " values (:e, :jit, 'withdrawn', 'x', {by}, now(), {confirmed})"
)
CONFIRMED = "update erasure_wishes set confirmed_by = {}"
FORGED = "update erasure_wishes "


class TestARequest:
    async def test_is_made_and_confirmed_in_ones_own_name_by_the_originator(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        read_json(await demand(team, "noor", "erase"))
        await withdraw(team, exhibit)
        e, bram = {"e": exhibit["id"]}, f"'{team.seats['bram']['id']}'"
        for by, confirmed in ((bram, "null"), (":seat", bram), (":seat", ":seat"), (bram, ":seat")):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, "noor", REQUESTED.format(by=by, confirmed=confirmed), **e)
        for who in ("jonas", "claire", "admin"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, REQUESTED.format(by=":seat", confirmed="null"), **e)
        read_json(await erase(team, "noor", exhibit), 202)
        for who in ("jonas", "claire", "admin", "auditor"):
            assert await attempt(team, who, CONFIRMED.format(":seat")) == 0, who
            assert await attempt(team, who, "delete from erasure_wishes") == 0, who
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "bram", CONFIRMED.format(f"'{team.seats['noor']['id']}'"))
        for forged in ("set wanted_by = :seat", "set ground = 'review'", "set reason = 'x'"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "bram", FORGED + forged)
        assert await attempt(team, "bram", CONFIRMED.format(":seat")) == 1
        assert await attempt(team, "bram", CONFIRMED.format("null")) == 0, "it is confirmed once"

    async def test_the_same_person_in_another_seat_is_the_same_person(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        read_json(await demand(team, "noor", "erase"))
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        async with as_superuser(team) as superuser:  # as if Noor had led from Bram's seat before
            change = "update members set account = $1, state = 'ended' where code = $2"
            await superuser.execute(change, team.accounts["noor"], team.code("bram"))
            wanted = "update erasure_wishes set wanted_by = (select id from members where code = $1)"
            await superuser.execute(wanted, team.code("bram"))
        assert refused(await confirm(team, "noor", exhibit)) == (403, "needs-second-leader")
