"""Typesets documents of legal requests for a member, a limited number at a time.

A member has few documents at a time, a party one that is being set, and teams and parties take turns. So one party alone
never delays the documents of another.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from app import log
from app.access.seats import Seat
from app.errors import Throttled, Unavailable
from app.exports.document.setting import NotSetNow
from app.exports.requests import setting
from app.services.requests.fair_slots import FairSlots, Holder

#: Documents of one member that are being set or wait.
MOST_OF_A_MEMBER: Final = 3
#: A document waits no longer for its party's turn.
WAITS_SECONDS: Final = 20
#: Typesetting 30,000 Chinese characters takes one second.
SECONDS: Final = 30
_unfinished: Final[Counter[UUID]] = Counter()
_slots: Final = FairSlots(setting.AT_ONCE)
_logger = log.get("typesetting")


async def typeset(seat: Seat, contents: Mapping[str, Any], made_at: datetime, template: Path) -> bytes:
    """Return a document as PDF.

    Raises:
        NotSet: Typesetting failed.
        Throttled: `MOST_OF_A_MEMBER` documents of the member are not finished.
        Unavailable: The party had no turn within `WAITS_SECONDS`, or the document was not set within `SECONDS`.
    """
    if _unfinished[seat.id] >= MOST_OF_A_MEMBER:
        raise Throttled("Other documents are being made for you. Try again in a moment.", headers={"Retry-After": "2"})
    _unfinished[seat.id] += 1
    work = asyncio.create_task(_set(Holder(seat.jit, seat.party), contents, made_at, template))
    work.add_done_callback(partial(_finish, seat.id))
    return await asyncio.shield(work)  # a client that leaves does not end the work


async def _set(holder: Holder, contents: Mapping[str, Any], made_at: datetime, template: Path) -> bytes:
    try:
        async with _slots.slot(holder, WAITS_SECONDS):
            return await setting.typeset(contents, made_at, template, SECONDS)
    except TimeoutError:
        raise Unavailable(
            "Other documents are being made. Try again in a few seconds.",
            code="documents-busy",
            headers={"Retry-After": "5"},
        ) from None
    except NotSetNow as error:
        _logger.warning("a document was not typeset", template=template.name, why=str(error))
        raise Unavailable(
            "The document could not be made in time. Try again in a minute, or tell the operator.",
            code="document-not-in-time",
            headers={"Retry-After": "60"},
        ) from error


def _finish(member: UUID, work: asyncio.Task[bytes]) -> None:
    if not work.cancelled():
        work.exception()  # nobody else asks when the client has left
    _unfinished[member] -= 1
    if not _unfinished[member]:
        del _unfinished[member]
