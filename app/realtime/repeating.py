"""Repeat work of the live channel after each notification, and at the latest after an interval."""

import asyncio
from collections.abc import Awaitable, Callable

from structlog.typing import FilteringBoundLogger


async def repeat(
    work: Callable[[], Awaitable[None]],
    news: asyncio.Event,
    *,
    every: float,
    gather: float,
    logger: FilteringBoundLogger,
    failure: str,
) -> None:
    """Repeat the work until cancelled. If it fails, log the error and try again after the interval.

    Args:
        work: The work.
        news: Set by a notification; cleared before the work begins again.
        every: Seconds after which the work is repeated without a notification.
        gather: Seconds to wait after a notification, so that several cause one repetition.
        logger: The logger for failures.
        failure: The text that is logged with the error.
    """
    while True:
        try:
            await work()
        except asyncio.CancelledError:
            raise
        except Exception:
            logger.exception(failure)
            await asyncio.sleep(every)
        try:
            async with asyncio.timeout(every):
                await news.wait()
                await asyncio.sleep(gather)
        except TimeoutError:
            pass
        news.clear()
