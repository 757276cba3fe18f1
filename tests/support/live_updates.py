"""Check that live updates are complete: an answer that an act changed is refreshed by a fact about the act.

Each watching member has every query of every screen open, and a live channel. After each writing request the check
repeats all queries. A changed answer must be under a key that the page's own map refreshes for the facts that the
member has received since. Not here: the acts (`tests/realtime/test_refreshing.py`), and the page's source
(`pages/page_source.py`).
"""

import asyncio
import re
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import httpx
from websockets.exceptions import ConnectionClosed

from app.ledger import following
from app.realtime.hub import Hub
from tests.factories.team import Team
from tests.support.live_channel import Stream, opened
from tests.support.pages.page_source import Key, Read, Refreshing, asked, reads, refreshes

#: What no fact need refresh, and why: the page asks by the clock, or when somebody asks.
EXCEPTED: Final = {
    "listNotifications": "told by the worker within a moment of the fact: asked anew then, and each minute",
    "countNotifications": "likewise",
    "readNotificationPreferences": "one's own, of no team",
    "listTeams": "of all teams: nobody is told live about one that is not open, so it is asked every 20 seconds",
    "listMyTasks": "likewise, asked each minute and whenever one turns to it",
    "listSessions": "one's own sign-ins, of no team: asked every minute",
    "readDemonstration": "of the installation, before anybody has signed in",
    "readLedgerHealth": "what the server's own checks found: by the clock, asked every minute",
    "readCheckpoint": "its own frame tells it (`head`), as do the facts that it covers",
    "listMeetingSlots": "the best times from the next quarter of an hour on: of the moment in which somebody looks for one",
    "listAccesses": "each reading is a line of it: read when somebody asks",
    "previewRuleChanges": "a decision about what is shown; a token refuses what has changed since",
    "foreseeLeaving": "likewise",
    "readInheritance": "of the moment in which somebody registers; nothing is kept of it",
    "readDuties": "of the moment in which somebody's end is considered; nothing is kept of it",
    "readStatement": "what a decision says is never changed: read when somebody is about to sign it",
    "readVerificationProgress": "how far one is with one's own review: read anew when the viewer is closed and a verdict begins",
    "readClearanceProgress": "likewise",
    "findByLabel": "what somebody looked for; nothing is shown but the way to it",
}
#: Acts of which some hear nothing, by their requests, each with the GETs that say something else to them all the same, and why.
UNTOLD: Final = {
    r"(POST|DELETE) \S+/files(/[^/]+)?": (
        {"readEvidence"},
        "an upload under way is no act yet: its own page follows it",
    ),
    r"POST \S+/reading": (
        {"listChannels"},
        "how far somebody has read is told to nobody: its own page reads it anew (decision 34)",
    ),
    r"POST \S+/briefing/readings": (
        {"readBriefing"},
        "how far somebody has read is told to nobody: its own page reads it anew (decision 34)",
    ),
    r"POST \S+/closure": (
        {"listEvidence", "readEvidence", "explainDecision", "readRetention"},
        "who flagged what may be privileged is its originator's and the flagging party's to know (decision 10)",
    ),
}
#: A query without which a GET says nothing, or less than screens show.
QUERIES: Final = {
    "explainDecision": ("?act=open",),
    "searchMessages": ("?q=berth",),
    "listAlerts": ("?acknowledged=false", "?acknowledged=true"),
    "listConsents": ("", "?unanswered=true"),
}
#: The lists in which screens find what paths name.
LISTED: Final = {
    "listEvidence": "evidence",
    "listTasks": "task",
    "listChannels": "channel",
    "listOperations": "operation",
    "listNotices": "notice",
    "listConsents": "consent",
    "listRequests": "request",
    "listHearings": "hearing",
}
#: Looks and changes nothing.
_LOOKING: Final = ("/preview", "/simulations")
#: Seconds before each look more at what seems untold: the worker acts by itself, too, and in its own time.
_PATIENCE: Final = (0.2, 0.5)


class Place(NamedTuple):
    """A query of a screen: the GET, the address, and the ids in its path."""

    read: Read
    url: str
    ids: tuple[tuple[str, str], ...]


Shown = Mapping[Place, str]


def kept() -> dict[Read, set[Key]]:
    """The keys of each GET whose answer some screen keeps, but for those that are excepted."""
    keys = asked()
    return {read: keys[read.name] for read in reads() if keys.get(read.name) and read.name not in EXCEPTED}


