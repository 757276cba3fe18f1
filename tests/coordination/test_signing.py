"""Decisions signed with a party's own key: named by a leader, demanded or not, brought from outside, and looked at before."""

import asyncio
import base64
import hashlib
from pathlib import Path

import pytest

from tests.factories import messages, signing
from tests.factories.evidence import values
from tests.factories.field_erasures import entry, erase, erased
from tests.factories.messages import seen
from tests.factories.signing import Office, try_sign
from tests.factories.team import Team, read_json

DECIDED = "Action day is 3 June."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "nl")


@pytest.fixture
def berlin(tmp_path: Path) -> Office:
    return Office(tmp_path / "de")


class TestKeys:
    async def test_a_leader_names_and_revokes_one_and_the_team_knows(self, team: Team, office: Office) -> None:
        for who in ("daan", "admin", "coordinator", "auditor", "ines"):
            assert (await signing.try_name(team, who, office.pem)).status_code == 403, who
        key = await signing.name(team, "noor", office)
        der = signing.openssl(
            "pkey", "-pubin", "-in", office.folder / "public.pem", "-outform", "DER", "-out", office.folder / "der"
        )
        assert der.returncode == 0, der.stderr
        assert key["fingerprint"] == hashlib.sha256((office.folder / "der").read_bytes()).hexdigest()
        assert (key["party"], key["named_by"], key["revoked_at"], key["public_key"]) == (
            "NL",
            "NL-02",
            None,
            office.pem,
        )
        assert key["may_revoke"]
        (shown,) = await signing.keys(team, "claire")
        assert (shown["id"], shown["may_revoke"]) == (key["id"], False)
        assert (await signing.revoke(team, "claire", key)).json()["code"] == "not-your-key"
        revoked = read_json(await signing.revoke(team, "noor", key))
        assert (revoked["revoked_by"], revoked["reason"], revoked["may_revoke"]) == (
            "NL-02",
            "The device was lost",
            False,
        )
        assert (await signing.revoke(team, "noor", key)).json()["code"] == "key-revoked"
        assert (await signing.try_name(team, "noor", office.pem)).json()["code"] == "key-named-already"
        assert len(await team.entries("claire", "signing.key_named")) == 1
        assert len(await team.entries("claire", "signing.key_revoked")) == 1

    async def test_what_is_no_key(self, team: Team, office: Office) -> None:
        rsa = signing.openssl("genpkey", "-algorithm", "ed448", "-out", office.folder / "other.pem")
        assert rsa.returncode == 0, rsa.stderr
        other = signing.openssl("pkey", "-in", office.folder / "other.pem", "-pubout").stdout
        small = base64.b64encode(bytes.fromhex("302a300506032b6570032100") + bytes(32)).decode()
        private = (office.folder / "key.pem").read_text()
        for pem in ("x", other, private, f"-----BEGIN PUBLIC KEY-----\n{small}\n-----END PUBLIC KEY-----\n"):
            answer = await signing.try_name(team, "noor", pem)
            assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "public_key"), answer.text
        assert await signing.keys(team, "noor") == []


