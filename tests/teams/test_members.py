"""Seats: who proposes, who confirms, who takes one by a code; every way in which somebody could seat whom they may not."""

import asyncio
from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock, database
from app.identity import secrets
from tests.factories import accounts
from tests.factories.team import PEOPLE, Person, Team, jit_form, member_form, party_form, read_json
from tests.support.databases.as_seat import attempt

MEMBER = Person("NL", "POL", ("member",))
NEW = "new@nl.test"


async def propose(
    team: Team, email: str = NEW, person: Person = MEMBER, by: str = "coordinator", **changes: Any
) -> httpx.Response:
    return await team.client(by).post(team.path("/members"), json=member_form(email, person) | changes)


async def proposed(team: Team, email: str = NEW, person: Person = MEMBER, **changes: Any) -> dict[str, Any]:
    return read_json(await propose(team, email, person, **changes), 201)


async def confirm(team: Team, member: dict[str, Any], by: str) -> httpx.Response:
    return await team.client(by).post(team.path(f"/members/{member['id']}/confirmation"), json={"name": member["name"]})


async def redeem(browser: httpx.AsyncClient, code: str) -> httpx.Response:
    return await browser.post("/api/redemptions", json={"code": code})


async def accept(browser: httpx.AsyncClient, code: str, email: str = NEW) -> httpx.Response:
    form = {"code": code, "email": email, "password": "a long pass phrase of hers"}
    return await browser.post("/api/invitations/acceptance", json=form)


async def as_owner(team: Team, statement: str, **binds: object) -> None:
    """Straight into a table as its owner; `members` is forced, so the clock's work is done as the application."""
    assert team.context.settings.database_owner_url is not None
    async with database.as_owner(team.context.settings.database_owner_url.get_secret_value()) as session:
        await session.execute(text(statement), binds)


async def let_codes_lapse(team: Team) -> None:
    await attempt(
        team,
        "coordinator",
        "update members set one_time_code_expires_at = :past where one_time_code_hash is not null",
        past=clock.now() - timedelta(seconds=1),
    )


#: Who is proposed, with what changed of the form, and the field that is wrong.
WRONG: Final[list[tuple[Person, dict[str, Any], str]]] = [
    (MEMBER, {"party": "XX"}, "party"),
    (MEMBER, {"party": None, "authority": None}, "party"),
    (MEMBER, {"authority": "STA"}, "authority"),  # Germany's
    (MEMBER, {"authority": None}, "authority"),
    (MEMBER, {"roles": []}, "roles"),
    (MEMBER, {"roles": ["emperor"]}, "roles.0"),
    (MEMBER, {"roles": ["auditor", "member"]}, "roles"),
    (MEMBER, {"function": "cook"}, "function"),
    (MEMBER, {"email": "nobody"}, "email"),
    (MEMBER, {"email": "a@b\x00c"}, "email"),
    (MEMBER, {"state": "seated"}, "state"),
    (MEMBER, {"account": str(uuid4())}, "account"),
    (MEMBER, {"code": "NL-99"}, "code"),
    (Person("CH", "BA", ("administrator",)), {}, "roles"),
    (Person("EUROJUST", "CM", ("administrator",)), {}, "roles"),
    (Person("CH", "BA", ("coordinator", "member")), {}, "roles"),
    (Person(None, None, ("auditor",)), {"authority": "OM"}, "authority"),
    (Person(None, None, ("administrator",)), {}, "party"),
]


