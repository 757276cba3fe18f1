"""Throttling of guesses: failures of one account name from one address make that address wait, and nobody else.

A try counts as a failure before the password is looked at, and is taken back when it was right: many at once do not slip
through. Unknown names are counted like known ones, so that the answer tells nothing.
"""

import hashlib
import ipaddress
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import DateTime, bindparam, text

from app import clock
from app.database import Writing
from app.errors import Throttled

FREE: Final = 5
LONGEST: Final = timedelta(minutes=15)
_FORGOTTEN_AFTER: Final = timedelta(days=1)
_IPV6_NETWORK: Final = 64  # what one customer line gets


async def take_a_try(
    session: Writing, email: str, address: str, words: str = "Too many tries for this account from here."
) -> None:
    """Count a try. Raises `Throttled` with `Retry-After` while the address has to wait for this name, in these words."""
    now = clock.now()
    key = {"account_hash": _hash(email), "address": _network(address)}
    binds = key | {"now": now, "forgotten": now - _FORGOTTEN_AFTER, "free": FREE, "longest": LONGEST.total_seconds()}
    if (await session.execute(_COUNT, binds)).one_or_none() is None:
        until: datetime = (await session.execute(_BLOCKED, key)).scalar_one()
        seconds = max(1, -int((now - until).total_seconds() // 1))
        raise Throttled(
            f"{words} Wait {seconds} s, then try again.",
            headers={"Retry-After": str(seconds)},
        )


async def give_back(session: Writing, email: str, address: str) -> None:
    """The try was right: forget the failures before it."""
    await session.execute(_FORGET, {"account_hash": _hash(email), "address": _network(address)})


async def sweep(session: Writing) -> None:
    """Forget failures of long ago, as the engine."""
    await session.execute(_SWEEP, {"forgotten": clock.now() - _FORGOTTEN_AFTER})


def _hash(email: str) -> bytes:
    return hashlib.sha256(b"liaison-throttle/v1\n" + email.encode("utf-8", "surrogatepass")).digest()


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, _IPV6_NETWORK), strict=False))
    return str(parsed)


# The n-th failure behind the free ones blocks for 2^n seconds, at most `longest`.
_COUNT: Final = text(
    """
    insert into throttles as t (account_hash, address, failures, changed_at) values (:account_hash, :address, 1, :now)
    on conflict (account_hash, address) do update set
      failures = case when t.changed_at < :forgotten then 1 else t.failures + 1 end,
      blocked_until = case when t.changed_at < :forgotten or t.failures < :free then null
        else :now + make_interval(secs => least(:longest, 2.0 ^ least(t.failures + 1 - :free, 30))) end,
      changed_at = :now
    where t.blocked_until is null or t.blocked_until <= :now
    returning failures
    """
).bindparams(bindparam("now", type_=DateTime(timezone=True)), bindparam("forgotten", type_=DateTime(timezone=True)))
_BLOCKED: Final = text("select blocked_until from throttles where account_hash = :account_hash and address = :address")
_FORGET: Final = text("delete from throttles where account_hash = :account_hash and address = :address")
_SWEEP: Final = text("delete from throttles where changed_at < :forgotten").bindparams(
    bindparam("forgotten", type_=DateTime(timezone=True))
)
