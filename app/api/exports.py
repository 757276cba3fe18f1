"""Custody bundles over HTTP: asked for, watched, fetched."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Header, Request, Response, status
from fastapi.responses import StreamingResponse
from pydantic import AfterValidator, Field, StringConstraints

from app.access.seats import Seat
from app.api import delivery, ranges
from app.api.guards import MayMakeExport, MayStreamBundle, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import Form, Limit, Line, Page, Time, View, cursor_id, printable
from app.api.views.positions import tell_position
from app.database import Reading
from app.errors import Refusal
from app.exports.setting import Language, Setting
from app.services import exports as service

Proceeding = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(printable)
]
Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(printable)
]
router = Router(prefix="/api/jits/{jit}/exports", tags=["exports"])


class ExhibitScope(Form):
    """One exhibit."""

    evidence: UUID


class WholeScope(Form):
    """The whole JIT: an empty object."""


class AskedForm(Form):
    """What every bundle may be asked for with. `zone`: an IANA name, for times as people read them."""

    language: Language = "en"
    zone: Line = "UTC"
    proceeding: Proceeding | None = None
    reason: Reason | None = None

    def setting(self) -> Setting:
        """As the service takes it."""
        return Setting(language=self.language, zone=self.zone, proceeding=self.proceeding, reason=self.reason)


class CourtForm(AskedForm):
    """The custody of one exhibit, for a court."""

    profile: Literal["court"]
    scope: ExhibitScope


class ArchiveForm(AskedForm):
    """The whole ledger, for the archive."""

    profile: Literal["archive"]
    scope: WholeScope


class ExportView(View):
    """A bundle and how far it is. `entries` are disclosed in it, `withheld` are commitments only.

    `problem` says why it failed, `problem_code` the same as the refusal's code.
    """

    id: UUID
    profile: Literal["court", "archive"]
    scope: dict[str, UUID]
    state: Literal["queued", "running", "ready", "failed"]
    requested_at: Time
    ready_at: Time | None
    size_bytes: int | None
    sha256: str | None
    entries: int | None
    withheld: int | None
    problem: str | None
    problem_code: str | None
    language: Language
    zone: str
    proceeding: str | None
    reason: str | None
    version: int


@router.post("", status_code=status.HTTP_202_ACCEPTED)
async def request_export(
    request: Request,
    session: WritingUnit,
    seat: MayMakeExport,
    form: Annotated[CourtForm | ArchiveForm, Field(discriminator="profile")],
) -> ExportView:
    """Ask for a bundle; it is made in the background."""
    evidence = form.scope.evidence if isinstance(form, CourtForm) else None
    request.state.asked = {} if evidence is None else {"evidence": str(evidence)}  # the path does not say it
    return _view(await service.request(session, seat, form.profile, evidence, form.setting()))


@router.get("")
async def list_exports(
    session: ReadingUnit, seat: MayMakeExport, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[ExportView]:
    """The bundles that this seat asked for, newest first."""
    await tell_position(response, session, seat.jit)
    rows = await service.mine(session, cursor_id(cursor), limit + 1)
    items = [_view(row) for row in rows[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(rows) > limit else None)


@router.get("/{export}")
async def read_export(session: ReadingUnit, seat: MayMakeExport, response: Response, export: UUID) -> ExportView:
    """One bundle, and how far it is."""
    await tell_position(response, session, seat.jit)
    return _view(await service.find(session, export))


@router.get("/{export}/bundle", response_class=StreamingResponse)
async def deliver_bundle(
    admission: MayStreamBundle, export: UUID, range_header: Annotated[str | None, Header(alias="Range")] = None
) -> StreamingResponse:
    """The bundle itself: a BagIt bag in a zip, or a range of it."""
    async with admission.reading() as (session, seat):
        found = await service.ready(session, seat, export)
    assert found.size_bytes is not None
    span = ranges.parse(range_header, found.size_bytes)
    headers = {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": ranges.attachment(f"liaison-{found.profile}-{str(export)[:8]}.zip"),
        "Accept-Ranges": "bytes",
        "ETag": f'"{found.sha256}"',
        "Content-Length": str(span.length),
    }
    if span.partial:
        headers["Content-Range"] = f"bytes {span.start}-{span.end - 1}/{found.size_bytes}"

    async def may_still(session: Reading, seat: Seat) -> bool:
        try:
            await service.ready(session, seat, export)
        except Refusal:
            return False
        return True

    path = admission.house.settings.state / "exports" / f"{export}.zip"
    body = delivery.decided_again(admission, may_still, delivery.blocks_of(path, span))
    code = status.HTTP_206_PARTIAL_CONTENT if span.partial else status.HTTP_200_OK
    return StreamingResponse(body, code, headers, media_type="application/zip")


def _view(row: Any) -> ExportView:  # noqa: ANN401 - a row of `exports`
    scope = {} if row.evidence is None else {"evidence": row.evidence}
    return ExportView.model_validate(
        {name: getattr(row, name) for name in ExportView.model_fields if name != "scope"} | {"scope": scope}
    )
