"""Fields that were erased: the verifier tells them from what is withheld, and no entry about an erasure excuses anything else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.exports.bundle import write
from app.exports.custody import DisclosedEntry
from app.exports.verifier import EXIT_INTACT, EXIT_WRONG, Report, verify
from tests.exports.bundles import by_hand, disclose, laid_out, seal, signer, subject, taken_apart
from tests.exports.documents import words
from tests.support.ledgers.reference_ledger import ACTOR, EXPORT, LANTERN, ReferenceLedger, example

ERASED = {
    "ground": "subject_request",
    "legal_basis": "Directive (EU) 2016/680 Art. 16(2)",
    "erased_at": "2026-11-25T09:00:00.000000Z",
    "method": "deleted",
}


def erasing(told: dict[str, Any] | None = None, decided: dict[str, Any] | None = None) -> ReferenceLedger:
    """The example, in which the place of its exhibit was erased since; `told`, `decided`: what is said otherwise."""
    ledger = example()
    del ledger.entries[-1]  # the export's own: a later one comes
    ledger.heads[LANTERN] = _head(ledger)
    target = json.loads(ledger.entries[2].canonical)["id"]
    what = {"position": 2, "names": ["place"]}
    ledger.append("field.erasure_decided", {"actor": ACTOR} | what | (decided or {}), subject={"entry": target})
    ledger.append(
        "evidence.field_erased",
        ERASED | what | {"approval": len(ledger.entries) - 1} | (told or {}),
        seat="system",
        party=None,
        subject={"evidence": LANTERN, "entry": (told or {}).get("entry", target)},
        led="erasure",
    )
    ledger.append(
        "export.made",
        {"actor": ACTOR, "profile": "court", "tip": ledger.heads[LANTERN][0] + 1},
        subject={"evidence": LANTERN, "export": EXPORT},
        led="disclosure",
    )
    return ledger


def _head(ledger: ReferenceLedger) -> tuple[int, bytes]:
    last = next(each for each in reversed(ledger.entries) if each.evidence == LANTERN)
    return last.fields["chain"][1]["n"], last.commitment


def shown(
    ledger: ReferenceLedger, *, withhold: tuple[str, ...] = ("place",), decision: bool = True
) -> list[DisclosedEntry]:
    return [
        disclose(each, withhold if each.position == 2 else ())
        for each in ledger.entries
        if each.position == 0 or each.evidence == LANTERN or (decision and each.position == len(ledger.entries) - 3)
    ]


def report(ledger: ReferenceLedger, folder: Path, **how: Any) -> Report:
    """What the verifier says of a host's own bundle of it."""
    positions = [each.position for each in shown(ledger, **how)]
    withhold = how.get("withhold", ("place",))
    for name in withhold:
        ledger.entries[2].fields.pop(name)
    return verify(laid_out(by_hand(ledger, shown=positions), folder))


def test_is_told_from_what_is_withheld(tmp_path: Path) -> None:
    ledger = erasing()
    n = len(ledger.entries)
    found = report(ledger, tmp_path)
    assert (found.exit, found.wrong) == (EXIT_INTACT, [])
    assert " ".join(found.erased) == (
        f"position 2: field place: erased on 2026-11-25T09:00:00.000000Z by the entry at position {n - 2}, as decided at"
        f" position {n - 3}: subject_request, Directive (EU) 2016/680 Art. 16(2)"
    )
    assert not any("place" in each for each in found.withheld)
    assert "Erased for good, and provable" in found.text()
    alone = report(erasing(), tmp_path, decision=False)
    assert "(not disclosed here)" in alone.erased[0]
    more = report(erasing(), tmp_path, withhold=("place", "title"))
    assert (more.exit, len(more.erased)) == (EXIT_INTACT, 1)
    assert any("title 1" in each for each in more.withheld), "nobody says that the title was erased"


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        ({"names": ["chain"]}, "chain is never erased"),
        ({"names": ["declared_hashes"]}, "declared_hashes is never erased"),
        ({"names": ["nothing"]}, "never was a field of that entry"),
        ({"names": ["title"]}, "and it is here"),
        ({"names": "place"}, "does not say of which fields"),
        ({"position": 4}, "never was a field of that entry"),
        ({"position": 900}, "an erasure is of an entry before it"),
        ({"position": -1}, "an erasure is of an entry before it"),
        ({"approval": 1}, "the decision stands between"),
        ({"approval": 900}, "the decision stands between"),
        ({"approval": "1"}, "the decision stands between"),
        ({"entry": "01936a3c-0000-7000-8000-000000000009"}, "never was a field of that entry"),
    ],
)
def test_an_entry_that_lies_about_an_erasure_is_named(told: dict[str, Any], finding: str, tmp_path: Path) -> None:
    found = report(erasing(told), tmp_path, decision=False)
    assert found.exit == EXIT_WRONG
    assert any(finding in each for each in found.wrong), found.text()


