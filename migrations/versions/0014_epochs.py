"""Epochs of ledgers that ended in a loss: how far each came, and what is known to have been signed.

A ledger's origin moves only away from an epoch whose end stands here, and never back to one.

Revision: 0014, after 0013
"""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table epochs (
      jit uuid not null constraint fk_epochs_jit references jits (id),
      number integer not null,
      origin text not null constraint uq_epochs_origin unique,
      size bigint not null,
      head text not null,
      constraint pk_epochs primary key (jit, number),
      constraint ck_epochs_number check (number >= 0 and size > 0)
    )
    """,
    "alter table epochs enable row level security",
    "alter table epochs force row level security",
    "create policy seen on epochs for select to liaison_app using (jit = asking_jit())",
    "create policy engine on epochs to liaison_engine using (true) with check (true)",
    "grant select on epochs to liaison_app",
    "grant select, insert on epochs to liaison_engine",
    "create trigger insert_only before update or delete on epochs for each row execute function refuse_change()",
    "create trigger no_truncate before truncate on epochs for each statement execute function refuse_change()",
    "alter table epochs enable always trigger insert_only",
    "alter table epochs enable always trigger no_truncate",
    """
    create function refuse_other_origin() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from epochs e where e.jit = old.id and e.origin = old.ledger_origin)
         or exists (select 1 from epochs e where e.origin = new.ledger_origin) then
        raise exception 'the origin of a ledger changes with its epoch alone' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    """
    create trigger origin_stays before update on jits for each row
      when (old.ledger_origin is distinct from new.ledger_origin) execute function refuse_other_origin()
    """,
    "alter table jits enable always trigger origin_stays",
    "grant update (ledger_origin) on jits to liaison_engine",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Epochs are part of the ledger; restore a backup made before.")
