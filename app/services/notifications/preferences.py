"""Notification settings of an account: e-mail, threshold, quiet hours, daily digest.

Without a row, only the page shows notifications. Hours are in the account's time zone.
Not here: when an e-mail may be sent (`access/mail_times.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.mail_times import Hours
from app.access.notification_rules import Urgency
from app.access.seats import Person
from app.database import Reading, Requester, Writing
from app.errors import Invalid, Stale
from app.models import Account, NotificationPreference

_FIRST: Final = 1  # version while no row exists


@dataclass(frozen=True, slots=True)
class Wanted:
    """A person's choices. `threshold`: least urgent level mailed at once; `None` for the daily digest only."""

    by_mail: bool = False
    threshold: Urgency | None = Urgency.NOW
    digest_hour: int | None = None
    quiet_from: time | None = None
    quiet_to: time | None = None
    urgent_passes: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """The current settings with their account. `writable`: the account is open and not a demonstration account."""

    account: UUID
    email: str
    locale: str
    time_zone: str
    writable: bool
    wanted: Wanted
    mailing_since: datetime | None
    version: int

    @property
    def hours(self) -> Hours:
        """Return time zone and quiet hours."""
        wanted = self.wanted
        return Hours(self.time_zone, wanted.quiet_from, wanted.quiet_to, urgent_passes=wanted.urgent_passes)


async def read(session: Reading, person: Person) -> Preferences:
    """Return the person's own settings."""
    return await of(session, person.account)


async def of(session: Reading, account: UUID) -> Preferences:
    """Return an account's settings, read with that account's rights."""
    await session.say_who(Requester(account=account))
    found = (await session.scalars(select(Account).where(Account.id == account))).one()
    row = (
        await session.scalars(select(NotificationPreference).where(NotificationPreference.account == account))
    ).one_or_none()
    wanted = Wanted() if row is None else _wanted(row)
    return Preferences(
        account=account,
        email=found.email,
        locale=found.locale,
        time_zone=found.time_zone,
        writable=found.closed_at is None and not found.demonstration,
        wanted=wanted,
        mailing_since=None if row is None else row.mailing_since,
        version=_FIRST if row is None else row.version,
    )


async def change(session: Writing, person: Person, wanted: Wanted, *, expected: int, available: bool) -> None:
    """Change the settings. `available`: this server sends e-mail.

    Raises:
        Invalid: E-mail is chosen, but this server sends none.
        Stale: The settings changed since the person saw them.
    """
    if wanted.by_mail and not available:
        raise Invalid("This server does not send e-mail.", field="by_mail")
    await session.say_who(Requester(account=person.account))
    mine = NotificationPreference.account == person.account
    row = (await session.scalars(select(NotificationPreference).where(mine).with_for_update())).one_or_none()
    version = _FIRST if row is None else row.version
    values = _values(wanted, None if row is None else row)
    if version != expected or not await _write(session, person.account, row, values, version + 1):
        now = await of(session, person.account)
        raise changed_meanwhile({"version": now.version})


def changed_meanwhile(current: Mapping[str, object]) -> Stale:
    """Return the refusal of a change of something that the person changed elsewhere."""
    return Stale("This was changed in another window. Reload it.", extra={"current": current})


async def _write(
    session: Writing, account: UUID, row: NotificationPreference | None, values: dict[str, object], version: int
) -> bool:
    """Write the settings. Return `False` if a concurrent request inserted the first row."""
    if row is None:
        made = insert(NotificationPreference).values(account=account, version=version, **values)
        done = await session.scalars(made.on_conflict_do_nothing().returning(NotificationPreference.account))
        return done.one_or_none() is not None
    for name, value in values.items():
        setattr(row, name, value)
    row.version = version
    await session.flush()
    return True


def _values(wanted: Wanted, row: NotificationPreference | None) -> dict[str, object]:
    since = row.mailing_since if row is not None and row.by_mail else clock.now()
    return {
        "by_mail": wanted.by_mail,
        "mailing_since": since if wanted.by_mail else None,
        "threshold": None if wanted.threshold is None else int(wanted.threshold),
        "digest_hour": wanted.digest_hour,
        "quiet_from": wanted.quiet_from,
        "quiet_to": wanted.quiet_to,
        "urgent_passes": wanted.urgent_passes,
    }


def _wanted(row: NotificationPreference) -> Wanted:
    return Wanted(
        by_mail=row.by_mail,
        threshold=None if row.threshold is None else Urgency(row.threshold),
        digest_hour=row.digest_hour,
        quiet_from=row.quiet_from,
        quiet_to=row.quiet_to,
        urgent_passes=row.urgent_passes,
    )


def clock_time(words: str | None) -> time | None:
    """Parse `22:30` as a time of day."""
    return None if words is None else time.fromisoformat(words)


def clock_words(at: time | None) -> str | None:
    """Format a time of day as `22:30`."""
    return None if at is None else at.strftime("%H:%M")
