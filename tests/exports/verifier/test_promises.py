"""A host that breaks a profile's promise: entries, fields and tables that the profile says are not disclosed. Each is found, and named."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from app.exports import verifier
from app.exports.verifier import EXIT_INTACT, verify
from tests.exports.bundles import Files, laid_out, line, resealed
from tests.support.ledgers.reference_ledger import EXPORT, HIDDEN, LANTERN, ReferenceEntry, ReferenceLedger, example


def ledger_of(profile: str, heads: dict[str, int], party: str | None = None) -> ReferenceLedger:
    """The example, whose last entry is an export of this profile."""
    ledger = example()
    ledger.entries.pop()
    actor = {"name": "Anneke de Vries", "authority": "NL-OM"}
    fields = {"actor": actor, "profile": profile, "heads": heads, "party": party, "reason": "Mr X asked"}
    ledger.append("export.made", fields, subject={"export": EXPORT}, led="disclosure")
    return ledger


def bundle(
    ledger: ReferenceLedger,
    profile: str,
    shown: dict[int, Iterable[str] | None],
    party: str | None = None,
    **more: bytes,
) -> Files:
    """What a host seals: these entries, each with these fields (None: with all of them)."""
    info = f"External-Identifier: {EXPORT}\nPayload-Oxum: 0.0\nLiaison-Profile: {profile}\n"
    files = {
        "bagit.txt": verifier.BAGIT,
        "bag-info.txt": (info + (f"Liaison-Party: {party}\n" if party else "")).encode(),
        "data/checkpoint": ledger.checkpoint(),
        "data/keys.json": json.dumps({"log": [{"vkey": ledger.key.vkey, "from": 0, "to": None}]}).encode(),
        "data/commitments": b"".join(ledger.commitments()),
        "data/entries.jsonl": b"".join(_line(ledger.entries[at], names) for at, names in sorted(shown.items())),
    }
    return resealed(files | {f"data/{name}.csv": content for name, content in more.items()}, ledger.key)


def _line(entry: ReferenceEntry, names: Iterable[str] | None) -> bytes:
    told = json.loads(line(entry))
    if names is not None:
        told["fields"] = {name: value for name, value in told["fields"].items() if name in names}
    return (json.dumps(told, separators=(",", ":"), ensure_ascii=False) + "\n").encode()


def found(files: Files, folder: Path) -> list[str]:
    return verify(laid_out(files, folder)).wrong


OPEN = ("keys", "name", "parties", "quorum", "reference", "agreement_signed_on")
OWN = ("profile", "heads", "party")
ABOUT = ("chain", "exhibit_number", "title", "originator", "sha256", "size_bytes", "level", "files")


def at(ledger: ReferenceLedger, evidence: str) -> list[int]:
    return [entry.position for entry in ledger.entries if entry.evidence == evidence]


def defence(heads: dict[str, int]) -> tuple[ReferenceLedger, dict[int, Any]]:
    ledger = ledger_of("defence", heads)
    about: dict[int, Any] = dict.fromkeys(at(ledger, LANTERN), ABOUT)
    return ledger, about | {0: OPEN, len(ledger.entries) - 1: OWN}


def test_a_defence_bundle_holds(tmp_path: Path) -> None:
    ledger, shown = defence({LANTERN: len(at(example(), LANTERN)) - 1})
    files = bundle(ledger, "defence", shown)
    report = verify(laid_out(files, tmp_path))
    assert (report.exit, report.wrong) == (EXIT_INTACT, [])
    assert "no entry and no field is disclosed beyond the profile defence" in report.verified
    assert any("actor" in each for each in report.withheld)


@pytest.mark.parametrize("field", ["actor", "place", "justification", "reason"])
def test_a_defence_bundle_that_names_somebody_is_wrong(field: str, tmp_path: Path) -> None:
    heads = {LANTERN: len(at(example(), LANTERN)) - 1}
    ledger, shown = defence(heads)
    position = next(
        each.position for each in reversed(ledger.entries) if field in each.fields and each.position in shown
    )
    shown[position] = (*shown[position], field)
    (wrong, *_) = found(bundle(ledger, "defence", shown), tmp_path)
    assert wrong == f"position {position}: field {field}: the profile defence does not disclose it"


def test_a_defence_bundle_is_about_its_exhibits_alone(tmp_path: Path) -> None:
    heads = {LANTERN: len(at(example(), LANTERN)) - 1}
    ledger, shown = defence(heads)
    (wrong, *_) = found(bundle(ledger, "defence", shown | {1: ()}), tmp_path)
    assert wrong == "position 1: party.added: the profile defence does not disclose such an entry"
    (hidden, *_) = at(ledger, HIDDEN)
    assert "does not name an exhibit" in found(bundle(ledger, "defence", shown | {hidden: ABOUT}), tmp_path)[0]
    ledger, shown = defence({})
    assert "is about exhibits" in found(bundle(ledger, "defence", shown), tmp_path)[0]


def test_a_defence_bundle_has_the_registration_and_for_its_originator_no_gap(tmp_path: Path) -> None:
    heads = {LANTERN: len(at(example(), LANTERN)) - 1}
    ledger, shown = defence(heads)
    first, second, *_ = at(ledger, LANTERN)
    (wrong,) = found(bundle(ledger, "defence", {k: v for k, v in shown.items() if k != first}), tmp_path)
    assert "registration, n=1, is missing from a defence bundle" in wrong
    (wrong,) = found(bundle(ledger, "defence", {k: v for k, v in shown.items() if k != second}), tmp_path)
    assert "n=2 is missing" in wrong


def test_a_supervisory_bundle_holds_the_logged_operations_of_its_party(tmp_path: Path) -> None:
    ledger = ledger_of("supervisory_authority", {}, "NL")
    own: dict[int, Any] = {0: OPEN, len(ledger.entries) - 1: OWN}
    acts = {
        one.position: ("actor", "justification", "chain", "level")
        for one in ledger.entries[:-1]
        if json.loads(one.canonical)["led"] in verifier.LOGGED and one.evidence
    }
    dutch = {k: v for k, v in acts.items() if json.loads(ledger.entries[k].canonical)["party"] == "NL"}
    german = acts.keys() - dutch.keys()
    assert dutch
    assert german

    def seal(shown: dict[int, Any]) -> Files:
        return bundle(ledger, "supervisory_authority", own | shown, "NL")

    assert found(seal(dutch), tmp_path) == []
    (wrong, *_) = found(seal(acts), tmp_path)
    assert wrong == f"position {min(german)}: evidence.opened: not an act of NL"
    assert {json.loads(ledger.entries[k].canonical)["led"] for k in dutch} >= {"collection", "disclosure"}
    (wrong, *_) = found(seal({1: ()}), tmp_path)
    assert wrong == "position 1: party.added: not an operation that Art. 25 names"
    (wrong, *_) = found(bundle(ledger, "supervisory_authority", own | dutch, "DE"), tmp_path)
    assert "another party" in wrong or "not an act of DE" in wrong


ROW = '"2026-11-24T13:15:58.035801Z","NL-02","NL","GET","/api/jits/{jit}","{}","200","127.0.0.1"\r\n'


def test_a_member_states_bundle_holds_its_own_acts_and_requests(tmp_path: Path) -> None:
    ledger = ledger_of("member_state", {}, "NL")
    shown: dict[int, Any] = {0: OPEN, len(ledger.entries) - 1: OWN}
    log = (verifier.ACCESS_HEADER + ROW).encode()

    def seal(**tables: bytes) -> Files:
        return bundle(ledger, "member_state", shown, "NL", **tables)

    assert found(seal(access=log), tmp_path) == []
    assert "belongs in a member_state bundle" in found(seal(), tmp_path)[0]
    assert "has not its header" in found(seal(access=ROW.encode()), tmp_path)[0]
    foreign = log + ROW.replace('"NL"', '"DE"').encode()
    assert "line 3 is not a request of NL" in found(seal(access=foreign), tmp_path)[0]
    assert any("Liaison-Party" in each for each in found(bundle(ledger, "member_state", shown, access=log), tmp_path))


def test_a_statistics_bundle_holds_no_entry_but_its_own(tmp_path: Path) -> None:
    ledger = ledger_of("statistics", {})
    shown: dict[int, Any] = {0: OPEN, len(ledger.entries) - 1: ("profile", "heads", "party")}
    told = (verifier.STATISTICS_HEADER + '"month","","10"\r\n"month","2026-11","10"\r\n').encode()
    assert found(bundle(ledger, "statistics", shown, statistics=told), tmp_path) == []
    assert "belongs in a statistics bundle" in found(bundle(ledger, "statistics", shown), tmp_path)[0]
    small = told.replace(b'"10"', b'"4"')
    assert "below 5" in found(bundle(ledger, "statistics", shown, statistics=small), tmp_path)[0]
    (wrong, *_) = found(bundle(ledger, "statistics", shown | {2: ("chain",)}, statistics=told), tmp_path)
    assert wrong == "position 2: field chain: the profile statistics does not disclose it"
    (wrong, *_) = found(bundle(ledger, "statistics", shown | {1: ()}, statistics=told), tmp_path)
    assert wrong == "position 1: party.added: the profile statistics does not disclose such an entry"


def test_a_profile_that_is_not_known_is_said_to_be_unchecked(tmp_path: Path) -> None:
    ledger = ledger_of("novel", {})
    report = verify(laid_out(bundle(ledger, "novel", {0: None, len(ledger.entries) - 1: None}), tmp_path))
    assert report.exit == EXIT_INTACT
    assert any("novel" in each for each in report.unchecked)
