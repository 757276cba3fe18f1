"""Thousands of listeners in one process, as cheap as Python makes them: one epoll, no event loop, nothing looked at in a hurry.

The same for the product and for its peer, so that the client costs both the same, and costs little: frames cut one by one as they
came kept a core busy, and what was measured was the client; so did looking for facts and pings in what came. It is only kept, with
the time at which each piece of it was read; once it is quiet it is cut, counted and looked at: each socket's facts, in order.
`Sockets` is the bench's end of the process; `python -m bench.sockets` speaks JSON lines with it. Deliberately not here: who
should have heard what (`audience.py`).
"""

import asyncio
import json
import select
import socket
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from bench.place import ROOT

_FACT: Final = b'{"type":"fact"'
_PING: Final = b'{"type":"ping"}'
_AT_ONCE: Final = 64  # handshakes that are under way together: fewer than any backlog
_PATIENCE: Final = 240.0
#: After the last fact that was expected: whatever comes still is one too many.
_GRACE: Final = 0.2
#: When nothing has come for so long, what has is cut and counted.
_QUIET: Final = 0.05
#: Longer than any round takes: to cut in the middle of one costs the time that is measured.
_AT_MOST: Final = 5.0
#: Bytes that a socket has room for at first.
_ROOM: Final = 16_384


@dataclass(frozen=True, slots=True)
class Heard:
    """What a round brought. `at`: when the last expected fact was read (`time.perf_counter`).

    `sequences`: by group, each different sequence of positions, and how many of its sockets heard exactly that one.
    """

    at: float
    sequences: dict[str, list[tuple[tuple[int, ...], int]]]


class Sockets:
    """A process full of listeners."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        """Use `Sockets.started`."""
        self._process = process

    @classmethod
    async def started(cls) -> Self:
        """With nobody in it yet."""
        pipe = asyncio.subprocess.PIPE
        command = (sys.executable, "-m", "bench.sockets")
        return cls(await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT, limit=2**28))

    async def open(self, port: int, seats: list[tuple[str, str, str]]) -> None:
        """A listener for each (group, path, headers); back once all are welcomed."""
        await self._ask({"open": seats, "port": port})

    async def expect(self, counts: Mapping[str, int]) -> None:
        """So many facts are going to come for each socket of a group. Ask before they are told."""
        await self._ask({"expect": counts})

    async def heard(self) -> Heard:
        """Once all that was expected has come and a moment has passed. Raises `RuntimeError` on a closed socket."""
        said = await self._ask({"read": True})
        sequences = {
            group: [(tuple(positions), count) for positions, count in found]
            for group, found in said["sequences"].items()
        }
        return Heard(said["at"], sequences)

    async def close(self) -> None:
        """Everybody hangs up."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def _ask(self, message: dict[str, Any]) -> Any:  # noqa: ANN401 - what the process says
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(message).encode() + b"\n")
        said = json.loads(await self._process.stdout.readline() or '{"fault": "the listeners have died"}')
        if "fault" in said:
            raise RuntimeError(said["fault"])
        return said


@dataclass(eq=False, slots=True)
class _Listener:
    """One socket. `welcomed`: it has had its first frame. `facts`: since the last report; so many are `expected`.

    What has come lies at the beginning of `room`, as much as `size` says; the room is kept, since new memory costs more than to
    fill it. `arrivals`: how much had come when, as read by the clock.
    """

    group: str
    socket: socket.socket
    room: memoryview = field(default_factory=lambda: memoryview(bytearray(_ROOM)))
    size: int = 0
    arrivals: list[tuple[int, float]] = field(default_factory=list)
    upgraded: bool = False
    welcomed: bool = False
    facts: list[bytes] = field(default_factory=list)
    expected: int = 0

    def take(self) -> int:
        """What there is, or as much as there is room for; 0 where the socket was closed."""
        if self.size == len(self.room):
            more = memoryview(bytearray(2 * self.size))
            more[: self.size] = self.room
            self.room = more
        count = self.socket.recv_into(self.room[self.size :])
        self.size += count
        self.arrivals.append((self.size, time.perf_counter()))
        return count

    def drop(self, count: int) -> None:
        """So much of what came first."""
        self.room[: self.size - count] = self.room[count : self.size]
        self.size -= count


