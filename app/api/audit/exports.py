"""Routes for export packages: preview, request, list, cancel, download."""

from typing import Annotated, Literal, Self
from uuid import UUID

from fastapi import Header, Query, Request, Response, status
from fastapi.responses import StreamingResponse
from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app import characters
from app.access.exporting import ALWAYS, MOST_EXHIBITS, ExportRequest, Period, Profile
from app.access.seats import Seat
from app.access.sharing.decisions import Purpose
from app.api import delivery, pagination, ranges
from app.api.admissions import MayStreamBundle
from app.api.evidence.views.use_limits import StatedLimitView, UseLimitView, use_limit_view
from app.api.guards import MayMakeExport, ReadingUnit, WritingUnit
from app.api.idempotency import IdempotencyKey, idempotent_request
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Code, Form, Justification, Limit, Line, Moment, Page, Time, View
from app.database import Reading
from app.errors import Refusal
from app.exports.setting import Language, Setting
from app.i18n.phrases import translated
from app.models import Export
from app.services import idempotency
from app.services.audit import bundles, export_files
from app.services.audit import exports as service
from app.services.audit.export_files import Downloads, FilesRequest, PackageOriginals
from app.services.custody.copies import Keeping
from app.services.teams import roster

Proceeding = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(characters.plain)
]
Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(characters.plain_lines)
]
router = Router(prefix="/api/jits/{jit}/exports", tags=["exports"])


class EvidenceScope(Form):
    """Scope of one exhibit (its id), or of several (a list of ids)."""

    evidence: UUID | Annotated[list[UUID], Field(min_length=1, max_length=MOST_EXHIBITS)]


class ExhibitsScope(Form):
    """Scope of one or several exhibits."""

    exhibits: Annotated[list[UUID], Field(min_length=1, max_length=MOST_EXHIBITS)]


class PartyScope(Form):
    """Scope of one party."""

    party: Code


class WholeScope(Form):
    """Scope of the whole team (an empty object), or of one party."""

    party: Code | None = None


class AskedForm(Form):
    """Settings of every export package.

    `zone`: IANA name, for times in the readable documents. Without it, the package has the zone in which all its exhibits
    were acquired. Otherwise it has that of their originator, of the party of the package, or of the team. The preview tells which.
    """

    language: Language = "en"
    zone: Line | None = None
    proceeding: Proceeding | None = None
    reason: Reason | None = None

    def setting(self) -> Setting:
        """Return the settings as the service takes them, without the zone."""
        return Setting(language=self.language, proceeding=self.proceeding, reason=self.reason)


class PeriodForm(AskedForm):
    """Settings of a package that can be limited to a period: from `since` on and before `until`."""

    since: Moment | None = None
    until: Moment | None = None

    @model_validator(mode="after")
    def demand_order(self) -> Self:
        """Refuse a period that ends before it begins."""
        if self.since is not None and self.until is not None and self.since >= self.until:
            raise PydanticCustomError(
                "period", "The end of the period must be after its beginning.", {"field": "until"}
            )
        return self


class FilesForm(Form):
    """Includes the originals that the member may download, each file as a recorded download.

    `custodian`, `file_number`: of all copies. `acknowledged`: the handling texts (H3) of the exhibits were read.
    """

    purpose: Purpose
    justification: Justification
    custodian: Line
    file_number: Line
    acknowledged: bool = False

    def asked(self) -> FilesRequest:
        """Return the request as the service takes it."""
        keeping = Keeping(self.custodian, self.file_number)
        return FilesRequest(self.purpose, self.justification, keeping, acknowledged=self.acknowledged)


class CourtForm(AskedForm):
    """Chain of custody of one or several exhibits, for a court.

    `acknowledged_limits`: the member has read the limits of use of the exhibits; needed if they have any. `files`: also
    their originals.
    """

    profile: Literal["court"]
    scope: EvidenceScope
    acknowledged_limits: bool = False
    files: FilesForm | None = None


class DefenceForm(AskedForm):
    """Chain of custody of exhibits, for the defence. Members appear by their codes only.

    `acknowledged_limits`, `files`: as in a package for a court.
    """

    profile: Literal["defence"]
    scope: ExhibitsScope
    acknowledged_limits: bool = False
    files: FilesForm | None = None


class MemberStateForm(PeriodForm):
    """A party's own acts and access log, for its authorities (Regulation (EU) 2023/969, Art. 25(3))."""

    profile: Literal["member_state"]
    scope: PartyScope


class SupervisoryAuthorityForm(PeriodForm):
    """The logged operations, for a supervisory authority (Directive (EU) 2016/680, Art. 25)."""

    profile: Literal["supervisory_authority"]
    scope: WholeScope


class StatisticsForm(PeriodForm):
    """Counts, without small ones and without any entry."""

    profile: Literal["statistics"]
    scope: WholeScope


class ArchiveForm(PeriodForm):
    """The whole audit log for the archive, or the part that a party may read."""

    profile: Literal["archive"]
    scope: WholeScope