@dataclass
class Watcher:
    """One seat's screens: what they show, and what its channel has told since they were looked at last."""

    name: str
    shown: Shown = field(default_factory=dict)
    frames: list[dict[str, Any]] = field(default_factory=list)
    stream: Stream | None = None
    hearing: asyncio.Task[None] | None = None

    @property
    def is_cut(self) -> bool:
        """Whether the channel was closed."""
        return self.stream is not None and self.stream.socket.close_code is not None

    @property
    def is_revoked(self) -> bool:
        """Whether it was told that it lost its seat."""
        return any(frame.get("reason") == "revoked" for frame in self.frames)

    async def hear(self, stream: Stream) -> None:
        """Until it is closed."""
        with suppress(ConnectionClosed):
            while True:
                frame = await stream.any()
                self.frames.append(frame)


class LiveUpdateCheck:
    """All who watch a team. `done`: what was done under their eyes; `stale`: what was shown and not so any more."""

    def __init__(self, team: Team, url: str, names: Collection[str], streams: AsyncExitStack) -> None:
        self.team, self.url, self.streams = team, url, streams
        self.watchers = [Watcher(name) for name in names]
        self.page, self.queries = Refreshing(), kept()
        self.done: set[tuple[str, str]] = set()
        self.stale: list[str] = []
        self.extra: dict[str, list[str]] = {}
        self._turn = asyncio.Lock()

    async def begin(self) -> None:
        """Everybody opens every screen; from now on each act is looked after."""
        await self.team.settled()
        for one in self.watchers:
            await self._read_on(one)
            await self._connect(one)
            one.shown = await self._screens(one)
        for browser in {id(one): one for one in self.team.browsers.values()}.values():
            browser.event_hooks["response"].append(self._acted)

    async def close(self) -> None:
        """End all watching."""
        for browser in self.team.browsers.values():
            browser.event_hooks["response"].clear()
        for one in self.watchers:
            if one.hearing is not None:
                one.hearing.cancel()
        self.page.close()

    async def look(self, act: str) -> None:
        """Note every screen that shows something else now and was told nothing of it."""
        async with self._turn:
            for one in self.watchers:
                if one.stream is None:  # its page has ended; whoever may come back opens it anew
                    await self._connect(one)
                    one.shown = await self._screens(one)
                    continue
                await self._demand(one, act, _excused(act))
                if one.is_cut:
                    await self._connect(one)

    async def _acted(self, answer: httpx.Response) -> None:
        request = answer.request
        if request.method in {"GET", "HEAD"} or not answer.is_success or self._turn.locked():
            return
        self.done.add((request.method, request.url.path))
        if not request.url.path.endswith(_LOOKING):
            await self.look(f"{request.method} {request.url.path}")

    async def _read_on(self, one: Watcher) -> None:
        """From a mark on: without one a briefing tells of the last day, and says from when, which moves with the clock."""
        briefing = await self.team.client(one.name).get(self.team.path("/briefing"))
        if briefing.is_success:
            reading = {"position": briefing.json()["head"]}
            await self.team.client(one.name).post(self.team.path("/briefing/readings"), json=reading)

    async def _connect(self, one: Watcher) -> None:
        """Resumed, or begun. Where the team is none of one's own any more, the page has ended, and shows nothing."""
        answer = await self.team.client(one.name).get(self.team.path("/situation"))
        if not answer.is_success:
            one.stream, one.shown = None, {}
            return
        after = int(answer.headers["Ledger-Position"]) if one.stream is None else one.stream.last
        stream = await self.streams.enter_async_context(opened(self.url, self.team, one.name, after, open_timeout=60))
        assert (await stream.frame(within=60))["type"] == "welcome"
        one.stream, one.hearing = stream, asyncio.create_task(one.hear(stream))

    async def _demand(self, one: Watcher, act: str, excused: Collection[str]) -> None:
        for wait in (*_PATIENCE, None):
            if one.is_cut and not one.is_revoked:
                await self._connect(one)
            await self._told(one)
            before = len(one.frames)
            now = await self._screens(one)
            await self._told(one)
            missing = self._untold(one, now, excused)
            if not missing or wait is None:
                break
            await asyncio.sleep(wait)
        heard = sorted({frame.get("kind", frame["type"]) for frame in one.frames})
        self.stale += [f"{act}\n  {one.name} heard {', '.join(heard) or 'nothing'}; {each}" for each in missing]
        # What was told since these screens were asked (the worker acts, too) may be of what they do not show yet.
        one.shown, one.frames = now, one.frames[before:]

    async def _told(self, one: Watcher) -> None:
        """Until all that was committed has reached this seat: the hub has offered it, and the socket was read up to there."""
        await self.team.settled()
        hub = self.team.app.state.hub
        assert isinstance(hub, Hub)
        last = (await following.standing_of(self.team.context.database, self.team.jit_id))[0] - 1
        while -1 < hub.reached(self.team.jit_id) < last:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.002)
        if one.stream is not None:
            with suppress(ConnectionClosed):
                await (await one.stream.socket.ping())
                await asyncio.sleep(0.01)  # who hears takes what came before the pong

    def _untold(self, one: Watcher, now: Shown, excused: Collection[str]) -> list[str]:
        changed = [place for place, before in one.shown.items() if now[place] != before]
        if not changed:
            return []
        if any(frame["type"] == "fact" for frame in one.frames):
            excused = ()
        touched = [key for frame in one.frames for key in self.page.keys(self.team.id, frame)]
        return [
            f"{place.url} {_difference(one.shown[place], now[place])}"
            for place in changed
            if place.read.name not in excused and not self._refreshed(place, touched)
        ]

    def _refreshed(self, place: Place, touched: Sequence[dict[str, Any]]) -> bool:
        """Under every key that the path names whole; one that names more is judged where the path does."""
        ids = dict(place.ids)
        keys = [key for key in self.queries[place.read] if key.path <= ids.keys()]
        return bool(keys) and all(any(refreshes(one, key, ids) for one in touched) for key in keys)

    async def _screens(self, one: Watcher) -> Shown:
        """Return the present answers for this member: team, objects in its lists, and objects open before."""
        await self.team.settled()
        ids = {"jit": [self.team.id], **{name: list(all_) for name, all_ in self.extra.items()}}
        of_team = await self._answers(one, self._places(ids, 1))
        for place, answer in of_team.items():
            name = LISTED.get(place.read.name)
            if name is not None and answer.is_success:
                ids[name] = [item["id"] for item in answer.json()["items"]]
        below = {*self._places(ids, 2), *one.shown} - of_team.keys()
        said = of_team | await self._answers(one, sorted(below, key=lambda place: place.url))
        return {place: _text(answer) for place, answer in said.items() if answer.is_success or place in one.shown}

    async def _answers(self, one: Watcher, places: Sequence[Place]) -> dict[Place, httpx.Response]:
        client = self.team.client(one.name)
        answers = await asyncio.gather(*(client.get(place.url) for place in places))
        return dict(zip(places, answers, strict=True))

    def _places(self, ids: Mapping[str, Sequence[str]], depth: int) -> list[Place]:
        """Paths that name so many things, the team included."""
        found = []
        for read in self.queries:
            if len(read.names | {"jit"}) != depth:
                continue
            (other,) = (read.names - {"jit"}) or {""}
            for one in ids.get(other, ()) if other else ("",):
                named = {name: value for name, value in (("jit", self.team.id), (other, one)) if name in read.names}
                url = read.path.format(**named)
                found += [Place(read, url + query, tuple(named.items())) for query in QUERIES.get(read.name, ("",))]
        return found


def _excused(act: str) -> set[str]:
    return {name for told, (names, _) in UNTOLD.items() if re.fullmatch(told, act) for name in names}


def _text(answer: httpx.Response) -> str:
    return answer.text if answer.is_success else str(answer.status_code)


def _difference(before: str, after: str) -> str:
    start = next((n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
    return f"…{before[max(0, start - 50) : start + 60]}… is …{after[max(0, start - 50) : start + 60]}…"


@asynccontextmanager
async def check_live_updates(team: Team, url: str, *names: str) -> AsyncIterator[LiveUpdateCheck]:
    """These people watch whatever is done; at the end nothing that they were shown may be stale."""
    async with AsyncExitStack() as streams:
        made = LiveUpdateCheck(team, url, names, streams)
        try:
            await made.begin()
            yield made
        finally:
            await made.close()
    assert not made.stale, "shown, and not so any more:\n" + "\n".join(made.stale)
