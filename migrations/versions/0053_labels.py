"""Labels: an opaque code for each exhibit that was labelled, by which who may see the exhibit finds it.

A label lies about in public: the code is random and says nothing. Its row is read by who sees the exhibit, so that for everybody
else it is absent, as one that nobody made. It is made once, by the first who prints a label, and stays.

Revision: 0053, after 0052
"""

from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

TABLE = """
    create table labels (
      evidence uuid not null constraint pk_labels primary key,
      jit uuid not null,
      code text not null constraint ck_labels_code check (code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'),
      constraint uq_labels_code unique (code),
      constraint fk_labels_jit_evidence foreign key (jit, evidence) references evidence (jit, id)
    )
"""
SEEN = "jit = asking_jit() and exists (select 1 from evidence e where e.id = labels.evidence offset 0)"
MADE = f"{SEEN} and asking_roles() && array['leader', 'member']"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(TABLE)
    op.execute("alter table labels enable row level security")
    op.execute("alter table labels force row level security")
    op.execute(f"create policy seen on labels for select to liaison_app using ({SEEN})")
    op.execute(f"create policy inserted on labels for insert to liaison_app with check ({MADE})")
    op.execute("grant select, insert on labels to liaison_app")


def downgrade() -> None:
    raise RuntimeError("Labels that were printed would lead nowhere; restore a backup made before.")
