"""Seats in time: an end by the clock, suspension, secondment; parties suspended by an administrator.

A seat whose `until` has passed is none, at that instant; the worker says so in the ledger afterwards. Nobody but a leader of
its own party, or a coordinator who makes room for a proposal, changes a seat, in the database too: until now that was the
service's word alone.

Revision: 0012, after 0011
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

COLUMNS = (
    "alter table members add column until timestamptz",
    "alter table members add column seconded_to uuid",
    "alter table members add column entrustment text",
    "alter table members drop constraint ck_members_state",
    """
    alter table members add constraint ck_members_state
      check (state in ('proposed', 'seated', 'suspended', 'ended'))
    """,
    "alter table members add constraint ck_members_secondment check ((seconded_to is null) = (entrustment is null))",
    """
    alter table members add constraint fk_members_jit_seconded_to
      foreign key (jit, seconded_to) references parties (jit, id)
    """,
    "create index ix_members_until on members (until) where until is not null and state <> 'ended'",
)
# As in 0007, but for the states: a task may also be corrected while the seat that has it is suspended.
_CHANGED = """jit = asking_jit()
  and ('coordinator' = any (asking_roles()) or assigner = asking_seat() or assignee = asking_seat())"""
TASKS = (
    "drop policy updated on tasks",
    f"""
    create policy updated on tasks for update to liaison_app using ({_CHANGED}) with check ({_CHANGED}
      and exists (select 1 from members m where m.jit = tasks.jit and m.id = tasks.assignee
                  and m.party = tasks.assignee_party and m.state <> 'proposed'))
    """,  # noqa: S608 - a constant of this file
)
_OWN = "(party = asking_party() or party is null)"
LOCKS = (
    "drop policy updated on members",
    f"""
    create policy updated on members for update to liaison_app
      using (account = asking_account() or jit = asking_jit() or (account is null and state = 'proposed'
             and exists (select 1 from accounts a where a.id = asking_account() and a.email = members.email)))
      with check ((jit = asking_jit() and (('leader' = any (asking_roles()) and {_OWN})
                   or ('coordinator' = any (asking_roles()) and state in ('proposed', 'ended'))))
             or (asking_seat() is null and email = (select a.email from accounts a where a.id = asking_account())))
    """,  # noqa: S608 - a constant of this file
    """
    create policy updated on parties for update to liaison_app
      using (jit = asking_jit())
      with check (jit = asking_jit() and 'administrator' = any (asking_roles()) and id is distinct from asking_party()
                  and status in ('active', 'suspended'))
    """,
    "grant update (until) on members to liaison_app",
    "grant update (status, version) on parties to liaison_app",
    "grant select (until, version) on members to liaison_engine",
    "grant update (state, version) on members to liaison_engine",
)

# As in 0011, but for the end of a seat: at that very instant it is none.
TAKE_SEAT = """
create or replace function take_seat(who uuid, wanted uuid, with_head boolean default false)
  returns table (seat uuid, ledger_origin text, code text, name text, party uuid, party_code text, party_kind text,
                 authority uuid, authority_code text, roles text[], "function" text, head bigint)
  language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform set_config('app.account', who::text, true), set_config('app.jit', wanted::text, true),
          set_config('app.party', '', true), set_config('app.authority', '', true),
          set_config('app.seat', '', true), set_config('app.roles', '{}', true);
  select m.id, j.ledger_origin, m.code, m.name, m.party, p.code, p.kind, m.authority, a.code, m.roles, m.function
    into seat, ledger_origin, code, name, party, party_code, party_kind, authority, authority_code, roles, "function"
    from members m
    join jits j on j.id = m.jit
    left join parties p on p.jit = m.jit and p.id = m.party
    left join authorities a on a.jit = m.jit and a.party = m.party and a.id = m.authority
   where m.account = who and m.jit = wanted and m.state = 'seated'
     and (m.until is null or m.until > statement_timestamp()) and (m.party is null or p.status = 'active');
  if not found then
    perform set_config('app.jit', '', true);
    return;
  end if;
  perform set_config('app.party', coalesce(party::text, ''), true),
          set_config('app.authority', coalesce(authority::text, ''), true),
          set_config('app.seat', seat::text, true), set_config('app.roles', roles::text, true);
  if with_head then
    head := ledger_head(wanted);
  end if;
  return next;
end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*COLUMNS, *TASKS, *LOCKS, TAKE_SEAT):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("A seat that ended by the clock would be open again; restore a backup made before.")
