"""Thousands of exhibits at once, written by SQL past every policy: for what only a long list shows. Files and entries: none."""

from typing import Final

import asyncpg
from sqlalchemy.engine import make_url

from app import embedded

_FILL: Final = """
    with made as (
      select n, (lpad(to_hex((extract(epoch from timestamptz '2026-02-01') * 1000)::bigint + n * 1000), 12, '0')
                 || '7000a000' || lpad(to_hex(n), 12, '0'))::uuid as id
        from generate_series(1, $3) as n
    ), exhibits as (
      insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status, registered_by,
                            registered_at, files_count, files_bytes, version)
      select made.id, $1, p.id, 'NL-2026-' || lpad((n * 7919 % 1000003)::text, 8, '0'),
             'Item ' || lpad(n::text, 6, '0') || case when n % 4000 = 7 then ' lazarus' else '' end,
             (array['image', 'physical', 'report'])[1 + n % 3], case when n % 5000 = 9 then 'malware' else 'device' end,
             array['H0'], 'AMBER', 'active', m.id, timestamptz '2026-02-01' + n * interval '1 second', 1, n * 1000 % 99991, 1
        from made, parties p join members m on m.party = p.id
       where p.jit = $1 and p.code = 'NL' and m.code = 'NL-02'
      returning id, originator, registered_by, registered_at
    )
    insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state, version)
    select $1, p.id, e.id, e.originator, 3, e.registered_by, e.registered_at, true, 'effective', 1
      from exhibits e join made using (id) join parties p on p.jit = $1 and (p.code = 'NL' or p.code = $2 and n % 10 = 0)
"""


async def fill(urls: embedded.Urls, team_id: str, size: int, *, also: str = "DE") -> None:
    """So many Dutch exhibits, `Item 000001` the oldest; every tenth is released to `also`."""
    address = make_url(urls.owner)
    connection = await asyncpg.connect(host=str(address.query["host"]), user="postgres", database=address.database)
    try:
        await connection.execute(_FILL, team_id, also, size)
        await connection.execute("analyze evidence, releases")
    finally:
        await connection.close()
