"""The peer: FastAPI and asyncpg, bare. One indexed query or one insert, no accounts, no rules, no ledger.

`python -m uvicorn bench.peers.bare:app`, with `BARE_HOST` (the socket's folder) and `BARE_DATABASE` in the environment.
It reads and writes tables of its own (`TABLES`), as its own owner.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final
from uuid import UUID, uuid4

import asyncpg
from fastapi import FastAPI
from pydantic import BaseModel

#: The same columns as the list's rows, with the index that "newest first" needs.
TABLES: Final = (
    "create schema if not exists bare",
    (
        "create table bare.exhibits as select id, exhibit_number, 'NL' as originator, title, kind, category, handling, tlp, status,"
        " registered_at, files_count, files_bytes, version from evidence"
    ),
    "alter table bare.exhibits add primary key (id)",
    "create table bare.acts (id uuid primary key, exhibit uuid not null, who text not null, at timestamptz not null, why text)",
    "grant usage on schema bare to liaison_owner",
    "grant select, insert on all tables in schema bare to liaison_owner",
    "vacuum analyze bare.exhibits",
)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with asyncpg.create_pool(
        host=os.environ["BARE_HOST"],
        database=os.environ["BARE_DATABASE"],
        user="liaison_owner",
        min_size=16,
        max_size=16,
    ) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=_lifespan)


class Act(BaseModel):
    """What is inserted."""

    exhibit: UUID
    who: str
    why: str


@app.get("/exhibits")
async def newest(limit: int = 50) -> list[dict[str, Any]]:
    """The newest rows."""
    rows = await app.state.pool.fetch("select * from bare.exhibits order by id desc limit $1", limit)
    return [dict(row) for row in rows]


@app.get("/nothing")
async def nothing() -> dict[str, str]:
    """No database at all."""
    return {"status": "ok"}


@app.post("/acts", status_code=201)
async def act(form: Act) -> dict[str, str]:
    """One row, committed."""
    made = uuid4()
    await app.state.pool.execute(
        "insert into bare.acts (id, exhibit, who, at, why) values ($1, $2, $3, now(), $4)",
        made,
        form.exhibit,
        form.who,
        form.why,
    )
    return {"id": str(made)}
