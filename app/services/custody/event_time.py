"""Details common to all custody events: the event time, if it is recorded late, and remarks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app import clock
from app.errors import Invalid


@dataclass(frozen=True, slots=True)
class Occurred:
    """When an event took place.

    Attributes:
        at: The time on the source's clock.
        zone: Time zone in which it was stated.
        source: How the time is known.
        clock_offset_seconds: How many seconds the source's clock is ahead of the server's.
    """

    at: datetime
    zone: str
    source: str
    clock_offset_seconds: int | None = None

    @property
    def moment(self) -> datetime:
        """The time on the server's clock, as near as it is known."""
        return self.at - timedelta(seconds=self.clock_offset_seconds or 0)

    @property
    def is_in_future(self) -> bool:
        """Whether the time lies in the future. One second is tolerated if an offset (whole seconds) is given."""
        rounded = timedelta() if self.clock_offset_seconds is None else timedelta(seconds=1)
        return self.moment > clock.now() + rounded

    def as_field(self) -> dict[str, Any]:
        """Return the value of the field in the ledger entry."""
        field: dict[str, Any] = {"at": clock.rfc3339(self.at), "zone": self.zone, "source": self.source}
        if self.clock_offset_seconds is not None:
            field["clock_offset_seconds"] = self.clock_offset_seconds
        return field


@dataclass(frozen=True, slots=True)
class EventDetails:
    """Event time and remarks of a custody event."""

    occurred: Occurred | None = None
    remarks: str | None = None

    def as_fields(self) -> dict[str, Any]:
        """Return the fields for the ledger fact.

        Raises:
            Invalid: The event time lies in the future.
        """
        if self.occurred is not None and self.occurred.is_in_future:
            raise Invalid("The time of the event is in the future. Check it.", field="occurred.at")
        return {"occurred": None if self.occurred is None else self.occurred.as_field(), "remarks": self.remarks}
