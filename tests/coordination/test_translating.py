"""The operator's translation service: a real one on loopback, asked only where the channel allows it, and marked as a machine's."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from app import embedded
from app.settings import Settings
from tests.factories import messages
from tests.factories.evidence import values
from tests.factories.messages import of, seen
from tests.factories.team import Team, read_json
from tests.support.program import settings_for


@dataclass
class Service:
    """A little server that speaks as LibreTranslate does. `heard`: what it was sent; `says`: its answer, where it is another."""

    port: int = 0
    heard: list[dict[str, Any]] = field(default_factory=list)
    says: bytes | None = None

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(
            int(line.split(":")[1]) for line in head.splitlines() if line.lower().startswith("content-length")
        )
        asked = json.loads(await reader.readexactly(length))
        self.heard.append({"path": head.split()[1], **asked})
        body = json.dumps({"translatedText": f"[{asked['target']}] {asked['q']}"}).encode()
        line = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        writer.write(
            line + str(len(body)).encode() + b"\r\nConnection: close\r\n\r\n" + body if self.says is None else self.says
        )
        await writer.drain()
        writer.close()


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    """On a port of its own."""
    one = Service()
    async with await asyncio.start_server(one.answer, "127.0.0.1", 0) as server:
        one.port = server.sockets[0].getsockname()[1]
        yield one


@pytest.fixture
def settings(database_urls: embedded.Urls, tmp_path: Path, service: Service) -> Settings:
    """With that service."""
    own = {"translation_url": f"http://127.0.0.1:{service.port}", "translation_key": SecretStr("a key")}
    return settings_for(database_urls, tmp_path / "state").model_copy(update=own)


async def ask(team: Team, who: str, message: dict[str, Any], language: str = "de") -> Any:
    """Ask for a translation."""
    form = {"language": language, "version": message["version"]}
    return await team.client(who).post(of(team, message, "/machine-translations"), json=form)


async def test_what_comes_back_is_a_machines_and_says_so(team: Team, service: Service) -> None:
    channel = await messages.open_channel(team, service=True)
    assert channel["translator"] == f"127.0.0.1:{service.port}"
    message = await messages.say(team, "daan", channel)
    read_json(await ask(team, "lena", message), 201)
    (there,) = (await seen(team, "noor", message))["translations"]
    assert (there["text"], there["seat"]) == ("[de] The log is in.", "DE-02")
    assert (there["service"], there["language"]) == (channel["translator"], "de")
    assert service.heard == [
        {
            "path": "/translate",
            "q": "The log is in.",
            "source": "auto",
            "target": "de",
            "format": "text",
            "api_key": "a key",
        }
    ]


async def test_of_a_decision_it_is_on_record_with_the_service_that_made_it(team: Team, service: Service) -> None:
    channel = await messages.open_channel(team, service=True)
    decision = await messages.decide(team, "daan", channel)
    read_json(await ask(team, "lena", decision), 201)
    (entry,) = await team.entries("noor", "decision.translated")
    assert values(entry)["service"] == f"127.0.0.1:{service.port}"


async def test_nothing_leaves_a_channel_that_was_opened_without(team: Team, service: Service) -> None:
    channel = await messages.open_channel(team)
    assert channel["translator"] is None
    message = await messages.say(team, "daan", channel)
    refused = await ask(team, "lena", message)
    assert (refused.status_code, refused.json()["code"]) == (409, "translation-off")
    assert (await ask(team, "claire", message)).status_code == 404
    allowed = await messages.open_channel(team, service=True, name="Other")
    gone = await messages.say(team, "daan", allowed)
    read_json(await messages.take_back(team, "daan", gone))
    assert (await ask(team, "lena", gone)).json()["code"] == "nothing-to-translate"
    assert (await ask(team, "claire", gone)).status_code == 404
    assert service.heard == []


@pytest.mark.parametrize(
    "says",
    [
        b"",
        b"HTTP/1.1 500 Sorry\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n" + b'{"translatedText": ""}',
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"x" * 300_000,
    ],
)
async def test_a_service_that_answers_otherwise_changes_nothing(team: Team, service: Service, says: bytes) -> None:
    channel = await messages.open_channel(team, service=True)
    message = await messages.say(team, "daan", channel)
    service.says = says
    refused = await ask(team, "lena", message)
    assert (refused.status_code, refused.json()["code"]) == (409, "translation-failed")
    assert (await seen(team, "noor", message))["translations"] == []