ExportForm = Annotated[
    CourtForm | DefenceForm | MemberStateForm | SupervisoryAuthorityForm | StatisticsForm | ArchiveForm,
    Field(discriminator="profile"),
]


class ExportView(View):
    """An export package and its progress.

    `entries` are disclosed in it; `withheld` entries appear as commitments only.
    `problem` says why it failed, `problem_code` is the code of that error. `written` of `total` entries are written so
    far. The file is deleted at `expires_at`. `limits_of_use`: those that the member confirmed to have read.
    `files`: how many originals it holds. `left_out`: exhibits of which it holds none. Both are null until it is ready, and
    for a package without originals. `downloads`: whether it can be fetched by the downloads that were recorded for it,
    which belong to one session and expire at `downloads_until`. Both are null for a package without originals.
    """

    id: UUID
    profile: Profile
    scope: dict[str, UUID | str | list[UUID]]
    state: Literal["queued", "running", "ready", "failed", "cancelled", "expired"]
    requested_at: Time
    ready_at: Time | None
    expires_at: Time | None
    size_bytes: int | None
    sha256: str | None
    entries: int | None
    withheld: int | None
    written: int
    total: int | None
    problem: str | None
    problem_code: str | None
    language: Language
    zone: str
    proceeding: str | None
    reason: str | None
    since: Time | None
    until: Time | None
    limits_of_use: list[StatedLimitView]
    files: int | None
    left_out: list[UUID] | None
    downloads: export_files.DownloadsState | None
    downloads_until: Time | None
    version: int


class OfferView(View):
    """A profile that the caller may request, and its scope: `exhibits`, `party` or `team`."""

    profile: Profile
    scope: Literal["exhibits", "party", "team"]


class OffersView(View):
    """All profiles and scopes that the caller may request."""

    items: list[OfferView]


class KindView(View):
    """Number of entries of one kind."""

    kind: str
    entries: int


class ExhibitFilesView(View):
    """An exhibit with the number and size of the originals that the caller could download.

    `missing`: why there are none. `handling_text`: to be acknowledged before the download.
    """

    evidence: UUID
    exhibit_number: str
    title: str
    files: int
    size_bytes: int
    missing: str | None
    handling_text: str | None


class PackageFilesView(View):
    """Originals that a package could hold. `files`, `size_bytes`: of all exhibits. `fits`: whether it can hold them."""

    exhibits: list[ExhibitFilesView]
    files: int
    size_bytes: int
    most_bytes: int
    most_files: int
    fits: bool


class PreviewView(View):
    """Content of a package requested now: `disclosed` entries by kind; `withheld` ones appear as commitments only.

    `disclosed` includes the entries that the export itself adds to the audit log. `withheld` counts those that the caller may
    know of. Entries recorded until the package is made are added to both.
    `fields`: the fields that the profile can disclose, null if all fields that the caller may read. `requests`: access
    log lines. `limits_of_use`: of its exhibits, to be read before the package is requested. `origins`: numbers of the
    legal requests that it names. `zone`: the zone of its documents if the request names none. `zone_source`: where that
    zone comes from: the place of acquisition or the originator of the exhibits, the party or the team. `files`: originals
    that it could hold, if `files_for` names the purpose.
    """

    disclosed: list[KindView]
    withheld: int
    fields: list[str] | None
    requests: int | None
    limits_of_use: list[UseLimitView]
    origins: list[str]
    zone: str
    zone_source: Literal["acquisition", "originator", "party", "team"]
    files: PackageFilesView | None


@router.post("", status_code=status.HTTP_202_ACCEPTED)
async def request_export(
    request: Request, session: WritingUnit, seat: MayMakeExport, form: ExportForm, key: IdempotencyKey = None
) -> ExportView:
    """Request an export package. It is made in the background."""
    read_limits = isinstance(form, CourtForm | DefenceForm) and form.acknowledged_limits
    files = form.files.asked() if isinstance(form, CourtForm | DefenceForm) and form.files else None

    async def make() -> UUID:
        what = await _what(request, session, seat, form)
        setting = form.setting()
        made = await service.request(session, seat, what, setting, zone=form.zone, read_limits=read_limits, files=files)
        return made.id

    once = idempotent_request(key, request, form)
    made = await idempotency.run_once(session, seat, once, make, "export")
    return await _view(session, seat, await service.find(session, made))


@router.post("/preview")
async def preview_export(
    request: Request,
    session: WritingUnit,
    seat: MayMakeExport,
    form: ExportForm,
    files_for: Annotated[Purpose | None, Query()] = None,
    language: Language = "en",
) -> PreviewView:
    """Preview what an export package would disclose and withhold. Nothing is requested yet.

    `files_for`: the purpose for which its originals would be downloaded. Reasons are in `language`.
    """
    shown = await service.preview(session, seat, await _what(request, session, seat, form), files_for)
    return PreviewView(
        disclosed=[KindView(kind=kind, entries=count) for kind, count in shown.disclosed.items()],
        withheld=shown.withheld,
        fields=None if shown.fields is None else list(shown.fields),
        requests=shown.requests,
        limits_of_use=[use_limit_view(one) for one in shown.limits],
        origins=list(shown.origins),
        zone=shown.zone.zone,
        zone_source=shown.zone.source.value,
        files=None if shown.files is None else _files_view(shown.files, language),
    )


