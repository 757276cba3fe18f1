"""The database understands every compiled query, and its columns are the fields of its row class."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import make_url

import app
from app import embedded
from app.queries import Query
from app.services.evidence.exhibit_list import Sort, _list_query, _Shape


def queries() -> dict[str, Query[Any]]:
    """Those in the modules of the program, also in dictionaries, and the list's in each order."""
    found: dict[str, Query[Any]] = {}
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            found |= {f"{module.name}.{name}{key}": one for key, one in _in(value) if isinstance(one, Query)}
    for sort in Sort:
        for whole in (False, True):
            shape = _Shape(sort.removeprefix("-"), sort.startswith("-"), not whole, whole, whole, 51)
            found[f"{shape}"] = _list_query(shape)
    return found


def _in(value: object) -> Iterator[tuple[str, object]]:
    yield "", value
    if isinstance(value, dict):
        yield from ((f"[{key}]", one) for key, one in value.items())


async def test_every_query_is_understood_and_fits_its_rows(database_urls: embedded.Urls) -> None:
    url = make_url(database_urls.owner)
    superuser = await asyncpg.connect(host=str(url.query["host"]), user="postgres", database=url.database)
    wrong = dict[str, str]()
    try:
        for name, one in queries().items():
            try:
                prepared = await superuser.prepare(one.sql)
            except asyncpg.PostgresError as error:
                wrong[name] = str(error)
                continue
            columns = [each.name for each in prepared.get_attributes()]
            if one.fields is not None and set(columns) != set(one.fields):
                wrong[name] = f"it returns {columns}, and its rows take {sorted(one.fields)}"
    finally:
        await superuser.close()
    assert wrong == {}


def test_queries_are_found() -> None:
    found = queries()
    assert len(found) > 50
    assert {"app.ledger.journal._APPEND", "app.services.accounts.sessions._PERSON[cookie]"} <= found.keys()


def test_row_class_that_names_no_columns_is_refused() -> None:
    with pytest.raises(TypeError, match="fields"):
        app.queries.query(object, "select 1 as one")
