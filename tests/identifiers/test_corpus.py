"""Recognition of identifiers on the corpus, whose lines somebody wrote who has not read the rules.

`python -m tests.identifiers.score dev -v` prints the lines of a folder that are not right.
"""

from typing import Final

import pytest

from tests.identifiers import score

#: Share of the identifiers that must be found, and of what is found that must be right.
LEAST: Final = 0.95
FOLDERS: Final = ("dev", "heldout", "final")


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("kind", score.kinds(score.CORPUS / FOLDERS[0]))
def test_kind_is_found_and_told_from_other_text(kind: str, folder: str) -> None:
    one = score.score(kind, score.CORPUS / folder)
    assert one.positives
    assert one.near_misses
    assert min(one.precision, one.recall) >= LEAST, "\n".join((f"{one.precision:.3f} {one.recall:.3f}", *one.faults))
