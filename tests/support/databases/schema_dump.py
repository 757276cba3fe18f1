"""Dump the schema, for `docs/schema.sql`: `python -m tests.support.databases.schema_dump`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from sqlalchemy import make_url

from app import database, embedded


def dump() -> str:
    """Return what `pg_dump` says of a database made anew."""
    with tempfile.TemporaryDirectory(prefix="liaison-schema-") as folder, embedded.start(Path(folder)) as cluster:
        urls = cluster.create_database("schema")
        database.migrate(urls.owner)
        owner = make_url(urls.owner)
        options = ["--schema-only", "--no-owner", "--no-comments", "--restrict-key=liaison"]
        where = ["-h", str(owner.query["host"]), "-U", str(owner.username), str(owner.database)]
        return subprocess.run(
            [cluster.place.binaries / "pg_dump", *options, *where], check=True, capture_output=True, text=True
        ).stdout


if __name__ == "__main__":
    sys.stdout.write(dump())
