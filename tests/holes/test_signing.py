"""Signatures of parties, past the services: no key, demand or signature stands without its entry, its party and its key.

And classes 6 and 7: that a decision of others is signed is nothing to anybody else, also to who joins the team later.
"""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.ledger.statements import detached, public_key
from app.settings import Settings
from tests.factories import messages, signing
from tests.factories.signing import Office
from tests.factories.team import Team, said
from tests.holes import test_two_worlds
from tests.holes.test_linked_exhibits import attempt, members_of
from tests.holes.test_two_worlds import picture
from tests.support.mighty import as_superuser

#: No checkpoint comes by itself: its size is the declared leak.
settings_ = test_two_worlds.settings_


@pytest.fixture
def settings(settings_: Settings) -> Settings:
    """As there."""
    return settings_.model_copy(update={"checkpoint_seconds": 3600.0, "checkpoint_heartbeat_seconds": 3600.0})


async def test_that_a_decision_of_others_is_signed_is_nothing(team: Team, tmp_path: Any) -> None:
    office = Office(tmp_path / "nl")
    await signing.name(team, "noor", office)
    said(await signing.demand(team, "noor"))
    watchers = ("claire", "hugo", "mara", "ines", "stranger")
    await team.settled()
    without = {who: await picture(team, who, whole=True) for who in watchers}
    channel = await messages.open_channel(team)
    await signing.sign(team, "daan", await messages.decide(team, "daan", channel), office)
    for who in watchers:
        then = await picture(team, who, whole=True)
        for path, answer in then.items():
            assert answer == without[who][path], f"{who} {path}"


