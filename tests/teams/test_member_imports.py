"""Members from a CSV file: what is read, what is refused by row and column, and bulk confirmation by the own leader only."""

import asyncio
from typing import Any, Final

import httpx

from tests.factories import accounts
from tests.factories.team import PEOPLE, Team, party_form, read_json
from tests.support.program import new_client

HEAD: Final = "party,authority,name,email,roles,function,until\n"
TWO: Final = (
    HEAD
    + 'NL,POL,"Osinga, Fenna",fenna@nl.test,member,police,\n'
    + "DE,BP,Kilian Brandt,kilian@de.test,member|liaison,police,2031-06-30\n"
)


async def preview(team: Team, csv: str, by: str = "coordinator") -> dict[str, Any]:
    return read_json(await team.client(by).post(team.path("/members/imports/preview"), json={"csv": csv}))


async def imported(team: Team, csv: str) -> list[dict[str, Any]]:
    made = await team.client("coordinator").post(team.path("/members/imports"), json={"csv": csv})
    return list(read_json(made, 201)["items"])


async def confirm(team: Team, members: list[dict[str, Any]], by: str) -> list[dict[str, Any]]:
    wanted = [{"member": one["id"], "name": one["name"]} for one in members]
    answer = await team.client(by).post(team.path("/members/confirmations"), json={"members": wanted})
    return list(read_json(answer)["items"])


async def listed(team: Team) -> list[dict[str, Any]]:
    return list(read_json(await team.client("noor").get(team.path("/members")))["items"])


def problems(seen: dict[str, Any]) -> list[tuple[int, str]]:
    return [(row["line"], one["field"]) for row in seen["rows"] for one in row["problems"]]


class TestPreview:
    async def test_rows_are_read_in_every_usual_form_and_nothing_is_stored(self, team: Team) -> None:
        semicolons = TWO.replace('"Osinga, Fenna"', "Fenna Osinga").replace(",", ";").replace("\n", "\r\n")
        for csv in (TWO, "\N{BOM}" + TWO, semicolons, TWO.upper().replace("@NL.TEST", "@nl.test")):
            seen = await preview(team, csv)
            assert problems(seen) == [], seen
            assert [row["line"] for row in seen["rows"]] == [2, 3]
        assert len(await listed(team)) == len(PEOPLE) - 1

    async def test_every_problem_names_line_and_column(self, team: Team) -> None:
        rows = [
            "XX,OM,Ada Lund,ada@nl.test,member,police,",
            "NL,STA,Ada Lund,ada1@nl.test,member,police,",
            "NL,OM,,ada2@nl.test,member,police,",
            "NL,OM,Ada Lund,nobody,member,police,",
            "NL,OM,Ada Lund,ada4@nl.test,emperor,police,",
            "NL,OM,Ada Lund,ada5@nl.test,,police,",
            "NL,OM,Ada Lund,ada6@nl.test,member,cook,",
            "NL,OM,Ada Lund,ada7@nl.test,member,police,tomorrow",
            "NL,OM,Ada Lund,ada8@nl.test,member,police,2001-01-01",
            "CH,BA,Ada Lund,ada9@ch.test,administrator,police,",
            "NL,OM,Daan Again,daan@nl.test,member,police,",
            "NL,OM,Ada Lund,ada11@nl.test,auditor|member,police,",
            "NL,OM,Ada Lund,ADA11@nl.test,member,police,",
            "NL,OM,Ada Lund,ada13@nl.test,member,police,,one more",
        ]
        seen = await preview(team, HEAD + "\n".join(rows))
        columns = ("party", "authority", "name", "email", "roles", "roles", "function", "until", "until", "roles")
        assert problems(seen) == list(enumerate((*columns, "email", "roles", "email", "file"), 2))
        assert len(await listed(team)) == len(PEOPLE) - 1

    async def test_file_that_cannot_be_read_says_why(self, team: Team) -> None:
        many = HEAD + "".join(f"NL,POL,Ada Lund,ada{n}@nl.test,member,police,\n" for n in range(301))
        for csv, field in (
            (HEAD, "file"),
            ("party,name\nNL,Ada\n", "authority"),
            (HEAD.replace("until", "password") + "x", "file"),
            (HEAD.replace("until", "email") + "x", "email"),
            (HEAD + 'NL,OM,"Ada', "file"),
            (many, "file"),
        ):
            seen = await preview(team, csv)
            assert seen["rows"] == []
            assert field in [one["field"] for one in seen["problems"]], csv[:80]

    async def test_is_the_coordinators_alone(self, team: Team) -> None:
        for name in PEOPLE.keys() - {"coordinator", "stranger"}:
            for path in ("/members/imports/preview", "/members/imports"):
                assert (await team.client(name).post(team.path(path), json={"csv": TWO})).status_code == 403, name


