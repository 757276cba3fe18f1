"""Fixity: when each exhibit's stored files were last compared with their hashes, what is being compared, and who ordered it.

The first file that is complete puts its exhibit into the plan: its receipt was the first comparison. The engine alone writes what
was found; who sees the exhibit reads the verdict. An auditor of a party that obtained it, the auditor of the team and an expert who
sees it may order a check; an order is known to who gave it. That bytes of an exhibit are damaged is for the operator, and is kept
from seats: it would tell of an exhibit that they do not see.

Revision: 0045, after 0044
"""

from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table fixity (
      evidence uuid not null constraint pk_fixity primary key,
      jit uuid not null,
      since timestamptz not null,
      checked_at timestamptz,
      verdict text constraint ck_fixity_verdict check (verdict in ('verified', 'failed')),
      constraint ck_fixity_checked check ((checked_at is null) = (verdict is null)),
      constraint fk_fixity_jit_evidence foreign key (jit, evidence) references evidence (jit, id)
    )
    """,
    "create index ix_fixity_since on fixity (since)",
    "create index ix_fixity_failed on fixity (jit, evidence) where verdict = 'failed'",
    """
    create table fixity_orders (
      id uuid not null constraint pk_fixity_orders primary key,
      jit uuid not null,
      evidence uuid not null,
      ordered_by uuid not null,
      ordered_at timestamptz not null,
      constraint uq_fixity_orders_evidence_ordered_by unique (evidence, ordered_by),
      constraint fk_fixity_orders_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_fixity_orders_jit_ordered_by foreign key (jit, ordered_by) references members (jit, id)
    )
    """,
    """
    create table fixity_found (
      file uuid not null constraint pk_fixity_found primary key,
      jit uuid not null,
      evidence uuid not null,
      begun_at timestamptz not null,
      checked_at timestamptz not null,
      size_bytes bigint not null,
      expected text not null,
      found text,
      problem text,
      constraint ck_fixity_found_outcome check ((found is null) <> (problem is null)),
      constraint fk_fixity_found_jit_evidence_file foreign key (jit, evidence, file) references files (jit, evidence, id)
    )
    """,
    "create index ix_fixity_found_evidence on fixity_found (evidence)",
)
FUNCTIONS = (
    """
    create function plan_fixity() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into fixity (evidence, jit, since) values (new.evidence, new.jit, coalesce(new.received_at, new.created_at)) on conflict do nothing;
      return null;
    end $$
    """,
    "revoke all on function plan_fixity from public",
    """
    create trigger planned after insert or update of state on files for each row
      when (new.state = 'ready') execute function plan_fixity()
    """,
)
_THERE = "jit = asking_jit() and exists (select 1 from evidence e where e.id = {table}.evidence offset 0)"
# As `audits` in access/fixity.py says it.
ORDERED = """jit = asking_jit() and ordered_by = asking_seat()
  and exists (select 1 from evidence e where e.id = fixity_orders.evidence and e.status <> 'erased' and e.files_count > 0
       and (asking_as_jit_auditor() or 'expert' = any (asking_roles())
            or ('auditor' = any (asking_roles()) and obtained_by(asking_party(), e.originator, e.joint))) offset 0)"""
_NEW = ", 'fixity'"
ALARMS = "('promise', 'sequencing', 'signing', 'recomputation', 'timestamp', 'clock', 'witness'{})"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS):
        op.execute(statement)
    op.execute("create policy planning on files for select to liaison_owner using (true)")
    op.execute(
        "insert into fixity (evidence, jit, since) select evidence, jit, min(coalesce(received_at, created_at)) from files"
        " where state = 'ready' group by evidence, jit"
    )
    op.execute("drop policy planning on files")
    for table in ("fixity", "fixity_orders", "fixity_found"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy engine on {table} to liaison_engine using (true) with check (true)")
    op.execute("create policy definer on fixity to liaison_owner using (true) with check (true)")
    op.execute(f"create policy seen on fixity for select to liaison_app using ({_THERE.format(table='fixity')})")
    op.execute(
        "create policy seen on fixity_orders for select to liaison_app using (jit = asking_jit() and ordered_by = asking_seat())"
    )
    op.execute("create policy seen on fixity_found for select to liaison_app using (false)")
    op.execute(f"create policy inserted on fixity_orders for insert to liaison_app with check ({ORDERED})")
    op.execute("grant select on fixity to liaison_app")
    op.execute("grant select, insert on fixity_orders to liaison_app")
    op.execute("grant select, update (since, checked_at, verdict), delete on fixity to liaison_engine")
    op.execute("grant select, delete on fixity_orders to liaison_engine")
    op.execute("grant select, insert, delete on fixity_found to liaison_engine")
    op.execute("grant select (sha256) on files to liaison_engine")
    op.execute("alter table alarms drop constraint ck_alarms_what")
    op.execute(f"alter table alarms add constraint ck_alarms_what check (what in {ALARMS.format(_NEW)})")
    op.execute("alter policy seen on alarms using (jit = asking_jit() and what <> 'fixity')")


def downgrade() -> None:
    op.execute("alter policy seen on alarms using (jit = asking_jit())")
    op.execute("delete from alarms where what = 'fixity'")
    op.execute("alter table alarms drop constraint ck_alarms_what")
    op.execute(f"alter table alarms add constraint ck_alarms_what check (what in {ALARMS.format('')})")
    op.execute("revoke select (sha256) on files from liaison_engine")
    op.execute("drop trigger planned on files")
    op.execute("drop function plan_fixity")
    op.execute("drop table fixity_found, fixity_orders, fixity")
