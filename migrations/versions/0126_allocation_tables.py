"""Allocation tables that the operator imports: networks and domain names with their countries and providers.

Revision: 0126, after 0125
"""

from alembic import op

revision = "0126"
down_revision = "0125"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE allocation_tables (
        kind TEXT NOT NULL,
        version BIGINT NOT NULL,
        source TEXT NOT NULL,
        row_count INTEGER NOT NULL,
        imported_at TIMESTAMP WITH TIME ZONE NOT NULL,
        imported_by UUID NOT NULL,
        CONSTRAINT pk_allocation_tables PRIMARY KEY (kind),
        CONSTRAINT fk_allocation_tables_imported_by FOREIGN KEY(imported_by) REFERENCES accounts (id),
        CONSTRAINT ck_allocation_tables_kind CHECK (kind in ('networks', 'domains')),
        CONSTRAINT ck_allocation_tables_version CHECK (version > 0),
        CONSTRAINT ck_allocation_tables_row_count CHECK (row_count >= 0),
        CONSTRAINT ck_allocation_tables_imported_at_within CHECK (imported_at >= '1900-01-01 00:00:00+00:00' and imported_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    """CREATE TABLE allocated_networks (
        network CIDR NOT NULL,
        country TEXT,
        provider TEXT,
        CONSTRAINT pk_allocated_networks PRIMARY KEY (network),
        CONSTRAINT ck_allocated_networks_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT ck_allocated_networks_named CHECK (country is not null or provider is not null)
    )
    """,
    """CREATE TABLE allocated_domains (
        domain TEXT NOT NULL,
        country TEXT,
        provider TEXT,
        CONSTRAINT pk_allocated_domains PRIMARY KEY (domain),
        CONSTRAINT ck_allocated_domains_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT ck_allocated_domains_named CHECK (country is not null or provider is not null)
    )
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    for table in ("allocated_domains", "allocated_networks", "allocation_tables"):
        op.execute(f"DROP TABLE {table}")
