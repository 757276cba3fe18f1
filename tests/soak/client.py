"""One of those who write while everything is killed: it remembers what was acknowledged, and looks whether that is there.

An act without an answer (the connection broke, or 5xx) may have been done or not: the client looks before it goes on, as the
page does, and finds the one or the other, whole. Its choices come from its own random numbers. Not here: promises
(`promised.py`) and the kills (`killer.py`).
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.factories.evidence import KEEPING, TUS, form, named
from tests.soak.promised import Promises
from tests.support.random_choices import seeded

KIB = 1024
PARTIES = ("NL", "DE", "FR")
#: Seconds for what is looked at in the end: how quick the machine is, is nothing that a soak judges.
_PATIENCE = 60.0


class Unanswered(Exception):  # noqa: N818 - it states the fact
    """Whether the act was done is not known."""


@dataclass
class File:
    """A file under way or complete. `offset`: acknowledged. `sent`: where a piece without an answer would have ended."""

    path: str
    exhibit: "Exhibit"
    content: bytes
    offset: int = 0
    sent: int = 0

    @property
    def id(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass
class Exhibit:
    """An exhibit as its last acknowledged change left it. `tried`: a title whose change had no answer."""

    id: str
    title: str
    version: int = 1
    tried: str | None = None
    releases: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)


class Client:
    """`turn` is held while it acts: whoever takes it finds the client at rest."""

    def __init__(
        self, name: str, browser: httpx.AsyncClient, party: str, base: str, task: str, promises: Promises
    ) -> None:
        self.name, self.browser, self.party = name, browser, party
        self.base, self.task, self.promises = base, task, promises
        self.turn = asyncio.Lock()
        self.chance = seeded(name)
        self.exhibits: list[Exhibit] = []
        self.touched: list[Exhibit] = []
        self.titles: set[str] = set()
        self.comments: dict[str, str] = {}
        self.file: File | None = None
        self.acknowledged = self.unanswered = self.resumed = 0

    async def write(self) -> None:
        """Until cancelled."""
        while True:
            async with self.turn:
                try:
                    await self._act()
                    self.acknowledged += 1
                except Unanswered:
                    self.unanswered += 1
            await asyncio.sleep(self.chance.random() / 5)

    async def ask(self, method: str, path: str, *expected: int, **more: Any) -> httpx.Response:
        """An answer with one of these statuses; its promises are kept."""
        try:
            answer = await self.browser.request(method, path, **more)
        except httpx.TransportError as gone:
            raise Unanswered from gone
        self.promises.take(answer)
        if answer.status_code >= 500:
            raise Unanswered
        assert answer.status_code in expected, f"{self.name}: {method} {path}: {answer.status_code} {answer.text}"
        return answer

    async def read(self, path: str, **more: Any) -> httpx.Response:
        """At rest, with patience. A connection that lay idle may be closed by the server just as it is used: then once more."""
        try:
            return await self.ask("GET", path, 200, timeout=_PATIENCE, **more)
        except Unanswered as gone:
            if not isinstance(gone.__cause__, httpx.TransportError):
                raise
            return await self.ask("GET", path, 200, timeout=_PATIENCE, **more)

    async def _act(self) -> None:
        acts = [self._describe, self._release, self._comment, self._upload, self._upload, self._upload]
        await (self.chance.choice(acts) if self.exhibits and self.chance.random() < 0.85 else self._register)()

    def _words(self) -> str:
        """A title, or a comment, that nobody else ever gives."""
        words = f"{self.name} {len(self.titles)}"
        self.titles.add(words)
        return words

    def _exhibit(self) -> Exhibit:
        """One of its own, which is looked at when this round is over."""
        chosen = self.chance.choice(self.exhibits[-8:])
        if chosen not in self.touched:
            self.touched.append(chosen)
        return chosen

    async def _register(self) -> None:
        title = self._words()
        answer = await self.ask("POST", f"{self.base}/evidence", 201, json=form(title=title))
        self.exhibits.append(Exhibit(answer.json()["id"], title))

    async def _describe(self) -> None:
        one = self._exhibit()
        if one.tried is not None:
            await self.look_at(one)
        one.tried = self._words()
        said = {"title": one.tried, "reason": "A slip"}
        version = {"If-Match": f'"{one.version}"'}
        answer = await self.ask("PATCH", f"{self.base}/evidence/{one.id}", 200, json=said, headers=version)
        one.title, one.version, one.tried = one.tried, one.version + 1, None
        assert (answer.json()["title"], answer.json()["version"]) == (one.title, one.version)

    async def _release(self) -> None:
        """Grant it, or change the one that stands; which it is, is read from the server."""
        one = self._exhibit()
        party = self.chance.choice([code for code in PARTIES if code != self.party])
        path = f"{self.base}/evidence/{one.id}/releases"
        listed = (await self.ask("GET", path, 200)).json()["items"]
        stands = {each["party"]: each for each in listed}
        if party in one.releases:
            assert stands[party]["version"] >= one.releases[party]["version"], "an acknowledged release was lost"
        match = {"If-Match": f'"{stands[party]["version"]}"'} if party in stands else {"If-None-Match": "*"}
        terms = {"level": self.chance.choice(["listed", "readable", "held"]), "basis": self._words()}
        one.releases[party] = (await self.ask("PUT", f"{path}/{party}", 200, json=terms, headers=match)).json()

    async def _comment(self) -> None:
        text = self._words()
        answer = await self.ask("POST", f"{self.base}/tasks/{self.task}/comments", 201, json={"text": text})
        self.comments[answer.json()["id"]] = text

    async def _upload(self) -> None:
        """The next piece of the file under way, or a new file."""
        if self.file is None:
            one, content = self._exhibit(), self.chance.randbytes(self.chance.randrange(1, 600 * KIB))
            size = {"Upload-Length": str(len(content)), "Upload-Metadata": named("capture.bin")}
            answer = await self.ask("POST", f"{self.base}/evidence/{one.id}/files", 201, headers=TUS | size)
            self.file = File(answer.headers["Location"], one, content)
        if self.file.sent > self.file.offset:
            await self._resume(self.file)
        if self.file.offset < len(self.file.content):
            await self._send_piece(self.file)
        if self.file.offset == len(self.file.content):
            self.file.exhibit.files.append(self.file)
            self.touched.append(self.file.exhibit)
            self.file = None

    async def _resume(self, file: File) -> None:
        answer = await self.ask("HEAD", file.path, 200, headers=TUS)
        stands_at = int(answer.headers["Upload-Offset"])
        assert file.offset <= stands_at <= file.sent, (
            f"{file.path} stands at {stands_at}, of {file.offset} acknowledged"
        )
        file.offset = file.sent = stands_at
        self.resumed += 1

    async def _send_piece(self, file: File) -> None:
        piece = file.content[file.offset :][: self.chance.randrange(64 * KIB, 256 * KIB)]
        file.sent = file.offset + len(piece)
        headers = TUS | {
            "Upload-Offset": str(file.offset),
            "Content-Type": "application/offset+octet-stream",
            "Content-Length": str(len(piece)),
        }
        # 423: the server still holds the file for the piece that got no answer.
        answer = await self.ask("PATCH", file.path, 204, 423, content=self._slowly(piece), headers=headers)
        if answer.status_code == 204:
            file.offset = file.sent
            assert int(answer.headers["Upload-Offset"]) == file.offset

    async def _slowly(self, piece: bytes) -> AsyncIterator[bytes]:
        for start in range(0, len(piece), 32 * KIB):
            yield piece[start : start + 32 * KIB]
            await asyncio.sleep(self.chance.random() / 50)

    async def look_back(self, *, at_all: bool = False) -> None:
        """At rest: what was acknowledged since the last time, or ever, is there, and nothing besides."""
        for one in self.exhibits if at_all else self.touched:
            await self.look_at(one)
        self.touched = []
        said = await self._all(f"{self.base}/tasks/{self.task}/comments", whole=at_all)
        found = {each["id"]: each["text"] for each in said if each["text"].startswith(f"{self.name} ")}
        newest = dict(list(self.comments.items())[None if at_all else -20 :])
        assert newest.items() <= found.items(), f"{self.name}: an acknowledged comment was lost"
        assert len(set(found.values())) == len(found), f"{self.name}: a comment stands there twice"
        assert set(found.values()) <= self.titles

    async def look_at(self, one: Exhibit) -> None:
        """An exhibit is as its last acknowledged change left it, or as one without an answer would have."""
        shown = (await self.read(f"{self.base}/evidence/{one.id}")).json()
        is_at = (shown["version"], shown["title"])
        if one.tried is not None and is_at == (one.version + 1, one.tried):
            one.version, one.title = is_at  # it had been done
        one.tried = None
        assert is_at == (one.version, one.title), f"{self.name}: {one.id} is at {is_at}, not {one.version, one.title}"
        files = {each["id"]: each for each in shown["files"]}
        for file in one.files:
            seen = files[file.id]
            assert (seen["state"], seen["sha256"]) == ("ready", file.sha256), f"{self.name}: {file.path}: {seen}"
        stand = {each["party"]: each for each in shown["releases"]}
        for party, release in one.releases.items():
            newer = stand[party]["version"] > release["version"]
            assert newer or stand[party] == release, f"{self.name}: {one.id} for {party}: {stand[party]}"

    async def _all(self, path: str, *, whole: bool = True) -> list[dict[str, Any]]:
        """Every page of a list; or the newest."""
        items: list[dict[str, Any]] = []
        cursor: str | None = ""
        while cursor is not None:
            page = (await self.read(path, params={"limit": 200} | ({"cursor": cursor} if cursor else {}))).json()
            items += page["items"]
            cursor = page["next"] if whole else None
        return items

    async def take_all(self) -> int:
        """Every file that was uploaded, taken back: byte for byte what was sent. How many."""
        for one in self.exhibits:
            if not one.files:
                continue
            why = {"act": "take", "purpose": "JIT_PURPOSE", "justification": "Comparing what came back"} | KEEPING
            opened = (await self.ask("POST", f"{self.base}/evidence/{one.id}/openings", 201, json=why)).json()
            links = {each["id"]: each["link"] for each in opened["files"]}
            for file in one.files:
                came_back = (await self.read(links[file.id])).content
                assert hashlib.sha256(came_back).hexdigest() == file.sha256, f"{self.name}: {file.path}"
        return sum(len(one.files) for one in self.exhibits)
