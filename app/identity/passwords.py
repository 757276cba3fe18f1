"""Hash and check passwords with argon2id (RFC 9106), outside the event loop, a bounded number at a time.

A hash takes about 110 ms of CPU time, so it runs in a few threads behind a short queue. One network may take only a
share of that queue, so that many requests from there do not block others. Passwords are normalised (NFKC, as NIST SP
800-63B 3.1.1.2 advises), so that different keyboards give the same password.
Not here: who may try, and how often (`services/accounts/throttles.py`).
"""

import asyncio
import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import Final, TypeVar, TypeVarTuple, Unpack

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from app.errors import Invalid, Throttled, Unavailable
from app.i18n.phrases import Phrase
from app.identity import strength

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")

#: NIST SP 800-63B-4, 3.1.1.2: minimum length of a password that is the only factor.
MINIMUM_LENGTH: Final = 15
#: About three common words with separators, or ten random letters and digits.
MINIMUM_BITS: Final = 40.0
_THREADS: Final = 2
_QUEUE: Final = 40  # about two seconds of work; later requests are refused
_SHARE: Final = 6  # of these for one network: a third of a second of work

_argon2 = PasswordHash((Argon2Hasher(),))
_pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="argon2")
_taken: Counter[str | None] = Counter()


def demand_good(password: str, *, field: str = "password", about: Iterable[str] = ()) -> None:
    """Refuse a password that is too short or easy to guess.

    Args:
        password: The password.
        field: Name of the field, for the error.
        about: Names and addresses of the person.

    Raises:
        Invalid: The password is refused; names `field`.
    """
    plain = _normalised(password)
    if len(plain) < MINIMUM_LENGTH or not plain.strip():
        raise Invalid(
            Phrase(
                "A password has at least {minimum_length} characters. Choose four words or more.",
                minimum_length=MINIMUM_LENGTH,
            ),
            field=field,
        )
    if strength.bits(plain, about) < MINIMUM_BITS:
        raise Invalid(
            "This password is easy to guess. Choose four words that have nothing to do with you or with each other.",
            field=field,
        )


def hash_now(password: str) -> str:
    """Return the hash. Blocks: for commands and threads."""
    return _argon2.hash(_normalised(password))


@contextmanager
def place(network: str | None = None) -> Iterator[None]:
    """Hold a place in the queue; take it before anything is written for the caller.

    Args:
        network: Network of the caller; `None` for a caller who is already authenticated.

    Raises:
        Throttled: The network has its share.
        Unavailable: All places are taken.
    """
    if network is not None and _taken[network] >= _SHARE:
        raise Throttled(
            "Too many people are signing in from your network. Try again in a moment.", headers={"Retry-After": "1"}
        )
    if _taken.total() >= _QUEUE:
        raise Unavailable("Too many people are signing in. Try again in a moment.", headers={"Retry-After": "2"})
    _taken[network] += 1
    try:
        yield
    finally:
        _taken[network] -= 1
        if not _taken[network]:
            del _taken[network]  # keep no entries for addresses without requests


async def hashed(password: str) -> str:
    """Return the hash. Raises `Unavailable` when too many requests wait."""
    with place():
        return await _off_the_loop(hash_now, password)


async def matches(password: str, stored: str | None) -> bool:
    """Return whether the password matches the stored hash. Raises `Unavailable` when too many requests wait."""
    with place():
        return await matches_in_place(password, stored)


async def matches_in_place(password: str, stored: str | None) -> bool:
    """Do the same for a caller that holds a `place`. An absent account (`stored` is `None`) takes as long."""
    return await _off_the_loop(_verify, password, stored)


def _verify(password: str, stored: str | None) -> bool:
    same = _argon2.verify(_normalised(password), stored if stored is not None else _nobodys_hash())
    return same and stored is not None and password != ""


@cache
def _nobodys_hash() -> str:
    return _argon2.hash(os.urandom(32))


async def _off_the_loop(work: Callable[[Unpack[Arguments]], Result], *arguments: *Arguments) -> Result:
    return await asyncio.get_running_loop().run_in_executor(_pool, work, *arguments)


def _normalised(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
