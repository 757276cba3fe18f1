"""Named tokens of scripts: scope, team, networks and last use.

Revision: 0187, after 0186
"""

from alembic import op

revision = "0187"
down_revision = "0186"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
STATEMENTS = (
    "alter table sessions drop constraint ck_sessions_kind, drop constraint ck_sessions_secret",
    """
    alter table sessions
      add constraint ck_sessions_kind check (kind in ('cookie', 'token', 'script')),
      add constraint ck_sessions_secret check ((kind <> 'token') = (secret_hash is not null))
    """,
    f"""
    create table script_tokens (
      session uuid not null constraint pk_script_tokens primary key
        constraint fk_script_tokens_session references sessions (id) on delete cascade,
      name text not null,
      scope text not null,
      jit uuid constraint fk_script_tokens_jit references jits (id),
      networks text[] not null,
      last_used_at timestamptz,
      last_address text,
      constraint ck_script_tokens_scope check (scope in ('read', 'write')),
      constraint ck_script_tokens_last_use check ((last_used_at is null) = (last_address is null)),
      constraint ck_script_tokens_last_used_at_within {_WITHIN.format("last_used_at")}
    )
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Tokens of scripts would be lost; restore a backup made before.")
