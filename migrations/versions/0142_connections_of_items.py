"""Ports, protocol, time, zone and original line of the items of requests, and confirmed identifiers.

Revision: 0142, after 0141
"""

from alembic import op

revision = "0142"
down_revision = "0141"
branch_labels = None
depends_on = None

_COLUMNS = (
    "identifier_confirmed BOOLEAN DEFAULT false NOT NULL",
    "port INTEGER",
    "port_until INTEGER",
    "protocol TEXT",
    "at TEXT",
    "zone TEXT",
    "source_line TEXT",
)
_CHECKS = (
    (
        "beside_identifier",
        "identifier is not null or num_nonnulls(port, protocol, at, source_line) = 0 and not identifier_confirmed",
    ),
    ("port", "port between 1 and 65535"),
    ("port_until", "port_until is null or port is not null and port_until > port and port_until <= 65535"),
    (
        "protocol",
        "protocol in ('tcp', 'udp', 'udplite', 'sctp', 'dccp', 'icmp', 'icmpv6', 'igmp', 'gre', 'esp', 'ah')",
    ),
    ("at", "at ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$'"),
    ("zone", "zone is null or at is not null"),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE request_items ADD COLUMN {column}")
    for name, holds in _CHECKS:
        op.execute(f"ALTER TABLE request_items ADD CONSTRAINT ck_request_items_{name} CHECK ({holds})")


def downgrade() -> None:
    raise RuntimeError("Ports, times and original lines would be lost; restore a backup made before.")
