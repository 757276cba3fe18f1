"""Record the versions of values on which a request, a hearing or an assessment relied.

A request relies on its instrument when it is drafted, and again when it is sent: where it applies, and who may issue. A sent
request also relies on its provider's establishment and retention periods. A form relies on the executing State's card when it
is saved or sent. A deadline relies on its rule. A hearing relies on what the card of its country says about evidence and
hearings, and an assessment on the value from which its need was taken. A use that is recorded again replaces the former
version.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.requests.card_facts import OF_FORUM
from app.database import Writing
from app.models import Hearing, LegalRequest, ReferenceUse
from app.reference.catalogue import ReferenceKind
from app.services.reference import versions
from app.services.reference.versions import VersionedValue

#: Values of an instrument on which a request relies, and of the cards.
OF_INSTRUMENT: Final = ("in_force", "issuers")
OF_COUNTRY: Final = ("languages", "validation", "formalities", "double_criminality")
OF_PROVIDER: Final = ("establishment", "retention_days")
REQUEST, FORM, DEADLINE, HEARING, ADMISSIBILITY = "request", "form", "deadline", "hearing", "admissibility"


async def of_request(session: Writing, request: LegalRequest, providers: Collection[str] = ()) -> None:
    """Record the values on which a request relies that is drafted, registered or sent. `providers`: keys of cards."""
    instrument = await versions.of_record(session, ReferenceKind.INSTRUMENTS, request.instrument)
    used = [instrument[one] for one in OF_INSTRUMENT]
    for key in sorted(providers):
        card = await versions.of_record(session, ReferenceKind.PROVIDERS, key)
        used += [card[one] for one in OF_PROVIDER]
    await _record(session, _of(request), REQUEST, used)


async def of_form(session: Writing, request: LegalRequest, executing: str | None) -> None:
    """Record the values on which the form of a request relies. `executing`: the country that executes it."""
    instrument = await versions.of_record(session, ReferenceKind.INSTRUMENTS, request.instrument)
    used = [instrument["in_force"]]
    if executing is not None:
        card = await versions.of_record(session, ReferenceKind.COUNTRIES, executing)
        used += [card[one] for one in OF_COUNTRY]
    await _record(session, _of(request), FORM, used)


async def of_hearing(session: Writing, hearing: Hearing) -> None:
    """Record the values of the country card on which the checklist of a hearing relies.

    A hearing that returns to a country keeps the versions of before, with what was decided. Only a leader's decision
    replaces a version (`of_decided_value`).
    """
    card = await versions.of_record(session, ReferenceKind.COUNTRIES, hearing.country)
    for one in OF_FORUM:
        row = _row(_of_hearing(hearing), HEARING, card[one])
        await session.execute(insert(ReferenceUse).values(row).on_conflict_do_nothing())


async def of_decided_value(session: Writing, hearing: Hearing, field: str) -> None:
    """Record the present version of a value of the country card about which a leader decides for a hearing."""
    card = await versions.of_record(session, ReferenceKind.COUNTRIES, hearing.country)
    await _record(session, _of_hearing(hearing), HEARING, [card[field]])


async def of_admissibility(session: Writing, assessment: Mapping[str, Any], field: str) -> None:
    """Record the value of the country card from which the need of an assessment, given as its row, was taken."""
    card = await versions.of_record(session, ReferenceKind.COUNTRIES, assessment["country"])
    about = {"jit": assessment["jit"], "party": assessment["party"], "admissibility": assessment["id"]}
    await _record(session, about, ADMISSIBILITY, [card[field]])


def of_deadline(request: LegalRequest, deadline: UUID, rule: VersionedValue) -> ReferenceUse:
    """Return the row that a new deadline of a request relies on this rule."""
    return ReferenceUse(**_row(_of(request) | {"deadline": deadline}, DEADLINE, rule))


async def copy_to(session: Writing, former: UUID, deadline: UUID) -> None:
    """Record that a deadline relies on the same rule as the former one, in the same version."""
    for row in await session.scalars(select(ReferenceUse).where(ReferenceUse.deadline == former)):
        values = {name: getattr(row, name) for name in _COPIED}
        session.add(ReferenceUse(id=clock.new_id(), deadline=deadline, used_at=clock.now(), **values))


async def _record(session: Writing, about: Mapping[str, UUID], purpose: str, used: Iterable[VersionedValue]) -> None:
    """Store values, each in place of its former version. An unchanged version keeps what was decided about it."""
    for one in used:
        row = _row(about, purpose, one)
        done = insert(ReferenceUse).values(row)
        anew = {name: done.excluded[name] for name in _AGAIN} | dict.fromkeys(_DECISION)
        done = done.on_conflict_do_update(
            constraint="uq_reference_uses_use", set_=anew, where=ReferenceUse.version < done.excluded.version
        )
        await session.execute(done)


def _of(request: LegalRequest) -> dict[str, UUID]:
    return {"jit": request.jit, "party": request.party, "request": request.id}


def _of_hearing(hearing: Hearing) -> dict[str, UUID]:
    return {"jit": hearing.jit, "party": hearing.party, "court_hearing": hearing.id}


def _row(about: Mapping[str, UUID], purpose: str, used: VersionedValue) -> dict[str, Any]:
    return {
        **about,
        "id": clock.new_id(),
        "purpose": purpose,
        "kind": used.kind.value,
        "key": used.key,
        "field": used.field,
        "version": used.version,
        "value": used.value,
        "used_at": clock.now(),
        "settled_version": used.version,
        "told_version": used.version,
    }


_AGAIN: Final = ("version", "value", "used_at", "settled_version", "told_version")
_COPIED: Final = (
    *("jit", "party", "request", "purpose"),
    *("kind", "key", "field", "version", "value", "settled_version", "told_version"),
)
_DECISION: Final = ("decision", "settled_by", "settled_at")
