"""The demonstration's files, each read by something that did not write it; and the catalogue, held to the product's rules."""

# ruff: noqa: RUF001 - Greek letters, dashes and quotation marks are meant as such.

import csv
import email
import email.policy
import io
import ipaddress
import json
import re
import sqlite3
import time
import unicodedata
import wave
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from PIL import Image

from app.api.evidence.views.evidence import EvidenceForm
from app.demo.content import Content
from app.demo.files import Catalogue, catalogue
from app.demo.people import PEOPLE, PLACES
from app.demo.spec import Exhibit
from app.demo.story import IBAN_CH, IBAN_DE, IBAN_ES, IBAN_FR, IBAN_NL, OTHERS, imei
from app.demo.teams import TEAMS
from app.services.evidence.files import NAME_LIMIT

REFERENCE = datetime(2026, 11, 24, 13, 15, 58, 35801, tzinfo=UTC)
MEBIBYTE = 2**20


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return catalogue(REFERENCE)


@pytest.fixture(scope="module")
def lantern(whole: Catalogue) -> tuple[Exhibit, ...]:
    return whole.lantern


@pytest.fixture(scope="module")
def exhibits(whole: Catalogue) -> tuple[Exhibit, ...]:
    return whole.lantern + whole.sextant


@pytest.fixture(scope="module")
def contents(exhibits: tuple[Exhibit, ...]) -> dict[str, list[Content]]:
    """By media type; the one that arrives damaged is read in a test of its own."""
    found = defaultdict(list)
    for exhibit in exhibits:
        for upload in exhibit.files:
            if upload.declared_sha256 in {None, upload.content.sha256}:
                found[upload.content.media_type].append(upload.content)
    return found


def of(exhibits: tuple[Exhibit, ...], key: str) -> Exhibit:
    return next(exhibit for exhibit in exhibits if exhibit.key == key)


# The catalogue as a whole


def test_catalogue_of_a_moment_is_reproducible_small_and_quickly_made(exhibits: tuple[Exhibit, ...]) -> None:
    (again, one), (later, other) = made_at(REFERENCE), made_at(REFERENCE + timedelta(days=1))
    assert again.lantern + again.sextant == exhibits
    assert later.lantern != again.lantern
    assert min(one, other) < 2  # the better of two: the machine may be busy
    assert sum(len(upload.content.data) for exhibit in exhibits for upload in exhibit.files) < 6 * MEBIBYTE


def made_at(moment: datetime) -> tuple[Catalogue, float]:
    """The catalogue, and the seconds of processor time that it took."""
    begun = time.process_time()
    made = catalogue(moment)
    return made, time.process_time() - begun


def test_the_countries_contribute_what_the_story_says(whole: Catalogue, exhibits: tuple[Exhibit, ...]) -> None:
    lantern = Counter(exhibit.originator for exhibit in whole.lantern)
    assert lantern.keys() == {"NL", "DE", "FR", "CH"}
    assert lantern["NL"] > lantern["DE"] > lantern["FR"] > lantern["CH"] >= 3
    assert Counter(exhibit.originator for exhibit in whole.sextant).keys() == {"NL", "ES", "GR"}
    assert len({exhibit.key for exhibit in exhibits}) == len(exhibits) >= 60
    assert all(exhibit.files for exhibit in exhibits)


def test_every_exhibit_is_a_registration_that_the_product_takes(exhibits: tuple[Exhibit, ...]) -> None:
    for exhibit in exhibits:
        form = EvidenceForm.model_validate(
            {
                "title": exhibit.title,
                "kind": exhibit.kind,
                "category": exhibit.category,
                "description": exhibit.description,
                "acquired_at": exhibit.provenance.acquired_at,
                "acquired_zone": exhibit.provenance.acquired_zone,
                "acquired_by": exhibit.provenance.acquired_by,
                "place": exhibit.provenance.place,
                "legal_basis": exhibit.provenance.legal_basis,
                "handling": list(exhibit.marking.handling),
                "handling_text": exhibit.marking.text,
                "tlp": exhibit.marking.tlp,
                "declared_hashes": [
                    {"algorithm": declared.algorithm, "value": declared.value, "of": declared.of}
                    for declared in exhibit.declared_hashes
                ],
                "releases": [
                    {
                        "party": release.party,
                        "level": release.level,
                        "authorities": release.authorities,
                        "not_before": release.not_before,
                        "until": release.until,
                        "purposes": release.purposes,
                        "basis": release.basis,
                    }
                    for release in exhibit.releases
                ],
            }
        )
        assert form.title == exhibit.title


