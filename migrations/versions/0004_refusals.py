"""Refusals and the technical access log.

`refusals` holds what was refused on a visible exhibit until the worker enters it in the ledger, one entry a seat and minute.
`access_log` holds what was asked for, whatever the answer: insert-only, and after three years it may be deleted (Regulation
(EU) 2023/969, Art. 25); the database itself refuses earlier.

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OWN = "jit = asking_jit() and seat = asking_seat()"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "refusals",
        sa.Column("seat", sa.Uuid(), nullable=False),
        sa.Column("minute", sa.DateTime(timezone=True), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"], name=op.f("fk_refusals_jit_seat")),
        sa.ForeignKeyConstraint(
            ["jit", "evidence"], ["evidence.jit", "evidence.id"], name=op.f("fk_refusals_jit_evidence")
        ),
        sa.PrimaryKeyConstraint("seat", "minute", "act", "evidence", "code", name=op.f("pk_refusals")),
    )
    op.create_index(op.f("ix_refusals_minute"), "refusals", ["minute"])
    op.create_table(
        "access_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("session", sa.Uuid(), nullable=False),
        sa.Column("seat", sa.Uuid(), nullable=True),
        sa.Column("party", sa.Uuid(), nullable=True),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("outcome", sa.SmallInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_log")),
    )
    op.create_index(op.f("ix_access_log_jit_id"), "access_log", ["jit", "id"])
    op.create_index(op.f("ix_access_log_jit_party_id"), "access_log", ["jit", "party", "id"])
    op.create_index(op.f("ix_access_log_at"), "access_log", ["at"], postgresql_using="brin")
    _lock()


def _lock() -> None:
    for table in ("refusals", "access_log"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    op.execute("grant select, insert, update (times, last_at), delete on refusals to liaison_app")
    op.execute("grant select (seat, jit, minute) on refusals to liaison_engine")
    op.execute(f"create policy seen on refusals for select to liaison_app using ({OWN})")
    op.execute(f"create policy inserted on refusals for insert to liaison_app with check ({OWN})")
    op.execute(f"create policy updated on refusals for update to liaison_app using ({OWN}) with check ({OWN})")
    op.execute(f"create policy deleted on refusals for delete to liaison_app using ({OWN})")
    op.execute("create policy engine on refusals to liaison_engine using (true) with check (true)")

    # Auditors read it: of a party its own seats, of the team everybody, also who has no seat in it.
    op.execute("grant select on access_log to liaison_app")
    op.execute(
        "create policy seen on access_log for select to liaison_app using (jit = asking_jit() and"
        " 'auditor' = any (asking_roles()) and (asking_as_jit_auditor() or party = asking_party()))"
    )
    op.execute("grant select (id, at), insert, delete on access_log to liaison_engine")
    op.execute("create policy engine on access_log for select to liaison_engine using (true)")
    op.execute("create policy written on access_log for insert to liaison_engine with check (true)")
    op.execute(
        "create policy purged on access_log for delete to liaison_engine"
        " using (at < statement_timestamp() - interval '3 years')"
    )
    op.execute(
        """
        create function refuse_early() returns trigger language plpgsql as $$
        begin
          if old.at < statement_timestamp() - interval '3 years' then return old; end if;
          raise exception '% keeps its lines for three years', tg_table_name using errcode = 'insufficient_privilege';
        end $$
        """
    )
    triggers = {
        "insert_only": "before update on access_log for each row execute function refuse_change()",
        "kept": "before delete on access_log for each row execute function refuse_early()",
        "no_truncate": "before truncate on access_log for each statement execute function refuse_change()",
    }
    for name, what in triggers.items():
        op.execute(f"create trigger {name} {what}")
        op.execute(f"alter table access_log enable always trigger {name}")


def downgrade() -> None:
    raise RuntimeError("The access log is kept for three years; restore a backup made before.")
