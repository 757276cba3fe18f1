"""Signatures leave the house in bundles: a stranger verifies them with openssl, the verifier says so, and a lie is found."""

import hashlib
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.exports import verifier
from app.exports.verifier import Entry, Report, Signatures
from tests.audit.test_export_profiles import made
from tests.audit.test_exports import keys_file, verify
from tests.factories import messages, signing
from tests.factories.signing import Office
from tests.factories.team import Team, read_json

FORMAT: Final = Path(__file__).parents[2] / "docs" / "ledger-format.md"


def commands() -> str:
    """As the page of the format gives them."""
    section = FORMAT.read_text().partition("\n## Signatures of parties\n")[2]
    return section.partition("```sh\n")[2].partition("```")[0]


async def test_a_stranger_verifies_with_openssl_and_the_verifier_agrees(team: Team, tmp_path: Path) -> None:
    channel, office = await messages.open_channel(team), Office(tmp_path / "nl")
    key = await signing.name(team, "noor", office)
    read_json(await signing.demand(team, "noor"))
    decision = await messages.decide(team, "daan", channel)
    await messages.decide(team, "daan", channel, "Not signed yet.")
    await signing.sign(team, "daan", decision, office)
    read_json(await signing.revoke(team, "noor", key))
    _, path = await made(team, "jonas", "archive", {"party": "DE"}, tmp_path)
    report = verify(path, "--keys", await keys_file(team, tmp_path)).stdout
    assert "1 signatures of parties under decisions are by keys that their parties named before" in report
    assert "this decision awaits the signature of NL\n" in report
    (named,) = await team.entries("jonas", "signing.key_named")
    (revoked,) = await team.entries("jonas", "signing.key_revoked")
    of_key = f"NL: SHA-256 {key['fingerprint']}; named at position {named['position']}, revoked at position"
    assert f"{of_key} {revoked['position']}; 1 signatures" in report
    assert "confirm each SHA-256 with the party" in report
    bag = tmp_path / "bag"
    zipfile.ZipFile(path).extractall(bag)
    inside = next(bag.rglob("bagit.txt")).parent
    script = commands()
    done = subprocess.run(["sh", "-ec", script], cwd=inside, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Signature Verified Successfully\n"), done.stderr
    assert key["fingerprint"] in done.stdout
    statement = next(inside.glob("signed-*.txt"))
    statement.write_text(statement.read_text().replace("version 1", "version 2"))
    verifying = "".join(re.findall(r"^for .*?^done$", script, re.MULTILINE | re.DOTALL))
    forged = subprocess.run(["sh", "-ec", verifying], cwd=inside, capture_output=True, text=True, check=False)
    assert "Verified Successfully" not in forged.stdout


class TestTheVerifierFindsALie:
    """Each entry is sound by itself: it is what they say of one another that is held against each other."""

    def entry(self, position: int, kind: str, subject: dict[str, str], values: dict[str, str], **more: object) -> Entry:
        texts = {name: verifier.canonical_json(value) for name, value in values.items()}
        common = {"at": "2026-11-24T13:15:58.035801Z", "led": "other", "purpose": None, "seat": "NL-02", "link": None}
        hashes = {"text": "dGV4dA=="} | dict.fromkeys(values, "x")
        whole = {"position": position, "commitment": bytes(32), "id": f"entry-{position}", "kind": kind, "party": "NL"}
        return Entry(**(whole | common | {"subject": subject, "hashes": hashes, "texts": texts} | more))  # type: ignore[arg-type]

    def public(self, office: Office) -> str:
        """An office's key, as entries hold it."""
        der = signing.openssl(
            "pkey", "-in", office.folder / "key.pem", "-pubout", "-outform", "DER", "-out", office.folder / "der"
        )
        assert der.returncode == 0, der.stderr
        return verifier.encode_base64((office.folder / "der").read_bytes()[-32:])

    def of_key(self, position: int, what: str, office: Office, *, party: str = "NL", key: str = "k") -> Entry:
        """That a key was named, or revoked."""
        about, values = {"signing_key": key}, {"public_key": self.public(office)}
        return self.entry(position, f"signing.key_{what}", about, values, party=party)

    def signed(
        self,
        office: Office,
        lies: dict[str, str] | None = None,
        *,
        change: Callable[[str], str] = str,
        position: int = 4,
    ) -> Entry:
        """A signature of the decision at position 2, with lies in the statement."""
        lines = {"ledger": "o", "party": "NL", "channel": "c", "decision": "m", "version": "1", "entry": "entry-2"}
        lines |= {"commitment": verifier.encode_base64(bytes(32)), "text": "dGV4dA=="} | (lies or {})
        statement = change("liaison-decision/v1\n" + "".join(f"{name} {value}\n" for name, value in lines.items()))
        values = {"public_key": self.public(office), "statement": statement, "signature": office.sign(statement)}
        about = {"channel": "c", "message": "m", "signing_key": "k", "decision": "entry-2"}
        return self.entry(position, "decision.signed", about, values)

    def decision(self, position: int = 2) -> Entry:
        """It awaits the signature of NL."""
        about = {"channel": "c", "message": "m"}
        entry = self.entry(position, "decision.recorded", about, {}, id="entry-2")
        texts = {"to_be_signed_by": verifier.canonical_json(["NL"])}
        return entry._replace(texts=texts, hashes=entry.hashes | {"to_be_signed_by": "x"})

    def report(self, entries: list[Entry], *, whole: bool = True) -> Report:
        """What the verifier says of these entries, in their order."""
        signatures, report = Signatures(), Report()
        for one in sorted(entries, key=lambda one: one.position):
            with report.step("entry"):
                signatures.take(one, lambda _: "o")
        signatures.sum_up(report, whole=whole)
        return report

    def found(self, *entries: Entry) -> str:
        """What is wrong, if that is one thing."""
        report = self.report(list(entries))
        assert len(report.wrong) <= 1, report.wrong
        assert bool(report.verified) == (not report.wrong), "what is wrong counts for nothing, and the rest counts"
        assert bool(report.remarks) == bool(report.wrong), "only what counts ends the waiting"
        return "".join(report.wrong)

    def test_in_the_statement(self, tmp_path: Path) -> None:
        office = Office(tmp_path / "nl")
        before = (self.of_key(1, "named", office), self.decision())
        assert self.found(*before, self.signed(office)) == ""
        for lie in ({"party": "DE"}, {"channel": "d"}, {"decision": "n"}, {"entry": "entry-1"}):
            assert "of another party or decision" in self.found(*before, self.signed(office, lie)), lie
        for lie in ({"commitment": "eA=="}, {"text": "eA=="}, {"text": "dGV4dA== "}, {"ledger": "p"}):
            assert "not of the decision at position 2" in self.found(*before, self.signed(office, lie)), lie
        other = verifier.canonical_json(verifier.encode_base64(bytes(64)))
        signed = self.signed(office)
        lying = signed._replace(texts=signed.texts | {"signature": other})
        assert "did not sign" in self.found(*before, lying)

    def test_in_the_form_of_the_statement(self, tmp_path: Path) -> None:
        """Byte for byte, whether or not the decision is here to hold it against."""
        office = Office(tmp_path / "nl")
        named = self.of_key(1, "named", office)
        changes: list[Callable[[str], str]] = [
            lambda text: text + "And all that the host adds",
            lambda text: text + "more x\n",
            lambda text: text + "\n",
            lambda text: text[:-1],
            lambda text: text.replace("\n", "\r\n"),
            lambda text: text.replace("version 1", "version 2"),
            lambda text: text.replace("version 1", "version 01"),
            lambda text: text.replace("liaison-decision/v1", "liaison-decision/v2"),
            lambda text: "\n" + text,
            lambda text: text.replace("channel c\ndecision m\n", "decision m\nchannel c\n"),
        ]
        for change in changes:
            signed = self.signed(office, change=change)
            assert "has not its form" in self.found(named, self.decision(), signed), change("x")
            (wrong,) = self.report([named, signed], whole=False).wrong
            assert "has not its form" in wrong

    def test_by_a_key_that_its_party_did_not_name_before(self, tmp_path: Path) -> None:
        office, other = Office(tmp_path / "nl"), Office(tmp_path / "other")
        decision, signed = self.decision(), self.signed(office)
        nowhere = "position 4: the key that signed this was named nowhere by this party"
        assert nowhere in self.found(decision, signed)
        assert nowhere in self.found(self.of_key(1, "named", office, party="DE"), decision, signed)
        assert nowhere in self.found(self.of_key(1, "named", office, key="other"), decision, signed)
        assert "named at position 9, behind it" in self.found(decision, signed, self.of_key(9, "named", office))
        assert "not the key that its party named at position 1" in self.found(
            self.of_key(1, "named", other), decision, signed
        )
        named = self.of_key(1, "named", office)
        assert "recorded at position 6, behind it" in self.report([named, signed, self.decision(6)]).wrong[0]
        assert "recorded nowhere" in self.report([named, signed]).wrong[0]

    def test_what_is_not_disclosed_is_neither_wrong_nor_counted(self, tmp_path: Path) -> None:
        office = Office(tmp_path / "nl")
        named, decision, signed = self.of_key(1, "named", office), self.decision(), self.signed(office)
        hidden = named._replace(texts={})
        for entries in ([decision, signed], [hidden, decision, signed], [named, signed]):
            report = self.report(entries, whole=False)
            assert (report.wrong, report.verified) == ([], [])
            assert "1 signatures are by the keys beside them, and count for nothing" in report.unchecked[0]
            assert len(report.remarks) == entries.count(decision)
        late = self.report([decision, signed, self.of_key(9, "named", office)], whole=False)
        assert "behind it" in late.wrong[0]
        assert "its naming is not disclosed here" in self.report([decision, signed], whole=False).keys[0]

    def test_with_a_key_that_was_revoked(self, tmp_path: Path) -> None:
        """By its own party; others revoke and rename nothing of it, and who names it anew under another id wins nothing."""
        office, other = Office(tmp_path / "nl"), Office(tmp_path / "de")
        named, decision, signed = self.of_key(1, "named", office), self.decision(), self.signed(office)
        revoked = self.of_key(3, "revoked", office)
        assert "revoked at position 3" in self.found(named, decision, revoked, signed)
        elsewhere = self.of_key(3, "revoked", office, key="other")
        assert "revoked at position 3" in self.found(named, decision, elsewhere, signed)
        assert self.found(named, decision, self.of_key(3, "revoked", office, party="DE"), signed) == ""
        assert self.found(named, decision, self.of_key(3, "named", other, party="DE"), signed) == ""
        assert self.found(named, decision, self.of_key(3, "named", other), signed) == "", "the first naming stands"
        assert self.found(named, decision, signed, self.of_key(5, "revoked", office)) == "", "it was in force then"

    def test_each_key_is_told_to_be_confirmed(self, tmp_path: Path) -> None:
        """All of them, however many: what is cut off is confirmed by nobody."""
        offices = [Office(tmp_path / str(number)) for number in range(22)]
        entries = [self.decision()]
        for number, office in enumerate(offices):
            key = {"signing_key": f"k{number}"}
            entries.append(self.of_key(10 + number, "named", office, key=f"k{number}"))
            signed = self.signed(office, position=40 + number)
            entries.append(signed._replace(subject=signed.subject | key))
        entries.append(self.of_key(70, "revoked", offices[0], key="k0"))
        report = self.report(entries)
        assert len(report.keys) == len(offices)
        shown = report.text()
        for number, office in enumerate(offices):
            digest = hashlib.sha256((office.folder / "der").read_bytes()).hexdigest()
            ended = ", revoked at position 70" if number == 0 else ""
            assert f"NL: SHA-256 {digest}; named at position {10 + number}{ended}; 1 signatures" in shown
