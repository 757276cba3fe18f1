"""When a physical act happened, where it is recorded late. Deliberately not here: the acts."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.schemas import Form, Moment, Paragraph
from app.api.views.evidence import Zone
from app.services.occurred import Occurred, Words


class OccurredForm(Form):
    """When it happened, where it is recorded late: the moment, the zone of the place, and how the moment is known.

    `clock_offset_seconds`: by how much the clock of the device, as `at` has it, was ahead of the server's when it was last compared.
    """

    at: Moment
    zone: Zone
    source: Literal["observed", "report", "device", "told"]
    clock_offset_seconds: Annotated[int, Field(ge=-(10**9), le=10**9)] | None = None

    @model_validator(mode="after")
    def _is_of_a_device(self) -> Self:
        if self.clock_offset_seconds is not None and self.source != "device":
            raise PydanticCustomError(
                "occurred", "only a device has a clock that was compared", {"field": "clock_offset_seconds"}
            )
        return self


class WordsForm(Form):
    """What any act may say."""

    occurred: OccurredForm | None = None
    remarks: Paragraph | None = None

    def words(self) -> Words:
        """For the service."""
        occurred = None if self.occurred is None else Occurred(**self.occurred.model_dump())
        return Words(occurred, self.remarks)
