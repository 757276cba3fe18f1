"""SQLite files: a telephone's contacts, calls and messages; the marketplace's own database.

Here: made in memory by the standard library and written out whole. Not here: what is said in them (`scripts`).
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import datetime
from itertools import islice

from app.demo.chat import Conversation
from app.demo.content import Content, dice, steps

__all__ = ["contacts", "marketplace"]

TELEPHONE = """
create table contacts (_id integer primary key, display_name text not null, times_contacted integer not null, starred integer not null);
create table numbers (_id integer primary key, contact integer not null references contacts, number text not null, kind text not null);
create table calls (_id integer primary key, number text not null, at integer not null, seconds integer not null, direction text not null);
create table messages (_id integer primary key, room text not null, at integer not null, sender text not null, body text not null);
create index calls_by_time on calls (at);
"""
MARKETPLACE = """
create table users (id integer primary key, handle text not null unique, role text not null, joined text not null, wallet text);
create table offers (id integer primary key, seller integer not null references users, kind text not null, country text not null, sets integer not null, price_cent integer not null, state text not null);
create table orders (id integer primary key, offer integer not null references offers, buyer integer not null references users, at text not null, sets integer not null, state text not null);
create table payouts (id integer primary key, seller integer not null references users, at text not null, satoshi integer not null, txid text not null);
create view turnover as select u.handle, count(*) as orders, sum(o.sets * f.price_cent) / 100.0 as eur from orders o join offers f on f.id = o.offer join users u on u.id = f.seller group by u.handle;
"""


def _file(name: str, schema: str, tables: dict[str, Iterable[Sequence[object]]]) -> Content:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(schema)
        for table, rows in tables.items():
            filled = list(rows)
            # The names of tables are our own, above.
            database.executemany(f"insert into {table} values ({','.join('?' * len(filled[0]))})", filled)  # noqa: S608
        database.commit()
        return Content(name, "application/vnd.sqlite3", database.serialize())


def contacts(name: str, people: Sequence[tuple[str, str]], start: datetime, talk: Conversation) -> Content:
    """A telephone's database: the given contacts (name, number), 160 calls, a conversation. Times are Unix milliseconds."""
    rng = dice("contacts", name)
    calls = [
        (
            n,
            rng.choice(people)[1],
            int(at.timestamp() * 1000),
            rng.choice([0, 0, rng.randrange(8, 1900)]),
            rng.choice(["in", "out", "missed"]),
        )
        for n, at in enumerate(islice(steps(rng, start, 1200, 40_000), 160), 1)
    ]
    return _file(
        name,
        TELEPHONE,
        {
            "contacts": [(n, who, rng.randrange(1, 240), int(n == 1)) for n, (who, _) in enumerate(people, 1)],
            "numbers": [(n, n, number, "mobile") for n, (_, number) in enumerate(people, 1)],
            "calls": calls,
            "messages": [
                (n, talk.room, int(at.timestamp() * 1000), who, words)
                for n, (at, who, words) in enumerate(talk.lines(), 1)
            ],
        },
    )


def marketplace(name: str, start: datetime, sellers: Sequence[tuple[str, str]]) -> Content:
    """The marketplace's database: the given sellers (handle, wallet), 120 buyers, 260 offers, 900 orders, 60 pay-outs."""
    rng = dice("marketplace", name)
    when = (f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in steps(rng, start, 300, 9000))
    users: list[tuple[object, ...]] = [
        (n, handle, "admin" if n == 1 else "seller", next(when), wallet)
        for n, (handle, wallet) in enumerate(sellers, 1)
    ]
    users += [
        (n, f"customer_{rng.randrange(10**4):04d}_{n}", "buyer", next(when), None)
        for n in range(len(sellers) + 1, len(sellers) + 121)
    ]
    seller, buyer = range(1, len(sellers) + 1), range(len(sellers) + 1, len(sellers) + 121)
    offers = [
        (
            38_000 + n,
            rng.choice(seller),
            rng.choice(["mail", "shop", "bank", "vpn"]),
            rng.choice(["DE", "NL", "FR", "CH"]),
            rng.randrange(20, 4200),
            rng.randrange(40, 1900),
            rng.choice(["live", "sold out", "removed"]),
        )
        for n in range(260)
    ]
    orders = [
        (
            n,
            rng.choice(offers)[0],
            rng.choice(buyer),
            next(when),
            rng.randrange(1, 300),
            rng.choice(["released", "released", "in escrow", "disputed"]),
        )
        for n in range(1, 901)
    ]
    payouts = [
        (n, rng.choice(seller), next(when), rng.randrange(10**5, 10**8), rng.randbytes(32).hex()) for n in range(1, 61)
    ]
    return _file(name, MARKETPLACE, {"users": users, "offers": offers, "orders": orders, "payouts": payouts})
