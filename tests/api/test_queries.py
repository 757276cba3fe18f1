"""A query takes its parameters by name alone, whatever their order, and returns rows of its class."""

from typing import Any, NamedTuple, cast
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import bindparam, select

from app.models import Evidence, File
from app.queries import of_table, of_tables, query, scalar, untyped


class Named(NamedTuple):
    id: int
    name: str


def record(values: Any) -> asyncpg.Record:
    """What the query reads of a record of the driver: columns by name or by place."""
    return cast("asyncpg.Record", values)


def test_parameters_are_numbered_once_each() -> None:
    asked = untyped("select :name where id = :id or cast(:id as text) = :name and '{}'::jsonb is not null")
    assert asked.sql == "select $1 where id = $2 or cast($2 as text) = $1 and '{}'::jsonb is not null"
    assert asked.values({"id": 7, "name": "x"}) == asked.values({"name": "x", "id": 7}) == ["x", 7]


def test_parameter_missing_or_unknown_is_refused() -> None:
    asked = untyped("select :id")
    with pytest.raises(KeyError):
        asked.values({})
    with pytest.raises(KeyError):
        asked.values({"name": "x"})
    with pytest.raises(TypeError, match="name"):
        asked.values({"id": 7, "name": "x"})


def test_row_takes_its_columns_by_name() -> None:
    asked = query(Named, "select name, id from things")
    assert asked.rows([record({"name": "x", "id": 7})]) == [Named(7, "x")]
    with pytest.raises(KeyError):
        asked.rows([record({"name": "x", "other": 7})])


def test_row_of_one_column_is_converted() -> None:
    assert scalar(int, "select count(*)").rows([record((True,)), record((3,))]) == [1, 3]


def test_query_of_tables_has_objects_and_none_for_an_outer_join() -> None:
    joined = of_tables(select(Evidence, File).outerjoin(File, File.evidence == Evidence.id))
    columns = len(Evidence.__table__.columns), len(File.__table__.columns)
    (found,) = joined.rows([record((UUID(int=1), *[None] * (columns[0] - 1), *[None] * columns[1]))])
    assert found[0].id == UUID(int=1)
    assert found[1] is None


def test_query_of_a_table_keeps_the_values_that_it_fixes() -> None:
    asked = of_table(select(File).where(File.evidence == bindparam("evidence"), File.state == "ready"))
    assert asked.values({"evidence": UUID(int=1)}) == [UUID(int=1), "ready"]
    with pytest.raises(TypeError):
        asked.values({"evidence": UUID(int=1), "state": "lost"})
