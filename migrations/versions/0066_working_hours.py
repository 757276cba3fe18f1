"""Working hours of parties: read by the whole team, said by a leader of the party itself, in the database too.

Revision: 0066, after 0065
"""

from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None

TABLE = """
    create table working_hours (
      jit uuid not null,
      party uuid not null,
      days smallint[] not null,
      begins_minute smallint not null,
      ends_minute smallint not null,
      holidays_of text constraint ck_working_hours_holidays_of check (holidays_of ~ '^[A-Z]{2}$'),
      decided_by uuid not null,
      decided_at timestamptz not null,
      version integer not null default 1,
      constraint pk_working_hours primary key (jit, party),
      constraint ck_working_hours_days check (days <@ '{1,2,3,4,5,6,7}' and cardinality(days) between 1 and 7),
      constraint ck_working_hours_minutes check (begins_minute >= 0 and ends_minute > begins_minute and ends_minute <= 1440),
      constraint fk_working_hours_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_working_hours_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
"""
SAID = (
    "jit = asking_jit() and party = asking_party() and decided_by = asking_seat() and 'leader' = any (asking_roles())"
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(TABLE)
    op.execute("alter table working_hours enable row level security")
    op.execute("alter table working_hours force row level security")
    op.execute("create policy seen on working_hours for select to liaison_app using (jit = asking_jit())")
    op.execute(f"create policy inserted on working_hours for insert to liaison_app with check ({SAID})")
    op.execute(
        "create policy updated on working_hours for update to liaison_app"
        f" using (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())) with check ({SAID})"
    )
    op.execute(
        "grant select, insert, update (days, begins_minute, ends_minute, holidays_of, decided_by, decided_at, version)"
        " on working_hours to liaison_app"
    )


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("drop table working_hours")
