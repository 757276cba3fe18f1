"""Functions in the database that take an advisory lock of the server take it by the server's name for it."""

import re

from app.locks import Lock
from tests.support import repository

SCHEMA = repository.ROOT / "app/schema"
TAKEN = re.compile(r"pg_advisory_xact_lock\(hashtextextended\('([^']*)' \|\| ")


def names_in_sql() -> set[str]:
    return {name for path in SCHEMA.rglob("*.sql") for name in TAKEN.findall(path.read_text())}


def test_lock_that_the_database_shares_has_one_name() -> None:
    assert f"{Lock.OPERATION} " in names_in_sql()


def test_no_other_file_writes_an_advisory_lock() -> None:
    taken = [repository.name_of(path) for path in repository.files("app") if "advisory_xact_lock(" in path.read_text()]
    assert taken == ["app/locks.py"]