class TestProposing:
    async def test_is_seen_by_all_and_seats_nobody(self, team: Team) -> None:
        (account,) = await accounts.make(team.context, [NEW])
        seat = await proposed(team)
        assert (seat["code"], seat["state"], seat["one_time_code"]) == ("NL-08", "proposed", None)
        assert (seat["party"], seat["authority"], seat["seated_at"]) == ("NL", "POL", None)
        listed = read_json(await team.client("hugo").get(team.path("/members")))["items"]
        assert [one["code"] for one in listed if one["state"] == "proposed"] == ["NL-08"]
        assert all(one["permissions"] is None for one in listed)
        async with await accounts.signed_in(team.app, account) as browser:
            assert (await browser.get(team.path())).status_code == 404
            assert read_json(await browser.get("/api/me"))["seats"] == []

    async def test_is_the_coordinators_alone(self, team: Team) -> None:
        for name in PEOPLE:
            if name not in {"coordinator", "stranger"}:
                assert (await propose(team, by=name)).status_code == 403, name

    async def test_a_stranger_finds_no_team(self, team: Team) -> None:
        assert (await propose(team, by="stranger")).status_code == 404

    async def test_answers_alike_with_and_without_an_account(self, team: Team) -> None:
        await accounts.make(team.context, ["known@nl.test"])
        known, unknown = [await proposed(team, f"{one}@nl.test", name="Lena Vogtmann") for one in ("known", "nobody")]
        differs = {"id", "code", "email", "proposed_at"}
        assert {k: v for k, v in known.items() if k not in differs} == {
            k: v for k, v in unknown.items() if k not in differs
        }

    async def test_a_wrong_one_names_the_field(self, team: Team) -> None:
        for person, changes, field in WRONG:
            refused = await team.client("coordinator").post(
                team.path("/members"), json=member_form(NEW, person) | changes
            )
            assert refused.status_code == 422, refused.text
            assert field in [one["field"] for one in refused.json()["errors"]], (person, changes)
        assert len(read_json(await team.client("noor").get(team.path("/members")))["items"]) == len(PEOPLE) - 1

    async def test_the_eppo_may_administer(self, team: Team) -> None:
        form = party_form("EPPO", kind="eu_body", authorities=(("CM", "prosecution"),))
        read_json(await team.client("admin").post(team.path("/parties"), json=form), 201)
        assert (await propose(team, NEW, Person("EPPO", "CM", ("administrator",)))).status_code == 201

    async def test_one_live_seat_for_a_person_and_team(self, team: Team) -> None:
        await proposed(team)
        for email in (NEW, "NEW@nl.test", "daan@nl.test"):
            refused = await propose(team, email, Person("DE", "BP", ("member",)))
            assert refused.status_code == 409
            assert refused.json()["code"] == "seat-exists"

    async def test_at_once_gives_every_seat_its_own_number(self, team: Team) -> None:
        seats = await asyncio.gather(*(proposed(team, f"n{n}@nl.test") for n in range(8)))
        assert sorted(seat["code"] for seat in seats) == [f"NL-{n:02d}" for n in range(8, 16)]

    async def test_is_written_down(self, team: Team) -> None:
        seat = await proposed(team)
        items = await team.entries("lena")
        last = items[-1]
        assert (last["kind"], last["seat"], last["subject"]) == ("member.proposed", "NL-01", {"member": seat["id"]})
        said_of = {name: field["value"] for name, field in last["fields"].items()}
        assert (said_of["code"], said_of["roles"], said_of["party"]) == ("NL-08", ["member"], "NL")


