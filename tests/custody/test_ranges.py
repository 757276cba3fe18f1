"""Ranges and names of downloads."""

import pytest

from app.api import ranges
from app.errors import OutOfRange


@pytest.mark.parametrize(
    ("header", "start", "end", "partial"),
    [
        (None, 0, 100, False),
        ("bytes=0-0", 0, 1, True),
        ("bytes=10-", 10, 100, True),
        ("bytes=-10", 90, 100, True),
        ("bytes=-1000", 0, 100, True),
        ("bytes=90-1000", 90, 100, True),
        ("bytes=0-1,5-6", 0, 100, False),
        ("bytes=-", 0, 100, False),
        ("lines=1-2", 0, 100, False),
    ],
)
def test_what_a_range_asks_for(header: str | None, start: int, end: int, *, partial: bool) -> None:
    assert ranges.parse(header, 100) == ranges.Span(start, end, partial)


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=5-4", "bytes=-0", f"bytes={2**63}-"])
def test_a_range_outside_is_refused_with_the_size(header: str) -> None:
    with pytest.raises(OutOfRange) as refused:
        ranges.parse(header, 100)
    assert refused.value.headers["Content-Range"] == "bytes */100"


@pytest.mark.parametrize(
    ("name", "ascii_part"),
    [
        ("../../etc/passwd", 'filename="passwd"'),
        ("C:\\Users\\x\\evil.exe", 'filename="evil.exe"'),
        ('a"b\r\nSet-Cookie: x', 'filename="a_b__Set-Cookie_ x"'),
        ("...", 'filename="exhibit"'),
        ("txt.\u202egpj.exe", 'filename="txt._gpj.exe"'),
    ],
)
def test_a_hostile_name_becomes_a_plain_one(name: str, ascii_part: str) -> None:
    assert ascii_part in ranges.attachment(name)


def test_a_greek_name_survives() -> None:
    assert "filename*=UTF-8''%CE%91%CE%BD" in ranges.attachment("Ανάκριση.pdf")
