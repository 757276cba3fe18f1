"""Typesets documents of legal requests for a member, a limited number at a time.

Two documents are set at a time for all members. The limit keeps one member from delaying the documents of all others.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from app.errors import Throttled
from app.exports.requests import setting

#: Documents of one member that are being set or wait.
MOST_OF_A_MEMBER: Final = 3
_unfinished: Final[Counter[UUID]] = Counter()


async def typeset(member: UUID, contents: Mapping[str, Any], made_at: datetime, template: Path) -> bytes:
    """Return a document as PDF.

    Raises:
        NotSet: Typesetting failed.
        Throttled: `MOST_OF_A_MEMBER` documents of the member are not finished.
    """
    if _unfinished[member] >= MOST_OF_A_MEMBER:
        raise Throttled("Other documents are being made for you. Try again in a moment.", headers={"Retry-After": "2"})
    _unfinished[member] += 1
    work = asyncio.create_task(setting.typeset(contents, made_at, template))
    work.add_done_callback(partial(_finish, member))
    return await asyncio.shield(work)  # a client that leaves does not end the work


def _finish(member: UUID, work: asyncio.Task[bytes]) -> None:
    if not work.cancelled():
        work.exception()  # nobody else asks when the client has left
    _unfinished[member] -= 1
    if not _unfinished[member]:
        del _unfinished[member]
