"""Routers that refuse, at program start, a route without exactly one guard.

Not here: the guards (`guards.py`, `admissions.py`, `own.py`).
"""

from collections.abc import Callable, Iterator
from typing import Any

from fastapi import APIRouter
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, APIWebSocketRoute

from app.api.guards import Guard
from app.database import Writing

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class UnguardedError(TypeError):
    """A route does not have exactly one guard, or a route that only reads asks for a `Writing`."""


class GuardedRoute(APIRoute):
    """A route with exactly one guard. A route that only reads must not ask for a `Writing`."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:  # noqa: ANN401 - FastAPI's own
        super().__init__(path, endpoint, **options)
        _demand_one_guard(path, self.dependant)
        asked = [getattr(one, "__origin__", one) for one in endpoint.__annotations__.values()]  # unwraps Annotated
        if (self.methods or set()) <= _SAFE and Writing in asked:
            raise UnguardedError(f"{path}: a route that reads asks for a Writing")


class Router(APIRouter):
    """Base of every router of this program."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - FastAPI's own
        super().__init__(route_class=GuardedRoute, generate_unique_id_function=_operation_id, **options)

    def add_api_websocket_route(self, path: str, endpoint: Callable[..., Any], *args: Any, **options: Any) -> None:  # noqa: ANN401
        """Add a WebSocket route. It must have exactly one guard, too."""
        super().add_api_websocket_route(path, endpoint, *args, **options)
        route = self.routes[-1]
        assert isinstance(route, APIWebSocketRoute)
        _demand_one_guard(path, route.dependant)


def _operation_id(route: APIRoute) -> str:
    """Return the route's function name, such as `list_members`, as its name in generated clients."""
    return route.name


def _demand_one_guard(path: str, dependant: Dependant) -> None:
    guards = {id(one.call) for one in _tree(dependant) if isinstance(one.call, Guard)}
    if len(guards) != 1:
        raise UnguardedError(f"{path} has {len(guards)} guards; a route names exactly one")


def _tree(dependant: Dependant) -> Iterator[Dependant]:
    for child in dependant.dependencies:
        yield child
        yield from _tree(child)
