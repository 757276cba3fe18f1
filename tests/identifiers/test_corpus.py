"""Recognition of identifiers on the corpus, whose lines somebody wrote who has not read the rules.

`IDENTIFIER_CORPUS=dev` scores one folder only. `python -m tests.identifiers.score dev -v` prints the lines that are not right.
"""

import os

import pytest

from tests.identifiers import score

#: Share of the identifiers that must be found, and of what is found that must be right.
LEAST = 0.95
CHOSEN = os.environ.get("IDENTIFIER_CORPUS", "").split() or score.FOLDERS
CASES = [(folder, kind) for folder in CHOSEN for kind in score.kinds(score.CORPUS / folder)]


@pytest.mark.parametrize(("folder", "kind"), CASES)
def test_kind_is_found_and_told_from_other_text(folder: str, kind: str) -> None:
    one = score.score(score.CORPUS / folder, kind)
    assert one.positives
    assert one.near_misses
    assert min(one.precision, one.recall) >= LEAST, "\n".join((f"{one.precision:.3f} {one.recall:.3f}", *one.faults))
