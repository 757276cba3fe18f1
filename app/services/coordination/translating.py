"""Client of the operator's translation service, with the LibreTranslate API (`POST /translate`). Off by default.

The text leaves Liaison. It is sent only from channels opened for translation, and only when a member asks.
The result is marked as machine-made. No database transaction is open during the request.
Not here: storing translations (`translations.py`).
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
    """A translation service. `address`: base URL; `key`: its API key, if it needs one."""

    address: str
    key: str | None = None

    @property
    def host(self) -> str:
        """Return the host name shown to users and stored with a translation."""
        return urlsplit(self.address).netloc.rpartition("@")[2]

    async def translated(self, text: str, language: str) -> str:
        """Return the text in another language.

        Raises:
            Conflict: The service failed, gave no valid answer or took longer than `WITHIN_SECONDS`.
        """
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