@router.get("")
async def list_exports(
    session: ReadingUnit, seat: MayMakeExport, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[ExportView]:
    """List the export packages that the caller requested, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    rows = await service.list_own(session, asked.after, asked.row_limit)
    parties = await roster.brief(session, seat)
    taken = await export_files.downloads_of(session, seat, rows)

    def shown(row: Export) -> ExportView:
        return _shown(row, parties.party_code(row.party) if row.party else None, taken.get(row.id))

    return asked.page(rows, shown)


@router.get("/offers")
async def list_offers(session: ReadingUnit, seat: MayMakeExport) -> OffersView:
    """List the profiles and scopes that the caller may request."""
    return OffersView.model_validate({"items": await service.offers(session, seat)})


@router.get("/{export}")
async def read_export(session: ReadingUnit, seat: MayMakeExport, response: Response, export: UUID) -> ExportView:
    """Return one export package and its progress."""
    await tell_position(response, session, seat.jit)
    return await _view(session, seat, await service.find(session, export))


@router.post("/{export}/cancellation")
async def cancel_export(session: WritingUnit, seat: MayMakeExport, export: UUID) -> ExportView:
    """Cancel an export package that is not ready. No file is kept."""
    return await _view(session, seat, await service.cancel(session, export))


@router.get("/{export}/bundle", response_class=StreamingResponse)
async def deliver_bundle(
    admission: MayStreamBundle, export: UUID, range_header: Annotated[str | None, Header(alias="Range")] = None
) -> delivery.Delivery:
    """Download the export package (a BagIt bag in a ZIP file), or a range of it."""
    async with admission.reading() as (session, seat):
        found = await service.ready(session, seat, export)
        await export_files.demand_downloads(session, seat, found)
        name = await bundles.file_name(session, found)
    assert found.size_bytes is not None
    span = ranges.parse(range_header, found.size_bytes)
    headers = {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": ranges.attachment(name),
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

    async def note() -> None:
        async with admission.writing() as (session, seat):
            await export_files.note_delivered(session, seat, found)

    blocks = admission.context.bundles.read(found.jit, export, found.size_bytes, span.start, span.end)
    body = await delivery.begun(blocks)
    code = status.HTTP_206_PARTIAL_CONTENT if span.partial else status.HTTP_200_OK
    is_noted = bool(found.downloads) and span.covers(found.size_bytes)
    return delivery.Delivery(
        admission,
        may_still,
        body,
        status=code,
        headers=headers,
        media_type="application/zip",
        delivered=note if is_noted else None,
    )


async def _what(request: Request, session: Reading, seat: Seat, form: ExportForm) -> ExportRequest:
    scope = form.scope.model_dump(exclude_none=True)
    named = scope.get("exhibits", scope.get("evidence", []))
    exhibits = tuple(dict.fromkeys(named if isinstance(named, list) else [named]))
    request.state.asked = {"evidence": str(exhibits[0])} if exhibits else {}  # not in the path
    if len(exhibits) > 1:
        request.state.asked["exhibits"] = " ".join(map(str, exhibits))
    party = await service.party_of(session, seat, scope["party"]) if "party" in scope else None
    period = Period(form.since, form.until) if isinstance(form, PeriodForm) else ALWAYS
    return ExportRequest(Profile(form.profile), exhibits, party, period)


def _files_view(found: PackageOriginals, language: Language) -> PackageFilesView:
    return PackageFilesView(
        exhibits=[
            ExhibitFilesView(
                evidence=one.evidence,
                exhibit_number=one.exhibit_number,
                title=one.title,
                files=len(one.originals.files),
                size_bytes=one.originals.size_bytes,
                missing=None if one.originals.missing is None else translated(one.originals.missing, language),
                handling_text=one.originals.handling_text,
            )
            for one in found.exhibits
        ],
        files=found.files,
        size_bytes=found.size_bytes,
        most_bytes=export_files.MOST_BYTES,
        most_files=export_files.MOST_FILES,
        fits=found.fits,
    )


async def _view(session: Reading, seat: Seat, row: Export) -> ExportView:
    taken = await export_files.downloads_of(session, seat, [row])
    return _shown(row, await bundles.party_code(session, row.party), taken.get(row.id))


def _shown(row: Export, party: str | None, taken: Downloads | None) -> ExportView:
    several = "evidence" if row.profile == Profile.COURT else "exhibits"
    scope = {several: row.exhibits, "party": party} | ({} if row.evidence is None else {"evidence": row.evidence})
    downloads = {"downloads": taken and taken.state, "downloads_until": taken and taken.until}
    return ExportView.model_validate(
        {name: getattr(row, name) for name in ExportView.model_fields.keys() - downloads.keys() - {"scope"}}
        | {"scope": {name: value for name, value in scope.items() if value is not None}}
        | downloads
    )
