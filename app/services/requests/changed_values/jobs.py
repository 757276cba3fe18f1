"""Entries that tell leaders of changed values on which requests, hearings and assessments of their party relied.

There is one entry for each of these objects and value, of which leaders of the party are notified. The background job runs as the
engine role, after a change and once an hour. The told version is recorded with the use, so that a second run tells nothing.
"""

from typing import Any, Final

from sqlalchemy import Row, Uuid, bindparam, text

from app.database import Database
from app.ledger import journal
from app.ledger.facts.requests.uses import (
    AdmissibilityReferenceChanged,
    HearingReferenceChanged,
    RequestReferenceChanged,
)
from app.ledger.journal import Ledger
from app.reference.values import identifier
from app.services import due_items
from app.services.requests.notices.challenge_jobs import hearing_of


async def tell_due(database: Database) -> int:
    """Tell of changed values. Return how many entries were made."""
    return await due_items.process_due_items(database, _DUE, lambda row: _tell(database, row), "use of reference data")


async def _tell(database: Database, found: Row[Any]) -> int:
    async with database.engine() as session:
        told = {name: getattr(found, name) for name in ("object", "kind", "key", "field", "new_version")}
        if not (await session.execute(_MARK, told)).all():  # another worker was faster, or a leader decided
            return 0
        told_of: dict[str, Any] = {
            "hearing": await hearing_of(session, found.jit, found.party),
            "reference_value": identifier(found.kind, found.key, found.field),
            "reference_version": found.new_version,
        }
        await journal.append_as_system(session, Ledger(found.jit, found.ledger_origin), _fact(found, told_of))
    return 1


def _fact(
    found: Row[Any], told: dict[str, Any]
) -> RequestReferenceChanged | HearingReferenceChanged | AdmissibilityReferenceChanged:
    """Return the fact about the object that relied on the value."""
    if found.request is not None:
        return RequestReferenceChanged(request=found.request, number=found.number, **told)
    if found.court_hearing is not None:
        return HearingReferenceChanged(court_hearing=found.court_hearing, **told)
    about = {"admissibility": found.admissibility, "evidence": found.evidence, "exhibit": str(found.evidence)}
    return AdmissibilityReferenceChanged(**about, **told)


#: The first use of each object and value, so that the key that `due_items` needs is an id.
_DUE: Final = text(
    """
    select u.id, u.jit, u.party, u.object, u.request, u.court_hearing, u.admissibility, u.kind, u.key, u.field,
           u.new_version, r.number, a.evidence, j.ledger_origin
      from (
        select distinct on (x.object, x.kind, x.key, x.field) x.* from changed_reference_uses(null) x
         where x.told_version < x.new_version order by x.object, x.kind, x.key, x.field, x.id) u
      left join requests r on r.jit = u.jit and r.id = u.request
      left join admissibilities a on a.jit = u.jit and a.id = u.admissibility
      join jits j on j.id = u.jit
     where j.state <> 'closed' and not has_left(u.jit, u.party) and (cast(:after as uuid) is null or u.id > :after)
     order by u.id limit :most
    """
).bindparams(bindparam("after", type_=Uuid))
_MARK: Final = text(
    """
    update reference_uses set told_version = :new_version
     where coalesce(request, court_hearing, admissibility) = :object and kind = :kind and key = :key and field = :field and told_version < :new_version
    returning id
    """
)