class _Crowd:
    """All sockets of this process."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._listeners: dict[int, _Listener] = {}
        self._waiting = 0
        self._clock_runs = False
        self._last = 0.0

    def open(self, port: int, seats: list[tuple[str, str, str]]) -> None:
        """Handshakes, some at once."""
        until = time.perf_counter() + _PATIENCE
        for group, path, headers in seats:
            one = socket.create_connection(("127.0.0.1", port))
            one.sendall(
                f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n{headers}\r\n".encode()
            )
            one.setblocking(False)  # noqa: FBT003 - the socket's own way
            self._listeners[one.fileno()] = _Listener(group, one)
            self._epoll.register(one.fileno(), select.EPOLLIN)
            self._waiting += 1
            while self._waiting >= _AT_ONCE:
                self._turn(until)
        while self._waiting:
            self._turn(until)

    def expect(self, counts: Mapping[str, int]) -> None:
        """For the next report."""
        self._clock_runs = True
        for one in self._listeners.values():
            one.expected = counts.get(one.group, 0)

    def heard(self) -> dict[str, Any]:
        """Read until nothing is missing, and a moment longer."""
        until = time.perf_counter() + _PATIENCE
        self._read_on()
        while missing := self._missing():
            if time.perf_counter() > until:
                raise TimeoutError(f"{missing} facts are missing")
            self._read_on()
        last = self._last
        self._idle(_GRACE)
        self._missing()
        self._clock_runs = False
        found: dict[str, Counter[tuple[int, ...]]] = {}
        positions: dict[bytes, int] = {}
        for one in self._listeners.values():
            for text in one.facts:
                if text not in positions:
                    positions[text] = json.loads(text)["position"]
            found.setdefault(one.group, Counter())[tuple(positions[text] for text in one.facts)] += 1
            one.facts.clear()
        return {"at": last, "sequences": {group: list(counted.items()) for group, counted in found.items()}}

    def until_asked(self) -> str:
        """The next line; pings are answered meanwhile, unless the clock runs."""
        stdin = sys.stdin.fileno()
        self._epoll.register(stdin, select.EPOLLIN)
        while stdin not in self._read(1.0):
            pass
        self._epoll.unregister(stdin)
        return sys.stdin.readline()

    def _read_on(self) -> None:
        """Until it is quiet; where pings of thousands come one after the other it never is, and they want their answers."""
        until = time.perf_counter() + _AT_MOST
        while self._read(_QUIET) and time.perf_counter() < until:
            pass

    def _idle(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def _turn(self, until: float) -> None:
        if time.perf_counter() > until:
            raise TimeoutError(f"{self._waiting} are not welcomed")
        self._read(1.0)

    def _missing(self) -> int:
        """Of the facts that are expected, once what has come was cut."""
        for one in self._listeners.values():
            if one.arrivals:
                self._cut(one)
        return sum(max(0, one.expected - len(one.facts)) for one in self._listeners.values())

    def _read(self, seconds: float) -> list[int]:
        """Whatever there is; who had something. While the clock runs it is only kept: each microsecond here is one of what is measured."""
        ready = [number for number, _ in self._epoll.poll(seconds, 1024)]
        for number in ready:
            one = self._listeners.get(number)
            if one is None:
                continue
            if not one.take():
                raise ConnectionError(f"a socket of {one.group} was closed: {bytes(one.room[: one.size][-200:])!r}")
            if not self._clock_runs and (one.upgraded or self._upgrade(one)):
                self._cut(one)
        return ready

    def _upgrade(self, one: _Listener) -> bool:
        answer = bytes(one.room[: one.size])
        end = answer.find(b"\r\n\r\n")
        if end < 0:
            return False
        if not answer.startswith(b"HTTP/1.1 101 "):
            raise ConnectionError(f"refused: {answer[:500]!r}")
        one.drop(end + 4)
        one.upgraded = True
        return True

    def _cut(self, one: _Listener) -> None:
        """Whole frames out of what has come; a ping gets its answer."""
        came, at, told = bytes(one.room[: one.size]), 0, 0
        while len(came) - at >= 2:
            length, start = came[at + 1], at + 2
            if length >= 126:
                size = 2 if length == 126 else 8
                length, start = int.from_bytes(came[start : start + size], "big"), start + size
            if start + length > len(came):
                break
            payload = came[start : start + length]
            if payload.startswith(_FACT):
                one.facts.append(payload)
                told = start + length
            else:
                self._other(one, came[at] & 0x0F, payload)
            at = start + length
        if told:
            self._last = max(self._last, next(moment for size, moment in one.arrivals if size >= told))
        one.arrivals.clear()
        one.drop(at)

    def _other(self, one: _Listener, opcode: int, payload: bytes) -> None:
        if not one.welcomed:
            one.welcomed = True
            self._waiting -= 1
        if opcode == 9:
            one.socket.send(bytes((0x8A, 0x80 | len(payload), 0, 0, 0, 0)) + payload)
        elif payload == _PING:
            pong = b'{"type":"pong"}'
            one.socket.send(bytes((0x81, 0x80 | len(pong), 0, 0, 0, 0)) + pong)
        elif opcode == 8 or payload.startswith(b'{"type":"bye"'):
            raise ConnectionError(f"a socket of {one.group} was told {payload!r}")


def main() -> None:
    """Until the bench hangs up."""
    crowd = _Crowd()
    while line := crowd.until_asked():
        asked = json.loads(line)
        try:
            said: dict[str, Any] = {}
            if "open" in asked:
                crowd.open(asked["port"], asked["open"])
            elif "expect" in asked:
                crowd.expect(asked["expect"])
            else:
                said = crowd.heard()
        except (OSError, TimeoutError) as error:
            said = {"fault": f"{type(error).__name__}: {error}"}
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
