"""Writing: the layout, the same bytes each time, nothing half-done, nothing that a spreadsheet would run."""

import ast
import csv
import io
import json
import re
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from app.access.exporting import Profile
from app.exports import verifier
from app.exports.bundle import Bundle, BundleError, write
from app.exports.custody import DisclosedEntry
from app.exports.origins import ExportedOrigin
from app.exports.verifier import EXIT_INTACT, harmless, verify
from tests.exports.bundles import (
    REQUEST,
    Files,
    bundle,
    by_hand,
    court,
    disclose,
    laid_out,
    line,
    seal,
    signer,
    subject,
    taken_apart,
)
from tests.support.ledgers.reference_ledger import (
    ACTOR,
    EXPORT,
    LANTERN,
    ReferenceKey,
    ReferenceLedger,
    example,
    sha256_of_file,
)


def test_the_same_content_gives_the_same_bytes(ledger: ReferenceLedger, zip_path: Path, tmp_path: Path) -> None:
    again = bundle(tmp_path / "again.zip", ledger)
    assert again.size_bytes == len(again.path.read_bytes())
    assert again.sha256 == sha256_of_file(again.path)
    first, second = taken_apart(zip_path), taken_apart(again.path)
    differing = {name for name in first if first[name] != second[name]}
    # A signature has its moment; what it signs is the same, and the tags name its file's hash and length.
    tags = {"bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bundle.note"}
    assert first.keys() == second.keys()
    assert differing <= {"data/custody.pdf"} | tags
    documents = [each["data/custody.pdf"] for each in (first, second)]
    assert len({document[: document.index(b"%%EOF")] for document in documents}) == 1
    assert again.path.stat().st_mode & 0o777 == 0o600


def test_the_zip_holds_one_folder(zip_path: Path) -> None:
    with zipfile.ZipFile(zip_path) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {
            f"liaison-Operation-Lantern-NL-2026-7KQ4M9TX-court-2026-11-24-{EXPORT[-12:]}"
        }
        assert archive.testzip() is None


@pytest.mark.filterwarnings("ignore:'count' is passed as positional argument:DeprecationWarning")  # in bagit
def test_a_standard_library_of_bags_accepts_it(files: Files, tmp_path: Path) -> None:
    bag = bagit.Bag(str(laid_out(files, tmp_path)))
    bag.validate()
    assert bag.info["External-Identifier"] == EXPORT
    assert bag.info["Liaison-Evidence"] == LANTERN


def test_lines_are_those_of_another_writer(ledger: ReferenceLedger, files: Files) -> None:
    expected = [line(ledger.entries[position]) for position in (0, 2, 4, 5, 6, 8, 9)]
    assert files["data/entries.jsonl"] == b"".join(expected)
    assert files["data/commitments"] == b"".join(ledger.commitments())


def test_the_other_files(files: Files, ledger: ReferenceLedger) -> None:
    assert files["data/verify.py"] == Path(verifier.__file__).read_bytes()
    assert files["data/checkpoint"] == files["data/checkpoints/000000000010"] == ledger.checkpoint()
    assert files["data/checkpoints/000000000003"] == ledger.checkpoint(3)
    stated = {
        "log": [{"vkey": ledger.key.vkey, "from": 0, "to": None}],
        "witnesses": [],
        "quorum": 0,
        "seal": {"sha256": seal().fingerprint},
    }
    assert json.loads(files["data/keys.json"]) == stated


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table(files: Files, ledger: ReferenceLedger) -> None:
    table = rows(files["data/custody.csv"])
    opened = table[4]
    assert (opened["position"], opened["n"], opened["kind"], opened["name"]) == (
        "6",
        "4",
        "evidence.opened",
        "Jürgen Weiß",
    )
    assert json.loads(opened["details"])["justification"] == "Überprüfung der Zugangsdaten, Fall 7 Js 41/26"
    assert opened["commitment"] == ledger.entries[6].commitment.hex()
    assert [row["withheld"] for row in table] == [""] * 7


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "  =", " +"]
)
def test_no_cell_is_a_formula(start: str) -> None:
    assert harmless(start + "cmd|' /C calc'!A0").startswith("'")
    assert harmless('say "x"') == 'say ""x""'
    assert harmless(None) == ""


