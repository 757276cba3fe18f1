"""Signatures of parties, without the services: each key, demand and signature needs its entry, its party and its key.

`test_two_worlds.py` tests that signed decisions of others change no answer.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

from app import clock
from app.ledger.signing.statements import detached, public_key
from tests.factories import messages, signing
from tests.factories.signing import Office
from tests.factories.team import Team, read_json
from tests.support.databases.probes import BY_GRANT, BY_POLICY, Probe, member_ids, run_probes
from tests.support.databases.superuser import as_superuser

NAME_KEY = (
    "insert into signing_keys (id, jit, party, name, public, entry, named_by, named_at)"
    " values (:id, :jit, :of, 'Office seal', :public, :entry, :by, :now)"
)
REVOKE = "update signing_keys set revocation = :entry, revoked_by = :seat, revoked_at = :now, reason = 'x'"
DEMAND = (
    "insert into signing_demands (jit, party, scope, entry, decided_by, decided_at)"
    " values (:jit, :party, 'all', :entry, :seat, :now)"
)
CHANGE_DEMAND = "update signing_demands set scope = 'none', decided_by = :seat"
DECIDE = (
    "insert into messages (id, jit, channel, number, kind, seat, text, mentions, at, entry, signers) values"
    " (:id, :jit, :channel, 1, 'decision', :seat, 'In these words.', '{}', :now, :entry, :signers)"
)
SIGN = (
    "insert into decision_signatures (id, jit, message, party, key, signature, entry, seat, at)"
    " values (:id, :jit, :message, :party, :key, :signature, :entry, :by, :now)"
)


async def test_keys_and_demands_without_their_entry_are_refused(team: Team, tmp_path: Path) -> None:
    """Not without an entry, not by an entry of another member or of another key, and not by a member who does not lead."""
    office, other = Office(tmp_path / "nl"), Office(tmp_path / "other")
    await signing.name(team, "noor", office)
    read_json(await signing.demand(team, "noor"))
    (named,) = await team.entries("noor", "signing.key_named")
    (demanded,) = await team.entries("noor", "signing.demanded")
    key, ids = UUID(named["subject"]["signing_key"]), await member_ids(team)

    def name(who: str, pem: str, id_: UUID, entry: str | UUID) -> Probe:
        binds = {"id": id_, "public": public_key(pem), "entry": UUID(str(entry))}
        return Probe(who, NAME_KEY, BY_POLICY, binds | {"of": ids[who].party, "by": ids[who].id})

    forbidden = (
        "delete from signing_keys",
        "update signing_keys set public = decode(repeat('00', 32), 'hex')",
        "update signing_keys set party = jit",
        "delete from signing_demands",
        "delete from decision_signatures",
        "update decision_signatures set at = now()",
        "update messages set signers = '{}'",
    )
    await run_probes(
        team,
        [
            Probe("noor", "select 1 from signing_keys", 1),
            Probe("noor", "select 1 from signing_demands", 1),
            name("noor", other.pem, clock.new_id(), clock.new_id()),
            name("noor", other.pem, clock.new_id(), named["id"]),
            name("noor", other.pem, key, named["id"]),
            name("daan", office.pem, key, named["id"]),
            name("jonas", office.pem, key, named["id"]),
            Probe("noor", REVOKE, BY_POLICY, {"entry": clock.new_id()}),
            Probe("daan", REVOKE, BY_POLICY, {"entry": clock.new_id()}),
            Probe("jonas", REVOKE, 0, {"entry": clock.new_id()}),
            *(Probe("noor", statement, BY_GRANT) for statement in forbidden),
            *(Probe(who, DEMAND, BY_POLICY, {"entry": UUID(demanded["id"])}) for who in ("jonas", "lena", "noor")),
            Probe("noor", CHANGE_DEMAND, BY_POLICY),
            Probe("daan", CHANGE_DEMAND, 0),
            Probe("jonas", CHANGE_DEMAND, 0),
        ],
    )


async def test_a_decision_with_other_signers_than_demanded_is_refused(team: Team, tmp_path: Path) -> None:
    """Neither fewer nor more, whatever its entry says."""
    channel = await messages.open_channel(team)
    await signing.name(team, "noor", Office(tmp_path / "nl"))
    await messages.decide(team, "daan", channel, "In these words.")
    (entry,) = await team.entries("daan", "decision.recorded")
    read_json(await signing.demand(team, "noor"))
    ids = await member_ids(team)
    async with as_superuser(team) as superuser:
        await superuser.execute("delete from messages")
    binds = {"id": UUID(entry["subject"]["message"]), "entry": UUID(entry["id"]), "channel": UUID(channel["id"])}
    wrong: tuple[list[Any], ...] = ([], [ids["noor"].party], [ids["jonas"].party])
    refused = [Probe("daan", DECIDE, BY_POLICY, binds | {"signers": signers}) for signers in wrong]
    await run_probes(team, [Probe("daan", "select 1 from channels", 1), *refused])
    read_json(await signing.demand(team, "noor", "none", version=1))
    await run_probes(team, [Probe("daan", DECIDE, 1, binds | {"signers": []})])


async def test_a_signature_without_its_entry_party_and_key_is_refused(team: Team, tmp_path: Path) -> None:
    channel, office, berlin = await messages.open_channel(team), Office(tmp_path / "nl"), Office(tmp_path / "de")
    key, theirs = await signing.name(team, "noor", office), await signing.name(team, "jonas", berlin)
    decision = await messages.decide(team, "daan", channel)
    other = await messages.decide(team, "daan", channel, "Another.")
    await signing.sign(team, "daan", decision, office)
    (entry,) = await team.entries("daan", "decision.signed")
    signature = detached(office.sign(await signing.statement(team, "daan", decision)))
    ids = await member_ids(team)
    async with as_superuser(team) as superuser:
        await superuser.execute("alter table decision_signatures disable trigger insert_only")
        await superuser.execute("delete from decision_signatures")
        await superuser.execute("alter table decision_signatures enable always trigger insert_only")
    usual: dict[str, Any] = {"id": clock.new_id(), "message": UUID(decision["id"]), "key": UUID(key["id"])}
    usual |= {"entry": UUID(entry["id"]), "signature": signature}

    def refused(who: str, **changes: Any) -> Probe:
        return Probe(who, SIGN, BY_POLICY, usual | {"by": ids[who].id} | changes)

    right = usual | {"by": ids["daan"].id}
    await run_probes(
        team,
        [
            refused("daan", entry=clock.new_id()),
            refused("daan", message=UUID(other["id"])),
            refused("daan", signature=bytes(64)),
            refused("daan", key=UUID(theirs["id"])),
            refused("daan", by=ids["noor"].id),
            refused("lena", key=UUID(theirs["id"])),
            refused("lena"),
            refused("claire"),
            Probe("daan", SIGN, 1, right),
        ],
    )
    read_json(await signing.revoke(team, "noor", key))
    await run_probes(team, [Probe("daan", "select 1 from signing_keys", 2), Probe("daan", SIGN, BY_POLICY, right)])