def test_whoever_registers_and_is_named_sits_where_the_catalogue_says(whole: Catalogue) -> None:
    for team, exhibits in (("lantern", whole.lantern), ("sextant", whole.sextant)):
        seats = {place.email: place for place in PLACES if place.team == team}
        spec = next(spec for spec in TEAMS if spec.key == team)
        authorities = {party.code: {one.code for one in party.authorities} for party in spec.parties}
        for exhibit in exhibits:
            by = seats[exhibit.registered_by]
            assert by.party == exhibit.originator
            assert {"leader", "member"} & set(by.roles)
            assert len({release.party for release in exhibit.releases}) == len(exhibit.releases)
            for release in exhibit.releases:
                assert release.party != exhibit.originator
                assert set(release.authorities or ()) <= authorities[release.party]
                assert {seats[person].party for person in release.people or ()} <= {release.party}


def test_people_are_accounts_and_every_party_has_its_leader_or_participant() -> None:
    accounts = {person.email for person in PEOPLE}
    assert len(accounts) == len(PEOPLE) == 19
    assert {place.email for place in PLACES} == accounts - {"operator@host.demo"}
    for spec in TEAMS:
        places = [place for place in PLACES if place.team == spec.key]
        assert len({place.email for place in places}) == len(places)
        assert places[0].roles == ("coordinator",)
        assert places[0].party == spec.parties[0].code
        for party in spec.parties:
            wanted = "participant" if party.kind == "eu_body" else "leader"
            assert any(place.party == party.code and wanted in place.roles for place in places)


def test_markings_demand_what_their_protocol_demands(exhibits: tuple[Exhibit, ...]) -> None:
    assert {exhibit.marking.tlp for exhibit in exhibits} >= {"RED", "AMBER_STRICT", "AMBER", "GREEN"}
    for exhibit in exhibits:
        for release in exhibit.releases:
            assert exhibit.marking.tlp != "RED" or release.people
            assert exhibit.marking.tlp != "AMBER_STRICT" or len(release.authorities or ()) == 1
            # Participants are admitted only where a release names them.
            assert release.party not in {"EUROPOL", "EUROJUST"} or release.people
            assert release.until is None or release.until > REFERENCE
            assert release.not_before is None or release.not_before > REFERENCE


def test_the_cases_that_a_demonstration_shows(lantern: tuple[Exhibit, ...]) -> None:
    releases = [release for exhibit in lantern for release in exhibit.releases]
    assert sum(release.not_before is not None for release in releases) >= 3
    assert sum(release.until == REFERENCE + timedelta(hours=70) for release in releases) >= 2
    assert any(release.purposes for release in releases)
    # The main job: the disk image is Germany's to take and does not exist for France.
    assert {release.party: release.level for release in of(lantern, "nl-lampkit").releases} == {
        "DE": "held",
        "EUROPOL": "readable",
    }
    assert of(lantern, "nl-privileged").releases == ()
    assert of(lantern, "nl-privileged").marking.text
    assert of(lantern, "nl-farewell").marking.handling == of(lantern, "fr-ticket").marking.handling == ("H1",)
    names = [upload.content.name for exhibit in lantern for upload in exhibit.files]
    assert any(unicodedata.name(name[0]).startswith("GREEK") for name in names)
    assert NAME_LIMIT >= max(map(len, names)) > 200
    assert max(len(name.encode()) for name in names) <= 255


def test_the_past_is_past_and_the_files_know_no_more_than_their_finders(exhibits: tuple[Exhibit, ...]) -> None:
    for exhibit in exhibits:
        acquired = exhibit.provenance.acquired_at
        assert timedelta(days=1) < REFERENCE - acquired < timedelta(days=192)
        for upload in exhibit.files:
            text = (
                upload.content.data.decode("utf-8", "ignore") if upload.content.media_type.startswith("text/") else ""
            )
            for stamp in re.findall(r"\b(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z", text):
                assert datetime.fromisoformat(f"{stamp}+00:00") <= acquired + timedelta(hours=12), upload.content.name


def test_declared_hashes_are_true_but_for_one(exhibits: tuple[Exhibit, ...]) -> None:
    uploads = [(exhibit.key, upload) for exhibit in exhibits for upload in exhibit.files]
    differing = [key for key, upload in uploads if upload.declared_sha256 not in {None, upload.content.sha256}]
    assert differing == ["de-phone"]
    assert sum(upload.declared_sha256 is not None for _, upload in uploads) > 30
    for exhibit in exhibits:
        for declared in exhibit.declared_hashes:
            if declared.algorithm == "sha256":
                assert declared.value == exhibit.files[0].content.sha256


