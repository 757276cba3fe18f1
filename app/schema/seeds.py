"""Write the shipped reference data into the database after a migration.

A missing record is added. A record that an operator changed is kept; any other is replaced by the shipped one. Each value
that differs then gets a version, so that requests which relied on the former value are found.
"""

import json
from contextlib import suppress
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Connection, text

from app import clock
from app.reference import values
from app.reference.catalogue import TYPES, ReferenceKind, seed

_SEED: Final = text("""
    insert into reference_records (kind, key, position, document, version)
    select kind, key, position, document, 1
      from jsonb_to_recordset(cast(:records as jsonb)) as r (kind text, key text, position integer, document jsonb)
    on conflict (kind, key) do update
      set document = excluded.document, position = excluded.position, version = reference_records.version + 1
      where reference_records.changed_at is null and reference_records.document <> excluded.document
""")

#: Stored records that the shipped ones replace.
_STORED: Final = text("""
    select r.kind, r.key, r.document, r.version
      from reference_records r
      join jsonb_to_recordset(cast(:records as jsonb)) as s (kind text, key text, document jsonb)
        on s.kind = r.kind and s.key = r.key
     where r.changed_at is null and r.document <> s.document
""")
_VERSIONS: Final = text("""
    insert into reference_versions (id, kind, key, field, version, record_version, value, source, changed_at)
    select v.id, v.kind, v.key, v.field, known.latest + 1, v.record_version, nullif(v.value, 'null'), v.source, :now
      from jsonb_to_recordset(cast(:versions as jsonb))
             as v (id uuid, kind text, key text, field text, record_version bigint, value jsonb, source text)
     cross join lateral (
       select coalesce(max(x.version), 0) as latest from reference_versions x
        where x.kind = v.kind and x.key = v.key and x.field = v.field) known
""")


def sow(connection: Connection) -> None:
    """Add and update the shipped records in the caller's transaction, as the owner role."""
    records: list[dict[str, Any]] = [
        {"kind": kind, "key": key, "position": position, "document": record.document()}
        for kind in ReferenceKind
        for position, (key, record) in enumerate(seed(kind).items())
    ]
    former = {(row.kind, row.key): row for row in connection.execute(_STORED, {"records": json.dumps(records)})}
    connection.execute(_SEED, {"records": json.dumps(records)})
    versions = [
        {
            "id": str(clock.new_id()),
            "kind": one["kind"],
            "key": one["key"],
            "field": field,
            "record_version": row.version + 1,
            "value": value.value,
            "source": value.source,
        }
        for one in records
        if (row := former.get((one["kind"], one["key"]))) is not None
        for field, value in values.changes(_in_present_format(row.kind, row.document), one["document"]).items()
    ]
    if versions:
        connection.execute(_VERSIONS, {"versions": json.dumps(versions), "now": clock.now()})


def _in_present_format(kind: str, document: dict[str, Any]) -> dict[str, Any]:
    """Return a stored document with the fields that are new in the format, which are no change of a value."""
    with suppress(ValidationError):
        return TYPES[ReferenceKind(kind)].model_validate(document).document()
    return document
