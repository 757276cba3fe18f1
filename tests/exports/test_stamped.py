"""Bundles whose checkpoint an authority has stamped: the verifier ties the token to it, openssl says whose it is."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.exports import verifier
from tests.exports.bundles import Files, bundle, laid_out, resealed, taken_apart
from tests.exports.verifier.test_by_hand import commands, run
from tests.support.ledgers.authority import StampingAuthority, stamping
from tests.support.ledgers.reference_ledger import ReferenceLedger


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StampingAuthority]:
    with stamping(tmp_path_factory.mktemp("authority")) as one:
        yield one


@pytest.fixture(scope="module")
def stamped(ledger: ReferenceLedger, authority: StampingAuthority, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Not to be changed in place."""
    tokens = [authority.over(ledger.checkpoint()), authority.over(ledger.checkpoint())]
    return taken_apart(bundle(tmp_path_factory.mktemp("stamped") / "bundle.zip", ledger, tokens).path)


def judged(files: Files, folder: Path) -> verifier.Report:
    return verifier.verify(laid_out(files, folder), verifier.Question())


def test_each_token_is_tied_to_the_checkpoint(stamped: Files, tmp_path: Path) -> None:
    report = judged(stamped, tmp_path)
    assert report.wrong == []
    told = [line for line in report.verified if "token over this checkpoint" in line]
    assert [line.split()[0] for line in told] == ["data/checkpoint-2.tsr", "data/checkpoint.tsr"]
    assert all(line.endswith("Z") for line in told)
    assert any("reads no CMS" in line for line in report.unchecked)


def test_a_bundle_without_one_says_so(files: Files, tmp_path: Path) -> None:
    assert any("no authority's time stamp" in line for line in judged(files, tmp_path).unchecked)
    assert "openssl ts" not in files["data/README.txt"].decode()


def test_the_readme_s_commands_verify_it(stamped: Files, authority: StampingAuthority, tmp_path: Path) -> None:
    bag = laid_out(stamped, tmp_path)
    (bag / "authority.pem").write_bytes(authority.roots.read_bytes())
    script = commands(stamped["data/README.txt"].decode(), 8)
    done = run(script, bag)
    assert done.returncode == 0, done.stderr
    assert "Verification: OK" in done.stdout + done.stderr
    (bag / "data" / "checkpoint.signed").write_bytes(stamped["data/checkpoint.signed"][:-1])
    assert run(script, bag).returncode != 0


def test_another_s_token_is_found_though_the_manifests_fit(
    stamped: Files, authority: StampingAuthority, ledger: ReferenceLedger, tmp_path: Path
) -> None:
    token = stamped["data/checkpoint.tsr"]
    forged = {
        "of an earlier checkpoint": authority.over(ledger.checkpoint(7)),
        "cut": token[:-1],
        "empty": b"",
        "a refusal": bytes.fromhex("30053003020102"),
        "of endless lengths": b"\x30\x80" + token[2:],
        "no time": token.replace(b"\x18\x0f2", b"\x16\x0f2", 1),
        "words for a time": re.sub(rb"(\x18\x0f)[0-9]{14}Z", rb"\1never, checked.", token, count=1),
        "no DER": b"\x30\x84\xff\xff\xff\xff",
    }
    assert token not in forged.values()
    for what, changed in forged.items():
        wrong = judged(resealed(stamped | {"data/checkpoint.tsr": changed}, ledger.key), tmp_path).wrong
        assert wrong, what
        assert wrong[0].startswith("file data/checkpoint.tsr: "), wrong


def test_other_stamped_bytes_are_found(stamped: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = stamped | {"data/checkpoint.signed": ledger.checkpoint(7)}
    (finding,) = judged(resealed(changed, ledger.key), tmp_path).wrong
    assert finding.startswith("file data/checkpoint.signed: ")


def test_openssl_shows_the_same_time(stamped: Files, tmp_path: Path) -> None:
    bag = laid_out(stamped, tmp_path)
    command = ["openssl", "ts", "-reply", "-in", "data/checkpoint.tsr", "-text"]
    shown = subprocess.run(command, cwd=bag, capture_output=True, text=True, check=True).stdout
    (told,) = [line for line in judged_again(bag) if line.startswith("data/checkpoint.tsr ")]
    stated = told.rpartition(" ")[2]
    assert f"{stated[8:10]}:{stated[10:12]}:{stated[12:14]}" in shown


def judged_again(bag: Path) -> list[str]:
    return verifier.verify(bag, verifier.Question()).verified
