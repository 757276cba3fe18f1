"""Write the shipped reference data into the database after a migration.

A missing record is added. A record that an operator changed is kept; any other is replaced by the shipped one.
"""

import json
from typing import Final

from sqlalchemy import Connection, text

from app.reference.catalogue import ReferenceKind, seed

_SEED: Final = text("""
    insert into reference_records (kind, key, position, document, version)
    select kind, key, position, document, 1
      from jsonb_to_recordset(cast(:records as jsonb)) as r (kind text, key text, position integer, document jsonb)
    on conflict (kind, key) do update
      set document = excluded.document, position = excluded.position, version = reference_records.version + 1
      where reference_records.changed_at is null and reference_records.document <> excluded.document
""")


def sow(connection: Connection) -> None:
    """Add and update the shipped records in the caller's transaction, as the owner role."""
    records = [
        {"kind": kind, "key": key, "position": position, "document": record.document()}
        for kind in ReferenceKind
        for position, (key, record) in enumerate(seed(kind).items())
    ]
    connection.execute(_SEED, {"records": json.dumps(records)})