class TestImport:
    async def test_proposes_each_row_with_one_entry(self, team: Team) -> None:
        made = await imported(team, TWO)
        assert [(one["code"], one["state"], one["one_time_code"]) for one in made] == [
            ("NL-08", "proposed", None),
            ("DE-05", "proposed", None),
        ]
        assert (made[0]["name"], made[1]["roles"], made[1]["until"][:10]) == (
            "Osinga, Fenna",
            ["liaison", "member"],
            "2031-06-30",
        )
        entries = await team.entries("lena", "member.proposed")
        assert [one["subject"]["member"] for one in entries[-2:]] == [one["id"] for one in made]

    async def test_one_wrong_row_leaves_all_out(self, team: Team) -> None:
        for wrong in ("NL,POL,Ada Lund,nobody,member,police,", "NL,POL,Daan,daan@nl.test,member,police,"):
            refused = await team.client("coordinator").post(team.path("/members/imports"), json={"csv": TWO + wrong})
            assert refused.status_code in {409, 422}
        assert len(await listed(team)) == len(PEOPLE) - 1

    async def test_first_leader_of_a_party_gets_a_code_and_the_second_none(self, team: Team) -> None:
        read_json(await team.client("admin").post(team.path("/parties"), json=party_form("ES")), 201)
        rows = [f"ES,POL,Leader {n},lead{n}@es.test,leader,judicial," for n in (1, 2)]
        first, second = await imported(team, HEAD + "\n".join(rows))
        assert (first["one_time_code"] is None, second["one_time_code"]) == (False, None)

    async def test_repeated_import_proposes_nobody_twice(self, team: Team) -> None:
        await imported(team, TWO)
        again = await team.client("coordinator").post(team.path("/members/imports"), json={"csv": TWO})
        assert (again.status_code, again.json()["code"]) == (409, "seat-exists")

    async def test_two_imports_at_once_propose_nobody_twice(self, team: Team) -> None:
        path = team.path("/members/imports")
        sent = [team.client("coordinator").post(path, json={"csv": TWO}) for _ in range(2)]
        assert sorted(one.status_code for one in await asyncio.gather(*sent)) == [201, 409]

    async def test_three_hundred_rows_are_proposed_at_once(self, team: Team) -> None:
        rows = [f"NL,POL,Ada Lund {n},ada{n}@nl.test,member,police," for n in range(300)]
        made = await imported(team, HEAD + "\n".join(rows))
        assert made[-1]["code"] == "NL-307"


class TestConfirmations:
    async def test_leader_confirms_the_own_party_only(self, team: Team) -> None:
        await accounts.make(team.context, ["kilian@de.test"])
        made = await imported(team, TWO)
        outcomes = [(one["outcome"], one["code"]) for one in await confirm(team, made, "noor")]
        assert outcomes == [("invited", None), ("refused", "other-party")]
        states = {one["email"]: one["state"] for one in await listed(team)}
        assert states["kilian@de.test"] == "proposed"
        assert [one["outcome"] for one in await confirm(team, made, "jonas")] == ["refused", "seated"]
        (entry,) = (await team.entries("lena", "member.seated"))[-1:]
        assert (entry["seat"], entry["subject"]) == ("DE-01", {"member": made[1]["id"]})

    async def test_repeated_confirmation_changes_nothing_and_keeps_the_code(self, team: Team) -> None:
        await accounts.make(team.context, ["kilian@de.test"])
        fenna, kilian = await imported(team, TWO)
        (first,) = await confirm(team, [fenna], "noor")
        (again,) = await confirm(team, [fenna], "bram")
        assert (again["outcome"], again["one_time_code"]) == ("invited", None)
        form = {"code": first["one_time_code"], "email": "fenna@nl.test", "password": "four words that say nothing"}
        accepted = await new_client(team.app).post("/api/invitations/acceptance", json=form)
        assert read_json(accepted, 201)["seat"]["state"] == "seated"
        for _ in range(2):
            assert [one["outcome"] for one in await confirm(team, [kilian], "jonas")] == ["seated"]
        assert [one["subject"]["member"] for one in await team.entries("lena", "member.seated")][-2:] == [
            fenna["id"],
            kilian["id"],
        ]

    async def test_one_refused_row_leaves_the_others(self, team: Team) -> None:
        rows = [f"NL,POL,Ada Lund {n},ada{n}@nl.test,member,police," for n in range(3)]
        made = await imported(team, HEAD + "\n".join(rows))
        wanted = [made[0], made[1] | {"name": "Somebody Else"}, made[2]]
        results = await confirm(team, wanted, "noor")
        assert [(one["outcome"], one["code"]) for one in results] == [
            ("invited", None),
            ("refused", "name-changed"),
            ("invited", None),
        ]

    async def test_nobody_confirms_rows_of_the_own_import(self, team: Team) -> None:
        """A coordinator who also leads would fill a party alone."""
        both = HEAD + "NL,OM,Both Roles,both@nl.test,coordinator|leader,judicial,"
        (account,) = await accounts.make(team.context, ["both@nl.test"])
        assert [one["outcome"] for one in await confirm(team, await imported(team, both), "noor")] == ["seated"]
        async with await accounts.signed_in(team.app, account) as browser:
            made = read_json(await browser.post(team.path("/members/imports"), json={"csv": TWO}), 201)["items"]
            wanted = [{"member": one["id"], "name": one["name"]} for one in made]
            answer = await browser.post(team.path("/members/confirmations"), json={"members": wanted})
            assert [one["code"] for one in read_json(answer)["items"]] == ["own-proposal", "other-party"]
        assert [one["outcome"] for one in await confirm(team, made[:1], "noor")] == ["invited"]

    async def test_other_roles_confirm_nothing(self, team: Team) -> None:
        made = await imported(team, TWO)
        wanted = {"members": [{"member": one["id"], "name": one["name"]} for one in made]}
        for name in ("coordinator", "admin", "daan", "auditor"):
            answer: httpx.Response = await team.client(name).post(team.path("/members/confirmations"), json=wanted)
            assert answer.status_code == 403, name

    async def test_member_of_another_team_is_not_found(self, team: Team) -> None:
        absent = [{"id": team.id, "name": "Nobody"}]
        assert [one["code"] for one in await confirm(team, absent, "noor")] == ["not-found"]
