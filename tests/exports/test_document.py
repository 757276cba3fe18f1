"""custody.pdf: it says what the bundle discloses and no more, carries what proves it, and nothing in it is markup."""

import hashlib
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pypdfium2  # type: ignore[import-untyped]
import pytest

from app.exports import verifier
from app.exports.bundle import write
from app.exports.custody import DisclosedEntry
from app.exports.document import account, made, setting
from app.exports.document.exhibits import marking
from app.exports.document.figures import figures
from app.exports.document.names import Names
from app.exports.document.sayings import Sayings
from app.exports.document.shown import covered, shown
from app.exports.document.words import Words
from app.exports.setting import Language, Setting
from app.exports.verifier import EXIT_AUTHENTICATED, EXIT_WRONG, verify
from tests.exports.bundles import Files, court, disclose, laid_out, seal, signer, subject, taken_apart
from tests.exports.documents import MAY_BREAK, attachments, metadata, pages, words
from tests.support.ledgers.reference_ledger import ACTOR, CONTENT, EXPORT, LANTERN, ReferenceLedger, example

PARIS = Setting(
    language="fr", zone="Europe/Paris", proceeding="JIRS Lille, 24/1187", requested_by="Claire Morel, FR-01"
)


def made_of(ledger: ReferenceLedger, shown: list[DisclosedEntry], folder: Path, asked: Setting | None = None) -> Files:
    about = replace(subject(ledger), setting=asked or Setting())
    return taken_apart(write(folder / "b.zip", about, signer(ledger), seal(), shown, ledger.commitments()).path)


def ending(ledger: ReferenceLedger) -> ReferenceLedger:
    """The ledger with its export at the end again."""
    ledger.append(
        "export.made",
        {"actor": ACTOR, "profile": "court", "tip": ledger.heads[LANTERN][0] + 1},
        subject={"evidence": LANTERN, "export": EXPORT},
    )
    return ledger


def before_its_end() -> ReferenceLedger:
    """The example without its last entry, the export."""
    ledger = example()
    ledger.entries.pop()
    ledger.heads[LANTERN] = (5, ledger.entries[8].commitment)
    return ledger


@pytest.fixture(scope="module")
def document(files: Files) -> bytes:
    return files["data/custody.pdf"]


def test_it_is_pdf_a_3(document: bytes) -> None:
    said = metadata(document)
    assert said["{http://www.aiim.org/pdfa/ns/id/}part"] == "3"
    assert said["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"


def test_it_says_every_disclosed_entry(document: bytes, files: Files, ledger: ReferenceLedger) -> None:
    text = words(document)
    lines = [json.loads(line) for line in files["data/entries.jsonl"].splitlines()]
    for line in lines:
        assert ledger.entries[line["position"]].commitment.hex() in text
    for told in ("Jürgen Weiß", "DE-02", "Überprüfung der Zugangsdaten, Fall 7 Js 41/26", "Rotterdam", "Viewed"):
        assert told in text
    for told in ("Operation Lantern", "NL-2026-7KQ4M9TX", ledger.origin, seal().fingerprint, ledger.key.vkey):
        assert told in text
    assert "Exhibit NL-2026-7KQ4M9TX" in text
    assert "all 7 entries that the package discloses" in text
    assert "This package discloses 7. The other 3 are included as commitments" in text
    assert "No independent log co-signer is registered for this log" in text


def page(document: bytes, number: int) -> str:
    with pypdfium2.PdfDocument(document) as opened:
        return re.sub(r"\s+", " ", opened[number - 1].get_textpage().get_text_range().replace(MAY_BREAK, ""))


def test_the_first_page_answers_the_court(ledger: ReferenceLedger, tmp_path: Path) -> None:
    names = Names({"NL": "Netherlands"}, {("NL", "NL-OM"): "National Prosecutor"})
    about = replace(subject(ledger), setting=replace(PARIS, language="en"), names=names)
    shown = court(ledger)
    written = write(tmp_path / "b.zip", about, signer(ledger), seal(), shown, ledger.commitments())
    first = page(taken_apart(written.path)["data/custody.pdf"], 1)
    for told in (
        "Exhibit NL-2026-7KQ4M9TX",
        "Netherlands (NL)",
        "Rotterdam",
        "=captain.eml",
        hashlib.sha256(CONTENT).hexdigest(),
        "Log verified",
        "Entries no. 1 to no. 6 are included",
        "Next step: confirm the signer",
        "Nothing is wrong.",
        "Requested by",
        "Claire Morel, FR-01",
        "JIRS Lille, 24/1187",
    ):
        assert told in first, told


def test_every_page_bears_the_marking(tmp_path: Path) -> None:
    ledger = before_its_end()
    changes = {"tlp": {"from": "AMBER", "to": "RED"}, "handling": {"from": ["H0"], "to": ["H1", "H3"]}}
    said = {"actor": ACTOR, "changes": changes, "reason": "x"}
    ledger.append("evidence.described", said, subject={"evidence": LANTERN})
    ending(ledger)
    document = made_of(ledger, court(ledger), tmp_path)["data/custody.pdf"]
    assert pages(document) > 3
    for number in range(1, pages(document) + 1):
        assert "TLP:RED · Handling H1, H3" in page(document, number), number


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Language of the content German"), ("fr", "Langue du contenu allemand")],
)
def test_first_page_names_the_language_of_the_exhibit(language: Language, told: str, tmp_path: Path) -> None:
    ledger = before_its_end()
    said = {"actor": ACTOR, "changes": {"content_language": {"from": None, "to": "de"}}, "reason": "x"}
    ledger.append("evidence.described", said, subject={"evidence": LANTERN})
    ending(ledger)
    document = made_of(ledger, court(ledger), tmp_path, Setting(language=language))["data/custody.pdf"]
    assert told in page(document, 1)