def test_a_name_that_is_a_formula(tmp_path: Path) -> None:
    ledger = example()
    export = ledger.entries.pop()
    ledger.heads[LANTERN] = (5, ledger.entries[8].commitment)
    said = {name: value for name, (_, value) in export.fields.items() if name != "chain"}
    said["actor"] = {"name": '=HYPERLINK("http://x","y")', "authority": "@SUM(1)"}
    ledger.append("export.made", said, seat="NL-09", subject={"evidence": LANTERN, "export": EXPORT})
    table = rows(taken_apart(bundle(tmp_path / "bundle.zip", ledger).path)["data/custody.csv"])
    assert table[-1]["name"] == '\'=HYPERLINK("http://x","y")'
    assert table[-1]["authority"] == "'@SUM(1)"
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in table for cell in row.values())


@pytest.mark.parametrize("found", [[], [REQUEST]])
def test_verifier_says_that_nothing_proves_the_requests(
    found: list[ExportedOrigin], ledger: ReferenceLedger, tmp_path: Path
) -> None:
    about = replace(subject(ledger), origins=found)
    made = write(tmp_path / "bundle.zip", about, signer(ledger), seal(), court(ledger), ledger.commitments())
    report = verify(made.path)
    said = [one for one in report.unchecked if one.startswith("data/requests.json: whether its statements are true")]
    assert (report.exit, len(said)) == (EXIT_INTACT, len(found))
    assert ("data/requests.json : l'exactitude" in report.text("fr")) == bool(found)


def test_fields_are_withheld_one_by_one(ledger: ReferenceLedger, tmp_path: Path) -> None:
    entries = [disclose(each, withhold=["justification", "place"]) for each in ledger.entries if each.evidence != "x"]
    with Bundle(tmp_path / "bundle.zip", subject(ledger), signer(ledger), seal()) as writing:
        for entry in entries:
            writing.add_entries([entry])
        for commitment in ledger.commitments():
            writing.add_commitments([commitment])
        assert writing.seal().withheld == 0
    report = verify(tmp_path / "bundle.zip")
    assert report.exit == EXIT_INTACT
    assert report.withheld == ["2 fields of disclosed entries: justification 1, place 1"]
    content = (tmp_path / "bundle.zip").read_bytes()
    assert b"Rotterdam" not in content
    assert "Überprüfung".encode() not in content
    assert rows(taken_apart(tmp_path / "bundle.zip")["data/custody.csv"])[6]["withheld"] == "justification"


def test_an_archive(ledger: ReferenceLedger, tmp_path: Path) -> None:
    whole = example()
    whole.entries.pop()
    heads = {evidence: n for evidence, (n, _) in whole.heads.items()} | {LANTERN: 5}
    whole.append("export.made", {"actor": ACTOR, "profile": "archive", "heads": heads}, subject={"export": EXPORT})
    about = replace(subject(whole), profile=Profile.ARCHIVE, evidence=None, exhibit_number=None)
    with Bundle(tmp_path / "archive.zip", about, signer(ledger), seal()) as writing:
        writing.add_entries(disclose(each) for each in whole.entries)
        writing.add_commitments(whole.commitments())
        done = writing.seal()
    assert (done.entries, done.withheld) == (10, 0)
    assert "2 exhibits: every entry from n=1 is here, each naming the one before it" in verify(done.path).verified


def test_left_unsealed_it_leaves_nothing(ledger: ReferenceLedger, tmp_path: Path) -> None:
    with Bundle(tmp_path / "bundle.zip", subject(ledger), signer(ledger), seal()) as writing:
        writing.add_entries(court(ledger))
    with (
        pytest.raises(RuntimeError, match="interrupted"),
        Bundle(tmp_path / "b.zip", subject(ledger), signer(ledger), seal()),
    ):
        raise RuntimeError("interrupted")
    assert list(tmp_path.iterdir()) == []


def missing_commitment(ledger: ReferenceLedger) -> tuple[list[DisclosedEntry], list[bytes]]:
    return court(ledger), ledger.commitments()[:-1]


