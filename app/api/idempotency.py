"""Reads the `Idempotency-Key` header of requests that a client may repeat.

A client that received no answer repeats the request with the same key. The act is then done only once.
Not here: doing it once (`services/idempotency.py`).
"""

import re
from typing import Annotated, Final
from uuid import UUID

from fastapi import Header, Request

from app.api.schemas import Form
from app.errors import Malformed
from app.services.idempotency import IdempotentRequest

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="A random UUID for this act: sent again under it, it is done once, and answered as it stands then.",
    ),
]


def idempotent_request(key: str | None, request: Request, form: Form) -> IdempotentRequest | None:
    """Return the idempotent request, or None without a key. Raises `Malformed` if the key is not a UUID."""
    if key is None:
        return None
    text = key.strip().removeprefix('"').removesuffix('"')
    if not _UUID.fullmatch(text):
        raise Malformed("Idempotency-Key must be a UUID.", field="Idempotency-Key")
    content = f"{request.method} {request.url.path}\n{form.model_dump_json(exclude_unset=True)}"
    return IdempotentRequest(UUID(text), content.encode())
