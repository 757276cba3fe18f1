"""The stored files of the demonstration: complete, with the listed hashes, readable, and about nobody real."""

import csv
import email
import email.policy
import hashlib
import io
import ipaddress
import json
import mailbox
import re
import sqlite3
import wave
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from itertools import chain
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from PIL import Image

from app.demo.catalogue import EXHIBITS
from app.demo.spec import FILES, Upload

UPLOADS = {upload.path: upload for exhibit in chain(*EXHIBITS.values()) for upload in exhibit.files}
HASHES = {
    path: value
    for value, path in (line.split("  ", 1) for line in (FILES / "SHA256SUMS").read_text().split("\n") if line)
}
DAMAGED = "lantern/auswertung-118-06.zip"
MEBIBYTE = 2**20


def test_every_stored_file_is_listed_and_belongs_to_one_exhibit() -> None:
    stored = {path.relative_to(FILES).as_posix() for path in FILES.glob("*/*")}
    assert stored == UPLOADS.keys()
    assert {path.removesuffix(".gz") for path in stored} == HASHES.keys()
    assert sum(len(exhibit.files) for exhibit in chain(*EXHIBITS.values())) == len(UPLOADS)
    assert sum((FILES / path).stat().st_size for path in stored) < 4 * MEBIBYTE


@pytest.mark.parametrize("upload", UPLOADS.values(), ids=lambda upload: upload.path)
def test_file_has_the_listed_hash(upload: Upload) -> None:
    assert hashlib.sha256(upload.read()).hexdigest() == HASHES[upload.path.removesuffix(".gz")]


def test_declared_hashes_are_true_except_for_the_damaged_file() -> None:
    assert [path for path, upload in UPLOADS.items() if upload.wrong_sha256] == [DAMAGED]
    assert sum(upload.declared for upload in UPLOADS.values()) > 30
    for exhibit in chain(*EXHIBITS.values()):
        for declared in exhibit.declared_hashes:
            assert declared.value == hashlib.new(declared.algorithm, exhibit.files[0].read()).hexdigest()


# What each kind of file must be, read by a library or by the numbers of its format.


def open_pdf(data: bytes) -> None:
    with closing(pypdfium2.PdfDocument(data)) as document:
        assert len(document) in {1, 2}
        assert document.get_metadata_dict()["Title"]
        assert len(document[0].get_textpage().get_text_range()) > 200


def open_picture(data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        assert min(picture.size) >= 200


def open_capture(data: bytes) -> None:
    assert data[:4] == bytes.fromhex("d4c3b2a1")
    assert data[20:24] == bytes([1, 0, 0, 0])  # Ethernet


def open_volume(data: bytes) -> None:
    assert data[54:62] == b"FAT12   "
    assert data[510:512] == bytes.fromhex("55aa")
    assert len(data) == 512 * int.from_bytes(data[19:21], "little")


def open_archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        rows = csv.DictReader(archive.read("MANIFEST.csv").decode().splitlines())
        for row in rows:
            assert hashlib.sha256(archive.read(row["name"])).hexdigest() == row["sha256"]


def open_database(data: bytes) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        assert database.execute("pragma foreign_key_check").fetchall() == []


def open_recording(data: bytes) -> None:
    with wave.open(io.BytesIO(data)) as sound:
        assert 2 < sound.getnframes() / sound.getframerate() < 10


def open_message(data: bytes) -> None:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert not message.defects
    assert message["Subject"]


def open_table(data: bytes) -> None:
    lines = data.decode("utf-8-sig" if b"Beg\xfcnstigter" not in data else "cp1252").splitlines()
    separator = ";" if ";" in lines[0] else ","
    assert len({len(row) for row in csv.reader(lines, delimiter=separator)}) == 1


def open_text(data: bytes) -> None:
    assert data.decode("utf-8").strip()


OPEN: dict[str, Callable[[bytes], object]] = {
    ".pdf": open_pdf,
    ".jpg": open_picture,
    ".png": open_picture,
    ".pcap": open_capture,
    ".dd": open_volume,
    ".zip": open_archive,
    ".db": open_database,
    ".sqlite": open_database,
    ".wav": open_recording,
    ".eml": open_message,
    ".json": json.loads,
    ".csv": open_table,
    ".txt": open_text,
    ".log": open_text,
    ".yar": open_text,
}


@pytest.mark.parametrize("path", sorted(path for path in UPLOADS if path != DAMAGED and not path.endswith(".mbox")))
def test_file_can_be_opened(path: str) -> None:
    OPEN[Path(path.removesuffix(".gz")).suffix](UPLOADS[path].read())


@pytest.mark.parametrize(("path", "messages"), [("lantern/support.mbox", 7), ("lantern/wk.mbox", 3)])
def test_mailbox_contains_its_messages(path: str, messages: int) -> None:
    with closing(mailbox.mbox(FILES / path, create=False)) as found:
        assert len(found) == messages
        assert all(message["Subject"] and not message.defects for message in found)


def test_damaged_archive_cannot_be_opened() -> None:
    with pytest.raises(zipfile.BadZipFile):
        open_archive(UPLOADS[DAMAGED].read())


def test_photographs_contain_the_time_of_acquisition() -> None:
    photographs = 0
    for exhibit in chain(*EXHIBITS.values()):
        for upload in exhibit.files:
            if upload.path.endswith(".jpg"):
                photographs += 1
                with Image.open(FILES / upload.path) as picture:
                    taken = picture.getexif().get_ifd(0x8769)
                stamp = datetime.strptime(f"{taken[0x9003]} {taken[0x9011]}", "%Y:%m:%d %H:%M:%S %z")
                assert stamp == exhibit.provenance.acquired_at
    assert photographs == 9


def test_texts_contain_only_documentation_addresses_and_reserved_domains() -> None:
    documentation = [
        ipaddress.ip_network(net) for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "10.66.0.0/24")
    ]
    packed = (".jpg", ".png", ".pdf", ".wav", ".zip")  # addresses occur in their bytes by chance
    for upload in UPLOADS.values():
        if upload.path.endswith(packed):
            continue
        content = re.sub(rb"=\r?\n", b"", upload.read()).decode("latin-1")  # quoted-printable breaks lines anywhere
        for word in re.findall(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])", content):
            assert any(ipaddress.ip_address(word) in net for net in documentation), (upload.path, word)
        for domain in re.findall(r"@([a-z0-9.-]+\.[a-z]+)", content):
            assert domain.endswith((".example", ".test")), (upload.path, domain)