@pytest.mark.parametrize(
    "approval", [2, len(erasing().entries) - 2], ids=["the entry itself", "the certificate itself"]
)
def test_a_decision_at_the_place_of_the_entry_or_the_certificate_is_named(approval: int, tmp_path: Path) -> None:
    found = report(erasing({"approval": approval}), tmp_path, decision=False)
    assert found.exit == EXIT_WRONG
    assert any("the decision stands between" in each for each in found.wrong), found.text()


def test_a_decision_of_something_else_is_named(tmp_path: Path) -> None:
    found = report(erasing(decided={"names": ["title"]}), tmp_path)
    assert any("does not decide this erasure" in each for each in found.wrong)


def test_a_wrong_value_is_wrong_whatever_was_erased(tmp_path: Path) -> None:
    """The field is named by a certificate, and is here with another value: its hash decides."""
    ledger = erasing()
    salt, _ = ledger.entries[2].fields["place"]
    ledger.entries[2].fields["place"] = (salt, "Kassel")
    found = verify(laid_out(by_hand(ledger, shown=[each.position for each in shown(ledger)]), tmp_path))
    assert found.wrong[0] == "position 2: field place: not what the entry binds"


def test_the_house_writes_such_a_bundle(tmp_path: Path) -> None:
    ledger = erasing()
    write(tmp_path / "b.zip", subject(ledger), signer(ledger), seal(), shown(ledger), ledger.commitments())
    found = verify(tmp_path / "b.zip")
    assert (found.exit, len(found.erased)) == (EXIT_INTACT, 1)
    said = words(taken_apart(tmp_path / "b.zip")["data/custody.pdf"])
    assert re.search(
        r"Erasures \S 2026-11-24 \S+ UTC \+00:00: Fields erased \(certificate\): Place, of log entry 3 \(log entry \d+\)",
        said,
    )


WENT = ERASED | {"ground": "term", "legal_basis": "Reg. (EU) 2023/969 Art. 21"}


def gone_with(told: dict[str, Any] | None = None, decided: str = "evidence.erasure_decided") -> ReferenceLedger:
    """The example, whose exhibit's time was over: place and title went with it; `told`: what is said otherwise of the entry."""
    ledger = example()
    del ledger.entries[-1]
    ledger.heads[LANTERN] = _head(ledger)
    one = {"entry": json.loads(ledger.entries[2].canonical)["id"], "position": 2, "names": ["place", "title"]}
    ledger.append(decided, {"actor": ACTOR, "ground": "term", "reason": "x"}, subject={"evidence": LANTERN})
    ledger.append(
        "evidence.fields_erased",
        WENT | {"erased_fields": [one | (told or {})], "approval": len(ledger.entries) - 1},
        seat="system",
        party=None,
        subject={"evidence": LANTERN},
        led="erasure",
    )
    ledger.append(
        "export.made",
        {"actor": ACTOR, "profile": "court", "tip": ledger.heads[LANTERN][0] + 1},
        subject={"evidence": LANTERN, "export": EXPORT},
        led="disclosure",
    )
    return ledger


def test_what_went_with_an_exhibit_is_told_by_one_certificate(tmp_path: Path) -> None:
    ledger = gone_with()
    n = len(ledger.entries)
    found = report(ledger, tmp_path, withhold=("place", "title"))
    assert (found.exit, found.wrong, len(found.erased)) == (EXIT_INTACT, [], 2)
    assert found.erased[0] == (
        f"position 2: field place: erased on 2026-11-25T09:00:00.000000Z by the entry at position {n - 2}, as decided at"
        f" position {n - 3}: term, Reg. (EU) 2023/969 Art. 21"
    )
    assert not any("place" in each or "title" in each for each in found.withheld)


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        ({"names": ["chain"]}, "chain is never erased"),
        ({"names": ["description"]}, "and it is here"),
        ({"position": 900}, "an erasure is of an entry before it"),
        ({"entry": "x"}, "does not say of which fields"),
        ({"entry": "01936a3c-0000-7000-8000-000000000009"}, "never was a field of that entry"),
    ],
)
def test_no_such_certificate_excuses_anything_else(told: dict[str, Any], finding: str, tmp_path: Path) -> None:
    found = report(gone_with(told), tmp_path, withhold=("place", "title"))
    assert found.exit == EXIT_WRONG
    assert any(finding in each for each in found.wrong), found.text()


def test_a_decision_about_fields_of_an_entry_decides_nothing_of_an_exhibit(tmp_path: Path) -> None:
    found = report(gone_with(decided="field.erasure_decided"), tmp_path, withhold=("place", "title"))
    assert any("does not decide this erasure" in each for each in found.wrong), found.text()


def test_such_a_certificate_of_another_exhibits_entry_is_named(tmp_path: Path) -> None:
    """Only entries of its own exhibit went with it."""
    ledger = example()
    other = next(each for each in ledger.entries if each.evidence is not None and each.evidence != LANTERN)
    ledger = gone_with({"entry": json.loads(other.canonical)["id"], "position": other.position})
    positions = [each.position for each in shown(ledger)] + [other.position]
    ledger.entries[other.position].fields.pop("place", None)
    found = verify(laid_out(by_hand(ledger, shown=sorted(positions)), tmp_path))
    assert found.exit == EXIT_WRONG
