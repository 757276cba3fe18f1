"""Export packages: request, preview, list, cancel, download.

The right to the package is checked at each of these and at each step of making it.
Not here: the rule (`access/exporting.py`), making a package (`services/audit/export_making.py`), its format
(`exports/bundle.py`).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock, jobs
from app.access import exporting
from app.access.exporting import OF_EXHIBITS, ExportRequest, Offer, Period, Profile
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Purpose, decide
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Gone, Invalid, NotFound
from app.exports import profiles
from app.exports.setting import AS_EVER, Setting
from app.i18n.phrases import Phrase
from app.ledger import entries
from app.ledger.entries import Wanted
from app.ledger.facts import EvidenceTaken, JitExported
from app.locks import Lock, lock
from app.models import Evidence, Export, Party, Release
from app.services.accounts.zones import zone_of
from app.services.audit import bundles, export_files, export_zones
from app.services.audit.export_files import FilesRequest, PackageOriginals
from app.services.audit.export_queue import QueuedExport
from app.services.audit.export_zones import ProposedZone
from app.services.sharing import use_limits
from app.services.sharing.terms import conditions, decision_input
from app.services.sharing.use_limits import LimitOfUse, refused_exhibit

#: The job that makes packages.
JOB: Final = "exports"
UNDER_WAY: Final = ("queued", "running")
#: Limit per seat.
MOST_UNDER_WAY: Final = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """Content of a package if it were requested now.

    Attributes:
        disclosed: Number of disclosed entries by kind, with those that the export will add to the audit log itself.
        withheld: Number of other entries, as far as the member may know of them. Those recorded until the package is
            made are added.
        fields: Fields that the profile discloses at most; `None` for all.
        requests: Number of access log lines; `None` if it contains none.
        limits: Limits of use of its exhibits.
        origins: Numbers of the legal requests that it names.
        zone: The zone of its documents if the request names none.
        files: The originals that it could hold; `None` if they are not asked for.
    """

    disclosed: dict[str, int]
    withheld: int
    fields: Sequence[str] | None
    requests: int | None
    zone: ProposedZone
    limits: Sequence[LimitOfUse] = ()
    origins: Sequence[str] = ()
    files: PackageOriginals | None = None


async def request(
    session: Writing,
    seat: Seat,
    what: ExportRequest,
    asked: Setting = AS_EVER,
    *,
    zone: str | None = None,
    read_limits: bool = False,
    files: FilesRequest | None = None,
) -> Export:
    """Queue an export package.

    `zone`: of times in its documents; `None`: the proposed one (`export_zones.py`). `read_limits`: the member confirms to
    have read the limits of use of its exhibits. `files`: includes the originals of its exhibits, as recorded downloads.

    Raises:
        Forbidden: The member may not have it.
        NotFound: An exhibit is absent or invisible.
        Conflict: The member has too many exports in progress, or does not confirm the limits of use of an exhibit. Or the
            originals cannot be included.
        Invalid: The time zone does not exist, or the package can have no originals.
    """
    await demand_may(session, seat, what)
    await _demand_few(session, seat)
    limits = use_limits.demand_acknowledged(await limits_of(session, what), acknowledged=read_limits)
    export = Export(
        id=clock.new_id(),
        jit=seat.jit,
        requested_by=seat.id,
        account=seat.account,
        evidence=what.evidence,
        exhibits=list(what.exhibits) if what.exhibits and what.evidence is None else None,
        party=what.party,
        since=what.period.since,
        until=what.period.until,
        profile=what.profile.value,
        state="queued",
        requested_at=clock.now(),
        language=asked.language,
        zone=(await export_zones.proposed(session, seat, what)).zone if zone is None else zone_of(zone, field="zone"),
        proceeding=asked.proceeding,
        reason=asked.reason,
        limits_of_use=limits,
        downloads=[] if files is None else await export_files.record(session, seat, what, files),
        written=0,
        version=1,
    )
    session.add(export)
    await session.flush()
    await jobs.enqueue(session, JOB, str(seat.id))
    return export


async def preview(session: Reading, seat: Seat, what: ExportRequest, purpose: Purpose | None = None) -> Preview:
    """Return what a package would disclose and withhold, by the query that makes it. Raises `Forbidden`, `NotFound`.

    `purpose`: also return which originals it could hold, if they were downloaded for this purpose.
    """
    await demand_may(session, seat, what)
    size = await entries.head(session, seat.jit) + 1
    wanted = await wanted_of(session, seat, what)
    disclosed = Counter(await entries.count_disclosed(session, seat.jit, wanted, below=size))
    added, shown = _own_entries(what)
    disclosed[JitExported.kind] += shown
    files = None
    if purpose is not None and what.profile in OF_EXHIBITS:
        files = await export_files.foreseen(session, seat, what.exhibits, purpose)
        added, disclosed[EvidenceTaken.kind] = added + files.files, disclosed[EvidenceTaken.kind] + files.files
    fields = profiles.fields(what.profile)
    requests = await bundles.count_requests(session, seat.jit, what)
    origins = await bundles.origins_of(session, what)
    return Preview(
        dict(disclosed),
        size + added - disclosed.total(),
        None if fields is None else sorted(fields),
        requests,
        await export_zones.proposed(session, seat, what),
        await limits_of(session, what),
        list(dict.fromkeys(one.number for one in origins)),
        files,
    )


def _own_entries(what: ExportRequest) -> tuple[int, int]:
    """Return how many entries an export adds (`export_making.append_own`), and how many of them its package discloses.

    Its own entry always is. Those of several exhibits are subject to the period.
    """
    several = len(what.exhibits) if what.exhibits and what.evidence is None else 0
    since, until = what.period
    now = clock.now()
    is_now_selected = (since is None or since <= now) and (until is None or now < until)
    return 1 + several, 1 + (several if is_now_selected else 0)


async def limits_of(session: Reading, what: ExportRequest) -> list[LimitOfUse]:
    """Return the limits of use of the exhibits that a package is about, as far as the member reads them."""
    return await use_limits.of(session, what.exhibits) if what.profile in OF_EXHIBITS else []


async def wanted_of(session: Reading, seat: Seat, what: ExportRequest, own: UUID | None = None) -> Wanted:
    """Return the query for its entries. Always included: the entries of `bundles.openings`, and its own entry `own`."""
    acted = await bundles.party_code(session, what.party)
    always = [*await bundles.openings(session, seat.jit), *([own] if own else [])]
    return replace(profiles.wanted(what, acted), always=tuple(always))


async def party_of(session: Reading, seat: Seat, code: str) -> UUID:
    """Return the party of this code, including parties that have left.

    Raises:
        Invalid: The team has no such party.
    """
    query = select(Party.id).where(Party.jit == seat.jit, Party.code == code)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise Invalid(Phrase("{code} is not a party of this team.", code=code), field="scope.party")
    return found


async def offers(session: Reading, seat: Seat) -> list[Offer]:
    """Return the profiles and scopes that the member may request."""
    parties = (await session.scalars(select(Party.id).where(Party.jit == seat.jit))).all()
    return exporting.offers(seat, parties)


async def list_own(session: Reading, before: UUID | None, limit: int) -> Sequence[Export]:
    """Return the member's own exports, newest first."""
    query = select(Export).order_by(Export.id.desc()).limit(limit)
    return (await session.scalars(query if before is None else query.where(Export.id < before))).all()