class TestDemands:
    async def test_a_leader_demands_for_its_party_alone(self, team: Team, office: Office) -> None:
        assert (await signing.demand(team, "noor")).json()["code"] == "no-key"
        await signing.name(team, "noor", office)
        for who in ("daan", "coordinator", "admin", "auditor"):
            assert (await signing.demand(team, who)).status_code == 403, who
        first = read_json(await signing.demand(team, "noor"))
        assert (first["scope"], first["decided_by"], first["version"]) == ("own", "NL-02", 1)
        assert (await signing.demand(team, "noor", "all")).status_code == 412
        assert (await signing.demand(team, "noor", version=1)).json()["code"] == "demanded-already"
        assert read_json(await signing.demand(team, "noor", "all", version=1))["version"] == 2
        assert await signing.demands(team, "claire") == {"CH": "none", "DE": "none", "FR": "none", "NL": "all"} | {
            code: "none" for code in await signing.demands(team, "claire") if code not in {"CH", "DE", "FR", "NL"}
        }

    async def test_whose_decisions_await_whom(self, team: Team, office: Office, berlin: Office) -> None:
        channel = await messages.open_channel(team)
        elsewhere = await messages.open_channel(team, "claire", name="Paris and Berlin")
        before = await messages.decide(team, "daan", channel)
        assert (before["signing"]["state"], before["signing"]["awaits"]) == ("not_demanded", [])
        await signing.name(team, "noor", office)
        await signing.name(team, "jonas", berlin)
        read_json(await signing.demand(team, "noor", "own"))
        read_json(await signing.demand(team, "jonas", "all"))
        ours = await messages.decide(team, "daan", channel)
        theirs = await messages.decide(team, "lena", channel, "Ours alone.")
        others = await messages.decide(team, "claire", elsewhere, "In Paris.")
        assert [one["signing"]["awaits"] for one in (ours, theirs, others)] == [["DE", "NL"], ["DE"], ["DE"]]
        assert (await seen(team, "lena", before))["signing"]["state"] == "not_demanded"
        assert await signing.awaiting(team, "daan") == ["Action day is 3 June."]
        assert await signing.awaiting(team, "lena") == ["In Paris.", "Ours alone.", "Action day is 3 June."]
        assert await signing.awaiting(team, "claire") == []
        read_json(await signing.demand(team, "noor", "none", version=1))
        assert (await seen(team, "lena", ours))["signing"]["awaits"] == ["DE", "NL"], "it was demanded then"
        assert (await messages.decide(team, "daan", channel))["signing"]["awaits"] == ["DE"]
        entries = await team.entries("lena", "decision.recorded")
        assert [values(one)["to_be_signed_by"] for one in entries] == [[], ["DE", "NL"], ["DE"], ["DE"], ["DE"]]


