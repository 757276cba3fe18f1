"""The OpenAPI document of the program, built once, for tests over all routes."""

from functools import cache
from typing import Any

from app.main import create_app
from app.settings import Settings


@cache
def document() -> dict[str, Any]:
    """Whole. Who takes it changes nothing in it: the next test reads the same."""
    return create_app(Settings()).openapi()
