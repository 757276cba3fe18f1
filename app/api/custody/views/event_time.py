"""Forms for the time of a custody event that is recorded late, and for remarks.

Not here: the custody events (`views/physical_custody.py`).
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.evidence.views.evidence import Zone
from app.api.schemas import Form, Moment, Paragraph
from app.services.custody.event_time import EventDetails, Occurred


class OccurredForm(Form):
    """When an event took place, if it is recorded late: time, zone of the place, and how the time is known.

    `clock_offset_seconds`: how far the device's clock, which `at` follows, was ahead of the server's at the last
    comparison.
    """

    at: Moment
    zone: Zone
    source: Literal["observed", "report", "device", "told"]
    clock_offset_seconds: Annotated[int, Field(ge=-(10**9), le=10**9)] | None = None

    @model_validator(mode="after")
    def _demand_device(self) -> Self:
        if self.clock_offset_seconds is not None and self.source != "device":
            raise PydanticCustomError(
                "occurred", "A clock comparison is possible only for a device.", {"field": "clock_offset_seconds"}
            )
        return self


class EventDetailsForm(Form):
    """Optional fields of every custody event."""

    occurred: OccurredForm | None = None
    remarks: Paragraph | None = None

    def event_details(self) -> EventDetails:
        """Return these fields as the service takes them."""
        occurred = None if self.occurred is None else Occurred(**self.occurred.model_dump())
        return EventDetails(occurred, self.remarks)
