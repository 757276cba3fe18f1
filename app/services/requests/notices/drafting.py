"""INTERPOL notices: draft one and change its content.

The content is fixed once the checks are complete; then only references and the review date change. Lock: the row of the
notice. Not here: checks (`checks.py`), states (`moves.py`), and which other parties see it (`releases.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.requests import notice_states
from app.access.requests.notice_states import NoticeState
from app.access.retention import review_after
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, Stale
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeChanged, NoticeDrafted
from app.models import Notice, NoticeContent, NoticeRelease
from app.services.requests import recipients
from app.services.requests.lines import lines, releases
from app.services.teams import phases
from app.services.teams import roster as rosters

_NOT_YOURS: Final = "Only leaders and contributors of the party of this notice can change it."
#: Columns of the content that are lists.
LISTS: Final = frozenset(
    {
        *("cautions", "recipients", "aliases", "nationalities", "languages", "sought", "assessment_grounds"),
        *("threat_from", "assets", "asset_measures", "measures", "extradition_countries"),
    }
)
#: Columns of the content that a member states.
CONTENT: Final = (
    *("ncb", "authority", "reference", "ncb_reference", "interpol_reference", "language", "purpose", "is_public"),
    *("cautions", "recipients", "review_on", "diffusion_reason", "diffusion_aim"),
    *("is_unidentified", "family_name", "forenames", "aliases", "sex", "birth_date", "birth_place", "nationalities"),
    *("parents", "languages", "description", "identity_documents", "other_identifiers", "person_status", "is_child"),
    *("guardian", "is_publication_allowed", "is_reported", "facts", "charge", "law", "max_penalty_years"),
    *("sentence_months", "is_exceptional", "exception_reason", "penalty", "warrant", "sought", "questions"),
    *("assessment", "assessment_author", "assessment_grounds", "assessment_basis", "threat_from", "object_data"),
    *("place", "method", "method_aim", "assets", "asset_measures", "asset_aim", "asset_link", "regime", "listing"),
    *("measures", "extradition_countries"),
)
#: A notice is reviewed after five years at the latest.
_MOST_MONTHS: Final = 60
#: These can be changed until the notice ends; all others only in a draft.
LATER: Final = frozenset({"ncb_reference", "interpol_reference", "review_on"})


@dataclass(frozen=True, slots=True)
class NewNotice:
    """A notice as a member states it.

    Attributes:
        kind: Colour.
        is_diffusion: Whether it is a diffusion.
        content: Values of the columns of `CONTENT`; absent ones are empty.
        source: Kind of the file from which it was imported.
    """

    kind: str
    is_diffusion: bool
    content: dict[str, Any] = field(default_factory=dict)
    source: str | None = None


async def create(session: Writing, seat: Seat, what: NewNotice) -> Notice:
    """Draft a notice and return its line.

    Raises:
        Forbidden: The member belongs to no party.
        Conflict: The team is not in its operational phase.
        Invalid: The review date is more than five years ahead.
    """
    _demand_review_within_limit(what.content.get("review_on"))
    if seat.party is None:
        raise Forbidden("Only members of a party can draft notices.", code="no-party")
    await phases.demand_operational(session, seat)
    roster, now = await rosters.of(session, seat.jit), clock.now()
    values = {
        "jit": seat.jit,
        "party": seat.party,
        "kind": what.kind,
        "is_diffusion": what.is_diffusion,
        "state": NoticeState.DRAFT.value,
        "since_at": now,
        "created_by": seat.id,
        "created_at": now,
    }
    notice = await lines.insert_numbered(session, Notice, f"{roster.party_code(seat.party)}-NO-", values)
    content = {name: what.content.get(name) or ([] if name in LISTS else what.content.get(name)) for name in CONTENT}
    row = NoticeContent(notice=notice.id, jit=seat.jit, party=seat.party, updated_at=now, version=1, **content)
    session.add(row)
    await session.flush()
    fact = NoticeDrafted(
        **await fields_of(session, seat, notice),
        colour=notice.kind,
        is_diffusion=notice.is_diffusion,
        source=what.source,
        content=stated(row),
    )
    await journal.append(session, seat, fact)
    return notice


def written(value: object) -> object:
    """Return a value of the content as audit log entries show it."""
    return value.isoformat() if isinstance(value, date) else value


def stated(content: NoticeContent) -> dict[str, Any]:
    """Return the values of a content that are not empty, as audit log entries show them."""
    values = {name: getattr(content, name) for name in CONTENT}
    return {name: written(value) for name, value in values.items() if value not in (None, [])}


async def find(session: Reading, notice: UUID) -> Notice:
    """Return the line of a notice. Raises `NotFound` if it is absent or invisible."""
    return await lines.find(session, Notice, notice)


async def lock_own(session: Writing, seat: Seat, notice: UUID) -> Notice:
    """Lock a notice of the member's party until the transaction ends, and return it.

    Raises:
        NotFound: It is absent or invisible.
        Forbidden: It is of another party.
    """
    return await lines.lock_own(session, seat, Notice, notice, Forbidden(_NOT_YOURS, code="not-your-notice"))


async def content_of(session: Reading, notice: UUID) -> NoticeContent:
    """Return the content of a notice that the asking member sees."""
    query = select(NoticeContent).where(NoticeContent.notice == notice)
    return (await session.scalars(query.execution_options(populate_existing=True))).one()


async def change(session: Writing, seat: Seat, notice: UUID, values: dict[str, Any], *, expected: int) -> None:
    """Change the content of a notice.

    Raises:
        NotFound: It is absent or invisible.
        Forbidden: It is of another party.
        Stale: The content is not at version `expected`; the error contains its current values.
        Conflict: The notice is no draft, and a value is changed that is fixed by then.
        Invalid: The review date is more than five years ahead.
    """
    _demand_review_within_limit(values.get("review_on"))
    found = await lock_own(session, seat, notice)
    content = await content_of(session, found.id)
    if content.version != expected:
        current = {name: written(getattr(content, name)) for name in CONTENT} | {"version": content.version}
        raise Stale("Another user changed the notice. Reload it.", extra={"current": current})
    _demand_changeable(found, list(values))
    before = {name: getattr(content, name) for name in values}
    changed = {
        name: {"from": written(before[name]), "to": written(to)} for name, to in values.items() if before[name] != to
    }
    if not changed:
        return
    for name, value in values.items():
        setattr(content, name, value)
    content.version, content.updated_at = content.version + 1, clock.now()
    await session.flush()
    await journal.append(session, seat, NoticeChanged(**await fields_of(session, seat, found), changes=changed))


def _demand_review_within_limit(review_on: date | None) -> None:
    """Refuse a review date that is more than five years from today (INTERPOL RPD, by secondary sources)."""
    if review_on is not None and review_on > review_after(clock.now().date(), _MOST_MONTHS):
        raise Invalid("Choose a review date within five years.", field="review_on")


def _demand_changeable(notice: Notice, names: Sequence[str]) -> None:
    if notice.state == NoticeState.DRAFT:
        return
    fixed = [name for name in names if name not in LATER]
    if notice.state in notice_states.ENDED or fixed:
        raise Conflict(
            "The checks are complete, so this cannot be changed any more. Return the notice to draft first.",
            code="notice-checked",
            field=fixed[0] if fixed else None,
        )


def demand_draft(notice: Notice) -> None:
    """Refuse what is possible in a draft alone. Raises `Conflict`."""
    if notice.state != NoticeState.DRAFT:
        raise Conflict(
            "The checks are complete, so this cannot be changed any more. Return the notice to draft first.",
            code="notice-checked",
        )


async def releases_of(session: Reading, notice: UUID) -> Sequence[NoticeRelease]:
    """Return the releases that are in effect, as far as the asking member sees them."""
    return await releases.in_effect(session, NoticeRelease, NoticeRelease.notice == notice)


async def fields_of(session: Reading, seat: Seat, notice: Notice, *, is_internal: bool = False) -> dict[str, Any]:
    """Return the fields that every fact about a notice has.

    `is_internal`: the fact is for the party of the notice alone.
    """
    readers = set[UUID]() if is_internal else {one.recipient for one in await releases_of(session, notice.id)}
    hearing = recipients.of_parties({notice.party, *readers}, await rosters.of(session, seat.jit))
    return {"notice": notice.id, "number": notice.number, "hearing": hearing}
