"""Property tests draw the same examples in each run of `make test`, and random ones in `make soak`."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import repository


def drawn() -> list[int]:
    numbers = list[int]()

    @given(st.integers())
    def draw(number: int) -> None:
        numbers.append(number)

    draw()
    return numbers


def test_property_tests_draw_the_same_examples_in_each_run() -> None:
    assert settings.get_current_profile_name() == "repeatable"
    assert drawn() == drawn()


def test_long_run_draws_random_examples_for_every_property_test() -> None:
    makefile = (repository.ROOT / "Makefile").read_text()
    assert re.search(
        r'^soak:.*\n\t.*pytest -m "soak or hypothesis" --hypothesis-profile=random tests$', makefile, re.MULTILINE
    )
    assert not settings.get_profile("random").derandomize


def test_no_test_fixes_its_own_randomness() -> None:
    fixed = re.compile(r"derandomize=|hypothesis\.seed|^from hypothesis import .*\bseed\b|^\s*@seed\(", re.MULTILINE)
    allowed = {"tests/conftest.py", "tests/rules/test_property_tests.py"}
    found = {
        str(path.relative_to(repository.ROOT))
        for path in (repository.ROOT / "tests").rglob("*.py")
        if fixed.search(path.read_text())
    }
    assert found <= allowed
