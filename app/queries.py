"""Queries for the driver: named parameters, typed rows, compiled once when their module is imported.

A statement through SQLAlchemy's session costs 200 to 400 µs, one of these 25 to 60 µs (decision 37). They are for what
nearly every request asks. `Reading.fetch_rows` in `database.py` runs them in the transaction of the session.
Not here: statements that a request composes of filters; those go through the session.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from operator import itemgetter
from typing import Any, Final, Generic, TypeVar, TypeVarTuple, cast
from uuid import UUID

import asyncpg
from sqlalchemy import Select, TextClause, inspect, text
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)
Key = TypeVar("Key")
Table = TypeVar("Table")
Tables = TypeVarTuple("Tables")

_DIALECT: Final = asyncpg_dialect()  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class RowPosition(Generic[Key]):
    """The position of a row in a sorted list, at which a page ends and the next one begins.

    Attributes:
        key: Its value of the column that sorts the list; None for a row without it, and for a list sorted by id.
        id: The id of the row, which orders rows with the same key.
    """

    key: Key
    id: UUID


@dataclass(frozen=True, slots=True)
class Query(Generic[Row_co]):
    """A compiled statement.

    Attributes:
        sql: The statement with numbered placeholders.
        names: The names of its parameters, in the order of the placeholders.
        fixed: Values that the statement sets itself, by name.
        row: Returns the row for a record of the driver.
        fields: The columns that a row takes by name; None if it takes any.
    """

    sql: str
    names: tuple[str, ...]
    fixed: Mapping[str, object]
    row: Callable[[asyncpg.Record], Row_co]
    fields: frozenset[str] | None = None

    def values(self, named: Mapping[str, object]) -> list[object]:
        """Return the parameters in the order of the placeholders.

        Raises:
            TypeError: One is given that the statement does not have.
            KeyError: One is missing.
        """
        if len(named) + len(self.fixed) > len(self.names):
            raise TypeError(f"the query takes {self.names}, not {tuple(named)}")
        given = {**named, **self.fixed} if self.fixed else named
        return [given[name] for name in self.names]

    def rows(self, records: Iterable[asyncpg.Record]) -> list[Row_co]:
        """Return the rows for these records."""
        row = self.row
        return [row(record) for record in records]


def query(row: type[Row], sql: str) -> Query[Row]:
    """Compile SQL with parameters like `:name`. The fields of the class `row` have the names of the columns."""
    names = _fields(row)
    return replace(_compiled(text(sql), _builder(row, names)), fields=frozenset(names))


def scalar(convert: Callable[[Any], Row], sql: str) -> Query[Row]:
    """Compile SQL of one column with parameters like `:name`. `convert` makes a row of its value, as `int` does."""
    return _compiled(text(sql), lambda record: convert(record[0]))


def untyped(sql: str) -> Query[asyncpg.Record]:
    """Compile SQL whose rows stay records of the driver: long lists, and statements that return no rows."""
    return _compiled(text(sql), _itself)


def of_columns(statement: "Select[*tuple[Any, ...]]") -> Query[asyncpg.Record]:
    """Compile a `select` of columns. Its rows stay records of the driver."""
    return _compiled(statement, _itself)


def of_table(statement: "Select[Table]") -> Query[Table]:
    """Compile a `select` of one table.

    Its rows are objects outside any session: changes are not written, and nothing is loaded later.
    """
    build = _objects(statement)
    return _compiled(statement, lambda record: cast("Table", build(record)[0]))


def of_tables(statement: "Select[*Tables]") -> Query[tuple[*Tables]]:
    """Compile a `select` of several tables. A row has an object of each, None where an outer join found none."""
    build = _objects(statement)
    return _compiled(statement, lambda record: cast("tuple[*Tables]", build(record)))


def _fields(row: type[object]) -> tuple[str, ...]:
    """Return the names of the fields of a named tuple, a dataclass or a table. Raises `TypeError` for another class."""
    if is_dataclass(row):
        return tuple(one.name for one in fields(row))
    mapper = inspect(row, raiseerr=False)
    names = mapper.columns.keys() if mapper is not None else getattr(row, "_fields", None)
    if names is None:
        raise TypeError(f"{row.__name__} has no fields")
    return tuple(names)


def _builder(row: type[Row], names: tuple[str, ...]) -> Callable[[asyncpg.Record], Row]:
    """Return a function that makes a row of a record, whose columns it takes by name."""
    build = cast("Callable[..., Row]", row)
    if inspect(row, raiseerr=False) is not None or len(names) == 1:  # a table takes names only
        return lambda record: build(**{name: record[name] for name in names})
    columns = itemgetter(*names)  # a third of the time of passing names
    return lambda record: build(*columns(record))


def _itself(record: asyncpg.Record) -> asyncpg.Record:
    return record


def _objects(statement: "Select[*tuple[Any, ...]]") -> Callable[[asyncpg.Record], tuple[object, ...]]:
    """Return a function that makes the objects of a record, whose columns follow each other table by table."""
    mappers = [inspect(each["expr"]) for each in statement.column_descriptions]
    tables = [(mapper.class_, tuple(mapper.columns.keys())) for mapper in mappers]

    def build(record: asyncpg.Record) -> tuple[object, ...]:
        found, start = list[object](), 0
        for table, names in tables:
            values = record[start : (start := start + len(names))]
            found.append(None if values[0] is None else table(**dict(zip(names, values, strict=True))))
        return tuple(found)

    return build


def _compiled(statement: "TextClause | Select[*tuple[Any, ...]]", row: Callable[[asyncpg.Record], Row]) -> Query[Row]:
    compiled = statement.compile(dialect=_DIALECT)
    fixed = {name: value for name, value in compiled.params.items() if value is not None}
    return Query(str(compiled), tuple(compiled.positiontup or ()), fixed, row)
