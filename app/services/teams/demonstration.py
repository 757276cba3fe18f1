"""List the demonstration's accounts for its sign-in page. Other servers do not serve this."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.access.seats import Person
from app.database import Database
from app.models import Account
from app.services.teams import members

PASSWORD: Final = "lantern"  # noqa: S105 - public by design: these accounts sign in on a loopback demonstration alone


@dataclass(frozen=True, slots=True)
class Character:
    """A demonstration account. Party, roles and operation are those of its first membership."""

    email: str
    name: str
    party: str | None
    roles: list[str]
    operation: str | None


async def characters(database: Database) -> list[Character]:
    """List the open demonstration accounts in order of creation, each read with that person's own access rights."""
    async with database.reading() as session:
        accounts = (
            await session.scalars(
                select(Account).where(Account.demonstration, Account.closed_at.is_(None)).order_by(Account.id)
            )
        ).all()
        found = []
        for account in accounts:
            person = Person(account.id, UUID(int=0), account.email, account.name, account.may_found, by_token=False)
            seats = await members.list_of_person(session, person)
            jit, seated = seats[0] if seats else (None, None)
            found.append(
                Character(
                    email=account.email,
                    name=account.name,
                    party=seated.party if seated else None,
                    roles=list(seated.member.roles) if seated else [],
                    operation=jit.name if jit else None,
                )
            )
        return found