def test_persons_are_those_who_handled_or_accessed_the_exhibit() -> None:
    ledger = before_its_end()
    said = {"actor": {"name": "Piet Visser", "authority": "NL-LAB"}, "by": "Sergeant Bakker", "place": "Delft"}
    ledger.append("custody.transported", said, seat="NL-07", party="NL", subject={"evidence": LANTERN})
    ending(ledger)
    entry = ledger.entries[-1]
    told = account.Account(Sayings(Words.of("en"), ZoneInfo("UTC")), subject(ledger).export, [UUID(LANTERN)])
    for one in court(ledger):
        told.add(one)
    people = {actor.name: set(actor.kinds) for actor in told.actors.values()}
    assert people["Jürgen Weiß"] == {"evidence.opened"}
    assert people["Piet Visser"] == {"custody.transported"} == people["Sergeant Bakker"]
    assert all("export.made" not in kinds and "evidence.released" not in kinds for kinds in people.values())
    assert entry.position in {row.position for row in told.administration.parts()[0]}
    rows = [row for part in (told.handling, told.administration) for row in part.parts()[0]]
    assert {row.exhibit for row in rows} == {"", "NL-2026-7KQ4M9TX"}, "only entries about no exhibit have no number"


def test_an_archive_bears_the_strictest_marking_and_numbers_of_its_exhibits() -> None:
    ledger = before_its_end()
    other = "0198e000-0000-7000-8000-0000000000aa"
    said = {"actor": ACTOR, "changes": {"tlp": {"from": "AMBER", "to": "RED"}}, "reason": "x"}
    ledger.append("evidence.described", said, subject={"evidence": other})
    strict = said | {"changes": {"tlp": {"from": "AMBER", "to": "AMBER_STRICT"}}}
    ledger.append("evidence.described", strict, subject={"evidence": other.replace("0198e", "0298e")})
    ending(ledger)
    sayings = Sayings(Words.of("en"), ZoneInfo("UTC"), Names(exhibits={other: "FR-2026-2QX7D4KM"}))
    told = account.Account(sayings, subject(ledger).export)
    for one in map(disclose, ledger.entries):
        told.add(one)
    rows = [row for part in (told.handling, told.administration) for row in part.parts()[0]]
    assert "FR-2026-2QX7D4KM" in {row.exhibit for row in rows}
    assert other[:8] not in {row.exhibit for row in rows}
    assert marking(told.marked())[0] == "RED"


