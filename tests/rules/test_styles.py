"""Styles name sides by the direction of the text, so that right-to-left languages need no second set."""

import re

import pytest

from tests.support import repository

PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|text-align:\s*(?:left|right)\b|(?<![\w-])(?:left|right):"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
)
#: Mantine's short properties and the names of inline styles.
PHYSICAL_IN_PARTS = re.compile(
    r"\s(?:ml|mr|pl|pr)=|\b(?:margin|padding|border)(?:Left|Right)\b|textAlign: '(?:left|right)'"
)


def _found(pattern: re.Pattern[str], suffix: str) -> list[str]:
    return [
        f"{repository.name_of(path)}:{number}: {line.strip()}"
        for path in sorted((repository.ROOT / "frontend" / "src").rglob(f"*{suffix}"))
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize(("pattern", "suffix"), [(PHYSICAL, ".css"), (PHYSICAL_IN_PARTS, ".tsx")])
def test_styles_have_logical_properties(pattern: re.Pattern[str], suffix: str) -> None:
    assert _found(pattern, suffix) == []


@pytest.mark.parametrize("line", ["  margin-left: 1rem;", ".a { text-align: right; }", "left: 0;"])
def test_physical_properties_are_found(line: str) -> None:
    assert PHYSICAL.search(line)


@pytest.mark.parametrize("line", ["  margin-inline-start: 1rem;", "inset-inline-end: 0;", "text-align: end;"])
def test_logical_properties_are_admitted(line: str) -> None:
    assert not PHYSICAL.search(line)
