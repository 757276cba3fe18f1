"""Hole 2: mass assignment. Every column of every table, posted to every route that takes JSON: refused, nothing changed."""

from typing import Any

from app.models import Table
from tests.factories.team import Team
from tests.holes.test_01_foreign_children import children, everything
from tests.support.routes import SAFE, filled, http

COLUMNS = sorted({column.name for table in Table.metadata.tables.values() for column in table.columns})


def taken(document: dict[str, Any], path: str, method: str) -> set[str]:
    """The names that the route's form declares, nested ones included."""
    body = document["paths"][path][method.lower()].get("requestBody")
    names: set[str] = set()

    def walk(schema: object) -> None:
        if isinstance(schema, dict):
            names.update(schema.get("properties", {}))
            for key, value in schema.items():
                walk(document["components"]["schemas"][value.rsplit("/", 1)[-1]] if key == "$ref" else value)
        elif isinstance(schema, list):
            for one in schema:
                walk(one)

    walk(body)
    return names


async def test_every_column_at_every_route(team: Team) -> None:
    document = team.app.openapi()
    ids = {"jit": team.id, "party": "DE"} | await children(team)
    before, tried = await everything(team), 0
    for method, route in http():
        if method in SAFE or route.path not in document["paths"]:
            continue
        if "requestBody" not in document["paths"][route.path][method.lower()]:
            continue
        assigned = dict.fromkeys(COLUMNS, "00000000-0000-7000-8000-000000000000")
        if route.path.endswith("/exports"):
            assigned["profile"] = "court"  # says which of two forms is meant
        declared = taken(document, route.path, method)
        for who in ("noor", "admin", "coordinator"):
            answer = await team.client(who).request(
                method, filled(route.path, ids), json=assigned, headers={"If-Match": '"1"'}
            )
            assert answer.status_code in {403, 422}, (method, route.path, answer.text)
            if answer.status_code == 422:
                named = {one["field"].split(".")[-1] for one in answer.json()["errors"]}
                assert set(COLUMNS) - declared <= named, (method, route.path, "took a column in silence")
                tried += 1
    assert tried >= 10
    assert await everything(team) == before
