"""Throttle password guesses per account and place, per network, and per account across all networks.

- Per account and place (network, browser or session): after 5 failures each further one doubles the wait, up to 15
  minutes.
- Per network, all accounts: against trying a few passwords on every account. The bound is generous, as offices share an
  address.
- Per account, all networks. A browser or network from which the account signed in before is exempt
  (`services/accounts/signing_in.py`), so that strangers cannot lock the owner out.

One-time codes are counted in rows of their own, by account and network: wrong codes delay no sign-in, and the reverse.

An attempt counts as a failure before the password is verified, and is given back if it was right.
This way parallel attempts cannot pass the limit. Unknown accounts are counted like known ones.
"""

import hashlib
import ipaddress
import math
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import DateTime, Numeric, bindparam, text

from app import clock
from app.database import Writing
from app.errors import Throttled
from app.i18n.phrases import Phrase

FREE: Final = 5
LONGEST: Final = timedelta(minutes=15)
#: Failures that a network has free, and the time after which one of them is forgotten: all within 15 minutes.
OF_A_NETWORK: Final = 60
_EACH: Final = timedelta(seconds=15)
#: Free failures of an account across all networks, and the time after which one is forgotten: all within an hour.
OF_AN_ACCOUNT: Final = 20
_EACH_OF_AN_ACCOUNT: Final = timedelta(minutes=3)
#: Reports of an account about reference data that are free, and the time after which one is forgotten: all within an hour.
OF_REPORTS: Final = 10
_EACH_REPORT: Final = timedelta(minutes=6)
_FORGOTTEN_AFTER: Final = timedelta(days=1)
_IPV6_NETWORK: Final = 64  # usual prefix of one customer line
_REDEMPTION: Final = "redemption"
_TOO_MANY_CODES: Final = "Too many wrong codes. Try again in {seconds} seconds."


async def take_a_try(
    session: Writing,
    email: str,
    place: str,
    sentence: str = "Too many attempts for this account. Try again in {seconds} seconds.",
) -> None:
    """Count an attempt on an account from a network, browser or session.

    Raises:
        Throttled: The place has to wait for this account; `sentence` says so, with its placeholder `seconds`.
    """
    now = clock.now()
    key = {"account_hash": _hash(email), "address": place}
    binds = key | {"now": now, "forgotten": now - _FORGOTTEN_AFTER, "free": FREE, "longest": LONGEST.total_seconds()}
    if (await session.execute(_COUNT, binds)).one_or_none() is None:
        until: datetime = (await session.execute(_BLOCKED, key)).scalar_one()
        raise _throttled(sentence, until - now)


async def give_back(session: Writing, email: str, place: str) -> None:
    """Forget the failures of this account and place, after a successful attempt."""
    await session.execute(_FORGET, {"account_hash": _hash(email), "address": place})


async def take_a_try_of_network(session: Writing, address: str) -> None:
    """Count an attempt of a network on any account, after `take_a_try`.

    Raises:
        Throttled: Too many attempts from this network failed.
    """
    key: dict[str, object] = {"account_hash": _WHATEVER, "address": network(address)}
    wait = await _take_one_of(session, key, OF_A_NETWORK, _EACH)
    if wait is not None:
        raise _throttled("Too many failed attempts from your network. Try again in {seconds} seconds.", wait)


async def give_back_to_network(session: Writing, address: str) -> None:
    """Give back one successful attempt. Earlier failures stay, or an attacker's own login would reset the counter."""
    await session.execute(_TAKE_BACK, {"account_hash": _WHATEVER, "address": network(address)})


async def take_a_code(session: Writing, email: str, address: str) -> None:
    """Count an attempt of a network to create an account with a one-time code.

    Raises:
        Throttled: Too many codes for this account from this network, or from this network for all accounts, were wrong.
    """
    await take_a_try(session, email, _for_codes(address), _TOO_MANY_CODES)
    key: dict[str, object] = {"account_hash": _WHATEVER, "address": _for_codes(address)}
    wait = await _take_one_of(session, key, OF_A_NETWORK, _EACH)
    if wait is not None:
        raise _throttled("Too many wrong codes from your network. Try again in {seconds} seconds.", wait)


async def give_back_code(session: Writing, email: str, address: str) -> None:
    """Forget the wrong codes for this account, and give the network this one attempt back, after a right code."""
    await give_back(session, email, _for_codes(address))
    await session.execute(_TAKE_BACK, {"account_hash": _WHATEVER, "address": _for_codes(address)})


async def take_a_redemption(session: Writing, email: str) -> None:
    """Count an attempt of a signed-in account to redeem a one-time code. Raises `Throttled`."""
    await take_a_try(session, email, _REDEMPTION, _TOO_MANY_CODES)