class TestConfirming:
    async def test_seats_the_person(self, team: Team) -> None:
        (account,) = await accounts.make(team.context, [NEW])
        seat = read_json(await confirm(team, await proposed(team), "noor"))
        assert (seat["state"], seat["name"], seat["version"]) == ("seated", "New", 2)
        assert seat["seated_at"] is not None
        async with await accounts.signed_in(team.app, account) as browser:
            (mine,) = read_json(await browser.get("/api/me"))["seats"]
            assert (mine["jit"]["id"], mine["seat"]["code"]) == (team.id, "NL-08")
            assert "evidence:register" in mine["seat"]["permissions"]
            assert "members:confirm" not in mine["seat"]["permissions"]
            assert (await browser.get(team.path())).status_code == 200
        items = await team.entries("lena")
        assert (items[-1]["kind"], items[-1]["seat"]) == ("member.seated", "NL-02")
        assert items[-1]["fields"]["confirmed_by"]["value"] == ["NL-02"]

    @pytest.mark.parametrize("name", ["jonas", "claire", "mara"])
    async def test_never_for_another_party(self, team: Team, name: str) -> None:
        await accounts.make(team.context, [NEW])
        refused = await confirm(team, await proposed(team), name)
        assert (refused.status_code, refused.json()["code"]) == (403, "other-party")

    @pytest.mark.parametrize("name", ["coordinator", "daan", "admin", "auditor", "ines", "jit_auditor"])
    async def test_never_by_another_role(self, team: Team, name: str) -> None:
        await accounts.make(team.context, [NEW])
        member = await proposed(team)
        assert (await confirm(team, member, name)).status_code == 403
        listed = read_json(await team.client("noor").get(team.path("/members")))["items"]
        assert next(one for one in listed if one["id"] == member["id"])["state"] == "proposed"

    async def test_never_twice(self, team: Team) -> None:
        await accounts.make(team.context, [NEW])
        member = await proposed(team)
        read_json(await confirm(team, member, "noor"))
        assert (await confirm(team, member, "bram")).json()["code"] == "already-seated"

    async def test_never_what_one_proposed(self, team: Team) -> None:
        """A coordinator who also leads would seat people alone."""
        both = (await accounts.make(team.context, ["both@nl.test"]))[0]
        seat = await proposed(team, "both@nl.test", Person("NL", "OM", ("coordinator", "leader")))
        read_json(await confirm(team, seat, "noor"))
        await accounts.make(team.context, [NEW])
        async with await accounts.signed_in(team.app, both) as browser:
            member = read_json(await browser.post(team.path("/members"), json=member_form(NEW, MEMBER)), 201)
            path = team.path(f"/members/{member['id']}/confirmation")
            refused = await browser.post(path, json={"name": member["name"]})
            assert (refused.status_code, refused.json()["code"]) == (403, "own-proposal")
        assert read_json(await confirm(team, member, "noor"))["state"] == "seated"

    async def test_never_oneself(self, team: Team) -> None:
        """Nor by a proposal in another team: the seat that confirms is the seat of this one."""
        refused = await confirm(team, team.seats["noor"], "noor")
        assert (refused.status_code, refused.json()["code"]) == (403, "own-seat")

    async def test_person_without_account_gets_a_code_and_creates_the_account(self, team: Team) -> None:
        member = await proposed(team)
        first = read_json(await confirm(team, member, "noor"))
        second = read_json(await confirm(team, member, "noor"))
        assert (first["state"], first["one_time_code"] != second["one_time_code"]) == ("proposed", True)
        browser = team.nobody()
        assert (await accept(browser, first["one_time_code"])).status_code == 422, "the former code is void"
        wrong = await accept(browser, secrets.one_time_code())
        other = await accept(browser, second["one_time_code"], email="other@nl.test")
        assert (wrong.status_code, wrong.json()) == (422, other.json()), "no answer tells who was invited"
        seat = read_json(await accept(browser, second["one_time_code"]), 201)["seat"]
        assert (seat["state"], seat["name"]) == ("seated", "New")
        assert read_json(await browser.get("/api/me"))["account"]["email"] == NEW
        assert (await accept(browser, second["one_time_code"])).status_code == 422, "a code is used once"
        items = await team.entries("lena")
        assert (items[-1]["kind"], items[-1]["fields"]["confirmed_by"]["value"]) == ("member.seated", ["NL-02"])

    async def test_account_made_after_the_confirmation_redeems_the_code(self, team: Team) -> None:
        code = read_json(await confirm(team, await proposed(team), "noor"))["one_time_code"]
        (new,) = await accounts.make(team.context, [NEW])
        assert (await accept(team.nobody(), code)).status_code == 422, "nobody takes over an account by a code"
        async with await accounts.signed_in(team.app, new) as browser:
            assert read_json(await redeem(browser, code))["state"] == "seated"

    async def test_account_made_by_a_code_of_another_team_takes_no_place_without_a_code(self, team: Team) -> None:
        """Somebody founds a team, proposes the address of a future member in it, and keeps the code."""
        (founder,) = await accounts.make(team.context, ["pilar@es.test"], may_found=True)
        form = jit_form(reference="JIT-2026-2")
        async with await accounts.signed_in(team.app, founder) as pilar:
            sham = read_json(await pilar.post("/api/jits", json=form), 201)
            leader = member_form(NEW, Person("NL", "OM", ("leader",), "judicial"))
            code = read_json(await pilar.post(f"/api/jits/{sham['id']}/members", json=leader), 201)["one_time_code"]
        mole = team.nobody()
        read_json(await accept(mole, code), 201)
        confirmed = read_json(await confirm(team, await proposed(team), "noor"))
        assert (confirmed["state"], confirmed["one_time_code"] is None) == ("proposed", False)
        assert (await mole.get(team.path())).status_code == 404
        assert read_json(await redeem(mole, confirmed["one_time_code"]))["state"] == "seated"

    async def test_what_is_not_there_or_of_another_team_is_not_found(self, team: Team) -> None:
        (founder,) = await accounts.make(team.context, ["pilar@es.test"], may_found=True)
        async with await accounts.signed_in(team.app, founder) as pilar:
            other = read_json(await pilar.post("/api/jits", json=jit_form()), 201)
        for member in (str(uuid4()), other["seat"]["id"], "no-uuid"):
            assert (await confirm(team, {"id": member, "name": "New"}, "noor")).status_code == 404

    async def test_two_leaders_at_once_seat_once(self, team: Team) -> None:
        await accounts.make(team.context, [NEW])
        member = await proposed(team)
        answers = await asyncio.gather(confirm(team, member, "noor"), confirm(team, member, "bram"))
        assert sorted(answer.status_code for answer in answers) == [200, 409]


