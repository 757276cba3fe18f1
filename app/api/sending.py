"""The key under which a client sends an act that it may have to send again (`Idempotency-Key`).

A client that had no answer repeats the same request with the same key, and the act is done once. Deliberately not here: doing it
once (`services/sendings.py`).
"""

import re
from typing import Annotated, Final
from uuid import UUID

from fastapi import Header, Request

from app.api.schemas import Form
from app.errors import Malformed
from app.services.sendings import Sent

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="A random UUID for this act: sent again under it, it is done once, and answered as it stands then.",
    ),
]


def sent(key: str | None, request: Request, form: Form) -> Sent | None:
    """What is sent under this key, if there is one. Raises `Malformed` for one that is no UUID."""
    if key is None:
        return None
    text = key.strip().removeprefix('"').removesuffix('"')
    if not _UUID.fullmatch(text):
        raise Malformed("Idempotency-Key is not a UUID. Nothing was recorded.", field="Idempotency-Key")
    words = f"{request.method} {request.url.path}\n{form.model_dump_json(exclude_unset=True)}"
    return Sent(UUID(text), words.encode())
