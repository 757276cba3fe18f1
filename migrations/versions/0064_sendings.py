"""Sendings: what a seat sent under a key of its own is done once, however often it arrives.

A row is written in the transaction of the act itself and never changed. It is its seat's alone: nobody else finds out which keys
there are, uses one up, or is answered by one. The key itself is not kept, and neither is what was said: their hashes are, and
without the key nobody finds out by trying what was said.

Revision: 0064, after 0063
"""

from alembic import op

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None

TABLE = """
    create table sendings (
      seat uuid not null,
      key bytea not null,
      jit uuid not null,
      said bytea not null,
      evidence uuid not null,
      sent_at timestamptz not null,
      constraint pk_sendings primary key (seat, key),
      constraint fk_sendings_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_sendings_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint ck_sendings_hashed check (octet_length(key) = 32 and octet_length(said) = 32)
    )
"""
MINE = "jit = asking_jit() and seat = asking_seat()"
SEEN = f"{MINE} and exists (select 1 from evidence e where e.id = sendings.evidence offset 0)"  # noqa: S608


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(TABLE)
    op.execute("alter table sendings enable row level security")
    op.execute("alter table sendings force row level security")
    op.execute(f"create policy seen on sendings for select to liaison_app using ({MINE})")
    op.execute(f"create policy inserted on sendings for insert to liaison_app with check ({SEEN})")
    op.execute("grant select, insert on sendings to liaison_app")
    op.execute("select guard_closed('sendings')")


def downgrade() -> None:
    raise RuntimeError("What is sent again would be done again; restore a backup made before.")