class TestAnotherCode:
    """A coordinator gets no code for a seat that a leader confirmed, and takes no place by one."""

    @staticmethod
    async def ask(team: Team, member: dict[str, Any]) -> tuple[int, str]:
        path, version = team.path(f"/members/{member['id']}/code"), {"If-Match": f'"{member["version"]}"'}
        refused = await team.client("coordinator").post(path, headers=version)
        return refused.status_code, refused.json()["code"]

    async def test_confirmed_proposal_gets_its_code_from_the_leader_only(self, team: Team) -> None:
        member = await proposed(team)
        first = read_json(await confirm(team, member, "noor"))
        assert await self.ask(team, member) == (409, "leader-confirms")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team, "coordinator", "update members set one_time_code_hash = '\\x00' where id = :m", m=member["id"]
            )
        assert read_json(await accept(team.nobody(), first["one_time_code"]), 201)["seat"]["state"] == "seated"

    async def test_auditor_of_the_team_whom_every_party_confirmed_gets_no_code_of_a_coordinator(
        self, team: Team
    ) -> None:
        member = await proposed(team, "second@jit.test", Person(None, None, ("auditor",)))
        for leader in ("claire", "noor", "mara", "jonas"):
            confirmed = read_json(await confirm(team, member, leader))
        assert (confirmed["state"], confirmed["one_time_code"] is None) == ("proposed", False)
        assert await self.ask(team, member) == (409, "leader-confirms")
        again = read_json(await confirm(team, member, "claire"))
        taken = read_json(await accept(team.nobody(), again["one_time_code"], "second@jit.test"), 201)["seat"]
        assert taken["state"] == "seated"

    async def test_proposal_of_a_party_that_has_a_leader_meanwhile_gets_no_code_of_a_coordinator(
        self, team: Team
    ) -> None:
        leader = Person("EUROJUST", "CM", ("leader", "participant"))
        until = clock.rfc3339(clock.now() + timedelta(days=30))
        member = await proposed(team, "tom@eurojust.test", Person("EUROJUST", "CM", ("participant",)), until=until)
        first = await proposed(team, "ann@eurojust.test", leader, until=until)
        read_json(await accept(team.nobody(), first["one_time_code"], "ann@eurojust.test"), 201)
        assert await self.ask(team, member) == (409, "leader-confirms")


