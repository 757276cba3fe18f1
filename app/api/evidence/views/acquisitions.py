"""Form and view of acquisition records."""

from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.evidence.views.declared_hashes import DeclaredHash
from app.api.evidence.views.evidence import Zone
from app.api.schemas import Form, Justification, Line, Moment, Paragraph, Time, View
from app.services.evidence.acquisitions import AcquisitionDetails, Comparison

_MOST_HASHES = 8


class AcquisitionForm(Form):
    """How an image was taken from its medium. `corrects`: the record that it replaces, with the `reason`.

    `examiner`: name or code. `clock_offset_seconds`: how far the device's clock was ahead of the correct time. `zone`:
    time zone of the recorded times. `hashes`: as the tool reported them.
    """

    make: Line | None = None
    model: Line | None = None
    serial: Line | None = None
    capacity: Line | None = None
    seal_number: Line | None = None
    write_blocker: Line | None = None
    tool: Line
    tool_version: Line
    examiner: Line
    examiner_function: Line | None = None
    started_at: Moment
    ended_at: Moment
    zone: Zone
    clock_offset_seconds: Annotated[int, Field(ge=-(10**9), le=10**9)] | None = None
    hashes: Annotated[tuple[DeclaredHash, ...], Field(max_length=_MOST_HASHES)] = ()
    bad_sectors: Annotated[int, Field(ge=0, le=10**15)] | None = None
    errors: Paragraph | None = None
    notes: Paragraph | None = None
    corrects: UUID | None = None
    reason: Justification | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.ended_at < self.started_at:
            raise PydanticCustomError("ended_at", "The end must be after the start.", {"field": "ended_at"})
        if (self.corrects is None) != (self.reason is None):
            raise PydanticCustomError(
                "reason", "A correction names the corrected record and a reason.", {"field": "reason"}
            )
        return self

    def columns(self) -> dict[str, Any]:
        """Return the record as the service takes it."""
        return self.model_dump(exclude={"corrects", "reason"}) | {"hashes": [one.model_dump() for one in self.hashes]}


class ToldHashView(DeclaredHash):
    """A hash as the tool reported it, and its comparison with the stored files."""

    compared: Comparison


class AcquisitionView(View):
    """An acquisition record. `corrected_by`: the record that replaces it."""

    id: UUID
    evidence: UUID
    recorded_by: str
    recorded_at: Time
    corrects: UUID | None
    reason: str | None
    corrected_by: UUID | None
    make: str | None
    model: str | None
    serial: str | None
    capacity: str | None
    seal_number: str | None
    write_blocker: str | None
    tool: str
    tool_version: str
    examiner: str
    examiner_function: str | None
    started_at: Time
    ended_at: Time
    zone: str
    clock_offset_seconds: int | None
    hashes: list[ToldHashView]
    bad_sectors: int | None
    errors: str | None
    notes: str | None


def acquisition_view(details: AcquisitionDetails) -> AcquisitionView:
    """Return the view of a record for a member."""
    row = details.acquisition
    apart = {"recorded_by", "corrected_by", "hashes"}
    return AcquisitionView(
        **{name: getattr(row, name) for name in AcquisitionView.model_fields if name not in apart},
        recorded_by=details.roster.seat_code(row.recorded_by),
        corrected_by=details.corrected_by,
        hashes=[ToldHashView(**one, compared=how) for one, how in zip(row.hashes, details.compared, strict=True)],
    )
