"""Names of files in a ZIP: different ones for many files, in time that grows with their number alone."""

from app.vault import zips


def test_names_of_many_alike_files_differ_and_are_found_by_counting() -> None:
    names = ["scan.tif", "SCAN.TIF", "scan (2).tif"] * 3_000
    found = zips.safe_names(names)  # 20 million trials if each name was counted from the beginning
    assert len({name.casefold() for name in found}) == len(names)
    assert found[:4] == ["scan.tif", "SCAN (2).TIF", "scan (2) (2).tif", "scan (3).tif"]
