"""What any physical act says: when it happened, where it is recorded late, and remarks. Deliberately not here: the acts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app import clock
from app.errors import Invalid


@dataclass(frozen=True, slots=True)
class Occurred:
    """When it happened, on which zone's clocks, and how the moment is known."""

    at: datetime
    zone: str
    source: str
    clock_offset_seconds: int | None = None

    @property
    def moment(self) -> datetime:
        """By the server's clock, as near as one can say."""
        return self.at - timedelta(seconds=self.clock_offset_seconds or 0)

    @property
    def lies_ahead(self) -> bool:
        """Whether it is still to come. An offset is told in whole seconds."""
        rounded = timedelta() if self.clock_offset_seconds is None else timedelta(seconds=1)
        return self.moment > clock.now() + rounded

    def said(self) -> dict[str, Any]:
        """As the entry has it."""
        said: dict[str, Any] = {"at": clock.rfc3339(self.at), "zone": self.zone, "source": self.source}
        if self.clock_offset_seconds is not None:
            said["clock_offset_seconds"] = self.clock_offset_seconds
        return said


@dataclass(frozen=True, slots=True)
class Words:
    """What an act says beside what it is."""

    occurred: Occurred | None = None
    remarks: str | None = None

    def said(self) -> dict[str, Any]:
        """For a fact. Raises `Invalid` for what is still to come."""
        if self.occurred is not None and self.occurred.lies_ahead:
            raise Invalid("This moment is still to come. Nothing was recorded.", field="occurred.at")
        return {"occurred": None if self.occurred is None else self.occurred.said(), "remarks": self.remarks}
