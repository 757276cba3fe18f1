"""Who is in the team: members, parties, phases, clauses, witnesses, quorum."""

from tests.audit import test_witnesses as witnesses
from tests.factories import accounts, closings, evidence, leaving, role_changes, suspensions, tasks
from tests.factories.evidence import release
from tests.factories.sharing import quarantine
from tests.factories.team import Person, Team, member_form, party_form
from tests.realtime.acts import Watch, does, done
from tests.teams.test_leaving import LATER
from tests.teams.test_phases import move
from tests.teams.test_seats_in_time import change


@does("import_members", "confirm_members")
async def members_from_a_file(team: Team, watch: Watch) -> None:
    rows = "party,authority,name,email,roles,function,until\nNL,POL,Fenna Osinga,fenna@nl.test,member,police,\n"
    async with watch("noor", "lena", "admin"):
        made = await team.client("coordinator").post(team.path("/members/imports"), json={"csv": rows})
        wanted = [{"member": one["id"], "name": one["name"]} for one in done(made)["items"]]
        done(await team.client("noor").post(team.path("/members/confirmations"), json={"members": wanted}))


@does("propose_member", "confirm_member", "add_party", "redeem_code", "issue_code", "withdraw_proposal")
async def members_come(team: Team, watch: Watch) -> None:
    await accounts.make(team.context, ["new@de.test"])
    (account,) = await accounts.make(team.context, ["new@be.test"])
    team.browsers["new"] = await accounts.signed_in(team.app, account)
    async with watch("noor", "lena", "admin"):
        form = member_form("new@de.test", Person("DE", "BP", ("member",)))
        proposed = done(await team.client("coordinator").post(team.path("/members"), json=form))
        path = team.path(f"/members/{proposed['id']}/confirmation")
        done(await team.client("jonas").post(path, json={"name": proposed["name"]}))
        done(await team.client("admin").post(team.path("/parties"), json=party_form("BE")))
        form = member_form("new@be.test", Person("BE", "POL", ("leader",)))
        proposed = done(await team.client("coordinator").post(team.path("/members"), json=form))
        path, match = team.path(f"/members/{proposed['id']}"), {"If-Match": f'"{proposed["version"]}"'}
        issued = done(await team.client("coordinator").post(path + "/code", headers=match))
        done(await team.client("new").post("/api/redemptions", json={"code": issued["one_time_code"]}))
        form = member_form("wrong@be.test", Person("BE", "POL", ("member",)))
        wrong = done(await team.client("coordinator").post(team.path("/members"), json=form))
        path, match = team.path(f"/members/{wrong['id']}/withdrawal"), {"If-Match": f'"{wrong["version"]}"'}
        done(await team.client("coordinator").post(path, json={"reason": "x"}, headers=match))


@does("suspend_member", "resume_member", "end_member", "set_members_end", "rename_member")
async def members_go(team: Team, watch: Watch) -> None:
    exhibit = await evidence.register(team, "noor", release("DE", seats=["DE-02"]))
    await tasks.assign(team, evidence=[exhibit["id"]])
    async with watch("noor", "daan", "lena", "claire", "admin"):
        done(await change(team, "noor", "daan", "POST", "/suspension"))
        done(await change(team, "noor", "daan", "DELETE", "/suspension", version=3))
        done(await change(team, "noor", "daan", "PUT", "/name", version=4, name="Daan Osinga"))
        done(await change(team, "jonas", "lena", "PUT", "/until", until="2031-01-01T12:00:00+01:00"))
        done(await change(team, "jonas", "lena", "POST", "/end", version=3))


@does("propose_roles", "confirm_roles", "withdraw_roles")
async def roles(team: Team, watch: Watch) -> None:
    async with watch("noor", "lena", "claire", "admin"):
        await role_changes.changed(team, "noor", "bram", "daan", "member", "expert")
        change = await role_changes.proposed(team, "coordinator", "lena", "leader")
        done(await role_changes.answer(team, "jonas", "lena", change, "withdrawal"))


@does(
    "suspend_party", "confirm_suspension", "resume_party", "agree_leaving_clause", "declare_leaving", "withdraw_leaving"
)
async def parties(team: Team, watch: Watch) -> None:
    exhibit = await evidence.with_file(team, release("DE"))
    await evidence.take_it(team, "lena", exhibit)
    async with watch("noor", "lena", "claire", "admin") as check_live_updates:
        suspended = await suspensions.suspended(team, "FR", "noor", "jonas")
        done(await suspensions.resume(team, "admin", "FR", suspended["version"]))
        done(await leaving.agree(team, "withdraw", "withdraw"))
        done(await leaving.declare(team, effective_at=LATER))
        done(await leaving.stay(team))
        done(await leaving.declare(team, effective_at=LATER))
        await leaving.come(team)
        await leaving.left(team)
        await check_live_updates.look("the party has left, and what follows is done")


@does("move_phase", "agree_quorum", "agree_review_sample", "name_witness", "remove_witness")
async def agreed(team: Team, watch: Watch) -> None:
    async with watch("noor", "lena", "claire", "admin"):
        done(await witnesses.agree(team))
        one = done(await witnesses.name(team, "jonas"))
        done(await witnesses.remove(team, "jonas", one))
        done(await move(team, version=2))
        done(await quarantine.agree_sample(team))


@does("move_phase", "declare_closing", "withdraw_closing", "agree_to_closing", "close_jit")
async def ends(team: Team, watch: Watch) -> None:
    async with watch("hugo", "noor", "admin"):
        await closings.to_trial(team)
        done(await closings.declare(team))
        done(await closings.withdraw_it(team))
        done(await closings.declare(team))
        for who in closings.LEADERS:
            done(await closings.agree(team, who))
        done(await closings.close(team))