class TestTheTeamsAuditor:
    async def test_needs_a_leader_of_every_party(self, team: Team) -> None:
        await accounts.make(team.context, ["second@jit.test"])
        member = await proposed(team, "second@jit.test", Person(None, None, ("auditor",)))
        assert (member["code"], member["party"], member["one_time_code"]) == ("JIT-02", None, None)
        for leader in ("claire", "noor", "mara"):
            assert read_json(await confirm(team, member, leader))["state"] == "proposed"
        again = await confirm(team, member, "bram")
        assert (again.status_code, again.json()["code"]) == (409, "already-confirmed")
        assert read_json(await confirm(team, member, "jonas"))["state"] == "seated"
        items = await team.entries("lena")
        assert items[-1]["fields"]["confirmed_by"]["value"] == ["CH-01", "DE-01", "FR-01", "NL-02"]

    async def test_of_a_party_that_joined_later_too(self, team: Team) -> None:
        await accounts.make(team.context, ["second@jit.test"])
        member = await proposed(team, "second@jit.test", Person(None, None, ("auditor",)))
        read_json(await team.client("admin").post(team.path("/parties"), json=party_form("ES")), 201)
        for leader in ("claire", "noor", "mara", "jonas"):
            assert read_json(await confirm(team, member, leader))["state"] == "proposed"
        (pilar,) = await accounts.make(team.context, ["pilar@es.test"])
        code = (await proposed(team, "pilar@es.test", Person("ES", "POL", ("leader",))))["one_time_code"]
        async with await accounts.signed_in(team.app, pilar) as browser:
            read_json(await redeem(browser, code))
            path = team.path(f"/members/{member['id']}/confirmation")
            assert read_json(await browser.post(path, json={"name": member["name"]}))["state"] == "seated"

    async def test_does_not_take_the_place_before_a_party_that_joined_meanwhile_confirms(self, team: Team) -> None:
        auditor = "second@jit.test"
        member = await proposed(team, auditor, Person(None, None, ("auditor",)))
        for leader in ("claire", "noor", "mara", "jonas"):
            code = read_json(await confirm(team, member, leader))["one_time_code"]
        read_json(await team.client("admin").post(team.path("/parties"), json=party_form("ES")), 201)
        assert (await accept(team.nobody(), code, auditor)).status_code == 422
        (pilar,) = await accounts.make(team.context, ["pilar@es.test"])
        first = (await proposed(team, "pilar@es.test", Person("ES", "POL", ("leader",))))["one_time_code"]
        async with await accounts.signed_in(team.app, pilar) as browser:
            read_json(await redeem(browser, first))
            path = team.path(f"/members/{member['id']}/confirmation")
            code = read_json(await browser.post(path, json={"name": member["name"]}))["one_time_code"]
        assert read_json(await accept(team.nobody(), code, auditor), 201)["seat"]["state"] == "seated"

    async def test_all_at_once_still_seat_once(self, team: Team) -> None:
        await accounts.make(team.context, ["second@jit.test"])
        member = await proposed(team, "second@jit.test", Person(None, None, ("auditor",)))
        leaders = ("claire", "noor", "mara", "jonas")
        answers = await asyncio.gather(*(confirm(team, member, leader) for leader in leaders))
        assert [answer.status_code for answer in answers] == [200] * 4
        assert sorted(read_json(answer)["state"] for answer in answers) == ["proposed"] * 3 + ["seated"]


