"""Kinds of files by their first bytes, and by nothing else."""

import io
import zipfile

import pytest
from PIL import Image

from app.vault import sniffing
from app.vault.sniffing import family, media_type
from app.vault.vault import Vault
from tests.support.vault import DATA, needs_data, some_bytes, some_place, store

REAL = {
    "Document.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "contacts2.db": "application/vnd.sqlite3",
    "ext2.E01": "application/x-ewf",
    "ext2.qcow2": "application/x-qemu-disk",
    "image.E01": "application/x-ewf",
    "iso9660.raw": "application/x-iso9660-image",
    "networkminer.pcap.FileInfos.csv": "text/csv",
    "syslog.zip": "application/zip",
}


@needs_data
async def test_real_files_are_told_by_content_through_the_vault(vault: Vault) -> None:
    for path in sorted(DATA.iterdir()):
        place, content = some_place(), path.read_bytes()
        segments = await store(vault, place, [content[:100], content[100:]])
        assert await sniffing.of_file(vault, place, segments) == REAL[path.name], path.name


def ext_image() -> bytes:
    head = bytearray(0x1000)
    head[0x438:0x43A] = b"\x53\xef"
    head[0x44C] = 1
    return bytes(head)


def at(offset: int, signature: bytes) -> bytes:
    return (bytes(offset) + signature).ljust(offset + 2048, b"\0")


def picture(kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (picture("PNG"), "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (picture("GIF"), "image/gif"),
        (picture("BMP"), "image/bmp"),
        (picture("TIFF"), "image/tiff"),
        (picture("WEBP"), "image/webp"),
        (b"%PDF-1.7\n...", "application/pdf"),
        (b"\n\n  junk before %PDF-1.4", "application/pdf"),
        (ext_image(), "application/x-ext-image"),
        (at(0x8001, b"CD001"), "application/x-iso9660-image"),
        (at(0x36, b"FAT12   "), "application/x-fat-image"),
        (bytes(446) + b"\x80\x01\x01\x00\x0c" + bytes(59) + b"\x55\xaa" + bytes(512), "application/x-raw-disk-image"),
        (b"\xd4\xc3\xb2\xa1\x02\x00\x04\x00", "application/vnd.tcpdump.pcap"),
        (b"\x0a\x0d\x0d\x0a\x1c\x00\x00\x00", "application/x-pcapng"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"RIFF\x24\x00\x00\x00????", "application/octet-stream"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4"),
        (b"From: noor@example.org\r\nTo: jonas@example.org\r\nSubject: x\r\n\r\nhello", "message/rfc822"),
        (b'{"a": [1, 2]}', "application/json"),
        (b'[{"open": 1}, ' + b'{"x": "' + b"y" * sniffing.HEAD_BYTES, "application/json"),
        (b"[not json]", "text/plain"),
        (b"[" * 30_000, "text/plain"),
        (b"a;b;c\n1;2;3\n4;5;6\n", "text/csv"),
        ("Η τράπεζα, η μέρα\nκαι η νύχτα\n".encode(), "text/plain"),  # noqa: RUF001 - Greek
        ("τηλέφωνο;ποσό\n1;2\n".encode("utf-16"), "text/csv"),
        ("Ελληνικά, μια γραμμή".encode("iso8859-7"), "text/plain"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "text/html"),
        (b'<?xml version="1.0"?><svg xmlns="x"/>', "image/svg+xml"),
        (b'<?xml version="1.0"?><case/>', "application/xml"),
        (b"MZ\x90\x00", "application/vnd.microsoft.portable-executable"),
        (b"\x00", "application/octet-stream"),
        (bytes(4096), "application/octet-stream"),
        (some_bytes(4096), "application/octet-stream"),
        (b"\x01\x02\x03\x04", "application/octet-stream"),
    ],
)
def test_a_kind_is_told_by_its_first_bytes(head: bytes, expected: str) -> None:
    assert media_type(head) == expected


def test_an_archive_is_told_from_what_is_packed_as_one() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert media_type(made.getvalue()) == "application/vnd.oasis.opendocument.text"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("notes.txt", "x")
    assert media_type(made.getvalue()) == "application/zip"


def test_no_beginning_of_anything_is_too_short() -> None:
    for sample in (
        picture("PNG"),
        b"%PDF-1.7",
        ext_image(),
        b"PK\x03\x04",
        b"RIFF",
        b"\x55\xaa" * 300,
        some_bytes(600),
    ):
        for size in range(min(700, len(sample))):
            assert media_type(sample[:size])


def test_what_is_rendered_as_what() -> None:
    assert family("application/pdf") == "pdf"
    assert family("image/png") == "image"
    assert {family(kind) for kind in ("image/svg+xml", "text/csv", "application/rtf", "application/json")} == {"text"}
    assert {family(kind) for kind in ("text/html", "message/rfc822", "application/zip")} == {"document"}
    assert {family(kind) for kind in ("image/heic", "application/gzip", "application/x-ewf", sniffing.UNKNOWN)} == {
        None
    }
