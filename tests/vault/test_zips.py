"""Names of files in a ZIP: different ones for many files, by trials that grow with their number alone."""

import sys
from collections.abc import Sequence

from app.vault import archive_names


def counted(names: Sequence[str]) -> tuple[list[str], int]:
    """The names, and how often two names were compared."""
    compared = 0

    def note(_: object, event: str, called: object) -> None:
        nonlocal compared
        compared += event == "c_call" and getattr(called, "__name__", "") == "casefold"

    sys.setprofile(note)
    try:
        return archive_names.safe_names(names), compared
    finally:
        sys.setprofile(None)


def test_names_of_many_alike_files_differ_and_are_found_by_counting() -> None:
    names = ["scan.tif", "SCAN.TIF", "scan (2).tif"] * 300
    found, compared = counted(names)
    assert len({name.casefold() for name in found}) == len(names)
    assert found[:4] == ["scan.tif", "SCAN (2).TIF", "scan (2) (2).tif", "scan (3).tif"]
    assert compared < 6 * len(names)
