"""A page holds at most its limit, and its cursor leads to the rest; a cursor that no list gave is refused."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from app.api import pagination
from app.api.pagination import PageRequest
from app.errors import Malformed

IDS = [UUID(int=number) for number in range(1, 5)]


@dataclass(frozen=True)
class Shown:
    id: UUID


def test_page_with_another_row_names_its_last_item() -> None:
    asked = pagination.by_id(None, 3)
    page = asked.page(IDS[: asked.row_limit], Shown)
    assert (page.items, page.next) == ([Shown(one) for one in IDS[:3]], str(IDS[2]))


def test_page_without_another_row_is_the_last() -> None:
    asked = pagination.by_id(str(IDS[0]), 3)
    page = asked.page(IDS[1 : asked.row_limit], Shown)
    assert (asked.after, page.items, page.next) == (IDS[0], [Shown(one) for one in IDS[1:]], None)
    assert asked.page([], Shown).next is None


def test_page_of_another_order_has_the_cursor_of_its_last_row() -> None:
    page = PageRequest(-1, 2).page_by(lambda row: f"at {row}", [7, 8, 9], str)
    assert (page.items, page.next) == (["7", "8"], "at 8")


@pytest.mark.parametrize("cursor", ["", "x", "1", "00000000-0000-0000-0000-00000000000g"])
def test_cursor_that_is_no_id_is_refused(cursor: str) -> None:
    with pytest.raises(Malformed) as refused:
        pagination.by_id(cursor, 50)
    assert refused.value.field == "cursor"


@pytest.mark.parametrize("cursor", ["", "-1", "1.0", "1" * 19, "\N{SUPERSCRIPT TWO}"])
def test_cursor_that_is_no_number_is_refused(cursor: str) -> None:
    with pytest.raises(Malformed):
        pagination.position(cursor, pagination.number)
    assert pagination.position("12", pagination.number) == 12
