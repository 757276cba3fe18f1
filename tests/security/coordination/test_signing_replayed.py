"""An old entry does not admit a second act, and new parties do not see earlier decisions.

SQL without the services, as the application's own role. Keys and demands belong to the transaction with their entry.
"""

from pathlib import Path
from uuid import UUID

from app import clock
from app.ledger.signing.statements import public_key
from tests.factories import accounts, messages, signing
from tests.factories.signing import Office
from tests.factories.team import Person, Team, party_form, read_json
from tests.support.databases.probes import BY_POLICY, Probe, Refused, member_ids, run_probes
from tests.support.databases.superuser import as_superuser
from tests.teams.test_members import proposed, redeem

#: The entry is of an earlier transaction, or says otherwise.
NOT_NOW = Refused("entered with it|row-level security")


async def test_no_demand_is_set_back_with_an_entry_of_before(team: Team, tmp_path: Path) -> None:
    await signing.name(team, "noor", Office(tmp_path / "nl"))
    read_json(await signing.demand(team, "noor", "own"))
    read_json(await signing.demand(team, "noor", "none", version=1))
    read_json(await signing.demand(team, "noor", "all", version=2))
    set_back = "update signing_demands set scope = :scope, entry = :entry, decided_by = :seat, version = version + 1"
    replayed = [
        Probe("noor", set_back, NOT_NOW, {"scope": one["fields"]["scope"]["value"], "entry": UUID(one["id"])})
        for one in await team.entries("noor", "signing.demanded")
    ]
    assert len(replayed) == 3
    await run_probes(team, [Probe("noor", "select 1 from signing_demands", 1), *replayed])
    assert (await signing.demands(team, "claire"))["NL"] == "all"


async def test_no_key_is_named_or_revoked_with_an_entry_of_before(team: Team, tmp_path: Path) -> None:
    office = Office(tmp_path / "nl")
    key = await signing.name(team, "noor", office)
    read_json(await signing.revoke(team, "noor", key))
    (named,), (revoked,) = [await team.entries("noor", f"signing.key_{what}") for what in ("named", "revoked")]
    ids = (await member_ids(team))["noor"]
    binds = {"id": UUID(key["id"]), "public": public_key(office.pem), "entry": UUID(named["id"])}
    async with as_superuser(team) as superuser:
        await superuser.execute("delete from signing_keys")
    insert = (
        "insert into signing_keys (id, jit, party, name, public, entry, named_by, named_at)"
        " values (:id, :jit, :party, :name, :public, :entry, :seat, :now)"
    )
    await run_probes(
        team,
        [
            Probe("noor", "select 1 from members where id = :seat", 1),
            Probe("noor", insert, Refused("entered with it"), binds | {"name": "Office seal"}),
            Probe("noor", insert, BY_POLICY, binds | {"name": "Another name"}),
        ],
    )
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "insert into signing_keys (id, jit, party, name, public, entry, named_by, named_at)"
            " values ($1, $2, $3, 'Office seal', $4, $5, $6, $7)",
            *(binds["id"], team.jit_id, ids.party, binds["public"], binds["entry"], ids.id, clock.now()),
        )
    revoke = "update signing_keys set revocation = :entry, revoked_by = :seat, revoked_at = :now, reason = :reason"
    again = {"entry": UUID(revoked["id"])}
    await run_probes(
        team,
        [
            Probe("noor", "select 1 from signing_keys", 1),
            Probe("noor", revoke, Refused("entered with it"), again | {"reason": "The device was lost"}),
            Probe("noor", revoke, BY_POLICY, again | {"reason": "Another reason"}),
        ],
    )


async def test_who_joins_later_hears_of_no_decision_of_before(team: Team, tmp_path: Path) -> None:
    """Neither that it was signed, nor that it was translated."""
    office, channel = Office(tmp_path / "nl"), await messages.everybody(team)
    await signing.name(team, "noor", office)
    before = await messages.decide(team, "noor", channel)
    read_json(await team.client("admin").post(team.path("/parties"), json=party_form("ES")), 201)
    (pilar,) = await accounts.make(team.context, ["pilar@es.test"])
    code = (await proposed(team, "pilar@es.test", Person("ES", "POL", ("leader",))))["one_time_code"]
    async with await accounts.signed_in(team.app, pilar) as browser:
        read_json(await redeem(browser, code))
        since = await messages.decide(team, "noor", channel, "Since Spain is here.")
        for decision in (before, since):
            read_json(await messages.translate(team, "lena", decision), 201)
            await signing.sign(team, "noor", decision, office)
        for kind in ("decision.translated", "decision.signed"):
            heard = {one["subject"]["message"] for one in await team.entries("claire", kind)}
            assert heard == {before["id"], since["id"]}
        await team.settled()
        answer = read_json(await browser.get(team.path("/ledger/entries"), params={"limit": 200}))
        told = [
            (one["kind"], one["subject"]["message"]) for one in answer["items"] if "message" in (one["subject"] or {})
        ]
        assert sorted(told) == [
            (kind, since["id"]) for kind in ("decision.recorded", "decision.signed", "decision.translated")
        ]
