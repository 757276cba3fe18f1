"""Signatures leave the house in bundles: a stranger verifies them with openssl, the verifier says so, and a lie is found."""

import re
import subprocess
import zipfile
from pathlib import Path
from typing import Final

from app.exports import verifier
from app.exports.verifier import Entry, Signatures, Wrong
from tests.api.test_export_profiles import made
from tests.api.test_exports import keys_file, verify
from tests.factories import messages, signing
from tests.factories.signing import Office
from tests.factories.team import Team, said

FORMAT: Final = Path(__file__).parents[2] / "docs" / "ledger-format.md"


def commands() -> str:
    """As the page of the format gives them."""
    section = FORMAT.read_text().partition("\n## Signatures of parties\n")[2]
    return section.partition("```sh\n")[2].partition("```")[0]


async def test_a_stranger_verifies_with_openssl_and_the_verifier_agrees(team: Team, tmp_path: Path) -> None:
    channel, office = await messages.open_channel(team), Office(tmp_path / "nl")
    key = await signing.name(team, "noor", office)
    said(await signing.demand(team, "noor"))
    decision = await messages.decide(team, "daan", channel)
    await messages.decide(team, "daan", channel, "Not signed yet.")
    await signing.sign(team, "daan", decision, office)
    said(await signing.revoke(team, "noor", key))
    _, path = await made(team, "jonas", "archive", {"party": "DE"}, tmp_path)
    report = verify(path, "--keys", await keys_file(team, tmp_path)).stdout
    assert "1 signatures of parties under decisions are by the keys beside them" in report
    assert "this decision awaits the signature of NL" in report
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

    def told(
        self, office: Office, lies: dict[str, str] | None = None, *, revoked: bool = False, key_party: str = "NL"
    ) -> list[Entry]:
        """A key, a decision and its signature, with lies in the statement."""
        der = signing.openssl(
            "pkey", "-in", office.folder / "key.pem", "-pubout", "-outform", "DER", "-out", office.folder / "der"
        )
        assert der.returncode == 0, der.stderr
        public = verifier.encode_base64((office.folder / "der").read_bytes()[-32:])
        lines = {"ledger": "o", "party": "NL", "channel": "c", "decision": "m", "version": "1", "entry": "entry-2"}
        lines |= {"commitment": verifier.encode_base64(bytes(32)), "text": "dGV4dA=="} | (lies or {})
        statement = "liaison-decision/v1\n" + "".join(f"{name} {value}\n" for name, value in lines.items())
        values = {"public_key": public, "statement": statement, "signature": office.sign(statement)}
        about = {"channel": "c", "message": "m"}
        key = {"signing_key": "k"}
        ending = [self.entry(3, "signing.key_revoked", key, {"public_key": public})] if revoked else []
        return [
            self.entry(1, "signing.key_named", key, {"public_key": public}, party=key_party),
            self.entry(2, "decision.recorded", about, {}),
            *ending,
            self.entry(4, "decision.signed", about | key | {"decision": "entry-2"}, values),
        ]

    def found(self, entries: list[Entry]) -> str:
        signatures = Signatures()
        try:
            for one in entries:
                signatures.take(one, lambda _: "o")
        except Wrong as wrong:
            return str(wrong)
        return "" if signatures.count == 1 and not signatures.unseen else "not counted"

    def test_of_whatever_sort(self, tmp_path: Path) -> None:
        office = Office(tmp_path / "nl")
        assert self.found(self.told(office)) == ""
        for lie in ({"party": "DE"}, {"channel": "d"}, {"decision": "n"}, {"entry": "entry-1"}):
            assert "of another party or decision" in self.found(self.told(office, lie)), lie
        for lie in ({"commitment": "eA=="}, {"text": "eA=="}, {"ledger": "p"}):
            assert "not of the decision at position 2" in self.found(self.told(office, lie)), lie
        assert "has not its form" in self.found(self.told(office, {"more": "x"}))
        assert "revoked at position 3" in self.found(self.told(office, revoked=True))
        assert "not the key that its party named" in self.found(self.told(office, key_party="DE"))
        *before, signed = self.told(office)
        other = verifier.canonical_json(verifier.encode_base64(bytes(64)))
        assert "did not sign" in self.found([*before, signed._replace(texts=signed.texts | {"signature": other})])
