"""Entries that tell leaders of changed values of the reference data on which requests of their party relied.

There is one entry for each request and value, of which leaders of the party are notified. The background job runs as the
engine role, after a change and once an hour. The told version is recorded with the use, so that a second run tells nothing.
"""

from typing import Any, Final

from sqlalchemy import Row, Uuid, bindparam, text

from app.database import Database
from app.ledger import journal
from app.ledger.facts.requests.uses import RequestReferenceChanged
from app.ledger.journal import Ledger
from app.reference.values import identifier
from app.services import due_items
from app.services.requests.notices.challenge_jobs import hearing_of


async def tell_due(database: Database) -> int:
    """Tell of changed values. Return how many entries were made."""
    return await due_items.process_due_items(database, _DUE, lambda row: _tell(database, row), "use of reference data")


async def _tell(database: Database, found: Row[Any]) -> int:
    async with database.engine() as session:
        told = {name: getattr(found, name) for name in ("request", "kind", "key", "field", "new_version")}
        if not (await session.execute(_MARK, told)).all():  # another worker was faster, or a leader decided
            return 0
        fact = RequestReferenceChanged(
            request=found.request,
            number=found.number,
            hearing=await hearing_of(session, found.jit, found.party),
            reference_value=identifier(found.kind, found.key, found.field),
            reference_version=found.new_version,
        )
        await journal.append_as_system(session, Ledger(found.jit, found.ledger_origin), fact)
    return 1


#: The first use of each request and value, so that the key that `due_items` needs is an id.
_DUE: Final = text(
    """
    select u.id, u.jit, u.party, u.request, u.kind, u.key, u.field, u.new_version, r.number, j.ledger_origin
      from (
        select distinct on (x.request, x.kind, x.key, x.field) x.* from changed_reference_uses(null) x
         where x.told_version < x.new_version order by x.request, x.kind, x.key, x.field, x.id) u
      join requests r on r.jit = u.jit and r.id = u.request
      join jits j on j.id = u.jit
     where j.state <> 'closed' and not has_left(u.jit, u.party) and (cast(:after as uuid) is null or u.id > :after)
     order by u.id limit :most
    """
).bindparams(bindparam("after", type_=Uuid))
_MARK: Final = text(
    """
    update reference_uses set told_version = :new_version
     where request = :request and kind = :kind and key = :key and field = :field and told_version < :new_version
    returning id
    """
)
