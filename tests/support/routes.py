"""The routes of the program as tests see them: which there are, and paths with real or invented ids in them."""

from collections.abc import Iterator, Mapping
from uuid import uuid4

from fastapi.routing import APIRoute

from app.main import ROUTERS

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def http() -> Iterator[tuple[str, APIRoute]]:
    """(method, route) of everything that is spoken over HTTP."""
    for router in ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute):
                for method in sorted((route.methods or set()) - {"HEAD"}):
                    yield method, route


def filled(path: str, ids: Mapping[str, str]) -> str:
    """The path with these ids by name; for every other an id of nothing."""
    for name in (part[1:].split("}", 1)[0].split(":", 1)[0] for part in path.split("/") if part.startswith("{")):
        path = path.replace(f"{{{name}}}", ids.get(name, str(uuid4())))
    return path
