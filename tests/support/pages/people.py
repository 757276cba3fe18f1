"""A person who uses the API of the shared server without a browser window.

`jonas = await api_person(lantern, "jonas@de.demo")` signs in. Each request requires success and returns the JSON of
the answer. No connection stays open, so nothing has to be closed. `open_window` opens a window with the same session.
"""

import base64
from dataclasses import dataclass
from typing import Any, Final

import httpx
from playwright.async_api import WebSocket, expect

from tests.factories.evidence import form
from tests.support.pages.browser import Windows
from tests.support.pages.user_page import UserPage
from tests.support.server import Server

_OF_ALL: Final = "lantern"  # everybody of the demonstration has it
_TUS: Final = {"Tus-Resumable": "1.0.0"}


@dataclass(frozen=True, slots=True)
class ApiPerson:
    """A person with a session. `seat`: as `/api/me` gives it. A path is given below the team unless it begins with `/api`."""

    client: httpx.AsyncClient
    email: str
    seat: dict[str, Any]

    @property
    def jit(self) -> str:
        """The id of the team."""
        return str(self.seat["jit"]["id"])

    @property
    def code(self) -> str:
        """The code of this person's seat: `DE-01`."""
        return str(self.seat["seat"]["code"])

    def path(self, rest: str) -> str:
        """The path of a request."""
        return rest if rest.startswith("/api") else f"/api/jits/{self.jit}{rest}"

    async def ask(self, method: str, rest: str, json: Any = None, **more: Any) -> httpx.Response:
        """The answer, whatever its status. `more`: what `httpx` takes, such as `headers` or `content`."""
        return await self.client.request(method, self.path(rest), json=json, **more)

    async def send(self, method: str, rest: str, json: Any = None, *, version: int | None = None, **more: Any) -> Any:
        """The JSON of a successful answer, or None without a body. `version`: what `If-Match` names."""
        headers = more.pop("headers", {}) | ({} if version is None else {"If-Match": f'"{version}"'})
        answer = await self.ask(method, rest, json, headers=headers, **more)
        assert answer.is_success, f"{self.email}: {method} {rest}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    async def get(self, rest: str) -> Any:
        """Read."""
        return await self.send("GET", rest)

    async def post(self, rest: str, json: Any = None, **more: Any) -> Any:
        """Post; an empty object unless told otherwise."""
        return await self.send("POST", rest, {} if json is None else json, **more)

    async def put(self, rest: str, json: Any, **more: Any) -> Any:
        """Put."""
        return await self.send("PUT", rest, json, **more)

    async def patch(self, rest: str, json: Any, **more: Any) -> Any:
        """Patch."""
        return await self.send("PATCH", rest, json, **more)

    async def delete(self, rest: str, json: Any = None, **more: Any) -> Any:
        """Delete."""
        return await self.send("DELETE", rest, json, **more)

    async def status(self, rest: str) -> int:
        """The status of a read."""
        return (await self.ask("GET", rest)).status_code

    async def register(self, title: str, *releases: dict[str, Any], **changes: Any) -> dict[str, Any]:
        """Register an exhibit and return its view. `releases`: of `tests.factories.evidence.release`."""
        made: dict[str, Any] = await self.post("/evidence", form(title=title, releases=list(releases), **changes))
        return made

    async def upload(self, exhibit: dict[str, Any], content: bytes, name: str = "ledger.txt") -> None:
        """Upload a file of an exhibit in one piece."""
        named = f"filename {base64.b64encode(name.encode()).decode()}"
        announced = await self.ask(
            "POST",
            f"/evidence/{exhibit['id']}/files",
            headers=_TUS | {"Upload-Length": str(len(content)), "Upload-Metadata": named},
        )
        assert announced.status_code == 201, announced.text
        at = httpx.URL(announced.headers["Location"]).path
        headers = _TUS | {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        await self.send("PATCH", at, content=content, headers=headers)


async def api_person(server: Server, email: str, *, team: str | None = None, password: str = _OF_ALL) -> ApiPerson:
    """Sign a person in, by default of the demonstration. `team`: by its name; else their first."""
    client = httpx.AsyncClient(
        base_url=server.url,
        headers={"Origin": server.url},
        limits=httpx.Limits(max_keepalive_connections=0),
        timeout=60,
    )
    answer = await client.post("/api/sessions", json={"email": email, "password": password})
    assert answer.status_code == 201, answer.text
    own = await client.get("/api/me")
    assert own.is_success, own.text
    seat = next(one for one in own.json()["seats"] if team in {None, one["jit"]["name"]})
    return ApiPerson(client, email, seat)


async def open_window(
    windows: Windows, person: ApiPerson, rest: str = "", *, script: str = "", **window: Any
) -> UserPage:
    """Open a window with this person's session at a screen of the team, in English, with the live channel connected.

    `script` runs before those of each page; `window`: what `Windows.open` takes. It costs one page load less than
    `open_signed_in`, which begins at the list of exhibits.
    """
    await person.patch("/api/me", {"locale": "en"})
    address = str(person.client.base_url).rstrip("/")
    page = await windows.open(address, **window)
    await page.context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in person.client.cookies.items()]
    )
    frames: list[str] = []

    def hear(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: frames.append(frame if isinstance(frame, str) else frame.decode()))

    page.on("websocket", hear)
    if script:
        await page.add_init_script(script)
    await page.goto(f"/jits/{person.jit}{rest}")
    await expect(page.locator('[role="status"][data-state="live"]')).to_be_visible(timeout=60_000)
    return UserPage(page, person.jit, frames)
