"""Common base of all tables: constraint names, shared column types, and limits of times and dates."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Date, DateTime, MetaData, Text, Uuid
from sqlalchemy import Table as Sql
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import DeclarativeBase, mapped_column

from app import clock

Id = Annotated[UUID, mapped_column(Uuid, primary_key=True)]
Moment = Annotated[datetime, mapped_column(DateTime(timezone=True))]
Words = Annotated[list[str], mapped_column(ARRAY(Text))]
Ids = Annotated[list[UUID], mapped_column(ARRAY(Uuid))]
_DAY: Final = timedelta(days=1)
_MOMENTS: Final = (f"{clock.EARLIEST}", f"{clock.LATEST}")
#: Local times (without time zone) may be up to a day beyond the limits.
_SHOWN: Final = (f"{clock.EARLIEST - _DAY:%Y-%m-%d %H:%M:%S}", f"{clock.LATEST + _DAY:%Y-%m-%d %H:%M:%S}")
_DAYS: Final = (f"{clock.EARLIEST:%Y-%m-%d}", f"{clock.LATEST:%Y-%m-%d}")
#: Excluded: the header has narrower limits; a time stamp is stored as its authority states it.
_FREE: Final = frozenset({("headers", "at"), ("timestamps", "at")})


class Table(DeclarativeBase):
    """The registry of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text, datetime: DateTime(timezone=True)}  # noqa: RUF012 - SQLAlchemy reads it from the class

    def __init_subclass__(cls) -> None:
        """Add constraints that keep times and dates of the table within the range that all time zones can represent.

        A value outside would make reading its row fail: a page of another party, or a job of the worker for all teams.
        """
        super().__init_subclass__()
        table = cls.__table__
        assert isinstance(table, Sql)
        for column in table.columns:
            bounds = _bounds(column)
            if bounds is not None and (table.name, column.name) not in _FREE:
                holds = f"{column.name} >= '{bounds[0]}' and {column.name} < '{bounds[1]}'"
                table.append_constraint(CheckConstraint(holds, name=f"{column.name}_within"))


def _bounds(column: Column[Any]) -> tuple[str, str] | None:
    if isinstance(column.type, DateTime):
        return _MOMENTS if column.type.timezone else _SHOWN
    return _DAYS if isinstance(column.type, Date) else None
