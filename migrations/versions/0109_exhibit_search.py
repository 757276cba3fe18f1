"""Search text of exhibits for their readers, the index of file hashes, and saved views of the exhibit list.

Revision: 0109, after 0108
"""

from alembic import op

revision = "0109"
down_revision = "0108"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table search_texts (
      evidence uuid not null,
      part uuid not null,
      jit uuid not null,
      body text collate "C" not null,
      constraint pk_search_texts primary key (evidence, part),
      constraint fk_search_texts_jit_evidence foreign key (jit, evidence) references evidence (jit, id)
    )
    """,
    """
    insert into search_texts (evidence, part, jit, body)
      select e.id, e.id, e.jit, concat_ws(' ', e.search_key, folded(p.description))
        from evidence e join provenances p on p.evidence = e.id
      union all
      select e.id, f.id, e.jit, concat_ws(' ', e.search_key, folded(f.name), f.sha256)
        from evidence e join files f on f.evidence = e.id where f.state = 'ready'
    """,
    "create index ix_search_texts_body on search_texts using gin (jit, body gin_trgm_ops)",
    "create index ix_files_sha256 on files (jit, sha256) where sha256 is not null",
    """
    create table saved_views (
      id uuid not null constraint pk_saved_views primary key,
      jit uuid not null,
      seat uuid not null,
      name text not null,
      filters jsonb not null,
      columns text[] not null,
      saved_at timestamptz not null,
      constraint uq_saved_views_seat_name unique (seat, name),
      constraint fk_saved_views_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint ck_saved_views_name check (char_length(name) between 1 and 60),
      constraint ck_saved_views_columns check (cardinality(columns) <= 20),
      constraint ck_saved_views_saved_at_within
        check (saved_at >= '1900-01-01 00:00:00+00' and saved_at < '2200-01-01 00:00:00+00')
    )
    """,
)


def upgrade() -> None:
    """Create the tables and fill the search text from the existing exhibits."""
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    """Refuse: saved views would be lost."""
    raise RuntimeError("Saved views would be lost; restore a backup made before.")
