"""Asynchronous work that fails when it is cancelled, which otherwise needs a race."""

import asyncio


class FailsWhenCancelled:
    """Work whose first cancellation becomes an error, as in a driver whose database ends at the same moment."""

    def __init__(self) -> None:
        self.begun, self.failed = asyncio.Event(), False

    async def __call__(self, *_: object) -> int:
        self.begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            if self.failed:
                raise
            self.failed = True
            raise OSError("the database has gone") from None
        return 0