class TestSigning:
    async def test_what_is_signed_and_with_which_key(self, team: Team, office: Office, berlin: Office) -> None:
        channel = await messages.open_channel(team)
        key = await signing.name(team, "noor", office)
        read_json(await signing.demand(team, "noor"))
        decision = await messages.decide(team, "daan", channel, DECIDED)
        assert (decision["signing"]["state"], decision["signing"]["may_sign"]) == ("awaits", True)
        statement = await signing.statement(team, "daan", decision)
        lines = dict(line.split(" ", 1) for line in statement.splitlines()[1:])
        assert statement.startswith("liaison-decision/v1\n")
        assert statement.endswith("\n")
        assert list(lines) == ["ledger", "party", "channel", "decision", "version", "entry", "commitment", "text"]
        assert (lines["party"], lines["channel"], lines["decision"]) == ("NL", channel["id"], decision["id"])
        assert (await signing.statement(team, "lena", decision)) == statement.replace("party NL", "party DE")
        signature = office.sign(statement)
        for wrong, says in (
            (office.sign(statement.replace("\n", "\r\n")), "a key of your party for this file"),
            (office.sign(await signing.statement(team, "lena", decision)), "a key of your party for this file"),
            (berlin.sign(statement), "a key of your party for this file"),
            (signature[:-4], "not a signature"),
            ("!", "not a signature"),
        ):
            answer = await try_sign(team, "daan", decision, wrong)
            assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "signature"), answer.text
            assert says in answer.text
        assert (await seen(team, "lena", decision))["signing"]["state"] == "awaits"
        signed = read_json(await try_sign(team, "daan", decision, f"{signature[:40]}\n{signature[40:]}\n"), 201)[
            "signing"
        ]
        assert (signed["state"], signed["awaits"], signed["demanded"]) == ("signed", [], ["NL"])
        (one,) = signed["signed"]
        assert (one["party"], one["key"], one["fingerprint"], one["seat"]) == (
            "NL",
            key["id"],
            key["fingerprint"],
            "NL-04",
        )
        assert (await try_sign(team, "noor", decision, signature)).json()["code"] == "signed-already"
        assert await signing.awaiting(team, "noor") == []
        (entry,) = await team.entries("lena", "decision.signed")
        assert (values(entry)["statement"], values(entry)["signature"]) == (statement, signature)
        assert await team.entries("hugo", "decision.signed") == []

    async def test_who_signs_what(self, team: Team, office: Office, berlin: Office) -> None:
        channel = await messages.open_channel(team)
        decision, talk = await messages.decide(team, "daan", channel), await messages.say(team, "daan", channel)
        signature = office.sign(await signing.statement(team, "noor", decision))
        assert (await try_sign(team, "noor", decision, signature)).json()["code"] == "no-key"
        await signing.name(team, "noor", office)
        await signing.name(team, "jonas", berlin)
        assert (await try_sign(team, "karl", decision, signature)).status_code == 403, "an interpreter decides nothing"
        assert (await try_sign(team, "claire", decision, signature)).status_code == 404
        assert (await try_sign(team, "noor", talk, signature)).json()["code"] == "off-record"
        assert (await try_sign(team, "jonas", decision, signature)).status_code == 422, "another party's signature"
        both = await signing.sign(team, "jonas", decision, berlin)
        assert (both["signing"]["state"], [one["party"] for one in both["signing"]["signed"]]) == ("signed", ["DE"])
        read_json(await messages.close(team, "noor", channel))
        assert len((await signing.sign(team, "noor", decision, office))["signing"]["signed"]) == 2, (
            "a closed channel's, too"
        )

    async def test_a_revoked_key_signs_nothing_and_what_it_signed_stands(
        self, team: Team, office: Office, tmp_path: Path
    ) -> None:
        channel = await messages.open_channel(team)
        key = await signing.name(team, "noor", office)
        read_json(await signing.demand(team, "noor"))
        first, second = [await messages.decide(team, "daan", channel, text) for text in ("First.", "Second.")]
        await signing.sign(team, "daan", first, office)
        read_json(await signing.revoke(team, "noor", key))
        assert (
            await try_sign(team, "daan", second, office.sign(await signing.statement(team, "daan", second)))
        ).status_code == 409
        other = Office(tmp_path / "other")
        await signing.name(team, "noor", other, "Another device")
        late = await try_sign(team, "daan", second, office.sign(await signing.statement(team, "daan", second)))
        assert late.status_code == 422
        assert (await signing.sign(team, "daan", second, other))["signing"]["state"] == "signed"
        shown = (await seen(team, "lena", first))["signing"]
        assert (shown["state"], shown["signed"][0]["key_revoked_at"] is not None) == ("signed", True)

    async def test_a_revocation_comes_before_or_after(self, team: Team, tmp_path: Path) -> None:
        """Whoever comes first: no signature stands behind the end of its key."""
        channel = await messages.open_channel(team)
        for turn in range(3):
            own = Office(tmp_path / str(turn))
            key = await signing.name(team, "noor", own)
            decision = await messages.decide(team, "daan", channel)
            signature = own.sign(await signing.statement(team, "daan", decision))
            revoked, signed = await asyncio.gather(
                signing.revoke(team, "noor", key), try_sign(team, "daan", decision, signature)
            )
            assert revoked.status_code == 200
            assert signed.status_code in {201, 409, 422}, signed.text
            kinds = [one["kind"] for one in await team.entries("lena")]
            assert [one for one in kinds if one in {"decision.signed", "signing.key_revoked"}][
                -1
            ] == "signing.key_revoked"

    async def test_words_that_were_erased_are_signed_no_more_and_a_signature_stands(
        self, team: Team, office: Office, berlin: Office
    ) -> None:
        """What was signed holds no word: nothing of it has to go with them."""
        channel = await messages.open_channel(team)
        await signing.name(team, "noor", office)
        await signing.name(team, "jonas", berlin)
        decision = await messages.decide(team, "noor", channel, "Anna Brandt is heard.")
        await signing.sign(team, "noor", decision, office)
        position = (await entry(team, "noor", "decision.recorded"))["position"]
        read_json(await erase(team, "noor", position, "text"), 202)
        await erased(team, "noor", position)
        shown = await seen(team, "lena", decision)
        assert (shown["text"], shown["signing"]["state"], shown["signing"]["may_sign"]) == (None, "signed", False)
        late = berlin.sign(await signing.statement(team, "jonas", decision))
        assert (await try_sign(team, "jonas", decision, late)).json()["code"] == "nothing-to-sign"
