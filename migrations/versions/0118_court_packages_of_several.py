"""Court packages of several exhibits, and a period of the packages that are not about exhibits.

Revision: 0118, after 0112
"""

from alembic import op

revision = "0118"
down_revision = "0112"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
TABLES = (
    f"""
    alter table exports
      add column since timestamptz constraint ck_exports_since_within {_WITHIN.format("since")},
      add column until timestamptz constraint ck_exports_until_within {_WITHIN.format("until")},
      add constraint ck_exports_period check (
        (since is null and until is null or profile not in ('court', 'defence')) and (since < until) is not false),
      drop constraint ck_exports_scope,
      add constraint ck_exports_scope check (
        (evidence is null or profile = 'court' and exhibits is null)
        and (profile in ('court', 'defence')) = (evidence is not null or exhibits is not null)
        and (party is null or profile not in ('court', 'defence'))
        and (party is not null or profile <> 'member_state')
        and (exhibits is null or cardinality(exhibits) between 1 and 50))
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Packages of several exhibits would fit no row; restore a backup made before.")