async def give_back_redemption(session: Writing, email: str) -> None:
    """Forget the wrong codes that this account redeemed, after a right one."""
    await give_back(session, email, _REDEMPTION)


async def take_a_report(session: Writing, email: str) -> None:
    """Count a report of a signed-in account about the reference data. Raises `Throttled`."""
    key: dict[str, object] = {"account_hash": _hash(email), "address": "reference report"}
    wait = await _take_one_of(session, key, OF_REPORTS, _EACH_REPORT)
    if wait is not None:
        raise _throttled("Too many reports. Send the next one in {seconds} seconds.", wait)


async def take_a_try_of_account(session: Writing, email: str) -> timedelta | None:
    """Count an attempt on an account from any network. Return how long strangers have to wait, or `None`."""
    return await _take_one_of(session, _everywhere(email), OF_AN_ACCOUNT, _EACH_OF_AN_ACCOUNT)


async def give_back_to_account(session: Writing, email: str) -> None:
    """Give back one successful attempt. Earlier failures of others stay."""
    await session.execute(_TAKE_BACK, _everywhere(email))


def unknown_here(wait: timedelta) -> Throttled:
    """Return the refusal for a stranger while too many attempts on the account have failed."""
    return _throttled(
        "Too many failed sign-ins for this account. Use a browser or network from which you signed in before, "
        "or try again in {seconds} seconds.",
        wait,
    )


async def _take_one_of(session: Writing, key: dict[str, object], most: int, each: timedelta) -> timedelta | None:
    """Take one of `most` attempts; one is restored every `each`. Return how long to wait if none is left."""
    now = clock.now()
    binds = key | {"now": now, "most": most, "each": each.total_seconds()}
    if (await session.execute(_COUNT_ALL, binds)).one_or_none() is not None:
        return None
    since: datetime = (await session.execute(_SINCE, key)).scalar_one()
    return since + each - now


def _for_codes(address: str) -> str:
    return f"code {network(address)}"


def _everywhere(email: str) -> dict[str, object]:
    return {"account_hash": _hash(email), "address": "everywhere"}


def _throttled(sentence: str, wait: timedelta) -> Throttled:
    seconds = max(1, math.ceil(wait.total_seconds()))
    return Throttled(Phrase(sentence, seconds=seconds), headers={"Retry-After": str(seconds)})


async def sweep(session: Writing) -> None:
    """Delete failures older than a day, as the engine role."""
    await session.execute(_SWEEP, {"forgotten": clock.now() - _FORGOTTEN_AFTER})


def _hash(email: str) -> bytes:
    return hashlib.sha256(b"liaison-throttle/v1\n" + email.encode("utf-8", "surrogatepass")).digest()


#: Replaces the account's hash in rows that count a whole network. No account name has this hash.
_WHATEVER: Final = hashlib.sha256(b"liaison-throttle/v1 whatever the name\n").digest()


def network(address: str) -> str:
    """Return the network of an address: the /64 prefix for IPv6, the address itself for IPv4."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, _IPV6_NETWORK), strict=False))
    return str(parsed)


# The n-th failure after the free ones blocks for 2^n seconds, at most `longest`.
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
# In these rows `changed_at` is the time up to which failures were forgotten: one per `each` of elapsed time.
_GONE: Final = "floor(greatest(0, extract(epoch from :now - t.changed_at)) / cast(:each as numeric))"
_COUNT_ALL: Final = text(
    f"""
    insert into throttles as t (account_hash, address, failures, changed_at) values (:account_hash, :address, 1, :now)
    on conflict (account_hash, address) do update set
      failures = greatest(0, t.failures - {_GONE}) + 1,
      changed_at = case when t.failures <= {_GONE} then :now
        else t.changed_at + make_interval(secs => cast({_GONE} * cast(:each as numeric) as float8)) end
    where t.failures - {_GONE} < :most
    returning failures
    """  # noqa: S608 - constants
).bindparams(bindparam("now", type_=DateTime(timezone=True)), bindparam("each", type_=Numeric))
_SINCE: Final = text("select changed_at from throttles where account_hash = :account_hash and address = :address")
_TAKE_BACK: Final = text(
    "update throttles set failures = greatest(0, failures - 1) where account_hash = :account_hash and address = :address"
)
_BLOCKED: Final = text("select blocked_until from throttles where account_hash = :account_hash and address = :address")
_FORGET: Final = text("delete from throttles where account_hash = :account_hash and address = :address")
_SWEEP: Final = text("delete from throttles where changed_at < :forgotten").bindparams(
    bindparam("forgotten", type_=DateTime(timezone=True))
)
