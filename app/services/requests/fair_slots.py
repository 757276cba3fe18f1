"""Shares a limited number of slots between teams and their parties, so that no party delays another by itself.

A party holds at most one slot, and a team at most all but one. A free slot goes to a waiting party of the team that holds
the fewest; among these, parties take turns. Requests of one party are served in their order.

Not here: what is done in a slot (`typesetting.py`). Slots are those of one process and one event loop.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import NamedTuple
from uuid import UUID


class Holder(NamedTuple):
    """A party of a team; members without a party count as one."""

    team: UUID
    party: UUID | None


class FairSlots:
    """Slots of a process. `slots`: how many there are, at least two."""

    def __init__(self, slots: int) -> None:
        self._slots = slots
        self._holding: set[Holder] = set()
        #: In the order of turns: a party whose slot is free again goes to the end.
        self._waiting: dict[Holder, deque[asyncio.Future[None]]] = {}

    @asynccontextmanager
    async def slot(self, holder: Holder, seconds: float) -> AsyncGenerator[None]:
        """Hold a slot. Raises `TimeoutError` if none is free for the party within `seconds`."""
        await self._take(holder, seconds)
        try:
            yield
        finally:
            self._release(holder)

    async def _take(self, holder: Holder, seconds: float) -> None:
        turn = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(holder, deque()).append(turn)
        self._give()
        try:
            async with asyncio.timeout(seconds):
                await turn
        except BaseException:
            if turn.done() and not turn.cancelled():  # given and no longer wanted at the same time
                self._release(holder)
            else:
                self._leave(holder, turn)
            raise

    def _release(self, holder: Holder) -> None:
        self._holding.remove(holder)
        if holder in self._waiting:
            self._waiting[holder] = self._waiting.pop(holder)
        self._give()

    def _leave(self, holder: Holder, turn: asyncio.Future[None]) -> None:
        turns = self._waiting.get(holder, deque())
        if turn in turns:
            turns.remove(turn)
        if not turns:
            self._waiting.pop(holder, None)

    def _give(self) -> None:
        """Give free slots to waiting parties."""
        while len(self._holding) < self._slots:
            able = [one for one in self._waiting if self._may_hold(one)]
            if not able:
                return
            following = min(able, key=self._of_its_team)  # the first of equals, in the order of turns
            turn = self._waiting[following].popleft()
            if not self._waiting[following]:
                del self._waiting[following]
            if not turn.done():  # a request that ended meanwhile leaves by itself
                self._holding.add(following)
                turn.set_result(None)

    def _may_hold(self, holder: Holder) -> bool:
        return holder not in self._holding and self._of_its_team(holder) < self._slots - 1

    def _of_its_team(self, holder: Holder) -> int:
        """Return how many slots the holder's team holds."""
        return sum(one.team == holder.team for one in self._holding)