class TestTheDatabaseHoldsWhatTheServiceForgot:
    async def test_no_key_stands_without_its_entry(self, team: Team, tmp_path: Any) -> None:
        """Not without one, not by another's or one of another key, and not by who leads nothing."""
        office, other = Office(tmp_path / "nl"), Office(tmp_path / "other")
        await signing.name(team, "noor", office)
        (entry,) = await team.entries("noor", "signing.key_named")
        key = UUID(entry["subject"]["signing_key"])
        people = await members_of(team)
        insert = (
            "insert into signing_keys (id, jit, party, name, public, entry, named_by, named_at)"
            " values (:id, :jit, :party, 'x', :public, :entry, :seat, :now)"
        )
        for who, code, id_, pem, entry_id in (
            ("noor", "NL-02", clock.new_id(), other.pem, clock.new_id()),
            ("noor", "NL-02", clock.new_id(), other.pem, UUID(entry["id"])),
            ("noor", "NL-02", key, other.pem, UUID(entry["id"])),
            ("daan", "NL-04", key, office.pem, UUID(entry["id"])),
            ("jonas", "DE-01", key, office.pem, UUID(entry["id"])),
        ):
            binds = {"party": people[code]["party"], "seat": people[code]["id"], "public": public_key(pem)}
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, id=id_, entry=entry_id, **binds)

    async def test_nobody_revokes_or_changes_a_key_but_with_its_entry(self, team: Team, tmp_path: Any) -> None:
        await signing.name(team, "noor", Office(tmp_path / "nl"))
        people = await members_of(team)
        revoke = "update signing_keys set revocation = :entry, revoked_by = :seat, revoked_at = :now, reason = 'x'"
        for who, code in (("noor", "NL-02"), ("daan", "NL-04")):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, revoke, entry=clock.new_id(), seat=people[code]["id"])
        assert await attempt(team, "jonas", revoke, entry=clock.new_id(), seat=people["DE-01"]["id"]) == 0
        for forbidden in (
            "delete from signing_keys",
            "update signing_keys set public = decode(repeat('00', 32), 'hex')",
            "update signing_keys set party = jit",
            "delete from signing_demands",
            "delete from decision_signatures",
            "update decision_signatures set at = now()",
            "update messages set signers = '{}'",
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "noor", forbidden)

    async def test_no_demand_stands_without_its_entry(self, team: Team, tmp_path: Any) -> None:
        await signing.name(team, "noor", Office(tmp_path / "nl"))
        said(await signing.demand(team, "noor"))
        (entry,) = await team.entries("noor", "signing.demanded")
        people = await members_of(team)
        insert = (
            "insert into signing_demands (jit, party, scope, entry, decided_by, decided_at)"
            " values (:jit, :party, 'all', :entry, :seat, :now)"
        )
        for who, code in (("jonas", "DE-01"), ("lena", "DE-02"), ("noor", "NL-02")):
            binds = {"party": people[code]["party"], "seat": people[code]["id"]}
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, entry=UUID(entry["id"]), **binds)
        change = "update signing_demands set scope = :scope, decided_by = :seat"
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", change, scope="none", seat=people["NL-02"]["id"])
        for who, code in (("daan", "NL-04"), ("jonas", "DE-01")):
            assert await attempt(team, who, change, scope="none", seat=people[code]["id"]) == 0, who

    async def test_no_decision_names_other_signers_than_are_demanded(self, team: Team, tmp_path: Any) -> None:
        """Neither fewer nor more, whatever its entry says."""
        channel = await messages.open_channel(team)
        await signing.name(team, "noor", Office(tmp_path / "nl"))
        await messages.decide(team, "daan", channel, "In these words.")
        (entry,) = await team.entries("daan", "decision.recorded")
        said(await signing.demand(team, "noor"))
        people = await members_of(team)
        async with as_superuser(team) as mighty:
            await mighty.execute("delete from messages")
        insert = (
            "insert into messages (id, jit, channel, number, kind, seat, text, mentions, at, entry, signers) values"
            " (:id, :jit, :channel, 1, 'decision', :seat, 'In these words.', '{}', :now, :entry, :signers)"
        )
        binds = {"id": UUID(entry["subject"]["message"]), "entry": UUID(entry["id"]), "channel": UUID(channel["id"])}
        binds["seat"] = people["NL-04"]["id"]
        for signers in ([], [people["NL-02"]["party"]], [people["DE-01"]["party"]]):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, "daan", insert, signers=signers, **binds)
        said(await signing.demand(team, "noor", "none", version=1))
        assert await attempt(team, "daan", insert, signers=[], **binds) == 1

    async def test_no_signature_stands_without_its_entry_its_party_and_its_key(self, team: Team, tmp_path: Any) -> None:
        channel, office, berlin = await messages.open_channel(team), Office(tmp_path / "nl"), Office(tmp_path / "de")
        key, theirs = await signing.name(team, "noor", office), await signing.name(team, "jonas", berlin)
        decision = await messages.decide(team, "daan", channel)
        other = await messages.decide(team, "daan", channel, "Another.")
        await signing.sign(team, "daan", decision, office)
        (entry,) = await team.entries("daan", "decision.signed")
        signature = detached(office.sign(await signing.statement(team, "daan", decision)))
        people = await members_of(team)
        async with as_superuser(team) as mighty:
            await mighty.execute("alter table decision_signatures disable trigger insert_only")
            await mighty.execute("delete from decision_signatures")
            await mighty.execute("alter table decision_signatures enable always trigger insert_only")
        insert = (
            "insert into decision_signatures (id, jit, message, party, key, signature, entry, seat, at)"
            " values (:id, :jit, :message, :party, :key, :signature, :entry, :seat, :now)"
        )

        async def put(who: str, code: str, **changes: Any) -> int:
            binds = {"id": clock.new_id(), "message": UUID(decision["id"]), "key": UUID(key["id"])}
            binds |= {"party": people[code]["party"], "seat": people[code]["id"], "entry": UUID(entry["id"])}
            return await attempt(team, who, insert, **(binds | {"signature": signature} | changes))

        for who, code, changes in (
            ("daan", "NL-04", {"entry": clock.new_id()}),
            ("daan", "NL-04", {"message": UUID(other["id"])}),
            ("daan", "NL-04", {"signature": bytes(64)}),
            ("daan", "NL-04", {"key": UUID(theirs["id"])}),
            ("daan", "NL-02", {}),
            ("lena", "DE-02", {"key": UUID(theirs["id"])}),
            ("lena", "DE-02", {}),
            ("claire", "FR-01", {}),
        ):
            with pytest.raises(DBAPIError, match="row-level security"):
                await put(who, code, **changes)
        assert await put("daan", "NL-04") == 1
        said(await signing.revoke(team, "noor", key))
        async with as_superuser(team) as mighty:
            await mighty.execute("alter table decision_signatures disable trigger insert_only")
            await mighty.execute("delete from decision_signatures")
        with pytest.raises(DBAPIError, match="row-level security"):
            await put("daan", "NL-04")
