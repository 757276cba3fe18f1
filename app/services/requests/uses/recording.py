"""Record which values of the reference data a request, its form or a deadline relied on, each with its version.

A request relies on its instrument when it is drafted, and again when it is sent: where it applies, and who may issue. A sent
request also relies on its provider's establishment and retention periods. A form relies on the executing State's card when it
is saved or sent. A deadline relies on its rule. A use that is recorded again replaces the former version.
"""

from collections.abc import Collection, Iterable
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.database import Writing
from app.models import LegalRequest, ReferenceUse
from app.reference.catalogue import ReferenceKind
from app.services.reference import versions
from app.services.reference.versions import VersionedValue

#: Values of an instrument on which a request relies, and of the cards.
OF_INSTRUMENT: Final = ("in_force", "issuers")
OF_COUNTRY: Final = ("languages", "validation", "formalities", "double_criminality")
OF_PROVIDER: Final = ("establishment", "retention_days")
REQUEST, FORM, DEADLINE = "request", "form", "deadline"


async def of_request(session: Writing, request: LegalRequest, providers: Collection[str] = ()) -> None:
    """Record the values on which a request relies that is drafted, registered or sent. `providers`: keys of cards."""
    instrument = await versions.of_record(session, ReferenceKind.INSTRUMENTS, request.instrument)
    used = [instrument[one] for one in OF_INSTRUMENT]
    for key in sorted(providers):
        card = await versions.of_record(session, ReferenceKind.PROVIDERS, key)
        used += [card[one] for one in OF_PROVIDER]
    await _record(session, request, REQUEST, used)


async def of_form(session: Writing, request: LegalRequest, executing: str | None) -> None:
    """Record the values on which the form of a request relies. `executing`: the country that executes it."""
    instrument = await versions.of_record(session, ReferenceKind.INSTRUMENTS, request.instrument)
    used = [instrument["in_force"]]
    if executing is not None:
        card = await versions.of_record(session, ReferenceKind.COUNTRIES, executing)
        used += [card[one] for one in OF_COUNTRY]
    await _record(session, request, FORM, used)


def of_deadline(request: LegalRequest, deadline: UUID, rule: VersionedValue) -> ReferenceUse:
    """Return the row that a new deadline of a request relies on this rule."""
    return ReferenceUse(**_row(request, DEADLINE, rule, deadline))


async def copy_to(session: Writing, former: UUID, deadline: UUID) -> None:
    """Record that a deadline relies on the same rule as the former one, in the same version."""
    for row in await session.scalars(select(ReferenceUse).where(ReferenceUse.deadline == former)):
        values = {name: getattr(row, name) for name in _COPIED}
        session.add(ReferenceUse(id=clock.new_id(), deadline=deadline, used_at=clock.now(), **values))


async def _record(session: Writing, request: LegalRequest, purpose: str, used: Iterable[VersionedValue]) -> None:
    """Store values, each in place of its former version. An unchanged version keeps what was decided about it."""
    for one in used:
        row = _row(request, purpose, one, None)
        done = insert(ReferenceUse).values(row)
        anew = {name: done.excluded[name] for name in _AGAIN} | dict.fromkeys(_DECISION)
        done = done.on_conflict_do_update(
            constraint="uq_reference_uses_use", set_=anew, where=ReferenceUse.version < done.excluded.version
        )
        await session.execute(done)


def _row(request: LegalRequest, purpose: str, used: VersionedValue, deadline: UUID | None) -> dict[str, Any]:
    return {
        "id": clock.new_id(),
        "jit": request.jit,
        "party": request.party,
        "request": request.id,
        "purpose": purpose,
        "deadline": deadline,
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