def omitted_opening(ledger: ReferenceLedger) -> tuple[list[DisclosedEntry], list[bytes]]:
    return [each for each in court(ledger) if each.position != 6], ledger.commitments()


def out_of_order(ledger: ReferenceLedger) -> tuple[list[DisclosedEntry], list[bytes]]:
    return court(ledger)[::-1], ledger.commitments()


@pytest.mark.parametrize("make", [missing_commitment, omitted_opening, out_of_order])
def test_what_the_verifier_refuses_never_leaves(make: object, ledger: ReferenceLedger, tmp_path: Path) -> None:
    assert callable(make)
    entries, commitments = make(ledger)
    with Bundle(tmp_path / "bundle.zip", subject(ledger), signer(ledger), seal()) as writing:
        writing.add_entries(entries)
        writing.add_commitments(commitments)
        with pytest.raises(BundleError):
            writing.seal()
    assert list(tmp_path.iterdir()) == []


def test_fields_that_do_not_belong_to_their_entry(ledger: ReferenceLedger, tmp_path: Path) -> None:
    with Bundle(tmp_path / "bundle.zip", subject(ledger), signer(ledger), seal()) as writing:
        mixed = replace(disclose(ledger.entries[2]), fields=disclose(ledger.entries[4]).fields)
        with pytest.raises(verifier.Wrong, match="field actor: not what the entry binds"):
            writing.add_entries([mixed])


def test_a_signer_that_is_not_the_ledger_s(ledger: ReferenceLedger, tmp_path: Path) -> None:
    other = signer(ReferenceLedger(seed_word="other"))
    with Bundle(tmp_path / "bundle.zip", subject(ledger), other, seal()) as writing:
        writing.add_entries(court(ledger))
        writing.add_commitments(ledger.commitments())
        with pytest.raises(BundleError, match=r"bundle\.note: the signature of"):
            writing.seal()


def test_bag_info_has_no_room_for_more_lines(ledger: ReferenceLedger, tmp_path: Path) -> None:
    about = replace(subject(ledger), team="Lantern\nLiaison-Profile: archive\r\n")
    with Bundle(tmp_path / "bundle.zip", about, signer(ledger), seal()) as writing:
        writing.add_entries(court(ledger))
        writing.add_commitments(ledger.commitments())
        writing.seal()
    info = taken_apart(tmp_path / "bundle.zip")["bag-info.txt"].decode()
    assert info.startswith(
        "External-Description: Custody of exhibit NL-2026-7KQ4M9TX in Lantern Liaison-Profile: archive\n"
    )
    assert info.count("\nLiaison-Profile: ") == 1


def test_the_verifier_needs_the_standard_library_and_python_3_9_alone() -> None:
    source = Path(verifier.__file__).read_text()
    tree = ast.parse(source, feature_version=(3, 9))
    names = {
        alias.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    names |= {(node.module or ".").partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names | {"__future__"}
    assert "from __future__ import annotations" in source
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Match)]


def test_the_reference_ledger_signs_like_the_program(ledger: ReferenceLedger, tmp_path: Path) -> None:
    assert ReferenceKey(ledger.origin).vkey == str(signer(ledger).verifier)
    assert verify(laid_out(by_hand(ledger, shown=[0, 2, 4, 5, 6, 8, 9]), tmp_path)).exit == EXIT_INTACT


def test_the_format_s_page_names_every_file(files: Files) -> None:
    page = (Path(__file__).parents[2] / "docs" / "ledger-format.md").read_text()
    named = set(re.findall(r"`([A-Za-z0-9./<>_-]+)`", page.partition("## Bundle")[2].partition("A line of")[0]))
    found = {re.sub(r"(?<=checkpoints/)[0-9]{12}", "<size>", name) for name in files}
    assert found <= named
    files_named = {each for each in named if each.startswith("data/")}
    stamped = {"data/checkpoint.signed", "data/checkpoint.tsr", "data/checkpoint-2.tsr"}
    others = {"data/receipts/<position>.tlog-proof", "data/access.csv", "data/requests.json", "data/statistics.csv"}
    others |= {"data/files/<exhibit>/<name>", "data/files.json"}
    assert files_named - found == others | stamped  # the example's bundle has none
