"""What the server promised, and what it published: kept by whoever got it, checked with `cryptography` and `hashlib` alone.

A promise names a deadline 60 s ahead. Nobody publishes while the server or PostgreSQL lies dead, so the rule here is: the
checkpoint that includes an entry is seen by the deadline, moved by as long as the installation was down between the promise
and that moment. Not here: what the entries are about (`client.py`).
"""

import asyncio
import base64
import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app import clock
from tests.ledger.test_stranger import h, signed
from tests.soak.installation import Programs


@dataclass(frozen=True)
class Promise:
    """A verified value of `Ledger-Entry`, and when it came."""

    entry: str
    commitment: bytes
    deadline: datetime
    given: datetime


@dataclass(frozen=True)
class Published:
    """A verified checkpoint, and when it was first seen."""

    note: str
    size: int
    root: bytes
    seen: datetime


@dataclass
class Keys:
    """The ledger's keys, asked for once; the ledger's own vouches for that of the promises."""

    origin: str
    log: str
    promises: str

    @classmethod
    def of(cls, answer: dict[str, Any]) -> "Keys":
        (log,), (promises,) = answer["log"], answer["promises"]
        origin = log["vkey"].split("+", 1)[0]
        vouched = signed(promises["note"], log["vkey"])
        assert vouched == f"liaison-promise-key/v1\n{origin}\n{promises['vkey']}\n"
        return cls(origin, log["vkey"], promises["vkey"])

    def promise(self, value: str, given: datetime) -> Promise:
        entry, commitment, deadline, signature = value.split(" ")
        name, key_id, material = self.promises.split("+", 2)
        public, raw = base64.b64decode(material), base64.b64decode(signature)
        assert raw[:4] == h(name.encode(), b"\n", public)[:4] == bytes.fromhex(key_id)
        text = f"liaison-promise/v1\n{self.origin}\n{entry}\n{commitment}\n{deadline}\n"
        Ed25519PublicKey.from_public_bytes(public[1:]).verify(raw[4:], text.encode())
        return Promise(entry, base64.b64decode(commitment), datetime.fromisoformat(deadline), given)

    def published(self, note: str) -> Published:
        origin, size, root, _ = signed(note, self.log).split("\n")
        assert origin == self.origin
        return Published(note, int(size), base64.b64decode(root), clock.now())


@dataclass
class Promises:
    """All that were given."""

    keys: Keys
    given: list[Promise] = field(default_factory=list)

    def take(self, answer: httpx.Response) -> None:
        """Those of an answer, whatever its status."""
        for value in answer.headers.get_list("Ledger-Entry", split_commas=True):
            self.given.append(self.keys.promise(value, clock.now()))


class Watch:
    """Looks at the published checkpoint all the time: it never falls, and never says two things of one size."""

    def __init__(self, keys: Keys, browser: httpx.AsyncClient, path: str) -> None:
        self.seen: list[Published] = []
        self._keys, self._browser, self._path = keys, browser, path

    async def keep(self) -> None:
        """Until cancelled."""
        while True:
            with suppress(httpx.TransportError):
                answer = await self._browser.get(f"{self._path}/checkpoint")
                if answer.status_code == 200:
                    self._look(self._keys.published(answer.text))
            await asyncio.sleep(0.15)

    def _look(self, found: Published) -> None:
        if self.seen:
            last = self.seen[-1]
            assert found.size >= last.size, "a published checkpoint was taken back"
            assert found.size > last.size or found.root == last.root, "two trees of one size"
        if not self.seen or found.note != self.seen[-1].note:
            self.seen.append(found)

    async def reaches(self, size: int) -> Published:
        """The first checkpoint of at least this size."""
        async with asyncio.timeout(90):
            while True:
                if found := self.including(size - 1):
                    return found
                await asyncio.sleep(0.1)

    def including(self, position: int) -> Published | None:
        return next((one for one in self.seen if one.size > position), None)


def demand_kept(promises: Promises, positions: dict[str, int], watch: Watch, installation: Programs) -> None:
    """Each promise by a checkpoint in time."""
    for promise in promises.given:
        checkpoint = watch.including(positions[promise.entry])
        assert checkpoint is not None, f"{promise} is in no checkpoint"
        out = installation.out_between(promise.given, checkpoint.seen)
        assert checkpoint.seen <= promise.deadline + out, f"{promise} came late, at {checkpoint.seen}; down for {out}"


def roots(commitments: Sequence[bytes], sizes: set[int]) -> dict[int, bytes]:
    """The roots of the trees of these sizes, RFC 6962, from the edge that grows with each leaf."""
    found: dict[int, bytes] = {}
    edge: list[tuple[int, bytes]] = []  # perfect trees, the largest first
    for count, commitment in enumerate(commitments, 1):
        edge.append((1, hashlib.sha256(b"\x00" + commitment).digest()))
        while len(edge) > 1 and edge[-1][0] == edge[-2][0]:
            (width, right), (_, left) = edge.pop(), edge.pop()
            edge.append((2 * width, h(b"\x01", left, right)))
        if count in sizes:
            root = edge[-1][1]
            for _, left in reversed(edge[:-1]):
                root = h(b"\x01", left, root)
            found[count] = root
    return found
