"""What an expert asks of a bundle on the command line, and the four ways in which it can end."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.exports import verifier
from app.exports.verifier import EXIT_AUTHENTICATED, EXIT_INTACT, EXIT_USAGE, EXIT_WRONG, main
from tests.exports.bundles import Files, bundle, by_hand, laid_out, resealed
from tests.support.ledgers.reference_ledger import CONTENT, ReferenceKey, ReferenceLedger, b64, example, note

X, Y = ReferenceKey("x.example", kind=4), ReferenceKey("y.example", kind=4)
Capture = pytest.CaptureFixture[str]


def written(folder: Path, text: str) -> str:
    path = folder / f"given-{len(list(folder.iterdir()))}"
    path.write_text(text)
    return str(path)


def test_without_keys_it_is_intact(zip_path: Path, capsys: Capture) -> None:
    assert main([str(zip_path)]) == EXIT_INTACT
    said = capsys.readouterr().out
    assert "INTEGRITY OK; SIGNER NOT CONFIRMED: only the bundle's own keys were used" in said
    assert "custody.csv says what the entries say" in said
    assert "3 of 10 entries" in said
    assert "a quorum of witnesses: none was demanded" in said
    assert "the bundle holds no authority's time stamp" in said


def test_the_report_is_in_french_if_asked(
    zip_path: Path, ledger: ReferenceLedger, tmp_path: Path, capsys: Capture
) -> None:
    assert main([str(zip_path)]) == EXIT_INTACT
    english = capsys.readouterr().out.splitlines()
    assert main([str(zip_path), "--lang", "fr"]) == EXIT_INTACT
    french = capsys.readouterr().out.splitlines()
    assert len(french) == len(english)
    assert [line for line in english if line and line in french] == []
    assert "INTÉGRITÉ VÉRIFIÉE ; SIGNATAIRE NON CONFIRMÉ : seules ont servi les clés du dossier" in " ".join(french)
    (folder := tmp_path / "seized").mkdir()
    (folder / "copy.eml").write_bytes(CONTENT)
    (folder / "other.eml").write_bytes(CONTENT + b"x")
    keys = written(tmp_path, ledger.key.vkey)
    assert main([str(zip_path), "--lang", "fr", "--keys", keys, "--files", str(folder)]) == EXIT_WRONG
    said = capsys.readouterr().out
    assert "fichier copy.eml : pièce NL-2026-7KQ4M9TX, première inscription à la position 2" in said
    assert "ERREUR : fichier other.eml : aucune inscription communiquée ne mentionne son SHA-256" in said


def test_each_translation_has_the_parts_of_its_line() -> None:
    for english, french in verifier.FRENCH.items():
        assert english.replace("{*}", "{}").count("{}") == french.count("{}"), english
        assert verifier.in_french(english.replace("{*}", "x").replace("{}", "x")) == french.replace("{}", "x"), english


@pytest.mark.parametrize(
    "form", ["{key}\n", "# from the agreement\n\n  {key}  ", '{{"log":[{{"vkey":"{key}","from":0,"to":null}}]}}']
)
def test_with_the_right_key_it_is_authenticated(
    form: str, zip_path: Path, ledger: ReferenceLedger, tmp_path: Path, capsys: Capture
) -> None:
    assert main([str(zip_path), "--keys", written(tmp_path, form.format(key=ledger.key.vkey))]) == EXIT_AUTHENTICATED
    assert "VERIFIED, and authenticated by keys from outside" in capsys.readouterr().out


def test_with_another_key_it_is_wrong(zip_path: Path, ledger: ReferenceLedger, tmp_path: Path, capsys: Capture) -> None:
    other = ReferenceKey(ledger.origin, seed_word="other")
    assert main([str(zip_path), "--keys", written(tmp_path, other.vkey)]) == EXIT_WRONG
    assert f"WRONG: data/checkpoint: the signature of {ledger.origin}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("first", "last", "status"), [(0, 10, 0), (3, None, 0), (11, None, 1), (0, 9, 1), (4, None, 1)]
)
def test_a_key_counts_for_its_sizes(
    first: int, last: int | None, status: int, zip_path: Path, ledger: ReferenceLedger, tmp_path: Path
) -> None:
    keys = {"log": [{"vkey": ledger.key.vkey, "from": first, "to": last}]}
    assert main([str(zip_path), "--keys", written(tmp_path, json.dumps(keys))]) == status


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-such-option"],
        ["absent.zip"],
        ["/dev/null"],
        ["{empty}/inside"],
        ["x" * 5000],
        ["{zip}", "--keys", "absent"],
        ["{zip}", "--keys", "{empty}"],
        ["{zip}", "--keys", "{junk}"],
        ["{zip}", "--policy", "{empty}"],
        ["{zip}", "--policy", "absent"],
        ["{zip}", "--files", "absent"],
        ["{zip}", "--since", "absent"],
        ["{zip}", "--since", "{empty}"],
        ["{zip}", "--max-age", "soon"],
        ["{zip}", "--max-age", "0d"],
        ["{zip}", "more"],
    ],
)
def test_usage(arguments: list[str], zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    places = {"zip": zip_path, "empty": written(tmp_path, ""), "junk": written(tmp_path, "junk")}
    assert main([each.format(**places) for each in arguments]) == EXIT_USAGE
    said = capsys.readouterr()
    assert (said.out, "verify.py" in said.err) == ("", True)


def test_help(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    assert "--max-age" in capsys.readouterr().out


def policy(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def cosigned(ledger: ReferenceLedger, folder: Path, *witnesses: ReferenceKey, at: int | None = None) -> str:
    text = ledger.checkpoint_text()
    lines = [ledger.key.line(text)] + [key.line(text, at or int(time.time())) for key in witnesses]
    files = by_hand(ledger, shown=[0, 2, 4, 5, 6, 8, 9])
    checkpoint = (text + "\n" + "".join(lines)).encode()
    return str(laid_out(resealed(files | {"data/checkpoint": checkpoint}, ledger.key), folder))


def test_a_policy_is_met(ledger: ReferenceLedger, tmp_path: Path, capsys: Capture) -> None:
    demanded = policy(
        f"log {ledger.key.vkey}", f"witness NL {X.vkey}", f"witness DE {Y.vkey}", "group all all NL DE", "quorum all"
    )
    bag = cosigned(ledger, tmp_path, X, Y)
    assert main([bag, "--policy", written(tmp_path, demanded), "--max-age", "1h"]) == EXIT_AUTHENTICATED
    said = capsys.readouterr().out
    assert "the policy's quorum, all" in said
    assert "2 witnesses have cosigned the checkpoint: x.example, y.example\n" in said
    assert "not older than 3,600 s, by the newest cosignature" in said


def test_a_policy_without_witnesses_says_whose_keys_they_are(
    ledger: ReferenceLedger, tmp_path: Path, capsys: Capture
) -> None:
    demanded = policy(f"log {ledger.key.vkey}", "quorum none")
    keys = {"log": [{"vkey": ledger.key.vkey, "from": 0, "to": None}], "witnesses": [{"vkey": X.vkey, "party": "NL"}]}
    bag = Path(cosigned(ledger, tmp_path, X))
    files = {path.relative_to(bag).as_posix(): path.read_bytes() for path in bag.rglob("*") if path.is_file()}
    bag = laid_out(resealed(files | {"data/keys.json": json.dumps(keys).encode()}, ledger.key), tmp_path)
    assert main([str(bag), "--policy", written(tmp_path, demanded), "--max-age", "1h"]) == EXIT_AUTHENTICATED
    said = capsys.readouterr().out
    assert "have cosigned the checkpoint: x.example (by the bundle's own keys)\n" in said
    assert "by the newest cosignature (by the bundle's own keys)" in said


def test_a_policy_is_not_met(ledger: ReferenceLedger, tmp_path: Path, capsys: Capture) -> None:
    demanded = policy(
        f"log {ledger.key.vkey}", f"witness NL {X.vkey}", f"witness DE {Y.vkey}", "group all all NL DE", "quorum all"
    )
    assert main([cosigned(ledger, tmp_path, X), "--policy", written(tmp_path, demanded)]) == EXIT_WRONG
    assert "too few witnesses for the policy; no cosignature of DE" in capsys.readouterr().out


def test_a_policy_without_a_log_authenticates_no_ledger(ledger: ReferenceLedger, tmp_path: Path) -> None:
    demanded = policy(f"witness NL {X.vkey}", "quorum NL")
    assert main([cosigned(ledger, tmp_path, X), "--policy", written(tmp_path, demanded)]) == EXIT_INTACT


def test_a_wrong_cosignature_is_named(ledger: ReferenceLedger, tmp_path: Path, capsys: Capture) -> None:
    forged = ReferenceKey("x.example", kind=4, seed_word="forged")
    text = ledger.checkpoint_text()
    line = f"\u2014 x.example {b64(X.key_id + (5).to_bytes(8, 'big') + forged.private.sign(text.encode()))}\n"
    files = by_hand(ledger, shown=[0, 2, 4, 5, 6, 8, 9])
    bag = laid_out(resealed(files | {"data/checkpoint": note(text, ledger.key) + line.encode()}, ledger.key), tmp_path)
    demanded = policy(f"log {ledger.key.vkey}", f"witness NL {X.vkey}", "quorum none")
    assert main([str(bag), "--policy", written(tmp_path, demanded)]) == EXIT_WRONG
    assert "WRONG: data/checkpoint: the signature of x.example is wrong" in capsys.readouterr().out
    assert main([str(bag)]) == EXIT_INTACT  # an unknown key's line is nobody's business


def test_a_cosignature_from_the_future(ledger: ReferenceLedger, tmp_path: Path, capsys: Capture) -> None:
    demanded = policy(f"witness NL {X.vkey}", "quorum NL")
    bag = cosigned(ledger, tmp_path, X, at=int(time.time()) + 10_000)
    assert main([bag, "--policy", written(tmp_path, demanded)]) == EXIT_WRONG
    assert "a time that has not come" in capsys.readouterr().out


def test_witnesses_that_the_bundle_itself_states(ledger: ReferenceLedger, tmp_path: Path, capsys: Capture) -> None:
    files = by_hand(ledger, shown=[0, 2, 4, 5, 6, 8, 9])
    keys = {"log": [{"vkey": ledger.key.vkey, "from": 0, "to": None}], "witnesses": [{"vkey": X.vkey, "party": "NL"}]}
    changed = {"data/keys.json": json.dumps(keys).encode(), "data/checkpoint": ledger.checkpoint(None, X)}
    assert main([str(laid_out(resealed(files | changed, ledger.key), tmp_path))]) == EXIT_INTACT
    assert "1 witnesses have cosigned the checkpoint: x.example (by the bundle's own keys)" in capsys.readouterr().out


def test_since_an_earlier_bundle(zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    grown = example()
    grown.append("party.added", {"code": "FR"})
    newer = laid_out(by_hand(grown, shown=[0, 2, 4, 5, 6, 8, 9]), tmp_path)
    assert main([str(newer), "--since", str(zip_path)]) == EXIT_INTACT
    assert "the bundle continues the earlier one" in capsys.readouterr().out
    assert main([str(zip_path), "--since", str(newer)]) == EXIT_WRONG
    assert "11 entries, more than this bundle's 10" in capsys.readouterr().out


def test_since_a_fork(zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    fork = ReferenceLedger()
    fork.entries = example().entries[:9]
    fork.append("party.added", {"code": "FR"})
    older = laid_out(by_hand(fork, shown=[0]), tmp_path)
    assert main([str(zip_path), "--since", str(older)]) == EXIT_WRONG
    assert "its root is not that of the first 10 commitments" in capsys.readouterr().out


def test_since_under_another_key_or_of_another_ledger(zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main([str(zip_path), "--since", str(laid_out(by_hand(example("other"), shown=[0]), tmp_path))]) == EXIT_WRONG
    assert "by a key that counts is missing" in capsys.readouterr().out


def test_files_are_named(zip_path: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "seized"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "mail.eml").write_bytes(CONTENT)
    (folder / "link").symlink_to("inner")
    assert main([str(zip_path), "--files", str(folder)]) == EXIT_INTACT
    said = capsys.readouterr().out
    assert "file inner/mail.eml: exhibit NL-2026-7KQ4M9TX, earliest record at position 2 (evidence.registered" in said
    assert "1 of 1 files in the folder are recorded" in said
    assert "file link: a link or a device, left out" in said
    (folder / "inner" / "mail.eml").write_bytes(CONTENT + b"!")
    assert main([str(zip_path), "--files", str(folder)]) == EXIT_WRONG
    assert "WRONG: file inner/mail.eml: no disclosed entry records its SHA-256" in capsys.readouterr().out


def test_the_age_by_the_ledger_s_own_word(
    zip_path: Path, ledger: ReferenceLedger, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = 1795526998 + 97 * (len(ledger.entries) - 1)  # 2026-11-24T13:29:58Z and on
    monkeypatch.setattr(time, "time", lambda: last + 3600.0)
    assert main([str(zip_path), "--max-age", "2h"]) == EXIT_INTACT
    assert "by the newest disclosed entry (the ledger's own word)" in capsys.readouterr().out
    assert main([str(zip_path), "--max-age", "59m"]) == EXIT_WRONG
    assert "more than 3,540 s" in capsys.readouterr().out


def test_the_copy_in_the_bundle_runs_alone(files: Files, tmp_path: Path) -> None:
    """From another folder, in an environment without anything, with an ASCII terminal: it finds its own bundle."""
    bag = laid_out(files, tmp_path)
    command = [sys.executable, "-I", "-S", "-W", "error", str(bag / "data" / "verify.py")]
    run = subprocess.run(command, cwd="/", env={"PYTHONIOENCODING": "ascii"}, capture_output=True, check=False)
    assert run.returncode == EXIT_INTACT, run.stderr
    assert run.stderr == b""
    assert run.stdout.startswith(b"Bundle      ")
    held = {name.split("/")[1] for name in files if name.startswith("data/")}
    assert {each.name for each in (bag / "data").iterdir()} == held


def test_the_working_folder_is_the_bag_when_the_program_lies_elsewhere(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(laid_out(files, tmp_path))
    assert main([]) == EXIT_INTACT


def test_a_host_with_an_unheard_of_failure_is_wrong_not_a_traceback(
    zip_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifier, "roots", lambda *_: int("x"))
    assert main([str(zip_path)]) == EXIT_WRONG
    assert re.search(r"WRONG: data/commitments: cannot be read \(ValueError: invalid literal", capsys.readouterr().out)


def test_the_written_bundle_has_its_keys(ledger: ReferenceLedger, tmp_path: Path) -> None:
    done = bundle(tmp_path / "bundle.zip", ledger)
    assert (done.entries, done.withheld) == (7, 3)