def test_nobody_real_is_named(contents: dict[str, list[Content]]) -> None:
    documentation = [
        ipaddress.ip_network(net) for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "10.66.0.0/24")
    ]
    for found in contents.values():
        for content in found:
            if content.media_type in {"image/jpeg", "image/png", "application/pdf", "audio/wav", "application/zip"}:
                continue  # packed; chance makes addresses in them
            text = re.sub(rb"=\r?\n", b"", content.data).decode("latin-1")  # quoted-printable breaks lines anywhere
            for word in re.findall(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])", text):
                address = ipaddress.ip_address(word)
                assert any(address in net for net in documentation), (content.name, word)
            for domain in re.findall(r"@([a-z0-9.-]+\.[a-z]+)", text):
                assert domain.endswith((".example", ".test")), (content.name, domain)


def test_account_numbers_have_their_check_digits() -> None:
    for number in (IBAN_NL, IBAN_DE, IBAN_FR, IBAN_CH, IBAN_ES, *OTHERS):
        rotated = number[4:] + number[:4]
        assert int("".join(str(int(letter, 36)) for letter in rotated)) % 97 == 1
    digits = [int(digit) for digit in reversed(imei(417003))]
    assert sum(sum(divmod(digit * 2, 10)) if place % 2 else digit for place, digit in enumerate(digits)) % 10 == 0


# Format by format


