"""The operator's translation service: asked over HTTP as LibreTranslate is (`POST /translate`), off unless it is set up.

A text that is sent leaves this house: only where its channel was opened for that, only at somebody's asking, and what comes back
is marked as machine-made. No transaction is held while it is asked. Deliberately not here: where a translation is put (`translations.py`).
"""

import asyncio
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import httpx

from app.errors import Conflict

WITHIN_SECONDS: Final = 15.0
_LONGEST: Final = 20_000
_ANSWER_BYTES: Final = 256 * 1024
OFF: Final = (
    "No text of this channel goes to a translation service: the operator set none up, or the channel was opened without. "
    "Nothing was sent."
)
FAILED: Final = "The translation service gave no translation. The text was sent to it; nothing was changed here."


@dataclass(frozen=True, slots=True)
class Translator:
    """A service at an address. `key`: what it asks of those who ask it."""

    address: str
    key: str | None = None

    @property
    def host(self) -> str:
        """What people are shown, and what a translation is marked with."""
        return urlsplit(self.address).netloc.rpartition("@")[2]

    async def translated(self, text: str, language: str) -> str:
        """The text in another language. Raises `Conflict`."""
        asked = {"q": text, "source": "auto", "target": language, "format": "text"}
        if self.key is not None:
            asked["api_key"] = self.key
        try:
            async with asyncio.timeout(WITHIN_SECONDS):
                said = await self._ask(asked)
        except (httpx.HTTPError, TimeoutError, ValueError, KeyError, TypeError) as error:
            raise Conflict(FAILED, code="translation-failed") from error
        return said

    async def _ask(self, asked: dict[str, str]) -> str:
        async with (
            httpx.AsyncClient(follow_redirects=False, trust_env=False, timeout=WITHIN_SECONDS) as client,
            client.stream("POST", f"{self.address.rstrip('/')}/translate", json=asked) as answer,
        ):
            answer.raise_for_status()
            body = b""
            async for part in answer.aiter_bytes():
                body += part
                if len(body) > _ANSWER_BYTES:
                    raise ValueError("the answer is too long")
        said = httpx.Response(200, content=body).json()["translatedText"]
        if not isinstance(said, str) or not said.strip() or len(said) > _LONGEST:
            raise ValueError("this is no translation")
        return said.strip()
