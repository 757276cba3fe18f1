"""Names of files in archives can be unpacked everywhere, whatever their senders called them."""

import unicodedata
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports.bag import Bag
from app.vault.archive_names import MOST_BYTES, safe_names

#: "Letters", with a zero-width non-joiner.
PERSIAN = "\u0646\u0627\u0645\u0647\u200c\u0647\u0627.pdf"
COMPOSED, DECOMPOSED = "Gr\u00f6\u00dfe.txt", "Gro\u0308\u00dfe.txt"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Größe (final).tar.gz", "Größe (final).tar.gz"),
        (f"mail/2026/{PERSIAN}", f"mail/2026/{PERSIAN}"),
        (".", "file"),
        ("..", "file"),
        ("", "file"),
        (" ", "file"),
        ("folder/.", "folder/file"),
        ("folder/..", "folder/file"),
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\Users\\x.txt", "C_/Users/x.txt"),
        ("/absolute", "absolute"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1 .log", "_com1 .log"),
        ("lpt\u00b2", "_lpt\u00b2"),
        ("aux/list.txt", "_aux/list.txt"),
        ("console.txt", "console.txt"),
        ("report. . ", "report"),
        ("a\x00b\x1f\x7f\x85c", "a_b___c"),
        ("invoice\u202efdp.exe", "invoice_fdp.exe"),
        ("a\u2028b\u061c\u2066", "a_b__"),
        ('a"*:<>?|b', "a_______b"),
        ("\u6587" * 100 + ".pdf", "\u6587" * 83 + ".pdf"),
    ],
)
def test_name_is_changed_only_where_it_could_not_be_unpacked(name: str, safe: str) -> None:
    assert safe_names([name]) == [safe]


@pytest.mark.parametrize(
    ("names", "safe"),
    [
        (["a.tar.gz", "A.tar.gz", "a.tar.gz"], ["a.tar.gz", "A (2).tar.gz", "a (3).tar.gz"]),
        ([COMPOSED, DECOMPOSED], [COMPOSED, "Gro\u0308\u00dfe (2).txt"]),
        (["strasse", "stra\u00dfe"], ["strasse", "stra\u00dfe (2)"]),
        (["ab", "a\u200db"], ["ab", "a\u200db (2)"]),
        (["x/.", "x"], ["x/file", "x (2)"]),
        (["x", "X/y"], ["x (2)", "X/y"]),
        (["SUMS", "sums/a"], ["SUMS (2)", "sums_/a"]),
        (["x", "x (2)", "X"], ["x", "x (2)", "X (3)"]),
    ],
)
def test_names_that_a_file_system_takes_for_each_other_are_numbered(names: list[str], safe: list[str]) -> None:
    assert safe_names(names, ["SUMS"]) == safe


@given(st.lists(st.text(st.sampled_from("aAé\u0301. /\\:\x00\u202eNULnulcon1(2)\u6587"), max_size=12), max_size=12))
def test_any_names_can_be_unpacked_side_by_side(names: list[str]) -> None:
    safe = safe_names(names, ["SUMS"])
    keys = [unicodedata.normalize("NFC", one).casefold() for one in safe]
    assert len({*keys, "sums"}) == len(names) + 1
    for one, key in zip(safe, keys, strict=True):
        path = PurePosixPath(one)
        assert not path.is_absolute()
        assert not {part.partition(".")[0].strip().upper() for part in path.parts} & {"NUL", "CON"}
        assert all(part.strip(". ") == part and 0 < len(part.encode()) <= MOST_BYTES for part in path.parts)
        assert not [other for other in keys if other.startswith(key + "/")], "a file is no folder of another"
    assert safe_names(safe, ["SUMS"]) == safe, "a safe name stays"


def test_export_package_refuses_a_file_whose_name_could_not_be_unpacked(tmp_path: Path) -> None:
    with (tmp_path / "bag.zip").open("w+b") as stream:
        bag = Bag(stream, "bag")
        for name in ("data/.", "data/../x", "data/NUL", "/x"):
            with pytest.raises(ValueError, match="unpacked"):
                bag.add(name, b"x")
        bag.add("data/x", b"x")
        bag.seal([], str.encode)
    assert "bag/data/x" in zipfile.ZipFile(tmp_path / "bag.zip").namelist()
