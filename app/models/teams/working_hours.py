"""Working hours of a party, set by one of its leaders. No row: the default."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, SmallInteger, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class WorkingHours(Table):
    """Working hours in the party's time zone.

    `days`: of the week, 1 is Monday; `begins_minute`, `ends_minute`: of the day. `holidays_of`: country whose public
    holidays apply (ISO 3166-1 alpha-2); null: none.
    """

    __tablename__ = "working_hours"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    days: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger))
    begins_minute: Mapped[int] = mapped_column(SmallInteger)
    ends_minute: Mapped[int] = mapped_column(SmallInteger)
    holidays_of: Mapped[str | None]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("days <@ '{1,2,3,4,5,6,7}' and cardinality(days) between 1 and 7", name="days"),
        CheckConstraint("begins_minute >= 0 and ends_minute > begins_minute and ends_minute <= 1440", name="minutes"),
        CheckConstraint("holidays_of ~ '^[A-Z]{2}$'", name="holidays_of"),
    )