async def find(session: Reading, export: UUID, *, held: bool = False) -> Export:
    """Return one of the member's own exports. `held`: lock it until the transaction ends.

    Raises:
        NotFound: There is no such export.
    """
    query = select(Export).where(Export.id == export)
    if held:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def cancel(session: Writing, export: UUID) -> Export:
    """Cancel an export that is queued or being made. It stops at its next page and leaves no file.

    Raises:
        NotFound: There is no such export.
        Conflict: It is neither queued nor being made.
    """
    found = await find(session, export, held=True)
    if found.state not in UNDER_WAY:
        raise Conflict(
            "The export is not in progress.",
            code="not-under-way",
            extra={"state": found.state},
        )
    found.state, found.version = "cancelled", found.version + 1
    await session.flush()
    return found


async def ready(session: Reading, seat: Seat, export: UUID) -> Export:
    """Return an export that the member may download now.

    Raises:
        NotFound: There is no such export.
        Forbidden: The member may not have it any more, or no longer download an original in it.
        Conflict: It is not ready.
        Gone: It has expired.
    """
    found = await find(session, export)
    over = not seat.closed and found.expires_at is not None and found.expires_at <= clock.now()
    if found.state == "expired" or over:
        raise Gone("The export package has expired and was deleted. Request it again.", code="bundle-expired")
    if found.state != "ready":
        raise Conflict("The export package is not ready.", code="not-ready", extra={"state": found.state})
    await demand_may(session, seat, what_of(found))
    if not await export_files.may_still(session, seat, found, found.left_out or ()):
        raise Forbidden(
            "You cannot download an original in this package any more. Request the package again.",
            code="originals-not-allowed",
        )
    return found


