"""Waiting for what nobody announces."""

import asyncio
from collections.abc import Awaitable, Callable


async def until(holds: Callable[[], Awaitable[bool]], *, within: float = 5) -> None:
    """Look again and again until it holds; `TimeoutError` if it never does."""
    async with asyncio.timeout(within):
        while not await holds():  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.02)
