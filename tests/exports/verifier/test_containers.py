"""Hostile containers: nothing is unpacked elsewhere, nothing grows without bound, nothing ends in a traceback."""

import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from app.exports import verifier
from app.exports.verifier import EXIT_INTACT, EXIT_WRONG, MAX_RATIO, Usage, plain, safe_path, verify
from tests.exports.bundles import Files, laid_out, resealed, taken_apart, zipped
from tests.support.ledgers.reference_ledger import ReferenceLedger
from tests.support.random_choices import seeded

EVIL = [
    *(
        "../evil",
        "/evil",
        "bag/../../evil",
        "bag//x",
        "bag/./x",
        "C:evil",
        "bag\\..\\evil",
        "bag/nul\x01l",
        "..",
        "bag/a:b",
    ),
    *("bag/*", 'bag/"x"', "bag/../../../../../../etc/passwd"),
]


def in_folder(files: Files, name: str = "bag") -> list[tuple[str | zipfile.ZipInfo, bytes]]:
    return [(f"{name}/{path}", content) for path, content in files.items()]


def finding(path: Path) -> str:
    report = verify(path)
    assert report.exit == EXIT_WRONG
    return report.wrong[0]


@pytest.mark.parametrize("name", EVIL)
def test_names_that_leave_the_folder(name: str, files: Files, tmp_path: Path) -> None:
    assert not safe_path(name)
    assert "an unsafe name in the zip" in finding(zipped([*in_folder(files), (name, b"x")], tmp_path))
    assert [each.name for each in tmp_path.iterdir() if each.name == "evil"] == []


def test_a_bag_at_the_top_of_the_zip_or_repacked_is_the_same_bag(files: Files, tmp_path: Path) -> None:
    assert verify(zipped(list(files.items()), tmp_path)).exit == EXIT_INTACT
    path = tmp_path / "again.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("other name")
        for member, content in in_folder(files, "other name"):
            archive.writestr(member, content)
    assert verify(path).exit == EXIT_INTACT