def what_of(row: Export | QueuedExport) -> ExportRequest:
    """Return profile and scope of a row of `exports`."""
    exhibits = tuple(row.exhibits or ()) if row.evidence is None else (row.evidence,)
    return ExportRequest(Profile(row.profile), exhibits, row.party, Period(row.since, row.until))


async def demand_may(session: Reading, seat: Seat, what: ExportRequest) -> None:
    """Check the right to a package: at the request, at each step of making it, and at the download.

    Raises:
        NotFound: An exhibit is absent or invisible.
        Forbidden: The member may not have it.
    """
    if not seat.may(Permission.EXPORT_MAKE):
        raise Forbidden("The role that requested this export no longer allows it.", code="role-may-not")
    if (code := exporting.denial(seat, what)) is not None:
        raise Forbidden(exporting.SENTENCES[code], code=code)
    if what.profile in OF_EXHIBITS:
        await _demand_exhibits(session, seat, what.exhibits)


async def _demand_few(session: Writing, seat: Seat) -> None:
    """Refuse more than `MOST_UNDER_WAY` exports of one seat in progress. Raises `Conflict`.

    The worker makes all packages one at a time.
    """
    await lock(session, Lock.EXPORT_REQUESTS, seat.id)
    own = select(func.count()).select_from(Export).where(Export.requested_by == seat.id, Export.state.in_(UNDER_WAY))
    if (await session.scalars(own)).one() >= MOST_UNDER_WAY:
        raise Conflict(
            Phrase(
                "You already have {most_under_way} exports in progress. Wait until one is ready, or cancel one.",
                most_under_way=MOST_UNDER_WAY,
            ),
            code="too-many-under-way",
        )


async def _demand_exhibits(session: Reading, seat: Seat, named: Sequence[UUID]) -> None:
    """Refuse exhibits that the member may not export. The refusal names each of them, as the member sees all of them.

    Raises:
        NotFound: An exhibit is absent or invisible.
        Forbidden: The member may not export an exhibit.
    """
    query = select(Evidence).where(Evidence.id.in_(named))
    found = {exhibit.id: exhibit for exhibit in await session.scalars(query)}
    if not found.keys() >= set(named):
        raise NotFound
    rows = defaultdict[UUID, list[Release]](list)
    for row in await session.scalars(select(Release).where(Release.evidence.in_(named))):
        rows[row.evidence].append(row)
    refused = [(found[one], code) for one in named if (code := _denial(seat, found[one], rows[one])) is not None]
    if refused:
        exhibit, code = refused[0]
        raise Forbidden(
            Phrase(_SENTENCES[code], exhibit_number=exhibit.exhibit_number),
            code=code,
            about=exhibit.id,
            extra={"refused_exhibits": [refused_exhibit(one.id, one.exhibit_number, one.title) for one, _ in refused]},
        )


def _denial(seat: Seat, exhibit: Evidence, rows: Sequence[Release]) -> str | None:
    """Return why the member may not export the exhibit, as a key of `_SENTENCES`; `None` if the member may."""
    decision = decide(seat, decision_input(exhibit), [conditions(row) for row in rows], clock.now(), Act.BUNDLE)
    if decision.allowed:
        return None
    return "h1-needs-consent" if "court_use_not_consented" in decision.because else "originator-only"


_SENTENCES: Final = {
    "h1-needs-consent": "{exhibit_number} is marked H1. Ask the originator for consent to use in court before you export it.",
    "originator-only": "You cannot export the custody of {exhibit_number}. The originator, auditors, and parties with consent "
    "to use in court can. Remove it, or send a consent request for use in court.",
}
