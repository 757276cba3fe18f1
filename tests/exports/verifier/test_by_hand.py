"""Hole 15: a bundle is checked with other people's tools. The commands are those of README.txt, read from it and run."""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.exports.readme import text
from app.exports.setting import Setting
from app.ledger.signing.notes import Checkpoint, VerifierKey, parse
from tests.exports.bundles import Files, laid_out
from tests.support.ledgers.reference_ledger import CONTENT, ReferenceLedger, tree_root

BIN = Path(sys.executable).parent


def commands(readme: str, chapter: int) -> str:
    """The shell commands of a numbered chapter: what is indented by four, and the lines that stand at the left margin."""
    body = readme.partition(f"\n{chapter}. ")[2].partition(f"\n{chapter + 1}. ")[0].split("\n")[1:]
    return "\n".join(line for line in body if not line.startswith("   ") or line.startswith("    "))


def run(script: str, bag: Path) -> subprocess.CompletedProcess[str]:
    path = f"{BIN}:/usr/bin:/bin"
    return subprocess.run(
        ["sh", "-ec", script], cwd=bag, env={"PATH": path}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def bag(files: Files, tmp_path: Path) -> Path:
    return laid_out(files, tmp_path)


@pytest.fixture
def readme(bag: Path, tmp_path: Path) -> str:
    return (bag / "data" / "README.txt").read_text().replace("/tmp/", f"{tmp_path}/")


def test_sha256sum_and_bagit(bag: Path, readme: str) -> None:
    script = commands(readme, 2)
    assert "sha256sum --check" in script
    assert "bagit.py --validate" in script
    done = run(script, bag)
    assert done.returncode == 0, done.stderr
    (bag / "data" / "custody.csv").write_bytes(b"x")
    assert run(script, bag).returncode != 0


def test_openssl_verifies_the_checkpoint(bag: Path, readme: str) -> None:
    assert shutil.which("openssl"), "openssl comes with Debian, as sha256sum does"
    script = commands(readme, 3)
    done = run(script, bag)
    assert (done.returncode, done.stdout) == (0, "Signature Verified Successfully\n"), done.stderr
    checkpoint = (bag / "data" / "checkpoint").read_text()
    (bag / "data" / "checkpoint").write_text(checkpoint.replace("\n10\n", "\n11\n"))
    assert run(script, bag).returncode != 0


def test_openssl_verifies_the_bundle_s_note(bag: Path, readme: str) -> None:
    script = (
        commands(readme, 3)
        .replace("head -n 3 data/checkpoint", "cat tagmanifest-sha256.txt")
        .replace("data/checkpoint", "bundle.note")
    )
    assert run(script, bag).stdout == "Signature Verified Successfully\n"


def test_an_entry_is_its_commitment(bag: Path, readme: str) -> None:
    script = commands(readme, 4)
    done = run(script, bag)
    ours, ledgers = done.stdout.split()
    assert ours == ledgers
    assert len(ours) == 64
    changed = (bag / "data" / "entries.jsonl").read_text().replace("NL-01", "NL-02", 1)
    (bag / "data" / "entries.jsonl").write_text(changed)
    ours, ledgers = run(script, bag).stdout.split()
    assert ours != ledgers


def test_a_field_is_its_hash(files: Files) -> None:
    line = json.loads(files["data/entries.jsonl"].splitlines()[0])
    field = line["fields"]["reference"]
    bound = b"liaison-field/v1\n" + base64.b64decode(field["salt"]) + b'["reference","JIT/2026/117"]'
    assert (
        json.loads(line["canonical"])["fields"]["reference"]
        == base64.b64encode(hashlib.sha256(bound).digest()).decode()
    )


def test_the_root_is_computed_by_the_readme_s_own_program(bag: Path, readme: str, ledger: ReferenceLedger) -> None:
    done = run(commands(readme, 5), bag)
    assert done.stdout.strip() == base64.b64encode(tree_root(ledger.commitments())).decode()
    assert done.stdout.strip() == (bag / "data" / "checkpoint").read_text().split("\n")[2]


def test_everything_at_once(bag: Path, readme: str, ledger: ReferenceLedger) -> None:
    first, second, third = (line for line in commands(readme, 1).split("\n") if "verify.py" in line)
    assert run(first, bag).returncode == 3
    (bag.parent / "agreement.txt").write_text(ledger.key.vkey + "\n")
    shutil.copy(bag / "data" / "verify.py", bag.parent / "verify.py")
    moved = second.replace("verify.py", "../verify.py").replace("agreement.txt", "../agreement.txt")
    assert run(moved, bag).returncode == 0
    compared = third.replace("FOLDER", "../seized")
    (bag.parent / "seized").mkdir()
    (bag.parent / "seized" / "copy.eml").write_bytes(CONTENT)
    done = run(compared, bag)
    assert done.returncode == 3
    assert "file copy.eml: exhibit NL-2026-7KQ4M9TX, earliest record at position" in done.stdout
    (bag.parent / "seized" / "copy.eml").write_bytes(CONTENT + b"x")
    assert run(compared, bag).returncode == 1


def test_in_french_the_commands_are_the_same(ledger: ReferenceLedger) -> None:
    key = VerifierKey.parse(ledger.key.vkey)
    head = Checkpoint.parse(parse(ledger.checkpoint()).text)
    asked = Setting(language="fr", zone="Europe/Paris", proceeding="TJ Paris, 26/1", requested_by="Claire, FR-01")
    english = text(head, key, "5ea1", 1, "2026-11-24T13:00:00Z")
    french = text(head, key, "5ea1", 1, "2026-11-24T13:00:00Z", asked)
    shell = [
        [line.replace(" --lang fr", "") for line in said.split("\n1. ")[1].split("\n") if line.startswith("    ")]
        for said in (english, french)
    ]
    assert shell[0] == shell[1]
    assert commands(english, 5) == commands(french, 5)
    for told in ("Claire, FR-01", "TJ Paris, 26/1", "Europe/Paris", "2026-11-24T13:00:00Z"):
        assert told in french
    assert "Requested by" not in english
    assert french.count("--lang fr") == 3


def test_the_readme_speaks_only_of_what_is_there(files: Files) -> None:
    said = files["data/README.txt"].decode()
    named = [line.split()[0] for line in said.partition("Files\n")[2].partition("\n\n")[0].split("\n")]
    for name in named:
        assert any(path.startswith(name.rstrip(",")) for path in files), name
    assert not {"receipts", "tsr", "case.jsonld"} & set(said.replace("/", " ").split())