def test_a_folder_that_holds_the_bag(files: Files, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    laid_out(files, outer)
    assert verify(outer).exit == EXIT_INTACT
    laid_out(files, outer)
    assert "there is no bagit.txt" in finding(outer)


def test_a_name_twice(files: Files, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zipped([*in_folder(files), ("bag/data/checkpoint", b"other")], tmp_path)
    assert finding(path) == "file bag/data/checkpoint: twice in the zip"


def test_a_link_in_the_zip(files: Files, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("bag/data/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert (
        finding(zipped([*in_folder(files), (link, b"/etc/passwd")], tmp_path))
        == "file bag/data/link: a link in the zip"
    )


def test_a_bomb(files: Files, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in in_folder(files):
            archive.writestr(member, content)
        archive.writestr("bag/data/zeros", bytes(1 << 25))
    assert finding(path) == f"file bag/data/zeros: grows more than {MAX_RATIO} times when unpacked"


def test_a_zip_whose_directory_lies_about_sizes(files: Files, tmp_path: Path) -> None:
    path = zipped(in_folder(files), tmp_path)
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02", 0, raw.rindex(b"bag/data/entries.jsonl"))
    size = struct.unpack_from("<I", raw, at + 24)[0]
    struct.pack_into("<I", raw, at + 24, size - 5)
    path.write_bytes(raw)
    assert "data/entries.jsonl" in finding(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions(method: int, files: Files, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        for member, content in in_folder(files):
            archive.writestr(member, content)
    assert "compressed in an unknown way" in finding(path)


def test_an_encrypted_member(files: Files, tmp_path: Path) -> None:
    path = zipped(in_folder(files), tmp_path)
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02", 0, raw.rindex(b"bag/data/checkpoint"))
    raw[at + 8] |= 1
    path.write_bytes(raw)
    assert "encrypted" in finding(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04" + bytes(100), b"not a zip at all" * 100, bytes(22)])
def test_what_is_no_zip(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(content)
    assert "not a readable zip" in finding(path)


def test_an_empty_zip_and_a_zip_of_something_else(tmp_path: Path) -> None:
    assert "no bagit.txt" in finding(zipped([], tmp_path))
    assert "no bagit.txt" in finding(zipped([("a", b""), ("b", b"")], tmp_path))
    assert "no bagit.txt" in finding(zipped([("a/b", b"")], tmp_path))


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="no such file"):
        verify(tmp_path / "absent")
    assert "no bagit.txt" in finding(tmp_path)


def test_more_files_than_anybody_makes(files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifier, "MAX_FILES", 5)
    assert "one too many in the zip" in finding(zipped(in_folder(files), tmp_path))
    assert "one file too many" in finding(laid_out(files, tmp_path))


def test_links_and_devices_in_a_folder(files: Files, tmp_path: Path) -> None:
    bag = laid_out(files, tmp_path)
    (bag / "data" / "link").symlink_to("/etc/passwd")
    assert "file data/link: a link or a device" in finding(bag)
    (bag / "data" / "link").unlink()
    (bag / "data" / "folder").symlink_to("/etc")
    assert "file data/folder: a link or a device" in finding(bag)
    (bag / "data" / "folder").unlink()
    os.mkfifo(bag / "data" / "pipe")
    assert "file data/pipe: a link or a device" in finding(bag)


def test_a_torn_or_bent_zip_never_ends_in_a_traceback(zip_path: Path, files: Files, tmp_path: Path) -> None:
    """Each bent byte is found, or lies in the zip's own wrapping and changes no file."""
    raw = zip_path.read_bytes()
    path = tmp_path / "bent.zip"
    chance = seeded(7)
    for _ in range(120):
        at = chance.choice([chance.randrange(len(raw)), len(raw) - 1 - chance.randrange(3000)])
        path.write_bytes(raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(8))]) + raw[at + 1 :])
        report = verify(path)
        if report.exit != EXIT_WRONG:
            assert taken_apart(path) == files, at
    for _ in range(30):
        path.write_bytes(raw[: chance.randrange(len(raw))])
        assert verify(path).exit == EXIT_WRONG


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bag-info.txt", b"\xff\xfe\x00", "bundle's own entry"),
        ("bag-info.txt", b"A: 1\nA: 2\n", "file bag-info.txt: A stands twice"),
        ("data/keys.json", b"[]", "file data/keys.json: no list of log keys"),
        ("data/keys.json", b"{}", "file data/keys.json: no list of log keys"),
        ("data/keys.json", b'{"log":[7]}', "file data/keys.json: a log key without vkey"),
        ("data/keys.json", b'{"log":[{"vkey":"x"}]}', "file data/keys.json: a log key without the sizes"),
        ("data/keys.json", b'{"log":[],"log":[]}', "a key stands twice in an object"),
        ("data/keys.json", b'{"log":[],"witnesses":[1]}', "file data/keys.json: a witness without vkey"),
        ("data/keys.json", '{"ö":1}'.encode(), "a key is not ASCII"),
        ("data/keys.json", b" " * (1 << 21), "file data/keys.json: larger than"),
        ("data/checkpoint", b"", "data/checkpoint: not a text"),
        ("data/checkpoint", b"x" * (1 << 21), "file data/checkpoint: larger than"),
        ("data/checkpoint", b"\xff", "data/checkpoint: not UTF-8"),
        ("data/entries.jsonl", b"", "this bundle's own entry"),
        ("data/receipts/x", b"c2sp.org/tlog-proof@v1\nindex 6\n\n", "file data/receipts/x: has no extra"),
        ("data/receipts/6.tlog-proof", b"", "file data/receipts/6.tlog-proof: not a tlog-proof"),
        ("data/checkpoints/x\x1b[31m", b"", ""),
    ],
)
def test_content_that_is_none(
    name: str, content: bytes, said: str, files: Files, ledger: ReferenceLedger, tmp_path: Path
) -> None:
    changed = {each: text for each, text in files.items() if each != "data/custody.csv"}
    if name == "bag-info.txt":
        sealed = resealed(changed | {name: content + b"Payload-Oxum: x\n"}, ledger.key)
    else:
        sealed = resealed(changed | {name: content}, ledger.key)
    report = verify(laid_out(sealed, tmp_path))
    assert report.exit == EXIT_WRONG
    assert any(said in each for each in report.wrong), report.wrong
    assert report.text().replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "content", [b"x", b"x\n", b"", b"\n", b"0" * 64 + b"  ../x\n", b"0" * 64 + b" x\n", b"\xff\n", b"\x00\n"]
)
@pytest.mark.parametrize("name", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_manifests_that_are_none(name: str, content: bytes, files: Files, tmp_path: Path) -> None:
    report = verify(laid_out(files | {name: content}, tmp_path))
    assert report.exit == EXIT_WRONG
    assert any(name in each for each in report.wrong)


def test_what_is_printed_cannot_steer_a_terminal() -> None:
    assert plain("a\x1b[31mb\u202ec\ud800\n") == "a\\x1b[31mb\\u202ec\\ud800\\n"
    assert len(plain("x" * 1000)) == 201
    assert plain("naïve Überprüfung") == "naïve Überprüfung"


def test_a_zip_behind_something_else_is_not_that_file(zip_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "prefixed.zip"
    path.write_bytes(b"#!/bin/sh\n" + zip_path.read_bytes())
    assert zipfile.is_zipfile(io.BytesIO(path.read_bytes()))
    assert finding(path) == "file prefixed.zip: begins with something that is no zip"
