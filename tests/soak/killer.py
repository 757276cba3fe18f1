"""Who kills, what, and when: by random numbers of its own. Every kind of kill comes once before any comes again."""

import asyncio

from tests.soak.installation import Installation
from tests.support.random_choices import seeded

#: What dies at one moment. The last is what a machine that goes dark does.
KINDS = (("server",), ("postgres",), ("worker",), ("postgres",), ("server", "postgres", "worker"))


class Killer:
    """`fallen`: what it has done, in order."""

    def __init__(self, installation: Installation, seed: int) -> None:
        self.fallen: list[tuple[str, ...]] = []
        self._chance = seeded(f"{seed} killer")
        self._installation = installation
        self._deck: list[tuple[str, ...]] = []

    async def strike(self) -> None:
        """Let them work for a while, kill, let them find it dead, start it again."""
        self._deck = self._deck or self._chance.sample(KINDS, len(KINDS))
        victims = self._deck.pop()
        await asyncio.sleep(0.2 + self._chance.random() * 1.3)
        if victims == ("worker",):
            self._installation.kill_worker()
            await asyncio.sleep(self._chance.random() / 2)
            self._installation.start_worker()
        else:
            async with self._installation.outage():
                await self._kill_and_start(victims)
        self.fallen.append(victims)

    async def _kill_and_start(self, victims: tuple[str, ...]) -> None:
        one = self._installation
        for victim in victims:
            {"server": one.kill_server, "postgres": one.kill_postgres, "worker": one.kill_worker}[victim]()
        await asyncio.sleep(self._chance.random() / 2)
        if "postgres" in victims:
            one.start_postgres()
            if self._chance.random() < 0.3:  # again, while it is hardly up and everybody comes back
                await asyncio.sleep(self._chance.random() / 2)
                one.kill_postgres()
                one.start_postgres()
        if "worker" in victims:
            one.start_worker()
        if "server" in victims:
            if self._chance.random() < 0.2:  # again, while it starts
                one.server.begin()
                await asyncio.sleep(self._chance.random() * 2)
                one.kill_server()
            await one.start_server()