def test_mail_is_read_by_the_standard_library(contents: dict[str, list[Content]]) -> None:
    subjects, attachments = [], 0
    for content in contents["message/rfc822"]:
        message = email.message_from_bytes(content.data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        assert not message.defects
        assert message["Date"].datetime.tzinfo is not None
        body = message.get_body(("plain",))
        assert body is not None
        assert body.get_content().strip()
        subjects.append(message["Subject"])
        attachments += len(list(message.iter_attachments()))
    assert "Νέα συσκευή στον λογαριασμό σας" in subjects
    assert attachments >= 2


def test_mailboxes_fall_into_their_messages(contents: dict[str, list[Content]]) -> None:
    boxes = {content.name: list(_messages(content.data)) for content in contents["application/mbox"]}
    assert {name: len(found) for name, found in boxes.items()} == {"support.mbox": 7, "wk.mbox": 3}
    support = boxes["support.mbox"]
    assert "From here on this address" in str(support[-1].get_content())
    french, greek = support[2], support[3]
    assert french["Subject"] == "Réclamation d’un client – échange de 14 comptes"
    assert "σε αναμονή" in greek.get_content()
    assert support[1]["In-Reply-To"] == support[0]["Message-ID"]
    assert [part.get_filename() for part in support[0].iter_attachments()] == ["order-40317.csv"]
    assert support[4].get_content_type() == "multipart/alternative"


def _messages(mailbox: bytes) -> Iterator[EmailMessage]:
    for part in re.split(rb"(?m)^From \S+ .*\n", mailbox)[1:]:
        message = email.message_from_bytes(re.sub(rb"(?m)^>(>*From )", rb"\1", part), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        assert not message.defects
        yield message


def test_documents_open_and_can_be_searched(contents: dict[str, list[Content]]) -> None:
    pages, texts = {}, {}
    for content in contents["application/pdf"]:
        with closing(pypdfium2.PdfDocument(content.data)) as document:
            pages[content.name] = len(document)
            texts[content.name] = "\n".join(page.get_textpage().get_text_range() for page in document)
            assert document.get_metadata_dict()["Title"]
            picture = document[0].render(scale=0.5).to_pil().convert("L")
            assert picture.getextrema() == (pytest.approx(0, abs=60), 255)
    assert len(pages) >= 12
    assert pages["NL-MA-7 stealer analysis.pdf"] == pages["DE-AN-31 Lantern.pdf"] == 2
    assert "Tijden zijn lokale tijd" in texts["PV-0412 doorzoeking.pdf"]
    assert "Übergabe eines kleinen Gegenstands" in texts["Observationsbericht 12.pdf"]
    assert "Procès-verbal de perquisition" in texts["PV-112 perquisition.pdf"]
    assert "Όλες οι ώρες είναι ώρα Αθήνας" in texts["Κατάλογος_για_το_φανάρι.pdf"]
    assert "Κατασχεθέντα αντικείμενα" in texts["Έκθεση κατάσχεσης 051-26.pdf"]


def test_documents_have_a_true_table_of_offsets(contents: dict[str, list[Content]]) -> None:
    for content in contents["application/pdf"]:
        start = int(re.findall(rb"startxref\n(\d+)\n%%EOF", content.data)[-1])
        table = content.data[start:]
        assert table.startswith(b"xref\n0 ")
        for number, offset in enumerate(re.findall(rb"(\d{10}) 00000 n", table), start=1):
            assert content.data[int(offset) :].startswith(f"{number} 0 obj\n".encode())


def test_pictures_open_whole_and_photographs_say_when(exhibits: tuple[Exhibit, ...]) -> None:
    kinds: Counter[str] = Counter()
    for exhibit in exhibits:
        for upload in exhibit.files:
            if not upload.content.media_type.startswith("image/"):
                continue
            with Image.open(io.BytesIO(upload.content.data)) as picture:
                picture.load()
                assert min(picture.size) >= 200
                assert len(set(picture.convert("L").resize((32, 32)).tobytes())) > 3
                kinds[picture.format or ""] += 1
                if picture.format == "JPEG":
                    taken = picture.getexif().get_ifd(0x8769)
                    stamp = datetime.strptime(f"{taken[0x9003]} {taken[0x9011]}", "%Y:%m:%d %H:%M:%S %z")
                    assert stamp == exhibit.provenance.acquired_at.replace(microsecond=0)
    assert kinds["JPEG"] >= 8
    assert kinds["PNG"] >= 5


def test_tables_are_rectangular_in_their_own_dialects(contents: dict[str, list[Content]]) -> None:
    rows_of = {}
    for content in contents["text/csv"]:
        encoding = "cp1252" if content.name.startswith("Umsaetze") else "utf-8-sig"
        text = content.data.decode(encoding)
        dialect = csv.Sniffer().sniff(text.splitlines()[0], delimiters=",;")
        rows = list(csv.reader(io.StringIO(text), delimiter=dialect.delimiter))
        assert len({len(row) for row in rows}) == 1, content.name
        rows_of[content.name] = rows
    assert len(rows_of["house-wallet.csv"]) == 361
    assert rows_of["Umsaetze_DE.csv"][0][1] == "Begünstigter/Auftraggeber"
    assert re.fullmatch(r"\d+,\d\d", rows_of["Umsaetze_DE.csv"][1][5])
    assert re.fullmatch(r"\d+\.\d\d", rows_of["Kontoauszug-CH.csv"][1][5])


def test_json_says_its_zone(contents: dict[str, list[Content]]) -> None:
    languages = set()
    for content in contents["application/json"]:
        body = json.loads(content.data)
        if "messages" in body:
            times = [datetime.fromisoformat(message["at"]) for message in body["messages"]]
            assert times == sorted(times)
            assert all(at.tzinfo for at in times)
            assert {message["from"] for message in body["messages"]} == set(body["room"]["participants"])
            languages.add(body["export"]["time_zone"])
        else:
            assert datetime.fromisoformat(body["answered_at"]).tzinfo
            assert all(0 < session["port"] < 65536 for session in body["sessions"])
    assert languages == {"Europe/Amsterdam", "Europe/Berlin", "Europe/Paris", "Europe/Athens"}


def test_databases_are_whole(contents: dict[str, list[Content]]) -> None:
    for content in contents["application/vnd.sqlite3"]:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content.data)
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
            assert database.execute("pragma foreign_key_check").fetchall() == []
            query = "select count(*) from calls" if content.name == "contacts.db" else "select count(*) from turnover"
            assert database.execute(query).fetchone() == ((160,) if content.name == "contacts.db" else (4,))


def test_archives_hold_what_their_lists_say(exhibits: tuple[Exhibit, ...]) -> None:
    whole = of(exhibits, "nl-phone").files[0].content
    with zipfile.ZipFile(io.BytesIO(whole.data)) as archive:
        assert archive.testzip() is None
        listed = {row["name"]: row for row in csv.DictReader(archive.read("MANIFEST.csv").decode().splitlines())}
        assert set(archive.namelist()) == {*listed, "MANIFEST.csv"}
        for name, row in listed.items():
            assert Content(name, "", archive.read(name)).sha256 == row["sha256"]
    damaged = of(exhibits, "de-phone").files[0]
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(damaged.content.data))


def test_recordings_play(contents: dict[str, list[Content]]) -> None:
    assert len(contents["audio/wav"]) == 2
    for content in contents["audio/wav"]:
        with wave.open(io.BytesIO(content.data)) as sound:
            assert sound.getframerate() == 8000
            assert 2 < sound.getnframes() / 8000 < 10
            assert len(set(sound.readframes(8000))) > 50
