"""Lock the row of an exhibit until the transaction ends, and read it again under the lock.

A change that committed just before is seen. The exhibit's row comes before the rows of its files and its ledger chain.
"""

from uuid import UUID

from sqlalchemy import select

from app.database import Writing
from app.errors import Stale
from app.models import Evidence


async def lock(session: Writing, evidence: UUID) -> Evidence:
    """Lock an exhibit to which something is added: nobody withdraws, erases or reviews it meanwhile."""
    query = select(Evidence).where(Evidence.id == evidence).with_for_update(key_share=True)
    return (await session.scalars(query.execution_options(populate_existing=True))).one()


async def lock_version(session: Writing, evidence: UUID, expected: int) -> Evidence:
    """Lock an exhibit to change it.

    Raises:
        Stale: It was changed since the member read it.
    """
    query = select(Evidence).where(Evidence.id == evidence).with_for_update()
    exhibit = (await session.scalars(query.execution_options(populate_existing=True))).one()
    if exhibit.version != expected:
        raise Stale(
            "Another user changed the exhibit. Reload it.",
            extra={"current": {"title": exhibit.title, "status": exhibit.status, "version": exhibit.version}},
        )
    return exhibit