class TestTheFirstLeader:
    """Spain joined and has nobody yet."""

    @pytest.fixture
    async def spain(self, team: Team) -> Team:
        read_json(await team.client("admin").post(team.path("/parties"), json=party_form("ES")), 201)
        return team

    LEADER = Person("ES", "POL", ("leader",))

    async def test_redeems_a_code_once(self, spain: Team) -> None:
        (pilar,) = await accounts.make(spain.context, ["pilar@es.test"])
        member = await proposed(spain, "pilar@es.test", self.LEADER)
        assert member["one_time_code"].count("-") == 6
        listed = read_json(await spain.client("noor").get(spain.path("/members")))
        assert member["one_time_code"] not in str(listed), "told once"
        async with await accounts.signed_in(spain.app, pilar) as browser:
            seat = read_json(await redeem(browser, member["one_time_code"].lower().replace("-", " ")))
            assert (seat["code"], seat["state"], seat["name"]) == ("ES-01", "seated", "Pilar")
            assert (await browser.get(spain.path())).status_code == 200
            assert (await redeem(browser, member["one_time_code"])).status_code == 422
        items = await spain.entries("lena")
        assert (items[-1]["kind"], items[-1]["seat"], items[-1]["party"]) == ("member.seated", "ES-01", "ES")
        assert items[-1]["fields"]["confirmed_by"]["value"] == ["one-time code"]

    async def test_also_when_the_account_came_after_the_proposal(self, spain: Team) -> None:
        code = (await proposed(spain, "pilar@es.test", self.LEADER))["one_time_code"]
        (pilar,) = await accounts.make(spain.context, ["pilar@es.test"])
        async with await accounts.signed_in(spain.app, pilar) as browser:
            assert read_json(await redeem(browser, code))["state"] == "seated"

    async def test_nobody_else_redeems_it(self, spain: Team) -> None:
        await accounts.make(spain.context, ["pilar@es.test"])
        code = (await proposed(spain, "pilar@es.test", self.LEADER))["one_time_code"]
        wrong = await redeem(spain.client("stranger"), secrets.one_time_code())
        for name in ("stranger", "coordinator", "noor"):
            refused = await redeem(spain.client(name), code)
            assert refused.status_code == 422
            assert refused.json() == wrong.json(), "a code of somebody else and no code are one answer"
        assert (await redeem(spain.nobody(), code)).status_code == 401

    async def test_a_lapsed_code_makes_room_for_a_new_proposal(self, spain: Team) -> None:
        (pilar,) = await accounts.make(spain.context, ["pilar@es.test"])
        first = await proposed(spain, "pilar@es.test", self.LEADER)
        assert (await propose(spain, "pilar@es.test", self.LEADER)).json()["code"] == "seat-exists"
        await let_codes_lapse(spain)
        async with await accounts.signed_in(spain.app, pilar) as browser:
            assert (await redeem(browser, first["one_time_code"])).status_code == 422
            second = await proposed(spain, "pilar@es.test", self.LEADER)
            assert second["code"] == "ES-02", "a number is never given twice"
            assert read_json(await redeem(browser, second["one_time_code"]))["state"] == "seated"

    async def test_proposal_with_wrong_address_is_withdrawn_and_another_leader_gets_a_code(self, spain: Team) -> None:
        wrong = await proposed(spain, "pliar@es.test", self.LEADER)
        path = spain.path(f"/members/{wrong['id']}")
        coordinator = spain.client("coordinator")
        assert (await spain.client("noor").post(path + "/withdrawal", json={"reason": "x"})).status_code == 403
        assert (await coordinator.post(path + "/withdrawal", json={"reason": "x"})).status_code == 428
        form, version = {"reason": "A typing error in the address."}, {"If-Match": f'"{wrong["version"]}"'}
        assert read_json(await coordinator.post(path + "/withdrawal", json=form, headers=version))["state"] == "ended"
        right = await proposed(spain, "pilar@es.test", self.LEADER)
        taken = read_json(await accept(spain.nobody(), right["one_time_code"], "pilar@es.test"), 201)["seat"]
        assert taken["code"] == "ES-02"
        assert (await accept(spain.nobody(), wrong["one_time_code"], "pliar@es.test")).status_code == 422
        again = await coordinator.post(path + "/withdrawal", json=form, headers={"If-Match": '"2"'})
        assert (again.status_code, again.json()["code"]) == (409, "seat-not-proposed")
        assert [item["kind"] for item in await spain.entries("lena")][-3:] == [
            "member.ended",
            "member.proposed",
            "member.seated",
        ]

    async def test_another_code_voids_the_former(self, spain: Team) -> None:
        first = await proposed(spain, "pilar@es.test", self.LEADER)
        path, version = spain.path(f"/members/{first['id']}/code"), {"If-Match": f'"{first["version"]}"'}
        assert (await spain.client("claire").post(path, headers=version)).status_code == 403
        assert (await spain.client("coordinator").post(path, headers={"If-Match": '"9"'})).status_code == 412
        second = read_json(await spain.client("coordinator").post(path, headers=version))
        assert (await accept(spain.nobody(), first["one_time_code"], "pilar@es.test")).status_code == 422
        taken = read_json(await accept(spain.nobody(), second["one_time_code"], "pilar@es.test"), 201)["seat"]
        assert taken["state"] == "seated"
        without = await proposed(spain)
        refused = await spain.client("coordinator").post(
            spain.path(f"/members/{without['id']}/code"), headers={"If-Match": '"1"'}
        )
        assert (refused.status_code, refused.json()["code"]) == (409, "no-code-needed")

    async def test_only_the_first_gets_a_code(self, spain: Team) -> None:
        (pilar,) = await accounts.make(spain.context, ["pilar@es.test"])
        await accounts.make(spain.context, ["diego@es.test"])
        first = await proposed(spain, "pilar@es.test", self.LEADER)
        second = await proposed(spain, "diego@es.test", self.LEADER)
        third = await proposed(spain, "third@es.test", Person("ES", "POL", ("member",)))
        assert first["one_time_code"]
        assert (second["one_time_code"], third["one_time_code"]) == (None, None)
        async with await accounts.signed_in(spain.app, pilar) as browser:
            read_json(await redeem(browser, first["one_time_code"]))
            path = spain.path(f"/members/{second['id']}/confirmation")
            assert read_json(await browser.post(path, json={"name": second["name"]}))["state"] == "seated"

    async def test_the_code_is_not_in_the_database(self, spain: Team) -> None:
        code = (await proposed(spain, "pilar@es.test", self.LEADER))["one_time_code"]
        async with spain.context.database.reading(database.Requester(jit=spain.jit_id)) as session:
            rows = (await session.execute(text("select members::text from members"))).scalars().all()
        assert not [row for row in rows if code in row or code.replace("-", "") in row]
        assert sum(secrets.code_digest(code).hex() in row for row in rows) == 1

    async def test_a_supporting_body_without_a_leader_gets_codes(self, team: Team) -> None:
        await accounts.make(team.context, ["tom@eurojust.test"])
        member = await proposed(team, "tom@eurojust.test", Person("EUROJUST", "CM", ("participant",)))
        assert member["one_time_code"], "Eurojust has nobody who could confirm"


async def test_a_suspended_party_has_no_seats(team: Team) -> None:
    """Suspending is a later version's act; the lock is there before the key."""
    await as_owner(team, "alter table parties no force row level security")
    await as_owner(team, "update parties set status = 'suspended' where code = 'DE'")
    await as_owner(team, "alter table parties force row level security")
    assert (await team.client("jonas").get(team.path())).status_code == 404
    assert read_json(await team.client("jonas").get("/api/me"))["seats"] == []
    assert read_json(await team.client("jonas").get("/api/jits"))["items"] == []
    refused = await propose(team, "x@de.test", Person("DE", "BP", ("member",)))
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "party")