def test_statistics_are_in_their_own_document_alone() -> None:
    table = (
        verifier.STATISTICS_HEADER
        + '"led","","12"\r\n"led","disclosure","suppressed"\r\n"party","","12"\r\n"party","NL","12"\r\n'
    )
    sayings = Sayings(Words.of("fr"), ZoneInfo("UTC"), Names({"NL": "Pays-Bas"}))
    found = figures(table, sayings)["tables"]
    assert [row for each in found for row in each["rows"]] == [
        ["Total", "12"],
        ["Communication", "masqué"],
        ["Total", "12"],
        ["Pays-Bas (NL)", "12"],
    ]


def test_what_it_carries_is_what_the_bag_holds(document: bytes, files: Files) -> None:
    carried = attachments(document)
    assert carried.keys() == {name for name, _, _ in made._FILES}
    text = words(document)
    for name, content in carried.items():
        assert hashlib.sha256(content).hexdigest() in text, name
        if name != made.BUNDLE:
            assert content == files[f"data/{name}"], name


def test_it_is_sufficient_alone(document: bytes, files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    carried = attachments(document)
    (tmp_path / "bundle.zip").write_bytes(carried["bundle.zip"])
    keys = verifier.parse_keys(f"{ledger.key.vkey}\n".encode())
    report = verify(tmp_path / "bundle.zip", verifier.Question(keys=keys))
    assert report.exit == EXIT_AUTHENTICATED, report.wrong
    same = taken_apart(tmp_path / "bundle.zip")
    assert {name for name in files if name.startswith("data/")} - same.keys() == {"data/custody.pdf"}
    assert all(same[name] == files[name] for name in same if name.startswith("data/"))


def test_a_bundle_cut_behind_the_one_in_it_is_found(zip_path: Path, document: bytes, tmp_path: Path) -> None:
    whole, inner = zip_path.read_bytes(), attachments(document)["bundle.zip"]
    assert inner in whole  # stored as it is: its own end would end a zip
    (tmp_path / "cut.zip").write_bytes(whole[: whole.index(inner) + len(inner)])
    report = verify(tmp_path / "cut.zip")
    assert (report.exit, report.wrong) == (EXIT_WRONG, ["file cut.zip: begins with something that is no zip"])


def test_the_verifier_knows_it_and_reads_no_pdf(files: Files, tmp_path: Path) -> None:
    report = verify(laid_out(files, tmp_path))
    assert [line for line in report.unchecked if line.startswith("data/custody.pdf: its signature")]
    bent = files | {"data/custody.pdf": files["data/custody.pdf"][:-1] + b"\0"}
    assert verify(laid_out(bent, tmp_path)).wrong == [
        "file data/custody.pdf: its SHA-256 is not the one in the manifest"
    ]


HOSTILE = (
    '#read("/etc/passwd") $x^2$ *bold* _it_ @ref <label> // no ```raw``` \\ [content] #import "@preview/x:1.0.0" ',
    "\u202e\u2066gpj.exe\u2069 \u0000 \ufffe \U0001f600 \ue000 \u200b\ufeff ",
    "שלום سلام Ελλάδα Кириллица 漢字 かな 한국 हिन्दी Việt ẞ ",
)


def hostile() -> ReferenceLedger:
    ledger, said = before_its_end(), "".join(HOSTILE)
    actor = {"name": said, "authority": "NL-OM"}
    changes = {"title": {"from": "Mailbox", "to": said}, "description": {"from": None, "to": "x" * 10_000}}
    ledger.append(
        "evidence.described", {"actor": actor, "changes": changes, "reason": said}, subject={"evidence": LANTERN}
    )
    return ending(ledger)


def test_what_people_wrote_stays_text(tmp_path: Path) -> None:
    ledger = hostile()
    asked = Setting(proceeding="".join(HOSTILE), requested_by=HOSTILE[0])
    text = words(made_of(ledger, court(ledger), tmp_path, asked)["data/custody.pdf"])
    assert '#read("/etc/passwd") $x^2$ *bold* _it_ @ref <label> // no ```raw``` \\ [content] #import' in text
    assert "root:x:0" not in text
    for named in ("202E", "2066", "0000", "FFFE", "1F600", "E000", "FEFF"):
        assert f"\u2039U+{named}\u203a" in text
    assert "\u202e" not in text
    for drawn in ("Ελλάδα", "Кириллица", "漢字", "かな", "한국", "Việt"):
        assert drawn in text
    assert "8,800 more characters in entries.jsonl" in text.replace("… ", "")


def test_every_character_that_counts_as_drawn_is_drawn(tmp_path: Path) -> None:
    """The standard refuses a document with a character that its fonts have not."""
    (tmp_path / "custody.typ").write_text("")
    every = [shown("".join(map(chr, sorted(covered())[at : at + 200]))) for at in range(0, len(covered()), 200)]
    template = (setting.TEMPLATE.read_text().partition("#set par")[0]) + "#for each in told.lines { par(each) }\n"
    told = {"title": "t", "about": "a", "kicker": "k", "language": "en", "lines": every}
    plain = tmp_path / "plain.typ"
    plain.write_text(template)
    drawn = setting.pdf(tmp_path / "root", told, {}, datetime(2026, 11, 24, tzinfo=UTC), template=plain)
    assert pages(drawn) > 5


def test_in_french_on_the_clocks_of_paris(ledger: ReferenceLedger, tmp_path: Path) -> None:
    text = words(made_of(ledger, court(ledger), tmp_path, PARIS)["data/custody.pdf"])
    for told in ("Relevé de traçabilité", "Pièce NL-2026-7KQ4M9TX", "JIRS Lille, 24/1187", "Claire Morel, FR-01"):
        assert told in text
    for told in (
        "2026-11-24 14:15:58 CET +01:00",
        "2026-11-24 13:15:58Z",
        "Enregistrée",
        "Objet de l\u2019équipe commune",
    ):
        assert told in text
    assert "Viewed" not in text


def test_an_hour_that_comes_twice_is_told_apart() -> None:
    sayings = Sayings(Words.of("en"), ZoneInfo("Europe/Paris"))
    assert sayings.moment("2026-10-25T00:30:00.000000Z") == "2026-10-25 02:30:00 CEST +02:00"
    assert sayings.moment("2026-10-25T01:30:00.000000Z") == "2026-10-25 02:30:00 CET +01:00"
    assert sayings.utc("2026-10-25T01:30:00.000000Z") == "2026-10-25 01:30:00Z"
    assert sayings.moment("2026-03-29T01:00:00.000000Z") == "2026-03-29 03:00:00 CEST +02:00"
    istanbul = Sayings(Words.of("en"), ZoneInfo("Europe/Istanbul"))
    assert istanbul.moment("2026-03-29T01:00:00.000000Z") == "2026-03-29 04:00:00 +03:00", "without an abbreviation"


@pytest.mark.parametrize(
    ("written", "zone", "told"),
    [
        ("9999-12-31T23:59:59Z", "Europe/Berlin", "9999-12-31 23:59:59 UTC +00:00 (9999-12-31 23:59:59Z)"),
        ("0001-01-01T00:00:00Z", "America/New_York", "0001-01-01 00:00:00 UTC +00:00 (0001-01-01 00:00:00Z)"),
        ("9999-13-31T23:59:59Z", "Europe/Berlin", "9999-13-31T23:59:59Z"),
    ],
)
def test_words_like_a_moment_that_no_clock_shows_stop_no_bundle(
    tmp_path: Path, written: str, zone: str, told: str
) -> None:
    """A party writes them as its file number; it is another's bundle that would never be made again."""
    ledger = before_its_end()
    said = {"actor": ACTOR, "justification": "x", "custodian": "x", "file_number": written, "files": []}
    ledger.append("evidence.taken", said, subject={"evidence": LANTERN}, purpose="JIT_PURPOSE")
    ending(ledger)
    text = words(made_of(ledger, court(ledger), tmp_path, replace(PARIS, language="en", zone=zone))["data/custody.pdf"])
    assert told in text
    if told != written:
        assert Sayings(Words.of("en"), ZoneInfo(zone)).moment(f"{written[:-1]}.000000Z") in told


def test_what_is_withheld_is_counted_and_never_said(ledger: ReferenceLedger, tmp_path: Path) -> None:
    withheld = [disclose(each, withhold=["justification", "place", "actor"]) for each in ledger.entries]
    text = words(made_of(ledger, withheld, tmp_path)["data/custody.pdf"])
    assert "The package discloses all 10 entries of the audit log" in text
    assert "Justification: withheld in 1 entry, log entry 7" in text
    assert "Place: withheld in" in text
    assert "NL-01" in text
    for secret in ("Überprüfung", "Rotterdam", "Jürgen", "Anneke"):
        assert secret not in text


def test_missing_entries_of_the_exhibit_are_named(ledger: ReferenceLedger) -> None:
    told = account.Account(Sayings(Words.of("en"), ZoneInfo("UTC")), subject(ledger).export, [UUID(LANTERN)])
    for entry in court(ledger):
        if entry.position not in {5, 6}:
            told.add(entry)
    assert (told.gaps, told.missing(LANTERN), told.last_n) == ({LANTERN: [(3, 4)]}, 2, {LANTERN: 6})


def long_ledger(count: int) -> ReferenceLedger:
    ledger = before_its_end()
    for number in range(count):
        said: dict[str, Any] = {"actor": ACTOR, "justification": f"Reason {number:05}.", "files": []}
        ledger.append("evidence.opened", said, subject={"evidence": LANTERN}, purpose="JIT_PURPOSE")
    return ending(ledger)


def test_no_entry_is_lost_between_pages(tmp_path: Path) -> None:
    ledger = long_ledger(180)
    document = made_of(ledger, court(ledger), tmp_path)["data/custody.pdf"]
    text = words(document)
    assert pages(document) > 8
    assert re.findall(r"Reason (\d{5})\.", text) == [f"{number:05}" for number in range(180)]
    assert all(each.commitment.hex() in text for each in ledger.entries if each.evidence == LANTERN)
    assert "Viewed (180\u00d7)" in text
    assert f"Page {pages(document)} of {pages(document)}" in text


def test_of_a_long_ledger_beginning_and_end_are_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(account, "HALF", 10)
    monkeypatch.setattr(made, "MOST_BYTES", 190_000)
    ledger = long_ledger(60)
    document = made_of(ledger, court(ledger), tmp_path)["data/custody.pdf"]
    text, numbers = words(document), re.findall(r"Reason (\d{5})\.", words(document))
    assert numbers == [f"{number:05}" for number in [*range(7), *range(50, 60)]]
    assert "24 of the 67 entries that the package discloses" in text
    assert "43 entries between log entries 17 and 59 are left out of this document because of its length" in text
    assert "Not attached, because of their size or because the package holds originals of exhibits: bundle.zip" in text
    assert "verify.py liaison-Operation-Lantern-NL-2026-7KQ4M9TX-court-2026-11-24-" in text
    assert made.BUNDLE not in attachments(document)


def test_the_typesetter_sees_one_folder_and_no_more(tmp_path: Path) -> None:
    for attack in (
        '#read("/etc/passwd")',
        '#read("../secret")',
        '#import "@preview/cetz:0.3.0": *',
        '#image("/proc/self/environ")',
    ):
        (tmp_path / "secret").write_text("secret")
        template = tmp_path / "attack.typ"
        template.write_text(f'#set document(title: "x")\n{attack}')
        with pytest.raises(setting.NotSet):
            setting.pdf(tmp_path / "root", {"title": "x"}, {}, datetime(2026, 1, 1, tzinfo=UTC), template=template)


def test_it_is_made_in_a_folder_named_from_where_the_server_runs(
    ledger: ReferenceLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `make run` names its state: `.liaison`."""
    monkeypatch.chdir(tmp_path)
    (state := Path(".liaison")).mkdir()
    assert made_of(ledger, court(ledger), state)["data/custody.pdf"].startswith(b"%PDF-")


def test_nothing_of_its_making_is_left(ledger: ReferenceLedger, tmp_path: Path) -> None:
    """Nor what a process that was killed had left: it holds in the clear what the bundle discloses."""
    left = tmp_path / ".b.zip.setting" / "files"
    left.mkdir(parents=True)
    (left / "of another time").write_text("x")
    found = made_of(ledger, court(ledger), tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["b.zip"]
    assert "of another time" not in attachments(found["data/custody.pdf"])
